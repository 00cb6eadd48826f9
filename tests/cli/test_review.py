"""`auditor review` and `check --reviews` as an assessor meets them."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from auditor.report.json import render_json
from auditor.report.messages import Messages
from tests.cli.test_check import PAGES, auditor, is_mendable, report
from tests.loopback import LoopbackSite, Reply
from tests.report import sample

if TYPE_CHECKING:
    from pathlib import Path

REVIEWS = """
[[review]]
requirement = "1.1.cio"
status = "pass"
by = "สมหญิง"
at = 2024-06-01
reason = "ประกาศไว้ที่หน้าแรก"
expires = 2024-06-30

[[waiver]]
requirement = "1.1.fax"
by = "นายแพทย์"
at = 2024-06-01
reason = "ไม่มีโทรสาร"
expires = 2024-06-30
"""
HEADS = 3
ID, VERDICT, EXPLANATION, NAME, DAY, WRONG, LABEL = 13, 6, 7, 8, 9, 11, 12


def requirement(made: dict[str, Any], name: str) -> dict[str, Any]:
    found: dict[str, Any] = next(each for each in made["requirements"] if each["id"] == name)
    return found


def check(site: LoopbackSite, folder: Path, *words: str, as_of: str = "2024-06-15") -> Any:
    return auditor("check", site.url, "--delay", "0", "--as-of", as_of, *words, cwd=folder)


@pytest.fixture
def past(tmp_path: Path) -> Path:
    path = tmp_path / "audit.json"
    path.write_bytes(render_json(sample.audit(), Messages.load()))
    return path


def fill(path: Path, requirement_id: str, cells: dict[int, str]) -> None:
    book = openpyxl.load_workbook(path)
    (sheet,) = book.worksheets
    row = next(n for n in range(HEADS + 1, sheet.max_row + 1) if sheet.cell(n, ID).value == requirement_id)
    for column, value in cells.items():
        sheet.cell(row, column).value = value
    book.save(path)


def test_what_people_say_stands_beside_the_programs_verdict_until_it_lapses(tmp_path: Path) -> None:
    (tmp_path / "reviews.toml").write_text(REVIEWS, encoding="utf-8")
    with LoopbackSite(PAGES) as site:
        before = check(site, tmp_path, "--reviews", "reviews.toml", "--lang", "en")
        made = report(tmp_path / "auditor-report" / "127.0.0.1")
        check(site, tmp_path, "--reviews", "reviews.toml", as_of="2024-07-01")
        later = report(tmp_path / "auditor-report" / "127.0.0.1")
    assert "in force 1, set aside 1, no longer valid 0" in before.stdout
    cio, fax = requirement(made, "1.1.cio"), requirement(made, "1.1.fax")
    assert (cio["status"], cio["review"]["status"], cio["review"]["lapsed"]) == ("fail", "pass", None)
    assert (fax["status"], fax["waiver"]["by"], fax["waiver"]["lapsed"]) == ("fail", "นายแพทย์", None)
    assert made["score"]["with_reviews"]["pass"] == made["score"]["pass"] + 1
    assert made["score"]["with_reviews"]["percent"] > made["score"]["percent"]
    assert requirement(later, "1.1.cio")["review"]["lapsed"]["code"] == "review-expired"
    assert requirement(later, "1.1.fax")["waiver"]["lapsed"]["code"] == "waiver-expired"
    assert later["score"]["with_reviews"]["percent"] == later["score"]["percent"]


def test_a_verdict_lapses_when_the_website_changes(tmp_path: Path) -> None:
    pages = dict(PAGES)
    folder = tmp_path / "auditor-report" / "127.0.0.1"
    said = {VERDICT: "ผ่านบางส่วน", EXPLANATION: "สั้นไป", NAME: "ก", DAY: "2024-06-15"}
    with LoopbackSite(make=lambda asked: pages.get(asked.target)) as site:
        check(site, tmp_path)
        auditor("review", "export", "127.0.0.1", cwd=tmp_path)
        fill(folder / "review.xlsx", "1.1.vision", said)
        done = auditor("review", "import", folder / "review.xlsx", cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        check(site, tmp_path, "--reviews", "reviews.toml")
        assert requirement(report(folder), "1.1.vision")["review"]["lapsed"] is None
        pages["/vision"] = Reply(str(PAGES["/vision"].body).replace("เชื่อมั่น", "ไว้วางใจ"))
        check(site, tmp_path, "--reviews", "reviews.toml")
        assert requirement(report(folder), "1.1.vision")["review"]["lapsed"]["code"] == "review-evidence-changed"


def test_a_person_can_make_an_audit_good_or_bad(tmp_path: Path) -> None:
    book = json.loads(auditor("rules", "list", "--json", "--pack", "moph-web-2567", cwd=tmp_path).stdout)
    ids = [each["id"] for each in book["packs"][0]["requirements"]]
    waivers = "".join(
        f'[[waiver]]\nrequirement = "{each}"\nby = "ก"\nat = 2024-06-01\nreason = "ข"\nexpires = 2024-12-31\n'
        for each in ids
    )
    (tmp_path / "all.toml").write_text(waivers, encoding="utf-8")
    with LoopbackSite(PAGES) as site:
        assert check(site, tmp_path).returncode == 1
        assert check(site, tmp_path, "--reviews", "all.toml").returncode == 0


@pytest.mark.parametrize("command", ["check", "config"])
def test_mistakes_in_reviews_are_told_before_anything_starts(tmp_path: Path, command: str) -> None:
    (tmp_path / "reviews.toml").write_text(REVIEWS.replace("cio", "coi").replace("fax", "fxa"), encoding="utf-8")
    (tmp_path / "config.toml").write_text('[[site]]\nurl = "https://x.invalid/"\nreviews = "reviews.toml"\n')
    words = {
        "check": ("check", "https://x.invalid/", "--reviews", "reviews.toml"),
        "config": ("config", "check", "config.toml"),
    }[command]
    done = auditor(*words, cwd=tmp_path)
    is_mendable(done, "review[0].requirement", "1.1.cio", "waiver[0].requirement", "1.1.fax")
    assert not (tmp_path / "auditor-report").exists()


def test_the_reviews_of_a_configured_site_are_heard(tmp_path: Path) -> None:
    (tmp_path / "reviews.toml").write_text(REVIEWS, encoding="utf-8")
    with LoopbackSite(PAGES) as site:
        (tmp_path / "config.toml").write_text(f'[[site]]\nurl = "{site.url}"\nreviews = "reviews.toml"\n')
        check(site, tmp_path, "--config", "config.toml", "--format", "json")
    assert requirement(report(tmp_path / "auditor-report" / "127.0.0.1"), "1.1.cio")["review"]["by"] == "สมหญิง"


def test_a_form_goes_out_and_comes_back(tmp_path: Path, past: Path) -> None:
    exported = auditor("review", "export", past, "--output", "form.xlsx", cwd=tmp_path)
    assert exported.returncode == 0, exported.stderr
    assert exported.stdout == "form.xlsx\n"
    fill(tmp_path / "form.xlsx", "1.1.cio", {VERDICT: "ผ่าน", EXPLANATION: "มี", NAME: "ก", DAY: "15/06/2567"})
    imported = auditor("review", "import", "form.xlsx", "--output", "kept.toml", cwd=tmp_path)
    assert imported.returncode == 0, imported.stderr
    assert 'requirement = "1.1.cio"' in (tmp_path / "kept.toml").read_text(encoding="utf-8")


def test_what_was_kept_stays_unless_the_form_says_otherwise(tmp_path: Path, past: Path) -> None:
    (tmp_path / "reviews.toml").write_text(
        REVIEWS + '[[waiver]]\nfinding = "abc"\nby = "ข"\nat = 2024-06-01\nreason = "ค"\nexpires = 2024-12-31\n',
        encoding="utf-8",
    )
    auditor("review", "export", past, cwd=tmp_path)
    fill(tmp_path / "review.xlsx", "1.1.cio", {VERDICT: "ไม่ผ่าน", NAME: "คนใหม่", DAY: "15/06/2567"})
    done = auditor("review", "import", "review.xlsx", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    text = (tmp_path / "reviews.toml").read_text(encoding="utf-8")
    assert text.count('"1.1.cio"') == 1
    assert "คนใหม่" in text
    assert 'finding = "abc"' in text
    assert '"1.1.fax"' in text


def test_a_form_with_mistakes_changes_nothing(tmp_path: Path, past: Path) -> None:
    (tmp_path / "reviews.toml").write_text(REVIEWS, encoding="utf-8")
    auditor("review", "export", past, cwd=tmp_path)
    fill(tmp_path / "review.xlsx", "1.1.cio", {VERDICT: "บางที"})
    is_mendable(auditor("review", "import", "review.xlsx", cwd=tmp_path), "row 9", "is no verdict", "is missing")
    assert (tmp_path / "reviews.toml").read_text(encoding="utf-8") == REVIEWS


def test_where_the_program_is_wrong_becomes_rows_to_mend_rules_by(tmp_path: Path, past: Path) -> None:
    auditor("review", "export", past, cwd=tmp_path)
    form = tmp_path / "review.xlsx"
    said = {NAME: "ก", DAY: "2024-06-15", WRONG: "ใช่"}
    fill(form, "1.1.cio", {**said, VERDICT: "ผ่าน", EXPLANATION: "มี", LABEL: "ผู้บริหารดิจิทัล"})
    fill(form, "1.1.vision", {**said, VERDICT: "ไม่ผ่าน", EXPLANATION: "เป็นของหน่วยงานอื่น"})
    fill(form, "1.1.duties", {**said, VERDICT: "ผ่าน", EXPLANATION: "มี"})
    fill(form, "1.1.history", {NAME: "ก", DAY: "2024-06-15", VERDICT: "ไม่ผ่าน", EXPLANATION: "ไม่รับ"})
    assert auditor("review", "import", form, cwd=tmp_path).returncode == 0
    done = auditor("review", "feedback", past, "--reviews", "reviews.toml", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    text = (tmp_path / "feedback.csv").read_text(encoding="utf-8-sig")
    rows = {row["text"]: row for row in csv.DictReader(io.StringIO(text))}
    assert {text: row["label"] for text, row in rows.items()} == {"ผู้บริหารดิจิทัล": "cio", "วิสัยทัศน์": "none"}
    assert "1.1.duties: no words on the website are known" in done.stderr
    scored = auditor("rules", "eval", "feedback.csv", "--json", cwd=tmp_path)
    assert scored.returncode == 0, scored.stderr
    assert [miss["text"] for miss in json.loads(scored.stdout)["misses"]] == ["ผู้บริหารดิจิทัล"]


def test_no_audit_is_told_with_where_it_was_looked_for(tmp_path: Path) -> None:
    done = auditor("review", "export", "https://www.x.invalid/", cwd=tmp_path)
    is_mendable(done, "auditor-report/www.x.invalid/audit.json", "auditor check")


def test_a_file_that_is_no_form_is_told(tmp_path: Path) -> None:
    (tmp_path / "form.csv").write_text("a,b\n")
    is_mendable(auditor("review", "import", "form.csv", cwd=tmp_path), "form.csv", "give a .toml or .xlsx")
