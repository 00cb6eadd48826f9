"""Word and Excel files of 1997 to 2003: what a reader sees of them, and how the others end."""

from __future__ import annotations

import random
import struct
from datetime import UTC, date, datetime

import pytest

from auditor.config import DocumentLimits
from auditor.extract import Worker
from auditor.extract.readers import read_document
from auditor.extract.sniff import sniff
from auditor.facts import Document, DocumentState
from tests.extract import old_sheet_files as sheets
from tests.extract import old_word_files as old
from tests.extract.old_word_files import Level, Run, in_list, line, row, word_file
from tests.shared_data import REPOSITORY
from tests.sites import oldfiles

LIMITS = DocumentLimits()
SAMPLES = REPOSITORY / "tests" / "data" / "office"


def read(body: bytes, limits: DocumentLimits = LIMITS) -> Document:
    kind = sniff(body)
    assert kind in {"doc", "xls"}
    return read_document(kind, body, limits)


def text_of(body: bytes) -> tuple[str, ...]:
    found = read(body)
    assert (found.state, found.detail) == (DocumentState.OK, "")
    return found.text


# --- Word ---------------------------------------------------------------------------------------------------

LINK = Run('\x13 HYPERLINK "http://x.invalid" \x14เว็บไซต์\x15')
IN_FIELD = Run("\x13 IF \x13 PAGE \x147\x15 \x14ผล \x13 PAGE \x14๘\x15\x15")


@pytest.mark.parametrize(
    ("body", "pages"),
    [
        pytest.param([*line("คู่มือ"), *line("ข้อ ๑")], ("คู่มือ\nข้อ ๑",), id="paragraphs"),
        pytest.param(line("ก\tข\x0bค\x1eง\x1fจ\x01\x08"), ("ก\tข\nค-งจ",), id="marks"),
        pytest.param([*line("ก"), *line("ข", mark="\x0c"), *line("ค")], ("ก\nข", "ค"), id="page-break"),
        pytest.param([*line("ก"), *line("ข", setting=old.ON_NEW_PAGE)], ("ก", "ข"), id="on-a-new-page"),
        pytest.param(line("ที่ ", LINK, " นี้"), ("ที่ เว็บไซต์ นี้",), id="field"),
        pytest.param(line("ก ", IN_FIELD, " ข"), ("ก ผล ๘ ข",), id="field-in-field"),
        pytest.param(line("ก ", Run("\x13 XE คำ\x15"), "ข"), ("ก ข",), id="field-without-result"),
        pytest.param(line("ก\x15 \x14ข"), ("ก ข",), id="ends-of-no-field"),
        pytest.param(
            [*row("ลำดับ", "", "โครงการ"), *row("", "ก\rข", ""), *line("ท้าย")],
            ("ลำดับ\tโครงการ\nก ข\nท้าย",),
            id="table",
        ),
        pytest.param(
            line("เห็น ", Run("ซ่อน", old.HIDDEN), Run("ลบ", old.STRUCK), Run("(", old.SYMBOL), "ท้าย"),
            ("เห็น ท้าย",),
            id="hidden-struck-and-symbols",
        ),
        pytest.param(line("ก😀", Run("ซ่อน😀", old.HIDDEN), "ข"), ("ก😀ข",), id="letters-that-take-two-places"),
        pytest.param(line("ก", Run("ข", b"\x3c\x08\x00"), "ค"), ("กขค",), id="expressly-not-hidden"),
    ],
)
def test_what_a_word_file_shows(body: list[Run], pages: tuple[str, ...]) -> None:
    assert text_of(word_file({old.BODY: body})) == pages


def test_numbers_of_lists_are_told() -> None:
    steps = [Level("\0)"), Level("\0.\1"), *[Level("", kind=23)] * 7]
    body = [
        *line("รับเรื่อง", setting=in_list(1)),
        *line("ตรวจ", setting=in_list(1)),
        *line("ย่อย", setting=in_list(1, 1)),
        *line("จุด", setting=in_list(1, 2)),
        *line("อื่น", setting=in_list(2)),
        *line("ไม่มี", setting=in_list(9)),
    ]
    made = word_file({old.BODY: body}, lists=[steps, [Level("ข้อ \0.", kind=54, first=3)]])
    assert text_of(made) == ("1) รับเรื่อง\n2) ตรวจ\n2.1 ย่อย\nจุด\nข้อ 3. อื่น\nไม่มี",)


