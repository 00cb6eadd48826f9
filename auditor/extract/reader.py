"""Turns the elements of a page, met one after another, into blocks, links, pictures and forms.

Knows HTML's elements, no parser: `html.py` walks the tree and calls `enter`, `words` and `leave`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.extract import tables
from auditor.extract.hints import NOTHING, Hint, hint_of, is_emphatic, is_unseen
from auditor.extract.raw import (
    LINE,
    Counts,
    Origin,
    RawBlock,
    RawForm,
    RawImage,
    RawLink,
    Scope,
    Zone,
)
from auditor.extract.targets import href_of, is_document
from auditor.extract.zones import Column, next_zone
from auditor.facts import BlockKind, Region

if TYPE_CHECKING:
    from collections.abc import Mapping

    Attributes = Mapping[str, str | None]

_INLINE = frozenset(
    "a abbr acronym b bdi bdo big blink button cite code data del dfn em font i ins kbd label map mark nobr output picture "
    "q rb rp rt ruby s samp small span strike strong sub sup time tt u var".split()
)
_SKIPPED = frozenset(
    "script style template noscript svg math textarea datalist canvas audio video head-placeholder noframes noembed xmp".split()
)
_EMPHATIC = frozenset(("b", "strong", "big"))
_MEANINGFUL = _EMPHATIC | {"label", "button"}  # also without attributes
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6, "summary": 7, "caption": 7, "legend": 7}
_SET_AS_HEADING = 7
_KINDS = {"li": BlockKind.ITEM, "dt": BlockKind.TERM, "option": BlockKind.OPTION, "dd": BlockKind.TEXT}
_LISTS = frozenset(("ul", "ol", "menu", "dl"))
_GROUPS = frozenset(("td", "th", "ul", "ol", "table", "div", "center", "dl"))  # may turn out to be menus
_APP_ROOTS = frozenset(
    ("root", "app", "__next", "__nuxt", "___gatsby", "q-app", "svelte", "site_container", "SITE_CONTAINER")
)
_APP_TAGS = frozenset(("app-root", "my-app", "router-outlet", "ion-app"))
_SHORT = 120  # letters of a text that may be set as a heading, or name a menu entry
_NARROW_SHARE, _NARROW_PIXELS = 32, 265
_MOST_OPTIONS = 200
_MOST_LABELS = 100
_NO_ATTRIBUTES: Attributes = {}


class Reader:
    """Notes of one page, taken in document order."""

    def __init__(self) -> None:
        self.root = Zone()
        self.scope = Scope(parent=None, zone=self.root)
        self.app_root = False  # an element that a script is to fill
        self.embeds = 0  # frames and the like
        self.blocks: list[RawBlock] = []
        self.links: list[RawLink] = []
        self.images: list[RawImage] = []
        self.forms: list[RawForm] = []
        self.columns: list[Column] = []
        self.counts = Counts()
        self.seq = 0
        self._pieces: list[str] = []
        self._line_start = 0  # index into the pieces
        self._lines = 0
        self._letters = self._emphatic = self._linked = 0  # of the block
        self._line_letters = self._line_emphatic = 0
        self._waiting: list[RawLink | RawImage | RawForm] = []  # for the block they stand in
        self._link: RawLink | None = None
        self._form: RawForm | None = None
        self._tables: list[tables.Table] = []
        self._fresh = ""  # li, dt or option whose first block is still to come
        self._options = 0
        self._label: list[str] | None = None

    # --- what html.py calls ------------------------------------------------------------------------------

    def words(self, text: str) -> None:
        """A run of text."""
        bare = text.strip()
        if not bare:
            if self._pieces:
                self._pieces.append(" ")
            if self._link:
                self._link.parts.append(" ")
            return
        self._pieces.append(text)
        size = len(bare)
        self._letters += size
        self._line_letters += size
        self.counts.letters += size
        if self.scope.emphatic:
            self._emphatic += size
            self._line_emphatic += size
        if self._link:
            self._link.parts.append(text)
            self._linked += size
            self.counts.link_letters += size
        if self._label is not None:
            self._label.append(text)

    def enter(self, tag: str, attributes: Attributes) -> bool | None:
        """An element begins: None if nothing in it is for readers, else whether `leave` must be told of its end."""
        if tag in _SKIPPED:
            return None
        single = _SINGLE.get(tag)
        if single:
            single(self, attributes)
            return None
        inline = tag in _INLINE
        if inline and not attributes and tag not in _MEANINGFUL:
            return False
        self._open(tag, attributes, inline=inline)
        return True

    def leave(self) -> None:
        """The element whose scope is open ends."""
        scope = self.scope
        if scope.is_block:
            self.flush()
        if scope.at_exit:
            scope.at_exit()
        if scope.counts:
            self._consider_column(scope)
        if scope.parent:
            self.scope = scope.parent

    # --- opening -----------------------------------------------------------------------------------------

    def _open(self, tag: str, attributes: Attributes, *, inline: bool) -> None:
        around = self.scope
        hint = _hint(tag, attributes)
        if tag in _APP_TAGS or attributes.get("id") in _APP_ROOTS:
            self.app_root = True
        style = attributes.get("style") or ""
        hidden = around.hidden or self._hides(tag, attributes, style, hint)
        zone = next_zone(around.zone, hint) if hint.region else around.zone
        is_block = not inline or hidden != around.hidden or zone is not around.zone
        if is_block:
            self.flush()
        level = _level(tag, attributes, hint)
        scope = Scope(
            parent=around,
            zone=zone,
            tag=tag,
            hidden=hidden,
            emphatic=around.emphatic
            or tag in _EMPHATIC
            or (inline and level > 0)
            or _is_large(tag, attributes, style),
            level=level if is_block and level else around.level,
            kind=_KINDS.get(tag, BlockKind.TEXT if is_block and tag not in {"p", "div"} else around.kind),
            path=around.path,
            base=around.path,
            is_block=is_block,
            entry=around.entry,
            start=self.seq,
        )
        if zone is not around.zone and hint.region in {Region.NAV, Region.FOOTER}:
            scope.emphatic = False
        if tag in _GROUPS and zone.origin == Origin.ASSUMED:
            scope.counts = Counts(
                letters=self.counts.letters,
                link_letters=self.counts.link_letters,
                links=len(self.links),
                documents=self.counts.documents,
                framed=self.counts.framed,
            )
        self.scope = scope
        if tag in _LISTS or hint.submenu:
            self._open_submenu(scope, hint)
        handler = _HANDLERS.get(tag)
        if handler:
            handler(self, scope, attributes, hint)
        elif "onclick" in attributes:
            self._open_link(scope, attributes, hint)

    def _hides(self, tag: str, attributes: Attributes, style: str, hint: Hint) -> bool:
        folds = hint.folds or (tag in _LISTS and self.scope.entry >= 0)
        if style and is_unseen(style, folds=folds):
            return True
        if "hidden" in attributes and not folds and attributes.get("hidden") != "until-found":
            return True
        return tag == "marquee" and attributes.get("height") in {"0", "1"}

    def _open_submenu(self, scope: Scope, hint: Hint) -> None:
        """Within a list entry the first words are the entry's own label; what follows is nested under it."""
        around = scope.parent
        label = ""
        if around and around.entry >= 0:
            label = self._label_since(around.entry)
        elif hint.submenu and around and self.blocks and self.blocks[-1].seq >= around.start:
            label = self._last_label()
        if 0 < len(label) <= _SHORT:
            scope.path = scope.base = (*scope.path, label)
            self._drop_toggle(label)
        scope.entry = -1

    def _label_since(self, seq: int) -> str:
        for block in reversed(self.blocks[-8:]):
            if block.seq < seq:
                break
            label = block.text
            if block.seq == seq:
                return label
        return next((b.text for b in self.blocks[-8:] if b.seq >= seq and b.text), "")

    def _last_label(self) -> str:
        last = self.links[-1] if self.links else None
        block = self.blocks[-1]
        return last.text if last and last.block is block and last.text else block.text

    def _drop_toggle(self, label: str) -> None:
        last = self.links[-1] if self.links else None
        if last and not last.href and last.text == label:
            last.dropped = True

    def _consider_column(self, scope: Scope) -> None:
        now, then = self.counts, scope.counts
        if then is None or len(self.links) - then.links < Column.LEAST:
            return
        column = Column(
            scope=scope,
            first_link=then.links,
            end_link=len(self.links),
            first_block=scope.start,
            end_block=self.seq,
            letters=now.letters - then.letters,
            link_letters=now.link_letters - then.link_letters,
            documents=now.documents - then.documents,
            framed=now.framed - then.framed,
            before=then.letters,
        )
        if len(self.columns) < Column.MOST:
            self.columns.append(column)

    # --- blocks ------------------------------------------------------------------------------------------

    def flush(self) -> RawBlock | None:
        """The words gathered so far become a block."""
        if not self._letters:
            self._pieces.clear()
            self._reset()
            return None
        text = "".join(self._pieces)
        lines: tuple[str, ...] = ()
        if LINE in text:
            lines = tuple(" ".join(line.split()) for line in text.split(LINE))
            text = "\n".join(line for line in lines if line)
        else:
            text = " ".join(text.split())
        block = self._made(text, lines)
        self._pieces.clear()
        self._reset()
        return block

    def _reset(self) -> None:
        self._line_start = self._lines = self._letters = self._emphatic = self._linked = 0
        self._line_letters = self._line_emphatic = 0

    def _made(self, text: str, lines: tuple[str, ...]) -> RawBlock:
        scope = self.scope
        linked = self._linked * 10 >= self._letters * 9
        emphatic = self._emphatic >= self._letters
        kind, level, by_look = self._kind(scope, emphatic=emphatic and len(text) <= _SHORT and not linked)
        block = RawBlock(
            seq=self.seq,
            kind=kind,
            text=text,
            zone=scope.zone,
            level=level,
            hidden=scope.hidden,
            emphatic=emphatic,
            by_look=by_look,
            linked=linked,
            lines=lines,
        )
        self._add(block)
        if level and scope.path and scope.zone.region is Region.NAV and len(text) <= _SHORT:
            _head_column(scope, text)
        return block

    def _kind(self, scope: Scope, *, emphatic: bool) -> tuple[BlockKind, int, bool]:
        if scope.level:
            return BlockKind.HEADING, scope.level, False
        if self._fresh:
            self._fresh = ""
            return scope.kind, 0, False
        kind = scope.kind if scope.kind in {BlockKind.OPTION, BlockKind.TERM} else BlockKind.TEXT
        if emphatic and kind is BlockKind.TEXT:
            return BlockKind.HEADING, _SET_AS_HEADING, True
        return kind, 0, False

    def _add(self, block: RawBlock) -> None:
        self.blocks.append(block)
        self.seq += 1
        for thing in self._waiting:
            thing.block = block
        self._waiting.clear()

    def _anchor(self) -> None:
        """A place for links and pictures of a cell or entry that has no words."""
        if self._waiting:
            scope = self.scope
            self._add(RawBlock(seq=self.seq, kind=BlockKind.TEXT, text="", zone=scope.zone, hidden=scope.hidden))

    def _break(self, _: Attributes) -> None:
        """A `br`: a line that is wholly bold is a heading above what follows."""
        scope = self.scope
        set_apart = 0 < self._line_letters <= _SHORT and self._line_emphatic == self._line_letters
        if set_apart and not self._linked and not self._fresh and not scope.level and scope.kind is BlockKind.TEXT:
            self._split_line()
        elif self._pieces:
            self._pieces.append(LINE)
            self._lines += 1
            self._line_start = len(self._pieces)
        if self._link:
            self._link.parts.append(" ")
        self._line_letters = self._line_emphatic = 0

    def _split_line(self) -> None:
        line, letters = self._pieces[self._line_start :], self._line_letters
        if self._letters > letters:
            del self._pieces[self._line_start :]
            self._letters -= letters
            self._emphatic -= letters
            self.flush()
        self._pieces = line
        self._letters = self._emphatic = letters
        self.flush()

    # --- elements with something of their own ------------------------------------------------------------

    def _open_link(self, scope: Scope, attributes: Attributes, hint: Hint) -> None:
        if not ("href" in attributes or "onclick" in attributes):
            return
        written = attributes.get("href") or attributes.get("xlink:href") or ""
        href = href_of(written, attributes.get("onclick") or "")
        if not href and (scope.tag != "a" or _opens_something(attributes, hint)):
            return
        if written.startswith("#") and len(written) > 1 and _opens_something(attributes, hint):
            return
        if self._pieces and not self._pieces[-1][-1:].isspace() and self.links and self._ended_link():
            self._pieces.append(" ")
        link = RawLink(
            href=href,
            zone=scope.zone,
            path=scope.path,
            title=(attributes.get("title") or "").strip(),
            aria=(attributes.get("aria-label") or "").strip(),
            line=self._lines,
            hidden=scope.hidden,
            nofollow="nofollow" in (attributes.get("rel") or "").lower(),
            target=attributes.get("target") or "",
        )
        self._note(link)
        outer, self._link = self._link, link

        def close() -> None:
            self._link = outer
            link.parts.append(" ")

        scope.at_exit = close

    def _ended_link(self) -> bool:
        return bool(self._waiting and isinstance(self._waiting[-1], RawLink) and self._waiting[-1] is not self._link)

    def _note(self, link: RawLink) -> None:
        self.links.append(link)
        self._waiting.append(link)
        self.counts.documents += is_document(link.href)
        self.counts.framed += bool(link.target) and not link.target.startswith("_")

    def _frame(self, attributes: Attributes) -> None:
        source = _source(attributes, "src", "data-src", "data-lazy-src", "data")
        if source:
            self._embed(source, attributes)

    def _embed(self, source: str, attributes: Attributes) -> None:
        scope = self.scope
        link = RawLink(href=source, zone=scope.zone, path=scope.path, kind="frame", hidden=scope.hidden)
        link.title = (attributes.get("title") or attributes.get("aria-label") or attributes.get("name") or "").strip()
        self.embeds += 1
        self.links.append(link)
        self._waiting.append(link)

    def _area(self, attributes: Attributes) -> None:
        if "href" not in attributes and "onclick" not in attributes:
            return
        scope = self.scope
        href = href_of(attributes.get("href") or "", attributes.get("onclick") or "")
        link = RawLink(href=href, zone=scope.zone, path=scope.path, kind="area", hidden=scope.hidden)
        link.alts = [(attributes.get("alt") or "").strip()]
        link.title = (attributes.get("title") or "").strip()
        link.target = attributes.get("target") or ""
        self._note(link)

    def _picture(self, attributes: Attributes) -> None:
        scope = self.scope
        alt = " ".join((attributes.get("alt") or "").split())
        onclick = attributes.get("onclick")
        link = self._link
        if onclick and link is None and (href := href_of("", onclick)):
            link = RawLink(href=href, zone=scope.zone, path=scope.path, hidden=scope.hidden)
            self._note(link)
        if link and alt:
            link.alts.append(alt)
        image = RawImage(
            src=_source(attributes, "src", "data-src", "data-lazy-src", "data-original"),
            alt=alt or " ".join((attributes.get("title") or "").split()),
            zone=scope.zone,
            width=_pixels(attributes.get("width")),
            height=_pixels(attributes.get("height")),
            link=link,
        )
        self.images.append(image)
        self._waiting.append(image)

    def _open_object(self, scope: Scope, attributes: Attributes, _: Hint) -> None:
        self._frame(attributes)
        scope.is_block = True

    def _open_form(self, scope: Scope, attributes: Attributes, _: Hint) -> None:
        outer = self._form
        form = RawForm(
            action=(attributes.get("action") or "").strip(),
            method=(attributes.get("method") or "get").strip().lower(),
            zone=scope.zone,
        )
        self.forms.append(form)
        self._waiting.append(form)
        self._form = form

        def close() -> None:
            self._form = outer

        scope.at_exit = close

    def _field(self, attributes: Attributes) -> None:
        kind = (attributes.get("type") or "text").strip().lower()
        self._add_field(kind, attributes)
        value = attributes.get("value") if kind in {"submit", "button", "reset"} else None
        words = (
            value,
            attributes.get("placeholder"),
            attributes.get("alt"),
            attributes.get("aria-label"),
            attributes.get("title"),
        )
        self._add_labels([word for word in words if word])
        onclick = attributes.get("onclick")
        if onclick and (href := href_of("", onclick)):
            link = RawLink(href=href, zone=self.scope.zone, path=self.scope.path, hidden=self.scope.hidden)
            link.parts = [value or attributes.get("alt") or ""]
            self._note(link)

    def _add_field(self, kind: str, attributes: Attributes) -> None:
        if self._form is None:
            return
        self._form.fields.append(f"{kind}:{attributes.get('name') or attributes.get('id') or ''}")
        if kind not in {"hidden", "submit", "button", "image"} and self._label is None:
            self._add_labels([self._words_before()])

    def _words_before(self) -> str:
        """What stands before a field is its label where nobody wrote a `label`."""
        text = " ".join("".join(self._pieces).replace(LINE, " ").split())
        if not text and self.blocks and self.blocks[-1].seq >= self.scope.start - 1:
            text = self.blocks[-1].text
        return text[-_SHORT:]

    def _add_labels(self, words: list[str]) -> None:
        if self._form is None:
            return
        for word in words:
            label = " ".join(word.split())[:_SHORT]
            if label and label not in self._form.labels and len(self._form.labels) < _MOST_LABELS:
                self._form.labels.append(label)

    def _open_label(self, scope: Scope, attributes: Attributes, hint: Hint) -> None:
        if "onclick" in attributes:
            self._open_link(scope, attributes, hint)
        outer, self._label = self._label, []
        inner_exit = scope.at_exit

        def close() -> None:
            self._add_labels(["".join(self._label or ())])
            self._label = outer
            if inner_exit:
                inner_exit()

        scope.at_exit = close

    def _open_select(self, scope: Scope, attributes: Attributes, _: Hint) -> None:
        self._add_field("select", attributes)
        self._options = 0
        scope.is_block = True

    def _open_textarea(self, attributes: Attributes) -> None:
        self._add_field("textarea", attributes)
        self._add_labels([attributes.get("placeholder") or ""])

    def _open_option(self, scope: Scope, attributes: Attributes, _: Hint) -> None:
        self._fresh = "option"
        self._options += 1
        value = attributes.get("value") or ""
        if value.startswith(("http://", "https://", "/")) or is_document(value):
            link = RawLink(href=value, zone=scope.zone, path=scope.path, hidden=scope.hidden)
            self._note(link)
            self._link = link
        outer = self._label
        self._label = [] if self._options <= _MOST_OPTIONS else None

        def close() -> None:
            self._add_labels(["".join(self._label or ())])
            self._label = outer
            self._link = None

        scope.at_exit = close

    def _open_entry(self, scope: Scope, attributes: Attributes, hint: Hint) -> None:
        self._fresh = scope.tag
        scope.entry = self.seq
        scope.kind = BlockKind.ITEM if scope.tag == "li" else BlockKind.TERM
        scope.at_exit = self._anchor
        if "onclick" in attributes:
            self._open_link(scope, attributes, hint)
        if hint.tab:
            scope.level = _SET_AS_HEADING

    def _open_table(self, scope: Scope, attributes: Attributes, _: Hint) -> None:
        table = tables.Table(start=len(self.blocks))
        table.layout = attributes.get("role") in {"presentation", "none"}
        self._tables.append(table)
        scope.emphatic = False
        self._fresh = ""

        def close() -> None:
            self._anchor()
            self._tables.pop()
            settled = tables.settle(table, self.blocks[table.start :])
            self.blocks[table.start :] = settled
            if self._tables:
                self._tables[-1].layout = self._tables[-1].layout or bool(table.rows)

        scope.at_exit = close

    def _open_row(self, scope: Scope, _: Attributes, hint: Hint) -> None:
        if self._tables:
            table = self._tables[-1]
            table.rows.append(tables.Row(is_head=table.in_head or (hint.head_row and not hint.region)))
            table.layout = table.layout or hint.region is not None

    def _open_head(self, scope: Scope, _: Attributes, __: Hint) -> None:
        if self._tables:
            table = self._tables[-1]
            table.in_head = scope.tag == "thead"

            def close() -> None:
                table.in_head = False

            scope.at_exit = close

    def _open_cell(self, scope: Scope, attributes: Attributes, hint: Hint) -> None:
        scope.narrow = _is_narrow(attributes.get("width") or "", attributes.get("style") or "")
        if not (self._tables and self._tables[-1].rows):
            return
        table, row = self._tables[-1], self._tables[-1].rows[-1]
        table.layout = table.layout or hint.region is not None
        cell = tables.Cell(
            is_head=scope.tag == "th" or (hint.head_row and not hint.region),
            columns=tables.columns_of(attributes.get("colspan")),
            rows=tables.rows_of(attributes.get("rowspan")),
            start=len(self.blocks),
        )
        row.cells.append(cell)
        pictures = len(self.images)
        self._fresh = ""
        scope.emphatic = scope.tag == "th"
        scope.entry = -1
        self._wait_over()

        def close() -> None:
            self._anchor()
            cell.blocks = self.blocks[cell.start :]
            cell.pictures = len(self.images) - pictures

        scope.at_exit = close

    def _wait_over(self) -> None:
        """What waits for a block before a cell does not belong into the cell."""
        outside = [thing for thing in self._waiting if not isinstance(thing, RawLink) or thing is not self._link]
        if outside:
            self._anchor()

    def _rule(self, _: Attributes) -> None:
        self.flush()


