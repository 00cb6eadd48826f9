"""item.* and document.size-mismatch: told once for a whole list, else for the item."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from auditor.assess.checks.items import item_findings, outdated
from auditor.findings import Finding, FindingRule, ReasonCode, Severity, Status, Verdict
from auditor.items import DateFrom, FileSize, FileType, Item, ItemField, ItemKind, Published
from tests.assess.building import heading, judge, page, site
from tests.report import sample

R = FindingRule
HOST = "https://www.sso-test.go.th"
AS_OF = date(2024, 6, 15)
PLAN = Item(
    key=f"{HOST}/f/plan.pdf",
    url=f"{HOST}/f/plan.pdf",
    title="แผนปฏิบัติราชการ",
    kind=ItemKind.DOCUMENT,
    listed_on=(f"{HOST}/list",),
    file_type=FileType(shown="pdf", actual="pdf"),
)


def told(*items: Item) -> tuple[Finding, ...]:
    return item_findings(items, "t", AS_OF, lambda url: f"หน้า {url[-4:]}")[0]


def lacking(number: int, page: str = "/list") -> Item:
    url = f"{HOST}/f/{number}.pdf"
    return replace(PLAN, key=url, url=url, listed_on=(HOST + page,), missing=(ItemField.SOURCE,))


def test_a_list_that_lacks_a_field_is_told_once() -> None:
    found = told(*map(lacking, range(25)))
    assert [(finding.rule, finding.url, dict(finding.params)["count"]) for finding in found] == [
        (R.ITEM_MISSING_SOURCE, f"{HOST}/list", 25)
    ]


def test_single_items_of_a_good_list_are_told_one_by_one() -> None:
    good = [replace(lacking(number), missing=()) for number in range(3, 9)]
    found = told(lacking(1), lacking(2), *good)
    assert {finding.url for finding in found} == {f"{HOST}/f/1.pdf", f"{HOST}/f/2.pdf"}
    assert {finding.where.page for finding in found if finding.where} == {f"{HOST}/list"}


def test_a_list_is_called_by_its_page_and_not_by_the_view_for_the_printer() -> None:
    pages = (f"{HOST}/list", f"{HOST}/z?tmpl=component&print=1")
    found = told(*(replace(lacking(number), listed_on=pages) for number in range(5)))
    assert [finding.url for finding in found] == [f"{HOST}/list"]


def test_ids_do_not_hang_on_how_many_items_a_list_has() -> None:
    assert [each.id for each in told(*map(lacking, range(5)))] == [each.id for each in told(*map(lacking, range(9)))]


@pytest.mark.parametrize(
    ("day", "labelled", "fires"),
    [
        pytest.param(date(2024, 6, 16), True, False, id="tomorrow"),
        pytest.param(date(2024, 6, 17), True, True, id="the day after tomorrow"),
        pytest.param(date(2567, 6, 1), True, True, id="a Buddhist year left standing"),
        pytest.param(date(2024, 12, 1), False, False, id="without a label"),
    ],
)
def test_a_labelled_date_in_the_future_is_told(day: date, labelled: bool, fires: bool) -> None:  # noqa: FBT001
    published = Published(day=day, quote="", origin=DateFrom.PAGE, labelled=labelled)
    assert bool(told(replace(PLAN, published=published))) is fires


@pytest.mark.parametrize(
    ("shown", "actual", "fires"),
    [
        pytest.param("1.2 MB", 1_258_291, False, id="base 1024"),
        pytest.param("1.2 MB", 1_200_000, False, id="base 1000"),
        pytest.param("1 MB", 1_900_000, False, id="one unit of the last digit"),
        pytest.param("1.20 MB", 1_400_000, True, id="too far"),
        pytest.param("212 KB", 14_053, True, id="another file"),
        pytest.param("34.71 KB", None, False, id="not measured"),
    ],
)
def test_a_size_is_held_against_the_transfer(shown: str, actual: int | None, fires: bool) -> None:  # noqa: FBT001
    size = FileSize(shown_bytes=1, quote=shown, actual_bytes=actual)
    assert [finding.rule for finding in told(replace(PLAN, file_size=size))] == fires * [R.DOCUMENT_SIZE_MISMATCH]


@pytest.mark.parametrize(
    ("url", "shown", "actual", "fires"),
    [
        pytest.param("/f/a?id=1", "pdf", "docx", True, id="another type"),
        pytest.param("/f/a?id=1", "doc", "docx", False, id="Word, old and new"),
        pytest.param("/f/a.pdf", "pdf", "html", False, id="its address says so too, and has its own check"),
        pytest.param("/f/a?id=1", None, "docx", False, id="nothing shown"),
    ],
)
def test_a_shown_type_is_held_against_the_bytes(url: str, shown: str | None, actual: str, fires: bool) -> None:  # noqa: FBT001
    item = replace(PLAN, url=HOST + url, file_type=FileType(shown=shown, actual=actual))
    assert [finding.rule for finding in told(item)] == fires * [R.DOCUMENT_TYPE_MISMATCH]


@pytest.mark.parametrize(("day", "fires"), [(date(2024, 6, 14), True), (date(2024, 6, 15), False), (None, False)])
def test_a_last_day_that_is_over_is_told(day: date | None, fires: bool) -> None:  # noqa: FBT001
    found = told(replace(PLAN, expires=day))
    assert [finding.rule for finding in found] == fires * [R.ITEM_EXPIRED]
    assert all(finding.severity is Severity.MAJOR for finding in found)


def _verdict(status: Status, code: ReasonCode) -> Verdict:
    first = sample.verdicts()[0]
    return replace(first, status=status, reasons=(sample.reason(code),))


@pytest.mark.parametrize(
    ("verdict", "rules"),
    [
        pytest.param(_verdict(Status.PARTIAL, ReasonCode.STALE), [R.ITEM_STALE], id="an old list"),
        pytest.param(_verdict(Status.PARTIAL, ReasonCode.WRONG_YEAR), [R.ITEM_WRONG_FISCAL_YEAR], id="another year"),
        pytest.param(_verdict(Status.PARTIAL, ReasonCode.UNDATED), [], id="no year at all"),
    ],
)
def test_what_is_out_of_date_is_told_once_with_its_requirement(verdict: Verdict, rules: list[FindingRule]) -> None:
    found = list(outdated((verdict,), "t"))
    assert [finding.rule for finding in found] == rules
    assert all(finding.requirement == verdict.requirement for finding in found)


def test_a_site_without_items_has_no_finding_on_them() -> None:
    assert not [f for f in judge(site(page("/t", heading("แผน")))).findings if f.rule.startswith("item.")]
