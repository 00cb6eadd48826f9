"""A provincial health office (สสจ.) whose website is its SharePoint, opened to the public as it stood.

Wiki pages pasted from Word, lists and libraries as tables, folders by `RootFolder`, attachments and files with Thai
names, one form around every page, sites of groups and of the staff's savings cooperative with words of their own,
captions by script. Papers of the provincial hospital, a district office, the ministry and the province's
administration stand among its own. The audit's day is 20 January 2026 (fiscal year 2569).
"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

from tests.sites.content import Fragment, read_fragments
from tests.sites.sharept import markup, papers
from tests.sites.website import Answer, Website

HERE = Path(__file__).parent
GROUPS = {
    "hr": "กลุ่มงานบริหารทรัพยากรบุคคล",
    "dental": "กลุ่มงานทันตสาธารณสุข",
    "ict": "กลุ่มงานสุขภาพดิจิทัล",
    "coop": "สหกรณ์ออมทรัพย์สาธารณสุขศรีบูรพา จำกัด",
}
PICTURES = (
    "SiteAssets/logo.png",
    "SiteAssets/banner1.jpg",
    "SiteAssets/org69.jpg",
    *(f"SiteAssets/exec{number}.jpg" for number in (1, 2, 3)),
    *(f"Activity/ออกหน่วย พอ.สว. ม.ค.69/DSC_0{number}.jpg" for number in (11, 12)),
    "Activity/วันเอดส์โลก 2568/IMG_3301.jpg",
    *(f"_layouts/15/images/{name}" for name in ("folder.gif", "icpdf.png", "icdocx.png", "icxlsx.png")),
)
FOLDERS = (
    ("/Shared Documents/แผนงาน", "แผนงาน"),
    ("/Shared Documents/รายงาน", "รายงาน"),
    ("/Shared Documents/สขร1", "สขร1"),
    ("/Shared Documents/แผนปี 2569", "แผนปี 2569"),
)
ALBUMS = (("/Activity/ออกหน่วย พอ.สว. ม.ค.69", "14/1/2569"), ("/Activity/วันเอดส์โลก 2568", "1/12/2568"))
OLD_DRIVE = "https://sbrmoph-my.sharepoint.invalid/:b:/g/personal/{}"
Row = tuple[str, str, str]
Law = tuple[str, str, str]
LAW: tuple[Law, ...] = (
    ("พระราชบัญญัติสถานพยาบาล พ.ศ. 2541", "https://krisdika.invalid/2541", "ราชกิจจานุเบกษา เล่ม 115 ตอนที่ 15 ก"),
    ("พระราชบัญญัติเครื่องสำอาง พ.ศ. 2558", "https://krisdika.invalid/2558", "ราชกิจจานุเบกษา เล่ม 132 ตอนที่ 86 ก"),
    ("พระราชบัญญัติการสาธารณสุข พ.ศ. 2535", "/Law/law2535.pdf", ""),
    ("พระราชบัญญัติโรคติดต่อ พ.ศ. 2558", "/Law/law2558.pdf", ""),
    ("พระราชบัญญัติยา พ.ศ. 2510", "/Law/law2510.pdf", ""),
)
ITA_2569: tuple[Row, ...] = (
    ("MOIT 1", "1.1 บันทึกข้อความลงนามและขออนุญาตเผยแพร่", "/ITA/2569/MOIT1-1 บันทึกข้อความ.pdf"),
    ("", "1.2 ประกาศแนวทางการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์ของ สสจ.", "/ITA/2569/MOIT1-2.pdf"),
    ("", "1.3 คำสั่งแต่งตั้งคณะทำงานเว็บไซต์", "/ict/Shared Documents/คำสั่งคณะทำงานเว็บไซต์ 214-2568.pdf"),
    ("", "1.4 แบบฟอร์มการเผยแพร่ข้อมูล", "/ITA/2569/MOIT1-4.pdf"),
    ("", "ตัวอย่างของ สสอ.ท่าช้าง", "/ITA/2569/ตัวอย่าง สสอ.ท่าช้าง.pdf"),
    ("MOIT 2", "1.1 ข้อมูลผู้บริหาร", "/Lists/Executive/AllItems.aspx"),
    ("", "1.7 ข้อมูลการติดต่อ", "/SitePages/contact.aspx"),
    ("", "2. วิสัยทัศน์ พันธกิจ ค่านิยม", "/SitePages/vision.aspx"),
    ("", "แบบฟอร์มการเผยแพร่ข้อมูล MOIT 2", "/ITA/2569/MOIT2 form.pdf"),
    ("MOIT 9", "คู่มือการจัดการเรื่องร้องเรียน", "/ITA/2569/MOIT9.pdf"),
    ("MOIT 15", "แผนปฏิบัติการป้องกันการทุจริต 2569", "/ITA/2569/MOIT15.pdf"),
    *((f"MOIT {number}", "รอดำเนินการตามรอบเวลา", "") for number in (10, 16, 17, 22)),
)
EXECUTIVES = (
    ("exec1", "นายแพทย์ภูวดล เกษมสันต์", "นายแพทย์สาธารณสุขจังหวัดศรีบูรพา", "0 3911 2345 ต่อ 101"),
    ("exec2", "นายแพทย์ธีระ พงษ์ไพร", "รองนายแพทย์สาธารณสุขจังหวัด (นายแพทย์เชี่ยวชาญ)", "0 3911 2345 ต่อ 102"),
    ("exec3", "นางมาลี ทิพย์รัตน์", "รองนายแพทย์สาธารณสุขจังหวัด (นักวิชาการสาธารณสุขเชี่ยวชาญ)", "0 3911 2345 ต่อ 103"),
)
QUESTIONS = ("ความง่ายในการค้นหาข้อมูล", "ความทันสมัยของข้อมูลบนเว็บไซต์", "ความพึงพอใจต่อเว็บไซต์ในภาพรวม")
ANNUAL = "/Shared Documents/รายงาน/รายงานประจำปี 2568.pdf"
LOGIN = "/_layouts/15/Authenticate.aspx?Source=/"


def website() -> Website:
    """The site without faults other than its own."""
    posts = read_fragments(HERE / "posts.html")
    pages = {one.address: written(one) for one in read_fragments(HERE / "content.html")}
    pages |= {one.address: markup.item(one) for one in posts}
    pages |= lists(posts) | libraries() | surveys() | albums()
    pages |= {"/SitePages/ITA2569.aspx": ita(2569, ITA_2569), "/SitePages/ITA2568.aspx": ita(2568, old_rows())}
    news = [one for one in posts if "/News/" in one.address]
    pages["/SitePages/Home.aspx"] = markup.home(news[:4], in_folder(papers.PLANS)[:3])
    pages[LOGIN] = markup.page(
        "ลงชื่อเข้าใช้", '<p>ชื่อผู้ใช้</p><input name="u"/><p>รหัสผ่าน</p><input type="password" name="p"/>'
    )
    answers = {address: Answer(body=body) for address, body in pages.items()}
    answers["/"] = moved("/SitePages/Home.aspx")
    answers["/_layouts/15/viewlsts.aspx"] = moved("/_layouts/15/Authenticate.aspx?Source=%2F")
    for one in papers.documents():
        answers[one.address] = Answer(body=one.content, content_type=papers.KINDS[one.kind])
    answers |= {f"/{name}": Answer.picture(name, "ภาพ") for name in PICTURES}
    answers["/_layouts/15/corev15.css"] = Answer(body=".ms-rte{color:#444}", content_type="text/css")
    answers["/_layouts/15/init.js"] = Answer(body="function SetCaption(i,t){}", content_type="text/javascript")
    answers[ANNUAL] = Answer(body="403 FORBIDDEN", content_type="text/plain", status=403)
    return Website(answers=answers, missing=Answer(body=markup.NOT_FOUND, status=404))


def moved(to: str) -> Answer:
    """The way that the server sends visitors."""
    return Answer(body="<h2>Object moved</h2>", status=302, headers=(("Location", to),))


def written(one: Fragment) -> str:
    """A wiki page of the office or of a group's site."""
    return markup.wiki(one, one.body, GROUPS.get(one.address.split("/")[1], ""))


