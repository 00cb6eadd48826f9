"""What stands around every page of the general hospital: head, menu, foot; and the frames of the older site."""

from __future__ import annotations

from tests.sites.office import MONTHS

NAME = "โรงพยาบาลพนาสินธุ์"
SHORT_MONTHS = ("ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.")
SECTIONS = {
    "news": ("/category/news/", "ข่าวประชาสัมพันธ์"),
    "activity": ("/category/activity/", "ภาพกิจกรรม"),
    "job": ("/category/job/", "ข่าวรับสมัครงาน"),
    "health": ("/category/health/", "สาระสุขภาพ"),
    "procurement": ("/department/supply/", "กลุ่มงานพัสดุ"),
}
MENU = (
    (
        "เกี่ยวกับโรงพยาบาล",
        (
            ("/about/history/", "ประวัติโรงพยาบาล"),
            ("/about/vision/", "วิสัยทัศน์ พันธกิจ"),
            ("/about/structure/", "โครงสร้างองค์กร"),
            ("/about/executives/", "ทำเนียบผู้บริหาร"),
            ("/about/duties/", "หน้าที่และอำนาจ"),
            ("/plan/", "แผนและผลการดำเนินงาน"),
        ),
    ),
    (
        "บริการ",
        (
            ("/services/guide/", "คู่มือประชาชน / ขั้นตอนรับบริการ"),
            ("/services/forms/", "แบบฟอร์ม"),
            ("/services/queue/", "จองคิวออนไลน์"),
            ("/statistics/", "สถิติบริการ"),
            ("/patient-satisfaction/", "ความพึงพอใจผู้รับบริการ"),
        ),
    ),
    (
        "ข่าวสาร",
        (
            ("/category/news/", "ข่าวประชาสัมพันธ์"),
            ("/category/activity/", "ภาพกิจกรรม"),
            ("/category/job/", "ข่าวรับสมัครงาน"),
            ("/category/health/", "สาระสุขภาพ"),
            ("/documents/", "คลังเอกสาร"),
        ),
    ),
    (
        "หน่วยงานภายใน",
        (
            ("/department/nursing/", "กลุ่มการพยาบาล"),
            ("/department/supply/", "กลุ่มงานพัสดุ"),
            ("/department/digital/", "กลุ่มงานสุขภาพดิจิทัล"),
            ("/intranet/", "Intranet"),
        ),
    ),
    (
        "ITA / ข้อมูลข่าวสาร",
        (
            ("/ita-2569/", "ITA 2569"),
            ("/ita-2568/", "ITA 2568"),
            ("/oia/", "ศูนย์ข้อมูลข่าวสาร"),
            ("/laws/", "กฏหมายที่เกี่ยวข้อง"),
            ("/website-survey/", "ประเมินเว็บไซต์"),
        ),
    ),
)


def day(iso: str) -> str:
    """A day in words: 9 กุมภาพันธ์ 2569."""
    year, month, number = map(int, iso.split("-"))
    return f"{number} {MONTHS[month - 1]} {year + 543}"


def short_day(iso: str) -> str:
    """A day as tables tell it: 9 ก.พ. 2569."""
    year, month, number = map(int, iso.split("-"))
    return f"{number} {SHORT_MONTHS[month - 1]} {year + 543}"


def month_name(year_month: str) -> str:
    """A month in words: กุมภาพันธ์ 2569."""
    year, month = map(int, year_month.split("-"))
    return f"{MONTHS[month - 1]} {year + 543}"


def _submenu(title: str, entries: tuple[tuple[str, str], ...]) -> str:
    inner = "".join(
        f'<li class="wp-block-navigation-item wp-block-navigation-link"><a class="wp-block-navigation-item__content" '
        f'href="{href}"><span class="wp-block-navigation-item__label">{label}</span></a></li>'
        for href, label in entries
    )
    return (
        '<li class="wp-block-navigation-item has-child wp-block-navigation-submenu"><button aria-expanded="false" '
        f'class="wp-block-navigation-item__content wp-block-navigation-submenu__toggle">{title}</button><ul '
        f'class="wp-block-navigation__submenu-container">{inner}</ul></li>'
    )


def _nav() -> str:
    items = "".join(_submenu(title, entries) for title, entries in MENU)
    return (
        '<nav class="is-responsive wp-block-navigation" aria-label="เมนูหลัก"><ul '
        'class="wp-block-navigation__container"><li class="wp-block-navigation-item"><a href="/">หน้าแรก</a></li>'
        f'{items}<li class="wp-block-navigation-item"><a href="/contact/">ติดต่อเรา</a></li></ul></nav>'
    )


def _switcher(english: str) -> str:
    return (
        '<ul class="pll-switcher"><li class="lang-item lang-item-th current-lang"><a lang="th" hreflang="th" '
        f'href="/">ไทย</a></li><li class="lang-item lang-item-en"><a lang="en" '
        f'hreflang="en" href="{english or "/en/"}">'
        "English</a></li></ul>"
    )


