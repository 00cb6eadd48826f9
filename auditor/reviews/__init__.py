"""What people say of an agency's requirements and findings: verdicts beside ours, and what is accepted for a time.

Types only. `tomlfile` and `form` read and write the files, `assess.reviews` lays them over an audit.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # noqa: TC003  (files are read by these types)

from auditor.findings import Status

DECIDED = (Status.PASS, Status.PARTIAL, Status.FAIL, Status.NOT_APPLICABLE)
"""The statuses that a person's verdict may have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenReview:
    """A person's verdict on a requirement."""

    requirement: str
    pack: str = ""  # "": of every pack that asks for it
    status: Status
    by: str
    at: date
    reason: str = ""  # needed unless the program said the same
    expires: date | None = None  # the last day on which it holds, in Bangkok
    evidence: str = ""  # `evidence_sha256` of what was looked at; "": holds whatever becomes of it
    machine: Status | None = None  # what the program said then
    machine_wrong: bool = False  # the program made a mistake here, rather than the agency
    label: str = ""  # the words on the website that mean it, or that the program wrongly took for it
    url: str = ""  # where the person found the thing


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenWaiver:
    """That a requirement, or a finding, is accepted as it is."""

    requirement: str = ""  # this …
    finding: str = ""  # … or this: an id of `audit.json`
    pack: str = ""  # "": of every pack that asks for the requirement
    by: str  # who approves
    at: date
    reason: str
    expires: date  # the last day on which it holds, in Bangkok


Given = GivenReview | GivenWaiver


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviews:
    """All that was said of one site; the tables of a file."""

    review: tuple[GivenReview, ...] = ()
    waiver: tuple[GivenWaiver, ...] = ()

    def everything(self) -> tuple[Given, ...]:
        """Verdicts, then waivers."""
        return (*self.review, *self.waiver)
