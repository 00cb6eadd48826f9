"""What a person is told who ends `auditor check` before its end: what goes on still, and what is left of it."""

from __future__ import annotations

import os
import shlex
import signal
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from auditor.cli.job import Job

PATIENT = frozenset({int(signal.SIGINT)})
"""Who pressed Ctrl-C sits there and can press it again; whatever sends another signal wants an end in ten seconds."""

_STDERR = 2
_STOPPING = b"auditor: stopping: what was fetched is judged now; Ctrl-C again ends it without a report\n"


def say_stopping(number: int) -> None:
    """Tell who sits at a terminal what goes on; from the signal's handler, where `sys.stderr` may be at work."""
    if number in PATIENT and os.isatty(_STDERR):
        os.write(_STDERR, b"\n" + _STOPPING)


def what_is_left(job: Job, keeps: Path | None) -> str:
    """What there is of an audit that was ended before it was judged, and how to come by its report.

    `keeps`: the WARC file in which it kept what it fetched.
    """
    if job.archives.archive is not None:
        return "stopped before a report was made; the archive is as it was"
    if keeps is not None:
        url, file = shlex.quote(job.site.url), shlex.quote(str(keeps))
        return (
            "stopped before a report was made; what was fetched is kept, and this judges it: "
            f"auditor check --from-warc {file} {url}"
        )
    if _is_in_store(job):
        return (
            "stopped before a report was made; what was fetched is kept in the store, and the same command (within "
            "twelve hours) or `auditor run` judges it without fetching it again"
        )
    return (
        "stopped before a report was made; nothing is kept of what was fetched (--keep-warc FILE would keep it, "
        "--max-pages N makes it less)"
    )


def _is_in_store(job: Job) -> bool:
    from auditor.errors import StoreError  # noqa: PLC0415  (most checks have no store)
    from auditor.keeping import to_be_judged  # noqa: PLC0415
    from auditor.store import open_store  # noqa: PLC0415

    if not job.store:
        return False
    try:
        with open_store(job.store, check=False) as store:
            return to_be_judged(store, job.site, datetime.now(UTC)) is not None
    except StoreError:
        return False
