"""`audit.json`: the contract's keys, valid against its schema, the same bytes every time."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import jsonschema
import pytest

from auditor.facts import SkipWhy
from auditor.findings import Audit, Changes, Reason, ReasonCode, Score, Status
from auditor.report.json import render_json, render_schema
from auditor.report.messages import Messages
from auditor.report.safe_text import valid_unicode
from auditor.thai.national_ids import masked
from tests.report import sample
from tests.report.hostile_text import SUITES, payloads, saying
from tests.shared_data import REPOSITORY

MESSAGES = Messages.load()
DAY = date(2024, 6, 8)
GOLDEN = REPOSITORY / "tests" / "report" / "golden" / "audit.json"
SCHEMA = REPOSITORY / "reports" / "audit.schema.json"

CONTRACT_KEYS = {
    "": "schema site run coverage score requirements items findings register",
    "site": "id url display_url name host unit_type province",
    "run": "id started_at finished_at as_of auditor_version packs config",
    "coverage": "pages documents requests bytes errors skipped complete limits robots",
    "score": "percent pass partial fail review not_applicable unverifiable",
    "requirements": "id pack category title obligation status confidence reasons evidence searched remedy citation "
    "carried review",
    "register": "file counts rows unregistered unread_columns",
    "items": "url title kind listed_on category source period published file_type file_size age_days expires missing "
    "findings",
    "changes": "new fixed requirements",
    "findings": "id rule severity url where message quote remedy first_seen requirement",
}


def written(audit: Audit) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(render_json(audit, MESSAGES))
    return made


def shown(audit: Audit, key: str) -> dict[str, Any]:
    part = written(audit)
    if not key:
        return part
    inner = part[key]
    chosen: dict[str, Any] = inner[0] if isinstance(inner, list) else inner
    return chosen


@pytest.mark.parametrize(("part", "keys"), CONTRACT_KEYS.items())
def test_every_key_of_the_contract_is_there(part: str, keys: str) -> None:
    assert set(keys.split()) <= set(shown(sample.audit(), part))


def test_evidence_and_search_have_the_keys_of_the_contract() -> None:
    requirement = shown(sample.audit(), "requirements")
    evidence = {"url", "display_url", "kind", "quote", "matched", "score", "trail", "fetched_at", "sha256", "warc"}
    assert evidence <= set(requirement["evidence"][0])
    assert {"terms", "pages", "nearest"} <= set(requirement["searched"])
    assert requirement["searched"]["nearest"][0]["reason"]["message"].keys() == {"th", "en"}
    assert requirement["reasons"][0].keys() >= {"code", "message"}


def test_changes_name_findings_by_id_and_requirements_with_both_statuses() -> None:
    made = shown(sample.audit(), "changes")
    assert made["fixed"] == [each.id for each in (sample.audit().changes or Changes(since=DAY, run="")).fixed]
    assert set(made["new"]) < {each["id"] for each in written(sample.audit())["findings"]}
    assert made["requirements"][0] == {"id": "1.1.history", "from": "fail", "to": "pass"}


def test_where_nothing_came_before_there_are_no_changes() -> None:
    first = written(replace(sample.audit(), changes=None))
    assert "changes" not in first
    jsonschema.validate(first, json.loads(SCHEMA.read_text(encoding="utf-8")))


def test_the_sample_is_valid_against_the_schema() -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(written(sample.audit()), schema)


def test_an_audit_without_anything_is_valid_too() -> None:
    bare = replace(
        sample.audit(),
        verdicts=(),
        findings=(),
        items=(),
        packs=(),
        detectors=(),
        register=None,
        score=Score(percent=None, counts=()),
    )
    made = written(bare)
    jsonschema.validate(made, json.loads(SCHEMA.read_text(encoding="utf-8")))
    assert made["requirements"] == made["findings"] == made["items"] == []
    assert made["register"] is None


def test_the_schema_is_the_one_made_of_the_types() -> None:
    assert SCHEMA.read_bytes() == render_schema(), "make it again: python -m tests.report.test_json"


def test_the_file_is_the_golden_one() -> None:
    assert render_json(sample.audit(), MESSAGES).decode() == GOLDEN.read_text(encoding="utf-8"), (
        "if the change is meant: python -m tests.report.test_json"
    )


def test_items_have_the_shapes_of_the_contract() -> None:
    plan, post = written(sample.audit())["items"]
    assert plan["source"] == {"value": "กลุ่มงานยุทธศาสตร์", "quote": "ที่มา : กลุ่มงานยุทธศาสตร์"}
    assert plan["period"] == {"from": "2023-10-01", "to": "2024-09-30", "quote": "ประจำปีงบประมาณ พ.ศ. 2567"}
    assert plan["published"] == {"date": "2023-11-14", "quote": "14/11/2566", "from": "page"}
    assert plan["file_type"] == {"shown": "pdf", "actual": "pdf"}
    assert plan["file_size"] == {"shown_bytes": 35_543, "quote": "34.71 KB", "actual_bytes": 35_538}
    assert post["missing"] == ["source", "period", "published"]
    assert (post["expires"], post["findings"]) == ("2024-06-30", ["f" * 16])


def test_a_date_that_no_reader_sees_is_kept_apart() -> None:
    post = written(sample.audit())["items"][1]
    assert post["published"] is None
    assert post["published_hint"] == {"date": "2024-06-01", "quote": "", "from": "header"}


def test_addresses_are_as_met_and_shown_in_thai_letters() -> None:
    evidence = shown(sample.audit(), "requirements")["evidence"][0]
    assert "%E0%B8%A7" in evidence["url"]
    assert "วิสัย" in evidence["display_url"]


def test_times_carry_the_offset_of_bangkok() -> None:
    assert shown(sample.audit(), "run")["started_at"] == "2024-06-15T02:12:00+07:00"


def test_every_reason_to_skip_is_counted_even_if_nothing_was() -> None:
    skipped = shown(sample.audit(), "coverage")["skipped"]
    assert set(skipped) == set(SkipWhy)
    assert (skipped["robots"], skipped["logout"]) == (4, 0)


def test_the_detectors_that_ran_are_told() -> None:
    assert "link.broken" in shown(sample.audit(), "run")["config"]["detectors"]


def test_counts_add_up_to_the_requirements() -> None:
    score = shown(sample.audit(), "score")
    assert sum(score[str(status).replace("-", "_")] for status in Status) == len(sample.ROWS)


def test_lone_surrogates_are_removed_and_the_file_is_utf8() -> None:
    """RELIABILITY_RULES 23: valid UTF-8."""
    bad = Reason(code=ReasonCode.DEAD_LABEL, params=(("label", "a\ud800b"),))
    first, *rest = sample.verdicts()
    audit = replace(sample.audit(), verdicts=(replace(first, reasons=(bad,)), *rest))
    assert written(audit)["requirements"][0]["reasons"][0]["params"] == {"label": "ab"}


def test_national_id_numbers_are_masked() -> None:
    """RELIABILITY_RULES 23."""
    bad = Reason(code=ReasonCode.DEAD_LABEL, params=(("label", "นาย ก 1-1111-11111-11-9"),))
    first, *rest = sample.verdicts()
    audit = replace(sample.audit(), verdicts=(replace(first, reasons=(bad,)), *rest))
    assert b"11111-11-9" not in render_json(audit, MESSAGES)


@pytest.mark.parametrize("suite", SUITES)
def test_hostile_texts_are_nothing_but_texts(suite: str) -> None:
    """RELIABILITY_RULES 23. Data: own-spreadsheet-text, formula-payloadbox, xss-*, naughty-strings."""
    texts = payloads(suite)
    made = written(saying(texts))
    jsonschema.validate(made, json.loads(SCHEMA.read_text(encoding="utf-8")))
    quotes = [requirement["evidence"][0]["quote"] for requirement in made["requirements"]]
    assert quotes == [valid_unicode(masked(text)) for text in texts]


def test_no_number_is_none() -> None:
    """RELIABILITY_RULES 23: no NaN."""
    audit = replace(sample.audit(), score=replace(sample.audit().score, percent=float("nan")))
    with pytest.raises(ValueError, match="not JSON compliant"):
        render_json(audit, MESSAGES)


if __name__ == "__main__":
    SCHEMA.write_bytes(render_schema())
    GOLDEN.write_bytes(render_json(sample.audit(), MESSAGES))
