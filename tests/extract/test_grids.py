"""Tables that are made of boxes: rows below each other that hold the same number of elements."""

from __future__ import annotations

import pytest

from auditor.facts import BlockKind, Region
from tests.extract.markup import blocks, link, page


def rows(markup: str) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    return [(one.cells, one.heads) for one in page(markup).blocks if one.kind == "row"]


def boxes(*lines: tuple[str, ...], row: str = "<div>", cell: str = "<div>") -> str:
    """A grid of boxes."""
    return (
        f"<div>{''.join(row + ''.join(f'{cell}{words}</div>' for words in line) + '</div>' for line in lines)}</div>"
    )


LAWS = tuple((str(n), f"<a href={n}.pdf>พระราชบัญญัติที่ {n}</a> (pdf)") for n in (1, 2, 3))


@pytest.mark.parametrize(
    ("markup", "first", "count"),
    [
        pytest.param(boxes(*LAWS), ("1", "พระราชบัญญัติที่ 1 (pdf)"), 3, id="numbers-and-links"),
        pytest.param(boxes(*LAWS, row="<div class='row odd'>", cell="<div class=col-6>"), None, 3, id="bootstrap"),
        pytest.param(
            boxes(("ที่อยู่", "เลขที่ 1 ตำบลโพนงาม"), ("โทรสาร", "0 4299 3145"), ("อีเมล", "a@b.invalid")),
            ("ที่อยู่", "เลขที่ 1 ตำบลโพนงาม"),
            3,
            id="labels-and-values",
        ),
        pytest.param(
            boxes(("วันที่", "รายการ", "ราคา"), ("2 ม.ค. 67", "ซื้อทราย", "38,000"), ("9 ม.ค. 67", "จ้างซ่อม", "27,500")),
            ("วันที่", "รายการ", "ราคา"),
            3,
            id="dates-and-prices",
        ),
        pytest.param(
            "<ul>"
            + "".join(f"<li><div>{n} ม.ค. 67</div><div><a href={n}>ประกาศเรื่องที่ {n}</a></div>" for n in (1, 2))
            + "</ul>",
            ("1 ม.ค. 67", "ประกาศเรื่องที่ 1"),
            2,
            id="entries-of-a-list",
        ),
        pytest.param(
            boxes(
                ("<b>ที่อยู่</b>", "เลขที่ 1 ตำบลโพนงาม"), ("<b>โทรสาร</b>", "0 4299 3145"), ("<b>อีเมล</b>", "a@b.invalid")
            ),
            ("ที่อยู่", "เลขที่ 1 ตำบลโพนงาม"),
            3,
            id="bold-labels-beside-values",
        ),
        pytest.param(
            "<div role=row><span role=cell>ก</span><span role=cell>ข</span></div>", ("ก", "ข"), 1, id="by-role"
        ),
        pytest.param(
            "<div style='display:table-row'><div style='display: table-cell'>ก</div><div>ข</div></div>",
            ("ก", "ข"),
            1,
            id="by-style",
        ),
        pytest.param("<div class=tr><div class=td>ก</div><div class=td>ข</div></div>", ("ก", "ข"), 1, id="by-class"),
    ],
)
def test_rows_of_boxes_are_rows(markup: str, first: tuple[str, ...] | None, count: int) -> None:
    found = rows(markup)
    assert len(found) == count
    assert first is None or found[0][0] == first


def test_a_head_in_a_group_of_its_own_heads_the_columns() -> None:
    head = "<div class=g-head><div class=g-row><div class=g-cell>ลำดับ</div><div class=g-cell>ชื่อ</div></div></div>"
    body = "".join(
        f"<div class=g-row><div class=g-cell>{n}</div><div class=g-cell>แผน {n}</div></div>" for n in (1, 2)
    )
    assert rows(f"<div class=grid>{head}<div class=g-body>{body}</div></div>") == [
        (("ลำดับ", "ชื่อ"), ()),
        (("1", "แผน 1"), ("ลำดับ", "ชื่อ")),
        (("2", "แผน 2"), ("ลำดับ", "ชื่อ")),
    ]


def test_roles_say_what_heads_a_column() -> None:
    head = "<div role=row><span role=columnheader>ชื่อ</span><span role=columnheader>ปี</span></div>"
    body = "<div role=row><span role=cell>แผน</span><span role=cell>2567</span></div>"
    assert rows(f"<div role=table>{head}{body}</div>")[1] == (("แผน", "2567"), ("ชื่อ", "ปี"))


