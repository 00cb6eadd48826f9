"""Questions that somebody who has never heard of the project answers from the page alone, as a reader would."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from auditor.findings import FindingRule, Severity, Status
from auditor.items import FileSize, ItemField
from tests.report import sample
from tests.report.pages import opened

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

    from auditor.findings import Audit, Evidence

pytestmark = pytest.mark.browser


def met(requirement: str, proof: Evidence) -> Audit:
    """The sample with a requirement met by one proof."""
    verdicts = tuple(
        replace(each, status=Status.PASS, evidence=(proof,)) if each.requirement == requirement else each
        for each in sample.verdicts()
    )
    return replace(sample.audit(), verdicts=verdicts)


def test_is_the_fax_number_published_and_where(browser: Browser, tmp_path: Path) -> None:
    proof = replace(
        sample.verdicts()[0].evidence[0],
        url=f"{sample.HOME}contact",
        quote="โทรศัพท์ 0-4359-1234 โทรสาร ๐-๔๓๕๙-๑๒๓๕ ในวันและเวลาราชการ",
        matched="โทรสาร 0-4359-1235",
    )
    page = opened(browser, tmp_path, met("1.1.fax", proof))
    page.locator("#find-requirements").fill("โทรสาร")
    row = page.locator(".req:visible", has=page.locator("h4", has_text="โทรสาร")).first
    row.wait_for()
    assert row.locator(".verdict .badge").first.inner_text() == "ผ่าน"
    figure = row.locator(".proof")
    assert figure.locator("blockquote").inner_text() == proof.quote
    assert figure.locator("mark").inner_text() == "โทรสาร ๐-๔๓๕๙-๑๒๓๕"
    assert figure.locator(".source a").get_attribute("href") == proof.url
    assert figure.locator("[title]").get_attribute("title") == proof.sha256
    page.context.close()


def test_what_was_looked_for_where_nothing_was_found(browser: Browser, tmp_path: Path) -> None:
    page = opened(browser, tmp_path, sample.audit())
    page.locator("label[for=show-fail]").click()
    row = page.locator(".req:visible").first
    assert row.locator(".searched .term").first.is_visible()
    assert row.locator(".do").is_visible()
    page.context.close()


def test_which_items_lack_a_size(browser: Browser, tmp_path: Path) -> None:
    plan = sample.items()[0]
    bare = replace(plan, title="แผนที่ไม่บอกขนาด", file_size=FileSize(), missing=(ItemField.FILE_SIZE,))
    page = opened(browser, tmp_path, replace(sample.audit(), items=(*sample.items(), bare)))
    page.locator("nav a[href='#items']").click()
    page.locator(".listing > summary").click()
    assert page.locator("tr[data-field=file_size] td").last.inner_text() == "1"
    page.locator("#find-lacking").select_option(label="ขนาดไฟล์ • file size")
    shown = page.locator(".items tbody tr:visible")
    assert [shown.nth(number).locator("th").inner_text() for number in range(shown.count())] == ["แผนที่ไม่บอกขนาด"]
    page.context.close()


def test_what_changed(browser: Browser, tmp_path: Path) -> None:
    page = opened(browser, tmp_path, sample.audit())
    page.locator("nav a[href='#changes']").click()
    moved = page.locator("[data-changes=moved] li")
    assert moved.count() == len(sample.changes().requirements)
    words = moved.first.locator(".badge")
    assert [words.nth(0).inner_text(), words.nth(1).inner_text()] == ["ไม่ผ่าน", "ผ่าน"]
    page.context.close()


def test_what_to_do_first(browser: Browser, tmp_path: Path) -> None:
    grave = sample.finding(77, FindingRule.LINK_BROKEN, Severity.CRITICAL)
    page = opened(browser, tmp_path, replace(sample.audit(), findings=(grave,)))
    page.locator("nav a[href='#mend-first']").click()
    first = page.locator(".mend > li").first
    assert "ลิงก์" in first.locator("a").inner_text()
    assert len(first.locator(".do").inner_text()) > 20
    first.locator("a").click()
    assert re.search(r"#cause-link\.broken$", page.url)
    page.context.close()
