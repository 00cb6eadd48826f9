"""`auditor check`, `demo` and `config` as a webmaster's script sees them: exit codes, files, streams."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

import pytest

from tests.loopback import LoopbackSite, Reply

if TYPE_CHECKING:
    from pathlib import Path

PAGE = """<!doctype html><html lang="th"><meta charset="utf-8"><title>สำนักงานสาธารณสุขอำเภอตัวอย่าง</title>
<nav><a href="/vision">วิสัยทัศน์</a></nav><main><h1>{heading}</h1><p>{text}</p></main></html>"""
HOME = Reply(PAGE.format(heading="หน้าแรก", text="สำนักงานสาธารณสุขอำเภอตัวอย่าง จังหวัดร้อยเอ็ด ยินดีต้อนรับ"))
VISION = Reply(PAGE.format(heading="วิสัยทัศน์", text="เป็นองค์กรหลักด้านสุขภาพที่ประชาชนเชื่อมั่นและมีส่วนร่วม ภายในปี 2570"))
HEAVY = {"jinja2", "rich", "httpx", "selectolax", "rapidfuzz", "pypdfium2", "openpyxl", "xlsxwriter", "sqlalchemy"}
PAGES = {"/": HOME, "/vision": VISION}


def auditor(*words: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "auditor", *map(str, words)]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, timeout=120, check=False)  # noqa: S603


def started(*words: str, cwd: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "auditor", *words]
    return subprocess.Popen(command, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)  # noqa: S603


def report(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "audit.json").read_text(encoding="utf-8"))
    return found


def is_mendable(done: subprocess.CompletedProcess[str], *parts: str) -> None:
    """A clear message on standard error, nothing on standard output, no traceback."""
    assert done.returncode == 2, done.stderr
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    for part in parts:
        assert part in done.stderr


def test_a_site_is_checked_and_its_reports_lie_where_they_are_said_to(tmp_path: Path) -> None:
    with LoopbackSite(PAGES) as site:
        done = auditor("check", site.url, "--delay", "0", "--as-of", "2024-06-15", cwd=tmp_path)
    folder = tmp_path / "auditor-report" / "127.0.0.1"
    assert done.returncode == 1, done.stderr
    assert done.stderr == ""
    assert "auditor-report/127.0.0.1/report.html" in done.stdout
    assert sorted(path.name for path in folder.iterdir()) == ["audit.json", "report.html"]
    made = report(folder)
    assert made["run"]["as_of"] == "2024-06-15"
    vision = next(each for each in made["requirements"] if each["id"] == "1.1.vision")
    assert vision["status"] == "pass"


def test_options_reach_the_crawl_and_the_report(tmp_path: Path) -> None:
    with LoopbackSite(PAGES) as site:
        done = auditor(
            "check", site.url, "--delay", "0", "--output", "here", "--format", "json", "--name", "หน่วยงานทดสอบ",
            "--province", "ร้อยเอ็ด", "--unit-type", "สสอ.", "--max-pages", "1", "--max-documents", "0",
            "--fail-on", "never", "--lang", "en", "--ignore-robots", cwd=tmp_path,
        )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "Could not be checked" in done.stdout or "Not checked" in done.stdout
    assert [path.name for path in (tmp_path / "here").iterdir()] == ["audit.json"]
    made = report(tmp_path / "here")
    assert (made["site"]["name"], made["site"]["unit_type"]) == ("หน่วยงานทดสอบ", "สสอ.")
    assert made["coverage"]["robots"] == "ignored"
    assert (made["run"]["config"]["max_pages"], made["run"]["config"]["max_documents"]) == (1, 0)
    assert made["coverage"]["pages"] == 1


def test_quiet_says_nothing(tmp_path: Path) -> None:
    with LoopbackSite(PAGES) as site:
        done = auditor("check", site.url, "--delay", "0", "--quiet", cwd=tmp_path)
    assert (done.stdout, done.stderr) == ("", "")


def test_verbose_names_every_address_on_standard_error(tmp_path: Path) -> None:
    with LoopbackSite(PAGES) as site:
        done = auditor("check", site.url, "--delay", "0", "--verbose", cwd=tmp_path)
        assert f"{site.url}vision" in done.stderr
        assert f"{site.url}vision" not in done.stdout


def test_a_site_that_is_not_there_gives_three_and_a_report_of_unverifiable(tmp_path: Path) -> None:
    with LoopbackSite() as site:
        gone = site.url
    done = auditor("check", gone, "--delay", "0", "--output", "out", cwd=tmp_path)
    assert done.returncode == 3, done.stderr
    made = report(tmp_path / "out")
    assert {each["status"] for each in made["requirements"]} <= {"unverifiable", "not-applicable"}
    assert (tmp_path / "out" / "report.html").exists()


def test_unreachable_robots_give_three(tmp_path: Path) -> None:
    with LoopbackSite({**PAGES, "/robots.txt": Reply("x", status=503)}) as site:
        done = auditor("check", site.url, "--delay", "0", "--output", "out", cwd=tmp_path)
    assert done.returncode == 3, done.stderr
    assert report(tmp_path / "out")["coverage"]["robots"] == "unreachable"


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        pytest.param(("check",), ("URL",), id="no address"),
        pytest.param(("check", "ftp://x.go.th/"), ("http",), id="no web address"),
        pytest.param(("check", "me@x.go.th"), ("e-mail",), id="an e-mail address"),
        pytest.param(("check", "x.go.th", "--as-of", "15/6/2567"), ("--as-of", "2024-06-15"), id="no day"),
        pytest.param(("check", "x.go.th", "--format", "docx"), ("docx", "html", "sarif", "xlsx"), id="no format"),
        pytest.param(("check", "x.go.th", "--pack", "moph"), ("moph", "moph-web-2567"), id="no pack"),
        pytest.param(("check", "x.go.th", "--lang", "fr"), ("fr",), id="no language"),
        pytest.param(("check", "x.go.th", "--max-pages", "0"), ("--max-pages",), id="no pages"),
        pytest.param(("check", "x.go.th", "--colour"), ("--colour",), id="no option"),
        pytest.param(("check", "x.go.th", "--also", "ftp://y"), ("ftp",), id="no host"),
        pytest.param(("check", "x.go.th", "--config", "absent.toml"), ("absent.toml",), id="no configuration"),
        pytest.param(("check", "x.go.th", "--output", "file/out"), ("file",), id="no folder"),
        pytest.param(("chekc", "x.go.th"), ("check",), id="no command"),
        pytest.param(("config", "check", "bad.toml"), ("bad.toml", "crawl.max_page", "max_pages"), id="bad key"),
        pytest.param(
            ("check", "x.go.th", "--config", "bad.toml"), ("crawl.max_page", "auditor.lang"), id="both at once"
        ),
    ],
)
def test_what_cannot_be_is_said_before_anything_starts(
    tmp_path: Path, words: tuple[str, ...], parts: tuple[str, ...]
) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "bad.toml").write_text('[auditor]\nlang = "fr"\n[crawl]\nmax_page = 5\n')
    is_mendable(auditor(*words, cwd=tmp_path), *parts)
    assert not (tmp_path / "auditor-report").exists() or not any((tmp_path / "auditor-report").rglob("*.*ml"))


def test_a_configuration_gives_what_the_command_line_does_not(tmp_path: Path) -> None:
    with LoopbackSite(PAGES) as site:
        (tmp_path / "c.toml").write_text(
            f'[auditor]\nlang = "en"\n[crawl]\ndelay = 0.0\nmax_pages = 9\n[report]\nformats = ["json"]\n'
            f'[[site]]\nurl = "{site.url}"\nid = "x"\nname = "ชื่อจากไฟล์"\nset_aside = {{ "1.1.fax" = "ไม่มีโทรสาร" }}\n',
            encoding="utf-8",
        )
        done = auditor("check", site.url, "--config", "c.toml", "--output", "o", "--max-pages", "7", cwd=tmp_path)
    assert done.returncode == 1, done.stderr
    made = report(tmp_path / "o")
    assert (made["site"]["name"], made["site"]["id"], made["run"]["config"]["max_pages"]) == ("ชื่อจากไฟล์", "x", 7)
    fax = next(each for each in made["requirements"] if each["id"] == "1.1.fax")
    assert (fax["status"], fax["reasons"][0]["message"]["th"]) == ("not-applicable", "ยกเว้นไว้: ไม่มีโทรสาร")
    assert "Met" in done.stdout


@pytest.mark.parametrize(("options", "expected"), [((), 5), (("--max-pages", "7"), 7)], ids=["the site's", "told"])
def test_what_a_site_says_goes_before_the_rest_of_the_file_and_the_command_line_before_both(
    tmp_path: Path, options: tuple[str, ...], expected: int
) -> None:
    with LoopbackSite(PAGES) as site:
        (tmp_path / "c.toml").write_text(
            f'[crawl]\ndelay = 0.0\nmax_pages = 9\n[report]\nformats = ["json"]\n'
            f'[[site]]\nurl = "{site.url}"\ncrawl = {{ max_pages = 5 }}\n',
            encoding="utf-8",
        )
        done = auditor("check", site.url, "--config", "c.toml", "--output", "o", *options, cwd=tmp_path)
    assert done.returncode == 1, done.stderr
    assert report(tmp_path / "o")["run"]["config"]["max_pages"] == expected


def test_config_check_and_show(tmp_path: Path) -> None:
    (tmp_path / "c.toml").write_text('[crawl]\nmax_pages = 9\n[[site]]\nurl = "https://x.go.th/"\n')
    assert auditor("config", "check", "c.toml", cwd=tmp_path).returncode == 0
    shown = auditor("config", "show", "c.toml", cwd=tmp_path)
    assert "max_pages = 9" in shown.stdout
    assert "page_seconds = 60.0" in shown.stdout


def test_a_configuration_that_names_what_no_rule_has_is_refused(tmp_path: Path) -> None:
    (tmp_path / "c.toml").write_text(
        '[auditor]\npacks = ["moph-web-2566"]\n[[site]]\nurl = "https://x.go.th/"\nset_aside = { "1.1.fex" = "-" }\n'
    )
    is_mendable(auditor("config", "check", "c.toml", cwd=tmp_path), "moph-web-2567", "1.1.fex")


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_keeps_what_was_fetched_and_ends_in_time(tmp_path: Path, number: int, code: int) -> None:
    """RELIABILITY_RULES 25: saves and ends within 10 s."""
    slow = Reply(VISION.body, delay=60)
    links = "".join(f'<a href="/slow/{n}">ข่าว {n}</a>' for n in range(5))
    home = Reply(f"{HOME.body!s}{links}")
    with LoopbackSite(
        {"/": home, "/vision": VISION}, make=lambda asked: slow if "slow" in asked.target else None
    ) as site:
        process = started("check", site.url, "--delay", "0", "--output", "out", cwd=tmp_path)
        deadline = time.monotonic() + 60
        while not any("slow" in target for target in site.targets) and time.monotonic() < deadline:
            time.sleep(0.05)
        process.send_signal(number)
        output, errors = process.communicate(timeout=15)
    assert process.returncode == code, errors
    assert "Traceback" not in errors
    assert "out/report.html" in output
    made = report(tmp_path / "out")
    assert made["coverage"]["pages"] >= 1
    assert made["coverage"]["complete"] is False
    assert "cancelled" in made["coverage"]["limits"]


def test_the_demo_needs_nothing_and_names_its_report(tmp_path: Path) -> None:
    done = auditor("demo", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "auditor-report/demo/report.html" in done.stdout
    made = report(tmp_path / "auditor-report" / "demo")
    assert {"pass", "fail"} <= {each["status"] for each in made["requirements"]}


def test_no_sentence_of_the_demo_lacks_a_value(tmp_path: Path) -> None:
    auditor("demo", "--quiet", "--format", "json", cwd=tmp_path)
    made = report(tmp_path / "auditor-report" / "demo")
    reasons = [reason for each in made["requirements"] for reason in each["reasons"]]
    reasons += [miss["reason"] for each in made["requirements"] for miss in each["searched"]["nearest"]]
    sentences = [(reason["code"], *reason["message"].values()) for reason in reasons]
    sentences += [(finding["rule"], *finding["message"].values()) for finding in made["findings"]]
    assert [each for each in sentences if " … " in f" {each[1]} " or "“…”" in each[1] or "{" in each[1]] == []


def test_a_terminal_without_thai_letters_costs_nothing_but_the_letters(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "auditor", "demo", "--format", "json"]
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, env=environment, timeout=120, check=False)  # noqa: S603
    assert done.returncode == 0, done.stderr
    assert b"1.1.vision" in done.stdout
    assert b"\\u0e" in done.stdout


def test_a_kept_audit_is_made_again_without_a_network(tmp_path: Path) -> None:
    with LoopbackSite(PAGES) as site:
        live = auditor(
            "check", site.url, "--delay", "0", "--as-of", "2024-06-15", "--output", "live",
            "--keep-warc", "a.warc.gz", cwd=tmp_path,
        )  # fmt: skip
        url = site.url
    again = auditor(
        "check", url, "--as-of", "2024-06-15", "--from-warc", "a.warc.gz", "--output", "again", cwd=tmp_path
    )
    assert (live.returncode, again.returncode) == (1, 1), live.stderr + again.stderr
    first, second = report(tmp_path / "live"), report(tmp_path / "again")
    assert first["requirements"] == second["requirements"]
    assert second["coverage"]["requests"] == 0
    assert second["run"]["config"]["from_warc"] == "a.warc.gz"


def test_a_file_that_is_no_archive_is_told(tmp_path: Path) -> None:
    (tmp_path / "x.warc").write_text("no archive")
    done = auditor("check", "https://www.sso-test.go.th", "--from-warc", "x.warc", cwd=tmp_path)
    is_mendable(done, "x.warc", "is it a WARC file?")


@pytest.mark.parametrize(
    "words",
    [
        ("--help",),
        ("--version",),
        ("check", "--help"),
        ("run", "--help"),
        ("config", "--help"),
        ("register", "template", "--help"),
        ("form", "--help"),
    ],
)
def test_help_and_version_load_nothing_heavy(tmp_path: Path, words: tuple[str, ...]) -> None:
    script = (
        "import sys\nfrom auditor.cli import main\n"
        f"sys.argv = {['auditor', *words]!r}\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        f"print('heavy:', sorted({HEAVY!r} & set(sys.modules)))\n"
    )
    environment = {**os.environ, "COLUMNS": "100"}
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, env=environment, cwd=tmp_path
    )
    assert "heavy: []" in done.stdout
