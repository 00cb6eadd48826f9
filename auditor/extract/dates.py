"""Dates a page states of itself or in its text, each with the place where it was said."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from functools import lru_cache
from itertools import chain, islice
from typing import TYPE_CHECKING

from auditor.facts import Block, DateSeen, DateSource
from auditor.thai.dates import DateRole, DateSpan, Precision, find_dates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.extract.assemble import Head
    from auditor.extract.raw import RawBlock

_BANGKOK = timezone(timedelta(hours=7))
_LONGEST_BLOCK = 400  # letters; dates in running text are about other things
_MOST = 1000  # dates of a page, those seen and those declared
_MOST_TEXTS = 1500  # that are searched for dates
_DIGITS = re.compile(r"\d\d")
_ISO = re.compile(
    r"\s*(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d+)?\s*(Z|[+-]\d{2}:?\d{2})?)?\s*$",
    re.IGNORECASE,
)
_JSON_DATE = re.compile(r'"(datePublished|dateModified|dateCreated|uploadDate)"\s*:\s*"([^"]{4,40})"')
_URL_DAY = re.compile(r"/((?:19|20|25)\d\d)[/-](0[1-9]|1[0-2])(?:[/-](0[1-9]|[12]\d|3[01]))?(?=[/._-]|$)")
_ERA = 543  # the Buddhist era counts from 543 BC
_EARLIEST, _LATEST = 1900, 2700  # of either era; what lies beyond is a slip of a program
_FIRST_ERA_YEAR = 2400  # no page is so old, or so new, that a year beyond is Gregorian
_PUBLISHED_WORDS = """
article:published_time og:published_time datepublished dc.date dc.date.issued dc.date.created
dcterms.created dcterms.issued date pubdate publishdate publish_date publication_date sailthru.date
"""
_PUBLISHED = frozenset(_PUBLISHED_WORDS.split())
_MODIFIED_WORDS = """
article:modified_time og:updated_time og:modified_time datemodified dc.date.modified dcterms.modified
last-modified revised lastmod
"""
_MODIFIED = frozenset(_MODIFIED_WORDS.split())
_JSON_ROLES = {"dateModified": DateRole.MODIFIED}


def page_dates(head: Head, blocks: tuple[Block, ...], raw: list[RawBlock], url: str) -> tuple[DateSeen, ...]:
    """The dates of a page: what readers see first, then what only programs do."""
    visible = islice(_in_blocks(blocks), _MOST)
    declared = islice(chain(_in_time_tags(head, raw), _in_meta(head), _in_json(head), _in_address(url)), _MOST)
    return (*visible, *declared)


def machine_date(text: str, role: DateRole) -> DateSpan | None:
    """A date as programs write it (ISO 8601), as the day it was in Bangkok; a Buddhist year is brought back."""
    found = _ISO.match(text[:60])
    if not found or not _EARLIEST <= int(found[1]) <= _LATEST:
        return None
    year = int(found[1])
    month, day, hour, minute, second = (int(found[part] or 0) for part in range(2, 7))
    try:
        gregorian = year - _ERA if year >= _FIRST_ERA_YEAR else year
        moment = datetime(gregorian, month, day, hour, minute, second, tzinfo=_zone(found[7]))
        local = moment.astimezone(_BANGKOK)
    except (ValueError, OverflowError):
        return None
    return DateSpan(
        start=0,
        end=len(text),
        raw=text.strip(),
        first=local.date(),
        last=local.date(),
        precision=Precision.DAY,
        role=role,
        time=local.timetz().replace(tzinfo=None) if found[4] else None,
        certain=year < _FIRST_ERA_YEAR,
    )


def _zone(text: str | None) -> timezone:
    if text is None:
        return _BANGKOK
    if text in {"Z", "z"}:
        return UTC
    digits = text[1:].replace(":", "")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-offset if text[0] == "-" else offset) if offset < timedelta(hours=24) else _BANGKOK


def _in_blocks(blocks: tuple[Block, ...]) -> Iterator[DateSeen]:
    dated = ((n, block.text) for n, block in enumerate(blocks) if _may_be_dated(block.text))
    for number, text in islice(dated, _MOST_TEXTS):
        for span in _dates_in(text):
            source = DateSource.LABEL if span.label else DateSource.TEXT
            yield DateSeen(span=span, source=source, block=number)


def _may_be_dated(text: str) -> bool:
    return len(text) <= _LONGEST_BLOCK and bool(_DIGITS.search(text))


@lru_cache(maxsize=4096)
def _dates_in(text: str) -> tuple[DateSpan, ...]:
    """Menus, footers and lists of news come back on every page of a site."""
    return find_dates(text)


def _in_time_tags(head: Head, raw: list[RawBlock]) -> Iterator[DateSeen]:
    places = {block.seq: block.final().first for block in raw} if head.times else {}
    for text, seq, role in head.times:
        if span := machine_date(text, role):
            yield DateSeen(span=span, source=DateSource.TIME_TAG, block=places.get(seq))


def _in_meta(head: Head) -> Iterator[DateSeen]:
    for name, content in head.meta:
        role = _meta_role(name)
        if role and (span := machine_date(content, role) or _written(content, role)):
            yield DateSeen(span=span, source=DateSource.META)


def _meta_role(name: str) -> DateRole | None:
    if name in _PUBLISHED:
        return DateRole.PUBLISHED
    return DateRole.MODIFIED if name in _MODIFIED else None


def _written(content: str, role: DateRole) -> DateSpan | None:
    spans = find_dates(content[:100])
    return replace(spans[0], role=role) if len(spans) == 1 else None


def _in_json(head: Head) -> Iterator[DateSeen]:
    for text in head.json_ld:
        for found in _JSON_DATE.finditer(text):
            if span := machine_date(found[2], _JSON_ROLES.get(found[1], DateRole.PUBLISHED)):
                yield DateSeen(span=span, source=DateSource.JSON_LD)


def _in_address(url: str) -> Iterator[DateSeen]:
    if found := _URL_DAY.search(url):
        year = int(found[1])
        start, end = found.span()
        first, last, precision = _day_or_month(year - _ERA if year >= _FIRST_ERA_YEAR else year, found[2], found[3])
        if first:
            span = DateSpan(
                start=start,
                end=end,
                raw=found[0].strip("/"),
                first=first,
                last=last,
                precision=precision,
                certain=False,
            )
            yield DateSeen(span=span, source=DateSource.URL)


def _day_or_month(year: int, month: str, day: str | None) -> tuple[date | None, date | None, Precision]:
    try:
        first = date(year, int(month), int(day or 1))
    except ValueError:
        return None, None, Precision.DAY
    if day:
        return first, first, Precision.DAY
    following = date(year + (first.month == 12), first.month % 12 + 1, 1)  # noqa: PLR2004 - months of a year
    return first, following - timedelta(days=1), Precision.MONTH
