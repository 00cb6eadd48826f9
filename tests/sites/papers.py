"""Papers as PDF files: with a Thai text layer, or as a scanner leaves them (one picture a page)."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from fpdf import FPDF
from PIL import Image, ImageDraw, ImageFont

if TYPE_CHECKING:
    from collections.abc import Sequence

FONTS = Path("/usr/share/fonts/truetype/tlwg")  # Debian: fonts-thai-tlwg
MADE = datetime(2024, 1, 15, 9, 0, tzinfo=UTC)
PAGE_BREAK = "\f"


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper. A line that begins with `#` is a centred heading, one with `|` the row of a table."""

    lines: tuple[str, ...]
    title: str = ""  # of the document's own information; most offices leave it empty
    scanned: bool = False
    font: str = "Garuda"


def thai_font(name: str) -> Path:
    """The file of a Thai font; skips the test where it is not installed."""
    path = FONTS / f"{name}.ttf"
    if not path.exists():
        pytest.skip("no Thai font to make PDF files with (Debian: fonts-thai-tlwg)")
    return path


@lru_cache(maxsize=1024)
def pdf(paper: Paper) -> bytes:
    """The paper as a PDF file; the same paper gives the same bytes."""
    file = FPDF(format="A4")
    file.set_creation_date(MADE)
    if paper.title:
        file.set_title(paper.title)
    if paper.scanned:
        _scan(file, paper)
    else:
        _typeset(file, paper)
    return bytes(file.output())


def _typeset(file: FPDF, paper: Paper) -> None:
    file.add_font("thai", fname=thai_font(paper.font))
    file.set_font("thai", size=13)
    file.add_page()
    for line in paper.lines:
        if line == PAGE_BREAK:
            file.add_page()
        elif "|" in line:
            _row(file, [cell.strip() for cell in line.strip("|").split("|")])
        else:
            heading = line.startswith("#")
            file.multi_cell(
                0, 8, line.lstrip("# ") or " ", align="C" if heading else "L", new_x="LMARGIN", new_y="NEXT"
            )


def _row(file: FPDF, cells: Sequence[str]) -> None:
    width = file.epw / len(cells)
    top = file.get_y()
    bottom = top
    for column, cell in enumerate(cells):
        file.set_xy(file.l_margin + column * width, top)
        file.multi_cell(width, 7, cell, align="L", new_x="RIGHT", new_y="TOP")
        bottom = max(bottom, file.get_y() + 7 * (1 + len(cell) * 2.2 // width))
    file.set_xy(file.l_margin, bottom)


def _scan(file: FPDF, paper: Paper) -> None:
    font = ImageFont.truetype(str(thai_font(paper.font)), 20)
    for lines in _pages(paper.lines):
        sheet = Image.new("L", (620, 877), 250)
        pen = ImageDraw.Draw(sheet)
        for row, line in enumerate(lines):
            pen.text((40, 40 + row * 30), line.lstrip("# "), fill=30, font=font)
        picture = io.BytesIO()
        sheet.save(picture, format="PNG")
        file.add_page()
        file.image(picture, x=0, y=0, w=file.w, h=file.h)


def _pages(lines: Sequence[str]) -> list[list[str]]:
    pages: list[list[str]] = [[]]
    for line in lines:
        if line == PAGE_BREAK:
            pages.append([])
        else:
            pages[-1].append(line)
    return pages


@lru_cache(maxsize=64)
def poster(kind: str, *lines: str) -> bytes:
    """A picture of words (`kind`: jpeg, png, gif), as offices publish their infographics."""
    sheet = Image.new("RGB", (800, 600), (225, 240, 235))
    pen = ImageDraw.Draw(sheet)
    font = ImageFont.truetype(str(thai_font("Waree")), 28)
    for row, line in enumerate(lines):
        pen.text((40, 40 + row * 50), line, fill=(20, 60, 50), font=font)
    picture = io.BytesIO()
    sheet.save(picture, format=kind.upper())
    return picture.getvalue()
