"""`report.md`: short, true to the audit, and nothing in it is mark-up but ours (read by markdown-it)."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from auditor.config import Lang
from auditor.findings import Audit, Status
from auditor.report.markdown import escaped, render_markdown
from auditor.report.messages import Messages
from auditor.report.safe_text import one_line
from tests.report import sample
from tests.report.hostile_text import SUITES, payloads, saying

MESSAGES = Messages.load()
READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def written(audit: Audit, lang: Lang = Lang.EN) -> str:
    return render_markdown(audit, sample.rulebook(), MESSAGES, lang).decode()


def dom(text: str) -> LexborHTMLParser:
    return LexborHTMLParser(READER.render(text))


def test_it_tells_whose_site_the_score_and_what_to_mend_first() -> None:
    text = written(sample.audit())
    assert text.startswith("# สำนักงานสาธารณสุขอำเภอบึงแก้วงาม: Website audit report\n")
    assert "**48.6 %**" in text
    assert "Met 7 · Partly met 6 · Not met 6" in text
    assert len(dom(text).css("ol > li")) == 5


def test_the_table_lists_what_is_not_met() -> None:
    rows = [row.text() for row in dom(written(sample.audit())).css("tbody tr")]
    told = {Status.FAIL, Status.PARTIAL, Status.REVIEW, Status.UNVERIFIABLE}
    assert len(rows) == sum(verdict.status in told for verdict in sample.verdicts())
    assert any("1.1.executives" in row and "HTTP 404" in row for row in rows)


def test_what_people_say_is_told() -> None:
    text = written(sample.reviewed())
    assert "Score with the assessor's verdicts **55.6 %**" in text
    assert "| Not met → Set aside | 1.1.duties" in text
    assert "| Not met → Met | 1.1.cio" in text
    assert "| Met → Not met | 1.1.phone" in text


def test_changes_are_told_when_they_are_known() -> None:
    text = written(replace(sample.audit(), changes=sample.changes()))
    assert "New findings: 1" in text
    assert "1.1.cio: Met → Not met" in text
    assert "New findings" not in written(replace(sample.audit(), changes=None))


@pytest.mark.parametrize("lang", Lang)
def test_an_audit_without_anything_makes_a_report(lang: Lang) -> None:
    bare = replace(sample.audit(), verdicts=(), findings=(), score=replace(sample.audit().score, percent=None))
    assert written(bare, lang).startswith("# ")


@pytest.mark.parametrize("suite", SUITES)
def test_nothing_that_a_website_says_is_mark_up(suite: str) -> None:
    texts = payloads(suite)
    page = dom(written(saying(texts)))
    assert {node.tag for node in page.css("body *")} <= {
        "h1", "h2", "ul", "ol", "li", "p", "a", "strong", "table", "thead", "tbody", "tr", "th", "td",
    }  # fmt: skip
    assert all(re.match(r"https?://", str(node.attributes["href"])) for node in page.css("a"))


@pytest.mark.parametrize("suite", SUITES)
def test_text_is_shown_as_it_is(suite: str) -> None:
    """Each payload on a line of its own comes out as it went in, but for invisible joiners."""
    for text in payloads(suite):
        page = LexborHTMLParser(READER.render(f"x {escaped(text)} y"))
        shown = page.css("body > p")[0].text().replace("\u2060", "")
        assert shown == f"x {one_line(text, 300)} y"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("@team #12", "@\u2060team #\u206012"),
        ("www.x.invalid", "www\\.x.invalid"),
        ("http://x.invalid", "http\\://x.invalid"),
        ("a|b", "a\\|b"),
        ("<b>&amp;", "&lt;b&gt;&amp;amp;"),
        ("![x](y)", "\\!\\[x\\](y)"),
    ],
)
def test_what_chats_would_act_on_is_escaped(text: str, shown: str) -> None:
    assert escaped(text) == shown
