"""The register's file: headings in two languages, encodings, Thai days, every mistake with its place."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from auditor.register import EntryStatus, RegisterEntry
from auditor.register.table import MOST_BYTES
from auditor.thai.text import fold
from tests.register.tables import THAI, csv_file, mistakes, read, words, workbook

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ROW = (
    "แผนปฏิบัติราชการ 2567,กลุ่มงานบริหาร,นางวิไล งามตา,นายปิติ ชูใจ,https://x.go.th/plan.pdf,1 ต.ค. 2566,30/9/2567,"
    "๒๕ ธันวาคม ๒๕๖๖,30 กันยายน 2567,อนุมัติ"
)
ENTRY = RegisterEntry(
    row=2,
    subject="แผนปฏิบัติราชการ 2567",
    status=EntryStatus.APPROVED,
    owner="กลุ่มงานบริหาร",
    approver="นางวิไล งามตา",
    webmaster="นายปิติ ชูใจ",
    link="https://x.go.th/plan.pdf",
    period_from=date(2023, 10, 1),
    period_to=date(2024, 9, 30),
    published=date(2023, 12, 25),
    expires=date(2024, 9, 30),
)
TEXT = f"{THAI}\n{ROW}\n"
NOTED = TEXT.replace("ผู้อนุมัติ,", '"ผู้อนุมัติ\n(ลงนาม)",', 1)
ENGLISH = "Status,Published,Subject,Owner,Approver,Web master,Link,Period from,Period to,Expires"
ENGLISH_ROW = (
    "approved,2023-12-25,แผนปฏิบัติราชการ 2567,กลุ่มงานบริหาร,นางวิไล งามตา,นายปิติ ชูใจ,x.go.th/plan.pdf,2023-10-01,"
    "2024-09-30,2024-09-30"
)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(TEXT.encode(), id="utf-8"),
        pytest.param(TEXT.encode("utf-8-sig"), id="utf-8 with mark"),
        pytest.param(TEXT.encode("cp874"), id="windows-874"),
        pytest.param(TEXT.replace(",", "\t").encode("utf-16"), id="utf-16 with mark, tabs"),
        pytest.param(TEXT.replace(",", ";").encode(), id="semicolons"),
        pytest.param(TEXT.replace(",", "\t").encode("cp874"), id="tabs"),
        pytest.param(TEXT.replace("\n", "\r\n").encode(), id="lines of Windows"),
        pytest.param(f"{ENGLISH}\n{ENGLISH_ROW}".encode(), id="English headings in another order"),
        pytest.param(NOTED.encode(), id="a note in a heading"),
    ],
)
def test_a_register_reads_the_same_however_it_was_saved(tmp_path: Path, content: bytes) -> None:
    register = read(csv_file(tmp_path, content))
    assert (register.file, register.entries, register.unread) == ("register.csv", (ENTRY,), ())


def test_a_workbook_reads_as_its_text_does(tmp_path: Path) -> None:
    days = (datetime(2023, 10, 1), date(2024, 9, 30), datetime(2023, 12, 25, 9, 30), date(2024, 9, 30))  # noqa: DTZ001  (Excel knows no zones)
    cells = ROW.split(",")
    register = read(workbook(tmp_path, tuple(THAI.split(",")), (*cells[:5], *days, cells[9])))
    assert register.entries == (ENTRY,)


def test_a_day_that_excel_took_for_one_of_the_far_future_is_of_the_buddhist_era(tmp_path: Path) -> None:
    register = read(workbook(tmp_path, ("เรื่อง", "สถานะ", "วันที่เผยแพร่"), ("ก", "อนุมัติ", date(2566, 12, 25))))
    assert register.entries[0].published == date(2023, 12, 25)


def test_titles_above_the_headings_remarks_and_empty_rows_are_passed_over(tmp_path: Path) -> None:
    text = "ทะเบียนคำขอเผยแพร่ ปีงบประมาณ 2567,,\n\nเรื่อง,สถานะ\n# คำอธิบาย,อนุมัติ ไม่อนุมัติ รอพิจารณา\n,\nแผน,อนุมัติ\n"
    assert [entry.row for entry in read(csv_file(tmp_path, text)).entries] == [6]


def test_columns_of_the_agencys_own_are_told_and_not_read(tmp_path: Path) -> None:
    register = read(csv_file(tmp_path, "ที่,เรื่อง,สถานะ,หมายเหตุ\n1,แผน,อนุมัติ,ด่วน\n"))
    assert register.unread == ("ที่", "หมายเหตุ")


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("อนุมัติ", EntryStatus.APPROVED),
        ("อนุมัติแล้ว", EntryStatus.APPROVED),
        ("Approved", EntryStatus.APPROVED),
        ("ไม่อนุมัติ", EntryStatus.REFUSED),
        ("ไม่ อนุมัติ", EntryStatus.REFUSED),
        ("rejected", EntryStatus.REFUSED),
        ("รอพิจารณา", EntryStatus.PENDING),
        ("", EntryStatus.PENDING),
        ("-", EntryStatus.PENDING),
    ],
)
def test_a_state_is_told_by_any_of_its_words(tmp_path: Path, word: str, status: EntryStatus) -> None:
    assert read(csv_file(tmp_path, f"เรื่อง,สถานะ\nแผน,{word}\n")).entries[0].status is status


@pytest.mark.parametrize("nothing", ["", "-", "ไม่มี", "ไม่มีกำหนด", "n/a", "....."])
def test_a_cell_may_say_that_there_is_nothing(tmp_path: Path, nothing: str) -> None:
    entry = read(csv_file(tmp_path, f"เรื่อง,สถานะ,ลิงก์,วันสิ้นสุดการเผยแพร่\nแผน,อนุมัติ,{nothing},{nothing}\n")).entries[0]
    assert (entry.link, entry.expires) == (None, None)


@pytest.mark.parametrize(
    ("said", "start", "end"),
    [
        pytest.param("1 ต.ค. 2566 - 30 ก.ย. 2567", date(2023, 10, 1), date(2024, 9, 30), id="range"),
        pytest.param("ปีงบประมาณ พ.ศ. 2567", date(2023, 10, 1), date(2024, 9, 30), id="fiscal year"),
        pytest.param("ธันวาคม 2566", date(2023, 12, 1), date(2023, 12, 31), id="month"),
        pytest.param("ไตรมาส 1/2567", date(2023, 10, 1), date(2023, 12, 31), id="quarter"),
    ],
)
def test_a_period_may_stand_in_one_cell(tmp_path: Path, said: str, start: date, end: date) -> None:
    entry = read(csv_file(tmp_path, f"เรื่อง,สถานะ,ช่วงวันที่ของข้อมูล\nแผน,อนุมัติ,{said}\n")).entries[0]
    assert (entry.period_from, entry.period_to) == (start, end)


WRONG = [
    pytest.param("แผน,อนุมัต,,", 'row 2, column B "สถานะ": "อนุมัต" is no state', "อนุมัติ", id="state"),
    pytest.param("แผน,อนุมัติ,ftp://x.go.th,", 'column C "ลิงก์"', "http", id="no web address"),
    pytest.param("แผน,อนุมัติ,/plan.pdf,", 'column C "ลิงก์"', "whole address", id="half an address"),
    pytest.param("แผน,อนุมัติ,https://x.go.th https://y.go.th,", "not one address", "one address", id="two addresses"),
    pytest.param("แผน,อนุมัติ,,31 เมษายน 2567", 'column D "วันที่เผยแพร่"', "25/12/2566", id="no such day"),
    pytest.param("แผน,อนุมัติ,,10 ม.ค. 23", "may mean several years", "25/12/2566", id="a year of two eras"),
    pytest.param("แผน,อนุมัติ,,ธันวาคม 2566", "no single day", "25/12/2566", id="a month"),
    pytest.param("แผน,อนุมัติ,,1/1/2567 หรือ 5/2/2567", "more than one date", "25/12/2566", id="two days"),
    pytest.param(",อนุมัติ,,", 'column A "เรื่อง": is empty', "whole row", id="no subject"),
    pytest.param(f"{'ก' * 3000},อนุมัติ,,", "more than 2,000 letters", "shorten", id="too long"),
]


@pytest.mark.parametrize(("row", "place", "mend"), WRONG)
def test_a_mistake_is_told_with_its_place_and_how_to_mend_it(tmp_path: Path, row: str, place: str, mend: str) -> None:
    [told] = mistakes(csv_file(tmp_path, f"เรื่อง,สถานะ,ลิงก์,วันที่เผยแพร่\n{row}\n"))
    assert place in told
    assert mend in told


def test_every_mistake_is_told_at_once(tmp_path: Path) -> None:
    rows = "\n".join(mistake.values[0] for mistake in WRONG)  # type: ignore[misc]  # a parameter set holds objects
    told = mistakes(csv_file(tmp_path, f"เรื่อง,สถานะ,ลิงก์,วันที่เผยแพร่\n{rows}\n"))
    assert [line.partition(",")[0] for line in told] == [f"row {number}" for number in range(2, 2 + len(WRONG))]


def test_mistakes_without_end_are_counted(tmp_path: Path) -> None:
    told = mistakes(csv_file(tmp_path, "เรื่อง,สถานะ\n" + "แผน,อะไรก็ได้\n" * 250))
    assert (len(told), told[-1]) == (101, "and 150 further mistakes")


@pytest.mark.parametrize(
    ("row", "place"),
    [
        pytest.param("30/9/2567,1/10/2566,,", "period", id="period"),
        pytest.param(",,1/2/2567,1/1/2567", "day of publication", id="expiry"),
    ],
)
def test_days_must_come_in_their_order(tmp_path: Path, row: str, place: str) -> None:
    head = "เรื่อง,สถานะ,ข้อมูลตั้งแต่,ข้อมูลถึง,วันที่เผยแพร่,ครบกำหนด"
    [told] = mistakes(csv_file(tmp_path, f"{head}\nแผน,อนุมัติ,{row}\n"))
    assert place in told


@pytest.mark.parametrize(
    ("head", "place"),
    [
        pytest.param("เรื่อง,ลิงก์", "no column for the status", id="no status"),
        pytest.param("เรื่อง,สถานะ,สถานะ", "column B as well", id="one heading twice"),
        pytest.param("เรื่อง,สถานะ,วันสิ้นสุดการเผยแผร่", "expires", id="misspelt"),
        pytest.param("ชื่อ,ที่อยู่", "no row with the headings", id="no register at all"),
    ],
)
def test_headings_must_be_those_of_a_register(tmp_path: Path, head: str, place: str) -> None:
    [told] = mistakes(csv_file(tmp_path, f"{head}\nแผน,,\n"))
    assert place in told
    assert "auditor register template" in told or "leave one" in told


def zip_of(**members: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return made.getvalue()


FILES: tuple[tuple[str, Callable[[], bytes], str], ...] = (
    ("empty", lambda: b"", "no row with the headings"),
    ("an old workbook", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, ".xlsx"),
    ("bytes of no text", lambda: b"\xe0\xb8\xff\xfe\xdb" * 9, "windows-874"),
    ("an open quotation", 'เรื่อง,สถานะ\n"แผน,อนุมัติ\n'.encode, "row 2"),
    ("too large", lambda: b"a" * (MOST_BYTES + 1), "larger than"),
    ("too many rows", lambda: "เรื่อง,สถานะ\n".encode() + "ก,อนุมัติ\n".encode() * 20_000, "20,000 rows"),
    ("another archive", lambda: zip_of(a=b"x"), "no Excel workbook"),
    ("a torn archive", lambda: zip_of(a=b"x")[:-9], "damaged"),
    ("a bomb", lambda: zip_of(**{f"xl/{n}.xml": b"\0" * 30_000_000 for n in range(4)}), "unpacks"),
    ("entities", lambda: zip_of(a=b'<!DOCTYPE x [<!ENTITY a "a">]><x/>'), "DOCTYPE"),
)  # fmt: skip


@pytest.mark.parametrize(("content", "place"), [pytest.param(make, told, id=name) for name, make, told in FILES])
def test_what_is_no_register_is_refused_in_one_line(tmp_path: Path, content: Callable[[], bytes], place: str) -> None:
    """RELIABILITY_RULES 14 and 24."""
    [told] = mistakes(csv_file(tmp_path, content()))
    assert place in told


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    [told] = mistakes(tmp_path / "absent.csv")
    assert "cannot be read" in told


@pytest.mark.parametrize("formula", ['=HYPERLINK("https://x.go.th/a","เปิด")', "=1+1"])
def test_a_formula_is_never_evaluated(tmp_path: Path, formula: str) -> None:
    [told] = mistakes(workbook(tmp_path, ("เรื่อง", "สถานะ", "ลิงก์"), ("แผน", "อนุมัติ", formula)))
    assert "formula" in told
    assert 'row 2, column C "ลิงก์"' in told


def test_a_formula_in_a_column_of_the_agencys_own_matters_to_nobody(tmp_path: Path) -> None:
    book = workbook(tmp_path, ("ที่", "เรื่อง", "สถานะ"), ("=ROW()-1", "แผน", "อนุมัติ"))
    assert len(read(book).entries) == 1


@pytest.mark.parametrize("cell", [2567, 2567.5, True, "=", "#N/A", datetime(2568, 2, 28)])  # noqa: DTZ001
def test_a_cell_of_any_kind_is_read_or_told(tmp_path: Path, cell: Any) -> None:
    path = workbook(tmp_path, ("เรื่อง", "สถานะ", "วันที่เผยแพร่"), ("แผน", "อนุมัติ", cell))
    told = mistakes(path)
    assert "column C" in told[0] if told else read(path).entries[0].published in {None, date(2025, 2, 28)}


def test_of_two_names_for_one_thing_the_surer_one_counts(tmp_path: Path) -> None:
    register = read(csv_file(tmp_path, "รายการ,เรื่อง,สถานะ\nชุดที่ 1,แผน,อนุมัติ\n"))
    assert (register.entries[0].subject, register.unread) == ("แผน", ("รายการ",))


@pytest.mark.parametrize(
    ("head", "start", "end"),
    [
        ("ตั้งแต่วันที่,ถึงวันที่", "1/10/2566", "30/9/2567"),
        ("ช่วงวันที่ (จาก),ช่วงวันที่ (ถึง)", "1/10/2566", "30/9/2567"),
        ("วันที่เริ่มต้น,วันที่สิ้นสุด", "ต.ค. 2566", "ก.ย. 2567"),
        ("Period (from),Period (to)", "2023-10-01", "2024-09-30"),
        ("period_from,period_to", "1 Oct 2023", "30 Sep 2024"),
    ],
)
def test_a_column_goes_by_many_names(tmp_path: Path, head: str, start: str, end: str) -> None:
    text = f"หัวเรื่อง,ผลการพิจารณา,ลิ้งค์,{head}\nแผน,ผ่าน,x.go.th/a,{start},{end}\n"
    register = read(csv_file(tmp_path, text))
    [entry] = register.entries
    assert (entry.period_from, entry.period_to) == (date(2023, 10, 1), date(2024, 9, 30))
    assert (entry.link, register.unread) == ("https://x.go.th/a", ())


def test_no_word_of_the_vocabulary_means_two_things() -> None:
    for table in ("register-columns", "register-states"):
        folded = [fold(name) for _, names in words().table(table) for name in names]
        assert [name for name, count in Counter(folded).items() if count > 1] == []
