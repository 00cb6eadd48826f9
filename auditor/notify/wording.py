"""Digests in words: the subject, plain text, HTML, and a short form for chats.

Names, titles and addresses come from websites: on one line each, cut, escaped, and in the short form without the
signs that chats obey (mentions, links, mark-up).
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import quote

from auditor.config import Lang
from auditor.notify.receivers import Message
from auditor.report.safe_text import one_line
from auditor.urls import display

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from auditor.notify.digest import Digest, Missed, Turn
    from auditor.report.messages import Messages
    from auditor.rules import Text

_NAME, _LINE, _SUBJECT = 120, 300, 160  # letters
_ENTRIES, _SOME, _FEW = 20, 6, 3  # of one kind that an e-mail about one site, one about many and a chat show
_SITES = 50  # in one message
_SHORT = 1_800  # letters of the short form: Discord takes 2,000
_INERT = str.maketrans({"@": "＠", "<": "‹", ">": "›", "[": "［", "]": "］", "`": "'"})
_INERT_URL = str.maketrans({"@": "%40", "<": "%3C", ">": "%3E", "[": "%5B", "]": "%5D", "`": "%60", " ": "%20"})
_WEB = ("http://", "https://")


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """Where the reports are: the address of their folder, and the file that goes with the message."""

    base: str = ""
    attachment: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    text: str
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    title: str
    entries: tuple[_Entry, ...] = ()
    count: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Section:
    """What is told of one site."""

    name: str
    facts: tuple[str, ...]
    parts: tuple[_Part, ...]
    remarks: tuple[str, ...]
    link: str
    link_text: str


class Wording:
    """The words of one language."""

    def __init__(self, messages: Messages, lang: Lang) -> None:
        self._messages, self._lang = messages, lang

    def message(self, digests: Sequence[Digest], links: Links) -> Message:
        """One message for one or more sites."""
        most = _ENTRIES if len(digests) == 1 else _SOME
        sections = [_with_at_most(most, self._section(digest, links.base)) for digest in digests[:_SITES]]
        left = len(digests) - len(sections)
        tail = [*([self._word("notify-more-sites", count=left)] if left else []), self._word("notify-footer")]
        key = "|".join(f"{each.site} {each.event}" for each in digests)
        return Message(
            key=hashlib.sha256(key.encode()).hexdigest()[:32],
            subject=self._subject(digests),
            text="\n".join([*_text(sections, self._more), "", *tail]) + "\n",
            html=_html(sections, tail, self._lang, self._more),
            short=_cut(_text([_inert(_with_at_most(_FEW, each)) for each in sections], self._more)),
            attachment=links.attachment,
        )

    def trial(self, receiver: str) -> Message:
        """A message that only shows that the way is open."""
        subject, text = self._word("notify-test-subject"), self._word("notify-test-text", receiver=receiver)
        html = f"<!doctype html><html lang='{self._lang}'><meta charset='utf-8'><p>{escape(text)}</p></html>"
        return Message(key="test", subject=subject, text=text + "\n", html=html, short=text.translate(_INERT))

    def _word(self, key: str, **params: int | str | date) -> str:
        return self._say(self._messages.word(key, **params))

    def _say(self, text: Text, longest: int = _LINE) -> str:
        return one_line(text.th if self._lang is Lang.TH else text.en, longest)

    def _more(self, count: int) -> str:
        return self._word("notify-more", count=count)

    def _subject(self, digests: Sequence[Digest]) -> str:
        failed = sum(each.failed is not None for each in digests)
        missed = sum(each.missed is not None for each in digests)
        back = sum(_is_back(each) for each in digests)
        worse, grave = sum(len(each.worse) for each in digests), sum(each.grave_count for each in digests)
        better = sum(len(each.better) for each in digests)
        told = [
            self._word(key, count=count)
            for key, count in (
                ("notify-worse-count", worse),
                ("notify-grave-count", grave),
                ("notify-better-count", better),
            )
            if count
        ]
        nights = (
            ("notify-failed", "notify-failed-count", failed),
            ("notify-missed", "notify-missed-count", missed),
            ("notify-back", "notify-back-count", back),
        )
        told[:0] = [
            self._word(one) if len(digests) == 1 else self._word(many, count=count)
            for one, many, count in nights
            if count
        ]
        what = (" " if self._lang is Lang.TH else ", ").join(told) or self._word("notify-unchanged")
        if len(digests) == 1:
            return one_line(self._word("notify-subject", name=_name(digests[0]), what=what), _SUBJECT)
        return one_line(self._word("notify-subject-many", count=len(digests), what=what), _SUBJECT)

    def _section(self, digest: Digest, base: str) -> _Section:
        name = _name(digest)
        place = f"{quote(_folder(digest.site))}/{quote(digest.run)}/report.html"
        link = f"{base.rstrip('/')}/{place}" if base and digest.run else ""
        return _Section(
            name=name,
            facts=tuple(self._facts(digest)),
            parts=tuple(part for part in self._parts(digest) if part.count),
            remarks=tuple(self._remarks(digest)),
            link=link,
            link_text=self._word("notify-report", link=link) if link else "",
        )

    def _facts(self, digest: Digest) -> Iterator[str]:
        yield one_line(display(digest.url), _LINE)
        yield self._say(self._messages.word("notify-as-of", date=digest.as_of))
        if digest.failed is not None:
            yield self._say(self._messages.word("notify-failed-why", why=self._say(digest.failed)))
            yield from self._since_when(digest)
        elif digest.percent is not None:
            yield self._score(digest)
        if digest.missed is not None:
            yield from self._missed(digest.missed)
        if digest.nights is not None and _is_back(digest):
            nights = digest.nights
            yield self._word("notify-was-out", first=nights.since, last=nights.last, count=nights.count)

    def _since_when(self, digest: Digest) -> Iterator[str]:
        """Of an audit that failed: how long this goes on, and from when the newest result is."""
        if digest.nights is not None and digest.nights.count > 1:
            yield self._word("notify-nights", count=digest.nights.count, since=digest.nights.since)
        if digest.last_good is None:
            yield self._word("notify-never-good")
        else:
            good = digest.last_good
            score = "" if good.percent is None else f"{good.percent:.1f}"
            days = (digest.as_of - good.as_of).days or ""
            yield self._word("notify-last-good", date=good.as_of, days=days, score=score)
        yield self._word("notify-told-when-over")

    def _missed(self, missed: Missed) -> Iterator[str]:
        due = self._say(self._messages.moment(missed.due_at))
        yield self._word("notify-missed-at", due=due, why=self._say(missed.why))
        if missed.others:
            yield self._word("notify-missed-others", count=missed.others)

    def _score(self, digest: Digest) -> str:
        score = f"{digest.percent:.1f}"
        if digest.percent_before is None or digest.since is None:
            return self._word("notify-score", score=score)
        before = f"{digest.percent_before:.1f}"
        return self._say(self._messages.word("notify-score-moved", score=score, before=before, date=digest.since))

    def _parts(self, digest: Digest) -> Iterator[_Part]:
        worse, better = (tuple(map(self._turn, turns)) for turns in (digest.worse, digest.better))
        yield _Part(title=self._word("notify-worse"), entries=worse, count=len(worse))
        faults = tuple(_Entry(text=self._say(each.message), url=each.url) for each in digest.grave)
        yield _Part(title=self._word("notify-grave"), entries=faults[:_FEW], count=digest.grave_count)
        yield _Part(title=self._word("notify-better"), entries=better, count=len(better))

    def _remarks(self, digest: Digest) -> Iterator[str]:
        if digest.fixed_count:
            yield self._word("notify-fixed", count=digest.fixed_count)
        if digest.unseen_count and digest.failed is None:
            why = self._say(digest.obstacle) if digest.obstacle else ""
            yield self._word("notify-unseen", count=digest.unseen_count, why=why)

    def _turn(self, turn: Turn) -> _Entry:
        before, after = (
            self._say(self._messages.term("status-short", status)) for status in (turn.before, turn.after)
        )
        title = self._say(turn.title, _NAME)
        return _Entry(text=f"{one_line(turn.requirement, _NAME)} {title}: {before} → {after}", url=turn.url)


def _name(digest: Digest) -> str:
    return one_line(digest.name or digest.site, _NAME)


def _is_back(digest: Digest) -> bool:
    """Is this the first audit that counts after nights without one?"""
    return digest.nights is not None and digest.failed is None


def _folder(site: str) -> str:
    """The folder of a site's reports (`report.publishing.site_folder`)."""
    return site.replace("/", "_")


