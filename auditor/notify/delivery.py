"""From the outbox to the receivers: each message once, a failure after a short wait again, and what came of it.

What cannot be told stays in the outbox and is tried again the next time, for a week.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from auditor.confignotify import MailTable
from auditor.notify.mail import send_mail
from auditor.notify.receivers import NotToldError, called, secret
from auditor.notify.services import send_to_service
from auditor.notify.wording import Links

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime
    from pathlib import Path

    from auditor.confignotify import NotifyTable, UrlTable
    from auditor.notify.outbox import Outbox, Waiting
    from auditor.notify.receivers import Message
    from auditor.notify.wording import Wording

WAITS = (1.0, 4.0)
"""Seconds before each further try of what may pass."""

_GIVEN_UP = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What came of telling one receiver."""

    receiver: str
    sites: tuple[str, ...]
    problem: str = ""  # why it was not told; "": it was
    final: bool = True  # no further try will be made
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """What telling needs: whom, with which secrets, in which words, and where the reports stand."""

    table: NotifyTable
    environment: Mapping[str, str]
    wording: Wording
    output: Path
    waits: tuple[float, ...] = WAITS


def deliver(outbox: Outbox, means: Means, now: datetime) -> Iterator[Told]:
    """Tell what waits. A receiver that cannot be told is not tried again for another message of this turn.

    Raises:
        OSError: the outbox cannot be used.
    """
    with outbox.held() as mine:
        if not mine:
            return
        down: dict[str, str] = {}
        for letter in _letters(outbox.waiting(), together=means.table.one_for == "run"):
            yield _delivered(outbox, letter, means, now, down)
        outbox.tidy(now)


def send(receiver: MailTable | UrlTable, message: Message, means: Means, now: datetime) -> str:
    """Send a message, trying again what may pass; a remark.

    Raises:
        NotToldError: it could not be sent.
    """
    for wait in (*means.waits, None):
        try:
            return _sent(receiver, message, means, now)
        except NotToldError as exc:
            if wait is None or not exc.passing:
                raise
            time.sleep(wait)
    raise AssertionError  # the last turn returns or raises


def _letters(waiting: Iterable[Waiting], *, together: bool) -> Iterator[tuple[Waiting, ...]]:
    """What goes out as one message. Nights that were left out have one reason for all sites: always together."""
    letters: dict[tuple[str, str], list[Waiting]] = {}
    for entry in waiting:
        letter = "" if together else "missed" if entry.digest.missed else entry.key
        letters.setdefault((entry.receiver, letter), []).append(entry)
    yield from map(tuple, letters.values())


def _delivered(
    outbox: Outbox, letter: tuple[Waiting, ...], means: Means, now: datetime, down: dict[str, str]
) -> Told:
    name = letter[0].receiver
    sites = tuple(entry.digest.site for entry in letter)
    receiver = called(means.table, name)
    if receiver is None:
        _settle(outbox, letter, now)
        return Told(receiver=name, sites=sites, problem="the configuration names this receiver no more")
    problem, remark = down.get(name, ""), ""
    if not problem:
        links = Links(base=means.table.link, attachment=_attachment(letter, means))
        message = means.wording.message([entry.digest for entry in letter], links)
        try:
            remark = send(receiver, message, means, now)
        except NotToldError as exc:
            problem = down[name] = exc.problem
    if not problem:
        _settle(outbox, letter, now)
        return Told(receiver=name, sites=sites, remark=remark)
    old = [entry for entry in letter if now - entry.made_at > _GIVEN_UP]
    _settle(outbox, old, now)
    for entry in letter:
        if entry not in old:
            outbox.failed(entry, problem)
    return Told(receiver=name, sites=sites, problem=problem, final=len(old) == len(letter))


def _settle(outbox: Outbox, letter: Iterable[Waiting], now: datetime) -> None:
    for entry in letter:
        outbox.told(entry, now)


def _attachment(letter: tuple[Waiting, ...], means: Means) -> Path | None:
    """The report of the one audit that is told of."""
    digest = letter[0].digest
    if not means.table.attach or len(letter) > 1 or not digest.run:
        return None
    return means.output / digest.site.replace("/", "_") / digest.run / "report.html"


def _sent(receiver: MailTable | UrlTable, message: Message, means: Means, now: datetime) -> str:
    if isinstance(receiver, MailTable):
        password = secret(receiver.password_env, receiver.password_file, means.environment)
        refused = send_mail(receiver, password, message, now)
        return f"the server refused {', '.join(refused)}" if refused else ""
    send_to_service(secret(receiver.env, receiver.file, means.environment), message)
    return ""
