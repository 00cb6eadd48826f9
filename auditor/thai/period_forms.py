"""Months, quarters, half-years, years and fiscal years, alone or as ranges."""

from __future__ import annotations

import re
from dataclasses import replace

from auditor.thai.date_text import BETWEEN, TO, Form, Reading, year
from auditor.thai.date_types import DateRole, Precision
from auditor.thai.day_forms import year_of
from auditor.thai.months import MONTH, MONTH_ALONE, month_number
from auditor.thai.years import Year, day_of, fiscal_bounds, month_bounds, year_bounds

_LONGEST_RANGE = 30  # years; more is no plan but two numbers
_FISCAL_WORD = (
    r"(?:ป[ีง ]{1,4}[บมป]?\s?ประมา[ณน](?:รายจ่าย)?|ปี\s?งบ(?:ฯ|\.)?|ปี\s?งปม\.?|งบประมาณ(?:รายจ่าย)?(?:ประจำ)?ปี"
    r"|งบประมาณ(?:รายจ่าย)?|(?<![ก-๎])งบ|fiscal\s?year|(?<![a-z])fy)"
)
_AND = r"\s?(?:-|~|ถึง|และ|กับ|,|/|to|and)\s?(?:ใน)?(?:รอบ)?"
_FILL = r"[\s:.\-_(]{0,2}"
_ITA = r"(?<![a-z])(?:ita|moit|oit|ebit)(?![a-z])"


def _range(match: re.Match[str]) -> tuple[Year, Year] | None:
    first = year_of(match, "y1")
    if first is None:
        return None
    last = year_of(match, "y2") if match.groupdict().get("y2") else first
    if last is None or not 0 <= last.christian - first.christian <= _LONGEST_RANGE:
        return None
    return first, last


def _fiscal(match: re.Match[str], *, certain: bool = True) -> Reading | None:
    if (years := _range(match)) is None:
        return None
    first, last = years
    return Reading(
        first=fiscal_bounds(first.buddhist)[0],
        last=fiscal_bounds(last.buddhist)[1],
        precision=Precision.FISCAL_YEAR,
        certain=certain and first.certain and last.certain,
        role=DateRole.FISCAL_YEAR if first == last else DateRole.PERIOD,
        fiscal_year=last.buddhist,
    )


def _assumed_fiscal(match: re.Match[str]) -> Reading | None:
    """ประจำปี may be fiscal, calendar or academic; agencies mean the fiscal one."""
    return _fiscal(match, certain=False)


def _calendar(match: re.Match[str]) -> Reading | None:
    if (years := _range(match)) is None:
        return None
    first, last = years
    return Reading(
        first=year_bounds(first)[0],
        last=year_bounds(last)[1],
        precision=Precision.YEAR,
        certain=first.certain and last.certain,
        role=DateRole.PERIOD,
    )


def _guessed(match: re.Match[str]) -> Reading | None:
    """A bare number that is a likely year."""
    reading = _calendar(match)
    return reading and replace(reading, certain=False)


def _months(match: re.Match[str]) -> Reading | None:
    groups = match.groupdict()
    month, right = month_number(groups["m2"]), year_of(match, "y2")
    if month is None or right is None:
        return None
    first, last = month_bounds(right, month[0])
    certain, start = right.certain and month[1], match.start("m2")
    if groups.get("m1") and (left_month := month_number(groups["m1"])):
        left = year_of(match, "y1") or right
        if not groups.get("y1") and left_month[0] > month[0]:
            left = Year(right.christian - 1, right.certain, right.buddhist_written)
        earlier = month_bounds(left, left_month[0])[0]
        if earlier <= first:
            first, start = earlier, match.start("m1")
    return Reading(
        first=first, last=last, precision=Precision.MONTH, certain=certain, role=DateRole.PERIOD, start=start
    )


def _address_month(match: re.Match[str]) -> Reading | None:
    which = year_of(match, "y1")
    if which is None or day_of(which, int(match["m"]), 1) is None:
        return None
    first, last = month_bounds(which, int(match["m"]))
    return Reading(first=first, last=last, precision=Precision.MONTH, certain=False, start=match.start("y1"))


_Y4 = r"(?P<{0}>\d{{4}})(?!\d)"
_SURE = "[4-7]\\d"  # years of two digits that need no month beside them
_NAMED = r"5[5-9]|6\d|7[0-5]"  # of two digits in the name of a file: 2555–2575
_FILE_ENDING = r"(?:pdf|docx?|xlsx?|pptx?|zip|rar|jpe?g|png)"
_Y1 = year("y1", two=_SURE)
_TO_YEAR = rf"(?:{_AND}(?:{_FISCAL_WORD}{_FILL})?(?:ปี\s?)?{year('y2', two=_SURE)})?"
_LONG_MONTH_FIRST = rf"(?P<m1>{MONTH_ALONE})(?:{BETWEEN}{year('y1')})?{TO}"

MONTH_FORMS: tuple[Form, ...] = (
    Form("month-range", re.compile(rf"{_LONG_MONTH_FIRST}(?P<m2>{MONTH}){BETWEEN}{year('y2')}"), _months),
    Form("month", re.compile(rf"(?P<m2>{MONTH_ALONE}){BETWEEN}{year('y2')}"), _months),
)

# moit9-67, o13_66.html, EB10/63: an item of the assessment and its year; items go to 43, years begin with 55.
ITEM_FORMS: tuple[Form, ...] = (
    Form(
        "item-year",
        re.compile(
            rf"(?<![a-z])(?:moit|oit|eb|o)[\s_\-]?\d{{1,2}}\s?[\-_/]\s?(?P<y1>25[5-7]\d|{_NAMED})(?![\d%]|[.,]\d|\s?[\-/]\s?\d)"
        ),
        _assumed_fiscal,
    ),
)

