"""Words that hold a shorter one which means something else: เจ้าหน้าที่ (officer) holds หน้าที่ (duty).

Thai writes no spaces between words, so a name found in a label may begin or end in the middle of such a word. Knows
words; knows no topic. Everything is as `thai.text.fold` leaves it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain

_PERSONS = "ข่าว|วิจัย|วิชาการ|ประชาสัมพันธ์|บริหาร|กฎหมาย|กิจกรรม|พัฒนา|จัดการ|สื่อสาร"
# No name begins within these.
_ENDING = re.compile(
    r"เจ้าหน้าที่|ผู้มีหน้าที่|(?:ปฏิบัติ|ทำ|พ้น)หน้าที่|อาสาสมัคร|(?:โรค|ไม่)ติดต่อ|(?:รูป|ต้น|ออก|แม่)แบบ|บทบาท"
    r"|(?:สุข|คุณ|ศักย|ประสิทธิ|สมรรถ|เสรี|สถาน|เอก|กาย|มิตร|สันติ|บุคลิก|สัมพันธ|ส)ภาพ|(?:ตรวจ|ทด|ทวน|สืบ)สอบ"
    r"|สำหรับ|(?<![อูีั๊])ปรับ|(?:ต้อน|ตอบ|รอง|ยอม)รับ|(?:พื้น|เนื้อ)ที่|ลูกจ้าง|(?:โครง|เสริม)สร้าง|ปีงบประมาณ(?!รายจ่าย)"
    rf"|นัก(?:{_PERSONS})|ผู้(?:สื่อข่าว|ประกาศ|วิจัย)"
)
# No name ends within these.
_BEGINNING = re.compile(
    r"ของ(?!ด(?:เว้น|ใช้|เบี้ย|รับ|ชำระ))|ขอบ(?:คุณ|เขต|ข่าย)|ขออภัย|สอบ(?:ถาม|สวน|ทาน|เทียบ)|สภาพ|กอง(?:ทุน|ทัพ)|กรมธรรม์|ชม(?:รม|เชย)"
    r"|สื่อ(?:สาร|มวลชน)|เพื่อน|(?:วิศว|เภสัช)กรรม|ซื้อขาย|งดงาม|สาร(?:สนเทศ|บรรณ)|รับรอง|เข้า(?:ใจ|ถึง)|นัดหยุด|ตั้งแต่|สัญญาณ"
    r"|อำนาจเจริญ|สร้าง(?:เสริม|สรรค์)"
    # Before other letters they are two words: แผน|การเงิน, พัฒนา|การศึกษา.
    r"|แผนก(?=ผู้|เภสัช|ฉุกเฉิน|อุบัติเหตุ|อายุร|ศัลย|สูติ|กุมาร|ทันต|ห้อง|รังสี|ตรวจ|บริการ|พยาบาล|จิตเวช)"
    r"|พัฒนาการ(?=เด็ก|ปฐมวัย|ทารก|สมวัย|ล่าช้า|ตามวัย)"
)


@dataclass(frozen=True, slots=True)
class Seams:
    """Offsets in a folded label at which no name can begin, and at which none can end."""

    no_start: frozenset[int] = frozenset()
    no_end: frozenset[int] = frozenset()

    def cut_by(self, start: int, end: int) -> bool:
        """Would what stands from `start` to `end` begin or end in the middle of a word?"""
        return start in self.no_start or end in self.no_end


def seams(folded: str) -> Seams:
    """Where the words of the two lists lie in the folded text."""
    return Seams(_within(_ENDING, folded), _within(_BEGINNING, folded))


def _within(words: re.Pattern[str], folded: str) -> frozenset[int]:
    return frozenset(chain.from_iterable(range(word.start() + 1, word.end()) for word in words.finditer(folded)))
