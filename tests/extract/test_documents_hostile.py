"""RELIABILITY_RULES 13 and 14: files made to hang, crash or fill the memory cost one file and nothing else."""

from __future__ import annotations

import io
import random
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

import pytest

from auditor.config import MB, DocumentLimits
from auditor.extract import Worker
from auditor.facts import Document, DocumentState
from tests.extract.office_files import W, archive, docx, opendocument, paragraph, part, relations, sheet, words, xlsx
from tests.sites.papers import Paper, pdf

if TYPE_CHECKING:
    from collections.abc import Iterator

LIMITS = DocumentLimits()
MOST_MEMBERS = LIMITS.archive_members
LIMITED = {DocumentState.LIMITED}
DAMAGED = {DocumentState.DAMAGED}
GOOD = docx(paragraph("แผนปฏิบัติราชการ"))


async def read(kind: str, body: bytes, limits: DocumentLimits = LIMITS) -> Document:
    """The hostile file, read in a child that reads a good one after it."""
    async with Worker(limits) as worker:
        found = await worker.read(kind, body)
        fine = await worker.read("docx", GOOD)
    assert fine.text == ("แผนปฏิบัติราชการ",)
    return found


def with_part(name: str, content: bytes) -> bytes:
    """A Word file one of whose parts is this."""
    parts = {"[Content_Types].xml": b"", "word/document.xml": part("document", paragraph("ก")).encode()}
    return archive({**parts, name: content})


def members(count: int) -> bytes:
    """An archive of so many empty members, made by hand since zipfile takes its time."""
    local = struct.Struct("<4s5H3L2H")
    entry = struct.Struct("<4s6H3L5H2L")
    head, directory = bytearray(), bytearray()
    for number in range(count):
        name = b"%d" % number
        directory += (
            entry.pack(b"PK\x01\x02", 20, 20, 0, 0, 0, 0, 0, 0, 0, len(name), 0, 0, 0, 0, 0, len(head)) + name
        )
        head += local.pack(b"PK\x03\x04", 20, 0, 0, 0, 0, 0, 0, 0, len(name), 0) + name
    most = min(count, 0xFFFF)
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, most, most, len(directory), len(head), 0)
    return bytes(head + directory + end)


def overlapping(count: int) -> bytes:
    """An archive in which many members are the same bytes."""
    packer = zlib.compressobj(9, wbits=-15)
    data = packer.compress(b" " * (8 * MB)) + packer.flush()
    head = struct.pack("<4s5H3L2H", b"PK\x03\x04", 20, 0, 8, 0, 0, 0, len(data), 8 * MB, 1, 0) + b"a" + data
    directory = b"".join(
        struct.pack("<4s6H3L5H2L", b"PK\x01\x02", 20, 20, 0, 8, 0, 0, 0, len(data), 8 * MB, len(name), *(0,) * 6)
        + name
        for name in (b"%d.xml" % number for number in range(count))
    )
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, len(directory), len(head), 0)
    return head + directory + end


def quine(size: int) -> bytes:
    """A member that says that it is small and is not."""
    body = bytearray(with_part("word/document.xml", b"<!--" + b" " * size + b"-->"))
    at = body.rindex(b"PK\x01\x02")
    body[at + 24 : at + 28] = struct.pack("<L", 100)
    return bytes(body)


def numbered(form: str, count: int) -> str:
    return "".join(form.format(number) for number in range(count))


LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9))
    + f']><w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>&j;</w:t></w:r></w:p></w:body></w:document>'
)
QUADRATIC = f'<!DOCTYPE d [<!ENTITY a "{"A" * 50_000}">]><d>{"&a;" * 50_000}</d>'
OUTSIDE = '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]><d>&a;</d>'
EMPTY_ROWS = numbered('<table:table-row id="{}"/>', 500_000)
NAMES = " ".join(f'a{number}="x"' for number in range(200_000))
SPACES = " ".join(f'xmlns:a{number}="urn:{number}"' for number in range(50_000))


@pytest.mark.parametrize(
    ("kind", "body", "states"),
    [
        pytest.param("docx", with_part("word/document.xml", b" " * (64 * MB)), LIMITED, id="zip-bomb"),
        pytest.param("docx", quine(64 * MB), LIMITED | DAMAGED, id="zip-bomb-that-lies-about-its-size"),
        pytest.param("xlsx", overlapping(1000), LIMITED | {DocumentState.OK}, id="members-that-overlap"),
        pytest.param("zip", members(100_000), LIMITED, id="100000-members"),
        pytest.param("docx", members(100_000), LIMITED, id="100000-members-of-a-docx"),
        pytest.param("zip", members(MOST_MEMBERS + 1), LIMITED, id="one-member-too-many"),
        pytest.param("docx", with_part("word/document.xml", LAUGHS.encode()), DAMAGED, id="billion-laughs"),
        pytest.param("docx", with_part("word/document.xml", QUADRATIC.encode()), DAMAGED, id="quadratic-entities"),
        pytest.param("docx", with_part("word/document.xml", OUTSIDE.encode()), DAMAGED, id="external-entity"),
        pytest.param("docx", with_part("docProps/core.xml", b"<!DOCTYPE x><x/>"), DAMAGED, id="doctype-elsewhere"),
        pytest.param("odt", archive({"content.xml": OUTSIDE}), DAMAGED, id="doctype-in-odt"),
        pytest.param("docx", docx("<w:p>" * 200_000), LIMITED, id="nested-elements"),
        pytest.param("odt", opendocument("odt", "<text:section>" * 300), LIMITED, id="nested-sections"),
        pytest.param("docx", docx(f"<w:p {NAMES}/>"), DAMAGED | {DocumentState.OK}, id="attributes-of-one-tag"),
        pytest.param("docx", docx(f"<w:p {SPACES}/>"), set(DocumentState), id="namespaces-of-one-tag"),
        pytest.param("docx", docx(numbered('<w:p w:id="{}"/>', 500_000)), {DocumentState.OK}, id="empty-paragraphs"),
        pytest.param("ods", opendocument("ods", f"<table:table>{EMPTY_ROWS}</table:table>"), {DocumentState.OK},
                     id="empty-rows-of-ods"),
        pytest.param("rtf", b"{\\rtf1" + b"{\\b " * 1_000_000, {DocumentState.OK} | LIMITED, id="nested-groups"),
    ],
)  # fmt: skip
async def test_rule_14_bombs_end_in_a_state(kind: str, body: bytes, states: set[DocumentState]) -> None:
    found = await read(kind, body)
    assert found.state in states
    assert sum(map(len, found.text)) <= LIMITS.text_chars


