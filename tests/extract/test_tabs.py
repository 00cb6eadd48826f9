"""Tabs whose titles stand together before their panels: each panel is headed by its own."""

from __future__ import annotations

import pytest

from tests.extract.markup import blocks, link, page

KADENCE = """<div class="wp-block-kadence-tabs"><div class="kt-tabs-wrap"><ul class="kt-tabs-title-list">
<li id="tab-1" class="kt-title-item kt-tab-title-active"><a href="#tab-1" data-tab="1" class="kt-tab-title">
<span class="kt-title-text">วิสัยทัศน์</span></a></li>
<li id="tab-2" class="kt-title-item kt-tab-title-inactive"><a href="#tab-2" data-tab="2" class="kt-tab-title">
<span class="kt-title-text">พันธกิจ</span></a></li></ul><div class="kt-tabs-content-wrap">
<div class="wp-block-kadence-tab kt-tab-inner-content kt-inner-tab-1">
<div class="kt-tab-inner-content-inner">{0}</div></div>
<div class="wp-block-kadence-tab kt-tab-inner-content kt-inner-tab-2">
<div class="kt-tab-inner-content-inner">{1}</div></div>
</div></div></div>"""
DIVI = """<div class="et_pb_module et_pb_tabs et_pb_tabs_0"><ul class="et_pb_tabs_controls clearfix">
<li class="et_pb_tab_0 et_pb_tab_active"><a href="#">วิสัยทัศน์</a></li>
<li class="et_pb_tab_1"><a href="#">พันธกิจ</a></li></ul>
<div class="et_pb_all_tabs"><div class="et_pb_tab et_pb_tab_0 clearfix"><div class="et_pb_tab_content">{0}</div></div>
<div class="et_pb_tab et_pb_tab_1 clearfix"><div class="et_pb_tab_content">{1}</div></div></div></div>"""
ELEMENTOR = """<div class="elementor-tabs"><div class="elementor-tabs-wrapper">
<div class="elementor-tab-title elementor-tab-desktop-title" data-tab="1"><a href="">วิสัยทัศน์</a></div>
<div class="elementor-tab-title elementor-tab-desktop-title" data-tab="2"><a href="">พันธกิจ</a></div></div>
<div class="elementor-tabs-content-wrapper">
<div class="elementor-tab-content elementor-clearfix" data-tab="1">{0}</div>
<div class="elementor-tab-content elementor-clearfix" data-tab="2">{1}</div></div></div>"""
BY_NUMBER = """<div><span class="tab-title-1">วิสัยทัศน์</span><span class="tab-title-2">พันธกิจ</span></div>
<div class="tab-content-2">{1}</div><div class="tab-content-1">{0}</div>"""
BY_NAME = """<ul class="tabs"><li class="tab-link current" data-tab="tab-1">วิสัยทัศน์</li>
<li class="tab-link" data-tab="tab-2">พันธกิจ</li></ul>
<div id="tab-1" class="tab-content current">{0}</div><div id="tab-2" class="tab-content">{1}</div>"""
BY_SCRIPT = """<div class="tab"><button class="tablinks" onclick="openTab(event, 'Vision')">วิสัยทัศน์</button>
<button class="tablinks" onclick="openTab(event, 'Mission')">พันธกิจ</button>
</div><div id="Mission" class="tabcontent">{1}</div>
<div id="Vision" class="tabcontent">{0}</div>"""
BY_FRAGMENT = """<div id="tabs"><ul class="ui-tabs-nav"><li><a href="#tabs-1">วิสัยทัศน์</a></li>
<li><a href="#tabs-2">พันธกิจ</a></li>
</ul><div id="tabs-1">{0}</div><div id="tabs-2">{1}</div></div>"""
BY_ORDER = """<div class="tab-nav"><ul><li>วิสัยทัศน์</li><li>พันธกิจ</li></ul></div>
<div class="tab-content"><div class="tab-pane">{0}</div><div class="tab-pane">{1}</div></div>"""
INNER = """<ul class="tabs"><li data-tab="a">ปี 2568</li><li data-tab="b">ปี 2567</li></ul>
<div class="tab-panel" data-tab="x"><p>ก</p></div><div class="tab-panel" data-tab="y"><p>ข</p></div>"""


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param(KADENCE, id="kadence"),
        pytest.param(DIVI, id="divi"),
        pytest.param(ELEMENTOR, id="elementor"),
        pytest.param(BY_NUMBER, id="numbers-in-class-names"),
        pytest.param(BY_NAME, id="data-tab-names-the-panel"),
        pytest.param(BY_SCRIPT, id="script-names-the-panel"),
        pytest.param(BY_FRAGMENT, id="jquery-ui"),
        pytest.param(BY_ORDER, id="order"),
    ],
)
def test_a_panel_is_headed_by_its_title(markup: str) -> None:
    found = page(f"<main>{markup.format('<a href=v.pdf>เป็นเลิศ</a>', '<a href=m.pdf>รักษา</a>')}<h2>ข่าว</h2></main>")
    assert (link(found, "เป็นเลิศ").heading, link(found, "รักษา").heading) == ("วิสัยทัศน์", "พันธกิจ")
    assert [one.label for one in found.links] in (["เป็นเลิศ", "รักษา"], ["รักษา", "เป็นเลิศ"])


