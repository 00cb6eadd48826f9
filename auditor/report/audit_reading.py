"""An `audit.json` read back: the few keys that publication request forms are made of.

Knows the keys of CONTRACT.md section 2 and passes over all others.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # noqa: TC003  (read by the types)
from typing import TYPE_CHECKING, ClassVar

from auditor.codec import decode_json, read_text
from auditor.errors import Complaint, ComplaintsError, DataFileError
from auditor.report.audit_shape import SCHEMA
from auditor.rules import Text  # noqa: TC001  (as above)

if TYPE_CHECKING:
    from pathlib import Path

MOST_BYTES = 200 * 1024 * 1024


def _key(field: str) -> str:
    return field.removesuffix("_")


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteRead:
    """Whose site it is."""

    id: str
    url: str
    name: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRead:
    """Who owns the information."""

    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodRead:
    """The days that it covers."""

    __pydantic_config__: ClassVar = {"alias_generator": _key}
    from_: date | None
    to: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedRead:
    """When it was published."""

    __pydantic_config__: ClassVar = {"alias_generator": _key}
    date_: date


@dataclass(frozen=True, slots=True, kw_only=True)
class FileTypeRead:
    """Extensions without dot."""

    shown: str | None = None
    actual: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FileSizeRead:
    """Bytes."""

    shown_bytes: int | None = None
    actual_bytes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRead:
    """Something published."""

    url: str
    title: str
    source: SourceRead | None = None
    period: PeriodRead | None = None
    published: PublishedRead | None = None
    file_type: FileTypeRead | None = None
    file_size: FileSizeRead | None = None
    findings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceRead:
    """A page or document that answered a requirement."""

    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RequirementRead:
    """What was asked, and what answered it."""

    title: Text
    evidence: tuple[EvidenceRead, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class UnregisteredRead:
    """Something published that the register does not know."""

    url: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterRead:
    """What came of the publication register."""

    unregistered: tuple[UnregisteredRead, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesRead:
    """What is new since the audit before."""

    new: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditRead:
    """The audit, as far as forms need it."""

    schema: str
    site: SiteRead
    items: tuple[ItemRead, ...]
    requirements: tuple[RequirementRead, ...] = ()
    register: RegisterRead | None = None
    changes: ChangesRead | None = None


def read_audit(path: Path) -> AuditRead:
    """The audit in a file.

    Raises:
        DataFileError: it cannot be read, is no `audit.json`, or is one of another version; every mistake at once.
    """
    try:
        text = read_text(path, most=MOST_BYTES)
    except ComplaintsError as exc:
        raise DataFileError(exc.complaints) from exc
    audit = decode_json(text, AuditRead, str(path), DataFileError)
    if audit.schema != SCHEMA:
        mend = f"this version reads {SCHEMA}; audit the site again"
        raise DataFileError(
            (Complaint(file=str(path), where="schema", problem=f'"{audit.schema}" is another format', mend=mend),)
        )
    return audit
