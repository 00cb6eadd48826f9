r"""`report.md`: a short report to paste into a chat or a ticket.

Page text is escaped so that no mark-up, link, picture, mention or issue number comes of it, neither in Markdown nor
in what chats make of it afterwards; the only links are ours.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from auditor.findings import Status
from auditor.report.safe_text import one_line, valid_unicode
from auditor.report.upcoming import covered_by, upcoming_of
from auditor.report.view import Row, view_of
from auditor.report.voice import Voice
from auditor.urls import display, parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.config import Lang
    from auditor.findings import Audit, Verdict
    from auditor.report.messages import Messages
    from auditor.report.upcoming import Upcoming
    from auditor.report.view import Cause, View
    from auditor.rules import Rulebook

_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_MARKS = re.compile(r"[\\`*_{}\[\]|~$!^=]|:(?=\S)")
_AUTOLINK = re.compile(r"\b(www)(\.)", re.IGNORECASE)
# Chats look for names and numbers after the mark-up is gone: an invisible joiner keeps them apart.
_CALLS = re.compile(r"([@#])(?=\w)")
_JOINER = "\u2060"
_LONGEST_TEXT = 300
_MOST_UPCOMING = 10
_LONGEST_LINK = 1000
_TO_LIST = (Status.FAIL, Status.PARTIAL, Status.REVIEW, Status.UNVERIFIABLE)
_STATUS_ORDER = (*_TO_LIST, Status.PASS, Status.NOT_APPLICABLE)


def render_markdown(audit: Audit, rulebook: Rulebook, messages: Messages, lang: Lang) -> bytes:
    """The report in one language, as UTF-8."""
    view, voice = view_of(audit, rulebook), Voice(messages, lang)
    lines = [*_head(view, voice), *_mend_first(view, voice), *_unmet(view, voice), *_findings(view, voice)]
    lines += [*_upcoming(upcoming_of(audit, rulebook), voice), *_changes(audit, voice), *_foot(audit, voice)]
    return valid_unicode("\n".join(lines) + "\n").encode()


def escaped(text: str, longest: int = _LONGEST_TEXT) -> str:
    """Text of a website on one line, as Markdown that shows just that text."""
    line = one_line(text, longest)
    line = _MARKS.sub(lambda mark: "\\" + mark[0], line)
    line = re.sub("[&<>]", lambda sign: _ENTITIES[sign[0]], line)
    return _CALLS.sub(rf"\1{_JOINER}", _AUTOLINK.sub(r"\1\\\2", line))


def link(url: str) -> str:
    """A link of ours; an address that must not be clicked is text."""
    address = parse(url)
    words = escaped(re.sub("^https?://", "", display(url)), 100)
    href = re.sub(r"[<>()\\\s|]", lambda sign: f"%{ord(sign[0]):02X}", str(address)) if address else ""
    return f"[{words}](<{href}>)" if href and len(href) <= _LONGEST_LINK else words


def _head(view: View, voice: Voice) -> Iterator[str]:
    audit = view.audit
    name = audit.site.name or audit.identity.name or voice.word("agency-unknown")
    yield f"# {escaped(name)}: {voice.word('report-title')}"
    yield ""
    yield f"- {voice.word('website')}: {link(audit.site.url)}"
    yield f"- {voice.word('as-of')} {voice.say(voice.messages.date_in_full(audit.as_of))}"
    percent = audit.score.percent
    if percent is None:
        yield f"- {voice.word('score-none')}"
    else:
        yield f"- {voice.word('score')} **{percent:.1f} %** {voice.word('score-basis', judged=view.judged)}"
    heard, score = view.heard, audit.score_with_reviews
    if score is not None and score.percent is not None:
        told = voice.word("heard", verdicts=heard.verdicts, waivers=heard.waivers, lapsed=heard.lapsed)
        yield f"- {voice.word('score-with-reviews')} **{score.percent:.1f} %** ({told})"
    counts = (f"{voice.term('status-short', status)} {count:,}" for status, count in view.counts)
    yield f"- {' · '.join(counts)}"
    coverage = audit.coverage
    state = voice.word("complete" if coverage.complete else "incomplete")
    yield (
        f"- {voice.word('coverage')}: {voice.word('pages')} {coverage.pages:,} · "
        f"{voice.word('documents')} {coverage.documents:,} · {state}"
    )
    for limit in coverage.limits:
        yield f"- {voice.word('stopped-because')} {escaped(voice.say(voice.messages.code('limit', limit)))}"


def _mend_first(view: View, voice: Voice) -> Iterator[str]:
    yield from ("", f"## {voice.word('mend-first')}", "")
    if view.obstacle is not None:
        yield f"1. {_what_to_do(view.obstacle.verdict, voice)}"
    elif not view.mend_first:
        yield voice.word("mend-none")
    for number, entry in enumerate(view.mend_first, start=1):
        yield f"{number}. {_entry(entry, voice)}"


def _entry(entry: Row | Cause, voice: Voice) -> str:
    if isinstance(entry, Row):
        verdict = entry.verdict
        title = f"**{escaped(voice.say(verdict.title))}** ({escaped(verdict.requirement)})"
        return f"{title} {voice.term('status-short', entry.settled)}: {_what_to_do(verdict, voice)}"
    messages = voice.messages
    title = f"**{escaped(voice.say(messages.finding_title(entry.rule)))}** ×{len(entry.open):,}"
    severity = voice.term("severity", entry.severity)
    return f"{title} ({severity}) → {escaped(voice.say(messages.finding_remedy(entry.rule)))}"


def _what_to_do(verdict: Verdict, voice: Voice) -> str:
    why = voice.messages.why(verdict)
    reasons = [escaped(voice.say(why))] if why else []
    return " → ".join([*reasons, escaped(voice.say(voice.messages.remedy(verdict)))])


def _unmet(view: View, voice: Voice) -> Iterator[str]:
    everything = [row for group in view.groups for row in group.rows]
    rows = [row for row in everything if {row.verdict.status, row.settled} & set(_TO_LIST)]
    if not rows:
        return
    yield from ("", f"## {voice.word('requirements')}", "")
    heads = (voice.word(key) for key in ("result", "requirements", "reason", "evidence"))
    yield f"| {' | '.join(heads)} |"
    yield "| --- | --- | --- | --- |"
    for row in sorted(rows, key=lambda row: _STATUS_ORDER.index(row.settled)):
        verdict = row.verdict
        reasons = "; ".join(escaped(voice.say(voice.messages.reason(each))) for each in verdict.reasons[:2])
        proof = link(verdict.evidence[0].url) if verdict.evidence else ""
        title = f"{escaped(verdict.requirement)} {escaped(voice.say(verdict.title))}"
        yield f"| {voice.term('status-short', verdict.status)}{_person(row, voice)} | {title} | {reasons} | {proof} |"


def _person(row: Row, voice: Voice) -> str:
    """What a person made of it, where that is something else."""
    if row.settled is row.verdict.status:
        return ""
    word = voice.word("set-aside") if row.set_aside else voice.term("status-short", row.settled)
    return f" → {word}"


def _findings(view: View, voice: Voice) -> Iterator[str]:
    if not view.causes:
        return
    messages = voice.messages
    yield from ("", f"## {voice.word('findings')}", "")
    for cause in view.causes:
        title = escaped(voice.say(messages.finding_title(cause.rule)))
        first = cause.findings[0]
        place = link(first.where.page if first.where else first.url)
        yield f"- {voice.term('severity', cause.severity)}: {title} ×{len(cause.findings):,} – {place}"


def _upcoming(upcoming: Upcoming, voice: Voice) -> Iterator[str]:
    """What has to come down and what falls due in the next days."""
    if not upcoming.down and not upcoming.due:
        return
    messages = voice.messages
    yield from ("", f"## {voice.word('upcoming', days=upcoming.days)}", "")
    for item in upcoming.down[:_MOST_UPCOMING]:
        day = voice.say(messages.date(item.expires)) if item.expires else ""
        yield f"- {voice.word('upcoming-down')} {day}: {escaped(item.title)} – {link(item.url)}"
    for due in upcoming.due[:_MOST_UPCOMING]:
        asked = due.requirement
        title = f"{escaped(asked.id)} {escaped(voice.say(asked.title))} {voice.say(covered_by(due, messages))}"
        yield f"- {voice.word('upcoming-due')} {voice.say(messages.date(due.by))}: {title}"
    left = sum(max(0, len(rows) - _MOST_UPCOMING) for rows in (upcoming.down, upcoming.due))
    if left:
        yield f"- … +{left:,}"


def _changes(audit: Audit, voice: Voice) -> Iterator[str]:
    if audit.changes is None:
        return
    changes = audit.changes
    yield from ("", f"## {voice.term('sheet', 'changes')}", "")
    yield f"- {voice.word('change-new')}: {len(changes.new):,}"
    yield f"- {voice.word('change-fixed')}: {len(changes.fixed):,}"
    for change in changes.requirements:
        before, now = (voice.term("status-short", status) for status in (change.before, change.after))
        yield f"- {escaped(change.requirement)}: {before} → {now}"


def _foot(audit: Audit, voice: Voice) -> Iterator[str]:
    yield ""
    yield f"{voice.word('not-a-verdict')} • {voice.word('made-by')} {audit.auditor_version} • {escaped(audit.run.id)}"
