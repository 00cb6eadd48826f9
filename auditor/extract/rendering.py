"""Whether a page can be read without running its scripts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from auditor.extract.assemble import Head
    from auditor.extract.reader import Reader

_FEW_LETTERS = 200  # of text in a page that a script has yet to fill
_FEW_LINKS = 5
_ASKS = re.compile(r"javascript|enable\s+js\b", re.IGNORECASE)
_BUNDLE = re.compile(
    r"(?:chunk|bundle|runtime|polyfills|vendors?|webpack|(?:^|/)(?:main|app|index)[.-][\w-]{6,}|/_next/|/_nuxt/|/static/js/)"
    r"[^/]*\.m?js|parastorage|/_next/|/_nuxt/",
    re.IGNORECASE,
)


def needs_script(head: Head, reader: Reader, letters: int) -> bool:
    """Is there next to nothing to read, and do scripts stand ready to write it?"""
    if letters > _FEW_LETTERS or len(reader.links) > _FEW_LINKS or reader.embeds:
        return False
    if head.refresh or (head.moves and letters < _FEW_LETTERS):
        return False
    if not (letters or reader.links or reader.images):
        return bool(head.scripts or head.script_letters)
    asks = any(map(_ASKS.search, (*head.noscript, *(block.text for block in reader.composer.blocks))))
    bundled = any(_BUNDLE.search(source) for source in head.scripts)
    return bool(reader.app_root or head.app_data or asks or bundled) and bool(head.scripts or head.script_letters)
