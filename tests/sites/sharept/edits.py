"""What is changed on the provincial office's SharePoint, and the words that come in."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import quote

from tests.sites import office
from tests.sites.mutation import on_every_page
from tests.sites.sharept import markup, papers
from tests.sites.sharept.papers import OFFICE, PLANS, REPORTS
from tests.sites.website import Answer

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.sites.papers import Paper
    from tests.sites.website import Website

VISION, CONTACT, OIA, SATISFY = (f"/SitePages/{name}.aspx" for name in ("vision", "contact", "OIA", "satisfy"))
HISTORY, STRUCTURE, SERVICES = (f"/SitePages/{name}.aspx" for name in ("ประวัติสำนักงาน", "โครงสร้าง", "eservice"))
HEADS, LAW, NINE = (f"/Lists/{name}/AllItems.aspx" for name in ("Executive", "Law", "OIA9"))
SURVEY, FORM = "/Lists/WebSurvey/overview.aspx", "/Lists/WebSurvey/NewForm.aspx"
TENDERS, CLOSED = "/Lists/Procure/AllItems.aspx", "/Lists/Procure/DispForm.aspx?ID=30"
JOB, DRILL = "/Lists/Jobs/DispForm.aspx?ID=5", "/Lists/News/DispForm.aspx?ID=14"
EMPTY = "/Shared Documents/Forms/AllItems.aspx?RootFolder=/Shared Documents/แผนปี 2569&FolderCTID=0x012000A1"
STRATEGY = f"{PLANS}/แผนยุทธศาสตร์สุขภาพจังหวัดศรีบูรพา 2566-2570 (ทบทวน 2569).pdf"
PLAN, BUDGET = f"{PLANS}/แผนปฏิบัติราชการ 2568.pdf", f"{PLANS}/แผนงาน โครงการ และงบประมาณ ปี 2569.xlsx"
AGREEMENT = f"{PLANS}/คำรับรองการปฏิบัติราชการ 2569.pdf"
RESULTS = f"{REPORTS}/รายงานผลการปฏิบัติราชการ 2568 รอบ 12 เดือน.pdf"
MANUAL, GUIDE = (
    f"/PublicManual/{name}.pdf" for name in ("คู่มือการปฏิบัติงาน การอนุญาตสถานพยาบาล", "คู่มือสำหรับประชาชน การขอเปิดคลินิก")
)
ORDER, CIO = (f"/ict/Shared Documents/{name}.pdf" for name in ("คำสั่งคณะทำงานเว็บไซต์ 214-2568", "คำสั่ง CIO"))
ANNOUNCEMENT, FORMS = "/ITA/2569/MOIT1-2.pdf", ("/ITA/2569/MOIT1-4.pdf", "/ITA/2569/MOIT2 form.pdf")
SPAM = (
    '<div style="position:absolute;top:-5000px"><a href="https://slot-max.invalid/">สล็อตเว็บตรง แตกง่าย</a>'
    '<a href="https://baccarat-th.invalid/">บาคาร่าออนไลน์ เครดิตฟรี 100</a></div>'
)
ACT = (
    "<p>มาตรา 7 หน่วยงานของรัฐต้องส่งข้อมูลข่าวสารของราชการอย่างน้อยดังต่อไปนี้ลงพิมพ์ในราชกิจจานุเบกษา (1) "
    "โครงสร้างและการจัดองค์กรในการดำเนินงาน (2) สรุปอำนาจหน้าที่ที่สำคัญและวิธีการดำเนินงาน (3) สถานที่ติดต่อ (4) กฎ "
    "มติคณะรัฐมนตรี</p>"
)
SECTION_9 = (
    ("มาตรา 9 (1) ผลการพิจารณาหรือคำวินิจฉัยที่มีผลโดยตรงต่อเอกชน", "ไม่มี"),
    ("มาตรา 9 (2) นโยบายหรือการตีความ", '<a href="/SitePages/vision.aspx">เปิด</a>'),
    ("มาตรา 9 (3) แผนงาน โครงการ และงบประมาณรายจ่ายประจำปี", f'<a href="{quote(BUDGET)}">เปิด</a>'),
    ("มาตรา 9 (4) คู่มือหรือคำสั่งเกี่ยวกับวิธีปฏิบัติงาน", f'<a href="{quote(MANUAL)}">เปิด</a>'),
    ("มาตรา 9 (5) สิ่งพิมพ์ที่มีการอ้างอิงถึง", "ไม่มี"),
    ("มาตรา 9 (6) สัญญาสัมปทาน", "ไม่มี"),
    ("มาตรา 9 (7) มติคณะรัฐมนตรี", "ไม่มี"),
    ("มาตรา 9 (8) ข้อมูลอื่นที่คณะกรรมการกำหนด", f'<a href="{markup.folder(papers.MONTHLY)}">สขร.1</a>'),
)
BOARD = (
    "<ul><li>นายสมชาย แก้วมณี ประธานกรรมการดำเนินการสหกรณ์ออมทรัพย์สาธารณสุขศรีบูรพา</li><li>นางวิไล สุขสม รองประธานกรรมการ"
    "</li></ul>"
)
UNITS = (
    "<ul><li>นายแพทย์สาธารณสุขจังหวัด<ul><li>กลุ่มงานบริหารทั่วไป</li><li>กลุ่มงานพัฒนายุทธศาสตร์สาธารณสุข</li>"
    "<li>กลุ่มงานควบคุมโรคติดต่อ</li><li>กลุ่มงานคุ้มครองผู้บริโภคและเภสัชสาธารณสุข</li><li>กลุ่มงานทันตสาธารณสุข</li></ul></li></ul>"
)
COMPLAINT = (
    "<h2>ร้องเรียนออนไลน์</h2><p>กรอกเรื่องร้องเรียน ระบบจะส่งเลขรับเรื่องและแจ้งผลทางอีเมลของท่านภายใน 15 วันทำการ</p>"
    '<input type="text" name="ctl00$name" title="ชื่อผู้ร้อง"/><input type="text" name="ctl00$mail" title="อีเมล"/>'
    '<textarea name="ctl00$detail" title="รายละเอียด"></textarea><input type="submit" name="ctl00$send" '
    'value="ส่งเรื่องร้องเรียน"/>'
)
COUNTER = "<p>ผู้เข้าชมเว็บไซต์ วันนี้ 85 | เดือนนี้ 2,140 | ทั้งหมด 310,552 คน</p><p>&copy; 2569"
COOKIES = '<div class="ms-cookie">เว็บไซต์นี้ใช้คุกกี้ <button type="button">ยอมรับทั้งหมด</button></div>'
GAZETTE = (("law2535", "เล่ม 109 ตอนที่ 38"), ("law2558", "เล่ม 132 ตอนที่ 86 ก"), ("law2510", "เล่ม 84 ตอนที่ 101"))
NEWS = tuple(f"/Lists/News/DispForm.aspx?ID={number}" for number in (16, 15, 14, 12, 11, 10, 9, 8))
NEWS_LISTS = ("/Lists/News/AllItems.aspx", "/Lists/News/AllItems.aspx?Paged=TRUE&p_ID=11&PageFirstRow=6")


def text_of(site: Website, where: str) -> str:
    body = site.answers[where].body
    assert isinstance(body, str)
    return body


def rewritten(where: str, pattern: str, new: str) -> Callable[[Website], Website]:
    return lambda site: site.with_body(where, re.sub(pattern, new, text_of(site, where), flags=re.DOTALL))


def main(where: str, body: str) -> Callable[[Website], Website]:
    """Another text in a page."""
    pattern = r'(<div id="DeltaPlaceHolderMain">).*(?=</div></div></div><div id="footer")'
    return rewritten(where, pattern, rf"\1{body}")


def everywhere(pattern: str, new: str) -> Callable[[Website], Website]:
    return lambda site: on_every_page(site, lambda text: re.sub(pattern, new, text, flags=re.DOTALL))


def paper(where: str, made: Paper) -> Callable[[Website], Website]:
    return lambda site: site.with_body(where, made)


def exchanged(site: Website, old: str, new: papers.Document) -> Website:
    """The site with another file in a file's place, under its own name."""
    name = old.rpartition("/")[2].rpartition(".")[0]
    moved = site.edited_everywhere(quote(old), new.href).without(old)
    moved = moved.edited_everywhere(name, new.name.rpartition(".")[0])
    return moved.with_answer(new.address, Answer(body=new.content, content_type=papers.KINDS[new.kind]))


