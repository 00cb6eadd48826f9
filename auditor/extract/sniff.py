"""What a body is, by its bytes. The declared type only chooses between kinds of plain text.

Archives are not opened: the names of their members lie readable in their first and last bytes.
"""

from __future__ import annotations

import re

_HEAD = 4096
_TAIL = 128 * 1024  # holds the directory of any office file
_MAGIC: tuple[tuple[int, bytes, str], ...] = (
    (0, b"{\\rtf", "rtf"),
    (0, b"Rar!\x1a\x07", "rar"),
    (0, b"7z\xbc\xaf\x27\x1c", "7z"),
    (0, b"\x1f\x8b", "gz"),
    (0, b"BZh", "bz2"),
    (0, b"\xfd7zXZ\x00", "xz"),
    (257, b"ustar", "tar"),
    (0, b"\xff\xd8\xff", "jpg"),
    (0, b"\x89PNG\r\n\x1a\n", "png"),
    (0, b"GIF8", "gif"),
    (8, b"WEBP", "webp"),
    (0, b"II*\x00", "tif"),
    (0, b"MM\x00*", "tif"),
    (0, b"\x00\x00\x01\x00", "ico"),
    (0, b"8BPS", "psd"),
    (0, b"ID3", "mp3"),
    (0, b"OggS", "ogg"),
    (0, b"fLaC", "flac"),
    (8, b"WAVE", "wav"),
    (8, b"AVI ", "avi"),
    (4, b"ftypheic", "heic"),
    (4, b"ftypmif1", "heic"),
    (4, b"ftypavif", "avif"),
    (4, b"ftypM4A", "m4a"),
    (4, b"ftypqt", "mov"),
    (4, b"ftyp", "mp4"),
    (0, b"\x1aE\xdf\xa3", "webm"),
    (0, b"0&\xb2u\x8ef\xcf\x11", "wmv"),
    (0, b"FLV\x01", "flv"),
    (0, b"FWS", "swf"),
    (0, b"CWS", "swf"),
    (0, b"MZ", "exe"),
    (0, b"\x7fELF", "elf"),
    (0, b"wOFF", "woff"),
    (0, b"wOF2", "woff2"),
    (0, b"\x00\x01\x00\x00\x00", "ttf"),
    (0, b"SQLite format 3\x00", "sqlite"),
    (0, b"%!PS", "ps"),
)
_SURE = 4  # bytes of a mark that nothing else begins with
_MPEG_AUDIO = re.compile(rb"\xff[\xe2\xe3\xf2\xf3\xfa\xfb]")
_BMP = re.compile(rb"BM.{4}\x00\x00\x00\x00", re.DOTALL)
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_ZIP_END, _ZIP_END_SIZE = b"PK\x05\x06", 22
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# The mimetype of an OpenDocument file is its first member, stored as it is.
_ODF = re.compile(rb"mimetypeapplication/(?:vnd\.oasis\.opendocument\.(text|spreadsheet|presentation|graphics)|epub)")
_ODF_KINDS = {b"text": "odt", b"spreadsheet": "ods", b"presentation": "odp", b"graphics": "odg"}
_MEMBERS = ((b"word/", "docx"), (b"xl/", "xlsx"), (b"ppt/", "pptx"), (b"AndroidManifest.xml", "apk"))
_STREAMS = (
    ("WordDocument", "doc"),
    ("Workbook", "xls"),
    ("Book", "xls"),
    ("PowerPoint Document", "ppt"),
    ("__properties_version1.0", "msg"),
)
_OF_OFFICE = bytes.fromhex("0000 0000 C000 0000 0000 0046")
_CLASSES = {
    bytes.fromhex("06090200") + _OF_OFFICE: "doc",
    bytes.fromhex("00090200") + _OF_OFFICE: "doc",
    bytes.fromhex("20080200") + _OF_OFFICE: "xls",
    bytes.fromhex("10080200") + _OF_OFFICE: "xls",
    bytes.fromhex("108D81649B4FCF1186EA00AA00B929E8"): "ppt",
}
"""What made a compound file, by the class of its root: others may be embedded in it."""
_LARGEST_SHIFT = 12  # sectors of 4096 bytes
_SECTOR_SHIFT_AT, _DIRECTORY_AT, _CLASS_AT, _CLASS_SIZE = 0x1E, 0x30, 0x50, 16
_OOXML = ("docx", "xlsx", "pptx")
_PDF_WINDOW = 1024
_PDF_OBJECT = re.compile(rb"%[\x80-\xff]{4}\s+\d{1,9} \d{1,5} obj\b")  # the second line where the first is lost
_HTML = re.compile(
    rb"<(?:!doctype html|html|head|body|title|meta|script|style|link|div|table|iframe|frameset|h[1-6]|p|a|b|br|font"
    rb"|center|form|span|img|ul|ol|section|header|main)(?=[\s>/])",
    re.IGNORECASE,
)
_HTML_FIRST = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<!--.{0,2000}?-->\s*|<\?xml[^>]{0,300}\?>\s*)*", re.DOTALL)
_SURELY_HTML = re.compile(rb"<(?:!doctype html|html|head|body|frameset)(?=[\s>])", re.IGNORECASE)
_JSON = re.compile(rb"\s*(?:\{\s*[\"}]|\[\s*[\[{\"\d\]-])")
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_TYPES = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/csv": "csv",
    "application/csv": "csv",
    "text/css": "css",
    "text/javascript": "js",
    "application/javascript": "js",
    "application/x-javascript": "js",
    "application/json": "json",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": "pptx",
}
_SEPARATORS = (b",", b"\t", b";")
_CSV_LINES = 5