def test_headers_boxes_and_notes_come_after_the_body_and_comments_not_at_all() -> None:
    names = {
        old.BODY: "เนื้อหา", old.FOOTNOTES: "เชิงอรรถ", old.HEADERS: "หัวกระดาษ", old.COMMENTS: "ความเห็น",
        old.ENDNOTES: "ท้ายเรื่อง", old.BOXES: "กล่อง", old.BOXES_IN_HEADERS: "กล่องในหัว",
    }  # fmt: skip
    made = word_file({number: line(name) for number, name in names.items()})
    assert text_of(made) == ("เนื้อหา\nกล่อง\nหัวกระดาษ\nกล่องในหัว\nเชิงอรรถ\nท้ายเรื่อง",)


def test_without_properties_the_second_of_two_marks_ends_a_row() -> None:
    assert text_of(oldfiles.doc([["คู่มือ"], ["ลำดับ", "ขั้นตอน"], ["1", "รับเรื่อง"]])) == ("คู่มือ\nลำดับ\tขั้นตอน\n1\tรับเรื่อง",)


def test_pieces_are_read_in_their_order_and_each_in_its_width() -> None:
    thai, western = "แผนงาน\r".encode("utf-16-le"), b"caf\xe9 \x93ok\x94 \x96 \x80\r"
    pieces = old.piece_table(
        [(old.TEXT_AT + len(thai), len(western), 1), (old.TEXT_AT, 7, 2)], shared=b"\x3c\x08\x01"
    )
    made = old.assembled(thai + western, [len(western) + 7, *[0] * 7], pieces)
    assert text_of(made) == ("café “ok” – \x80\nแผนงาน",)  # the spec knows no euro among 8-bit letters


def test_a_word_file_that_needs_a_password() -> None:
    assert read(word_file({0: line("ก")}, flags=old.TABLE_1 | old.ENCRYPTED)).state is DocumentState.ENCRYPTED


@pytest.mark.parametrize(("page", "name"), [(874, "cp874"), (65001, "utf-8")])
def test_what_a_word_file_says_of_itself_stands_in_its_code_page(page: int, name: str) -> None:
    day = datetime(2025, 11, 3, 2, 30, tzinfo=UTC)
    told = old.summary_of(page=page, title="คู่มือ".encode(name), author="กานดา".encode(name), created=day)
    found = read(word_file({0: line("ก")}, summary=told))
    assert (found.title, found.author, found.created) == ("คู่มือ", "กานดา", day)
    assert [(seen.span.first, seen.span.certain) for seen in found.dates] == [(date(2025, 11, 3), False)]


@pytest.mark.parametrize(("mark", "version"), [(0xA5DC, 0x68), (0xA5DB, 0x2D), (0xA5EC, 0x68)])
def test_word_95_is_not_read_and_that_is_said(mark: int, version: int) -> None:
    found = read(word_file({0: line("ก")}, mark=mark, version=version))
    assert (found.state, found.text) == (DocumentState.UNSUPPORTED, ())
    assert "Word 95" in found.detail


PLAIN = "แผน\r".encode("utf-16-le")


def bent(pieces: bytes, letters: int = 4) -> bytes:
    return old.assembled(PLAIN, [letters, *[0] * 7], pieces)


@pytest.mark.parametrize(
    ("body", "state"),
    [
        pytest.param(bent(old.piece_table([(old.TEXT_AT, 10**6, 2)])), DocumentState.DAMAGED, id="piece-outside"),
        pytest.param(bent(old.piece_table([(old.TEXT_AT, 4, 2)]), 9), DocumentState.DAMAGED, id="text-cut-off"),
        pytest.param(bent(old.piece_table([(old.TEXT_AT, 0, 2)])), DocumentState.DAMAGED, id="pieces-out-of-order"),
        pytest.param(bent(b""), DocumentState.DAMAGED, id="no-pieces"),
        pytest.param(bent(struct.pack("<BI", 2, 999)), DocumentState.DAMAGED, id="pieces-cut-off"),
        pytest.param(bent(struct.pack("<BII", 2, 4, 0)), DocumentState.DAMAGED, id="no-piece"),
        pytest.param(
            bent(old.piece_table([(0, 4000, 1)] * 40), 4000), DocumentState.LIMITED, id="text-again-and-again"
        ),
        pytest.param(word_file({0: line("ก")}, mark=0x1234), DocumentState.DAMAGED, id="not-of-word"),
        pytest.param(word_file({0: line("\x13" * 200)}), DocumentState.DAMAGED, id="fields-without-end"),
        pytest.param(word_file({0: line("ก")}).replace(b"1\0T\0", b"9\0T\0"), DocumentState.DAMAGED, id="no-table"),
    ],
)  # fmt: skip
def test_damaged_word_files(body: bytes, state: DocumentState) -> None:
    assert read(body).state is state


