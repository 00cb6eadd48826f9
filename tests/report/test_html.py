"""The page: complete, true to the audit in every count, and harmless whatever a website says."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from auditor.config import Lang
from auditor.facts import Coverage, RobotsState, Step
from auditor.findings import (
    Audit,
    Changes,
    FindingRule,
    Identity,
    NearMiss,
    Reason,
    ReasonCode,
    Score,
    Severity,
    Status,
)
from auditor.past import AuditLine
from auditor.report.html import MOST_PLACES, address_of, pieces_of, render_html
from auditor.report.item_view import MOST_ITEMS
from auditor.report.messages import Messages
from tests.report import sample
from tests.report.hostile_text import SUITES, payloads

MESSAGES = Messages.load()


def page(audit: Audit, lang: Lang = Lang.TH) -> str:
    return render_html(audit, sample.rulebook(), MESSAGES, lang).decode()


def dom(audit: Audit, lang: Lang = Lang.TH) -> LexborHTMLParser:
    return LexborHTMLParser(page(audit, lang))


def night(number: int, percent: float | None) -> AuditLine:
    day = date(2024, 6, 1) + timedelta(days=number)
    return AuditLine(
        run=f"r{number}",
        started_at=datetime(day.year, day.month, day.day, tzinfo=UTC),
        as_of=day,
        percent=percent,
        complete=True,
        has_text=True,
        counts=(),
        findings=number,
    )


def one(tree: LexborHTMLParser | LexborNode, selector: str) -> LexborNode:
    node = tree.css_first(selector)
    assert node is not None, selector
    return node


def poisoned(texts: tuple[str, ...]) -> Audit:
    """The sample with every text that a website has a say in replaced: each payload in each place."""
    clean = sample.audit()
    first = clean.verdicts[0]
    verdicts = [
        replace(
            first,
            requirement=f"x.{number}",
            status=Status.FAIL,
            reasons=(Reason(code=ReasonCode.DEAD_LABEL, params=(("label", text),)),),
            evidence=(
                replace(
                    first.evidence[0],
                    url=text,
                    quote=f"{text} and {text}",
                    matched=text,
                    trail=(Step(label=text, url=text), Step(label=text, url=f"https://x.go.th/{text}")),
                ),
            ),
            searched=replace(
                first.searched,
                terms=(text,),
                nearest=(
                    NearMiss(url=f"http://x.go.th/?{text}", label=text, reason=sample.reason(ReasonCode.EMPTY)),
                ),
            ),
        )
        for number, text in enumerate(texts)
    ]
    broken = sample.finding(1, FindingRule.LINK_BROKEN, Severity.MINOR)
    findings = [
        replace(broken, id=f"f{number}", url=text, quote=text, params=(("status", text),))
        for number, text in enumerate(texts)
    ]
    worst = texts[0]
    return replace(
        clean,
        identity=Identity(name=worst, province=worst, unit_type=worst, quote=worst, url=worst),
        verdicts=tuple(verdicts),
        findings=tuple(findings),
    )


@pytest.mark.parametrize("lang", Lang)
def test_counts_equal_the_rows_that_are_there(lang: Lang) -> None:
    tree = dom(sample.audit(), lang)
    rows = Counter(node.attributes["data-status"] for node in tree.css("article.req"))
    tiles = {node.attributes["data-count"]: int(one(node, "b").text()) for node in tree.css(".tile")}
    assert tiles == {status: rows[status] for status in Status}
    assert sum(tiles.values()) == len(sample.ROWS)


def test_what_changed_is_told_with_the_day_it_is_measured_from() -> None:
    tree = dom(sample.audit())
    assert "8 มิถุนายน 2567" in one(tree, "#changes-title").text()
    assert len(tree.css('[data-changes="moved"] li')) == 2
    assert "×4" in one(tree, '[data-changes="fixed"]').text()
    assert sum(int(node.text()[1:]) for node in tree.css('[data-changes="new"] li .times')) == 3


def test_a_first_audit_tells_of_no_changes() -> None:
    assert not dom(replace(sample.audit(), changes=None)).css("#changes, a[href='#changes']")


def test_an_unchanged_night_says_so() -> None:
    audit = replace(sample.audit(), changes=Changes(since=date(2024, 6, 8), run="r"))
    assert "ผลของทุกรายการเหมือนเดิม" in one(dom(audit), "#changes").text()


def test_every_category_counts_its_own_rows() -> None:
    tree = dom(sample.audit())
    shown = [node.text(strip=True) for node in tree.css(".matrix tbody td.n")]
    counted = [
        f"{len(part.css('article.req[data-status=pass]'))}/{len(part.css('article.req'))}"
        for part in tree.css("section.category")
    ]
    assert shown == counted


def test_every_cause_counts_its_findings() -> None:
    tree = dom(sample.audit())
    for row in tree.css("#findings tbody tr"):
        assert int(row.css("td.n")[0].text(strip=True)) == len(row.css("li.finding"))
    assert len(tree.css("li.finding")) == len(sample.findings())


def test_items_are_counted_by_field_and_the_first_are_listed() -> None:
    tree = dom(sample.audit())
    counted = {
        node.attributes["data-field"]: [cell.text(strip=True) for cell in node.css("td")]
        for node in tree.css(".fields tbody tr")
    }
    assert counted["source"] == ["1/2", "1"]
    assert counted["file_size"] == ["1/1", "0"]
    rows = [row.text() for row in tree.css("table.items tbody tr")]
    assert len(rows) == len(sample.items())
    assert "แผนปฏิบัติราชการ ประจำปีงบประมาณ พ.ศ. 2567" in rows[0]
    lacking = [len(row.css(".lacks")) for row in tree.css("table.items tbody tr")]
    assert lacking == [0, 3]  # type and size are not asked of a post


def test_items_are_counted_by_age_and_category() -> None:
    tree = dom(sample.audit())
    rows = {
        row.attributes["data-category"]: [int(cell.text(strip=True)) for cell in row.css("td")]
        for row in tree.css(".ages tbody tr")
    }
    assert rows == {"1.1": [0, 1, 0, 0, 0, 1], "": [0, 0, 0, 0, 1, 1]}


def test_the_course_of_the_score_is_drawn_and_told_in_numbers() -> None:
    lines = tuple(night(number, percent) for number, percent in enumerate((50.0, None, 62.5, 75.0)))
    html = render_html(sample.audit(), sample.rulebook(), MESSAGES, history=lines).decode()
    tree = LexborHTMLParser(html)
    assert [node.attributes["cy"] for node in tree.css(".course .dot")] == ["60.0", "45.0", "30.0"]
    assert len(tree.css(".course .line")) == 2  # a night without a score breaks the line
    assert [node.text(strip=True) for node in tree.css(".trend tbody td:nth-child(2)")] == [
        "75.0 %",
        "62.5 %",
        "50.0 %",
    ]
    assert "จากร้อยละ 50.0" in one(tree, "#trend-text").text()


def test_one_audit_has_no_course() -> None:
    html = render_html(sample.audit(), sample.rulebook(), MESSAGES, history=(night(1, 50.0),)).decode()
    assert not LexborHTMLParser(html).css(".trend")


def test_a_page_of_a_very_large_site_stays_under_five_megabytes() -> None:
    address = "https://www.bungkaeo.example.go.th/" + "%E0%B8%82%E0%B9%88%E0%B8%B2%E0%B8%A7/" * 12
    item = replace(sample.items()[0], url=address, listed_on=(address,), title="ประกาศผู้ชนะการเสนอราคา " * 8)
    broken = sample.finding(1, FindingRule.LINK_BROKEN, Severity.MINOR)
    findings = tuple(
        replace(broken, id=f"{rule}-{number}", rule=rule, url=address)
        for rule in (FindingRule.LINK_BROKEN, FindingRule.ITEM_MISSING_SOURCE, FindingRule.ITEM_EXPIRED)
        for number in range(MOST_PLACES + 500)
    )
    whole = page(replace(sample.audit(), items=(item,) * 20_000, findings=findings))
    assert len(whole.encode()) < 5_000_000
    assert len(LexborHTMLParser(whole).css(".items tbody tr")) > 1000


def test_beyond_the_first_items_the_page_says_where_the_rest_stand() -> None:
    many = replace(sample.audit(), items=sample.items()[:1] * (MOST_ITEMS + 1))
    tree = dom(many)
    assert len(tree.css("table.items tbody tr")) == MOST_ITEMS
    assert "audit.json" in one(tree, "#items > details > p:last-child").text()
    assert "ไม่พบเอกสาร" in one(dom(replace(sample.audit(), items=())), "#items").text()


def test_every_requirement_and_finding_has_an_anchor_and_no_anchor_stands_twice() -> None:
    ids = Counter(node.attributes["id"] for node in dom(sample.audit()).css("[id]"))
    assert {row[0] for row in sample.ROWS} | {each.id for each in sample.findings()} <= set(ids)
    assert [name for name, count in ids.items() if count > 1] == []


def test_every_link_inside_the_page_leads_somewhere() -> None:
    tree = dom(sample.audit())
    ids = {node.attributes["id"] for node in tree.css("[id]")}
    inner = {
        str(node.attributes["href"])[1:] for node in tree.css("a[href^='#'], use") if node.attributes.get("href")
    }
    assert inner <= ids


def test_headings_descend_without_gaps() -> None:
    levels = [int(str(node.tag)[1]) for node in dom(sample.audit()).css("h1, h2, h3, h4, h5")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_page_has_landmarks_and_its_tables_have_captions() -> None:
    tree = dom(sample.audit())
    assert [len(tree.css(tag)) for tag in ("header.masthead", "nav", "main", "footer")] == [1, 1, 1, 1]
    assert len(tree.css("table")) == len(tree.css("table > caption")) > 0
    assert tree.css("th:not([scope])") == []


@pytest.mark.parametrize("lang", Lang)
def test_every_sentence_stands_in_both_languages(lang: Lang) -> None:
    tree = dom(sample.audit(), lang)
    html = one(tree, "html")
    assert html.attributes["lang"] == html.attributes["data-lang"] == lang
    assert len(tree.css("span.th")) == len(tree.css("span.en")) > 300
    assert one(tree, f"#lang-{lang}").attributes.keys() >= {"checked"}


def test_nothing_is_fetched_from_outside() -> None:
    """RELIABILITY_RULES 21: no external resource."""
    tree = dom(sample.audit())
    assert tree.css("link, img, iframe, object, embed, form, base, audio, video, source, [src], [style]") == []
    assert "@import" not in page(sample.audit())
    assert "url(" not in page(sample.audit())


def test_the_policy_allows_exactly_the_style_and_script_that_are_there() -> None:
    """RELIABILITY_RULES 21: default-src 'none', style and script by hash."""
    tree = dom(sample.audit())
    policy = one(tree, "meta[http-equiv='Content-Security-Policy']").attributes["content"]
    assert policy is not None
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for tag in ("style", "script"):
        (node,) = tree.css(tag)
        digest = base64.b64encode(hashlib.sha256(node.text().encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


def test_what_is_cited_is_marked_in_the_quotation() -> None:
    marks = [node.text() for node in dom(sample.audit()).css("article[id='1.1.vision'] mark")]
    assert marks == ["วิสัยทัศน์"]


@pytest.mark.parametrize(
    ("quote", "matched", "marked"),
    [
        pytest.param("ดู วิสัยทัศน์ ของเรา", "วิสัยทัศน์", "วิสัยทัศน์", id="as it is"),
        pytest.param("โทร ๐-๔๓๕๙", "0-4359", "๐-๔๓๕๙", id="other digits"),
        pytest.param("ไม่มีคำนั้น", "วิสัยทัศน์", "", id="not in the quotation"),
        pytest.param("อะไร", "", "", id="nothing matched"),
        pytest.param("ประวัติ ของหน่วยงาน", "ประวัติ", "ประวัติ", id="a space behind it"),
    ],
)
def test_a_quotation_is_cut_into_what_matched_and_the_rest(quote: str, matched: str, marked: str) -> None:
    parts = pieces_of(quote, matched)
    assert "".join(text for text, _ in parts) == quote
    assert "".join(text for text, mark in parts if mark) == marked


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "blob:https://x.go.th/1",
        "//",
        "",
        "https://x.go.th/" + "a" * 5000,
    ],
)
def test_only_web_addresses_become_links(url: str) -> None:
    """RELIABILITY_RULES 21: links only if http(s)."""
    assert address_of(url).href is None


def test_a_host_that_is_not_plain_is_shown_in_punycode_too() -> None:
    """RELIABILITY_RULES 21: the host in punycode when not plain."""
    place = address_of("https://xn--12c1fe0br.xn--o3cw4h/a")
    assert place.punycode == "xn--12c1fe0br.xn--o3cw4h"
    assert place.shown.startswith("https://ไทย") or "xn--" not in place.shown


def test_links_out_tell_nobody_where_they_come_from() -> None:
    tree = dom(sample.audit())
    assert one(tree, "meta[name=referrer]").attributes["content"] == "no-referrer"  # for the rows of items, too
    for node in tree.css(":not(table.items) a:not([href^='#']):not(.items a)"):
        assert node.attributes["rel"] == "noopener noreferrer nofollow"


@pytest.mark.parametrize("suite", SUITES)
def test_hostile_texts_add_no_mark_up(suite: str) -> None:
    """RELIABILITY_RULES 21: page text is text. Data: xss-*, naughty-strings."""
    clean = dom(poisoned(("plain",)))
    tree = dom(poisoned(payloads(suite)))
    assert {node.tag for node in tree.css("*")} <= {node.tag for node in clean.css("*")} | {"mark", "ol"}
    attributes = {name for node in tree.css("*") for name in node.attributes}
    assert attributes <= {name for node in clean.css("*") for name in node.attributes}
    hrefs = {str(node.attributes["href"]) for node in tree.css("a[href]")}
    assert [href for href in hrefs if not re.match(r"https?://[^\s\"'<>]+$|#", href)] == []
    assert (len(tree.css("script")), len(tree.css("style"))) == (1, 1)


def test_what_people_say_stands_beside_ours() -> None:
    tree = dom(sample.reviewed())
    phone = one(tree, "article[id='1.1.phone']")
    assert [str(node.attributes["class"]) for node in phone.css(".verdict .badge")] == [
        "badge s-pass",
        "badge s-fail",
    ]
    assert "เป็นหมายเลขของหน่วยงานอื่น" in one(phone, ".human").text()
    assert "สิ้นผลแล้ว เนื่องจากหลักฐานเปลี่ยนไป" in one(tree, "article[id='1.1.action-plan'] .human.lapsed").text()
    assert "โปรแกรมตัดสินผิด" in one(tree, "article[id='1.1.cio'] .human").text()


def test_what_is_set_aside_is_greyed_and_never_hidden() -> None:
    tree = dom(sample.reviewed())
    article = one(tree, "article.set-aside")
    assert (article.attributes["id"], article.attributes["data-status"]) == ("1.1.duties", "fail")
    assert "อยู่ระหว่างปรับปรุงเว็บไซต์" in one(article, ".human").text()
    assert "ผู้อนุมัติตัวอย่าง" in one(article, ".human").text()
    assert [node.attributes["id"] for node in tree.css("li.finding.set-aside")] == [sample.findings()[0].id]
    assert "set-aside" not in str(one(tree, "article[id='1.2.laws']").attributes["class"])
    assert len(tree.css("article.req")) == len(sample.ROWS)


def test_the_score_is_given_with_and_without_what_people_say() -> None:
    summary = one(dom(sample.reviewed()), "#summary").text()
    assert "48.6" in summary
    assert "55.6" in summary
    assert "ที่ใช้อยู่ 3 รายการ ยกเว้นไว้ 2 รายการ สิ้นผลแล้ว 2 รายการ" in summary
    assert "ผลการพิจารณาของผู้ประเมิน" not in one(dom(sample.audit()), "#summary").text()


def test_what_people_accept_or_see_met_is_not_to_be_mended() -> None:
    links = [node.attributes["href"] for node in dom(sample.reviewed()).css("#mend-first .mend-head a")]
    assert "#1.1.phone" in links
    assert not {"#1.1.cio", "#1.1.duties", "#1.1.structure"} & set(links)


@pytest.mark.parametrize("suite", SUITES)
def test_no_control_or_direction_mark_reaches_the_reader(suite: str) -> None:
    """RELIABILITY_RULES 21: bidi and control characters are shown as escapes."""
    text = page(poisoned(payloads(suite)))
    assert re.findall("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", text) == []


def test_long_text_is_cut_with_a_mark() -> None:
    """RELIABILITY_RULES 21: long text cut with a mark."""
    quotes = dom(poisoned(("ก" * 100_000,))).css(".proof blockquote")
    assert len(quotes[0].text()) < 4100
    assert "…" in quotes[0].text()


def test_findings_beyond_measure_are_cut_and_said_to_be() -> None:
    many = tuple(sample.finding(n, FindingRule.LINK_BROKEN, Severity.MINOR) for n in range(MOST_PLACES + 5))
    tree = dom(replace(sample.audit(), findings=many))
    assert len(tree.css("li.finding")) == MOST_PLACES
    assert f"{MOST_PLACES} จาก {MOST_PLACES + 5}" in one(tree, ".causes").text()


@pytest.mark.parametrize(
    "audit",
    [
        pytest.param(
            replace(
                sample.audit(),
                identity=Identity(),
                verdicts=(),
                findings=(),
                packs=(),
                detectors=(),
                coverage=Coverage(robots=RobotsState.UNREACHABLE, limits=("robots-unreachable", "never heard of")),
                score=Score(percent=None, counts=()),
            ),
            id="nothing",
        ),
        pytest.param(replace(sample.audit(), identity=Identity(name="ก", told=True)), id="told by the operator"),
        pytest.param(replace(sample.audit(), coverage=Coverage(complete=True, tls_error="expired")), id="complete"),
        pytest.param(replace(sample.audit(), coverage=Coverage(limits=("cancelled",))), id="interrupted"),
    ],
)
@pytest.mark.parametrize("lang", Lang)
def test_any_audit_makes_a_page(audit: Audit, lang: Lang) -> None:
    assert one(dom(audit, lang), "h1").text(strip=True)


def test_an_audit_whose_pack_is_gone_still_makes_a_page() -> None:
    bare = replace(sample.rulebook(), packs=())
    assert b"1.1.vision" in render_html(sample.audit(), bare, MESSAGES)


def test_the_same_audit_gives_the_same_bytes() -> None:
    assert page(sample.audit()) == page(sample.audit())


def test_every_entry_of_the_register_stands_under_what_was_found_of_it() -> None:
    tree = dom(sample.audit())
    register = sample.reconciliation()
    for standing, count in register.counts:
        [row] = tree.css(f"#register tr[data-standing='{standing}']")
        assert len(row.css("li.entry")) == count == int(row.css("td.n")[0].text(strip=True))
    assert len(tree.css("#register tr[data-standing='unregistered'] li.entry")) == len(register.unregistered)


def test_without_a_register_the_page_does_not_speak_of_one() -> None:
    assert not dom(replace(sample.audit(), register=None)).css("#register, a[href='#register']")


@pytest.mark.parametrize("suite", SUITES)
def test_what_a_register_says_stays_text(suite: str) -> None:
    """RELIABILITY_RULES 21. Data: xss-*, naughty-strings."""
    known = sample.reconciliation()
    results = tuple(
        replace(known.results[0], entry=replace(known.results[0].entry, subject=text, link=text), url=text)
        for text in payloads(suite)
    )
    tree = dom(replace(sample.audit(), register=replace(known, results=results, unread=payloads(suite))))
    assert not tree.css("#register script, #register img, #register iframe, #register [onerror]")
    hrefs = [node.attributes["href"] or "" for node in tree.css("#register a[href]")]
    assert {href.partition(":")[0] for href in hrefs} <= {"http", "https"}
