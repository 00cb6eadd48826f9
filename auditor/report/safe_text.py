r"""Text from the outside made harmless to show: controls and direction marks as escapes, no broken Unicode.

Knows nothing of HTML (Jinja2 escapes that) nor of what the text says (RELIABILITY_RULES 21 and 23).
"""

from __future__ import annotations

import re
import unicodedata

from auditor.thai.national_ids import masked

LONGEST = 2000
"""Letters of one text that a report shows; the rest is cut with a mark."""

_BLANKS = re.compile(r"[\t\n\v\f\r \x85\xa0\u2028\u2029]+")
# Where a line may or may not break: Thai editors leave them between words, and they mean nothing to a reader.
_BREAKS = re.compile("[\xad\u200b\u2060\ufeff]")
_SURROGATES = re.compile(r"[\ud800-\udfff]")
_SUSPECT = re.compile(r"[^ -~\xa1-\u04ff\u0e01-\u0e7f]")  # nothing else can need an escape
_ESCAPED = {"Cc", "Cf", "Cs", "Co"}  # controls, formats (bidi, joiners, tags), surrogates, private letters

_MARKS = (
    r"\u0300-\u036f\u0483-\u0489\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
    r"\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
# A Thai letter carries three marks at most; a tower of them climbs over the lines above.
_TOWER = re.compile(rf"([{_MARKS}]{{4}})[{_MARKS}]+")


def one_line(text: str, longest: int = LONGEST) -> str:
    r"""The text on one line with nothing that could act: for terminal, log and HTML alike.

    Blanks of every kind become one space; a control, direction or invisible character is shown as `\u202E`; more
    than `longest` letters are cut, with `…` as the mark.
    """
    line = masked(_BREAKS.sub("", _BLANKS.sub(" ", text[: longest * 4]))).strip()
    line = _TOWER.sub(r"\1", _SUSPECT.sub(_escape, line))
    if len(line) <= longest and len(text) <= longest * 4:
        return line
    return line[: longest - 1].rstrip() + "…"


def valid_unicode(text: str) -> str:
    """The text without lone surrogates, which UTF-8 cannot carry."""
    return _SURROGATES.sub("", text)


def _escape(found: re.Match[str]) -> str:
    letter = found[0]
    if unicodedata.category(letter) not in _ESCAPED:
        return letter
    code = ord(letter)
    return f"\\u{code:04X}" if code <= 0xFFFF else f"\\U{code:08X}"  # noqa: PLR2004  (last code of the basic plane)
