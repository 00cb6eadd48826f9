"""How the provincial office's SharePoint looks: one form around everything, web parts, list views, forms of items."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.sites.content import Fragment
    from tests.sites.sharept.papers import Document

NAME = "สำนักงานสาธารณสุขจังหวัดศรีบูรพา"
SHORT = "สสจ.ศรีบูรพา"
LIBRARY = "/Shared%20Documents/Forms/AllItems.aspx"
FOLDER_TYPE = "0x012000A1"
HIDDEN = (
    '<div class="aspNetHidden"><input type="hidden" name="_wpcmWpid" id="_wpcmWpid" value="" /><input type="hidden" '
    'name="MSOWebPartPage_PostbackSource" id="MSOWebPartPage_PostbackSource" value="" /><input type="hidden" '
    'name="__REQUESTDIGEST" id="__REQUESTDIGEST" value="0x5D1A44,20 Jan 2026 03:11:09 -0000" /><input type="hidden" '
    'name="__VIEWSTATE" id="__VIEWSTATE" value="/wEPDwUBMA9kFgJmD2QWAgIBD2QWBAIBD2QWAg==" /><input type="hidden" '
    'name="__EVENTVALIDATION" id="__EVENTVALIDATION" value="/wEdAAIzF0j" /></div>'
)
TOP = (
    ("/SitePages/Home.aspx", "หน้าแรก"),
    ("/hr/SitePages/Home.aspx", "บริหารทรัพยากรบุคคล"),
    ("/dental/SitePages/Home.aspx", "ทันตสาธารณสุข"),
    ("/ict/SitePages/Home.aspx", "สุขภาพดิจิทัล"),
    ("/coop/SitePages/Home.aspx", "สหกรณ์ออมทรัพย์"),
    ("/SitePages/sso.aspx", "สสอ. / รพ."),
)
QUICK = (
    (
        "เกี่ยวกับ สสจ.",
        (
            ("/SitePages/ประวัติสำนักงาน.aspx", "ประวัติสำนักงาน"),
            ("/SitePages/vision.aspx", "วิสัยทัศน์ พันธกิจ ค่านิยม"),
            ("/SitePages/โครงสร้าง.aspx", "โครงสร้างหน่วยงาน"),
            ("/Lists/Executive/AllItems.aspx", "ทำเนียบผู้บริหาร"),
            ("/SitePages/duty.aspx", "หน้าที่และอำนาจ"),
            ("/SitePages/strategymap.aspx", "แผนที่ยุทธศาสตร์"),
            ("/SitePages/message.aspx", "สารจาก นพ.สสจ."),
            ("/SitePages/contact.aspx", "ติดต่อเรา"),
        ),
    ),
    (
        "ไลบรารี",
        (
            ("/Shared Documents/Forms/AllItems.aspx", "เอกสารที่ใช้ร่วมกัน"),
            ("/PublicManual/Forms/AllItems.aspx", "คู่มือ"),
            ("/FormDownload/Forms/AllItems.aspx", "แบบฟอร์มดาวน์โหลด"),
            ("/Activity/Forms/Thumbnails.aspx", "ภาพกิจกรรม"),
        ),
    ),
    (
        "รายการ",
        (
            ("/Lists/News/AllItems.aspx", "ข่าวประชาสัมพันธ์"),
            ("/Lists/Jobs/AllItems.aspx", "รับสมัครงาน"),
            ("/Lists/Procure/AllItems.aspx", "จัดซื้อจัดจ้าง"),
            ("/Lists/Law/AllItems.aspx", "กฏหมายที่เกี่ยวข้อง"),
            ("/Lists/KM/AllItems.aspx", "คลังความรู้สุขภาพ"),
            ("/Lists/Calendar/calendar.aspx", "ปฏิทินกิจกรรม"),
        ),
    ),
    (
        "การสนทนา / แบบสำรวจ",
        (
            ("/Lists/WebSurvey/overview.aspx", "แบบประเมินความพึงพอใจเว็บไซต์"),
            ("/SitePages/satisfy.aspx", "ผลสำรวจความพึงพอใจ"),
        ),
    ),
    (
        "ความโปร่งใส",
        (
            ("/SitePages/ITA2569.aspx", "ITA ปี 2569"),
            ("/SitePages/ITA2568.aspx", "ITA ปี 2568"),
            ("/SitePages/OIA.aspx", "ข้อมูลข่าวสารของราชการ"),
            ("/SitePages/eservice.aspx", "e-Service"),
        ),
    ),
)
PARTNERS = (
    ("https://www.moph.invalid/", "กระทรวงสาธารณสุข"),
    ("https://nhso.invalid/", "สปสช."),
    ("https://sbrhospital.invalid/", "โรงพยาบาลศรีบูรพา"),
    ("https://sriburapha-pao.invalid/", "อบจ.ศรีบูรพา"),
)
LISTS = {
    "News": "ข่าวประชาสัมพันธ์",
    "Jobs": "รับสมัครงาน",
    "Procure": "จัดซื้อจัดจ้าง",
    "KM": "คลังความรู้สุขภาพ",
    "Calendar": "ปฏิทินกิจกรรม",
}
FOOT = (
    '<div id="footer" class="ms-dialogHidden"><p>&copy; 2569 '
    "สำนักงานสาธารณสุขจังหวัดศรีบูรพา พัฒนาโดยกลุ่มงานสุขภาพดิจิทัล</p></div>"
)
NO_ITEMS = '<div class="ms-list-emptyText-compact">ไม่มีรายการที่จะแสดงในมุมมองนี้</div>'
NOT_FOUND = (
    '<!DOCTYPE html><html dir="ltr" lang="th-TH"><head><meta charset="utf-8" /><title>ข้อผิดพลาด</title></head><body>'
    '<form id="aspnetForm" method="post"><div id="ms-error"><h1>ขออภัย มีบางอย่างผิดปกติ</h1><p>404 NOT FOUND ไม่พบแฟ้ม '
    "</p><p>Correlation ID: 2f0b2c9f-8a11-60d2-7c1e-5b0a1d2e3f40</p></div></form></body></html>"
)


def shown_day(iso: str) -> str:
    """A day as lists tell it: 12/1/2569."""
    year, month, day = map(int, iso.split("-"))
    return f"{day}/{month}/{year + 543}"


def link(address: str, label: str) -> str:
    """A link to an address that is given in plain letters."""
    return f'<a href="{quote(address, safe="/?=&;%:")}">{label}</a>'


def folder(path: str) -> str:
    """The address of a folder's view as links write it."""
    return f"{LIBRARY}?RootFolder={quote(path, safe='')}&amp;FolderCTID={FOLDER_TYPE}"


