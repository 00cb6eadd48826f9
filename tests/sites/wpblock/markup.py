"""How a WordPress block theme puts the provincial office's pages together.

In the content files `[[file:name|label]]` stands for a file block, `[[sized:…]]` for one that tells type and size,
`[[fold:title]] … [[/fold]]` for a details block, `[[acc]] … [[/acc]]` for an accordion of
`[[panel:title]] … [[/panel]]`, `[[gallery]]` for pictures.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from tests.sites.office import MONTHS
from tests.sites.papers import pdf
from tests.sites.wpblock.papers import NAME, UPLOADS, papers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.sites.content import Fragment

OTHER = "สำนักงานสาธารณสุขจังหวัดนครทอง"  # whose site the template was copied from
CATEGORIES = ("ข่าวประชาสัมพันธ์", "ภาพกิจกรรม", "รับสมัครงาน", "จัดซื้อจัดจ้าง", "สขร-1", "คลังความรู้")
MENU = (
    (
        "เกี่ยวกับ สสจ.",
        (
            ("/ประวัติความเป็นมา/", "ประวัติความเป็นมา"),
            ("/วิสัยทัศน์-พันธกิจ/", "วิสัยทัศน์ พันธกิจ"),
            ("/โครงสร้างองค์กร/", "โครงสร้างองค์กร"),
            ("/คณะผู้บริหาร/", "คณะผู้บริหาร"),
            ("/ผู้บริหารเทคโนโลยีสารสนเทศระดับสูง-cio/", "CIO"),
            ("/อำนาจหน้าที่/", "อำนาจหน้าที่"),
            ("/หน่วยงานในสังกัด/", "หน่วยงานในสังกัด"),
        ),
    ),
    (
        "แผนและผลงาน",
        (
            ("/แผนยุทธศาสตร์/", "แผนยุทธศาสตร์"),
            ("/แผนปฏิบัติราชการ/", "แผนปฏิบัติราชการ"),
            ("/แผนงาน-โครงการ-และงบประมาณ/", "แผนงาน โครงการ และงบประมาณ"),
            ("/รายงานประจำปี/", "รายงานประจำปี"),
            ("/คำรับรองการปฏิบัติราชการ/", "คำรับรองการปฏิบัติราชการ"),
            ("/ผลการปฏิบัติราชการ/", "ผลการปฏิบัติราชการ"),
        ),
    ),
    (
        "ข่าวสาร",
        (
            ("/category/ข่าวประชาสัมพันธ์/", "ข่าวประชาสัมพันธ์"),
            ("/category/ภาพกิจกรรม/", "ภาพกิจกรรม"),
            ("/category/รับสมัครงาน/", "รับสมัครงาน"),
            ("/category/จัดซื้อจัดจ้าง/", "จัดซื้อจัดจ้าง"),
            ("/category/สขร-1/", "สขร.1"),
            ("/category/คลังความรู้/", "คลังความรู้"),
            ("/สถิติโรค/", "สถิติโรค"),
        ),
    ),
    (
        "บริการ",
        (
            ("/คู่มือสำหรับประชาชน/", "คู่มือสำหรับประชาชน"),
            ("/คู่มือการปฏิบัติงาน/", "คู่มือการปฏิบัติงาน"),
            ("/แบบฟอร์ม/", "แบบฟอร์ม"),
            ("/ผลสำรวจความพึงพอใจต่อเว็บไซต์/", "ผลสำรวจความพึงพอใจต่อเว็บไซต์"),
            ("/ระบบภายใน/", "ระบบภายใน"),
        ),
    ),
    (
        "ข้อมูลข่าวสาร",
        (
            ("/ศูนย์ข้อมูลข่าวสาร/", "ศูนย์ข้อมูลข่าวสาร"),
            ("/กฎหมายที่เกี่ยวข้อง/", "กฎหมายที่เกี่ยวข้อง"),
            ("/ita-2569/", "ITA 2569"),
        ),
    ),
)
PARTNERS = (
    ("https://www.moph.invalid/", "กระทรวงสาธารณสุข"),
    ("https://ddc.moph.invalid/", "กรมควบคุมโรค"),
    ("https://www.nhso.invalid/", "สปสช."),
    ("https://chonlathi.invalid/", "จังหวัดชลธี"),
)


def slug(address: str) -> str:
    """The address as WordPress writes it: percent-encoded, in small letters."""
    return "".join(quote(letter).lower() if letter > "\x7f" else letter for letter in address)


def navigation_item(address: str, label: str) -> str:
    """An entry of the navigation block."""
    return (
        '<li class="wp-block-navigation-item wp-block-navigation-link"><a class="wp-block-navigation-item__content" '
        f'href="{slug(address)}"><span class="wp-block-navigation-item__label">{label}</span></a></li>'
    )


def _submenu(label: str, entries: Sequence[tuple[str, str]]) -> str:
    return (
        '<li class="wp-block-navigation-item has-child open-on-hover-click wp-block-navigation-submenu"><button '
        'class="wp-block-navigation-item__content wp-block-navigation-submenu__toggle" aria-expanded="false"><span '
        f'class="wp-block-navigation-item__label">{label}</span></button><ul class="wp-block-navigation__container '
        f'wp-block-navigation-submenu">{"".join(navigation_item(*entry) for entry in entries)}</ul></li>'
    )


NAV = (
    '<nav class="is-responsive wp-block-navigation is-layout-flex" aria-label="เมนูหลัก"><div '
    'class="wp-block-navigation__responsive-container" id="modal-1"><ul class="wp-block-navigation__container">'
    f"{navigation_item('/', 'หน้าแรก')}{''.join(_submenu(*group) for group in MENU)}"
    f"{navigation_item('/ติดต่อเรา/', 'ติดต่อเรา')}"
    "</ul></div></nav>"
)
HEADER = (
    '<header class="wp-block-template-part"><div class="wp-block-group has-contrast-background-color"><p '
    'class="has-small-font-size">โทร. 0-0000-0000 | info@example.com</p></div><div class="wp-block-group alignwide">'
    f'<p class="wp-block-site-title"><a href="/" rel="home">{NAME}</a></p>{NAV}</div></header>'
)
LINKS = (
    '<h3 class="wp-block-heading">เว็บไซต์หน่วยงานที่เกี่ยวข้อง</h3><ul class="wp-block-list">'
    + "".join(
        f'<li><a href="{href}" target="_blank" rel="noreferrer noopener">{name}</a></li>' for href, name in PARTNERS
    )
    + "</ul>"
)
FOOTER = (
    '<footer class="wp-block-template-part"><div class="wp-block-group alignfull"><div class="wp-block-columns"><div '
    f'class="wp-block-column">{LINKS}</div><div class="wp-block-column"><h3 class="wp-block-heading">คลังเก็บ</h3>'
    "[[archives]]</div></div>"
    f'<p class="has-small-font-size">© 2025 {OTHER}. สงวนลิขสิทธิ์ | '
    '<a href="https://th.wordpress.invalid/" rel="nofollow">ออกแบบด้วย WordPress</a></p></div></footer>'
)
NOT_FOUND = (
    '<!DOCTYPE html><html lang="th"><head><meta charset="UTF-8" /><title>ไม่พบหน้า</title></head><body>'
    '<div class="wp-site-blocks"><h1 class="wp-block-heading">ไม่พบหน้านี้</h1><p>อาจถูกย้ายหรือลบไปแล้ว</p></div></body>'
    "</html>"
)


def page(title: str, main: str, months: Sequence[str], kind: str = "page") -> str:
    """A page of the theme; `kind` is its body class, `months` those of the archive («2026/03»)."""
    archives = "".join(f'<li><a href="/{month}/">{month_name(month)}</a></li>' for month in months)
    footer = FOOTER.replace("[[archives]]", f'<ul class="wp-block-archives-list wp-block-archives">{archives}</ul>')
    return (
        '<!DOCTYPE html>\n<html lang="th"><head><meta charset="UTF-8" /><meta name="generator" '
        f'content="WordPress 6.9" /><title>{title} &#8211; {NAME}</title>'
        "<style id='wp-block-library-inline-css'>.wp-block-a{margin:0}</style>"
        f'</head><body class="wp-singular {kind} wp-embed-responsive wp-theme-twentytwentyfive"><a '
        'class="skip-link screen-reader-text" href="#wp--skip-link--target">ข้ามไปยังเนื้อหา</a><div '
        f'class="wp-site-blocks">{HEADER}<main class="wp-block-group has-global-padding is-layout-constrained" '
        f'id="wp--skip-link--target">{main}</main>{footer}</div></body></html>'
    )


def entry(title: str, body: str, meta: str = "") -> str:
    """The title and content blocks of a page or post."""
    return (
        f'<h1 class="wp-block-post-title has-x-large-font-size">{title}</h1>{meta}<div class="entry-content '
        f'alignfull wp-block-post-content has-global-padding is-layout-constrained">{render(body)}</div>'
    )


def meta(post: Fragment) -> str:
    """Day, author and category of a post."""
    day, author, category = post.more
    return (
        '<div class="wp-block-group is-layout-flex"><div class="wp-block-post-date"><time '
        f'datetime="{day}T09:30:00+07:00">{day_name(day)}</time></div><p class="wp-block-post-author-name">'
        f'โดย {author}</p><div class="taxonomy-category wp-block-post-terms"><a '
        f'href="{slug(f"/category/{category}/")}" rel="tag">{category}</a></div></div>'
    )


def query(title: str, posts: Sequence[Fragment], older: str = "") -> str:
    """A query loop with its pagination."""
    loop = "".join(
        f'<li class="wp-block-post post type-post status-publish format-standard"><h2 class="wp-block-post-title"><a '
        f'href="{slug(post.address)}" target="_self">{post.title}</a></h2>{meta(post)}</li>'
        for post in posts
    )
    more = (
        '<nav class="wp-block-query-pagination is-layout-flex" aria-label="การแบ่งหน้า"><a href="'
        f'{slug(older)}" class="wp-block-query-pagination-next">หน้าถัดไป</a></nav>'
        if older
        else ""
    )
    return (
        f'<h1 class="wp-block-query-title">{title}</h1><div class="wp-block-query is-layout-flow"><ul '
        f'class="wp-block-post-template is-layout-flow">{loop}</ul>{more}</div>'
    )


def home(posts: Sequence[Fragment]) -> str:
    """What the start page shows."""
    return (
        '<div class="wp-block-cover alignfull"><img class="wp-block-cover__image-background" alt="" '
        'src="/wp-content/uploads/2025/05/sea.jpg"/><div class="wp-block-cover__inner-container"><h1 '
        'class="wp-block-heading">สุขภาพดีที่ชลธี</h1><div class="wp-block-buttons"><div class="wp-block-button"><a '
        'class="wp-block-button__link wp-element-button" href="#">เรียนรู้เพิ่มเติม</a></div></div></div></div>'
        + query("เรื่องล่าสุด", posts)
    )


def render(body: str) -> str:
    """The content's short forms in full."""
    body = re.sub(r"\[\[file:([^|\]]*)\|([^\]]*)\]\]", lambda found: _file(found[1], found[2]), body)
    body = re.sub(
        r"\[\[sized:([^|\]]*)\|([^\]]*)\]\]", lambda found: _file(found[1], _sized(found[1], found[2])), body
    )
    body = re.sub(
        r"\[\[fold:([^\]]*)\]\]",
        r'<details class="wp-block-details is-layout-flow"><summary>\1</summary>',
        body,
    ).replace("[[/fold]]", "</details>")
    body = re.sub(
        r"\[\[panel:([^\]]*)\]\]",
        r'<div class="wp-block-accordion-item"><h3 class="wp-block-accordion-heading"><button type="button" '
        r'aria-expanded="false" class="wp-block-accordion-heading__toggle"><span '
        r'class="wp-block-accordion-heading__toggle-title">\1</span></button></h3><div inert role="region" '
        r'class="wp-block-accordion-panel">',
        body,
    ).replace("[[/panel]]", "<!-- /panel --></div></div>")
    body = body.replace("[[acc]]", '<div role="group" class="wp-block-accordion">').replace("[[/acc]]", "</div>")
    body = body.replace("[[gallery]]", _gallery())
    return re.sub(r'href="(/[^"]*)"', lambda found: f'href="{slug(found[1])}"', body)


def _file(name: str, label: str) -> str:
    place = f"{UPLOADS}/{name}.pdf"
    return (
        f'<div class="wp-block-file"><a href="{place}" target="_blank">{label}</a><a href="{place}" '
        'class="wp-block-file__button wp-element-button" download>ดาวน์โหลด</a></div>'
    )


def _sized(name: str, label: str) -> str:
    size = len(pdf(papers()[f"{UPLOADS}/{name}.pdf"])) / 1024
    return f"{label} (PDF, {size:.1f} KB)"


def _gallery() -> str:
    figures = "".join(
        f'<figure class="wp-block-image"><img src="/wp-content/uploads/2026/01/g{number}.jpg" alt=""/></figure>'
        for number in (1, 2, 3)
    )
    return f'<figure class="wp-block-gallery has-nested-images columns-default is-cropped">{figures}</figure>'


def day_name(day: str) -> str:
    """The day as the site shows it: a Thai month and a year of the common era."""
    year, month, number = day.split("-")
    return f"{int(number)} {MONTHS[int(month) - 1]} {year}"


def month_name(month: str) -> str:
    """A month of the archive."""
    year, number = month.split("/")
    return f"{MONTHS[int(number) - 1]} {year}"
