"""What a detector gives back, and what it may ask."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from auditor.assess.identity import OwnName
    from auditor.assess.lexicon import Lexicon
    from auditor.facts import Resource
    from auditor.findings import Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """How much was found, and the words that show it."""

    count: int
    quote: str = ""
    matched: str = ""  # the phrase or mark inside the quotation
    doubtful: bool = False  # a person must look: a poster, a survey that names no website …
    newest: date | None = None  # the newest date of the entries found
    url: str = ""  # where it stands, when that is not the passage itself
    barrier: Reason | None = None  # nothing was found, but what may be it could not be looked at


NOTHING = Hit(count=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What lies beside a passage while it is read: words, our own name, the day, and the site's other resources."""

    lexicon: Lexicon
    own: OwnName
    as_of: date
    look_up: Callable[[str], Resource | None]  # by URL as spelled
    in_site: Callable[[str], bool]  # does the URL belong to the audited hosts?
    scripted: date | None = None  # the day that a script writes as that of the last change: it tells nothing
