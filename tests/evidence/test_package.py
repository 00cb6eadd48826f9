"""The evidence of an audit as a package: complete, harmless to open, and every change of it is seen."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import shutil
import subprocess
import zipfile
from typing import TYPE_CHECKING

import pytest

from auditor.evidence.curator import curate
from auditor.evidence.shelf import Shelf
from auditor.evidence.stored import Bodies
from auditor.evidence.verify import verify
from tests.cli.test_check import auditor, is_mendable
from tests.evidence.keeping import PAGE, SITE, audit, config, evidence, is_said, night, records, shelf
from tests.evidence.test_curating import AT, answer, cites, crawled
from tests.loopback import LoopbackSite, Reply
from tests.report.conftest import CHROMIUM

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

HOSTILE = (
    '<script>document.title="taken"</script><img src=x onerror="document.title=1"><svg onload=alert(1)>'
    '<a href="javascript:alert(1)">x</a></p><meta http-equiv="refresh" content="0;url=http://evil.invalid/">'
)
WORDS = "เป็นองค์กรหลักด้านสุขภาพที่ประชาชนเชื่อมั่น &lt;script&gt;alert(1)&lt;/script&gt; ภายในปี 2570"
PAGES = SITE | {"/vision": Reply(f"{PAGE.format(heading='วิสัยทัศน์', text=WORDS)}{HOSTILE}")}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an audited site, its package as a folder and as one file."""
    folder = tmp_path_factory.mktemp("package")
    with LoopbackSite(PAGES) as site:
        config(folder, site.url)
        night(folder)
        night(folder, "2024-06-16")
    for words in (("--output", "package"), ("--wacz", "--output", "package.wacz")):
        done = auditor("evidence", "export", "x", *words, cwd=folder)
        assert done.returncode == 0, done.stderr
    return folder


def test_the_package_has_all_that_an_assessor_asks_for(home: Path) -> None:
    package = home / "package"
    assert (package / "audit.json").read_bytes() == (home / "output" / "x" / "latest" / "audit.json").read_bytes()
    assert (package / "rules" / "packs" / "moph-web-2567.toml").is_file()
    about = json.loads((package / "about.json").read_text(encoding="utf-8"))
    assert about["run"] == audit(home)["run"]["id"]
    assert about["packs"][0]["sha256"] == audit(home)["run"]["packs"][0]["sha256"]
    index = (package / "index.html").read_text(encoding="utf-8")
    for each in evidence(audit(home)):
        assert each["sha256"] is None or each["sha256"] in index
    assert "หลักฐานการตรวจสอบเว็บไซต์" in index
    assert "Evidence of the website audit" in index


def test_stored_bodies_are_what_was_judged_byte_by_byte(home: Path) -> None:
    stored = {hashlib.sha256(path.read_bytes()).hexdigest() for path in (home / "package" / "bodies").iterdir()}
    assert {each["sha256"] for each in evidence(audit(home)) if each["sha256"]} <= stored


def test_the_archive_needs_no_other_file(home: Path) -> None:
    (archive,) = (home / "package" / "archive").iterdir()
    found = records(archive).values()
    bodies = {each["WARC-Payload-Digest"] for each in found if each["WARC-Type"] == "response"}
    again = {each["WARC-Payload-Digest"] for each in found if each["WARC-Type"] == "revisit"}
    assert again
    assert again <= bodies


