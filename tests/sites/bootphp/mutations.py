"""What may happen to the community hospital's site."""

from __future__ import annotations

import re
from dataclasses import replace

from auditor.findings import Status
from tests.sites.bootphp import markup, papers
from tests.sites.bootphp.shelves import guide
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
    typed,
)
from tests.sites.papers import Paper
from tests.sites.website import Answer, Website

OTHER = "โรงพยาบาลคำบากน้อย"
VISITORS = (
    '<p>ผลการประเมินความพึงพอใจต่อการใช้งานเว็บไซต์โรงพยาบาลหนองแสนงาม ปี 2568 (ตอบ 112 คน)</p><table class="table">'
    "<tr><td>รูปแบบสวยงาม</td><td>ร้อยละ 84.1</td></tr><tr><td>ข้อมูลเป็นปัจจุบัน</td><td>ร้อยละ 79.6</td></tr>"
    "<tr><td>ภาพรวม</td><td>ร้อยละ 82.3 ระดับมาก</td></tr></table>"
)
INDEX = (
    '<h4>มาตรา 7</h4><table class="table"><tr><td>7(1) โครงสร้างและการจัดองค์กร</td><td><a '
    'href="page.php?id=3">เปิดดู</a></td>'
    '</tr><tr><td>7(2) สรุปอำนาจหน้าที่</td><td><a href="page.php?id=5">เปิดดู</a></td></tr><tr><td>7(3) สถานที่ติดต่อ</td><td>'
    '<a href="contact.php">เปิดดู</a></td></tr><tr><td>7(4) กฎ ระเบียบ</td><td><a '
    'href="page.php?id=12">เปิดดู</a></td></tr></table>'
    '<h4>มาตรา 9</h4><table class="table"><tr><td>9(1) '
    "คำวินิจฉัยที่มีผลต่อเอกชน</td><td>ไม่มี</td></tr><tr><td>9(2) นโยบาย</td><td>"
    '<a href="page.php?id=2">เปิดดู</a></td></tr><tr><td>9(3) แผนงาน งบประมาณ</td><td><a '
    'href="ita.php?y=2568">เปิดดู</a></td></tr>'
    '<tr><td>9(4) คู่มือ</td><td><a href="page.php?id=13">เปิดดู</a></td></tr><tr><td>9(5) '
    "สิ่งพิมพ์อ้างอิง</td><td>ไม่มี</td></tr>"
    "<tr><td>9(6) สัญญาสัมปทาน</td><td>ไม่มี</td></tr><tr><td>9(7) มติ ครม.</td><td>ไม่มี</td></tr>"
    '<tr><td>9(8) สขร.1</td><td><a href="ita.php?y=2568">เปิดดู</a></td></tr></table>'
)
UNITS = "ผังองค์กร ผู้อำนวยการ องค์กรแพทย์ กลุ่มการพยาบาล กลุ่มงานเภสัชกรรม กลุ่มงานทันตกรรม กลุ่มงานบริหารทั่วไป"


def _page(site: Website, address: str, title: str, body: str) -> Website:
    return site.with_body(address, markup.page(title, body))


def _entry(href: str, text: str) -> str:
    return f'<li><a href="{href}"><i class="fa fa-angle-right"></i> {text}</a></li>'


def _without_cio(site: Website) -> Website:
    """The page is gone with its entry; a post on a CIO of elsewhere is there."""
    post = "<p>นักวิชาการคอมพิวเตอร์เข้าร่วมประชุมผู้บริหารเทคโนโลยีสารสนเทศระดับสูง (CIO) เขตสุขภาพที่ 10</p>"
    site = site.without("/page.php?id=6").edited_everywhere(_entry("page.php?id=6", "DCIO"), "")
    return site.edited("/view.php?id=395", "<p>ผู้อำนวยการรับมอบรถเข็น 12 คัน เพื่อให้ผู้ป่วยยืมใช้ที่บ้าน</p>", post)


def _agreement_of_another(site: Website) -> Website:
    lines = (
        "# คำรับรองการปฏิบัติราชการ ปีงบประมาณ พ.ศ. 2568",
        f"# {OTHER} จังหวัดยโสธร",
        f"ผู้รับคำรับรอง นพ.สสจ.ยโสธร   ผู้ทำคำรับรอง ผู้อำนวยการ{OTHER}",
        f"ข้าพเจ้าในฐานะผู้อำนวยการ{OTHER} จะปฏิบัติราชการให้บรรลุตามตัวชี้วัด",
    )
    return site.with_answer("/upload/doc/pa2568_sign.pdf", typed(lines))


def _agreement_typed(site: Website) -> Website:
    return site.with_body("/upload/doc/pa2568_sign.pdf", replace(papers.of_the_board(), scanned=False))


