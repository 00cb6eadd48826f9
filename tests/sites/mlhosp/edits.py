"""Changes to the general hospital's site that take more than a line."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tests.sites import office
from tests.sites.content import Fragment
from tests.sites.mlhosp import LOCKED, SKR1, chrome, made, markup, papers, posts
from tests.sites.mutation import on_every_page
from tests.sites.website import Answer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tests.sites.papers import Paper
    from tests.sites.website import Website

PLAN, ITA, OIA, CONTACT, JOBS = "/plan/", "/ita-2569/", "/oia/", "/contact/", "/category/job/"
KNOWN = papers.documents()
SCRIPTS = re.compile(r"(<script\b.*?</script>)", re.DOTALL)
PANE = re.compile(
    r'<div class="wp-block-kadence-pane kt-accordion-pane"><div class="kt-accordion-header-wrap"><button [^>]*><span '
    r'class="kt-blocks-accordion-title">(.*?)</span><span '
    r'class="kt-blocks-accordion-icon-trigger"></span></button></div>'
    r'<div class="kt-accordion-panel"><div class="kt-accordion-panel-inner">(.*?)</div></div></div>'
    r'(?=<div class="wp-block-kadence-pane|</div></div></div></main>)',
    re.DOTALL,
)
ENGLISH = ("/en/", "/en/about-us/", "/en/executives/", "/en/services/", "/en/contact-us/")


def text(site: Website, where: str) -> str:
    """The page at an address."""
    body = site.answers[where].body
    assert isinstance(body, str)
    return body


def rewritten(where: str, pattern: str, new: str) -> Callable[[Website], Website]:
    """A pattern exchanged on one page, on which it must stand."""

    def applied(site: Website) -> Website:
        after = re.sub(pattern, new, text(site, where), flags=re.DOTALL)
        assert after != text(site, where), f"{where} does not hold {pattern!r}"
        return site.with_body(where, after)

    return applied


def everywhere(pattern: str, new: str) -> Callable[[Website], Website]:
    """A pattern exchanged on every page."""
    return lambda site: on_every_page(site, lambda body: re.sub(pattern, new, body, flags=re.DOTALL))


def page(where: str, title: str, body: str) -> Callable[[Website], Website]:
    """Another text on a page."""
    content = f'<h1 class="wp-block-post-title">{title}</h1><div class="entry-content">{body}</div>'
    return lambda site: site.with_body(where, chrome.page(title, content))


def paper(word: str, new: Paper) -> Callable[[Website], Website]:
    """Another paper at the address of a document; the size that is shown goes with it."""
    old = KNOWN[word]
    fresh = replace(old, paper=new)

    def applied(site: Website) -> Website:
        site = site.with_answer(old.address, replace(site.answers[old.address], body=fresh.content))
        return on_every_page(site, lambda body: body.replace(markup.size(old), markup.size(fresh)))

    return applied


def linked(where: str, old: str, label: str, name: str, new: Paper) -> Callable[[Website], Website]:
    """A link to a new file in place of words of a page."""
    address = f"{papers.UP}{name}.pdf"
    return lambda site: site.edited(where, old, f'<a href="{address}">{label}</a>').with_answer(
        address, Answer(body=new)
    )


def in_order(*steps: Callable[[Website], Website]) -> Callable[[Website], Website]:
    """One change after the other."""

    def applied(site: Website) -> Website:
        for step in steps:
            site = step(site)
        return site

    return applied


def told(edit: Callable[[Fragment], Fragment], *more: Fragment) -> Callable[[Website], Website]:
    """The site with its posts changed, and further posts."""

    def applied(_site: Website) -> Website:
        return made(_newest_first((*map(edit, posts()), *more)))

    return applied


def _newest_first(listed: Iterable[Fragment]) -> tuple[Fragment, ...]:
    return tuple(sorted(listed, key=lambda one: one.more[0], reverse=True))


def as_it_is(one: Fragment) -> Fragment:
    """No change to a post."""
    return one


def thai_only(site: Website) -> Website:
    """The site without its English half, which tells of history, vision and telephone number, too."""
    bare = everywhere(r'<li class="lang-item lang-item-en">.*?</li>|<link rel="alternate" hreflang="en"[^>]*>', "")
    return bare(site.without(*ENGLISH))


def thai_digits(site: Website) -> Website:
    """Thai digits in what is read; addresses, attributes and scripts keep theirs."""

    def digits(body: str) -> str:
        parts = SCRIPTS.split(body)
        return "".join(one if one.startswith("<script") else _between_tags(one) for one in parts)

    pages = {
        address: replace(answer, body=digits(answer.body))
        if isinstance(answer.body, str) and answer.content_type.startswith("text/html")
        else answer
        for address, answer in site.answers.items()
    }
    return replace(site, answers=pages)


def _between_tags(body: str) -> str:
    parts = re.split(r"(<[^>]*>|&#\d+;)", body)
    return "".join(one if one.startswith(("<", "&#")) else office.thai_digits(one) for one in parts)


def as_details(body: str) -> str:
    """Accordions that are the browser's own."""
    return PANE.sub(r"<details><summary>\1</summary>\2</details>", body)


