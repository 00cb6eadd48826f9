"""What may happen to the provincial office's site."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from auditor.findings import Status
from tests.sites.govcms import markup, papers, stored
from tests.sites.govcms.shelves import Document, attached, categories
from tests.sites.mutation import (
    FAIL,
    FAIL_OR_PARTIAL,
    PARTIAL,
    PASS,
    REVIEW,
    UNVERIFIABLE,
    Mutation,
    answering_all,
    as_entities,
    in_other_code_points,
    on_every_page,
    outside_tags,
    same,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.sites.papers import Paper
    from tests.sites.website import Website

NOT_APPLICABLE = frozenset({Status.NOT_APPLICABLE})
CENTRE = "/th/document-center/{}/"
SURVEY = (
    '<form method="post" action="/th/satisfaction/send"><p>โปรดให้คะแนนความพึงพอใจต่อเว็บไซต์ '
    "สสจ.ธาราคีรี</p><label>ความง่ายในการใช้งาน "
    '<select name="q1"><option>5</option><option>4</option><option>3</option></select></label><label>ข้อเสนอแนะ '
    "<textarea "
    'name="q2"></textarea></label><button type="submit">ส่งคำตอบ</button></form>'
)
FORMER = (
    "<table><caption>ทำเนียบอดีตนายแพทย์สาธารณสุขจังหวัด</caption><tr><td>นายแพทย์ประเวศ "
    "สินธุวงศ์</td><td>2517 - 2526</td></tr>"
    "<tr><td>นายแพทย์อดุลย์ ศรีนวล</td><td>2526 - 2538</td></tr></table>"
)
PATIENTS = (
    "<table><caption>จำนวนผู้รับบริการผู้ป่วยนอกของหน่วยบริการในจังหวัด</caption>"
    "<tr><th>เดือน</th><th>ครั้ง</th></tr><tr><td>ธันวาคม "
    "2568</td>"
    "<td>41,220</td></tr><tr><td>มกราคม 2569</td><td>43,900</td></tr></table>"
)
BY_TELEPHONE = "<p>แจ้งเรื่องร้องเรียนได้ที่โทรศัพท์ ๐ ๕๓๙๙ ๗๐๒๐ ในวันและเวลาราชการ</p>"


def _text(site: Website, slug: str) -> str:
    body = site.answers[f"/th/{slug}/"].body
    assert isinstance(body, str)
    return body


def _page(site: Website, slug: str, title: str, body: str) -> Website:
    return site.with_body(f"/th/{slug}/", markup.page(title, body))


def _without(site: Website, slug: str, pattern: str, new: str = "") -> Website:
    """A page with what matches replaced."""
    text = re.sub(pattern, new, _text(site, slug), flags=re.DOTALL)
    return site.with_body(f"/th/{slug}/", text)


def _shelved(site: Website, slug: str, change: Callable[[Document], Document | None]) -> Website:
    """A category with its documents changed or (None) taken away."""
    title, documents = categories()[slug]
    kept = [new for document in documents if (new := change(document)) is not None]
    for document in documents:
        site = site.without(document.address)
    for document in kept:
        site = site.with_answer(document.address, stored(document))
    return _page(site, f"document-center/{slug}", title, markup.shelf(kept))


def _replaced(slug: str, key: str, paper: Paper) -> Callable[[Website], Website]:
    """Another paper under a title."""
    return lambda site: _shelved(site, slug, lambda doc: replace(doc, paper=paper) if doc.key == key else doc)


def _dropped(slug: str, key: str) -> Callable[[Website], Website]:
    """A document taken away with its row."""
    return lambda site: _shelved(site, slug, lambda doc: None if doc.key == key else doc)


def _renamed(slug: str, key: str, title: str, paper: Paper) -> Callable[[Website], Website]:
    """Another document in a row."""
    return lambda site: _shelved(
        site, slug, lambda doc: replace(doc, paper=paper, title=title) if doc.key == key else doc
    )


def _agreement(name: str) -> Callable[[Website], Website]:
    """An agreement in the place of the plan of two years ago's results."""
    return _renamed("report", "annual67", "คำรับรองการปฏิบัติราชการ ปีงบประมาณ 2569", papers.agreement(2569, name))


