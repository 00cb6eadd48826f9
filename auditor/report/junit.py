"""`junit.xml`: a suite for each category, a case for each requirement, for pipelines that read test results.

Where a person has decided otherwise, or set a requirement aside, that counts.

| verdict | in JUnit |
| --- | --- |
| pass | passed |
| fail, partial of what the law requires | failure, its type being the status |
| fail, partial of what is recommended or asked for if there is any | skipped: such a verdict fails no audit |
| review, unverifiable, not-applicable | skipped, with the reason |
| unverifiable, and nothing at all could be judged | error: an audit that could not look must not look good |
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import Counter
from typing import TYPE_CHECKING

from auditor.findings import Status
from auditor.report.messages import BANGKOK
from auditor.report.safe_text import one_line
from auditor.report.view import view_of
from auditor.report.voice import Voice
from auditor.reviews.standing import set_aside, settled
from auditor.rules import Obligation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.config import Lang
    from auditor.findings import Audit, Verdict
    from auditor.report.messages import Messages
    from auditor.report.view import Group
    from auditor.rules import Rulebook

_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LACKING = frozenset({Status.FAIL, Status.PARTIAL})


def render_junit(audit: Audit, rulebook: Rulebook, messages: Messages, lang: Lang) -> bytes:
    """The verdicts as test results, as UTF-8."""
    view, voice = view_of(audit, rulebook), Voice(messages, lang)
    root = ET.Element("testsuites", {"name": _text(f"auditor {audit.site.host}")})
    blind = view.judged == 0
    outcomes: Counter[str] = Counter()
    for group in view.groups:
        outcomes += _suite(root, group, audit, voice, blind=blind)
    _count(root, outcomes)
    seconds = (audit.run.finished_at - audit.run.started_at).total_seconds()
    root.set("time", f"{seconds:.3f}")
    ET.indent(root)
    content: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return content + b"\n"


def _suite(root: ET.Element, group: Group, audit: Audit, voice: Voice, *, blind: bool) -> Counter[str]:
    suite = ET.SubElement(root, "testsuite", {"name": _text(f"{group.pack} {group.id} {voice.say(group.title)}")})
    suite.set("timestamp", audit.run.started_at.astimezone(BANGKOK).isoformat(timespec="seconds"))
    suite.set("hostname", _text(audit.site.host))
    outcomes: Counter[str] = Counter()
    for row in group.rows:
        verdict = row.verdict
        case = ET.SubElement(suite, "testcase", {"classname": _text(f"{group.pack}.{group.id}"), "time": "0"})
        case.set("name", _text(f"{verdict.requirement} {voice.say(verdict.title)}"))
        outcome = outcome_of(verdict, blind=blind)
        outcomes[outcome] += 1
        if outcome != "passed":
            _unmet(ET.SubElement(case, outcome), verdict, voice)
        ET.SubElement(case, "system-out").text = _text(_proof(verdict, voice), 20_000)
    _count(suite, outcomes)
    suite.set("time", "0")
    return outcomes


def outcome_of(verdict: Verdict, *, blind: bool) -> str:
    """The name of the element that tells of a verdict; `blind`: nothing at all could be judged."""
    status = settled(verdict)
    if status is Status.PASS:
        return "passed"
    if status in _LACKING and verdict.obligation is Obligation.REQUIRED:
        return "failure"
    if status is Status.UNVERIFIABLE and blind:
        return "error"
    return "skipped"


def _unmet(element: ET.Element, verdict: Verdict, voice: Voice) -> None:
    status = settled(verdict)
    reasons = "; ".join(voice.say(voice.messages.reason(each)) for each in verdict.reasons)
    told = [f"{voice.term('status', verdict.status)}: {reasons}", *_person(verdict, voice)]
    element.set("message", _text(" • ".join(told)))
    element.set("type", status.value)
    if status is not Status.NOT_APPLICABLE:
        element.text = _text(f"{voice.word('remedy')}: {voice.say(voice.messages.remedy(verdict))}")


def _person(verdict: Verdict, voice: Voice) -> Iterator[str]:
    """What people say of it."""
    if verdict.waiver is not None and set_aside(verdict):
        yield f"{voice.word('set-aside')}: {verdict.waiver.reason} ({verdict.waiver.by})"
    if verdict.review is not None:
        said = f"{voice.term('status', verdict.review.status)}: {verdict.review.reason} ({verdict.review.by})"
        lapsed = f" – {voice.say(voice.messages.reason(verdict.review.lapsed))}" if verdict.review.lapsed else ""
        yield f"{voice.word('human-review')}: {said}{lapsed}"


def _proof(verdict: Verdict, voice: Voice) -> str:
    parts = [f"{voice.word('citation')}: {verdict.citation}"]
    parts += _person(verdict, voice)
    parts += [f"{voice.word('evidence')}: {each.url} “{each.quote}”" for each in verdict.evidence]
    return " • ".join(parts)


def _count(element: ET.Element, outcomes: Counter[str]) -> None:
    element.set("tests", str(outcomes.total()))
    for name, outcome in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        element.set(name, str(outcomes[outcome]))


def _text(text: str, longest: int = 4000) -> str:
    """What XML can carry, on one line."""
    return _NOT_XML.sub("", one_line(text, longest))