def tabs_one_below_another(body: str) -> str:
    """Tabs whose script was taken out: headings, each over its text."""
    titles = re.findall(r'class="kt-tab-title"><span class="kt-title-text">(.*?)</span>', body)
    body = re.sub(r'<ul class="kt-tabs-title-list">.*?</ul>', "", body, flags=re.DOTALL)
    for number, title in enumerate(titles, 1):
        opening = f'<div class="wp-block-kadence-tab kt-tab-inner-content kt-inner-tab-{number}">'
        body = body.replace(opening, f"<h3>{title}</h3><div>")
    return body


def with_tokens(site: Website) -> Website:
    """Download links as newer versions of the plug-in make them, with a token that ends."""
    pattern = r'(/download/\d+/\?wpdmdl=\d+)"'
    renamed = {
        f"{address}&refresh=698d3b1f0a2c1" if address.startswith("/download/") else address: answer
        for address, answer in site.answers.items()
    }
    return everywhere(pattern, r'\1&amp;refresh=698d3b1f0a2c1"')(replace(site, answers=renamed))


def agreement_open(made_of: Paper) -> Callable[[Website], Website]:
    """The performance agreement without a log-in before it."""
    one = replace(KNOWN[LOCKED], paper=made_of)

    def applied(site: Website) -> Website:
        site = on_every_page(site, lambda body: body.replace(markup.size(KNOWN[LOCKED]), markup.size(one)))
        site = site.with_body(f"/?wpdmpro={one.slug}", markup.package(one, locked=False))
        return site.with_answer(one.address, Answer(body=one.content, content_type=papers.PDF))

    return applied


def months_of_last_year(site: Website) -> Website:
    """The monthly summaries stop in September 2568."""
    months = (("กันยายน", "2025-10-03"), ("สิงหาคม", "2025-09-04"), ("กรกฎาคม", "2025-08-05"), ("มิถุนายน", "2025-07-03"))
    words = ("skr01", "skr12", "skr11", "skr10")
    fresh = [
        replace(
            KNOWN[word],
            label=f"แบบ สขร.1 เดือน{month} 2568",
            published=published,
            address=f"{papers.UP}{published[:4]}/{published[5:7]}/skr1-{month_number(month)}-2568.pdf",
            paper=office.monthly_procurement(papers.OFFICE, month, 2568, (("วัสดุการแพทย์", 91_000),)),
        )
        for word, (month, published) in zip(words, months, strict=True)
    ]
    lead = "<p>แบบสรุปผลการดำเนินการจัดซื้อจัดจ้างในรอบเดือน (สขร.1) ปีงบประมาณ พ.ศ. 2568</p>"
    site = site.without(*(KNOWN[word].address for word in words))
    site = site.edited("/department/supply/", "สขร.1 รายเดือน ปี 2569", "สขร.1 รายเดือน")
    site = rewritten(ITA, r"<ul><li>ไตรมาส 1<ul>.*?</ul></li></ul>", "<p>รอดำเนินการตามรอบเวลา</p>")(site)
    for one in fresh:
        site = site.with_answer(one.address, Answer(body=one.content, content_type=papers.PDF))
    return site.with_body(SKR1, markup.listed_papers("สขร.1 รายเดือน", lead, 9, fresh))