def _quick_launch() -> str:
    groups = "".join(
        f'<li class="static"><span class="static menu-item ms-core-listMenu-item"><span '
        f'class="menu-item-text">{title}'
        '</span></span><ul class="static">'
        + "".join(f'<li class="static">{link(to, label)}</li>' for to, label in entries)
        + "</ul></li>"
        for title, entries in QUICK
    )
    return (
        '<div id="sideNavBox" class="ms-dialogHidden"><div class="ms-core-sideNavBox-removeLeftMargin">'
        f'<ul class="root ms-core-listMenu-root static">{groups}</ul><div class="ms-core-listMenu-item">'
        '<a href="/_layouts/15/viewlsts.aspx">เนื้อหาไซต์</a></div></div></div>'
    )


def page(title: str, body: str, site: str = "") -> str:
    """A page; `site` is the heading of a group's site."""
    top = "".join(f"<li>{link(to, label)}</li>" for to, label in TOP)
    crumbs = f'<a href="/SitePages/Home.aspx">{SHORT}</a> &gt; ' + (f"{site} &gt; " if site else "")
    return (
        '<!DOCTYPE html>\n<html dir="ltr" lang="th-TH"><head><meta name="GENERATOR" content="Microsoft SharePoint" />'
        f'<meta charset="utf-8" /><meta http-equiv="X-UA-Compatible" content="IE=10" /><title>\n\t{title} - '
        f"{site or SHORT}\n"
        '</title><link rel="stylesheet" type="text/css" href="/_layouts/15/corev15.css" /><script '
        'type="text/javascript" '
        'src="/_layouts/15/init.js"></script></head><body><form method="post" action="./Home.aspx" '
        'onsubmit="javascript:'
        f'return WebForm_OnSubmit();" id="aspnetForm">{HIDDEN}<a class="ms-accessible" href="#mainContent">'
        f"ไปที่เนื้อหาหลัก</a>"
        '<div id="suiteBarDelta" class="ms-dialogHidden"><div id="suiteBarRight">'
        '<a id="ctl00_IdLogin" href="/_layouts/15/Authenticate.aspx?Source=%2F">ลงชื่อเข้าใช้</a></div></div>'
        '<div id="s4-workspace"><div id="s4-bodyContainer"><div id="s4-titlerow"><a href="/" title="'
        f'{NAME}"><img class="ms-siteicon-img" src="/SiteAssets/logo.png" alt="{NAME}" /></a><ul '
        f'class="ms-core-listMenu-horizontalBox">'
        f'{top}</ul><div id="SearchBox"><input type="text" value="ค้นหาไซต์นี้" title="ค้นหา..." name="ctl00$q" /></div>'
        f'<h1 id="pageTitle" class="ms-core-pageTitle">{title}</h1></div><div id="contentRow">{_quick_launch()}'
        f'<div id="contentBox"><div class="breadcrumb">{crumbs}{title}</div><a name="mainContent" tabindex="-1"></a>'
        f'<div id="DeltaPlaceHolderMain">{body}</div></div></div>{FOOT}</div></div></form></body></html>'
    )


