"""Misspelt labels: what likeness proposes, what it must leave alone, and what choosing candidates costs."""

from __future__ import annotations

import random

import pytest

from auditor.findings import Rung
from auditor.rulebook import load_rulebook
from auditor.rules import LabelKind
from auditor.thai.labels import bare
from auditor.topics import TopicMatcher
from auditor.topics.fuzzy import THRESHOLD, FuzzyBook, likeness
from auditor.topics.phrases import PhraseBook

TOPICS = load_rulebook().topics
MATCHER = TopicMatcher(TOPICS)
PHRASES = PhraseBook(TOPICS).phrases
BOOK = FuzzyBook(PHRASES)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        pytest.param("ทำเนียบผูบริหาร", "executives", id="a tone mark lost"),
        pytest.param("ประวัติควาเป็นมา", "history", id="a letter lost"),
        pytest.param("ทำเนียบผู้บรหิาร", "executives", id="letters changed round"),
        pytest.param("ทำเนียบผู้บริหาน", "executives", id="a wrong final letter"),
        pytest.param("แผนปฏิบัติราชกการ", "action-plan", id="a letter doubled"),
        pytest.param("รายงานผลการปฏบัติราชการ รอบหกเดือนแรกของปี", "performance-report", id="at the beginning"),
        pytest.param("คมอสาหรบประชาชน", "guide", id="an address that lost its marks"),
        pytest.param("วสยทศน", "vision", id="a short one that lost its marks"),
    ],
)
def test_a_misspelt_name_is_proposed_on_the_lowest_rung(text: str, topic: str) -> None:
    (match,) = MATCHER.match(text).matches
    assert (match.topic, match.rung) == (topic, Rung.FUZZY)
    assert match.score < 0.7


@pytest.mark.parametrize(
    "text",
    [
        "ข้าว",
        "ระบบที่เกี่ยวข้อง",
        "บริการประชาชน",
        "วีดิทัศน์แนะนำ",
        "แผนกลาง",
        "ตัวชี้วัดผลงาน",
        "ประวัติการณ์",
        "ข้อมูลตามมาตรา 17",
        "หน่วยงานภายใน",
    ],
)
def test_another_word_is_no_misspelling(text: str) -> None:
    assert MATCHER.match(text).matches == ()


def _misspelt(text: str, chance: random.Random) -> str:
    at = chance.randrange(1, len(text))
    return chance.choice(
        (text[:at] + text[at + 1 :], text[:at] + text[at] + text[at:], text[:at] + "ร" + text[at + 1 :])
    )


def test_choosing_candidates_loses_next_to_nothing_against_trying_all() -> None:
    chance = random.Random(2567)
    texts = [_misspelt(phrase.folded, chance) for phrase in chance.sample(BOOK.everything(), 250)]
    found = missed = 0
    for text in texts:
        chosen = set(map(id, BOOK.candidates(text)))
        for phrase in BOOK.everything():
            if likeness(text, phrase) >= THRESHOLD:
                found += id(phrase) in chosen
                missed += id(phrase) not in chosen
    assert found > len(texts) * 0.9
    assert missed <= (found + missed) * 0.01


def test_the_bare_form_keeps_what_stands_on_the_line() -> None:
    assert bare("คู่มือสำหรับประชาชน") == "คมอสาหรบประชาชน"


def test_likeness_never_answers_where_a_decoy_was_named() -> None:
    assert MATCHER.match("แผนปฏิบัตการป้องกันการทุจริต", LabelKind.MENU).matches == ()
