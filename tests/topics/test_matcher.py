"""The ladder: which words of a label count, and what they mean."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.findings import Rung
from auditor.rulebook import load_rulebook
from auditor.rules import Genre, LabelKind, PlacedWords, Text, Topic
from auditor.topics import TopicMatcher
from auditor.topics import matcher as matcher_module
from auditor.topics.matches import Veto


def _topic(name: str, **words: object) -> Topic:
    return Topic(id=name, title=Text(th=name, en=name), **words)  # type: ignore[arg-type]  # fields vary by test


SMALL = TopicMatcher(
    (
        _topic("vision", any=("วิสัยทัศน์",), near=("แสดงวิสัยทัศน์",)),
        _topic("mission", any=("พันธกิจ",), exact=("mission",)),
        _topic("news", exact=("ข่าว",), none=("จัดซื้อ",)),
        _topic("procurement", any=("ข่าวจัดซื้อจัดจ้าง", "จัดซื้อจัดจ้าง"), none=("ผู้ชนะ",)),
        _topic("budget", any=("งบประมาณรายจ่าย",), starts=("งบกลาง",)),
        _topic("strategy", any=("แผนพัฒนา",)),
        _topic("report", any=("รายงานผลการติดตาม",)),
        _topic("corruption", any=("ทุจริต",), decoy=True, spares=("news",)),
        _topic("order", all=(("คำสั่ง", "เว็บไซต์"),)),
        _topic("plan", any=("แผนการใช้เงิน",), near=("แผนการใช้เงินส่วนตัว",)),
        _topic("letters", exact=("ข่าวและประกาศ", "ประกาศ"), near=("ปฏิทินข่าว",)),
        _topic("calendar", exact=("ปฏิทินข่าว",)),
        _topic("decree", any=("ประกาศกรม",)),
        _topic("sale", any=("ขายทอดตลาด",), genres=(Genre.ANNOUNCEMENT, Genre.NEWS)),
        _topic("posts", at=(PlacedWords(kinds=(LabelKind.TITLE,), starts=("ประชุม",), longest=20),)),
        _topic("agency", starts=("องค์การบริหารส่วนตำบล",)),
        _topic("media", any=("ebook",)),
        _topic("finance", any=("planfin",)),
        _topic("agreement", all=(("pa", "สสจ."),)),
        _topic("links", any=("หน่วยงานที่เกี่ยวข้อง",), kinds=(LabelKind.MENU,)),
    )
)
WHOLE = TopicMatcher(load_rulebook().topics)


def _ids(text: str, kind: LabelKind = LabelKind.MENU) -> list[str]:
    return sorted(match.topic for match in SMALL.match(text, kind).matches)


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        pytest.param("วิสัยทัศน์", ["vision"], id="the name itself"),
        pytest.param("1.1 วิสัยทัศน์ ของโรงพยาบาลดงบัง ปี 2567", ["vision"], id="numbering, agency and year"),
        pytest.param("ข่าว สสจ.ร้อยเอ็ด", ["news"], id="exact but for the agency"),
        pytest.param("ข่าวสารบ้านเมือง", [], id="exact is not contained"),
        pytest.param("วิสัยทัศน์/พันธกิจ", ["mission", "vision"], id="two names beside each other"),
        pytest.param("พันธกิจและวิสัยทัศน์", ["mission", "vision"], id="two names joined by และ"),
        pytest.param("ข่าวจัดซื้อจัดจ้าง", ["procurement"], id="a longer name hides the shorter inside it"),
        pytest.param("รายงานผลการติดตามแผนพัฒนา", ["report"], id="what follows the name describes it"),
        pytest.param("ผู้สมัครแสดงวิสัยทัศน์", [], id="a near miss takes the words"),
        pytest.param("จัดซื้อจัดจ้าง ผู้ชนะ", [], id="a veto"),
        pytest.param("วิสัยทัศน์ปลอดทุจริต", [], id="a decoy"),
        pytest.param("คำสั่งแต่งตั้งผู้ดูแลเวปไซต์", ["order"], id="all words, in any spelling"),
        pytest.param("ทบทวนงบกลาง", [], id="starts does not match inside"),
        pytest.param("- งบกลางปี 2567", ["budget"], id="starts matches behind a bullet"),
        pytest.param("commission", [], id="not inside an English word"),
        pytest.param("สสจ.น่าน จัดทำพันธกิจ", [], id="the object of a sentence"),
        pytest.param("สสจ.น่าน พันธกิจ", ["mission"], id="a name behind the agency's"),
        pytest.param("พันธกิจประกอบด้วย (1) วิสัยทัศน์", ["mission"], id="a list of contents"),
        pytest.param("แผนใช้เงิน ปี 2567", ["plan"], id="worded without การ"),
        pytest.param("แผนใช้เงินส่วนตัว", [], id="a near miss worded without การ"),
        pytest.param("ข่าว / ประกาศ", ["letters"], id="a sign in place of และ"),
        pytest.param("ข่าวประกาศ", [], id="no sign in place of และ"),
        pytest.param("ปฏิทินข่าว", ["calendar"], id="a near miss of one topic hides no other"),
        pytest.param("คำสั่งป้องกันทุจริตบนเว็บไซต์", [], id="a decoy between the words of a group"),
        pytest.param("ประกาศกรมที่ดิน เรื่อง การขายทอดตลาด", ["sale"], id="what a notice is about"),
        pytest.param("ประกาศกรมที่ดิน เรื่อง อัตราค่าธรรมเนียมการขายทอดตลาด", ["decree"], id="a decree about it"),
        pytest.param("ประกาศกรมที่ดิน เรื่อง วิสัยทัศน์", ["decree"], id="no paper of which notice is given"),
        pytest.param("ประกาศ อบต.กุดจับ ขายทอดตลาดรถ", ["sale"], id="what an agency gives notice of, without เรื่อง"),
        pytest.param("(ร่าง) ประกาศ อบต.กุดจับ ขายทอดตลาดรถ", ["sale"], id="a draft of such a notice"),
        pytest.param(
            "ประกาศสำนักงานสาธารณสุขจังหวัดพระนครศรีอยุธยา เรื่อง การขายทอดตลาด",
            ["sale"],
            id="behind a long name of an agency",
        ),
        pytest.param("ประกาศ อบต.กุดจับ วิสัยทัศน์", ["letters"], id="no paper that it gives notice of"),
        pytest.param("ประกาศ อบต.กุดจับขายทอดตลาด", ["letters"], id="a part of the agency's name, as it stands"),
        pytest.param("ประกาศกรมที่ดิน การขายทอดตลาด", ["decree"], id="a notice of who makes law"),
        pytest.param("ข่าวและพันธกิจ", ["mission", "news"], id="an exact name where และ joins only names"),
        pytest.param("ข่าวและอุปกรณ์", [], id="an exact name beside something else"),
        pytest.param("อบต.กุดจับ ขายทอดตลาดรถ", ["sale"], id="an agency's name only gives what is named behind it"),
        pytest.param("อบต.กุดจับ", ["agency"], id="an agency's name alone"),
        pytest.param("แผนพัฒนา ปี 2567 (e-Book)", ["strategy"], id="the form in which a thing comes"),
        pytest.param("E-book แผนพัฒนา", ["strategy"], id="the form in front"),
        pytest.param("แผนพัฒนา/e-Book", ["media", "strategy"], id="a form beside it is another thing"),
        pytest.param("e-Book", ["media"], id="a form alone"),
        pytest.param("planfin69.xlsx", ["finance"], id="a year hard against an English word"),
        pytest.param("planfinance", [], id="no year behind"),
        pytest.param("planfin698", [], id="a number that is no year"),
        pytest.param("แผนพัฒนาการเด็ก", [], id="not within a longer Thai word"),
        pytest.param("คำสั่งเรื่องเว็บไซต์ของแผนก", ["order"], id="the words of a group stand free"),
        pytest.param("SPA ของ สสจ.", [], id="no word of a group within an English word"),
        pytest.param("PA ของ สสจ.", ["agreement"], id="an English word of a group"),
    ],
)
def test_the_words_that_count(text: str, topics: list[str]) -> None:
    assert _ids(text) == topics


@pytest.mark.parametrize(
    ("text", "kind", "topics"),
    [
        pytest.param("ประชุมประจำเดือน", LabelKind.TITLE, ["posts"], id="a title"),
        pytest.param("ประชุมประจำเดือน", LabelKind.MENU, [], id="not a menu"),
        pytest.param("ประชุมประจำเดือนพร้อมรับฟังแนวทางจากจังหวัด", LabelKind.TITLE, [], id="too long"),
        pytest.param("หน่วยงานที่เกี่ยวข้อง", LabelKind.MENU, ["links"], id="a kind that the topic allows"),
        pytest.param("หน่วยงานที่เกี่ยวข้อง", LabelKind.DOCUMENT, [], id="a kind that it does not"),
    ],
)
def test_some_words_count_only_at_their_place(text: str, kind: LabelKind, topics: list[str]) -> None:
    assert _ids(text, kind) == topics


def test_a_name_far_inside_a_title_is_only_mentioned() -> None:
    found = SMALL.match("ผู้อำนวยการกล่าวในโอกาสที่บุคลากรทุกคนได้ช่วยกันคิดและเขียนวิสัยทัศน์", LabelKind.TITLE)
    assert found.matches == ()
    assert [near.topic for near in found.near] == ["vision"]


def test_a_veto_tells_its_words() -> None:
    assert SMALL.match("จัดซื้อจัดจ้าง ผู้ชนะ").vetoed == (Veto(topic="procurement", phrase="ผู้ชนะ"),)


def test_the_rungs_are_told_apart_by_score() -> None:
    exact, contained, fuzzy = (SMALL.match(text).matches[0] for text in ("พันธกิจ", "พันธกิจสามด้าน", "หน่วยงานที่เกียวข่อง"))
    assert [match.rung for match in (exact, contained, fuzzy)] == [Rung.EXACT, Rung.CONTAINED, Rung.FUZZY]
    assert exact.score == 1 > contained.score >= 0.7 > fuzzy.score > 0


thai_text = st.text(
    st.one_of(
        st.characters(min_codepoint=0x0E01, max_codepoint=0x0E5B),
        st.sampled_from(" /|-().,:0129๐๙aZ\u200b\u00a0\uf70a"),
        st.characters(),
    ),
    max_size=400,
)


@settings(max_examples=150, deadline=None)
@given(text=thai_text, kind=st.sampled_from(LabelKind))
def test_any_text_has_an_answer_and_keeps_it(text: str, kind: LabelKind) -> None:
    first = WHOLE.match(text, kind)
    assert TopicMatcher.match(WHOLE, text, kind) == first
    assert all(0 < match.score <= 1 for match in (*first.matches, *first.near))
    assert len({match.topic for match in first.matches}) == len(first.matches)


def test_what_is_remembered_is_bounded_and_changes_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matcher_module, "REMEMBERED", 3)
    small = TopicMatcher((_topic("vision", any=("วิสัยทัศน์",)),))
    labels = [f"วิสัยทัศน์ {number}" for number in range(10)]
    answers = [small.match(label) for label in labels]
    assert [small.match(label) for label in reversed(labels)] == list(reversed(answers))
    assert len(small.known) <= 3
