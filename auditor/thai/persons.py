"""Names of persons as official pages write them: title, given name, surname, and the position beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from auditor.thai.rewriting import Step, trace
from auditor.thai.text import trace_letters

_STEPS: tuple[Step, ...] = (
    Step(re.compile(r"[^\S\n]+"), " "),
    Step(re.compile(r" ?\n[ \n]*"), "\n"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A named person."""

    start: int
    end: int
    raw: str  # title and name
    title: str
    name: str  # given name and surname
    position: str | None = None  # what follows in the same or the next line


# Longest first: นายแพทย์ before นาย.
_TITLES = (
    r"ว่าที่\s?(?:ร้อยตรี|ร้อยโท|ร้อยเอก|พันตรี|ร\.\s?[ตทอ]\.|พ\.\s?ต\.)\s?(?:หญิง)?",
    r"นายแพทย์|แพทย์หญิง|ทันตแพทย์หญิง|ทันตแพทย์|เภสัชกรหญิง|เภสัชกร|สัตวแพทย์หญิง|สัตวแพทย์|นายสัตวแพทย์",
    r"ศาสตราจารย์|รองศาสตราจารย์|ผู้ช่วยศาสตราจารย์|ดอกเตอร์",
    r"(?:พล|พัน|ร้อย|เรือ|นาวา)(?:ตำรวจ|อากาศ)?(?:ตรี|โท|เอก)(?:หญิง)?",
    r"สิบ(?:ตรี|โท|เอก)|จ่า(?:สิบ)?(?:ตรี|โท|เอก)|จ\.\s?ส\.\s?[ตทอ]\.|ส\.\s?[ตทอ]\.|จ\.\s?[ตทอ]\.",
    r"(?:พ|ร)\.\s?(?:ต\.\s?)?[ตทอ]\.(?:\s?หญิง)?",
    r"น\.\s?ส\.|นส\.|นางสาว|นาง|นาย|ด\.\s?[ชญ]\.|เด็กชาย|เด็กหญิง",
    r"นพ\.|พญ\.|ทพญ\.|ทพ\.|ภญ\.|ภก\.|สพ\.\s?ญ\.|ผศ\.|รศ\.|ศ\.|ดร\.|พว\.",
)
_TITLE = "|".join(_TITLES)
# Words that begin a post or a common noun, so that the "title" before them is part of it: นายกเทศมนตรี, นางพยาบาล.
_NO_NAME = (
    r"ก(?:เทศ|รัฐ|องค์|สมาคม|เมือง|ฯ|\s|อบต|อบจ|$)|แพทย์|ทะเบียน|ช่าง|ตรวจ|จ้าง|อำเภอ|หน้า|ด่าน|ไปรษณีย์|สัตว|เวร|ประกัน|ความ|ทหาร|เรือ"
    r"|พยาบาล|ฟ้า|เลิ้ง|ชำนาญ|เชี่ยวชาญ|ทรงคุณวุฒิ|สาธารณสุข|ปฏิบัติการ|ประจำ|หัวหน้า|ผู้|ที่|และ|หรือ|ของ|สสจ|สสอ|อาวุโส"
)
_GIVEN = rf"(?!{_NO_NAME})(?P<given>[ก-ฮเ-ไ][ก-ฺเ-๎]{{1,24}})"
_SURNAME = r"(?P<surname>(?:ณ\s)?[ก-ฮเ-ไ][ก-ฺเ-๎]{1,28}(?:\sณ\s[ก-ฮเ-ไ][ก-ฺเ-๎]{1,20})?)"
_BEFORE = "".join(
    f"|(?<={word})" for word in ("แต่งตั้ง", "มอบหมาย", "ให้", "โดย", "คือ", "ได้แก่", "และ", "กับ", "ของ", "เชิญ")
)
_PERSON = re.compile(rf"(?:(?<![ก-๎.]){_BEFORE})(?P<title>(?:{_TITLE})(?:\s?(?:{_TITLE}))?)\s?{_GIVEN} {_SURNAME}")
_ENGLISH = re.compile(
    r"(?<![A-Za-z])(?P<title>(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.?)\s(?P<given>[A-Z][a-z]{1,24})\s(?P<surname>[A-Z][a-z]{1,28})"
)
_POSITION = re.compile(
    r"[\s)\]:,\-|]{0,6}(?:(?:ดำรง)?ตำแหน่ง\s?:?\s?|เป็น|ทำหน้าที่\s?)?(?P<position>(?:ผู้อำนวยการ|ผอ\.|รอง|ผู้ช่วย|ปลัด|หัวหน้า|สาธารณสุข(?:อำเภอ|จังหวัด)"
    r"|นายแพทย์|นัก|เจ้า(?:พนักงาน|หน้าที่)|พยาบาล|ทันต|เภสัชกร|แพทย์|รักษา(?:การ|ราชการ)|ปฏิบัติ(?:หน้าที่|ราชการ)|พนักงาน|ลูกจ้าง|ประธาน|กรรมการ"
    r"|เลขานุการ|นิติกร|ที่ปรึกษา|อธิบดี|เลขาธิการ|ผู้(?:ตรวจ|ว่า|เชี่ยวชาญ|ดูแล|จัดการ|รับผิดชอบ)|นายอำเภอ|นายก|ครู|อาจารย์|สสจ\.|สสอ\.)[^\n|,;]{0,90})"
)


def find_persons(text: str) -> tuple[Person, ...]:
    """Persons in a text, in order. A title without given name and surname is none."""
    traced = trace(_STEPS, trace_letters(text))
    matches = sorted((*_PERSON.finditer(traced.text), *_ENGLISH.finditer(traced.text)), key=re.Match.start)
    return tuple(_person(text, traced.text, match, traced.span(*match.span())) for match in matches)


_AND = re.compile(r"และ|ปฏิบัติหน้าที่|ทำหน้าที่|ดำรงตำแหน่ง|ในฐานะ|เป็น|[/,()\n]")


_TERM_OF_OFFICE = re.compile(
    r"[\s(]*(?:พ\.\s?ศ\.|ปี|ตั้งแต่)?\s?[2๒][45๔๕]\d\d\s?(?:-|–|ถึง)\s?(?:พ\.\s?ศ\.)?\s?[2๒][45๔๕]\d\d(?!\d)"
)
"""Two years behind a name: from when until when an office was held."""


def held_before(line: str, end: int) -> bool:
    """Does a term of office that is over follow the name that ends here, as in the lists of former heads?"""
    return _TERM_OF_OFFICE.match(line, end) is not None


def offices_in(line: str) -> tuple[str, ...]:
    """The offices that the line below a person's name tells: a post, and what the person is beside it."""
    return tuple(part for office in _AND.split(line) if (part := office.strip()))


def _person(text: str, prepared: str, match: re.Match[str], span: tuple[int, int]) -> Person:
    behind = _POSITION.match(prepared, match.end())
    start, end = span
    return Person(
        start=start,
        end=end,
        raw=text[start:end],
        title=match["title"].strip(),
        name=f"{match['given']} {match['surname']}",
        position=_trimmed(behind["position"]) if behind else None,
    )


def _trimmed(position: str) -> str:
    """A position without the next person or telephone that stands in the same line."""
    cut = re.search(rf"\s(?:{_TITLE})\s?[ก-ฮเ-ไ]|\s?โทร|\s\d", position)
    return position[: cut.start() if cut else None].strip(" ()")