def filed(name: str, made: Paper) -> Callable[[Website], Website]:
    """The site with a file in the folder of this year's plans."""
    one = papers.Document(
        folder="/Shared Documents/แผนปี 2569", name=name, paper=made, by="กลุ่มงานพัฒนายุทธศาสตร์สาธารณสุข"
    )
    shown = markup.library([one], sized=True)
    return lambda site: site.edited(EMPTY, markup.NO_ITEMS, shown).with_answer(one.address, Answer(body=made))


def with_window(text: str) -> str:
    return text.replace(
        "<body>",
        '<body style="filter:grayscale(100%)"><div role="dialog">น้อมรำลึกในพระมหากรุณาธิคุณ<button>ปิด</button></div>',
    )


def rows_as_divisions(text: str) -> str:
    """Views as the newer pages draw them: a grid of divisions."""
    roles = {"table": "grid", "tr": "row", "th": "columnheader", "td": "gridcell"}

    def drawn(found: re.Match[str]) -> str:
        plain = re.sub(r"</?(?:thead|tbody)>", "", found.group())
        opened = re.sub(
            r"<(table|tr|th|td)\b[^>]*>", lambda tag: f'<div role="{roles[tag[1]]}" class="od-cell">', plain
        )
        return re.sub(r"</(?:table|tr|th|td)>", "</div>", opened)

    return re.sub(r'<table class="ms-listviewtable".*?</table>', drawn, text, flags=re.DOTALL)


