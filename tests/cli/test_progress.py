"""Standard error while a crawl goes on: one line that renews itself, on a terminal only."""

from __future__ import annotations

import io

import pytest

from auditor.cli.progress import CLEAR, ProgressLine
from auditor.config import Lang
from auditor.crawl.progress import Progress
from auditor.report.messages import Messages

MESSAGES = Messages.load()


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """It is one."""
        return True


def seen(url: str = "https://x.go.th/a", pages: int = 12) -> Progress:
    return Progress(pages=pages, documents=3, queued=40, url=url, seconds=1.5)


def test_a_file_gets_no_progress() -> None:
    stream = io.StringIO()
    with ProgressLine(stream, MESSAGES, Lang.TH) as line:
        line(seen())
    assert stream.getvalue() == ""


@pytest.mark.parametrize(("lang", "words"), [(Lang.TH, "12 หน้า 3 เอกสาร เหลือ 40"), (Lang.EN, "12 pages")])
def test_a_terminal_gets_one_line_that_is_gone_at_the_end(lang: Lang, words: str) -> None:
    stream = Terminal()
    with ProgressLine(stream, MESSAGES, lang) as line:
        line(seen(pages=11))
        line(seen())
    shown = stream.getvalue()
    assert words in shown
    assert "\n" not in shown
    assert shown.endswith(CLEAR)


def test_verbose_gives_every_address_a_line_once() -> None:
    stream = io.StringIO()
    with ProgressLine(stream, MESSAGES, Lang.TH, verbose=True) as line:
        line(seen())
        line(seen())
        line(seen("https://x.go.th/%E0%B8%81"))
    assert [each.split()[-1] for each in stream.getvalue().splitlines()] == ["https://x.go.th/a", "https://x.go.th/ก"]


@pytest.mark.parametrize("verbose", [True, False])
def test_an_address_cannot_drive_the_terminal(*, verbose: bool) -> None:
    """RELIABILITY_RULES 23."""
    stream = Terminal()
    with ProgressLine(stream, MESSAGES, Lang.TH, verbose=verbose) as line:
        line(seen("https://x.go.th/\x1b[2J\x07%1B"))
    assert stream.getvalue().replace(CLEAR, "").count("\x1b") == 0
    assert "\x07" not in stream.getvalue()
