"""Sites of earlier years that are kept below a folder named after the year."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_YEAR_FOLDER = re.compile(r"/((?:19|20|25)\d\d)/(?!(?:0?[1-9]|1[0-2])(?:/|$))")
"""A first folder that is a year, and not the first of year and month, as blogs put them before a post."""
_BUDDHIST = 2400  # from which a year is of the Buddhist era
_OFFSET = 543


def edition_year(url: str, start: str) -> int | None:
    """The year (B.E.) of the folder of an earlier site in which a page lies; None outside, or where it begins."""
    found = _YEAR_FOLDER.match(urlsplit(url).path)
    if found is None or urlsplit(start).path.startswith(found.group()):
        return None
    year = int(found.group(1))
    return year if year >= _BUDDHIST else year + _OFFSET
