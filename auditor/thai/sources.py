"""Who gave the information: what stands behind «ที่มา», «จัดทำโดย», "Posted by".

Returns what is written, account names such as ADMIN too; that those name no owner is for the assessment to say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum

from auditor.thai.months import FULL_NAMES
from auditor.thai.rewriting import Step, trace
from auditor.thai.text import trace_letters

_STEPS: tuple[Step, ...] = (Step(re.compile(r"[^\S\n]+"), " "),)


class SourceKind(IntEnum):
    """What the label says of the name behind it, from who answers for the information to who took a picture."""

    OWNER = 0  # เจ้าของข้อมูล, ที่มา, หน่วยงานที่รับผิดชอบ, source
    MAKER = 1  # จัดทำโดย, เรียบเรียงโดย, เครดิต, ข้อมูลจาก
    POSTER = 2  # ผู้เผยแพร่, เขียนโดย, by: as often an account as a unit
    PICTURE = 3  # ขอบคุณภาพจาก: of the picture, not of the information


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A named source and the place of its name."""

    start: int
    end: int
    name: str  # as written
    label: str

    @property
    def kind(self) -> SourceKind:
        """What the label says of the name."""
        return next((kind for kind, words in _KINDS if words.search(self.label)), SourceKind.POSTER)


_KINDS = (
    (SourceKind.PICTURE, re.compile(r"^(?:ขอบคุณ|เครดิต|(?:แหล่ง)?ที่มา(?:ของ)?)?\s?ภาพ(?!/)(?!ข่าว)|ขอบคุณภาพ|เครดิตภาพ")),
    (
        SourceKind.OWNER,
        re.compile(r"เจ้าของ|ที่มา|แหล่ง|หน่วยงาน|รับผิดชอบ|source|owner|maintain|organi|department", re.IGNORECASE),
    ),
    (
        SourceKind.MAKER,
        re.compile(
            r"จัดทำ|เรียบเรียง|รายงาน|วิจัย|นิพนธ์|เครดิต|อ้างอิง|จาก|ขอบคุณ|ข่าว|ผู้ให้|credit|^cr\b|prepared", re.IGNORECASE
        ),
    ),
)


