"""What may happen to the general hospital's site."""

from __future__ import annotations

import re
from dataclasses import replace

from tests.sites import office
from tests.sites.drupal import markup
from tests.sites.drupal.papers import DAY, FILES, MASTERS, OFFICE, STEPS
from tests.sites.mutation import (
    FAIL,
    FAIL_OR_PARTIAL,
    FAIL_OR_REVIEW,
    PARTIAL,
    PASS,
    REVIEW,
    UNVERIFIABLE,
    Mutation,
    answering_all,
    closed_by_robots,
    in_other_code_points,
    on_every_page,
    outside_tags,
    same,
)
from tests.sites.papers import Paper
from tests.sites.website import Answer, Website

MANUAL = ("1.6.manual", "1.6.manual-steps", "1.6.manual-durations", "1.6.manual-download")
EMPTY = "<div class='field field--name-body'></div>"


def _body(site: Website, address: str) -> str:
    body = site.answers[address].body
    assert isinstance(body, str)
    return body


def _rewritten(site: Website, address: str, title: str, body: str) -> Website:
    return site.with_body(address, markup.page(title, body))


def _direction_emptied(site: Website) -> Website:
    for address in ("/th/node/4", "/en/node/4"):
        site = _rewritten(site, address, "ทิศทางองค์กร", EMPTY)
    return site


def _direction_pictured(site: Website) -> Website:
    for address in ("/th/node/4", "/en/node/4"):
        site = _rewritten(
            site, address, "วิสัยทัศน์ พันธกิจ", '<img src="/sites/default/files/slide1.jpg" width="900" height="1200">'
        )
    return site


def _direction_told(site: Website) -> Website:
    words = "วิสัยทัศน์ : โรงพยาบาลทั่วไปชั้นนำของชายฝั่งอันดามัน พันธกิจ : ให้บริการรักษาพยาบาลที่ได้มาตรฐาน และสนับสนุนเครือข่าย"
    return _direction_pictured(site).edited_everywhere('width="900"', f'alt="{words}" width="900"')


def _two_columns(site: Website) -> Website:
    body = _body(site, "/th/node/4")
    table = re.sub(
        r"<dt>(.*?)</dt>", r"<tr><th>\1</th></tr>", re.sub(r"<dd>(.*?)</dd>", r"<tr><td>\1</td></tr>", body)
    )
    table = table.replace("<dl>", "<table>").replace("</dl>", "</table>")
    return site.with_body("/th/node/4", table).with_body("/en/node/4", table)


def _guide_as_file(site: Website) -> Website:
    link = '<p><a href="/sites/default/files/manual/guide-opd.pdf">ดาวน์โหลดคู่มือสำหรับประชาชน</a></p></article>'
    paper = office.guide(OFFICE, "การรับบริการผู้ป่วยนอก", STEPS)
    return site.edited("/th/node/11", "</article>", link).with_answer(
        f"{FILES}/manual/guide-opd.pdf", Answer(body=paper)
    )


def _clean_addresses(site: Website) -> Website:
    """Addresses by alias, as the path module makes them."""
    aliases = {f"/th/node/{number}": f"/th/{name}" for number, name in ((6, "executive-board"), (7, "authority"))}
    moved = {aliases.get(address, address): answer for address, answer in site.answers.items()}
    site = replace(site, answers=moved)
    for old, new in aliases.items():
        site = site.edited_everywhere(f'"{old}"', f'"{new}"')
    return site


def _cio_named(site: Website) -> Website:
    body = (
        "<p>แต่งตั้งแพทย์หญิงนลินี พูนสุข รองผู้อำนวยการฝ่ายการแพทย์ เป็นผู้บริหารเทคโนโลยีสารสนเทศระดับสูง (CIO) "
        "ของโรงพยาบาลเขาตะเคียน ตามคำสั่งที่ 88/2567 โทร. 0 7799 1234 ต่อ 1001</p>"
    )
    return site.with_answer(
        "/th/node/30", Answer(body=markup.page("ผู้บริหารเทคโนโลยีสารสนเทศระดับสูง", body))
    ).edited_everywhere(
        ">กลุ่มงานเทคโนโลยีสารสนเทศ</a></li>",
        '>กลุ่มงานเทคโนโลยีสารสนเทศ</a></li><li class="menu-item"><a href="/th/node/30">DCIO</a></li>',
    )


