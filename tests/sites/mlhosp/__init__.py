"""A general hospital of a province (รพท.) on a block theme with the plug-ins such hospitals use.

Accordions and tabs, a download manager (`/?wpdmpro=…`, `/download/312/?wpdmdl=312`), sortable tables of papers,
flipbooks (one of a file, one of pictures of pages), a page of the ITA by year with the items MOIT 1 - MOIT 22 and
nested lists of files, archives by month, English pages beside the Thai ones, pages of departments with a vision, a
structure and procurement posts of their own, an intranet, the older site under /old/. The audit's day is 12 February
2026 (fiscal year 2569).
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tests.sites.content import Fragment, read_fragments
from tests.sites.mlhosp import chrome, markup
from tests.sites.mlhosp.papers import PDF, UP, WORD, Document, documents
from tests.sites.website import Answer, Website

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

HERE = Path(__file__).parent
PICTURES = (
    *(f"2025/10/{name}.jpg" for name in ("structure69", "dir", "dep1", "dep2", "dep3", "cover-default")),
    *(f"2026/02/{name}.jpg" for name in ("cancer1", "cancer2")),
    *(f"2023/04/{name}.png" for name in ("moph", "ppho", "nhso", "sso", "oic")),
    *(f"2025/11/strategy-{number}.jpg" for number in (1, 2, 3)),
    "2026/01/nogift.jpg",
)
LOCKED = "pa69"
LOGIN = "/wp-login.php"
SKR1 = "/department/supply/skr1/"
DECODER = (
    "document.querySelectorAll('[data-cfemail]').forEach(function(e){var h=e.getAttribute('data-cfemail'),k=parseInt("
    "h.substr(0,2),16),t='';for(var i=2;i<h.length;i+=2){t+=String.fromCharCode(parseInt(h.substr(i,2),16)^k)}"
    "e.textContent=t;e.href='mailto:'+t});"
)


def posts() -> tuple[Fragment, ...]:
    """The posts, the newest first."""
    return tuple(sorted(read_fragments(HERE / "posts.html"), key=lambda one: one.more[0], reverse=True))


def website() -> Website:
    """The site without faults other than its own."""
    return made(posts())


def made(told: Sequence[Fragment]) -> Website:
    """The site with these posts, the newest first."""
    known = documents()
    pages = {one.address: markup.built(one, known) for one in read_fragments(HERE / "content.html")}
    pages |= {
        one.address: chrome.english(one.title, one.body, one.more[0]) for one in read_fragments(HERE / "en.html")
    }
    pages |= _of_posts(told, known)
    pages |= _of_papers(told, known)
    pages["/wp-content/plugins/download-manager/pdf.svg"] = "<svg/>"
    answers = {address: Answer(body=body) for address, body in pages.items()}
    for one in read_fragments(HERE / "old.html"):
        answers[one.address] = Answer(
            body=chrome.former(one.title, one.body), charset="cp874", content_type="text/html"
        )
    answers |= {one.address: file(one) for one in known.values()}
    answers |= {f"{UP}{name}": Answer.picture(name, *_words(name)) for name in PICTURES}
    return Website(answers=answers | _machinery(), missing=Answer(body=chrome.NOT_FOUND, status=404))


def file(one: Document) -> Answer:
    """A paper as it is sent: a package's as an attachment."""
    if not one.slug:
        return Answer(body=one.content, content_type=PDF)
    name = f"{one.slug}.{one.kind}"
    kind = PDF if one.kind == "pdf" else WORD
    return Answer(
        body=one.content, content_type=kind, headers=(("Content-Disposition", f'attachment; filename="{name}"'),)
    )


def _words(name: str) -> tuple[str, ...]:
    if "structure" in name:
        return ("โครงสร้างโรงพยาบาลพนาสินธุ์", "ผู้อำนวยการ", "รองผู้อำนวยการฝ่ายการแพทย์")
    if "strategy" in name:
        return ("แผนยุทธศาสตร์โรงพยาบาลพนาสินธุ์", "พ.ศ. 2566 - 2570")
    return ("โรงพยาบาลพนาสินธุ์",)


def _of_posts(told: Sequence[Fragment], known: Mapping[str, Document]) -> dict[str, str]:
    """Posts, categories, archives by month, first page."""
    blog = [one for one in told if one.more[1] != "procurement"]
    by_month: dict[str, list[Fragment]] = {}
    for one in blog:
        by_month.setdefault(one.more[0][:7], []).append(one)
    archive = markup.months(tuple(by_month))
    pages = {one.address: markup.post(one, known) for one in told}
    for section in ("news", "activity", "job", "health"):
        listed = [one for one in blog if one.more[1] == section]
        pages[chrome.SECTIONS[section][0]] = markup.listing(section, listed, archive)
    pages |= {f"/{name.replace('-', '/')}/": markup.month(name, listed) for name, listed in by_month.items()}
    news, albums = ([one for one in blog if one.more[1] == section] for section in ("news", "activity"))
    pages["/"] = markup.home(news[:6], albums[:3])
    return pages


def _of_papers(told: Sequence[Fragment], known: Mapping[str, Document]) -> dict[str, str]:
    """The library of papers, a page for every package, what the supply section keeps."""
    packages = [one for one in known.values() if one.slug]
    summaries = [known[word] for word in ("skr01", "skr12", "skr11", "skr10")]
    pages = {
        f"/?wpdmpro={one.slug}": markup.package(one, locked=word == LOCKED) for word, one in known.items() if one.slug
    }
    pages["/documents/"] = markup.listed_papers("คลังเอกสาร", "<p>คลิกหัวตารางเพื่อจัดเรียง</p>", 5, packages)
    lead = "<p>แบบสรุปผลการดำเนินการจัดซื้อจัดจ้างในรอบเดือน (สขร.1) ปีงบประมาณ พ.ศ. 2569</p>"
    pages[SKR1] = markup.listed_papers("สขร.1 รายเดือน", lead, 9, summaries)
    pages["/department/supply/"] = markup.supply([one for one in told if one.more[1] == "procurement"], SKR1)
    return pages


def _machinery() -> dict[str, Answer]:
    """The log-in, the file behind it, and what hides the e-mail address from robots."""
    back = f"{LOGIN}?redirect_to=download-388"
    return {
        LOGIN: Answer(body=chrome.LOGIN),
        back: Answer(body=chrome.LOGIN),
        documents()[LOCKED].address: Answer(body="Found", status=302, headers=(("Location", back),)),
        "/cdn-cgi/l/email-protection": Answer(
            body="<!DOCTYPE html><html><head><title>Email Protection | Cloudflare</title>"
            "</head><body><h1>Email Protection"
            "</h1><p>The website from which you got to this page is protected "
            "by Cloudflare. Email addresses on that page "
            "have been hidden in order to keep them from being accessed by malicious bots.</p></body></html>"
        ),
        "/cdn-cgi/scripts/5c5dd728/cloudflare-static/email-decode.min.js": Answer(
            body=DECODER, content_type="application/javascript"
        ),
    }
