"""The matcher of an audit, which knows what earlier audits read of the site's labels.

What a label means follows from its words and the rules alone, and a site shows the same labels night after night.
"""

from __future__ import annotations

import hashlib
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from auditor.build import build
from auditor.records import Album, to_bytes
from auditor.store.packing import ALBUM
from auditor.topics import TopicMatcher, matches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.rules import LabelKind, Rulebook
    from auditor.store.kept import Kept
    from auditor.topics import LabelMatches

_ALBUM = Album({**ALBUM.names, **vars(matches)})
_SLOTS, _IN_ONE = 10, 1_000  # labels of a site that are kept, in portions that take little memory
_LONGEST = 300  # letters of such a label


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadLabel:
    """A label at a kind of place, and what it means."""

    text: str
    kind: LabelKind
    means: LabelMatches


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """Labels of a site."""

    mark: str  # of the rules and the program that read them
    labels: tuple[ReadLabel, ...]


@contextmanager
def matcher_of(rulebook: Rulebook, kept: Kept, site: str) -> Iterator[TopicMatcher]:
    """The matcher of one audit of a site; what it reads is kept for the next one."""
    mark = _mark(rulebook)
    slots = [f"labels/{site}/{number}" for number in range(_SLOTS)]
    known = (label for slot in slots for label in _read(kept.get(slot), mark))
    matcher = TopicMatcher(rulebook.topics, {(each.text, each.kind): each.means for each in known})
    yield matcher
    if matcher.read:
        lasting = _lasting(matcher)
        for slot in slots:
            if portion := tuple(islice(lasting, _IN_ONE)):
                kept.put(slot, to_bytes(Labels(mark=mark, labels=portion)))


def _mark(rulebook: Rulebook) -> str:
    rules = repr((build(), [pack.sha256 for pack in rulebook.packs], [topic.id for topic in rulebook.topics]))
    return hashlib.sha256(rules.encode()).hexdigest()


def _read(message: bytes | None, mark: str) -> tuple[ReadLabel, ...]:
    if message is None:
        return ()
    try:
        labels: Labels = _ALBUM.from_bytes(Labels, message)
    except ValueError:
        return ()
    return labels.labels if labels.mark == mark else ()


def _lasting(matcher: TopicMatcher) -> Iterator[ReadLabel]:
    """The labels last asked for, as far as they can be written down as they are."""
    passed_over = max(0, len(matcher.known) - _SLOTS * _IN_ONE)
    for (text, kind), means in islice(matcher.known.items(), passed_over, None):
        if len(text) <= _LONGEST and text.isprintable():
            yield ReadLabel(text=text, kind=kind, means=means)
