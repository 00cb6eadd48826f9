"""Is the evidence that audits point at there, and what it was when it was written?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.crawl.warc.checking import check_warc

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.evidence import Plan
    from auditor.evidence.shelf import Shelf
    from auditor.findings import Audit
    from auditor.store import Store


def ailments(store: Store, plan: Plan) -> Iterator[str]:
    """Everything that is wrong, in words."""
    for site in store.sites():
        shelf = plan.shelf(site)
        names: dict[str, set[str]] = {}
        bodies = frozenset(shelf.bodies())
        for run in shelf.runs():
            names[shelf.file(run).name] = {line.record for line in shelf.lines(run)}
            yield from _of_file(shelf, run, bodies)
        for told in store.statuses(site):
            yield from _of_audit(store.audit(store.run(told.run), items=False, findings=False), shelf, names)


def _of_audit(audit: Audit, shelf: Shelf, names: dict[str, set[str]]) -> Iterator[str]:
    """Records that an audit points at and that are nowhere."""
    said: set[str] = set()
    for verdict in audit.verdicts:
        for pointer in (each for evidence in verdict.evidence for each in (evidence.warc, evidence.image)):
            file, mark, record = (pointer or "").partition("#")
            if not mark or file in said or record in names.get(file, ()):
                continue
            if file not in names:
                said.add(file)
                yield f"{shelf.home / file} is not there, at which the audit {audit.run.id} points"
            else:
                yield f"{shelf.home / file} has no record {record}, at which the audit {audit.run.id} points"


def _of_file(shelf: Shelf, run: str, bodies: frozenset[str]) -> Iterator[str]:
    path, lines = shelf.file(run), shelf.lines(run)
    try:
        with path.open("rb") as file:
            checked = check_warc(file)
    except OSError as exc:
        yield f"{path} cannot be read: {exc.strerror}"
        return
    yield from (f"{path} is damaged at byte {offset}" for offset in checked.broken)
    yield from (f"{path}: record {record} is not what its digest says" for record in checked.wrong)
    there = checked.payloads | checked.revisits
    for line in lines:
        if line.digest and line.record not in there and not checked.broken:
            yield f"{path} lacks the record {line.record}, which its index names"
    for record, digest in checked.revisits.items():
        if digest not in bodies:
            yield f"{path}: the body of record {record} is in no file of {shelf.home}"