def _guide_untimed(site: Website) -> Website:
    site = _without(site, "services/clinic-license", r"<td>\d+ (?:นาที|วันทำการ)</td>|<th scope=\"col\">ระยะเวลา</th>")
    paper = papers.paper(
        "คู่มือสำหรับประชาชน : การขออนุญาตประกอบกิจการสถานพยาบาล", "1. ยื่นคำขอ", "2. ตรวจสถานที่", "3. รับใบอนุญาต"
    )
    return _replaced("citizen-guide", "guide", paper)(site)


def _vacancy_over(site: Website) -> Website:
    site = site.edited("/th/jobs/pharmacist/", "16 - 27 กุมภาพันธ์ 2569", "12 - 23 มกราคม 2569")
    site = site.edited_everywhere("6 กุมภาพันธ์ 2569</time>", "6 มกราคม 2569</time>")
    site = site.edited("/th/jobs/pharmacist/", "วันที่เผยแพร่ : 6 กุมภาพันธ์ 2569", "วันที่เผยแพร่ : 6 มกราคม 2569")
    paper = papers.paper("ประกาศรับสมัครบุคคลเพื่อเลือกสรร ตำแหน่งเภสัชกร", "รับสมัครระหว่างวันที่ ๑๒ - ๒๓ มกราคม ๒๕๖๙")
    document = replace(attached()["job-pharm"], paper=paper)
    return site.with_answer(document.address, stored(document))


def _sized_nowhere(site: Website) -> Website:
    return on_every_page(site, lambda text: re.sub(r"\d+\.\d KB", "", text).replace("<th>ขนาดไฟล์</th>", "<th></th>"))


def _owned_by_admin(site: Website) -> Website:
    for slug in categories():
        site = _shelved(site, slug, lambda doc: replace(doc, owner="admin"))
    return site


def _committee_down(site: Website) -> Website:
    _, documents = categories()["skr1"]
    return site.with_status(503, CENTRE.format("skr1"), *(document.address for document in documents))


def _with_cio(site: Website) -> Website:
    post = "รองนายแพทย์สาธารณสุขจังหวัด (ด้านบริหารสาธารณสุข)"
    return site.edited(
        "/th/executives/", post, f"{post} ปฏิบัติหน้าที่ผู้บริหารเทคโนโลยีสารสนเทศระดับสูง (CIO) ประจำสำนักงานสาธารณสุขจังหวัดธาราคีรี"
    )


def _announced(site: Website) -> Website:
    title = "MOIT1 (1.2) ประกาศแนวทางการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์ของหน่วยงาน ปีงบประมาณ พ.ศ. 2569"
    return _renamed("ita", "m1-memo", title, papers.announcement(2569))(site)


def _sources_told(site: Website) -> Website:
    return _shelved(
        site, "laws", lambda doc: replace(doc, remark=doc.remark or "ที่มา : ราชกิจจานุเบกษา เล่ม ๑๓๒ ตอนที่ ๘๖ ก")
    )


def _thai_digits(text: str) -> str:
    return text.translate({ord("0") + digit: chr(0x0E50 + digit) for digit in range(10)})


def _without_roles(text: str) -> str:
    return re.sub(r' (?:role|aria-[a-z]+|hidden)(?:="[^"]*")?(?=[ >])', "", text)


def _without_data(text: str) -> str:
    return re.sub(r'<script type="application/ld\+json">.*?</script>', "", text)


def _without_crumbs(text: str) -> str:
    return re.sub(r'<nav class="breadcrumb".*?</nav>', "", text)


def _button_first(text: str) -> str:
    """The button before the title."""
    text = re.sub(r'<tr><td>(\d+)</td>(.*?)(<td><a class="button".*?</td>)</tr>', r"<tr>\3<td>\1</td>\2</tr>", text)
    return text.replace("<tr><th>ที่</th><th>ชื่อเอกสาร", "<tr><th>ไฟล์</th><th>ที่</th><th>ชื่อเอกสาร").replace(
        "<th>ไฟล์</th></tr>", "</tr>"
    )


def _icons_only(text: str) -> str:
    return text.replace(
        '<svg aria-hidden="true"></svg> ดาวน์โหลด</a>', '<svg role="img" aria-label="ดาวน์โหลด"></svg></a>'
    )


def _accordion_as_details(text: str) -> str:
    text = re.sub(
        r'<div class="accordion__item"><h3><button[^>]*>(.*?)</button></h3><div[^>]*>(.*?)</div></div>',
        r"<details><summary>\1</summary>\2</details>",
        text,
        flags=re.DOTALL,
    )
    return text.replace('<div class="accordion">', "<div>")


