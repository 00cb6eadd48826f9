"""Where something is on the earth: coordinates in a text, and addresses of maps."""

from __future__ import annotations

import re
from dataclasses import dataclass

from auditor.thai.text import trace_letters

# Thailand, with a margin.
_SOUTH, _NORTH, _WEST, _EAST = 5.0, 21.0, 97.0, 106.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Coordinates:
    """A point in Thailand, degrees north and east."""

    start: int
    end: int
    raw: str
    latitude: float
    longitude: float


_DECIMAL = re.compile(
    r"(?<![\d.])(?P<lat>\d{1,2}\.\d{3,18})(?:°|\s?[nN])?[\s,/+!%a-zA-Z0-9:=ก-๎]{1,24}?(?<![\d.])(?P<lon>\d{2,3}\.\d{3,18})(?![\d.])"
)
_EMBEDDED = re.compile(r"!2d(?P<lon>\d{2,3}\.\d{3,18})!3d(?P<lat>\d{1,2}\.\d{3,18})")  # as Google embeds a map
_DEGREES = re.compile(
    r"(?P<d>\d{1,2})\s?°\s?(?P<m>\d{1,2})\s?['′]\s?(?P<s>\d{1,2}(?:\.\d{1,6})?)\s?[\"″']{0,2}\s?[nN],?\s?"
    r"(?P<D>\d{2,3})\s?°\s?(?P<M>\d{1,2})\s?['′]\s?(?P<S>\d{1,2}(?:\.\d{1,6})?)\s?[\"″']{0,2}\s?[eE]"
)


def find_coordinates(text: str) -> tuple[Coordinates, ...]:
    """Pairs of latitude and longitude that lie in Thailand: decimal, in degrees, or inside the address of a map."""
    traced = trace_letters(text)
    found = []
    for match in (m for pattern in (_DECIMAL, _EMBEDDED, _DEGREES) for m in pattern.finditer(traced.text)):
        latitude, longitude = _point(match)
        if _SOUTH <= latitude <= _NORTH and _WEST <= longitude <= _EAST:
            start, end = traced.span(*match.span())
            found.append(
                Coordinates(start=start, end=end, raw=text[start:end], latitude=latitude, longitude=longitude)
            )
    return tuple(sorted(found, key=lambda point: point.start))


def _point(match: re.Match[str]) -> tuple[float, float]:
    if match.re is not _DEGREES:
        return float(match["lat"]), float(match["lon"])
    latitude = int(match["d"]) + int(match["m"]) / 60 + float(match["s"]) / 3600
    return latitude, int(match["D"]) + int(match["M"]) / 60 + float(match["S"]) / 3600


_MAP = re.compile(
    r"""(?:https?:)?//(?:
        (?:www\.|maps\.)?google\.[a-z]{2,3}(?:\.[a-z]{2})?(?::\d+)?/maps(?:[/?@]|$)
      | maps\.google\.[a-z]{2,3}(?:\.[a-z]{2})?(?::\d+)?(?:[/?]|$)
      | maps\.app\.goo\.gl/ | goo\.gl/maps/ | g\.page/ | maps\.googleapis\.com/maps/
      | (?:www\.)?google\.com/url\?.*(?:maps\.google|google\.com/maps)
      | (?:www\.)?openstreetmap\.org/ | (?:www\.)?osm\.org/
      | (?:map|api|mmmap\d*)\.longdo\.com/ | (?:www\.)?bing\.com/maps | (?:www\.)?here\.com/ | wego\.here\.com/
      | maps\.apple\.com/ | (?:www\.)?waze\.com/(?:ul|live-map)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_LIKE_GOOGLE = re.compile(
    r"""(?:https?:)?//(?:[a-z0-9-]{1,63}\.){0,3}google(?:\.[a-z0-9-]{1,63}){1,2}(?::\d+)?
    /maps/(?:d/|(?:embed|place)(?:[/?]|$))""",
    re.VERBOSE | re.IGNORECASE,
)  # the name in a host, whatever stands behind it, and a path that only a map has


def map_url(url: str) -> bool:
    """Whether an address leads to a map service, by its host or by a path that is a map's beyond doubt."""
    address = url.strip()[:2000]
    return _MAP.match(address) is not None or _LIKE_GOOGLE.match(address) is not None
