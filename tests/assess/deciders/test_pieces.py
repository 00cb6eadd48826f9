"""Where the part of a page that a label names begins and ends, and what stands below a page's own content."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from auditor.facts import Region
from auditor.findings import Status
from tests.assess.building import heading, link, menu, page, site, status_of, text

if TYPE_CHECKING:
    from auditor.facts import Block

UNITS = (text("งานบริหารทั่วไป"), text("งานยุทธศาสตร์"), text("งานส่งเสริมสุขภาพ"))


@pytest.mark.parametrize(
    "boss",
    [
        (text("สาธารณสุขอำเภอบึงทอง"), text("นายสมชาย ใจดี")),
        (text("นายสมชาย ใจดี"), text("สาธารณสุขอำเภอบึงทอง")),
    ],
    ids=["position-above", "position-below"],
)
def test_the_box_of_the_head_in_a_chart_does_not_end_the_structure(boss: tuple[Block, ...]) -> None:
    chart = page("/s", text("ผังโครงสร้างการบริหารของ สสอ.บึงทอง"), *boss, *UNITS)
    assert status_of(site(chart, start_links=(menu("โครงสร้างหน่วยงาน", "/s"),)), "1.1.structure") is Status.PASS


def test_a_menu_below_a_list_of_news_lists_no_news() -> None:
    name = "โครงสร้างสำนักงานสาธารณสุขอำเภอบึงทอง"
    entry = link("เข้าดู", "/s", block=3, heading_above="ข่าวล่าสุด")
    below = text("เข้าดู", region=Region.MAIN)
    pages = tuple(
        page(f"/n{n}", heading(f"เรื่อง {n}"), text(f"เนื้อหา {n}"), text(f"วันที่ {n}"), below, links=(entry,))
        for n in range(9)
    )
    news = page("/news", heading("ข่าวล่าสุด"), text("ข่าว"), text("วันนี้"), below, links=(entry,))
    chart = page("/s", heading(name), *UNITS, title=name)
    assert status_of(site(news, chart, *pages), "1.1.structure") is Status.PASS
