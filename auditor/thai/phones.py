"""Telephone and fax numbers of Thailand, in the many ways that offices write them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from auditor.thai.rewriting import Step, Traced, trace
from auditor.thai.text import trace_letters

_STEPS: tuple[Step, ...] = (
    Step(re.compile(r"[A-Z]+"), lambda m: m[0].lower()),
    Step(re.compile(r"[^\S\n]+"), " "),
)


class PhoneKind(StrEnum):
    """What answers at a number, by its label and its first digits."""

    PHONE = "phone"
    FAX = "fax"
    BOTH = "both"  # โทรศัพท์/โทรสาร before one number
    MOBILE = "mobile"
    HOTLINE = "hotline"  # four digits: 1669


@dataclass(frozen=True, slots=True, kw_only=True)
class Phone:
    """One number; of a range (038-219232-3) the first."""

    start: int
    end: int
    raw: str
    digits: str  # national form: 043597076
    kind: PhoneKind
    label: str = ""
    extension: str | None = None


_TELEPHONE = (
    r"(?:หมายเลข|เบอร์)?\s?โทร(?:ศัพท์)?\.?(?:ติดต่อ)?|เบอร์(?:ติดต่อ)?|(?<![a-z])(?:tele?(?:phone)?|phone|call)\b\.?"
)
_FACSIMILE = (
    r"(?:หมายเลข|เบอร์)?\s?(?:โทรสาร|แฟ็?[กค]ซ?์?(?![ก-ฮ]))\.?|(?<![a-z])(?:fax|facsimile)\b\.?"
    r"|(?<![a-z.])f\.(?=\s?[:(+\d])"
)
_LABEL = re.compile(
    rf"(?P<both>(?:{_TELEPHONE})\s?(?:/|และ|,|&|-|\|)\s?(?:{_FACSIMILE})|(?:{_FACSIMILE})\s?(?:/|และ|,|&|-|\|)\s?(?:{_TELEPHONE}))"
    rf"|(?P<fax>{_FACSIMILE})|(?P<mobile>มือถือ|(?<![a-z])mobile\b|โทรศัพท์เคลื่อนที่)"
    rf"|(?P<hotline>สายด่วน|เหตุด่วน|(?:เจ็บป่วย)?ฉุกเฉิน|hot\s?line|call\s?cent(?:er|re))|(?P<phone>{_TELEPHONE})"
)
_S = r"[\s\-.]{0,2}"
_NUMBER = re.compile(
    r"(?<![\d/])(?<!\d[.\-])(?P<number>"
    rf"(?:\+|00)?66{_S}(?:\(0\))?{_S}[2-9](?:{_S}\d){{7,8}}"
    rf"|\(?0{_S}[689](?:\)?{_S}\d){{8}}"
    rf"|\(?0{_S}[2-57](?:\)?{_S}\d){{7}}"
    r")(?!\d)(?:\s?(?:-|ถึง|~)\s?(?P<to>\d{1,4})(?![\d]|[\-.]\d))?(?!\d|[\-.]\d|/\d)"
    r"(?:\s?,?\s?(?:ต่อ|#|ext\.?|extension|กด)\s?(?P<ext>\d{1,5}(?:\s?[\-,]\s?\d{1,5}(?!\d))*))?"
)
_HOTLINE = re.compile(r"(?<![\d.,/\-])1\d{3}(?![\d/]|[.,\-]\d)")
_DATE = re.compile(r"\d{2}[\-.]\d{2}[\-.](?:25|20)\d{2}")
_GROUPINGS = frozenset(
    {(9,), (2, 7), (3, 6), (1, 8), (2, 3, 4), (3, 3, 3), (1, 4, 4), (2, 4, 3), (3, 2, 4)}
    | {(10,), (3, 7), (2, 8), (1, 9), (3, 3, 4), (2, 4, 4), (1, 4, 5), (3, 4, 3), (1, 5, 4), (4, 3, 3), (4, 6)}
)
_FOREIGN = re.compile(r"\+(?!\s?66)[1-9]\d{0,2}[\s().-]{1,2}\d(?:[\s().-]?\d){6,}")
_REACH = 40  # letters that may stand between a label and its number
_FILLER = re.compile(r"[\s:.()\-–|/,*•]*")


@dataclass(frozen=True, slots=True)
class _Label:
    kind: PhoneKind
    start: int
    end: int


def find_phones(text: str) -> tuple[Phone, ...]:
    """Telephone numbers in a text, each with its kind, extension and the label that stands before it.

    Without a label only the usual groupings count, so that parts of ID numbers, dates and codes are none. A label
    followed by form dots («โทรสาร : .....») has no number.
    """
    if not any(letter.isdecimal() for letter in text):
        return ()
    traced = trace(_STEPS, trace_letters(text))
    labels = [
        _Label(PhoneKind(match.lastgroup or PhoneKind.PHONE), *match.span()) for match in _LABEL.finditer(traced.text)
    ]
    numbers = sorted((*_NUMBER.finditer(traced.text), *_HOTLINE.finditer(traced.text)), key=re.Match.start)
    return _read(text, traced, labels, numbers)


def is_foreign(text: str) -> bool:
    """Does a telephone number of another country stand in the text: «+1 5589 55488 55»?"""
    return _FOREIGN.search(text) is not None


def labels_a_number(text: str) -> bool:
    """Is a line nothing but the label of a number, which then stands in the next one: «โทรสาร :»?"""
    return len(text) <= _REACH and _LABEL.fullmatch(trace(_STEPS, trace_letters(text)).text.strip(" :.")) is not None


def _read(text: str, traced: Traced, labels: list[_Label], numbers: list[re.Match[str]]) -> tuple[Phone, ...]:
    phones: list[Phone] = []
    label: _Label | None = None
    reached, at = 0, 0  # where the last label or number ended; the next label to come
    for match in numbers:
        while at < len(labels) and labels[at].end <= match.start():
            label = labels[at]
            reached = label.end
            at += 1
        if label and not _belongs(traced.text, reached, match.start()):
            label = None
        if match.start() >= reached and (phone := _phone(text, traced, match, label)):
            phones.append(phone)
            reached = match.end()
    return tuple(phones)


def _belongs(text: str, end: int, start: int) -> bool:
    between = text[end:start]
    if len(between) > _REACH or ".." in between.replace(". .", "..") or "__" in between:
        return False
    return "\n" not in between or _FILLER.fullmatch(between) is not None


def _phone(text: str, traced: Traced, match: re.Match[str], label: _Label | None) -> Phone | None:
    groups = match.groupdict()
    number = groups.get("number")
    if number is None:
        return _hotline(text, traced, match, label)
    parts = tuple(len(part) for part in re.findall(r"\d+", number))
    international = number.startswith(("+", "00", "66"))
    if _DATE.match(number) or not (label or international or parts in _GROUPINGS):
        return None
    digits = re.sub(r"\D", "", number.replace("(0)", ""))
    if international:
        digits = "0" + re.sub(r"^(?:00)?66", "", digits)
    kind = label.kind if label else PhoneKind.PHONE
    if kind not in {PhoneKind.FAX, PhoneKind.BOTH}:
        kind = (
            PhoneKind.MOBILE if re.match(r"0[689]", digits) and len(digits) == len("0812345678") else PhoneKind.PHONE
        )
    return _made(text, traced, match, digits, kind, label, groups.get("ext"))


def _hotline(text: str, traced: Traced, match: re.Match[str], label: _Label | None) -> Phone | None:
    if label is None or label.kind not in {PhoneKind.HOTLINE, PhoneKind.PHONE}:
        return None
    return _made(text, traced, match, match[0], PhoneKind.HOTLINE, label, None)


def _made(
    text: str,
    traced: Traced,
    match: re.Match[str],
    digits: str,
    kind: PhoneKind,
    label: _Label | None,
    extension: str | None,
) -> Phone:
    start, end = traced.span(*match.span())
    words = text[slice(*traced.span(label.start, label.end))].strip() if label else ""
    return Phone(
        start=start, end=end, raw=text[start:end], digits=digits, kind=kind, label=words, extension=extension
    )
