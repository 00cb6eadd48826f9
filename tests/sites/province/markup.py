"""How the provincial office's pages are put together: what a page builder leaves behind.

No element says what it is: no nav, no main, no heading, no list; only nested divs with hashed classes.
"""

from __future__ import annotations

import hashlib

NAME = "สำนักงานสาธารณสุขจังหวัดภูธารา"
MENU = (
    ("/หนาแรก/ประวตความเปนมา", "ประวัติความเป็นมา"),
    ("/หนาแรก/วสยทศน-พนธกจ", "วิสัยทัศน์ พันธกิจ"),
    ("/หนาแรก/โครงสราง", "โครงสร้างองค์กร"),
    ("/หนาแรก/ผบรหาร", "คณะผู้บริหาร"),
    ("/หนาแรก/cio", "CIO"),
    ("/หนาแรก/อำนาจหนาท", "อำนาจหน้าที่"),
    ("/แผนงาน/ยทธศาสตร", "แผนยุทธศาสตร์"),
    ("/แผนงาน/แผนปฏบตราชการ", "แผนปฏิบัติราชการ"),
    ("/แผนงาน/งบประมาณ", "แผนงาน โครงการ และงบประมาณ"),
    ("/แผนงาน/รายงานประจำป", "รายงานประจำปี"),
    ("/แผนงาน/คำรบรอง", "คำรับรองการปฏิบัติราชการ"),
    ("/แผนงาน/ผลการปฏบตราชการ", "รายงานผลการปฏิบัติราชการ"),
    ("/กฎหมาย", "กฎหมายและระเบียบ"),
    ("/คมอ", "คู่มือการปฏิบัติงาน"),
    ("/คมอประชาชน", "คู่มือสำหรับประชาชน"),
    ("/oia", "ข้อมูลข่าวสารตาม พ.ร.บ."),
    ("/คลงความร", "คลังความรู้"),
    ("/ขาว", "ข่าวประชาสัมพันธ์"),
    ("/กจกรรม", "ภาพกิจกรรม"),
    ("/สมครงาน", "รับสมัครงาน"),
    ("/จดซอจดจาง", "จัดซื้อจัดจ้าง"),
    ("/รองเรยน", "ร้องเรียนออนไลน์"),
    ("/ความพงพอใจ", "ความพึงพอใจต่อเว็บไซต์"),
    ("/ita2567", "ITA 2567"),
    ("/กลมงาน/ยทธศาสตร", "กลุ่มงานพัฒนายุทธศาสตร์สาธารณสุข"),
    ("/กลมงาน/คมครองผบรโภค", "กลุ่มงานคุ้มครองผู้บริโภคฯ"),
    ("/กลมงาน/ควบคมโรค", "กลุ่มงานควบคุมโรคติดต่อ"),
    ("/ลงก", "เว็บไซต์ที่เกี่ยวข้อง"),
    ("/ตดตอเรา", "ติดต่อเรา"),
)
CONTACT = (
    "สำนักงานสาธารณสุขจังหวัดภูธารา เลขที่ 9 ถนนธาราราษฎร์ ตำบลในเมือง อำเภอเมืองภูธารา จังหวัดภูธารา 54990",
    "โทรศัพท์ 0-5400-0200 โทรสาร 0-5400-0201",
    "อีเมล saraban [at] phuthara-health [dot] invalid",
)


def _hashed(word: str) -> str:
    return "C" + hashlib.sha256(word.encode()).hexdigest()[:6]


def soup(body: str, *names: str) -> str:
    """The body inside as many divs as a page builder likes."""
    for name in reversed(names):
        body = f'<div class="{_hashed(name)} {_hashed(name + "x")}" data-id="{_hashed(name)[1:]}">{body}</div>'
    return body


def entry(href: str, label: str) -> str:
    """An entry of the menu."""
    return soup(f'<a href="{href}" class="{_hashed("a")}">{label}</a>', "item", "inner")


TOP = soup(
    soup(f'<a href="/"><span style="font-weight:700">{NAME}</span></a>', "logo")
    + soup("".join(entry(*place) for place in MENU), "bar", "bar-in", "bar-list"),
    "top",
)
BOTTOM = soup("".join(soup(f"<span>{line}</span>", "line") for line in CONTACT), "bottom", "bottom-in")
NOT_FOUND = (
    f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{NAME}</title></head>'
    f"<body>{soup('ไม่พบหน้าเว็บ', 'e')}</body></html>"
)


def page(title: str, body: str) -> str:
    """A page of the builder."""
    head = soup(f'<span style="font-size:24pt;font-weight:700">{title}</span>', "hero", "hero-in", "title")
    content = soup(body, "section", "container", "column", "widget", "widget-in")
    return (
        '<!DOCTYPE html><html lang="th"><head><meta charset="utf-8">'
        f"<title>{title} | สสจ.ภูธารา</title><style>.{_hashed('top')}{{color:#123}}</style></head>"
        f"<body>{TOP}{head}{content}{BOTTOM}<script>window.__builder=1;</script>"
        '<script src="https://stats.tracker.invalid/t.js"></script></body></html>'
    )
