"""RTF files: letters of every code page, and no more than a reader sees."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from auditor.config import DocumentLimits
from auditor.extract.rtf import read_rtf
from auditor.facts import DocumentState

LIMITS = DocumentLimits()
OFFICE = "สำนักงานสาธารณสุขอำเภอ"


def hexes(text: str, page: str = "cp874") -> str:
    return "".join(f"\\'{byte:02x}" for byte in text.encode(page))


def unicodes(text: str) -> str:
    return "".join(f"\\u{ord(letter)}?" for letter in text)


def rtf(body: str) -> bytes:
    return ("{\\rtf1" + body + "}").encode("latin-1")


@pytest.mark.parametrize(
    ("body", "pages"),
    [
        pytest.param("\\ansi plain\\par second", ("plain\nsecond",), id="words"),
        pytest.param("\\ansicpg874 " + hexes(OFFICE), (OFFICE,), id="code-page-of-the-file"),
        pytest.param(
            "\\ansicpg1252{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f3\\fcharset222 Angsana New;}}\\f3 " + hexes(OFFICE),
            (OFFICE,),
            id="code-page-of-the-font",
        ),
        pytest.param(
            "{\\fonttbl{\\f3\\fcharset222 Angsana;}}{\\f3 " + hexes("ก") + "}\\'e9", ("กé",), id="font-of-a-group"
        ),
        pytest.param("\\lang1054 " + hexes("ก"), ("ก",), id="language"),
        pytest.param(hexes(OFFICE), (OFFICE,), id="thai-by-its-letters"),
        pytest.param("\\uc1" + unicodes(OFFICE), (OFFICE,), id="unicode"),
        pytest.param("\\uc2\\u3626\\'ca\\'ca", ("ส",), id="two-stand-ins"),
        pytest.param("\\uc0\\u3626 \\u3635", ("สำ",), id="no-stand-ins"),
        pytest.param("\\u-10179?\\u-8704?", ("\U0001f600",), id="letter-in-two-halves"),
        pytest.param("a\\u-10179?b", ("ab",), id="half-a-letter"),
        pytest.param("a\\cell b\\row c\\tab d\\line e", ("a\tb\nc\td\ne",), id="table"),
        pytest.param("a\\page b", ("a", "b"), id="pages"),
        pytest.param("{\\pict 00ff00}{\\*\\generator x;}{\\stylesheet{a;}}b", ("b",), id="silent-groups"),
        pytest.param("{\\field{\\*\\fldinst HYPERLINK x}{\\fldrslt shown}}", ("shown",), id="field"),
        pytest.param("{\\listtext 1.\\tab}first", ("1.\tfirst",), id="number-of-a-list"),
        pytest.param("{\\v hidden}a{\\v0 b}", ("ab",), id="hidden"),
        pytest.param("\\{a\\}\\~b\\_c\\\\d", ("{a} b-c\\d",), id="signs"),
        pytest.param("a\\bin5 {}{}{b", ("ab",), id="binary-data"),
        pytest.param("a}}}b", ("ab",), id="more-closed-than-opened"),
        pytest.param("a\\", ("a}",), id="ends-in-a-sign"),
        pytest.param("", (), id="nothing"),
    ],
)
def test_words_of_an_rtf(body: str, pages: tuple[str, ...]) -> None:
    found = read_rtf(rtf(body), LIMITS)
    assert (found.text, found.state) == (pages, DocumentState.OK)


def test_what_an_rtf_says_of_itself() -> None:
    body = (
        "\\ansicpg874{\\info{\\title {\\upr{" + hexes("แผ?") + "}{\\*\\ud{\\title " + unicodes("แผน") + "}}}}"
        "{\\author " + hexes("งานแผน") + "}{\\company x}{\\creatim\\yr2567\\mo1\\dy2\\hr10\\min4}"
        "{\\revtim\\yr2024\\mo13\\dy2}}text"
    )
    found = read_rtf(rtf(body), LIMITS)
    assert (found.title, found.author, found.text) == ("แผน", "งานแผน", ("text",))
    assert (found.created, found.modified) == (datetime(2024, 1, 2, 3, 4, tzinfo=UTC), None)


def test_rule_13_letters_of_an_rtf_are_capped() -> None:
    found = read_rtf(rtf("letter " * 1000), DocumentLimits(text_chars=50))
    assert (sum(map(len, found.text)), found.truncated) == (50, True)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("{" * 300_000, id="opened"),
        pytest.param("{\\b " * 100_000 + "}" * 100_000, id="nested"),
        pytest.param("{\\fonttbl" + "{\\f1\\fcharset222 x;}" * 50_000 + "}", id="fonts"),
        pytest.param("\\u3626" * 100_000, id="stand-ins-that-never-come"),
        pytest.param("\\'e" * 100_000, id="broken-escapes"),
    ],
)
def test_rule_13_an_rtf_bomb_costs_no_more_than_it_is_long(body: str) -> None:
    """A quadratic reader, or one that recurses, would not come back from these."""
    found = read_rtf(rtf(body + "{a}"), LIMITS)
    assert found.state is DocumentState.OK
