"""What may happen to the district office's old site."""

from __future__ import annotations

from dataclasses import replace

from tests.sites import joomk2, office
from tests.sites.joomk2 import edits, markup, papers
from tests.sites.joomk2.papers import OFFICE, PROVINCE, file
from tests.sites.mutation import (
    FAIL,
    FAIL_OR_PARTIAL,
    FAIL_OR_REVIEW,
    PARTIAL,
    PASS,
    UNVERIFIABLE,
    Mutation,
    answering_all,
    as_entities,
    in_other_code_points,
    on_every_page,
    outside_tags,
    same,
)
from tests.sites.truth import FindingMark

SPAM = FindingMark(rule="security.gambling-spam", url_suffix=joomk2.GUESTBOOK)
MANUAL = ("1.6.manual", "1.6.manual-steps", "1.6.manual-download")
MINISTRY = "<p><strong>วิสัยทัศน์กระทรวงสาธารณสุข</strong></p><p>เป็นองค์กรหลักด้านสุขภาพ ที่รวมพลังสังคม เพื่อประชาชนสุขภาพดี</p>"
CHART = (
    "<table border=1><tr><td colspan=3>สาธารณสุขอำเภอทุ่งกระเจียว</td></tr><tr><td>กลุ่มงานบริหารและยุทธศาสตร์</td><td>"
    "กลุ่มงานส่งเสริมสุขภาพและควบคุมโรค</td><td>กลุ่มงานคุ้มครองผู้บริโภคและอนามัยสิ่งแวดล้อม</td></tr></table>"
)
COURSE = "อบรมการดูแลเว็บไซต์และความมั่นคงปลอดภัยไซเบอร์ (Cyber Security) แก่เจ้าหน้าที่ สสอ. ปีงบประมาณ 2569"
RESULTS = office.performance_report(OFFICE, 2569)
TIMED = office.manual(OFFICE, "การตรวจประเมินร้านอาหารและแผงลอยจำหน่ายอาหาร", papers.STEPS)
SOFTWARE = papers.paper("คู่มือการใช้งานโปรแกรม JHCIS", "1. เข้าสู่ระบบ", "2. ลงทะเบียนผู้ป่วย", "3. ส่งออก 43 แฟ้ม")
DRAFT = office.strategy(OFFICE, 2570, 2574)
DRAFT_LABEL = "(ร่าง) แผนยุทธศาสตร์สุขภาพอำเภอทุ่งกระเจียว พ.ศ. 2570 - 2574 เพื่อรับฟังความคิดเห็น"
PLANS = tuple(edits.kept(number) for number in (31, 30, 32))
OTHERS_PLAN = file(31, "plan-ssj", "แผนปฏิบัติการ สสจ.ศรีลำดวน ปีงบประมาณ 2569.pdf", office.action_plan(PROVINCE, 2569))
CHANGES = (
    Mutation("letters as references", lambda site: on_every_page(site, outside_tags(as_entities))),
    Mutation("letters in other code points", lambda site: on_every_page(site, outside_tags(in_other_code_points))),
    Mutation("not found with status 200", answering_all),
    Mutation("no classes", edits.every(r' class="[^"]*"', "")),
    Mutation("Thai digits", lambda site: on_every_page(site, edits.thai_digits)),
    Mutation("windows-874", edits.old_charset),
    Mutation("no icons", edits.every(r'<td class="buttonheading".*?</td>', "")),
    Mutation("the menu turned round", edits.menu_turned),
    Mutation("no addresses below the menu", edits.no_aliases),
    Mutation("modules are divisions", edits.modules_as_divisions),
    Mutation("the news stand still", edits.every(r"<(/?)marquee[^>]*>", r"<\1div>")),
    Mutation("other names", edits.named_otherwise),
    Mutation("Buddhist years in articles", lambda site: on_every_page(site, edits.own_years)),
    Mutation(
        "more news that speaks of papers",
        edits.words("ณ วัดบ้านทุ่งกระเจียว", "ณ วัดบ้านทุ่งกระเจียว พร้อมแจกรายงานประจำปี แต่งตั้ง CIO และประเมินความพึงพอใจต่อเว็บไซต์"),
    ),
    Mutation(
        "results of the province",
        edits.shelf(
            7,
            file(
                61,
                "perform-ssj",
                "รายงานผลการปฏิบัติราชการ สสจ.ศรีลำดวน ปี 2569 รอบ 6 เดือน",
                office.performance_report(PROVINCE, 2569),
                "20 เมษายน 2569",
                "ที่มา : สสจ.ศรีลำดวน",
            ),
        ),
    ),
    Mutation(
        "the history is the district's",
        edits.article("2", joomk2.texts()["8"]),
        {"1.1.history": FAIL_OR_REVIEW},
    ),
    Mutation(
        "only the ministry's vision", edits.article("3", MINISTRY), same(FAIL_OR_REVIEW, "1.1.vision", "1.1.mission")
    ),
    Mutation("only former heads", edits.former_heads_only, {"1.1.executives": FAIL_OR_REVIEW}),
    Mutation(
        "last year's plan under this year's name",
        edits.shelf(3, edits.refilled(31, office.action_plan(OFFICE, 2568)), *PLANS[1:]),
        {"1.1.action-plan": PARTIAL, "2.2.current": FAIL_OR_PARTIAL},
    ),
    Mutation(
        "only the province's plan",
        edits.shelf(3, OTHERS_PLAN, PLANS[2]),
        {"1.1.action-plan": FAIL, "2.2.current": FAIL_OR_PARTIAL},
    ),
    Mutation("only the centres' numbers", edits.no_telephone, {"1.1.phone": FAIL_OR_REVIEW, "1.1.fax": FAIL}),
    Mutation(
        "no e-mail address",
        edits.rewritten(joomk2.CONTACT, r"<tr><td>อีเมล :</td>.*?</tr>", ""),
        {"1.1.email": FAIL_OR_REVIEW},
    ),
    Mutation("the Act's words for section 9", lambda site: on_every_page(site, edits.act_only), {"1.5.oia-9": FAIL}),
    Mutation(
        "the summaries end in September",
        edits.summaries_end,
        same(PARTIAL, "1.5.oia-committee", "1.8.procurement-result") | {"2.2.current": FAIL_OR_PARTIAL},
    ),
    Mutation(
        "the guide is out of reach",
        edits.guide_away,
        same(UNVERIFIABLE, "1.7.guide", "1.7.guide-steps", "1.7.guide-durations")
        | {"1.7.guide-download": FAIL | UNVERIFIABLE},
    ),
    Mutation("no counter", edits.words(markup.module("สถิติผู้เยี่ยมชม", markup.COUNTER), ""), {"1.10.statistics": FAIL}),
    Mutation(
        "the poll is on a health centre",
        edits.words("ท่านพึงพอใจต่อเว็บไซต์ สสอ.ทุ่งกระเจียว ระดับใด", "ท่านพึงพอใจต่อการให้บริการของ รพ.สต. ระดับใด"),
        {"1.10.satisfaction-survey": FAIL},
    ),
    Mutation("the request forms are empty", edits.empty_forms, {"2.2.request-form": FAIL_OR_REVIEW}),
    Mutation(
        "the order is the province's",
        edits.paper(
            "M1_3",
            papers.order(
                ("นายอานนท์ ทิพย์สุข", "นักวิชาการคอมพิวเตอร์"), ("นางสาวศิริพร เมืองแก้ว", "นักวิชาการคอมพิวเตอร์"), by=PROVINCE
            ),
        ),
        same(FAIL_OR_REVIEW, "2.1.webmaster-order", "3.1.two-webmasters"),
    ),
    Mutation(
        "the manual is of a program",
        edits.shelf(9, replace(edits.refilled(39, SOFTWARE), label="คู่มือการใช้งานโปรแกรม JHCIS.doc"), edits.kept(40)),
        same(FAIL, *MANUAL),
    ),
    Mutation(
        "a draft of a strategy to come",
        edits.shelf(3, *PLANS, file(62, "draft", DRAFT_LABEL, DRAFT)),
        {"1.1.strategy": FAIL_OR_PARTIAL | FAIL_OR_REVIEW},
    ),
    Mutation(
        "an own strategy",
        edits.shelf(
            3,
            *PLANS,
            file(
                62,
                "strategy",
                "แผนยุทธศาสตร์สุขภาพ สสอ.ทุ่งกระเจียว พ.ศ. 2566 - 2570",
                office.strategy(OFFICE, 2566, 2570),
                "9 มกราคม 2566",
            ),
        ),
        {"1.1.strategy": PASS},
    ),
    Mutation("the structure in words", edits.article("5", CHART), {"1.1.structure": PASS}),
    Mutation(
        "an own CIO",
        edits.words(
            "ผู้ช่วยสาธารณสุขอำเภอ</td>",
            "ผู้ช่วยสาธารณสุขอำเภอ<br />ผู้บริหารเทคโนโลยีสารสนเทศระดับสูง (CIO) สสอ.ทุ่งกระเจียว<br />โทร. 0 4599 0451</td>",
        ),
        {"1.1.cio": PASS},
    ),
    Mutation(
        "the own report can be read",
        edits.shelf(
            5,
            file(34, "annual-2568", "สรุปผลงานประจำปี 2568 สสอ.ทุ่งกระเจียว.pdf", papers.ANNUAL, "20 มกราคม 2569"),
            edits.kept(35),
        ),
        {"1.1.annual-report": PASS},
    ),
    Mutation(
        "own results",
        edits.shelf(
            7, file(61, "perform-69", "รายงานผลการปฏิบัติราชการ รอบ 6 เดือน ปีงบประมาณ 2569", RESULTS, "20 เมษายน 2569")
        ),
        {"1.1.performance-report": PASS},
    ),
    Mutation(
        "the manual names times",
        edits.shelf(9, edits.refilled(39, TIMED), edits.kept(40)),
        {"1.6.manual-durations": PASS},
    ),
    Mutation(
        "the guide as a file",
        edits.paper("M2_15", office.guide(OFFICE, "การขอรับการตรวจประเมินร้านอาหาร", papers.STEPS)),
        {"1.7.guide-download": PASS},
    ),
    Mutation(
        "two web masters",
        edits.paper("M1_3", papers.order(papers.WEBMASTER, papers.SECOND)),
        {"3.1.two-webmasters": PASS},
    ),
    Mutation("the announcement has text", edits.paper("M1_2", papers.ANNOUNCEMENT), {"3.announcement": PASS}),
    Mutation(
        "the province's announcement",
        edits.paper("M1_2", office.announcement(PROVINCE, "1 ธันวาคม พ.ศ. 2568")),
        {"3.announcement": FAIL_OR_PARTIAL},
    ),
    Mutation(
        "the guestbook is swept",
        edits.rewritten(
            joomk2.GUESTBOOK,
            r'<div class="easy_frame"><div class="easy_top">'
            r'<b class="easy_big">(?:Robertmor|CialisDom).*?</div></div>',
            "",
        ),
        {"3.4.computer-crime": UNVERIFIABLE},
    ),
    Mutation("what has closed is in the archive", edits.archived, {"3.2.expired": PASS}),
    Mutation(
        "a course on cyber security",
        edits.words("อบรมคุณธรรม จริยธรรม และวินัยข้าราชการ ประจำปีงบประมาณ 2569", COURSE),
        {"3.5.training": PASS},
    ),
    Mutation("the poll tells its result", edits.poll_told, {"1.10.satisfaction-level": PASS}),
)
MUTATIONS = tuple(
    one if one.name == "the guestbook is swept" else replace(one, findings=(SPAM, *one.findings)) for one in CHANGES
)