FOOT = (
    '<footer class="wp-block-template-part"><div class="wp-block-columns"><div class="wp-block-column"><p>'
    f"<strong>{NAME}</strong><br>โทร. 0 4477 1100 (20 คู่สาย)<br>สายด่วนเจ็บป่วยฉุกเฉิน 1669</p></div><div "
    'class="wp-block-column"><ul class="wp-block-list"><li><a href="/old/">'
    'เว็บไซต์เดิม</a></li><li><a href="/intranet/">'
    'สำหรับเจ้าหน้าที่</a></li><li><a href="#">แผนผังเว็บไซต์</a></li></ul></div></div><p>© 2569 พัฒนาโดย กลุ่มงานสุขภาพดิจิทัล'
    "</p></footer>"
)


def page(title: str, body: str, english: str = "") -> str:
    """A page of the theme; `english` is where its translation stands."""
    other = f'<link rel="alternate" hreflang="en" href="{english}">' if english else ""
    return (
        '<!DOCTYPE html><html lang="th"><head><meta charset="UTF-8"><meta name="viewport" '
        f'content="width=device-width, initial-scale=1"><title>{title} &#8211; {NAME}</title>{other}<meta '
        'name="generator" content="WordPress 6.7.1"><style id="global-styles-inline-css">'
        "body{--wp--preset--color:#000}"
        '</style></head><body class="wp-embed-responsive"><a class="skip-link screen-reader-text" '
        'href="#wp--skip-link--target">ข้ามไปยังเนื้อหา</a><div class="wp-site-blocks"><header '
        f'class="wp-block-template-part"><p class="wp-block-site-title"><a href="/">{NAME}</a></p>{_nav()}'
        f'{_switcher(english)}</header><main id="wp--skip-link--target" '
        f'class="wp-block-group">{body}</main>{FOOT}</div>'
        "</body></html>"
    )


def english(title: str, body: str, thai: str) -> str:
    """A page of the English half."""
    entries = (
        ("/en/", "Home"),
        ("/en/about-us/", "About us"),
        ("/en/executives/", "Executives"),
        ("/en/services/", "Services"),
        ("/en/contact-us/", "Contact us"),
    )
    menu = "".join(
        f'<li class="wp-block-navigation-item"><a href="{href}">{label}</a></li>' for href, label in entries
    )
    return (
        '<!DOCTYPE html><html lang="en-US"><head><meta charset="UTF-8"><title>'
        f'{title} &#8211; Phanasin Hospital</title><link rel="alternate" '
        f'hreflang="th" href="{thai}"></head><body><div '
        f'class="wp-site-blocks"><header class="wp-block-template-part"><nav '
        f'class="wp-block-navigation"><ul>{menu}</ul>'
        f'</nav><ul class="pll-switcher"><li class="lang-item"><a lang="th" '
        f'hreflang="th" href="{thai}">ไทย</a></li></ul>'
        f'</header><main class="wp-block-group"><h1 class="wp-block-post-title">{title}</h1>{body}</main><footer>'
        "<p>Phanasin Hospital, Ministry of Public Health</p></footer></div></body></html>"
    )


def former(title: str, body: str) -> str:
    """A page of the older site, in its charset."""
    links = (
        ("/old/", "หน้าหลัก"),
        ("/old/board.html", "คณะกรรมการบริหาร"),
        ("/old/plan.html", "แผนงาน"),
        ("/old/job.html", "ข่าวสมัครงาน"),
    )
    menu = "".join(f'<tr><td><a href="{href}">{label}</a></td></tr>' for href, label in links)
    return (
        '<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-874"><title>'
        f'{NAME} (เว็บไซต์เดิม) : {title}</title></head><body bgcolor="#ffffff">'
        f'<table width="980" border="0" align="center">'
        f'<tr><td colspan="2"><font size="5" color="#006600">{NAME}</font></td></tr><tr><td width="180" valign="top">'
        f'<table border="0">{menu}</table><a href="/">กลับเว็บไซต์ใหม่</a></td>'
        f'<td valign="top"><h2>{title}</h2>{body}</td>'
        "</tr></table></body></html>"
    )


NOT_FOUND = page(
    "ไม่พบหน้า",
    '<h1 class="wp-block-heading">ไม่พบหน้า</h1><p>ไม่พบหน้าที่คุณกำลังค้นหา อาจถูกย้ายหรือลบไปแล้ว ลองใช้การค้นหาแทน</p>',
)
LOGIN = (
    '<!DOCTYPE html><html lang="th"><head><meta charset="UTF-8"><title>เข้าสู่ระบบ &lsaquo; '
    f'{NAME} &#8212; WordPress</title></head><body class="login"><div '
    f'id="login"><h1><a href="/">{NAME}</a></h1><form '
    'name="loginform" action="/wp-login.php" method="post"><p><label '
    'for="user_login">ชื่อผู้ใช้</label><input type="text" '
    'name="log" id="user_login"></p><p><label for="user_pass">รหัสผ่าน</label><input type="password" name="pwd" '
    'id="user_pass"></p><input type="submit" value="เข้าสู่ระบบ"></form></div></body></html>'
)
