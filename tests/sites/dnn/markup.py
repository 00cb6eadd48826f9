"""How DNN puts the provincial office's pages together: one form around all, panes, containers, numbered controls."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.sites.content import Fragment

NAME = "สำนักงานสาธารณสุขจังหวัดหินลาด"
VIEWSTATE = "/wEPDwULLTE2MTY2ODcyMjkPZBYCZg9kFgQCAQ9kFgICBw8WAh4HVmlzaWJsZWhkAgMPZBYC" * 6
MENU = (
    (
        "เกี่ยวกับ สสจ.",
        (
            (60, "ประวัติความมา"),
            (61, "วิสัยทัศน์/พันธกิจ/ค่านิยม"),
            (62, "ผังองค์กร"),
            (63, "นพ.สสจ. และผู้บริหาร"),
            (64, "DCIO"),
            (65, "หน้าที่ความรับผิดชอบ"),
            (66, "แผนยุทธศาสตร์"),
            (67, "แผนและผลการปฏิบัติราชการ"),
        ),
    ),
    (
        "ข่าวสาร",
        (
            (110, "ข่าวประชาสัมพันธ์"),
            (112, "ภาพกิจกรรม สสจ."),
            (113, "รับสมัคร/สอบคัดเลือก"),
            (114, "จัดซื้อจัดจ้าง"),
            (115, "ผลการจัดซื้อจัดจ้าง"),
            (130, "ปฏิทิน"),
        ),
    ),
    (
        "บริการ",
        (
            (70, "คู่มือบริการ"),
            (71, "ดาวน์โหลดแบบฟอร์ม"),
            (72, "คู่มือการใช้งานโปรแกรม"),
            (73, "ระบบงานเจ้าหน้าที่"),
            (74, "แบบสอบถาม"),
            (75, "องค์ความรู้ (KM)"),
        ),
    ),
    (
        "ศูนย์ข้อมูลข่าวสารฯ",
        (
            (80, "พ.ร.บ.ข้อมูลข่าวสาร 2540"),
            (81, "กฎหมายสาธารณสุข"),
            (82, "สขร.1"),
            (83, "MOPH ITA"),
            (84, "หน่วยงานในสังกัด"),
        ),
    ),
)
NOT_FOUND = (
    '<!DOCTYPE html><html lang="th-TH"><head><title>404 Error</title></head><body><h1>404</h1>'
    "<p>The requested page could not be found.</p></body></html>"
)


def tab(number: int) -> str:
    """The address of a page, as links write it."""
    return f"/Default.aspx?tabid={number}"


def _menu() -> str:
    groups = "".join(
        f'<li><a href="javascript:void(0)"><span>{label}</span></a><ul>'
        + "".join(
            f'<li id="dnn_NAV1_{number}"><a href="{tab(number)}"><span>{text}</span></a></li>'
            for number, text in links
        )
        + "</ul></li>"
        for label, links in MENU
    )
    return (
        f'<div id="dnn_nav"><ul class="rmRootGroup"><li><a href="{tab(36)}"><span>หน้าหลัก</span></a></li>{groups}'
        f'<li><a href="{tab(90)}"><span>ติดต่อเรา</span></a></li></ul></div>'
    )


def page(title: str, body: str) -> str:
    """A page of the skin."""
    return (
        '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/'
        'xhtml1-transitional.dtd">\n<html lang="th-TH" xmlns="http://www.w3.org/1999/xhtml"><head id="Head">'
        '<meta content="text/html; charset=UTF-8" http-equiv="Content-Type" />'
        '<meta id="MetaGenerator" name="GENERATOR" content="DotNetNuke " />'
        f"<title>{NAME} > {title}</title></head><body id='Body'>"
        '<form method="post" action="/Default.aspx" id="Form" enctype="multipart/form-data">'
        f'<div class="aspNetHidden"><input type="hidden" name="__VIEWSTATE" id="__VIEWSTATE" value="{VIEWSTATE}" />'
        '<input type="hidden" name="__EVENTTARGET" value="" /></div>'
        "<script type='text/javascript'>//<![CDATA[\nvar theForm=document.forms['Form'];"
        "function __doPostBack(t,a){theForm.__EVENTTARGET.value=t;theForm.submit();}\n//]]></script>"
        f'<div id="ControlPanel"></div><div class="skin_header"><a id="dnn_dnnLOGO_hypLogo" href="{tab(36)}">'
        f'<img src="/Portals/0/Images/banner.jpg" alt="{NAME}" /></a>{_menu()}</div>'
        f'<div class="breadcrumb_bg"><span id="dnn_dnnBREADCRUMB_lblBreadCrumb"><a href="{tab(36)}" '
        'class="breadcrumb">'
        f'หน้าหลัก</a> &gt; <span class="breadcrumb">{title}</span></span></div>'
        f'<div id="dnn_ContentPane" class="contentpane">{body}</div>'
        '<div id="dnn_FooterPane" class="footerpane"><div class="DnnModule DnnModule-DNN_HTML">'
        f"<p>{NAME} ถนนเทพคุณากร ตำบลในเมือง อำเภอเมืองหินลาด จังหวัดหินลาด 39999 โทรศัพท์/โทรสาร 0-4299-7100</p>"
        "<p>ท่านเป็นผู้เยี่ยมชมเว็บไซต์ลำดับที่ <b>1,203,441</b> เริ่มนับ 1 มกราคม 2557</p></div></div>"
        '<div class="footer"><span id="dnn_dnnCOPYRIGHT_lblCopyright" class="Normal">Copyright 2013 by My '
        "Website</span> "
        '<a id="dnn_dnnLOGIN_loginLink" href="/Default.aspx?tabid=36&amp;ctl=Login&amp;returnurl=%2f" '
        'rel="nofollow">Login</a> '
        '<a href="https://www.facebook.invalid/sharer" class="social">แชร์</a></div></form></body></html>'
    )


def module(fragment: Fragment) -> str:
    """One module in its container."""
    (number, *_) = (*fragment.more, "400")
    return (
        f'<div class="DnnModule DnnModule-DNN_HTML DnnModule-{number}"><a name="{number}"></a>'
        f'<div class="c_head"><span id="dnn_ctr{number}_dnnTITLE_titleLabel" class="Head">'
        f"{fragment.title}</span></div>"
        f'<div id="dnn_ctr{number}_ContentPane"><div id="dnn_ctr{number}_ModuleContent" class="DNNModuleContent">'
        f'<div id="dnn_ctr{number}_HtmlModule_lblContent" class="Normal">{fragment.body}</div></div></div></div>'
    )


def listing(number: int, title: str, posts: Sequence[Fragment], details_tab: int) -> str:
    """A list of posts whose further pages only a post-back shows."""
    rows = "".join(
        f'<tr><td><a id="dnn_ctr{number}_List_ctl{row:02}_lnk" '
        f'href="{tab(details_tab)}&amp;{post.address.replace("&", "&amp;")}">'
        f"{post.title}</a></td><td>{post.more[1]}</td><td>{post.more[0]}</td></tr>"
        for row, post in enumerate(posts)
    )
    pager = " ".join(
        f"<a href=\"javascript:__doPostBack('dnn$ctr{number}$List','Page${other}')\">{other}</a>"
        for other in range(2, 5)
    )
    return (
        f'<div class="DnnModule"><span id="dnn_ctr{number}_dnnTITLE_titleLabel" class="Head">{title}</span>'
        f'<table id="dnn_ctr{number}_List" class="grid" cellspacing="0" border="0"><tr><th scope="col">หัวข้อ</th>'
        f'<th scope="col">กลุ่มงาน</th><th scope="col">วันที่ประกาศ</th></tr>{rows}'
        f'<tr class="pager"><td colspan="3"><span>1</span> {pager}</td></tr></table></div>'
    )


def details(post: Fragment) -> str:
    """One post."""
    return (
        f'<div class="DnnModule"><span class="Head">{post.title}</span><div class="Normal"><span '
        'class="SubHead">วันที่ประกาศ</span> '
        f'{post.more[0]} <span class="SubHead">โดย</span> {post.more[1]}</div><div class="Normal">{post.body}</div>'
        f'<a href="{tab(480)}&amp;{post.address.replace("&", "&amp;")}&amp;dnnprintmode=true" target="_blank" '
        'rel="nofollow">พิมพ์</a></div>'
    )


def printed(post: Fragment) -> str:
    """The printer's version."""
    return (
        f"<html><head><meta charset=utf-8><title>{post.title}</title></head><body><b>{post.title}</b>"
        f"<p>{post.more[0]}</p>{post.body}</body></html>"
    )


