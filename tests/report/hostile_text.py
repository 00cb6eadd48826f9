"""Texts that websites might hold to do harm, from public lists and our own; an audit that says them everywhere."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

from auditor.facts import Step
from auditor.findings import Audit, FindingRule, Identity, NearMiss, Reason, ReasonCode, Severity, Status, Where
from auditor.items import FileSize, FileType, Item, ItemField, ItemKind, ItemPeriod, Source
from tests.report import sample
from tests.shared_data import conformance

SUITES = (
    "formula-payloadbox",
    "own-spreadsheet-text",
    "xss-dompurify",
    "xss-owasp",
    "xss-payloadbox",
    "naughty-strings",
)

OURS = (
    "x" * 10_000,
    "ก" * 40_000,
    "\U0001f600" * 20_000,
    "a\x00b\x1b[31mc\x9b2Jd\ufffe\uffff",
    "<r><t>not ours</t></r>",
    "<r>&broken</r>",
    "_x0041_",
    "\u202eexe.fdp\u202c",
    "]]>&lt;![CDATA[",
    "</failure></testcase>",
    "[click](javascript:alert(1)) ![x](http://x.invalid/a.png)",
    "| cell | cell |",
    "@everyone #123 www.example.invalid http://example.invalid a@example.invalid <!channel>",
    "{0} [text](http://x.invalid)",
    "http://x.invalid/" + "a" * 3000,
    "\r\n# heading\r\n- list",
    "\ud83d\udc00",
)


def payloads(suite: str) -> tuple[str, ...]:
    """The texts of a list, and ours."""
    cases = json.loads((conformance(suite) / "cases.json").read_text(encoding="utf-8"))
    texts = (case.get("payload", case.get("text")) if isinstance(case, dict) else case for case in cases)
    return (*OURS, *map(str, texts))


def saying(texts: tuple[str, ...]) -> Audit:
    """The sample with every text that a website has a say in replaced: each payload in each place."""
    clean = sample.audit()
    first = clean.verdicts[0]
    verdicts = [
        replace(
            first,
            requirement=f"x.{number}",
            status=tuple(Status)[number % len(Status)],
            reasons=(Reason(code=ReasonCode.DEAD_LABEL, params=(("label", text),)),),
            evidence=(
                replace(
                    first.evidence[0],
                    url=text,
                    quote=text,
                    matched=text,
                    trail=(Step(label=text, url=text), Step(label=text, url=f"https://x.invalid/{text}")),
                ),
                replace(first.evidence[0], url=f"https://x.invalid/{text}", quote=text),
            ),
            searched=replace(
                first.searched,
                terms=(text,),
                nearest=(
                    NearMiss(url=f"http://x.invalid/?{text}", label=text, reason=sample.reason(ReasonCode.EMPTY)),
                ),
            ),
        )
        for number, text in enumerate(texts)
    ]
    broken = sample.finding(1, FindingRule.LINK_BROKEN, Severity.MINOR)
    findings = [
        replace(
            broken,
            id=f"f{number}",
            url=text,
            where=Where(page=f"https://x.invalid/{text}", label=text),
            quote=text,
            params=(("status", text),),
        )
        for number, text in enumerate(texts)
    ]
    return replace(
        clean,
        identity=Identity(name=texts[0], province=texts[0], unit_type=texts[0], quote=texts[0], url=texts[0]),
        verdicts=tuple(verdicts),
        findings=tuple(findings),
        items=tuple(item(text) for text in texts),
        coverage=replace(clean.coverage, limits=texts[:20], robots_detail=texts[0], tls_error=texts[0]),
    )


def item(text: str) -> Item:
    """A published item that says a text wherever it can."""
    return Item(
        key=text,
        url=text,
        title=text,
        kind=ItemKind.DOCUMENT,
        listed_on=(f"https://x.invalid/{text}", text),
        category="1.8",
        source=Source(value=text, quote=text),
        period=ItemPeriod(start=date(2023, 10, 1), end=None, quote=text),
        file_type=FileType(shown=text, actual="pdf"),
        file_size=FileSize(shown_bytes=10**400, quote=text, actual_bytes=-1),
        expires=date(1, 1, 1),
        missing=(ItemField.PUBLISHED,),
    )
