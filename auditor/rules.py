"""What is asked: topics, packs, vocabularies, and the schema of the files that hold them.

A topic says how a thing is recognised on a Thai agency site; a pack says who must publish which topics, by what
law, how fresh. A rule never mentions HTML. `auditor/rulebook.py` loads them from `rules/`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

FORBID_UNKNOWN = {"extra": "forbid"}
"""Read by `codec`: a key that no field has is a mistake, at every depth."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Words for people, in both languages."""

    __pydantic_config__: ClassVar = FORBID_UNKNOWN
    th: str
    en: str


class LabelKind(StrEnum):
    """Where a label stands; the `kind` column of the labelled sets."""

    MENU = "menu"
    TITLE = "title"
    HEADING = "heading"
    LINK = "link"
    DOCUMENT = "document"


class Genre(StrEnum):
    """What kind of paper a page or document is, decided from its own text before its topic is believed."""

    MEMO = "memo"  # บันทึกข้อความ
    REQUEST_FORM = "request-form"  # แบบฟอร์มการขอเผยแพร่ข้อมูล
    ORDER = "order"  # คำสั่ง
    ANNOUNCEMENT = "announcement"  # ประกาศ
    PLAN = "plan"
    REPORT = "report"
    MANUAL = "manual"
    AGREEMENT = "agreement"
    LAW = "law"
    NEWS = "news"
    FORM = "form"
    LISTING = "listing"
    OTHER = "other"


# --- topics ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelExample:
    """A label that must (or must not) mean the topic; `auditor rules test` runs it."""

    __pydantic_config__: ClassVar = FORBID_UNKNOWN
    text: str
    match: bool
    kind: LabelKind = LabelKind.MENU
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedWords:
    """Further words of a topic that count only where the label stands at certain places."""

    __pydantic_config__: ClassVar = FORBID_UNKNOWN
    kinds: tuple[LabelKind, ...]
    any: tuple[str, ...] = ()
    exact: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()
    longest: int | None = None  # letters; in a longer label these words do not count: it is more than a name


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """How a thing is recognised by what it is called. Phrases are compared after `thai.text.fold`.

    Numbering in front, years, brackets and the agency's own name behind are no part of what a label is called.
    Inside a longer phrase, of whatever topic, a shorter one does not count: «ข่าวจัดซื้อจัดจ้าง» is not «ข่าว».
    """

    __pydantic_config__: ClassVar = FORBID_UNKNOWN
    id: str
    title: Text
    any: tuple[str, ...] = ()  # the label is one of these, or holds one of them
    exact: tuple[str, ...] = ()  # the label, or a part between slashes or commas, is one of these and nothing else
    starts: tuple[str, ...] = ()  # the label begins with one of these
    all: tuple[tuple[str, ...], ...] = ()  # the label holds every part of one of these groups, in any order
    at: tuple[PlacedWords, ...] = ()  # further words, for certain places only
    none: tuple[str, ...] = ()  # vetoes: a label that holds one of these never means this topic
    near: tuple[str, ...] = ()  # other things whose names hold ours; words inside them do not count
    decoy: bool = False  # something that nobody asks for: a label that means it means no other topic
    spares: tuple[str, ...] = ()  # decoy: topics that may stand beside it all the same
    kinds: tuple[LabelKind, ...] = tuple(LabelKind)  # where such a label may stand
    genres: tuple[Genre, ...] = ()  # kinds of paper that can satisfy it; empty: all but memo and request form
    examples: tuple[LabelExample, ...] = ()


# --- packs -------------------------------------------------------------------------------------------------


class Obligation(StrEnum):
    """How strongly something is asked."""

    REQUIRED = "required"
    IF_ANY = "if-any"  # ถ้ามี
    RECOMMENDED = "recommended"  # ควร


class Decide(StrEnum):
    """The ways in which a requirement is decided (`auditor/assess/deciders`)."""

    CONTENT = "content"  # a page, section or document that the topics name, with what its content must hold
    LISTING = "listing"  # a list of dated entries that the topics name
    SITEWIDE = "sitewide"  # a detector over the whole site: contact parts, counters, link blocks
    PART_OF = "part-of"  # a property of what satisfied another requirement
    INVENTORY = "inventory"  # shares over all published items (clause 2.2)
    FRESHNESS = "freshness"  # share of dated requirements that are current
    BREACH = "breach"  # only a breach can be seen from outside
    PACK = "pack"  # the result of another pack


