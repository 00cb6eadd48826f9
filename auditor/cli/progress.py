"""What standard error shows while a crawl goes on: one line that renews itself, and only on a terminal."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from auditor.config import Lang
from auditor.report.safe_text import one_line
from auditor.report.terminal import cut
from auditor.urls import display

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self, TextIO

    from auditor.crawl.progress import Progress
    from auditor.report.messages import Messages

CLEAR = "\r\x1b[K"


class ProgressLine:
    """The line; a context that leaves nothing behind. With `verbose`, every address on its own line instead."""

    def __init__(self, stream: TextIO, messages: Messages, lang: Lang, *, verbose: bool = False) -> None:
        self.stream = stream
        self.messages = messages
        self.lang = lang
        self.verbose = verbose
        self.shown = False
        self.last = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.shown:
            self._write(CLEAR)

    def __call__(self, progress: Progress) -> None:
        """Show how far the crawl has come."""
        if self.verbose:
            if progress.url != self.last:
                self._write(f"{progress.seconds:7.1f} s  {one_line(display(progress.url))}\n")
                self.last = progress.url
        elif self.stream.isatty():
            width = shutil.get_terminal_size().columns - 1
            self._write(CLEAR + cut(self._line(progress), width))
            self.shown = True

    def _line(self, progress: Progress) -> str:
        text = self.messages.word(
            "progress", pages=progress.pages, documents=progress.documents, queued=progress.queued
        )
        words = text.th if self.lang is Lang.TH else text.en
        return f"{words}  {one_line(display(progress.url))}"

    def _write(self, text: str) -> None:
        self.stream.write(text)
        self.stream.flush()
