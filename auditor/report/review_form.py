"""The assessor's form: a workbook with a sheet for each pack and a row for each requirement, ready to be filled.

What a person has decided and still holds is filled in already; what no longer holds has to be decided anew.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from auditor.config import Lang
from auditor.findings import Status
from auditor.report.cells import Link
from auditor.report.tables import Column
from auditor.report.voice import Voice
from auditor.report.xlsx import Book
from auditor.reviews import DECIDED
from auditor.reviews.columns import HIDDEN, Choice, FormColumn
from auditor.reviews.form import FormWords

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.report.cells import Cell
    from auditor.report.messages import Messages
    from auditor.report.past_audit import PastAudit, PastPack, PastRequirement
    from auditor.report.xlsx import Sheet

_WIDTHS = {
    FormColumn.NUMBER: 6,
    FormColumn.REQUIREMENT: 42,
    FormColumn.MACHINE: 18,
    FormColumn.EVIDENCE: 46,
    FormColumn.PRESENT: 11,
    FormColumn.VERDICT: 16,
    FormColumn.EXPLANATION: 44,
    FormColumn.NAME: 24,
    FormColumn.DATE: 14,
    FormColumn.EXPIRES: 14,
    FormColumn.MACHINE_WRONG: 16,
    FormColumn.LABEL: 30,
}
_DAYS = (FormColumn.DATE, FormColumn.EXPIRES)
_HIDDEN_WIDTH = 80  # what is hidden makes no row higher
_HEAD_ROW = 2  # below the title and the instruction
_LONGEST_NAME = 31
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")
_MET = frozenset({Status.PASS, Status.PARTIAL})
_FIRST_DAY = date(2000, 1, 1)
_LAST_DAY = date(2999, 12, 31)


def form_words(messages: Messages) -> FormWords:
    """How forms are worded in either language, for reading them back."""
    languages = [Voice(messages, lang) for lang in Lang]
    return FormWords(
        columns={_folded(each.term("form-column", key)): key for key in FormColumn for each in languages},
        statuses={_folded(each.term("status", status)): status for status in Status for each in languages},
        choices={_folded(each.term("form-choice", choice)): choice for choice in Choice for each in languages},
    )


def render_form(audit: PastAudit, messages: Messages, lang: Lang) -> bytes:
    """The form for an audit, worded in `lang`."""
    voice = Voice(messages, lang)
    made_at = datetime.combine(audit.run.as_of, time(), UTC)
    with Book(voice, made_at) as book:
        for number, pack in enumerate(audit.run.packs, start=1):
            rows = [each for each in audit.requirements if each.pack == pack.id]
            alike = sum(_name(each) == _name(pack) for each in audit.run.packs)
            _sheet(book.sheet("", _name(pack) if alike == 1 else f"{number}"), audit, pack, rows)
    return book.content


def _name(pack: PastPack) -> str:
    """What spreadsheets allow as the name of a sheet, where case tells nothing apart."""
    return _NOT_IN_NAMES.sub("-", pack.id)[:_LONGEST_NAME].lower()


def _sheet(sheet: Sheet, audit: PastAudit, pack: PastPack, rows: list[PastRequirement]) -> None:
    voice = sheet.voice
    columns = tuple(Column(key, _WIDTHS.get(key, _HIDDEN_WIDTH), day=key in _DAYS) for key in FormColumn)
    sheet.columns(columns)
    sheet.hide(tuple(FormColumn).index(each) for each in HIDDEN)
    day = voice.say(voice.messages.date(audit.run.as_of))
    whose = audit.site.name or audit.site.host
    sheet.title(0, f"{voice.word('form-title')} • {whose} • {voice.say(pack.title)} • {voice.word('as-of')} {day}")
    sheet.title(1, voice.word("form-note"))
    sheet.line(_HEAD_ROW, [voice.term("form-column", key) for key in FormColumn], "head")
    last = _HEAD_ROW
    for last, row in enumerate(rows, start=_HEAD_ROW + 1):
        sheet.line(last, _cells(last - _HEAD_ROW, row, voice))
    sheet.freeze(_HEAD_ROW + 1, 2, last, len(columns))
    _drop_downs(sheet, voice, last)


def _drop_downs(sheet: Sheet, voice: Voice, last: int) -> None:
    statuses = [voice.term("status", status) for status in DECIDED]
    lists = {
        FormColumn.PRESENT: [voice.term("form-choice", choice) for choice in (Choice.PRESENT, Choice.ABSENT)],
        FormColumn.VERDICT: [*statuses, voice.term("form-choice", Choice.SET_ASIDE)],
        FormColumn.MACHINE_WRONG: [voice.term("form-choice", Choice.YES)],
    }
    order = tuple(FormColumn)
    for column, words in lists.items():
        sheet.choices(order.index(column), _HEAD_ROW + 1, last, words)
    for column in _DAYS:
        sheet.days(order.index(column), _HEAD_ROW + 1, last, (_FIRST_DAY, _LAST_DAY))


def _cells(number: int, row: PastRequirement, voice: Voice) -> Iterator[Cell]:
    known: dict[FormColumn, Cell] = {
        FormColumn.NUMBER: number,
        FormColumn.REQUIREMENT: f"{row.id} {voice.say(row.title)}",
        FormColumn.MACHINE: voice.term("status", row.status),
        FormColumn.EVIDENCE: Link(row.evidence[0].url) if row.evidence else None,
        FormColumn.ID: row.id,
        FormColumn.PACK: row.pack,
        FormColumn.MACHINE_CODE: row.status.value,
        FormColumn.EVIDENCE_SHA256: row.evidence_sha256,
        **_decided(row, voice),
    }
    return (known.get(column) for column in FormColumn)


def _decided(row: PastRequirement, voice: Voice) -> dict[FormColumn, Cell]:
    """What a person has said and still holds."""
    waiver, review = row.waiver, row.review
    if waiver is not None and waiver.lapsed is None:
        return {
            FormColumn.VERDICT: voice.term("form-choice", Choice.SET_ASIDE),
            FormColumn.EXPLANATION: waiver.reason,
            FormColumn.NAME: waiver.by,
            FormColumn.DATE: waiver.at,
            FormColumn.EXPIRES: waiver.expires,
        }
    if review is None or review.lapsed is not None:
        return {}
    found = {FormColumn.EVIDENCE: Link(review.url)} if review.url else {}
    return {
        **found,
        FormColumn.PRESENT: _presence(review.status, voice),
        FormColumn.VERDICT: voice.term("status", review.status),
        FormColumn.EXPLANATION: review.reason,
        FormColumn.NAME: review.by,
        FormColumn.DATE: review.at,
        FormColumn.EXPIRES: review.expires,
        FormColumn.MACHINE_WRONG: voice.term("form-choice", Choice.YES) if review.machine_wrong else None,
        FormColumn.LABEL: review.label,
    }


def _presence(status: Status, voice: Voice) -> str | None:
    if status is Status.NOT_APPLICABLE:
        return None
    return voice.term("form-choice", Choice.PRESENT if status in _MET else Choice.ABSENT)


def _folded(text: str) -> str:
    return " ".join(text.split()).lower()