def _mail_pictured(site: Website) -> Website:
    link = '<a href="mailto:saraban.nsn@moph.invalid">saraban.nsn@moph.invalid</a>'
    site = site.edited("/contact.php", link, '<img src="images/m.png" alt="">')
    return site.with_answer("/images/m.png", Answer.picture("m.png", "saraban.nsn@moph.invalid"))


def _mail_guarded(site: Website) -> Website:
    link = '<a href="mailto:saraban.nsn@moph.invalid">saraban.nsn@moph.invalid</a>'
    return site.edited("/contact.php", link, "saraban.nsn (at) moph.invalid")


def _community_map(site: Website) -> Website:
    body = site.answers["/contact.php"].body
    assert isinstance(body, str)
    link = '<a href="know.php?id=3">แผนที่เดินดินชุมชน</a>'
    return site.with_body("/contact.php", re.sub(r"<iframe.*?</iframe>", link, body))


def _without_sources(site: Website) -> Website:
    body = site.answers["/page.php?id=12"].body
    assert isinstance(body, str)
    return site.with_body("/page.php?id=12", re.sub(r" <small>ที่มา.*?</small>", "", body))


def _sop_untimed(site: Website) -> Website:
    steps = tuple((step, "-") for step, _ in papers.STEPS)
    return site.with_body("/upload/doc/sop_er_triage.pdf", papers.sop(steps))


def _guide_untimed(site: Website) -> Website:
    body = site.answers["/page.php?id=9"].body
    assert isinstance(body, str)
    page = re.sub(r' <span class="label label-default">\d+ นาที</span>', "", body)
    return site.with_body("/page.php?id=9", page).with_body("/upload/doc/guide_opd_2568.pdf", guide(timed=False))


def _vacancy_over(site: Website) -> Website:
    site = site.edited("/view.php?id=407", "9 - 27 มิถุนายน 2568", "19 - 30 พฤษภาคม 2568")
    site = site.edited_everywhere("4 มิ.ย. 2568", "14 พ.ค. 2568")
    paper = papers.text("ประกาศรับสมัครลูกจ้างชั่วคราว ตำแหน่งพยาบาลวิชาชีพ", "รับสมัครตั้งแต่วันที่ ๑๙ - ๓๐ พฤษภาคม ๒๕๖๘")
    return site.with_body("/upload/job/680604_rn.pdf", paper)


def _summaries_gone(site: Website) -> Website:
    body = site.answers["/ita.php?y=2568"].body
    assert isinstance(body, str)
    entries = re.compile(r'<a class="list-group-item" href="upload/ita/2568/eb5_[^>]*>.*?</a>')
    return site.with_body("/ita.php?y=2568", entries.sub("", body)).without(
        *(f"/upload/ita/2568/eb5_{row:02}.pdf" for row in range(1, 9))
    )


def _committee_order(site: Website) -> Website:
    paper = papers.text(
        "คำสั่งแต่งตั้งคณะกรรมการขับเคลื่อน ITA ประจำปี 2568",
        "1. ผู้อำนวยการ ประธาน",
        "2. นายเอกพล ทองมั่น กรรมการ",
        "3. นางสาวชนิดา แก้วใส เลขานุการ",
    )
    return site.with_body("/upload/ita/2568/eb1_order.pdf", paper)


def _announcement_of_another(site: Website) -> Website:
    paper = papers.announcement(2568, "18 ธันวาคม พ.ศ. 2567")
    lines = tuple(line.replace(papers.NAME, OTHER).replace("ปาริชาติ วงศ์สุวรรณคำ", "มาลี ดีงาม") for line in paper.lines)
    return site.with_body("/upload/ita/2568/eb1_announce.pdf", Paper(lines))


def _knowledge_down(site: Website) -> Website:
    return site.with_status(503, "/know.php", *(f"/know.php?id={number}" for number in range(1, 6)))


def _vision_pictured(site: Website) -> Website:
    site = _page(site, "/page.php?id=2", "ทิศทางองค์กร", '<img src="images/vision.jpg" class="img-fluid" alt="">')
    return site.with_answer("/images/vision.jpg", Answer.picture("vision.jpg", "วิสัยทัศน์", "พันธกิจ"))


def _without_training(site: Website) -> Website:
    body = "<p>เมื่อวันที่ 27 พฤษภาคม 2568 เจ้าหน้าที่เข้ารับการอบรมช่วยฟื้นคืนชีพ (CPR) รวม 84 คน</p>"
    title = "บุคลากรเข้าอบรม Cyber Security Awareness และการดูแลเว็บไซต์หน่วยงาน"
    text = site.answers["/view.php?id=405"].body
    assert isinstance(text, str)
    site = site.with_body("/view.php?id=405", re.sub(r"<p>เมื่อวันที่ 27 พฤษภาคม.*?</p>", body, text))
    return site.edited_everywhere(title, "บุคลากรฝึกช่วยฟื้นคืนชีพ CPR")


