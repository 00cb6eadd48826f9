"""What a page or document says, reduced to what a reader sees and a browser would follow."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from auditor.thai.dates import DateSpan


class Region(StrEnum):
    """The part of a page in which something stands."""

    HEADER = "header"
    NAV = "nav"
    BREADCRUMB = "breadcrumb"
    MAIN = "main"
    ASIDE = "aside"
    FOOTER = "footer"


class BlockKind(StrEnum):
    """What a run of text is."""

    HEADING = "heading"  # h1–h6, or a short text that is set as one (level 7)
    TEXT = "text"
    ITEM = "item"  # of a list
    ROW = "row"  # of a table; `cells` hold its texts
    TERM = "term"  # dt; its dd follow as TEXT
    OPTION = "option"  # choices of a form


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A run of text that a reader sees as one, in document order; the page's text is its blocks."""

    kind: BlockKind
    text: str
    region: Region
    level: int = 0  # of a heading: 1–6 by markup, 7 when only set as one (bold line, class name)
    cells: tuple[str, ...] = ()  # of a row; the lines of a cell are parted by "\n"
    heads: tuple[str, ...] = ()  # the column heads that go with the cells, where the table has some
    over: tuple[tuple[str, str], ...] = ()  # cells of rows above that span this one too, each behind its column head
    hidden: bool = False  # by inline style, the attribute or a class that never opens; a folded accordion is not


class LabelSource(StrEnum):
    """Where a link's label was taken from."""

    TEXT = "text"
    TITLE = "title"
    ARIA = "aria-label"
    ALT = "alt"
    AREA = "area"
    FRAME = "frame"
    CONTEXT = "context"  # "click here" and the like: the label is that of the row, item or heading around it
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One reference from a page to another address, as a reader or a browser meets it."""

    url: str  # absolute, spelled as met (percent-encoded)
    label: str  # what names the target; see `source`
    source: LabelSource
    region: Region
    block: int  # index into `Page.blocks` of the block it stands in (or the next one)
    text: str = ""  # the visible text itself where `label` came from elsewhere
    heading: str = ""  # the nearest heading above, in the same region
    path: tuple[str, ...] = ()  # labels of the menu entries it is nested under, outermost first
    hidden: bool = False
    buried: bool = False  # by a style that nothing opens again: off the screen, without size, in the ground's colour
    embedded: bool = False  # frame, iframe, object or embed: the target is part of this page
    nofollow: bool = False
    apart: bool = False  # has no words and stands before the block, not among its words


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A picture in a page; a poster that says what text should is one of these."""

    url: str
    alt: str
    region: Region
    block: int
    width: int | None = None
    height: int | None = None
    link: str | None = None  # address the picture leads to


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form a visitor may fill in. None is ever sent."""

    action: str
    method: str
    fields: tuple[str, ...]  # input types and names, `password:passwd`
    labels: tuple[str, ...]
    region: Region
    block: int


class ScriptTrait(StrEnum):
    """In which way a script hides what it does."""

    RUNS_CODES = "runs-codes"  # runs what it keeps in codes
    SPELLS = "spells"  # keeps an address as the numbers of its letters
    WRITES = "writes"  # keeps an address in codes of other kinds, or writes what it keeps so into the page
    GARBLED = "garbled"  # all its names are such as a program gives to keep readers off
    BY_REFERRER = "by-referrer"  # moves on those readers who come from a search engine


@dataclass(frozen=True, slots=True, kw_only=True)
class OddScript:
    """A script within a page that hides what it does; of other scripts nothing is kept."""

    traits: tuple[ScriptTrait, ...]
    leads_to: tuple[str, ...] = ()  # absolute addresses that it keeps in codes or moves its readers to
    excerpt: str = ""  # its first letters, on one line


class DateSource(StrEnum):
    """Where a date was read, from what a reader sees to what only a program does."""

    LABEL = "label"  # a word beside it says what it is
    TEXT = "text"
    TIME_TAG = "time-tag"
    META = "meta"
    JSON_LD = "json-ld"
    URL = "url"
    HTTP = "http"
    DOCUMENT_INFO = "document-info"
    SITEMAP = "sitemap"


@dataclass(frozen=True, slots=True, kw_only=True)
class DateSeen:
    """A date as the site stated it, and where it said so."""

    span: DateSpan  # value or range, precision, role and the words exactly as found
    source: DateSource
    block: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Charset:
    """What the page claims its letters are, and what they are (WHATWG names)."""

    declared: str | None
    used: str
    reason: str  # bom, header, meta, detected, default, utf8-override, thai-override
    replaced: int = 0  # bytes that no letter could be made of


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """An HTML page reduced to what a reader can see and a browser would follow."""

    title: str = ""
    lang: str = ""
    charset: Charset = field(default_factory=lambda: Charset(declared=None, used="utf-8", reason="default"))
    blocks: tuple[Block, ...] = ()
    links: tuple[Link, ...] = ()
    images: tuple[Image, ...] = ()
    forms: tuple[Form, ...] = ()
    dates: tuple[DateSeen, ...] = ()
    meta: tuple[tuple[str, str], ...] = ()  # description, generator, author, og:*, robots …, lower-case names
    canonical: str | None = None
    refresh: str | None = None  # absolute target of a meta refresh or a script that only moves the reader on
    base: str | None = None
    scripts: tuple[str, ...] = ()  # absolute addresses of external scripts
    stray_scripts: tuple[str, ...] = ()  # those of them that stand before the document begins or after it has ended
    odd_scripts: tuple[OddScript, ...] = ()
    needs_script: bool = False  # without a browser there is nothing to read
    rendered: bool = False  # read as it stands in a browser, after its scripts ran
    truncated: bool = False  # a limit cut it: something may be missing


class DocumentState(StrEnum):
    """How the reading of a document ended (RELIABILITY_RULES 13)."""

    OK = "ok"
    DAMAGED = "damaged"
    ENCRYPTED = "encrypted"
    LIMITED = "limited"  # time, memory or output ran out
    UNSUPPORTED = "unsupported"  # a kind we do not read; type and size are still true
    EMPTY = "empty"  # no bytes at all


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file that is not a page."""

    kind: str  # lower-case extension of what the bytes are: pdf, docx, xls, zip, jpg …
    state: DocumentState
    detail: str = ""
    name: str | None = None  # from Content-Disposition, for showing only
    title: str | None = None
    author: str | None = None
    producer: str | None = None
    created: datetime | None = None
    modified: datetime | None = None
    lang: str = ""  # as the file states it
    pages: int | None = None  # or sheets, or slides
    text: tuple[str, ...] = ()  # per page (or sheet, slide), capped
    text_pages: int | None = None  # how many of the pages read have text of their own
    dates: tuple[DateSeen, ...] = ()
    width: int | None = None  # of a picture, in pixels
    height: int | None = None
    # What a machine read in the pictures of its pages, without numbers, since it misreads Thai ones: good for finding
    # a topic and for nothing else. Never part of `text`.
    ocr: tuple[str, ...] = ()
    garbled: bool = False  # its text layer is mostly no words: nothing can be concluded from it
    truncated: bool = False
