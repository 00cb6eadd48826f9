"""The ladder from a label to topics: fold, veto, exact, contained, fuzzy (DESIGN section 6).

Three habits of Thai labels decide which of the phrases found count: a longer name hides the shorter ones inside it;
the name stands first and what follows describes it, unless «และ» or a separator puts a second name beside it; and a
name far inside a long title is only mentioned.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from auditor.findings import Rung
from auditor.marks import Marks
from auditor.rules import Genre, LabelKind
from auditor.thai.labels import (
    Label,
    begins_with_agency,
    is_medium,
    joined,
    lists_contents,
    read_label,
    tells_of_someone,
)
from auditor.topics.fuzzy import FuzzyBook
from auditor.topics.matches import NOTHING, LabelMatches, TopicMatch, Veto
from auditor.topics.phrases import Hit, PhraseBook, Use

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from auditor.rules import Topic

REMEMBERED = 10_000  # labels with what they mean; that a label means nothing is remembered of all
NEAR_SUBJECT = 7  # letters between «เรื่อง» (about) and the name: เผยแพร่ (publishing), ยกเลิก (cancelling)
LONGEST_GIVER = 60  # letters of «notice of the agency so-and-so»
FURTHEST = 45  # letters before a name; further in, a title only mentions it
CONTAINED_FROM, CONTAINED_SPAN = 0.7, 0.25
FUZZY_SHARE = 0.69  # a perfect likeness still stands below every contained name


@dataclass(slots=True)
class _Sorting:
    """The hits of one label, told apart."""

    names: list[Hit] = field(default_factory=list)
    near: list[Hit] = field(default_factory=list)
    vetoes: list[Veto] = field(default_factory=list)
    decoy: Hit | None = None

    @property
    def longest_near(self) -> int:
        """How many letters the longest of the near misses takes: what resembles the label must explain more."""
        return max((hit.end - hit.start for hit in self.near), default=0)


class TopicMatcher:
    """Answers which topics a label means; remembers its answers, within a bound."""

    def __init__(
        self, topics: tuple[Topic, ...], known: Mapping[tuple[str, LabelKind], LabelMatches] | None = None
    ) -> None:
        """`known`: labels that such a matcher read before, the one used longest ago first."""
        self.read = 0  # labels that were not known
        self.topics = frozenset(topic.id for topic in topics)
        self._book = PhraseBook(topics)
        self._fuzzy = FuzzyBook(self._book.phrases)
        self.known: dict[tuple[str, LabelKind], LabelMatches] = dict(known or {})
        self._nothing = Marks()

    def match(self, text: str, kind: LabelKind = LabelKind.MENU) -> LabelMatches:
        """The topics that a label at such a place means, with what was vetoed and what came near."""
        key = text, kind
        known = self.known.pop(key, None)
        if known is None and key in self._nothing:
            return NOTHING
        if known is None:
            known = self._read(text, kind)
            self.read += 1
            if len(self.known) >= REMEMBERED:
                self._forget_one()
        self.known[key] = known  # put last again: the one used longest ago goes first
        return known

    def _forget_one(self) -> None:
        oldest = next(iter(self.known))
        if self.known.pop(oldest) == NOTHING:
            self._nothing.add(oldest)

    def _read(self, text: str, kind: LabelKind) -> LabelMatches:
        label = read_label(text)
        hits = _uncovered(self._book.hits(label, kind))
        subject = _subject(label, hits)
        sorting = _sorted(label, _from(subject, hits), label.start if subject is None else subject)
        matches = tuple(_matches(label, sorting.names))
        near = tuple(_matches(label, sorting.near))
        if not (matches or sorting.vetoes or sorting.decoy or any(hit.whole for hit in sorting.near)):
            barred = frozenset(hit.phrase.topic.id for hit in hits if hit.phrase.use is Use.NONE)
            alike, nearly = self._resembling(label, kind, sorting.longest_near, barred)
            matches, near = alike, (*near, *nearly)
        named = {match.topic for match in matches}
        means = LabelMatches(
            decoy=sorting.decoy.phrase.topic.id if sorting.decoy else "",
            matches=matches,
            vetoed=tuple(dict.fromkeys(sorting.vetoes)),
            near=tuple(match for match in near if match.topic not in named),
        )
        return NOTHING if means == NOTHING else means

    def _resembling(
        self, label: Label, kind: LabelKind, longer_than: int, barred: frozenset[str]
    ) -> tuple[tuple[TopicMatch, ...], tuple[TopicMatch, ...]]:
        likes = (
            like
            for like in self._fuzzy.likenesses(label, kind)
            if len(like.phrase.folded) > longer_than and like.phrase.topic.id not in barred
        )
        found = sorted(likes, key=lambda like: (-like.score, -len(like.phrase.folded)))
        if not found:
            return (), ()
        best = [
            like for like in found if like.score == found[0].score and like.phrase.written == found[0].phrase.written
        ]
        rungs = [
            TopicMatch(
                topic=like.phrase.topic.id,
                score=round(like.score * FUZZY_SHARE, 3),
                rung=Rung.FUZZY,
                phrase=like.phrase.written,
            )
            for like in best
        ]
        if any(like.phrase.topic.decoy for like in best):
            return (), ()
        if any(like.phrase.use is Use.NEAR for like in best):
            return (), _best_each(rungs)
        return _best_each(rungs), ()


def _uncovered(hits: Iterable[Hit]) -> list[Hit]:
    """The hits that do not lie inside a longer one, in reading order."""
    kept: list[Hit] = []
    vetoes: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.start - hit.end, hit.start)):
        if hit.phrase.use is Use.NONE:
            vetoes.append(hit)
        elif not any(_hides(other, hit) for other in kept):
            kept.append(hit)
    return sorted(kept + vetoes, key=lambda hit: (hit.start, -hit.end))


def _from(subject: int | None, hits: list[Hit]) -> list[Hit]:
    """Without the giver of a notice, where it is known what that is about."""
    if subject is None:
        return hits
    return [hit for hit in hits if hit.start >= subject or _bars(hit)]


def _subject(label: Label, hits: list[Hit]) -> int | None:
    """Where a paper that any agency gives notice of, no law, is named behind «เรื่อง» (about) or the agency's name."""
    notices = [hit.start for hit in hits if _gives_notice(hit)]
    if label.subject is not None:
        return label.subject if any(0 <= at - label.subject <= NEAR_SUBJECT for at in notices) else None
    last = label.start + LONGEST_GIVER if label.given else label.start
    return next((at for at in notices if label.start < at <= last and at in (label.spaces | label.breaks)), None)


