"""Postal addresses in Thailand: house, village, road, subdistrict, district, province, postcode."""

from __future__ import annotations

import re
from dataclasses import dataclass

from auditor.thai.provinces import PROVINCES
from auditor.thai.rewriting import Step, Traced, trace
from auditor.thai.text import trace_letters

_STEPS: tuple[Step, ...] = (Step(re.compile(r"[^\S\n]+"), " "),)
_GAP = 24  # letters that may stand between two parts of one address
_FEWEST = 3  # kinds of part: less is a mention of a place


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """An address and which of its parts are there."""

    start: int
    end: int
    raw: str
    parts: tuple[str, ...]  # house, village, road, subdistrict, district, province, postcode; in order met
    subdistrict: str | None = None
    district: str | None = None
    province: str | None = None
    postcode: str | None = None

    @property
    def score(self) -> float:
        """0–1: the share of the parts that a full address has (house, subdistrict, district, province, postcode)."""
        return len({"house", "subdistrict", "district", "province", "postcode"} & set(self.parts)) / 5


_WIDTH = {"house": 0, "village": 0, "road": 0, "subdistrict": 1, "district": 2, "province": 3, "postcode": 4}

_NEXT = r"(?:ตำบล|อำเภอ|จังหวัด|แขวง|เขต|รหัส|โทร|หมู่|ถนน|ซอย|จ\.|อ\.|ต\.)"
_NAME = rf"(?P<name>(?:(?!{_NEXT})[ก-๎]){{2,28}})"
_PARTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("house", re.compile(r"(?:บ้าน)?เลขที่\s?\d{1,5}(?:/\d{1,4})?(?!\d|/)")),
    (
        "house",
        re.compile(
            r"(?<![\d/.\-])\d{1,4}(?:/\d{1,4})?(?=\s?,?\s?(?:หมู่|ม\.|ถนน|ถ\.|ซอย|ซ\.|ตำบล|ต\.|moo|rd))", re.IGNORECASE
        ),
    ),
    ("village", re.compile(r"(?:หมู่(?:ที่|บ้าน)?|(?<![ก-๎])ม\.|(?<![a-z])moo)\s?\d{1,2}(?!\d)", re.IGNORECASE)),
    ("road", re.compile(rf"(?:ถนน|(?<![ก-๎])ถ\.|ซอย|(?<![ก-๎])ซ\.)\s?{_NAME}")),
    ("subdistrict", re.compile(rf"(?:ตำบล|(?<![ก-๎])ต\.|แขวง)\s?{_NAME}")),
    ("district", re.compile(rf"(?:อำเภอ|(?<![ก-๎])อ\.|เขต)\s?{_NAME}")),
    ("province", re.compile(rf"(?:จังหวัด|(?<![ก-๎])จ\.)\s?{_NAME}")),
    (
        "province",
        re.compile(
            rf"(?P<name>{'|'.join(sorted(PROVINCES, key=len, reverse=True))}|กรุงเทพฯ)(?=\s?(?:\d{{5}}(?!\d)|รหัส))"
        ),
    ),
    ("postcode", re.compile(r"(?:รหัสไปรษณีย์\s?:?\s?)?(?<![\d\-/.,])(?P<name>[1-9]\d{4})(?![\d/,]|[\-.]\d)")),
    (
        "subdistrict",
        re.compile(r"(?:(?<![a-z])tambon|sub-?district)\s(?P<name>[a-z]{3,24}(?:\s[a-z]{3,24})?)", re.IGNORECASE),
    ),
    ("district", re.compile(r"(?<![a-z])(?:amphoe|amphur)\s(?P<name>[a-z]{3,24}(?:\s[a-z]{3,24})?)", re.IGNORECASE)),
    (
        "province",
        re.compile(r"(?P<name>[a-z]{3,24}(?:\s[a-z]{2,24})?)\s(?:province|(?=[1-9]\d{4}(?!\d)))", re.IGNORECASE),
    ),
)


@dataclass(frozen=True, slots=True)
class _Part:
    kind: str
    start: int
    end: int
    name: str | None


def find_addresses(text: str) -> tuple[Address, ...]:
    """Addresses in a text: runs of at least three kinds of part, a district or province among them."""
    traced = trace(_STEPS, trace_letters(text))
    parts = sorted(
        (
            _Part(kind, *match.span(), (match.groupdict().get("name") or "").strip() or None)
            for kind, pattern in _PARTS
            for match in pattern.finditer(traced.text)
        ),
        key=lambda part: (part.start, -part.end),
    )
    runs: list[list[_Part]] = []
    for part in parts:
        if runs and part.start < runs[-1][-1].end:
            continue
        if runs and part.start - runs[-1][-1].end <= _GAP and _follows(part.kind, runs[-1]):
            runs[-1].append(part)
        else:
            runs.append([part])
    return tuple(_address(text, traced, run) for run in runs if _is_address(run))


def _follows(kind: str, run: list[_Part]) -> bool:
    """Whether a part may come next: each once, the wider place behind the narrower."""
    return all(kind != part.kind and _WIDTH[part.kind] <= _WIDTH[kind] for part in run)


def _is_address(run: list[_Part]) -> bool:
    kinds = {part.kind for part in run}
    return len(kinds) >= _FEWEST and bool(kinds & {"district", "province"})


def _address(text: str, traced: Traced, run: list[_Part]) -> Address:
    start, end = traced.span(run[0].start, run[-1].end)
    names = {part.kind: part.name for part in run}
    return Address(
        start=start,
        end=end,
        raw=text[start:end],
        parts=tuple(part.kind for part in run),
        subdistrict=names.get("subdistrict"),
        district=names.get("district"),
        province=names.get("province"),
        postcode=names.get("postcode"),
    )
