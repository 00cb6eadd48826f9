"""What an element's name, role, class and id say of its place and purpose; words of template authors, not of Thai."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from auditor.facts import Region

_SPLIT = re.compile(r"[^a-z0-9]+|(?<=[a-z])(?=[A-Z])")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")

_TAGS = {
    "header": Region.HEADER,
    "nav": Region.NAV,
    "main": Region.MAIN,
    "aside": Region.ASIDE,
    "footer": Region.FOOTER,
    "menu": Region.NAV,
}
_ROLES = {
    "banner": Region.HEADER,
    "navigation": Region.NAV,
    "menubar": Region.NAV,
    "main": Region.MAIN,
    "complementary": Region.ASIDE,
    "contentinfo": Region.FOOTER,
}
# Words that turn a class name of a place into one of a part of some content: card-header, entry-footer, nav-tabs.
_PART_WORDS = """
accordion article block box card cell collapse comment date day entry event file form group item items list
modal module news page panel post product row section sectiontable slide slider tab table tabs title toggle
topic widget
"""
_PART = frozenset(_PART_WORDS.split())
# Words by which a class name tells of a layout instead of a place: has-sidebar, content-sidebar-wrap.
_LAYOUT_WORDS = """
has with no without wrap wrapper layout page content main body full two three is using active
"""
_LAYOUT = frozenset(_LAYOUT_WORDS.split())
_TABLE_PARTS = frozenset(("table", "thead", "tbody", "tr", "td", "th"))
_NO_PLACES_WORDS = """
body html a li th label button input img h1 h2 h3 h4 h5 h6 p span b strong font em i u small
"""
_NO_PLACES = frozenset(_NO_PLACES_WORDS.split())  # their class names speak of themselves, not of a part of the page
_BREADCRUMB = frozenset(("breadcrumb", "breadcrumbs", "pathway", "crumbs", "crumb", "breadcrumbtrail"))
_NAV = frozenset(("nav", "navi", "navigation", "navbar", "menubar", "sitemenu", "pagelist", "linklist", "menutop"))
_NOT_NAV = frozenset(
    ("tabs", "pills", "tablist", "tab", "pagination", "pager", "posts", "post", "paging", "link", "item", "toggle")
)
_TABS = frozenset(("tabs", "pills", "tablist", "pagination", "pager"))
_FOOTER = frozenset(("footer", "foot", "colophon", "copyright", "sitefooter", "bottombar"))
_HEADER = frozenset(("header", "masthead", "topbar", "siteheader", "pageheader", "toparea", "headerwrap"))
_ASIDE_WORDS = """
sidebar sidebars aside leftcol rightcol leftcolumn rightcolumn sidecol sidecolumn leftpanel rightpanel
leftbar rightbar leftside rightside sideleft sideright
"""
_ASIDE = frozenset(_ASIDE_WORDS.split())
_SIDES = frozenset(("left", "right", "side"))
_COLUMNS = frozenset(("col", "column", "panel", "pane", "bar", "nav", "area"))
_MAIN_WORDS = """
main maincontent mainbody maincolumn contentarea contentpane contentpaneopen content component primary
article entry postbody bodycontent
"""
_MAIN = frozenset(_MAIN_WORDS.split())
_HEADING_WORDS = """
contentheading componentheading articleheading pageheading headline heading entrytitle pagetitle posttitle
contenttitle widgettitle paneltitle cardtitle blocktitle moduletitle sectiontitle tabtitle accordiontitle
"""
_HEADING = frozenset(_HEADING_WORDS.split())
_TITLED_WORDS = """
accordion article block box card content date entry item page panel post section tab toggle topic widget
module news collapse elementor wp node header article
"""
_TITLED = frozenset(_TITLED_WORDS.split())
_ALONE = frozenset(
    ("title", "topic", "head", "heading", "headline", "headtitle", "subtitle")
)  # nothing else in the name
_LEVELS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))  # Bootstrap's classes for the look of a heading
_HEAD_PARTS_WORDS = """
accordion card panel collapse toggle
"""
_HEAD_PARTS = frozenset(_HEAD_PARTS_WORDS.split())
_FOLDS_WORDS = """
accordion collapse collapsible tab tabs pane panel dropdown submenu menu popover toggle carousel slide
slides swiper item modal spoiler fold faq nav treeview tree expand expandable collapsed hiddencontent popup
"""
_FOLDS = frozenset(_FOLDS_WORDS.split())
_FOLDING = frozenset(
    ("accordion", "collapse", "collapsible", "tabs", "faq", "spoiler", "fold", "expand", "expandable")
)
_SUBMENUS = frozenset(
    ("dropdownmenu", "submenu", "megamenu", "subnav", "dropdowncontent", "menudropdown", "childmenu", "submenus")
)

_TAB_LISTS = frozenset(
    ("list", "nav", "navigation", "titles", "controls", "links", "menu", "headers", "buttons", "bar")
)
_TAB_TITLES = frozenset(("tablink", "tablinks", "tabtitle", "tabbutton", "tablabel"))
_TITLES_OF_TABS = frozenset(("title", "link", "links", "button", "btn", "label", "heading", "trigger"))
_TAB_PANELS = frozenset(("tabcontent", "tabpanel", "tabpane"))
_PANELS_OF_TABS = frozenset(("content", "panel", "pane", "inner", "body", "section", "segment"))
_CLICKED = frozenset(("a", "li", "button", "span", "label"))
_BOXES = frozenset(("div", "section", "article"))

_APART = frozenset(("listgroupitem", "dblock", "dflex", "dgrid", "card", "block", "flex", "grid"))
_BADGE = frozenset(("badge", "pill", "chip"))


@dataclass(frozen=True, slots=True)
class Hint:
    """What the names say; regions by elements and roles are sure, those by words are guesses."""

    region: Region | None = None
    sure: bool = False
    heading: bool = False  # set as a heading by its class
    folds: bool = False  # opens when it is clicked: being folded now does not hide it
    folding: bool = False  # so does what is hidden right within it
    submenu: bool = False
    tab: bool = False  # the label of a tab
    tab_list: bool = False  # the titles of tabs stand in it
    tab_title: bool = False
    tab_panel: bool = False
    head_row: bool = False  # of a table
    toggle: bool = False  # opens something instead of leading away
    apart: bool = False  # set as a box of its own, whatever its element: an entry of a list of links
    badge: bool = False  # set off from the words before it: a date, a count


NOTHING = Hint()


@lru_cache(maxsize=8192)
def hint_of(tag: str, role: str, names: str, ident: str) -> Hint:
    """What the element's name, `role`, `class` and `id` say together."""
    words = [_words(name) for name in names.split()]
    ident_words = _words(ident)
    region, sure = _region(tag, role, words, ident_words)
    every = [*words, ident_words]
    flat = frozenset(word for group in every for word in group)
    groups = [_unnumbered(group) for group in every]
    joined = frozenset("".join(group) for group in every)
    return Hint(
        region=region,
        sure=sure,
        heading=_is_heading(words, joined) and tag not in {"table", "ul", "ol", "body", "html"},
        folds=bool(flat & _FOLDS) or role in {"tabpanel", "menu", "dialog"} or _has_menu(flat),
        folding=bool(flat & _FOLDING),
        submenu=bool(joined & _SUBMENUS) or role == "menu" or {"sub", "menu"} <= flat or {"dropdown", "menu"} <= flat,
        tab=role == "tab" or {"nav", "tabs"} <= flat,
        tab_list=role == "tablist" or any(_lists_tabs(tag, group) for group in groups),
        tab_title=role == "tab" or any(_titles_tab(tag, group) for group in groups),
        tab_panel=role == "tabpanel" or any(_is_panel(tag, group) for group in groups),
        head_row=any(
            "header" in word or word in {"head", "thead"} or (word == "title" and tag == "tr") for word in flat
        ),
        apart=bool(joined & _APART),
        badge=bool(flat & _BADGE) and tag not in {"body", "html"},
        toggle="toggle" in flat or "toggler" in flat or role in {"tab", "button"},
    )


