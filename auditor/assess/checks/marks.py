"""A sign that somebody else has written on the website, before equal ones on many pages become one defect."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from auditor.findings import Severity

if TYPE_CHECKING:
    from auditor.findings import FindingRule, Params


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What one page or document shows; `key` tells whether another one shows the same."""

    rule: FindingRule
    key: tuple[str, ...]
    quote: str
    params: Params = field(default=())
    certain: bool = True  # else a person must look

    @property
    def severity(self) -> Severity:
        """Critical where it is certain; `deciders.derived.breach` relies on it."""
        return Severity.CRITICAL if self.certain else Severity.MAJOR


def doubt(*, certain: bool) -> Params:
    """The parameter that makes a message say that a person must look."""
    return () if certain else (("doubt", "yes"),)
