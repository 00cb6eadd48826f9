"""File sizes, types and names as a page shows them, apart from limits, amounts of goods and counts of downloads."""

from __future__ import annotations

import re
from dataclasses import dataclass

from auditor.thai.rewriting import Step, Traced, trace
from auditor.thai.text import trace_letters

_TOLERANCE = 0.05  # sites compute sizes in several ways; more than this means another file
_STEPS: tuple[Step, ...] = (
    Step(re.compile(r"[A-Z]+"), lambda m: m[0].lower()),
    Step(re.compile(r"[^\S\n]+"), " "),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """The size of a file as shown. `bytes` reads the unit as a power of 1024 (CONTRACT.md section 4)."""

    start: int
    end: int
    raw: str
    bytes: int
    number: float
    decimals: int  # digits after the point: how exact it claims to be
    exponent: int  # 0 bytes, 1 KB, 2 MB, 3 GB, 4 TB

    def agrees_with(self, actual: int) -> bool:
        """Whether a file of `actual` bytes may be shown so: within 5 % or one unit of the last digit, either base."""
        return any(self._near(actual, base**self.exponent) for base in (1000, 1024))

    def _near(self, actual: int, unit: int) -> bool:
        gap = abs(actual - self.number * unit)
        return gap <= _TOLERANCE * actual or gap <= unit * 10.0**-self.decimals


@dataclass(frozen=True, slots=True, kw_only=True)
class FileTypeSeen:
    """A file type as shown; Word, Excel and PowerPoint by name are taken for their present formats."""

    start: int
    end: int
    raw: str
    extension: str  # lower case, without the dot


@dataclass(frozen=True, slots=True, kw_only=True)
class FileName:
    """The name of a file as shown, or the last part of an address that ends in one."""

    start: int
    end: int
    raw: str


def prepared(text: str) -> Traced:
    """The copy on which sizes and names are read: lower case, ASCII digits, single spaces, lines kept."""
    return trace(_STEPS, trace_letters(text))


# --- sizes -------------------------------------------------------------------------------------------------

_UNITS = (
    r"(?:(?:[kmgt]i?|kilo|mega|giga)\s?bytes?|[kmgt]i?b|(?:กิโล|เม็?ก+[ะา]?|กิก+[ะา]?)\s?ไบ[ตท]์?|เม็?กะ?(?![ก-๎])"
    r"|ไบ[ตท]์|bytes?)"
)
_SIZE = re.compile(
    rf"(?<![\d.,])(?P<n>\d{{1,3}}(?:,\d{{3}})+(?:\.\d{{1,4}})?|\d{{1,12}}(?:[.,]\d{{1,4}})?)\s?(?P<u>{_UNITS})(?![a-z])"
)
# Bare K, M, G and B only where a label or a file type says what they count.
_LABELLED = re.compile(
    r"(?:ขนาด(?:ของ)?(?:ไฟล์|เอกสาร)?|(?:file\s?)?size|(?:pdf|docx?|xlsx?|pptx?|zip|rar|jpe?g|png)\s?[,|\-–/])"
    r"\s?[:=]?\s?(?P<n>\d{1,12}(?:[.,]\d{1,4})?)\s?(?P<u>[kmgb])(?![a-zก-๎])"
)
# Columns of a listing by the server: 2026-01-05 14:22  1.3M
_LISTED = re.compile(
    r"(?:\d{4}-\d\d-\d\d|\d{1,2}-[a-z]{3}-\d{4})\s\d{1,2}:\d\d(?::\d\d)?\s(?P<n>\d{1,4}(?:\.\d)?)(?P<u>[kmg])(?=\s?(?:$|\n))"
)
_LIMIT_BEFORE = re.compile(
    r"(?:ไม่(?:ควร)?เกิน|ไม่มากกว่า|ใหญ่กว่า|ไฟล์ละ|น้อยกว่า|สูงสุด|จำกัด|เกิน|ต่ำกว่า|max(?:imum)?|up\sto|limit|less\sthan|at\smost|under"
    r"|แรม|หน่วยความจำ|ความจุ|ความเร็ว|ฮาร์ดดิสก์|โควตา|โควต้า|อินเทอร์?เน็ต|(?<![ก-๎])เน็ต|แฟลช\s?ไดร|เมมโมรี่|พื้นที่|ram|ssd|hdd|(?:flash|thumb)\s?drive|sd\s?card|memory|storage|quota|speed)"
    r"[^\d\n]{0,16}$"
)
_RATE_BEHIND = re.compile(r"\s?(?:/\s?s|ps|per\s|ต่อ|ขึ้นไป|ครั้ง|คน|max|สูงสุด)")
_CONTEXT = 40
_LETTERS = {"b": 0, "k": 1, "m": 2, "g": 3, "t": 4, "ไ": 0, "กิโ": 1, "เ": 2, "กิก": 3}


def find_sizes(text: str) -> tuple[Size, ...]:
    """File sizes shown in a text; upload limits, memory, speed and counts are none."""
    if not any(letter.isdecimal() for letter in text):
        return ()
    traced = prepared(text)
    found = [
        _size(text, traced, match)
        for pattern in (_SIZE, _LABELLED, _LISTED)
        for match in pattern.finditer(traced.text)
        if not _is_limit(traced.text, match)
    ]
    return tuple(sorted(found, key=lambda size: size.start))


def _is_limit(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start("n") - _CONTEXT) : match.start("n")]
    return bool(_LIMIT_BEFORE.search(before) or _RATE_BEHIND.match(text, match.end()))


