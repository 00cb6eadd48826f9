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
_NO_SIZE = re.compile(r"(?:^|;)(?:max-)?(?:height|width):(?:0(?:px|pt|r?em|%)?|1px)(?=;|$)")
_NO_TYPE = re.compile(r"font-size:(?:0(?:px|pt|r?em|%)?|1px|1pt)(?:;|$)")
_FAR_OFF = re.compile(r"(?:^|;)(?:left|top|right|bottom):-\d{4}")
_COLOUR = re.compile(r"(?:^|;)color:(#?\w+)")
_GROUND = re.compile(r"(?:^|;)background(?:-color)?:(#?\w+)(?:;|$)")
_SAME = {"white": "#ffffff", "black": "#000000"}
_SHORT_COLOUR = 4  # `#fff`
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
def is_buried(style: str) -> bool:
    """Does the inline style take the element from every reader in a way that no script undoes when it is clicked?

    What is only not displayed may be a menu, a dialogue or a tab.
    """
    style = _flat(style)
    if _NO_TYPE.search(style) or _is_in_colour_of_ground(style):
        return True
    if _OUT_OF_FLOW.search(style):
        far = _FAR_OFF.search(style) or "opacity:0;" in f"{style};"
        return bool(far or ("overflow:hidden" in style and _NO_SIZE.search(style)))
    return "overflow:hidden" in style and len(_NO_SIZE.findall(style)) > 1


def _is_in_colour_of_ground(style: str) -> bool:
    letters, ground = _COLOUR.search(style), _GROUND.search(style)
    return letters is not None and ground is not None and _colour(letters[1]) == _colour(ground[1])


def _colour(name: str) -> str:
    if name.startswith("#") and len(name) == _SHORT_COLOUR:
        return "#" + "".join(sign * 2 for sign in name[1:])
    return _SAME.get(name, name)


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