def _only_memo(site: Website) -> Website:
    memo = office.memo(OFFICE, "แผนการใช้จ่ายงบประมาณประจำปี 2567", DAY)
    return site.with_body(f"{FILES}/ita67/m2-11.pdf", memo)


def _news_only_agreement(site: Website) -> Website:
    row = _body(site, "/th/node/9")
    row = re.sub(r"<tr><td>ข้อตกลงการปฏิบัติราชการ.*?</tr>", "", row)
    return (
        site.without(f"{FILES}/2567/PA67.pdf")
        .with_body("/th/node/9", row)
        .edited(
            "/th/node/209",
            "พิธีลงนามบันทึกข้อตกลงเครือข่ายบริการโรคหัวใจระดับเขต",
            "พิธีลงนามคำรับรองการปฏิบัติราชการ ปีงบประมาณ 2567",
        )
    )


def _other_hospital(site: Website) -> Website:
    paper = site.answers[f"{FILES}/2567/PA67.pdf"].body
    assert isinstance(paper, Paper)
    lines = tuple(line.replace(OFFICE.name, "โรงพยาบาลบ้านปากคลอง").replace("ระนอง", "ชุมพร") for line in paper.lines)
    return site.with_body(f"{FILES}/2567/PA67.pdf", Paper(lines))