def _unnumbered(group: tuple[str, ...]) -> tuple[str, ...]:
    return group[:-1] if group and group[-1].isdigit() else group


def _lists_tabs(tag: str, group: tuple[str, ...]) -> bool:
    """`ul.tabs`, `tabs-nav`, `kt-tabs-title-list`, `et_pb_tabs_controls` and their kin."""
    if not {"tab", "tabs", "tablist"} & set(group):
        return False
    return group[-1] in _TAB_LISTS or (tag in {"ul", "ol"} and group[-1] in {"tab", "tabs"})


def _titles_tab(tag: str, group: tuple[str, ...]) -> bool:
    """`kt-tab-title`, `tablinks`, `tab-button` and their kin."""
    if "".join(group) in _TAB_TITLES or (group and group[-1] == "tab" and tag in _CLICKED):
        return True
    return len(group) > 1 and group[-1] in _TITLES_OF_TABS and "tab" in group[:-1]


def _is_panel(tag: str, group: tuple[str, ...]) -> bool:
    """`tab-content-1`, `kt-inner-tab-1`, `et_pb_tab_0`, `tabcontent` and their kin."""
    if "".join(group) in _TAB_PANELS or (group and group[-1] == "tab" and tag in _BOXES):
        return True
    return len(group) > 1 and group[-1] in _PANELS_OF_TABS and "tab" in group[:-1]


