"""What an inline style says of how its element looks; style sheets are not read."""

from __future__ import annotations

import re
from functools import lru_cache

_UNSEEN = re.compile(
    r"display:none|visibility:(?:hidden|collapse)|font-size:(?:0(?:px|pt|r?em|%)?|1px|1pt)(?:;|$)"
    r"|clip:rect\([01](?:px)?[, ][01]"
    r"|(?:left|top|right|text-indent|margin-left|margin-top):-\d{4}"  # less is how layouts and sliders are made
)
_OFF_SCREEN = re.compile(r"(?:^|;)(?:left|top|right):-\d{3}")
_OUT_OF_FLOW = re.compile(r"position:(?:absolute|fixed)")
_NO_SIZE = re.compile(r"(?:^|;)(?:max-)?(?:height|width):(?:0(?:px|pt|r?em|%)?|1px)(?:;|$)")
_BOLD = re.compile(r"font-weight:(?:bold|bolder|[6-9]00)")
_SIZE = re.compile(r"font-size:(?:([\d.]+)(px|pt|em|rem|%)|(x-large|xx-large|xxx-large))")
_LARGE = {"px": 20.0, "pt": 15.0, "em": 1.4, "rem": 1.4, "%": 140.0}


@lru_cache(maxsize=4096)
def is_unseen(style: str, *, folds: bool) -> bool:
    """Does the inline style keep the element from every reader? What opens when it is clicked is not hidden."""
    if folds:
        return False
    style = _flat(style)
    if _UNSEEN.search(style):
        return True
    if _OUT_OF_FLOW.search(style) and (_OFF_SCREEN.search(style) or "opacity:0;" in f"{style};"):
        return True
    return "overflow:hidden" in style and bool(_NO_SIZE.search(style))


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
