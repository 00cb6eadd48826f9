"""How the general hospital's pages look: a block theme, its plug-ins, and the older site beside it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from tests.sites.mlhosp.chrome import NAME, SECTIONS, day, month_name, page, short_day

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tests.sites.content import Fragment
    from tests.sites.mlhosp.papers import Document

PARTS = re.compile(r"^\[\[(tab|fold):(.+?)\]\]\n", re.MULTILINE)
PLACES = re.compile(r"\{\{(flip:)?(\w+)(?:\|(.+?))?\}\}")


PICTURED = {
    "strategy": (
        "แผนยุทธศาสตร์ 2566 - 2570",
        *(f"/wp-content/uploads/2025/11/strategy-{number}.jpg" for number in (1, 2, 3)),
    )
}
COVER = "/wp-content/uploads/2025/10/cover-default.jpg"


def size(one: Document) -> str:
    """The size of a file as the download manager tells it."""
    return f"{len(one.content) / 1024:.2f} KB"


def filled(body: str, documents: Mapping[str, Document]) -> str:
    """The text with what its words in braces stand for.

    `{{word}}` is a package's card, `{{word|label}}` a bare link, `{{flip:word}}` a flipbook.
    """

    def made(found: re.Match[str]) -> str:
        flip, word, label = found.groups()
        if word in PICTURED:
            return flipbook(word, *PICTURED[word])
        one = documents[word]
        if flip:
            return flipbook(word, one.label, one.address)
        return f'<a href="{one.address}" target="_blank" rel="noopener">{label}</a>' if label else card(one)

    return PLACES.sub(made, body)


def card(one: Document) -> str:
    """A package of the download manager in its link template."""
    return (
        '<div class="w3eden"><div class="link-template-default card mb-2"><div class="card-body"><div class="media">'
        '<div class="mr-3 img-48"><img class="wpdm_icon" alt="ไอคอน" '
        'src="/wp-content/plugins/download-manager/pdf.svg">'
        f'</div><div class="media-body"><h3 class="package-title"><a href="/?wpdmpro={one.slug}">{one.label}</a></h3>'
        f'<div class="text-muted text-small"><i class="fas fa-copy"></i> 1 '
        f'file(s) <i class="fas fa-hdd"></i> {size(one)}'
        f'</div></div><div class="ml-3"><a class="wpdm-download-link btn btn-primary" rel="nofollow" '
        f'href="{one.address}">ดาวน์โหลด</a></div></div></div></div></div>'
    )


def package(one: Document, *, locked: bool) -> str:
    """A package's own page."""
    button = (
        '<div class="alert alert-warning">เอกสารนี้เปิดให้เฉพาะสมาชิก กรุณาเข้าสู่ระบบก่อนดาวน์โหลด</div><a '
        f'class="btn wpdm-download-locked" href="{one.address}">เข้าสู่ระบบเพื่อดาวน์โหลด</a>'
        if locked
        else f'<a class="wpdm-download-link btn btn-primary" rel="nofollow" href="{one.address}">ดาวน์โหลดเอกสาร</a>'
    )
    rows = (
        ("ดาวน์โหลดแล้ว", "214"),
        ("ชนิดไฟล์", one.kind.upper()),
        ("ขนาดไฟล์", size(one)),
        ("จำนวนไฟล์", "1"),
        ("วันที่เผยแพร่", day(one.published)),
        ("เจ้าของข้อมูล", one.owner),
    )
    listed = "".join(
        f'<li class="list-group-item d-flex justify-content-between">{name}<span class="badge">{value}</span></li>'
        for name, value in rows
    )
    body = (
        f'<h1 class="wp-block-post-title">{one.label}</h1><div class="w3eden"><div class="row"><div class="col-md-5">'
        f'<ul class="list-group ml-0 mb-2">{listed}</ul>{button}</div></div></div>'
    )
    return page(one.label, body)


def flipbook(word: str, title: str, *sources: str) -> str:
    """A flipbook viewer, of a file or of pictures of pages."""
    options = {"outline": [], "source": sources[0] if len(sources) == 1 else list(sources), "wpOptions": "true"}
    return (
        f'<div class="_df_book df-container df-loading" id="df_{word}" _slug="{word}" data-title="{title}" '
        'wpoptions="true"></div><script class="df-shortcode-script" type="application/javascript">'
        f"window.option_df_{word} = {json.dumps(options)}; "
        "if(window.DFLIP && window.DFLIP.parseBooks){window.DFLIP.parseBooks();}</script>"
    )


def built(one: Fragment, documents: Mapping[str, Document]) -> str:
    """A page from its text and the tabs or panels that it names."""
    first, *parts = PARTS.split(filled(one.body, documents) + "\n")
    panels = [(title, body.strip()) for title, body in zip(parts[1::3], parts[2::3], strict=True)]
    shown = (tabs if "tab" in parts[::3] else folds)(panels) if panels else ""
    body = (
        f'<h1 class="wp-block-post-title">{one.title}</h1><div class="entry-content wp-block-post-content '
        f'is-layout-constrained">{first.strip()}{shown}</div>'
    )
    return page(one.title, body, one.more[0] if one.more else "")


