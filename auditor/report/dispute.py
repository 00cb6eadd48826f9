"""What someone who disagrees with a verdict can do: the command to look, and the lines of a rule file to change it.

Page text goes into a shell word and into TOML here, so both are quoted with care.
"""

from __future__ import annotations

import json
import re
import shlex
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.report.safe_text import one_line

if TYPE_CHECKING:
    from auditor.report.messages import Messages
    from auditor.report.view import Row

_LONGEST = 120
_UNTYPEABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """Lines to copy; `phrase` is empty where no topic is asked for by name."""

    command: str
    phrase: tuple[str, ...]
    vetoes: bool  # the phrase says what does not mean the topic, instead of what does
    off: tuple[str, ...]


def dispute_of(row: Row, messages: Messages) -> Dispute:
    """How the verdict can be looked into and changed."""
    topics = row.asked.topics if row.asked else ()
    label, found = _label(row), bool(row.verdict.evidence)
    why = messages.word("disagree-why")
    change = f"add_none = [{_toml(label)}]" if found else f"add_any = [{_toml(messages.word('disagree-name').th)}]"
    return Dispute(
        command=f"auditor rules match {shlex.quote(label)}",
        phrase=("[[topic-change]]", f"id = {_toml(topics[0])}", change) if topics else (),
        vetoes=found,
        off=(
            "[[requirement-change]]",
            f"id = {_toml(row.verdict.requirement)}",
            f"off = {{ th = {_toml(why.th)}, en = {_toml(why.en)} }}",
        ),
    )


def _label(row: Row) -> str:
    """The words on the site that the verdict hangs on, else the first words that were searched for."""
    verdict = row.verdict
    labels = (
        *(each.trail[-1].label for each in verdict.evidence if each.trail),
        *(each.label for each in verdict.searched.nearest),
        *verdict.searched.terms,
        verdict.title.th,
    )
    typeable = (one_line(_UNTYPEABLE.sub(" ", label), _LONGEST) for label in labels)
    # An option is what a word that begins with a dash would be taken for.
    return next((label for label in typeable if label and not label.startswith("-")), verdict.requirement)


def _toml(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
