"""Where labels point and which of them are opened (CONTRACT.md 2: the status follows the best candidate)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from auditor.assess.boilerplate import Boilerplate
from auditor.assess.candidates import KEPT, Candidate, Place, Shortlist, candidates_of, link_kind, rank
from auditor.facts import Link, Page, Region, Resource
from auditor.findings import Rung, Status
from auditor.rules import LabelKind
from auditor.topics import TopicMatch
from tests.assess.building import document, heading, judge, link, matcher, menu, page, site, text, verdict

BODY = "ส่วนที่ 1 บทนำ\nโครงการเฝ้าระวังโรคติดต่อในพื้นที่ งบประมาณ 50,000 บาท ตัวชี้วัดร้อยละ 90 ของครัวเรือน"


def met(resource: Resource, topic: str) -> list[Candidate]:
    assert isinstance(resource.content, Page)
    found = candidates_of(resource, resource.content, matcher(), Boilerplate())
    return [candidate for candidate in found if candidate.topic == topic]


PLACES = [
    pytest.param(Region.NAV, Place.MENU, id="menu"),
    pytest.param(Region.HEADER, Place.MENU, id="header"),
    pytest.param(Region.BREADCRUMB, Place.MENU, id="breadcrumb"),
    pytest.param(Region.MAIN, Place.MAIN, id="content"),
    pytest.param(Region.ASIDE, Place.ASIDE, id="side-column"),
    pytest.param(Region.FOOTER, Place.FOOTER, id="footer"),
]


@pytest.mark.parametrize(("region", "place"), PLACES)
def test_a_link_is_a_candidate_where_it_stands(region: Region, place: Place) -> None:
    (found,) = met(page("/x", links=(link("วิสัยทัศน์", "/v", region=region),)), "vision")
    assert (found.place, found.match.rung) == (place, Rung.EXACT)
    assert found.key.endswith("/v")


def test_a_heading_is_a_candidate_for_its_own_section() -> None:
    made = page("/about", heading("เกี่ยวกับเรา"), heading("วิสัยทัศน์", level=2), text("ข้อความ"))
    (found,) = [candidate for candidate in met(made, "vision") if candidate.section is not None]
    assert (found.place, found.section, found.key) == (Place.HEADING, 1, made.key)


@pytest.mark.parametrize(
    ("cards", "sections"),
    [
        pytest.param(1, [1], id="once-it-heads-what-follows"),
        pytest.param(4, [], id="on-every-card-it-is-a-button"),
    ],
)
def test_a_plain_line_that_comes_again_and_again_heads_nothing(cards: int, sections: list[int]) -> None:
    lines = [text(words) for number in range(cards) for words in ("ข้อมูลติดต่อ", f"โทรศัพท์ 0 5461 1200 ต่อ {number}")]
    made = page("/executives", heading("คณะผู้บริหาร"), *lines)
    assert [found.section for found in met(made, "contact")] == sections


@pytest.mark.parametrize(
    ("label", "path", "place"),
    [
        pytest.param("วิสัยทัศน์", "/v", Place.TEASER, id="to-the-post"),
        pytest.param("วิสัยทัศน์", "/list", Place.HEADING, id="to-itself"),
        pytest.param("พิมพ์", "/v?print=1", Place.HEADING, id="a-button-in-it"),
    ],
)
def test_a_heading_that_leads_to_a_page_of_its_own_heads_an_excerpt(label: str, path: str, place: Place) -> None:
    made = page("/list", heading("วิสัยทัศน์ พิมพ์"), text("ข้อความ"), links=(link(label, path, block=0),))
    (found,) = [candidate for candidate in met(made, "vision") if candidate.section is not None]
    assert found.place is place


@pytest.mark.parametrize(
    ("line", "named"),
    [
        pytest.param("รองผู้อำนวยการฝ่ายการแพทย์ ทำหน้าที่ผู้บริหารเทคโนโลยีสารสนเทศระดับสูง (CIO)", True, id="beside-a-post"),
        pytest.param("รองผู้อำนวยการและ CIO", True, id="short"),
        pytest.param("หัวหน้ากลุ่มงานสารสนเทศทางการแพทย์", False, id="head-of-the-unit"),
    ],
)
def test_the_line_below_a_persons_name_tells_which_office_they_hold(line: str, *, named: bool) -> None:
    card = page("/people", heading("คณะผู้บริหาร"), heading("นายปิติ ชูใจ", level=3), text(line))
    assert bool([found for found in met(card, "cio") if found.section == 2]) is named


def test_an_office_that_no_person_stands_above_is_only_spoken_of() -> None:
    assert met(page("/x", heading("ข่าว"), text("ประชุมร่วมกับรองผู้อำนวยการและ CIO ของจังหวัดเมื่อวานนี้")), "cio") == []


def test_the_title_of_a_page_is_a_candidate_for_the_page() -> None:
    places = [candidate.place for candidate in met(page("/v", text("ข้อความ"), title="วิสัยทัศน์"), "vision")]
    assert places == [Place.TITLE]


def test_headings_of_the_menu_and_hidden_ones_name_nothing() -> None:
    hidden = replace(heading("วิสัยทัศน์"), hidden=True)
    made = page("/x", heading("วิสัยทัศน์", region=Region.NAV), hidden)
    assert met(made, "vision") == []


def test_a_label_that_leads_nowhere_is_dead() -> None:
    (found,) = met(page("/x", links=(menu("วิสัยทัศน์", ""),)), "vision")
    assert found.dead


def test_a_mail_link_is_no_candidate() -> None:
    assert met(page("/x", links=(link("ติดต่อเรา", "mailto:sso@moph.go.th"),)), "contact") == []


def test_a_joint_label_says_how_many_topics_it_names() -> None:
    (found,) = met(page("/x", links=(menu("วิสัยทัศน์ พันธกิจ", "/vm"),)), "vision")
    assert found.named == 2
    assert not found.surely


@pytest.mark.parametrize(
    ("one", "kind"),
    [
        (menu("แผน", "/plan"), LabelKind.MENU),
        (link("แผน", "/plan.pdf"), LabelKind.DOCUMENT),
        (link("แผน", "/PLAN.PDF?v=2"), LabelKind.DOCUMENT),
        (link("แผน", "/plan.docx"), LabelKind.DOCUMENT),
        (link("แผน", "/plan"), LabelKind.LINK),
    ],
)
def test_a_label_is_of_the_kind_of_its_place_and_target(one: Link, kind: LabelKind) -> None:
    assert link_kind(one) is kind


def candidate(
    key: str = "https://x.go.th/a",
    *,
    rung: Rung = Rung.EXACT,
    place: Place = Place.MAIN,
    years: tuple[int, ...] = (),
    score: float = 1.0,
) -> Candidate:
    return Candidate(
        topic="action-plan",
        key=key,
        url=key,
        found_on="https://x.go.th/",
        label="แผนปฏิบัติราชการ",
        match=TopicMatch(topic="action-plan", score=score, rung=rung, phrase="แผนปฏิบัติราชการ"),
        place=place,
        years=years,
    )


ORDERS = [
    pytest.param(candidate(), candidate(""), id="living-before-dead"),
    pytest.param(candidate(), candidate(rung=Rung.CONTAINED), id="exact-before-contained"),
    pytest.param(candidate(rung=Rung.CONTAINED), candidate(rung=Rung.FUZZY), id="contained-before-fuzzy"),
    pytest.param(candidate(place=Place.MENU), candidate(place=Place.FOOTER), id="menu-before-footer"),
    pytest.param(candidate(place=Place.HEADING), candidate(place=Place.TEASER), id="post-before-its-excerpt"),
    pytest.param(candidate(place=Place.TEASER), candidate(place=Place.MAIN), id="heading-before-list"),
    pytest.param(candidate(years=(2567,)), candidate(years=(2560,)), id="newer-before-older"),
    pytest.param(candidate(score=0.9), candidate(score=0.8), id="better-before-worse"),
    pytest.param(candidate("https://x.go.th/a"), candidate("https://x.go.th/b"), id="stable-by-address"),
    pytest.param(
        candidate("https://x.go.th/show.php?id=2"),
        candidate("https://x.go.th/print.php?id=2"),
        id="page-before-its-print",
    ),
]


@pytest.mark.parametrize(("better", "worse"), ORDERS)
def test_the_surest_place_and_year_is_opened_first(better: Candidate, worse: Candidate) -> None:
    assert rank(better) < rank(worse)


def test_the_best_are_the_same_in_whatever_order_they_were_met() -> None:
    many = [candidate(f"https://x.go.th/{n}", years=(2500 + n,)) for n in range(70)]
    forwards, backwards = Shortlist(), Shortlist()
    for one in many:
        forwards.offer(one)
    for one in reversed(many):
        backwards.offer(one)
    assert forwards.best(("action-plan",)) == backwards.best(("action-plan",))
    assert len(forwards.best(("action-plan",))) == KEPT
    assert forwards.seen("action-plan") == 70


def test_one_target_that_is_linked_often_takes_one_place() -> None:
    short = Shortlist()
    for place in (Place.FOOTER, Place.MENU, Place.MAIN):
        short.offer(candidate(place=place))
    (only,) = short.best(("action-plan",))
    assert only.place is Place.MENU


def plans(years: list[int], *, label: str = "แผนปฏิบัติราชการ ปีงบประมาณ {}") -> Status:
    """A list of plans in this order, each in a file of its own."""
    papers = [
        document(f"/p{year}.pdf", f"แผนปฏิบัติราชการ ปีงบประมาณ {year}\nสำนักงานสาธารณสุขอำเภอบึงทอง\n{BODY}")
        for year in years
    ]
    labels = [label.format(year) for year in years]
    links = tuple(
        link(words, f"/p{year}.pdf", block=n) for n, (words, year) in enumerate(zip(labels, years, strict=True), 1)
    )
    listing = page("/plan", heading("แผนปฏิบัติราชการ"), *map(text, labels), links=links)
    audit = judge(site(listing, *papers, start_links=(menu("แผนปฏิบัติราชการ", "/plan"),)))
    return verdict(audit, "1.1.action-plan").status


@pytest.mark.parametrize("count", [10, 14, 30])
def test_old_editions_before_it_do_not_crowd_out_this_years(count: int) -> None:
    assert plans([*range(2567 - count, 2567), 2567]) is Status.PASS


def test_old_editions_behind_it_do_not_hide_this_years() -> None:
    assert plans([2567, *range(2540, 2567)]) is Status.PASS


def test_next_years_plans_do_not_hide_this_years() -> None:
    assert plans([2569, 2568, 2567]) is Status.PASS


def test_only_old_editions_are_the_right_thing_out_of_date() -> None:
    assert plans(list(range(2555, 2567))) is Status.PARTIAL