# Labels that need a colon, since they are also ordinary words: ที่มาและความสำคัญ (background), โดย (by), source.
_WITH_COLON = (
    r"(?<![ก-๎])(?:แหล่ง)?ที่มา(?:(?:ของ)?(?:ข้อมูล|ข่าว|ภาพ|บทความ))?",
    r"แหล่ง(?:ข้อมูล|ข่าว)",
    r"(?:ข้อมูล|ภาพ|ข่าว)จาก",
    r"(?:หน่วยงาน|ผู้)?เจ้าของ(?:ข้อมูล|เรื่อง|เอกสาร|กระทู้)",
    r"หน่วยงาน(?:ที่)?(?:รับผิดชอบ|ผู้จัดทำ|จัดทำ|เผยแพร่|ประกาศ|ต้นสังกัด)?",
    r"(?:กลุ่ม)?งาน(?:ที่)?(?:รับผิดชอบ|เจ้าของเรื่อง)",
    r"ผู้รับผิดชอบ(?:ข้อมูล|หลัก)?|ผู้ดูแลข้อมูล",
    r"(?<![ก-๎])โดย",
    (
        r"ผู้(?:เขียน|โพสต?์?|เผยแพร่|ประกาศ|บันทึก|ลง(?:ข่าว|ประกาศ)|จัดทำ|เรียบเรียง|แต่ง|ส่ง|สร้าง|อั[พป]โหลด|รายงาน|ให้|วิจัย|นิพนธ์)"
        r"(?:ข้อมูล|ข่าว|บทความ)?"
    ),
    r"เครดิต(?:ภาพ)?|อ้างอิง(?:จาก)?|ขอบคุณ(?:ภาพ|ข้อมูล|ที่มา)[ก-๎]{0,12}|ข่าว/ภาพ|ภาพ/ข่าว",
    # "Sort by:" heads a choice.
    r"(?<![a-z])(?<!sort )(?<!order )(?<!filter )(?<!search )(?<!group )by",
    r"(?<![a-z])(?:source|cr\.?|author|credit|owner|publisher|maintainer|organi[sz]ation|department)s?",
)
_COMPOUND = (
    (
        r"(?:เขียน|จัดทำ|เผยแพร่|โพสต?์?|ประกาศ|บันทึก|ลง(?:ข่าว|ประกาศ)?|เรียบเรียง|รายงาน|สร้าง|อั[พป]โหลด|นำเข้า|ส่ง|แก้ไข)"
        r"(?:ข้อมูล|ข่าว)?โดย"
    ),
    r"(?:ข้อมูล|ภาพ|ข่าว|เรื่อง)โดย",
    r"ขอบคุณ(?:ภาพ|ข้อมูล)?จาก",
    r"(?<![a-z])(?:posted|published|written|created|uploaded|prepared|submitted)\sby",
)
_NOUN = (
    r"ผู้(?:เขียน|โพสต?์?|เผยแพร่|ประกาศ|บันทึก|ลงข่าว|จัดทำ)",
    r"ที่มา(?=\s(?!และ|ของ|ความ|หลักการ))|(?:ข้อมูล|ภาพ|ข่าว)จาก",
    r"(?:หน่วยงาน)?เจ้าของข้อมูล|หน่วยงานที่รับผิดชอบ|แหล่งที่มา|แหล่งข้อมูล|cr\.",
)
_VALUE = r"\s?[\"']?(?P<name>[^\n|;•·<>\"']{1,160})"
_SOURCES = (
    re.compile(rf"(?P<label>{'|'.join(_WITH_COLON)})\s?[:=]{_VALUE}", re.IGNORECASE),
    re.compile(rf"(?P<label>{'|'.join(_COMPOUND)})\s?:?{_VALUE}", re.IGNORECASE),
    # At the start of a line or cell no colon is needed: ผู้ประกาศ งานพัสดุ; by admin
    re.compile(
        rf"(?:^|(?<=[\n|·•])\s?)(?P<label>โดย|by|{'|'.join(_NOUN)})\s(?P<name>[^\n|;•·<>\"':]{{1,60}})(?=$|[\n|;·•])",
        re.IGNORECASE,
    ),
    # POSTED ON 30/01/2566 BY ADMIN
    re.compile(r"(?<=\d)\s?(?P<label>(?<![a-z])by|โดย)\s(?P<name>[^\n|;•·<>\"']{1,80})", re.IGNORECASE),
)
# Where a name ends and the next field of a byline begins.
_END = re.compile(
    r",|\s[-–]\s|\s\(?\d{1,2}(?:[/.\-]\d{1,2}[/.\-]|\s?[ก-ฮ]{1,2}\.?[ก-ฮ]\.|\s?(?:"
    + "|".join(FULL_NAMES)
    + r"))|\s\d{4}-\d\d|\s?\[|\s(?:เมื่อ|วันที่|วัน/|ที่มา|ที่\s\d|เวลา|on\s|at\s\d|ฮิต|อ่าน|เข้าชม"
    r"|เผยแพร่|ปรับปรุง|โพสต์|ลงวันที่|ผู้(?:เข้า)?ชม|เปิด(?:อ่าน|ดู)|จำนวน|hits|views?|หมวด|ประเภท)",
    re.IGNORECASE,
)
_LETTER = re.compile(r"[^\W\d_]")


def find_sources(text: str) -> tuple[Source, ...]:
    """Sources that a text names behind a label, in order."""
    traced = trace(_STEPS, trace_letters(text))
    found: dict[int, Source] = {}
    for pattern in _SOURCES:
        for match in pattern.finditer(traced.text):
            name = _END.split(match["name"], maxsplit=1)[0].strip(" .:-")
            if not _LETTER.search(name):
                continue
            at = match.start("name") + match["name"].index(name)
            start, end = traced.span(at, at + len(name))
            found.setdefault(at, Source(start=start, end=end, name=text[start:end], label=match["label"].strip()))
    return tuple(found[at] for at in sorted(found))


def find_source(text: str) -> str | None:
    """The first source that a text names, as written; None if it names none."""
    return next((source.name for source in find_sources(text)), None)