def _gives_notice(hit: Hit) -> bool:
    genres = hit.phrase.topic.genres
    return hit.phrase.use is Use.ANY and Genre.ANNOUNCEMENT in genres and Genre.LAW not in genres


def _hides(other: Hit, hit: Hit) -> bool:
    """Words inside a longer name belong to it alone; what is only nearly a name of one topic hides no other."""
    if other.phrase.use is Use.NEAR and other.phrase.topic is not hit.phrase.topic:
        return False
    if other.phrase.topic.decoy and hit.phrase.topic.id in other.phrase.topic.spares:
        return False
    if hit.phrase.topic.decoy and other.phrase.use is Use.ALL and hit.phrase.use is not Use.ALL:
        return False
    longer = other.end - other.start > hit.end - hit.start
    return longer and other.start <= hit.start and hit.end <= other.end


def _sorted(label: Label, hits: list[Hit], begin: int) -> _Sorting:
    """Vetoes and decoys first, then who of the rest is named and who only mentioned."""
    sorting = _Sorting(near=[hit for hit in hits if hit.phrase.use is Use.NEAR])
    barred = {hit.phrase.topic.id: hit for hit in hits if hit.phrase.use is Use.NONE}
    decoys = (hit for hit in hits if hit.phrase.topic.decoy and hit.phrase.use not in {Use.NONE, Use.NEAR})
    decoy = next((hit for hit in decoys if not _is_aside(label, hit, hits)), None)
    sorting.decoy = decoy
    last: Hit | None = None
    for hit in hits:
        topic = hit.phrase.topic
        if topic.decoy or _bars(hit):
            continue
        if last is not None and _only_gives(label, last) and _named(label, hit, None, begin):
            sorting.near += sorting.names
            sorting.names, last = [], None
        if bar := barred.get(topic.id) or (decoy if decoy and topic.id not in decoy.phrase.topic.spares else None):
            sorting.vetoes.append(Veto(topic=topic.id, phrase=bar.phrase.written))
        elif _named(label, hit, last, begin):
            sorting.names.append(hit)
            last = hit if last is None or hit.end > last.end else last
        else:
            sorting.near.append(hit)
    sorting.names = [hit for hit in sorting.names if not _only_tells_form(label, hit, sorting.names)]
    return sorting


