"""Titles of tabs and of what buttons open stand above the headings in their sections, below the one before."""

from __future__ import annotations

import pytest

from auditor.facts import BlockKind
from tests.extract.markup import page

TABS = (
    "<div role=tablist><button role=tab aria-controls=p1>เปิดรับ</button><button role=tab aria-controls=p2>คลังย้อนหลัง"
    "</button></div><div role=tabpanel id=p1>{0}</div><div role=tabpanel id=p2>{1}</div>"
)
BY_ORDER = (
    '<div class="tab-nav"><ul><li>เปิดรับ</li><li>คลังย้อนหลัง</li></ul></div>'
    '<div class="tab-content"><div class="tab-pane">{0}</div><div class="tab-pane">{1}</div></div>'
)
FIRST, SECOND = "<p>นำ</p><h3>ตำแหน่ง ก</h3><p>ข้อความ</p>", "<p>นำ</p><h3>ตำแหน่ง ข</h3><p>ข้อความ</p>"


def levels(markup: str) -> dict[str, int]:
    """The levels of the headings of a page, but the row of titles."""
    found = page(f"<main>{markup}</main>").blocks
    return {
        block.text: block.level for block in found if block.kind is BlockKind.HEADING and "เปิดรับคลัง" not in block.text
    }


@pytest.mark.parametrize("tabs", [pytest.param(TABS, id="named"), pytest.param(BY_ORDER, id="by order")])
@pytest.mark.parametrize(
    ("before", "first", "second", "expected"),
    [
        pytest.param("<h1>งาน</h1>", FIRST, SECOND, (1, 2, 3, 2, 3), id="there is room"),
        pytest.param("<h2>งาน</h2>", FIRST, SECOND, (2, 3, 4, 3, 4), id="no room"),
        pytest.param("<h3>งาน</h3>", FIRST, SECOND, (3, 4, 5, 4, 5), id="not even between"),
        pytest.param("<h6>งาน</h6>", FIRST, SECOND, (6, 5, 6, 5, 6), id="at the end of the levels"),
        pytest.param("<h1>งาน</h1>", FIRST, "<p>ว่าง</p>", (1, 2, 3, 2), id="one panel without headings"),
        pytest.param("<h1>งาน</h1>", "<p>ก</p>", "<p>ข</p>", (1, 7, 7), id="no headings within"),
    ],
)
def test_a_panels_title_heads_what_its_panel_holds(
    tabs: str, before: str, first: str, second: str, expected: tuple[int, ...]
) -> None:
    assert tuple(levels(before + tabs.format(first, second)).values()) == expected


def test_what_follows_the_panels_stands_under_none_of_them() -> None:
    more = "<button aria-expanded=false aria-controls=x>ประเมินผล</button><p>คั่น</p><div id=x><h2>แบบประเมิน</h2></div>"
    found = levels("<h1>งาน</h1>" + TABS.format(FIRST, SECOND) + "<h2>ข่าว</h2>" + more)
    assert [found[name] for name in ("คลังย้อนหลัง", "ข่าว", "ประเมินผล", "แบบประเมิน")] == [2, 2, 3, 4]
    found = levels("<h1>งาน</h1>" + TABS.format(FIRST, SECOND) + more)
    assert [found[name] for name in ("คลังย้อนหลัง", "ประเมินผล", "แบบประเมิน")] == [2, 2, 3]


def test_panels_within_a_panel_are_headed_below_its_title() -> None:
    inner = (
        TABS.format(FIRST, SECOND)
        .replace("p1", "q1")
        .replace("p2", "q2")
        .replace("เปิดรับ", "ใน ก")
        .replace("คลังย้อนหลัง", "ใน ข")
    )
    found = levels("<h1>งาน</h1>" + TABS.format(f"<p>นำ</p>{inner}", SECOND.replace("ตำแหน่ง ข", "ตำแหน่ง ค")))
    assert [found[name] for name in ("เปิดรับ", "ใน ก", "ตำแหน่ง ก", "ใน ข", "ตำแหน่ง ข", "คลังย้อนหลัง", "ตำแหน่ง ค")] == [
        2,
        3,
        4,
        3,
        4,
        2,
        3,
    ]
