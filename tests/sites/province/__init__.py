"""A provincial health office (สสจ.) whose site a page builder made.

Nested divs without meaning, addresses that lost their vowels, posters instead of text, files on a shared drive.
The audit's day is 15 June 2024.
"""

from __future__ import annotations

from pathlib import Path

from tests.sites.content import read_fragments
from tests.sites.province import markup
from tests.sites.province.papers import papers
from tests.sites.website import Answer, Website

HERE = Path(__file__).parent
PICTURES = ("org", "p1", "p2", "p3", "info1", "b1", "b2", "b3", "g1", "g2", "slide")


def website() -> Website:
    """The site without faults other than its own."""
    fragments = read_fragments(HERE / "content.html")
    pages = {fragment.address: markup.page(fragment.title, fragment.body) for fragment in fragments}
    pages["/"] = markup.page(
        "ยินดีต้อนรับ",
        '<img src="/assets/slide.png" alt=""><p>คนภูธาราสุขภาพดี เจ้าหน้าที่มีความสุข</p>'
        '<p><a href="/ขาว"><span>ข่าวทั้งหมด</span></a></p><p><a href="/กจกรรม"><span>ภาพกิจกรรมทั้งหมด</span></a></p>',
    )
    answers = {address: Answer(body=body) for address, body in pages.items()}
    answers |= {address: Answer(body=paper) for address, paper in papers().items()}
    answers |= {f"/assets/{name}.png": Answer.picture("x.png", name) for name in PICTURES}
    answers["/assets/vision-poster.png"] = Answer.picture(
        "vision-poster.png", "วิสัยทัศน์ : เมืองสุขภาวะริมธารา", "พันธกิจ : บริการ ส่งเสริม ป้องกัน"
    )
    return Website(answers=answers, missing=Answer(body=markup.NOT_FOUND, status=404))
