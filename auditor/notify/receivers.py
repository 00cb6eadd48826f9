"""Who is told, and the one way to say why somebody could not be."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from auditor.confignotify import ADDRESS, MailTable, NotifyTable, UrlTable

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from auditor.confignotify import SiteNotify

_MOST_BYTES = 4096  # of a file that holds a secret


class NotToldError(Exception):
    """A receiver could not be told.

    The words are ours and hold no secret, whatever a server answered. `passing`: another try may bring more.
    """

    def __init__(self, problem: str, *, passing: bool) -> None:
        super().__init__(problem)
        self.problem, self.passing = problem, passing


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """What is sent."""

    key: str  # the same whenever the same thing is sent
    subject: str
    text: str
    html: str
    short: str  # for services that take little, with nothing that they would obey
    attachment: Path | None = None


def chosen(table: NotifyTable, site: SiteNotify) -> tuple[str, ...]:
    """What those are called who are told of a site."""
    if site.to is None:
        return tuple(receiver.label for receiver in table.receivers)
    by_name = {receiver.name: receiver.label for receiver in table.receivers if receiver.name}
    return tuple(dict.fromkeys(by_name.get(each, each) for each in site.to))


def called(table: NotifyTable, label: str) -> MailTable | UrlTable | None:
    """The receiver of this label; an e-mail address is reached by the first mail server. None: there is none."""
    for receiver in table.receivers:
        if receiver.label == label:
            return receiver
    if ADDRESS.fullmatch(label) and table.mail:
        return replace(table.mail[0], to=(label,), name="")
    return None


def secret(variable: str, file: Path | None, environment: Mapping[str, str]) -> str:
    """What an environment variable or a file holds; "" where neither is named.

    Raises:
        NotToldError: it cannot be had.
    """
    if variable:
        if not (found := environment.get(variable, "").strip()):
            raise NotToldError(f"the environment variable {variable} is not set", passing=False)
        return found
    if file is None:
        return ""
    try:
        with file.open("rb") as stream:
            found = stream.read(_MOST_BYTES).decode("utf-8").strip()
    except OSError as exc:
        raise NotToldError(f"{file} cannot be read: {exc.strerror}", passing=False) from None
    except ValueError:
        raise NotToldError(f"{file} is not UTF-8", passing=False) from None  # the cause holds what it is about
    if not found or "\n" in found:
        raise NotToldError(f"{file} must hold one line", passing=False)
    return found