def days_in_words(text: str) -> str:
    return re.sub(
        r"\b(\d{1,2})/(\d{1,2})/(25\d\d)\b",
        lambda found: f"{found[1]} {office.MONTHS[int(found[2]) - 1]} {found[3]}",
        text,
    )


def without_form(text: str) -> str:
    """A page without the form around it; the survey keeps it."""
    if "ctl00$save" in text:
        return text
    opened = re.sub(r'<form [^>]*id="aspnetForm"[^>]*>', '<div id="aspnetForm">', text)
    return opened.replace("</form>", "</div>")


def without_word(site: Website) -> Website:
    """The history without what Word pasted along."""
    text = re.sub(r'<span lang="TH"[^>]*>(.*?)</span>', r"\1", text_of(site, HISTORY))
    plain = re.sub(r"<o:p>.*?</o:p>| class=\"MsoNormal\"| style=\"text-align[^\"]*\"|</?o:p>", "", text)
    return site.with_body(HISTORY, plain)


def in_thai_windows(site: Website) -> Website:
    return site.edited_everywhere('<meta charset="utf-8" />', '<meta charset="windows-874" />').recoded(
        "cp874", "text/html; charset=windows-874"
    )


def other_labels(site: Website) -> Website:
    for old, new in (
        ("ประวัติสำนักงาน", "ความเป็นมาของ สสจ."),
        ("ทำเนียบผู้บริหาร", "คณะผู้บริหาร"),
        ("แบบฟอร์มดาวน์โหลด", "ดาวน์โหลดแบบฟอร์ม"),
        ("คลังความรู้สุขภาพ", "สาระน่ารู้เพื่อสุขภาพ"),
    ):
        site = site.edited_everywhere(old, new)
    return site


def old_budget(site: Website) -> Website:
    made = office.budget(OFFICE, 2568)
    return exchanged(
        site, BUDGET, papers.Document(folder=PLANS, name="แผนงาน โครงการ และงบประมาณ ปี 2568.xlsx", paper=made)
    )


def no_plan(site: Website) -> Website:
    """Neither this year's plan nor last year's."""
    to = re.escape(quote(PLAN))
    row = rf'<tr class="ms-itmhover">(?:(?!</tr>).)*{to}.*?</tr>|<li><a href="{to}".*?</li>'
    return everywhere(row, "")(site).without(PLAN)


def former_months(site: Website) -> Website:
    """No summary after August 2568."""
    former = papers.monthly((("มิถุนายน", 2568, "มิ.ย.68"), ("กรกฎาคม", 2568, "ก.ค.68"), ("สิงหาคม", 2568, "ส.ค.68")))
    for month, made in zip(("ต.ค.68", "พ.ย.68", "ธ.ค.68"), former, strict=True):
        old = f"{papers.MONTHLY}/สขร1_{month}.pdf"
        site = exchanged(site, old, replace(made, modified="6/9/2568 9:02"))
    return rewritten(
        f"/Shared Documents/Forms/AllItems.aspx?RootFolder={papers.MONTHLY}&FolderCTID=0x012000A1",
        "6/1/2569 9:02",
        "6/9/2568 9:02",
    )(site)


