"""Exit codes (CONTRACT.md section 1), decided in one place from an audit alone."""

from __future__ import annotations

import errno
from enum import IntEnum
from typing import TYPE_CHECKING

from auditor.config import FailOn
from auditor.facts import RobotsState
from auditor.findings import Status
from auditor.reviews.standing import settled
from auditor.rules import Obligation

if TYPE_CHECKING:
    from auditor.facts import Coverage
    from auditor.findings import Audit

FULL_DISK = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
"""Errors of the system that say that nothing more can be written."""

ENOUGH = 0.95
"""Share of the addresses near the start page that must be read, when hosts fail, for an audit to count as done."""


class Exit(IntEnum):
    """How a command ended."""

    GOOD = 0
    NOT_MET = 1  # a required requirement is at or above --fail-on
    USAGE = 2  # usage, configuration or rule file
    NOT_DONE = 3  # the audit could not be done or completed
    INTERRUPTED = 130
    TERMINATED = 143


_COUNTS_AS_FAILED: dict[FailOn, frozenset[Status]] = {
    FailOn.FAIL: frozenset({Status.FAIL}),
    FailOn.PARTIAL: frozenset({Status.FAIL, Status.PARTIAL}),
    FailOn.REVIEW: frozenset({Status.FAIL, Status.PARTIAL, Status.REVIEW}),
    FailOn.NEVER: frozenset(),
}
_HOST_TROUBLE = frozenset({"host-down", "put-off", "errors"})


def exit_code(audit: Audit, fail_on: FailOn, caught: int | None = None) -> int:
    """The exit code of an audit; `caught` is the number of the signal that ended it early."""
    if caught is not None:
        return 128 + caught
    if not was_done(audit.coverage):
        return Exit.NOT_DONE
    failed = _COUNTS_AS_FAILED[fail_on]
    if any(each.obligation is Obligation.REQUIRED and settled(each) in failed for each in audit.verdicts):
        return Exit.NOT_MET
    return Exit.GOOD


def was_done(coverage: Coverage) -> bool:
    """Could the site be looked at? A limit that the operator set does not make an audit undone; a dead site does."""
    if coverage.robots is RobotsState.UNREACHABLE or not coverage.pages:
        return False
    if _HOST_TROUBLE.isdisjoint(coverage.limits):
        return True
    return coverage.shallow_read >= ENOUGH * coverage.shallow_known
