"""A file of reviews, in whichever of its forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.errors import Complaint, DataFileError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from auditor.reviews import Reviews
    from auditor.reviews.form import FormWords


def load_reviews(path: Path, known: Mapping[str, frozenset[str]], words: Callable[[], FormWords]) -> Reviews:
    """The reviews of a TOML file or of a filled form.

    Args:
        path: the file; its ending tells what it is.
        known: ids of requirements by pack.
        words: how forms are worded; asked for only where the file is one.

    Raises:
        DataFileError: with every mistake at once.
    """
    match path.suffix.lower():
        case ".toml":
            from auditor.reviews.tomlfile import read_reviews  # noqa: PLC0415  (only what the file needs)

            return read_reviews(path, known)
        case ".xlsx":
            from auditor.reviews.form import read_form  # noqa: PLC0415  (as above)

            return read_form(path, known, words())
        case _:
            complaint = Complaint(
                file=str(path), where="", problem="is no file of reviews", mend="give a .toml or .xlsx"
            )
            raise DataFileError((complaint,))