def tabs(panels: Sequence[tuple[str, str]]) -> str:
    """Tabs of the block collection."""
    heads = "".join(
        f'<li id="tab-{n}" class="kt-title-item kt-tab-title-{"active" if n == 1 else "inactive"}">'
        f'<a href="#tab-{n}" '
        f'data-tab="{n}" class="kt-tab-title"><span class="kt-title-text">{title}</span></a></li>'
        for n, (title, _) in enumerate(panels, 1)
    )
    bodies = "".join(
        f'<div class="wp-block-kadence-tab kt-tab-inner-content kt-inner-tab-{n}"><div '
        f'class="kt-tab-inner-content-inner">{body}</div></div>'
        for n, (_, body) in enumerate(panels, 1)
    )
    return (
        f'<div class="wp-block-kadence-tabs"><div class="kt-tabs-wrap"><ul class="kt-tabs-title-list">{heads}</ul>'
        f'<div class="kt-tabs-content-wrap">{bodies}</div></div></div>'
    )


def folds(panels: Sequence[tuple[str, str]]) -> str:
    """An accordion of the block collection."""
    return (
        '<div class="wp-block-kadence-accordion"><div class="kt-accordion-wrap" data-allow-multiple-open="false">'
        + "".join(
            '<div class="wp-block-kadence-pane kt-accordion-pane"><div class="kt-accordion-header-wrap"><button '
            'class="kt-blocks-accordion-header" type="button"><span class="kt-blocks-accordion-title">'
            f'{title}</span><span class="kt-blocks-accordion-icon-trigger"></span></button></div><div '
            f'class="kt-accordion-panel"><div class="kt-accordion-panel-inner">{body}</div></div></div>'
            for title, body in panels
        )
        + "</div></div>"
    )


def paper_table(number: int, papers: Sequence[Document]) -> str:
    """A sortable table of papers."""
    heads = ("ลำดับ", "ชื่อเอกสาร", "หน่วยงานเจ้าของข้อมูล", "วันที่เผยแพร่", "ชนิด", "ขนาด")
    head = "".join(f'<th class="column-{n} sorting">{title}</th>' for n, title in enumerate(heads, 1))
    rows = "".join(
        f'<tr class="row-{n + 1}"><td class="column-1">{n}</td><td class="column-2">'
        f'<a href="{_target(one)}">{one.label}'
        f'</a></td><td class="column-3">{one.owner}</td><td class="column-4">{short_day(one.published)}</td>'
        f'<td class="column-5">{one.kind.upper()}</td><td class="column-6">{size(one)}</td></tr>'
        for n, one in enumerate(papers, 1)
    )
    return (
        f'<div id="tablepress-{number}_wrapper" class="dataTables_wrapper"><table id="tablepress-{number}" '
        f'class="tablepress tablepress-id-{number} dataTable"><thead><tr>{head}</tr></thead><tbody '
        f'class="row-hover">{rows}</tbody></table></div>'
    )


def _target(one: Document) -> str:
    return f"/?wpdmpro={one.slug}" if one.slug else one.address


def listed_papers(title: str, lead: str, number: int, papers: Sequence[Document]) -> str:
    """A page around a table of papers."""
    return page(title, f'<h1 class="wp-block-post-title">{title}</h1>{lead}{paper_table(number, papers)}')


def post(one: Fragment, documents: Mapping[str, Document]) -> str:
    """A post with its date, its author and how often it was read."""
    published, section, author = one.more
    home, title = SECTIONS[section]
    body = (
        f'<h1 class="wp-block-post-title">{one.title}</h1><div class="wp-block-group">'
        f'<div class="wp-block-post-date">'
        f'<time datetime="{published}T09:12:00+07:00">{day(published)}</time>'
        f'</div><p class="wp-block-post-author-name">'
        f'{author}</p><div class="taxonomy-category wp-block-post-terms"><a href="{home}" rel="tag">{title}</a></div>'
        f'</div><div class="entry-content wp-block-post-content">{filled(one.body, documents)}</div><div '
        'class="post-views content-post"><span class="post-views-label">จำนวนผู้เข้าชม:</span> <span '
        'class="post-views-count">215</span></div>'
    )
    return page(one.title, body)


def query(posts: Sequence[Fragment]) -> str:
    """Posts as the theme's query loop."""
    return (
        '<div class="wp-block-query"><ul class="wp-block-post-template is-layout-grid columns-3">'
        + "".join(
            '<li class="wp-block-post"><figure class="wp-block-post-featured-image"><a '
            f'href="{one.address}"><img src="{COVER}" alt=""></a></figure><h3 class="wp-block-post-title"><a '
            f'href="{one.address}">{one.title}</a></h3><div class="wp-block-post-date"><time '
            f'datetime="{one.more[0]}T09:12:00+07:00">{day(one.more[0])}</time></div></li>'
            for one in posts
        )
        + "</ul></div>"
    )