def test_a_long_word_file_is_cut_and_says_so() -> None:
    found = read(word_file({0: line("เรื่องที่ยาว" * 99)}), DocumentLimits(text_chars=100))
    assert (found.truncated, len(found.text[0])) == (True, 100)


# --- Excel --------------------------------------------------------------------------------------------------


def test_the_cells_of_a_sheet_stand_in_lines_under_its_name() -> None:
    found = read(oldfiles.xls([["ลำดับ", "โครงการ"], ["1", "รณรงค์ไข้เลือดออก"]], name="แผนงบประมาณ"))
    assert (found.state, found.pages) == (DocumentState.OK, 1)
    assert found.text == ("แผนงบประมาณ\nลำดับ\tโครงการ\n1\tรณรงค์ไข้เลือดออก",)


FORMATS = (0, 3, 9, 14, 20, "#,##0.00", "0.0%", "[$-41E]d mmmm bbbb", "bbbb", "[h]:mm")
PLAIN_ONE, THOUSANDS, SHARE, DAY, CLOCK, BAHT, PER_MILLE, THAI_DAY, ERA, HOURS = range(10)


@pytest.mark.parametrize(
    ("cells", "text"),
    [
        pytest.param(sheets.number(0, 0, 2569), "2569", id="plain"),
        pytest.param(sheets.number(0, 0, 2569, THOUSANDS), "2,569", id="thousands"),
        pytest.param(sheets.small(0, 0, 125000, BAHT), "125,000", id="small-number"),
        pytest.param(sheets.formula(0, 0, 1250.5, BAHT), "1,250.5", id="formula"),
        pytest.param(
            sheets.number(0, 0, 0.25, SHARE) + sheets.number(0, 1, 0.125, PER_MILLE), "25%\t12.5%", id="share"
        ),
        pytest.param(
            sheets.several(0, 0, (2569, THOUSANDS), (2570, PLAIN_ONE), (2571, BAHT)),
            "2,569\t2570\t2,571",
            id="several",
        ),
        pytest.param(
            sheets.number(0, 0, 45964, DAY) + sheets.number(0, 1, 45964.6, THAI_DAY),
            "2025-11-03\t2025-11-03",
            id="day",
        ),
        pytest.param(sheets.number(0, 0, 45964, ERA), "2025-11-03", id="day-of-the-buddhist-era-alone"),
        pytest.param(
            sheets.number(0, 0, 8.5 / 24, CLOCK) + sheets.number(0, 1, 26.5 / 24, HOURS), "08:30\t26:30", id="time"
        ),
        pytest.param(
            sheets.number(4, 2, 2569, THOUSANDS) + sheets.number(6, 3, 2570, THOUSANDS),
            "2,569\n2,570",
            id="away-from-the-corner",
        ),
        pytest.param(sheets.number(0, 0, 2569, 999), "2569", id="style-that-is-not-there"),
        pytest.param(
            sheets.begin(sheets.CHART)
            + sheets.number(0, 0, 1, SHARE)
            + sheets.END
            + sheets.number(1, 0, 2569, THOUSANDS),
            "2,569",
            id="chart-on-the-sheet",
        ),
    ],
)
def test_numbers_are_shown_as_a_reader_sees_them(cells: bytes, text: str) -> None:
    assert text_of(sheets.workbook([sheets.Sheet("Sheet1", cells)], FORMATS)) == (text,)


@pytest.mark.parametrize(("style", "shown"), [(DAY, "2025-11-03"), (ERA, "2025-11-03")])
def test_days_may_be_counted_from_1904(style: int, shown: str) -> None:
    cells = sheets.number(0, 0, 45964 - 1462, style)
    assert text_of(sheets.workbook([sheets.Sheet("Sheet1", cells)], FORMATS, from_1904=True)) == (shown,)