def home(posts: Sequence[Fragment], details_tab: int) -> str:
    """The start page."""
    links = "".join(
        f'<li><a href="{tab(details_tab)}&amp;{post.address.replace("&", "&amp;")}">{post.title}</a> '
        f"({post.more[0]})</li>"
        for post in posts
    )
    return page(
        "หน้าหลัก",
        '<div class="DnnModule"><span class="Head">ข่าวเด่น</span><div class="Normal">'
        f'<ul>{links}</ul><a href="{tab(110)}">ทั้งหมด</a></div></div>'
        '<div class="DnnModule"><span class="Head">Enter Title</span><div class="Normal"><p>Lorem ipsum dolor '
        "sit amet, "
        "consectetur adipiscing elit.</p></div></div>",
    )


def calendar(month: int, first: int, last: int) -> str:
    """A month of the events calendar."""
    days = "".join(f"<td>{day}</td>" + ("</tr><tr>" if day % 7 == 0 else "") for day in range(1, 29))
    turns = "".join(
        f'<a href="{tab(130)}&amp;month={other}-2025">{text}</a> '
        for other, text in ((month - 1, "&lt;&lt;"), (month + 1, "&gt;&gt;"))
        if first <= other <= last
    )
    return page(f"ปฏิทิน {month}/2568", f"{turns}<table><tr>{days}</tr></table>")
