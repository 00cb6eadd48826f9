"""Names and the other ways in which people word them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.thai.wordings import Wording, listed_wordings, names_beside, wordings


def _texts(found: frozenset[Wording]) -> set[str]:
    return {each.text for each in found}


@pytest.mark.parametrize(
    ("name", "others"),
    [
        pytest.param("แผนการจัดซื้อจัดจ้าง", {"แผนจัดซื้อจัดจ้าง"}, id="without การ"),
        pytest.param("ขั้นตอนให้บริการ", {"ขั้นตอนการให้บริการ"}, id="with การ"),
        pytest.param("นโยบายของผู้บริหาร", {"นโยบายผู้บริหาร"}, id="without ของ"),
        pytest.param("ผลการใช้จ่ายของหน่วยงาน", {"ผลใช้จ่ายของหน่วยงาน", "ผลการใช้จ่ายหน่วยงาน", "ผลใช้จ่ายหน่วยงาน"}, id="both"),
        pytest.param("รายงานประจำปี", set(), id="no doing"),
        pytest.param("ไม่รับของขวัญ", set(), id="a thing, not a possession"),
        pytest.param("ประวัติของ", set(), id="nothing possessed"),
        pytest.param("ข่าวสารและกิจกรรม", set(), id="two names stay as they are"),
        pytest.param("", set(), id="nothing"),
    ],
)
def test_small_words_come_and_go(name: str, others: set[str]) -> None:
    assert _texts(wordings(name)) == {name} | others


@pytest.mark.parametrize(
    ("name", "others"),
    [
        pytest.param(
            "ข่าวสารและกิจกรรม", {Wording("ข่าวสารหรือกิจกรรม"), Wording("ข่าวสารกิจกรรม", joint=len("ข่าวสาร"))}, id="และ"
        ),
        pytest.param(
            "จัดซื้อหรือการจัดหา",
            {
                Wording("จัดซื้อหรือจัดหา"),
                Wording("จัดซื้อและการจัดหา"),
                Wording("จัดซื้อและจัดหา"),
                Wording("จัดซื้อการจัดหา", joint=len("จัดซื้อ")),
                Wording("จัดซื้อจัดหา", joint=len("จัดซื้อ")),
            },
            id="หรือการ",
        ),
        pytest.param("ระเบียบและ", set(), id="nothing behind it"),
        pytest.param("มาตรา7และ9", set(), id="numbers would run into one"),
    ],
)
def test_two_names_stand_side_by_side_in_every_way(name: str, others: set[Wording]) -> None:
    assert listed_wordings(name) == {Wording(name)} | others


@given(st.text(st.sampled_from("แผนการและของหรือจัดซื้อให้ 9a"), max_size=60))
def test_a_name_is_always_among_its_wordings_and_they_are_few(name: str) -> None:
    found = listed_wordings(name)
    assert Wording(name) in found
    assert wordings(name) <= found
    assert len(found) <= 48


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("ข่าวและบทความ", ["ข่าว", "บทความ"], id="two"),
        pytest.param("ข่าวหรือบทความและสื่อ", ["ข่าว", "บทความ", "สื่อ"], id="three"),
        pytest.param("ข่าวสาร", [], id="one alone"),
        pytest.param("ข่าว" + "และข่าว" * 40, [], id="more than anyone lists"),
    ],
)
def test_names_joined_by_and_are_found(text: str, names: list[str]) -> None:
    assert [text[start:end] for start, end in names_beside(text, 0, len(text))] == names
