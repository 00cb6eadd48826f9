"""File names whose bytes came without a word about their letters: Thai Windows writes them in its own code page."""

from __future__ import annotations

import re

_MARKS = r"[ัิ-ฺ็-๎]"
_LEGAL = re.compile(rf"[เแโใไ]?[ก-ฮ]{_MARKS}{{0,3}}[ะาำๅ]?|[ๆฯ๐-๙ฤฦ]")


def file_name_of(raw: bytes) -> str:
    """The name that the bytes spell: UTF-8 if they are that, Thai if that reads as Thai, else as MS-DOS wrote it."""
    for page in ("ascii", "utf-8"):
        try:
            return raw.decode(page)
        except UnicodeDecodeError:
            continue
    thai = raw.decode("cp874", "replace")
    return thai if _reads_as_thai(thai) else raw.decode("cp437", "replace")


def _reads_as_thai(text: str) -> bool:
    """Are all letters beyond ASCII Thai, and in clusters that Thai allows?"""
    foreign = [letter for letter in text if ord(letter) > 0x7F]  # noqa: PLR2004 - ASCII
    thai = all("\u0e01" <= letter <= "\u0e5b" for letter in foreign)
    return thai and not re.search(r"[\u0e00-\u0e7f]", _LEGAL.sub("", text))