def test_hidden_sheets_and_charts_are_not_shown() -> None:
    made = sheets.workbook([
        sheets.Sheet("แผน", sheets.number(0, 0, 1)),
        sheets.Sheet("ซ่อน", sheets.number(0, 0, 2), state=1),
        sheets.Sheet("ลับ", sheets.number(0, 0, 3), state=2),
        sheets.Sheet("กราฟ", b"", kind=2),
        sheets.Sheet("ผล", sheets.number(0, 0, 2569, 1)),
    ], (0, 3))  # fmt: skip
    assert text_of(made) == ("แผน\n1", "ผล\n2,569")


def test_a_workbook_that_needs_a_password_behind_a_mark_against_writing() -> None:
    locks = sheets.record(0x86) + sheets.record(0x2F, b"\0\0\x12\x34\x56\x78")
    assert read(sheets.workbook([sheets.Sheet("A", b"")], first=locks)).state is DocumentState.ENCRYPTED


def test_a_long_sheet_is_cut_and_says_so() -> None:
    found = read(oldfiles.xls([["เรื่องที่ยาว" * 9]]), DocumentLimits(text_chars=50))
    assert (found.truncated, len(found.text[0])) == (True, 50)


def test_words_of_excel_95_stand_in_the_code_page_that_the_workbook_names() -> None:
    made = sheets.workbook_of_excel_95("แผน".encode("cp874"), "โครงการ".encode("cp874"), 2569, page=874)
    assert text_of(made) == ("แผน\nโครงการ\t2,569",)


def test_a_workbook_of_binary_parts_is_read_as_another() -> None:
    found = read_document(
        "xlsx", sheets.binary_workbook({"แผน": False, "ซ่อน": True}, [["ก", "ข"], [1.5, "ค"]]), LIMITS
    )
    assert (found.state, found.pages, found.text) == (DocumentState.OK, 1, ("แผน\nก\tข\n1.5\tค",))


def test_rule_14_a_workbook_of_binary_parts_is_unpacked_within_the_limits() -> None:
    bomb = sheets.binary_workbook({"แผน": False}, [["ก"]], sharedStrings=bytes(20_000_000))
    assert read_document("xlsx", bomb, LIMITS).state is DocumentState.LIMITED


# --- changed files, in a child ------------------------------------------------------------------------------

TABLE = [*line("คู่มือ"), *row("ลำดับ", "ขั้นตอน"), *line("ท้าย", setting=in_list(1))]


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        pytest.param("doc", word_file({0: TABLE, 2: line("หัว")}, lists=[[Level("\0.")]]), id="doc"),
        pytest.param("doc", (SAMPLES / "testWORD_embedded_rtf.doc").read_bytes(), id="doc-of-word"),
        pytest.param("xls", oldfiles.xls([["แผน", "ปี"]] * 9), id="xls"),
        pytest.param(
            "xls", sheets.workbook([sheets.Sheet("A", sheets.number(1, 1, 1, 1))], (0, 3)), id="xls-numbers"
        ),
        pytest.param("xls", (SAMPLES / "testEXCEL_extra_metadata.xls").read_bytes(), id="xls-of-excel"),
    ],
)
async def test_rule_13_an_old_file_cut_or_changed_anywhere_ends_in_a_state(kind: str, body: bytes) -> None:
    chance = random.Random(13)
    ended = set()
    async with Worker(LIMITS) as worker:
        for _ in range(60):
            bad = bytearray(body[: chance.randrange(len(body))] if chance.random() < 0.3 else body)
            for _ in range(chance.randrange(4)):
                if bad:
                    bad[chance.randrange(len(bad))] ^= 1 << chance.randrange(8)
            ended.add((await worker.read(kind, bytes(bad))).state)
        whole = await worker.read(kind, body)
    assert whole.state is DocumentState.OK
    assert DocumentState.DAMAGED in ended
    assert DocumentState.UNSUPPORTED not in ended


async def test_rule_13_a_sheet_that_spans_more_cells_than_there_is_memory_costs_itself_alone() -> None:
    ends = sheets.number(0, 0, 1) + sheets.number(sheets.FAR_ROW, sheets.FAR_COLUMN, 1)
    async with Worker(LIMITS) as worker:
        found = await worker.read("xls", sheets.workbook([sheets.Sheet("A", ends)] * 3))
        assert found.state is DocumentState.LIMITED
        assert (await worker.read("xls", oldfiles.xls([["แผน"]]))).text == ("แผน",)