def in_folder(folder: str) -> list[papers.Document]:
    """The files of a folder."""
    return [one for one in papers.documents() if one.folder == folder]


def lists(posts: tuple[Fragment, ...]) -> dict[str, str]:
    """The views of the lists; news stand on two pages."""
    known = {name: [one for one in posts if f"/Lists/{name}/" in one.address] for name in markup.LISTS}
    made = {
        f"/Lists/{name}/AllItems.aspx": markup.page(markup.LISTS[name], markup.entries(known[name]))
        for name in ("Jobs", "Procure", "KM")
    }
    first, second = "/Lists/News/AllItems.aspx", "/Lists/News/AllItems.aspx?Paged=TRUE&p_ID=11&PageFirstRow=6"
    title = markup.LISTS["News"]
    made[first] = markup.page(title, markup.entries(known["News"][:5]) + markup.pager(second, "6 - 8 ถัดไป"))
    made[second] = markup.page(title, markup.entries(known["News"][5:]) + markup.pager(first, "ก่อนหน้า 1 - 5"))
    made["/Lists/Calendar/calendar.aspx"] = markup.page(
        markup.LISTS["Calendar"],
        '<table class="ms-acal-month"><tbody><tr><th>มกราคม 2569</th></tr><tr><td>28 '
        '<a href="/Lists/Calendar/DispForm.aspx?ID=7">ประชุม กวป. ครั้งที่ 1/2569</a></td></tr></tbody></table>',
    )
    rows = [(f'<a href="{to}">{name}</a>', source) for name, to, source in LAW]
    made["/Lists/Law/AllItems.aspx"] = markup.page("กฏหมายที่เกี่ยวข้อง", markup.view(("ชื่อกฎหมาย", "แหล่งที่มา"), rows))
    heads = [
        (f'<img alt="" src="/SiteAssets/{picture}.jpg" width="110" />', f"<b>{name}</b>", post, phone)
        for picture, name, post, phone in EXECUTIVES
    ]
    made["/Lists/Executive/AllItems.aspx"] = markup.page(
        "ทำเนียบผู้บริหาร", markup.view(("รูป", "ชื่อ - สกุล", "ตำแหน่ง", "โทรศัพท์"), heads)
    )
    made["/Lists/OIA9/AllItems.aspx"] = markup.page("ข้อมูลข่าวสารตามมาตรา 9", markup.view(("มาตรา", "เรื่อง"), ()))
    return made


