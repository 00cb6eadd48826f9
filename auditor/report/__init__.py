"""Reports: an `Audit` in, files out. Files appear whole or not at all (RELIABILITY_RULES 20).

Never looks at the network, the store or how a verdict was reached.
"""

from __future__ import annotations

import errno
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.config import Lang, ReportFormat
from auditor.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from auditor.findings import Audit
    from auditor.report.messages import Messages
    from auditor.rules import Rulebook


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a writer is given: the audit, the rules that judged it, the words, and the language to begin in."""

    audit: Audit
    rulebook: Rulebook
    messages: Messages
    lang: Lang = Lang.TH


def _html(wanted: Wanted) -> bytes:
    # Imported when asked for: Jinja2 and pydantic cost a tenth of a second that other commands need not pay.
    from auditor.report.html import render_html  # noqa: PLC0415

    return render_html(wanted.audit, wanted.rulebook, wanted.messages, wanted.lang)


def _json(wanted: Wanted) -> bytes:
    from auditor.report.json import render_json  # noqa: PLC0415

    return render_json(wanted.audit, wanted.messages)


FORMATS: dict[ReportFormat, tuple[str, Callable[[Wanted], bytes]]] = {
    ReportFormat.HTML: ("report.html", _html),
    ReportFormat.JSON: ("audit.json", _json),
}
"""Each format's file name and writer."""


def write_reports(wanted: Wanted, folder: Path, formats: Iterable[ReportFormat]) -> tuple[Path, ...]:
    """Write the reports asked for; all are on the disk before the first one takes the place of an older one.

    Raises:
        OutputError: a file cannot be written; what was there before is still there.
    """
    made = {folder / name: render(wanted) for name, render in (FORMATS[each] for each in formats)}
    write_whole(made)
    return tuple(made)


def prepare_folder(folder: Path) -> None:
    """Make the folder, and try whether files can be written there.

    Raises:
        OutputError: they cannot.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as stream:
            stream.write(b"\n")
    except OSError as exc:
        raise output_error(folder, exc) from exc


def write_whole(files: Mapping[Path, bytes]) -> None:
    """Put files in place, each whole and on the disk, or leave all that is there.

    Raises:
        OutputError: one of them cannot be written.
    """
    staged: list[tuple[Path, Path]] = []
    path = next(iter(files))
    try:
        for path, content in files.items():
            with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as stream:
                staged.append((Path(stream.name), path))
                stream.write(content)
                stream.flush()
                os.fchmod(stream.fileno(), 0o644)
                os.fsync(stream.fileno())
        for path in files:
            if path.is_dir():
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        for temporary, path in staged:
            temporary.replace(path)
        for folder in {path.parent for path in files}:
            sync_folder(folder)
    except OSError as exc:
        raise output_error(path, exc) from exc
    finally:
        for temporary, _ in staged:
            temporary.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def output_error(path: Path, exc: OSError) -> OutputError:
    """What to say of a file that cannot be written."""
    return OutputError(f"{path} cannot be written: {exc.strerror or exc}; free some space or choose another --output")