def no_vacancy(site: Website) -> Website:
    """No vacancy but the hospital's."""
    row = r'<tr class="ms-itmhover">(?:(?!</tr>).)*DispForm\.aspx\?ID=5".*?</tr>'
    return rewritten("/Lists/Jobs/AllItems.aspx", row, "")(site).without(
        JOB, "/Lists/Jobs/Attachments/5/ประกาศรับสมัคร.pdf"
    )


def _two_years_before(text: str) -> str:
    """The text of two years before; the menu keeps its years."""
    return re.sub(r"(?<!ITA)(?<!ITA ปี )256([89])", lambda found: str(2560 + int(found[1]) - 2), text)


def old_news(site: Website) -> Website:
    """Nothing new for two years."""
    for where in (*NEWS, *NEWS_LISTS):
        site = site.with_body(where, _two_years_before(text_of(site, where)))
    table = re.search(r'<table class="ms-listviewtable".*?</table>', text_of(site, "/SitePages/Home.aspx"), re.DOTALL)
    assert table is not None
    site = site.edited("/SitePages/Home.aspx", table.group(), _two_years_before(table.group()))
    old = office.notice(OFFICE, "หยุดให้บริการงานใบอนุญาต", "วันที่ 2 มกราคม 2567", day="29 ธันวาคม 2566")
    return site.with_body("/Lists/News/Attachments/12/ประกาศ.pdf", old)


def archived(site: Website) -> Website:
    """The tender that closed stands in the archive."""
    listed_as = f'<tr class="ms-itmhover"><td class="ms-vb2"><a class="ms-listlink" href="{CLOSED}"'
    row = re.search(f"{re.escape(listed_as)}.*?</tr>", text_of(site, TENDERS), re.DOTALL)
    assert row is not None
    listed = site.edited(TENDERS, row.group(), "")
    title, to = "คลังประกาศจัดซื้อจัดจ้างที่สิ้นสุดแล้ว", "/Lists/Procure/Closed.aspx"
    body = f'<table class="ms-listviewtable"><tbody>{row.group()}</tbody></table>'
    listed = listed.edited(
        TENDERS, '<div id="DeltaPlaceHolderMain">', f'<div id="DeltaPlaceHolderMain">{markup.link(to, title)}'
    )
    back = listed.edited(CLOSED, f'<a href="{TENDERS}">จัดซื้อจัดจ้าง</a></div>', f'<a href="{to}">{title}</a></div>')
    return back.with_answer(to, Answer(body=markup.page(title, body)))


def sourced(site: Website) -> Website:
    for name, where in GAZETTE:
        site = rewritten(LAW, rf'({name}\.pdf">[^<]*</a></td><td class="ms-vb2">)', rf"\1ราชกิจจานุเบกษา {where}")(site)
    return site


def about_the_website(site: Website) -> Website:
    for old, new in (
        ("ของผู้รับบริการ ณ ศูนย์บริการแบบเบ็ดเสร็จ (One Stop Service) งานใบอนุญาต", "ต่อการใช้งานเว็บไซต์ สสจ.ศรีบูรพา"),
        ("ด้านเจ้าหน้าที่ผู้ให้บริการ", "ด้านเนื้อหาบนเว็บไซต์"),
        ("ด้านสถานที่", "ด้านการออกแบบเว็บไซต์"),
    ):
        site = site.edited(SATISFY, old, new)
    return site


def trained(site: Website) -> Website:
    told = "สสจ.ศรีบูรพา อบรมความมั่นคงปลอดภัยไซเบอร์แก่ผู้ดูแลเว็บไซต์และเจ้าหน้าที่"
    body = "สสจ.ศรีบูรพา จัดอบรม Cyber Security Awareness ให้แก่เจ้าหน้าที่ สสจ. 52 คน เมื่อวันที่ 6 มกราคม 2569"
    named = site.edited_everywhere("รพ.ศรีบูรพา ซ้อมแผนรับมือภัยคุกคามไซเบอร์ประจำปี", told)
    return rewritten(DRILL, r"<p>โรงพยาบาลศรีบูรพา จัดอบรม.*?</p>", f"<p>{body}</p>")(named)
