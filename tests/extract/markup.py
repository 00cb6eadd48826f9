"""Short ways to parse a piece of markup and to say what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.extract.html import parse_html

if TYPE_CHECKING:
    from auditor.facts import Link, Page

URL = "https://www.example.go.th/dir/page.html"


def page(markup: str, url: str = URL) -> Page:
    return parse_html(markup.encode(), url, "text/html; charset=utf-8")


def link(found: Page, label: str) -> Link:
    """The one link with this label."""
    (only,) = [one for one in found.links if one.label == label]
    return only


def blocks(found: Page) -> list[tuple[str, str]]:
    """Kind (a heading with its level) and text of each block."""
    return [(f"h{one.level}" if one.level else str(one.kind), one.text) for one in found.blocks]


def regions(found: Page) -> dict[str, str]:
    """The region of each text."""
    return {one.text: str(one.region) for one in found.blocks}


def paths(found: Page) -> dict[str, tuple[str, ...]]:
    """The menu entries above each link."""
    return {one.label: one.path for one in found.links}
