"""The papers of `office` as files of every kind that offices publish: the same words, page by page."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from tests.extract import office_files, old_word_files
from tests.sites.papers import PAGE_BREAK, Paper, pdf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Page = list[list[str]]


def pages_of(papers: Iterable[Paper]) -> list[Page]:
    """Papers bound into one file: pages of lines, a line being its cells."""
    pages: list[Page] = []
    for paper in papers:
        pages.append([])
        for line in paper.lines:
            if line == PAGE_BREAK:
                pages.append([])
            else:
                pages[-1].append([cell.strip() for cell in line.strip("|# ").split("|")])
    return pages


def docx(pages: list[Page]) -> bytes:
    def line(cells: list[str]) -> str:
        return office_files.table(tuple(cells)) if len(cells) > 1 else office_files.paragraph(cells[0])

    return office_files.docx(office_files.PAGE_BREAK.join("".join(map(line, page)) for page in pages))


def odt(pages: list[Page]) -> bytes:
    def line(cells: list[str], style: str = "") -> str:
        inner = "</text:p></table:table-cell><table:table-cell><text:p>".join(map(escape, cells))
        if len(cells) == 1:
            return f'<text:p text:style-name="{style}">{inner}</text:p>'
        row = f"<table:table-row><table:table-cell><text:p>{inner}</text:p></table:table-cell></table:table-row>"
        return f"<table:table>{row}</table:table>"

    body = "".join(
        line(cells, "NewPage" if number and not at else "")
        for number, page in enumerate(pages)
        for at, cells in enumerate(page)
    )
    style = '<style:style style:name="NewPage"><style:paragraph-properties fo:break-before="page"/></style:style>'
    return office_files.opendocument("odt", body, styles=style)


def xlsx(pages: list[Page]) -> bytes:
    return office_files.xlsx(
        {f"Sheet{number}": office_files.sheet(*(office_files.words(*cells) for cells in page))
         for number, page in enumerate(pages, 1)}
    )  # fmt: skip


def pptx(pages: list[Page]) -> bytes:
    return office_files.pptx(*(office_files.slide(*("\t".join(cells) for cells in page)) for page in pages))


def rtf(pages: list[Page]) -> bytes:
    def letters(text: str) -> str:
        return "".join(letter if letter.isascii() else f"\\u{ord(letter)}?" for letter in text)

    lines = ("\\par ".join("\\tab ".join(map(letters, cells)) for cells in page) for page in pages)
    return ("{\\rtf1\\ansi\\ansicpg874 " + "\\page ".join(lines) + "}").encode("ascii")


def doc(pages: list[Page]) -> bytes:
    return old_word_files.word_file({
        old_word_files.BODY: [
            run
            for number, page in enumerate(pages)
            for at, cells in enumerate(page)
            for run in _of_word(cells, old_word_files.ON_NEW_PAGE if number and not at else b"")
        ]
    })  # fmt: skip


def _of_word(cells: list[str], setting: bytes) -> list[old_word_files.Run]:
    if len(cells) > 1:
        return old_word_files.row(*cells)
    return old_word_files.line(cells[0], setting=setting)


KINDS: dict[str, Callable[[list[Page]], bytes]] = {
    "docx": docx, "odt": odt, "xlsx": xlsx, "pptx": pptx, "rtf": rtf, "doc": doc,
}  # fmt: skip


def file_of(kind: str, *papers: Paper) -> bytes:
    """The papers as one file of that kind."""
    if kind == "pdf":
        bound = tuple(line for paper in papers for line in (*paper.lines, PAGE_BREAK))[:-1]
        return pdf(Paper(bound, scanned=any(paper.scanned for paper in papers)))
    return KINDS[kind](pages_of(papers))
