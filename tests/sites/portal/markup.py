"""How the provincial portal looks: WebForms, a site for every group, grids that post back."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.sites.content import Fragment

NAME = "สำนักงานสาธารณสุขจังหวัดภูผาสัก"
MENU = (
    ("/Default.aspx", "หน้าหลัก"),
    ("/content.aspx?id=1", "ประวัติความเป็นมา"),
    ("/content.aspx?id=2", "วิสัยทัศน์ พันธกิจ"),
    ("/content.aspx?id=3", "โครงสร้าง"),
    ("/content.aspx?id=4", "ผู้บริหาร"),
    ("/content.aspx?id=5", "ภารกิจ/อำนาจหน้าที่"),
    ("/content.aspx?id=9", "ติดต่อ สสจ."),
)
TREE = (
    (
        "ข่าวสาร",
        (
            ("/news.aspx?cat=1", "ข่าวประชาสัมพันธ์"),
            ("/news.aspx?cat=2", "ภาพกิจกรรม"),
            ("/news.aspx?cat=3", "รับสมัครงาน/สรรหา"),
            ("/news.aspx?cat=4", "ประกาศจัดซื้อจัดจ้าง"),
            ("/news.aspx?cat=5", "ประกาศผู้ชนะ"),
            ("/news.aspx?cat=9", "ประกาศย้อนหลัง"),
        ),
    ),
    (
        "บริการ",
        (
            ("/content.aspx?id=12", "e-Service"),
            ("/download.aspx?g=1", "กฏหมาย ระเบียบ"),
            ("/km.aspx", "KM / นวัตกรรม / R2R"),
            ("/survey.aspx", "แบบประเมินเว็บไซต์"),
        ),
    ),
    (
        "ITA",
        (
            ("/ita.aspx?y=2568", "MITAS 2568"),
            ("/ita.aspx?y=2567", "MITAS 2567"),
            ("/oia.aspx", "ศูนย์ข้อมูลข่าวสาร"),
            ("/download.aspx?g=5", "แบบ สขร.1"),
        ),
    ),
)
GROUPS = {
    "cdc": (
        "กลุ่มงานควบคุมโรคติดต่อ",
        (
            ("history", "ประวัติกลุ่มงาน"),
            ("vision", "วิสัยทัศน์"),
            ("role", "บทบาทหน้าที่"),
            ("plan", "แผนปฏิบัติการ"),
            ("contact", "ติดต่อกลุ่มงาน"),
        ),
    ),
    "stg": (
        "กลุ่มงานพัฒนายุทธศาสตร์สาธารณสุข",
        (
            ("plan", "นโยบายและแผนยุทธศาสตร์"),
            ("report", "รายงานประจำปี"),
            ("pa", "คำรับรองการปฏิบัติราชการ"),
        ),
    ),
    "cpd": ("กลุ่มงานคุ้มครองผู้บริโภคฯ", (("sop", "คู่มือการปฏิบัติงาน"), ("guide", "คู่มือประชาชน/แบบฟอร์ม"))),
    "hr": ("กลุ่มงานบริหารทรัพยากรบุคคล", ()),
}
PARTNERS = (
    ("https://www.moph.invalid/", "กระทรวงสาธารณสุข", "b1.gif"),
    ("https://phuphasak.invalid/", "จังหวัดภูผาสัก", "b2.gif"),
    ("https://www.nhso.invalid/", "สปสช.", "b3.gif"),
    ("https://www.fda.invalid/", "อย.", "b4.gif"),
)
NEWS = {
    "1": "ข่าวประชาสัมพันธ์",
    "2": "ภาพกิจกรรม",
    "3": "รับสมัครงาน/สรรหา",
    "4": "ประกาศจัดซื้อจัดจ้าง",
    "5": "ประกาศผู้ชนะการเสนอราคา",
    "9": "ประกาศย้อนหลัง",
}
STATE = (
    '<input type="hidden" name="__EVENTTARGET" id="__EVENTTARGET" value="" /><input type="hidden" name="__VIEWSTATE" '
    'id="__VIEWSTATE" value="/wEPDwUKMTY1NDU2MTA1Mg9kFgJmD2QWAgIDD2QWAgIBDw8WAh4EVGV4dAUL" />'
)
NOT_FOUND = (
    "<!DOCTYPE html><html><head><title>The resource cannot be found.</title></head><body><h1>Server Error in '/' "
    "Application.<hr></h1><h2><i>The resource cannot be found.</i></h2><b>Requested URL:</b> /x.aspx</body></html>"
)
FOOT = "สำนักงานสาธารณสุขจังหวัดภูผาสัก โทร 0-4577-2201-4 | พัฒนาโดย กลุ่มงานสุขภาพดิจิทัล | รองรับ IE 8 ขึ้นไป"


def _node(number: int, title: str, entries: Sequence[tuple[str, str]]) -> str:
    rows = "".join(
        f'<table cellpadding="0"><tr><td><div style="width:20px;height:1px"></div></td><td class="ctl00_Tree_2"><a '
        f'class="ctl00_Tree_0" href="{href}" id="ctl00_Treet{number}{at}">{label}</a></td></tr></table>'
        for at, (href, label) in enumerate(entries)
    )
    return (
        f'<table cellpadding="0"><tr><td><a id="ctl00_Treen{number}" '
        'href="javascript:TreeView_ToggleNode(ctl00_Tree_Data,'
        f'{number},ctl00_Treen{number},\' \')"><img src="/images/minus.gif" alt="Collapse {title}" /></a></td><td>'
        f'<span class="ctl00_Tree_0">{title}</span></td></tr></table><div id="ctl00_Treen{number}Nodes">{rows}</div>'
    )


def _around(title: str, head: str, menu: str, side: str, body: str) -> str:
    partners = "".join(
        (
            f'<td><a href="{href}" target="_blank"><img src="/images/banner/{picture}" alt="{label}" border="0" />'
            "</a></td>"
        )
        for href, label, picture in PARTNERS
    )
    return (
        '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "xhtml1-transitional.dtd"><html '
        'xmlns="http://www.w3.org/1999/xhtml"><head><meta http-equiv="Content-Type" content="text/html; '
        'charset=utf-8" />'
        f'<title>{title}</title></head><body><form name="aspnetForm" method="post" action="" id="aspnetForm">'
        f"<div>{STATE}</div>"
        '<table width="980" align="center" cellspacing="0"><tr><td colspan="2" class="banner"><span '
        f'id="ctl00_lblHead">{head}'
        f'</span></td></tr><tr><td colspan="2">{menu}</td></tr><tr><td width="200" valign="top">{side}</td>'
        '<td valign="top">'
        f'<div id="ctl00_cph">{body}</div></td></tr><tr><td colspan="2"><b>เว็บไซต์ที่เกี่ยวข้อง</b><table>'
        f"<tr>{partners}</tr></table>"
        f'</td></tr><tr><td colspan="2" class="foot">{FOOT}</td></tr></table></form></body></html>'
    )


def page(title: str, body: str) -> str:
    """A page of the portal."""
    menu = (
        '<table id="ctl00_Menu1" class="ctl00_Menu1_2"><tr>'
        + "".join(
            (
                '<td onmouseover="Menu_HoverRoot(this)"><table><tr><td><a class="ctl00_Menu1_1" '
                f'href="{href}">{label}</a></td></tr></table></td>'
            )
            for href, label in MENU
        )
        + "</tr></table>"
    )
    groups = "".join(f'<tr><td><a href="/{key}/index.aspx">{name}</a></td></tr>' for key, (name, _) in GROUPS.items())
    side = "".join(_node(number, *node) for number, node in enumerate(TREE)) + (
        f'<table class="box"><tr><th>กลุ่มงานใน สสจ.</th></tr>{groups}</table>'
    )
    return _around(f"{title} - {NAME}", NAME, menu, side, f'<h3 class="title">{title}</h3>{body}')


def group_page(key: str, title: str, body: str) -> str:
    """A page of a group's own site."""
    name, entries = GROUPS[key]
    menu = f'<a href="/{key}/index.aspx">หน้าแรกกลุ่มงาน</a> | ' + " | ".join(
        f'<a href="/{key}/page.aspx?p={slug}">{label}</a>' for slug, label in entries
    )
    side = '<p><a href="/Default.aspx">กลับเว็บไซต์ สสจ.ภูผาสัก</a></p>'
    return _around(f"{name} สสจ.ภูผาสัก", f"{name}<br />{NAME}", menu, side, f'<h3 class="title">{title}</h3>{body}')


