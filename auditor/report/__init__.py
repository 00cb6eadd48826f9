"""Reports: an `Audit` in, files out. Files appear whole or not at all (RELIABILITY_RULES 20).

Never looks at the network, the store or how a verdict was reached.
"""

from __future__ import annotations

import contextlib
import errno
import fcntl
import glob
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.config import Lang, ReportFormat
from auditor.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from auditor.findings import Audit
    from auditor.past import AuditLine
    from auditor.report.messages import Messages
    from auditor.rules import Rulebook


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a writer is given: the audit, the rules that judged it, the words, and the language to begin in."""

    audit: Audit
    rulebook: Rulebook
    messages: Messages
    lang: Lang = Lang.TH
    history: tuple[AuditLine, ...] = ()  # of the site up to this audit, oldest first, where audits are kept


def _html(wanted: Wanted) -> Iterator[bytes]:
    # Imported when asked for: Jinja2 and pydantic cost a tenth of a second that other commands need not pay.
    from auditor.report.html import html_parts  # noqa: PLC0415

    return html_parts(wanted.audit, wanted.rulebook, wanted.messages, wanted.lang, history=wanted.history)


def _json(wanted: Wanted) -> Iterator[bytes]:
    from auditor.report.json import json_parts  # noqa: PLC0415

    return json_parts(wanted.audit, wanted.messages)


def _xlsx(wanted: Wanted) -> bytes:
    from auditor.report.xlsx import render_xlsx  # noqa: PLC0415

    return render_xlsx(wanted.audit, wanted.rulebook, wanted.messages, wanted.lang)


def _items_csv(wanted: Wanted) -> Iterator[bytes]:
    from auditor.report.csv import csv_parts  # noqa: PLC0415
    from auditor.report.tables import items_table  # noqa: PLC0415
    from auditor.report.voice import Voice  # noqa: PLC0415

    return csv_parts(items_table(wanted.audit, Voice(wanted.messages, wanted.lang)))


def _findings_csv(wanted: Wanted) -> Iterator[bytes]:
    from auditor.report.csv import csv_parts  # noqa: PLC0415
    from auditor.report.tables import findings_table  # noqa: PLC0415
    from auditor.report.voice import Voice  # noqa: PLC0415

    return csv_parts(findings_table(wanted.audit, Voice(wanted.messages, wanted.lang)))


def _junit(wanted: Wanted) -> bytes:
    from auditor.report.junit import render_junit  # noqa: PLC0415

    return render_junit(wanted.audit, wanted.rulebook, wanted.messages, wanted.lang)


def _sarif(wanted: Wanted) -> bytes:
    from auditor.report.sarif import render_sarif  # noqa: PLC0415

    return render_sarif(wanted.audit, wanted.rulebook, wanted.messages, wanted.lang)


def _markdown(wanted: Wanted) -> bytes:
    from auditor.report.markdown import render_markdown  # noqa: PLC0415

    return render_markdown(wanted.audit, wanted.rulebook, wanted.messages, wanted.lang)


def _pdf(wanted: Wanted) -> bytes:
    from auditor.report.pdf import print_pdf  # noqa: PLC0415

    return print_pdf(b"".join(_html(wanted)))


FORMATS: dict[ReportFormat, dict[str, Callable[[Wanted], bytes | Iterable[bytes]]]] = {
    ReportFormat.HTML: {"report.html": _html},
    ReportFormat.JSON: {"audit.json": _json},
    ReportFormat.XLSX: {"audit.xlsx": _xlsx},
    ReportFormat.CSV: {"items.csv": _items_csv, "findings.csv": _findings_csv},
    ReportFormat.JUNIT: {"junit.xml": _junit},
    ReportFormat.SARIF: {"audit.sarif": _sarif},
    ReportFormat.MD: {"report.md": _markdown},
    ReportFormat.PDF: {"report.pdf": _pdf},
}
"""Each format's files by name, with their writers."""


def write_reports(wanted: Wanted, folder: Path, formats: Iterable[ReportFormat]) -> tuple[Path, ...]:
    """Write the reports asked for; all are on the disk before the first one takes the place of an older one.

    What a browser has to print comes after the others, so that its failure costs nothing but itself.

    Raises:
        OutputError: a file cannot be written; what was there before is still there.
    """
    chosen = tuple(formats)
    ours = _made(wanted, folder, (each for each in chosen if each is not ReportFormat.PDF))
    if ours:
        write_whole(ours)
    printed = _made(wanted, folder, (each for each in chosen if each is ReportFormat.PDF))
    if printed:
        write_whole(printed)
    return (*ours, *printed)


def _made(wanted: Wanted, folder: Path, formats: Iterable[ReportFormat]) -> dict[Path, bytes | Iterable[bytes]]:
    made: dict[Path, bytes | Iterable[bytes]] = {}
    for name, render in (pair for each in formats for pair in FORMATS[each].items()):
        try:
            made[folder / name] = render(wanted)
        except OSError as exc:  # no room for what a writer keeps aside
            raise output_error(folder / name, exc) from exc
    return made


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


def write_whole(files: Mapping[Path, bytes | Iterable[bytes]]) -> None:
    """Put files in place, each whole and on the disk, or leave all that is there; a large one comes in parts.

    Raises:
        OutputError: one of them cannot be written.
    """
    staged: list[tuple[Path, Path]] = []
    path = next(iter(files))
    with contextlib.ExitStack() as alone:
        try:
            for folder in sorted({path.parent for path in files}):
                alone.enter_context(_alone_in(folder))
            for path, content in files.items():
                _remove_left(path)
                with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as stream:
                    staged.append((Path(stream.name), path))
                    stream.writelines([content] if isinstance(content, bytes) else content)
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


@contextlib.contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """Keep other processes from writing reports there meanwhile, where the file system can do that."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _remove_left(path: Path) -> None:
    """Remove what a process left that was killed while it wrote this file; nobody else may be writing."""
    for left in path.parent.glob(f".{glob.escape(path.name)}.????????"):
        left.unlink()


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
