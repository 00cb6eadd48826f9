"""Makes the pictures of the report that README and docs show: `python -m tests.report.pictures`.

The demo's site is audited, and its report is looked at as readers would: on a desk by day and by night, on a phone,
and on paper.
"""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
from PIL import Image
from playwright.sync_api import sync_playwright

from auditor.chromium import has_sandbox, installed

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ViewportSize

DOCS = Path(__file__).resolve().parents[2] / "docs"
DESK: ViewportSize = {"width": 1280, "height": 1500}
PHONE: ViewportSize = {"width": 390, "height": 1500}
SHEETS = 2


def picture(browser: Browser, report: Path, name: str, **seen: str | ViewportSize) -> None:
    """What stands in a window of this size when the report is opened."""
    page = browser.new_context(**seen).new_page()  # type: ignore[arg-type]  # options by name
    page.goto(report.as_uri())
    keep(Image.open(io.BytesIO(page.screenshot())), name)
    page.context.close()


def keep(image: Image.Image, name: str) -> None:
    """Keep a picture with as many colours as it needs."""
    few = image.convert("RGB").quantize(256, Image.Quantize.MAXCOVERAGE)  # which keeps rare colours, too
    few.save(DOCS / f"report-{name}.png", "PNG", optimize=True)


def sheets(browser: Browser, report: Path) -> None:
    """The first sheets of paper, side by side."""
    page = browser.new_page()
    page.goto(report.as_uri())
    printed = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True, print_background=True))
    images = [printed[number].render(scale=1.2).to_pil() for number in range(SHEETS)]
    both = images[0].resize((sum(each.width for each in images), images[0].height))
    for number, each in enumerate(images):
        both.paste(each, (number * each.width, 0))
    keep(both, "print")


def main() -> None:
    """All pictures."""
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        command = [sys.executable, "-m", "auditor", "demo", "--output", scratch]
        subprocess.run(command, check=False, stdout=subprocess.DEVNULL)  # noqa: S603 - ends with 1: it has faults
        report = Path(scratch) / "report.html"
        sandbox = [] if has_sandbox() else ["--no-sandbox"]
        browser = playwright.chromium.launch(executable_path=installed(), args=sandbox)
        picture(browser, report, "desk", viewport=DESK, color_scheme="light")
        picture(browser, report, "night", viewport=DESK, color_scheme="dark")
        picture(browser, report, "phone", viewport=PHONE, color_scheme="light")
        sheets(browser, report)
        browser.close()


if __name__ == "__main__":
    main()
