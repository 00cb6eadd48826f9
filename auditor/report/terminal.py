"""The summary on a terminal: verdicts by category, counts, what to mend first, where the report lies.

Readable without colour: every status has a sign and a word. All text from the outside goes through `one_line`
(RELIABILITY_RULES 23). Thai vowels and tone marks take no column of their own.
"""

from __future__ import annotations

import re
from itertools import accumulate
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text as Line

from auditor.config import Lang
from auditor.findings import Severity, Status
from auditor.report.safe_text import one_line
from auditor.report.view import Row, view_of
from auditor.urls import display

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from typing import TextIO

    from auditor.register import Reconciliation
    from auditor.report import Wanted
    from auditor.report.messages import Messages
    from auditor.report.view import Cause, Group, View
    from auditor.rules import Text

SIGNS = {
    Status.PASS: ("✓", "green"),
    Status.PARTIAL: ("◐", "yellow"),
    Status.FAIL: ("✗", "bold red"),
    Status.REVIEW: ("?", "magenta"),
    Status.UNVERIFIABLE: ("–", "cyan"),
    Status.NOT_APPLICABLE: ("·", "dim"),
}
SEVERITY_STYLE = {
    Severity.CRITICAL: "bold red",
    Severity.MAJOR: "red",
    Severity.MINOR: "yellow",
    Severity.INFO: "dim",
}
WIDEST = 100
NARROWEST = 50
# Thai vowels that stand before their consonant, and letters that never begin a line.
_BEFORE = re.compile(r"[\u0e40-\u0e44]$")
_AFTER = re.compile(r"[\u0e2f\u0e30\u0e32\u0e33\u0e45\u0e46,.;:)”]")
_STATUS_WIDTH = 18
_ID_WIDTH = 27
_COUNTS_A_LINE = 3
_COUNT_WIDTH = 24
_FILE_WORDS = {".html": "report-at", ".md": "report-at", ".pdf": "report-at", ".xlsx": "sheet-at", ".csv": "sheet-at"}


def print_summary(wanted: Wanted, files: Iterable[Path], stream: TextIO) -> None:
    """Write the summary of an audit, with the paths of its reports last."""
    console = Console(file=stream, highlight=False, markup=False, emoji=False)
    width = max(NARROWEST, min(WIDEST, console.width))
    words = _Words(wanted.messages, wanted.lang, width)
    for line in words.summary(view_of(wanted.audit, wanted.rulebook), tuple(files)):
        console.print(line, soft_wrap=True)


