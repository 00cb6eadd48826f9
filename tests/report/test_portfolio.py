"""The page of all agencies and the history of each: every count agrees, nothing is green because it is old."""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import re
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import openpyxl
import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from auditor.config import Lang
from auditor.findings import Status
from auditor.portfolio import PastNight, Portfolio, Profile
from auditor.report.messages import Messages
from auditor.report.portfolio import css_string, history_pages, render_portfolio
from auditor.report.portfolio_tables import portfolio_csv, portfolio_xlsx
from auditor.report.portfolio_view import State, portfolio_view
from auditor.report.sparks import spark
from tests import agencies
from tests.report.hostile_text import SUITES, payloads

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.portfolio import Agency

MESSAGES = Messages.load()
PACKS = agencies.rules().packs
COUNT = 14


@pytest.fixture(scope="module")
def portfolio() -> Portfolio:
    return agencies.portfolio(COUNT)


def page(portfolio: Portfolio, lang: Lang = Lang.TH) -> str:
    return render_portfolio(portfolio, PACKS, MESSAGES, lang).decode()


def dom(portfolio: Portfolio) -> LexborHTMLParser:
    return LexborHTMLParser(page(portfolio))


def rows(tree: LexborHTMLParser) -> list[LexborNode]:
    return tree.css(".agencies tbody tr")


def number(node: LexborNode | None) -> float:
    assert node is not None
    return float(node.text().replace(",", ""))


def values(tree: LexborHTMLParser, cell: int, state: str = "current") -> list[float]:
    """What a column says of the agencies in a state."""
    chosen = [row.css("td")[cell - 1] for row in rows(tree) if row.attributes["data-state"] == state]
    return [float(each.attributes["data-v"] or "") for each in chosen if "data-v" in each.attributes]


def of(portfolio: Portfolio, fate: str) -> Agency:
    """The first agency of a fate."""
    return portfolio.agencies[agencies.FATES.index(fate)]


def row_of(tree: LexborHTMLParser, fate: str) -> LexborNode:
    return rows(tree)[agencies.FATES.index(fate)]


def test_totals_agree_with_the_rows(portfolio: Portfolio) -> None:
    tree = dom(portfolio)
    found = rows(tree)
    assert number(tree.css_first('[data-total="agencies"]')) == len(found) == COUNT
    for state in State:
        counted = sum(row.attributes["data-state"] == state for row in found)
        assert number(tree.css_first(f'[data-total="{state}"]')) == counted > 0
    failed = sum("data-failed" in row.attributes for row in found)
    assert number(tree.css_first('[data-total="failed"]')) == failed > 0
    scores = values(tree, 1)
    assert number(tree.css_first('[data-total="average"]')) == round(sum(scores) / len(scores), 1)
    for place, node in enumerate(tree.css(".agencies tfoot td.c"), start=5):
        known = values(tree, place)
        assert number(node) == pytest.approx(sum(known) / len(known), abs=0.06)


def test_categories_together_hold_what_the_whole_does(portfolio: Portfolio) -> None:
    for agency in portfolio.agencies:
        if agency.result is None:
            continue
        whole = next(cell for cell in agency.result.cells if not cell.category)
        parts = [cell for cell in agency.result.cells if cell.category]
        assert (whole.passed, whole.judged) == (sum(c.passed for c in parts), sum(c.judged for c in parts))
        assert whole.percent == agency.result.percent


def test_every_cell_says_what_the_audit_says(portfolio: Portfolio) -> None:
    tree = dom(portfolio)
    keys = [node.text() for node in tree.css(".columns-key dt")]
    assert keys == ["1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7", "1.8", "1.9", "1.10", "2", "3"]
    agency = of(portfolio, agencies.WELL)
    assert agency.result is not None
    known = {cell.category: cell for cell in agency.result.cells}
    for key, cell in zip(keys, row_of(tree, agencies.WELL).css("td.c"), strict=True):
        assert (
            cell.text(separator=" ", strip=True)
            == f"{known[key].percent:.0f} {known[key].passed}/{known[key].judged}"
        )


