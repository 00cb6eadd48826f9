"""Lists of cards: each file has the details of its own card, on whichever side of its link they stand."""

from __future__ import annotations

from datetime import date

import pytest

from tests.assess.inventory.sighting import by_path, document, items_of, page

CARDS = (
    ("a", "คู่มือการปฏิบัติงาน งานผู้ป่วยนอก", "pdf", "13.2 KB", "30 ต.ค. 66", "กลุ่มการพยาบาล"),
    ("b", "คู่มือการใช้โปรแกรมเวชระเบียน", "docx", "1.5 KB", "2 พ.ย. 66", "ศูนย์คอมพิวเตอร์"),
    ("c", "คู่มือการจัดการเรื่องร้องเรียน", "xlsx", "11.7 KB", "9 ธ.ค. 66", "กลุ่มงานบริหารทั่วไป"),
)
DETAILS = "<p>{upper} · {size} · เผยแพร่ {day} · {owner}</p>"
LINES = "<p>ชนิดไฟล์ : {upper}</p><p>ขนาดไฟล์ : {size}</p><p>วันที่เผยแพร่ : {day}</p><p>ที่มา : {owner}</p>"
TITLE = "<p>{title}</p>"
LINK = '<p><a href="/f/{name}.{kind}">{title}</a></p>'
BUTTON = '<a href="/f/{name}.{kind}">ดาวน์โหลด</a>'
FRAME = '<iframe src="/f/{name}.{kind}" title="PDF viewer"></iframe>'
SIGN = '<a href="/f/{name}.{kind}" aria-label="ดาวน์โหลด {title}"><svg></svg></a>'
ORDERS = {
    "title linked, details": LINK + DETAILS,
    "title linked, details in lines": LINK + LINES,
    "title, details, button": TITLE + DETAILS + BUTTON,
    "title, details, button that names it for programs": TITLE
    + DETAILS
    + '<a href="/f/{name}.{kind}" aria-label="ดาวน์โหลด {title}">ดาวน์โหลด</a>',
    "title, details, button with a name of its own for programs": TITLE
    + DETAILS
    + '<a href="/f/{name}.{kind}" title="ไฟล์ที่ {name} ของรายการ">ดาวน์โหลด</a>',
    "title, details, sign": TITLE + DETAILS + SIGN,
    "title, details in lines, sign": TITLE + LINES + SIGN,
    "details, title linked": DETAILS + LINK,
    "details in lines, title linked": LINES + LINK,
    "title, details, link by another name": TITLE + DETAILS + '<p><a href="/f/{name}.{kind}">ไฟล์ {title}</a></p>',
    "title, frame, details, button": TITLE + FRAME + DETAILS + BUTTON,
    "frame, title linked, details": FRAME + LINK + DETAILS,
}


@pytest.mark.parametrize("around", ['<div class="card">{}</div>', "{}"], ids=["boxes", "no boxes"])
@pytest.mark.parametrize("order", ORDERS)
def test_every_file_has_the_details_of_its_own_card(order: str, around: str) -> None:
    names = ("name", "title", "kind", "size", "day", "owner")
    cards = [ORDERS[order].format(**dict(zip(names, card, strict=True)), upper=card[2].upper()) for card in CARDS]
    body = "".join(around.format(card) for card in cards)
    files = (document(f"/f/{name}.{kind}", kind=kind) for name, _, kind, *_ in CARDS)
    found = by_path(items_of(page("/list", f"<h1>คู่มือ</h1>{body}", from_menu=True), *files))
    told = {
        path: (item.file_type.shown, item.file_size.quote, item.published and item.published.day)
        for path, item in found.items()
    }
    assert told == {
        "/f/a.pdf": ("pdf", "13.2 KB", date(2023, 10, 30)),
        "/f/b.docx": ("docx", "1.5 KB", date(2023, 11, 2)),
        "/f/c.xlsx": ("xlsx", "11.7 KB", date(2023, 12, 9)),
    }
    assert [item.source and item.source.value for item in found.values()] == [owner for *_, owner in CARDS]


def test_the_by_line_of_a_page_does_not_turn_its_list_over() -> None:
    body = (
        "<h1>คู่มือ</h1><p>เผยแพร่เมื่อ 5 ม.ค. 2567</p>"
        '<p><a href="/f/a.pdf">คู่มือ ก ของงาน</a></p><p>PDF 13.2 KB</p><p><a href="/f/b.docx">คู่มือ ข ของงาน</a></p>'
        "<p>DOCX 1.5 KB</p>"
    )
    files = (document("/f/a.pdf"), document("/f/b.docx", kind="docx"))
    found = by_path(items_of(page("/list", body, from_menu=True), *files))
    assert [item.file_size.quote for item in found.values()] == ["13.2 KB", "1.5 KB"]
