"""The web masters whom the operator names beside those in the order on the site: a remark, never a verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.assess.detectors.people import webmasters_in
from auditor.assess.outcome import because
from auditor.findings import ReasonCode
from auditor.thai.persons import find_persons
from auditor.thai.text import skeleton

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.assess.case import Case
    from auditor.assess.passages import Passage
    from auditor.findings import Reason


def staff_remark(passages: tuple[Passage, ...], case: Case) -> Iterator[Reason]:
    """That order and configuration name different web masters; nothing where one of them names none.

    Only the order that decided counts: those of earlier years name who left since.
    """
    told = [words for words in case.snapshot.site.staff.webmasters if skeleton(words)]
    orders = (webmasters_in(passage, case.desk)[0] for passage in passages)
    listed = next(filter(None, orders), ())
    only_order = [name for name in listed if not any(_is(name, words) for words in told)]
    only_told = [_name(words) for words in told if not any(_is(name, words) for name in listed)]
    if told and listed and (only_order or only_told):
        yield because(ReasonCode.WEBMASTERS_DIFFER, order=", ".join(only_order), configured=", ".join(only_told))


def _is(name: str, words: str) -> bool:
    """Do the operator's words, with or without title and position, mean the person of this name?

    Compared by what a text layer keeps that lost its marks.
    """
    return skeleton(name) in skeleton(words)


def _name(words: str) -> str:
    """Given name and surname, where the words say what they are."""
    return next((person.name for person in find_persons(words)), words.strip())
