"""What a site publishes, piece by piece: documents and dated posts with the fields of clause 2.2.

Pure: the same snapshot, words and day give the same items, in the order in which they were met.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.assess.inventory.entries import SheetReader
from auditor.assess.inventory.fields import FieldReader
from auditor.assess.inventory.gathering import Gathering
from auditor.assess.inventory.lines import LineReader
from auditor.assess.inventory.naming import Namer
from auditor.assess.inventory.posts import PageReader
from auditor.assess.inventory.targets import Targets
from auditor.facts import Document, Fetched, Page
from auditor.longlist import listed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from auditor.assess.boilerplate import Boilerplate
    from auditor.assess.detectors.hits import Desk
    from auditor.facts import Resource, Snapshot
    from auditor.items import Item
    from auditor.topics import TopicMatcher

_GONE = 400

__all__ = ["inventory"]


def inventory(
    snapshot: Snapshot,
    frame: Boilerplate,
    desk: Desk,
    matcher: TopicMatcher,
    categories: Mapping[str, str],
    as_of: date,
) -> Sequence[Item]:
    """The published documents and dated posts of a site, one for each canonical target.

    Args:
        snapshot: the crawl.
        frame: which lines the pages share.
        desk: words, and which addresses are the site's.
        matcher: tells topics by titles.
        categories: topic to category of the announcement, "1.8".
        as_of: the day from which ages are counted.
    """
    targets = Targets(snapshot, desk, frame.menus)
    lines = LineReader(desk.lexicon)
    fields = FieldReader(lines, desk.lexicon)
    sheets = SheetReader(targets, lines, desk.lexicon, frame)
    pages = PageReader(lines, fields, frame)
    namer = Namer(lines, desk.lexicon, matcher, categories)
    gathering = Gathering(targets, fields, namer, desk.lexicon)
    for resource in snapshot:
        if not _is_there(resource):
            continue
        match resource.content:
            case Page():
                sheet = sheets.read(resource.content, resource.key)
                dated = gathering.take(resource, sheet)
                gathering.note_page(resource, pages.read(resource.content, sheet, dated))
            case Document():
                gathering.note_document(resource, resource.content)
            case None:
                continue
    return listed(gathering.items(as_of))


def _is_there(resource: Resource) -> bool:
    answered = isinstance(resource.fetch, Fetched) and resource.fetch.status < _GONE
    return answered and not resource.soft_404