def _only_gives(label: Label, hit: Hit) -> bool:
    """Is it the name of an agency, with which a label begins that names a thing behind it?"""
    return hit.phrase.use is Use.STARTS and hit.start == label.start and begins_with_agency(label)


def _only_tells_form(label: Label, hit: Hit, names: list[Hit]) -> bool:
    """Does it only say in which form a thing comes that is named beside it: «annual report (e-book)»?"""

    def is_form(each: Hit) -> bool:
        return is_medium(label.folded[each.start : each.end])

    if not is_form(hit):
        return False
    others = [other for other in names if not is_form(other)]
    first = hit.start == label.start and any(other.start in label.spaces for other in others)
    return bool(others) and (first or hit.start in label.aside or hit.start in label.spaces)


def _is_aside(label: Label, decoy: Hit, hits: list[Hit]) -> bool:
    """Does it begin a bracket behind a name: «action plan (strategy section)» tells who prepared the plan?"""
    if decoy.phrase.use is not Use.STARTS or decoy.start not in label.aside:
        return False
    return any(hit.end <= decoy.start and not hit.phrase.topic.decoy and not _bars(hit) for hit in hits)


def _bars(hit: Hit) -> bool:
    return hit.phrase.use in {Use.NONE, Use.NEAR}


def _named(label: Label, hit: Hit, last: Hit | None, begin: int) -> bool:
    told = tells_of_someone(label) and Genre.NEWS not in hit.phrase.topic.genres
    if last is None and told and not _stands_apart(label, hit):
        return False
    if last is None or hit.phrase.use is Use.ALL:
        return hit.start - begin <= FURTHEST
    if (hit.start, hit.end) == (last.start, last.end) or (hit.whole and last.whole):
        return True
    if hit.start < last.end:
        return False
    gap = label.folded[last.end : hit.start]
    if lists_contents(gap):
        return False
    beside = hit.start in label.breaks or hit.start in label.spaces
    return (hit.start in label.breaks) or (joined(gap) and (beside or bool(gap)))


def _stands_apart(label: Label, hit: Hit) -> bool:
    """At the beginning, or behind a space or a sign: not the object of a sentence."""
    return hit.start == label.start or hit.start in label.breaks or hit.start in label.spaces


def _matches(label: Label, hits: Iterable[Hit]) -> Iterator[TopicMatch]:
    return iter(_best_each(_match(label, hit) for hit in hits))


def _match(label: Label, hit: Hit) -> TopicMatch:
    exact = hit.whole
    share = (hit.end - hit.start) / max(1, len(label.folded) - label.start)
    return TopicMatch(
        topic=hit.phrase.topic.id,
        score=1.0 if exact else round(CONTAINED_FROM + CONTAINED_SPAN * min(1.0, share), 3),
        rung=Rung.EXACT if exact else Rung.CONTAINED,
        phrase=hit.phrase.written,
    )


def _best_each(matches: Iterable[TopicMatch]) -> tuple[TopicMatch, ...]:
    best: dict[str, TopicMatch] = {}
    for match in matches:
        if match.topic not in best or match.score > best[match.topic].score:
            best[match.topic] = match
    return tuple(sorted(best.values(), key=lambda match: (-match.score, match.topic)))
