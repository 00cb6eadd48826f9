"""Where `rules/` and `reports/` lie: in an installed wheel, or beside the package in a checkout."""

from __future__ import annotations

from pathlib import Path

from auditor.errors import Complaint, DataFileError

PACKAGE = Path(__file__).resolve().parent


def rules_folder(configured: Path | None = None) -> Path:
    """The folder of topics, packs and vocabulary; a configured one wins.

    Raises:
        DataFileError: there is none.
    """
    return _folder("rules", configured)


def reports_folder(configured: Path | None = None) -> Path:
    """The folder of templates, style and messages; a configured one wins.

    Raises:
        DataFileError: there is none.
    """
    return _folder("reports", configured)


def _folder(name: str, configured: Path | None) -> Path:
    # The wheel carries the folders in `_data`; an editable install has only the checkout.
    places = (configured,) if configured else (PACKAGE / "_data" / name, PACKAGE.parent / name)
    for place in places:
        if place.is_dir():
            return place
    raise DataFileError(
        tuple(
            Complaint(
                file=str(place),
                where="",
                problem="is not there",
                mend="install the program again, or name the folder",
            )
            for place in places
        )
    )