def _queue_for_staff(site: Website) -> Website:
    """Appointments are for staff only; complaints are still taken."""
    login = '<form action="login.php" method="post"><input name="user"><input type="password" name="pass"></form>'
    return _page(site, "/queue.php", "ระบบนัดหมาย (เฉพาะเจ้าหน้าที่)", login)


def _native_panels(text: str) -> str:
    text = re.sub(
        r'<div class="panel panel-default"><div class="panel-heading"><h4 class="panel-title"><a [^>]*>(.*?)</a></h4>'
        r"</div>"
        r'<div id="eb\d+" class="panel-collapse collapse"><div class="panel-body">(.*?)</div></div></div>'
        r'(?=<div class="panel |</div>)',
        r"<details><summary>\1</summary>\2</details>",
        text,
        flags=re.DOTALL,
    )
    return text.replace('<div class="list-group">', "<div>")


def _without_classes(text: str) -> str:
    return re.sub(r' class="[^"]*"', "", text)


def _thai_digits(text: str) -> str:
    return text.translate({ord("0") + digit: chr(0x0E50 + digit) for digit in range(10)})


def _opened_by_script(text: str) -> str:
    return re.sub(
        r'<a class="list-group-item" href="(upload/[^"]*)" target="_blank">',
        r"""<a class="list-group-item" href="javascript:void(0)" onclick="window.open('\1')">""",
        text,
    )


def _plain_headings(text: str) -> str:
    return re.sub(r"<(/?)h[2-5]( [^>]*)?>", r"<\1div>", text)


def _titled(text: str) -> str:
    found = re.search(r"<h2>(.*?)</h2>", text)
    return text.replace("<title>", f"<title>{found.group(1)} | ") if found else text


def _with_prints(site: Website) -> Website:
    """Every tenth post may be printed."""
    for number in (412, 409, 401, 391, 380):
        body = site.answers[f"/view.php?id={number}"].body
        assert isinstance(body, str)
        inner = body.partition('<section class="page-title">')[2].partition("<footer")[0]
        printed = f"<html><head><title>print</title></head><body onload='window.print()'>{inner}</body></html>"
        site = site.with_answer(f"/print.php?id={number}", Answer(body=printed))
        site = site.edited(f"/view.php?id={number}", "<footer", f'<a href="print.php?id={number}">พิมพ์หน้านี้</a><footer')
    return site


