"""What may happen to the district office's portal."""

from __future__ import annotations

from auditor.findings import Status
from tests.sites import office
from tests.sites.maxsite import edits, markup, papers
from tests.sites.maxsite.edits import PAGE, added, centre, everywhere, file, in_turn, instead, page_edit
from tests.sites.mutation import (
    FAIL,
    FAIL_OR_PARTIAL,
    FAIL_OR_REVIEW,
    PARTIAL,
    PASS,
    REVIEW,
    Mutation,
    answering_all,
    in_other_code_points,
    on_every_foot,
    on_every_page,
    outside_tags,
    same,
)
from tests.sites.truth import FindingMark

NOT_APPLICABLE = frozenset({Status.NOT_APPLICABLE})
CONTACT, ITA = "/index.php?name=contact", "/index.php?name=ita&year=2568"
OFFICE, HOSPITAL = papers.OFFICE, papers.HOSPITAL
SIX_MONTHS = "https://drive.google.invalid/drive/folders/1rep68six?usp=sharing"
MANUAL = ("1.6.manual", "1.6.manual-steps", "1.6.manual-durations", "1.6.manual-download")
GUIDE = ("1.7.guide", "1.7.guide-steps", "1.7.guide-durations", "1.7.guide-download")

UNCHANGED = (
    Mutation("letters in other code points", lambda site: on_every_page(site, outside_tags(in_other_code_points))),
    Mutation("not found with status 200", answering_all),
    Mutation("Thai digits", lambda site: on_every_page(site, outside_tags(office.thai_digits))),
    Mutation("windows-874 throughout", edits.in_thai_of_windows),
    Mutation("no byte order marks", edits.without_marks),
    Mutation("no classes", everywhere(r' class="[^"]*"', "")),
    Mutation("the blocks change sides", edits.blocks_change_sides),
    Mutation("tags in capitals", edits.tags_in_capitals),
    Mutation("ampersands as they should be written", everywhere(r"&(?=[a-z]+=)", "&amp;")),
    Mutation("other words in the menu", edits.renamed(edits.OTHER_NAMES)),
    Mutation("a page of homage before the first", lambda site: site.with_body("/", edits.SPLASH)),
    Mutation(
        "files open in a window",
        everywhere(
            r'href="(UserFiles/File/[^"]*)" target="_blank"',
            r"""href="javascript:void(0)" onclick="window.open('\1','','width=800,height=600')" """,
        ),
    ),
    Mutation(
        "a health centre tells of itself",
        centre("/index.php?name=pcu&file=detail&id=3", "รพ.สต.ท่ามะไฟ", edits.CENTRE_PAGE),
    ),
    Mutation(
        "more news that speaks of papers",
        edits.posted(
            "news",
            166,
            "ประชุมชี้แจงการจัดทำคำรับรอง รายงานประจำปี และแต่งตั้ง CIO ระดับอำเภอ",
            "<p>สสจ.ธารบุรี ขอให้ สสอ. จัดส่งรายงานประจำปี 2567 และคำสั่งแต่งตั้ง CIO ภายในเดือนหน้า</p>",
        ),
    ),
    Mutation(
        "an entry of the menu that is not shown",
        page_edit(
            "/",
            "<!--/left-->",
            f'<!-- <a href="index.php{PAGE[10:]}cio">ผู้บริหารเทคโนโลยีสารสนเทศ (CIO)</a> --><!--/left-->',
        ),
    ),
    Mutation(
        "the hospital's agreement",
        file("moit2_10b.pdf", office.agreement(HOSPITAL, 2568)),
        {"1.1.performance-agreement": FAIL},
    ),
)
TAKEN = (
    Mutation(
        "only the district's history",
        edits.rewritten(f"{PAGE}history", r"<p><b>สำนักงานสาธารณสุขอำเภอดอนพิกุล</b>.*?(?=<!--/centre)", ""),
        {"1.1.history": FAIL_OR_REVIEW},
    ),
    Mutation(
        "only the province's vision",
        edits.rewritten(
            f"{PAGE}vision",
            r'<p class="MsoNormal"><b><span lang="TH">วิสัยทัศน์</span>.*?(?=</td>)',
            "<p>อยู่ระหว่างทบทวน</p>",
        ),
        same(FAIL_OR_REVIEW, "1.1.vision", "1.1.mission"),
    ),
    Mutation(
        "only former heads",
        in_turn(
            lambda site: site.edited_everywhere(markup.BOSS, ""),
            edits.rewritten(f"{PAGE}boss", r"<center>.*?</table>(?=<p>)", ""),
        ),
        {"1.1.executives": FAIL_OR_REVIEW},
    ),
    Mutation(
        "the volunteers' duties", centre(f"{PAGE}duty", "บทบาทหน้าที่", edits.VOLUNTEERS), {"1.1.duties": FAIL_OR_REVIEW}
    ),
    Mutation(
        "only the province's plan",
        lambda site: site.without("/UserFiles/File/1666340021_yut.docx"),
        {"1.1.strategy": FAIL_OR_REVIEW},
    ),
    Mutation(
        "last year's plan under this year's name",
        file("1731400950.pdf", papers.programme(2567)),
        {"1.1.action-plan": PARTIAL | REVIEW, "2.2.current": FAIL_OR_PARTIAL},
    ),
    Mutation(
        "a memo for the announcement",
        file("moit1_12.pdf", office.memo(OFFICE, "ประกาศแนวทางการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์", "1 ตุลาคม 2567")),
        {"3.announcement": FAIL},
    ),
    Mutation(
        "the hospital's announcement",
        file("moit1_12.pdf", office.announcement(HOSPITAL, "1 ตุลาคม 2567")),
        {"3.announcement": FAIL_OR_PARTIAL},
    ),
    Mutation(
        "the model of the announcement", file("moit1_12.pdf", edits.template()), {"3.announcement": FAIL_OR_REVIEW}
    ),
    Mutation("an empty request form", file("moit1_14.pdf", edits.empty_form()), {"2.2.request-form": FAIL}),
    Mutation(
        "the poll asks about mosquitoes",
        edits.other_poll("บ้านท่านกำจัดลูกน้ำยุงลายบ่อยแค่ไหน", "ทุกสัปดาห์", "ทุกเดือน", "นาน ๆ ครั้ง", "ไม่เคย"),
        same(FAIL, "1.10.satisfaction-level", "1.10.satisfaction-survey"),
    ),
    Mutation(
        "the poll asks about the counter",
        edits.other_poll("ท่านพึงพอใจต่อการให้บริการของเจ้าหน้าที่ สสอ.ดอนพิกุล ในระดับใด"),
        same(FAIL_OR_REVIEW, "1.10.satisfaction-level", "1.10.satisfaction-survey"),
    ),
    Mutation(
        "a program's manual",
        in_turn(
            lambda site: site.edited_everywhere("คู่มือปฏิบัติงานควบคุมโรคไข้เลือดออก", "คู่มือการใช้โปรแกรม JHCIS"),
            file(
                "1712031145.doc",
                papers.written("คู่มือการใช้งานโปรแกรม JHCIS", "1. เข้าสู่ระบบ", "2. ลงทะเบียน", "3. ออกรายงาน"),
            ),
        ),
        same(FAIL, *MANUAL),
    ),
    Mutation(
        "the hospital's guide",
        in_turn(
            edits.rewritten(f"{PAGE}service", r"<p>คู่มือประชาชน ตาม.*?แจ้งผลการตรวจ</p>", ""),
            file("1712040300.pdf", office.guide(HOSPITAL, "การขอประวัติการรักษา", (("ยื่นคำขอ", ""), ("รับเอกสาร", "")))),
        ),
        same(FAIL_OR_REVIEW, *GUIDE),
    ),
    Mutation("forms for the staff", edits.staff_forms, {"1.7.forms": NOT_APPLICABLE}),
    Mutation(
        "links to gambling",
        lambda site: on_every_foot(site, edits.SPAM),
        {"3.4.computer-crime": FAIL},
        tuple(FindingMark(rule=f"security.{sign}", url_suffix="") for sign in ("gambling-spam", "hidden-links")),
    ),
)
BROUGHT = (
    Mutation(
        "the structure in words", centre(f"{PAGE}structure", "โครงสร้างหน่วยงาน", edits.CHART), {"1.1.structure": PASS}
    ),
    Mutation(
        "a CIO of its own",
        added(
            f"{PAGE}boss",
            "ทำเนียบอดีตสาธารณสุขอำเภอ</a></p>",
            "คำสั่งแต่งตั้ง CIO",
            papers.cio_order(OFFICE, "นายวิเชียร แก่นจันทร์", "ผู้ช่วยสาธารณสุขอำเภอ"),
        ),
        {"1.1.cio": PASS},
    ),
    Mutation(
        "the annual report",
        added(f"{PAGE}plan", "<p><b>แผนประจำปี</b></p>", "รายงานประจำปี 2567", office.annual_report(OFFICE, 2567)),
        {"1.1.annual-report": PASS},
    ),
    Mutation(
        "an old annual report",
        added(f"{PAGE}plan", "<p><b>แผนประจำปี</b></p>", "รายงานประจำปี 2565", office.annual_report(OFFICE, 2565)),
        {"1.1.annual-report": PARTIAL, "2.2.current": FAIL_OR_PARTIAL},
    ),
    Mutation(
        "the agreement itself",
        file("moit2_10b.pdf", office.agreement(OFFICE, 2568)),
        {"1.1.performance-agreement": PASS},
    ),
    Mutation(
        "the hospital's results",
        instead(SIX_MONTHS, office.performance_report(HOSPITAL, 2568)),
        {"1.1.performance-report": FAIL_OR_REVIEW},
    ),
    Mutation(
        "one number for both",
        page_edit(CONTACT, "โทรศัพท์ : 0-4499-1234<br>โทรสาร : -", "โทรศัพท์/โทรสาร : 0-4499-1234"),
        {"1.1.fax": PASS},
    ),
    Mutation(
        "a summary of last month",
        added(
            f"{PAGE}skr1",
            "ปีงบประมาณ 2568</b></p>",
            "สขร.1 เดือนพฤษภาคม 2568",
            office.monthly_procurement(OFFICE, "พฤษภาคม", 2568, (("วัสดุคอมพิวเตอร์", 6_400),)),
        ),
        same(PASS, "1.5.oia-committee", "1.8.procurement-result"),
    ),
    Mutation(
        "a vacancy of its own",
        edits.posted(
            "job",
            167,
            "สสอ.ดอนพิกุล รับสมัครลูกจ้างชั่วคราว ตำแหน่งพนักงานขับรถยนต์ 1 อัตรา",
            "<p>รับสมัครตั้งแต่วันที่ 16 - 30 มิถุนายน 2568 ณ สำนักงานสาธารณสุขอำเภอดอนพิกุล</p>",
        ),
        {"1.8.jobs": PASS},
    ),
    Mutation(
        "the order has text",
        file("moit1_15.pdf", papers.ORDER),
        same(PASS, "2.1.webmaster-order", "3.1.two-webmasters"),
    ),
    Mutation(
        "an order for one",
        file("moit1_15.pdf", office.webmaster_order(OFFICE, "21/2567", "1 ตุลาคม 2567", papers.WEBMASTERS[:1])),
        {"2.1.webmaster-order": PASS, "3.1.two-webmasters": FAIL},
    ),
    Mutation(
        "the hospital's order",
        file("moit1_15.pdf", office.webmaster_order(HOSPITAL, "40/2567", "1 ตุลาคม 2567", papers.WEBMASTERS)),
        same(FAIL_OR_REVIEW, "2.1.webmaster-order", "3.1.two-webmasters"),
    ),
    Mutation("the old invitation is taken down", edits.taken_down, {"3.2.expired": PASS}),
)
MUTATIONS = (*UNCHANGED, *TAKEN, *BROUGHT)
