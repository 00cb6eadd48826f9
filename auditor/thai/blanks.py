"""Places that a model paper leaves open: whose it is, and of which year.

Thai announcements and orders are written from models that the ministry hands out (REQUIREMENTS.md 5.4). Who publishes
the model itself has filled in neither. A day or a signature may be left open in a paper that is signed by hand.
"""

from __future__ import annotations

import re

from auditor.thai.text import normalise

_NAMED_BY_KIND = (
    r"[(\[<]\s?(?:ระบุ|ใส่|กรอก)?\s?ชื่อ(?:ส่วนราชการ|หน่วยงาน|องค์กร|โรงพยาบาล|สำนักงาน|จังหวัด|อำเภอ)"
    r"(?:ของท่าน|เจ้าของ\S{0,12})?\s?[)\]>]"
)
_OPEN_NAME = r"(?:ประกาศ|คำสั่ง|โรงพยาบาล|สำนักงานสาธารณสุข(?:จังหวัด|อำเภอ)?|จังหวัด|อำเภอ)\s?(?:\.{4,}|…{2,}|_{4,})"
_OPEN_YEAR = r"(?:พ\.?\s?ศ\.?|พุทธศักราช|ปีงบประมาณ)\s?(?:\.{3,}|…+|_{3,}|๒๕\.{2,}|25\.{2,}|25xx|๒๕xx)"
_BLANK = re.compile(f"{_NAMED_BY_KIND}|{_OPEN_NAME}|{_OPEN_YEAR}", re.IGNORECASE)


def blanks_in(text: str) -> tuple[str, ...]:
    """The open places of a model in the order of the text, as they stand after `normalise`."""
    return tuple(found.group() for found in _BLANK.finditer(normalise(text)))
