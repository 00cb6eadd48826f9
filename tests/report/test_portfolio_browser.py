"""The page of all agencies in a browser: totals agree with what is seen, however it is filtered, sorted or aged."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe

from auditor.config import Lang
from auditor.report.messages import Messages
from auditor.report.portfolio import history_pages, render_portfolio
from tests import agencies
from tests.report.hostile_text import SUITES, payloads
from tests.report.test_browser import CONTRAST, DESKTOP
from tests.report.test_portfolio import poisoned

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Dialog, Page, ViewportSize

    from auditor.portfolio import Portfolio

pytestmark = pytest.mark.browser

MESSAGES = Messages.load()
PACKS = agencies.rules().packs
Scheme = Literal["light", "dark"]
PHONE: ViewportSize = {"width": 390, "height": 844}
NOW = datetime.now(UTC)

# What the page says of itself, and what its rows say.
TOLD = """() => {
  const number = (text) => text === "–" ? null : Number(text.replaceAll(",", ""));
  const shown = [...document.querySelectorAll(".agencies tbody tr")].filter((row) => row.getClientRects().length);
  const points = (row, place) => row.cells[place].dataset.v;
  const mean = (place) => {
    const known = shown.filter((row) => row.dataset.state === "current").map((row) => points(row, place))
      .filter((each) => each !== undefined).map(Number);
    return known.length ? known.reduce((sum, each) => sum + each, 0) / known.length : null;
  };
  const foot = [...document.querySelector(".agencies tfoot tr").cells];
  const averaged = foot.map((cell, place) => [cell.querySelector("[data-average]"), place]).filter(([cell]) => cell);
  return {
    rows: shown.length,
    shown: number(document.getElementById("shown").textContent),
    names: shown.map((row) => row.querySelector(".name").textContent),
    states: Object.fromEntries(["current", "old", "weak", "never"].map((state) =>
      [state, shown.filter((row) => row.dataset.state === state).length])),
    tiles: Object.fromEntries(["current", "old", "weak", "never"].map((state) =>
      [state, number(document.querySelector(`[data-total="${state}"]`).textContent)])),
    failed: [shown.filter((row) => row.dataset.failed !== undefined).length,
      number(document.querySelector('[data-total="failed"]').textContent)],
    average: [mean(1), number(document.querySelector('[data-total="average"]').textContent)],
    feet: averaged.map(([cell, place]) => [mean(place), number(cell.textContent)]),
  };
}"""


@pytest.fixture(scope="module")
def portfolio() -> Portfolio:
    """As it is made this morning: results grow old by the clock of whoever reads the page."""
    return agencies.portfolio(14, now=NOW)


@pytest.fixture
def opened(browser: Browser, tmp_path: Path, portfolio: Portfolio) -> Iterator[Callable[..., Page]]:
    """Opens the page of these agencies, or of others."""
    pages: list[Page] = []

    def open_page(shown: Portfolio = portfolio, at: datetime | None = None, **options: Any) -> Page:
        path = tmp_path / "index.html"
        path.write_bytes(render_portfolio(shown, PACKS, MESSAGES, Lang.TH))
        page = browser.new_context(viewport=options.pop("viewport", DESKTOP), **options).new_page()
        pages.append(page)
        if at is not None:
            page.clock.set_fixed_time(at)
        page.goto(path.as_uri())
        return page

    yield open_page
    for page in pages:
        page.context.close()


def told(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(TOLD)
    return found


def agrees(found: dict[str, Any]) -> None:
    """Every average is that of the rows that are seen."""
    assert found["shown"] == found["rows"]
    for seen, said in found["feet"]:
        assert said == (None if seen is None else pytest.approx(seen, abs=0.06))


def test_totals_agree_with_the_rows(opened: Callable[..., Page]) -> None:
    found = told(opened())
    agrees(found)
    assert found["rows"] == 14
    assert found["tiles"] == found["states"] == {"current": 11, "old": 1, "weak": 1, "never": 1}
    assert found["failed"] == [3, 3]
    assert found["average"][1] == pytest.approx(found["average"][0], abs=0.06)


@pytest.mark.parametrize(
    ("field", "choice", "rows"),
    [
        pytest.param("#by-district", "หนองบัวเงิน", 3, id="district"),
        pytest.param("#by-tag", "นำร่อง", 7, id="tag"),
        pytest.param("#by-province", "ขอนแก่น", 5, id="province"),
        pytest.param("#by-unit", "รพ.", 3, id="unit type"),
        pytest.param("#by-state", "ผลไม่เป็นปัจจุบัน • Result out of date", 1, id="state"),
        pytest.param("#by-state", "การตรวจสอบล่าสุดไม่สำเร็จ • The last audit failed", 3, id="failed last night"),
    ],
)
def test_filters_leave_what_they_say_and_its_averages(
    opened: Callable[..., Page], field: str, choice: str, rows: int
) -> None:
    page = opened()
    page.locator(field).select_option(label=choice)
    found = told(page)
    assert found["rows"] == rows
    agrees(found)
    page.locator("#reset").click()
    assert told(page)["rows"] == 14


def test_filters_hold_together_with_a_text(opened: Callable[..., Page]) -> None:
    page = opened()
    page.locator("#by-province").select_option(label="ร้อยเอ็ด")
    page.locator("#find").fill("AGENCY-0  หนองบัวเงิน")
    found = told(page)
    assert found["names"] == ["สำนักงานสาธารณสุขอำเภอที่ 3"]
    agrees(found)


def test_every_column_sorts_both_ways_with_gaps_last(opened: Callable[..., Page]) -> None:
    page = opened()
    heads = page.locator(".agencies thead .by")
    for place in range(heads.count()):
        for way in ("ascending", "descending"):
            heads.nth(place).click()
            assert page.locator(".agencies thead th").nth(place).get_attribute("aria-sort") == way
            values = page.evaluate(
                "(place) => [...document.querySelectorAll('.agencies tbody tr')]"
                ".map((row) => place === 3 ? row.dataset.day : row.cells[place].dataset.v)"
                ".map((value) => value === undefined ? null : Number(value))",
                place,
            )
            known = [value for value in values if value is not None]
            if place:
                assert known == sorted(known, reverse=way == "descending")
                assert None not in values[: len(known)]
    page.locator("#sort-by").evaluate("(node) => { node.value = '0 up'; node.dispatchEvent(new Event('change')); }")
    names = told(page)["names"]
    assert [name for name in names if name.startswith("สำนักงานสาธารณสุขอำเภอที่")] == [
        f"สำนักงานสาธารณสุขอำเภอที่ {number}" for number in (*range(1, 11), *range(12, 15))
    ]


def test_nothing_stays_green_while_the_page_grows_old(opened: Callable[..., Page]) -> None:
    fresh = opened()
    assert not fresh.locator("#page-old").is_visible()
    page = opened(at=NOW + timedelta(days=8))
    found = told(page)
    assert found["tiles"] == found["states"]
    assert found["states"]["current"] == 0
    assert found["average"] == [None, None]
    agrees(found)
    assert page.locator("#page-old").is_visible()
    assert page.locator("#page-age").inner_text() == "8"
    assert page.locator("#a1 .age b").inner_text() == "8"
    good = "[...document.querySelectorAll('.agencies td.good')].map((cell) => getComputedStyle(cell).backgroundColor)"
    assert len(set(page.evaluate(good))) == 1
    assert len(set(fresh.evaluate(good))) == 2
    assert page.locator("#worst .mention").count() == page.locator("#worst .mention .old-flag").count()


def test_a_clock_that_is_slow_makes_nothing_younger(opened: Callable[..., Page]) -> None:
    page = opened(at=NOW - timedelta(days=30))
    assert told(page)["states"]["old"] == 1
    assert page.locator("#a1 .age b").inner_text() == "0"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [pytest.param(PHONE, id="phone"), pytest.param(DESKTOP, id="desktop")])
def test_the_page_fits_its_width_and_can_be_read(
    opened: Callable[..., Page], viewport: ViewportSize, scheme: str
) -> None:
    page = opened(viewport=viewport, color_scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") == viewport["width"]
    assert page.evaluate(CONTRAST) == []


def violations(page: Page, lang: str) -> list[tuple[str, list[str]]]:
    page.locator(f"label[for=lang-{lang}]").click()
    page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")
    found = Axe().run(page).response["violations"]
    return [(each["id"], [node["target"] for node in each["nodes"]][:5]) for each in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("lang", Lang)
def test_axe_finds_nothing(opened: Callable[..., Page], lang: Lang, scheme: str) -> None:
    """WCAG 2.1 AA and axe's best practices, everything unfolded."""
    assert violations(opened(color_scheme=scheme, bypass_csp=True), lang) == []
    assert violations(opened(color_scheme=scheme, bypass_csp=True, viewport=PHONE), lang) == []


