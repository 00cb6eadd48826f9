"""The few lines that tell of one audit among many: name, score, counts, what changed, where the report stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.config import Lang
from auditor.report.safe_text import one_line
from auditor.report.view import view_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from auditor.report import Wanted
    from auditor.rules import Text


def brief(wanted: Wanted, files: Iterable[Path]) -> Iterator[str]:
    """The lines of one audit."""
    messages, view = wanted.messages, view_of(wanted.audit, wanted.rulebook)

    def say(text: Text) -> str:
        return one_line(text.th if wanted.lang is Lang.TH else text.en)

    audit = wanted.audit
    name = audit.site.name or audit.identity.name
    percent = audit.score.percent
    score = say(messages.word("score-none")) if percent is None else f"{say(messages.word('score'))} {percent:.1f} %"
    yield f"{one_line(audit.site.id)}  {score}" + (f"  {one_line(name)}" if name else "")
    counts = ((status, count) for status, count in view.counts if count)
    yield "  " + " · ".join(f"{say(messages.term('status-short', status))} {count}" for status, count in counts)
    if not audit.coverage.complete:
        yield f"  {say(messages.word('incomplete'))}"
    if view.changed is not None:
        new, fixed, moved = view.changed.counts
        since = messages.date(view.changed.since)
        yield "  " + say(messages.word("changes-short", date=since, new=new, fixed=fixed, moved=moved))
    for path in list(files)[:1]:
        yield f"  {say(messages.word('report-at'))}: {path}"