def _text(sections: list[_Section], more: Callable[[int], str]) -> Iterator[str]:
    """Lines of plain text."""
    for number, section in enumerate(sections):
        if number:
            yield from ("", "-" * 24, "")
        yield section.name
        yield from section.facts
        for part in section.parts:
            yield ""
            yield f"{part.title} ({part.count:,})"
            for entry in part.entries:
                yield f"• {entry.text}"
                if entry.url.startswith(_WEB):
                    yield f"  {_shown(entry.url)}"
            if (left := part.count - len(part.entries)) > 0:
                yield f"  {more(left)}"
        if section.remarks:
            yield ""
            yield from section.remarks
        if section.link:
            yield ""
            yield section.link_text


def _shown(url: str) -> str:
    return one_line(display(url), _LINE)


def _html(sections: list[_Section], tail: list[str], lang: Lang, more: Callable[[int], str]) -> str:
    body = "".join(part for section in sections for part in _html_section(section, more))
    last = "".join(f"<p style='color:#555'>{escape(line)}</p>" for line in tail)
    return f"<!doctype html><html lang='{lang}'><head><meta charset='utf-8'></head><body>{body}{last}</body></html>"


def _html_section(section: _Section, more: Callable[[int], str]) -> Iterator[str]:
    yield f"<h2>{escape(section.name)}</h2><p>{'<br>'.join(map(escape, section.facts))}</p>"
    for part in section.parts:
        yield f"<h3>{escape(part.title)} ({part.count:,})</h3><ul>"
        for entry in part.entries:
            yield f"<li>{escape(entry.text)}{_anchor(entry.url)}</li>"
        if (left := part.count - len(part.entries)) > 0:
            yield f"<li>{escape(more(left))}</li>"
        yield "</ul>"
    if section.remarks:
        yield f"<p>{'<br>'.join(map(escape, section.remarks))}</p>"
    if section.link:
        yield f"<p><a href='{escape(section.link)}'>{escape(section.link_text)}</a></p>"


