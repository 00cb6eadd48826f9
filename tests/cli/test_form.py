"""`auditor form` as a webmaster's script sees it: which audit, which items, which files, which mistakes."""

from __future__ import annotations

import json
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from auditor.report.json import render_json
from auditor.report.messages import Messages
from tests.cli.test_check import PAGES, auditor, is_mendable
from tests.loopback import LoopbackSite
from tests.report import sample
from tests.report.test_audit_reading import ITEM

if TYPE_CHECKING:
    from pathlib import Path

HOST = "www.bungkaeo.example.go.th"
PLAN, NEWS = f"{sample.HOME}files/1.pdf", f"{sample.HOME}news/1"
STAFF = '[site.staff]\nhead = "นางวิไล งามตา สาธารณสุขอำเภอ"\nwebmasters = ["นายปิติ ชูใจ"]\n'


def audit_in(folder: Path, **changes: Any) -> Path:
    """The sample audit with two published items, one of which its register does not know."""
    items = [
        ITEM | {"url": PLAN, "title": "รายงานประจำปี"},
        ITEM | {"url": NEWS, "title": "ประกาศรับสมัครงาน", "findings": []},
    ]
    made = {
        **json.loads(render_json(replace(sample.audit(), changes=None), Messages.load())),
        "items": items,
    } | changes
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "audit.json").write_text(json.dumps(made, ensure_ascii=False), encoding="utf-8")
    return folder


def forms(folder: Path) -> str:
    return (folder / "request-forms.html").read_text(encoding="utf-8")


def test_forms_are_made_for_every_item_and_lie_beside_the_audit(tmp_path: Path) -> None:
    folder = audit_in(tmp_path / "auditor-report" / HOST)
    done = auditor("form", sample.HOME, "--date", "2023-12-25", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.split() == [
        f"auditor-report/{HOST}/request-forms.html",
        f"auditor-report/{HOST}/request-forms.docx",
    ]
    assert forms(folder).count('class="form"') == 2
    assert "๒๕ ธันวาคม ๒๕๖๖" in forms(folder)
    assert "สำนักงานสาธารณสุขอำเภอบึงแก้วงาม" in forms(folder)
    assert zipfile.is_zipfile(folder / "request-forms.docx")


@pytest.mark.parametrize(
    "site", [sample.HOME, f"http://{HOST}", HOST, f"auditor-report/{HOST}", f"auditor-report/{HOST}/audit.json"]
)
def test_the_audit_is_found_by_address_host_or_path(tmp_path: Path, site: str) -> None:
    folder = audit_in(tmp_path / "auditor-report" / HOST)
    assert auditor("form", site, "--format", "html", cwd=tmp_path).returncode == 0
    assert not (folder / "request-forms.docx").exists()


@pytest.mark.parametrize("site", ["bungkaeo", sample.HOME])
def test_a_site_of_the_configuration_brings_its_folder_and_its_officers(tmp_path: Path, site: str) -> None:
    folder = audit_in(tmp_path / "out" / "bungkaeo" / "latest")
    table = f'[[site]]\nurl = "{sample.HOME}"\nid = "bungkaeo"\nname = "สสอ.บึงแก้วงาม"\n{STAFF}'
    (tmp_path / "c.toml").write_text(f'[auditor]\noutput = "out"\n{table}', encoding="utf-8")
    done = auditor("form", site, "--config", "c.toml", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    for words in ("สสอ.บึงแก้วงาม", "นางวิไล งามตา", "นายปิติ ชูใจ"):
        assert words in forms(folder)


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        pytest.param(("--item", NEWS), ["ประกาศรับสมัครงาน"], id="one item"),
        pytest.param(("--item", NEWS, "--item", PLAN), ["ประกาศรับสมัครงาน", "รายงานประจำปี"], id="two items"),
        pytest.param(("--unregistered",), ["รายงานประจำปี", "เอกสารเรื่องที่ สาม"], id="those missing from the register"),
        pytest.param(("--new",), ["รายงานประจำปี"], id="new ones"),
        pytest.param((), ["รายงานประจำปี"], id="new ones unasked"),
    ],
)
def test_forms_are_made_for_the_items_asked_for(tmp_path: Path, words: tuple[str, ...], titles: list[str]) -> None:
    audit_in(tmp_path, changes={"new": ["f1"], "fixed": [], "requirements": []})
    done = auditor("form", "audit.json", *words, "--output", "made", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    page = forms(tmp_path / "made")
    assert page.count('class="form"') == len(titles)
    places = [page.index(title) for title in titles]
    assert places == sorted(places)


def test_forms_may_be_in_english(tmp_path: Path) -> None:
    audit_in(tmp_path)
    auditor("form", "audit.json", "--lang", "en", "--date", "2023-12-25", cwd=tmp_path)
    assert "25 Dec 2023 (B.E. 2566)" in forms(tmp_path)


def test_where_nothing_is_new_no_form_is_made(tmp_path: Path) -> None:
    audit_in(tmp_path, changes={"new": []})
    done = auditor("form", "audit.json", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    assert "no form is needed" in done.stderr
    assert not (tmp_path / "request-forms.html").exists()


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        pytest.param(("nowhere.go.th",), ("nowhere.go.th", "auditor check", "auditor-report"), id="no audit"),
        pytest.param(("absent.json",), ("absent.json",), id="no file"),
        pytest.param(("torn.json",), ("torn.json", "is not JSON"), id="a torn file"),
        pytest.param(("audit.json", "--item", f"{PLAN}x"), ("files/1.pdfx", "did you mean"), id="no such item"),
        pytest.param(("audit.json", "--new", "--unregistered"), ("--new", "--unregistered"), id="two wishes"),
        pytest.param(("audit.json", "--format", "pdf"), ("pdf", "docx"), id="no such format"),
        pytest.param(("audit.json", "--date", "25/12/2566"), ("--date", "2024-06-15"), id="no day"),
        pytest.param(("bare/audit.json",), ("no published items", "--item"), id="an audit without items"),
        pytest.param(("bare/audit.json", "--unregistered"), ("without a register", "--register"), id="no register"),
    ],
)
def test_what_cannot_be_is_told(tmp_path: Path, words: tuple[str, ...], parts: tuple[str, ...]) -> None:
    audit_in(tmp_path)
    audit_in(tmp_path / "bare", items=[], register=None)
    (tmp_path / "torn.json").write_text('{"schema": ', encoding="utf-8")
    is_mendable(auditor("form", *words, cwd=tmp_path), *parts)
    assert not list(tmp_path.rglob("request-forms.*"))


def test_a_page_of_a_real_audit_gets_its_form(tmp_path: Path) -> None:
    with LoopbackSite(PAGES) as site:
        auditor("check", site.url, "--delay", "0", "--output", "o", "--format", "json", cwd=tmp_path)
        done = auditor("form", "o/audit.json", "--item", f"{site.url}vision", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "วิสัยทัศน์" in forms(tmp_path / "o")
