"""National ID numbers of persons in a text: found by their form and check digit, and masked.

Thirteen digits d1 … d13, written 1-4-5-2-1 with hyphens, dots or blanks between the groups, in one run, or a digit to
a box. d13 = (11 - Σ dᵢ·(14 - i) mod 11) mod 10. The first digit is 1 to 8 for persons; 0 is a juristic person's.
Knows no label: what else a number may be is for others to say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from auditor.thai.text import THAI_DIGITS

if TYPE_CHECKING:
    from collections.abc import Iterator

_DIGIT = "[0-9๐-๙]"
_FIRST = "[1-8๑-๘]"
_BLANK = "[ \t\u00a0\u2007\u2009\u200b\u202f]"
_HYPHEN = "[-\u2010-\u2015\u2212.]"
_GAP = f"{_BLANK}{{0,2}}{_HYPHEN}?{_BLANK}{{0,2}}"
_BOX = f"(?:{_BLANK}{{1,2}}|{_BLANK}?[-|]{_BLANK}?)"
# Not a part of a longer number, of a word, an address or a file name; Thai letters run on without blanks.
_BEFORE = r"(?<![0-9๐-๙A-Za-z_/=&?%~])(?<![0-9๐-๙A-Za-z_][-.])"
_AFTER = r"(?![0-9๐-๙A-Za-z_/=&%]|[-.][0-9๐-๙A-Za-z_])"
_NUMBER = re.compile(
    f"{_BEFORE}(?:{_FIRST}{_GAP}{_DIGIT}{{4}}{_GAP}{_DIGIT}{{5}}{_GAP}{_DIGIT}{{2}}{_GAP}{_DIGIT}"
    f"|{_FIRST}(?:{_BOX}{_DIGIT}){{12}}){_AFTER}"
)
_HYPHENS = re.compile(_HYPHEN)
_GROUPS = 4  # gaps between the five groups
_EXAMPLES = ("123456789012", "123456789123")


class Form(StrEnum):
    """How such a number is written, from the form that nothing else has to the one that many things have."""

    HYPHENED = "hyphened"
    BLANKS = "blanks"
    RUN = "run"


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberSeen:
    """Thirteen digits in the form of an ID number, at `start`–`end` of the text."""

    start: int
    end: int
    digits: str  # ASCII
    form: Form

    @property
    def is_valid(self) -> bool:
        """Is the last digit what the others ask for?"""
        return checks(self.digits)

    @property
    def is_example(self) -> bool:
        """Is it one of the numbers that forms and tests show in place of a person's?"""
        return self.digits.startswith(_EXAMPLES) or len(set(self.digits[:12])) == 1


def numbers_in(text: str) -> Iterator[NumberSeen]:
    """Every number of the form, whether or not its check digit is right."""
    for found in _NUMBER.finditer(text):
        yield NumberSeen(start=found.start(), end=found.end(), digits=_digits(found[0]), form=_form(found[0]))


def checks(digits: str) -> bool:
    """Is the thirteenth of these ASCII digits the check digit of the twelve before it?"""
    total = sum(int(digit) * weight for digit, weight in zip(digits, range(13, 1, -1), strict=False))
    return (11 - total % 11) % 10 == int(digits[12])


def masked(text: str) -> str:
    """The text with every ID number of a person reduced to its first and last digit."""
    return _NUMBER.sub(_mask, text)


def mask(digits: str) -> str:
    """How a number is shown: «1-xxxx-xxxxx-xx-9»."""
    return f"{digits[0]}-xxxx-xxxxx-xx-{digits[12]}"


def _mask(found: re.Match[str]) -> str:
    digits = _digits(found[0])
    return mask(digits) if checks(digits) else found[0]


def _digits(written: str) -> str:
    return "".join(sign for sign in written.translate(THAI_DIGITS) if sign.isdigit())


def _form(written: str) -> Form:
    if len(_HYPHENS.findall(written)) >= _GROUPS:
        return Form.HYPHENED
    return Form.RUN if written.isdigit() else Form.BLANKS
