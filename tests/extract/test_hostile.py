"""RELIABILITY_RULES 13: markup made to hang, crash or fill a parser. What counts is that it ends, and with what."""

from __future__ import annotations

import pytest

from auditor.config import DocumentLimits
from auditor.extract import Worker
from auditor.extract.scan import LONGEST, scan
from tests.extract.markup import URL, page

DEEP = "<p>ก่อน</p>" + "<div>" * 200_000 + "<p>หลัง</p>"
MANY_ATTRIBUTES = "<p>ก่อน</p><a href=x " + " ".join(f"a{n}=1" for n in range(50_000)) + ">ลิงก์</a><p>หลัง</p>"
FINE = """<html lang=th><title>ก</title><meta name=author content=ข><h1>ข่าว</h1>
<nav><ul><li>เมนู<ul><li><a href=a>แผน</a></ul></ul></nav>
<table><tr><th>ก<th>ข<tr><td>1<td><img src=i.png alt=ผัง width=3></table><form><input name=q></form>
<p>เผยแพร่ 1 มกราคม 2567 เวลา 10.30 น.</p>"""
HUGE_TAG = "<p>ก่อน</p><a href=x title='" + "ย" * 1_000_000 + "'>ลิงก์</a><p>หลัง</p>"


def test_rule_13_nesting_is_cut_where_it_grows_too_deep() -> None:
    found = page(DEEP)
    assert [one.text for one in found.blocks] == ["ก่อน"]
    assert found.truncated


@pytest.mark.parametrize(
    "markup", [pytest.param(MANY_ATTRIBUTES, id="50000-attributes"), pytest.param(HUGE_TAG, id="1-mb")]
)
def test_rule_13_a_fat_tag_is_cut_down_and_the_rest_is_read(markup: str) -> None:
    found = page(markup)
    assert [one.text for one in found.blocks][0::2] == ["ก่อน", "หลัง"]
    assert found.truncated
    assert scan(markup).heavy


def test_rule_13_a_picture_within_an_address_is_no_loss() -> None:
    markup = f"<p>ก่อน</p><img alt='ผัง' src='data:image/png;base64,{'A' * 100_000}'><p>หลัง</p>"
    found = page(markup)
    assert ([one.text for one in found.blocks], found.images[0].alt, found.truncated) == (["ก่อน", "หลัง"], "ผัง", False)


def test_rule_13_html_is_cut_at_five_megabytes() -> None:
    scanned = scan("<p>ก</p>" * 1_000_000)
    assert (len(scanned.text), scanned.heavy, scanned.truncated) == (LONGEST, True, True)


@pytest.mark.parametrize(
    ("markup", "heavy", "truncated"),
    [
        pytest.param("<p>ก</p>" * 50, False, False, id="ordinary"),
        pytest.param("<p>ก" * 4_000, False, False, id="tags-that-close-themselves"),
        pytest.param("<div>ก</div>" * 20_000, True, False, id="much-but-harmless"),
        pytest.param("ก" * 600_000, True, False, id="over-512-kb"),
        pytest.param("<b>" * 6_000, True, True, id="formatting"),
        pytest.param("<svg><title>" + "<div>" * 6_000, True, True, id="within-foreign-content"),
        pytest.param("<!--<script>-->" + "<div>" * 6_000, True, True, id="script-within-a-comment"),
        pytest.param("<textarea></textarea >" + "<div>" * 6_000, True, True, id="after-raw-text"),
        pytest.param("<script>" + "if(a<b){}" * 9_000 + "</script>", False, False, id="signs-within-a-script"),
        pytest.param("<a title='" + "x>" * 4_000 + "'>" + "<p>", False, False, id="long-value"),
        pytest.param("".join(f"<body a{n}>" for n in range(400)), True, True, id="attributes-merged-into-body"),
        pytest.param("<" * 400_000, True, False, id="only-openers"),
        pytest.param("<a " + "=" * 400_000, True, True, id="only-equal-signs"),
        pytest.param('<a x="' * 50_000, True, True, id="quotes-that-never-end"),
    ],
)
def test_rule_13_the_scan_finds_what_would_hang_a_parser(markup: str, heavy: bool, truncated: bool) -> None:  # noqa: FBT001
    found = scan(markup)
    assert (found.heavy, found.truncated) == (heavy, truncated)


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param("<select>" + "<option>x" * 50_000, id="options"),
        pytest.param("<table>" + "<tr><td colspan=1000 rowspan=65534>x<td colspan=1000>y" * 5_000, id="spans"),
        pytest.param("<table><tr><td>" * 4_000, id="nested-tables"),
        pytest.param("<ul><li>เมนู" * 2_000, id="nested-menus"),
        pytest.param("<p>" + "<a href=x>คลิก</a><br>" * 10_000, id="idle-links"),
        pytest.param(f'<div onclick="open(\'{"/x" * 5_000}">' * 100, id="scripts-without-an-end"),
        pytest.param(f"<td width='{'9' * 5_000}' colspan='{'9' * 5_000}' style='{'width:' * 900}'>x", id="numbers"),
        pytest.param("\0\ufffe\x1e<p>\x0b" * 1_000, id="controls"),
        pytest.param("&#xD800;&#x110000;&#0;" * 1_000, id="impossible-letters"),
        pytest.param('<script type="application/ld+json">' + "[" * 100_000 + "</script>", id="nested-json"),
        pytest.param(
            f"<div style='{'left:-' * 3_000}' class='{'menu-' * 3_000}' id='{'x' * 9_000}'>x</div>", id="names"
        ),
    ],
)
def test_rule_13_odd_pages_end_as_pages_of_valid_text(markup: str) -> None:
    found = page(f"<h1>หัวเรื่อง</h1>{markup}")
    assert found.blocks[0].text == "หัวเรื่อง"
    assert "".join(one.text for one in found.blocks).encode()


async def test_rule_13_hostile_pages_are_parsed_in_a_child_and_the_parent_lives() -> None:
    async with Worker(DocumentLimits()) as worker:
        deep = await worker.parse_html(DEEP.encode(), URL, "text/html; charset=utf-8")
        fine = await worker.parse_html(FINE.encode(), URL, "text/html; charset=utf-8")
    assert ([one.text for one in deep.blocks], deep.truncated) == (["ก่อน"], True)
    assert fine == page(FINE)