def web_part(title: str, body: str) -> str:
    """A web part below the bar with its title."""
    return (
        '<div class="ms-webpartzone-cell"><div class="ms-webpart-chrome ms-webpart-chrome-fullWidth"><div '
        f'class="ms-webpart-chrome-title"><h2 class="ms-webpart-titleText"><nobr><span>{title}</span></nobr>'
        f"</h2></div>"
        f'<div class="ms-WPBody">{body}</div></div></div>'
    )


def wiki(one: Fragment, body: str, site: str = "") -> str:
    """A wiki page, as its editor pasted it."""
    return page(
        one.title,
        f'<table id="layoutsTable" style="width:100%"><tbody><tr style="vertical-align:top"><td '
        f'style="width:100%"><div '
        f'class="ms-rte-layoutszone-inner"><div class="ExternalClass8F31B6">{body}</div></div></td></tr>'
        f"</tbody></table>",
        site,
    )


def view(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """The table of a list view."""
    if not rows:
        return NO_ITEMS
    head = "".join(f'<th class="ms-vh2" scope="col">{one}</th>' for one in heads)
    body = "".join(
        '<tr class="ms-itmhover">' + "".join(f'<td class="ms-vb2">{cell}</td>' for cell in row) + "</tr>"
        for row in rows
    )
    return (
        '<table class="ms-listviewtable" border="0" cellspacing="0"><thead><tr class="ms-viewheadertr">'
        f"{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def library(documents: Sequence[Document], folders: Sequence[tuple[str, str]] = (), *, sized: bool = False) -> str:
    """A document library: icons with the file's name as alt text, name, who changed it when, size if asked."""
    rows = [
        (
            '<img border="0" alt="โฟลเดอร์" src="/_layouts/15/images/folder.gif" />',
            f'<a href="{folder(path)}">{label}</a>',
            "3/11/2568 14:22",
            "System Account",
            "",
        )
        for path, label in folders
    ]
    rows += [
        (
            f'<img border="0" alt="{one.name}" title="{one.name}" src="/_layouts/15/images/ic{one.kind}.png" />',
            f'<a class="ms-listlink" href="{one.href}">{one.name.rpartition(".")[0]}</a>',
            f'<span class="ms-noWrap">{one.modified}</span>',
            one.by,
            f"{len(one.content) / 1024:.0f} KB",
        )
        for one in documents
    ]
    width = 5 if sized else 4
    heads = ("ชนิด", "ชื่อ", "ปรับเปลี่ยน", "ปรับเปลี่ยนโดย", "ขนาดแฟ้ม")
    return view(heads[:width], [row[:width] for row in rows])


def item(one: Fragment) -> str:
    """The form that displays one item of a list."""
    published, author, *attached = one.more
    name = one.address.split("/")[2]
    number = int(one.address.partition("ID=")[2])
    files = "".join(
        f'<tr><td><a href="{quote(f"/Lists/{name}/Attachments/{number}/{file}")}">'
        f"{file.rpartition('.')[0]}</a></td></tr>"
        for file in attached
    )
    rows = [("ชื่อเรื่อง", one.title), ("เนื้อหา", f"<div>{one.body}</div>"), ("วันที่เผยแพร่", shown_day(published))]
    rows += [("สิ่งที่แนบมา", f"<table><tbody>{files}</tbody></table>")] if files else []
    fields = "".join(
        f'<tr><td class="ms-formlabel" width="113"><h3 class="ms-standardheader">{label}</h3></td><td '
        f'class="ms-formbody">'
        f"{value}</td></tr>"
        for label, value in rows
    )
    return page(
        one.title,
        f'<div id="listFormToolBarTop"><a '
        f'href="/Lists/{name}/{"calendar" if name == "Calendar" else "AllItems"}.aspx">'
        f'{LISTS[name]}</a></div><table class="ms-formtable" border="0" width="100%"><tbody>{fields}</tbody></table>'
        f'<div class="ms-descriptiontext">สร้างเมื่อ {shown_day(published)} 9:{10 + number} โดย {author}<br/>'
        f"แก้ไขล่าสุดเมื่อ {shown_day(published)} 10:{10 + number} โดย {author}</div>",
    )


def entries(posts: Sequence[Fragment]) -> str:
    """The items of a list in its view."""
    return view(
        ("ชื่อเรื่อง", "วันที่เผยแพร่", "สร้างโดย"),
        [
            (f'<a class="ms-listlink" href="{one.address}">{one.title}</a>', shown_day(one.more[0]), one.more[1])
            for one in posts
        ],
    )


def pager(to: str, label: str) -> str:
    """The link to another page of a list."""
    return f'<table class="ms-bottompaging"><tbody><tr><td>{link(to, label)}</td></tr></tbody></table>'


def home(news: Sequence[Fragment], papers: Sequence[Document]) -> str:
    """The first page with its web parts."""
    partners = "".join(f'<li><a href="{to}" target="_blank">{label}</a></li>' for to, label in PARTNERS)
    recent = "".join(f'<li><a href="{one.href}">{one.name.rpartition(".")[0]}</a></li>' for one in papers)
    return page(
        "หน้าแรก",
        web_part("ข่าวประชาสัมพันธ์", entries(news) + link("/Lists/News/AllItems.aspx", "ดูทั้งหมด"))
        + web_part("ตัวแสดงรูปภาพ", '<img src="/SiteAssets/banner1.jpg" alt="งดรับของขวัญ No Gift Policy" />')
        + web_part("เอกสารล่าสุด", f"<ul>{recent}</ul>")
        + web_part("ลิงก์หน่วยงานที่เกี่ยวข้อง", f'<ul class="dfwp-list">{partners}</ul>'),
    )