def _hint(tag: str, attributes: Attributes) -> Hint:
    role, names, ident = attributes.get("role") or "", attributes.get("class") or "", attributes.get("id") or ""
    if not (role or names or ident) and tag not in _SPEAKING:
        return NOTHING
    return hint_of(tag, role, names, ident)


_SPEAKING = frozenset(("header", "nav", "main", "aside", "footer", "menu"))


def _level(tag: str, attributes: Attributes, hint: Hint) -> int:
    if tag in _HEADINGS:
        return _HEADINGS[tag]
    if attributes.get("role") == "heading":
        level = attributes.get("aria-level") or "2"
        return min(int(level[:2]), 6) or 2 if level[:2].isascii() and level[:2].isdigit() else 2
    return (
        _SET_AS_HEADING if hint.heading or (hint.tab and tag in {"button", "a", "div", "span"} and hint.toggle) else 0
    )


def _is_large(tag: str, attributes: Attributes, style: str) -> bool:
    if style and is_emphatic(style):
        return True
    return tag == "font" and (attributes.get("size") or "").strip() in {"5", "6", "7", "+2", "+3", "+4"}


def _opens_something(attributes: Attributes, hint: Hint) -> bool:
    toggles = ("data-toggle", "data-bs-toggle", "aria-controls", "aria-expanded", "data-target", "aria-haspopup")
    return hint.toggle or any(name in attributes for name in toggles)


