"""Papers that come in rounds: which are due, which are there, and what follows (REQUIREMENTS.md 1.5)."""

from __future__ import annotations

from datetime import date

import pytest

from auditor.findings import ReasonCode, Status
from auditor.items import Item, ItemKind, ItemPeriod
from auditor.rounds import Round, deadline, rounds_of, stated
from auditor.rules import Cadence
from tests.assess.building import HOST, document, heading, judge, link, menu, page, row, site, verdict
from tests.sites.office import FISCAL_MONTHS

MONTHLY = Cadence(every_months=1, grace_days=31)
SERIES = ("1.5.oia-committee", "1.8.procurement-result")


@pytest.mark.parametrize(
    ("every", "first", "last", "count"),
    [
        (1, "2023-10", "2024-09", 12),
        (3, "2023-10/2023-12", "2024-07/2024-09", 4),
        (6, "2023-10/2024-03", "2024-04/2024-09", 2),
        (12, "2023-10/2024-09", "2023-10/2024-09", 1),
    ],
)
def test_rounds_fill_the_fiscal_year(every: int, first: str, last: str, count: int) -> None:
    rounds = rounds_of(Cadence(every_months=every, grace_days=0), 2567)
    assert (str(rounds[0]), str(rounds[-1]), len(rounds)) == (first, last, count)


def test_a_paper_may_come_within_the_days_of_grace() -> None:
    assert deadline(MONTHLY, Round(date(2024, 4, 1), date(2024, 4, 30))) == date(2024, 5, 31)


@pytest.mark.parametrize(
    ("start", "end", "every", "covered"),
    [
        (date(2024, 1, 1), date(2024, 1, 31), 1, "2024-01"),
        (date(2024, 1, 1), date(2024, 3, 31), 3, "2024-01/2024-03"),
        (date(2024, 2, 1), date(2024, 4, 30), 3, None),  # three months, but no quarter
        (date(2024, 1, 1), date(2024, 1, 15), 1, None),
        (date(2024, 1, 1), None, 1, None),
    ],
)
def test_a_paper_covers_the_round_that_it_states(
    start: date, end: date | None, every: int, covered: str | None
) -> None:
    item = Item(
        key="a",
        url="a",
        title="แบบ สขร.1",
        kind=ItemKind.DOCUMENT,
        listed_on=(),
        topics=("procurement-result",),
        period=ItemPeriod(start=start, end=end, quote=""),
    )
    found = stated((item,), ("procurement-result",), Cadence(every_months=every, grace_days=0))
    assert [str(each) for each in found] == ([covered] if covered else [])
    assert not stated((item,), ("laws",), Cadence(every_months=every, grace_days=0))


def summaries(*months: int, year: int = 2567, extra: tuple[str, str] | None = None) -> tuple[tuple[str, str], ...]:
    """Labels and addresses of the monthly summaries, by the number of the month from October."""
    papers = tuple(
        (f"แบบ สขร.1 เดือน{FISCAL_MONTHS[month - 1]} {year - (month <= 3)}", f"/skr-{year}-{month}.pdf")
        for month in months
    )
    return (*papers, *((extra,) if extra else ()))


def said(
    papers: tuple[tuple[str, str], ...], as_of: date, requirement: str
) -> tuple[Status, dict[ReasonCode, dict[str, object]]]:
    """Status and reasons when a page lists these papers."""
    blocks = (heading("สรุปผลการจัดซื้อจัดจ้างรายเดือน (สขร.1)"), *(row(label, "ดาวน์โหลด") for label, _ in papers))
    links = tuple(link(label, path, block=number + 1) for number, (label, path) in enumerate(papers))
    listed = page("/skr", *blocks, title="สขร.1", links=links)
    files = (document(path, f"{label} สรุปผลการดำเนินการจัดซื้อจัดจ้าง") for label, path in papers)
    found = verdict(judge(site(listed, *files, start_links=(menu("สขร.1", "/skr"),)), as_of), requirement)
    return found.status, {reason.code: dict(reason.params) for reason in found.reasons}


