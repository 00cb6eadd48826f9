"""How right the verdicts are, over every known site and every change to it.

    python -m tests.sites.accuracy [--write FILE] [--jobs N] [SITE …]

audits them all and prints the tables of docs/ACCURACY.md, or writes that file.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from multiprocessing import Pool
from pathlib import Path
from typing import TYPE_CHECKING

from tests.sites.auditing import audit
from tests.sites.figures import STATUS_FAULTS, SURE, accuracy, share, trial
from tests.sites.registry import SITES
from tests.sites.truth import Fault

if TYPE_CHECKING:
    from tests.sites.figures import Accuracy, Trial

BINS = (SURE, 0.8, 0.7, 0.6, 0.0)
"""Lower ends of the ranges of confidence that are told apart."""


def try_site(name: str) -> tuple[Trial, ...]:
    """The site as it stands and after each of its changes."""
    site, truth = SITES[name], SITES[name].truth()
    trials = [trial(name, "", audit(site.website(), truth.as_of), truth, {})]
    for mutation in site.mutations:
        audited = audit(mutation.apply(site.website()), truth.as_of)
        trials.append(
            trial(name, mutation.name, audited, truth.changed(mutation.changes, mutation.findings), mutation.changes)
        )
    return tuple(trials)


def report(trials: tuple[Trial, ...]) -> str:
    """docs/ACCURACY.md."""
    figures, still = accuracy(trials), accuracy(each for each in trials if not each.change)
    sites = dict.fromkeys(each.site for each in trials)
    requirements = dict.fromkeys(one.requirement for each in trials for one in each.verdicts)
    return "\n".join(
        [
            "# How right the verdicts are",
            "",
            f"{len(sites)} sites of fictional agencies, each in another markup, with the truth for every",
            f"requirement, and {figures.changes} changes to them, each with the verdicts that it must move.",
            "All of these were seen while the rules were written: the figures say what was reached,",
            "not what an unseen site will get.",
            "docs/UNSEEN.md has the first look at sites that were not seen.",
            "",
            "Made by `python -m tests.sites.accuracy --write docs/ACCURACY.md`; do not edit.",
            "",
            "## In all",
            "",
            *_overall(figures, still),
            "",
            "## What the confidence means",
            "",
            "Of verdicts with this confidence, so many were right on the known sites and their changes.",
            "",
            *_calibration(trials),
            "",
            "## By site",
            "",
            "*right* counts statuses; *other page* are right statuses whose evidence is not where the truth has it.",
            "",
            *_rows("site", [(name, [each for each in trials if each.site == name]) for name in sites], None),
            "",
            "## By requirement",
            "",
            *_rows("requirement", [(name, list(trials)) for name in requirements], "requirement"),
            "",
            "## What is known to be wrong",
            "",
            *_misses(trials),
            "",
        ]
    )


def _overall(figures: Accuracy, still: Accuracy) -> list[str]:
    def row(name: str, of: str, aim: str) -> str:
        return f"| {name} | {of} | {aim} |"

    wrong = figures.faults
    return [
        "| | found | aim |",
        "|---|---|---|",
        row("verdicts on sites as they stand, right", f"{_right(still)} of {still.verdicts}", ""),
        row("verdicts with all changes, right", f"{_right(figures)} of {figures.verdicts}", ""),
        row("wrong pass", str(wrong[Fault.WRONG_PASS]), "0"),
        row("wrong fail", _percent(wrong[Fault.WRONG_FAIL], figures.verdicts), "≤ 1 %"),
        row("review, needless", _percent(wrong[Fault.NEEDLESS_REVIEW], figures.verdicts), ""),
        row("review, all", _percent(figures.reviews, figures.verdicts), "≤ 6 %"),
        row("changes seen", f"{figures.changes_seen:.1%}", "≥ 97 %"),
        row("changes with a false alarm", f"{figures.false_alarms:.1%}", "≤ 1 %"),
        row("right with confidence ≥ 0.9", f"{figures.sure_right:.1%} of {figures.sure}", "≥ 98 %"),
    ]


def _right(figures: Accuracy) -> int:
    return figures.verdicts - sum(figures.faults[fault] for fault in STATUS_FAULTS)


def _percent(part: int, whole: int) -> str:
    return f"{part} ({share(part, whole):.2%})"


def _calibration(trials: tuple[Trial, ...]) -> list[str]:
    lines, above = ["| confidence | verdicts | right |", "|---|---|---|"], 1.01
    for lower in BINS:
        inside = [one for each in trials for one in each.verdicts if lower <= one.confidence < above]
        right = sum(one.status_is_right for one in inside)
        span = f"{lower:.1f} and more" if above > 1 else f"{lower:.1f} – {above - 0.01:.2f}"
        lines.append(f"| {span} | {len(inside)} | {share(right, len(inside)):.1%} |")
        above = lower
    return lines


def _rows(head: str, groups: list[tuple[str, list[Trial]]], by: str | None) -> list[str]:
    lines = [
        f"| {head} | verdicts | right | wrong pass | wrong fail | needless review | other status | other page |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for name, trials in groups:
        judged = [one for each in trials for one in each.verdicts if by is None or one.requirement == name]
        faults = Counter(one.fault for one in judged)
        right = sum(one.status_is_right for one in judged)
        counts = (*(faults[fault] for fault in STATUS_FAULTS), faults[Fault.WRONG_EVIDENCE])
        lines.append(f"| {name} | {len(judged)} | {right} | " + " | ".join(str(n or "·") for n in counts) + " |")
    return lines


def _misses(trials: tuple[Trial, ...]) -> list[str]:
    lines = [
        f"- {each.site}, {each.change or 'as it stands'}: `{one.requirement}` {one.fault}"
        f" (said {one.status}, confidence {one.confidence:.2f})"
        for each in trials
        for one in each.verdicts
        if one.fault is not None
    ]
    return lines or ["Nothing."]


def main(arguments: list[str] | None = None) -> int:
    """Audit what is asked for and print or write the tables."""
    parser = argparse.ArgumentParser(prog="python -m tests.sites.accuracy", description=__doc__)
    parser.add_argument("sites", nargs="*", default=list(SITES), metavar="SITE", help=", ".join(SITES))
    parser.add_argument("--write", type=Path, metavar="FILE", help="write the tables there")
    parser.add_argument("--jobs", type=int, default=2, metavar="N", help="processes (default 2)")
    options = parser.parse_args(arguments)
    with Pool(options.jobs) as pool:
        trials = tuple(each for several in pool.map(try_site, options.sites, chunksize=1) for each in several)
    text = report(trials)
    if options.write:
        options.write.write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