def libraries() -> dict[str, str]:
    """The views of the libraries and of their folders."""
    root = "/Shared Documents/Forms/AllItems.aspx"
    made = {root: markup.page("เอกสารที่ใช้ร่วมกัน", markup.library((), FOLDERS))}
    for path, label in FOLDERS:
        shown = markup.library(in_folder(path), sized=True)
        made[f"{root}?RootFolder={path}&FolderCTID={markup.FOLDER_TYPE}"] = markup.page(
            f"เอกสารที่ใช้ร่วมกัน - {label}", shown
        )
    for path, title in ((papers.MANUALS, "คู่มือ"), (papers.FORMS, "แบบฟอร์มดาวน์โหลด")):
        made[f"{path}/Forms/AllItems.aspx"] = markup.page(title, markup.library(in_folder(path)))
    for path, key in ((papers.DENTIST, "dental"), (papers.ICT, "ict")):
        made[f"{path}/Forms/AllItems.aspx"] = markup.page("เอกสาร", markup.library(in_folder(path)), GROUPS[key])
    return made


def surveys() -> dict[str, str]:
    """The survey list: its overview and the form that answers it."""
    title = "แบบประเมินความพึงพอใจต่อการใช้งานเว็บไซต์ สสจ.ศรีบูรพา"
    asked = "".join(
        f'<tr><td><h3>{question}</h3></td></tr><tr><td><input type="radio" id="q{n}a" name="ctl00$q{n}" '
        f'value="5"/><label '
        f'for="q{n}a">มาก</label><input type="radio" id="q{n}b" name="ctl00$q{n}" value="3"/><label '
        f'for="q{n}b">ปานกลาง</label>'
        f'<input type="radio" id="q{n}c" name="ctl00$q{n}" value="1"/><label for="q{n}c">น้อย</label></td></tr>'
        for n, question in enumerate(QUESTIONS, 1)
    )
    overview = (
        f"<table><tbody><tr><td>ชื่อแบบสำรวจ:</td><td>{title}</td></tr><tr><td>เวลาที่สร้าง:</td><td>6/10/2568 "
        f"8:30</td></tr>"
        '<tr><td>จำนวนการตอบ:</td><td>37</td></tr></tbody></table><a href="/Lists/WebSurvey/NewForm.aspx">'
        "ตอบแบบสำรวจนี้</a>"
    )
    button = '<input type="submit" name="ctl00$save" value="เสร็จสิ้น"/>'
    form = f'<table class="ms-formtable"><tbody>{asked}</tbody></table>{button}'
    return {
        "/Lists/WebSurvey/overview.aspx": markup.page(title, overview),
        "/Lists/WebSurvey/NewForm.aspx": markup.page(title, form),
    }


