"""Where the reports of a site's runs stand: a folder for each run, and `latest`, which one switch moves on.

`<folder>/<run>/` holds the files; `<folder>/latest` leads to those of the newest. A reader meets the old set or the
new one, never a part of either (RELIABILITY_RULES 20).
"""

from __future__ import annotations

import contextlib
import os
import shutil
from typing import TYPE_CHECKING

from auditor.errors import OutputError
from auditor.report import output_error, prepare_folder, sync_folder, write_reports

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from auditor.config import ReportFormat
    from auditor.report import Wanted

LATEST = "latest"
_PART = ".part"  # begins the names of what is not yet whole


def site_folder(output: Path, site: str) -> Path:
    """The folder of a site; its id may hold the path of a shared host."""
    return output / site.replace("/", "_")


def publish(wanted: Wanted, folder: Path, formats: Iterable[ReportFormat], *, latest: bool) -> tuple[Path, ...]:
    """Write the reports of a run into its folder; `latest`: it is the newest of its site. Their paths.

    Raises:
        OutputError: they cannot be written; what was there before is still there.
    """
    home = folder / wanted.audit.run.id
    files = write_reports(wanted, home, formats) if home.exists() else _written_at_once(wanted, home, formats)
    if latest:
        _switch(folder, home.name)
        return tuple(folder / LATEST / file.name for file in files)
    return files


def tidy(folder: Path) -> None:
    """Remove what a run that was killed left behind. Nobody else may be writing there."""
    if folder.is_dir():
        for part in folder.glob(f"{_PART}*"):
            if part.is_dir() and not part.is_symlink():
                shutil.rmtree(part, ignore_errors=True)
            else:
                part.unlink(missing_ok=True)


def _written_at_once(wanted: Wanted, home: Path, formats: Iterable[ReportFormat]) -> tuple[Path, ...]:
    part = home.with_name(f"{_PART}-{home.name}")
    try:
        prepare_folder(part)
        files = write_reports(wanted, part, formats)
        part.rename(home)
        sync_folder(home.parent)
    except OSError as exc:
        raise output_error(home, exc) from exc
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return tuple(home / file.name for file in files)


def _switch(folder: Path, run: str) -> None:
    latest, part = folder / LATEST, folder / f"{_PART}-{LATEST}"
    if latest.is_dir() and not latest.is_symlink():
        raise OutputError(f"{latest} is a folder of somebody else's making: move it away")
    try:
        with contextlib.suppress(FileNotFoundError):
            part.unlink()
        part.symlink_to(run, target_is_directory=True)
        os.replace(part, latest)  # noqa: PTH105  (a rename that says that it replaces)
        sync_folder(folder)
    except OSError as exc:
        raise output_error(latest, exc) from exc