def _size(text: str, traced: Traced, match: re.Match[str]) -> Size:
    digits = match["n"]
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", digits):
        digits = digits.replace(",", "")  # Thai usage: the comma divides thousands
    whole, _, part = digits.replace(",", ".").partition(".")
    number = float(f"{whole}.{part or 0}")
    exponent = next(power for letters, power in _LETTERS.items() if match["u"].startswith(letters))
    start, end = traced.span(match.start("n"), match.end("u"))
    return Size(
        start=start,
        end=end,
        raw=text[start:end],
        bytes=round(number * 1024**exponent),
        number=number,
        decimals=len(part),
        exponent=exponent,
    )


# --- types -------------------------------------------------------------------------------------------------

_EXTENSIONS = (
    r"(?:pdf|docx?|dotx?|xlsx?|xlsm|pptx?|ppsx?|odt|ods|odp|rtf|txt|csv|tsv|json|xml|kml|shp|epub|zip|rar|7z|tar|gz"
    r"|jpe?g|png|tiff?|mp3|mp4|avi)"
)
_NAMED = {
    r"(?:ไมโครซอฟต์?\s?)?เวิร์?ด|ms\s?word|microsoft\sword|(?<![a-z])word(?=\s?(?:file|document|[)\]]|$))": "docx",
    r"เอ็?กเซลล?์?|(?:ms\s?|microsoft\s)?(?<![a-z])excel(?![a-z])": "xlsx",
    r"พาวเวอร์?พ[๊้]?อย(?:น?[ตท]์)?|(?<![a-z])power\s?point(?![a-z])": "pptx",
    r"พีดีเอฟ": "pdf",
}
_PROGRAMS = {"word": "docx", "excel": "xlsx", "power": "pptx"}  # after a label, where no more need be said
_TYPE_LABEL = (
    r"(?:(?:ประเภท|ชนิด|นามสกุล|สกุล|รูปแบบ)(?:ของ|การ(?:จัด)?เก็บ)?(?:ไฟล์|เอกสาร|ข้อมูล)(?:แนบ)?|(?:file|data|document)[\s_]?(?:type|format)|(?<![a-z])format"
    r"|(?<![a-z])type)"
)
_TYPES: tuple[re.Pattern[str], ...] = (
    re.compile(r"(?<![a-z/])application/(?P<x>pdf|zip|json|xml|rtf)(?![a-z])"),
    # A label may name a kind that no list knows: นามสกุลของไฟล์ API.
    re.compile(
        rf"{_TYPE_LABEL}[\s:=\"'\[(.]{{0,6}}(?:adobe\s|(?:image|text)/)?"
        r"(?P<x>[a-z][a-z0-9]{1,4})(?![a-z0-9])"
    ),
    re.compile(rf"(?:ชนิด|ประเภท|สกุล)\s?[:=]\s?\.?(?P<x>{_EXTENSIONS})(?![a-z0-9])"),
    re.compile(rf"[(\[]\s?(?:ไฟล์\s?|file\s?)?\.?(?P<x>{_EXTENSIONS})(?=\s?[),\]|/:\-–]|\s\d)"),
    re.compile(
        rf"(?:ไฟล์|เอกสาร|ดาว(?:น์?|์น)?โหลด|ในรูปแบบ|เป็น|download|view|open|file)\s?(?:เอกสาร|ไฟล์|แบบ)?\s?\.?(?P<x>{_EXTENSIONS})(?![a-z0-9.])"
    ),
    re.compile(
        rf"(?<![a-z0-9./_\-])\.?(?P<x>{_EXTENSIONS})(?=\s(?:file|document|format|ไฟล์)|\s?[,|]\s?\d|\s?\(?\d[\d.,]{{0,8}}\s?(?:[kmg]?b|กิโล|เม|ไบ))"
    ),
    re.compile(rf"(?:^|[|•·\n])\s?\.?(?P<x>{_EXTENSIONS})(?:[\s.\-_]?(?:icon|file|ไฟล์)){{0,2}}(?=\s?(?:$|[|•·\n]))"),
    # รายงานประจำปี 2566 PDF เผยแพร่เมื่อ …, and at the end of a name
    re.compile(
        r"(?:(?<=[ก-๎0-9)\]]\s)|(?<=[ก-๎)\]])|^)(?P<x>pdf|docx?|xlsx?|pptx?|odt|ods|zip|rar)"
        r"(?=\s?$|\s?(?:เผยแพร่|ลง(?:เมื่อ|วันที่)|ขนาด|วันที่|ดาว(?:น์?|์น)?โหลด|โพสต?์?|ปรับปรุง))"
    ),
    re.compile(rf"(?<=[^\s/.])\.(?P<x>{_EXTENSIONS})(?![a-z0-9])"),
)
_WORDS = tuple((re.compile(words), extension) for words, extension in _NAMED.items())
_ALLOWED = re.compile(r"(?:รองรับ|เฉพาะ|(?<!ขอ)(?<!ใบ)อนุญาต|แนบได้|อัปโหลดได้|allowed|accept|support)[^\n]{0,30}$")
_ADDRESS = re.compile(r"./|/.|\?.*=")
_PART_OF_YEAR = re.compile(r"\d{1,4}/\d{2,4}")  # ไตรมาส 2/2567.pdf
_LONGEST_NAME = 200
_PICTURES = frozenset({"jpg", "jpeg", "png", "tif", "tiff"})
_NOT_TYPES = frozenset(
    {"file", "files", "html", "php", "asp", "aspx", "of", "and", "the", "is", "are", "date", "data"}
    # What a label of types tells that is no type of one file: a maker, a size of paper, a kind of thing.
    | {"adobe", "ms", "a3", "a4", "b5", "image", "photo", "video", "audio", "text", "plain", "link", "page", "news"}
)