def month_number(month: str) -> str:
    """A month's number in two digits."""
    return f"{office.MONTHS.index(month) + 1:02}"


def old_news(one: Fragment) -> Fragment:
    """A piece of news as if it were two years older."""
    published, section, author = one.more
    if section != "news":
        return one
    return replace(one, more=(f"{int(published[:4]) - 2}{published[4:]}", section, author))


def sourced(one: Fragment) -> Fragment:
    """A piece of knowledge with its source."""
    if one.more[1] != "health" or one.more[2] != "admin":
        return one
    return replace(one, body=f"{one.body}<p>ที่มา : กรมการแพทย์ กระทรวงสาธารณสุข</p>")


def jobs_kept_apart(site: Website) -> Website:
    """A vacancy that is open; those that closed stand in an archive."""
    fresh = Fragment(
        "/archives/3124",
        "รับสมัครพนักงานกระทรวงสาธารณสุข ตำแหน่งเภสัชกร 2 อัตรา",
        ("2026-02-10", "job", "กลุ่มงานทรัพยากรบุคคล"),
        "<p>รับสมัครตั้งแต่วันที่ 16 กุมภาพันธ์ 2569 ถึงวันที่ 27 กุมภาพันธ์ 2569</p>",
    )
    closed = [one for one in posts() if one.more[1] == "job"]
    site = told(no_call_of_others, fresh)(site)
    former = "รับสมัครพยาบาลวิชาชีพ 12 อัตรา ตั้งแต่วันที่ 5 - 15 มกราคม 2559"
    site = site.edited("/old/job.html", former, "ประกาศรายชื่อผู้ผ่านการคัดเลือกพยาบาลวิชาชีพ")
    archive = "/category/job-archive/"
    title = "คลังประกาศรับสมัครงาน (ปิดรับสมัครแล้ว)"
    listed = markup.listing("job", [fresh], f'<p><a href="{archive}">{title}</a></p>')
    body = f'<h1 class="wp-block-query-title">{title}</h1>{markup.query(closed)}'
    site = site.with_body(JOBS, listed).with_answer(archive, Answer(body=chrome.page(title, body)))
    for one in closed:
        site = site.edited(
            one.address, f'<a href="{JOBS}" rel="tag">ข่าวรับสมัครงาน</a>', f'<a href="{archive}">{title}</a>'
        )
    return site


def no_call_of_others(one: Fragment) -> Fragment:
    """The provincial office's vacancy, which has closed as well, is told as a thing of the past."""
    if one.address != "/archives/3091":
        return one
    title = "สสจ.พนาสินธุ์ ประกาศรายชื่อผู้ผ่านการคัดเลือกพนักงานราชการ"
    return replace(one, title=title, body="<p>รายงานตัวที่ สสจ.พนาสินธุ์</p>")


def no_forms(site: Website) -> Website:
    """The forms for patients are taken out of the library, too."""
    forms = [KNOWN[word] for word in ("form_record", "form_agent")]
    for one in forms:
        site = site.without(one.address, f"/?wpdmpro={one.slug}")
        site = rewritten("/documents/", rf'<tr class="row-\d+">(?:(?!</tr>).)*wpdmpro={one.slug}".*?</tr>', "")(site)
    return page("/services/forms/", "แบบฟอร์มสำหรับผู้รับบริการ", "<p>ยังไม่มีข้อมูล</p>")(site)


def strategy_of_the_province(site: Website) -> Website:
    """The provincial office's strategy, which can be read, before the hospital's, which are pictures."""
    address = f"{papers.UP}2025/11/ppho-strategy.pdf"
    book = '<div class="_df_book df-container df-loading" id="df_strategy"'
    label = "แผนยุทธศาสตร์ด้านสุขภาพ สสจ.พนาสินธุ์ พ.ศ. 2566 - 2570"
    shown = site.edited(PLAN, book, f'<p><a href="{address}">{label}</a></p>{book}')
    return shown.with_answer(address, Answer(body=office.strategy(papers.PROVINCE, 2566, 2570)))
