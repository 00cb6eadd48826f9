"""An audit as tables: the sheets of `audit.xlsx` and the CSV files, each row typed, each column named once.

Says what stands in which column; how a cell is written is left to the writers.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.findings import Status
from auditor.report.cells import Code, Link
from auditor.report.view import Row
from auditor.reviews.standing import set_aside

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from enum import StrEnum

    from auditor.findings import Audit, Evidence, Finding, HumanReview, Verdict, Waiver
    from auditor.items import Item
    from auditor.report.cells import Cell
    from auditor.report.view import View
    from auditor.report.voice import Voice


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its key in CSV and in the table `column` of the messages, and its width in letters."""

    key: str
    width: int = 16
    share: bool = False  # numbers from 0 to 1
    day: bool = False  # a blank in it waits for a day


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows under named columns; `key` names the sheet in the messages."""

    key: str
    columns: tuple[Column, ...]
    rows: Iterable[tuple[Cell, ...]]


_LIST = "; "
_PATH = " › "


def requirements_table(view: View, voice: Voice) -> Table:
    """Every requirement with its verdict and first evidence."""
    columns = (
        Column("number", 6), Column("id", 20), Column("category", 9), Column("requirement", 36),
        Column("wording", 40), Column("obligation", 11), Column("status", 18), Column("confidence", 10, share=True),
        Column("reason", 60), Column("evidence", 44), Column("quote", 44), Column("remedy", 44),
        Column("citation", 24), Column("pack", 18), Column("assessor_verdict", 16), Column("assessor_reason", 40),
        Column("assessor", 22), Column("assessed_at", 14), Column("valid_until", 14), Column("lapsed", 40),
    )  # fmt: skip
    return Table(key="requirements", columns=columns, rows=_requirements(view, voice))


def _requirements(view: View, voice: Voice) -> Iterator[tuple[Cell, ...]]:
    rows = (row for group in view.groups for row in group.rows)
    for number, row in enumerate(rows, start=1):
        verdict = row.verdict
        first = verdict.evidence[0] if verdict.evidence else None
        yield (
            number,
            verdict.requirement,
            verdict.category,
            voice.say(verdict.title),
            row.asked.wording if row.asked else None,
            _code("obligation", verdict.obligation, voice),
            _code("status", verdict.status, voice),
            verdict.confidence,
            _reasons(verdict, voice),
            Link(first.url) if first else None,
            first.quote if first else None,
            None if verdict.status is Status.PASS else voice.say(voice.messages.remedy(verdict)),
            verdict.citation,
            verdict.pack,
            *_person(verdict, voice),
        )


def _person(verdict: Verdict, voice: Voice) -> tuple[Cell, ...]:
    """What a person says of it; a waiver that holds comes first."""
    waiver, review = verdict.waiver, verdict.review
    if waiver is not None and (review is None or waiver.lapsed is None):
        word: Cell = Code("set-aside", voice.word("set-aside"))
        given: Waiver | HumanReview = waiver
    elif review is not None:
        word, given = _code("status", review.status, voice), review
    else:
        return (None,) * 6
    lapsed = voice.say(voice.messages.reason(given.lapsed)) if given.lapsed else None
    return word, given.reason, given.by, given.at, given.expires, lapsed


def evidence_table(audit: Audit, voice: Voice) -> Table:
    """Every piece of evidence of every requirement."""
    columns = (
        Column("id", 20), Column("requirement", 36), Column("status", 18), Column("kind", 12), Column("url", 52),
        Column("quote", 52), Column("matched", 24), Column("trail", 40), Column("page", 8),
        Column("score", 9, share=True), Column("fetched_at", 18), Column("sha256", 24),
    )  # fmt: skip
    rows = (_proof(verdict, proof, voice) for verdict in audit.verdicts for proof in verdict.evidence)
    return Table(key="evidence", columns=columns, rows=rows)


def _proof(verdict: Verdict, proof: Evidence, voice: Voice) -> tuple[Cell, ...]:
    return (
        verdict.requirement,
        voice.say(verdict.title),
        _code("status", verdict.status, voice),
        _code("evidence", proof.kind, voice),
        Link(proof.url),
        proof.quote,
        proof.matched,
        _PATH.join(step.label for step in proof.trail if step.label),
        proof.page,
        proof.score,
        proof.fetched_at,
        proof.sha256,
    )


def items_table(audit: Audit, voice: Voice) -> Table:
    """Every published item with what is shown beside it, and what is missing."""
    columns = (
        Column("url", 52), Column("title", 48), Column("kind", 12), Column("category", 9), Column("source", 28),
        Column("period_from", 14), Column("period_to", 14), Column("published", 14), Column("published_from", 14),
        Column("file_type_shown", 12), Column("file_type_actual", 12), Column("file_size_shown", 14),
        Column("file_size_actual", 14), Column("age_days", 10), Column("expires", 14), Column("missing", 36),
        Column("listed_on", 52), Column("pages", 8), Column("findings", 24),
    )  # fmt: skip
    return Table(key="items", columns=columns, rows=(_item(each, voice) for each in audit.items))


def _item(item: Item, voice: Voice) -> tuple[Cell, ...]:
    period, published = item.period, item.published
    return (
        Link(item.url),
        item.title,
        _code("item-kind", item.kind, voice),
        item.category,
        item.source.value if item.source else None,
        period.start if period else None,
        period.end if period else None,
        published.day if published else None,
        _code("date-from", published.origin, voice) if published else None,
        item.file_type.shown,
        item.file_type.actual,
        item.file_size.shown_bytes,
        item.file_size.actual_bytes,
        item.age_days,
        item.expires,
        Code(" ".join(item.missing), _LIST.join(voice.term("item-field", each) for each in item.missing)),
        Link(item.listed_on[0]) if item.listed_on else None,
        len(item.listed_on),
        " ".join(item.findings),
    )


def findings_table(audit: Audit, voice: Voice) -> Table:
    """Every finding with its place."""
    columns = (
        Column("id", 20), Column("severity", 11), Column("rule", 26), Column("finding", 34), Column("url", 52),
        Column("found_on", 52), Column("label", 32), Column("message", 60), Column("quote", 40), Column("remedy", 48),
        Column("first_seen", 14), Column("requirement", 20), Column("set_aside", 32), Column("valid_until", 14),
    )  # fmt: skip
    return Table(key="findings", columns=columns, rows=(_finding(each, voice) for each in audit.findings))


def _finding(finding: Finding, voice: Voice) -> tuple[Cell, ...]:
    messages, where = voice.messages, finding.where
    return (
        finding.id,
        _code("severity", finding.severity, voice),
        finding.rule,
        voice.say(messages.finding_title(finding.rule)),
        Link(finding.url),
        Link(where.page) if where else None,
        where.label if where else None,
        voice.say(messages.finding_message(finding)),
        finding.quote,
        voice.say(messages.finding_remedy(finding.rule)),
        finding.first_seen,
        finding.requirement,
        finding.waiver.reason if finding.waiver and set_aside(finding) else None,
        finding.waiver.expires if finding.waiver and set_aside(finding) else None,
    )


def changes_table(audit: Audit, voice: Voice) -> Table:
    """What is new, what is mended and which requirements have another status, against the audit before."""
    columns = (Column("change", 26), Column("id", 24), Column("what", 60), Column("url", 52),
               Column("before", 18), Column("now", 18))  # fmt: skip
    return Table(key="changes", columns=columns, rows=_changes(audit, voice))


def _changes(audit: Audit, voice: Voice) -> Iterator[tuple[Cell, ...]]:
    if audit.changes is None:
        return
    titles = {verdict.requirement: verdict.title for verdict in audit.verdicts}
    findings = {finding.id: finding for finding in audit.findings}
    for change in audit.changes.requirements:
        title = voice.say(titles[change.requirement]) if change.requirement in titles else None
        before, now = (voice.term("status", status) for status in (change.before, change.after))
        yield voice.word("change-status"), change.requirement, title, None, before, now
    for new in audit.changes.new:
        finding = findings.get(new)
        message = voice.say(voice.messages.finding_message(finding)) if finding else None
        yield voice.word("change-new"), new, message, Link(finding.url) if finding else None, None, None
    for fixed in audit.changes.fixed:
        message = voice.say(voice.messages.finding_message(fixed))
        yield voice.word("change-fixed"), fixed.id, message, Link(fixed.url), None, None


def to_do_table(view: View, voice: Voice) -> Table:
    """What to mend, the most urgent first, with blanks for who does it by when."""
    columns = (
        Column("number", 6), Column("what", 44), Column("status", 18), Column("reason", 56), Column("remedy", 56),
        Column("url", 52), Column("places", 9), Column("id", 24), Column("owner", 24), Column("due", 16, day=True),
        Column("done", 16, day=True),
    )  # fmt: skip
    return Table(key="to-do", columns=columns, rows=_to_do(view, voice))


def _to_do(view: View, voice: Voice) -> Iterator[tuple[Cell, ...]]:
    messages = voice.messages
    blank = (None, None, None)
    for number, entry in enumerate(view.to_mend, start=1):
        if isinstance(entry, Row):
            verdict = entry.verdict
            heard = entry.settled is not verdict.status
            why = messages.why(verdict)
            proof = verdict.evidence[0] if verdict.evidence else None
            yield (
                number, voice.say(verdict.title), _code("status", entry.settled, voice),
                voice.say(why) if heard and why else _reasons(verdict, voice),
                voice.say(messages.remedy(verdict)), Link(proof.url) if proof else None, None, verdict.requirement,
                *blank,
            )  # fmt: skip
        else:
            first = entry.open[0]
            yield (
                number, voice.say(messages.finding_title(entry.rule)), _code("severity", entry.severity, voice),
                voice.say(messages.finding_message(first)), voice.say(messages.finding_remedy(entry.rule)),
                Link(first.where.page if first.where else first.url), len(entry.open), entry.rule, *blank,
            )  # fmt: skip


def _code(table: str, code: StrEnum, voice: Voice) -> Code:
    return Code(code.value, voice.term(table, code))


def _reasons(verdict: Verdict, voice: Voice) -> str:
    return _LIST.join(voice.say(voice.messages.reason(each)) for each in verdict.reasons)
