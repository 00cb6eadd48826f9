"""A general hospital (โรงพยาบาลทั่วไป) on a script framework that renders on the server, its data beside each page.

Menus of buttons, tabs, accordions in accordions, cards, dialogs, numbers for files, a few pages in English. The
provincial office, the hospital's foundation, a nursing college and the health centres of its network speak on it.
The audit's day is 16 June 2026 (fiscal year 2569).
"""

from __future__ import annotations

import re
from pathlib import Path

from tests.sites.content import Fragment, read_fragments
from tests.sites.nexthosp import markup
from tests.sites.nexthosp.papers import address, documents
from tests.sites.website import Answer, Website

HERE = Path(__file__).parent
PARTS = re.compile(r"^\[\[(tab|fold):(.+?)\]\]\n", re.MULTILINE)
PICTURES = ("logo", "hero", "cover", "org-chart-2569", "act-901a", "act-901b", "act-897a", "act-890a", "act-881a")
FACES = ("exec-1", "exec-2", "exec-3", "exec-4")
PER_PAGE = 6
ANNUAL = 105  # the file that the storage does not give
Row = tuple[str, tuple[tuple[str, str], ...]]
ITA_2569: tuple[Row, ...] = (
    (
        "MOIT 1 ระบบการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์",
        (
            ("1.1 บันทึกข้อความขออนุญาตนำเผยแพร่", address(113)),
            ("1.2 คำสั่งแต่งตั้งคณะทำงานเว็บไซต์โรงพยาบาล", address(111)),
            ("1.3 ประกาศแนวทางการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์ของหน่วยงาน", address(110)),
            ("1.4 แบบฟอร์มการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์", address(112)),
            ("2. รายงานผลการกำกับติดตาม ปี 2568", address(135)),
        ),
    ),
    (
        "MOIT 2 ข้อมูลข่าวสารที่เป็นปัจจุบัน",
        (
            ("1.1 ข้อมูลผู้บริหาร", "/about/executives"),
            ("1.3 โครงสร้างหน่วยงาน", "/about/โครงสร้างองค์กร"),
            ("1.4 หน้าที่และอำนาจ", "/about/อำนาจหน้าที่"),
            ("1.5 กฎหมายที่เกี่ยวข้อง", "/laws"),
            ("1.7 ข้อมูลการติดต่อ", "/contact"),
            ("2. วิสัยทัศน์ พันธกิจ ค่านิยม", "/about/วิสัยทัศน์-พันธกิจ"),
            ("9. แผนปฏิบัติการประจำปี", address(103)),
            ("10. รายงานผลการปฏิบัติราชการ รอบ 6 เดือน", address(107)),
            ("14. คู่มือการปฏิบัติงาน", "/manuals"),
        ),
    ),
    ("MOIT 3 รายงานการวิเคราะห์ผลการจัดซื้อจัดจ้าง ปี 2568", (("รายงาน", address(134)),)),
    ("MOIT 4 ระบบการจัดซื้อจัดจ้าง", (("แผนจัดซื้อจัดจ้าง", address(127)),)),
    ("MOIT 5 สรุปผลการจัดซื้อจัดจ้างรายเดือน", (("สขร.1", "/procurement/สขร1"),)),
    ("MOIT 7 ผลการประเมินการปฏิบัติราชการ ระดับดีเด่น", (("ประกาศ", address(109)),)),
    ("MOIT 10 สรุปผลเรื่องร้องเรียน", (("รอบ 6 เดือน", address(139)),)),
    ("MOIT 12 มาตรการป้องกันการรับสินบน", (("No Gift Policy", address(140)),)),
    ("MOIT 15 แผนปฏิบัติการป้องกันการทุจริต", (("แผน 2569", address(108)),)),
)
ITA_2568: tuple[Row, ...] = (
    ("MOIT 1 ระบบการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์", (("1.3 ประกาศแนวทางการเผยแพร่ข้อมูล ปี 2568", address(138)),)),
    (
        "MOIT 2 ข้อมูลข่าวสารที่เป็นปัจจุบัน",
        (
            ("8. แผนยุทธศาสตร์", address(101)),
            ("11. แผนการใช้จ่ายงบประมาณประจำปี", address(104)),
            ("16. รายงานผลการดำเนินการ", "#"),
        ),
    ),
    ("MOIT 20 อบรมผลประโยชน์ทับซ้อน", (("หนังสือแจ้งเวียน", "#"),)),
)
EXECUTIVES = (
    ("นายแพทย์ปิยวัฒน์ ศรีเวียงคำ", "ผู้อำนวยการโรงพยาบาลเวียงแก้ว", "0 5461 1200 ต่อ 2001"),
    ("นายแพทย์ธีรภัทร มหาวัน", "รองผู้อำนวยการฝ่ายการแพทย์", "0 5461 1200 ต่อ 2002"),
    ("นางศิริพร บุญเรือง", "รองผู้อำนวยการฝ่ายการพยาบาล", "0 5461 1200 ต่อ 2003"),
    ("นางสาวรุ่งนภา ธรรมใจ", "รองผู้อำนวยการฝ่ายบริหาร", "0 5461 1200 ต่อ 2004"),
)
FORMER = (
    "<h2>ทำเนียบอดีตผู้อำนวยการ</h2><ol><li>นายแพทย์ประสิทธิ์ วงศ์อินทร์ พ.ศ. 2494 - 2509</li>"
    "<li>นายแพทย์สมหวัง ดีงาม พ.ศ. 2509 - 2527</li></ol>"
)
ENGLISH = {
    "/en": (
        "Home",
        (
            '<h1>Wiang Kaew Hospital</h1><p>A 342-bed general hospital.</p><a href="/en/about">About us</a> '
            '<a href="/en/executives">Executives</a> <a href="/en/contact">Contact</a>'
        ),
    ),
    "/en/about": (
        "About us",
        (
            "<h1>About us</h1><h2>History</h2><p>The hospital opened on 14 February 1951 with 25 beds and became a "
            "general hospital in 1996.</p>"
        ),
    ),
    "/en/contact": (
        "Contact",
        "<h1>Contact</h1><p>219 Phra That Road, Wiang, Mueang Wiang Kaew 56000. Tel. +66 5461 1200</p>",
    ),
}


