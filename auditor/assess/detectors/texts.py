"""What a text holds: enough of it, certain words, named laws and their sources, the rows of an index, units."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from auditor.assess.detectors.hits import NOTHING, Desk, Hit
from auditor.assess.passages import is_byline, letters_of
from auditor.assess.quoting import quote_phrase, quote_word, shorten
from auditor.facts import BlockKind, Kind
from auditor.findings import EvidenceKind
from auditor.thai.text import letters_in, normalise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.assess.passages import Passage
    from auditor.facts import Block, Link
    from auditor.rules import Condition

_ROW = re.compile(r"(?:(?<![\d.])(\d)[^\d()]{0,12}|^\W*)\((\d{1,2})\)")
"""7(1), มาตรา 7 (1), 7 with a word for the paragraph and (1), or (1) at the beginning of a line."""


_LONG_HEADING = 40


def letters(passage: Passage, condition: Condition, desk: Desk) -> Hit:
    """Letters beyond the title, the names of sections and by-lines; a long heading says something itself."""
    _ = condition
    body = [block for block in passage.body if not is_byline(block.text, desk.lexicon)]
    longest = max(body, key=lambda block: len(block.text), default=None)
    told = (block for block in body if block.kind is not BlockKind.HEADING or len(block.text) > _LONG_HEADING)
    return Hit(count=letters_of(block.text for block in told), quote=shorten(longest.text) if longest else "")


def words(passage: Passage, condition: Condition, desk: Desk) -> Hit:
    """How many of the condition's words stand in the passage."""
    _ = desk
    text = f"{passage.title}\n{passage.text}\n" + "\n".join(image.alt for image in passage.images)
    quotes = [(word, quote) for word in condition.words if (quote := quote_word(text, word)) is not None]
    if not quotes:
        return NOTHING
    return Hit(count=len(quotes), quote=quotes[0][1], matched=quotes[0][0])


def chart_or_units(passage: Passage, condition: Condition, desk: Desk) -> Hit:
    """Units by name: in lines, or in what is told of the chart's picture; its own name alone tells of none."""
    _ = condition
    units = [line for line in _lines(passage) if desk.lexicon.holds("organisation-unit-words", line)]
    named = max(len(units), max((_units_in(line, desk) for line in units), default=0))
    if named > 1:
        return Hit(count=named, quote=shorten(" · ".join(units[:4])), matched=units[0])
    for image in passage.images:
        if (told := _units_in(image.alt, desk)) > 1:
            return Hit(count=told, quote=shorten(image.alt), matched=image.alt)
    return Hit(count=len(units), quote=units[0] if units else "")


def _units_in(line: str, desk: Desk) -> int:
    """How many units one line names: an alt text lists them all."""
    plain, units = normalise(line), 0
    for word in sorted(map(normalise, desk.lexicon.found("organisation-unit-words", line)), key=len, reverse=True):
        units += plain.count(word)
        plain = plain.replace(word, " ")
    return units


def named_laws(passage: Passage, condition: Condition, desk: Desk) -> Hit:
    """Laws, regulations and notices by name: lines and links that begin with a kind of law.

    Where none does, lines that speak of a law or state a year, and files, may be laws by other names: doubtful.
    """
    _ = condition
    names: dict[str, None] = {}
    unsure = ""
    for text in (*_lines(passage), *(link.label for link in passage.links)):
        line = _NUMBERING.sub("", normalise(text))
        if desk.lexicon.found("none-words", line[-_NONE_WITHIN:]):
            continue
        kind = max((len(normalise(word)) for word in desk.lexicon.found("law-kinds", line)), default=0)
        # The kind alone is the name of a shelf, not of a law.
        named = kind > 0 and len(line) > kind + _SHORTEST_NAME
        if named and desk.lexicon.starts("law-kinds", line):
            names.setdefault(shorten(text, 160))
        elif named or _YEAR.search(line):
            unsure = unsure or shorten(text, 160)
    if names:
        return Hit(count=len(names), quote=shorten(" · ".join(list(names)[:3])), matched=next(iter(names)))
    unsure = unsure or next((link.label or link.url for link in passage.links if _is_file(link, desk)), "")
    return Hit(count=1, quote=unsure, matched=unsure, doubtful=True) if unsure else NOTHING


