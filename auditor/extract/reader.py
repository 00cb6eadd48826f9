"""Turns the elements of a page, met one after another, into notes of blocks, links, pictures and forms.

Knows what elements mean, no parser: `html.py` walks the tree and calls `enter`, `words` and `leave`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.extract import boxes, references
from auditor.extract.compose import SET_AS_HEADING, SHORT, Composer
from auditor.extract.elements import HANDLERS, INLINE, LISTS, SINGLE, SKIPPED
from auditor.extract.hints import NOTHING, Hint, hint_of
from auditor.extract.raw import Counts, Origin, Scope, Zone
from auditor.extract.styles import is_buried, is_emphatic, is_unseen
from auditor.extract.tabs import Tabs
from auditor.extract.toggles import head_section, note_toggle, opens_something
from auditor.extract.zones import Column, next_zone
from auditor.facts import BlockKind, Region

if TYPE_CHECKING:
    from auditor.extract.elements import Attributes
    from auditor.extract.raw import RawForm, RawImage, RawLink
    from auditor.extract.tables import Table

_EMPHATIC = frozenset(("b", "strong", "big"))
_MEANINGFUL = _EMPHATIC | {"label", "button"}  # also without attributes
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6, "summary": 7, "caption": 7, "legend": 7}
_TRANSPARENT = frozenset(
    ("p", "div", "span", "section", "article", "center")
)  # within a list entry they are part of it
_SPEAKING = frozenset(("header", "nav", "main", "aside", "footer", "menu"))
_GROUPS = frozenset(("td", "th", "ul", "ol", "table", "div", "center", "dl"))  # may turn out to be menus
_CALM = frozenset((Region.NAV, Region.FOOTER))  # where bold text is no heading
_DEEPEST_MENU = 12  # entries above a link that are told
_NO_PART = boxes.Part.NONE
_SET_OFF = frozenset((boxes.Part.ROW, boxes.Part.CELL, boxes.Part.HEAD))  # whatever their element
_LONGEST_NAME, _LONGEST_NAMES, _LONGEST_STYLE = 100, 400, 1000  # letters that are looked at, and remembered
_APP_ROOTS = frozenset(("root", "app", "__next", "__nuxt", "___gatsby", "q-app", "svelte", "SITE_CONTAINER"))
_APP_TAGS = frozenset(("app-root", "my-app", "router-outlet", "ion-app"))


class Reader:
    """Notes of one page, taken in document order."""

    def __init__(self) -> None:
        self.root = Zone()
        self.scope = Scope(None, self.root)
        self.composer = Composer()
        self.counts = Counts()
        self.links: list[RawLink] = []
        self.images: list[RawImage] = []
        self.forms: list[RawForm] = []
        self.columns: list[Column] = []
        self.boxes = boxes.Boxes()
        self.tables: list[Table] = []  # those that are open, outermost first
        self.link: RawLink | None = None  # the one that is open
        self.form: RawForm | None = None
        self.label: list[str] | None = None  # words of the open label of a field
        self.toggle: list[str] | None = None  # words of what is clicked to open a section
        self.toggles: dict[str, str] = {}  # the words by the id of the section
        self.tabs = Tabs()
        self.options = 0  # of the open select
        self.embeds = 0  # frames and the like
        self.viewer = ("", "")  # id and title of the place of a flipbook that was met last
        self.shown: set[str] = set()  # files in such places
        self.app_root = False  # an element that a script is to fill was met

    def words(self, text: str) -> None:
        """A run of text."""
        bare = text.strip()
        link = self.link
        if not bare:
            self.composer.blank()
            if link:
                link.parts.append(" ")
            return
        size = len(bare)
        self.composer.words(text, size, emphatic=self.scope.emphatic, linked=link is not None)
        self.counts.letters += size
        if link:
            link.parts.append(text)
            self.counts.link_letters += size
        if self.label is not None:
            self.label.append(text)
        if self.toggle is not None:
            self.toggle.append(text)
        if self.tabs.title:
            self.tabs.title.words.append(text)

    def enter(self, tag: str, attributes: Attributes) -> bool | None:
        """An element begins: None if nothing in it is for readers, else whether `leave` must be told of its end."""
        if tag in SKIPPED:
            return None
        single = SINGLE.get(tag)
        if single:
            single(self, attributes)
            return None
        inline = tag in INLINE
        if inline and not attributes and tag not in _MEANINGFUL:
            return False
        self._open(tag, attributes, inline=inline)
        return True

    def script(self, text: str) -> None:
        """A script within the page, where it stands."""
        references.scripted(self, text)

    def leave(self) -> None:
        """The element whose scope is open ends."""
        scope = self.scope
        if scope.is_block:
            if self.composer.letters:
                self.flush()
            self.composer.bounds += 1
        if scope.at_exit:
            scope.at_exit()
        scope.end = self.composer.seq
        if scope.box:
            boxes.close_box(self, *scope.box)
        if scope.counts:
            self._consider_column(scope)
        around = scope.parent
        if around:
            if scope.is_block or scope.opens:
                around.opened = scope.opens or scope.opened
            self.scope = around

    def _set_off(self) -> None:
        """What follows stands apart from the words before it."""
        self.composer.blank()
        if self.link:
            self.link.parts.append(" ")

    def flush(self) -> None:
        """The words gathered so far become a block."""
        scope = self.scope
        block = self.composer.flush(scope, self.link)
        if block and self.link:
            self.link.parts.append(" ")
        if block and block.level and scope.path and scope.zone.region is Region.NAV and len(block.text) <= SHORT:
            _head_column(scope, block.text)

    def _open(self, tag: str, attributes: Attributes, *, inline: bool) -> None:
        around = self.scope
        hint = _hint(tag, attributes) if attributes or tag in _SPEAKING else NOTHING
        style = (attributes.get("style") or "")[:_LONGEST_STYLE]
        hidden = around.hidden or self._hides(tag, attributes, style, hint)
        zone = next_zone(around.zone, hint) if hint.region else around.zone
        part = _part(attributes, style)
        is_block = not inline or hint.apart or part in _SET_OFF or hidden != around.hidden or zone is not around.zone
        if is_block:
            if self.composer.letters:
                self.flush()
            self.composer.bounds += 1
        elif hint.badge:
            self._set_off()
        scope = Scope(around, zone)
        scope.tag, scope.hidden, scope.is_block, scope.start = tag, hidden, is_block, self.composer.seq
        scope.buried = scope.buried or (bool(style) and is_buried(style)) or _is_no_marquee(tag, attributes)
        scope.folding, scope.opens = hint.folding, bool(attributes) and opens_something(attributes, hint)
        self._set_look(scope, tag, attributes, style, hint)
        if is_block and boxes.is_noted(self, tag):
            scope.box = boxes.open_box(self, tag, attributes, part=part, heads=hint.head_row)
        if zone is not around.zone and zone.region in _CALM:
            scope.emphatic = False
        if tag in _GROUPS and zone.origin == Origin.ASSUMED:
            scope.counts = self._snapshot()
        self.scope = scope
        if tag in LISTS or hint.submenu:
            self._open_submenu(scope, hint)
        self._read(scope, attributes, hint)

    def _read(self, scope: Scope, attributes: Attributes, hint: Hint) -> None:
        """What the element means beside holding text."""
        tag, ident = scope.tag, attributes.get("id") or ""
        if ident not in self.toggles:
            self.tabs.meet(self, scope, attributes, hint)
        handler = HANDLERS.get(tag)
        if handler:
            handler(self, scope, attributes, hint)
        elif "onclick" in attributes:
            references.open_link(self, scope, attributes, hint)
        elif hint.toggle:
            note_toggle(self, scope, attributes)
        if ident in self.toggles and scope.is_block:
            head_section(self, scope, ident)
            self.tabs.name(ident)
        if tag in _APP_TAGS or ident in _APP_ROOTS:
            self.app_root = True
        if attributes and "href" not in attributes:
            references.shown_files(self, attributes)
        if "data-embed-open-url" in attributes:  # Google Sites' frame for a file in Drive
            references.frame(self, attributes)

    def _set_look(self, scope: Scope, tag: str, attributes: Attributes, style: str, hint: Hint) -> None:
        """How the element's words look: as part of a heading, as emphasis, as text of a list entry."""
        level = _level(tag, attributes, hint)
        if level and scope.is_block:
            scope.level = level
        elif level or tag in _EMPHATIC or (style and is_emphatic(style)) or _is_large(tag, attributes):
            scope.emphatic = True
        if scope.is_block and tag not in _TRANSPARENT:
            scope.kind = BlockKind.TEXT

    def _hides(self, tag: str, attributes: Attributes, style: str, hint: Hint) -> bool:
        if not style and "hidden" not in attributes and tag != "marquee":
            return False
        around = self.scope
        folds = hint.folds or (tag in LISTS and around.entry >= 0)
        folds = folds or (tag not in INLINE and (around.folding or around.opened))
        if style and is_unseen(style, folds=folds):
            return True
        if "hidden" in attributes:
            return not folds and attributes["hidden"] != "until-found"
        return _is_no_marquee(tag, attributes)

    def _open_submenu(self, scope: Scope, hint: Hint) -> None:
        """Within a list entry the first words are the entry's own label; what follows is nested under it."""
        around = scope.parent
        blocks = self.composer.blocks
        label = ""
        if around and around.entry >= 0:
            label = self.composer.first_since(around.entry)
        elif hint.submenu and around and blocks and blocks[-1].seq >= around.start:
            label = self._last_label()
        if 0 < len(label) <= SHORT and len(scope.path) < _DEEPEST_MENU:
            scope.path = scope.base = (*scope.path, label)
            self._drop_toggle(label)
        scope.entry = -1

    def _last_label(self) -> str:
        last = self.links[-1] if self.links else None
        block = self.composer.blocks[-1]
        return last.text if last and last.block is block and last.text else block.text

    def _drop_toggle(self, label: str) -> None:
        """An entry that only opens its submenu is no label without content."""
        last = self.links[-1] if self.links else None
        if last and not last.href and last.text == label:
            last.dropped = True

    def _snapshot(self) -> Counts:
        now = self.counts
        return Counts(now.letters, now.link_letters, len(self.links), now.documents, now.framed)

    def _consider_column(self, scope: Scope) -> None:
        then = scope.counts
        if then and len(self.links) - then.links >= Column.LEAST and len(self.columns) < Column.MOST:
            self.columns.append(Column(scope, then, self._snapshot(), scope.start, self.composer.seq))