def website() -> Website:
    """The site without faults other than its own."""
    known = documents()
    pages = {one.address: built(one) for one in read_fragments(HERE / "content.html")}
    pages |= _posts() | {"/ita": _ita(), "/about/executives": _executives()}
    pages |= {where: _english(title, body) for where, (title, body) in ENGLISH.items()}
    pages["/en/executives"] = _english(
        "คณะผู้บริหาร", f"<p>This page is not available in English.</p><h1>คณะผู้บริหาร</h1>{_people()}"
    )
    answers = {where: Answer(body=body) for where, body in pages.items()}
    answers |= {one.address: one.answer() for one in known.values()}
    answers |= {markup.image(name): Answer.picture(f"{name}.jpg", "ภาพ", name) for name in (*PICTURES, *FACES)}
    answers[markup.CSS] = Answer(body=".container{width:100%}", content_type="text/css")
    answers[markup.SCRIPT] = Answer(body="self.__NEXT_P=[]", content_type="text/javascript")
    answers[address(ANNUAL)] = Answer(body="Service Unavailable", content_type="text/plain", status=503)
    return Website(answers=answers, missing=Answer(body=markup.NOT_FOUND, status=404))


def built(one: Fragment) -> str:
    """A page from its text and the tabs or panels that it names."""
    first, *parts = PARTS.split(markup.filled(one.body, documents()) + "\n")
    panels = [(title, body.strip()) for title, body in zip(parts[1::3], parts[2::3], strict=True)]
    shown = (markup.tabs if "tab" in parts[::3] else markup.folds)(panels) if panels else ""
    return markup.plain(one, first.strip() + shown)


def _posts() -> dict[str, str]:
    """The posts and the lists of them."""
    known = documents()
    posts = sorted(read_fragments(HERE / "posts.html"), key=lambda one: one.more[0], reverse=True)
    of = {section: [one for one in posts if one.more[1] == section] for section in (*markup.SECTIONS, "closed")}
    pages = {one.address: markup.post(one, markup.filled(one.body, known)) for one in posts}
    for section in markup.SECTIONS:
        last = -(-len(of[section]) // PER_PAGE)
        for number in range(1, last + 1):
            shown = of[section][(number - 1) * PER_PAGE : number * PER_PAGE]
            made = markup.listing(section, shown, number, last)
            if last > 1:
                pages[f"/{section}?page={number}"] = made
            if number == 1:
                pages[f"/{section}"] = made
    pages["/jobs"] = markup.vacancies(of["jobs"], of["closed"])
    return pages | {"/": markup.home(of["news"][:3], of["activities"][:3])}


def _people() -> str:
    return '<div class="grid grid-cols-2 md:grid-cols-4">' + "".join(
        f'<div class="card"><div>{markup.picture(face, name)}</div><h3>{name}</h3><p>{post}</p><button type="button" '
        f'aria-haspopup="dialog" aria-controls="dlg-{face}">ข้อมูลติดต่อ</button><div role="dialog" aria-modal="true" '
        f'id="dlg-{face}" hidden=""><p>{name}</p><p>โทรศัพท์ {phone}</p><button type="button">ปิด</button></div></div>'
        for face, (name, post, phone) in zip(FACES, EXECUTIVES, strict=True)
    ) + "</div>"  # fmt: skip


def _executives() -> str:
    title = "คณะผู้บริหารโรงพยาบาล"
    return markup.page(title, f'<h1 class="text-2xl">{title}</h1>{_people()}{FORMER}', "/about/executives")


def _ita() -> str:
    """The transparency items: an accordion of years, in each one of the items."""
    title = "การประเมินคุณธรรมและความโปร่งใส (MOPH ITA)"
    years = [
        (f"ปีงบประมาณ พ.ศ. {year}", markup.folds([(item, _links(links)) for item, links in rows], f"y{year}-"))
        for year, rows in ((2569, ITA_2569), (2568, ITA_2568))
    ]
    return markup.page(title, f'<h1 class="text-2xl">{title}</h1>{markup.folds(years, "y")}', "/ita")


def _links(links: tuple[tuple[str, str], ...]) -> str:
    return "<ul>" + "".join(f'<li><a href="{where}">{label}</a></li>' for label, where in links) + "</ul>"


def _english(title: str, body: str) -> str:
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charSet="utf-8"/><title>{title} - Wiang Kaew Hospital</title>'
        '</head><body><div id="__next"><header><a href="/">ไทย</a> <a href="/en">Home</a></header>'
        f"<main>{body}</main></div></body></html>"
    )
