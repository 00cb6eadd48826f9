"""An `audit.json` read back: what the commands that follow an audit need of it.

The one way to a past audit as long as there is no store; keys that later versions add are left alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # noqa: TC003  (the file is read by these types)
from typing import TYPE_CHECKING

from auditor.codec import decode_json
from auditor.errors import Complaint, DataFileError
from auditor.findings import EvidenceKind, Status  # noqa: TC001  (as above)
from auditor.report.audit_shape import SCHEMA
from auditor.rules import Text  # noqa: TC001  (as above)

if TYPE_CHECKING:
    from pathlib import Path

MOST_BYTES = 200 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class PastSite:
    """Whose site."""

    id: str
    url: str
    host: str
    name: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PastPack:
    """A rule pack that judged."""

    id: str
    title: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class PastRun:
    """When, and by which packs."""

    id: str
    as_of: date
    packs: tuple[PastPack, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PastStep:
    """One click on the way from the start page."""

    label: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PastEvidence:
    """What was cited."""

    url: str
    kind: EvidenceKind
    quote: str
    trail: tuple[PastStep, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PastMiss:
    """What came closest."""

    url: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PastSearch:
    """What was looked for and what came closest."""

    nearest: tuple[PastMiss, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PastReason:
    """Why, as a code and a sentence."""

    code: str
    message: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class PastReview:
    """A person's verdict."""

    status: Status
    by: str
    at: date
    reason: str
    expires: date | None = None
    machine: Status | None = None
    machine_wrong: bool = False
    label: str = ""
    url: str | None = None
    lapsed: PastReason | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PastWaiver:
    """That a person accepted it as it was."""

    by: str
    at: date
    reason: str
    expires: date
    lapsed: PastReason | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PastRequirement:
    """What was asked and the verdict on it."""

    id: str
    pack: str
    category: str
    title: Text
    status: Status
    evidence: tuple[PastEvidence, ...]
    searched: PastSearch
    evidence_sha256: str = ""
    review: PastReview | None = None
    waiver: PastWaiver | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PastAudit:
    """The audit."""

    schema: str
    site: PastSite
    run: PastRun
    requirements: tuple[PastRequirement, ...]


def read_audit(path: Path) -> PastAudit:
    """The audit that a file holds.

    Raises:
        DataFileError: it is absent, too large, or no `audit.json` of a version that this one knows.
    """
    try:
        with path.open("rb") as stream:
            raw = stream.read(MOST_BYTES + 1)
    except OSError as exc:
        raise _error(path, f"cannot be read: {exc.strerror or exc}") from exc
    if len(raw) > MOST_BYTES:
        raise _error(path, f"is larger than {MOST_BYTES} bytes")
    audit = decode_json(raw, PastAudit, str(path), DataFileError)
    if audit.schema != SCHEMA:
        raise _error(path, f'is of the version "{audit.schema}", not "{SCHEMA}"')
    return audit


def _error(path: Path, problem: str) -> DataFileError:
    return DataFileError(
        (Complaint(file=str(path), where="", problem=problem, mend="give an audit.json of this program"),)
    )