MUTATIONS = (
    Mutation(
        "the duties' node is gone, its links stay", lambda site: site.without("/th/node/7"), {"1.1.duties": FAIL}
    ),
    Mutation("vision and mission are an empty field", _direction_emptied, same(FAIL, "1.1.vision", "1.1.mission")),
    Mutation("vision and mission are a picture", _direction_pictured, same(REVIEW, "1.1.vision", "1.1.mission")),
    Mutation("the picture tells its words", _direction_told, same(PASS, "1.1.vision", "1.1.mission")),
    Mutation("vision and mission stand in a table", _two_columns),
    Mutation("nodes have aliases", _clean_addresses, {"1.1.executives": PASS, "1.1.duties": PASS}),
    Mutation("the guide is a file, too", _guide_as_file, {"1.7.guide-download": PASS, "1.7.guide": PASS}),
    Mutation("a CIO is named", _cio_named, {"1.1.cio": PASS}),
    Mutation("memo and form stand in for the spending plan", _only_memo, {"1.1.projects-budget": FAIL_OR_REVIEW}),
    Mutation("the agreement is only in the news", _news_only_agreement, {"1.1.performance-agreement": FAIL}),
    Mutation("the agreement is another hospital's", _other_hospital, {"1.1.performance-agreement": FAIL_OR_REVIEW}),
    Mutation(
        "the plan is of the year before",
        lambda site: site.with_body(f"{FILES}/ita67/m2-9.pdf", office.action_plan(OFFICE, 2566)),
        {"1.1.action-plan": PARTIAL | REVIEW},
    ),
    Mutation(
        "the strategy runs to 2570",
        lambda site: site.with_body(f"{FILES}/2561/strategy61-65.pdf", office.strategy(OFFICE, 2566, 2570)).edited(
            "/th/node/8", "พ.ศ. 2561 - 2565", "พ.ศ. 2566 - 2570"
        ),
        {"1.1.strategy": PASS, "2.2.current": PARTIAL | PASS},
    ),
    Mutation(
        "the fax number is dropped",
        lambda site: site.edited("/th/contact", "แฟ็กซ์ : 0 7799 1235<br>", ""),
        {"1.1.fax": FAIL},
    ),
    Mutation(
        "telephone and fax share a number in Thai digits",
        lambda site: site.edited(
            "/th/contact", "โทรศัพท์ : 0 7799 1234<br>แฟ็กซ์ : 0 7799 1235", "โทรศัพท์/โทรสาร ๐ ๗๗๙๙ ๑๒๓๔"
        ),
    ),
    Mutation(
        "the map is gone",
        lambda site: site.with_body("/th/contact", re.sub(r"<iframe.*?</iframe>", "", _body(site, "/th/contact"))),
        {"1.1.map": FAIL},
    ),
    Mutation(
        "the SOP tells no times",
        lambda site: site.with_body(
            f"{FILES}/manual/sop-lab.pdf", office.manual(OFFICE, "งานเทคนิคการแพทย์", [(step, "") for step, _ in STEPS])
        ),
        {"1.6.manual-durations": FAIL},
    ),
    Mutation(
        "one web master only",
        lambda site: site.with_body(
            f"{FILES}/ita67/m1-2.pdf", office.webmaster_order(OFFICE, "301/2566", "18 ธันวาคม พ.ศ. 2566", MASTERS[:1])
        ),
        {"3.1.two-webmasters": FAIL_OR_PARTIAL},
    ),
    Mutation(
        "the files answer 503 for the laboratory's SOP",
        lambda site: site.with_status(503, f"{FILES}/manual/sop-lab.pdf"),
        same(UNVERIFIABLE, *MANUAL),
    ),
    Mutation(
        "robots.txt closes the monthly summaries and the laws",
        lambda site: closed_by_robots(site, "/th/node/25", "/sites/default/files/skr1/", "/th/node/22"),
        same(UNVERIFIABLE, "1.5.oia-committee", "1.2.laws", "1.2.laws-source"),
    ),
    Mutation(
        "the survey is closed",
        lambda site: _rewritten(
            site, "/th/form/web-survey", "แบบประเมินความพึงพอใจต่อเว็บไซต์", "<p>ขออภัย แบบประเมินนี้ปิดรับคำตอบแล้ว</p>"
        ),
        {"1.10.satisfaction-survey": FAIL},
    ),
    Mutation(
        "the results are the patients', not the website's",
        lambda site: site.edited_everywhere(
            "ความพึงพอใจของผู้ใช้งานเว็บไซต์โรงพยาบาล", "ความพึงพอใจของผู้ป่วยในโรงพยาบาล"
        ).edited_everywhere("ผลประเมินความพึงพอใจต่อเว็บไซต์", "ผลประเมินความพึงพอใจผู้ป่วยใน"),
        {"1.10.satisfaction-level": FAIL},
    ),
    Mutation(
        "the counter is gone",
        lambda site: site.edited_everywhere(
            "<ul><li>วันนี้: 318</li><li>เมื่อวาน: 402</li><li>ทั้งหมด: 1,204,551</li></ul>", ""
        ),
        {"1.10.statistics": FAIL},
    ),
    Mutation(
        "menu entries carry other usual names",
        lambda site: (
            site.edited_everywhere(">ทีมบริหาร<", ">คณะผู้บริหาร<")
            .edited_everywhere(">แผนภูมิองค์กร<", ">ผังโครงสร้างองค์กร<")
            .edited_everywhere(">บทบาทภารกิจ<", ">หน้าที่และอำนาจ<")
            .edited_everywhere(">รับสมัครบุคลากร<", ">สมัครงาน<")
        ),
    ),
    Mutation(
        "sara am and sara ae are typed in two", lambda site: on_every_page(site, outside_tags(in_other_code_points))
    ),
    Mutation(
        "a theme without a main element",
        lambda site: on_every_page(
            site, lambda text: re.sub(r"<(/?)(?:main|article|section)\b[^>]*>", r"<\1div>", text)
        ),
    ),
    Mutation("unknown addresses answer 200", answering_all),
    Mutation(
        "a neighbour is named in the news",
        lambda site: site.edited(
            "/th/node/209", "ผู้อำนวยการร่วมพิธี", "ผู้อำนวยการโรงพยาบาลบ้านปากคลอง จังหวัดชุมพร และผู้อำนวยการร่วมพิธี"
        ),
    ),
    Mutation(
        "the accordion becomes tabs",
        lambda site: site.with_body(
            "/th/node/23",
            _body(site, "/th/node/23")
            .replace("<dt>", '<div class="tab-pane" role="tabpanel" aria-hidden="true"><h3>')
            .replace("</dt>", "</h3>")
            .replace("<dd>", "")
            .replace("</dd>", "</div>")
            .replace('<dl class="ckeditor-accordion">', "<div>")
            .replace("</dl>", "</div>"),
        ),
    ),
)
