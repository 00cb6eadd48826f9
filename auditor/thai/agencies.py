"""Thai public-health agencies as texts name them: kind, proper name, province (THAI_WEB.md 6.10)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from auditor.thai.provinces import PROVINCES
from auditor.thai.text import fold, normalise

if TYPE_CHECKING:
    from collections.abc import Iterator


class Level(IntEnum):
    """How far up an agency stands; a lower number stands above a higher one."""

    MINISTRY = 0
    PROVINCE = 1
    DISTRICT = 2
    SUBDISTRICT = 3


_KINDS: dict[str, tuple[Level, tuple[str, ...]]] = {
    "รพ.สต.": (
        Level.SUBDISTRICT,
        (
            "โรงพยาบาลส่งเสริมสุขภาพตำบล",
            "โรงพยาบาลส่งเสริมสุขภาพประจำตำบล",
            "รพ.สต.",
            "รพสต.",
            "รพ.สต",
            "รพสต",
            "สถานีอนามัยเฉลิมพระเกียรติ",
            "สถานีอนามัย",
        ),
    ),
    "สสอ.": (Level.DISTRICT, ("สำนักงานสาธารณสุขอำเภอ", "สนง.สาธารณสุขอำเภอ", "สาธารณสุขอำเภอ", "สสอ.", "สสอ")),
    "สสจ.": (
        Level.PROVINCE,
        ("สำนักงานสาธารณสุขจังหวัด", "สนง.สาธารณสุขจังหวัด", "สาธารณสุขจังหวัด", "สสจ.", "สสจ"),
    ),
    "รพร.": (Level.DISTRICT, ("โรงพยาบาลสมเด็จพระยุพราช", "รพร.")),
    "รพศ.": (Level.PROVINCE, ("โรงพยาบาลศูนย์", "รพศ.")),
    "รพท.": (Level.PROVINCE, ("โรงพยาบาลทั่วไป", "รพท.")),
    "รพช.": (Level.DISTRICT, ("โรงพยาบาลชุมชน", "รพช.")),
    "รพ.": (Level.DISTRICT, ("โรงพยาบาล", "รพ.")),
    "คปสอ.": (
        Level.DISTRICT,
        ("คณะกรรมการประสานงานสาธารณสุขระดับอำเภอ", "เครือข่ายบริการสุขภาพอำเภอ", "เครือข่ายสุขภาพอำเภอ", "คปสอ.", "คปสอ"),
    ),
    "อปท.": (
        Level.SUBDISTRICT,
        ("องค์การบริหารส่วนตำบล", "อบต.", "เทศบาลตำบล", "เทศบาลเมือง", "เทศบาลนคร"),
    ),
    "อบจ.": (Level.PROVINCE, ("องค์การบริหารส่วนจังหวัด", "อบจ.", "อบจ")),
}

_NETWORK = "คปสอ."
_AUTHORITIES = frozenset({"อปท.", "อบจ."})
_HOSPITALS = frozenset({"รพ.", "รพช.", "รพท.", "รพศ.", "รพร."})

_NAME = re.compile(r"[ ]?([ก-ฮเ-ไ][ก-ฮะ-๎]{1,39})")

# Words that follow a proper name in the same run of letters, since Thai sets no space between words.
_STOPS = tuple(
    map(
        normalise,
        (
            "อำเภอ", "จังหวัด", "ตำบล", "ประจำปี", "ประจำเดือน", "ปีงบประมาณ", "เรื่อง", "เลขที่", "โทร", "พ.ศ.", "ขอ",
            "ได้", "จัด", "ร่วม", "เข้า", "มอบ", "ออก", "เปิด", "ประชุม", "อบรม", "รับ", "และ", "ที่", "แจ้ง", "ประกาศ",
            "กำหนด", "มีความ", "มีอำนาจ", "แบ่ง", "ตั้งอยู่", "เป็น", "ดำเนิน", "กระทรวง", "สังกัด", "ว่าด้วย", "ตาม",
            "ของ", "ใน", "ให้", "โดย", "เพื่อ", "จำนวน", "ระหว่าง", "วันที่", "ไตรมาส", "รอบ",
        ),
    )
)  # fmt: skip

# What a unit does, as the titles of news tell it.
_DEEDS = tuple(
    map(
        normalise,
        ("ได้", "จัด", "ร่วม", "เข้าร่วม", "เข้ารับ", "มอบ", "ออกหน่วย", "เปิดให้", "เปิดรับ", "ประชุม", "อบรม", "รับสมัคร",
         "รับมอบ", "รับการ", "แจ้ง", "ประกาศ", "กำหนด", "ดำเนิน", "ขอเชิญ", "ต้อนรับ", "รณรงค์"),
    )
)  # fmt: skip

# A kind of unit spoken of in general, not named; or a person, an office or a telephone behind it.
_NO_NAME = tuple(
    map(
        normalise,
        (
            "นาย", "นาง", "น.ส.", "ดร", "นพ", "พญ", "โทร", "ตำแหน่ง", "หัวหน้า", "ผู้", "กลุ่มงาน", "งาน", "เลขที่", "คุณภาพ",
            "คุณธรรม", "ชั้นนำ", "ขนาด", "แม่ข่าย", "รัฐ", "เอกชน", "สีเขียว", "เป้าหมาย", "ใกล้", "ชุมชน", "อื่น",
            "ในสังกัด", "ทุกแห่ง", "แห่ง", "ในเครือข่าย", "ในพื้นที่",
            "ในจังหวัด", "ในอำเภอ", "ในกำกับ", "ในความ", "ในโครงการ",
            "ในประเทศ", "ทั้ง", "ต่าง", "ของ", "และ", "ที่", "ได้", "มี", "เป็น", "จำนวน",
            "จะ", "ให้",
            # a sentence that goes on
            "กับ", "หรือ", "ต้อง", "ควร", "ไม่", "เพื่อ", "ด้วย", "ทุก", "เรา", "นี้", "แล้ว", "เมื่อ", "ซึ่ง", "ผ่าน", "ช่วย", "แบบ",
            "ประจำ", "ระดับ", "ปี", "ปีงบ", "ครั้งที่", "ดังกล่าว", "ต้นสังกัด", "ปลายทาง", "หน่อย", "ครับ", "ค่ะ", "คะ",
            # what a vision calls it
            "น่าอยู่", "น่าเชื่อ", "น่าไว้", "น่าใช้", "ทันสมัย", "มาตรฐาน", "อัจฉริยะ", "ดิจิทัล", "ต้นแบบ", "ปลอดภัย", "ยอดเยี่ยม",
            "สร้างสุข", "คู่ใจ", "ในฝัน", "ในดวงใจ", "ในใจ", "ยุคใหม่", "แนวหน้า", "ชั้นเลิศ", "สุขภาวะ", "บริการ",
        ),
    )
)  # fmt: skip

# Districts and subdistricts whose names begin or go on like the words above.
_LIKE_WORDS = tuple(
    map(
        normalise,
        (
            "นางรอง", "นางแล", "นางบวช", "นางลือ", "นางตะเคียน", "นางหลง", "นางเหล้า", "จะนะ", "จะแนะ", "จะกว๊ะ", "ที่วัง",
            "มีชัย", "ขนาดมอญ", "ผ่านศึก", "เชียงของ", "หนองขอน",
        ),
    )
)  # fmt: skip

_WORD_END = r"(?![ะ-ฺ็-๎])"
"""What a vowel or tone sign follows goes on: นายูง is no นาย, พญาเม็งราย no พญ."""

_THAI = frozenset(map(chr, range(0x0E01, 0x0E4F)))

# Words that a name may follow without a space.
_LEADS = tuple(
    map(
        normalise,
        ("ประกาศ", "คำสั่ง", "ระเบียบ", "ของ", "โดย", "ที่", "เจ้าหน้าที่", "และ", "กับ", "ผู้อำนวยการ", "หัวหน้า", "แห่ง",
         "ไป", "มา", "ใน", "เว็บไซต์", "บุคลากร", "ข้อมูล", "โครงสร้าง", "ประวัติ", "แผน", "ราชการ"),
    )
)  # fmt: skip

# Bodies that bear an agency's name behind their own kind: the hospital's foundation is not the hospital.
_BODIES = tuple(
    map(
        normalise,
        ("มูลนิธิ", "สมาคม", "สมาคมศิษย์เก่า", "สโมสร", "ชมรม", "สหกรณ์", "สหกรณ์ออมทรัพย์", "กองทุน", "กองทุนพัฒนา",
         "กองทุนสวัสดิการ", "วิทยาลัย", "ร้านค้า"),
    )
)  # fmt: skip

_PROVINCE_NAMES = tuple(sorted(map(normalise, PROVINCES), key=len, reverse=True))
_KEPT = (*_PROVINCE_NAMES, *_LIKE_WORDS)
_NAMES_NONE = re.compile(rf"(?!{'|'.join(_LIKE_WORDS)})(?:{'|'.join(map(re.escape, _NO_NAME))}){_WORD_END}")
_SPELLINGS = {normalise(word): kind for kind, (_, words) in _KINDS.items() for word in words}
_KIND = re.compile("|".join(re.escape(word) for word in sorted(_SPELLINGS, key=len, reverse=True)))
_HINT = re.compile("พยาบาล|สาธารณ|สสอ|สสจ|คปสอ|เครือข่าย|รพ|อนามัย|อบต|อบจ|เทศบาล|องค์")
"""What a line holds that names an agency, in any spelling; most lines hold none of it."""

_PROVINCE_WITHIN = 60  # letters behind a name: its sub-district and district may stand between
_PLACES = re.compile(r"(?:[\s,(]*(?:ตำบล|ต\.|อำเภอ|อ\.|จังหวัด|จ\.)\s?[ก-ฮเ-ไ][ก-ฮะ-๎]{1,25}[\s,)]*){0,3}")
_PROVINCE = re.compile(r"(?:จังหวัด|จ\.)\s?([ก-ฮเ-ไ][ก-ฮะ-๎]{1,39})")


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyName:
    """An agency as a text names it."""

    unit_type: str
    proper: str  # the proper part, folded
    raw: str  # kind and proper part, normalised
    words: str = ""  # the same with the space that may stand between
    complete: bool = False  # does a space, a sign or the end of the line follow?
    province: str | None = None  # a province of the kingdom that is named right behind
    apart: bool = False  # does a space stand between kind and name, which no province is? A sentence may go on there


def find_agencies(text: str, *, within: bool = False) -> Iterator[AgencyName]:
    """Agencies named in `text`, in order; a kind without a proper name (โรงพยาบาลในสังกัด) names none.

    `within`: also where a sentence runs into the name, as Thai sets no space.
    """
    for line in map(normalise, filter(_HINT.search, text.splitlines())):
        for kind in _KIND.finditer(line):
            before = line[: kind.start()]
            if before.rstrip().endswith(_BODIES) or not (within or _stands_free(before)):
                continue
            found = _NAME.match(line, kind.end())
            if found is None or _NAMES_NONE.match(found.group(1)):
                continue
            proper = _without_followers(found.group(1))
            if len(proper) > 1 and not _is_deed(proper):
                end = found.start(1) + len(proper)
                yield AgencyName(
                    unit_type=_SPELLINGS[kind.group()],
                    proper=fold(proper),
                    raw=kind.group() + proper,
                    words=line[kind.start() : end],
                    complete=proper == found.group(1),
                    apart=found.start(1) > kind.end() and not proper.startswith(_PROVINCE_NAMES),
                    province=_province_behind(line[end : end + _PROVINCE_WITHIN]),
                )


def _province_behind(text: str) -> str | None:
    """The real province that the text names before any other unit."""
    kind = _KIND.search(text)
    found = _PROVINCE.search(text[: kind.start()] if kind else text)
    return next((known for known in _PROVINCE_NAMES if found and found.group(1).startswith(known)), None)


def find_province(text: str) -> str | None:
    """The first province named behind the word for province; a made-up one comes out as written."""
    found = _PROVINCE.search(normalise(text))
    if not found:
        return None
    name = found.group(1)
    return next((name[: len(known)] for known in _PROVINCE_NAMES if name.startswith(known)), _without_followers(name))


def is_place(text: str) -> bool:
    """Does the text name nothing but sub-district, district and province, as behind an agency's name, or nothing?"""
    return _PLACES.fullmatch(normalise(text)) is not None