def _head_column(scope: Scope, text: str) -> None:
    """The head of a mega menu's column: what follows beside it is nested under it."""
    around = scope.parent
    if around is not None:
        around.path = (*around.base, text)


def _source(attributes: Attributes, *names: str) -> str:
    values = ((attributes.get(name) or "").strip() for name in names)
    return next((value for value in values if value and not value.startswith(("about:", "data:", "javascript:"))), "")


def _pixels(text: str | None) -> int | None:
    digits = (text or "").strip().lower().removesuffix("px")[:6]
    return int(digits) if digits.isascii() and digits.isdigit() else None


def _is_narrow(width: str, style: str) -> bool:
    for part in style.lower().split(";"):
        name, _, value = part.partition(":")
        if name.strip() == "width":
            width = value
    width = width.strip().lower()
    digits = width.rstrip("%px ")[:6]
    if not (digits.isascii() and digits.isdigit()):
        return False
    return int(digits) <= (_NARROW_SHARE if width.endswith("%") else _NARROW_PIXELS)


_SINGLE = {
    "br": Reader._break,
    "hr": Reader._rule,
    "img": Reader._picture,
    "area": Reader._area,
    "iframe": Reader._frame,
    "frame": Reader._frame,
    "embed": Reader._frame,
    "input": Reader._field,
    "textarea": Reader._open_textarea,
}
_HANDLERS = {
    "a": Reader._open_link,
    "object": Reader._open_object,
    "form": Reader._open_form,
    "label": Reader._open_label,
    "legend": Reader._open_label,
    "button": Reader._open_label,
    "select": Reader._open_select,
    "option": Reader._open_option,
    "li": Reader._open_entry,
    "dt": Reader._open_entry,
    "table": Reader._open_table,
    "tr": Reader._open_row,
    "thead": Reader._open_head,
    "td": Reader._open_cell,
    "th": Reader._open_cell,
}
