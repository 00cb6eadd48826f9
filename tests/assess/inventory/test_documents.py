"""Documents in lists, tables, cards and posts: each field where a reader sees it, in many styles of markup."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from auditor.items import Item, ItemField, ItemKind
from tests.assess.inventory.sighting import by_path, document, external, items_of, page

if TYPE_CHECKING:
    from auditor.facts import Resource

PLAN = "แผนปฏิบัติราชการ ประจำปีงบประมาณ พ.ศ. 2567"
LINK = f'<a href="/f/plan.pdf">{PLAN}</a>'
FISCAL = (date(2023, 10, 1), date(2024, 9, 30))
FULL = ("กลุ่มงานยุทธศาสตร์", FISCAL, date(2023, 11, 14), "pdf", 35_543)


def told(item: Item) -> tuple[object, ...]:
    """The five fields as plain values; what is not shown is None."""
    published = item.published.day if item.published and item.published.shown else None
    period = (item.period.start, item.period.end) if item.period else None
    source = item.source.value if item.source else None
    return source, period, published, item.file_type.shown, item.file_size.shown_bytes


def plan(body: str, *more: Resource, title: str = "รายการ") -> Item:
    """The plan of a page with this body."""
    return by_path(items_of(page("/list", body, title=title), document("/f/plan.pdf"), *more))["/f/plan.pdf"]


STYLES = {
    "table with heads": (
        "<h1>แผนงาน</h1><table><thead><tr><th>ชื่อเอกสาร</th><th>วันที่เผยแพร่</th><th>หน่วยงานเจ้าของข้อมูล</th>"
        "<th>ประเภทไฟล์</th><th>ขนาดไฟล์</th></tr></thead><tr>"
        f"<td>{LINK}</td><td>14 พ.ย. 2566</td><td>กลุ่มงานยุทธศาสตร์</td><td>PDF</td><td>34.71 KB</td></tr></table>"
    ),
    "table, the link in a column of its own": (
        "<table><tr><th>ลำดับ</th><th>รายการ</th><th>วันที่</th><th>ผู้เผยแพร่</th><th>ขนาด (KB)</th><th>ไฟล์</th></tr>"
        f"<tr><td>1</td><td>{PLAN}</td><td>14/11/2566</td><td>กลุ่มงานยุทธศาสตร์</td><td>34.71</td>"
        '<td><a href="/f/plan.pdf"><img src="/i.png" alt="PDF"></a></td></tr></table>'
    ),
    "table whose first row is no head by markup": (
        "<table><tr><td>เอกสาร</td><td>วันที่ลง</td><td>เจ้าของข้อมูล</td><td>ประเภทไฟล์</td><td>ขนาดไฟล์</td></tr>"
        f"<tr><td>{LINK}</td><td>14 พ.ย. 66</td><td>กลุ่มงานยุทธศาสตร์</td><td>pdf</td><td>34.71 KB</td></tr></table>"
    ),
    "line with everything": (
        f"<ul><li>{LINK} (PDF, 34.71 KB) เผยแพร่เมื่อ 14 พฤศจิกายน 2566 โดย : กลุ่มงานยุทธศาสตร์</li></ul>"
    ),
    "card with lines below": (
        f"<div class='card'><h3>{LINK}</h3><p>ประเภทไฟล์ : PDF</p><p>ขนาดไฟล์ : 34.71 KB</p>"
        "<p>วันที่เผยแพร่ : 14 พฤศจิกายน 2566</p><p>ที่มา : กลุ่มงานยุทธศาสตร์</p></div>"
    ),
    "title, then a button": (
        f"<h4>{PLAN}</h4><p>14 พฤศจิกายน 2566 | กลุ่มงานยุทธศาสตร์</p><p>PDF 34.71 KB</p>"
        '<p><a href="/f/plan.pdf">ดาวน์โหลด</a></p>'
    ),
    "terms and values": (
        f"<h3>{LINK}</h3><dl><dt>วันที่เผยแพร่</dt><dd>14 พ.ย. 2566</dd><dt>เจ้าของข้อมูล</dt><dd>กลุ่มงานยุทธศาสตร์</dd>"
        "<dt>ประเภทไฟล์</dt><dd>PDF</dd><dt>ขนาดไฟล์</dt><dd>34.71 KB</dd></dl>"
    ),
    "all in the link": (
        '<p><a href="/f/plan.pdf"><b>'
        + PLAN
        + "</b> <span>(PDF 34.71 KB)</span> <span>เผยแพร่เมื่อ 14 พ.ย. 2566</span></a>"
        "<br>ที่มา: กลุ่มงานยุทธศาสตร์</p>"
    ),
}


@pytest.mark.parametrize("style", STYLES)
def test_fields_are_read_where_a_reader_sees_them(style: str) -> None:
    item = plan(STYLES[style])
    assert told(item) == FULL
    assert item.title == PLAN
    assert item.missing == ()


def test_what_is_known_beside_the_fields() -> None:
    item = plan(STYLES["card with lines below"])
    assert (item.kind, item.file_type.actual, item.file_size.actual_bytes) == (ItemKind.DOCUMENT, "pdf", 35_538)
    assert (item.age_days, item.category, item.topics) == (214, "1.1", ("action-plan",))
    assert item.listed_on == ("https://www.sso-test.go.th/list",)
    assert item.published is not None
    assert item.published.quote == "วันที่เผยแพร่ : 14 พฤศจิกายน 2566"


def test_two_links_of_one_line_have_their_own_words() -> None:
    body = (
        '<p><a href="/f/a.pdf">รายงานประจำปี 2566</a> (PDF 1.5 MB) ลงเมื่อ 5 ม.ค. 2567 '
        '<a href="/f/b.docx">แบบคำขอทั่วไป</a> (DOCX 20 KB) ลงเมื่อ 9 ก.พ. 2567</p>'
    )
    found = by_path(items_of(page("/list", body), document("/f/a.pdf"), document("/f/b.docx", kind="docx")))
    first, second = found["/f/a.pdf"], found["/f/b.docx"]
    assert told(first)[2:] == (date(2024, 1, 5), "pdf", 1_572_864)
    assert told(second)[2:] == (date(2024, 2, 9), "docx", 20_480)


def test_a_row_with_two_files_gives_two_items_with_the_rows_date() -> None:
    body = (
        "<table><tr><th>เรื่อง</th><th>วันที่ประกาศ</th><th>ไฟล์</th></tr><tr><td>ประกวดราคาซื้อเครื่องเอกซเรย์</td>"
        '<td>4 มิ.ย. 2567</td><td><a href="/f/a.pdf">ประกาศ</a> <a href="/f/b.zip">เอกสารแนบท้าย</a></td></tr></table>'
    )
    found = by_path(items_of(page("/list", body), document("/f/a.pdf"), document("/f/b.zip", kind="zip")))
    assert {path: told(item)[2] for path, item in found.items()} == {
        "/f/a.pdf": date(2024, 6, 4),
        "/f/b.zip": date(2024, 6, 4),
    }


def test_one_item_for_a_file_that_two_pages_list() -> None:
    pages = (page("/list", f"<p>{LINK}</p>"), page("/ita", f"<p>{LINK} ขนาดไฟล์ 34.71 KB</p>"))
    found = items_of(*pages, document("/f/plan.pdf"))
    assert [len(item.listed_on) for item in found] == [2]
    assert found[0].file_size.shown_bytes == 35_543


@pytest.mark.parametrize("first", ["the lists", "the card"])
def test_what_a_files_own_page_shows_counts_however_many_pages_list_the_file(first: str) -> None:
    lists = [page(f"/list{number}", f"<h1>รายการ</h1><p>ข้อ {number} {LINK}</p>") for number in range(6)]
    card = page(
        "/card",
        f'<h1>{PLAN}</h1><p><a href="/f/plan.pdf">ดาวน์โหลด</a></p><h2>รายละเอียดของไฟล์</h2><p>ชนิดไฟล์ PDF</p>'
        "<p>ขนาดไฟล์ 34.71 KB</p>",
        title=PLAN,
    )
    pages = (card, *lists) if first == "the card" else (*lists, card)
    item = by_path(items_of(*pages, document("/f/plan.pdf")))["/f/plan.pdf"]
    assert (item.file_type.shown, item.file_size.shown_bytes) == ("pdf", 35_543)


def test_the_same_bytes_under_two_addresses_are_two_items() -> None:
    body = '<p><a href="/f/a.pdf">แผน ก</a></p><p><a href="/f/b.pdf">แผน ข</a></p>'
    assert len(items_of(page("/list", body), document("/f/a.pdf"), document("/f/b.pdf"))) == 2


@pytest.mark.parametrize(
    "body",
    [
        pytest.param('<iframe src="/f/plan.pdf"></iframe>', id="iframe"),
        pytest.param('<object data="/f/plan.pdf" type="application/pdf"></object>', id="object"),
        pytest.param('<iframe src="/pdfjs/web/viewer.html?file=/f/plan.pdf"></iframe>', id="pdf.js"),
        pytest.param(
            '<iframe src="https://docs.google.com/gview?url=https://www.sso-test.go.th/f/plan.pdf"></iframe>',
            id="Google's viewer",
        ),
    ],
)
def test_an_embedded_file_is_an_item_named_by_its_heading(body: str) -> None:
    item = plan(f"<h2>{PLAN}</h2>{body}<p>ท้ายหน้า</p>")
    assert (item.title, item.file_type.actual) == (PLAN, "pdf")


def test_a_file_on_a_shared_drive_is_one_item_however_it_is_opened() -> None:
    number = "1AbCdEfGhIjKlMnOp"
    view, preview = (f"https://drive.google.com/file/d/{number}/{way}" for way in ("view", "preview"))
    body = f'<h2>{PLAN}</h2><p><a href="{view}">เปิดไฟล์ใน Drive</a></p><iframe src="{preview}"></iframe>'
    found = items_of(page("/list", body), external(view), external(preview))
    assert [(item.title, item.kind) for item in found] == [(PLAN, ItemKind.DOCUMENT)]


@pytest.mark.parametrize(
    ("address", "folder"),
    [
        ("https://drive.google.com/drive/folders/1y67m1AbCdEf?usp=sharing", True),
        ("https://drive.google.com/drive/u/0/folders/1y67m1AbCdEf", True),
        ("https://drive.google.com/file/d/1y67m1AbCdEf/view", False),
        ("https://docs.google.com/document/d/1y67m1AbCdEf/edit", False),
        ("/folders/plan2567/a.pdf", False),
    ],
)
def test_of_a_folder_neither_type_nor_size_is_asked(address: str, *, folder: bool) -> None:
    body = f'<h1>แผน</h1><p><a href="{address}">{PLAN}</a></p>'
    others = (document(address),) if address.startswith("/") else (external(address),)
    (item,) = items_of(page("/list", body), *others)
    files = {ItemField.FILE_TYPE, ItemField.FILE_SIZE}
    assert (item.is_folder, files.isdisjoint(item.missing)) == (folder, folder)
    assert {field for field in ItemField if not item.is_asked(field)} == (files if folder else set())


@pytest.mark.parametrize(
    ("body", "field"),
    [
        pytest.param(f"<p>{LINK} ลงวันที่ 14 พ.ย. 2566</p>", "published", id="the date of a letter"),
        pytest.param(f"<p>{LINK} อ่าน 532 ครั้ง</p>", "file_size", id="a count of readings"),
        pytest.param(f"<p>{LINK} ไฟล์แนบ</p>", "file_type", id="attached file names no type"),
        pytest.param(f'<p><img src="/pdf.png">{LINK}</p>', "file_type", id="an icon without alt"),
        pytest.param(f"<p>{LINK} เขียนโดย Super User</p>", "source", id="Super User"),
        pytest.param(f"<p>{LINK} โดย : admin</p>", "source", id="admin"),
        pytest.param(f"<p>{LINK} ผู้เผยแพร่ : ผู้ดูแลระบบ</p>", "source", id="ผู้ดูแลระบบ"),
        pytest.param(f"<p>{LINK} ขอบคุณภาพจาก : งานโสต</p>", "source", id="who took a picture"),
        pytest.param(f"<p>{LINK} รับสมัครถึงวันที่ 30 มิ.ย. 2567</p>", "published", id="a deadline"),
    ],
)
def test_look_alikes_are_no_fields(body: str, field: str) -> None:
    assert ItemField(field) in plan(body).missing


@pytest.mark.parametrize(
    ("label", "around", "expected"),
    [
        pytest.param("สขร.1 เดือนพฤษภาคม 2567", "", (date(2024, 5, 1), date(2024, 5, 31)), id="month in the title"),
        pytest.param("คำสั่งแต่งตั้ง", "ข้อมูล ณ วันที่ 31 มี.ค. 2567", (date(2024, 3, 31),) * 2, id="as of a day"),
        pytest.param("สถิติ", "ช่วงข้อมูล : 1 - 31 พ.ค. 2567", (date(2024, 5, 1), date(2024, 5, 31)), id="a range"),
        pytest.param("แผนยุทธศาสตร์ พ.ศ. 2566 - 2570", "", (date(2023, 1, 1), date(2027, 12, 31)), id="several years"),
        pytest.param("รายงานผล ไตรมาสที่ 2/2567", "", (date(2024, 1, 1), date(2024, 3, 31)), id="a quarter"),
        pytest.param("พระราชบัญญัติโรคติดต่อ พ.ศ. 2558", "", None, id="a law's year"),
        pytest.param("ภาพวันงดสูบบุหรี่โลก 31 พฤษภาคม 2567", "", None, id="the day of an event"),
        pytest.param("ประกาศรับสมัคร 10 - 28 มิถุนายน 2567", "", None, id="when one may apply"),
        pytest.param("คู่มือ", "วันที่เผยแพร่ : 5 ม.ค. 2567", None, id="the day of publication"),
    ],
)
def test_the_period_is_what_the_data_covers(label: str, around: str, expected: tuple[date, date] | None) -> None:
    body = f'<ul><li><a href="/f/plan.pdf">{label}</a> {around}</li></ul>'
    assert told(plan(body))[1] == expected


def test_a_part_of_a_year_takes_the_year_from_its_column_or_heading() -> None:
    row = (
        "<table><tr><th>รายการ</th><th>ปีงบประมาณ</th></tr>"
        '<tr><td><a href="/f/plan.pdf">ผลการดำเนินงาน รอบ 6 เดือน</a></td><td>2567</td></tr></table>'
    )
    under = '<h3>ปีงบประมาณ 2567</h3><ul><li><a href="/f/plan.pdf">รายงานผล ไตรมาสที่ 1</a></li></ul>'
    assert told(plan(row))[1] == (date(2023, 10, 1), date(2024, 3, 31))
    assert told(plan(under))[1] == (date(2023, 10, 1), date(2023, 12, 31))


def test_the_heading_of_a_group_tells_the_year() -> None:
    body = '<h2>MOPH ITA 2567</h2><h3>MOIT 1</h3><ul><li><a href="/f/plan.pdf">1.2 คำสั่งแต่งตั้งคณะทำงาน</a></li></ul>'
    assert told(plan(body))[1] == FISCAL


def test_a_document_tells_its_year_in_its_own_title() -> None:
    paper = document("/f/plan.pdf", "แผนปฏิบัติราชการ", "ประจำปีงบประมาณ พ.ศ. 2567")
    body = '<p><a href="/f/plan.pdf">แผนปฏิบัติราชการ</a></p>'
    item = by_path(items_of(page("/list", body), paper))["/f/plan.pdf"]
    assert told(item)[1] == FISCAL


PARTICULARS = (
    "<h1>แผนปฏิบัติราชการ</h1><ul><li>ชนิดไฟล์<b>PDF</b></li><li>ขนาดไฟล์<b>34.71 KB</b></li>"
    "<li>เจ้าของข้อมูล<b>กลุ่มงานยุทธศาสตร์</b></li></ul>"
)


def test_what_the_page_of_a_single_file_says_of_it_counts_for_the_file() -> None:
    one = plan(PARTICULARS + '<p>คำชี้แจง</p><div><a href="/f/plan.pdf">ดาวน์โหลด</a></div>')
    assert (one.file_type.shown, one.file_size.shown_bytes) == ("pdf", 35_543)


def test_what_a_page_says_of_one_of_its_files_does_not_count_for_the_others() -> None:
    body = f'{PARTICULARS}<p>คำชี้แจง</p><p>เอกสาร</p><p>{LINK}</p><p><a href="/f/other.pdf">คำสั่ง</a></p>'
    one = plan(body, document("/f/other.pdf"))
    assert (one.file_type.shown, one.file_size.shown_bytes) == (None, None)


def test_what_a_post_shows_counts_for_its_attachment() -> None:
    body = (
        "<h1>ประกาศผลการคัดเลือก</h1><p>เผยแพร่เมื่อ 4 มิถุนายน 2567</p><p>ดังรายชื่อแนบท้ายประกาศนี้ ขอให้ผู้มีรายชื่อมารายงานตัว</p>"
        '<p><a href="/f/plan.pdf">เอกสารประกอบ</a></p><p>ที่มา : งานการเจ้าหน้าที่</p>'
    )
    assert told(plan(body))[:3] == ("งานการเจ้าหน้าที่", None, date(2024, 6, 4))


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            '<p><a href="/f/photo.jpg"><img src="/t.jpg" alt="ภาพกิจกรรม"></a></p>', id="a picture of an album"
        ),
        pytest.param('<p><a href="https://ratchakitcha.soc.go.th/a.pdf">พระราชบัญญัติ</a></p>', id="the gazette"),
        pytest.param(
            '<p><a href="https://docs.google.com/forms/d/e/1FAIpQLSe/viewform">แบบประเมิน</a></p>', id="a form"
        ),
        pytest.param('<p><a href="https://photos.app.goo.gl/abcdef">ภาพทั้งหมด</a></p>', id="an album elsewhere"),
        pytest.param('<p><a href="/f/gone.pdf" style="display:none">แผนเก่า</a></p>', id="a hidden link"),
        pytest.param('<p><a href="tel:021234567">02-123-4567</a></p>', id="a telephone"),
    ],
)
def test_what_is_no_item(body: str) -> None:
    assert items_of(page("/list", f"<h1>รวมลิงก์</h1>{body}")) == ()


def test_a_photographed_order_is_an_item() -> None:
    body = '<ul><li><a href="/f/order.jpg">คำสั่งแต่งตั้งผู้ดูแลเว็บไซต์</a></li></ul>'
    found = items_of(page("/list", body), document("/f/order.jpg", kind="jpg"))
    assert [(item.title, item.file_type.actual) for item in found] == [("คำสั่งแต่งตั้งผู้ดูแลเว็บไซต์", "jpg")]


def test_several_links_in_one_cell_keep_what_stands_beside_each() -> None:
    body = (
        "<table><tr><th>เรื่อง</th><th>ไฟล์</th></tr><tr><td>แผนปฏิบัติราชการ</td>"
        '<td><a href="/f/plan.pdf">ฉบับเต็ม</a> (PDF, 120 KB) <a href="/f/plan.docx">ฉบับแก้ไข</a> (DOCX, 80 KB)</td>'
        "</tr></table>"
    )
    found = items_of(page("/list", body))
    told_of = [(item.file_type.shown, item.file_size.shown_bytes) for item in found]
    assert told_of == [("pdf", 120 * 1024), ("docx", 80 * 1024)]


def test_the_column_of_titles_names_an_item_whose_link_names_nothing() -> None:
    body = (
        "<table><tr><th>เรื่อง</th><th>หน่วยงาน</th><th>ไฟล์</th></tr><tr><td>แผนปฏิบัติการ</td>"
        '<td>กลุ่มงานบริหารทั่วไปและยุทธศาสตร์สาธารณสุข</td><td><a href="/f/plan.pdf">ดาวน์โหลด</a></td></tr></table>'
    )
    assert plan(body).title == "แผนปฏิบัติการ"


def test_a_file_that_was_not_read_is_known_by_how_a_system_gives_files_out() -> None:
    body = '<ul><li><a href="/LinkClick.aspx?fileticket=abc&amp;tabid=6">คู่มือประชาชน</a></li></ul>'
    assert [(item.title, item.kind) for item in items_of(page("/list", body))] == [("คู่มือประชาชน", ItemKind.DOCUMENT)]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("<p>{}</p>", id="one paragraph"),
        pytest.param("<table><tr><td>{}</td></tr></table>", id="one cell"),
        pytest.param("<ul><li>{}</li></ul>", id="one entry"),
    ],
)
def test_thousands_of_links_in_one_place_are_all_read(body: str) -> None:
    links = " ".join(f'<a href="/f/{number}.pdf">เอกสารลำดับที่ {number}</a> (PDF)' for number in range(1500))
    found = items_of(page("/list", body.format(links)))
    assert len(found) == 1500
    assert {item.file_type.shown for item in found} == {"pdf"}


CARD = (
    '<a href="/f/{0}.pdf" class="list-group-item"><div><h5>{1}</h5><small>{2}</small></div>'
    "<small>{3}</small> <span>PDF</span> <span>12 KB</span></a>"
)


def test_a_card_that_is_one_link_is_read_as_a_card() -> None:
    body = CARD.format("a", "คู่มือการร้องเรียน", "4 มิถุนายน 2567", "งานพัสดุ") + CARD.format(
        "plan", PLAN, "13 มิถุนายน 2567", "งานควบคุมโรค"
    )
    item = plan(f'<h2>เอกสาร</h2><div class="list-group">{body}</div>')
    assert (item.title, *told(item)) == (PLAN, "งานควบคุมโรค", FISCAL, date(2024, 6, 13), "pdf", 12 * 1024)


def test_a_cell_over_several_rows_counts_for_each() -> None:
    body = (
        "<table><tr><th>ปีงบประมาณ<th>เรื่อง<th>ไฟล์</tr><tr><td rowspan=2>2566<td>คู่มือ ก"
        '<td><a href="/f/a.pdf">[Word]</a></tr><tr><td>แผนงาน ข<td><a href="/f/plan.pdf">[PDF]</a></tr></table>'
    )
    item = plan(body)
    assert (item.title, told(item)[1]) == ("แผนงาน ข", (date(2022, 10, 1), date(2023, 9, 30)))


def test_a_clip_beside_the_name_under_the_month_of_publication() -> None:
    body = (
        "<h3>มิถุนายน ๒๕๖๗</h3><dl><dt>๖ มิ.ย. ๒๕๖๗</dt><dd>มาตรการประหยัดพลังงาน "
        '<a href="/f/plan.pdf"><img src="/clip.gif" alt="ไฟล์แนบ"></a> ขนาด 12 KB<br>(งานพัสดุ)</dd></dl>'
    )
    item = plan(body)
    assert (item.title, *told(item)) == ("มาตรการประหยัดพลังงาน", "งานพัสดุ", None, date(2024, 6, 6), None, 12 * 1024)
