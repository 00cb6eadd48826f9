"""Text layers of PDF files: what is certain is put right, what is lost is measured (THAI_WEB N1–N7)."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from auditor.thai.pdf_text import is_garbled, repair_pdf, unreadable_share
from auditor.thai.text import normalise, skeleton

FONT = Path("/usr/share/fonts/truetype/tlwg/Loma.ttf")
PLAN = "แผนปฏิบัติราชการ ประจำปีงบประมาณ พ.ศ. 2567 สำนักงานสาธารณสุขอำเภอบึงทอง"


@pytest.mark.parametrize(
    ("damaged", "repaired"),
    [
        pytest.param("สํานักงาน", "สำนักงาน", id="N1-sara-am-in-two"),
        pytest.param("สํ านักงาน", "สำนักงาน", id="N1-sara-am-in-two-with-a-blank"),
        pytest.param("ส ํานักงาน", "สำนักงาน", id="N1-blank-before"),
        pytest.param("ส ำนักงาน", "สำนักงาน", id="N1-blank-before-the-whole"),
        pytest.param("นํ้า น้ํา นำ้ น ้ํ า", "น้ำ น้ำ น้ำ น้ำ", id="N2-with-a-tone"),
        pytest.param("ส านักงาน จ านวน ค าสั่ง อ านาจ", "สำนักงาน จำนวน คำสั่ง อำนาจ", id="N4-nikhahit-lost-blank-left"),
        pytest.param("น้ าดื่ม", "น้ำดื่ม", id="N4-with-a-tone"),
        pytest.param("สานักงาน", "สานักงาน", id="N4-lost-without-a-trace"),
        pytest.param("ยุทธศาสตรก์ าร", "ยุทธศาสตร์การ", id="N5-slid-thanthakhat"),
        pytest.param("ปงี บประมาณ 2563", "ปีงบประมาณ 2563", id="N5-slid-vowel-of-the-year"),
        pytest.param("หน ้าที่", "หน้าที่", id="N5-blank-before-a-tone"),
        pytest.param("ท ี่อย ู่", "ที่อยู่", id="N5-blank-before-a-vowel"),
        pytest.param("ที ่อยู ่", "ที่อยู่", id="N5-blank-between-vowel-and-tone"),
        pytest.param("เจ้าหน้่าที่่", "เจ้าหน้าที่", id="N6-doubled-tones"),
        pytest.param("ที ี่ ปีี", "ที่ ปี", id="N6-doubled-vowels"),
        pytest.param("ท่ี ก่ิ ป้ั", "ที่ กิ่ ปั้", id="tone-before-upper-vowel"),
        pytest.param("\u0e48ที", "ที่", id="mark-before-its-consonant"),
        pytest.param("เ ป็น โ ครงการ", "เป็น โครงการ", id="leading-vowel-apart"),
        pytest.param("ระย ะเวลา", "ระยะเวลา", id="following-vowel-apart"),
        pytest.param("เเผน", "แผน", id="N3-two-sara-e"),
        pytest.param("ป\uf702 ท\uf70a\uf70a ผ\uf705", "ปี ท่ ผ่", id="N7-private-use"),
        pytest.param("\uf70fา \uf700าน", "ญา ฐาน", id="N7-consonants-without-foot"),
        pytest.param("ก\uf8858 ข\uf88a", "กิ8 ข่", id="N7-names-of-adobe"),
        pytest.param("แ ผ น ป ฏ ิ บ ั ต ิ  ร า ช ก า ร", "แผนปฏิบัติ ราชการ", id="drawn-letter-by-letter"),
        pytest.param("แแผผนนปปฏฏิิบบััตติิ", "แผนปฏิบัติ", id="bold-drawn-twice"),
        pytest.param("ที่ดี มาก", "ที่ดี มาก", id="words-stay-apart"),
        pytest.param("ก ข ค ง", "ก ข ค ง", id="letters-of-a-list"),
        pytest.param("บรรทัดหนึ่ง\nาบรรทัดสอง", "บรรทัดหนึ่ง\nาบรรทัดสอง", id="lines-stay"),
        pytest.param("A plan of 2024", "A plan of 2024", id="english"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_what_is_certain_in_a_text_layer_is_repaired(damaged: str, repaired: str) -> None:
    assert repair_pdf(damaged) == repaired


def test_places_in_the_private_use_area_are_those_of_the_fonts_in_use() -> None:
    if not FONT.exists():
        pytest.skip("no Thai font (Debian: fonts-thai-tlwg)")
    glyphs = TTFont(FONT).getBestCmap()
    moved = {place: name for place, name in glyphs.items() if 0xF700 <= place < 0xF780 and "." in name}
    assert len(moved) >= 27
    for place, name in moved.items():
        if name.startswith("uni0E4E"):
            continue  # yamakkan is written in no word of today
        assert chr(int(name[3:7], 16)) in repair_pdf(f"ก{chr(place)}"), name


@pytest.mark.parametrize("codec", ["cp1252", "latin-1"])
def test_thai_that_a_font_passed_off_as_latin_is_read(codec: str) -> None:
    masked = PLAN.encode("cp874").decode(codec)
    assert repair_pdf(f"{masked}\nPlan 2024") == f"{PLAN}\nPlan 2024"


def test_moved_marks_of_old_windows_fonts_are_read() -> None:
    places = {"ี่": "\x82\x9b", "ู": "\xfd", "ญ": "\x90"}
    bytes_of = "".join(places.get(part, part.encode("cp874").decode("latin-1")) for part in
                       ("ป", "ี่", " ", "ก", "ู", " ", "ญ", "า", "ติ", " ", "สำนักงานสาธารณสุข"))  # fmt: skip
    assert repair_pdf(bytes_of).startswith("ปี่ กู ญาติ")


@pytest.mark.parametrize(
    "text",
    [
        "Le café à la crème déjà servi à l'élève Noël, où ça était là même naïve",
        "Größe und Maße über Flüsse, Bäche, Hügel und Täler fürs Jahr",
        "El año que viene será más fácil según información pública señalada aquí",
    ],
)
def test_other_languages_are_no_masked_thai(text: str) -> None:
    assert repair_pdf(text) == normalise(text)
    assert not is_garbled((text * 3,))


PUA = "".join(chr(0xE000 + number % 90) for number in range(200))
CIPHERED = "G2B$k 7xQ!w aZ#4v mK%9p Qw&3r tY*8u " * 10


@pytest.mark.parametrize(
    ("pages", "garbled"),
    [
        pytest.param((PLAN * 3,), False, id="plan"),
        pytest.param((PLAN * 3, PUA), True, id="private-use"),
        pytest.param((PLAN * 9, PUA[:60]), False, id="a-few-signs-of-a-symbol-font"),
        pytest.param(("\ufffd" * 60,), True, id="replacements"),
        pytest.param(("่า้ิี์แาะ ุูเโ" * 20,), True, id="marks-on-nothing"),
        pytest.param((CIPHERED,), True, id="letters-of-a-font-of-its-own"),
        pytest.param(
            ("The annual report of the district health office states results and plans for all. " * 5,),
            False,
            id="english",
        ),
        pytest.param(
            ("ITA PLAN 2567 OIT O1 O2 MOIT-3 http://www.moph.go.th/a.pdf E-mail: a@b.go.th " * 8,), False, id="codes"
        ),
        pytest.param(("80.5% 85% 90% 1,234.00 = 12 + 3 (75) * " * 40,), False, id="figures"),
        pytest.param(("................ 1\n................ 2\n" * 40,), False, id="leaders"),
        pytest.param(("\uf0b7 ก",), False, id="too-little-to-judge"),
        pytest.param((), False, id="nothing"),
    ],
)
def test_a_text_layer_that_is_no_words_is_told(pages: tuple[str, ...], garbled: bool) -> None:  # noqa: FBT001 - a table row
    assert is_garbled(pages) is garbled


def test_repair_does_not_change_what_words_are_compared_by() -> None:
    assert skeleton(repair_pdf(PLAN)) == skeleton(PLAN)
    assert unreadable_share(PLAN) == 0.0


@given(st.text(alphabet=st.sampled_from("กขงนมรสเแโไะาำัิีึ่้์ํ๊ \n\uf70aaé1"), max_size=40))
def test_any_text_can_be_repaired_and_loses_no_consonant(text: str) -> None:
    repaired = repair_pdf(text)
    assert 0.0 <= unreadable_share(repaired) <= 1.0
    doubled = [line.replace(" ", "") for line in text.split("\n")]
    if not any(line[::2] == line[1::2] for line in doubled if len(line) >= 8):
        assert [letter for letter in repaired if "ก" <= letter <= "ฮ"] == [
            letter for letter in unicodedata.normalize("NFC", text) if "ก" <= letter <= "ฮ"
        ]


@pytest.mark.parametrize("unit", ["1", "พ ร ", "ํ่", "e ", "กฏ", " า", "á¼", "ก ", "กก", "\ue000", "่", "Ab#"])
def test_a_long_hostile_text_is_repaired_in_linear_time(unit: str) -> None:
    """Rule 13: a quadratic reader would not come back from this."""
    text = unit * (300_000 // len(unit))
    assert isinstance(is_garbled((repair_pdf(text),)), bool)
