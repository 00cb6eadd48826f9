"""A community hospital (รพช.) on WordPress with a classic theme: Thai addresses, widgets, a download manager.

About half of the required things are there, some of them of a year that is over. The audit's day is 10 February 2025.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tests.sites.content import Fragment, read_fragments
from tests.sites.website import Answer, Website
from tests.sites.wpclassic import markup
from tests.sites.wpclassic.papers import PACKAGES, package_address, package_papers, papers

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent
PAGE_SIZE = 4
PICTURES = (
    "2023/05/vm-poster.jpg",
    "2024/10/dir.jpg",
    "2024/10/nurse.jpg",
    "2024/10/admin.jpg",
    "2020/01/strategy-map.jpg",
    "2024/02/opd-flow.jpg",
    "2025/02/sport1.jpg",
)
LOGIN = (
    '<form name="loginform" action="/wp-login.php" method="post"><input name="log">'
    '<input type="password" name="pwd"></form>'
)


def website() -> Website:
    """The site without faults other than its own."""
    posts = read_fragments(HERE / "posts.html")
    pages = {
        fragment.address: page(fragment.address, fragment.title, fragment.body)
        for fragment in read_fragments(HERE / "content.html")
    }
    pages |= {post.address: markup.single(post) for post in posts}
    pages |= {f"{post.address}?replytocom=1": markup.single(post) for post in posts}
    pages |= dict(_archives(posts))
    pages |= {
        f"/download/{name}/": markup.page(label, markup.entry(label, markup.box(name, number, label)), "wpdmpro")
        for _, name, number, label in PACKAGES
    }
    picture = '<p class="attachment"><img src="/wp-content/uploads/2025/02/sport1.jpg" alt=""></p>'
    pages |= {
        "/": markup.home(posts[:4]),
        "/author/admin/": markup.archive("admin", posts[:4]),
        "/2025/02/album-sport/sport1/": markup.page("sport1", markup.entry("sport1", picture), "attachment"),
        "/wp-login.php": f"<!DOCTYPE html><title>Log In</title>{LOGIN}",
    }
    answers = {address: Answer(body=body) for address, body in pages.items()}
    answers["/feed/"] = Answer(body=markup.feed(posts), content_type="application/rss+xml; charset=UTF-8")
    answers |= {address: Answer(body=paper) for address, paper in papers().items()}
    held = package_papers()
    answers |= {package_address(name, number): Answer(body=held[name]) for _, name, number, _ in PACKAGES}
    answers |= {
        f"{package_address(name, number)}&refresh=67a95c1": Answer(body=held[name]) for _, name, number, _ in PACKAGES
    }
    answers |= {f"/wp-content/uploads/{name}": Answer.picture(name, name) for name in PICTURES}
    return Website(answers=answers, missing=Answer(body=markup.NOT_FOUND, status=404))


def page(address: str, title: str, body: str) -> str:
    """A page with the download manager's boxes where its text asks for them."""
    return markup.page(title, markup.entry(title, body.replace("[wpdm]", markup.packages(address))))


def _archives(posts: tuple[Fragment, ...]) -> Iterator[tuple[str, str]]:
    for name in markup.CATEGORIES:
        entries = [post for post in posts if post.more[2] == name]
        first = f"/category/{name}/"
        for number, start in enumerate(range(0, max(len(entries), 1), PAGE_SIZE), 1):
            older = f"{first}page/{number + 1}/" if start + PAGE_SIZE < len(entries) else ""
            address = first if number == 1 else f"{first}page/{number}/"
            yield address, markup.archive(name, entries[start : start + PAGE_SIZE], older)
