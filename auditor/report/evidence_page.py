"""The index of a package of evidence: one page that needs no program but a browser, and nothing from outside.

Thai first, English beside. What the site said is shown as words only; its bodies are links to plain files.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from auditor.datafiles import reports_folder
from auditor.report.html import address_of, environment, own_text, pieces_of, policy
from auditor.report.safe_text import valid_unicode

if TYPE_CHECKING:
    from datetime import datetime

    from auditor.findings import Audit, Evidence, Finding, NearMiss, Verdict
    from auditor.report.messages import Messages
    from auditor.rules import Text

MOST_FINDINGS = 1000
"""Findings that the page lists; `audit.json` has them all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """Where something that is cited lies in the package."""

    record: str | None = None  # WARC-Record-ID
    file: str | None = None  # the stored body, from the folder of the page
    sha256: str | None = None  # of that file
    size: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Exhibit:
    """One piece of evidence."""

    evidence: Evidence
    kept: Kept
    picture: Kept = field(default_factory=Kept)  # of the page
    drawn_at: datetime | None = None

    @property
    def title(self) -> str:
        """What the link to it is called."""
        return self.evidence.trail[-1].label if self.evidence.trail else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Nearly:
    """What came closest and was not enough."""

    miss: NearMiss
    kept: Kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """A verdict with its evidence."""

    verdict: Verdict
    exhibits: tuple[Exhibit, ...]
    nearest: tuple[Nearly, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """The verdicts of one category."""

    id: str
    title: Text
    proofs: tuple[Proof, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Defect:
    """A finding, with the page on which it is met."""

    finding: Finding
    kept: Kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """All that the page lists."""

    audit: Audit
    chapters: tuple[Chapter, ...]
    defects: tuple[Defect, ...]
    rules: tuple[str, ...]  # files of the rules that judged
    archive: str  # the WARC file
    exporter: str  # version of the program that made the package

    @property
    def has_pictures(self) -> bool:
        """Is any page shown?"""
        exhibits = (each for chapter in self.chapters for proof in chapter.proofs for each in proof.exhibits)
        return any(each.picture.file for each in exhibits)


def render_evidence(contents: Contents, messages: Messages) -> bytes:
    """The page as UTF-8 (RELIABILITY_RULES 21)."""
    folder = reports_folder()
    style = own_text(folder / "style" / "evidence.css")
    page = (
        environment(folder / "templates")
        .get_template("evidence.html.j2")
        .render(
            c=contents,
            audit=contents.audit,
            m=messages,
            style=style,
            policy=policy(style, pictures=contents.has_pictures),
            address=address_of,
            pieces=pieces_of,
            most=MOST_FINDINGS,
        )
    )
    return valid_unicode(page).encode()
