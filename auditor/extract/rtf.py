"""The text of an RTF file, with its letters in the code pages that it names (Thai: 874).

One pass over the bytes; groups are a stack of small states, so that no nesting costs more than it is long.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from auditor.extract.about import About, clean, moment_of, one_line
from auditor.extract.encoding import is_thai
from auditor.extract.leaves import EnoughError, Leaves, document_of

if TYPE_CHECKING:
    from auditor.config import DocumentLimits
    from auditor.facts import Document

_TOKEN = re.compile(
    rb"\\([A-Za-z]{1,32})(-?\d{1,10})? ?|\\'([0-9A-Fa-f]{2})|\\(.)|([{}])|([^\\{}\r\n]{1,4096})|[\r\n]+|\\", re.DOTALL
)
_MOST_GROUPS = 1_000
_MOST_FONTS = 10_000
_PAGE_OF_CHARSET = {
    0: 1252, 128: 932, 129: 949, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258, 177: 1255, 178: 1256, 186: 1257,
    204: 1251, 222: 874, 238: 1250,
}  # fmt: skip
_WESTERN = 1252
_THAI_CHARSET = 222
_THAI = 1054  # the number of the language
_PAGES = frozenset((*_PAGE_OF_CHARSET.values(), 437, 850, 852, 866))
_INFO = frozenset({"title", "author", "operator", "creatim", "revtim"})
_SILENT = frozenset({
    "colortbl", "stylesheet", "pict", "object", "objdata", "header", "headerl", "headerr", "headerf", "footer",
    "footerl", "footerr", "footerf", "themedata", "datastore", "listtable", "rsidtbl", "xmlnstbl",
    "listoverridetable", "fldinst", "nonshppict", "shpinst", "generator", "filetbl", "revtbl", "latentstyles",
    "mmathPr", "bkmkstart", "bkmkend", "annotation", "atnid", "atnauthor", "tc", "xe", "listname", "info",
    "fontemb", "panose", "falt",
})  # fmt: skip
_GAPS = {
    "par": "\n",
    "line": "\n",
    "sect": "\n",
    "row": "\n",
    "tab": "\t",
    "cell": "\t",
    "nestcell": "\t",
    "nestrow": "\n",
}
_SIGNS = {
    "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•",
}  # fmt: skip
_SYMBOLS = {b"~": " ", b"_": "-", b"{": "{", b"}": "}", b"\\": "\\"}
_WHEN = ("yr", "mo", "dy", "hr", "min", "sec")
_SURROGATES = range(0xD800, 0xE000)
_BYTE = 0x80


@dataclass(frozen=True, slots=True)
class _State:
    """What holds within a group."""

    target: str = "text"  # "text", "silent", "fonts", or a field of the information
    page: int = _WESTERN
    after_unicode: int = 1  # signs that stand in for a `\\u`
    thai: bool = False  # the language of the text at hand
    hidden: bool = False


def read_rtf(body: bytes, limits: DocumentLimits) -> Document:
    """What an RTF file says, up to the limits."""
    leaves = Leaves(limits)
    reader = RtfReader(leaves)
    with suppress(EnoughError):
        reader.read(body)
    return document_of("rtf", reader.about(), leaves)


class RtfReader:
    """Walks through the tokens of a file."""

    def __init__(self, leaves: Leaves) -> None:
        self._leaves = leaves
        self._state = _State()
        self._groups: list[_State] = []
        self._too_deep = 0
        self._fonts: dict[int, int] = {}
        self._font = -1
        self._standing = 0  # signs still to skip after a `\\u`
        self._bytes = bytearray()  # letters of a code page, until it is known that no more follow
        self._high = ""  # the first half of a letter in two `\\u`
        self._info: dict[str, list[str]] = {}
        self._when: dict[str, dict[str, int]] = {}
        self._first = False  # is the next word the first of its group

    def read(self, body: bytes) -> None:
        """All tokens; raises `EnoughError` when the leaves are full."""
        at, end = 0, len(body)
        while at < end and (token := _TOKEN.match(body, at)):
            at = token.end()
            word, number, code, symbol, brace, run = token.groups()
            if word is not None:
                at += self._word(word.decode("ascii"), int(number) if number else None)
            elif code is not None:
                self._byte(int(code, 16))
            elif run is not None:
                self._run(run)
            elif brace is not None:
                self._brace(opens=brace == b"{")
            elif symbol is not None:
                self._symbol(symbol)
        self._flush()

    def about(self) -> About:
        """What the file says of itself."""
        info = {name: "".join(parts) for name, parts in self._info.items()}
        times = {
            name: moment_of(
                when.get("yr", 0),
                when.get("mo", 1),
                when.get("dy", 1),
                (when.get("hr", 0), when.get("min", 0), when.get("sec", 0)),
            )
            for name, when in self._when.items()
        }
        return About(
            title=one_line(info.get("title")),
            author=one_line(info.get("author")) or one_line(info.get("operator")),
            created=times.get("creatim"),
            modified=times.get("revtim"),
        )

    # --- tokens ---------------------------------------------------------------------------------------------

    def _brace(self, *, opens: bool) -> None:
        self._flush()
        self._standing, self._high = 0, ""
        self._first = opens
        if opens and len(self._groups) < _MOST_GROUPS:
            self._groups.append(self._state)
        elif opens:
            self._too_deep += 1
        elif self._too_deep:
            self._too_deep -= 1
        elif self._groups:
            self._state = self._groups.pop()

    def _symbol(self, symbol: bytes) -> None:
        self._flush()
        if symbol == b"*":
            self._state = replace(self._state, target="silent")  # a program that knows the next word may read it
        elif symbol in {b"\r", b"\n"}:
            self._gap("\n")
        elif self._standing:
            self._standing -= 1
        elif symbol in _SYMBOLS:
            self._say(_SYMBOLS[symbol])

    def _word(self, word: str, number: int | None) -> int:
        """Take a control word; how many bytes after it are data."""
        self._flush_before(word)
        first, self._first = self._first, False
        if word == "bin":
            return max(0, number or 0)
        if first and (word in _SILENT or word in _INFO or word == "fonttbl"):
            self._target(word)
        elif word == "u":
            self._unicode(number or 0)
        elif word in _GAPS:
            self._gap(_GAPS[word])
        elif word in {"page", "pagebb"}:
            self._turn()
        elif word in _SIGNS:
            self._say(_SIGNS[word])
        elif word in _WHEN and self._state.target in {"creatim", "revtim"}:
            self._when.setdefault(self._state.target, {})[word] = min(abs(number or 0), 9999)
        else:
            self._set(word, number)
        return 0

    def _flush_before(self, word: str) -> None:
        if word != "u":
            self._high = ""
        self._flush()

    def _target(self, word: str) -> None:
        if self._state.target == "silent" and word not in _INFO:
            return
        target = word if word in _INFO else "fonts" if word == "fonttbl" else "silent"
        self._info.pop(word, None)  # a field may come twice, the second time in Unicode
        self._state = replace(self._state, target=target)

    def _set(self, word: str, number: int | None) -> None:
        """Words that change how what follows is read."""
        state = self._state
        if word == "ansicpg" and number in _PAGES:
            self._state = replace(state, page=number)
        elif word in {"f", "af"} and number is not None:
            self._font = number
            if state.target != "fonts" and number in self._fonts:
                self._state = replace(state, page=self._fonts[number])
        elif word == "fcharset" and state.target == "fonts" and len(self._fonts) < _MOST_FONTS:
            if number in _PAGE_OF_CHARSET:
                self._fonts[self._font] = _PAGE_OF_CHARSET[number]
        elif word == "uc" and number is not None:
            self._state = replace(state, after_unicode=min(max(0, number), 16))
        elif word == "lang":
            self._state = replace(state, thai=number == _THAI)
        elif word == "v":
            self._state = replace(state, hidden=number != 0)
        elif word == "plain":
            self._state = replace(state, hidden=False)

    def _unicode(self, number: int) -> None:
        code = number % 0x10000
        self._standing = self._state.after_unicode
        if code in _SURROGATES and not self._high:
            self._high = chr(code)
            return
        pair = (self._high + chr(code)).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
        self._high = ""
        self._say(pair)

    def _byte(self, value: int) -> None:
        self._first = False
        if self._standing:
            self._standing -= 1
        else:
            self._bytes.append(value)

    def _run(self, run: bytes) -> None:
        self._first = False
        skipped = min(self._standing, len(run))
        self._standing -= skipped
        self._bytes += run[skipped:]

    # --- what comes out -------------------------------------------------------------------------------------

    def _flush(self) -> None:
        """The bytes gathered so far as letters of the code page at hand."""
        if not self._bytes:
            return
        run, self._bytes = bytes(self._bytes), bytearray()
        page = self._state.page
        if page == _WESTERN and (self._state.thai or is_thai(run)):
            page = _PAGE_OF_CHARSET[_THAI_CHARSET]
        self._say(run.decode("ascii" if max(run) < _BYTE else f"cp{page}", "replace"))

    def _say(self, text: str) -> None:
        state = self._state
        if state.target == "text" and not state.hidden:
            self._leaves.add(text)
        elif state.target in _INFO:
            self._info.setdefault(state.target, []).append(clean(text)[:500])

    def _gap(self, mark: str) -> None:
        if self._state.target == "text":
            self._leaves.gap(mark)

    def _turn(self) -> None:
        if self._state.target == "text":
            self._leaves.turn()