def _is_no_marquee(tag: str, attributes: Attributes) -> bool:
    """A running text too low for anybody to read."""
    return tag == "marquee" and attributes.get("height") in {"0", "1"}


def _hint(tag: str, attributes: Attributes) -> Hint:
    role, names, ident = attributes.get("role") or "", attributes.get("class") or "", attributes.get("id") or ""
    if not (role or names or ident) and tag not in _SPEAKING:
        return NOTHING
    return hint_of(tag, role[:_LONGEST_NAME], names[:_LONGEST_NAMES], ident[:_LONGEST_NAME])


def _part(attributes: Attributes, style: str) -> boxes.Part:
    role, names = attributes.get("role") or "", attributes.get("class") or ""
    return boxes.part_of(role[:_LONGEST_NAME], names[:_LONGEST_NAMES], style) if role or names or style else _NO_PART


def _level(tag: str, attributes: Attributes, hint: Hint) -> int:
    if tag in _HEADINGS:
        return _HEADINGS[tag]
    if attributes and attributes.get("role") == "heading":
        digit = (attributes.get("aria-level") or "2")[:1]
        return int(digit) if digit in {"1", "2", "3", "4", "5", "6"} else 2
    return SET_AS_HEADING if hint.heading or (hint.tab and hint.toggle) else 0


def _is_large(tag: str, attributes: Attributes) -> bool:
    return tag == "font" and (attributes.get("size") or "").strip() in {"5", "6", "7", "+2", "+3", "+4"}


def _head_column(scope: Scope, text: str) -> None:
    """The head of a mega menu's column: what follows beside it is nested under it."""
    around = scope.parent
    if around is not None:
        around.path = (*around.base, text)