def find_file_types(text: str) -> tuple[FileTypeSeen, ...]:
    """File types shown in a text, each place once.

    «ไฟล์แนบ» (attached file) names none; an extension that stands only in an address is not shown to a reader; the
    kinds that an upload form accepts are none of this page's files.
    """
    traced = prepared(text)
    found: dict[int, FileTypeSeen] = {}
    for pattern in _TYPES:
        for match in pattern.finditer(traced.text):
            if match["x"] not in _NOT_TYPES and _shown(traced.text, match):
                kind = _PROGRAMS.get(match["x"], match["x"])
                found.setdefault(match.start("x"), _type(text, traced, *match.span("x"), kind))
    for pattern, extension in _WORDS:
        for match in pattern.finditer(traced.text):
            if _shown(traced.text, match):
                found.setdefault(match.start(), _type(text, traced, *match.span(), extension))
    return tuple(found[start] for start in sorted(found))


def _type(text: str, traced: Traced, start: int, end: int, extension: str) -> FileTypeSeen:
    start, end = traced.span(start, end)
    return FileTypeSeen(start=start, end=end, raw=text[start:end], extension=extension)


def _shown(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - _LONGEST_NAME) : match.start()]
    if _ALLOWED.search(before[-_CONTEXT:]):
        return False
    token = re.split(r"[\s\"'<>|]", before)[-1]
    if token.isascii() and match.re is _TYPES[-1] and match["x"] in _PICTURES:
        return False  # IMG_1.jpg, logo.png: a picture's own name, no document offered
    address = token.isascii() and _ADDRESS.search(token) and not _PART_OF_YEAR.fullmatch(token)
    return not ("://" in token or address)


# --- names -------------------------------------------------------------------------------------------------

_NAME_END = re.compile(rf"(?<=\S)\.{_EXTENSIONS}(?![a-z0-9])")
_NAME_EDGE = re.compile(r"[\n\t:,;|\"'<>/\\=?•]")


def find_file_names(text: str) -> tuple[FileName, ...]:
    """Names of files in a text: from the nearest sign that no name holds to the extension."""
    traced, names, done = prepared(text), [], 0
    for match in _NAME_END.finditer(traced.text):
        if _ALLOWED.search(traced.text, max(0, match.start() - _CONTEXT), match.start()):
            continue
        left = max(done, match.start() - _LONGEST_NAME)
        edges = [edge.end() for edge in _NAME_EDGE.finditer(traced.text, left, match.start())]
        start = edges[-1] if edges else left
        start += len(traced.text[start : match.start()]) - len(traced.text[start : match.start()].lstrip(" (["))
        done = match.end()
        if start < match.start():
            first, last = traced.span(start, match.end())
            names.append(FileName(start=first, end=last, raw=text[first:last]))
    return tuple(names)
