"""The last day that an item states, and what is kept on purpose."""

from __future__ import annotations

from datetime import date

import pytest

from tests.assess.inventory.sighting import by_path, document, items_of, page

END = date(2024, 5, 28)
PROSE = "ผู้สนใจขอรับใบสมัครและยื่นใบสมัครด้วยตนเองได้ที่งานการเจ้าหน้าที่ในวันและเวลาราชการ พร้อมหลักฐานตามประกาศ"


def expires(title: str, words: str, heading: str = "ประกาศ") -> date | None:
    """The last day of a document of this title, with words beside it, under a heading."""
    body = f'<h1>{heading}</h1><ul><li><a href="/f/a.pdf">{title}</a> {words}</li></ul>'
    return by_path(items_of(page("/list", body, title=heading), document("/f/a.pdf")))["/f/a.pdf"].expires


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("รับสมัครพนักงานราชการ", "รับสมัครตั้งแต่วันที่ 10 - 28 พฤษภาคม 2567"),
        ("รับสมัครลูกจ้าง", "ตั้งแต่บัดนี้ถึงวันที่ 28 พ.ค. 2567"),
        ("รับสมัครลูกจ้าง", "ปิดรับสมัคร 28 พ.ค. 2567"),
        ("รับสมัครลูกจ้าง", "ยื่นใบสมัครภายในวันที่ 28 พฤษภาคม 2567"),
        ("ประกวดราคาซื้อยา", "ยื่นข้อเสนอในวันที่ 28 พฤษภาคม 2567"),
        ("สอบราคาซื้อครุภัณฑ์", "เสนอราคาภายในวันที่ 28 พ.ค. 67"),
        ("ประกาศเชิญชวน", "หมดเขต 28/05/2567"),
    ],
)
def test_a_labelled_last_day_is_read(title: str, words: str) -> None:
    assert expires(title, words) == END


@pytest.mark.parametrize(
    ("title", "words"),
    [
        pytest.param("รับสมัครลูกจ้าง", "28 พฤษภาคม 2567", id="a date without a label"),
        pytest.param("รับสมัครลูกจ้าง", "วันที่เผยแพร่ 28 พฤษภาคม 2567", id="the day of publication"),
        pytest.param(
            "ขอให้ส่งรายงานผลการนิเทศ", "ภายในวันที่ 28 พฤษภาคม 2567", id="by when something is due that is no offer"
        ),
        pytest.param("ประกาศรายชื่อผู้ผ่านการคัดเลือก", "รับสมัครถึงวันที่ 28 พ.ค. 2567", id="a result"),
        pytest.param("ประกาศผู้ชนะการเสนอราคา", "ยื่นข้อเสนอวันที่ 28 พ.ค. 2567", id="a winner"),
    ],
)
def test_what_states_no_last_day(title: str, words: str) -> None:
    assert expires(title, words) is None


@pytest.mark.parametrize("heading", ["ประกาศย้อนหลัง", "คลังประกาศ", "ปีงบประมาณ 2565"])
def test_an_archive_is_kept_on_purpose(heading: str) -> None:
    assert expires("รับสมัครลูกจ้าง", "รับสมัครถึงวันที่ 28 พ.ค. 2567", heading) is None


@pytest.mark.parametrize(
    "words",
    [
        "ปิดรับสมัครแล้ว รับสมัครถึงวันที่ 28 พ.ค. 2567",
        "รับสมัครถึงวันที่ 28 พ.ค. 2567 (ปิดรับสมัครแล้ว)",
        "รับสมัครถึงวันที่ 28 พ.ค. 2567 | สถานะ : หมดเขตแล้ว",
        "สิ้นสุดการรับสมัครแล้ว<br>รับสมัครถึงวันที่ 28 พ.ค. 2567",
    ],
)
def test_what_is_said_to_be_closed_is_not_shown_as_current(words: str) -> None:
    assert expires("รับสมัครลูกจ้าง", words) is None


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("ปิดรับสมัคร 28 พ.ค. 2567", id="when it closes"),
        pytest.param("รับสมัครถึง 28 พ.ค. 2567 เมื่อปิดรับสมัครแล้วจะประกาศรายชื่อ", id="amid a sentence"),
        pytest.param("รับสมัครถึง 28 พ.ค. 2567<br>ปิดรับสมัครแล้ว จะประกาศรายชื่อทางเว็บไซต์", id="what comes after"),
        pytest.param("รับสมัครถึง 28 พ.ค. 2567<br>ปิดรับสมัครแล้วให้รอฟังผล", id="what to do then"),
    ],
)
def test_a_word_of_closing_alone_closes_nothing(words: str) -> None:
    assert expires("รับสมัครลูกจ้าง", words) == END


def test_a_post_that_says_on_its_page_that_it_is_closed_has_no_last_day() -> None:
    listed = '<h1>งาน</h1><ul><li><a href="/n/1">รับสมัครพนักงานขับรถยนต์</a> รับสมัครถึงวันที่ 28 พ.ค. 2567</li></ul>'
    body = (
        "<h1>รับสมัครพนักงานขับรถยนต์</h1><p>เผยแพร่เมื่อ 1 พฤษภาคม 2567</p><p><b>ปิดรับสมัครแล้ว</b> รับสมัครถึงวันที่ "
        f'28 พฤษภาคม 2567</p><p>{PROSE}</p><p><a href="/f/a.pdf">ประกาศฉบับเต็ม</a></p>'
    )
    post = page("/n/1", body, title="รับสมัครพนักงานขับรถยนต์")
    found = by_path(items_of(page("/list", listed), post, document("/f/a.pdf")))
    assert {path: item.expires for path, item in found.items()} == {"/n/1": None, "/f/a.pdf": None}


@pytest.mark.parametrize(
    ("first", "expected"), [("เปิดรับสมัคร", END), ("คลังประกาศย้อนหลัง (ปิดรับสมัครแล้ว)", None)], ids=["open", "archive"]
)
def test_the_title_of_a_tab_is_a_heading_above_the_cards_in_its_panel(first: str, expected: date | None) -> None:
    card = '<a class="card" href="/f/a.pdf"><h3>รับสมัครพนักงานขับรถยนต์</h3><p>รับสมัครถึงวันที่ 28 พ.ค. 2567</p></a>'
    body = (
        f'<h1>งาน</h1><div role="tablist"><button role="tab" aria-controls="p1">{first}</button>'
        '<button role="tab" aria-controls="p2">อื่น ๆ</button></div>'
        f'<div role="tabpanel" id="p1">{card}</div><div role="tabpanel" id="p2"><h3>ตำแหน่งอื่น</h3></div>'
    )
    found = by_path(items_of(page("/list", body), document("/f/a.pdf")))
    assert found["/f/a.pdf"].expires == expected


def test_a_post_tells_its_last_day_and_its_attachment_has_it_too() -> None:
    body = (
        "<h1>รับสมัครพนักงานขับรถยนต์</h1><p>เผยแพร่เมื่อ 1 พฤษภาคม 2567</p><p>รับสมัครตั้งแต่วันที่ 10 พฤษภาคม 2567 "
        f'ถึงวันที่ 28 พฤษภาคม 2567</p><p>{PROSE}</p><p><a href="/f/a.pdf">ประกาศฉบับเต็ม</a></p>'
    )
    found = by_path(items_of(page("/n/1", body, title="รับสมัครพนักงานขับรถยนต์"), document("/f/a.pdf")))
    assert {path: item.expires for path, item in found.items()} == {"/n/1": END, "/f/a.pdf": END}
