"""Tabs whose titles stand together before their panels, joined by a number, a name or only by their order.

Titles and panels are noted in document order. Each panel keeps a place for its heading, which is filled in at the
end, when all titles and panels are known; it stays empty where they do not fit together.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from auditor.extract.compose import SHORT
from auditor.facts import Region

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from auditor.extract.elements import Attributes
    from auditor.extract.hints import Hint
    from auditor.extract.raw import RawBlock, Scope
    from auditor.extract.reader import Reader

_CONTENT = (Region.MAIN, Region.ASIDE)
_MOST = 300  # titles, and panels, of a page
_FEWEST = 2  # titles; one alone stands right above its panel
_NEAR = 3  # empty places beside a heading that are passed over
_LISTS = frozenset(("ul", "ol"))
_NAMES = ("data-tab", "data-tab-id", "data-tab-index", "aria-controls", "data-target", "data-bs-target")
_LONGEST = 400  # letters of an attribute that are looked at
_NUMBERED = re.compile(r"(?:tab|panel|pane)[a-z_-]*?[_-]?(\d{1,6})$", re.IGNORECASE)
_QUOTED = re.compile(r"""["']([\w-]{1,60})["']""")


@dataclass(slots=True, eq=False)
class _Title:
    keys: set[str]
    words: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())


@dataclass(slots=True, eq=False)
class _Panel:
    heading: RawBlock
    keys: set[str]
    depth: int  # panels around it, of the same group


@dataclass(slots=True, eq=False)
class _Group:
    titles: list[_Title] = field(default_factory=list)
    panels: list[_Panel] = field(default_factory=list)
    settled: bool = False  # its titles are links to other pages, or named their panels
    depth: int = 0  # its panels that are open


class Tabs:
    """The tabs of a page as they are met."""

    def __init__(self) -> None:
        self.title: _Title | None = None  # the one that is open
        self._groups: list[_Group] = []
        self._group: _Group | None = None  # whose panels may follow
        self._list: Scope | None = None  # the list of titles that is open
        self._count = 0  # titles and panels

    def meet(self, reader: Reader, scope: Scope, attributes: Attributes, hint: Hint) -> None:
        """An element begins that may be a list of titles, a title or a panel; or it stands in a title."""
        if self.title:
            self.title.keys |= _keys(attributes)
        elif scope.zone.region not in _CONTENT or self._count >= _MOST:
            return
        elif hint.tab_list or (scope.tag in _LISTS and self._list is not None and scope.parent is self._list):
            self._open_list(scope)
        elif hint.tab_title or (self._list is not None and scope.parent is self._list):
            self._open_title(scope, attributes)
        elif (group := self._group_of(attributes, hint)) and scope.is_block and self._list is None:
            self._open_panel(reader, scope, attributes, group)

    def lead_away(self) -> None:
        """The title that is open is a link to another page."""
        if self._group:
            self._group.settled = True

    def name(self, ident: str) -> None:
        """The element with this id has been headed by what opens it."""
        if self._group and any(ident in title.keys for title in self._group.titles):
            self._group.settled = True

    def settle(self, blocks: Sequence[RawBlock]) -> None:
        """Fill in the headings of panels whose titles are known."""
        for group in self._groups:
            if len(group.titles) < _FEWEST or group.settled:
                continue
            for depth in range(len(group.panels)):
                panels = [panel for panel in group.panels if panel.depth == depth]
                if matched := _matched(group.titles, panels):
                    for title, panel in zip(matched, panels, strict=True):
                        _fill(panel.heading, title.text, blocks)
                if matched or not panels:
                    break

    def _group_of(self, attributes: Attributes, hint: Hint) -> _Group | None:
        """The titles among which that of this panel is, if it is one."""
        group = self._group
        if group is None or len(group.titles) < _FEWEST:
            return None
        ident = attributes.get("id") or ""
        named = bool(ident) and any(ident in title.keys for title in group.titles)
        return group if named or hint.tab_panel else None

    def _open_list(self, scope: Scope) -> None:
        outer, self._list = self._list, scope

        def close() -> None:
            self._list = outer

        scope.ends_with(close)

    def _open_title(self, scope: Scope, attributes: Attributes) -> None:
        if self._group is None or self._group.panels:
            self._group = _Group()
            self._groups.append(self._group)
        self.title = _Title(_keys(attributes))
        self._group.titles.append(self.title)
        self._count += 1

        def close() -> None:
            self.title = None

        scope.ends_with(close)

    def _open_panel(self, reader: Reader, scope: Scope, attributes: Attributes, group: _Group) -> None:
        group.panels.append(_Panel(reader.composer.head(scope, ""), _keys(attributes), group.depth))
        group.depth += 1
        self._count += 1

        def close() -> None:
            group.depth -= 1
            self._group = group  # whatever tabs stood in the panel

        scope.ends_with(close)


def _keys(attributes: Attributes) -> set[str]:
    """What may join a title to its panel: names, numbers, and what a title leads to or its script is told."""
    ident, href = ((attributes.get(name) or "")[:_LONGEST] for name in ("id", "href"))
    stated = {(attributes.get(name) or "")[:_LONGEST].removeprefix("#") for name in _NAMES}
    names = (*(attributes.get("class") or "")[:_LONGEST].split(), ident)
    numbers = {found[1] for name in names if (found := _NUMBERED.search(name))}
    told = set(_QUOTED.findall((attributes.get("onclick") or "")[:_LONGEST]))
    return {ident, href[1:] if href.startswith("#") else "", *stated, *numbers, *told} - {""}


def _matched(titles: list[_Title], panels: list[_Panel]) -> list[_Title]:
    """The title of each panel; none where they do not fit together."""
    by_key = [[title for title in titles if title.keys & panel.keys] for panel in panels]
    if all(len(found) == 1 for found in by_key) and len({id(found[0]) for found in by_key}) == len(panels):
        return [found[0] for found in by_key]
    return titles if len(titles) == len(panels) else []


def _fill(heading: RawBlock, text: str, blocks: Sequence[RawBlock]) -> None:
    """The panel begins with its title, unless that stands right above it or is its first line."""
    before = blocks[max(heading.seq - _NEAR, 0) : heading.seq][::-1]
    after = blocks[heading.seq + 1 : heading.seq + 1 + _NEAR]
    if 0 < len(text) <= SHORT and text not in (_first(before), _first(after)):
        heading.text = text


def _first(blocks: Iterable[RawBlock]) -> str:
    return next((block.text for block in blocks if block.text), "")
