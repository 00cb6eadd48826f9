"""A subdistrict hospital (รพ.สต.) gone over to the province's administration (อบจ.), as a script framework's export.

Utility classes, menus of buttons, tabs and panels of component libraries, cards that are links, the page's data once
more as JSON, a few pages in English, a table of the items O1-O26 with links to a shared drive. Vision, plan and
telephone number of the administration stand beside its own. The audit's day is 18 May 2026 (fiscal year 2569).
"""

from __future__ import annotations

import re
from pathlib import Path

from tests.sites.content import Fragment, read_fragments
from tests.sites.transfer import markup
from tests.sites.transfer.papers import WORD, documents
from tests.sites.website import Answer, Website

HERE = Path(__file__).parent
PARTS = re.compile(r"^\[\[(tab|fold):(.+?)\]\]\n", re.MULTILINE)
PICTURES = (
    "logo_00.png",
    "boss_7d1e0c22.jpg",
    "staff1_1b.jpg",
    "staff2_2c.jpg",
    "staff3_3d.jpg",
    "cover_0a.jpg",
    "alb1_44.jpg",
    "alb2_45.jpg",
)
DRIVE = "https://drive.google.invalid/file/d/{}/view"
UP = "/uploads/"
Row = tuple[str, str, tuple[tuple[str, str], ...]]
OIT_2569: tuple[Row, ...] = (
    ("O1", "โครงสร้าง หน้าที่และอำนาจ", (("โครงสร้าง", "/about/org"), ("บทบาทภารกิจ", "/about/role"))),
    ("O2", "ข้อมูลผู้บริหาร", (("ทีมงาน", "/about/team"),)),
    ("O3", "ข้อมูลการติดต่อและช่องทางการสอบถาม", (("ติดต่อ", "/contact"),)),
    ("O4", "ข่าวประชาสัมพันธ์", (("ข่าว", "/news"),)),
    ("O5", "แผนยุทธศาสตร์หรือแผนพัฒนาหน่วยงาน", (("แผนพัฒนา", f"{UP}develop_66_70_9a8b7c.pdf"),)),
    ("O6", "แผนและความก้าวหน้าในการดำเนินงานและการใช้งบประมาณประจำปี", (("แผน", f"{UP}oper_69_3c2b1a.pdf"),)),
    ("O7", "รายงานผลการดำเนินงานประจำปี", (("รายงาน", f"{UP}annual_68_b4c5.pdf"),)),
    ("O8", "คู่มือหรือแนวทางการปฏิบัติงานของเจ้าหน้าที่", (("คู่มือ JHCIS", f"{UP}jhcis_5e70.pdf"),)),
    ("O9", "คู่มือหรือแนวทางการขอรับบริการ", (("ขั้นตอนรับบริการ", "/services"),)),
    ("O10", "E-Service", (("จองคิว", "/services/book"),)),
    ("O11", "สรุปผลการจัดซื้อจัดจ้างรายเดือน", (("สขร.1", "/procurement/monthly"),)),
    ("O13", "แผนการบริหารและพัฒนาทรัพยากรบุคคล", (("ของ อบจ.", DRIVE.format("1hrpao69")),)),
    ("O15", "ประมวลจริยธรรมและการขับเคลื่อนจริยธรรม", (("ประมวลจริยธรรม", DRIVE.format("1ethics69")),)),
    ("O16", "แนวปฏิบัติการจัดการเรื่องร้องเรียนการทุจริต", (("คู่มือ", f"{UP}complaint_manual_5e6f.pdf"),)),
    ("O18", "ข้อมูลสถิติเรื่องร้องเรียน", ()),
    ("O20", "ประกาศเจตนารมณ์ No Gift Policy", (("ประกาศ", f"{UP}nogift_69.pdf"),)),
    ("O21", "การประเมินความเสี่ยงการทุจริต", ()),
    (
        "อื่น ๆ",
        "เอกสารการเผยแพร่ข้อมูล",
        (("ประกาศแนวทางการเผยแพร่ข้อมูลฯ", f"{UP}announce_web_69.pdf"), ("คำสั่งมอบหมายผู้ดูแลเว็บ", f"{UP}order_web_6a.pdf")),
    ),
)
OIT_2568: tuple[Row, ...] = tuple(
    (f"O{number}", label, (("เอกสาร", DRIVE.format(f"1y68o{number}")),))
    for number, label in enumerate(
        ("โครงสร้าง", "ข้อมูลผู้บริหาร", "อำนาจหน้าที่", "แผนยุทธศาสตร์", "ข้อมูลการติดต่อ", "แผนดำเนินงาน"), 1
    )
)


def website() -> Website:
    """The site without faults other than its own."""
    known = documents()
    posts = sorted(read_fragments(HERE / "posts.html"), key=lambda one: one.more[0], reverse=True)
    pages = {one.address: built(one) for one in read_fragments(HERE / "content.html")}
    pages |= {one.address: markup.post(one, markup.filled(one.body, known)) for one in posts}
    for section in markup.SECTIONS:
        pages[f"/{section}"] = markup.listing(section, [one for one in posts if one.more[1] == section])
    pages["/"] = markup.home([one for one in posts if one.more[1] in {"news", "gallery"}][:6])
    pages["/ita/2569"], pages["/ita/2568"] = markup.oit(2569, OIT_2569), markup.oit(2568, OIT_2568)
    pages |= {address: markup.english(title, body) for address, (title, body) in markup.ENGLISH.items()}
    answers = {address: Answer(body=body) for address, body in pages.items()}
    for one in known.values():
        answers[one.address] = Answer(body=one.content, content_type=WORD if one.word else "application/pdf")
    answers |= {f"{UP}{name}": Answer.picture(name, "ภาพ") for name in PICTURES}
    answers["/_next/static/css/1f.css"] = Answer(body=".flex{display:flex}", content_type="text/css")
    answers["/_next/static/chunks/main-88.js"] = Answer(body="self.__next=1", content_type="text/javascript")
    return Website(answers=answers, missing=Answer(body=markup.NOT_FOUND, status=404))


def built(one: Fragment) -> str:
    """A page from its text and the tabs or panels that it names."""
    first, *parts = PARTS.split(markup.filled(one.body, documents()) + "\n")
    panels = [(title, body.strip()) for title, body in zip(parts[1::3], parts[2::3], strict=True)]
    shown = (markup.tabs if "tab" in parts[::3] else markup.folds)(panels) if panels else ""
    return markup.plain(one, first.strip() + shown)
