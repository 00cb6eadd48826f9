"""What must hold after `kill -9`, at once and once the command was run again; each broken promise in words."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections import Counter
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from tests.killing.house import FILES, files_below
from tests.killing.processes import done

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

    from tests.killing.house import House, StoredRun
    from tests.notify.mailbox import Mailbox

ASKED_ANYWAY = 8
"""Requests of a crawl that remembers all: robots.txt, a probe, what was under way, a second look."""


# --- at once -----------------------------------------------------------------------------------------------------


def at_once(before: House, reference: House, killed: House) -> Iterator[str]:
    """What a reader may rely on while nobody has gone on yet."""
    yield from lost(before, reference, killed)
    yield from unreadable(killed.output)
    yield from misplaced(before, killed)
    for site, many in Counter(run.site for run in killed.runs() if not run.finished).items():
        if many > 1:
            yield f"{site}: {many} runs are unfinished at once"


def lost(before: House, reference: House, after: House) -> Iterator[str]:
    """Finished runs of before that are not what they were, in the store or in the folder of the reports."""
    finished = {run.id for run in after.runs() if run.finished}
    kept = {run.id for run in reference.runs()}
    for run in before.runs():
        if run.finished and run.id in kept - finished:
            yield f"{run.site}: the finished run {run.id} is lost"
        for path in files_below(before.output / run.site / run.id):
            same = after.folder / path.relative_to(before.folder)
            if not same.exists() or same.read_bytes() != path.read_bytes():
                yield f"{same.relative_to(after.folder)} of a finished run is not what it was"


def misplaced(before: House, house: House) -> Iterator[str]:
    """Reports that are shown in part, of no judged run or not at all, and a `latest` that leads elsewhere."""
    runs = house.runs()
    old = {run.id for run in before.runs()}  # reports stay when what they tell is no longer kept
    for folder in sorted(path for path in house.output.glob("*") if path.is_dir()):
        there = {path.name for path in folder.glob("2*")}
        judged = {run.id for run in runs if run.site == folder.name and run.state == "audited"}
        told = {run.id for run in runs if run.site == folder.name and run.finished}
        yield from (
            f"{folder.name}: reports of {name}, which was not judged" for name in sorted(there - judged - old)
        )
        yield from (f"{folder.name}: no reports of {name}" for name in sorted(told - there))
        for name in sorted(there):
            if (names := {path.name for path in (folder / name).iterdir() if path.name[0] != "."}) != FILES:
                yield f"{folder.name}: of {name} there are only {sorted(names)}"
        if there and (folder / "latest").resolve().name not in {max(there), max(told, default="")}:
            yield f"{folder.name}: latest leads to {(folder / 'latest').resolve().name}"


def unreadable(folder: Path) -> Iterator[str]:
    """Files that are not whole."""
    for path in files_below(folder):
        read = READERS.get(path.suffix)
        if path.name[0] != "." and read is not None:
            try:
                read(path.read_bytes())
            except (ValueError, AssertionError, ET.ParseError, zipfile.BadZipFile) as exc:
                yield f"{path} is not whole: {exc!r}"


def _html(content: bytes) -> None:
    assert content.decode().rstrip().endswith("</html>")


def _table(content: bytes) -> None:
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    assert rows
    assert {len(row) for row in rows} == {len(rows[0])}


def _text(content: bytes) -> None:
    assert content.decode().endswith("\n")


def _workbook(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None


READERS: dict[str, Callable[[bytes], object]] = {
    ".json": json.loads,
    ".sarif": json.loads,
    ".html": _html,
    ".csv": _table,
    ".md": _text,
    ".xml": ET.fromstring,
    ".xlsx": _workbook,
}


# --- once the command was run again ------------------------------------------------------------------------------


def in_order(before: House, house: House, at: datetime) -> Iterator[str]:
    """Everything stands where it belongs, and nothing else stands anywhere."""
    yield from unreadable(house.output)
    yield from misplaced(before, house)
    for path in files_below(house.folder):
        if path.name.startswith(".") or path.name.endswith(".part"):
            yield f"{path.relative_to(house.folder)} was left behind"
    checked = done("store", "check", cwd=house.folder, at=at)
    if checked.returncode:
        yield f"store check says: {checked.stderr}"
    yield from (f"{run.site}: {run.id} is {run.state}" for run in house.runs() if not run.finished)
    yield from _doubled(house)


def _doubled(house: House) -> Iterator[str]:
    for query, what in (
        ("SELECT id, count(*) FROM run GROUP BY id HAVING count(*) > 1", "runs"),
        ("SELECT run, id FROM finding GROUP BY run, id HAVING count(*) > 1", "findings"),
        (
            "SELECT run, pack, requirement FROM verdict GROUP BY run, pack, requirement HAVING count(*) > 1",
            "verdicts",
        ),
        ("SELECT site, due_at FROM run WHERE due_at IS NOT NULL GROUP BY site, due_at HAVING count(*) > 1", "nights"),
        (
            "SELECT 1 FROM run WHERE state <> 'crawling' AND number IN (SELECT run FROM visit)",
            "visits of what is over",
        ),
    ):
        if rows := house.rows(query):
            yield f"{what} are doubled or left: {rows}"


def judged_as(reference: House, house: House, new: tuple[StoredRun, ...]) -> Iterator[str]:
    """Verdicts, findings and items are those of the night that nobody killed, or of the one after it."""
    known = {run.site: essence(reference.audit(run)) for run in reference.runs()}  # the newest of each site
    settled: set[str] = set()
    for run in new:
        told, due = essence(house.audit(run)), known[run.site]
        if run.site in settled:  # a night that began after another of tonight: nothing has changed any more
            told, due = told | {"changes": None}, due | {"changes": None}
        settled.add(run.site)
        yield from (f"{run.site}: {run.id}: {key} is otherwise" for key in due if told[key] != due[key])


def essence(audit: dict[str, Any]) -> dict[str, Any]:
    """What an audit says, without when and how it was made."""
    changes = audit.get("changes") or {}
    coverage = {key: audit["coverage"][key] for key in ("pages", "documents", "complete", "errors", "limits")}
    requirements = [
        (each["id"], each["status"], each["reasons"], each["carried"], [_cited(one) for one in each["evidence"]])
        for each in audit["requirements"]
    ]
    findings = [(each["id"], each["url"], each["where"], each["first_seen"]) for each in audit["findings"]]
    items = [(each["url"], each["title"], each["listed_on"], each["age_days"]) for each in audit["items"]]
    return {
        "coverage": coverage,
        "score": audit["score"],
        "requirements": requirements,
        "findings": findings,
        "items": items,
        "changes": {key: changes.get(key) for key in ("new", "fixed", "requirements")},
    }


def _cited(evidence: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(evidence[key] for key in ("url", "quote", "matched", "score", "trail", "sha256"))


def verified(house: House, run: StoredRun, at: datetime) -> Iterator[str]:
    """The evidence of a run can be handed out, and is what it was."""
    package = house.folder / f"evidence-{run.id}"
    for words in (("export", run.site, "--run", run.id, "--output", package), ("verify", package)):
        told = done("evidence", *words, cwd=house.folder, at=at)
        if told.returncode:
            yield f"evidence {words[0]} of {run.id}: {told.stdout}{told.stderr}"
            return


def told_of(box: Mailbox, house: House, new: tuple[StoredRun, ...], at: datetime) -> Iterator[str]:
    """Whoever is to be told of a run has been."""
    letters = "".join(str(part.get_content()) for letter in box.letters if (part := letter.get_body(("plain",))))
    yield from (f"nobody was told of {run.id}" for run in new if f"/{run.site}/{run.id}/" not in letters)
    waiting = done("notify", "status", cwd=house.folder, at=at).stdout
    if waiting != "No message waits to be sent\n":
        yield f"notify status says: {waiting}"