def _named_files(site: Website) -> Website:
    """Addresses of downloads that end in a file's name."""
    answers = {}
    for address, answer in site.answers.items():
        word = answer.content_type.endswith("wordprocessingml.document")
        stands = address.startswith("/storage/download/")
        answers[f"{address}.{'docx' if word else 'pdf'}" if stands else address] = answer
    renamed = replace(site, answers=answers)
    kinds = {address.rpartition(".")[0]: address for address in answers if address.startswith("/storage/download/")}
    return on_every_page(
        renamed,
        lambda text: re.sub(r'"(/storage/download/[\w-]+)"', lambda found: f'"{kinds[found.group(1)]}"', text),
    )


def _short_days(text: str) -> str:
    """«12 ก.พ. 69»."""
    short = {"กุมภาพันธ์": "ก.พ.", "มกราคม": "ม.ค.", "ธันวาคม": "ธ.ค.", "พฤศจิกายน": "พ.ย.", "ตุลาคม": "ต.ค."}
    return re.sub(
        r"(?<=>)(\d+) (กุมภาพันธ์|มกราคม|ธันวาคม|พฤศจิกายน|ตุลาคม) 25(\d\d)(?=</t)",
        lambda found: f"{found.group(1)} {short[found.group(2)]} {found.group(3)}",
        text,
    )


