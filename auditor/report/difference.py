"""One audit against an earlier one, as lines for a terminal: requirements, findings, published items."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TypeVar

from auditor.config import Lang
from auditor.items import ItemField
from auditor.report.safe_text import one_line
from auditor.urls import display

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from auditor.findings import Finding, StatusChange, Verdict
    from auditor.items import Item
    from auditor.past import Difference, Flip, ItemChange
    from auditor.report.messages import Messages
    from auditor.rules import Text

T = TypeVar("T")

_QUOTE = 120  # letters of a quotation


def difference_lines(difference: Difference, messages: Messages, lang: Lang) -> Iterator[str]:
    """All that is different, and how old is what is not."""
    yield from _Lines(messages, lang).of(difference)


def flip_lines(changes: Iterable[StatusChange], messages: Messages, lang: Lang) -> Iterator[str]:
    """One line for each requirement that is judged otherwise."""
    lines = _Lines(messages, lang)
    for each in changes:
        before, after = (lines.say(messages.term("status-short", status)) for status in (each.before, each.after))
        yield f"  {one_line(each.requirement)}: {before} → {after}"


class _Lines:
    """The lines in one language."""

    def __init__(self, messages: Messages, lang: Lang) -> None:
        self.messages, self.lang = messages, lang

    def say(self, text: Text) -> str:
        return one_line(text.th if self.lang is Lang.TH else text.en)

    def word(self, key: str, **params: int | str) -> str:
        return self.say(self.messages.word(key, **params))

    def of(self, difference: Difference) -> Iterator[str]:
        before, after = (self.say(self.messages.date(each.as_of)) for each in (difference.before, difference.after))
        yield f"{one_line(difference.after.site.id)}  {before} → {after}"
        if not difference.after.coverage.complete:
            yield self.word("incomplete")
        for old, new in difference.rules:
            yield self.word("diff-rules", pack=new.id, before=old.version, after=new.version)
        if not (difference.flips or difference.new or difference.regressed or difference.changes.fixed):
            yield self.word("changes-none")
        yield from self._part("changes-moved", difference.flips, self._flip)
        yield from self._part("changes-new", difference.new, self._finding)
        yield from self._part("diff-regressed", difference.regressed, self._finding)
        yield from self._part("changes-fixed", difference.changes.fixed, self._finding)
        yield from self._still_open(difference)
        if difference.changes.unseen:
            yield ""
            yield self.word("changes-unseen", count=len(difference.changes.unseen))
        yield from self._part("diff-published", difference.published, self._item)
        yield from self._part("diff-changed", difference.changed, self._changed_item)
        yield from self._part("diff-taken-down", difference.taken_down, self._item)
        yield from self._part("diff-expired", difference.expired, self._past_item)

    def _part(self, key: str, entries: Sequence[T], lines: Callable[[T], Iterator[str]]) -> Iterator[str]:
        if entries:
            yield ""
            yield f"{self.word(key)} ({len(entries):,})"
            for each in entries:
                yield from lines(each)

    def _flip(self, flip: Flip) -> Iterator[str]:
        before, after = (self._standing(each) for each in (flip.before, flip.after))
        yield f"  {one_line(flip.after.requirement)}  {self.say(flip.after.title)}: {before} → {after}"
        yield from self._ground("diff-before", flip.before)
        yield from self._ground("diff-after", flip.after)

    def _standing(self, verdict: Verdict) -> str:
        status = verdict.carried.status if verdict.carried else verdict.status
        return self.say(self.messages.term("status-short", status))

    def _ground(self, key: str, verdict: Verdict) -> Iterator[str]:
        """Why it was judged so, and the words that prove it."""
        for reason in verdict.reasons[:1]:
            yield f"    {self.word(key)}: {self.say(self.messages.reason(reason))}"
        for proof in verdict.evidence[:1]:
            yield f"      “{one_line(proof.quote, _QUOTE)}”  {one_line(display(proof.url))}"

    def _finding(self, finding: Finding) -> Iterator[str]:
        title = self.say(self.messages.finding_title(finding.rule))
        yield f"  {title}: {self.say(self.messages.finding_message(finding))}"
        yield f"    {one_line(display(finding.url))}"

    def _still_open(self, difference: Difference) -> Iterator[str]:
        if not difference.still_open:
            return
        yield ""
        yield f"{self.word('diff-open')} ({len(difference.still_open):,})"
        today = difference.after.as_of
        counts = Counter(each.rule for each in difference.still_open)
        for rule, count in counts.most_common():
            days = [
                (today - each.first_seen).days
                for each in difference.still_open
                if each.rule is rule and each.first_seen is not None
            ]
            age = self.word("diff-age", days=max(days, default=0))
            yield f"  {self.say(self.messages.finding_title(rule))} ×{count:,}  {age}"

    def _item(self, item: Item) -> Iterator[str]:
        yield f"  {one_line(item.title) or '–'}  {one_line(display(item.url))}"

    def _changed_item(self, change: ItemChange) -> Iterator[str]:
        """The item, and what a reader sees otherwise of it."""
        yield from self._item(change.after)
        was = dict(self._seen(change.before))
        for name, now in self._seen(change.after):
            if was[name] != now:
                yield f"    {name}: {one_line(was[name], _QUOTE) or '–'} → {one_line(now, _QUOTE) or '–'}"

    def _seen(self, item: Item) -> Iterator[tuple[str, str]]:
        """What stands beside an item, each with its name."""
        size = item.file_size
        yield self.word("item-title"), item.title
        yield self._field(ItemField.SOURCE), item.source.value if item.source else ""
        yield self._field(ItemField.PERIOD), item.period.quote if item.period else ""
        published = item.published
        yield self._field(ItemField.PUBLISHED), self.say(self.messages.date(published.day)) if published else ""
        yield self._field(ItemField.FILE_TYPE), item.file_type.shown or item.file_type.actual or ""
        bytes_ = size.actual_bytes
        yield self._field(ItemField.FILE_SIZE), size.quote or ("" if bytes_ is None else self._size(bytes_))

    def _field(self, field: ItemField) -> str:
        return self.say(self.messages.term("item-field", field))

    def _size(self, count: int) -> str:
        return self.say(self.messages.size(count))

    def _past_item(self, item: Item) -> Iterator[str]:
        yield from self._item(item)
        if item.expires is not None:
            yield f"    {self.word('diff-last-day', date=item.expires.isoformat())}"
