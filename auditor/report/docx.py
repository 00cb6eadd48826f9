"""Word documents of paragraphs and bordered tables: just what an official form of one page needs.

A DOCX is a ZIP of a few XML parts; for a fixed layout without pictures or links it is shorter to write them than to
bring a package for all of Word. Knows nothing of what is written. Text is escaped, and what XML cannot carry is
left out; nothing in it is a field or a reference to outside (RELIABILITY_RULES 14 and 21).
"""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass
from html import escape
from io import BytesIO

FONT = "TH Sarabun New"
_HALF_POINTS = 32  # 16 pt, as official letters are set
_LINE = 370  # 18.5 pt, in twentieths, whatever font takes the place of theirs
_LOW = 20
_BORDERS = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for side in (
    "top", "left", "bottom", "right", "insideH", "insideV"
))  # fmt: skip
_PAGE = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="850" w:right="1020" w:bottom="680" w:left="1247" w:header="0" w:footer="0" w:gutter="0"/>'
    "</w:sectPr>"
)
_TEXT_WIDTH = 11906 - 1020 - 1247  # twentieths of a point, A4 less its margins
_MARGIN = 108  # beside the text of a cell
_DOTS = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{_TEXT_WIDTH - 2 * _MARGIN}"/></w:tabs>'
_NAMESPACE = "http://schemas.openxmlformats.org"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_UNCARRIED = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_CONTENT_TYPES = (
    f'{_HEAD}<Types xmlns="{_NAMESPACE}/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
    '<Override PartName="/word/styles.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>'
)
_STYLES = (
    f'{_HEAD}<w:styles xmlns:w="{_NAMESPACE}/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr>'
    f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
    f'<w:sz w:val="{_HALF_POINTS}"/><w:szCs w:val="{_HALF_POINTS}"/>'
    '<w:lang w:val="en-US" w:eastAsia="en-US" w:bidi="th-TH"/></w:rPr></w:rPrDefault>'
    '</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    "</w:styles>"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Words set alike."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph."""

    runs: tuple[Run, ...] = ()
    centred: bool = False
    before: int = 0  # space above, in points
    new_page: bool = False
    small: bool = False  # as low as a paragraph can be
    dotted: bool = False  # dots from the last word to the end of the line


Cell = tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows of one cell or two, as wide as the page, with a border around each; no row is torn by a page's end."""

    rows: tuple[tuple[Cell, ...], ...]


def write_docx(blocks: tuple[Paragraph | Table, ...]) -> bytes:
    """A document on A4; the same blocks give the same bytes."""
    body = "".join(_block(block) for block in blocks)
    word = f"{_NAMESPACE}/wordprocessingml/2006/main"
    office = f"{_NAMESPACE}/officeDocument/2006/relationships"
    parts = {
        "[Content_Types].xml": _CONTENT_TYPES,
        "_rels/.rels": _relation(f"{office}/officeDocument", "word/document.xml"),
        "word/document.xml": f'{_HEAD}<w:document xmlns:w="{word}"><w:body>{body}{_PAGE}</w:body></w:document>',
        "word/styles.xml": _STYLES,
        "word/_rels/document.xml.rels": _relation(f"{office}/styles", "styles.xml"),
    }
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _relation(kind: str, target: str) -> str:
    return (
        f'{_HEAD}<Relationships xmlns="{_NAMESPACE}/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{kind}" Target="{target}"/></Relationships>'
    )


def _block(block: Paragraph | Table) -> str:
    return _table(block) if isinstance(block, Table) else _paragraph(block)


def _paragraph(paragraph: Paragraph) -> str:
    # The order of the settings is that of the standard's schema, which Word insists on.
    settings = "".join(
        (
            "<w:pageBreakBefore/>" if paragraph.new_page else "",
            _DOTS if paragraph.dotted else "",
            _spacing(paragraph),
            '<w:jc w:val="center"/>' if paragraph.centred else "",
        )
    )
    end = "<w:r><w:tab/></w:r>" if paragraph.dotted else ""
    return f"<w:p><w:pPr>{settings}</w:pPr>{''.join(map(_run, paragraph.runs))}{end}</w:p>"


def _spacing(paragraph: Paragraph) -> str:
    height = _LOW if paragraph.small else _LINE
    return f'<w:spacing w:before="{paragraph.before * 20}" w:after="0" w:line="{height}" w:lineRule="exact"/>'


def _run(run: Run) -> str:
    bold = "<w:b/><w:bCs/>" if run.bold else ""
    text = escape(_UNCARRIED.sub("", run.text))
    return f'<w:r><w:rPr>{bold}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def _table(table: Table) -> str:
    half = _TEXT_WIDTH // 2
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{_TEXT_WIDTH}" w:type="dxa"/><w:tblBorders>{_BORDERS}</w:tblBorders>'
        '<w:tblLayout w:type="fixed"/>'
        f'<w:tblCellMar><w:top w:w="60" w:type="dxa"/><w:left w:w="{_MARGIN}" w:type="dxa"/>'
        f'<w:bottom w:w="60" w:type="dxa"/><w:right w:w="{_MARGIN}" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{half}"/><w:gridCol w:w="{_TEXT_WIDTH - half}"/></w:tblGrid>'
        f"{''.join(map(_row, table.rows))}</w:tbl>"
    )


def _row(cells: tuple[Cell, ...]) -> str:
    width = _TEXT_WIDTH // len(cells)
    span = '<w:gridSpan w:val="2"/>' if len(cells) == 1 else ""
    made = (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}</w:tcPr>{"".join(map(_paragraph, cell))}</w:tc>'
        for cell in cells
    )
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(made)}</w:tr>"