@pytest.mark.parametrize("lang", Lang)
def test_axe_finds_nothing_in_a_history(browser: Browser, tmp_path: Path, lang: Lang) -> None:
    path = tmp_path / "history.html"
    path.write_bytes(history_pages(PACKS, MESSAGES, Lang.TH)(agencies.chronicle(2)))
    page = browser.new_context(viewport=PHONE, bypass_csp=True).new_page()
    page.goto(path.as_uri())
    assert violations(page, lang) == []
    page.context.close()


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_the_language_can_be_switched(opened: Callable[..., Page], *, script: bool) -> None:
    page = opened(java_script_enabled=script)
    assert page.locator("#worst-title").inner_text() == "หน่วยงานใดขาดเรื่องใด"
    page.get_by_text("English", exact=True).click()
    assert page.locator("#worst-title").inner_text() == "Who lacks what"
    assert page.locator(".tools").is_visible() == script
    if script:
        assert page.title() == "Websites of all agencies"


@pytest.mark.parametrize(("lang", "words"), [("th", ("คะแนน", "1.10")), ("en", ("Score", "1.10"))])
def test_on_a_phone_every_cell_is_named(opened: Callable[..., Page], lang: str, words: tuple[str, str]) -> None:
    page = opened(viewport=PHONE)
    page.locator(f"label[for=lang-{lang}]").click()
    said = page.evaluate(
        "[...document.querySelectorAll('#a1 td')].map((cell) => getComputedStyle(cell, '::before').content)"
    )
    assert said[0] == f'"{words[0]}"'
    assert said[-3] == f'"{words[1]}"'
    assert "none" not in said


