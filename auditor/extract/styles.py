"""What an inline style says of how its element looks; style sheets are not read."""

from __future__ import annotations

import re
from functools import lru_cache

_UNSEEN = re.compile(
    r"display:none|visibility:hidden|visibility:collapse|font-size:[01](?:px|pt|em|%)?(?:;|$)"
    r"|(?:left|top|right|text-indent|margin-left|margin-top):-\d{3,}"
    r"|clip:rect\(0(?:px)?[, ]0|clip:rect\(1px[, ]1px"
)
_FOLDED = re.compile(r"display:none|visibility:hidden")
_NO_SIZE = re.compile(r"(?:^|;)(?:max-)?(?:height|width):[01](?:px|pt|%|em)?(?:;|$)")
_BOLD = re.compile(r"font-weight:(?:bold|bolder|[6-9]00)")
_SIZE = re.compile(r"font-size:(?:([\d.]+)(px|pt|em|rem|%)|(x-large|xx-large|xxx-large))")
_LARGE = {"px": 20.0, "pt": 15.0, "em": 1.4, "rem": 1.4, "%": 140.0}


@lru_cache(maxsize=4096)
def is_unseen(style: str, *, folds: bool) -> bool:
    """Does the inline style keep the element from every reader? What folds may be folded."""
    style = _flat(style)
    if _UNSEEN.search(style):
        return not (folds and _FOLDED.search(style))
    return bool(_NO_SIZE.search(style)) and "overflow:hidden" in style and not folds


@lru_cache(maxsize=4096)
def is_emphatic(style: str) -> bool:
    """Does the inline style set text bold or clearly larger than text?"""
    style = _flat(style)
    if _BOLD.search(style):
        return True
    size = _SIZE.search(style)
    if not size:
        return False
    return bool(size[3]) or _number(size[1]) >= _LARGE[size[2]]


def _flat(style: str) -> str:
    return "".join(style.lower().split())


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0