FISCAL_FORMS: tuple[Form, ...] = (
    Form("fiscal-year", re.compile(rf"{_FISCAL_WORD}\s?(?:ประจำปี\s?)?{_FILL}{_Y1}{_TO_YEAR}"), _fiscal),
    Form("academic-year", re.compile(rf"ปีการศึกษา\s?{_Y1}{_TO_YEAR}"), _calendar),
    Form("yearly", re.compile(rf"ประจำปี\s?{_FILL}{_Y1}{_TO_YEAR}"), _assumed_fiscal),
    Form("assessment", re.compile(rf"{_ITA}[^\d\n]{{0,3}}(?:ของ|ประจำ|ใน|ปี|[\s\-_]){{0,4}}{_Y1}{_TO_YEAR}"), _fiscal),
    Form("annual-report", re.compile(rf"annual report[^\d\n]{{0,24}}{_Y4.format('y1')}"), _assumed_fiscal),
    # moit_14-2567, ita.php?y=2566, o17mc66, ordinance58, tri1-67
    Form("address-year", re.compile(rf"[?&](?:y|yr|year)={_Y4.format('y1')}"), _assumed_fiscal),
    Form("name-year", re.compile(r"(?<=[a-z]{2})(?P<y1>" + _NAMED + r")(?![\d.,]\d|\d|[a-z@])"), _assumed_fiscal),
)

_ERA_WORD = r"(?:พุทธศักราช|คริสต์ศักราช|พ\s?\.?\s?ศ\s?\.?|ค\s?\.?\s?ศ\s?\.?)\s?"
_LONG = r"25\d\d|20\d\d|24\d\d"
# A number behind these is an amount, before them too: 2567 คน.
_COUNTED = r"บาท|คน|ราย|ครั้ง|แห่ง|หน่วย|วัน|ชุด|เล่ม|กิโล|กม|ตาราง|ไร่|views?|hits?"
_NOT_COUNT = r"(?<!เลขที่ )(?<!จำนวน )(?<!เลขที่)(?<!จำนวน)"

YEAR_FORMS: tuple[Form, ...] = (
    Form(
        "first-last-year",
        re.compile(
            r"(?:ปี[ก-๎]{0,20}เริ่ม[ก-๎]{0,24}|first year[a-z ]{0,15})\s?:?\s?(?P<y1>\d{4})[\s/|,;\-]{0,4}"
            r"(?:ปี[ก-๎]{0,20}(?:ล่าสุด|สิ้นสุด|สุดท้าย)[ก-๎]{0,20}|last year[a-z ]{0,15})\s?:?\s?(?P<y2>\d{4})(?!\d)"
        ),
        _calendar,
    ),
    Form(
        "year-range",
        re.compile(
            rf"(?<![\d/.,\-])(?<!\d )(?:{_ERA_WORD}|ปี\s?){{0,3}}(?P<y1>{_LONG})\s?(?:-|~|ถึง)\s?(?:ปี\s?)?"
            rf"(?:{_ERA_WORD})?(?P<y2>{_LONG}|(?<=[\d ][\-~])\d\d|(?<=[\-~] )\d\d)(?![\d/,]|[.\-]\d)"
        ),
        _calendar,
    ),
    Form("era-year", re.compile(rf"{_ERA_WORD}{_Y4.format('y1')}(?!\s?\d)"), _calendar),
    Form("year", re.compile(rf"(?:ปี(?:ปฏิทิน)?|(?<![a-z])year)\s?{_Y4.format('y1')}"), _calendar),
    Form("short-range", re.compile(rf"ปี\s?(?P<y1>{_NAMED})\s?-\s?(?P<y2>{_NAMED})(?!\d|\s?ปี)"), _guessed),
    # ปี59: with a space it is as often an age.
    Form("short-year", re.compile(rf"(?<!อายุ)ปี'?(?P<y1>{_SURE})(?!\d|\s?(?:ปี|ขึ้นไป|-))"), _guessed),
    # แผนปฏิบัติการ ปี 69: the last that a name says, where no age is told.
    Form(
        "short-year-apart",
        re.compile(
            rf"(?<!อายุ)(?<!อายุ )(?<!อายุเกิน)(?<!\d)(?<!\d )(?<!ครบ)(?<!ครบ )ปี\s'?(?P<y1>{_NAMED})"
            rf"(?=\s?(?:$|[\n()\[\]]|\.{_FILE_ENDING}|(?:รอบ|ไตรมาส|ฉบับ|ครั้งที่|งวด|เดือน|แก้ไข|เพิ่มเติม)))"
        ),
        _guessed,
    ),
    Form("address-month", re.compile(r"/(?P<y1>20\d\d|25[3-9]\d)/(?P<m>0[1-9]|1[0-2])(?=/)"), _address_month),
    Form(
        "bare-year",
        re.compile(rf"(?<![\d/.,]){_NOT_COUNT}(?P<y1>25[4-7]\d)(?![\d/,]|\.\d|\s?(?:{_COUNTED}))"),
        _guessed,
    ),
    Form(
        "file-year",
        re.compile(rf"(?:(?<=[a-z0-9ก-๎][_\-])|(?<=[ก-๎]{{2}}))(?P<y1>{_NAMED})(?=\.{_FILE_ENDING})"),
        _guessed,
    ),
)
