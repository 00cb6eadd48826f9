"""Where bodies lie before an audit's evidence is made: with what its crawl left aside, or in that of earlier runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.crawl.warc.scratch import places_in

if TYPE_CHECKING:
    from pathlib import Path

    from auditor.evidence.shelf import Shelf

Spot = tuple["Path", int]
"""A WARC file, and where in it a record begins."""


def spots_of(shelf: Shelf, run: str, digests: frozenset[str]) -> dict[str, Spot]:
    """Where a record with each of these bodies lies, by its digest; without those that lie nowhere.

    Raises:
        OSError: what the crawl left aside cannot be read.
    """
    path = shelf.scratch(run)
    found: dict[str, Spot] = {}
    with path.open("rb") as scratch:
        for place in places_in(scratch):
            digest = place.field("WARC-Payload-Digest")
            if digest in digests and place.field("WARC-Type") == "response":
                found.setdefault(digest, (path, place.offset))
    missing = digests - found.keys()
    earlier = shelf.bodies(run) if missing else {}
    held = ((digest, earlier[digest]) for digest in missing if digest in earlier)
    return found | {digest: (shelf.home / line.filename, line.offset) for digest, line in held}
