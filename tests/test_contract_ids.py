"""The names that the outside relies on: requirement and topic ids (CONTRACT.md sections 3 and 5)."""

from __future__ import annotations

import pytest

from auditor.rulebook import load_rulebook
from auditor.rules import Decide, Obligation, Rulebook, RulePack

NAMES = {
    "1.1": "history vision mission structure executives cio duties strategy action-plan projects-budget "
    "annual-report performance-agreement performance-report contact phone fax map email",
    "1.2": "laws laws-source",
    "1.3": "knowledge knowledge-source",
    "1.4": "weblinks",
    "1.5": "oia-7 oia-9 oia-committee gws",
    "1.6": "manual manual-steps manual-durations manual-download",
    "1.7": "guide guide-steps guide-durations guide-download forms",
    "1.8": "news activities jobs procurement-notice procurement-result",
    "1.9": "e-service",
    "1.10": "statistics satisfaction-level satisfaction-survey",
    "2.1": "webmaster-order",
    "2.2": "current source period published file-type file-size request-form",
    "3.1": "two-webmasters",
    "3.2": "expired",
    "3.3": "completeness",
    "3.4": "computer-crime",
    "3.5": "training",
    "3": "announcement",
}
REQUIREMENTS = tuple(f"{clause}.{name}" for clause, names in NAMES.items() for name in names.split())
CATEGORIES = ("1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7", "1.8", "1.9", "1.10", "2", "3")

IF_ANY = {"1.3.knowledge", "1.3.knowledge-source", "1.7.forms", "1.9.e-service"}
RECOMMENDED = {"1.7.guide-durations"}

NAMED = {Decide.CONTENT, Decide.LISTING, Decide.SITEWIDE}
"""Ways of deciding that begin with a label; only for these a topic of the requirement's name exists."""


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return load_rulebook()


@pytest.fixture(scope="module")
def pack(book: Rulebook) -> RulePack:
    [found] = [each for each in book.packs if each.id == "moph-web-2567"]
    return found


def test_the_default_pack_asks_exactly_what_the_contract_lists_in_its_order(pack: RulePack) -> None:
    assert tuple(requirement.id for requirement in pack.requirements) == REQUIREMENTS


def test_requirements_stand_under_the_headings_of_the_contract(pack: RulePack) -> None:
    assert tuple(category.id for category in pack.categories) == CATEGORIES
    for requirement in pack.requirements:
        clause = requirement.id.rpartition(".")[0]
        assert requirement.category == (clause if clause in CATEGORIES else clause.partition(".")[0]), requirement.id


def test_obligations_are_those_of_the_contract(pack: RulePack) -> None:
    told = {requirement.id: requirement.obligation for requirement in pack.requirements}
    assert {name for name, kind in told.items() if kind is Obligation.IF_ANY} == IF_ANY
    assert {name for name, kind in told.items() if kind is Obligation.RECOMMENDED} == RECOMMENDED


def test_topics_are_called_as_the_requirements_they_serve(book: Rulebook, pack: RulePack) -> None:
    wanted = {each.id.rpartition(".")[2] for each in pack.requirements if each.decide in NAMED}
    assert wanted | {"oia", "alerts"} <= {topic.id for topic in book.topics}


def test_shares_have_the_thresholds_of_the_contract(pack: RulePack) -> None:
    asked = {requirement.id: requirement for requirement in pack.requirements}
    for name in ("source", "period", "published", "file-type", "file-size"):
        shares = asked[f"2.2.{name}"]
        assert (shares.pass_from, shares.fail_under) == (0.95, 0.20), name
    assert (asked["2.2.current"].pass_from, asked["2.2.current"].fail_under) == (0.95, 0.50)
    assert pack.shallow_floor == 0.95


def test_requirements_that_other_packs_decide_name_them(pack: RulePack) -> None:
    asked = {requirement.id: requirement for requirement in pack.requirements}
    for name in ("1.5.gws", "3.3.completeness"):
        assert (asked[name].decide, asked[name].of) == (Decide.PACK, "gws-2.0")


def test_no_person_of_the_announcement_is_named(pack: RulePack) -> None:
    titles = ("นางสาว", "นาย ", "นาง ", "(นาย", "(นาง")
    for requirement in pack.requirements:
        assert not any(title in requirement.wording for title in titles), requirement.id


@pytest.mark.parametrize("scanned", ["คาร์บอน", "อำนวยการหน้าที่", "มาตรา 9 (4)", "นายการ", "ให้นำหน่วยงาน"])
def test_scanning_errors_of_the_announcement_are_put_right(pack: RulePack, scanned: str) -> None:
    assert [each.id for each in pack.requirements if scanned in each.wording or scanned in each.title.th] == []
