"""How long evidence is kept.

As long as its crawl can be judged again; a while where a verdict changed; for good the newest of each requirement.
Bodies that go with a file, and to which kept files refer, are moved into the oldest of those first. Whatever comes in
between, every record that is shown can be read.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from auditor.crawl.warc.bundle import Bundle
from auditor.crawl.warc.cdxj import REVISIT
from auditor.evidence.citing import without_pointers
from auditor.findings import Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from auditor.crawl.warc.cdxj import Line
    from auditor.evidence import Plan
    from auditor.evidence.shelf import Shelf
    from auditor.past import RunStatuses
    from auditor.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What is kept."""

    now: datetime
    days: int  # for changed verdicts
    run_days: (
        int  # for runs in the store: evidence of an older one that it does not know is that of one it has deleted
    )

    def forgets(self, run: str) -> bool:
        """Is a run older than the store keeps any but the newest? Its name begins with when it began."""
        return run < f"{self.now.astimezone(UTC) - timedelta(days=self.run_days):%Y%m%dT%H%M%SZ}"


def prune(store: Store, plan: Plan, rule: Rule, forgotten: dict[str, frozenset[str]]) -> int:
    """Delete the evidence that is kept no longer; `forgotten`: runs of each site that the store has deleted.

    Returns:
        Of how many runs.

    Raises:
        OSError: the files cannot be read or written.
        StoreError: the store cannot be used.
    """
    return sum(_prune_site(store, plan.shelf(site), rule, forgotten.get(site, frozenset())) for site in store.sites())


def runs_by_site(store: Store) -> dict[str, frozenset[str]]:
    """The ids of the audited runs of each site."""
    return {site: frozenset(each.run for each in store.statuses(site)) for site in store.sites()}


def kept_runs(told: Sequence[RunStatuses], rule: Rule) -> frozenset[str]:
    """The runs of a site, oldest first, whose evidence is kept."""
    return frozenset((*_judgeable(told), *_changed(told, rule), *_newest(told)))


def _prune_site(store: Store, shelf: Shelf, rule: Rule, forgotten: frozenset[str]) -> int:
    with store.claim(shelf.site) as mine:
        if not mine:  # its audit goes on; the next pruning sees to it
            return 0
        told = store.statuses(shelf.site)
        kept = kept_runs(told, rule)
        known = {each.run for each in told}
        gone = [
            run for run in shelf.runs() if run not in kept and (run in known or run in forgotten or rule.forgets(run))
        ]
        shelf.tidy(frozenset(run.id for run in store.unfinished(shelf.site)))
        carry(shelf, frozenset(gone))
        for run in reversed(gone):  # what refers to a body goes before the body
            if run in known:
                stored = store.run(run)
                store.amend(stored, without_pointers(store.audit(stored, items=False, findings=False)))
            shelf.discard(run)
        return len(gone)


def _judgeable(told: Sequence[RunStatuses]) -> Iterator[str]:
    yield from (each.run for each in told if each.has_text)


def _changed(told: Sequence[RunStatuses], rule: Rule) -> Iterator[str]:
    """Runs that judge otherwise than the one before, and that one."""
    since = rule.now - timedelta(days=rule.days)
    for before, after in pairwise(told):
        if after.started_at >= since and set(before.statuses) != set(after.statuses):
            yield from (before.run, after.run)


def _newest(told: Sequence[RunStatuses]) -> Iterator[str]:
    """For each requirement the last run that could look; the last run of all in any case."""
    yield from (each.run for each in told[-1:])
    seen: set[tuple[str, str]] = set()
    for each in reversed(told):
        looked = {(pack, name) for pack, name, status in each.statuses if status is not Status.UNVERIFIABLE}
        if looked - seen:
            yield each.run
        seen |= looked


def carry(shelf: Shelf, gone: frozenset[str]) -> None:
    """Move bodies that go with files into the oldest kept file that refers to them.

    Raises:
        OSError: it cannot be read or written; what was there is still there.
    """
    kept = {run: shelf.lines(run) for run in shelf.runs() if run not in gone}
    going = {line.digest: (run, line) for run in sorted(gone) for line in shelf.lines(run) if _holds_body(line)}
    held = {line.digest for lines in kept.values() for line in lines if _holds_body(line)}
    for run, lines in kept.items():
        referred = dict.fromkeys(line.digest for line in lines if line.mime == REVISIT)
        missing = [going[digest] for digest in referred if digest in going and digest not in held]
        if missing:
            _rewrite(shelf, run, lines, missing)
            held |= {line.digest for _, line in missing}


def _holds_body(line: Line) -> bool:
    return bool(line.digest) and line.mime != REVISIT


def _rewrite(shelf: Shelf, run: str, lines: tuple[Line, ...], further: list[tuple[str, Line]]) -> None:
    file, index = shelf.begin(run)
    with contextlib.ExitStack() as undo:
        undo.callback(shelf.give_up, run)
        bundle = Bundle(file, shelf.file(run).name, min(datetime.fromisoformat(line.date) for line in lines))
        undo.callback(bundle.drop)
        with shelf.file(run).open("rb") as old:
            for line in sorted(lines, key=lambda line: line.offset):
                bundle.put_member(old, line)
        for other, line in further:
            with shelf.file(other).open("rb") as going:
                bundle.put_member(going, line)
        bundle.close(index)
        shelf.show(run)
