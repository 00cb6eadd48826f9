"""The copy of a text on which dates are read, and what a date form is.

The copy is lower-case and has ASCII digits, one space where there were many, and no form dots; lines are kept.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.thai.date_types import DateRole, Precision
from auditor.thai.rewriting import Step, Traced, trace
from auditor.thai.text import trace_letters

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, time

_STEPS: tuple[Step, ...] = (
    Step(re.compile(r"[A-Z]+"), lambda m: m[0].lower()),
    Step(re.compile(r"(?<=[ก-ฮิี])\.\.(?=[ก-ฮ]\.?(?![ก-๎]))"), "."),  # a doubled dot inside ม.ค.
    # Form dots: วันที่...๒๕...ธันวาคม...๒๕๖๖ (N12).
    Step(re.compile(r"\.(?:\s?\.)+|_{2,}"), " "),
    Step(re.compile(r"[^\S\n]+"), " "),
    Step(re.compile(r" ?\n[ \n]*"), "\n"),
)


def date_text(text: str) -> Traced:
    """The copy on which the forms work, with the way back."""
    return trace(_STEPS, trace_letters(text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one form read. `start` and `end` are set where it is less than the whole match."""

    first: date | None
    last: date | None
    precision: Precision
    certain: bool = True
    role: DateRole = DateRole.UNKNOWN  # where the form itself tells it
    fiscal_year: int | None = None
    time: time | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """A shape that dates take: a pattern and what its match means.

    A form without `read` is a trap: it claims its place so that no later form can read a date there.
    """

    name: str
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], Reading | None] | None = None


_ERA = r"พุทธศักราช|คริสต์ศักราช|พ\s?\.?\s?ศ\s?\.?|ค\s?\.?\s?ศ\s?\.?|(?:b\.?\s?e|a\.?\s?d|c\.?\s?e)\.?(?=[\s\d])"
BETWEEN = r"[\s.,/_\-]{0,2}"  # what may stand between day, month and year
WEEKDAY = (
    r"(?:จันทร์|อังคาร|พุธ|พฤหัส(?:บดี|ฯ)?|ศุกร์|เสาร์|อาทิตย์|จ\.|อ\.|พ\.|พฤ\.|ศ\.|ส\.|อา\."
    r"|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?)"
)
_CLOCK = r"(?:,?\s?(?:เวลา\s?)?\d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?:\s?[ap]m)?\s?(?:น\.?)?)?"
TO = (
    rf"{_CLOCK}\s?(?:[-~]|จนถึง|ถึง|to|until|through|สิ้นสุด)\s?(?:ถึง\s?)?(?:วัน)?(?:{WEEKDAY})?"
    r"\s?(?:ที่)?\s?(?:เดือน\s?)?"
)


def year(name: str, *, two: str | None = r"\d{2}") -> str:
    """A pattern for a year with or without its era: groups `name` (digits) and `name` + `e`.

    `two` is the pattern of a year of two digits; None where only four will do.
    """
    short = rf"|'?{two}(?!\d|[.:]\d|,\d)" if two else ""
    return (
        rf"(?:ปี\s?)?(?:(?P<{name}e>{_ERA})[\s.]?)?"
        rf"(?P<{name}>\d{{4}}(?!\d)|25\d?[\\|]\d\d(?!\d){short})"
    )
