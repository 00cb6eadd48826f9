"""Publication request forms, the annex of the announcement, filled in from an audit: what stands where.

Writes no mark-up; `form_html` and `form_docx` do. What a person must write by hand stays empty: the remark, names
that nobody told us, signatures and their days.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.config import Lang
from auditor.report.audit_reading import ItemRead
from auditor.report.safe_text import one_line
from auditor.thai.persons import find_persons
from auditor.urls import bare, display

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from auditor.facts import Staff
    from auditor.report.audit_reading import AuditRead
    from auditor.report.messages import Messages
    from auditor.rules import Text

LONGEST_SUBJECT = 200
LONGEST_VALUE = 120
LONGEST_LINK = 150
LONGEST_POSITION = 60
"""Letters of a field: with more, the form would not stay on its page."""

_REPEATED = 100
"""A subject of more letters is said once; a shorter one again in the details, as in the announcement's form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Officer:
    """Who signs; what is not known is empty and is filled in by hand."""

    name: str = ""  # with title
    position: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestForm:
    """One form, in the words of its language."""

    unit: str
    day: str
    subject: str
    summary: str  # the first line of the details
    details: tuple[tuple[str, str], ...]  # label and value
    link: str  # for a click
    shown_link: str
    owner: Officer
    approver: Officer
    uploader: Officer


@dataclass(frozen=True, slots=True, kw_only=True)
class FormWriter:
    """Fills in forms for one agency."""

    unit: str
    day: date
    staff: Staff
    messages: Messages
    lang: Lang = Lang.TH

    def forms(self, items: Iterable[ItemRead]) -> tuple[RequestForm, ...]:
        """A form for each item."""
        return tuple(map(self._form, items))

    def _form(self, item: ItemRead) -> RequestForm:
        subject = one_line(item.title, LONGEST_SUBJECT)
        repeated = (subject,) if len(subject) <= _REPEATED else ()
        return RequestForm(
            unit=one_line(self.unit, LONGEST_VALUE),
            day=self._day(self.day),
            subject=subject,
            summary=" ".join((*repeated, self.label("attached"))),
            details=tuple((self.label(key), one_line(value, LONGEST_VALUE)) for key, value in self._details(item)),
            link=item.url,
            shown_link=one_line(display(item.url), LONGEST_LINK),
            owner=self._owner(item),
            approver=_officer(self.staff.head),
            uploader=_officer(next(iter(self.staff.webmasters), "")),
        )

    def label(self, key: str) -> str:
        """The words of the form itself."""
        return self._said(self.messages.term("request-form", key))

    def _said(self, text: Text) -> str:
        return text.th if self.lang is Lang.TH else text.en

    def _day(self, day: date) -> str:
        return self._said(self.messages.date_in_full(day))

    def _details(self, item: ItemRead) -> Iterator[tuple[str, str]]:
        """What clause 2.2 asks to be shown with it."""
        if item.source:
            yield "source", item.source.value
        if period := self._period(item):
            yield "period", period
        if item.published:
            yield "published", self._said(self.messages.date(item.published.date_))
        kind = item.file_type.actual or item.file_type.shown if item.file_type else None
        size = item.file_size.actual_bytes or item.file_size.shown_bytes if item.file_size else None
        if kind or size:
            parts = (kind.upper() if kind else "", self._said(self.messages.size(size)) if size else "")
            yield "file", " • ".join(filter(None, parts))

    def _period(self, item: ItemRead) -> str:
        first, last = (item.period.from_, item.period.to) if item.period else (None, None)
        if first and last:
            if first == last:
                return self._said(self.messages.date(first))
            return self._said(self.messages.word("period-whole", first=first, last=last))
        if first:
            return self._said(self.messages.word("period-since", first=first))
        return self._said(self.messages.word("period-until", last=last)) if last else ""

    def _owner(self, item: ItemRead) -> Officer:
        """Who the site names as the owner, a person or a group; else the only group there is."""
        if item.source:
            return _officer(item.source.value)
        return Officer(position=self.staff.groups[0]) if len(self.staff.groups) == 1 else Officer()


def _officer(words: str) -> Officer:
    """A person with position; what names no person is a position or group."""
    for person in find_persons(words):
        position = (words[: person.start] + words[person.end :]).strip(" ,()-")
        return Officer(name=one_line(person.raw, LONGEST_POSITION), position=one_line(position, LONGEST_POSITION))
    return Officer(position=one_line(words, LONGEST_POSITION))


# --- for which items ------------------------------------------------------------------------------------------------


def new_items(audit: AuditRead) -> tuple[ItemRead, ...]:
    """The items that `changes` calls new, by address or by one of their findings; all where there is no `changes`."""
    if audit.changes is None:
        return audit.items
    new = set(audit.changes.new)
    return tuple(item for item in audit.items if item.url in new or new.intersection(item.findings))


def unregistered_items(audit: AuditRead) -> tuple[ItemRead, ...] | None:
    """The items that the register does not know; None where the audit had no register."""
    if audit.register is None:
        return None
    known = {bare(item.url): item for item in audit.items}
    return tuple(
        known.get(bare(each.url), ItemRead(url=each.url, title=each.title)) for each in audit.register.unregistered
    )


def item_at(audit: AuditRead, url: str) -> ItemRead | None:
    """The item at an address; a page that answered a requirement counts as one, by the requirement's name."""
    key = bare(url)
    for item in audit.items:
        if bare(item.url) == key:
            return item
    for requirement in audit.requirements:
        for evidence in requirement.evidence:
            if bare(evidence.url) == key:
                return ItemRead(url=evidence.url, title=requirement.title.th)
    return None
