"""International host names: letters to ASCII and, where nobody can be misled by it, back.

UTS 46 as the WHATWG URL standard asks for it: no STD3 rules, no hyphen and length checks, bidi and joiners checked.
`idna.encode` is stricter (IDNA 2008) and would lose names that browsers open; its tables and checks are used.
"""

from __future__ import annotations

import re
import unicodedata

import idna

_ACE = "xn--"
# WHATWG "forbidden domain code points": what may never stand in a host, raw, decoded or mapped.
_FORBIDDEN = re.compile(r"[\x00-\x20\x7f\"#%/:<>?@\[\\\]^`{|}]")
_JOINERS = "\u200c\u200d"
_RIGHT_TO_LEFT = {"R", "AL", "AN"}
# What a Thai label may consist of: Thai letters, vowels, tones and digits, ASCII digits and hyphens.
_THAI_LABEL = re.compile(r"[\u0e01-\u0e3a\u0e40-\u0e4e\u0e50-\u0e590-9-]+")
_THAI_LETTER = re.compile(r"[\u0e01-\u0e2e]")
# Signs that look like others in Thai type: two short vowels for the long one, the two halves of sara am,
# and marks that are stacked upon each other.
_LOOKALIKE = re.compile(
    r"\u0e40\u0e40|\u0e4d|[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]{3}|([\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])\1"
)


def to_ascii(name: str) -> str | None:
    """The ASCII spelling of a host name; None if UTS 46 or the URL standard does not allow it."""
    # Whatever Punycode may stand in an ASCII name: the name server decides.
    host = name.lower() if name.isascii() else _mapped(name)
    return None if host is None or _FORBIDDEN.search(host) else host


def _mapped(name: str) -> str | None:
    try:
        labels = [_letters(label) for label in idna.uts46_remap(name, std3_rules=False).split(".")]
        right_to_left = any(unicodedata.bidirectional(sign) in _RIGHT_TO_LEFT for sign in "".join(labels))
        for label in labels:
            _check(label, bidi=right_to_left)
        return ".".join(map(_ascii_label, labels))
    except (idna.IDNAError, UnicodeError, ValueError):
        return None


def to_thai(host: str) -> str:
    """The host with every label in Thai letters that is wholly Thai and looks like no other; the rest as it is."""
    return ".".join(map(_thai_label, host.split(".")))


def _thai_label(label: str) -> str:
    if not label.startswith(_ACE):
        return label
    try:
        letters = _letters(label)
    except (idna.IDNAError, UnicodeError, ValueError):
        return label
    plain = _THAI_LABEL.fullmatch(letters) and _THAI_LETTER.search(letters) and not _LOOKALIKE.search(letters)
    return letters if plain and to_ascii(letters) == label else label


def _letters(label: str) -> str:
    """A label that has been mapped, its Punycode undone."""
    if not label.startswith(_ACE):
        return label
    letters = label.removeprefix(_ACE).encode("ascii").decode("punycode")
    if letters.isascii() or idna.uts46_remap(letters, std3_rules=False) != letters:
        raise idna.IDNAError(label)  # Punycode of what needs none, or of letters that mapping would have changed
    return letters


def _ascii_label(label: str) -> str:
    return label if label.isascii() else _ACE + label.encode("punycode").decode("ascii")


def _check(label: str, *, bidi: bool) -> None:
    """The validity criteria of UTS 46 section 4.1 that WHATWG asks for; raises `idna.IDNAError`."""
    if label.isascii():
        if bidi and label:
            idna.check_bidi(label, check_ltr=True)
        return
    idna.check_nfc(label)
    idna.check_initial_combiner(label)
    if label.startswith(_ACE):
        raise idna.IDNAError(label)
    if any(sign in _JOINERS and not idna.valid_contextj(label, place) for place, sign in enumerate(label)):
        raise idna.IDNAError(label)
    if bidi:
        idna.check_bidi(label, check_ltr=True)
