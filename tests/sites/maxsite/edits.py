"""The edits that the changes to the portal are made of, and the texts that they bring."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from tests.sites import office
from tests.sites.content import Fragment
from tests.sites.maxsite import markup, papers
from tests.sites.mutation import on_every_page
from tests.sites.papers import Paper
from tests.sites.website import Answer, Website

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.sites.office import Office

Edit = Callable[[Website], Website]
PAGE = "/index.php?name=page&file=page&op="
CENTRE = re.compile(r"<!--centre-->.*<!--/centre-->", re.DOTALL)
CENTRE_PAGE = (
    "<p><b>ประวัติความเป็นมา</b> เดิมเป็นสถานีอนามัยบ้านท่ามะไฟ ตั้งเมื่อ พ.ศ. 2531</p><p><b>วิสัยทัศน์</b> ท่ามะไฟร่วมใจ "
    "สร้างสุขภาพดี</p>"
    "<p><b>พันธกิจ</b> ให้บริการปฐมภูมิเชิงรุก</p><p><b>คำรับรองการปฏิบัติราชการ</b> รพ.สต.ท่ามะไฟ ปี 2568 ผ่านเกณฑ์</p>"
    "<p>โทร. 0-4499-2401 โทรสาร 0-4499-2402</p>"
)
VOLUNTEERS = (
    "<p>บทบาทหน้าที่ของ อสม. : แก้ข่าวร้าย กระจายข่าวดี ชี้บริการ ประสานงานสาธารณสุข บำบัดทุกข์ประชาชน และดำรงตนเป็นตัวอย่างที่ดี</p>"
)
CHART = (
    '<table border="1" align="center"><tr><td colspan="3" align="center">สาธารณสุขอำเภอดอนพิกุล<br>นายสมเกียรติ พูนทรัพย์'
    "</td></tr><tr><td>กลุ่มงานบริหาร<br>ธุรการ การเงิน พัสดุ</td><td>กลุ่มงานวิชาการสาธารณสุข<br>แผนงาน ควบคุมโรค คุ้มครองผู้บริโภค"
    "</td><td>กลุ่มงานสุขภาพภาคประชาชน<br>อสม. สุขภาพจิต</td></tr></table>"
)
SPLASH = (
    '<html><head><meta charset="utf-8"><title>สสอ.ดอนพิกุล</title></head><body bgcolor="#000000"><center>'
    '<img src="images/header.jpg" alt=""><br><a href="index.php">เข้าสู่เว็บไซต์</a></center></body></html>'
)
SPAM = (
    '<div style="display:none"><a href="https://pgslot-vip.invalid/">สล็อตแตกง่าย เครดิตฟรี</a> '
    '<a href="https://huaydee.invalid/">หวยออนไลน์ จ่ายจริง</a> <a href="https://bacc.invalid/">บาคาร่า</a></div>'
)
OTHER_NAMES = {
    "ประวัติความเป็นมา</a>": "ความเป็นมาของ สสอ.</a>",
    "โครงสร้างหน่วยงาน</a>": "ผังองค์กร</a>",
    "ทำเนียบผู้บริหาร</a>": "คณะผู้บริหาร</a>",
    "บทบาท อำนาจหน้าที่</a>": "หน้าที่และอำนาจ</a>",
    "กฏหมายที่เกี่ยวข้อง</a>": "กฎหมาย ระเบียบ ข้อบังคับ</a>",
    "สาระน่ารู้</a>": "ความรู้สุขภาพ</a>",
    "ภาพกิจกรรม</a>": "แกลเลอรี่</a>",
}


def text_of(site: Website, where: str) -> str:
    """The page's text."""
    body = site.answers[where].body
    assert isinstance(body, str)
    return body


def centre(where: str, title: str, body: str) -> Edit:
    """Another text between the blocks."""
    made = f"<!--centre--><b>{title}</b>{body}<!--/centre-->"
    return lambda site: site.with_body(where, CENTRE.sub(lambda _: made, text_of(site, where)))


def page_edit(where: str, old: str, new: str) -> Edit:
    """Other words in a page."""
    return lambda site: site.edited(where, old, new)


def rewritten(where: str, pattern: str, new: str) -> Edit:
    """Another text wherever the pattern is met in a page."""
    return lambda site: site.with_body(where, re.sub(pattern, new, text_of(site, where), flags=re.DOTALL))


def everywhere(pattern: str, new: str) -> Edit:
    """The same on every page."""
    return lambda site: on_every_page(site, lambda text: re.sub(pattern, new, text, flags=re.DOTALL))


def renamed(names: Mapping[str, str]) -> Edit:
    """Other words for the same on every page."""

    def apply(site: Website) -> Website:
        for old, new in names.items():
            site = site.edited_everywhere(old, new)
        return site

    return apply


def in_turn(*edits: Edit) -> Edit:
    """One edit after the other."""

    def apply(site: Website) -> Website:
        for edit in edits:
            site = edit(site)
        return site

    return apply


def file(name: str, made: Paper) -> Edit:
    """Another paper under the name of a file, in the file's own kind."""
    address, kind = papers.FILES + name, name.rpartition(".")[2]

    def apply(site: Website) -> Website:
        body = made if kind == "pdf" else papers.as_file(kind, made)
        return site.with_answer(address, replace(site.answers[address], body=body))

    return apply


