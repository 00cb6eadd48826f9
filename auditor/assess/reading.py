"""Reads one candidate's target and says what came of it: the heart of every verdict on content."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from auditor.assess import freshness
from auditor.assess.bodies import of_another_body
from auditor.assess.case import Case, evidence_from
from auditor.assess.detectors import detect
from auditor.assess.detectors.listings import day_of
from auditor.assess.genre import genre_of, substance_of
from auditor.assess.lexicon import folded
from auditor.assess.naming import (
    Reading,
    asks_paper,
    barred_in_head,
    begins_otherwise,
    head,
    is_joint,
    is_label,
    named_alike,
    named_in_head,
    never_speaks_of_it,
    only_touched,
)
from auditor.assess.outcome import DOUBT, SURE_FAIL, Outcome, because, outcome_of, part_reason
from auditor.assess.owners import of_another_agency
from auditor.assess.parts import of_a_part
from auditor.assess.passages import has_unread_pages, is_byline, letters_of, posters
from auditor.assess.quoting import quote_phrase, shorten
from auditor.facts import Block, BlockKind, Page
from auditor.findings import EvidenceKind, Reason, ReasonCode, Rung, Status
from auditor.rules import Genre
from auditor.thai.blanks import blanks_in
from auditor.urls import edition_year

if TYPE_CHECKING:
    from auditor.assess.detectors.hits import Hit
    from auditor.assess.genre import Substance
    from auditor.assess.lexicon import Lexicon
    from auditor.assess.passages import Passage
    from auditor.rules import Condition

_CONFIDENCE = {Rung.EXACT: 0.95, Rung.CONTAINED: 0.9, Rung.FUZZY: 0.75}
_SHORT = 220
"""A passage with fewer letters that says it is under construction or has no data is just that."""
_CAPTION = 120
"""A page with fewer letters may leave all the rest to its picture."""
_PLACEHOLDERS = (
    ("under-construction", ReasonCode.UNDER_CONSTRUCTION),
    ("no-data", ReasonCode.NO_DATA),
    ("template-residue", ReasonCode.UNDER_CONSTRUCTION),
)
_HAVE_BLANKS = frozenset({Genre.REQUEST_FORM, Genre.MANUAL, Genre.LAW})
"""Papers that may show a form to fill in on their first page."""
_FIRST_PAGE = 4_000
_MODEL_BLANKS = 2
_TELLING_ALT = 40
"""Letters from which an alt text says more than what the picture shows."""
_WORST = (Status.FAIL, Status.UNVERIFIABLE, Status.REVIEW, Status.PARTIAL, Status.PASS)


def read(reading: Reading, case: Case) -> Outcome:
    """Judge one passage for one requirement."""
    substance = substance_of(reading.passage, case.desk.lexicon)
    wanted = reading.passage if _wants_form(reading) else substance.passage
    own = replace(reading, passage=_with_alt_texts(_with_heading(wanted, reading, case)))
    barred = (
        _only_accompanies(reading, substance)
        or of_another_agency(reading, substance.genre, case)
        or of_another_body(reading, substance.genre, case)
        or of_a_part(reading, case)
        or _is_model(reading, substance.genre)
        or _says_nothing(own, case)
    )
    if barred is not None:
        return replace(_shown_to_person(barred, own), right_year=_names_right_year(reading, case))
    return _weigh(own, case)


def _shown_to_person(outcome: Outcome, reading: Reading) -> Outcome:
    """Who has to decide is shown what there is, whatever speaks against it."""
    if outcome.status is not Status.REVIEW or outcome.evidence:
        return outcome
    quote, matched = _best_quote(reading, ())
    return replace(outcome, evidence=(evidence_from(reading.passage, quote, matched, outcome.confidence),))


def _with_heading(passage: Passage, reading: Reading, case: Case) -> Passage:
    """Where news answers, a headline is content: an album may say no more than it."""
    topic = case.topic(reading.candidate.topic)
    headline = passage.section and topic is not None and Genre.NEWS in topic.genres
    return replace(passage, title="") if headline else passage


def _with_alt_texts(passage: Passage) -> Passage:
    """The passage with what its pictures say in words: an alt text may be the whole poster."""
    said = [
        Block(kind=BlockKind.TEXT, text=image.alt, region=image.region)
        for image in passage.images
        if letters_of([image.alt]) >= _TELLING_ALT
    ]
    return replace(passage, blocks=(*passage.blocks, *said), numbers=(*passage.numbers, *(-1 for _ in said)))


def _wants_form(reading: Reading) -> bool:
    return "request-form" in reading.requirement.topics


def _is_template(reading: Reading, case: Case) -> bool:
    """Is it a request form that is offered to be taken home? Such a one may be empty (REQUIREMENTS.md 5.3)."""
    ways = (*reading.labels, *(step.label for step in reading.passage.resource.trail))
    return _wants_form(reading) and any(case.desk.lexicon.holds("template-words", label) for label in ways)


def _names_right_year(reading: Reading, case: Case) -> bool:
    asked = reading.requirement.freshness
    if asked is None or not asked.fiscal_years:
        return False
    wanted = freshness.wanted_years(asked, case.fiscal_year)
    return any(year in wanted for year in reading.candidate.years)


# --- what rules a passage out -------------------------------------------------------------------------------


def _only_accompanies(reading: Reading, substance: Substance) -> Outcome | None:
    """A memo or a request form in place of the thing."""
    if substance.passage.blocks or not (substance.memo or substance.request_form):
        return None
    if substance.request_form and _wants_form(reading):
        return None
    if has_unread_pages(reading.passage):
        # What the memo sends along may be on the scanned pages behind it.
        return outcome_of(because(ReasonCode.NO_TEXT, title=reading.label), confidence=DOUBT)
    code = ReasonCode.REQUEST_FORM_ONLY if substance.request_form else ReasonCode.MEMO_ONLY
    return _fails(code, title=shorten(reading.passage.title or reading.label, 120))


def _is_model(reading: Reading, genre: Genre) -> Outcome | None:
    """A paper that nobody filled in: whose it is, and of which year, stands open on its first page."""
    if reading.passage.kind is not EvidenceKind.DOCUMENT or genre in _HAVE_BLANKS or _wants_form(reading):
        return None
    first = next((block.text for block in reading.passage.blocks), "")
    if len(blanks_in(first[:_FIRST_PAGE])) < _MODEL_BLANKS:
        return None
    reason = because(ReasonCode.NOT_THE_THING, label=reading.label, head=head(reading))
    return outcome_of(reason, confidence=DOUBT, status=Status.REVIEW)


def _says_nothing(reading: Reading, case: Case) -> Outcome | None:
    """Placeholders, and passages without any content of their own."""
    passage, lexicon = reading.passage, case.desk.lexicon
    text = "\n".join(block.text for block in passage.body)
    if passage.letters < _SHORT:
        zero = lexicon.found("zero-report", text)
        if zero and _may_be_none(reading, case):
            return _passes_with_none(reading, case, zero[0])
        for name, code in _PLACEHOLDERS:
            found = lexicon.found(name, text)
            if found and not (name == "template-residue" and _mostly_without(name, passage, lexicon)):
                return _fails(code, quote=quote_phrase(text, found[0]) or found[0])
    if _own_letters(passage) == 0 and not passage.images and not passage.forms and not passage.links:
        return _fails(ReasonCode.EMPTY, label=reading.label)
    return None


def _mostly_without(name: str, passage: Passage, lexicon: Lexicon) -> bool:
    """Do the lines that hold such words make up the lesser part: the foot of a page below what it tells?"""
    held = letters_of(block.text for block in passage.body if lexicon.holds(name, block.text))
    rest = (block.text for block in passage.body if not lexicon.holds(name, block.text))
    return held < letters_of(text for text in rest if not is_byline(text, lexicon))


def _own_letters(passage: Passage) -> int:
    """Letters under its headings: headings alone hold nothing, but in a list whose headings are its entries."""
    under = letters_of(block.text for block in passage.body if block.kind is not BlockKind.HEADING)
    headings = sum(block.kind is BlockKind.HEADING for block in passage.body)
    return under or (passage.letters if headings > 1 else 0)


def _may_be_none(reading: Reading, case: Case) -> bool:
    """A zero report answers for lists of what happened in a period, never for a thing that every agency has."""
    asked, topic = reading.requirement.freshness, case.topic(reading.candidate.topic)
    lists = topic is not None and Genre.NEWS in topic.genres
    return lists and asked is not None and bool(asked.fiscal_years or asked.max_age_days)


def _passes_with_none(reading: Reading, case: Case, words: str) -> Outcome | None:
    time = freshness.of_passage(reading.requirement.freshness, reading.passage, reading.labels, case.fiscal_year)
    if not time.dated:
        return None
    quote = quote_phrase(reading.passage.text, words) or words
    return Outcome(
        status=Status.PASS,
        reasons=(because(ReasonCode.ZERO_REPORT, quote=quote),),
        confidence=0.8,
        evidence=(evidence_from(reading.passage, quote, words, 0.8),),
        passages=(reading.passage,),
        dated=True,
    )


def _fails(code: ReasonCode, **params: str | float) -> Outcome:
    return outcome_of(because(code, **params), confidence=SURE_FAIL)


# --- what a passage is worth ---------------------------------------------------------------------------------


def _weigh(reading: Reading, case: Case) -> Outcome:
    """Conditions, time, and how sure the label is."""
    hits = tuple(
        (condition, detect(_searched(condition, reading, case), condition, case.desk))
        for condition in reading.requirement.content
    )
    time = _timeliness(reading, case)
    doubts = [*_shortfalls(hits, reading, case), *_doubts_of_label(reading, case, fits=_holds_all(hits))]
    if time.status is not Status.PASS and time.reason is not None:
        doubts.append((time.status, time.reason))
    status = min((status for status, _ in doubts), key=_WORST.index, default=Status.PASS)
    found = _found_reason(reading)
    remarks = [time.reason] if time.status is Status.PASS and time.reason else []
    reasons = (*(reason for _, reason in doubts), *remarks) if doubts else (found, *remarks)
    quote, matched = _best_quote(reading, hits)
    confidence = _CONFIDENCE[reading.candidate.match.rung] if status in {Status.PASS, Status.PARTIAL} else DOUBT
    shown = status in {Status.PASS, Status.PARTIAL, Status.REVIEW}
    return Outcome(
        status=status,
        reasons=((found, *reasons) if status is Status.PARTIAL and found not in reasons else reasons),
        confidence=SURE_FAIL if status is Status.FAIL else confidence,
        evidence=(evidence_from(reading.passage, quote, matched, confidence),) if shown else (),
        passages=(reading.passage,) if shown else (),
        dated=time.dated,
        right_year=_names_right_year(reading, case),
    )


def _searched(condition: Condition, reading: Reading, case: Case) -> Passage:
    """Where words are looked for: not in the title of a page whose label names several things, for it proves none.

    A line that only names a paper, however long it is, says nothing of what stands in it.
    """
    passage = reading.passage
    if condition.detector == "letters" and passage.kind is EvidenceKind.PAGE:
        told = tuple(block for block in passage.blocks if not is_label(block.text, reading, case))
        return replace(passage, blocks=told)
    if condition.detector != "words" or passage.kind is not EvidenceKind.PAGE or not is_joint(reading, case):
        return passage
    labels = {folded(label) for label in (passage.title, *reading.labels)}
    return replace(
        passage, title="", blocks=tuple(each for each in passage.blocks if folded(each.text) not in labels)
    )


def _timeliness(reading: Reading, case: Case) -> freshness.Timeliness:
    """By the years it states; where news answers, also by the day of the news."""
    asked = reading.requirement.freshness
    topic = case.topic(reading.candidate.topic)
    if asked is None and reading.candidate.topic in case.prose:
        return _edition(reading, case)
    posted = topic is not None and Genre.NEWS in topic.genres
    day = day_of(reading.passage.resource, case.desk) if posted else None
    signed = genre_of(reading.passage.text, case.desk.lexicon) in {Genre.ORDER, Genre.ANNOUNCEMENT}
    return freshness.of_passage(
        asked, reading.passage, reading.labels, case.fiscal_year, posted=day, signed_first=signed
    )


def _edition(reading: Reading, case: Case) -> freshness.Timeliness:
    """What no year is asked of may all the same stand in the site of years ago, left below a folder of its own."""
    start = case.survey.start
    year = edition_year(reading.passage.resource.url, start.url if start else "")
    return freshness.of_edition(year, case.fiscal_year)


def _shortfalls(hits: tuple[tuple[Condition, Hit], ...], reading: Reading, case: Case) -> list[tuple[Status, Reason]]:
    found = []
    for condition, hit in hits:
        if hit.count < condition.at_least and hit.barrier is not None:
            found.append((Status.UNVERIFIABLE, hit.barrier))
        elif hit.count < condition.at_least:
            reason = part_reason(ReasonCode.PART_MISSING, condition, found=hit.count)
            another = hit.count == 0 and (only_touched(reading) or named_alike(reading, case))
            status = Status.PARTIAL if _is_template(reading, case) else Status(condition.otherwise)
            found.append((Status.FAIL if another else status, reason))
        elif hit.doubtful:
            found.append((Status.REVIEW, because(ReasonCode.AMBIGUOUS, count=hit.count)))
    lacking = any(status in {Status.FAIL, Status.REVIEW} for status, _ in found)
    if lacking and reading.passage.letters < _CAPTION and posters(reading.passage):
        # A picture may say what the words do not: a person must look.
        return [(Status.REVIEW, because(ReasonCode.POSTER, label=reading.label))]
    return found


def _holds_all(hits: tuple[tuple[Condition, Hit], ...]) -> bool:
    """Does it hold every part asked for, where more than some text is asked for?"""
    telling = any(condition.detector != "letters" for condition, _ in hits)
    return telling and all(hit.count >= condition.at_least and not hit.doubtful for condition, hit in hits)


def _doubts_of_label(reading: Reading, case: Case, *, fits: bool) -> list[tuple[Status, Reason]]:
    """A fuzzy label that the target does not confirm; a document whose own head names something else."""
    match = reading.candidate.match
    named = named_in_head(reading, case)
    ours = bool(named & set(reading.requirement.topics))
    barred = begins_otherwise(reading, case) if ours else barred_in_head(reading, case)
    if match.rung is Rung.FUZZY and not (ours or barred):
        reason = because(ReasonCode.FUZZY_LABEL, label=reading.candidate.label, phrase=match.phrase)
        return [(Status.REVIEW, reason)]
    if barred:
        # A plan that lists the projects with their money may do for the list of projects: a person must look.
        status = Status.REVIEW if fits and named and not ours else Status.FAIL
        return [(status, because(ReasonCode.NOT_THE_THING, label=reading.label, head=head(reading)))]
    if ours:
        return []
    if reading.passage.kind is not EvidenceKind.DOCUMENT:
        other = asks_paper(reading.candidate.topic, case) and (named or never_speaks_of_it(reading, case))
        reason = because(ReasonCode.NOT_THE_THING, label=reading.label, head=shorten(reading.passage.title, 80))
        return [(Status.REVIEW, reason)] if other else []
    if named or not reading.named:
        # Another thing's paper, unless it speaks of ours somewhere inside: then a person must look.
        spoken = quote_phrase(reading.passage.text, match.phrase) is not None
        status = Status.REVIEW if spoken or fits else Status.FAIL
        return [(status, because(ReasonCode.NOT_THE_THING, label=reading.label, head=head(reading)))]
    return []


def _found_reason(reading: Reading) -> Reason:
    passage = reading.passage
    title = shorten(passage.title or reading.label or reading.candidate.label, 120)
    if passage.kind is EvidenceKind.DOCUMENT:
        return because(
            ReasonCode.FOUND_DOCUMENT,
            title=shorten(reading.label or title, 120),
            page=passage.pages[0] if passage.pages else 1,
            leaf=passage.leaf,
        )
    if passage.section:
        page = passage.resource.content
        whole = shorten(page.title, 120) if isinstance(page, Page) else title
        return because(ReasonCode.FOUND_SECTION, heading=title, title=whole)
    path = " › ".join(step.label for step in passage.resource.trail if step.label)
    return because(ReasonCode.FOUND_PAGE, title=title, path=path)


def _best_quote(reading: Reading, hits: tuple[tuple[Condition, Hit], ...]) -> tuple[str, str]:
    """The words that prove it: what a detector marked, else the label's phrase in its place, else the first words."""
    for condition, hit in hits:
        if hit.quote and hit.count >= condition.at_least:
            return hit.quote, hit.matched or reading.candidate.match.phrase
    phrase = reading.candidate.match.phrase
    text = reading.passage.text
    quote = quote_phrase(text, phrase)
    if quote is not None:
        return quote, phrase
    return shorten(text or reading.label), phrase
