"""How the district office's pages are served by a site builder: everything in divs with hashed classes.

In the content file `[[kind:what|label]]` stands for a frame of the shared drive, a picture, a button or a file,
`[[fold:title]] … [[/fold]]` for a group that opens on a click.
"""

from __future__ import annotations

import re

from tests.sites.gsites.papers import BASE, NAME

NEIGHBOUR = "/view/nongsai-sso"
MENU = (
    ("หนาแรก", "หน้าแรก", ()),
    (
        "เกยวกบเรา",
        "เกี่ยวกับเรา",
        (
            ("เกยวกบเรา/ประวต", "ประวัติ สสอ."),
            ("เกยวกบเรา/วสยทศน", "วิสัยทัศน์ พันธกิจ"),
            ("เกยวกบเรา/โครงสราง", "โครงสร้างบุคลากร"),
            ("เกยวกบเรา/ทำเนยบ", "ทำเนียบบุคลากร"),
            ("เกยวกบเรา/อำนาจหนาท", "อำนาจและหน้าที่"),
            ("เกยวกบเรา/แผน", "แผนและยุทธศาสตร์"),
            ("เกยวกบเรา/รายงานประจำป", "Annual report"),
        ),
    ),
    (
        "ขาวสาร",
        "ข่าวสาร",
        (
            ("ขาวสาร/ประชาสมพนธ", "PR สสอ.วังตะกู"),
            ("ขาวสาร/กจกรรม", "อัลบั้มภาพ"),
            ("ขาวสาร/จดซอจดจาง", "จัดซื้อ-จัดจ้าง"),
            ("ขาวสาร/สมครงาน", "สมัครงาน"),
        ),
    ),
    (
        "บรการ",
        "บริการ",
        (
            ("บรการ/ขนตอน", "มาตรฐานการให้บริการ"),
            ("บรการ/คมอ", "คู่มือปฏิบัติงาน"),
            ("บรการ/ความร", "อินโฟกราฟฟิก"),
            ("บรการ/รองเรยน", "ร้องเรียนออนไลน์"),
            ("บรการ/ความพงพอใจ", "ผลประเมินเว็บไซต์"),
        ),
    ),
    (
        "ita",
        "MOPH ITA",
        (("ita/ita-2569", "ITA 2569"), ("ita/ita-2568", "ITA 2568"), ("ita/ita-2567", "ITA 2567")),
    ),
    ("ขอมลขาวสาร", "ศูนย์ข้อมูลข่าวสาร", (("ขอมลขาวสาร/กฎหมาย", "กฎหมาย/ระเบียบ"),)),
    ("รพสต", "รพ.สต.", ()),
    ("ลงก", "ลิ้งค์หน่วยงาน", ()),
    ("ตดตอเรา", "ติดต่อเรา", ()),
)
HEAD = (
    '<!DOCTYPE html><html lang="th" itemscope itemtype="http://schema.org/WebPage"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width, initial-scale=1"><script nonce="x">var '
    "DOCS_timing={};</script>"
)
NOT_FOUND = (
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Error 404 (Not Found)!!1</title></head><body>'
    "<p><b>404.</b> <ins>That’s an error.</ins><p>The requested URL was not found on this server.</body></html>"
)
MACRO = re.compile(r"\[\[(drive|img|button|file):([^|\]]*)(?:\|([^\]]*))?\]\]")


def _entry(address: str, label: str, level: int) -> str:
    place = f"{BASE}/{address}"
    return (
        f'<div class="PsKE7e r8s4j-R6PoUb IKA38e baH5ib" title="{label}"><a class="aJHbb dk90Ob hDrhEe HlqNPb" '
        f'jsname="ibnC6b" role="link" tabindex="0" data-navtype="1" href="{place}" data-url="{place}" data-type="1" '
        f'data-level="{level}">{label}</a></div>'
    )


def _menu() -> str:
    items = "".join(
        f'<li jsname="ibnC6b" data-nav-level="1" class="VsJjtf">{_entry(address, label, 1)}'
        + (
            '<div class="oGuwee eWDljc RPRy1e Mkt3Tc" style="display:none;" jsname="QXE97" role="menu"><ul '
            'class="VcS63b">'
            + "".join(f'<li class="ijMPi ZmrVpf">{_entry(*child, 2)}</li>' for child in children)
            + "</ul></div>"
            if children
            else ""
        )
        + "</li>"
        for address, label, children in MENU
    )
    return (
        '<nav class="JzO0Vc" jsname="ihoMLd" role="navigation" data-top-navigation="true">'
        f'<ul class="jYxBte Fpy8Db">{items}</ul></nav>'
    )


def _section(body: str) -> str:
    names = (
        "yaqOZd",
        "mYVXT",
        "LS81yb VICjCf j5pSsc db35Fc",
        "hJDwNd-AhqUyc-uQSCkd Ft7HRd",
        "JNdkSc SQVYQc",
        "tyJCtd mGzaTb",
    )
    for name in reversed(names):
        body = f'<div class="{name}">{body}</div>'
    return body