def _words(name: str) -> tuple[str, ...]:
    return tuple(word for word in _SPLIT.split(_CAMEL.sub("-", name).lower()) if word)


def _region(tag: str, role: str, words: list[tuple[str, ...]], ident: tuple[str, ...]) -> tuple[Region | None, bool]:
    flat = {word for group in words for word in group} | set(ident)
    if any(_is_breadcrumb(group) for group in (*words, ident)):
        return Region.BREADCRUMB, True
    if tag == "a" and "skip" in flat:
        return Region.HEADER, True
    if role in _ROLES or tag in _TAGS:
        if Region.NAV in {_ROLES.get(role), _TAGS.get(tag)} and flat & _NOT_NAV and not _has_menu(flat):
            return None, False
        return _ROLES.get(role) or _TAGS.get(tag), True
    if tag in _NO_PLACES:
        return None, False
    found = _by_words(ident) if ident else None
    if found is None:
        found = next((region for group in words if (region := _by_words(group))), None)
        if found is Region.HEADER and tag in _TABLE_PARTS:  # the head of its own table
            found = None
    if found is Region.NAV and flat & _TABS and not _has_menu(flat):
        found = None
    return found, False


def _is_breadcrumb(group: tuple[str, ...]) -> bool:
    return any(word in _BREADCRUMB for word in group)


def _by_words(group: tuple[str, ...]) -> Region | None:
    """The region one class name or id speaks of."""
    words = frozenset(group)
    joined = "".join(group)
    if _has_menu(words) or ((words & _NAV or joined in _NAV) and not words & _NOT_NAV):
        return Region.NAV
    if any(word in _PART for word in group[:-1]):  # a card's header, a post's footer
        return Region.MAIN if joined in _MAIN else None
    if words & _FOOTER or joined.endswith("footer"):
        return Region.FOOTER
    if words & _HEADER or joined.endswith("header") or joined in {"head", "top", "banner"}:
        return Region.HEADER
    return _side_or_main(words, joined)


def _side_or_main(words: frozenset[str], joined: str) -> Region | None:
    side = words & _ASIDE or joined in _ASIDE or (words & _SIDES and words & _COLUMNS)
    if side:
        return None if words & _LAYOUT else Region.ASIDE
    if joined in _MAIN or ("content" in words and words & {"main", "region", "page", "body", "site"}):
        return Region.MAIN
    return Region.ASIDE if joined in _SIDES else None


def _has_menu(words: frozenset[str] | set[str]) -> bool:
    return any(map(_says_menu, words)) and not words & {"item", "toggle", "has"}


def _says_menu(word: str) -> bool:
    return word.startswith("menu") or "navbar" in word or (word.endswith(("menu", "menus", "nav")) and word != "nav")


def _is_heading(words: list[tuple[str, ...]], joined: frozenset[str]) -> bool:
    if joined & _HEADING or joined & _ALONE or joined & _LEVELS:
        return True
    return any(_says_heading(group) for group in words)


def _says_heading(group: tuple[str, ...]) -> bool:
    """`entry-title`, `wp-block-post-title`, `accordion-button`, `card-header` and their many kin."""
    last, rest = (group[-1], frozenset(group[:-1])) if group else ("", frozenset[str]())
    if last in {"title", "heading", "headline"}:
        return bool(rest & _TITLED)
    return last in {"header", "button"} and bool(rest & _HEAD_PARTS)
