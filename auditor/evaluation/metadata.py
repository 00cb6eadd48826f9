"""Scores the metadata reader against a labelled CSV (CONTRACT.md section 5).

Knows what counts as right; how a value is read is `auditor.thai.metadata`'s business.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.evaluation.metadata_rows import DATES, EMPTY, Field, Moment, Row, read_rows, value_of
from auditor.thai.date_labels import has_label
from auditor.thai.date_text import date_text
from auditor.thai.dates import DateRole, DateSpan, Precision
from auditor.thai.fiscal import years_of
from auditor.thai.metadata import Metadata, read
from auditor.thai.text import normalise
from auditor.thai.years import BUDDHIST

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_UNITS = {"b": 0, "bytes": 0, "kb": 1, "mb": 2, "gb": 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldScore:
    """How many rows of one field were read right, as a share."""

    field: Field
    accuracy: float
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """A row that was read wrong."""

    text: str
    field: Field
    expected: str
    got: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MetadataReport:
    """Shares are 0–1; 1.0 where there was nothing to score, but `none_false`, the share of wrong finds, then 0.0."""

    accuracy: float
    role_accuracy: float
    role_rows: int
    none_false: float
    none_rows: int
    fields: tuple[FieldScore, ...]
    misses: tuple[Miss, ...]
    role_misses: tuple[Miss, ...]


def evaluate_metadata(path: Path) -> MetadataReport:
    """Read every text of a CSV (`text,field,value[,url,note]`) and compare with its label.

    A row with a value is right if the value is among what was read. A row of `none` or `counter` is wrong if a date
    of publication or change, a size, a type or a source came out. The role is scored where a label in the text
    tells it.

    Raises:
        DataFileError: the file cannot be used; every complaint at once.
    """
    scored = [(row, read(row.text)) for row in read_rows(path)]
    valued = [(row, found) for row, found in scored if row.value]
    empty = [(row, found) for row, found in scored if row.field in EMPTY]
    told = [(row, found) for row, found in valued if row.field in DATES and _is_told(row, found)]
    wrong_roles = [(row, found) for row, found in told if not _role_right(row, found)]
    return MetadataReport(
        accuracy=_share((_right(row, found) for row, found in valued), empty=1.0),
        role_accuracy=1.0 - _share((not _role_right(row, found) for row, found in told), empty=0.0),
        role_rows=len(told),
        none_false=_share((bool(_wrongly(found)) for _, found in empty), empty=0.0),
        none_rows=len(empty),
        fields=tuple(_field_score(field, valued) for field in Field if any(row.field is field for row, _ in valued)),
        misses=(
            *(_miss(row, _shown(found)) for row, found in valued if not _right(row, found)),
            *(_miss(row, wrong) for row, found in empty if (wrong := _wrongly(found))),
        ),
        role_misses=tuple(_miss(row, tuple(span.role for span in found.dates)) for row, found in wrong_roles),
    )


# --- values ------------------------------------------------------------------------------------------------


def _matches(span: DateSpan, field: Field, value: str) -> bool:
    expected = value_of(field, value)
    if isinstance(expected, int):
        return years_of(span) == (expected,) and span.precision in {Precision.FISCAL_YEAR, Precision.YEAR}
    if expected is None:
        return False
    first, last = expected
    if span.time is not None and first.at is not None and span.time != first.at.replace(tzinfo=None):
        return False
    if (span.first, span.last) == (first.first, last.last):
        return True
    if span.last is None and first == last:  # «ตั้งแต่ …» is open at its end
        return span.first == first.first
    # «ประจำปี 2561» may be read as the fiscal year of that number.
    year = {first.first.year + BUDDHIST}
    return (
        _is_year(first) and first == last and span.precision is Precision.FISCAL_YEAR and set(years_of(span)) == year
    )


def _is_year(moment: Moment) -> bool:
    return (moment.last - moment.first).days >= len(range(1, 365))


# --- right and wrong ---------------------------------------------------------------------------------------


def _right(row: Row, found: Metadata) -> bool:
    if row.field in DATES:
        return any(_matches(span, row.field, row.value) for span in found.dates) or _unknowable(row, found)
    return _wanted(row) in _read_as(row.field, found)


def _wanted(row: Row) -> str | int:
    if row.field is Field.FILE_SIZE:
        return _bytes(row.value)
    if row.field is Field.COUNTER:
        return int(re.sub(r"\D", "", row.value) or -1)
    return row.value.lower() if row.field is Field.FILE_TYPE else row.value


def _read_as(field: Field, found: Metadata) -> tuple[str | int, ...]:
    """What was read for a field that is no date."""
    return {
        Field.FILE_SIZE: tuple[str | int, ...](size.bytes for size in found.sizes),
        Field.FILE_TYPE: tuple[str | int, ...](seen.extension for seen in found.types),
        Field.FILE_NAME: tuple[str | int, ...](name.raw for name in found.names),
        Field.SOURCE: tuple[str | int, ...](source.name for source in found.sources),
        Field.COUNTER: tuple[str | int, ...](counter.count for counter in found.counters),
    }.get(field, ())


def _bytes(shown: str) -> int:
    number = re.match(r"([\d.,]+)\s*([A-Za-z]*)", shown)
    if number is None:
        return -1
    unit = 1 << 10 * _UNITS.get(number[2].lower(), 0)
    return round(float(number[1].replace(",", "")) * unit)


def _unknowable(row: Row, found: Metadata) -> bool:
    """A text without any year, from which none was made up: «unknown» is the right answer there."""
    expected = value_of(row.field, row.value)
    if found.dates or not isinstance(expected, tuple):
        return False
    year, text = expected[0].first.year, normalise(row.text)
    return not any(f"{shown}" in text for shown in (year, year + BUDDHIST, f"{(year + BUDDHIST) % 100:02}"))


def _wrongly(found: Metadata) -> tuple[str, ...]:
    roles = (DateRole.PUBLISHED, DateRole.MODIFIED)
    return (
        *(f"{span.role}: {span.raw}" for span in found.dates if span.role in roles),
        *(f"file-size: {size.raw}" for size in found.sizes),
        *(f"file-type: {seen.raw}" for seen in found.types),
        *(f"source: {source.name}" for source in found.sources),
    )


def _is_told(row: Row, found: Metadata) -> bool:
    """Whether a word before the value is a label, whatever the reader made of it."""
    starts = [span.start for span in found.dates if _matches(span, row.field, row.value)]
    return bool(starts) and has_label(date_text(row.text[: starts[0]]).text)


def _role_right(row: Row, found: Metadata) -> bool:
    return any(span.role.value == row.field.value for span in found.dates if _matches(span, row.field, row.value))


def _shown(found: Metadata) -> tuple[str, ...]:
    return (
        *(f"{span.role}: {span.first}/{span.last}" for span in found.dates),
        *(f"file-size: {size.bytes}" for size in found.sizes),
        *(f"file-type: {seen.extension}" for seen in found.types),
        *(f"file-name: {name.raw}" for name in found.names),
        *(f"source: {source.name}" for source in found.sources),
        *(f"counter: {counter.count}" for counter in found.counters),
    )


def _miss(row: Row, got: tuple[str, ...]) -> Miss:
    return Miss(text=row.text, field=row.field, expected=row.value, got=got)


def _field_score(field: Field, rows: Iterable[tuple[Row, Metadata]]) -> FieldScore:
    right = [_right(row, found) for row, found in rows if row.field is field]
    return FieldScore(field=field, accuracy=_share(right, empty=1.0), rows=len(right))


def _share(answers: Iterable[bool], *, empty: float) -> float:
    counted = list(answers)
    return round(sum(counted) / len(counted), 4) if counted else empty
