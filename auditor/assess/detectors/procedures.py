"""Steps, the time each takes, and files to take home."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from auditor.assess.availability import shut
from auditor.assess.candidates import link_kind
from auditor.assess.detectors.hits import NOTHING, Desk, Hit
from auditor.assess.genre import substance_of
from auditor.assess.passages import document_passage
from auditor.assess.quoting import quote_around, shorten
from auditor.facts import BlockKind, Document, DocumentState, Fetched, Kind
from auditor.findings import EvidenceKind
from auditor.rules import LabelKind
from auditor.thai.durations import find_durations, find_step_marks
from auditor.thai.text import normalise

if TYPE_CHECKING:
    from auditor.assess.passages import Passage
    from auditor.facts import Block, Link, Resource
    from auditor.findings import Reason
    from auditor.rules import Condition

_GONE = 400

_ARROW = re.compile(r"\s*(?:[→➔➜➡⇒►▶]|-+>|=+>)\s*")
_NUMBERED = re.compile(r"\W*(\d{1,2})[\s.)|]+\D")


def steps(passage: Passage, condition: Condition, desk: Desk) -> Hit:
    """Steps: numbered lines, rows of a table of steps, items of a list or links of a chain in a passage that speaks
    of steps, items that tell how long each takes; or a flow chart that says it is one.
    """  # noqa: D205  (one sentence too long for a line)
    speaks = desk.lexicon.holds("step-words", f"{passage.title}\n{passage.text}")
    marks, quote = 0, ""
    lines = _lines(passage)
    for text in lines:
        found = find_step_marks(text)
        if found:
            marks += 1
            quote = quote or shorten(text)
    counted = _counted(lines)
    if len(counted) > marks:
        marks, quote = len(counted), shorten(counted[0])
    rows = [block for block in passage.blocks if block.kind is BlockKind.ROW]
    in_steps = [row for row in rows if desk.lexicon.holds("step-words", " ".join(row.heads))]
    listed = [block for block in passage.blocks if block.kind is BlockKind.ITEM]
    if in_steps:
        return Hit(count=max(marks, len(in_steps)), quote=quote or shorten(in_steps[0].text))
    chain = max(lines, key=_chained, default="")
    if _chained(chain) > marks:
        marks, quote = _chained(chain), shorten(chain)
    timed = sum(any(find_durations(line)) for line in counted) >= condition.at_least
    if marks and (speaks or timed):
        return Hit(count=marks, quote=quote)
    if listed and (speaks or _each_timed(listed, condition, desk)):
        return Hit(count=len(listed), quote=shorten(listed[0].text))
    return _flow_chart(passage, condition, desk)


def _each_timed(items: list[Block], condition: Condition, desk: Desk) -> bool:
    """Do most items of a list tell how long they take, and no price? Then they are steps, whatever it is called."""
    timed = sum(any(find_durations(item.text)) for item in items if not desk.lexicon.holds("price-words", item.text))
    return timed >= condition.at_least and 2 * timed > len(items)


def _chained(line: str) -> int:
    """How many steps one line joins by arrows."""
    parts = _ARROW.split(line)
    return len(parts) if len(parts) > 1 else 0


def _flow_chart(passage: Passage, condition: Condition, desk: Desk) -> Hit:
    """A picture whose words say that it is a chart of the steps shows all of them."""
    for image in passage.images:
        if image.alt and desk.lexicon.holds("flow-chart-words", image.alt):
            return Hit(count=condition.at_least, quote=image.alt, matched=image.alt)
    return NOTHING


def _counted(lines: list[str]) -> list[str]:
    """Lines that count 1, 2, 3 …: how the rows of a table come out of a document."""
    run: list[str] = []
    best: list[str] = []
    for line in lines:
        number = _NUMBERED.match(normalise(line))
        if number is None or _begins_with_duration(line):
            continue
        if int(number.group(1)) == len(run) + 1:
            run.append(line)
        elif int(number.group(1)) == 1:
            run = [line]
        best = run.copy() if len(run) > len(best) else best
    return best


def _begins_with_duration(line: str) -> bool:
    """Is the number that of a time (a cell that broke off its row)?"""
    return any(found.start <= len(line) - len(line.lstrip()) for found in find_durations(line))


def durations(passage: Passage, condition: Condition, desk: Desk) -> Hit:
    """Times that something takes: in minutes, hours, days, working days."""
    _ = condition, desk
    count, quote, matched = 0, "", ""
    for text in _lines(passage):
        for found in find_durations(text):
            count += 1
            quote = quote or quote_around(text, found.start, found.end)
            matched = matched or found.raw
    return Hit(count=count, quote=quote, matched=matched)


def download(passage: Passage, condition: Condition, desk: Desk) -> Hit:
    """Files that a visitor can take home: the passage is one, or links to some that answered."""
    _ = condition
    if passage.kind is EvidenceKind.DOCUMENT:
        return Hit(count=1, quote=shorten(passage.title), matched=passage.title)
    count, quote, matched = 0, "", ""
    for link in passage.links:
        target = desk.look_up(link.url) if link.url.startswith("http") else None
        if target is None or target.kind is not Kind.DOCUMENT or link_kind(link) is LabelKind.MENU:
            continue
        if _is_file(target) and not _is_for_staff(link, desk) and not _only_accompanies(target, desk):
            count += 1
            quote, matched = quote or shorten(link.label), matched or link.label
    return Hit(count=count, quote=quote, matched=matched, barrier=None if count else _shut_file(passage, desk))


def _is_for_staff(link: Link, desk: Desk) -> bool:
    return desk.lexicon.holds("staff-form-words", link.label) or desk.lexicon.holds("request-form-marks", link.label)


def _only_accompanies(target: Resource, desk: Desk) -> bool:
    """Is the file, whatever its link is called, no more than a memo or a request form?"""
    if not isinstance(target.content, Document):
        return False
    substance = substance_of(document_passage(target, target.content), desk.lexicon)
    return (substance.memo or substance.request_form) and not substance.passage.blocks


def _shut_file(passage: Passage, desk: Desk) -> Reason | None:
    """Why the target of a link, which may well be a file, could not be looked at; None if there is no such link."""
    for link in passage.links:
        offered = link.url.startswith("http") and link.label and not link.nofollow
        if offered and link_kind(link) is not LabelKind.MENU and not _is_for_staff(link, desk):
            reason = shut(link.url, link.label, desk)
            if reason is not None:
                return reason
    return None


def _is_file(target: Resource) -> bool:
    answered = isinstance(target.fetch, Fetched) and target.fetch.status < _GONE
    return answered and isinstance(target.content, Document) and target.content.state is not DocumentState.EMPTY


def _lines(passage: Passage) -> list[str]:
    return [
        line
        for block in passage.blocks
        for line in ((" | ".join(block.cells).replace("\n", " "),) if block.cells else block.text.splitlines())
    ]
