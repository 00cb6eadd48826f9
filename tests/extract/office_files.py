"""Office files made by hand: the least that each format asks for, around the parts that a test is about."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
CORE = (
    f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:dcterms="http://purl.org/dc/terms/">{}</cp:coreProperties>'
)
APP = '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">{}</Properties>'
ODF = "urn:oasis:names:tc:opendocument:xmlns:"
ODF_SPACES = (
    f'xmlns:office="{ODF}office:1.0" xmlns:text="{ODF}text:1.0" xmlns:table="{ODF}table:1.0" '
    f'xmlns:draw="{ODF}drawing:1.0" xmlns:style="{ODF}style:1.0" xmlns:meta="{ODF}meta:1.0" '
    f'xmlns:presentation="{ODF}presentation:1.0" xmlns:svg="{ODF}svg-compatible:1.0" '
    f'xmlns:fo="{ODF}xsl-fo-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
ODF_TYPES = {"odt": "text", "ods": "spreadsheet", "odp": "presentation"}
Parts = Mapping[str, str | bytes]


def archive(parts: Parts, *, packed: bool = True) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED) as file:
        for name, content in parts.items():
            file.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED)
    return buffer.getvalue()


def relations(*pairs: tuple[str, str]) -> str:
    """Relationship parts: `(type, target)`, with the ids rId1, rId2 …"""
    listed = "".join(
        f'<Relationship Id="rId{number}" Type="{R}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(pairs, 1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{listed}</Relationships>'


def package(main: str, parts: Parts, core: str = "", app: str = "") -> bytes:
    return archive(
        {
            "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>',
            "_rels/.rels": relations(("officeDocument", main)),
            "docProps/core.xml": CORE.format(core),
            "docProps/app.xml": APP.format(app),
            **parts,
        }
    )


# --- DOCX -------------------------------------------------------------------------------------------------


def paragraph(text: str, properties: str = "") -> str:
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def table(*rows: tuple[str, ...]) -> str:
    lines = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{line}</w:tr>" for line in lines) + "</w:tbl>"


PAGE_BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


def part(root: str, body: str) -> str:
    drawing = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    return f'<w:{root} xmlns:w="{W}" xmlns:r="{R}" {drawing}>{body}</w:{root}>'


def docx(body: str, core: str = "", app: str = "", others: dict[str, str] | None = None) -> bytes:
    """A Word file; `others`: further parts by their kind of relation (`header`, `numbering`), as XML."""
    others = others or {}
    return package(
        "word/document.xml",
        {
            "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
            "word/_rels/document.xml.rels": relations(*((kind, f"{kind}.xml") for kind in others)),
            **{f"word/{kind}.xml": content for kind, content in others.items()},
        },
        core,
        app,
    )


# --- XLSX -------------------------------------------------------------------------------------------------


def sheet(*rows: str) -> str:
    """Rows as the XML of their cells."""
    listed = "".join(f"<row>{row}</row>" for row in rows)
    return f'<worksheet xmlns="{S}"><sheetData>{listed}</sheetData></worksheet>'


def words(*cells: str) -> str:
    return "".join(f'<c t="inlineStr"><is><t>{escape(cell)}</t></is></c>' for cell in cells)


def xlsx(
    sheets: dict[str, str], *, strings: str = "", styles: str = "", states: str = "", core: str = "", book: str = ""
) -> bytes:
    """A workbook of sheets by name; `states`: one letter a sheet, `h` for hidden."""
    names = list(sheets)
    state = {number: "hidden" if letter == "h" else "visible" for number, letter in enumerate(states)}
    listed = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{n + 1}" state="{state.get(n, "visible")}" r:id="rId{n + 1}"/>'
        for n, name in enumerate(names)
    )
    parts: Parts = {f"xl/worksheets/sheet{n}.xml": content for n, content in enumerate(sheets.values(), 1)}
    pairs = [("worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(names) + 1)]
    return package(
        "xl/workbook.xml",
        {
            "xl/workbook.xml": f'<workbook xmlns="{S}" xmlns:r="{R}">{book}<sheets>{listed}</sheets></workbook>',
            "xl/_rels/workbook.xml.rels": relations(
                *pairs, ("sharedStrings", "sharedStrings.xml"), ("styles", "styles.xml")
            ),
            "xl/sharedStrings.xml": f'<sst xmlns="{S}">{strings}</sst>',
            "xl/styles.xml": f'<styleSheet xmlns="{S}">{styles}</styleSheet>',
            **parts,
        },
        core,
    )


# --- PPTX -------------------------------------------------------------------------------------------------


def slide(*lines: str, extra: str = "") -> str:
    listed = "".join(f"<a:p><a:r><a:t>{escape(line)}</a:t></a:r></a:p>" for line in lines)
    body = f"<p:sp><p:txBody>{listed}</p:txBody></p:sp>{extra}"
    return f'<p:sld xmlns:p="{P}" xmlns:a="{A}"><p:cSld><p:spTree>{body}</p:spTree></p:cSld></p:sld>'


def pptx(*slides: str, core: str = "", order: tuple[int, ...] | None = None) -> bytes:
    """A presentation; `order`: numbers of the slides as shown."""
    shown = order or tuple(range(1, len(slides) + 1))
    ids = "".join(f'<p:sldId id="{255 + n}" r:id="rId{n}"/>' for n in shown)
    pairs = [("slide", f"slides/slide{n}.xml") for n in range(1, len(slides) + 1)]
    parts: Parts = {f"ppt/slides/slide{n}.xml": content for n, content in enumerate(slides, 1)}
    return package(
        "ppt/presentation.xml",
        {
            "ppt/presentation.xml": f'<p:presentation xmlns:p="{P}" xmlns:r="{R}"><p:sldIdLst>{ids}</p:sldIdLst>'
            "</p:presentation>",
            "ppt/_rels/presentation.xml.rels": relations(*pairs),
            **parts,
        },
        core,
    )


# --- OpenDocument -----------------------------------------------------------------------------------------


def opendocument(kind: str, body: str, *, styles: str = "", meta: str = "", manifest: str = "") -> bytes:
    """An ODT, ODS or ODP around the XML of its body and automatic styles."""
    name = ODF_TYPES[kind]
    content = (
        f"<office:document-content {ODF_SPACES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:{name}>{body}</office:{name}></office:body></office:document-content>"
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("mimetype", f"application/vnd.oasis.opendocument.{name}", zipfile.ZIP_STORED)
        file.writestr("content.xml", content)
        file.writestr(
            "meta.xml",
            f"<office:document-meta {ODF_SPACES}><office:meta>{meta}</office:meta></office:document-meta>",
        )
        file.writestr("META-INF/manifest.xml", manifest)
    return buffer.getvalue()
