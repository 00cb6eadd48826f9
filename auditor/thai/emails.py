"""E-mail addresses, plain and in the disguises that pages use against harvesters."""

from __future__ import annotations

import re
from dataclasses import dataclass

from auditor.thai.rewriting import Step, Traced, trace
from auditor.thai.text import trace_letters

_STEPS: tuple[Step, ...] = (Step(re.compile(r"[^\S\n]+"), " "),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Email:
    """An address as one would type it, and how the page shows it."""

    start: int
    end: int
    raw: str
    address: str  # lower case


_LOCAL = r"(?<![A-Za-z0-9._%+\-])(?P<local>[A-Za-z0-9](?:[A-Za-z0-9._%+\-]{0,62}[A-Za-z0-9_\-])?)"
_DOT = r"(?:\.|\s?[\[({<]\s?(?:dot|จุด|\.)\s?[\])}>]\s?|\sdot\s|\sจุด\s)"
_DOMAIN = (
    rf"(?P<domain>[A-Za-z0-9\-]{{1,63}}(?:{_DOT}[A-Za-z0-9\-]{{1,63}}){{0,4}}{_DOT}[A-Za-z]{{2,24}})(?![A-Za-z0-9])"
)
_PLAIN = re.compile(rf"{_LOCAL}\s?@\s?{_DOMAIN}")
_DISGUISED = re.compile(rf"{_LOCAL}\s?[\[({{<]\s?(?:@|at|แอท|แอด)\s?[\])}}>]\s?{_DOMAIN}", re.IGNORECASE)
# «name at moph.go.th» only behind a label, for "at" is a word.
_SPELLED = re.compile(
    rf"(?:e-?mail|อีเมล์?|อี-?เมล์?)\s?(?:address)?\s?[:=]?\s?{_LOCAL}\s(?:at|แอท|แอด)\s{_DOMAIN}", re.IGNORECASE
)
MAIL_MARK = r"(?i)[@＠]|\bat\b|แอท|แอด"
"""What every line with an address holds: a cheap first question."""
_FILES = frozenset({"png", "jpg", "jpeg", "gif", "svg", "webp", "js", "css"})  # logo@2x.png


def find_emails(text: str) -> tuple[Email, ...]:
    """E-mail addresses in a text, in order; each place once."""
    traced = trace(_STEPS, trace_letters(text))
    found: dict[int, Email] = {}
    for pattern in (_PLAIN, _DISGUISED, _SPELLED):
        for match in pattern.finditer(traced.text):
            if email := _email(text, traced, match):
                found.setdefault(match.start("local"), email)
    return tuple(found[start] for start in sorted(found))


def _email(text: str, traced: Traced, match: re.Match[str]) -> Email | None:
    domain = re.sub(_DOT, ".", match["domain"], flags=re.IGNORECASE).lower()
    if domain.rpartition(".")[2] in _FILES or ".." in domain:
        return None
    start, end = traced.span(match.start("local"), match.end("domain"))
    return Email(start=start, end=end, raw=text[start:end], address=f"{match['local'].lower()}@{domain}")
