"""Posts that name their category in a line of their own: what a blog's category page lists, even where it is shut."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.assess.candidates import Candidate, Place
from auditor.facts import Region
from auditor.findings import Rung
from auditor.rules import LabelKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.assess.boilerplate import Boilerplate
    from auditor.assess.lexicon import Lexicon
    from auditor.facts import Page, Resource
    from auditor.topics import TopicMatcher


def tagged(
    resource: Resource, page: Page, matcher: TopicMatcher, lexicon: Lexicon, frame: Boilerplate
) -> Iterator[Candidate]:
    """The post under each topic that its category names. A page with several such lines is a list of posts."""
    lines = {
        number
        for number, block in enumerate(page.blocks)
        if block.region is Region.MAIN and lexicon.holds("post-category-words", block.text)
    }
    if len(lines) != 1:
        return
    for link in page.links:
        if link.block not in lines or not link.label:
            continue
        for match in matcher.match(link.label, LabelKind.LINK).matches:
            if match.rung is Rung.EXACT:
                yield Candidate(
                    topic=match.topic,
                    key=resource.key,
                    url=resource.url,
                    found_on=resource.key,
                    label=frame.own_title(page.title),
                    match=match,
                    place=Place.MAIN,
                    years=(),
                )