def listing(section: str, posts: Sequence[Fragment], archive: str) -> str:
    """The list of a category, with the archives by month beside."""
    _, title = SECTIONS[section]
    return page(title, f'<h1 class="wp-block-query-title">{title}</h1>{query(posts)}{archive}')


def supply(posts: Sequence[Fragment], summaries: str) -> str:
    """The supply section's page with its own posts."""
    title = SECTIONS["procurement"][1]
    return page(
        title,
        f'<h1 class="wp-block-post-title">{title}</h1><p>โทร. 0 4477 1310 ต่อ '
        f"2</p><h2>ประกาศจัดซื้อจัดจ้าง</h2>{query(posts)}"
        f'<h2>สรุปผลการจัดซื้อจัดจ้าง</h2><p><a href="{summaries}">สขร.1 รายเดือน ปี 2569</a></p>',
    )


def month(year_month: str, posts: Sequence[Fragment]) -> str:
    """The posts of one month."""
    title = f"คลังเก็บรายเดือน: {month_name(year_month)}"
    return page(title, f'<h1 class="wp-block-query-title">{title}</h1>{query(posts)}')


def months(year_months: Sequence[str]) -> str:
    """The block of archives by month."""
    return (
        '<aside class="wp-block-group"><h2>คลังเก็บ</h2><ul class="wp-block-archives-list wp-block-archives">'
        + "".join(f'<li><a href="/{one.replace("-", "/")}/">{month_name(one)}</a></li>' for one in year_months)
        + "</ul></aside>"
    )


FACEBOOK = (
    '<div id="cff" class="cff-masonry"><h2>Facebook : งานประชาสัมพันธ์ รพ.พนาสินธุ์</h2><div class="cff-item"><p '
    'class="cff-post-text">ขอเชิญร่วมบริจาคโลหิต ทุกวันพุธที่ 2 ของเดือน ณ ธนาคารเลือด</p><p class="cff-date">2 วันที่แล้ว'
    '</p></div><div class="cff-item"><p class="cff-post-text">ภาพบรรยากาศการตรวจเยี่ยมหน่วยบริการ</p><p '
    'class="cff-date">1 สัปดาห์ที่แล้ว</p></div><a class="cff-viewpost-facebook" '
    'href="https://www.facebook.invalid/phanasinhospital">ดูบน Facebook</a></div>'
)
LINKS = (
    ("https://www.moph.invalid/", "กระทรวงสาธารณสุข", "moph.png"),
    ("https://pns.moph.invalid/", "สำนักงานสาธารณสุขจังหวัดพนาสินธุ์", "ppho.png"),
    ("https://www.nhso.invalid/", "สำนักงานหลักประกันสุขภาพแห่งชาติ", "nhso.png"),
    ("https://www.sso.invalid/", "สำนักงานประกันสังคม", "sso.png"),
    ("https://www.oic.invalid/", "สำนักงานคณะกรรมการข้อมูลข่าวสารของราชการ", "oic.png"),
)


def home(news: Sequence[Fragment], albums: Sequence[Fragment]) -> str:
    """The first page."""
    logos = "".join(
        f'<figure class="wp-block-image"><a href="{href}" target="_blank">'
        f'<img src="/wp-content/uploads/2023/04/{name}" '
        f'alt="{label}"></a></figure>'
        for href, label, name in LINKS
    )
    return page(
        "หน้าแรก",
        '<div class="wp-block-cover alignfull"><span class="wp-block-cover__background"></span><div '
        f'class="wp-block-cover__inner-container"><h1>{NAME}</h1><p>โรงพยาบาลทั่วไป ขนาด 412 เตียง</p><div '
        'class="wp-block-buttons"><div class="wp-block-button"><a class="wp-block-button__link" '
        'href="/services/queue/">จองคิวออนไลน์</a></div><div class="wp-block-button"><a '
        'class="wp-block-button__link" href="/services/guide/">ขั้นตอนการรับบริการ</a></div></div></div></div>'
        '<figure class="wp-block-image"><a href="/wp-content/uploads/2026/01/MOIT12-nogift.pdf"><img '
        'src="/wp-content/uploads/2026/01/nogift.jpg" alt="No Gift Policy"></a></figure>'
        f"<h2>ข่าวประชาสัมพันธ์</h2>{query(news)}<h2>ภาพกิจกรรม</h2>{query(albums)}{FACEBOOK}"
        f'<h2>หน่วยงานที่เกี่ยวข้อง</h2><div class="wp-block-columns">{logos}</div>',
        "/en/",
    )