def _macro(found: re.Match[str]) -> str:
    kind, what, label = found[1], found[2], found[3] or ""
    if kind == "drive":
        place = f"https://drive.google.invalid/file/d/{what}"
        return (
            f'<div class="WIdY2d M1aSXe" data-embed-doc-id="{what}" data-embed-open-url="{place}/view"><div '
            'jsname="jkaScf" '
            'class="YMEQtf KUB49d" style="padding-top:141%;"><iframe jsname="L5Fo6c" class="YMEQtf" '
            f'src="{place}/preview" '
            f'title="{label}" aria-label="Drive, {label}" frameborder="0" sandbox="allow-scripts"></iframe>'
            "</div></div>"
        )
    if kind == "img":
        return (
            '<div class="t3iYD"><img class="CENy8b" role="img" style="width:100%" '
            f'src="{BASE}/_img/{what}.png"' + (f' alt="{label}" aria-label="{label}"' if label else "") + "></div>"
        )
    place = f"{BASE}/_files/{what}.pdf" if kind == "file" else what
    return (
        f'<div class="U26fgb L7IXhc htnAL QmpIrf" data-tooltip="{label}"><a class="FKF6mc TpQm9d" jsname="ibnC6b" '
        f'href="{place}" target="_blank" aria-label="{label}"><div class="NsaAfc"><p>{label}</p></div></a></div>'
    )


def render(body: str) -> str:
    """The content's short forms in full."""
    body = re.sub(
        r"\[\[fold:([^\]]*)\]\]",
        r'<div class="oKdM2c ZZyype" jscontroller="sGwD4d"><div class="Rn3Z1b" role="button" tabindex="0" '
        r'aria-expanded="false"><div class="xgQ6eb"><p class="zfr3Q CDt4Ke"><strong>\1</strong></p></div></div>'
        r'<div class="qyUVre" style="display:none" aria-hidden="true">',
        body,
    ).replace("[[/fold]]", "<!--fold--></div></div>")
    body = re.sub(r"<p>(.*?)</p>", r'<p dir="ltr" class="zfr3Q CDt4Ke"><span class="C9DxTc">\1</span></p>', body)
    body = re.sub(r"<h2>(.*?)</h2>", r'<h2 dir="ltr" class="zfr3Q JYVBee"><span class="C9DxTc">\1</span></h2>', body)
    return MACRO.sub(_macro, body)


def page(title: str, body: str) -> str:
    """A page as it is served."""
    sections = "".join(_section(render(part)) for part in body.split("<hr>"))
    return (
        f'{HEAD}<title>สสอ.วังตะกู - {title}</title><meta property="og:title" content="สสอ.วังตะกู - {title}"></head>'
        '<body dir="ltr" itemscope class="hc1X0c"><div jscontroller="pc62j" class="MZH0qd"><div jsname="rZHESd" '
        'class="QZ3zWd">'
        f'<div class="fktJzd AKpWA fOU46b"><header class="VhyHSb"><a class="GAuSPc" href="{BASE}/หนาแรก">'
        f'<img class="r9CsCb" src="{BASE}/_img/logo.png" alt="Site logo"><span class="QTKDff p46B7e">'
        f"{NAME}</span></a>{_menu()}</header>"
        '<div role="main" class="UtePc RCETm"><div class="yaqOZd LB7kq gk8rDe"><div class="Rjhtlf"><h1 '
        'class="zfr3Q duRjpb">'
        f'<span class="C9DxTc">{title}</span></h1></div></div>{sections}</div>'
        '<footer jsname="yePe5c" class="dZA9kd"><div class="LRAOtb"><div class="hJDwNd-AhqUyc-uQSCkd"><p '
        'class="zfr3Q CDt4Ke">'
        f"{NAME} หมู่ 5 ตำบลวังตะกู อำเภอวังตะกู จังหวัดพิกุลทอง 66999 โทร. ๐ ๕๖๙๙ ๘๑๒๓</p></div></div></footer>"
        '<div class="hBW7Hb"><div class="hUphyc" role="button" aria-label="Site actions">Report abuse</div>'
        "<div>Page details</div><div>Google Sites</div></div></div></div></div></body></html>"
    )


def centre(name: str, number: int) -> str:
    """The page of a sub-district centre."""
    return (
        f"<p>โรงพยาบาลส่งเสริมสุขภาพตำบล{name} ให้บริการคลินิกโรคเรื้อรังทุกวันพุธ</p><p>โทรสาร 0 5699 88{number}0</p>"
        f"<p>วิสัยทัศน์ รพ.สต.{name} บริการดี มีคุณภาพ</p>"
    )


def folder(title: str, file: str) -> str:
    """The page of an item of the former year: memo, evidence and form in frames of the drive."""
    frames = "<hr>".join(
        f"[[drive:{file}{number}|{part} {title}]]" for number, part in enumerate(("บันทึกข้อความ", "หลักฐาน", "แบบฟอร์ม"))
    )
    return f"<p>{title} ปีงบประมาณ พ.ศ. 2568</p><hr>{frames}"


def neighbour() -> str:
    """A page of the neighbour's site on the same host."""
    return (
        f"{HEAD}<title>สสอ.หนองทราย</title></head><body><h1>สำนักงานสาธารณสุขอำเภอหนองทราย</h1>"
        "<h2>วิสัยทัศน์</h2><p>หนองทรายเมืองสุขภาพ ประชาชนแข็งแรง</p><p>โทรสาร 0 5699 7001</p>"
        f'<p>สถิติผู้เข้าชมเว็บไซต์ ทั้งหมด 12,345 ครั้ง</p><p><a href="{NEIGHBOUR}/ตดตอ">ติดต่อ</a></p></body></html>'
    )
