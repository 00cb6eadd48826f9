"""Telling people what came of audits: the door for whatever makes audits, `auditor run` as well as a schedule.

`put_aside` goes where an audit is published, `missed_put_aside` where a night was left out, `Teller` where the
outcomes of all sites come together. Nothing here fails an audit: what goes wrong is told on standard error, and tried
again by the next run.
"""

from __future__ import annotations

import contextlib
import os
import time
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Self

from auditor.cli.exits import was_done
from auditor.cli.processes import Pool, Task
from auditor.configfile import SQLITE
from auditor.errors import StoreError
from auditor.notify.delivery import WAITS, Means, deliver
from auditor.notify.digest import Digest, LastGood, Missed, Nights, digest_of, is_worth_telling
from auditor.notify.outages import Ledger, Outage, left_out, one_more
from auditor.notify.outbox import Outbox
from auditor.notify.receivers import chosen
from auditor.notify.wording import Wording
from auditor.rules import Text
from auditor.store import open_store

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
_NIGHTS = 400  # among which the last good audit is looked for


def outbox_folder(config: Config, store: str) -> Path:
    """Where messages wait: beside the store where that is a file, else beside the folder of the reports."""
    home = Path(store.removeprefix(SQLITE)) if store.startswith(SQLITE) else config.auditor.output
    return home.with_name(f"{home.name}.outbox")


def outbox_of(config: Config, store: str) -> Outbox:
    """What waits there."""
    return Outbox(outbox_folder(config, store))


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
    if digest.failed is not None:
        digest = replace(digest, last_good=last_good(store, audit.site.id, audit.run.id))
    with _saying_problems() as problem:
        _put_audit(night, table, digest)
    return problem.text


def missed_put_aside(night: Night, table: SiteTable, due_at: datetime, *, made_late: bool) -> str:
    """Let it wait to be told that no audit was made at its time; a problem in words, "" if there is none."""
    if not chosen(night.config.notify, table.notify):
        return ""
    site = table.site(night.rulebook.vocabulary.words("shared-hosts"))
    with _saying_problems() as problem:
        ledger = Ledger(outbox_folder(night.config, night.store))
        if ledger.outage(site.id) is not None:  # that nights come to nothing was told, and why
            return ""
        known, is_told = left_out(ledger.left_out(site.id), due_at, night.as_of)
        if is_told:
            why = night.messages.word("notify-missed-late" if made_late else "notify-missed-overlap")
            missed = Missed(due_at=due_at, why=why, others=known.untold)
            _put(
                night,
                table,
                Digest(site=site.id, url=site.url, name=site.name or "", as_of=night.as_of, missed=missed),
            )
            known = replace(known, untold=0)
        ledger.keep(site.id, known)
    return problem.text


def last_good(store: Store, site: str, but: str = "") -> LastGood | None:
    """The newest audit of a site that could look at it; `but`: another one than this run."""
    by_run = {line.run: line for line in store.audits(site)}
    for line in store.nights(site, _NIGHTS):
        looked = line.complete or (line.coverage is not None and was_done(line.coverage))
        if line.run != but and line.run in by_run and looked:
            return LastGood(as_of=by_run[line.run].as_of, percent=line.percent)
    return None


def _put_audit(night: Night, table: SiteTable, digest: Digest) -> None:
    """Let an audit or its failure wait to be told, and how long the outage goes on, or went on, with it."""
    ledger = Ledger(outbox_folder(night.config, night.store))
    before = ledger.outage(digest.site)
    if digest.failed is None:
        _put(night, table, replace(digest, nights=_nights(before) if before else None))
        ledger.over(digest.site)
        return
    outage, is_told = one_more(before, digest.as_of)
    if is_told:
        _put(night, table, replace(digest, nights=_nights(outage)))
    ledger.keep(digest.site, outage)


def _nights(outage: Outage) -> Nights:
    return Nights(since=outage.since, last=outage.last, count=outage.nights)


def _put(night: Night, table: SiteTable, digest: Digest) -> None:
    notify = night.config.notify
    if is_worth_telling(digest, notify.on):
        for receiver in chosen(notify, table.notify):
            outbox_of(night.config, night.store).put(receiver, digest, datetime.now(UTC))


@dataclass
class _Problem:
    text: str = ""


@contextlib.contextmanager
def _saying_problems() -> Iterator[_Problem]:
    """Nothing that cannot be told fails what it tells of."""
    problem = _Problem()
    try:
        yield problem
    except OSError as exc:
        problem.text = f"what came of the audit cannot be told: the outbox cannot be written ({exc.strerror})"


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

    if not outcome.problem or outcome.problem == Passed.ELSEWHERE or not chosen(night.config.notify, table.notify):
        return ""
    site = table.site(night.rulebook.vocabulary.words("shared-hosts"))
    lines = [line for line in outcome.problem.splitlines() if line.strip()]
    why = lines[-1][:_FEW_LETTERS] if lines else ""
    failed = night.messages.word("notify-broke-off", why=Text(th=why, en=why))
    digest = Digest(site=site.id, url=site.url, name=site.name or "", as_of=night.as_of, failed=failed)
    with _saying_problems() as problem:
        _put_audit(night, table, replace(digest, last_good=_last_good_at(night.store, site.id)))
    return problem.text


def _last_good_at(url: str, site: str) -> LastGood | None:
    """The same from a store that may be what failed."""
    try:
        with open_store(url, check=False) as store:
            return last_good(store, site)
    except StoreError:
        return None


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
