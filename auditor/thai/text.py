"""Bringing the many spellings of the same Thai words to one form.

Three forms, from careful to forgiving: `normalise` is still readable, `fold` is for comparing labels, `skeleton` is
for text layers that lost their marks. Knows the script and its habits; knows no topic and no law.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from auditor.thai.rewriting import Step, Traced, rewrite, trace, untouched
from auditor.thai.spelling import ABBREVIATIONS, DOTTED, SPELLINGS

BOUND = frozenset("ะัาำิีึืฺุูๅ็่้๊๋์ํ๎")
"""Signs that belong to the consonant before them: a word that ends before one ends inside a syllable."""
LEADING = frozenset("เแโใไ")
"""Vowels written before their consonant: «เปิดบริการ» does not hold «ปิดบริการ»."""

THAI_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")

_MARKS = "ัิ-ฺ็-๎"
_VOWEL_MARKS = frozenset("ัิีึืฺุู็")
_TONES = frozenset("่้๊๋์")
_NIKHAHIT = "ํ"
_SYLLABLE = f"[{''.join(sorted(_VOWEL_MARKS))}][{''.join(sorted(_TONES))}]"

# Old Thai fonts keep raised and left-moved marks, and ญ ฐ without their foot, in the private use area; PDF files name
# some of them by Adobe's glyph list, which has places of its own. By code points, since marks alone cannot be read.
_TONE_MARKS = range(0x0E48, 0x0E4D)
_PRIVATE_USE: dict[int, int] = {
    0xF700: 0x0E10,
    **dict(zip(range(0xF701, 0xF705), range(0x0E34, 0x0E38), strict=True)),
    **dict(zip(range(0xF705, 0xF70A), _TONE_MARKS, strict=True)),
    **dict(zip(range(0xF70A, 0xF70F), _TONE_MARKS, strict=True)),
    0xF70F: 0x0E0D,
    0xF710: 0x0E31,
    0xF711: 0x0E4D,
    0xF712: 0x0E47,
    **dict(zip(range(0xF713, 0xF718), _TONE_MARKS, strict=True)),
    **dict(zip(range(0xF718, 0xF71B), range(0x0E38, 0x0E3B), strict=True)),
    0xF71E: 0x0E4D,
    0xF71F: 0x0E47,
    0xF720: 0x0E4E,
    0xF884: 0x0E31,
    **dict(zip(range(0xF885, 0xF889), range(0x0E34, 0x0E38), strict=True)),
    0xF889: 0x0E47,
    **{0xF88A + 3 * tone + place: mark for tone, mark in enumerate(_TONE_MARKS) for place in range(3)},
    0xF899: 0x0E4D,
}
_SIGNS = str.maketrans(
    {
        **dict.fromkeys("‐‑‒–—―−﹘﹣", "-"),
        **dict.fromkeys("～∼〜", "~"),
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‘’‚‛′´", "'"),
        **dict.fromkeys("【〔〖", "["),
        **dict.fromkeys("】〕〗", "]"),
        **dict.fromkeys("〈《", "<"),
        **dict.fromkeys("〉》", ">"),
        "…": "...",
        "‥": "..",
        "⁄": "/",
        "∕": "/",
    }
)
_MOST_ACCENTS = 4  # a letter of any living language carries no more; longer piles are noise


def _accents(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", match[0][: 1 + _MOST_ACCENTS])


def _marks(match: re.Match[str]) -> str:
    """One vowel mark, one tone or thanthakhat, one nikhahit, in the order Unicode asks for; ํ + า becomes ำ."""
    marks, tail = match[1], match[2]
    vowel = next((sign for sign in marks if sign in _VOWEL_MARKS), "")
    tone = next((sign for sign in marks if sign in _TONES), "")
    if _NIKHAHIT in marks and tail == "า":
        return vowel + tone + "ำ"
    return vowel + tone + (_NIKHAHIT if _NIKHAHIT in marks and not tail else "") + tail


def _tones_first(match: re.Match[str]) -> str:
    """Tones that slid behind the vowels of their syllable."""
    return "".join(sorted(match[0], key=lambda sign: sign not in _TONES))


def _am_marks(match: re.Match[str]) -> str:
    tone = next((sign for sign in match[0] if sign in _TONES), "")
    return tone + "ำ"


# What is wrong with the letters themselves. Keeps lines and spaces, which some readers need.
LETTERS: tuple[Step, ...] = (
    Step(re.compile(r"[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]+"), ""),
    Step(re.compile(r"[\uf700-\uf71a\uf71e-\uf720\uf884-\uf899]+"), lambda m: m[0].translate(_PRIVATE_USE)),
    Step(re.compile(r"[๐-๙]+"), lambda m: m[0].translate(THAI_DIGITS)),
    Step(re.compile(r"[\ufb00-\ufb06\uff01-\uff5e]+"), lambda m: unicodedata.normalize("NFKC", m[0])),
    Step(re.compile("[" + "".join(map(chr, _SIGNS)) + "]+"), lambda m: m[0].translate(_SIGNS)),
    Step(re.compile(r"\w[\u0300-\u034e\u0350-\u036f]+"), _accents),
    Step(re.compile(r"เเ"), "แ"),
    Step(re.compile(r"(?<![ฤฦ])ๅ"), "า"),
    Step(re.compile(r"[ะา][ะา่-๋]*[่-๋]"), _tones_first),
    Step(re.compile(rf"ำ[{_MARKS}ำ]+"), _am_marks),
    # All but one vowel and one tone behind it, as most syllables rightly have them.
    Step(re.compile(rf"(?!{_SYLLABLE}(?![{_MARKS}]))([{_MARKS}]{{2,}}|[{_NIKHAHIT}\u0e3a\u0e4e])([าำ]?)"), _marks),
)
SPACES: tuple[Step, ...] = (Step(re.compile(r"[\s\x00-\x1f\x7f-\x9f]+"), " "),)


@lru_cache(maxsize=2)
def trace_letters(text: str) -> Traced:
    """The text with its letters put right, lines and spaces kept, and the way back; every reader begins with this."""
    return trace(LETTERS, untouched(text))


def normalise(text: str) -> str:
    """The text as a careful typist would have typed it: readable, one line, ASCII digits and signs."""
    return rewrite(SPACES, rewrite(LETTERS, text)).strip(" ")


# --- fold --------------------------------------------------------------------------------------------------

_THAI = "ก-ฮะ-ฺเ-ๅ็-๎"
_JUNK = rf"(?:[^\w{_MARKS}]|[_ๆฯ๏๚๛])"


def _abbreviation(short: str) -> str:
    """A pattern for a short form: with its inner dots anywhere, else as a word of its own."""
    dots = [re.escape(part) for part in short.rstrip(".").split(".")]
    loose = rf"(?<![{_THAI}])" + rf"{_JUNK}{{0,4}}".join(short.replace(".", "")) + rf"(?![{_THAI}])"
    if len(dots) == 1:
        return loose
    return r"\.\s?".join(dots) + rf"(?![ะ-ฺ็-๎])|{loose}"


_MOST_ROUNDS = 4  # folding reaches its fixed point in one round on any text that was not made to defy it


def _beginning(pattern: str) -> str:
    """The letters with which every match of the pattern begins; none where it begins with a choice."""
    letters = re.match("[ก-๎]*", pattern)[0]  # type: ignore[index]  # matches nothing at least
    optional = pattern[len(letters) : len(letters) + 1] in set("?*{|")
    return "" if "|" in _outside_groups(pattern) else letters[: len(letters) - optional]


def _outside_groups(pattern: str) -> str:
    """The pattern without what stands in brackets of any kind."""
    inner = re.compile(r"\([^()]*\)|\[[^\]]*\]")
    while inner.search(pattern):
        pattern = inner.sub("", pattern)
    return pattern


@cache
def _folding() -> tuple[Step, ...]:
    # One alternation for all short forms: the names of its groups lead back to the long ones.
    longs = {f"a{number}": long for number, (_, long) in enumerate(ABBREVIATIONS)}
    firsts = "".join(sorted({re.escape(short[0]) for short, _ in ABBREVIATIONS}))
    choice = "|".join(f"(?P<a{n}>{_abbreviation(short)})" for n, (short, _) in enumerate(ABBREVIATIONS))
    # Most letters are passed over at once: a short form stands free, or has a dot near its beginning.
    near = max(len(short.partition(".")[0]) for short, _ in ABBREVIATIONS)
    shorts = rf"(?=[{firsts}])(?:(?<![{_THAI}])|(?=.{{1,{near}}}\.))(?:{choice})"
    return (
        *LETTERS,
        *SPACES,
        Step(re.compile(r"[A-Z\u0080-\u0dff\u0e80-\uffff\U00010000-\U0010ffff]+"), lambda m: m[0].casefold()),
        *(Step(re.compile(short), long) for short, long in DOTTED),
        Step(re.compile(shorts), lambda m: longs[m.lastgroup or ""]),
        Step(re.compile(rf"(?<=[a-z0-9]){_JUNK}+(?=[a-z0-9])"), " "),
        Step(re.compile(rf"(?<![a-z0-9]){_JUNK}+|{_JUNK}+(?![a-z0-9])"), ""),
        *(Step(re.compile(wrong), right, _beginning(wrong)) for wrong, right in SPELLINGS),
    )


def fold(text: str) -> str:
    """The text reduced to what tells labels apart.

    Lower case, known misspellings and abbreviations in their one form, no spaces, punctuation, ๆ or ฯ; one space is
    kept only between two ASCII letters or digits, so that «2567 12» stays two numbers. Idempotent.
    """
    for _ in range(_MOST_ROUNDS):
        folded = rewrite(_folding(), text)
        if folded == text:
            break
        text = folded
    return text


def trace_fold(text: str) -> Traced:
    """`fold`, with the way back to the original."""
    traced = untouched(text)
    for _ in range(_MOST_ROUNDS):
        folded = trace(_folding(), traced)
        if folded.text == traced.text:
            break
        traced = folded
    return traced


def find_folded(haystack: str, needle: str) -> tuple[int, int] | None:
    """Offsets in the haystack, as it is, of the first place that folds to what the needle folds to."""
    wanted = fold(needle)
    if not wanted:
        return None
    traced = trace_fold(haystack)
    at = traced.text.find(wanted)
    return traced.span(at, at + len(wanted)) if at >= 0 else None


_UPPER_MARKS = re.compile(r"[็-๎]")
_DAMAGED_AM = re.compile(r"ํ\s?[่-๋]?\s?า")


def skeleton(text: str) -> str:
    """Consonants and vowels without tone marks, thanthakhat, ำ as า: what survives in a damaged text layer.

    For recall only: ข้าว (rice), ข่าว (news) and ขาว (white) have one skeleton.
    """
    return _UPPER_MARKS.sub("", fold(_DAMAGED_AM.sub("า", text))).replace("ำ", "า")


_COUNTED = re.compile(rf"[^\W_]|[{_MARKS}]")
_THAI_SIGN = re.compile(r"[\u0e01-\u0e5b]")


def holds_thai(text: str) -> bool:
    """Does any Thai letter, sign or digit stand in the text?"""
    return _THAI_SIGN.search(text) is not None


def letters_in(text: str) -> int:
    """How many letters, vowel and tone signs and digits `text` holds."""
    return len(_COUNTED.findall(text))