def _anchor(url: str) -> str:
    if not url.startswith(_WEB):
        return ""
    return f"<br><a rel='noreferrer' href='{escape(one_line(url))}'>{escape(_shown(url))}</a>"


def _with_at_most(most: int, section: _Section) -> _Section:
    """The same with so many entries of one kind."""
    return replace(section, parts=tuple(replace(part, entries=part.entries[:most]) for part in section.parts))


def _inert(section: _Section) -> _Section:
    """The same with nothing in it that a chat would obey; the link is the operator's own."""
    parts = (
        replace(part, title=part.title.translate(_INERT), entries=tuple(map(_inert_entry, part.entries)))
        for part in section.parts
    )
    return replace(
        section,
        name=section.name.translate(_INERT),
        facts=tuple(fact.translate(_INERT) for fact in section.facts),
        parts=tuple(parts),
        remarks=tuple(remark.translate(_INERT) for remark in section.remarks),
    )


def _inert_entry(entry: _Entry) -> _Entry:
    return _Entry(text=entry.text.translate(_INERT), url=entry.url.translate(_INERT_URL))


def _cut(lines: Iterable[str]) -> str:
    """As many lines as a chat takes."""
    kept: list[str] = []
    left = _SHORT
    for line in lines:
        left -= len(line) + 1
        if left < 0:
            return "\n".join([*kept, "…"])
        kept.append(line)
    return "\n".join(kept)