def test_other_programs_can_check_it(home: Path) -> None:
    done = subprocess.run(
        ["sha256sum", "--check", "--strict", "manifest-sha256.txt"],  # noqa: S607
        cwd=home / "package",
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_the_one_file_is_a_wacz(home: Path) -> None:
    with zipfile.ZipFile(home / "package.wacz") as zipped:
        assert zipped.testzip() is None
        names = set(zipped.namelist())
        stored = [each for each in zipped.infolist() if each.filename.startswith("archive/")]
        assert [each.compress_type for each in stored] == [zipfile.ZIP_STORED]
        package = json.loads(zipped.read("datapackage.json"))
        assert (package["profile"], package["wacz_version"]) == ("data-package", "1.1.1")
        assert {each["path"] for each in package["resources"]} == names - {
            "datapackage.json",
            "datapackage-digest.json",
        }
        digest = hashlib.sha256(zipped.read("datapackage.json")).hexdigest()
        assert json.loads(zipped.read("datapackage-digest.json")) == {
            "path": "datapackage.json",
            "hash": f"sha256:{digest}",
        }
        head, *pages = map(json.loads, zipped.read("pages/pages.jsonl").decode().splitlines())
        assert head["format"] == "json-pages-1.0"
        assert all(page["url"].startswith("http") and page["ts"].endswith("Z") for page in pages)
        archive = zipped.read(stored[0].filename)
        for line in zipped.read("indexes/index.cdxj").decode().splitlines():
            said = json.loads(line.split(" ", 2)[2])
            start = int(said["offset"])
            record = gzip.decompress(archive[start : start + int(said["length"])])
            assert f"WARC-Target-URI: {said['url']}\r\n".encode() in record


def test_two_exports_are_the_same_to_the_byte(home: Path, tmp_path: Path) -> None:
    auditor("evidence", "export", "x", "--wacz", "--output", tmp_path / "again.wacz", cwd=home)
    assert (tmp_path / "again.wacz").read_bytes() == (home / "package.wacz").read_bytes()


def test_the_evidence_of_one_requirement_is_a_package_of_its_own(home: Path, tmp_path: Path) -> None:
    words = ("evidence", "export", "x", "--requirement", "1.1.vision", "--output", tmp_path / "one")
    assert auditor(*words, cwd=home).returncode == 0
    index = (tmp_path / "one" / "index.html").read_text(encoding="utf-8")
    assert re.findall(r'<article class="proof" id="([^"]+)"', index) == ["1.1.vision"]
    (archive,) = (tmp_path / "one" / "archive").iterdir()
    urls = {each["WARC-Target-URI"].rpartition("/")[2] for each in list(records(archive).values())[1:]}
    assert {"", "robots.txt", "vision"} <= urls
    assert "structure" not in urls
    assert not verify(tmp_path / "one").problems


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("x", "--output", "package"), "package is there already"),
        (("x", "--requirement", "9.9", "--output", "new"), "no requirement '9.9'"),
        (("y",), "has no site 'y'"),
        (("x", "--run", "1999"), "0 audits"),
    ],
)
def test_what_cannot_be_exported_is_said(home: Path, words: tuple[str, ...], part: str) -> None:
    is_mendable(auditor("evidence", "export", *words, cwd=home), part)
    assert not list(home.glob(".evidence-*"))


def test_a_hostile_page_does_nothing_in_the_package(home: Path) -> None:
    package = home / "package"
    index = (package / "index.html").read_text(encoding="utf-8")
    assert "&lt;script&gt;" in index
    assert not re.search(r"<(script|img|svg|iframe|object|embed|link|base|form)\b", index, re.IGNORECASE)
    assert not re.search(r"\s(on\w+|src|srcset|background)=|javascript:|url\(", index, re.IGNORECASE)
    assert "default-src &#39;none&#39;; style-src &#39;sha256-" in index
    bodies = [path.name for path in (package / "bodies").iterdir()]
    assert bodies
    assert all(re.fullmatch(r"\d{4}-[0-9a-f]{12}\.(html\.txt|txt)", name) for name in bodies)
    for href in re.findall(r'href="([^"]*)"', index):
        assert href.startswith(("http://", "https://")) or (package / href).is_file()


