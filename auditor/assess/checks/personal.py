"""privacy.national-id: ID numbers of persons on pages and in documents (THAI_WEB.md 7.2).

One thirteen-digit number in ten has a right check digit by chance. So the form alone tells only where it is written
with hyphens; else a label before it, a person's title beside it, or a column of such numbers must.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.assess.checks.marks import Mark
from auditor.assess.checks.phrases import Phrases
from auditor.assess.quoting import quote_around
from auditor.facts import BlockKind, Document, Page
from auditor.findings import FindingRule
from auditor.thai.national_ids import Form, NumberSeen, mask, masked, numbers_in
from auditor.thai.persons import find_persons

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from auditor.assess.lexicon import Lexicon
    from auditor.facts import Block, Resource

_CITIZEN, _TAXPAYER, _OTHER = "citizen-id-labels", "taxpayer-id-labels", "other-number-labels"
_BEFORE = 60  # letters before a number in which its label stands
_BESIDE = 60  # letters around a number in which a person is named
_COLUMN, _SHARE = 3, 0.8  # numbers of one form, and how many of them are right, from which they are a column of them


@dataclass(frozen=True, slots=True)
class _Place:
    """A number, the text that it stands in, what stands before that, and the page of a document."""

    number: NumberSeen
    text: str
    lead: str
    page: int | None = None

    @property
    def before(self) -> str:
        """The words before the number, the nearest last."""
        return (self.lead + " " + self.text[: self.number.start])[-_BEFORE:]


class NationalIds:
    """Reads pages and documents of one site."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._labels = tuple((name, Phrases(lexicon, name)) for name in (_CITIZEN, _TAXPAYER, _OTHER))

    def marks(self, resource: Resource) -> Iterator[Mark]:
        """The numbers of one page or document, those of citizens and of taxpayers apart."""
        match resource.content:
            case Page():
                places = list(_on_page(resource.content))
            case Document():
                places = list(_in_document(resource.content))
            case _:
                return
        if not places:
            return
        columns = _columns(places)
        told = [(place, kind) for place in places if (kind := self._kind(place, columns)) is not None]
        for kind in ("citizen", "taxpayer"):
            mine = [place for place, said in told if said == kind]
            if mine:
                yield _mark(resource.key, mine, kind)

    def _kind(self, place: _Place, columns: frozenset[Form]) -> str | None:
        """Whose number it is; None where it is no person's, or nobody can tell."""
        number = place.number
        if not number.is_valid or number.is_example or self._lexicon.holds("example-words", place.before):
            return None
        label = self._label(place.before)
        if label == _OTHER:
            return None
        if label is None and not (number.form is Form.HYPHENED or number.form in columns or _names_person(place)):
            return None
        return "taxpayer" if label == _TAXPAYER else "citizen"

    def _label(self, before: str) -> str | None:
        """The list of the label that stands nearest before a number; another thing's label names one number only."""
        at = {name: _last(before, phrases) for name, phrases in self._labels}
        if any(map(str.isdigit, before[max(at[_OTHER], 0) :])):
            at[_OTHER] = -1
        nearest = max(at, key=lambda name: at[name])
        return nearest if at[nearest] >= 0 else None


def _last(before: str, phrases: Phrases) -> int:
    """How far to the right a list's words stand: the shortest end of the text that still holds one begins there."""
    if not phrases.found(before):
        return -1
    low, high = 0, len(before)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if phrases.found(before[middle:]) else (low, middle)
    return low


def _names_person(place: _Place) -> bool:
    """Does a person's name stand beside a number that is written in one run?"""
    if place.number.form is not Form.RUN:
        return False
    number = place.number
    around = place.lead[-_BESIDE:] + "\n" + place.text[max(0, number.start - _BESIDE) : number.end + _BESIDE]
    return any(True for _ in find_persons(around))


def _columns(places: Iterable[_Place]) -> frozenset[Form]:
    """The forms of which the right numbers are too many to be so by chance."""
    forms: dict[Form, list[bool]] = {}
    for place in places:
        forms.setdefault(place.number.form, []).append(place.number.is_valid)
    return frozenset(
        form for form, valid in forms.items() if sum(valid) >= _COLUMN and sum(valid) >= _SHARE * len(valid)
    )


def _on_page(page: Page) -> Iterator[_Place]:
    above = page.title
    for block in page.blocks:
        for text, lead in _texts(block, above):
            yield from (_Place(number, text, lead) for number in numbers_in(text))
        above = block.text


def _texts(block: Block, above: str) -> Iterator[tuple[str, str]]:
    """A block's text with what stands before it; of a row each cell with its head and its row."""
    if block.kind is not BlockKind.ROW or not block.cells:
        yield block.text, above
        return
    heads = block.heads or ("",) * len(block.cells)
    for place, cell in enumerate(block.cells):
        head = heads[place] if place < len(heads) else ""
        yield cell, " ".join((*block.cells[:place], head))


def _in_document(document: Document) -> Iterator[_Place]:
    for number, page in enumerate(document.text, 1):
        above = ""
        for line in page.splitlines():
            yield from (_Place(seen, line, above, number) for seen in numbers_in(line))
            above = line


def _mark(key: str, places: list[_Place], kind: str) -> Mark:
    first = places[0]
    number = first.number
    page = (("page", first.page),) if first.page is not None else ()
    return Mark(
        rule=FindingRule.PRIVACY_NATIONAL_ID,
        key=(key, kind),
        quote=masked(quote_around(first.text, number.start, number.end)),
        params=(("kind", kind), ("found", len(places)), ("sample", mask(number.digits)), *page),
        certain=kind == "citizen",
    )
