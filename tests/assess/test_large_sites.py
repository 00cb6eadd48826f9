"""A site with more items than are kept in memory is judged as any other, to the byte."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING

import pytest

from auditor.assess.inventory import gathering
from auditor.longlist import LongList, listed
from auditor.overflow import Overflow
from auditor.report.json import json_parts, render_json
from auditor.report.messages import Messages
from tests.assess.building import document, heading, judge, link, menu, page, row, site, text

if TYPE_CHECKING:
    from auditor.findings import Audit

MANY = 40
TITLES = ("ประกาศประกวดราคาซื้อเวชภัณฑ์", "ผลการจัดซื้อจัดจ้าง", "ประชุมประจำเดือน", "รับสมัครลูกจ้าง", "แผนปฏิบัติราชการ")


def agency() -> Audit:
    """Lists of papers and posts; some lack a field, some are past their day, one shows a person's number."""
    names = [f"{TITLES[number % len(TITLES)]} ครั้งที่ {number}" for number in range(MANY)]
    rows = [
        row(
            f"{number}",
            name,
            f"{number % 28 + 1} มกราคม 2567" if number % 3 else "",
            "PDF 120 KB" if number % 2 else "",
        )
        for number, name in enumerate(names)
    ]
    links = tuple(link(name, f"/files/{number}.pdf", block=number + 1) for number, name in enumerate(names))
    posts = tuple(link(f"{name} 1101500123452", f"/news/{at}", block=at + 1) for at, name in enumerate(names))
    papers = [
        document(f"/files/{number}.pdf", f"{name}\nแหล่งที่มา กลุ่มงานบริหาร\nสิ้นสุดการรับสมัครวันที่ 5 มกราคม 2567")
        for number, name in enumerate(names)
    ]
    articles = [page(f"/news/{at}", heading(name), text(f"{name} " * 20)) for at, name in enumerate(names)]
    return judge(
        site(
            page("/papers", heading("ดาวน์โหลดเอกสาร"), *rows, links=links),
            page("/news", heading("ข่าวประชาสัมพันธ์"), *rows, links=posts),
            *papers,
            *articles,
            start_links=(menu("ดาวน์โหลดเอกสาร", "/papers"), menu("ข่าวประชาสัมพันธ์", "/news")),
        )
    )


@pytest.mark.parametrize("kept", [1, 7, MANY])
def test_what_is_kept_aside_changes_no_byte_of_the_audit(kept: int, monkeypatch: pytest.MonkeyPatch) -> None:
    messages = Messages.load()
    whole = agency()
    assert len(whole.items) > MANY
    assert isinstance(whole.items, tuple)
    monkeypatch.setattr(gathering, "Overflow", partial(Overflow, kept))
    for name in ("inventory", "checks.items"):
        monkeypatch.setattr(sys.modules[f"auditor.assess.{name}"], "listed", partial(listed, short=kept))
    aside = agency()
    assert isinstance(aside.items, LongList)
    assert aside == whole
    assert render_json(aside, messages) == render_json(whole, messages)
    assert b"1101500123452" not in render_json(aside, messages)


def test_a_long_list_of_items_is_written_piece_by_piece() -> None:
    parts = list(json_parts(agency(), Messages.load()))
    assert len(parts) > MANY