def test_an_outage_is_named_with_its_reason_beside_the_last_good_result(portfolio: Portfolio) -> None:
    row, agency = row_of(dom(portfolio), agencies.DOWN), of(portfolio, agencies.DOWN)
    assert agency.result is not None
    trouble = row.css_first(".trouble")
    assert trouble is not None
    assert "ไม่ตอบสนองภายในเวลาที่กำหนด" in trouble.text()
    assert "15 มิ.ย. 67" in trouble.text()
    assert number(row.css_first(".sum b")) == agency.result.percent
    assert number(row.css_first(".age b")) == 1
    assert row.attributes["data-state"] == "current"


def test_what_is_old_or_weak_counts_in_no_average_and_says_so(portfolio: Portfolio) -> None:
    tree = dom(portfolio)
    old, weak = row_of(tree, agencies.OLD), row_of(tree, agencies.CUT)
    assert "ผลไม่เป็นปัจจุบัน" in old.text()
    assert number(old.css_first(".age b")) == 20
    assert "ยังไม่มีผลที่ใช้ได้" in weak.text()
    assert "ครบเวลาที่กำหนด" in weak.text()
    worst = [node.attributes["href"] for node in tree.css("#worst a")]
    assert f"#{weak.id}" not in worst


def test_results_grow_old_with_the_days(portfolio: Portfolio) -> None:
    later = replace(portfolio, made_at=portfolio.made_at + timedelta(days=8))
    states = [row.attributes["data-state"] for row in rows(dom(later))]
    assert "current" not in states
    assert dom(later).css_first('[data-total="average"]').text() == "–"  # type: ignore[union-attr]


def test_a_site_never_audited_stands_there_and_one_left_out_is_counted(portfolio: Portfolio) -> None:
    tree = dom(portfolio)
    row = row_of(tree, agencies.NEVER)
    assert "ยังไม่เคยตรวจสอบ" in row.text()
    assert row.css("a") == []
    assert {cell.text() for cell in row.css("td.c")} == {"–"}
    said = tree.css_first("#elsewhere")
    assert said is not None
    assert "1 แห่ง" in said.text()


def test_each_agency_leads_to_its_newest_report_and_its_history(portfolio: Portfolio) -> None:
    links = [node.attributes["href"] for node in row_of(dom(portfolio), agencies.WELL).css("a")]
    assert links == ["agency-00/latest/report.html", "agency-00/history.html"]


def test_who_lacks_what_is_counted_from_every_comparable_result(portfolio: Portfolio) -> None:
    view = portfolio_view(portfolio, PACKS)
    comparable = [agency.result for agency in portfolio.agencies if agency.result and agency.result.firm]
    for each in view.lacking:
        statuses = [
            judged.status
            for result in comparable
            for judged in result.judged
            if judged.requirement == each.requirement
        ]
        assert each.failed == statuses.count(Status.FAIL)
        assert sum(count for _, count in each.counts) == len(statuses) == len(comparable)
        assert [row.percent for row in each.worst] == sorted(row.percent or 0 for row in each.worst)
    first = dom(portfolio).css_first(".lacking tbody tr")
    assert first is not None
    assert "2.2.request-form" in first.text()  # the builder has everybody fail it
    assert number(first.css_first("[data-failed]")) == len(comparable)


def test_failed_nights_are_told_by_day_newest_first(portfolio: Portfolio) -> None:
    days = dom(portfolio).css("#nights .failed")
    assert "15 มิถุนายน 2567" in days[0].text()
    assert len(days[0].css("li")) == 3  # down, cut and open
    assert len(days) == 6  # one agency was cut short every night


@pytest.mark.parametrize("lang", Lang)
def test_the_page_holds_both_languages_and_begins_with_one(portfolio: Portfolio, lang: Lang) -> None:
    text = page(portfolio, lang)
    assert f'<html lang="{lang}"' in text
    assert "ภาพรวมผลการตรวจสอบเว็บไซต์ทุกหน่วยงาน" in text
    assert "Websites of all agencies" in text


