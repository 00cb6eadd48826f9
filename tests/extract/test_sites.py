"""Both sample sites, whole: every file is read, and menus, rows and trails are what their makers wrote."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING

import pytest

from auditor.config import DocumentLimits
from auditor.extract import Worker
from auditor.extract.html import parse_html
from auditor.extract.sniff import sniff
from auditor.facts import BlockKind, DocumentState, Region
from tests.shared_data import shared

if TYPE_CHECKING:
    from auditor.facts import Page

SITES = ("sample-joomla", "sample-wp")


@cache
def pages(site: str) -> dict[str, Page]:
    root = shared("data", "sites", site)
    found = {}
    for route in json.loads((root / "routes.json").read_text(encoding="utf-8")):
        file = route.get("file") or ""
        if file.endswith(".html"):
            found[route["url"]] = parse_html((root / "files" / file).read_bytes(), f"http://{site}.go.th/", None)
    return found


@pytest.mark.parametrize("site", SITES)
def test_every_page_has_text_a_menu_and_content(site: str) -> None:
    for path, found in pages(site).items():
        kinds = {one.region for one in found.blocks}
        assert found.blocks, path
        assert Region.MAIN in kinds, path
        assert path == "404" or any(one.region is Region.NAV for one in found.links), path
        assert not found.needs_script, path
        assert not found.truncated, path


@pytest.mark.parametrize("site", SITES)
async def test_every_document_is_read(site: str) -> None:
    files = sorted(path for path in shared("data", "sites", site, "files").rglob("*") if path.suffix == ".pdf")
    async with Worker(DocumentLimits()) as worker:
        for path in files:
            body = path.read_bytes()
            if sniff(body) == "pdf":
                found = await worker.read("pdf", body)
                assert found.state in {DocumentState.OK, DocumentState.ENCRYPTED, DocumentState.DAMAGED}, path.name
    assert files


def test_joomlas_layout_tables_are_no_rows_and_its_lists_are() -> None:
    home = next(iter(pages("sample-joomla").values()))
    rows = [one for one in home.blocks if one.kind is BlockKind.ROW]
    assert rows
    assert all(len(one.cells) == 4 for one in rows)
    assert {one.heads for one in rows} == {(), ("#", "หัวเรื่อง", "วันที่", "ฮิต")}


def test_joomlas_menu_knows_its_levels() -> None:
    home = next(iter(pages("sample-joomla").values()))
    menu = {one.label: one.path for one in home.links if one.region is Region.NAV}
    assert menu["ประวัติความเป็นมา"] == ("เกี่ยวกับหน่วยงาน",)
    assert menu["ติดต่อเรา"] == ()
