"""What a requirement or topic asks and how it is decided, as lines that an assessor can read.

Knows the rule types and the words of `reports/messages/rules.toml`; refuses to know any audit.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from auditor.config import Lang
from auditor.datafiles import reports_folder
from auditor.report.messages import Messages
from auditor.rules import Decide, LabelKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from auditor.rules import Condition, Freshness, Requirement, Rulebook, RulePack, Text, Topic

SHOWN_PHRASES = 12
"""Phrases of a topic that a requirement's sheet shows; the topic's own sheet shows all."""

_SHARES = {Decide.INVENTORY, Decide.FRESHNESS}


@dataclass(frozen=True, slots=True)
class RuleSheet:
    """Writes sheets in one language."""

    book: Rulebook
    lang: Lang
    words: Mapping[str, Any]
    messages: Messages

    @classmethod
    def of(cls, book: Rulebook, lang: Lang) -> RuleSheet:
        """A writer of sheets on this rulebook."""
        path = reports_folder() / "messages" / "rules.toml"
        words = tomllib.loads(path.read_text(encoding="utf-8"))[lang]
        return cls(book=book, lang=lang, words=words, messages=Messages.load())

    def requirement(self, asked: Requirement, pack: RulePack) -> tuple[str, ...]:
        """The sheet of a requirement: title, wording, how it is decided, how to mend."""
        category = next(each for each in pack.categories if each.id == asked.category)
        rows = (
            self._row("pack", f"{pack.id} {pack.version} – {self._said(pack.title)}"),
            self._row("category", f"{category.id} {self._said(category.title)}"),
            self._row("obligation", self._said(self.messages.term("obligation", asked.obligation))),
            self._row("wording", f"«{asked.wording}»"),
            self._row("citation", asked.citation),
            self._row("off", self._said(asked.off) if asked.off else ""),
            self._row("decided", self._said(asked.explain)),
            self._row("undecided", self._said(asked.undecided) if asked.undecided else ""),
            self._row("how", self._filled("decide", asked.decide, of=asked.of)),
            self._row("topics", *self._labels(asked)),
            self._row("conditions", *map(self._condition, asked.content)),
            self._row("freshness", *self._freshness(asked.freshness)),
            self._row("shares", self._shares(asked) if asked.decide in _SHARES else ""),
            self._row("units", ", ".join(asked.unit_types)),
            self._row("weight", f"{asked.weight:g}"),
            self._row("remedy", self._said(asked.remedy)),
        )
        return (f"{asked.id}  {self._said(asked.title)}", *(line for row in rows for line in row))

    def topic(self, topic: Topic) -> tuple[str, ...]:
        """The sheet of a topic: by which words it is recognised, and which only look alike."""
        kinds = () if set(topic.kinds) == set(LabelKind) else topic.kinds
        rows = (
            *(self._row(key, *getattr(topic, key)) for key in ("any", "exact", "starts")),
            self._row("all", *(" + ".join(group) for group in topic.all)),
            self._row("none", *topic.none),
            self._row("near", *topic.near),
            self._row("kinds", ", ".join(self.words["kind"][kind] for kind in kinds)),
            self._row("genres", ", ".join(self.words["genre"][genre] for genre in topic.genres)),
            self._row("used", ", ".join(self._users(topic))),
            self._row("examples", *self._examples(topic)),
        )
        return (f"{topic.id}  {self._said(topic.title)}", *(line for row in rows for line in row))

    def _row(self, heading: str, *lines: str) -> tuple[str, ...]:
        """A heading with its lines beneath; nothing where there are none."""
        told = tuple(line for line in lines if line)
        return (f"  {self.words['heading'][heading]}", *(f"    {line}" for line in told)) if told else ()

    def _labels(self, asked: Requirement) -> Iterator[str]:
        for topic in self.book.topics:
            if topic.id in asked.topics:
                phrases = (*topic.exact, *topic.any, *topic.starts)
                more = " …" if len(phrases) > SHOWN_PHRASES else ""
                yield f"{topic.id}: {', '.join(phrases[:SHOWN_PHRASES])}{more}"

    def _condition(self, condition: Condition) -> str:
        what = self._filled(
            "detector", condition.detector, n=str(condition.at_least), words=", ".join(condition.words)
        )
        return f"{what} ({self._status('otherwise', condition.otherwise)})"

    def _freshness(self, fresh: Freshness | None) -> Iterator[str]:
        if fresh is None:
            return
        if fresh.fiscal_years:
            years = ", ".join(f"N{offset:+d}" if offset else "N" for offset in fresh.fiscal_years)
            yield self._filled("word", "years", years=years)
        if fresh.max_age_days is not None:
            yield self._filled("word", "days", days=str(fresh.max_age_days))
        yield self._status("old", fresh.may_be_old)
        yield self._status("undated", fresh.undated)

    def _shares(self, asked: Requirement) -> str:
        limits = {"pass": f"{asked.pass_from * 100:g}", "fail": f"{asked.fail_under * 100:g}"}
        return self._filled("word", "shares", **limits)

    def _examples(self, topic: Topic) -> Iterator[str]:
        for example in topic.examples:
            yield f"{self.words['word']['is' if example.match else 'is-not']}: {example.text}"

    def _users(self, topic: Topic) -> Iterator[str]:
        for pack in self.book.packs:
            yield from (each.id for each in pack.requirements if topic.id in each.topics)

    def _status(self, word: str, status: str) -> str:
        return self._filled("word", word, status=self._said(self.messages.term("status", status)))

    def _filled(self, table: str, key: str, **values: str) -> str:
        text: str = self.words[table][key]
        return text.format(**values)

    def _said(self, text: Text) -> str:
        return text.th if self.lang is Lang.TH else text.en
