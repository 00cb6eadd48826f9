"""How long a service takes, and the marks of its steps: what a manual must tell (clauses 1.6, 1.7)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from auditor.thai.months import MONTH
from auditor.thai.rewriting import Step, trace
from auditor.thai.text import trace_letters

_STEPS: tuple[Step, ...] = (
    Step(re.compile(r"[A-Z]+"), lambda m: m[0].lower()),
    Step(re.compile(r"[^\S\n\t]+"), " "),
)


class DurationUnit(StrEnum):
    """What is counted."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WORKING_DAY = "working-day"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration:
    """A length of time. `least` and `most` are equal unless a range is given."""

    start: int
    end: int
    raw: str
    least: float
    most: float
    unit: DurationUnit


@dataclass(frozen=True, slots=True, kw_only=True)
class StepMark:
    """The number of a step."""

    start: int
    end: int
    raw: str
    number: int
    named: bool  # ขั้นตอนที่ 1; False for a bare «1.»


_U = DurationUnit
_UNITS: tuple[tuple[str, DurationUnit], ...] = (
    (r"วัน\s?(?:ทำการ|ทำงาน|ราชการ)|(?:working|business)\sdays?", _U.WORKING_DAY),
    (r"นาที|minutes?|mins?", _U.MINUTE),
    (r"ชั่วโมง|ช\.?ม\.?(?![ก-ฮ])|hours?|hrs?", _U.HOUR),
    (r"วัน(?!ที่|จันทร์|อังคาร|พุธ|พฤหัส|ศุกร์|เสาร์|อาทิตย์|นี้|เกิด|ละ)|days?", _U.DAY),
    (r"สัปดาห์|อาทิตย์|weeks?", _U.WEEK),
    (rf"เดือน(?!\s?(?:{MONTH}|แรก|หลัง|ละ))|months?", _U.MONTH),
)
_WORDS = {"ครึ่ง": 0.5, "หนึ่ง": 1, "สอง": 2, "สาม": 3, "สี่": 4, "ห้า": 5, "หก": 6, "เจ็ด": 7, "แปด": 8, "เก้า": 9, "สิบ": 10}
_NUMBER = r"\d{1,4}(?:\.\d{1,2})?(?![\d/])"
_ANY_UNIT = "|".join(f"(?P<u{n}>{words})" for n, (words, _) in enumerate(_UNITS))
_DURATION = re.compile(
    rf"(?<![\d.,:/])(?:(?P<least>{_NUMBER})(?:\s?(?:-|ถึง|~|to)\s?(?P<most>{_NUMBER}))?|(?P<word>{'|'.join(_WORDS)}))\s?"
    rf"(?:{_ANY_UNIT})(?![a-z])"
)
# Ages, opening hours, rounds of reporting, clock times and "days ago" are no durations of a service.
_NONE_BEFORE = re.compile(
    r"(?:อายุ(?:ไม่เกิน|ตั้งแต่|ครรภ์|ต่ำกว่า|น้อยกว่า|มากกว่า)?|เด็ก|ทารก|รอบ|ตลอด|เปิด(?:บริการ)?|ทุก|ราย|ย้อนหลัง|นาฬิกา|ครั้งละ|ระยะ|เดือนที่|วันที่)\s?$"
)
_NONE_BEHIND = re.compile(r"\s?(?:ที่แล้ว|ที่ผ่านมา|ago|แรกเกิด|ขึ้นไป)")
_CONTEXT = 24


def find_durations(text: str) -> tuple[Duration, ...]:
    """Lengths of time in a text: 15 นาที, 1-2 วันทำการ, ครึ่งชั่วโมง, ภายใน 15 วัน."""
    traced = trace(_STEPS, trace_letters(text))
    found = []
    for match in _DURATION.finditer(traced.text):
        before = traced.text[max(0, match.start() - _CONTEXT) : match.start()]
        if _NONE_BEFORE.search(before) or _NONE_BEHIND.match(traced.text, match.end()):
            continue
        unit = next(unit for number, (_, unit) in enumerate(_UNITS) if match[f"u{number}"])
        least = float(match["least"]) if match["least"] else _WORDS[match["word"]]
        most = float(match["most"]) if match["most"] else least
        if least <= most:
            start, end = traced.span(*match.span())
            found.append(Duration(start=start, end=end, raw=text[start:end], least=least, most=most, unit=unit))
    return tuple(found)


_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩"
_STEP = re.compile(
    r"(?P<named>ขั้น(?:ตอน)?\s?(?:ที่)?\s?|step\s?|ลำดับ(?:ขั้นตอน)?ที่\s?)(?P<n>\d{1,2})(?![\d/]|\.\d)"
    rf"|(?:^|(?<=[\n\t|]))\s{{0,8}}(?:\(?(?P<m>\d{{1,2}})[.)]\)?(?![\d/])|(?P<c>[{_CIRCLED}]))"
)


def find_step_marks(text: str) -> tuple[StepMark, ...]:
    """Marks of steps: ขั้นตอนที่ 1 anywhere; 1. 1) (1) ๑) ① at the start of the text, a line or a cell (tab, |)."""
    traced = trace(_STEPS, trace_letters(text))
    marks = []
    for match in _STEP.finditer(traced.text):
        blank = len(match[0]) - len(match[0].lstrip())
        start, end = traced.span(match.start() + blank, match.end())
        number = _CIRCLED.index(match["c"]) + 1 if match["c"] else int(match["n"] or match["m"])
        marks.append(StepMark(start=start, end=end, raw=text[start:end], number=number, named=bool(match["named"])))
    return tuple(marks)
