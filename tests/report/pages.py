"""A report opened in a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from auditor.report.html import render_html
from auditor.report.messages import Messages
from tests.report import sample

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from auditor.findings import Audit

MESSAGES = Messages.load()


def opened(browser: Browser, folder: Path, audit: Audit, **options: Any) -> Page:
    path = folder / "report.html"
    path.write_bytes(render_html(audit, sample.rulebook(), MESSAGES))
    page = browser.new_context(**options).new_page()
    page.goto(path.as_uri())
    return page
