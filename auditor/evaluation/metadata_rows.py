"""The rows of a labelled set of metadata strings and what their values mean.

Knows the file and its notation (ISO 8601, `a/b` for a range, fiscal years in the Buddhist era); judges nothing.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from enum import StrEnum
from io import StringIO
from typing import TYPE_CHECKING

from auditor.errors import Complaint, DataFileError
from auditor.thai.years import BUDDHIST

if TYPE_CHECKING:
    from pathlib import Path

_COLUMNS = ("text", "field", "value")
_BANGKOK = timezone(timedelta(hours=7))


class Field(StrEnum):
    """What a row is labelled with."""

    PUBLISHED = "published"
    MODIFIED = "modified"
    DOCUMENT_DATE = "document-date"
    EVENT = "event"
    AS_OF = "as-of"
    PERIOD = "period"
    FISCAL_YEAR = "fiscal-year"
    FILE_SIZE = "file-size"
    FILE_TYPE = "file-type"
    FILE_NAME = "file-name"
    SOURCE = "source"
    COUNTER = "counter"
    NONE = "none"


DATES = frozenset(
    {Field.PUBLISHED, Field.MODIFIED, Field.DOCUMENT_DATE, Field.EVENT, Field.AS_OF, Field.PERIOD, Field.FISCAL_YEAR}
)
EMPTY = frozenset({Field.COUNTER, Field.NONE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One labelled string."""

    text: str
    field: Field
    value: str


def read_rows(path: Path) -> tuple[Row, ...]:
    """The rows of a CSV with the columns text, field and value; others are not looked at.

    Raises:
        DataFileError: the file cannot be used; every complaint at once.
    """
    try:
        content = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise DataFileError((Complaint(file=str(path), where="", problem=str(error)),)) from error
    reader = csv.DictReader(StringIO(content, newline=""), strict=True)
    complaints: list[Complaint] = []
    rows: list[Row] = []
    try:
        missing = [column for column in _COLUMNS if column not in (reader.fieldnames or ())]
        if missing:
            raise DataFileError((_missing(path, missing),))
        for record in reader:
            where = f"line {reader.line_num}"
            rows += _row(record, str(path), where, complaints)
    except csv.Error as error:
        complaints.append(Complaint(file=str(path), where=f"line {reader.line_num}", problem=str(error)))
    if complaints:
        raise DataFileError(tuple(complaints))
    return tuple(rows)


def _missing(path: Path, columns: list[str]) -> Complaint:
    return Complaint(
        file=str(path),
        where="line 1",
        problem=f"missing column {', '.join(columns)}",
        mend="the header must name text, field and value",
    )


def _row(record: dict[str, str | None], file: str, where: str, complaints: list[Complaint]) -> list[Row]:
    text, name, value = (record.get(column) for column in _COLUMNS)
    if text is None or name is None or value is None:
        complaints.append(Complaint(file=file, where=where, problem="too few fields"))
        return []
    if name not in set(Field):
        complaints.append(
            Complaint(file=file, where=where, problem=f"unknown field {name!r}", mend=f"one of {', '.join(Field)}")
        )
        return []
    return [Row(text=text, field=Field(name), value=value)]


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, month or year as the file gives it, with the time if there is one."""

    first: date
    last: date
    at: time | None = None


def value_of(field: Field, value: str) -> tuple[Moment, Moment] | int | None:
    """The first and last moment that a date value means, the fiscal year (B.E.), or None if it is no such value."""
    if field is Field.FISCAL_YEAR:
        number = re.fullmatch(r"(\d{4})( CE)?", value)
        return int(number[1]) + (BUDDHIST if number[2] else 0) if number else None
    left, _, right = value.partition("/")
    first, last = _moment(left), _moment(right or left)
    return (first, last) if first and last else None


def _moment(value: str) -> Moment | None:
    try:
        if re.fullmatch(r"\d{4}", value):
            return Moment(date(int(value), 1, 1), date(int(value), 12, 31))
        if re.fullmatch(r"\d{4}-\d\d", value):
            first = date.fromisoformat(value + "-01")
            return Moment(first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1))
        stamp = datetime.fromisoformat(value)
    except ValueError:
        return None
    if stamp.tzinfo:
        stamp = stamp.astimezone(_BANGKOK)
    return Moment(stamp.date(), stamp.date(), stamp.time() if "T" in value else None)