KNOWN_DETECTORS = (
    "letters",
    "words",
    "persons",
    "person-with-position",
    "steps",
    "durations",
    "download",
    "entries",
    "outward-links",
    "phone",
    "fax",
    "email",
    "map",
    "address",
    "visitor-counter",
    "survey-form",
    "survey-result",
    "named-laws",
    "law-sources",
    "laws-sourced",
    "interactive-service",
    "webmasters",
    "sources-and-dates",
    "oia-rows",
    "chart-or-units",
)
"""What `Condition.detector` may name; `rules/README.md` says what each looks for."""


ITEM_FIELDS = ("source", "period", "published", "file-type", "file-size", "expired")
"""What a requirement that is decided by the inventory may ask of the published items."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """A named detector that must find something at the target, with its parameters."""

    __pydantic_config__: ClassVar = FORBID_UNKNOWN
    detector: str
    at_least: int = 1
    words: tuple[str, ...] = ()  # vocabulary the detector looks for, where it takes one
    section: int = 0  # oia-rows: the section of the Act whose subsections are counted
    otherwise: str = "fail"  # the status when the detector finds too little: fail, partial or review
    title: Text | None = None  # what is missing then, in words for people


@dataclass(frozen=True, slots=True, kw_only=True)
class Cadence:
    """Papers that are due again and again: one for each round of months, counted from 1 October."""

    __pydantic_config__: ClassVar = FORBID_UNKNOWN
    every_months: int  # of a round: 1, 2, 3, 4, 6 or 12
    grace_days: int  # after the end of a round, within which its paper may come
    gaps: str = "pass"  # the status where the newest paper is in time and earlier ones are missing


@dataclass(frozen=True, slots=True, kw_only=True)
class Freshness:
    """For which time the thing must hold, relative to the fiscal year N of the as-of date."""

    __pydantic_config__: ClassVar = FORBID_UNKNOWN
    fiscal_years: tuple[
        int, ...
    ] = ()  # offsets to N that are accepted: [0], [-1, 0]; a longer plan that covers one, too
    undated: str = "review"  # the status of a thing that states no year at all: pass, partial or review
    max_age_days: int | None = None  # the newest dated entry may be this old
    may_be_old: str = "partial"  # the status when it is of another year or too old
    cadence: Cadence | None = None  # a series, of which the newest paper may not be late


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """One thing that is asked."""

    __pydantic_config__: ClassVar = FORBID_UNKNOWN
    id: str
    category: str
    title: Text
    wording: str  # of the announcement, in Thai
    citation: str
    obligation: Obligation = Obligation.REQUIRED
    decide: Decide
    topics: tuple[str, ...] = ()
    of: str = ""  # PART_OF: the requirement whose evidence is looked at; PACK: the pack; INVENTORY: the field
    content: tuple[Condition, ...] = ()
    freshness: Freshness | None = None
    weight: float = 1.0
    unit_types: tuple[str, ...] = ()  # asked of these kinds of unit only; empty: of all
    pass_from: float = 0.95  # INVENTORY, FRESHNESS: shares
    fail_under: float = 0.20
    remedy: Text
    explain: Text  # how it is decided, for an assessor
    undecided: Text | None = None  # what the law and the papers leave open, and what is done until somebody decides
    off: Text | None = None  # switched off by a local file, with the reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """A heading of the announcement."""

    __pydantic_config__: ClassVar = FORBID_UNKNOWN
    id: str
    title: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class RulePack:
    """Who must publish what, by which law."""

    id: str
    version: str
    title: Text
    citation: str
    categories: tuple[Category, ...]
    requirements: tuple[Requirement, ...]
    shallow_floor: float = 0.95  # share of the addresses at depth ≤ 2 that must be read before "not there" is said
    sha256: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Named lists of words (`rules/vocabulary/*.toml`): placeholders, genres, province names, metadata labels …"""

    lists: tuple[tuple[str, tuple[str, ...]], ...]
    tables: tuple[tuple[str, tuple[tuple[str, tuple[str, ...]], ...]], ...] = ()  # name → code → spellings

    def words(self, name: str) -> tuple[str, ...]:
        """The words of a list.

        Raises:
            KeyError: no list has this name.
        """
        return dict(self.lists)[name]

    def table(self, name: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The rows of a table: a code and its spellings, such as `รพ.สต.` and the ways to write it out.

        Raises:
            KeyError: no table has this name.
        """
        return dict(self.tables)[name]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulebook:
    """Everything that decides: topics, packs, vocabulary."""

    topics: tuple[Topic, ...]
    packs: tuple[RulePack, ...]
    vocabulary: Vocabulary