def test_only_our_own_style_and_script_are_allowed(portfolio: Portfolio) -> None:
    tree = dom(portfolio)
    meta = tree.css_first('meta[http-equiv="Content-Security-Policy"]')
    assert meta is not None
    for tag in ("style", "script"):
        [node] = tree.css(tag)
        digest = base64.b64encode(hashlib.sha256(node.text().encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in (meta.attributes["content"] or "")
    assert tree.css("[style], link, img, iframe") == []


@pytest.mark.parametrize("suite", SUITES)
def test_nothing_that_a_name_or_tag_says_becomes_markup(portfolio: Portfolio, suite: str) -> None:
    texts = payloads(suite)
    places = {text: f"w{place}" if text else "" for place, text in enumerate(texts)}
    tree, clean = (dom(poisoned(portfolio, each)) for each in (texts, tuple(places[text] for text in texts)))
    assert tags_of(tree) == tags_of(clean)
    hrefs = {node.attributes["href"] or "" for node in tree.css("a")}
    assert all(re.match(r"#|agency-\d\d/|portfolio\.", href) for href in hrefs)


def tags_of(tree: LexborHTMLParser) -> list[str | None]:
    return [node.tag for node in tree.root.traverse()] if tree.root else []


def poisoned(portfolio: Portfolio, texts: tuple[str, ...]) -> Portfolio:
    """Every text in every place that an operator or a website fills, an agency for each."""
    first = portfolio.agencies[0]
    return replace(
        portfolio,
        agencies=tuple(
            replace(
                first,
                profile=Profile(
                    id=f"x{place}",
                    url=text,
                    name=f"{text}.",
                    unit_type=text,
                    province=text,
                    district=text,
                    tags=(text,),
                ),
            )
            for place, text in enumerate(texts)
        ),
    )


@pytest.mark.parametrize(
    ("text", "css"),
    [
        pytest.param("1.10", '"1\\2e 10"', id="a category"),
        pytest.param('"}</style>', '"\\22 \\7d \\3c \\2f style\\3e "', id="no way out"),
        pytest.param("ก\n", '"\\e01 "', id="Thai"),
    ],
)
def test_a_name_in_a_style_sheet_cannot_leave_its_string(text: str, css: str) -> None:
    assert css_string(text) == css


def test_a_thousand_agencies_stay_below_three_megabytes() -> None:
    assert len(page(agencies.portfolio(1000, 2)).encode()) < 3_000_000


def test_no_agency_at_all_is_said() -> None:
    empty = Portfolio(made_at=agencies.NOW, stale_days=7, most_nights=30, agencies=())
    assert "ไฟล์ตั้งค่ายังไม่มีเว็บไซต์" in dom(empty).body.text()  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("percents", "path", "known"),
    [
        pytest.param((), "", (), id="nothing"),
        pytest.param((50.0,), "M3 13h0", (50.0,), id="a dot"),
        pytest.param((0.0, 100.0), "M3 23h0L81 3", (0.0, 100.0), id="a line"),
        pytest.param((0.0, None, 100.0), "M3 23h0M81 3h0", (0.0, 100.0), id="a gap"),
    ],
)
def test_the_course_breaks_where_there_is_no_score(
    percents: tuple[float | None, ...], path: str, known: tuple[float, ...]
) -> None:
    line = spark(percents, 84, 26)
    assert (line.path, line.known) == (path, known)


# --- tables ----------------------------------------------------------------------------------------------------


def csv_rows(portfolio: Portfolio) -> list[dict[str, str]]:
    text = portfolio_csv(portfolio, PACKS, MESSAGES, Lang.TH)
    assert text.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(text.decode("utf-8-sig"), newline=""), strict=True))


def test_the_csv_file_has_a_row_for_each_agency(portfolio: Portfolio) -> None:
    found = csv_rows(portfolio)
    tree = dom(portfolio)
    assert [each["state"] for each in found] == [row.attributes["data-state"] for row in rows(tree)]
    for each, row in zip(found, rows(tree), strict=True):
        shown = [cell.attributes.get("data-v") or "" for cell in row.css("td.c")]
        told = [value for key, value in each.items() if key.startswith("category_")]
        assert [float(value) for value in told if value] == [float(value) for value in shown if value]
    down = found[agencies.FATES.index(agencies.DOWN)]
    assert (down["checked"], down["age_days"]) == ("2024-06-14", "1")
    assert "ไม่ตอบสนอง" in down["last_night"]


