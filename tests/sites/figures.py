"""Verdicts held against what is right to say, and the figures that come of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.findings import Status
from tests.sites.truth import Fault, judge

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from auditor.findings import Audit
    from tests.sites.truth import Truth

STATUS_FAULTS = (Fault.WRONG_PASS, Fault.WRONG_FAIL, Fault.NEEDLESS_REVIEW, Fault.WRONG_STATUS)
SURE = 0.9
"""The confidence from which a verdict is promised to be right at least 98 times in 100."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One verdict beside what is right to say."""

    requirement: str
    status: Status
    confidence: float
    fault: Fault | None
    meant: bool  # the change was to move this verdict

    @property
    def status_is_right(self) -> bool:
        """Is the status one that is right to say, whatever was shown for it?"""
        return self.fault not in STATUS_FAULTS


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """All verdicts on a site as it stands (`change` empty) or after one change."""

    site: str
    change: str
    verdicts: tuple[Judged, ...]

    @property
    def seen(self) -> bool:
        """Did every verdict that the change was to move come out right?"""
        return all(judged.status_is_right for judged in self.verdicts if judged.meant)

    @property
    def must_move(self) -> bool:
        """Was the change to move any verdict at all?"""
        return any(judged.meant for judged in self.verdicts)

    @property
    def false_alarm(self) -> bool:
        """Did a verdict come out wrong that the change was to leave alone?"""
        return any(not judged.status_is_right for judged in self.verdicts if not judged.meant)


@dataclass(frozen=True, slots=True, kw_only=True)
class Accuracy:
    """The figures that the project promises."""

    verdicts: int
    faults: Counter[Fault]
    reviews: int
    changes: int
    changes_seen: float  # share of those that were to move something
    false_alarms: float  # share of all changes
    sure: int  # verdicts with a confidence of at least 0.9 …
    sure_right: float  # … and the share of them that is right


def trial(site: str, change: str, audited: Audit, truth: Truth, moved: Mapping[str, object]) -> Trial:
    """An audit held against the truth; `moved` names the requirements that the change was to move."""
    verdicts = {verdict.requirement: verdict for verdict in audited.verdicts}
    judged = []
    for expected in truth.requirements:
        verdict = verdicts[expected.requirement]
        miss = judge(expected, verdict)
        judged.append(
            Judged(
                requirement=expected.requirement,
                status=verdict.status,
                confidence=verdict.confidence,
                fault=miss.fault if miss else None,
                meant=expected.requirement in moved,
            )
        )
    return Trial(site=site, change=change, verdicts=tuple(judged))


def accuracy(trials: Iterable[Trial]) -> Accuracy:
    """The figures over all trials."""
    trials = tuple(trials)
    judged = [one for each in trials for one in each.verdicts]
    changed = [each for each in trials if each.change]
    moving = [each for each in changed if each.must_move]
    sure = [one for one in judged if one.confidence >= SURE]
    return Accuracy(
        verdicts=len(judged),
        faults=Counter(one.fault for one in judged if one.fault),
        reviews=sum(one.status is Status.REVIEW for one in judged),
        changes=len(changed),
        changes_seen=share(sum(each.seen for each in moving), len(moving)),
        false_alarms=share(sum(each.false_alarm for each in changed), len(changed)),
        sure=len(sure),
        sure_right=share(sum(one.status_is_right for one in sure), len(sure)),
    )


def share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0
