"""What a page begins with names it: its own first line, not what stands above every page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from auditor.findings import Status
from tests.assess.building import heading, menu, page, site, status_of, text

if TYPE_CHECKING:
    from auditor.facts import Block

COOKIES = text("เว็บไซต์นี้ใช้คุกกี้เพื่อพัฒนาการใช้งานของท่าน")
TITLE = "เสียงสะท้อนจากผู้ใช้"
RESULT = (text("ผลประเมินความพึงพอใจต่อเว็บไซต์ สสอ.บึงทอง ปีงบประมาณ 2567"), text("ภาพรวม ร้อยละ 83.6 ผู้ตอบ 64 คน"))


@pytest.mark.parametrize(
    "above",
    [
        pytest.param((heading(TITLE),), id="a-heading"),
        pytest.param((text(TITLE),), id="the-title-as-a-plain-line"),
        pytest.param((COOKIES, heading(TITLE)), id="a-window-on-cookies"),
    ],
)
def test_a_page_is_named_by_its_own_first_line(above: tuple[Block, ...]) -> None:
    others = tuple(page(f"/o{n}", COOKIES, heading(f"เรื่อง {n}"), text(f"เนื้อหาที่ {n}")) for n in range(9))
    made = page("/r", *above, *RESULT, title=TITLE)
    assert status_of(site(made, *others, start_links=(menu(TITLE, "/r"),)), "1.10.satisfaction-level") is Status.PASS