def sniff(body: bytes, declared: str | None = None) -> str | None:
    """The lower-case extension of what the bytes are; None for no bytes and for bytes of no known kind.

    `declared` is a Content-Type, or a file name, as it came; it decides only where the bytes leave it open.
    """
    if not body:
        return None
    claim = _claim(declared or "")
    return _magic(body, claim) or _text(body, claim)


def _claim(declared: str) -> str:
    kind = declared.partition(";")[0].strip().lower()
    return _TYPES.get(kind) or kind.rpartition(".")[2]


def _magic(body: bytes, claim: str) -> str | None:
    head = body[:_HEAD]
    if head.startswith(_ZIP):
        return _zip_kind(head, body[-_TAIL:])
    if head.startswith(_OLE):
        return _ole_kind(body, claim)
    marked = next(((kind, len(mark)) for offset, mark, kind in _MAGIC if head.startswith(mark, offset)), None)
    if marked and marked[1] >= _SURE:
        return marked[0]  # an archive of files that are stored as they are has their marks a little further in
    if _is_pdf(head):
        return "pdf"
    return marked[0] if marked else _vague_magic(head, body)


def _vague_magic(head: bytes, body: bytes) -> str | None:
    """Marks so short that more than they must fit."""
    if _BMP.match(head):
        return "bmp"
    if _ZIP_END in body[-_ZIP_END_SIZE:]:
        return "zip"  # the last part of a split archive, or one behind other bytes
    return "mp3" if _MPEG_AUDIO.match(head) and not head.startswith(_UTF16) else None


def _is_pdf(head: bytes) -> bool:
    """PDF readers accept some rubbish before the mark; a page that only mentions it is none."""
    place = head.find(b"%PDF-", 0, _PDF_WINDOW)
    if place < 0:
        return bool(_PDF_OBJECT.match(head))
    return not _HTML.search(head, 0, place)


def _zip_kind(head: bytes, tail: bytes) -> str:
    if odf := _ODF.search(head):
        return _ODF_KINDS[odf[1]] if odf[1] else "epub"
    if b"[Content_Types].xml" in tail or b"[Content_Types].xml" in head:
        for name, kind in _MEMBERS:
            if name in tail or name in head:
                return kind
    return "apk" if b"AndroidManifest.xml" in tail else "zip"


def _ole_kind(body: bytes, claim: str) -> str:
    """A compound file is told by its class or the names of its streams; a locked OOXML file only says that it is."""
    if "EncryptedPackage".encode("utf-16-le") in body:
        return claim if claim in _OOXML else "docx"
    if kind := _CLASSES.get(_root_class(body)):
        return kind
    for name, kind in _STREAMS:
        if (name + "\0").encode("utf-16-le") in body:
            return kind
    return "ole"


def _root_class(body: bytes) -> bytes:
    """The class of the root, which is the first entry of the directory."""
    size = 1 << min(body[_SECTOR_SHIFT_AT] if len(body) > _SECTOR_SHIFT_AT else 0, _LARGEST_SHIFT)
    sector = int.from_bytes(body[_DIRECTORY_AT : _DIRECTORY_AT + 4], "little")
    at = (sector + 1) * size + _CLASS_AT
    return body[at : at + _CLASS_SIZE]


def is_locked_office(body: bytes) -> bool:
    """Is this an office file whose whole content is encrypted?"""
    return body.startswith(_OLE) and "EncryptedPackage".encode("utf-16-le") in body


def _is_binary(body: bytes) -> bool:
    return not body.startswith(_UTF16) and bool(_BINARY.search(body, 0, _HEAD))


def _text(body: bytes, claim: str) -> str | None:
    head = _as_ascii(body[:_HEAD])
    start = _HTML_FIRST.match(head)
    begin = start.end() if start else 0
    if _HTML.match(head, begin):
        return "html"
    if _is_binary(body):
        return None
    if _SURELY_HTML.search(head) or (claim == "html" and b"<" in head):
        return "svg" if head.startswith(b"<svg", begin) else "html"
    return _other_text(head, begin, claim, body.rstrip()[-1:])


def _other_text(head: bytes, begin: int, claim: str, last: bytes) -> str:
    if head.startswith(b"<svg", begin) or (b"<?xml" in head[:64] and b"<svg" in head):
        return "svg"
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<?xml"):
        return "xml"
    if _JSON.match(head) and last in {b"}", b"]"}:
        return "json"
    if claim in {"csv", "css", "js"}:
        return claim
    if _HTML.search(head) and claim not in {"txt", "json"}:
        return "html"
    return "xml" if head.lstrip()[:1] == b"<" else _csv_or_txt(head)


def _as_ascii(head: bytes) -> bytes:
    """UTF-16 thinned out to bytes that patterns can read."""
    if head.startswith(_UTF16):
        return head.decode("utf-16", "ignore").encode("utf-8", "ignore")
    return head


def _csv_or_txt(head: bytes) -> str:
    lines = [line for line in head.split(b"\n")[:-1] if line.strip()][:_CSV_LINES]
    for separator in _SEPARATORS:
        counts = {line.count(separator) for line in lines}
        if len(lines) > 1 and len(counts) == 1 and counts.pop() > 0:
            return "csv"
    return "txt"
