"""What a page says beside its text and links: itself, its pictures, forms and dates."""

from __future__ import annotations

from datetime import date

import pytest

from auditor.facts import DateSource
from auditor.thai.dates import DateRole
from tests.extract.markup import page


def test_the_head_of_a_page() -> None:
    found = page(
        "<html lang=th><head><title> ก\n ข </title><meta name=Generator content='Joomla! 1.5'>"
        "<meta property='og:title' content='หัว'><link rel=canonical href='/c'><script src='/a.js'></script>"
    )
    assert (found.title, found.lang, found.canonical) == ("ก ข", "th", "https://www.example.go.th/c")
    assert found.meta == (("generator", "Joomla! 1.5"), ("og:title", "หัว"))
    assert found.scripts == ("https://www.example.go.th/a.js",)


def test_pictures_and_where_they_lead() -> None:
    found = page(
        "<h1>ก</h1><a href=p.jpg><img src=s.jpg alt='ผัง' width=600 height='400px'></a><img data-src=l.png src=''>"
    )
    first, second = found.images
    assert (first.url[-5:], first.alt, first.width, first.height) == ("s.jpg", "ผัง", 600, 400)
    assert first.link is not None
    assert second.url.endswith("l.png")


def test_forms_and_the_words_beside_their_fields() -> None:
    found = page(
        "<form action=send.php method=POST><fieldset><legend>ร้องเรียน</legend><label>เรื่อง <input name=t></label>"
        "<table><tr><td>ชื่อ<td><input type=text name=n></table><textarea name=d placeholder='รายละเอียด'></textarea>"
        "<select name=k><option>ชม<option>ติ</select><input type=submit value='ส่ง'></fieldset></form>"
    )
    (form,) = found.forms
    assert (form.method, form.action) == ("post", "https://www.example.go.th/dir/send.php")
    assert form.fields == ("text:t", "text:n", "textarea:d", "select:k", "submit:")
    assert {"ร้องเรียน", "เรื่อง", "ชื่อ", "รายละเอียด", "ชม", "ติ", "ส่ง"} <= set(form.labels)


@pytest.mark.parametrize(
    ("markup", "needs"),
    [
        pytest.param(
            "<noscript>You need to enable JavaScript to run this app.</noscript><div id=root></div>"
            "<script src=/static/js/main.3f2a91bc.js></script>",
            True,
            id="react",
        ),
        pytest.param("<div id=app></div><script type=module src=/assets/index-3b1c2d4e.js></script>", True, id="vue"),
        pytest.param(
            "<app-root></app-root><script src=runtime.js></script><script src=main.js></script>", True, id="angular"
        ),
        pytest.param(
            "<div id=__next></div><script id=__NEXT_DATA__ type='application/json'>{}</script>", True, id="next"
        ),
        pytest.param(
            "<div id=app><p>" + "เนื้อหา " * 60 + "</p></div><script src=/assets/app.js></script>", False, id="filled"
        ),
        pytest.param("<p>Please enable JavaScript</p><script src=a.js></script>", True, id="asks-in-its-text"),
        pytest.param("<p>อยู่ระหว่างปรับปรุง</p>", False, id="short-but-readable"),
        pytest.param("<frameset><frame src=a.htm></frameset>", False, id="frames"),
        pytest.param("<script>location='a.php'</script>", False, id="only-a-step"),
        pytest.param("", False, id="empty"),
    ],
)
def test_pages_that_need_a_browser(markup: str, needs: bool) -> None:  # noqa: FBT001 - a table row
    assert page(markup).needs_script is needs


@pytest.mark.parametrize(
    ("markup", "url", "expected"),
    [
        pytest.param(
            "<p>เผยแพร่เมื่อ 10 มกราคม 2567</p>",
            "",
            (date(2024, 1, 10), DateSource.LABEL, DateRole.PUBLISHED),
            id="label",
        ),
        pytest.param(
            "<p>วันศุกร์ที่ 22 ธันวาคม พ.ศ. 2566</p>",
            "",
            (date(2023, 12, 22), DateSource.TEXT, DateRole.UNKNOWN),
            id="text",
        ),
        pytest.param(
            "<time class='entry-date published' datetime='2024-03-01T23:00:00Z'>x</time>",
            "",
            (date(2024, 3, 2), DateSource.TIME_TAG, DateRole.PUBLISHED),
            id="time-in-bangkok",
        ),
        pytest.param(
            "<time class=updated datetime=2567-03-01>x</time>",
            "",
            (date(2024, 3, 1), DateSource.TIME_TAG, DateRole.MODIFIED),
            id="buddhist-year",
        ),
        pytest.param(
            "<meta property='article:modified_time' content='2024-02-01T10:00:00+07:00'>",
            "",
            (date(2024, 2, 1), DateSource.META, DateRole.MODIFIED),
            id="meta",
        ),
        pytest.param(
            '<script type=\'application/ld+json\'>{"datePublished": "2024-02-03"}</script>',
            "",
            (date(2024, 2, 3), DateSource.JSON_LD, DateRole.PUBLISHED),
            id="json-ld",
        ),
        pytest.param(
            "", "https://a.go.th/2024/05/06/x/", (date(2024, 5, 6), DateSource.URL, DateRole.UNKNOWN), id="address"
        ),
    ],
)
def test_dates_say_where_they_were_found(markup: str, url: str, expected: tuple[date, DateSource, DateRole]) -> None:
    found = page(markup, url or "https://a.go.th/")
    assert [(one.span.first, one.source, one.span.role) for one in found.dates] == [expected]


@pytest.mark.parametrize(
    "value", ["", "0000-00-00", "2024-13-01", "9999-12-31T23:00:00-12:00", "2024-02-30", "9" * 100]
)
def test_impossible_machine_dates_are_none(value: str) -> None:
    assert page(f"<time datetime='{value}'>x</time>").dates == ()
