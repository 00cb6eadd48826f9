"""The audits of a site one after the other, as lines for a terminal: a table and the course of the score."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from auditor.config import Lang
from auditor.findings import Status
from auditor.report.safe_text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from auditor.past import AuditLine
    from auditor.report.messages import Messages
    from auditor.rules import Text

_BARS = "▁▂▃▄▅▆▇█"
_GAP = "·"  # an audit without score
_COLUMNS = (Status.PASS, Status.PARTIAL, Status.FAIL, Status.REVIEW, Status.UNVERIFIABLE)
_WIDEST = 60  # audits that the course shows


def history_lines(site: str, audits: Sequence[AuditLine], messages: Messages, lang: Lang) -> Iterator[str]:
    """The table, oldest first, then the course of the score."""

    def say(text: Text) -> str:
        return one_line(text.th if lang is Lang.TH else text.en)

    yield one_line(site)
    heads = [say(messages.word(key)) for key in ("history-day", "score")]
    heads += [say(messages.term("status-short", status)) for status in _COLUMNS]
    heads += [say(messages.word("findings")), say(messages.word("run-id"))]
    rows = [_cells(line, say(messages.date(line.as_of)), say(messages.word("history-incomplete"))) for line in audits]
    yield from _table([heads, *rows])
    yield ""
    yield f"{say(messages.word('history-trend'))}  {sparkline([line.percent for line in audits[-_WIDEST:]])}"


def sparkline(percents: Sequence[float | None]) -> str:
    """One sign for each score from 0 to 100; `·` where there is none."""
    return "".join(
        _GAP if each is None else _BARS[min(len(_BARS) - 1, int(each / 100 * len(_BARS)))] for each in percents
    )


def _cells(line: AuditLine, day: str, incomplete: str) -> list[str]:
    counts = dict(line.counts)
    percent = "–" if line.percent is None else f"{line.percent:.1f}"
    numbers = [f"{counts.get(status, 0):,}" for status in _COLUMNS]
    return [day, percent, *numbers, f"{line.findings:,}", line.run if line.complete else f"{line.run}  {incomplete}"]


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