MUTATIONS = (
    Mutation(
        "the fax number is told to machines only",
        lambda site: site.edited("/th/contact-us/", "<dt>โทรสาร</dt><dd>๐ ๕๓๙๙ ๗๐๙๙</dd>", ""),
        {"1.1.fax": FAIL},
    ),
    Mutation(
        "no e-mail address is told",
        lambda site: _without(site, "contact-us", r"<dt>ไปรษณีย์อิเล็กทรอนิกส์กลาง.*?</dd>"),
        {"1.1.email": FAIL},
    ),
    Mutation("the map is gone", lambda site: _without(site, "contact-us", r"<iframe.*?</iframe>"), {"1.1.map": FAIL}),
    Mutation(
        "projects and budget are behind their title",
        _replaced("plan", "budget69", papers.budget(2569)),
        {"1.1.projects-budget": PASS},
    ),
    Mutation("this year's plan is gone", _dropped("plan", "plan69"), {"1.1.action-plan": PARTIAL}),
    Mutation("the last annual report is gone", _dropped("report", "annual68"), {"1.1.annual-report": PARTIAL}),
    Mutation("the agreement is there", _agreement(papers.NAME), {"1.1.performance-agreement": PASS}),
    Mutation(
        "the agreement is another province's",
        _agreement("สำนักงานสาธารณสุขจังหวัดศิลาลัย"),
        {"1.1.performance-agreement": FAIL},
    ),
    Mutation(
        "two web masters are appointed", _replaced("ita", "m1-order", papers.order(2)), {"3.1.two-webmasters": PASS}
    ),
    Mutation(
        "the order is a scan",
        _replaced("ita", "m1-order", replace(papers.order(2), scanned=True)),
        same(REVIEW | UNVERIFIABLE, "2.1.webmaster-order", "3.1.two-webmasters"),
    ),
    Mutation("this year's announcement is there", _announced, same(PASS, "3.announcement", "2.2.current")),
    Mutation(
        "the survey is open",
        lambda site: site.edited("/th/satisfaction/", "<p>ปิดรับการประเมินประจำปีแล้ว ขอบคุณทุกความเห็น</p>", SURVEY),
        {"1.10.satisfaction-survey": PASS},
    ),
    Mutation(
        "the results are about the services",
        lambda site: _page(
            site,
            "satisfaction",
            "ความพึงพอใจ",
            "<h2>ผลสำรวจความพึงพอใจของผู้รับบริการ ณ จุดบริการ One Stop Service ปี 2568</h2><p>ผู้ตอบ 120 คน คะแนนเฉลี่ย 4.4</p>",
        ),
        {"1.10.satisfaction-level": FAIL},
    ),
    Mutation(
        "the statistics are of patients",
        lambda site: _page(site, "website-statistics", "สถิติผู้รับบริการ", PATIENTS).edited_everywhere(
            "สถิติเว็บไซต์", "สถิติผู้รับบริการ"
        ),
        {"1.10.statistics": FAIL},
    ),
    Mutation(
        "complaints are taken by telephone",
        lambda site: _page(site, "complaint-center", "ศูนย์รับเรื่องร้องเรียน", BY_TELEPHONE),
        {"1.9.e-service": NOT_APPLICABLE},
    ),
    Mutation("the guide tells no times", _guide_untimed, {"1.7.guide-durations": FAIL}),
    Mutation(
        "the manual tells its times",
        _replaced("manual", "manual", papers.manual(("15 นาที", "1 วันทำการ", "5 วันทำการ", "2 วันทำการ"))),
        {"1.6.manual-durations": PASS},
    ),
    Mutation(
        "the monthly summaries answer 503",
        _committee_down,
        same(UNVERIFIABLE, "1.5.oia-committee", "1.8.procurement-result"),
    ),
    Mutation("the vacancy's time is over", _vacancy_over, {"3.2.expired": FAIL_OR_PARTIAL}),
    Mutation(
        "the index of section 7 leads nowhere",
        lambda site: site.with_body(
            "/th/oia/", re.sub(r'<dd><a href="[^"]*">[^<]*</a></dd>(?=.*id="s9")', "<dd></dd>", _text(site, "oia"))
        ),
        {"1.5.oia-7": FAIL},
    ),
    Mutation("every law tells its source", _sources_told, {"1.2.laws-source": PASS}),
    Mutation(
        "only former heads are named",
        lambda site: _page(site, "executives", "ผู้บริหาร", FORMER),
        {"1.1.executives": FAIL},
    ),
    Mutation(
        "the vision is gone",
        lambda site: site.edited(
            "/th/about-us/", "<h3>วิสัยทัศน์</h3><p>ธาราคีรีเมืองสุขภาวะ ระบบสุขภาพไร้รอยต่อ ประชาชนมีส่วนร่วม</p>", ""
        ).edited("/th/about-us/", "วิสัยทัศน์ พันธกิจ ค่านิยม", "พันธกิจ ค่านิยม"),
        {"1.1.vision": FAIL},
    ),
    Mutation(
        "duties are under construction",
        lambda site: _without(
            site, "about-us", r"(?<=aria-labelledby=\"t-4\" hidden>).*?(?=</section>)", "<p>อยู่ระหว่างปรับปรุงข้อมูล</p>"
        ),
        {"1.1.duties": FAIL},
    ),
    Mutation("no size is shown", _sized_nowhere, {"2.2.file-size": FAIL}),
    Mutation("the documents are the administrator's", _owned_by_admin, {"2.2.source": PARTIAL}),
    Mutation("a vice head is CIO", _with_cio, {"1.1.cio": PASS}),
    Mutation("Thai letters are character references", lambda site: on_every_page(site, outside_tags(as_entities))),
    Mutation(
        "letters are in other code points", lambda site: on_every_page(site, outside_tags(in_other_code_points))
    ),
    Mutation("numbers are in Thai digits", lambda site: on_every_page(site, outside_tags(_thai_digits))),
    Mutation("what is missing answers 200", answering_all),
    Mutation("no data for machines", lambda site: on_every_page(site, _without_data)),
    Mutation("no roles, nothing hidden", lambda site: on_every_page(site, _without_roles)),
    Mutation("no crumbs", lambda site: on_every_page(site, _without_crumbs)),
    Mutation("the button stands before the title", lambda site: on_every_page(site, _button_first)),
    Mutation("buttons are icons", lambda site: on_every_page(site, _icons_only)),
    Mutation("the accordion is details", lambda site: on_every_page(site, _accordion_as_details)),
    Mutation("addresses of files have names", _named_files),
    Mutation("days are short", lambda site: on_every_page(site, _short_days)),
    Mutation(
        "the site map is gone",
        lambda site: site.without("/th/sitemap/").edited_everywhere(
            '<li><a href="/th/sitemap/">แผนผังเว็บไซต์</a></li>', ""
        ),
    ),
    Mutation("pages are in windows-874", lambda site: site.recoded("cp874", "text/html; charset=windows-874")),
    Mutation(
        "things carry other usual names",
        lambda site: (
            site.edited_everywhere("ศูนย์ดาวน์โหลด", "เอกสารเผยแพร่")
            .edited_everywhere("คลังสุขภาพ", "สาระสุขภาพ")
            .edited_everywhere("ข่าวรับสมัคร", "ประกาศรับสมัครงาน")
            .edited_everywhere("หน้าที่และอำนาจ", "บทบาทหน้าที่")
            .edited_everywhere("ข้อมูลข่าวสารของราชการ", "พ.ร.บ. ข้อมูลข่าวสาร")
            .edited_everywhere("แบบคำขอ", "แบบฟอร์ม")
        ),
    ),
)