def level(unit_type: str | None) -> Level | None:
    """How far up this kind of unit stands; None for a kind that is not known."""
    known = _KINDS.get(unit_type or "")
    return known[0] if known else None


def same_kind(one: str, other: str) -> bool:
    """Are these one kind? Hospitals are called โรงพยาบาล whatever their class is."""
    return one == other or {one, other} <= _HOSPITALS


def is_local_authority(unit_type: str) -> bool:
    """Is it a kind of local authority, which may run units of health?"""
    return unit_type in _AUTHORITIES


def of_one_network(one: str, other: str) -> bool:
    """Is one the network of a district's units, of which the other kind is a member? They often share a website."""
    return _NETWORK in {one, other} and level(one) is level(other) is Level.DISTRICT


def _without_followers(proper: str) -> str:
    """The proper name without the words that follow it; a word inside the name of a place is none of those."""
    kept = [range(at, at + len(name)) for name in _KEPT if (at := proper.find(name)) >= 0]
    places = [
        place for stop in _STOPS if (place := proper.find(stop, 2)) > 1 and not any(place in name for name in kept)
    ]
    return proper[: min(places)] if places else proper


def _is_deed(proper: str) -> bool:
    """Does what the unit does follow its kind at once (the hospital holds a course), instead of a name?"""
    return proper.startswith(_DEEDS) and not proper.startswith(_KEPT)


def _stands_free(before: str) -> bool:
    """Does a kind of unit begin behind these words, rather than inside a sentence such as «เป็นโรงพยาบาลชั้นนำ»?"""
    return not before or before[-1] not in _THAI or before.endswith(_LEADS)
