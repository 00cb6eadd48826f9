"""The desk on which a site is read: its words, its own name, the day, and its resources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.assess.detectors.hits import Desk
from auditor.assess.identity import OwnName
from auditor.assess.lexicon import Lexicon
from auditor.urls import Scope, canonical

if TYPE_CHECKING:
    from datetime import date

    from auditor.assess.boilerplate import Boilerplate
    from auditor.facts import Resource, Snapshot
    from auditor.findings import Identity
    from auditor.rules import Rulebook


def desk_of(
    snapshot: Snapshot, rulebook: Rulebook, identity: Identity, as_of: date, frame: Boilerplate | None = None
) -> Desk:
    """The desk for one audit. `frame`: what the pages share, where they were counted."""
    lexicon = Lexicon(rulebook.vocabulary)
    scope = Scope.of(snapshot.site.url, snapshot.site.also, lexicon.words("shared-hosts"))

    def look_up(url: str) -> Resource | None:
        return snapshot.get(canonical(url))

    stamp = frame.stamps.scripted if frame else None
    return Desk(
        lexicon=lexicon,
        own=OwnName(identity),
        as_of=as_of,
        look_up=look_up,
        in_site=scope.contains,
        scripted=stamp.day if stamp else None,
    )