def added(where: str, after: str, label: str, made: Paper) -> Edit:
    """A further file below some words of a page."""
    name = f"{papers.FILES}1750000001.pdf"
    link = f'<p><a href="{name[1:]}" target="_blank">{label}</a></p>'
    return lambda site: site.edited(where, after, after + link).with_answer(name, Answer(body=made))


def instead(old: str, made: Paper) -> Edit:
    """A file of the site where an address of the table of items led elsewhere."""
    name = f"{papers.FILES}1750000002.pdf"
    return lambda site: site.edited("/index.php?name=ita&year=2568", old, name[1:]).with_answer(
        name, Answer(body=made)
    )


def posted(section: str, number: int, title: str, body: str) -> Edit:
    """A further post at the head of its list."""
    href, listed = markup.SECTIONS[section]
    one = Fragment(
        f"/index.php?name=news&file=readnews&id={number}", title, ("2025-06-12", section, "งานบริหาร"), body
    )
    bar = f"{listed}</b></font></td></tr></table>"
    return lambda site: site.edited(f"/{href}", bar, bar + markup.rows([one])).with_answer(
        one.address, Answer(body=markup.post(one, body))
    )


def in_thai_of_windows(site: Website) -> Website:
    """The site as its server sent it years ago: windows-874, told in the page and in the header."""
    told = on_every_page(
        site, lambda text: text.replace("\ufeff", "").replace("charset=utf-8", "charset=windows-874")
    )
    told = on_every_page(told, lambda text: re.sub(r"charset=(['\"])utf-8", r"charset=\1windows-874", text))
    return told.recoded("cp874", "text/html; charset=windows-874")


def without_marks(site: Website) -> Website:
    """The site without byte order marks."""
    return on_every_page(site, lambda text: text.replace("\ufeff", ""))


def blocks_change_sides(site: Website) -> Website:
    """The blocks of the right on the left."""
    columns = r'(<td class="left".*?)<!--/left-->(<td class="centre".*?)(<td class="right".*?)<!--/right-->'
    return everywhere(columns, r"\3\2\1")(site)


def tags_in_capitals(site: Website) -> Website:
    """The site as an editor of long ago wrote it."""
    return on_every_page(
        site, lambda text: re.sub(r"<(/?)([a-z]+[1-6]?)(?=[\s>])", lambda m: f"<{m[1]}{m[2].upper()}", text)
    )


def taken_down(site: Website) -> Website:
    """The invitation whose time is over is gone, from the lists too."""
    address = "/index.php?name=news&file=readnews&id=146"
    row = (
        r'<tr><td><img src="images/icon/new.gif" alt=""> <a href="index.php\?name=news&file=readnews&id=146">.*?</tr>'
    )
    return everywhere(row, "")(site).without(address)


def staff_forms(site: Website) -> Website:
    """The forms are for those who work there."""
    leave, trip = (
        papers.written("ใบลาป่วย ลากิจส่วนตัว", "ข้าพเจ้า.........."),
        papers.written("แบบขออนุญาตไปราชการ", "ด้วย...."),
    )
    names = {"แบบคำขอหนังสือรับรอง อสม.": "ใบลาป่วย/ลากิจ", "แบบคำขอตรวจแนะนำสถานประกอบการ": "แบบขออนุญาตไปราชการ"}
    site = renamed(names)(site)
    return in_turn(file("f_osm1.docx", leave), file("f_shop.pdf", trip))(site)


def other_poll(question: str, *answers: str) -> Edit:
    """The poll and its result ask something else."""
    old = ("มากที่สุด", "มาก", "ปานกลาง", "น้อย")
    named = {"ท่านพึงพอใจต่อเว็บไซต์ สสอ.ดอนพิกุล ในระดับใด": question}
    cells = {f"<td>{before}</td>": f"<td>{after}</td>" for before, after in zip(old, answers, strict=False)}
    radios = {
        f'value="{n}"> {before}<br>': f'value="{n}"> {after}<br>'
        for n, (before, after) in enumerate(zip(old, answers, strict=False), 1)
    }
    return renamed(named | cells | radios)


def template() -> Paper:
    """The model announcement, with dots where the office's name should be."""
    nobody: Office = replace(
        papers.OFFICE, name="(ชื่อหน่วยงาน)......................", head="............", head_title="ตำแหน่ง........."
    )
    return office.announcement(nobody, "..... เดือน ............ พ.ศ. ....")


def empty_form() -> Paper:
    """The request form that nobody filled in."""
    return Paper(
        (
            "# แบบฟอร์มการขอเผยแพร่ข้อมูลผ่านเว็บไซต์ของหน่วยงานในราชการบริหารส่วนภูมิภาค",
            "# สำนักงานปลัดกระทรวงสาธารณสุข",
            *(
                f"{field} : ............................"
                for field in ("ชื่อหน่วยงาน", "วัน/เดือน/ปี", "หัวข้อ", "รายละเอียดข้อมูล")
            ),
            "Link ภายนอก : ......    หมายเหตุ : ......",
            "ผู้รับผิดชอบการให้ข้อมูล            ผู้อนุมัติรับรอง",
            "(........................)            (........................)",
        )
    )