class _Words:
    """The lines of a summary in one language and width."""

    def __init__(self, messages: Messages, lang: Lang, width: int) -> None:
        self.messages = messages
        self.lang = lang
        self.width = width

    def summary(self, view: View, files: tuple[Path, ...]) -> Iterator[Line]:
        yield from self._head(view)
        for group in view.groups:
            yield from self._group(group)
        yield from self._counts(view)
        yield from self._coverage(view)
        yield from self._changed(view)
        yield from self._mend_first(view)
        yield from self._files(files)

    def say(self, text: Text) -> str:
        """The text in the language of the summary, harmless."""
        return one_line(text.th if self.lang is Lang.TH else text.en)

    def word(self, key: str, **params: int | str) -> str:
        return self.say(self.messages.word(key, **params))

    def _head(self, view: View) -> Iterator[Line]:
        audit = view.audit
        name = audit.site.name or audit.identity.name or self.word("agency-unknown")
        yield Line()
        yield from self._wrapped(one_line(name), "", "bold")
        yield from self._wrapped(one_line(display(audit.site.url)), "", "dim")
        yield Line(f"{self.word('as-of')} {self.say(self.messages.date_in_full(audit.as_of))}", "dim")

    def _group(self, group: Group) -> Iterator[Line]:
        met = dict(group.counts)[Status.PASS]
        tally = f"{met}/{len(group.rows)}"
        title = cut(f"{group.id}  {self.say(group.title)}", self.width - len(tally) - 2)
        yield Line()
        yield Line(title, "bold").append(" " * (self.width - cell_len(title) - len(tally))).append(tally, "dim")
        for row in group.rows:
            yield self._row(row)

    def _row(self, row: Row) -> Line:
        verdict = row.verdict
        sign, style = SIGNS[verdict.status]
        status = pad(f"{sign} {self.say(self.messages.term('status-short', verdict.status))}", _STATUS_WIDTH)
        number = pad(one_line(verdict.requirement), _ID_WIDTH)
        room = self.width - 2 - _STATUS_WIDTH - _ID_WIDTH
        said = f" → {self._word_of(row)}" if row.settled is not verdict.status else ""
        title = cut(self.say(verdict.title), room - cell_len(said)) + said
        return Line("  ").append(status, style).append(number, "dim").append(title)

    def _word_of(self, row: Row) -> str:
        """What a person made of it."""
        return self.word("set-aside") if row.set_aside else self.say(self.messages.term("status-short", row.settled))

    def _counts(self, view: View) -> Iterator[Line]:
        yield Line()
        yield Line(self.word("summary"), "bold")
        for first in range(0, len(view.counts), _COUNTS_A_LINE):
            line = Line("  ")
            for status, count in view.counts[first : first + _COUNTS_A_LINE]:
                sign, style = SIGNS[status]
                word = self.say(self.messages.term("status-short", status))
                line.append(pad(f"{sign} {word} {count:,}", _COUNT_WIDTH), style)
            line.rstrip()
            yield line
        percent = view.audit.score.percent
        if percent is None:
            yield Line(f"  {self.word('score-none')}")
        else:
            yield Line(f"  {self.word('score')} {percent:.1f} %  {self.word('score-basis', judged=view.judged)}")
        heard, score = view.heard, view.audit.score_with_reviews
        if score is not None and score.percent is not None:
            yield Line(f"  {self.word('score-with-reviews')} {score.percent:.1f} %")
            yield Line(
                f"  {self.word('heard', verdicts=heard.verdicts, waivers=heard.waivers, lapsed=heard.lapsed)}",
                "yellow" if heard.lapsed else "",
            )

    def _coverage(self, view: View) -> Iterator[Line]:
        coverage = view.audit.coverage
        seen = (
            f"{self.word('pages')} {coverage.pages:,}",
            f"{self.word('documents')} {coverage.documents:,}",
            f"{self.word('requests')} {coverage.requests:,}",
        )
        state = self.word("complete" if coverage.complete else "incomplete")
        yield Line(f"  {self.word('coverage')}: {' · '.join(seen)} · {state}")
        for limit in coverage.limits:
            yield Line(f"  {self.word('stopped-because')} {self.say(self.messages.code('limit', limit))}", "yellow")
        if view.audit.register is not None:
            yield from self._register(view.audit.register)

    def _register(self, register: Reconciliation) -> Iterator[Line]:
        total = self.word("register-total", count=len(register.results), file=register.file)
        yield Line(cut(f"  {self.word('register')}: {total}", self.width))
        counts = [(self.say(self.messages.term("register-standing", each)), count) for each, count in register.counts]
        for words, count in (*counts, (self.word("register-unregistered"), len(register.unregistered))):
            if count:
                yield Line(f"    {words} {count:,}")

    def _changed(self, view: View) -> Iterator[Line]:
        if view.changed is not None:
            new, fixed, moved = view.changed.counts
            since = self.messages.date(view.changed.since)
            words = self.messages.word("changes-short", date=since, new=new, fixed=fixed, moved=moved)
            yield Line(f"  {self.say(words)}")

    def _mend_first(self, view: View) -> Iterator[Line]:
        yield Line()
        yield Line(self.word("mend-first"), "bold")
        if view.obstacle is not None:
            yield from self._what_to_do(view.obstacle, "  ")
        elif not view.mend_first:
            yield Line(f"  {self.word('mend-none')}")
        for number, entry in enumerate(view.mend_first, start=1):
            yield from self._requirement(number, entry) if isinstance(entry, Row) else self._cause(number, entry)

    def _requirement(self, number: int, row: Row) -> Iterator[Line]:
        verdict = row.verdict
        sign, style = SIGNS[row.settled]
        head = f"{self.say(verdict.title)} ({verdict.requirement})"
        yield Line(f"  {number}. ").append(f"{sign} ", style).append(cut(head, self.width - 8), "bold")
        yield from self._what_to_do(row, "       ")

    def _what_to_do(self, row: Row, margin: str) -> Iterator[Line]:
        why = self.messages.why(row.verdict)
        if why is not None:
            yield from self._wrapped(self.say(why), margin)
        yield from self._wrapped("→ " + self.say(self.messages.remedy(row.verdict)), margin, "green")

    def _cause(self, number: int, cause: Cause) -> Iterator[Line]:
        style = SEVERITY_STYLE[cause.severity]
        severity = self.say(self.messages.term("severity", cause.severity))
        head = f"{self.say(self.messages.finding_title(cause.rule))} ×{len(cause.open):,}"
        yield Line(f"  {number}. ").append("! ", style).append(f"{head} ({severity})", "bold")
        yield from self._wrapped("→ " + self.say(self.messages.finding_remedy(cause.rule)), "       ", "green")

    def _files(self, files: tuple[Path, ...]) -> Iterator[Line]:
        yield Line()
        for path in files:
            yield Line(f"{self.word(_FILE_WORDS.get(path.suffix, 'also-at'))}: ").append(str(path), "bold")

    def _wrapped(self, text: str, indent: str, style: str = "") -> Iterator[Line]:
        for line in wrap(text, self.width - len(indent)):
            yield Line(indent).append(line, style)


def clusters(text: str) -> list[str]:
    """The text in pieces that must not be torn: a letter with its marks, and the Thai vowels before and after it."""
    pieces: list[str] = []
    for letter in text:
        if pieces and (cell_len(letter) == 0 or _AFTER.match(letter) or _BEFORE.search(pieces[-1])):
            pieces[-1] += letter
        else:
            pieces.append(letter)
    return pieces


def cut(text: str, width: int) -> str:
    """The text in at most `width` columns, with … where it was cut."""
    if cell_len(text) <= width:
        return text
    pieces = clusters(text)
    ends = accumulate(map(cell_len, pieces))
    return "".join(piece for piece, end in zip(pieces, ends, strict=True) if end < width) + "…"


def pad(text: str, width: int) -> str:
    """The text in exactly `width` columns, the last one blank."""
    short = cut(text, width - 1)
    return short + " " * (width - cell_len(short))


def wrap(text: str, width: int) -> list[str]:
    """Lines of at most `width` columns, broken at spaces where there are some, else between letters (Thai)."""
    lines = [""]
    for word in text.split(" "):
        if lines[-1] and cell_len(lines[-1]) + 1 + cell_len(word) <= width:
            lines[-1] += " " + word
        elif lines[-1] and cell_len(word) <= width:
            lines.append(word)
        else:
            _fill(lines, word, width)
    return lines


def _fill(lines: list[str], word: str, width: int) -> None:
    """Put a word that is longer than a line where it fits, from the end of the last line on."""
    joint = " " if lines[-1] and cell_len(lines[-1]) + 1 < width else ""
    if lines[-1] and not joint:
        lines.append("")
    lines[-1] += joint
    for piece in clusters(word):
        if cell_len(lines[-1]) + cell_len(piece) > width:
            lines.append("")
        lines[-1] += piece
