"""`[notify]` of the configuration: who is told of what, and what must hold of it.

Secrets never stand here: an environment variable or a file is named that holds them, and what looks like a secret in
the wrong place is refused without being repeated.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from enum import StrEnum
from ipaddress import ip_address
from pathlib import Path  # noqa: TC003  (the file is read by these types)
from typing import TYPE_CHECKING, ClassVar, Literal
from urllib.parse import urlsplit

from auditor.codec import nearest
from auditor.config import Lang  # noqa: TC001  (as above)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from auditor.errors import Complaint

_Check = tuple[str, str, str]

ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?")
"""An e-mail address as this program sends to: ASCII, without a name before it."""

_VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252}[A-Za-z0-9])?|[0-9A-Fa-f:]{2,45}")
_NAME = re.compile(r"[^\s@][^@\n]{0,59}")
_PORTS = {"starttls": 587, "tls": 465, "none": 25}
_MOST_PORT = 65_535
# Keys under which people write what must not stand in the file.
_SECRET = re.compile(r"notify\.(?:mail|url)\[\d+\]\.(password|passwd|pass|secret|token|key|url|address|credentials)")
_MENDS = {
    "mail": "put it into a file or an environment variable, and name that: password_file or password_env",
    "url": "put it into a file or an environment variable, and name that: file or env",
}


class TellOn(StrEnum):
    """From which change on an audit is told of; a night that failed always is."""

    WORSE = "worse"  # a requirement got worse, or a critical or major finding is new
    ANY = "any"  # anything is different
    ALWAYS = "always"


def _key(name: str) -> str:
    return name.removesuffix("_")


@dataclass(frozen=True, slots=True, kw_only=True)
class MailTable:
    """`[[notify.mail]]`: people who are told by e-mail."""

    __pydantic_config__: ClassVar = {"alias_generator": _key}

    host: str
    from_: str
    to: tuple[str, ...]
    name: str = ""  # by which `[site.notify] to` calls it
    port: int = 0  # 0: 587 for starttls, 465 for tls, 25 for none
    tls: Literal["starttls", "tls", "none"] = "starttls"
    ca_file: Path | None = None  # certificates to trust besides those of the system
    user: str = ""  # "": without logging in
    password_env: str = ""
    password_file: Path | None = None

    @property
    def label(self) -> str:
        """What it is called where people read it."""
        return self.name or f"{', '.join(self.to)} ({self.host})"

    @property
    def at_port(self) -> int:
        """The port that is asked."""
        return self.port or _PORTS[self.tls]


@dataclass(frozen=True, slots=True, kw_only=True)
class UrlTable:
    """`[[notify.url]]`: a service that is told, by an address of apprise that is kept elsewhere."""

    name: str = ""
    env: str = ""  # the environment variable that holds the address
    file: Path | None = None  # the file that holds it

    @property
    def label(self) -> str:
        """What it is called where people read it."""
        return self.name or self.env or str(self.file)


@dataclass(frozen=True, slots=True, kw_only=True)
class NotifyTable:
    """`[notify]`: what is told, and to whom."""

    on: TellOn = TellOn.WORSE
    one_for: Literal["site", "run"] = "site"  # a message for each site, or one for all sites of a run
    lang: Lang | None = None  # None: that of [auditor]
    link: str = ""  # address at which `output` can be read
    attach: bool = False  # report.html goes with e-mails
    mail: tuple[MailTable, ...] = ()
    url: tuple[UrlTable, ...] = ()

    @property
    def receivers(self) -> tuple[MailTable | UrlTable, ...]:
        """Everybody who may be told."""
        return (*self.mail, *self.url)


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteNotify:
    """`[site.notify]`: what differs from `[notify]` for one site."""

    to: tuple[str, ...] | None = None  # names of receivers, or e-mail addresses; None: everybody


def refused_secret(complaint: Complaint) -> Complaint:
    """The complaint of an unknown key; where a secret seems to stand under it, with what to do about that."""
    if not _SECRET.fullmatch(complaint.where):
        return complaint
    kind = "mail" if complaint.where.startswith("notify.mail") else "url"
    return replace(complaint, problem="is a secret, which must not stand in this file", mend=_MENDS[kind])


def notify_checks(table: NotifyTable, sites: Iterable[SiteNotify], folder: Path) -> Iterator[_Check]:
    """What is wrong with the tables, as key, problem and mend."""
    if table.link and (urlsplit(table.link).scheme not in {"http", "https"} or not urlsplit(table.link).netloc):
        yield "notify.link", "is no web address", 'write "https://…", where the reports can be read'
    for number, mail in enumerate(table.mail):
        yield from _mail_checks(f"notify.mail[{number}]", mail, folder)
    for number, url in enumerate(table.url):
        yield from _url_checks(f"notify.url[{number}]", url, folder)
    yield from _name_checks(table)
    known = [receiver.name for receiver in table.receivers if receiver.name]
    for number, site in enumerate(sites):
        for place, to in enumerate(site.to or ()):
            yield from _receiver_checks(f"site[{number}].notify.to[{place}]", to, known, table)


def unset_variables(table: NotifyTable, environment: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Environment variables that are named and not set: the key, and the name."""
    for number, mail in enumerate(table.mail):
        if mail.password_env and not environment.get(mail.password_env):
            yield f"notify.mail[{number}].password_env", mail.password_env
    for number, url in enumerate(table.url):
        if url.env and not environment.get(url.env):
            yield f"notify.url[{number}].env", url.env


