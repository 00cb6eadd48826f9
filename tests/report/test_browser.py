"""The page in a browser: no script of a website runs, the switch works without script, it fits phone and paper."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from axe_playwright_python.sync_playwright import Axe

from auditor.config import Lang
from auditor.findings import Status
from auditor.items import FileSize
from auditor.report.html import render_html
from tests.report import sample
from tests.report.hostile_text import SUITES, payloads
from tests.report.pages import MESSAGES, opened
from tests.report.test_html import poisoned

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Dialog, Page, ViewportSize

pytestmark = pytest.mark.browser

PHONE: ViewportSize = {"width": 360, "height": 780}
DESKTOP: ViewportSize = {"width": 1280, "height": 900}

# Text and background of every visible element with text of its own, by WCAG 2's formula (AA: 4.5, large 3).
CONTRAST = """() => {
  const rgb = (text) => text.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((v) => v / 255)
    .map((v) => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = (node) => {
    for (let part = node; part; part = part.parentElement) {
      const colour = rgb(getComputedStyle(part).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const low = [];
  for (const node of document.querySelectorAll("body *")) {
    const own = [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim());
    if (!own || !node.getClientRects().length || node.closest(".vh, .switch")) continue;
    const style = getComputedStyle(node);
    const [a, b] = [light(rgb(style.color)), light(ground(node))].sort((x, y) => y - x);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
    if ((a + 0.05) / (b + 0.05) < (large ? 3 : 4.5)) low.push(node.className + ": " + node.textContent.slice(0, 40));
  }
  return low;
}"""


@pytest.mark.parametrize("suite", SUITES)
def test_nothing_that_a_website_says_runs_or_is_fetched(browser: Browser, tmp_path: Path, suite: str) -> None:
    """RELIABILITY_RULES 21. Data: xss-*, naughty-strings."""
    path = tmp_path / "report.html"
    path.write_bytes(render_html(poisoned(payloads(suite)), sample.rulebook(), MESSAGES))
    page = browser.new_context(viewport=DESKTOP).new_page()
    happened: list[str] = []

    def note(dialog: Dialog) -> None:
        happened.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", note)
    page.on("request", lambda request: happened.append(request.url))
    page.on("pageerror", lambda error: happened.append(str(error)))
    page.on("console", lambda message: happened.append(message.text))
    page.goto(path.as_uri())
    page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")
    page.wait_for_timeout(200)
    assert happened == [path.as_uri()]
    page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [pytest.param(PHONE, id="phone"), pytest.param(DESKTOP, id="desktop")])
def test_the_page_fits_its_width_and_can_be_read(
    browser: Browser, tmp_path: Path, viewport: ViewportSize, scheme: str
) -> None:
    page = opened(browser, tmp_path, sample.reviewed(), viewport=viewport, color_scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") == viewport["width"]
    assert page.evaluate(CONTRAST) == []
    page.context.close()


def test_very_long_words_do_not_widen_a_phone(browser: Browser, tmp_path: Path) -> None:
    page = opened(browser, tmp_path, poisoned(("x" * 3000, "https://x.go.th/" + "a" * 900)), viewport=PHONE)
    page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    page.context.close()


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_the_language_can_be_switched(browser: Browser, tmp_path: Path, *, script: bool) -> None:
    page = opened(browser, tmp_path, sample.audit(), java_script_enabled=script)
    heading = page.locator("#summary-title")
    assert heading.inner_text() == "สรุปผล"
    page.get_by_text("English", exact=True).click()
    assert heading.inner_text() == "Summary"
    if script:
        assert page.evaluate("document.documentElement.lang") == "en"
        assert "Website audit report" in page.title()
    page.context.close()


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_requirements_can_be_filtered_by_result(browser: Browser, tmp_path: Path, *, script: bool) -> None:
    page = opened(browser, tmp_path, sample.audit(), java_script_enabled=script)
    page.locator("label[for=show-fail]").click()
    shown = page.locator("article.req:visible")
    assert shown.count() == sum(verdict.status is Status.FAIL for verdict in sample.verdicts())
    page.context.close()


def test_a_link_into_a_folded_part_opens_it(browser: Browser, tmp_path: Path) -> None:
    page = opened(browser, tmp_path, sample.audit())
    finding = sample.findings()[0].id
    assert not page.locator(f"[id='{finding}']").is_visible()
    page.evaluate("(id) => { location.hash = id; }", finding)
    page.locator(f"[id='{finding}']").wait_for(state="visible")
    assert page.locator(f"[id='{finding}']").is_visible()
    page.context.close()


def test_findings_can_be_filtered_by_severity(browser: Browser, tmp_path: Path) -> None:
    page = opened(browser, tmp_path, sample.audit(), java_script_enabled=False)
    page.locator("label[for=severity-major]").click()
    assert set(page.locator("[data-rule]:visible").evaluate_all("all => all.map((row) => row.dataset.severity)")) == {
        "major"
    }
    page.context.close()


def typed(page: Page, box: str, words: str) -> None:
    """Type, and wait until the rows are counted (or no longer)."""
    page.locator(box).fill(words)
    told = "([box, any]) => (document.querySelector(`output[for=${box}]`).textContent !== '') === any"
    page.wait_for_function(told, arg=[box.removeprefix("#"), bool(words)])


def test_rows_can_be_found_by_their_words(browser: Browser, tmp_path: Path) -> None:
    page = opened(browser, tmp_path, sample.audit())
    typed(page, "#find-requirements", "1.1.VISION")
    assert page.locator(".req:visible").count() == 1
    assert page.locator(".category:visible").count() == 1
    assert page.locator("output[for=find-requirements]").inner_text() == "1"
    page.evaluate("location.hash = '1.1.fax'")
    page.locator("[id='1.1.fax']").wait_for(state="visible")
    assert page.locator("#find-requirements").input_value() == ""
    page.locator("#find-category").select_option("1.1")
    assert set(page.locator(".req:visible").evaluate_all("all => all.map((row) => row.id.slice(0, 4))")) == {"1.1."}
    page.context.close()


def test_without_script_there_are_no_boxes_that_do_nothing(browser: Browser, tmp_path: Path) -> None:
    page = opened(browser, tmp_path, sample.audit(), java_script_enabled=False)
    page.locator(".listing > summary").click()
    assert page.locator(".items:visible").count() == 1
    assert page.locator(".find:visible, .sort").count() == 0
    page.context.close()


def test_thousands_of_items_can_be_sorted_and_searched(browser: Browser, tmp_path: Path) -> None:
    plan = sample.items()[0]
    items = [
        replace(plan, url=f"{plan.url}?{number}", title=f"แผน {number}", file_size=FileSize(shown_bytes=size))
        for number, size in enumerate([900_000, 1_000, None, *range(2_000, 6_997)])
    ]
    page = opened(browser, tmp_path, replace(sample.audit(), items=tuple(items)))
    page.locator(".listing > summary").click()
    size = page.locator(".items th").filter(has_text="ขนาดไฟล์").locator(".sort")
    first = page.locator(".items tbody tr").first
    size.click()
    assert first.locator("th").inner_text() == "แผน 1"
    size.click()
    assert first.locator("th").inner_text() == "แผน 0"
    assert page.locator(".items tbody tr").last.locator("th").inner_text() == "แผน 2"
    assert page.locator(".items th[aria-sort=descending]").count() == 1
    typed(page, "#find-items", "แผน 4711")
    assert page.locator(".items tbody tr:visible").count() == 1
    typed(page, "#find-items", "")
    page.emulate_media(media="print")
    assert page.locator(".items tbody tr:visible").count() == 200
    assert page.locator(".paper").is_visible()
    page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("lang", Lang)
def test_axe_finds_nothing(browser: Browser, tmp_path: Path, lang: Lang, scheme: str) -> None:
    """WCAG 2.1 AA and axe's best practices, everything unfolded."""
    page = opened(browser, tmp_path, sample.reviewed(), color_scheme=scheme, bypass_csp=True)
    page.locator(f"label[for=lang-{lang}]").click()
    page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")
    found = Axe().run(page).response["violations"]
    assert [(each["id"], [node["target"] for node in each["nodes"]][:5]) for each in found] == []
    page.context.close()


def test_everything_can_be_reached_by_keyboard(browser: Browser, tmp_path: Path) -> None:
    page = opened(browser, tmp_path, sample.audit())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.context.close()


def test_paper_shows_what_is_folded_and_leaves_out_what_cannot_be_used(browser: Browser, tmp_path: Path) -> None:
    page = opened(browser, tmp_path, sample.audit(), java_script_enabled=False)
    page.emulate_media(media="print")
    assert page.locator(".finding").first.is_visible()
    assert page.locator(".searched .terms").first.is_visible()
    assert not page.locator(".switch").is_visible()
    assert not page.locator(".dispute").first.is_visible()
    assert page.pdf(prefer_css_page_size=True, print_background=True).startswith(b"%PDF")
    page.context.close()