def test_paper_lies_and_leaves_out_what_cannot_be_used(opened: Callable[..., Page]) -> None:
    page = opened()
    page.emulate_media(media="print")
    assert not page.locator(".tools").is_visible()
    assert page.locator(".agencies thead").is_visible()
    assert page.pdf(prefer_css_page_size=True, print_background=True).startswith(b"%PDF")


@pytest.mark.parametrize("suite", SUITES)
def test_nothing_that_a_name_or_tag_says_runs_or_is_fetched(
    browser: Browser, tmp_path: Path, portfolio: Portfolio, suite: str
) -> None:
    path = tmp_path / "index.html"
    path.write_bytes(render_portfolio(poisoned(portfolio, payloads(suite)), PACKS, MESSAGES, Lang.TH))
    page = browser.new_context(viewport=PHONE).new_page()
    happened: list[str] = []

    def note(dialog: Dialog) -> None:
        happened.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", note)
    page.on("request", lambda request: happened.append(request.url))
    page.on("pageerror", lambda error: happened.append(str(error)))
    page.on("console", lambda message: happened.append(message.text))
    page.goto(path.as_uri())
    page.locator("#find").fill("<script>")
    page.locator("#sort-by").select_option(index=0)
    assert happened == [path.as_uri()]
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [pytest.param(PHONE, id="phone"), pytest.param(DESKTOP, id="desktop")])
def test_a_history_fits_its_width_and_can_be_read(
    browser: Browser, tmp_path: Path, viewport: ViewportSize, scheme: Scheme
) -> None:
    path = tmp_path / "history.html"
    path.write_bytes(history_pages(PACKS, MESSAGES, Lang.TH)(agencies.chronicle(2)))
    page = browser.new_context(viewport=viewport, color_scheme=scheme).new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(path.as_uri())
    page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") == viewport["width"]
    assert page.evaluate(CONTRAST) == []
    assert errors == []
    page.context.close()
