"""What a reader sees as one text, and what kind of text it is."""

from __future__ import annotations

import pytest

from tests.extract.markup import blocks, page


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        pytest.param("<p>วิสัย<b>ทัศน์</b></p>", [("text", "วิสัยทัศน์")], id="inline-tags-part-no-word"),
        pytest.param("<p>ที่อยู่ 12<br>โทร. 043</p>", [("text", "ที่อยู่ 12"), ("text", "โทร. 043")], id="br-parts-lines"),
        pytest.param("<p>ก\n   ข&nbsp;ค</p>", [("text", "ก ข ค")], id="blanks-collapse"),
        pytest.param("<div>ก<div>ข</div>ค</div>", [("text", "ก"), ("text", "ข"), ("text", "ค")], id="nested-blocks"),
        pytest.param("<h3>ข่าว</h3>เนื้อหา", [("h3", "ข่าว"), ("text", "เนื้อหา")], id="heading"),
        pytest.param("<p><b>วิสัยทัศน์</b></p><p>ยาว</p>", [("h7", "วิสัยทัศน์"), ("text", "ยาว")], id="bold-line"),
        pytest.param(
            "<table><tr><td>ก<br><strong>พันธกิจ</strong><br>ข</td></tr></table>",
            [("text", "ก"), ("h7", "พันธกิจ"), ("text", "ข")],
            id="bold-line-between-br",
        ),
        pytest.param('<p><font size="5">ประกาศ</font></p><p>ก</p>', [("h7", "ประกาศ"), ("text", "ก")], id="big-font"),
        pytest.param(
            '<p style="font-weight:bold">ประกาศ</p><p>ก</p>', [("h7", "ประกาศ"), ("text", "ก")], id="bold-style"
        ),
        pytest.param(
            "<p><b><a href=x>แผน</a></b></p><p>ก</p>", [("text", "แผน"), ("text", "ก")], id="bold-link-is-no-heading"
        ),
        pytest.param('<div class="contentheading">ติดต่อ</div>', [("h7", "ติดต่อ")], id="joomla-heading"),
        pytest.param('<div class="card-header">ITA</div><p>ก</p>', [("h7", "ITA"), ("text", "ก")], id="card-header"),
        pytest.param('<h2 class="entry-title">ก</h2>', [("h2", "ก")], id="element-before-class"),
        pytest.param('<div role="heading" aria-level="3">ก</div>', [("h3", "ก")], id="role-heading"),
        pytest.param("<ul><li>ก<li>ข</ul>", [("item", "ก"), ("item", "ข")], id="list"),
        pytest.param("<ul><li><p>ก</p><p>ข</p></ul>", [("item", "ก"), ("text", "ข")], id="paragraphs-in-an-entry"),
        pytest.param("<dl><dt>โทร<dd>043</dl>", [("term", "โทร"), ("text", "043")], id="terms"),
        pytest.param("<select><option>ก<option>ข</select>", [("option", "ก"), ("option", "ข")], id="options"),
        pytest.param(
            "ก<script>x</script><style>y</style><noscript>z</noscript><template>t</template><!-- <li>c</li> -->",
            [("text", "ก")],
            id="nothing-for-readers",
        ),
        pytest.param("<details><summary>ข้อ 1</summary>ก</details>", [("h7", "ข้อ 1"), ("text", "ก")], id="details"),
        pytest.param(
            "".join(f"<p><b>ย่อหน้า {n}</b></p>" for n in range(9)),
            [("text", f"ย่อหน้า {n}") for n in range(9)],
            id="all-bold-is-a-style",
        ),
        pytest.param(
            '<div class="list-group"><a class="list-group-item d-flex" href=1>ข่าวหนึ่ง'
            '<span class="badge">9 ก.ค. 2568</span></a><a class="list-group-item d-flex" href=2>ข่าวสอง'
            '<span class="badge">4 ก.ค. 2568</span></a></div>',
            [("text", "ข่าวหนึ่ง 9 ก.ค. 2568"), ("text", "ข่าวสอง 4 ก.ค. 2568")],
            id="bootstrap-list-group",
        ),
        pytest.param("<p>ก</b></i></td><div>ข", [("text", "ก"), ("text", "ข")], id="broken-nesting"),
    ],
)
def test_texts_are_what_a_reader_sees(markup: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(page(markup)) == expected


def rows(markup: str) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    return [(one.cells, one.heads) for one in page(markup).blocks if one.kind == "row"]


def test_rows_of_a_data_table_carry_the_heads_of_their_columns() -> None:
    table = "<table><tr><th>ลำดับ<th>ชื่อ<th>วันที่<tr><td>1<td>แผน<td>1 ม.ค. 67</table>"
    heads = ("ลำดับ", "ชื่อ", "วันที่")
    assert rows(table) == [(heads, ()), (("1", "แผน", "1 ม.ค. 67"), heads)]


def test_a_bold_or_named_first_row_heads_a_table_without_th() -> None:
    bold = "<table><tr><td><b>ชื่อ</b><td><b>ตำแหน่ง</b><tr><td>ก<td>ข</table>"
    named = '<table><tr><td class="sectiontableheader">ชื่อ<td class="sectiontableheader">ฮิต<tr><td>ก<td>1</table>'
    assert rows(bold)[1] == (("ก", "ข"), ("ชื่อ", "ตำแหน่ง"))
    assert rows(named)[1] == (("ก", "1"), ("ชื่อ", "ฮิต"))


def test_heads_follow_colspan_and_rowspan() -> None:
    table = (
        "<table><tr><th rowspan=2>รายการ<th colspan=2>ไตรมาส<tr><th>1<th>2"
        "<tr><td rowspan=2>ร้องเรียน<td>3<td>4<tr><td>5<td>6</table>"
    )
    assert rows(table)[2:] == [
        (("ร้องเรียน", "3", "4"), ("รายการ", "ไตรมาส 1", "ไตรมาส 2")),
        (("5", "6"), ("ไตรมาส 1", "ไตรมาส 2")),
    ]


def test_cells_that_span_a_row_from_above_are_told_to_it() -> None:
    table = (
        "<table><tr><th>ปี<th>เรื่อง<th>ไฟล์<tr><td rowspan=3>2567<td rowspan=2>แผน<td>ก<tr><td>ข<tr><td>ผล<td>ค"
        "<tr><td>2566<td>แผน<td>ง</table>"
    )
    assert [block.over for block in page(table).blocks] == [
        (),
        (),
        (("ปี", "2567"), ("เรื่อง", "แผน")),
        (("ปี", "2567"),),
        (),
    ]


def test_a_line_over_the_whole_width_is_no_row() -> None:
    table = "<table><tr><td colspan=2><b>หมวด ก</b><tr><td>ก<td>ข<tr><td>ค<td>ง</table>"
    assert blocks(page(table)) == [("h7", "หมวด ก"), ("row", "ก ข"), ("row", "ค ง")]


@pytest.mark.parametrize(
    "table",
    [
        pytest.param("<table><tr><td><table><tr><td>ก</table><td>ข</table>", id="nested"),
        pytest.param(f"<table><tr><td>{'ยาว ' * 200}<td>ข</table>", id="long-cells"),
        pytest.param("<table><tr><td id=leftcol>ก<td id=mainbody>ข</table>", id="named-places"),
        pytest.param("<table role=presentation><tr><td>ก<td>ข<tr><td>ก<td>ข</table>", id="said-so"),
        pytest.param("<table><tr><td><h2>ก</h2><td><h2>ข</h2></table>", id="headings"),
        pytest.param(
            "<table><tr><td><img src=1.jpg>นาย ก<td><img src=2.jpg>นาย ข<tr><td><img src=3.jpg>นาย ค<td></table>",
            id="gallery",
        ),
    ],
)
def test_a_table_for_layout_gives_separate_texts(table: str) -> None:
    assert rows(table) == []
    assert len(page(table).blocks) >= 2


def test_hidden_text_is_told_from_folded_text() -> None:
    found = page(
        '<p>เห็น</p><div style="display:none">ซ่อน</div><div style="position:absolute; left:-9999px">นอกจอ</div>'
        '<p hidden>ปิด</p><span style="font-size:0">ศูนย์</span>'
        '<div style="height:0;overflow:hidden">แบน</div><div style="opacity:0; position:fixed">จาง</div>'
        '<marquee height="0">วิ่ง</marquee>'
        '<div style="position:absolute;left:50%;margin-left:-480px">กลาง</div><div style="opacity:0">โผล่</div>'
        '<p style="font-size:1em">ปกติ</p>'
        '<div class="carousel-item" style="position:absolute;left:-1920px">เลื่อน</div>'
        '<div class="accordion-collapse collapse" style="display:none">พับ</div>'
        '<div class="tab-pane" hidden>แท็บ</div><ul><li>เมนู<ul style="display:none"><li>ย่อย</ul></ul>'
    )
    hidden = {one.text for one in found.blocks if one.hidden}
    assert hidden == {"ซ่อน", "นอกจอ", "ปิด", "ศูนย์", "แบน", "จาง", "วิ่ง"}


@pytest.mark.parametrize(
    ("markup", "hidden"),
    [
        pytest.param('<div role="button" aria-expanded="false">2567</div>{}', False, id="behind-a-button"),
        pytest.param("<h3><a data-toggle=x href=#m>2567</a></h3>{}", False, id="behind-a-heading-that-opens"),
        pytest.param('<div class="ui-accordion"><h3>2567</h3>{}</div>', False, id="in-an-accordion"),
        pytest.param('<div role="button">2567</div><p>ข่าว</p>{}', True, id="not-right-behind"),
        pytest.param('<div class="ui-accordion"><h3>2567</h3><div><p>ข่าว</p>{}</div></div>', True, id="deeper"),
        pytest.param("<h3>2567</h3>{}", True, id="nothing-opens-it"),
    ],
)
def test_what_opens_when_the_line_above_is_clicked_is_folded(markup: str, *, hidden: bool) -> None:
    found = page(markup.format('<div style="display:none"><p>แผน</p></div>'))
    assert [block.hidden for block in found.blocks if block.text == "แผน"] == [hidden]


def test_a_title_beside_icons_is_a_heading() -> None:
    joomla = (
        "<table class=contentpaneopen><tr><td class=contentheading>คู่มือ"
        "<td class=buttonheading><a href=p><img src=print.png alt='พิมพ์'></a></table>"
    )
    assert blocks(page(joomla)) == [("h7", "คู่มือ")]


def test_a_row_of_links_is_a_menu_and_no_data() -> None:
    found = blocks(page("<table><tr><td><a href=a>หน้าแรก</a><td><a href=b>ข่าว</a><td><a href=c>ติดต่อ</a></table>"))
    assert found == [("text", "หน้าแรก"), ("text", "ข่าว"), ("text", "ติดต่อ")]


@pytest.mark.parametrize(
    ("title", "level"),
    [
        pytest.param("โครงสร้าง – สสอ.บึงทอง", 1, id="with-the-sites-name"),
        pytest.param("โครงสร้าง", 1, id="alone"),
        pytest.param("สสอ.บึงทอง", 7, id="another-title"),
    ],
)
def test_a_first_line_set_as_the_heading_that_the_title_names_heads_the_page(title: str, level: int) -> None:
    found = page(f"<title>{title}</title><p><b>โครงสร้าง</b></p><p>บทนำ</p><p><b>หัวหน้า</b></p><p>งานบริหาร</p>")
    assert [one.level for one in found.blocks] == [level, 0, 7, 0]


@pytest.mark.parametrize(
    ("between", "level"),
    [
        pytest.param("", 1, id="nothing"),
        pytest.param("<p>บทนำ</p>", 7, id="words"),
        pytest.param("<p><img src=/poster.jpg></p>", 7, id="a picture"),
        pytest.param("<h3>ส่วนที่หนึ่ง</h3>", 7, id="a heading by markup"),
    ],
)
def test_a_first_line_set_as_a_heading_over_another_one_heads_the_page(between: str, level: int) -> None:
    bar = "<table><tr><td><img src=/icon.gif><font size=4><b>ประวัติความเป็นมา</b></font></td></tr></table>"
    found = page(f"<title>สสอ.บึงทอง</title>{bar}{between}<p><b>ประวัติอำเภอ</b></p><p>ตั้งเมื่อ</p><p><b>สำนักงาน</b></p>")
    assert found.blocks[0].level == level
    assert {block.level for block in found.blocks if block.text in {"ประวัติอำเภอ", "สำนักงาน"}} == {7}


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param("<p><b>ยุทธศาสตร์</b></p><p><b>แผนปฏิบัติราชการ</b></p><p>โครงการเฝ้าระวังโรค</p>", id="paragraphs"),
        pytest.param("<div><b>ยุทธศาสตร์</b><br><b>แผนปฏิบัติราชการ</b><br>โครงการเฝ้าระวังโรค</div>", id="lines"),
        pytest.param("<table><tr><td><b>ยุทธศาสตร์</b><tr><td><b>แผนปฏิบัติราชการ</b></table>", id="rows"),
    ],
)
def test_of_two_alike_the_first_that_nothing_stands_under_heads_not_the_second(markup: str) -> None:
    found = page(f"<title>สสอ.บึงทอง</title>{markup}")
    assert found.blocks[0].level in {0, 7}


def test_a_heading_by_markup_keeps_its_level() -> None:
    assert page("<title>โครงสร้าง</title><h3>โครงสร้าง</h3><p>งานบริหาร</p>").blocks[0].level == 3
