"""Names of months as pages write them: full, short, spoken, English, misspelt, with marks lost or slid in a PDF."""

from __future__ import annotations

import re

FULL_NAMES = (
    "มกราคม",
    "กุมภาพันธ์",
    "มีนาคม",
    "เมษายน",
    "พฤษภาคม",
    "มิถุนายน",
    "กรกฎาคม",
    "สิงหาคม",
    "กันยายน",
    "ตุลาคม",
    "พฤศจิกายน",
    "ธันวาคม",
)
SHORT_NAMES = ("ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.")
_ENGLISH = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)

_MARK = "[ัิ-ฺ็-๎ ]{0,3}"  # a mark may be lost, doubled, or slid one letter on with a space behind it
_BARE_MARKS = re.compile("[ัิ-ฺ็-๎ .]+")
# The first letters of each name without its marks; ษ/ศ/ส and ฎ/ฏ already made equal.
_STEMS = ("มกรา", "กมภา", "มนา", "เมสา", "พฤสภา", "มถนา", "กรกฎา", "สงหา", "กนยา", "ตลา", "พฤสจ", "ธนวา")
_SAME = str.maketrans("ษศฏำ", "สสฎา")


def _stretched(name: str) -> str:
    """The letters of a name with whatever marks."""
    classes = {"ษ": "[ษศส]", "ศ": "[ษศส]", "ฎ": "[ฎฏ]", "า": "[าำ]"}
    return _MARK.join(classes.get(letter, letter) for letter in _BARE_MARKS.sub("", name)) + "[ัิ-ฺ็-๎]{0,3}"


def _spoken(name: str) -> str:
    """A name without its suffix: มกรา, กุมภา."""
    stem = re.sub("(?:คม|ยน|พันธ์)$", "", name)
    return _stretched(stem) + "(?![ก-๎])"


_FULL = (
    "|".join(map(_stretched, FULL_NAMES)) + f"|พฤ[ศษส]จ{_MARK}กา?ร?ยา?น|กุมพาพัน{_MARK}ธ{_MARK}|กุมภาพัน(?:ท์|์)?(?![ก-๎])"
)
_SPOKEN = "|".join(map(_spoken, FULL_NAMES))
_SHORT = (
    r"(?:ม[ิี]?\s?\.{0,2}\s?ค|ก\s?\.{0,2}\s?[พคย]|เม\s?\.{0,2}\s?ย|พ\s?\.{0,2}\s?[คย]|มิ?\s?\.{0,2}\s?ย"
    r"|[สตธ]\s?\.{0,2}\s?ค)(?![ก-๎])\.?"
)
_LATIN = "(?:" + "|".join(f"{name[:3]}(?:{name[3:]})?" for name in _ENGLISH if name != "may") + "|may|sept)(?![a-z])"

# Without groups. `MONTH` is for a place right of a day; `MONTH_ALONE` where nothing stands left of it, so that
# a short form must begin a word or follow เดือน (else ก.ค. would be read in พ.ก.ค. and กย in any word).
MONTH = f"(?:{_FULL}|{_SPOKEN}|{_SHORT}|{_LATIN})"
MONTH_ALONE = (
    rf"(?:{_FULL}|(?:(?<![ก-๎a-z.])|(?<=เดือน)|(?<=เดือน )){_SHORT}"
    rf"|(?:(?<![ก-๎])|(?<=เดือน))(?:{_SPOKEN})|(?<![a-z]){_LATIN})"
)


def month_number(name: str) -> tuple[int, bool] | None:
    """1–12 for anything that `MONTH` matches, and whether the name is beyond doubt; None for what is no month.

    ม.ย. is doubtful: a slip for เม.ย., or มิ.ย. with a lost mark.
    """
    letters = re.sub(r"[\s.]+", "", name)
    if letters[:1].isascii():
        return next((n for n, english in enumerate(_ENGLISH, 1) if english[:3] == letters[:3]), 0), True
    if letters == "มย":
        return 4, False
    if len(letters) <= len("เมย"):
        number = next((n for n, short in enumerate(SHORT_NAMES, 1) if short.replace(".", "") == letters), None)
        return (number, True) if number else None
    bare = _BARE_MARKS.sub("", letters).translate(_SAME)
    number = next((n for n, stem in enumerate(_STEMS, 1) if bare.startswith(stem)), None)
    if number is None and bare.startswith("กมพา"):
        number = 2
    return (number, True) if number else None