def test_a_line_over_all_columns_is_no_row() -> None:
    grid = f"<div><div><div>MOIT 1</div></div>{boxes(*LAWS).removeprefix('<div>')}"
    assert blocks(page(grid))[0] == ("text", "MOIT 1")
    assert len(rows(grid)) == 3


def test_a_file_behind_a_symbol_is_named_by_its_own_row() -> None:
    lines = tuple((f"รายงานประจำปี {name}", f"<a href={n}.pdf><i class=icon></i></a>") for n, name in enumerate("กขค"))
    found = page(boxes(*lines))
    assert [one.label for one in found.links] == ["รายงานประจำปี ก", "รายงานประจำปี ข", "รายงานประจำปี ค"]
    assert [one.block for one in found.links] == [0, 1, 2]


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param(boxes(("ซ้าย", "ขวา"), ("บน", "ล่าง")), id="two-rows-that-tell-nothing"),
        pytest.param(
            boxes(*((f"<img src={n}.jpg>", f"นาย ก{n}<br>ผู้อำนวยการ") for n in (1, 2, 3))),
            id="a-picture-beside-its-words",
        ),
        pytest.param(
            boxes(*((f"<h3>ข่าวที่ {n}</h3>", f"{n} ม.ค. 67") for n in (1, 2, 3))), id="headings-with-words-below"
        ),
        pytest.param(boxes(*((f"<b>ข้อ {name}</b>", "คำตอบ") for name in "กขค")), id="bold-heads-with-words-below"),
        pytest.param(boxes(*((str(n), "ยาว " * 90) for n in (1, 2, 3))), id="long-texts"),
        pytest.param(
            boxes(*((f"<a href={n}>หนึ่ง {n}</a>", f"<a href=b{n}>สอง {n}</a>") for n in (1, 2))),
            id="nothing-but-links",
        ),
        pytest.param(f"<nav>{boxes(*LAWS)}</nav>", id="a-menu"),
        pytest.param(boxes(("1", "ก", "ข"), ("2", "ก")), id="rows-of-different-length"),
    ],
)
def test_other_boxes_stay_separate_texts(markup: str) -> None:
    assert rows(markup) == []
    assert len(page(markup).blocks) >= 3


def test_a_table_within_boxes_keeps_its_own_rows() -> None:
    inner = "<table><tr><th>ชื่อ<th>ปี<tr><td>แผน<td>2567</table>"
    assert rows(boxes(("1", inner), ("2", inner))) == [(("ชื่อ", "ปี"), ()), (("แผน", "2567"), ("ชื่อ", "ปี"))] * 2


def test_a_day_that_only_programs_read_stands_in_its_row() -> None:
    lines = tuple(
        (str(n), f"เรื่อง{name}", f"<time datetime=2024-01-0{n}>วันนี้</time>") for n, name in enumerate("กข", 1)
    )
    found = page(boxes(*lines))
    assert [one.kind for one in found.blocks] == ["row", "row"]
    assert [one.block for one in found.dates if one.source == "time-tag"] == [0, 1]


def test_deep_and_wide_boxes_end_in_time() -> None:
    deep = page("<div>" * 3000 + "<div>1</div><div>ก</div>" + "</div>" * 3000)
    wide = page("<div>" + "<div><div>1</div><div>คำ</div></div>" * 5000 + "</div>")
    assert len(deep.blocks) == 2
    assert len(wide.blocks) >= 5000
    assert link(page("<div><a href=x>ลิงก์</a></div>"), "ลิงก์").url.endswith("/x")


def test_a_cell_called_a_header_heads_its_row_and_is_no_header_of_the_site() -> None:
    rows = "".join(
        f'<tr><td class="ms-formlabel"><div class="ms-standardheader">{label}</div></td><td>{value}</td></tr>'
        for label, value in (
            ("ชื่อเรื่อง", "ประกาศเชิญชวน"),
            ("เนื้อหา", "ถึงวันที่ 9 มกราคม 2569"),
            ("วันที่เผยแพร่", "22/12/2568"),
        )
    )
    found = page(f"<h1>ประกาศ</h1><table>{rows}</table><p>สร้างเมื่อ 22/12/2568</p>")
    assert {(one.kind, one.region) for one in found.blocks[1:4]} == {(BlockKind.ROW, Region.MAIN)}
