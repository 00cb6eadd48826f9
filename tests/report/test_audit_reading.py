"""`audit.json` read back: what we write is read, later keys are passed over, mistakes are told by place."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from auditor.errors import DataFileError
from auditor.report.audit_reading import AuditRead, read_audit
from auditor.report.json import render_json
from auditor.report.messages import Messages
from tests.report import sample

if TYPE_CHECKING:
    from pathlib import Path

ITEM = {
    "url": "https://x.go.th/plan.pdf",
    "title": "แผน",
    "kind": "document",
    "listed_on": ["https://x.go.th/"],
    "category": None,
    "source": {"value": "กลุ่มงาน", "quote": "ที่มา : กลุ่มงาน"},
    "period": {"from": "2023-10-01", "to": None, "quote": ""},
    "published": {"date": "2023-12-25", "quote": "", "from": "page"},
    "file_type": {"shown": None, "actual": "pdf"},
    "file_size": {"shown_bytes": None, "quote": "", "actual_bytes": 1024},
    "age_days": 3,
    "expires": None,
    "missing": [],
    "findings": ["f1"],
}


def written(folder: Path, **changes: Any) -> Path:
    made = json.loads(render_json(sample.audit(), Messages.load()))
    path = folder / "audit.json"
    path.write_text(json.dumps({**made, "items": [ITEM]} | changes, ensure_ascii=False), encoding="utf-8")
    return path


def told(path: Path) -> str:
    with pytest.raises(DataFileError) as caught:
        read_audit(path)
    return str(caught.value)


def test_what_we_write_is_read(tmp_path: Path) -> None:
    path = tmp_path / "audit.json"
    path.write_bytes(render_json(sample.audit(), Messages.load()))
    audit = read_audit(path)
    assert audit.site.name == sample.audit().identity.name
    assert audit.register is not None
    assert len(audit.register.unregistered) == 2
    assert any(requirement.evidence for requirement in audit.requirements)


def test_an_item_of_the_contract_is_read(tmp_path: Path) -> None:
    [item] = read_audit(written(tmp_path)).items
    assert item.period is not None
    assert (item.period.from_, item.period.to) == (date(2023, 10, 1), None)
    assert item.published is not None
    assert item.published.date_ == date(2023, 12, 25)
    assert item.file_size is not None
    assert item.file_size.actual_bytes == 1024


def test_keys_of_later_versions_are_passed_over(tmp_path: Path) -> None:
    audit = read_audit(
        written(tmp_path, items=[ITEM | {"later": 1}], further={"a": 1}, changes={"new": ["f1"], "x": 1})
    )
    assert isinstance(audit, AuditRead)
    assert audit.changes is not None
    assert audit.changes.new == ("f1",)


@pytest.mark.parametrize(
    ("changes", "parts"),
    [
        pytest.param({"schema": "auditor/audit/2"}, ("schema", "auditor/audit/1"), id="another version"),
        pytest.param(
            {"items": [ITEM | {"title": 3, "published": {"date": "25/12/2566"}}]},
            ("items[0].title", "items[0].published.date"),
            id="two mistakes at once",
        ),
        pytest.param({"site": None}, ("site",), id="a part that is missing"),
    ],
)
def test_a_mistake_is_told_by_its_place(tmp_path: Path, changes: dict[str, Any], parts: tuple[str, ...]) -> None:
    said = told(written(tmp_path, **changes))
    for part in parts:
        assert part in said


@pytest.mark.parametrize(
    ("content", "part"),
    [
        pytest.param(b"{", "is not JSON", id="torn"),
        pytest.param(b"[]", "is no JSON object", id="a list"),
        pytest.param(b"\xff\xfe", "is not UTF-8", id="no text"),
        pytest.param(b"[" * 100_000, "is not JSON", id="nested without end"),
    ],
)
def test_what_is_no_audit_is_told(tmp_path: Path, content: bytes, part: str) -> None:
    path = tmp_path / "audit.json"
    path.write_bytes(content)
    assert part in told(path)
