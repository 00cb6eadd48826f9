"""What is wrong with reviews beyond their types, whatever file they come from: each mistake with place and mend."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from auditor.codec import nearest
from auditor.errors import Complaint
from auditor.reviews import DECIDED, GivenReview, GivenWaiver

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from auditor.reviews import Given, Reviews

_SHA256 = re.compile(r"[0-9a-f]{64}")

_Mistake = tuple[str, str, str]


def review_complaints(reviews: Reviews, file: str, known: Mapping[str, frozenset[str]]) -> Iterator[Complaint]:
    """Every mistake of a file of reviews, by key; `known` are the ids of requirements by pack."""
    seen: dict[tuple[str, str, str], str] = {}
    for place, each in enumerate(reviews.everything()):
        table = "review" if isinstance(each, GivenReview) else "waiver"
        where = f"{table}[{place - (len(reviews.review) if table == 'waiver' else 0)}]"
        for key, problem, mend in (*_subject(each, known), *_person(each), *_own(each)):
            yield Complaint(file=file, where=f"{where}.{key}", problem=problem, mend=mend)
        subject = each.requirement or (each.finding if isinstance(each, GivenWaiver) else "")
        first = seen.setdefault((table, each.pack, subject), where)
        if subject and first != where:
            yield Complaint(file=file, where=where, problem=f'"{subject}" stands in {first} too', mend="keep one")


def _subject(given: Given, known: Mapping[str, frozenset[str]]) -> Iterator[_Mistake]:
    if given.pack and given.pack not in known:
        yield "pack", f'there is no pack "{given.pack}"', nearest(given.pack, known) or "known: " + ", ".join(known)
    packs = [given.pack] if given.pack in known else list(known)
    asked = frozenset().union(*(known[pack] for pack in packs))
    if given.requirement and given.requirement not in asked:
        mend = nearest(given.requirement, asked) or "see `auditor rules list`"
        yield "requirement", f'no pack asks for "{given.requirement}"', mend


def _person(given: Given) -> Iterator[_Mistake]:
    if not given.by.strip():
        yield "by", "names nobody", "say who decides"
    if given.expires and given.expires < given.at:
        yield "expires", f"{given.expires} is before {given.at}", "write the last day on which it holds"


def _own(given: Given) -> Iterator[_Mistake]:
    """What only a verdict, or only a waiver, can have wrong."""
    yield from _verdict(given) if isinstance(given, GivenReview) else _waiver(given)


def _verdict(given: GivenReview) -> Iterator[_Mistake]:
    if given.status not in DECIDED:
        yield "status", f'"{given.status}" decides nothing', "one of: " + ", ".join(DECIDED)
    if not given.reason.strip() and given.status is not given.machine:
        yield "reason", "is missing", "say why it is not as the program says"
    if given.machine_wrong and given.status is given.machine:
        yield "machine_wrong", "yet the verdict is the program's own", "give another status, or take this out"
    if given.evidence and not _SHA256.fullmatch(given.evidence):
        yield "evidence", "is no SHA-256", "copy evidence_sha256 of the requirement from audit.json, or leave it out"


def _waiver(given: GivenWaiver) -> Iterator[_Mistake]:
    if bool(given.requirement) is bool(given.finding):
        yield "requirement", "one of requirement and finding must be named, and not both", ""
    if not given.reason.strip():
        yield "reason", "is missing", "say why it is accepted"
