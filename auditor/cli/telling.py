"""Telling people what came of audits: the door for whatever makes audits, `auditor run` as well as a schedule.

`put_aside` goes where an audit is published, `Teller` where the outcomes of all sites come together. Nothing here
fails an audit: what goes wrong is told on standard error, and tried again by the next run.
"""

from __future__ import annotations

import os
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Self

from auditor.cli.exits import was_done
from auditor.cli.processes import Pool, Task
from auditor.configfile import SQLITE
from auditor.notify.delivery import WAITS, Means, deliver
from auditor.notify.digest import Digest, digest_of, is_worth_telling
from auditor.notify.outbox import Outbox
from auditor.notify.receivers import chosen
from auditor.notify.wording import Wording
from auditor.rules import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from types import TracebackType

    from auditor.cli.night import Night, Outcome
    from auditor.configfile import Config, SiteTable
    from auditor.findings import Audit
    from auditor.notify.delivery import Told
    from auditor.report.messages import Messages
    from auditor.store import Store

_AGAIN = 3_600.0  # seconds between two turns of whoever stays up, and for one of them
_FEW_LETTERS = 200


def outbox_of(config: Config, store: str) -> Outbox:
    """Where messages wait: beside the store where that is a file, else beside the folder of the reports."""
    home = Path(store.removeprefix(SQLITE)) if store.startswith(SQLITE) else config.auditor.output
    return Outbox(home.with_name(f"{home.name}.outbox"))


def means_of(config: Config, messages: Messages, output: Path) -> Means:
    """What telling needs, with the environment of this process."""
    wording = Wording(messages, config.notify.lang or config.auditor.lang)
    return Means(table=config.notify, environment=os.environ, wording=wording, output=output)


def put_aside(night: Night, table: SiteTable, store: Store, audit: Audit) -> str:
    """Let what came of an audit wait to be told; a problem in words, "" if there is none."""
    if not chosen(night.config.notify, table.notify):
        return ""
    before = audit.changes.run if audit.changes else None
    percent = next((line.percent for line in store.audits(audit.site.id) if line.run == before), None)
    digest = digest_of(audit, night.messages, percent_before=percent, done=was_done(audit.coverage))
    return _put(night, table, digest)


def _put(night: Night, table: SiteTable, digest: Digest) -> str:
    notify = night.config.notify
    if not is_worth_telling(digest, notify.on):
        return ""
    try:
        for receiver in chosen(notify, table.notify):
            outbox_of(night.config, night.store).put(receiver, digest, datetime.now(UTC))
    except OSError as exc:
        return f"what came of the audit cannot be told: the outbox cannot be written ({exc.strerror})"
    return ""


class Teller:
    """Tells of the sites of one run, each as soon as its audit is over; what fails then is tried again at the end."""

    def __init__(self, night: Night) -> None:
        self._night = night
        self._at_once = night.config.notify.one_for == "site"

    def heard(self, table: SiteTable, outcome: Outcome) -> Iterator[str]:
        """Take note of an outcome, and send what can be sent now; problems in words."""
        yield from filter(None, [outcome.untold, failure_put_aside(self._night, table, outcome)])
        if self._at_once:
            results = list(self._sent(()))
            self._at_once = not any(is_open(result) for result in results)
            yield from problems(result for result in results if not is_open(result))

    def ended(self) -> Iterator[str]:
        """Send what still waits, of this run and of earlier ones; problems in words."""
        yield from problems(self._sent(WAITS))

    def _sent(self, waits: tuple[float, ...]) -> Iterator[Told | str]:
        night = self._night
        if night.config.notify.receivers:
            means = replace(means_of(night.config, night.messages, night.output), waits=waits)
            yield from deliver_safely(outbox_of(night.config, night.store), means)


class Post:
    """Sends what waits in a process of its own, for whoever stays up and waits for no mail server; a context."""

    def __init__(self) -> None:
        self._pool = Pool[tuple[str, ...]]()
        self._next = time.monotonic()  # when to send, at the earliest

    def __enter__(self) -> Self:
        self._pool.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.__exit__(kind, error, trace)

    def hurry(self) -> None:
        """Send at the next turn."""
        self._next = time.monotonic()

    def turn(self, night: Night) -> Iterator[str]:
        """Begin to send if it is time for that; what went wrong the last time, in words."""
        for _, result in self._pool.ended():
            yield from result if isinstance(result, tuple) else (f"messages could not be sent: {result}",)
        if night.config.notify.receivers and not len(self._pool) and time.monotonic() >= self._next:
            self._next = time.monotonic() + _AGAIN
            self._pool.start(Task(name="notify", work=lambda: tuple(Teller(night).ended()), seconds=_AGAIN))


def failure_put_aside(night: Night, table: SiteTable, outcome: Outcome) -> str:
    """Let it wait to be told that there is no audit, if there is none; a problem in words, "" if there is none."""
    from auditor.cli.night import Passed  # noqa: PLC0415  (it puts aside by this module)

    if not outcome.problem or outcome.problem == Passed.ELSEWHERE:
        return ""
    site = table.site(night.rulebook.vocabulary.words("shared-hosts"))
    lines = [line for line in outcome.problem.splitlines() if line.strip()]
    why = lines[-1][:_FEW_LETTERS] if lines else ""
    failed = night.messages.word("notify-broke-off", why=Text(th=why, en=why))
    digest = Digest(site=site.id, url=site.url, name=site.name or "", as_of=night.as_of, failed=failed)
    return _put(night, table, digest)


def deliver_safely(outbox: Outbox, means: Means) -> Iterator[Told | str]:
    """Tell what waits; where the outbox cannot be used, that in words."""
    try:
        yield from deliver(outbox, means, datetime.now(UTC))
    except OSError as exc:
        yield f"messages cannot be sent: the outbox cannot be used ({exc.strerror})"


def is_open(result: Told | str) -> bool:
    """Will it be tried again?"""
    return isinstance(result, str) or bool(result.problem and not result.final)


def problems(results: Iterable[Told | str]) -> Iterator[str]:
    """What went wrong, in words."""
    for result in results:
        if isinstance(result, str):
            yield result
        elif result.problem:
            after = "it is given up" if result.final else "the next run tries again"
            yield f"{', '.join(result.sites)}: {result.receiver} could not be told: {result.problem}; {after}"
        elif result.remark:
            yield f"{', '.join(result.sites)}: {result.receiver}: {result.remark}"