def grid(name: str, heads: Sequence[str], rows: Sequence[Sequence[str]], *, more: bool = False) -> str:
    """A grid; its pager posts back."""
    head = "".join(f'<th scope="col">{cell}</th>' for cell in heads)
    lines = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    pager = (
        f'<tr class="pager"><td colspan="{len(heads)}"><span>1</span> <a '
        f"href=\"javascript:__doPostBack('ctl00$cph${name}',"
        "'Page$2')\">2</a></td></tr>"
    )
    return (
        f'<table cellspacing="0" rules="all" border="1" id="ctl00_cph_{name}"><tr>{head}'
        f"</tr>{lines}{pager if more else ''}</table>"
    )


def listing(cat: str, posts: Sequence[Fragment]) -> str:
    """The list of a category."""
    rows = [
        (one.more[0], f'<a href="{one.address}">{one.title}</a>', f"อ่าน {sum(map(ord, one.address)) % 90 + 10} ครั้ง")
        for one in posts
    ]
    return page(NEWS[cat], grid("gvNews", ("วันที่ประกาศ", "เรื่อง", ""), rows, more=cat == "1"))


def post(one: Fragment) -> str:
    """A post."""
    published, _, author = one.more
    return page(
        one.title,
        f'{one.body}<hr /><p class="small">วันที่ประกาศ : <span id="ctl00_cph_lblDate">{published}</span> ผู้ประกาศ : '
        f'<span id="ctl00_cph_lblBy">{author}</span> อ่าน 34 ครั้ง</p>',
    )


def home(posts: Sequence[Fragment]) -> str:
    """The first page."""
    rows = "".join(
        (
            f'<tr><td><img src="/images/new.gif" alt="" /> <a href="{one.address}">{one.title}</a> ({one.more[0]})'
            "</td></tr>"
        )
        for one in posts
    )
    return page("ยินดีต้อนรับ", f'<table id="ctl00_cph_dlNews"><tr><td><b>ข่าวล่าสุด</b></td></tr>{rows}</table>')