def test_tabs_within_a_panel_do_not_disturb_those_around_it() -> None:
    found = blocks(page(f"<main>{KADENCE.format(INNER, '<p>ค</p>')}</main>"))
    texts = [text for _, text in found]
    assert texts[-7:] == ["ปี 2567", "ปี 2568", "ก", "ปี 2567", "ข", "พันธกิจ", "ค"]


@pytest.mark.parametrize(
    ("markup", "texts"),
    [
        pytest.param(
            "<ul class=tabs><li>ก<li>ข</ul><div class=tab-panel>หนึ่ง</div>", ["ก", "ข", "หนึ่ง"], id="fewer-panels"
        ),
        pytest.param(
            "<ul class=tabs><li><a href=/a>ก</a><li><a href=/b>ข</a></ul>"
            "<div class=tab-panel>หนึ่ง</div><div class=tab-panel>สอง</div>",
            ["ก", "ข", "หนึ่ง", "สอง"],
            id="links-to-other-pages",
        ),
        pytest.param(
            "<ul class=tabs><li>ก<li>ข</ul><div class=tab-panel><h3>ก</h3>หนึ่ง</div><div class=tab-panel>สอง</div>",
            ["ก", "ข", "ก", "หนึ่ง", "ข", "สอง"],
            id="the-panel-says-it-itself",
        ),
        pytest.param(
            "<div><h3 class=tab-title>ก</h3><div class=tab-content>หนึ่ง</div></div>"
            "<div><h3 class=tab-title>ข</h3><div class=tab-content>สอง</div></div>",
            ["ก", "หนึ่ง", "ข", "สอง"],
            id="each-right-above-its-panel",
        ),
        pytest.param(
            "<div role=tablist><p role=tab aria-controls=p1>ก</p><p role=tab aria-controls=p2>ข</p></div>"
            "<div id=p1><p>บทนำ</p><div class=tab-inner>หนึ่ง</div></div>"
            "<div id=p2><p>บทนำ</p><div class=tab-inner>สอง</div></div>",
            ["ก", "ข", "ก", "บทนำ", "หนึ่ง", "ข", "บทนำ", "สอง"],
            id="panels-named-by-their-titles",
        ),
        pytest.param("<div class=tab-panel>หนึ่ง</div><div class=tab-panel>สอง</div>", ["หนึ่ง", "สอง"], id="no-titles"),
    ],
)
def test_a_panel_stays_as_it_is_where_titles_and_panels_do_not_fit(markup: str, texts: list[str]) -> None:
    assert [text for _, text in blocks(page(f"<main>{markup}</main>"))] == texts
