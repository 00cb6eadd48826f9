"""An audit at a glance, as labels with values: whose site, which score, what was looked at, with which settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.report.cells import Link

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.findings import Audit
    from auditor.report.cells import Cell
    from auditor.report.view import View
    from auditor.report.voice import Voice

Pair = tuple[str, "Cell"]


def summary_pairs(view: View, voice: Voice) -> Iterator[Pair]:
    """Whose site, as of when, and the sum of it."""
    audit = view.audit
    site, identity = audit.site, audit.identity
    yield voice.word("agency"), site.name or identity.name or voice.word("agency-unknown")
    yield voice.word("website"), Link(site.url)
    yield voice.word("unit-type"), site.unit_type or identity.unit_type
    yield voice.word("province"), site.province or identity.province
    yield voice.word("as-of"), audit.as_of
    yield voice.word("score"), voice.word("score-none") if audit.score.percent is None else audit.score.percent
    yield "", voice.word("score-basis", judged=view.judged)
    heard, with_reviews = view.heard, audit.score_with_reviews
    if with_reviews is not None:
        yield voice.word("score-with-reviews"), with_reviews.percent
        yield "", voice.word("heard", verdicts=heard.verdicts, waivers=heard.waivers, lapsed=heard.lapsed)
    for status, count in view.counts:
        yield voice.term("status", status), count
    yield voice.word("findings"), len(audit.findings)
    yield voice.word("items"), len(audit.items)
    yield voice.word("coverage"), voice.word("complete" if audit.coverage.complete else "incomplete")
    for pack in audit.packs:
        yield voice.word("packs"), f"{voice.say(pack.title)} ({pack.id} {pack.version})"
    yield voice.word("made-by"), audit.auditor_version
    yield "", voice.word("not-a-verdict")


def coverage_pairs(audit: Audit, voice: Voice) -> Iterator[Pair]:
    """What was looked at, what was not and why, and the settings in force."""
    coverage, messages = audit.coverage, voice.messages
    yield voice.word("coverage"), voice.word("complete" if coverage.complete else "incomplete")
    yield voice.word("pages"), coverage.pages
    yield voice.word("documents"), coverage.documents
    yield voice.word("rendered"), coverage.rendered
    yield voice.word("requests"), coverage.requests
    yield voice.word("bytes"), coverage.bytes
    yield (
        voice.word("shallow"),
        voice.word("shallow-read", read=coverage.shallow_read, known=coverage.shallow_known),
    )
    yield voice.word("errors"), coverage.errors
    for why, count in coverage.skipped:
        yield f"{voice.word('not-looked-at')} {voice.term('skip', why)}", count
    for limit in coverage.limits:
        yield voice.word("stopped-because"), voice.say(messages.code("limit", limit))
    yield voice.word("robots"), _robots(audit, voice)
    if coverage.tls_error:
        yield voice.word("tls-error"), coverage.tls_error
    for trap in coverage.traps:
        yield voice.word("traps"), f"{trap.pattern} • {voice.say(messages.code('trap', trap.reason))} • {trap.count}"
    yield voice.word("started"), audit.run.started_at
    yield voice.word("finished"), audit.run.finished_at
    yield voice.word("version"), audit.auditor_version
    yield voice.word("run-id"), audit.run.id
    for pack in audit.packs:
        yield voice.word("packs"), f"{pack.id} {pack.version} SHA-256 {pack.sha256}"
    for key, value in audit.run.config:
        yield f"{voice.word('settings')}: {key}", _setting(value, voice)
    yield voice.word("detectors"), ", ".join(audit.detectors)


def _robots(audit: Audit, voice: Voice) -> str:
    coverage = audit.coverage
    state = voice.term("robots", coverage.robots)
    return f"{state} ({coverage.robots_detail})" if coverage.robots_detail else state


def _setting(value: str | float | None, voice: Voice) -> Cell:
    if value is None:
        return voice.word("unlimited")
    if isinstance(value, bool):
        return voice.word("yes" if value else "no")
    return value