def albums() -> dict[str, str]:
    """The picture library, a page for each album; its captions are written by script."""
    root = "/Activity/Forms/Thumbnails.aspx"
    rows = [
        (f'<a href="{root}?RootFolder={quote(path, safe="")}">{path.rpartition("/")[2]}</a>', day)
        for path, day in ALBUMS
    ]
    made = {root: markup.page("ภาพกิจกรรม", markup.view(("อัลบั้ม", "วันที่เผยแพร่"), rows))}
    for path, day in ALBUMS:
        shown = "".join(
            f'<div class="ms-picture"><img alt="" src="/{quote(name)}"/><div id="c{n}"></div><script>'
            f'SetCaption("c{n}",'
            '"ภาพกิจกรรม สสจ.ศรีบูรพา");</script></div>'
            for n, name in enumerate(PICTURES)
            if f"/{name}".startswith(f"{path}/")
        )
        title = f"ภาพกิจกรรม {path.rpartition('/')[2]}"
        made[f"{root}?RootFolder={path}"] = markup.page(title, f"<p>วันที่เผยแพร่ {day}</p>{shown}")
    return made


def old_rows() -> tuple[Row, ...]:
    """Last year's table: everything on a personal drive."""
    return tuple((f"MOIT {number}", "หลักฐาน", OLD_DRIVE.format(f"m{number}")) for number in range(1, 12))


def ita(year: int, rows: tuple[Row, ...]) -> str:
    """The table of a fiscal year's evidence."""
    lines = "".join(f"<tr><td>{code}</td><td>{label}</td><td>{_open(to)}</td></tr>" for code, label, to in rows)
    return markup.page(
        f"การประเมินคุณธรรมและความโปร่งใส (MOPH ITA) ปีงบประมาณ พ.ศ. {year}",
        f'<table class="ms-rteTable-4"><tbody><tr><th>ตัวชี้วัด</th><th>รายการ</th><th>เปิด</th></tr>'
        f"{lines}</tbody></table>",
    )


def _open(to: str) -> str:
    if not to:
        return "-"
    return f'<a href="{to}" target="_blank">คลิก</a>' if to.startswith("https:") else markup.link(to, "คลิก")
