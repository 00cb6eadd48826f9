"""The regions of a page: what names say about them, corrected by what stands in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from auditor.extract.raw import Counts, Origin, RawBlock, RawLink, Scope, Zone
from auditor.facts import Region

if TYPE_CHECKING:
    from auditor.extract.hints import Hint

_DENSE = 0.8  # share of a menu's letters that are links
_DENSE_COLUMN = 0.6
_SHORT_LABEL = 45  # letters, on average, of a menu's entries
_SHORTER_LABEL = 24  # beyond it the entries may be the titles of news, and a list of news be the page
_NEAR_TOP = 150  # letters that may stand above a menu
_REST = 120  # letters that a page has beside its menu; without them the links are the page
_STRAY = 3  # letters that are no content
_SWITCH, _SWITCHES = 12, 30  # letters of a link above every part that is none either, and of all of them


@dataclass(slots=True)
class Column:
    """An element full of links, of whose region nothing was said."""

    LEAST: ClassVar[int] = 3  # links
    MOST: ClassVar[int] = 400  # considered in a page

    scope: Scope
    before: Counts
    after: Counts
    first_block: int  # seq
    end_block: int

    @property
    def letters(self) -> int:
        """How much text stands in it."""
        return self.after.letters - self.before.letters

    @property
    def link_letters(self) -> int:
        """How much of it belongs to links."""
        return self.after.link_letters - self.before.link_letters

    @property
    def links(self) -> int:
        """How many links stand in it."""
        return self.after.links - self.before.links


def next_zone(zone: Zone, hint: Hint) -> Zone:
    """The zone of an element whose names speak of a region, within another zone."""
    region = hint.region
    if region is None or (region is zone.region and zone.origin != Origin.ASSUMED):
        return zone
    origin = Origin.SURE if hint.sure else Origin.WORDS
    if not _may_change(zone, region, origin):
        return zone
    return Zone(region=region, origin=origin)


def _may_change(zone: Zone, region: Region, origin: int) -> bool:
    """May an element within `zone` be of another region? An article's own header and footer belong to it."""
    around = zone.region
    if region is Region.BREADCRUMB:
        return around is not Region.FOOTER
    if zone.origin == Origin.ASSUMED:
        return True
    if region is Region.NAV:
        return around in {Region.HEADER, Region.MAIN, Region.ASIDE}
    if region is Region.MAIN:
        return origin == Origin.SURE or (zone.origin == Origin.WORDS and around is Region.HEADER)
    if around is Region.MAIN:
        return region is Region.ASIDE or (zone.origin == Origin.WORDS and origin == Origin.WORDS)
    return around in {Region.HEADER, Region.ASIDE} and region is Region.FOOTER


def settle_columns(
    columns: list[Column], links: list[RawLink], blocks: list[RawBlock], counts: Counts, root: Zone
) -> None:
    """Give menus that nothing called a menu their region."""
    if root.region is Region.MAIN and _is_link_frame(counts, len(links)):
        root.region = Region.NAV
        return
    menus: list[Column] = []  # those that hold no other, innermost first
    for column in columns:
        if column.scope.zone.origin != Origin.ASSUMED:
            continue
        within = _within(menus, column)
        rest = _without(column, within)
        if within and rest.letters and rest.link_letters < rest.letters * _DENSE:
            continue  # the menu is in it, and so is something else
        if rest.letters and not column.scope.narrow and any(menu.scope.narrow for menu in within):
            continue  # a side column with its menu, and the page's content beside it, which is links as well
        if _is_menu(column, counts) and (
            column.link_letters <= column.links * _SHORTER_LABEL or _stands_beside_content(column, blocks)
        ):
            _turn(column, links, blocks)
            menus = [*menus[: len(menus) - len(within)], column]


def _within(menus: list[Column], column: Column) -> list[Column]:
    """The menus that stand within the column: the latest ones."""
    start = len(menus)
    while (
        start
        and menus[start - 1].before.letters >= column.before.letters
        and (menus[start - 1].before.links >= column.before.links)
    ):
        start -= 1
    return menus[start:]


def _without(column: Column, menus: list[Column]) -> Counts:
    """What stands in the column beside the menus in it."""
    return Counts(
        letters=column.letters - sum(menu.letters for menu in menus),
        link_letters=column.link_letters - sum(menu.link_letters for menu in menus),
        links=column.links - sum(menu.links for menu in menus),
    )


def _is_link_frame(counts: Counts, links: int) -> bool:
    """A frame of a frameset that only holds links, which open in another frame."""
    return (
        links >= Column.LEAST and counts.framed * 2 > links and counts.link_letters >= counts.letters * _DENSE_COLUMN
    )


def _is_menu(column: Column, counts: Counts) -> bool:
    if (
        column.link_letters > column.links * _SHORT_LABEL
        or (column.after.documents - column.before.documents) * 4 > column.links
    ):
        return False
    if counts.letters - column.letters < _REST:
        return False
    if column.scope.narrow:
        return column.link_letters >= column.letters * _DENSE_COLUMN
    framed = (column.after.framed - column.before.framed) * 2 > column.links
    dense = column.link_letters >= column.letters * _DENSE
    return dense and (column.before.letters < _NEAR_TOP or framed)


def _stands_beside_content(column: Column, blocks: list[RawBlock]) -> bool:
    letters = 0
    for block in blocks:
        if block.zone.region is Region.MAIN and not column.first_block <= block.seq < column.end_block:
            letters += len(block.text)
            if letters >= _REST:
                return True
    return False


def _turn(column: Column, links: list[RawLink], blocks: list[RawBlock]) -> None:
    old, new = column.scope.zone, Zone(region=Region.NAV, origin=Origin.WORDS)
    for link in links[column.before.links : column.after.links]:
        if link.zone is old:
            link.zone = new
    for block in blocks:
        if column.first_block <= block.seq < column.end_block and block.zone is old:
            block.zone = new


def rescue_main(blocks: list[RawBlock]) -> None:
    """Without any content the guesses were wrong: a wrapper called `header` or `sidebar` holds the whole page."""
    filled = [block for block in blocks if block.text]
    own = [block for block in filled[_switches(filled) :] if block.zone.region is Region.MAIN]
    if sum(len(block.text) for block in own) > _STRAY:
        return
    for block in blocks:
        if block.zone.origin == Origin.WORDS and block.zone.region in {Region.HEADER, Region.ASIDE, Region.FOOTER}:
            block.zone.region = Region.MAIN


def _switches(blocks: list[RawBlock]) -> int:
    """How many brief links stand above every part of the page: they switch the language or skip to the content."""
    count = letters = 0
    for block in blocks:
        letters += len(block.text)
        brief = block.linked and len(block.text) <= _SWITCH and letters <= _SWITCHES
        if not brief or block.zone.region is not Region.MAIN or block.zone.origin != Origin.ASSUMED:
            break
        count += 1
    return count
