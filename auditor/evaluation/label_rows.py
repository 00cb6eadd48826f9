"""The labelled sets of labels: `text,kind,url,label[,soft,note]` (CONTRACT.md section 5).

Knows the file and its mistakes; knows nothing of who answers.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from io import StringIO
from typing import TYPE_CHECKING

from auditor.errors import Complaint, DataFileError
from auditor.rules import LabelKind

if TYPE_CHECKING:
    from pathlib import Path

COLUMNS = ("text", "kind", "label")
NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledRow:
    """One label as a page showed it, and the topics that it means."""

    text: str
    kind: LabelKind
    topics: frozenset[str]  # empty: the name of no required thing
    soft: bool = False  # careful people may differ


def read_labelled_rows(path: Path) -> tuple[LabelledRow, ...]:
    """All rows of a labelled set.

    Raises:
        DataFileError: the file cannot be used; every complaint at once.
    """
    try:
        content = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise DataFileError(
            (Complaint(file=str(path), where="", problem=str(error), mend="give a UTF-8 CSV"),)
        ) from error
    reader = csv.DictReader(StringIO(content, newline=""), strict=True)
    rows: list[LabelledRow] = []
    complaints: list[Complaint] = []
    try:
        if missing := [column for column in COLUMNS if column not in (reader.fieldnames or ())]:
            raise DataFileError((_missing(path, missing),))
        for record in reader:
            mistakes = tuple(_mistakes(record, str(path), f"line {reader.line_num}"))
            complaints += mistakes
            if not mistakes:
                rows.append(_row(record))
    except csv.Error as error:
        complaints.append(Complaint(file=str(path), where=f"line {reader.reader.line_num}", problem=str(error)))
    if complaints:
        raise DataFileError(tuple(complaints))
    return tuple(rows)


def _row(record: dict[str, str]) -> LabelledRow:
    labels = frozenset(_labels(record["label"]))
    return LabelledRow(
        text=record["text"],
        kind=LabelKind(record["kind"]),
        topics=labels - {NONE},
        soft=(record.get("soft") or "").strip() == "1",
    )


def _labels(joined: str) -> list[str]:
    return [label.strip() for label in joined.split("|")]


def _mistakes(record: dict[str, str | None], file: str, where: str) -> list[Complaint]:
    found: list[Complaint] = []
    if None in record or any(record[column] is None for column in COLUMNS):
        return [
            Complaint(file=file, where=where, problem="has not as many fields as the header", mend="quote commas")
        ]
    if record["kind"] not in set(LabelKind):
        found.append(
            Complaint(
                file=file,
                where=where,
                problem=f'kind "{record["kind"]}" is not known',
                mend="one of " + ", ".join(LabelKind),
            )
        )
    labels = _labels(record["label"] or "")
    if not all(labels):
        found.append(
            Complaint(file=file, where=where, problem="label is empty", mend='topic ids joined with "|", or none')
        )
    elif NONE in labels and len(labels) > 1:
        found.append(Complaint(file=file, where=where, problem="label joins none with a topic", mend="leave one out"))
    return found


def _missing(path: Path, columns: list[str]) -> Complaint:
    return Complaint(
        file=str(path),
        where="line 1",
        problem="lacks the column " + ", ".join(columns),
        mend="the header is text,kind,url,label[,soft,note]",
    )
