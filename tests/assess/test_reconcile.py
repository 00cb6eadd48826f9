"""The register held against the site: identity by link, likeness only proposes, not looked at is not missing."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from auditor.assess.reconcile import reconcile
from auditor.assess.sighting import UNMET, Seen, Sighting
from auditor.items import DateFrom, Item, ItemKind, Published, Source
from auditor.register import (
    DifferentField,
    EntryResult,
    EntryStatus,
    Reconciliation,
    Register,
    RegisterEntry,
    Standing,
    Unchecked,
)
from auditor.urls import canonical

HOST = "https://www.x.go.th"
DAY = date(2024, 6, 15)
PAST, FUTURE = date(2024, 6, 14), date(2024, 6, 16)
PLAN = "แผนปฏิบัติราชการ ประจำปีงบประมาณ พ.ศ. 2567"

A, R, P = EntryStatus.APPROVED, EntryStatus.REFUSED, EntryStatus.PENDING
THERE, GONE = Sighting(seen=Seen.THERE, url=f"{HOST}/plan.pdf"), Sighting(seen=Seen.GONE)
SHUT = Sighting(seen=Seen.SHUT, obstacle="http-503")


def item(path: str, title: str = PLAN, **more: Any) -> Item:
    url = HOST + path
    more = {"kind": ItemKind.DOCUMENT, "listed_on": (f"{HOST}/",), **more}
    return Item(key=canonical(url), url=url, title=title, **more)


def entry(status: EntryStatus = A, path: str | None = "/plan.pdf", subject: str = PLAN, **more: Any) -> RegisterEntry:
    fields: dict[str, Any] = {"row": 2, "link": HOST + path if path else None, **more}
    return RegisterEntry(subject=subject, status=status, **fields)


def held(
    *entries: RegisterEntry,
    items: tuple[Item, ...] = (),
    sights: dict[str, Sighting] | None = None,
    thorough: bool = True,
) -> Reconciliation:
    """The entries against items, and what addresses by path come to; others were not met."""
    known = {canonical(HOST + path): seen for path, seen in (sights or {}).items()}
    register = Register(file="r.csv", entries=entries)
    return reconcile(register, items, DAY, lambda url: known.get(canonical(url), UNMET), thorough=thorough)


def one(*entries: RegisterEntry, **site: Any) -> EntryResult:
    return held(*entries, **site).results[0]


@pytest.mark.parametrize(
    ("asked", "seen", "standing"),
    [
        pytest.param(entry(A), THERE, Standing.AS_REGISTERED, id="approved and there"),
        pytest.param(entry(A), GONE, Standing.NOT_FOUND, id="approved and gone"),
        pytest.param(entry(A), UNMET, Standing.NOT_FOUND, id="approved and nothing leads there"),
        pytest.param(entry(A), SHUT, Standing.UNCHECKED, id="approved behind an error"),
        pytest.param(entry(A, expires=PAST), THERE, Standing.EXPIRED, id="past its last day"),
        pytest.param(entry(A, expires=DAY), THERE, Standing.AS_REGISTERED, id="on its last day"),
        pytest.param(entry(A, expires=PAST), GONE, Standing.NOT_PUBLISHED, id="taken down in time"),
        pytest.param(entry(A, expires=PAST), SHUT, Standing.UNCHECKED, id="past its last day, behind an error"),
        pytest.param(entry(A, published=FUTURE), UNMET, Standing.NOT_PUBLISHED, id="not yet due"),
        pytest.param(entry(A, published=DAY), UNMET, Standing.NOT_FOUND, id="due today"),
        pytest.param(entry(R), THERE, Standing.REFUSED_PUBLISHED, id="refused and there"),
        pytest.param(entry(R), GONE, Standing.NOT_PUBLISHED, id="refused and not there"),
        pytest.param(entry(R), SHUT, Standing.UNCHECKED, id="refused behind an error"),
        pytest.param(entry(P), THERE, Standing.PENDING_PUBLISHED, id="pending and there"),
        pytest.param(entry(P), UNMET, Standing.NOT_PUBLISHED, id="pending and not there"),
        pytest.param(entry(A, path=None), UNMET, Standing.UNCHECKED, id="no link"),
    ],
)
def test_an_entry_stands_as_its_status_and_its_target_say(
    asked: RegisterEntry, seen: Sighting, standing: Standing
) -> None:
    assert one(asked, sights={"/plan.pdf": seen}).standing is standing


@pytest.mark.parametrize("status", EntryStatus)
def test_where_not_everything_was_read_nothing_is_said_to_be_missing(status: EntryStatus) -> None:
    result = one(entry(status), thorough=False)
    assert (result.standing, result.unchecked) == (Standing.UNCHECKED, Unchecked.COVERAGE)


def test_what_the_site_itself_says_is_gone_is_gone_however_little_was_read() -> None:
    assert one(entry(), sights={"/plan.pdf": GONE}, thorough=False).standing is Standing.NOT_FOUND


def test_why_a_target_could_not_be_opened_is_kept() -> None:
    result = one(entry(), sights={"/plan.pdf": SHUT}, items=(item("/plan.pdf"),))
    assert (result.unchecked, result.obstacle, result.url) == (Unchecked.SHUT, "http-503", None)


@pytest.mark.parametrize(
    "link",
    [
        pytest.param("https://www.x.go.th/plan.pdf", id="as it is"),
        pytest.param("http://x.go.th/plan.pdf#page=2", id="another scheme, no www, a fragment"),
        pytest.param("https://www.x.go.th/%70lan.pdf?utm_source=line", id="escapes and traces"),
    ],
)
def test_the_link_is_the_identity_whatever_its_spelling(link: str) -> None:
    found = held(entry(link=link), items=(item("/plan.pdf"),))
    assert (found.results[0].standing, found.unregistered) == (Standing.AS_REGISTERED, ())


def test_a_link_that_was_moved_is_followed() -> None:
    found = held(entry(path="/old"), items=(item("/plan.pdf"),), sights={"/old": THERE})
    assert (found.results[0].url, found.unregistered) == (f"{HOST}/plan.pdf", ())


def test_the_page_on_which_a_thing_of_that_very_title_stands_is_a_link_to_it() -> None:
    papers = (item("/a.pdf", PLAN, listed_on=(f"{HOST}/ita",)), item("/b.pdf", "คู่มือ", listed_on=(f"{HOST}/ita",)))
    asked = (entry(path="/ita"), entry(path="/ita", subject="คู่มือ", row=3))
    found = held(*asked, items=papers, sights={"/ita": Sighting(seen=Seen.THERE, url=f"{HOST}/ita")})
    assert [result.url for result in found.results] == [f"{HOST}/a.pdf", f"{HOST}/b.pdf"]
    assert found.unregistered == ()


def test_a_page_that_several_entries_name_proves_none_of_them() -> None:
    asked = (entry(path="/ita"), entry(path="/ita", subject="คู่มือการปฏิบัติงาน", row=3))
    found = held(*asked, sights={"/ita": Sighting(seen=Seen.THERE, url=f"{HOST}/ita")})
    assert {result.unchecked for result in found.results} == {Unchecked.SHARED_PAGE}


def test_a_page_named_twice_by_one_subject_is_one_thing_renewed() -> None:
    found = held(
        entry(path="/ita", expires=PAST),
        entry(path="/ita", row=3),
        sights={"/ita": Sighting(seen=Seen.THERE, url=f"{HOST}/ita")},
    )
    assert {result.standing for result in found.results} == {Standing.AS_REGISTERED}


@pytest.mark.parametrize(
    ("older", "newer", "standings"),
    [
        pytest.param(
            entry(R), entry(A, row=3), (Standing.AS_REGISTERED, Standing.AS_REGISTERED), id="refused, then not"
        ),
        pytest.param(
            entry(A, expires=PAST), entry(A, row=3, expires=FUTURE), (Standing.AS_REGISTERED,) * 2, id="renewed"
        ),
        pytest.param(
            entry(A, expires=PAST), entry(P, row=3), (Standing.EXPIRED, Standing.AS_REGISTERED), id="not yet renewed"
        ),
    ],
)
def test_another_entry_for_the_same_thing_may_allow_it(
    older: RegisterEntry, newer: RegisterEntry, standings: tuple[Standing, ...]
) -> None:
    found = held(older, newer, items=(item("/plan.pdf"),))
    assert tuple(result.standing for result in found.results) == standings


SHOWN = Published(day=DAY, quote="เผยแพร่ 15 มิ.ย. 2567", origin=DateFrom.PAGE)
UNSEEN = Published(day=DAY, quote="", origin=DateFrom.HEADER)


@pytest.mark.parametrize(
    ("asked", "found", "fields"),
    [
        pytest.param(entry(), item("/plan.pdf", "คู่มือการปฏิบัติงาน"), [DifferentField.TITLE], id="another title"),
        pytest.param(entry(), item("/plan.pdf", f"ดาวน์โหลด {PLAN}"), [], id="a longer title"),
        pytest.param(entry(), item("/plan.pdf", "แผนปฎิบัติราชการ ประจำปีงบประมาณ พ.ศ.๒๕๖๗"), [], id="other spelling"),
        pytest.param(
            entry(), item("/plan.pdf", PLAN.replace("2567", "2566")), [DifferentField.TITLE], id="another year"
        ),
        pytest.param(entry(), item("/plan.pdf", ""), [], id="no title"),
        pytest.param(entry(published=PAST), item("/plan.pdf", published=SHOWN), [DifferentField.PUBLISHED], id="day"),
        pytest.param(entry(published=DAY), item("/plan.pdf", published=SHOWN), [], id="the same day"),
        pytest.param(entry(published=PAST), item("/plan.pdf", published=UNSEEN), [], id="a day that no reader sees"),
        pytest.param(
            entry(owner="กลุ่มงานบริหาร"),
            item("/plan.pdf", source=Source(value="กลุ่มงานยุทธศาสตร์", quote="")),
            [DifferentField.OWNER],
            id="another owner",
        ),
        pytest.param(
            entry(owner="งานบริหาร"),
            item("/plan.pdf", source=Source(value="กลุ่มงานบริหารทั่วไป", quote="")),
            [],
            id="part",
        ),
    ],
)
def test_fields_that_differ_are_told_where_both_sides_say_something(
    asked: RegisterEntry, found: Item, fields: list[DifferentField]
) -> None:
    result = one(asked, items=(found,))
    assert [difference.field for difference in result.differences] == fields
    assert result.standing is (Standing.DIFFERS if fields else Standing.AS_REGISTERED)


def test_one_link_for_several_entries_is_compared_with_none_of_them() -> None:
    found = held(entry(), entry(row=3, subject="คู่มือการปฏิบัติงาน"), items=(item("/plan.pdf"),))
    assert {result.standing for result in found.results} == {Standing.AS_REGISTERED}


def test_what_the_register_does_not_know_is_listed_but_for_attachments_of_what_it_knows() -> None:
    post = item("/news/1", "ประกาศรับสมัครงาน", kind=ItemKind.POST)
    attached = item("/files/1.pdf", "รายละเอียด", listed_on=(f"{HOST}/news/1",))
    other = item("/files/2.pdf", "รายงานประจำปี")
    found = held(entry(path="/news/1", subject="ประกาศรับสมัครงาน"), items=(post, attached, other))
    assert [each.url for each in found.unregistered] == [other.url]


def test_what_a_registered_list_leads_to_is_not_in_the_register_for_that() -> None:
    found = held(
        entry(path="/news", subject="ข่าวประชาสัมพันธ์"),
        items=(item("/news/1", "ประชุมประจำเดือน", listed_on=(f"{HOST}/news",)),),
        sights={"/news": Sighting(seen=Seen.THERE, url=f"{HOST}/news")},
    )
    assert len(found.unregistered) == 1


@pytest.mark.parametrize(
    ("title", "likely"),
    [
        pytest.param(PLAN, True, id="the same"),
        pytest.param("แผนปฏิบัติราชการ ประจำปีงบประมาน 2567", True, id="nearly the same"),
        pytest.param(PLAN.replace("2567", "2566"), False, id="of another year"),
        pytest.param("รายงานผลการปฏิบัติราชการ 2567", False, id="something else"),
        pytest.param("แผน", False, id="too short to tell"),
    ],
)
@pytest.mark.parametrize("path", [None, "/gone.pdf"])
def test_a_similar_title_is_proposed_and_decides_nothing(path: str | None, title: str, *, likely: bool) -> None:
    found = held(entry(path=path), items=(item("/other.pdf", title),))
    assert found.results[0].standing is (Standing.NOT_FOUND if path else Standing.UNCHECKED)
    assert bool(found.results[0].likely) is likely
    assert len(found.unregistered) == 1
    assert (found.unregistered[0].likely is not None) is likely


def test_what_is_settled_is_proposed_nothing() -> None:
    found = held(entry(), items=(item("/plan.pdf"), item("/copy.pdf")))
    assert found.results[0].likely is None


def test_standings_are_counted() -> None:
    counts = dict(held(entry(), entry(R, row=3), entry(A, None, row=4)).counts)
    assert set(counts) == set(Standing)
    assert (counts[Standing.NOT_FOUND], counts[Standing.UNCHECKED], counts[Standing.NOT_PUBLISHED]) == (1, 1, 1)
