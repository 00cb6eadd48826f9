"""E-mail addresses that pages hide from collectors: read where their readers see them, without running a script."""

from __future__ import annotations

import pytest

from tests.extract.markup import page

JOOMLA_1 = r"""<table><tr><td>อีเมล :</td><td><script language='JavaScript' type='text/javascript'>
 <!--
 var prefix = '&#109;a' + 'i&#108;' + '&#116;o';
 var path = 'hr' + 'ef' + '=';
 var addy59 = 's&#97;r&#97;b&#97;n' + '&#64;';
 addy59 = addy59 + 'm&#111;ph' + '&#46;' + 'inv&#97;lid';
 document.write('<a ' + path + '\'' + prefix + ':' + addy59 + '\'>');
 document.write(addy59);
 document.write('<\/a>');
 //-->
 </script><script type='text/javascript'>
 <!--
 document.write('<span style=\'display: none;\'>');
 //-->
 </script><script type='text/javascript'>
 <!--
 document.write('</');
 document.write('span>');
 //-->
 </script></td></tr></table>"""
JOOMLA_1_WORDS = r"""<p><script>
 var prefix = '&#109;a' + 'i&#108;' + '&#116;o';
 var path = 'hr' + 'ef' + '=';
 var addy7 = 'saraban' + '&#64;' + 'moph' + '&#46;' + 'invalid';
 var addy_text7 = 'งานสารบรรณ';
 document.write( '<a ' + path + '\'' + prefix + ':' + addy7 + '\'>' );
 document.write( addy_text7 );
 document.write( '<\/a>' );
</script></p>"""
JOOMLA_3 = r"""<p>อีเมล <span id="cloak5dd9"></span><script type='text/javascript'>
document.getElementById('cloak5dd9').innerHTML = '';
var prefix = '&#109;a' + 'i&#108;' + '&#116;o';
var path = 'hr' + 'ef' + '=';
var addy5dd9 = 's&#97;r&#97;b&#97;n' + '&#64;';
addy5dd9 = addy5dd9 + 'm&#111;ph' + '&#46;' + '&#105;nv&#97;l&#105;d';
var addy_text5dd9 = 's&#97;r&#97;b&#97;n' + '&#64;' + 'm&#111;ph' + '&#46;' + 'invalid';
document.getElementById('cloak5dd9').innerHTML +=
'<a ' + path + '\'' + prefix + ':' + addy5dd9 + '\'>'+addy_text5dd9+'<\/a>';
</script></p>"""
JOOMLA_4 = """<p>อีเมล <joomla-hidden-mail first="c2FyYWJhbg==" last="bW9waC5pbnZhbGlk" is-link="1" is-email="1"
text="c2FyYWJhbkBtb3BoLmludmFsaWQ="></joomla-hidden-mail></p>"""
PLAIN = """<p>อีเมล <script>
// the office's address
var user = "saraban", host = "moph.invalid"
document.write("<a href='mailto:" + user + "&#64;" + host + "?subject=ติดต่อ'>" + user + '\\x40' + host + "</a>")
</script></p>"""
ADDED = """<p>อีเมล <script>var a = 'saraban'; a += '@'; a += 'moph.invalid';
document.writeln("<a href=\\"mailto:", a, "\\">", a, "</a>");</script></p>"""
ADDRESS = "saraban@moph.invalid"


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        pytest.param(JOOMLA_1, ADDRESS, id="joomla-1.5-and-2.5"),
        pytest.param(JOOMLA_1_WORDS, "งานสารบรรณ", id="joomla-1.0-with-words"),
        pytest.param(JOOMLA_3, ADDRESS, id="joomla-3"),
        pytest.param(JOOMLA_4, ADDRESS, id="joomla-4"),
        pytest.param(PLAIN, ADDRESS, id="strings-in-names"),
        pytest.param(ADDED, ADDRESS, id="added-and-in-arguments"),
    ],
)
def test_an_address_that_a_script_shows_is_a_link_with_words_where_the_script_stands(markup: str, words: str) -> None:
    found = page(markup)
    (one,) = found.links
    assert (one.url, one.label) == (f"mailto:{ADDRESS}", words)
    assert words in found.blocks[one.block].text


def test_an_address_that_is_written_without_a_link_is_text() -> None:
    found = page(
        "<p>อีเมล <script>var addy1 = 'saraban' + '&#64;' + 'moph.invalid'; document.write( addy1 );</script></p>"
    )
    assert ([one.text for one in found.blocks], found.links) == ([f"อีเมล {ADDRESS}"], ())


@pytest.mark.parametrize(
    "script",
    [
        pytest.param("var mail = 'saraban' + '@' + 'moph.invalid';", id="never-written"),
        pytest.param("document.write('<a href=mailto:' + user + '@moph.invalid>อีเมล</a>')", id="unknown-name"),
        pytest.param("document.write('saraban@moph.invalid'.replace('saraban', 'x'))", id="changed-before"),
        pytest.param("document.write('saraban@moph' + ending())", id="ends-in-a-call"),
        pytest.param("// document.write('saraban@moph.invalid')", id="comment"),
        pytest.param("preview.document.write('saraban@moph.invalid')", id="another-window"),
        pytest.param("if (a == 'saraban@moph.invalid') document.write('ก')", id="compared"),
        pytest.param("var a = 'saraban@moph.invalid'; a = other; document.write(a)", id="overwritten"),
        pytest.param("var a = 'saraban@moph.invalid; document.write(a)", id="string-without-end"),
        pytest.param("document.write('<p>ก</p>', '<a href=/x>ข</a>')", id="no-address"),
    ],
)
def test_what_no_reader_sees_or_no_reading_can_tell_is_left_out(script: str) -> None:
    found = page(f"<p>ติดต่อ<script>{script}</script></p>")
    assert ([one.text for one in found.blocks], found.links) == (["ติดต่อ"], ())


@pytest.mark.parametrize(
    "script",
    [
        pytest.param("'\\" * 10_000, id="strings-without-end"),
        pytest.param("/*" * 10_000, id="comments-without-end"),
        pytest.param("a . " * 5_000, id="names-without-end"),
        pytest.param("'a'+" * 5_000, id="a-long-sum"),
        pytest.param("a=" * 10_000, id="many-names"),
        pytest.param("a='@@@@@@@@@@@@@@@@';" + "a=a+a;" * 3_000 + "document.write(a)", id="doubled-again-and-again"),
        pytest.param("document.write('" + "<" * 1_900 + "a" * 60 + "');" * 9, id="tags-without-end"),
        pytest.param("document.write('\\ud800@\\udfff.a');", id="halves-of-letters"),
    ],
)
def test_rule_13_scripts_made_to_cost_much_end_in_valid_text(script: str) -> None:
    found = page(f"<p>ก<script>document.write('@');{script}</script></p>" * 8)
    assert [one.text[0] for one in found.blocks] == ["ก"] * 8
    "".join(one.text for one in found.blocks).encode()