def beside(table: NotifyTable, folder: Path) -> NotifyTable:
    """The same with every path seen from a folder."""
    return replace(
        table,
        mail=tuple(
            replace(
                each,
                ca_file=each.ca_file and folder / each.ca_file,
                password_file=each.password_file and folder / each.password_file,
            )
            for each in table.mail
        ),
        url=tuple(replace(each, file=each.file and folder / each.file) for each in table.url),
    )


def _mail_checks(where: str, mail: MailTable, folder: Path) -> Iterator[_Check]:
    if not _HOST.fullmatch(mail.host):
        yield f"{where}.host", "is no name of a server", 'write it alone, such as "smtp.example.go.th"'
    elif mail.tls == "none" and not _is_loopback(mail.host):
        yield f"{where}.tls", '"none" would send everything in the clear', 'write "starttls" or "tls"'
    if not 0 <= mail.port <= _MOST_PORT:
        yield f"{where}.port", f"{mail.port} is no port", "leave it out, or write one such as 587"
    if not ADDRESS.fullmatch(mail.from_):
        yield f"{where}.from", "is no e-mail address", 'write it alone, such as "auditor@example.go.th"'
    if not mail.to:
        yield f"{where}.to", "names nobody", "write at least one e-mail address"
    for number, to in enumerate(mail.to):
        if not ADDRESS.fullmatch(to):
            yield f"{where}.to[{number}]", "is no e-mail address", 'write it alone, such as "web@example.go.th"'
    yield from _secret_checks(
        where, ("password_env", mail.password_env), ("password_file", mail.password_file), folder
    )
    given = bool(mail.password_env or mail.password_file)
    if given != bool(mail.user):
        yield f"{where}.user", "user and password go together", "name both or neither"
    if mail.ca_file and not (folder / mail.ca_file).is_file():
        yield f"{where}.ca_file", f'"{mail.ca_file}" is not there', "name a file of certificates (PEM)"


def _url_checks(where: str, url: UrlTable, folder: Path) -> Iterator[_Check]:
    if not url.env and not url.file:
        yield where, "names no address", "name the environment variable (env) or the file (file) that holds it"
    yield from _secret_checks(where, ("env", url.env), ("file", url.file), folder)


def _secret_checks(
    where: str, variable: tuple[str, str], file: tuple[str, Path | None], folder: Path
) -> Iterator[_Check]:
    if variable[1] and not _VARIABLE.fullmatch(variable[1]):
        mend = "write the name of a variable, such as SMTP_PASSWORD, and set that"
        yield f"{where}.{variable[0]}", "is no name of an environment variable", mend
    if variable[1] and file[1]:
        yield f"{where}.{file[0]}", f"stands beside {variable[0]}", "name one of the two"
    if file[1] and not (folder / file[1]).is_file():
        yield f"{where}.{file[0]}", "the file is not there", "write the secret into it, readable by you alone"


def _name_checks(table: NotifyTable) -> Iterator[_Check]:
    counts = Counter(receiver.label for receiver in table.receivers)
    kinds: tuple[tuple[str, tuple[MailTable | UrlTable, ...]], ...] = (("mail", table.mail), ("url", table.url))
    for kind, receivers in kinds:
        for number, receiver in enumerate(receivers):
            where = f"notify.{kind}[{number}].name"
            if receiver.name and not _NAME.fullmatch(receiver.name):
                yield where, "cannot be a name", "write a short word without @"
            if counts[receiver.label] > 1:
                yield where, "two receivers would be called the same", "give each its own name"


def _receiver_checks(where: str, to: str, known: list[str], table: NotifyTable) -> Iterator[_Check]:
    if ADDRESS.fullmatch(to):
        if not table.mail:
            yield where, "there is no [[notify.mail]] to send it by", "add one"
    elif to not in known:
        mend = nearest(to, known) or ("known: " + ", ".join(known) if known else "give receivers a name")
        yield where, "no receiver has this name", mend


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
