"""The audits of a site one after the other, as lines for a terminal: a table and the course of the score."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from rich.cells import cell_len

from auditor.config import Lang
from auditor.findings import Status
from auditor.report.safe_text import one_line
from auditor.report.terminal import SIGNS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from auditor.past import AuditLine
    from auditor.report.messages import Messages
    from auditor.rules import Text

_BARS = "▁▂▃▄▅▆▇█"
_GAP = "·"  # an audit without score
_COLUMNS = (Status.PASS, Status.PARTIAL, Status.FAIL, Status.REVIEW, Status.UNVERIFIABLE)
_WIDEST = 60  # audits that the course shows


def history_lines(
    site: str, audits: Sequence[AuditLine], messages: Messages, lang: Lang, width: int | None = None
) -> Iterator[str]:
    """The table, oldest first, then the course of the score.

    `width`: columns of the terminal; where the table is wider, statuses are signs that a line below explains.
    """
    say = partial(_said, lang=lang)
    yield one_line(site)
    table = list(_table([_heads(messages, say), *(_cells(each, messages, say) for each in audits)]))
    is_narrow = width is not None and max(map(cell_len, table)) > width
    yield from _narrow_table(audits, messages, say) if is_narrow else table
    yield ""
    percents = [line.percent for line in audits]
    trend = say(messages.word("history-trend"))
    most = _WIDEST if width is None else max(1, min(_WIDEST, width - cell_len(trend) - 2))
    yield f"{trend}  {sparkline(percents[-most:])}"
    yield say(_course(percents, messages))


def _said(text: Text, *, lang: Lang) -> str:
    return one_line(text.th if lang is Lang.TH else text.en)


def _course(percents: Sequence[float | None], messages: Messages) -> Text:
    """The course in words."""
    known = [each for each in percents if each is not None]
    if not known:
        return messages.word("history-course-none")
    first, last, least, most = (f"{each:.1f}" for each in (known[0], known[-1], min(known), max(known)))
    return messages.word("history-course", count=len(known), first=first, last=last, least=least, most=most)


def sparkline(percents: Sequence[float | None]) -> str:
    """One sign for each score from 0 to 100; `·` where there is none."""
    return "".join(
        _GAP if each is None else _BARS[min(len(_BARS) - 1, int(each / 100 * len(_BARS)))] for each in percents
    )


def _heads(messages: Messages, say: Callable[[Text], str]) -> list[str]:
    heads = [say(messages.word(key)) for key in ("history-day", "score")]
    heads += [say(messages.term("status-short", status)) for status in _COLUMNS]
    return [*heads, say(messages.word("findings")), say(messages.word("run-id"))]


def _cells(line: AuditLine, messages: Messages, say: Callable[[Text], str]) -> list[str]:
    incomplete = say(messages.word("history-incomplete"))
    return [*_figures(line, messages, say), line.run if line.complete else f"{line.run}  {incomplete}"]


def _figures(line: AuditLine, messages: Messages, say: Callable[[Text], str]) -> list[str]:
    counts = dict(line.counts)
    percent = "–" if line.percent is None else f"{line.percent:.1f}"
    numbers = [f"{counts.get(status, 0):,}" for status in _COLUMNS]
    return [say(messages.date(line.as_of)), percent, *numbers, f"{line.findings:,}"]


def _narrow_table(audits: Sequence[AuditLine], messages: Messages, say: Callable[[Text], str]) -> Iterator[str]:
    """The same with signs for statuses, and no more of an audit's id than tells it from others."""
    day, score, *_, findings, run = _heads(messages, say)
    rows = [
        [*_figures(line, messages, say), line.run.partition("-")[0] + ("" if line.complete else " *")]
        for line in audits
    ]
    signs = [SIGNS[status][0] for status in _COLUMNS]
    yield from _table([[day, score, *signs, findings, run], *rows])
    words = (say(messages.term("status-short", status)) for status in _COLUMNS)
    yield "   ".join(f"{sign} {word}" for sign, word in zip(signs, words, strict=True))
    if not all(line.complete for line in audits):
        yield f"* {say(messages.word('history-incomplete')).strip('()')}"


def _table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Rows in columns: the first and last to the left, numbers to the right."""
    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    last = len(widths) - 1
    for row in rows:
        parts = []
        for number, (cell, width) in enumerate(zip(row, widths, strict=True)):
            room = " " * (width - cell_len(cell))
            parts.append(cell + room if number in {0, last} else room + cell)
        yield "  ".join(parts).rstrip()