def _is_file(link: Link, desk: Desk) -> bool:
    """Does it lead to a file, or show one in the page?"""
    target = desk.look_up(link.url) if link.url.startswith("http") else None
    return link.embedded or (target is not None and target.kind is Kind.DOCUMENT)


_SHORTEST_NAME = 3
_NONE_WITHIN = 12  # letters at its end in which a row says that there is none
_YEAR = re.compile(r"(?<!\d)2[45]\d\d(?!\d)")  # of the Buddhist era
_NUMBERING = re.compile(r"^[\W\d]+")


def law_sources(passage: Passage, condition: Condition, desk: Desk) -> Hit:
    """Where laws come from: gazette volume, issuing body, or a link to the official copy."""
    _ = condition
    count, quote, matched = 0, "", ""
    for line in _lines(passage):
        found = desk.lexicon.found("law-source-words", line)
        if found:
            count += 1
            quote, matched = quote or (quote_phrase(line, found[0]) or shorten(line)), matched or found[0]
    for link in passage.links:
        if _is_official(link, desk):
            count += 1
            quote, matched = quote or shorten(f"{link.label} {link.url}"), matched or link.url
    return Hit(count=count, quote=quote, matched=matched)


def laws_sourced(passage: Passage, condition: Condition, desk: Desk) -> Hit:
    """Per cent of the laws named by lines that have their source in that line, below it, or above them all.

    All in a document, and where no line begins with the name of a law: which has a source is then not to be told.
    """
    _ = condition
    if passage.kind is EvidenceKind.DOCUMENT:
        return Hit(count=100)
    linked = {link.block for link in passage.links if _is_official(link, desk)}
    laws: list[bool] = []
    for number, block in zip(passage.numbers, passage.blocks, strict=True):
        sourced = number in linked or _tells_source(block, desk)
        if block.kind is not BlockKind.HEADING and _begins_with_law(block.text, desk):
            laws.append(sourced)
        elif sourced and not laws:
            return Hit(count=100, quote=shorten(block.text))
        elif sourced:
            laws[-1] = True
    return Hit(count=100 * sum(laws) // len(laws) if laws else 100)


def _is_official(link: Link, desk: Desk) -> bool:
    return any(host in link.url for host in desk.lexicon.words("gazette-hosts"))


def _tells_source(block: Block, desk: Desk) -> bool:
    """Does it name a source, by words that only sources have or under the head of a column?"""
    if desk.lexicon.holds("law-source-words", block.text):
        return True
    columns = zip(block.heads, block.cells, strict=False)
    return any(letters_in(cell) > 1 and desk.lexicon.equals("owner-heads", head) for head, cell in columns)


def _begins_with_law(text: str, desk: Desk) -> bool:
    """Does a line begin with the name of a law, rather than with the name of a shelf of them?"""
    line = _NUMBERING.sub("", normalise(text))
    kind = max((len(normalise(word)) for word in desk.lexicon.found("law-kinds", line)), default=0)
    return 0 < kind < len(line) - _SHORTEST_NAME and desk.lexicon.starts("law-kinds", line)


def oia_rows(passage: Passage, condition: Condition, desk: Desk) -> Hit:
    """Subsections of section 7 or 9 that have a row: the number in brackets by the section, or the row's words."""
    section = str(condition.section)
    numbered: dict[str, str] = {}
    worded: dict[str, str] = {}
    under = section if section in normalise(passage.title) else ""
    quoted = _acts_lines(passage, desk)
    for line in (*_lines(_without_empty_panels(passage)), *(link.label for link in passage.links)):
        plain = normalise(line)
        number = _ROW.search(plain)
        if desk.lexicon.holds("section-words", plain) and number is None:
            under = section if re.search(rf"(?<!\d){section}(?!\d)", plain) else ""
        if line in quoted:
            continue
        if number and section in {number.group(1), number.group(1) or under}:
            numbered.setdefault(number.group(2), line)
        other = number is not None and number.group(1) not in {section, None}
        for word in () if other else _wanted(condition, desk):
            if quote_phrase(line, word) is not None:
                worded.setdefault(word, line)
    rows = numbered if len(numbered) > len(worded) else worded
    return Hit(count=len(rows), quote=shorten(" · ".join(list(rows.values())[:3])), matched=next(iter(rows), ""))


def _acts_lines(passage: Passage, desk: Desk) -> frozenset[str]:
    """Lines with the words of the Act where a passage quotes it: they lead nowhere and answer nothing."""
    if not any(desk.lexicon.holds("act-text", block.text) for block in passage.body):
        return frozenset()
    linked = {link.block for link in passage.links if link.url}
    return frozenset(
        line
        for place, block in enumerate(passage.blocks)
        if passage.numbers[place] not in linked and len(block.cells) < _ANSWERED
        if not _answers_below(passage.blocks, place)
        for line in block.text.splitlines()
        if not desk.lexicon.found("none-words", normalise(line)[-_NONE_WITHIN:])
    )


_ANSWERED = 2  # cells from which a row has one for the answer


def _answers_below(blocks: tuple[Block, ...], place: int) -> bool:
    """Is it the name of a section with something below it: a heading, or a term and its definition?"""
    return blocks[place].kind in {BlockKind.HEADING, BlockKind.TERM} and place + 1 < len(blocks)


def _without_empty_panels(passage: Passage) -> Passage:
    """The passage without headings, terms and rows that lead nowhere and behind which nothing stands."""
    if passage.kind is not EvidenceKind.PAGE:
        return passage
    linked = {link.block for link in passage.links if link.url}
    dead = {link.block for link in passage.links} - linked
    empty = [
        number not in linked
        and (_is_empty_panel(passage.blocks, place) or _is_empty_row(passage.blocks[place], dead=number in dead))
        for place, number in enumerate(passage.numbers)
    ]
    for place in range(_EMPTY_RUN, len(empty)):
        # What stands below the last of them is the rest of the page.
        run = passage.blocks[place - _EMPTY_RUN : place + 1]
        alike = len({(block.kind, block.level) for block in run}) == 1 and passage.numbers[place] not in linked
        empty[place] = empty[place] or (alike and all(empty[place - _EMPTY_RUN : place]))
    kept = [place for place, gone in enumerate(empty) if not gone]
    return replace(
        passage,
        blocks=tuple(passage.blocks[place] for place in kept),
        numbers=tuple(passage.numbers[place] for place in kept),
    )


def _is_empty_row(block: Block, *, dead: bool) -> bool:
    """A row whose last cell, where its link should be, is empty or a link that leads nowhere."""
    return block.kind is BlockKind.ROW and len(block.cells) > 1 and (dead or not block.cells[-1].strip())


_EMPTY_RUN = 3  # empty panels after which the next is taken for one


def _is_empty_panel(blocks: tuple[Block, ...], place: int) -> bool:
    """A heading with the next one right behind it, which is none of its own parts; a term without a definition."""
    block = blocks[place]
    following = blocks[place + 1] if place + 1 < len(blocks) else None
    if block.kind is BlockKind.TERM:
        return following is None or following.kind in {BlockKind.TERM, BlockKind.HEADING}
    if block.kind is not BlockKind.HEADING or following is None:
        return block.kind is BlockKind.HEADING
    return following.kind is BlockKind.HEADING and following.level <= block.level


def _wanted(condition: Condition, desk: Desk) -> Iterator[str]:
    """The condition's words; the name of a vocabulary list stands for its words."""
    for word in condition.words:
        yield from desk.lexicon.words(word) if desk.lexicon.has(word) else (word,)


def _lines(passage: Passage) -> Iterator[str]:
    for block in passage.body:
        yield from (line for line in block.text.splitlines() if line.strip())
