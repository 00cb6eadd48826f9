"""What stands round the name in a Thai label: numbering and item codes before it, years and the agency's name behind.

Knows how people write menus, headings and file names; knows no topic. Offsets are those of the folded label.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from auditor.thai.longer_words import Seams, seams
from auditor.thai.text import trace_fold

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 300
"""Labels are cut here: what is longer is running text, not a name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A stretch of the label that may be a whole name."""

    start: int
    end: int
    alone: bool  # the rest of the label says nothing: numbers, brackets, the agency's own name


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A label, folded, with the places where a name may begin and end."""

    folded: str
    parts: tuple[Part, ...]
    breaks: frozenset[int]  # a slash, comma, colon, bracket … stood before this letter
    spaces: frozenset[int]  # only a space did
    subject: int | None = None  # where it says what a notice is about, behind who gives it
    given: bool = False  # a notice that an agency gives, none that may make law
    aside: frozenset[int] = frozenset()  # of the breaks, those that open a bracket
    seams: Seams = field(default_factory=Seams)  # where names may neither begin nor end

    @property
    def start(self) -> int:
        """Where the name begins, numbering aside."""
        return self.parts[0].start if self.parts else 0


_DIGIT = "[0-9๐-๙]"
_NUMBERING = re.compile(
    rf"""(?:
      [\s>»›•●▪◦■□◆★☆✓✔→*+=|~_.,:;\-–—]+
    | (?:moit|e?eb|oit|ข้อมูลที่|ข้อที่|ข้อ|ตัวชี้วัดย่อยที่|ตัวชี้วัดที่|ลำดับที่|ส่วนที่|หมวดที่|หมวด|แบบที่|แฟ้มที่|เล่มที่|รายการที่|no\.?|[om])
      [\s.:_-]*\(?{_DIGIT}+(?:[.\-/]{_DIGIT}+)*\)?
    | [(\[]?{_DIGIT}{{1,3}}(?:[.\-]{_DIGIT}{{1,3}})*\s?[)\]]?(?=[\s.:_\-)\]ก-ฮเ-ไa-z(])
    | [(\[]?[ก-ฮa-z][)\].](?=\s?[ก-ฮเ-ไ])(?![ก-ฮ]\.)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_BREAK = re.compile(r"[/|»>›,;:+&•●▪\n\t(){}\[\]<*…!?\"“”]+|\s[-–—]+\s|[-–—]{2,}|[-–—]\s|\s{2,}|__+")
_SPACE = re.compile(r"[\s_.\-–—]+")
_OPEN, _CLOSE = "([{", ")]}"

_AGENCY = (
    "(?:สำนักงาน|สนง|โรงพยาบาล|คณะกรรมการประสานงานสาธารณสุขระดับอำเภอ|องค์การบริหารส่วน|เทศบาล|ท[มนต](?=[ก-ฮเ-ไ])"
    "|หน่วยงาน|องค์กร|ส่วนราชการ|กระทรวง|กรม(?!ธรรม)|โรงเรียน|สถานศึกษา|วิทยาลัย|มหาวิทยาลัย|คณะ(?=แพทย|พยาบาล|สาธารณสุข|เภสัช)"
    "|(?:อบ[ตจ]|สส[อจ]|รพ(?!นักงาน|ยาบาล)(?:สต|[ชทศร])?)(?![ะ-ฺ็-๎])"
    "|สถาบัน|ศูนย์อนามัย|ศูนย์สุขภาพ|ศูนย์บริการสาธารณสุข|ศูนย์วิทยา|ศูนย์การแพทย์|เขตสุขภาพ|อปท|ท้องถิ่น|คปสอ|สถานีอนามัย"
    "|กลุ่มงาน|กอง(?=สาธารณสุข|คลัง|ช่าง|การศึกษา)|มูลนิธิ|สมาคม|สภา(?=เภสัช|การพยาบาล)|องค์การ(?=มหาชน|เภสัช))"
)
_DOING = (
    "เรื่อง|ว่าด้วย|พระราช|ประจำปี|ประกาศ|รับสมัคร|มอบ|ร่วม|ประชุม|อบรม|ลงพื้นที่|ต้อนรับ|จัด(?!การ)|ตรวจ|เยี่ยม|เป็นประธาน"
    "|ออกหน่วย|รับการ"
)
"""Words that no agency's name holds: behind them a sentence goes on."""
_OF_AGENCY = re.compile(rf"(?:ของ|ใน|แห่ง|ประจำ|โดย)?(?:ทาง)?{_AGENCY}(?!สัมพันธ์)(?:(?!{_DOING}).){{0,60}}$")
_TAIL = re.compile(
    r"(?: ?(?:2[45]\d\d|20[12]\d|[4-7]\d)(?:(?:ถึง|ถึงปี)? ?(?:2[45]\d\d|20[12]\d|[4-7]\d))*(?:ปี)?"
    r"|(?:สำหรับ|ประจำ|ของ)?(?:ช่วง|รอบ|ระหว่าง)?(?:ปี(?:งบประมาณ|การศึกษา|ปัจจุบัน)?|ระยะ)|(?:ระยะ)? ?[345] ?ปี|สามปี|สี่ปี|ห้าปี"
    r"|(?:ข้อมูล)?(?:ณ|เมื่อ|ลง)?วันที่.{1,30}|ฉบับ(?:ปรับปรุง|ทบทวน|ล่าสุด|ปัจจุบัน)"
    r"| ?(?:pdf|docx?|xlsx?|pptx?|jpe?g|png|zip|rar)"
    r"|(?<=[ก-๎])(?: ?(?:ok|new|update|hot|v|click|here))|ต่าง|ทั้งหมด|ใหม่|ล่าสุด|คลิกที่นี่|ที่นี่|คลิก|เพิ่มเติม)$"
)
_LEAD = re.compile(
    r"(?:แนะนำหน่วยงาน|แนะนำองค์กร|ดาวน์โหลด|download|ดู|อ่าน|คลิก|เมนู|หน้า(?=[กขคงจชซดตถทธนบปผพฟภมยรลวศษสหอเ])(?!ที่|แรก)|เรื่อง|หัวข้อ"
    r"|(?:moph )?(?:ita|oit|moit|lpa)(?: ?\d{2,4})*(?= |[ก-๎])) ?"
)
_FILLER = re.compile(
    rf"{_AGENCY}.*|(?:จังหวัด|อำเภอ|ตำบล).{{2,25}}|(?:moph|ita|oit|moit|lpa)(?: ?\d+)*|[\d ]*"
    r"|หน้าแรก|หน้าหลัก|home|แนะนำหน่วยงาน|เกี่ยวกับเรา|เกี่ยวกับหน่วยงาน|ข้อมูลหน่วยงาน|ข้อมูลทั่วไป|(?:ฉบับ|ปรับปรุง).*|pdf|ไฟล์|เอกสาร|ครั้งที่.*|ณวันที่.*|วันที่.*|ปี.{0,12}\d{2,4}"
)


def read_label(text: str) -> Label:
    """Fold a label and find where a name may begin and end in it."""
    text = text[:LONGEST]
    traced = trace_fold(text)
    folded = traced.text

    def at(offset: int) -> int:
        return bisect_left(traced.starts, offset)

    begin = _numbering_end(text)
    breaks = {at(found.end()): found[0] for found in _BREAK.finditer(text, begin)}
    spaces = frozenset(at(found.end()) for found in _SPACE.finditer(text)) - breaks.keys()
    start = at(begin) if at(begin) < len(folded) else 0
    return Label(
        folded=folded,
        parts=tuple(_parts(folded, start, {at: mark for at, mark in breaks.items() if start < at < len(folded)})),
        breaks=frozenset(breaks) | {start},
        spaces=spaces,
        subject=found.end() if (found := _NOTICE.match(folded, start)) else None,
        given=_GIVEN.match(folded, start) is not None,
        aside=frozenset(at for at, mark in breaks.items() if mark.strip()[-1:] in set(_OPEN)),
        seams=seams(folded),
    )


_NOTICE = re.compile(r"(?:ร่าง)?ประกาศ.{2,60}?เรื่อง")
_GIVEN = re.compile(rf"(?:ร่าง)?ประกาศ(?:ของ|จาก)?(?!กระทรวง|กรม|สำนักงานคณะกรรมการ){_AGENCY}")


def bare(folded: str) -> str:
    """The letters on the line: what an address made from a title, or a broken text layer, leaves of a word."""
    return _MARKS.sub("", folded).replace("ำ", "า")


def unmarked(folded: str) -> list[int]:
    """Where in the folded label each letter stands that `bare` leaves."""
    return [at for at, sign in enumerate(folded) if not _MARKS.match(sign)]


_MARKS = re.compile(r"[ัิ-ฺ็-๎ ]")


def tells_of_someone(label: Label) -> bool:
    """Does the label begin with who does something, as news does: an agency, an officer, a person with a title?"""
    return _SOMEONE.match(label.folded, label.start) is not None


_SOMEONE = re.compile(
    rf"(?!หน่วยงาน){_AGENCY}|ผู้อำนวยการ|ผู้ว่า|นาย|นาง|แพทย์หญิง|ดร|รองผู้|รัฐมนตรี|ปลัด|สาธารณสุขอำเภอ|หัวหน้า|เจ้าหน้าที่|บุคลากร|ทีม|อาสาสมัคร"
    r"|ชาว|ประชาชน|นักเรียน|จังหวัด|อำเภอ|คณะ(?!กรรมการ|ผู้บริหาร|ทำงาน)"
)


def begins_with_agency(label: Label) -> bool:
    """Does the label begin with the name of some agency?"""
    return _BY_AGENCY.match(label.folded, label.start) is not None


_BY_AGENCY = re.compile(_AGENCY)


def is_medium(folded: str) -> bool:
    """Is this the name of a form in which things of any kind come?"""
    return _MEDIUM.fullmatch(folded) is not None


_MEDIUM = re.compile(
    r"(?:e|flip ?)books?|หนังสืออิเล็กทรอนิกส์|อินโฟกราฟิก|(?:คลิป)?วิดีโอ|วีดิทัศน์|โปสเตอร์|แผ่นพับ|videos?|posters?"
)


def joined(gap: str) -> bool:
    """Do these words between two names put them side by side (and, or), rather than one below the other (of, for)?"""
    return _JOIN.fullmatch(gap) is not None


_JOIN = re.compile(
    r"[\d ]*(?:ต่อ[\d ]*)?"
    rf"(?:ของ{_AGENCY}(?:(?!ตาม|เพื่อ|ที่|ซึ่ง|ว่าด้วย|เกี่ยวกับ).){{0,25}}?)?(?:ประจำปี)?"
    r"(?:และ(?:การ)?|หรือ(?:การ)?|พร้อมทั้ง|รวมทั้ง|กับ)?(?:ข้อมูล)?"
)


def lists_contents(gap: str) -> bool:
    """Do these words between two names say that the second is a part of what the first holds?"""
    return _CONTENTS.search(gap) is not None


_CONTENTS = re.compile(r"ประกอบด้วย|ได้แก่|เช่น|includ|consists? of|such as")


def _numbering_end(text: str) -> int:
    at = 0
    while (found := _NUMBERING.match(text, at)) and found.end() > at:
        at = found.end()
    return at


def _parts(folded: str, start: int, breaks: dict[int, str]) -> Iterator[Part]:
    """The whole name first, then what stands between the breaks."""
    yield from (Part(start=first, end=last, alone=True) for first, last in _readings(folded, start, len(folded)))
    edges = [start, *sorted(breaks), len(folded)]
    pieces = [(left, right, breaks.get(left, "")) for left, right in pairwise(edges)]
    if len(pieces) == 1:
        return
    telling = [not _idle(folded[left:right], mark) for left, right, mark in pieces]
    for number, (left, right, _) in enumerate(pieces):
        alone = not any(told for other, told in enumerate(telling) if other != number)
        yield from (Part(start=first, end=last, alone=alone) for first, last in _readings(folded, left, right))


def _idle(piece: str, mark: str) -> bool:
    """Does this stretch say nothing about which thing is meant?"""
    return mark.strip()[-1:] in set(_OPEN) or _FILLER.fullmatch(piece) is not None


def _readings(folded: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch as it is, then without lead words, and without one more year, mark of novelty or agency behind."""
    if not folded[start:end].strip():
        return
    yield start, end
    if (lead := _LEAD.match(folded, start, end)) and lead.end() < end:
        start = lead.end()
        yield start, end
    while tail := _TAIL.search(folded, start, end) or _OF_AGENCY.search(folded, start + 1, end):
        if not folded[start : tail.start()].strip():
            return
        end = tail.start()
        yield start, end