async def test_rule_14_a_sheet_of_a_million_empty_rows_is_read_to_its_end() -> None:
    rows = numbered('<row r="{}"/>', 2**20) + f"<row>{words('ท้ายสุด')}</row>"
    body = xlsx({"Sheet1": sheet().replace("<sheetData>", f"<sheetData>{rows}", 1)})
    found = await read("xlsx", body)
    assert (found.state, found.text) == (DocumentState.OK, ("ท้ายสุด",))


async def test_rule_14_bytes_of_all_parts_together_are_counted() -> None:
    limits = DocumentLimits(unpacked_bytes=3 * MB)
    noise = f"<!--{random.Random(7).randbytes(200_000).hex()}-->"
    pairs = [("header", f"header{number}.xml") for number in range(12)]
    parts = {f"word/{target}": part("hdr", noise) for _, target in pairs}
    document = {"word/document.xml": part("document", paragraph("ก")), "[Content_Types].xml": ""}
    body = archive({**document, "word/_rels/document.xml.rels": relations(*pairs), **parts})
    assert (await read("docx", body)).state is DocumentState.OK
    assert (await read("docx", body, limits)).state is DocumentState.LIMITED


# --- compound files ---------------------------------------------------------------------------------------

SECTOR = 512
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def compound(fat: list[int], *, first_directory: int = 1, directory: bytes = b"", double: int = END) -> bytes:
    """An OLE file: header, one sector of the allocation table, then the directory."""
    header = struct.pack(
        "<8s16x5H6x9L",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6,
        0, 1, first_directory, 0, 4096, END, 0, double, 1 if double != END else 0,
    )  # fmt: skip
    table = struct.pack(f"<{SECTOR // 4}L", *(fat + [FREE] * (SECTOR // 4 - len(fat))))
    heads = struct.pack("<109L", 0, *([FREE] * 108))
    return header + heads + table + directory.ljust(SECTOR, b"\0")


def entry(
    name: str, kind: int, *, left: int = FREE, right: int = FREE, child: int = FREE, start: int = 0, size: int = 0
) -> bytes:
    raw = name.encode("utf-16-le") + b"\0\0"
    return struct.pack("<64sHBB3L16x4x8x8xLQ", raw, len(raw), kind, 1, left, right, child, start, size)


def loops() -> Iterator[object]:
    root = entry("Root Entry", 5, child=1)
    document = entry("WordDocument", 2, left=1, right=1, size=10**6)
    info = entry("\x05SummaryInformation", 2, start=2, size=2**31)
    yield pytest.param(compound([FAT, 1], directory=root + document), id="directory-that-never-ends")
    yield pytest.param(compound([FAT, END], directory=root + document), id="siblings-in-a-ring")
    yield pytest.param(compound([FAT, END, 2], directory=root + info), id="stream-in-a-ring")
    yield pytest.param(compound([FAT, END], directory=root + info, double=0), id="allocation-table-in-a-ring")
    yield pytest.param(compound([FAT, END], directory=entry("Root Entry", 5, child=0)), id="root-in-itself")
    yield pytest.param(compound([])[:700], id="cut")


@pytest.mark.parametrize("kind", ["doc", "xls", "ppt"])
@pytest.mark.parametrize("body", list(loops()))
async def test_rule_13_compound_files_that_run_in_rings_come_to_an_end(kind: str, body: bytes) -> None:
    found = await read(kind, body)
    assert found.state in {DocumentState.DAMAGED, DocumentState.LIMITED, DocumentState.UNSUPPORTED}


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        pytest.param("pdf", pdf(Paper(("แผนปฏิบัติราชการ",) * 20)), id="pdf"),
        pytest.param("docx", docx(paragraph("แผน") * 20), id="docx"),
        pytest.param("xlsx", xlsx({"แผ่น": sheet(words("แผน", "ปี") * 20)}), id="xlsx"),
        pytest.param("odt", opendocument("odt", "<text:p>แผน</text:p>" * 20), id="odt"),
    ],
)
async def test_rule_13_a_file_cut_or_changed_anywhere_ends_in_a_state(kind: str, body: bytes) -> None:
    async with Worker(LIMITS) as worker:
        for at in range(10, len(body), max(1, len(body) // 40)):
            changed = body[:at] + bytes([body[at] ^ 0x55]) + body[at + 1 :]
            for hostile in (body[:at], changed):
                found = await worker.read(kind, hostile)
                assert found.state in set(DocumentState) - {DocumentState.EMPTY}


def test_the_bombs_are_small() -> None:
    """A reader that looked at packed sizes alone would open them."""
    assert len(with_part("word/document.xml", b" " * (64 * MB))) < MB
    assert len(zipfile.ZipFile(io.BytesIO(members(MOST_MEMBERS))).infolist()) == MOST_MEMBERS
