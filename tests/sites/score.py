"""How right the auditor is on the sites whose truth is known.

    python -m tests.sites.score [SITE …] [--mutations]

prints what differs from the truth, site by site, and a table of what was said against what was right.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from typing import TYPE_CHECKING

from auditor.findings import Status
from tests.sites.auditing import audit
from tests.sites.registry import SITES
from tests.sites.truth import Fault, compare, table, unlisted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditor.findings import Audit
    from tests.sites.registry import KnownSite
    from tests.sites.truth import Miss, Truth

Said = Counter[tuple[str, Status]]
"""How often something was right (statuses joined) and something was said."""


def main(arguments: list[str] | None = None) -> int:
    """Audit the sites that are asked for; 1 if anything differs from the truth."""
    parser = argparse.ArgumentParser(prog="python -m tests.sites.score", description=__doc__)
    parser.add_argument("sites", nargs="*", default=list(SITES), metavar="SITE", help=", ".join(SITES))
    parser.add_argument("--mutations", action="store_true", help="the changed sites, too")
    options = parser.parse_args(arguments)
    said: Said = Counter()
    misses: list[Miss] = []
    for name in options.sites:
        misses += _score(SITES[name], said)
        if options.mutations:
            misses += _score_mutations(SITES[name], said)
    _print("\n" + confusion(said))
    _print(table(()) if not misses else _totals(misses))
    return 1 if misses else 0


def confusion(said: Said) -> str:
    """What was right in rows, what was said in columns."""
    rows = sorted({right for right, _ in said})
    lines = [f"{'right':<44}" + "".join(f"{status:>16}" for status in Status)]
    lines += [f"{right:<44}" + "".join(f"{said[right, status] or '·':>16}" for status in Status) for right in rows]
    return "\n".join(lines)


def _score(site: KnownSite, said: Said) -> tuple[Miss, ...]:
    truth, started = site.truth(), time.perf_counter()
    audited = audit(site.website(), truth.as_of)
    misses = compare(audited, truth)
    _count(audited, truth, said)
    coverage = audited.coverage
    _print(
        f"\n{site.name} ({truth.agency}): {coverage.pages} pages, {coverage.documents} documents, "
        f"complete={coverage.complete}, {time.perf_counter() - started:.1f} s"
    )
    _print(table(misses))
    for finding in unlisted(audited.findings, truth):
        _print(f"  (not in the truth) {finding.rule} {finding.url}")
    return misses


def _score_mutations(site: KnownSite, said: Said) -> tuple[Miss, ...]:
    truth = site.truth()
    # What is wrong on the site as it stands is told once, above.
    known = {(miss.subject, miss.fault) for miss in compare(audit(site.website(), truth.as_of), truth)}
    found: list[Miss] = []
    for mutation in site.mutations:
        changed = truth.changed(mutation.changes, mutation.findings)
        audited = audit(mutation.apply(site.website()), truth.as_of)
        _count(audited, changed, said)
        misses = [
            miss
            for miss in compare(audited, changed)
            if (miss.subject, miss.fault) not in known or miss.subject in mutation.changes
        ]
        _print(f"{site.name} / {mutation.name}: " + ("as it should be" if not misses else "\n" + table(misses)))
        found += misses
    return tuple(found)


def _count(audited: Audit, truth: Truth, said: Said) -> None:
    verdicts = {verdict.requirement: verdict.status for verdict in audited.verdicts}
    for expected in truth.requirements:
        if expected.requirement in verdicts:
            said["|".join(sorted(expected.statuses)), verdicts[expected.requirement]] += 1


def _totals(misses: Iterable[Miss]) -> str:
    counts = Counter(miss.fault for miss in misses)
    return "\n".join(f"{counts[fault]:>4} {fault}" for fault in Fault)


def _print(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
