"""Reviews as a TOML file: `[[review]]` and `[[waiver]]`, read with every mistake at once, and written."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import date
from typing import TYPE_CHECKING

from auditor.codec import examine_toml, read_text
from auditor.errors import ComplaintsError, DataFileError
from auditor.reviews import GivenReview, Reviews
from auditor.reviews.checks import review_complaints

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from auditor.reviews import Given


def read_reviews(path: Path, known: Mapping[str, frozenset[str]]) -> Reviews:
    """The reviews of a TOML file; `known` are the ids of requirements by pack.

    Raises:
        DataFileError: with every mistake at once.
    """
    try:
        reviews, complaints = examine_toml(read_text(path), Reviews, str(path))
    except ComplaintsError as exc:
        raise DataFileError(exc.complaints) from exc
    if reviews is not None:
        told = {complaint.where for complaint in complaints}
        further = review_complaints(reviews, str(path), known)
        complaints += tuple(complaint for complaint in further if complaint.where not in told)
    if complaints or reviews is None:
        raise DataFileError(complaints)
    return reviews


def toml_of(reviews: Reviews) -> str:
    """The text of a file that holds these reviews; what is not said is left out."""
    return "\n".join(line for each in reviews.everything() for line in _table(each))


def _table(given: Given) -> Iterator[str]:
    yield "[[review]]" if isinstance(given, GivenReview) else "[[waiver]]"
    for each in fields(given):
        value = getattr(given, each.name)
        if value not in {"", None, False}:
            yield f"{each.name} = {_value(value)}"
    yield ""


def _value(value: str | bool | date) -> str:  # noqa: FBT001  (a value of the file)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    # Every JSON string is a TOML string once DEL, which TOML alone forbids, is escaped.
    return json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007f")