MUTATIONS = (
    Mutation(
        "the chart is told in words",
        lambda site: site.edited(
            "/page.php?id=3",
            'src="images/org2568.jpg" class="img-fluid" alt=""',
            f'src="images/org2568.jpg" alt="{UNITS}"',
        ),
        {"1.1.structure": PASS},
    ),
    Mutation("a CIO is met in news only", _without_cio, {"1.1.cio": FAIL}),
    Mutation(
        "this year's plan is behind its label",
        lambda site: site.with_body("/upload/ita/2568/eb2_9.pdf", papers.plan(2568)),
        same(PASS, "1.1.action-plan", "2.2.current"),
    ),
    Mutation(
        "the strategy ended",
        lambda site: site.with_body("/upload/ita/2568/eb2_8.pdf", papers.strategy(2560, 2564)),
        {"1.1.strategy": PARTIAL},
    ),
    Mutation("the agreement has a text layer", _agreement_typed, {"1.1.performance-agreement": PASS}),
    Mutation("the agreement is another hospital's", _agreement_of_another, {"1.1.performance-agreement": FAIL}),
    Mutation(
        "there is no fax number but the template's",
        lambda site: site.edited("/contact.php", '<br><i class="fa fa-fax"></i> แฟ็กซ์ 045-999-413', ""),
        {"1.1.fax": FAIL},
    ),
    Mutation(
        "the telephone number is nobody's",
        lambda site: site.edited_everywhere("045-999-412", "0-0000-0000"),
        {"1.1.phone": FAIL},
    ),
    Mutation("the map is one of a community", _community_map, {"1.1.map": FAIL}),
    Mutation("the e-mail address is a picture", _mail_pictured, {"1.1.email": FAIL_OR_REVIEW}),
    Mutation("the laws name no source", _without_sources, {"1.2.laws-source": FAIL_OR_PARTIAL}),
    Mutation(
        "the index of the Act is there",
        lambda site: _page(site, "/page.php?id=15", "ศูนย์ข้อมูลข่าวสารของราชการ", INDEX),
        same(PASS, "1.5.oia-7", "1.5.oia-9"),
    ),
    Mutation("the manual tells no times", _sop_untimed, {"1.6.manual-durations": FAIL}),
    Mutation("the guide tells no times", _guide_untimed, {"1.7.guide-durations": FAIL}),
    Mutation(
        "the guide's file is gone",
        lambda site: site.without("/upload/doc/guide_opd_2568.pdf"),
        {"1.7.guide-download": FAIL},
    ),
    Mutation("the vacancy's time is over", _vacancy_over, {"3.2.expired": FAIL_OR_PARTIAL}),
    Mutation("this year's monthly summaries are gone", _summaries_gone, {"1.5.oia-committee": PARTIAL}),
    Mutation(
        "one web master is appointed",
        lambda site: site.with_body("/upload/ita/2568/eb1_order.pdf", papers.order(("นายเอกพล ทองมั่น",))),
        {"3.1.two-webmasters": FAIL},
    ),
    Mutation(
        "the order is the committee's", _committee_order, same(FAIL, "2.1.webmaster-order", "3.1.two-webmasters")
    ),
    Mutation("this year's announcement is another hospital's", _announcement_of_another, {"3.announcement": PARTIAL}),
    Mutation(
        "the survey is under construction",
        lambda site: _page(site, "/survey.php", "ประเมินเว็บไซต์", '<div class="alert alert-info">อยู่ระหว่างปรับปรุง</div>'),
        {"1.10.satisfaction-survey": FAIL},
    ),
    Mutation(
        "visitors' satisfaction is shown",
        lambda site: _page(site, "/page.php?id=17", "ผลประเมินความพึงพอใจต่อเว็บไซต์", VISITORS),
        {"1.10.satisfaction-level": PASS},
    ),
    Mutation("the articles answer 503", _knowledge_down, same(UNVERIFIABLE, "1.3.knowledge", "1.3.knowledge-source")),
    Mutation("vision and mission are a picture", _vision_pictured, same(REVIEW, "1.1.vision", "1.1.mission")),
    Mutation("the staff were trained in something else", _without_training, {"3.5.training": FAIL | UNVERIFIABLE}),
    Mutation(
        "the counter is gone",
        lambda site: site.edited_everywhere(f"<h4>สถิติ</h4><p>{markup.COUNTER}</p>", ""),
        {"1.10.statistics": FAIL},
    ),
    Mutation("the panels are details", lambda site: on_every_page(site, _native_panels)),
    Mutation("no element has a class", lambda site: on_every_page(site, _without_classes)),
    Mutation("Thai letters are character references", lambda site: on_every_page(site, outside_tags(as_entities))),
    Mutation(
        "letters are in other code points", lambda site: on_every_page(site, outside_tags(in_other_code_points))
    ),
    Mutation("numbers are in Thai digits", lambda site: on_every_page(site, outside_tags(_thai_digits))),
    Mutation("what is missing answers 200", answering_all),
    Mutation("files are opened by script", lambda site: on_every_page(site, _opened_by_script)),
    Mutation("headings are divs", lambda site: on_every_page(site, _plain_headings)),
    Mutation("every page has a title of its own", lambda site: on_every_page(site, _titled)),
    Mutation("posts may be printed", _with_prints),
    Mutation("the window over the first page is gone", lambda site: site.edited_everywhere(markup.POPUP, "")),
    Mutation("the e-mail address is guarded", _mail_guarded),
    Mutation(
        "appointments are for staff",
        _queue_for_staff,
        {"1.9.e-service": PASS | frozenset({Status.NOT_APPLICABLE})},  # complaints are taken, with no way to answer
    ),
    Mutation(
        "the template's page is gone",
        lambda site: site.without("/page.php?id=16").edited_everywhere(_entry("page.php?id=16", "แพทย์ของเรา"), ""),
    ),
    Mutation("panels are named MOIT", lambda site: site.edited_everywhere(">EB ", ">MOIT ")),
    Mutation(
        "things carry other usual names",
        lambda site: (
            site.edited_everywhere("ทีมบริหาร", "คณะผู้บริหาร")
            .edited_everywhere("ผังองค์กร", "แผนภูมิองค์กร")
            .edited_everywhere("SOP/WI", "มาตรฐานการปฏิบัติงาน")
            .edited_everywhere("กฏหมายน่ารู้", "กฎหมาย/ระเบียบ")
            .edited_everywhere("ร่วมงานกับเรา", "สมัครงาน")
            .edited_everywhere("ประกาศพัสดุ", "จัดซื้อ/จัดจ้าง")
        ),
    ),
)