@pytest.mark.browser
def test_nothing_of_the_site_runs_when_somebody_opens_the_package(home: Path) -> None:
    if CHROMIUM is None:
        pytest.skip("no Chromium here: install it, or name it in AUDITOR_CHROMIUM")
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  (only where a browser is)

    asked: list[str] = []
    errors: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: errors.append(message.text))
        page.on("dialog", lambda dialog: errors.append(dialog.message))
        page.goto((home / "package" / "index.html").as_uri())
        assert page.title().startswith("หลักฐานการตรวจสอบเว็บไซต์")
        assert page.locator("article.proof").count() == len(audit(home)["requirements"])
        assert page.evaluate("getComputedStyle(document.body).maxWidth") == "960px"  # the style is let through
        body = page.locator("#\\31\\.1\\.vision a[href^='bodies/']")
        assert body.count() == 1
        body.click()
        assert page.evaluate("document.contentType") == "text/plain"
        assert "<script>" in page.locator("body").inner_text()
        assert page.title() != "taken"
        browser.close()
    assert all(url.startswith("file://") for url in asked)
    assert not errors


@pytest.mark.parametrize(
    ("body", "declared", "ending"),
    [
        (b"%PDF-1.7\n<script>alert(1)</script>", "text/html", "pdf"),
        (b"\x89PNG\r\n\x1a\n....", "text/html", "png"),
        (b"GIF89a<script>alert(1)</script>", "text/html", "gif"),
        (b"<!doctype html><script>alert(1)</script>", "image/png", "html.txt"),
        (b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"></svg>', "image/svg+xml", "txt"),
        (b"<?xml version='1.0'?><a/>", "text/xml", "txt"),
        (b"alert(1)", "text/javascript", "txt"),
        ("ข้อความ".encode(), "text/plain", "txt"),
        (b"MZ\x90\x00", "application/pdf", "bin"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "application/msword", "bin"),
        (b"\x00\x01\x02\x03", "text/html", "bin"),
        (b"{\\rtf1 }", "text/html", "bin"),
    ],
)
def test_no_stored_body_is_called_what_a_browser_would_run(
    tmp_path: Path, body: bytes, declared: str, ending: str
) -> None:
    kept = Shelf(tmp_path, "x")
    crawled(kept, "1", ("/../../a.html", answer(body, 200, AT, ("content-type", declared))))
    curate(kept, "1", AT, cites("/../../a.html"))
    (line,) = kept.lines("1")
    stored = Bodies(kept, tmp_path).stored(line)
    assert stored is not None
    assert re.fullmatch(rf"bodies/0001-[0-9a-f]{{12}}\.([a-z]+\.)?{ending}", stored.name)
    assert (tmp_path / stored.name).read_bytes() == body


# --- verify ----------------------------------------------------------------------------------------------------


def _other_byte(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0xFF
    path.write_bytes(bytes(content))


def _body(package: Path) -> Path:
    return next((package / "bodies").iterdir())


def _archive(package: Path) -> Path:
    return next((package / "archive").iterdir())


def _other_record(package: Path) -> None:
    """Change what a record holds and press it again: the file can be read, and its digest is wrong."""
    path = _archive(package)
    content = gzip.decompress(path.read_bytes())
    members = re.split(rb"(?=WARC/1\.1\r\n)", content)[1:]
    changed = [member.replace("ประชาชน".encode(), "ประชาชี".encode()) for member in members]
    path.write_bytes(b"".join(gzip.compress(member) for member in changed))


def _other_hash(package: Path) -> None:
    path = package / "manifest-sha256.txt"
    path.write_text(path.read_text(encoding="utf-8").replace("a", "b", 1), encoding="utf-8")


def _other_evidence(package: Path) -> None:
    path = package / "audit.json"
    said = evidence(json.loads(path.read_text(encoding="utf-8")))
    sha256 = next(each["sha256"] for each in said if each["sha256"])
    path.write_text(path.read_text(encoding="utf-8").replace(sha256, "0" * 64), encoding="utf-8")


TAMPERED: tuple[tuple[Callable[[Path], object], set[str]], ...] = (
    (lambda package: _other_byte(_body(package)), {"evidence-differs"}),
    (lambda package: _other_byte(package / "rules" / "packs" / "moph-web-2567.toml"), {"evidence-differs"}),
    (lambda package: _body(package).unlink(), {"evidence-missing"}),
    (lambda package: (package / "added.txt").write_text("x"), {"evidence-unlisted"}),
    (lambda package: (package / "bodies" / "link").symlink_to("/etc/hostname"), {"evidence-unlisted"}),
    (_other_record, {"evidence-differs", "evidence-record-differs"}),
    (lambda package: _other_byte(_archive(package)), {"evidence-differs", "evidence-broken"}),
    (_other_hash, {"evidence-differs", "evidence-lists-differ"}),
    (_other_evidence, {"evidence-differs", "evidence-other-body"}),
    (lambda package: (package / "datapackage.json").write_text("{}"), {"evidence-differs"}),
    (lambda package: (package / "datapackage.json").write_text("{"), {"evidence-differs", "evidence-unreadable"}),
    (lambda package: (package / "datapackage.json").unlink(), {"evidence-missing"}),
    (lambda package: (package / "datapackage-digest.json").unlink(), {"evidence-missing"}),
    (lambda package: (package / "manifest-sha256.txt").unlink(), {"evidence-missing"}),
    (
        lambda package: (package / "manifest-sha256.txt").write_text("x\n"),
        {"evidence-differs", "evidence-unreadable"},
    ),
)


@pytest.mark.parametrize(("tamper", "told"), TAMPERED)
def test_every_change_is_seen(home: Path, tmp_path: Path, tamper: Callable[[Path], object], told: set[str]) -> None:
    package = tmp_path / "package"
    shutil.copytree(home / "package", package)
    tamper(package)
    found = {problem.key for problem in verify(package).problems}
    assert told <= found
    assert found <= told | {"evidence-unlisted", "evidence-no-record"}


def test_all_changes_are_told_at_once_and_set_the_exit_code(home: Path, tmp_path: Path) -> None:
    package = tmp_path / "package"
    shutil.copytree(home / "package", package)
    _other_byte(_body(package))
    (package / "about.json").unlink()
    (package / "added\x1b[2J.txt").write_text("x", encoding="utf-8")
    done = auditor("evidence", "verify", package, "--lang", "en", cwd=tmp_path)
    assert done.returncode == 1
    is_said(done, "was changed", "about.json: missing", "added\\u001B[2J.txt: was added", "3 things are not")
    assert "\x1b" not in done.stdout


def test_a_changed_file_in_a_wacz_is_seen(home: Path, tmp_path: Path) -> None:
    changed = tmp_path / "changed.wacz"
    with zipfile.ZipFile(home / "package.wacz") as old, zipfile.ZipFile(changed, "w") as new:
        for info in old.infolist():
            content = old.read(info)
            new.writestr(info, content.replace(b"moph", b"hpom") if info.filename.startswith("rules/") else content)
    assert {problem.key for problem in verify(changed).problems} == {"evidence-differs"}
    _other_byte(changed)
    assert verify(changed).problems


@pytest.mark.parametrize("path", ["package", "package.wacz", "evidence"])
def test_what_nobody_touched_is_good(home: Path, path: str) -> None:
    chosen = next(shelf(home).glob("*.warc.gz")) if path == "evidence" else home / path
    done = auditor("evidence", "verify", chosen, "--lang", "en", cwd=home)
    assert done.returncode == 0, done.stdout
    is_said(done, "Nothing was changed", "WARC records; SHA-256 ")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("gone", None),
        ("empty.wacz", b""),
        ("no.wacz", b"PK\x03\x04 no"),
        ("no.warc", b"hello"),
        ("no.warc.gz", b"\x1f\x8b"),
    ],
)
def test_what_is_no_evidence_is_refused(tmp_path: Path, name: str, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    is_mendable(auditor("evidence", "verify", name, cwd=tmp_path), name)


def test_a_folder_without_lists_is_refused(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    is_mendable(auditor("evidence", "verify", "folder", cwd=tmp_path), "no package of evidence")
