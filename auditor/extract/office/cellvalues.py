"""Numbers in the cells of a sheet as a reader sees them: days, shares of a hundred, thousands apart."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - a sheet's days have no zone
_EPOCH_1904 = datetime(1904, 1, 1)  # noqa: DTZ001
_LAST_DAY = 2_958_465  # 31 December 9999
_BUILT_IN_DAYS = frozenset((*range(14, 18), 22, *range(27, 37), *range(50, 59), *range(71, 76), 79, 80))
_BUILT_IN_TIMES = frozenset((18, 19, 20, 21, 45, 46, 47, 76, 77, 78))
_BUILT_IN_THOUSANDS = frozenset((3, 4, 37, 38, 39, 40, 41, 42, 43, 44, 61, 62))
_BUILT_IN_SHARES = frozenset((9, 10, 67, 68))
_IN_QUOTES = re.compile(r'"[^"]{0,255}"|\\.|_.|\*.|\[(?![hmsHMS]{1,3}\])[^\]]{0,255}\]|[Ee][+-]')
_DAY = re.compile(r"[ydbe]|mmm", re.IGNORECASE)
_CLOCK = re.compile(r"[hs]", re.IGNORECASE)
_MOST_FORMATS = 100_000


class Look(Enum):
    """What a number stands for."""

    PLAIN = "plain"
    DAY = "day"
    TIME = "time"
    THOUSANDS = "thousands"
    SHARE = "share"


class Styles:
    """Reads the styles part of a workbook; then tells the look of a cell by its style."""

    def __init__(self) -> None:
        self._codes: dict[str, str] = {}
        self._formats: list[str] = []
        self._in_cells = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """A number format, or the format of a style."""
        if name == "numFmt" and len(self._codes) < _MOST_FORMATS:
            self._codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")[:255]
        elif name == "cellXfs":
            self._in_cells = True
        elif name == "xf" and self._in_cells and len(self._formats) < _MOST_FORMATS:
            self._formats.append(attributes.get("numFmtId", ""))

    def end(self, name: str) -> None:
        """The list of cell styles ends."""
        if name == "cellXfs":
            self._in_cells = False

    def text(self, data: str) -> None:
        """Styles have no text."""

    def look(self, style: str) -> Look:
        """What a number in a cell of that style (its index, as written) stands for."""
        index = int(style) if style.isascii() and style.isdigit() and len(style) <= 7 else 0  # noqa: PLR2004
        format_id = self._formats[index] if index < len(self._formats) else ""
        if format_id in self._codes:
            return look_of_code(self._codes[format_id])
        return _built_in(int(format_id)) if format_id.isascii() and format_id.isdigit() else Look.PLAIN


def _built_in(format_id: int) -> Look:
    looks = (
        (Look.DAY, _BUILT_IN_DAYS),
        (Look.TIME, _BUILT_IN_TIMES),
        (Look.THOUSANDS, _BUILT_IN_THOUSANDS),
        (Look.SHARE, _BUILT_IN_SHARES),
    )
    return next((look for look, ids in looks if format_id in ids), Look.PLAIN)


def look_of_code(code: str) -> Look:
    """What a number format makes of a number."""
    bare = _IN_QUOTES.sub("", code.partition(";")[0])
    if _DAY.search(bare) and "general" not in bare.lower():
        return Look.DAY
    if _CLOCK.search(bare):
        return Look.TIME
    if "%" in bare:
        return Look.SHARE
    return Look.THOUSANDS if "#,#" in bare or "0,0" in bare else Look.PLAIN


def shown(number: str, look: Look, *, from_1904: bool = False) -> str:
    """A stored number as text; a day as ISO date. What is no number stays as it is."""
    try:
        value = float(number[:40])
    except ValueError:
        return number
    if look is Look.DAY and 0 < value <= _LAST_DAY:
        return _day(value, from_1904=from_1904)
    if look is Look.TIME and 0 <= value <= _LAST_DAY:
        minutes = round(value * 24 * 60)
        return f"{minutes // 60:02}:{minutes % 60:02}"
    if look is Look.SHARE:
        return f"{_plain(value * 100)}%"
    return f"{round(value, 2):,.15g}" if look is Look.THOUSANDS else _plain(value)


def _day(value: float, *, from_1904: bool) -> str:
    moment = (_EPOCH_1904 if from_1904 else _EPOCH) + timedelta(days=min(value, _LAST_DAY - 1462))
    return moment.date().isoformat()


def _plain(value: float) -> str:
    return f"{value:.12g}"
