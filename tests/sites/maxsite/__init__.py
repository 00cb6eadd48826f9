"""A district health office (สสอ.) on an old portal system: one `index.php` for all, blocks, nested tables, popups.

Its neighbours speak on it, too: the province's office, the district administration, the hospital, the health centres
and the volunteers' club. The audit's day is 16 June 2025 (fiscal year 2568).
"""

from __future__ import annotations

from pathlib import Path

from tests.sites.content import read_fragments
from tests.sites.maxsite import integrity, markup
from tests.sites.maxsite.papers import TYPES, Document, documents
from tests.sites.website import Answer, Website

HERE = Path(__file__).parent
BOM = "\ufeff"
PICTURES = (
    "UserFiles/Image/boss.jpg",
    "UserFiles/Image/deputy1.jpg",
    "UserFiles/Image/deputy2.jpg",
    "UserFiles/Image/pcu1.jpg",
    "UserFiles/Image/sign68.jpg",
    "UserFiles/Image/gal27_1.jpg",
    "UserFiles/Image/gal27_2.jpg",
    "UserFiles/Image/gal26_1.jpg",
    "images/header.jpg",
    "images/poll.gif",
    *(
        f"images/icon/{name}.gif"
        for name in ("arrow", "menu", "new", "work", "download", "pdf", "doc", "docx", "xls", "xlsx")
    ),
)
SHELF = (
    (
        "แผนงานและรายงาน",
        (
            (11, "action", "งานแผน", "2024-11-13"),
            (12, "hospital_report", "admin", "2025-01-09"),
            (13, "budget", "งานแผน", "2023-11-13"),
            (14, "strategy", "งานแผน", "2022-10-21"),
            (15, "buyplan", "งานพัสดุ", "2024-11-12"),
        ),
    ),
    (
        "คู่มือ",
        (
            (21, "manual", "งานควบคุมโรค", "2024-04-02"),
            (22, "complaint", "admin", "2024-01-31"),
            (23, "guide", "งานสุขภาพภาคประชาชน", "2024-04-02"),
        ),
    ),
    (
        "แบบฟอร์ม",
        ((31, "form_vhv", "งานสุขภาพภาคประชาชน", "2024-02-12"), (32, "form_shop", "admin", "2024-02-12")),
    ),
    (
        "รายงานการประชุม",
        ((41, "minutes4", "งานบริหาร", "2025-05-07"), (42, "minutes5", "งานบริหาร", "2025-06-04")),
    ),
)
POPUP = (
    "<html><head><meta charset='utf-8'><title>No Gift Policy</title></head><body>"
    "<img src='images/nogift.jpg' alt=''><br><a href='javascript:window.close()'>ปิดหน้าต่าง</a></body></html>"
)
NOT_FOUND = (
    '<html><head><meta charset="utf-8"><title>404</title></head><body><center><b>ไม่พบหน้าที่ท่านเรียก</b><br>'
    '<a href="/index.php">กลับหน้าแรก</a></center></body></html>'
)


def website() -> Website:
    """The site without faults other than its own."""
    known = documents()
    posts = sorted(read_fragments(HERE / "posts.html"), key=lambda one: one.more[0], reverse=True)
    fragments = read_fragments(HERE / "content.html")
    pages = {one.address: markup.headed(one.title, markup.filled(one.body, known)) for one in fragments}
    pages |= {one.address: markup.post(one, markup.filled(one.body, known)) for one in posts}
    for section, (href, title) in markup.SECTIONS.items():
        pages[f"/{href}"] = markup.headed(title, markup.rows([one for one in posts if one.more[1] == section]))
    pages["/"] = pages["/index.php"] = markup.home(posts)
    pages |= _shelf(known) | integrity.pages(known) | {"/popup.php?id=3": POPUP}
    answers = {address: Answer(body=_marked(address, body)) for address, body in pages.items()}
    answers |= {one.address: _file(one) for one in known.values()}
    answers |= {f"/{name}": Answer.picture(name, "ภาพ") for name in PICTURES}
    answers["/images/nogift.jpg"] = Answer.picture("nogift.jpg", "No Gift Policy", "สสอ.ดอนพิกุล งดรับของขวัญ")
    answers["/UserFiles/Image/chart68.jpg"] = Answer.picture("chart68.jpg", "สาธารณสุขอำเภอ", "งานบริหาร   งานวิชาการ")
    answers["/templates/atomy/css/style.css"] = Answer(body="td{font-size:13px}", content_type="text/css")
    return Website(answers=answers, missing=Answer(body=NOT_FOUND, status=404))


def _marked(address: str, body: str) -> str:
    """Some of the portal's modules were saved with a byte order mark."""
    return BOM + body if "name=page" in address else body


def _file(one: Document) -> Answer:
    return Answer(body=one.paper if one.kind == "pdf" else one.content, content_type=TYPES[one.kind])


def _shelf(known: dict[str, Document]) -> dict[str, str]:
    groups = [
        (title, [(number, known[key], owner, iso) for number, key, owner, iso in entries]) for title, entries in SHELF
    ]
    cards = {
        f"/index.php?name=download&file=view&id={number}": markup.view(number, one, owner, iso)
        for _, entries in groups
        for number, one, owner, iso in entries
    }
    return {"/index.php?name=download": markup.downloads(groups)} | cards
