"""What the words beside a date say it is: published, changed, dated, due, of a period …

The labels are those of clause 2.2 and their look-alikes. Knows words only; a date without a label stays UNKNOWN.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from auditor.thai.date_text import WEEKDAY
from auditor.thai.date_types import DateRole

_REACH = 72  # letters left of a date in which its label must begin

# A name in a byline, and what stands between it and the date.
_NAME = r"\s?:?\s?[^\s|,:]{2,40}(?:\s[^\s|,:]{2,40})?"
_THEN = r"\s?(?:[|,]|\sเมื่อ)"
# Who posted it: a word that begins what the post tells of is no name.
_TELLS = "ประชุม|อบรม|สัมมนา|กิจกรรม|จัด|ร่วม|ลง|โครงการ|งาน|พิธี|เรื่อง|ขอ|เชิญ|ประกาศ|รับ|แจ้ง|ตรวจ|เปิด|ปิด|นัด|มอบ|ครั้ง|วัน"
_POSTER = rf"\s?:?\s?[^\s|,:]{{2,40}}(?:\s(?!{_TELLS})[^\s|,:]{{2,40}}){{0,2}}\s(?=วันที่)"
_THEN_LATIN = r"\s?(?:[|,]|\s(?:on|at)(?=\s))"

# Words as parts of regular expressions on a text made ready by `date_text`. The most telling word wins: of two that
# end at the same place the longer one.
LABELS: tuple[tuple[DateRole, tuple[str, ...]], ...] = (
    (
        DateRole.MODIFIED,
        (
            rf"(?:ปรับปรุง|แก้ไข|อั[พป]เด[ทตด])(?:ล่าสุด|ครั้งสุดท้าย)?โดย{_NAME}{_THEN}",
            rf"(?:ปรับปรุง|แก้ไข|อั[พป]เด[ทตด])(?:ล่าสุด|ครั้งสุดท้าย)?โดย{_POSTER}",
            rf"(?:last\s)?(?:updated|modified|edited|changed)\sby{_NAME}{_THEN_LATIN}",
            (
                r"(?:วันที่|วัน/เดือน/ปี\s?ที่)?\s?(?:ปรับปรุง|แก้ไข(?!เพิ่มเติม)|อั[พป]เด[ทตด]ส?)"
                r"(?:ข้อมูล|เว็บไซต์|เนื้อหา|ครั้ง|ใน|ระบบ|ล่าสุด|สุดท้าย|หลังสุด|แล้ว|เมื่อ|วันที่|\s)*"
            ),
            r"(?:ข้อมูล|เปลี่ยนแปลง)(?:ครั้ง)?(?:ล่าสุด|สุดท้าย)",
            r"(?:last[\s_-]?(?:updated?|modified|edited|change[ds]?)|(?:date)?modified|updated?)(?:[\s_-]?(?:date|on|at))?",
        ),
    ),
    (
        DateRole.PUBLISHED,
        (
            rf"(?:(?:เขียน|โพสต?์?|เผยแพร่|ลงข่าว|ลงประกาศ|บันทึก|เพิ่ม)โดย|ผู้(?:โพสต?์?|ลงข่าว|ลงประกาศ|เขียน|เผยแพร่)){_POSTER}",
            (
                r"(?:วันที่|วัน/?\s?เดือน/?\s?ปี\s?(?:ที่)?)?\s?(?:กำหนด)?"
                r"(?:เผยแพร่|ลงประกาศ|ลงข่าว|ลงข้อมูล|(?:ลง|ขึ้น)เว็บ|ลงเมื่อ|โพสต?์?|อั[พป]โหล[ดต]|บันทึก(?!ข้อความ)|นำเข้า"
                r"|(?:ประกาศ|เขียน|เพิ่ม|ส่ง|ประชาสัมพันธ์)เมื่อ|สร้าง(?:ใน|ระบบ|\s)*เมื่อ)"
                r"(?:ข้อมูล|ข่าว|บทความ|เว็บไซต์|ไซต์|ขึ้น|ลง|ใน|ระบบ|แล้ว|เมื่อ|ณ|วันที่|\s)*"
            ),
            (
                r"วันที่(?:ลง(?:ข่าว|ประกาศ|ข้อมูล)?|สร้าง|ประกาศ|ประชาสัมพันธ์|เพิ่ม|โพสต?์?|อั[พป]โหล[ดต]|เนื้อหา|ข่าว"
                r"|\s?(?:upload|post))"
            ),
            r"(?:เนื้อหา|ข่าว)วันที่",
            r"(?:date[\s_-]?)?(?:published|posted|created|uploaded|released|submitted|added)(?:[\s_-]?(?:date|time|on|at))?",
            r"(?:pub(?:lish)?|post|release|upload|creat(?:ed|ion))[\s_-]?(?:date|time)",
            r"(?<![a-z])(?:post\s)?date(?=[\"':\s])",
            # Bylines: By:Admin | 2022-03-11; เขียนโดย ก, 5 มกราคม 2567
            rf"(?:(?:posted|published|written|created)\s)?(?<![a-z])by{_NAME}{_THEN_LATIN}",
            (
                r"(?:(?:เขียน|โพสต?์?|เผยแพร่|ประกาศ|บันทึก|จัดทำ|สร้าง)?โดย|ผู้(?:โพสต?์?|ประกาศ|ลงข่าว|เขียน|เผยแพร่|บันทึก))"
                rf"{_NAME}{_THEN}"
            ),
            r"โดย\s?:\s?[^\s|,:]{2,40}",
        ),
    ),
    (
        DateRole.DOCUMENT,
        (
            r"ลง\s?วันที่",
            r"(?<![ก-๎])(?:ลว\.?|ลง)(?=[\s\d.]|$)",
            r"(?:ประกาศ|สั่ง|ให้ไว้|(?<![ก-๎])ให้|ตรา|ออก|ลงนาม|ลงชื่อ|(?<!จัด)ทำ|เขียน|เสนอ|อนุมัติ|เห็นชอบ)\s?ณ\s?(?:วันที่)?",
            r"วันที่(?:ลงนาม|อนุมัติ|ทำสัญญา|ออกหนังสือ|หนังสือ|เอกสาร)|(?:ลงนาม|อนุมัติ|เห็นชอบ)\s?(?:เมื่อ|วันที่)+",
            # From when a rule is in force: no period of data.
            r"(?:มีผล|บังคับใช้|ใช้บังคับ)(?:บังคับ|ใช้|ตั้งแต่|เมื่อ|วันที่|\s)*",
            r"(?:issued?|effective|approv(?:al|ed)|sign(?:ed|ing))\s(?:date|on)",
            r"(?:ที่|เลขที่)\s?[^\s]{1,16}/(?:2[45])?\d\d\s?ณ\s?วันที่",
            r"dated",
        ),
    ),
    (
        DateRole.AS_OF,
        (
            r"(?:ข้อมูล|สถานะ|สถานการณ์|ยอด)?\s?(?<![ก-๎])ณ\s?(?:สิ้น)?\s?(?:วันที่|เดือน|ปี|สิ้น)?",
            r"(?:ข้อมูล|สถานะ|สถานการณ์|ยอด)ณ?\s?(?:วันที่|เดือน|ปี)",
            r"as\s?(?:of|at)(?![a-z])",
            # Up to when something was counted: no deadline.
            (
                r"(?:ข้อมูล|สะสม|ยอด|สถิติ|จำนวน|ผล(?=การ)|รายงาน(?!ตัว)|เบิกจ่าย|ความก้าวหน้า)"
                r"(?:(?!สมัคร|เสนอ|ยื่น|ส่ง|ถึง)[ก-๎]){0,24}\s?(?:จน)?ถึง\s?วันที่"
            ),
            r"(?:วันที่|ข้อมูล)?ประมวลผล(?:ข้อมูล|ล่าสุด|เมื่อ|วันที่|\s)*",
            r"เริ่มนับ(?:จาก|ตั้งแต่|เมื่อ)?",
            r"(?:สถิติ|ผู้เข้าชม|เข้าชม|นับ|ข้อมูล)?\s?(?:ตั้งแต่|since)",
            r"ฉบับ(?:ประจำ)?(?:เดือน|วันที่)?",
        ),
    ),
    (
        DateRole.EXPIRES,
        (
            r"หมดเขต|หมดอายุ|ใช้ได้ถึง|ครบกำหนด|กำหนดส่ง|ส่งภายใน",
            r"(?:ปิด|สิ้นสุด|หมดเขต)(?:การ)?รับ(?:สมัคร|ลงทะเบียน|ข้อเสนอ)?",
            r"(?:วันที่)?สิ้นสุด(?:การ)?(?:เผยแพร่|ประกาศ|แสดงผล|ใช้งาน)?(?:วันที่|เมื่อ)?|ปลด(?:ประกาศ|ข่าว)?(?:เมื่อ|วันที่)?",
            r"(?:เปิด)?รับ(?:สมัคร|ลงทะเบียน)(?:สอบ|คัดเลือก|งาน|ตั้งแต่|ระหว่าง|ได้|ถึง|จนถึง|ภายใน|วันที่|\s)*",
            r"วันที่(?:ยื่น|เสนอ)(?:ข้อเสนอ|ซอง|ราคา)",
            r"(?<!การ)(?:ยื่น|เสนอ)(?:ข้อเสนอ|ซอง|ราคา|เอกสาร|ใบสมัคร)[ก-๎ ]{0,30}(?:วันที่|ภายใน|ถึง)|กำหนดยื่น[ก-๎]{0,20}",
            r"ภายใน(?:วันที่|เดือน)?|ก่อน(?:วันที่)?|ไม่เกิน(?:วันที่)?|(?:จน)?ถึงวันที่|วันสุดท้าย[ก-๎]{0,20}",
            r"deadline|end\sdate|clos(?:es|ing)(?:\sdate)?|expir(?:es|y|ed)(?:\s(?:on|date))?|until|due(?:\sdate)?",
        ),
    ),
    (
        DateRole.EVENT,
        (
            (
                r"(?:จัด(?:ขึ้น|กิจกรรม|ประชุม|อบรม)?|ประชุม|อบรม|กิจกรรม|เกิด|เริ่ม|เปิด|ก่อตั้ง|ครั้งแรก|จดทะเบียน)?\s?"
                r"(?:เมื่อ|ใน)\s?วันที่"
            ),
            r"(?:ประชุม|อบรม|สัมมนา)[ก-๎]{0,12}วันที่",
            # A meeting by its number: ประชุม คปสอ. ครั้งที่ 2/2569 วันที่ …
            r"(?:นัด)?(?:ประชุม|อบรม|สัมมนา)[ก-๎. ]{0,40}ครั้งที่\s?\d{1,3}(?:\s?/\s?\d{2,4})?\s?(?:เมื่อ|ใน)?\s?วัน(?:ที่)?",
            r"วันนี้|เกิดเมื่อ|วันเกิด|กำหนดการ|วัน(?:ที่)?(?:จัด|ประชุม|อบรม|สอบ)(?:งาน|กิจกรรม|โครงการ)?|นัด[ก-๎]{0,20}",
            r"กำหนด(?:จัด|สอบ|อบรม|ประชุม)[ก-๎]{0,12}|(?<!ทด)(?<!ตรวจ)สอบ(?:ข้อเขียน|สัมภาษณ์)?\s?วันที่|วันที่เปิดซอง",
            r"(?:event|start|meeting|training|exam|birth)\sdate|held\son",
            # When a page was printed or looked at tells nothing of what stands on it.
            r"(?:วันที่)?(?:พิมพ์|สืบค้น|เข้าถึง|เรียกดู)(?:เอกสาร|ข้อมูล|เมื่อ|วันที่|\s)*|(?:print(?:ed)?|access(?:ed)?)\s(?:date|on)|retrieved",
        ),
    ),
    (
        DateRole.PERIOD,
        (
            r"(?:ช่วง|ระยะ)(?:วันที่|เวลา)(?:ของ)?(?:ข้อมูล)?",
            r"(?:ข้อมูล)?ระหว่าง(?:วันที่|เดือน)",
            r"ประจำ(?:เดือน|วันที่|สัปดาห์|งวด)|ราย(?:เดือน|สัปดาห์|ไตรมาส)|รอบ(?:เดือน)?|งวด(?:เดือน)?",
            r"period",
        ),
    ),
)
# What may stand between a label and its date.
_FILLED = re.compile(
    rf"(?:[\s:.\-–|()\[\]\"'*>=,;•/+]|เมื่อ|วัน(?:{WEEKDAY})?(?:ที่)?|{WEEKDAY}|ที่|เดือน|ประจำ|ปี|ระหว่าง|ตั้งแต่|เวลา"
    r"|on|the|is|at|date|from)*"
)
_FORM_FIELDS = frozenset({DateRole.PUBLISHED, DateRole.MODIFIED, DateRole.DOCUMENT, DateRole.AS_OF})
_CLOSING = re.compile(r"ปิด|หมด|สิ้นสุด|สุดท้าย|deadline|clos|expir")
_PATTERNS = tuple((role, re.compile("|".join(words))) for role, words in LABELS)


@dataclass(frozen=True, slots=True)
class Label:
    """A word that tells a role, and where it stands."""

    role: DateRole
    start: int
    end: int


def label_before(text: str, start: int) -> Label | None:
    """The label that the thing at `start` has: the nearest, and of two that end together the longer one."""
    left = max(0, start - _REACH)
    found = (
        Label(role, _begin(match), match.start() + len(match[0].rstrip()))
        for role, pattern in _PATTERNS
        for match in pattern.finditer(text, left, start)
        if match[0] and _reaches(text, match.end(), start) and _same_field(text, role, match, start)
    )
    return max(found, key=lambda label: (label.end, -label.start), default=None)


def _reaches(text: str, end: int, start: int) -> bool:
    filled = _FILLED.match(text, end, start)
    return filled is not None and filled.end() == start


def _begin(label: re.Match[str]) -> int:
    return label.end() - len(label[0].lstrip())


def _same_field(text: str, role: DateRole, label: re.Match[str], start: int) -> bool:
    """Whether label and date are one field: in one line, or the label alone in the line above.

    The end of a title above (… เสนอราคา, งานรับสมัคร) is no label of the date below it.
    """
    begin = _begin(label)
    if "\n" not in text[begin:start]:
        return True
    line = text.rfind("\n", 0, begin) + 1
    if text[line:begin].strip(" -•:*"):
        return False
    return role in _FORM_FIELDS or _CLOSING.search(label[0]) is not None


def has_label(text: str) -> bool:
    """Whether any word of the tables stands in a text made ready by `date_text`."""
    return any(pattern.search(text) for _, pattern in _PATTERNS)
