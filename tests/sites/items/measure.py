"""How right the inventory is, item by item, on sites whose every item is known.

    python -m tests.sites.items.measure [SITE …] [--wrong]

prints items found, false ones, and the exact matches by field, site by site and over all.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from typing import TYPE_CHECKING

from auditor.items import ItemKind
from auditor.thai.sizes import find_sizes
from tests.sites.auditing import audit
from tests.sites.items import documents, posts, unseen, unseen_last, unseen_more
from tests.sites.items.known import AS_OF, Measured
from tests.sites.truth import place

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditor.items import Item
    from tests.sites.items.known import Known, Site

FIELDS = ("title", "kind", "source", "period", "published", "file_type", "file_size")
SITES = {make().name: make for make in (*documents.SITES, *posts.SITES)}
GROUPS = (unseen.SITES, unseen.LATER, unseen_more.SITES, unseen_more.LATER, unseen_last.SITES)
UNSEEN = {make().name: make for makers in GROUPS for make in makers}
ALL = {**SITES, **UNSEEN}


def measure(site: Site) -> Measured:
    """Audit a site through the whole product and hold its items against what is known."""
    items = {_place(item.url): item for item in audit(site.website(), AS_OF).items}
    known = {_place(each.address): each for each in site.known}
    right: Counter[str] = Counter()
    wrong: list[str] = []
    for address, each in known.items():
        if address in items:
            expected, got = _expected(each), _got(items[address])
            right.update(name for name in FIELDS if expected[name] == got[name])
            wrong += [
                f"{site.name} {address} {name}: {got[name]!r}, right is {expected[name]!r}"
                for name in FIELDS
                if expected[name] != got[name]
            ]
    return Measured(
        items=len(known),
        found=len(known.keys() & items.keys()),
        false=tuple(sorted(f"{site.name} {address}" for address in items.keys() - known.keys())),
        lost=tuple(sorted(f"{site.name} {address}" for address in known.keys() - items.keys())),
        right=right,
        wrong=tuple(wrong),
    )


def together(parts: Iterable[Measured]) -> Measured:
    """Several sites as one."""
    every = tuple(parts)
    right: Counter[str] = Counter()
    for part in every:
        right.update(part.right)
    return Measured(
        items=sum(part.items for part in every),
        found=sum(part.found for part in every),
        false=tuple(address for part in every for address in part.false),
        lost=tuple(address for part in every for address in part.lost),
        right=right,
        wrong=tuple(words for part in every for words in part.wrong),
    )


def _place(url: str) -> str:
    return place(url) if not url.startswith("https://") else url


def _expected(known: Known) -> dict[str, object]:
    shown = next(iter(find_sizes(known.size)), None) if known.size else None
    return {
        "title": known.title,
        "kind": ItemKind.DOCUMENT if known.document else ItemKind.POST,
        "source": known.source,
        "period": known.period,
        "published": known.published,
        "file_type": known.file_type,
        "file_size": shown.bytes if shown else None,
    }


def _got(item: Item) -> dict[str, object]:
    published = item.published
    return {
        "title": item.title,
        "kind": item.kind,
        "source": item.source.value if item.source else None,
        "period": (item.period.start, item.period.end) if item.period else None,
        "published": published.day if published and published.shown else None,
        "file_type": item.file_type.shown,
        "file_size": item.file_size.shown_bytes,
    }


def report(name: str, measured: Measured) -> str:
    """One line of figures."""
    found = max(measured.found, 1)
    shares = "  ".join(f"{field} {measured.right[field] / found:.3f}" for field in FIELDS)
    false = len(measured.false) / max(measured.found + len(measured.false), 1)
    head = f"{name:<20} {measured.items:>4} items  found {measured.found / measured.items:.3f}"
    return f"{head}  false {false:.3f}  {shares}"


def main(arguments: list[str] | None = None) -> int:
    """Print the figures; 0 always: the floors are held by a test."""
    parser = argparse.ArgumentParser(prog="python -m tests.sites.items.measure", description=__doc__)
    parser.add_argument("sites", nargs="*", default=list(ALL), metavar="SITE", help=", ".join(ALL))
    parser.add_argument("--wrong", action="store_true", help="what differs, too")
    options = parser.parse_args(arguments)
    parts = []
    for name in options.sites:
        parts.append(measure(ALL[name]()))
        sys.stdout.write(report(name, parts[-1]) + "\n")
    every = together(parts)
    sys.stdout.write(report("all", every) + "\n")
    if options.wrong:
        lines = (
            *(f"false {words}" for words in every.false),
            *(f"lost {words}" for words in every.lost),
            *every.wrong,
        )
        sys.stdout.write("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