@pytest.mark.parametrize("requirement", SERIES)
@pytest.mark.parametrize(
    ("months", "as_of", "status", "missing"),
    [
        pytest.param(range(1, 9), date(2024, 6, 15), Status.PASS, None, id="whole"),
        pytest.param(range(1, 8), date(2024, 6, 15), Status.PASS, None, id="may-within-its-grace"),
        pytest.param((1, 2, 3, 4), date(2024, 6, 15), Status.PARTIAL, "2024-02 2024-03 2024-04", id="behind"),
        pytest.param((1, 2, 4, 5, 6, 7, 8), date(2024, 6, 15), Status.PASS, "2023-12", id="a-gap"),
    ],
)
def test_a_series_is_in_time_or_says_what_is_missing(
    requirement: str, months: range, as_of: date, status: Status, missing: str | None
) -> None:
    found, reasons = said(summaries(*months), as_of, requirement)
    assert found is status
    assert reasons.get(ReasonCode.ROUNDS_MISSING, {}).get("missing") == missing
    assert (ReasonCode.STALE in reasons) is (status is Status.PARTIAL)


@pytest.mark.parametrize("requirement", SERIES)
@pytest.mark.parametrize(
    ("as_of", "status"), [(date(2024, 11, 20), Status.PASS), (date(2024, 12, 20), Status.PARTIAL)]
)
def test_the_last_years_series_counts_until_the_first_month_is_due(
    requirement: str, as_of: date, status: Status
) -> None:
    found, _ = said(summaries(*range(1, 13)), as_of, requirement)
    assert found is status


@pytest.mark.parametrize("posted", ["9 ตุลาคม 2566", "20 พฤษภาคม 2567"], ids=["soon", "late"])
def test_the_day_on_which_a_monthly_paper_was_put_there_makes_it_no_newer(posted: str) -> None:
    papers = summaries(11, 12, year=2566)
    rows = tuple(row(label, "ดาวน์โหลด", f"วันที่เผยแพร่ {posted}") for label, _ in papers)
    links = tuple(link(label, path, block=number + 1) for number, (label, path) in enumerate(papers))
    listed = page("/skr", heading("สรุปผลการจัดซื้อจัดจ้างรายเดือน (สขร.1)"), *rows, title="สขร.1", links=links)
    files = (document(path, f"{label} สรุปผลการดำเนินการจัดซื้อจัดจ้าง") for label, path in papers)
    audited = judge(site(listed, *files, start_links=(menu("สขร.1", "/skr"),)), date(2024, 6, 15))
    assert {name: verdict(audited, name).status for name in SERIES} == dict.fromkeys(SERIES, Status.PARTIAL)


@pytest.mark.parametrize("requirement", SERIES)
@pytest.mark.parametrize(
    ("months", "status"),
    [
        pytest.param(range(1, 9), Status.PASS, id="whole"),
        pytest.param((1, 2, 3, 4), Status.PARTIAL, id="behind"),
        pytest.param((1, 2, 4, 5, 6, 7, 8), Status.PASS, id="a-gap"),
    ],
)
def test_papers_that_only_name_their_month_are_a_series_under_their_heading(
    requirement: str, months: range, status: Status
) -> None:
    papers = tuple((label.removeprefix("แบบ สขร.1 "), path) for label, path in summaries(*months))
    lines = (row(label, "ดาวน์โหลด") for label, _ in papers)
    blocks = (heading("สรุปผลการดำเนินการจัดซื้อจัดจ้างในรอบเดือน ปีงบประมาณ 2567"), *lines)
    links = tuple(link(label, path, block=number + 1) for number, (label, path) in enumerate(papers))
    files = (document(path, f"สรุปผลการดำเนินการจัดซื้อจัดจ้างในรอบ{label} (แบบ สขร.1)") for label, path in papers)
    listed = page("/skr", *blocks, title="สสอ.ทดสอบ", links=links)
    audited = judge(site(listed, *files, start_links=(menu("สขร.1", "/skr"),)), date(2024, 6, 15))
    assert verdict(audited, requirement).status is status


def test_a_winner_that_is_newer_than_the_monthly_papers_counts() -> None:
    winner = ("ประกาศผู้ชนะการเสนอราคา วันที่ 3 มิถุนายน 2567", f"{HOST}/winner.pdf")
    found, reasons = said(summaries(1, 2, extra=winner), date(2024, 6, 15), "1.8.procurement-result")
    assert found is Status.PASS
    assert reasons[ReasonCode.ROUNDS_MISSING]["newest"] == "2023-11"
