"""What may happen to the provincial office's SharePoint."""

from __future__ import annotations

from tests.sites import office, sharept
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
    as_entities,
    in_other_code_points,
    on_every_page,
    outside_tags,
    same,
)
from tests.sites.sharept import edits, markup, papers
from tests.sites.sharept.papers import DISTRICT, HOSPITAL, OFFICE
from tests.sites.truth import FindingMark
from tests.sites.website import Answer

MUTATIONS = (
    Mutation("letters as references", lambda site: on_every_page(site, outside_tags(as_entities))),
    Mutation("letters in other code points", lambda site: on_every_page(site, outside_tags(in_other_code_points))),
    Mutation("not found with status 200", answering_all),
    Mutation("no classes", edits.everywhere(r' class="[^"]*"', "")),
    Mutation("Thai digits", lambda site: on_every_page(site, outside_tags(office.thai_digits))),
    Mutation("no hidden fields", lambda site: site.edited_everywhere(markup.HIDDEN, "")),
    Mutation("no form around the pages", lambda site: on_every_page(site, edits.without_form)),
    Mutation("lists are grids of divisions", lambda site: on_every_page(site, edits.rows_as_divisions)),
    Mutation("days in words", lambda site: on_every_page(site, edits.days_in_words)),
    Mutation("days without an hour", edits.everywhere(r"(\d/25\d\d) \d{1,2}:\d\d", r"\1")),
    Mutation("in the Windows charset", edits.in_thai_windows),
    Mutation(
        "the quick launch at the right",
        edits.everywhere(r'(<div id="sideNavBox".*?)(<div id="contentBox">.*?)(?=</div><div id="footer")', r"\2\1"),
    ),
    Mutation("nothing of Word's", edits.without_word),
    Mutation("headings are divisions", edits.everywhere(r"<(/?)h[1-3]\b", r"<\1div")),
    Mutation("other labels", edits.other_labels),
    Mutation(
        "the caption stands below the chart",
        lambda site: site.edited(edits.STRUCTURE, 'class="img-caption">', 'class="img-caption">ผังโครงสร้าง 2569'),
    ),
    Mutation("a banner on cookies", lambda site: site.edited_everywhere("</form>", f"</form>{edits.COOKIES}")),
    Mutation("a window of mourning", lambda site: on_every_page(site, edits.with_window)),
    Mutation(
        "news that speaks of papers",
        lambda site: site.edited(
            edits.NEWS[1],
            "ภายใน 15 วัน</p>",
            "ภายใน 15 วัน</p><p>ที่ประชุมเห็นชอบให้แต่งตั้ง CIO จัดทำแผนที่ตั้งหน่วยงาน และแผนปฏิบัติราชการ 2569</p>",
        ),
    ),
    Mutation(
        "the hospital's plan of this year",
        edits.filed("แผนปฏิบัติราชการ ปี 2569 รพ.ศรีบูรพา.pdf", office.action_plan(HOSPITAL, 2569)),
    ),
    Mutation(
        "how often a page was read",
        lambda site: site.edited(edits.STRUCTURE, "</script></div>", "</script></div><p>เข้าชม 1,204 ครั้ง</p>"),
    ),
    Mutation(
        "the history is to come",
        edits.main(edits.HISTORY, "<p>อยู่ระหว่างปรับปรุงข้อมูล</p>"),
        {"1.1.history": FAIL_OR_REVIEW},
    ),
    Mutation(
        "only others' visions",
        edits.rewritten(edits.VISION, r"<tr><td><strong>วิสัยทัศน์ สสจ.*?(?=<tr><td><strong>ค่านิยม)", ""),
        same(FAIL_OR_REVIEW, "1.1.vision", "1.1.mission"),
    ),
    Mutation("the cooperative's board", edits.main(edits.HEADS, edits.BOARD), {"1.1.executives": FAIL_OR_REVIEW}),
    Mutation(
        "only the administration's plan", lambda site: site.without(edits.STRATEGY), {"1.1.strategy": FAIL_OR_REVIEW}
    ),
    Mutation(
        "last year's budget", edits.old_budget, {"1.1.projects-budget": PARTIAL, "2.2.current": FAIL_OR_PARTIAL}
    ),
    Mutation(
        "no plan but a group's", edits.no_plan, {"1.1.action-plan": FAIL_OR_REVIEW, "2.2.current": PASS | PARTIAL}
    ),
    Mutation(
        "blank request forms",
        lambda site: site.with_body(edits.FORMS[0], papers.BLANK_FORM).with_body(edits.FORMS[1], papers.BLANK_FORM),
        {"2.2.request-form": FAIL_OR_REVIEW},
    ),
    Mutation(
        "the announcement of 2567",
        edits.paper(edits.ANNOUNCEMENT, office.announcement(OFFICE, "15 ธันวาคม 2566")),
        {"3.announcement": PARTIAL, "2.2.current": FAIL_OR_PARTIAL},
    ),
    Mutation(
        "only the district's announcement",
        edits.paper(edits.ANNOUNCEMENT, office.announcement(DISTRICT, "1 ธันวาคม 2568")),
        {"3.announcement": FAIL_OR_PARTIAL | REVIEW},
    ),
    Mutation(
        "no summary since August", edits.former_months, {"1.5.oia-committee": PARTIAL, "2.2.current": FAIL_OR_PARTIAL}
    ),
    Mutation(
        "only a group's e-mail",
        lambda site: site.edited(edits.CONTACT, "<br/>e-mail : saraban-sbr@moph.invalid", ""),
        {"1.1.email": FAIL_OR_REVIEW},
    ),
    Mutation(
        "only others' numbers",
        lambda site: edits.rewritten(edits.HEADS, r"0 3911 2345 ต่อ \d+", "")(
            site.edited(edits.CONTACT, "โทรศัพท์ 0 3911 2345-7<br/>", "")
        ),
        {"1.1.phone": FAIL_OR_REVIEW},
    ),
    Mutation("no vacancy but the hospital's", edits.no_vacancy, {"1.8.jobs": FAIL_OR_REVIEW}),
    Mutation(
        "the guide is a scan",
        edits.paper(edits.GUIDE, papers.scanned(office.guide(OFFICE, "การขอใบอนุญาตคลินิก", papers.LICENSING))),
        same(REVIEW, "1.7.guide", "1.7.guide-steps", "1.7.guide-durations") | {"1.7.guide-download": PASS | REVIEW},
    ),
    Mutation(
        "the survey is closed",
        lambda site: edits.main(edits.SURVEY, "<p>แบบสำรวจนี้ปิดรับคำตอบแล้ว ขอขอบคุณ</p>")(site.without(edits.FORM)),
        {"1.10.satisfaction-survey": FAIL},
    ),
    Mutation(
        "the order is refused",
        lambda site: site.with_status(403, edits.ORDER),
        same(UNVERIFIABLE, "2.1.webmaster-order", "3.1.two-webmasters"),
    ),
    Mutation(
        "the Act's words for section 7",
        edits.rewritten(edits.OIA, r"(ตามมาตรา 7</h2>)<table.*?</table>", rf"\1{edits.ACT}"),
        {"1.5.oia-7": FAIL},
    ),
    Mutation("no news for two years", edits.old_news, {"1.8.news": PARTIAL, "2.2.current": FAIL_OR_PARTIAL}),
    Mutation(
        "hidden gambling links",
        lambda site: site.edited("/dental/SitePages/Home.aspx", "</form>", f"{edits.SPAM}</form>"),
        {"3.4.computer-crime": FAIL},
        tuple(
            FindingMark(rule=f"security.{sign}", url_suffix="/dental/SitePages/Home.aspx")
            for sign in ("gambling-spam", "hidden-links")
        ),
    ),
    Mutation(
        "the agreement itself",
        edits.paper(edits.AGREEMENT, office.agreement(OFFICE, 2569)),
        {"1.1.performance-agreement": PASS},
    ),
    Mutation(
        "the office's CIO",
        edits.paper(edits.CIO, papers.cio("นายแพทย์ธีระ พงษ์ไพร รองนายแพทย์สาธารณสุขจังหวัด", OFFICE.name)),
        {"1.1.cio": PASS},
    ),
    Mutation(
        "a fax number",
        lambda site: site.edited(edits.CONTACT, "<br/>e-mail", "<br/>โทรสาร 0 3911 2350<br/>e-mail"),
        {"1.1.fax": PASS},
    ),
    Mutation(
        "a map",
        lambda site: site.edited(
            edits.CONTACT,
            "<p>โทรศัพท์",
            '<iframe src="https://www.google.com/maps/embed?pb=!1m18!1m12"></iframe><p>โทรศัพท์',
        ),
        {"1.1.map": PASS},
    ),
    Mutation(
        "section 9 is filled",
        lambda site: site.edited(edits.NINE, markup.NO_ITEMS, markup.view(("มาตรา", "เอกสาร"), edits.SECTION_9)),
        {"1.5.oia-9": PASS},
    ),
    Mutation(
        "this year's plan",
        edits.filed("แผนปฏิบัติราชการ สสจ.ศรีบูรพา 2569.pdf", office.action_plan(OFFICE, 2569)),
        {"1.1.action-plan": PASS, "2.2.current": PASS | PARTIAL},
    ),
    Mutation(
        "a manual with times",
        edits.paper(edits.MANUAL, office.manual(OFFICE, "การพิจารณาอนุญาตสถานพยาบาล", papers.LICENSING)),
        {"1.6.manual-durations": PASS},
    ),
    Mutation(
        "a second web master",
        edits.paper(edits.ORDER, papers.order(papers.WEBMASTER, papers.SECOND)),
        {"3.1.two-webmasters": PASS},
    ),
    Mutation(
        "a counter", lambda site: site.edited_everywhere("<p>&copy; 2569", edits.COUNTER), {"1.10.statistics": PASS}
    ),
    Mutation("the result is the website's", edits.about_the_website, {"1.10.satisfaction-level": PASS}),
    Mutation(
        "complaints by form",
        lambda site: site.edited(edits.SERVICES, '<ul class="promoted">', f'{edits.COMPLAINT}<ul class="promoted">'),
        {"1.9.e-service": PASS},
    ),
    Mutation("the structure in words", edits.main(edits.STRUCTURE, edits.UNITS), {"1.1.structure": PASS}),
    Mutation(
        "the annual report is open",
        lambda site: site.with_answer(sharept.ANNUAL, Answer(body=office.annual_report(OFFICE, 2568))),
        {"1.1.annual-report": PASS, "1.1.performance-report": PASS | REVIEW},
    ),
    Mutation(
        "the performance report has text",
        edits.paper(edits.RESULTS, papers.PERFORMANCE),
        {"1.1.performance-report": PASS},
    ),
    Mutation("the closed tender is in the archive", edits.archived, {"3.2.expired": PASS}),
    Mutation("the laws have sources", edits.sourced, {"1.2.laws-source": PASS}),
    Mutation("a course of the office", edits.trained, {"3.5.training": PASS}),
)
