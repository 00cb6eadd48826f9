"""The ways in which people word one name: แผนการจัดซื้อ is แผนจัดซื้อ, ข่าวสารและกิจกรรม is ข่าวสาร/กิจกรรม.

Works on folded text and knows only the small words that come and go; what a name means is no concern of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_HEAD = "แผน|ขั้นตอน|คู่มือ|แบบฟอร์ม|ผล|รายงาน|มาตรฐาน|แนวทาง|ระยะเวลา|ช่องทาง|สถิติ|ข้อมูล|วิธี|คำรับรอง"
_ACTION = (
    "จัดซื้อ|จัดจ้าง|จัดหา|จัดการ|ใช้|ปฏิบัติ|ดำเนิน|ให้|รับ|เข้า|ขอ(?!ง)|ยื่น|ชำระ|ประเมิน|สำรวจ|เบิก|พิจารณา|เสนอ|คัดเลือก"
    "|เลือกสรร|สรรหา|สอบ|บริหาร|พัฒนา|ติดตาม|กำกับ|เผยแพร่|ติดต่อ|ตรวจ|เยี่ยม|ประกวด|ลงทะเบียน|แจ้ง|จอง|นัด"
)
_NOMINAL = re.compile(rf"({_HEAD})(?:การ)?(?={_ACTION})")
"""A noun before what is done: «การ» (the doing of) may stand between them."""
_POSSESSED = re.compile(r"(?<=[ก-๎])ของ(?=[ก-๎])(?!ขวัญ|กำนัล)")
_BESIDE = re.compile(r"(?<=[ก-๎])(?:และ|หรือ)(การ)?(?=[ก-๎])")


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording of a name; at `joint`, if there is one, a label must show a space or a sign in place of «และ»."""

    text: str
    joint: int | None = None


def wordings(name: str) -> frozenset[Wording]:
    """A folded name with «การ» and «ของ» where they may come and go."""
    return frozenset(map(Wording, _reworded(name)))


def listed_wordings(name: str) -> frozenset[Wording]:
    """As `wordings`, and with its two parts side by side in every way: by «และ» (and), by «หรือ» (or), by a sign."""
    return frozenset(each for text in _reworded(name) for each in _side_by_side(text))


def names_beside(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Where the names stand that «และ» (and) or «หรือ» (or) joins in a stretch of folded text; none for one alone."""
    joints = [(found.start(), found.end()) for found in _AND.finditer(text, start, end)]
    if not joints or len(joints) > _MOST_JOINTS:
        return ()
    begins, ends = [start, *(end for _, end in joints)], [*(begin for begin, _ in joints), end]
    return tuple(zip(begins, ends, strict=True))


_AND = re.compile("และ|หรือ")
_MOST_JOINTS = 4


def _reworded(name: str) -> set[str]:
    nominal = (name, _NOMINAL.sub(r"\1", name), _NOMINAL.sub(r"\1การ", name))
    return {each for text in nominal for each in (text, _POSSESSED.sub("", text))}


def _side_by_side(text: str) -> set[Wording]:
    found = _BESIDE.search(text)
    if found is None:
        return {Wording(text)}
    before, after = text[: found.start()], text[found.end() :]
    ends = {after, (found[1] or "") + after}
    joined = {Wording(before + word + end) for word in ("และ", "หรือ") for end in ends}
    return joined | {Wording(before + end, len(before)) for end in ends}