@pytest.mark.parametrize("suite", SUITES)
def test_no_field_of_the_csv_file_is_a_formula(portfolio: Portfolio, suite: str) -> None:
    for each in csv_rows(poisoned(portfolio, payloads(suite))):
        for value in each.values():
            assert re.fullmatch(r"[+-]?[\d,]+(\.\d+)?", value) or not re.match(r"\s*[=+\-@＝＋－＠]", value)


def sheets(portfolio: Portfolio, lang: Lang = Lang.TH) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(portfolio_xlsx(portfolio, PACKS, MESSAGES, lang)))


def test_the_workbook_has_agencies_requirements_and_nights(portfolio: Portfolio) -> None:
    book = sheets(portfolio, Lang.EN)
    assert book.sheetnames == ["All agencies", "Requirements not met", "Audits that failed"]
    matrix, lacking, nights = book.worksheets
    assert matrix.max_row == COUNT + 1
    assert matrix.freeze_panes == "C2"
    heads = [cell.value for cell in matrix[1]]
    assert heads[-12] == "1.1 General information"
    checked = matrix.cell(row=2, column=heads.index("Result of") + 1)
    assert checked.value is not None
    assert checked.value.date() == date(2024, 6, 15)  # type: ignore[union-attr]
    assert lacking.max_row == 60
    failed = sum(not night.usable for agency in portfolio.agencies for night in agency.nights)
    assert nights.max_row == failed + 1


@pytest.mark.parametrize("suite", SUITES)
def test_nothing_in_the_workbook_is_a_formula(portfolio: Portfolio, suite: str) -> None:
    book = sheets(poisoned(portfolio, payloads(suite)))
    assert {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row} <= {"s", "n", "d"}


# --- history ---------------------------------------------------------------------------------------------------


def history(fate: str = agencies.DOWN, **changes: object) -> LexborHTMLParser:
    told = replace(agencies.chronicle(agencies.FATES.index(fate)), **changes)  # type: ignore[arg-type]
    return LexborHTMLParser(history_pages(PACKS, MESSAGES, Lang.TH)(told).decode())


def nights_in(tree: LexborHTMLParser) -> Iterator[tuple[str, ...]]:
    for row in tree.css(".audits tbody tr"):
        yield tuple(cell.text(strip=True) for cell in row.css("td"))


def test_a_history_lists_its_nights_newest_first() -> None:
    told = agencies.chronicle(agencies.FATES.index(agencies.DOWN))
    tree = history()
    shown = list(nights_in(tree))
    assert [cells[0] for cells in shown] == [
        "–" if past.night.percent is None else f"{past.night.percent:.1f}" for past in told.nights
    ]
    assert set(shown[0][:-1]) == {"–"}  # the outage has no result to show
    assert len(tree.css(".panel")) == 12
    assert len(tree.css("svg.chart .line")) == 13


def test_a_history_names_its_kept_reports_only() -> None:
    told = agencies.chronicle(0)
    kept: tuple[PastNight, ...] = (replace(told.nights[0], report="r/report.html"), *told.nights[1:])
    tree = history(agencies.WELL, nights=kept, newest="latest/report.html")
    assert [node.attributes["href"] for node in tree.css(".audits a")] == ["r/report.html"]
    assert tree.css_first('a[href="latest/report.html"]') is not None
    assert "ไม่มีรายงานเก็บไว้" in (tree.css(".audits tbody tr")[1]).text()


@pytest.mark.parametrize("suite", SUITES)
def test_nothing_that_a_name_says_becomes_markup_in_a_history(suite: str) -> None:
    render = history_pages(PACKS, MESSAGES, Lang.TH)
    told = agencies.chronicle(0)

    def tags(text: str) -> list[str | None]:
        profile = Profile(id="x", url="https://x.go.th/", name=f"{text}.", province=f"{text}.", district=f"{text}.")
        return tags_of(LexborHTMLParser(render(replace(told, profile=profile)).decode()))

    clean = tags("x")
    assert [text for text in payloads(suite)[:60] if tags(text) != clean] == []
