"""A change made to a generated site, and what it must do to the verdicts: nothing, but for what it names."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from auditor.findings import Status
from tests.sites.papers import Paper
from tests.sites.website import Answer

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tests.sites.truth import FindingMark
    from tests.sites.website import Website

PASS = frozenset({Status.PASS})
PARTIAL = frozenset({Status.PARTIAL})
FAIL = frozenset({Status.FAIL})
REVIEW = frozenset({Status.REVIEW})
UNVERIFIABLE = frozenset({Status.UNVERIFIABLE})
FAIL_OR_PARTIAL = FAIL | PARTIAL
FAIL_OR_REVIEW = FAIL | REVIEW


@dataclass(frozen=True, slots=True)
class Mutation:
    """One change; `changes` are the only verdicts that it may touch, `findings` are to be met after it."""

    name: str
    apply: Callable[[Website], Website]
    changes: Mapping[str, frozenset[Status]] = field(default_factory=dict)
    findings: tuple[FindingMark, ...] = ()


def same(change: frozenset[Status], *requirements: str) -> dict[str, frozenset[Status]]:
    """The same statuses for several requirements."""
    return dict.fromkeys(requirements, change)


def on_every_foot(site: Website, markup: str) -> Website:
    """The site with markup that an intruder put into its template, at the end of the body."""
    return on_every_page(site, lambda text: text.replace("</body>", f"{markup}</body>"))


def closed_by_robots(site: Website, *paths: str) -> Website:
    """The site with a robots.txt that closes these paths."""
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in paths)]
    return site.with_answer("/robots.txt", Answer(body="\n".join(lines), content_type="text/plain"))


def answering_all(site: Website) -> Website:
    """The site giving its not-found page with status 200, as badly set up servers do."""
    return replace(site, missing=replace(site.missing, status=200))


def as_entities(text: str) -> str:
    """The text with its Thai letters as character references, as old editors save it."""
    return "".join(f"&#{ord(letter)};" if "\u0e00" <= letter <= "\u0e7f" else letter for letter in text)


def in_other_code_points(text: str) -> str:
    """The text as some keyboards write it: sara am in two letters, sara ae as two sara e."""
    return text.replace("ำ", "\u0e4d\u0e32").replace("แ", "เเ")


def outside_tags(edit: Callable[[str], str]) -> Callable[[str], str]:
    """The edit, kept away from addresses and attributes."""
    return lambda text: "".join(part if part.startswith("<") else edit(part) for part in re.split(r"(<[^>]*>)", text))


def on_every_page(site: Website, edit: Callable[[str], str]) -> Website:
    """The site with every page's text changed."""
    answers = {
        address: replace(answer, body=edit(answer.body)) if isinstance(answer.body, str) else answer
        for address, answer in site.answers.items()
    }
    return replace(site, answers=answers)


def typed(lines: tuple[str, ...]) -> Answer:
    """A paper with a text layer."""
    return Answer(body=Paper(lines))
