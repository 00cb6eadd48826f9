"""The command as scripts and service managers use it: streams, signals, disks, memory, exit codes.

RELIABILITY_RULES 5, 13, 20, 23 and 25, and CONTRACT.md section 1.
"""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from tests.hostile.auditing import (
    QUICK_TOML,
    VISION,
    VISION_PAGE,
    check,
    command,
    environment,
    home,
    page,
    ran,
)
from tests.loopback import Asked, LoopbackSite, Reply
from tests.shared_data import conformance

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
ACTS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def reply(answer: bytes, content_type: str = "text/html; charset=utf-8") -> Reply:
    """An answer of these tests for the loopback site."""
    return Reply(answer.partition(b"\r\n\r\n")[2], content_type)


PAGES = {"/": reply(home()), "/vision": reply(VISION_PAGE)}


@pytest.fixture
def site() -> Iterator[LoopbackSite]:
    with LoopbackSite(PAGES) as served:
        yield served


def shell(script: str, site: LoopbackSite, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a script in which CHECK stands for the command."""
    (cwd / "quick.toml").write_text(QUICK_TOML, encoding="utf-8")
    words = command("check", site.url, "--config", "quick.toml", "--output", "out", "--fail-on", "never")
    return subprocess.run(  # noqa: S603  (our own command)
        ["bash", "-c", script.replace("CHECK", " ".join(words))],  # noqa: S607  (whichever bash there is)
        cwd=cwd, env=environment(cwd), capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip


@pytest.mark.parametrize(
    "script",
    [
        pytest.param("CHECK | head -1; exit ${PIPESTATUS[0]}", id="a reader that leaves"),
        pytest.param("CHECK >&-", id="no standard output"),
        pytest.param("CHECK 2>&-", id="no standard error"),
        pytest.param("CHECK --verbose 2>/dev/full >/dev/null", id="a full log"),
        pytest.param("TMPDIR=/nonexistent CHECK", id="no folder named for scratch files"),
        pytest.param("env -u HOME LC_ALL=C CHECK <&-", id="a bare environment"),
    ],
)
def test_rule_25_no_stream_changes_the_exit_code(script: str, site: LoopbackSite, tmp_path: Path) -> None:
    done = shell(script, site, tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert ran(0, "", "", tmp_path).made["coverage"]["pages"] == 2


@pytest.mark.parametrize(
    ("script", "code", "words"),
    [
        pytest.param("CHECK >/dev/full", 3, "disk is full", id="results on a full disk"),
        pytest.param("ulimit -f 8; CHECK", 3, "cannot be written", id="no room for a report"),
        pytest.param("ulimit -f 0; CHECK", 3, "cannot be written", id="no room at all"),
        pytest.param(
            "mkdir -p out/report.html; CHECK", 3, "report.html cannot be written", id="a folder of that name"
        ),
        pytest.param("touch out; CHECK", 2, "cannot be used", id="a file in place of the folder"),
        pytest.param("ln -s /nonexistent/x out; CHECK", 2, "cannot be used", id="a link to nowhere"),
    ],
)
def test_rule_20_what_cannot_be_written_is_said_and_leaves_nothing_half_done(
    script: str, code: int, words: str, site: LoopbackSite, tmp_path: Path
) -> None:
    done = shell(script, site, tmp_path)
    assert (done.returncode, "Traceback" in done.stderr) == (code, False), done.stderr
    assert words in done.stderr
    assert [path.name for path in tmp_path.glob("out/.*")] == []
    assert list((tmp_path / "scratch").iterdir()) == []


def test_rule_20_a_report_that_fails_leaves_the_last_good_ones(site: LoopbackSite, tmp_path: Path) -> None:
    assert shell("CHECK", site, tmp_path).returncode == 0
    before = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    assert shell("ulimit -f 150; CHECK", site, tmp_path).returncode == 3
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == before


def _children_of(parent: int) -> list[int]:
    done = subprocess.run(["ps", "-eo", "pid=,args="], capture_output=True, text=True, check=True)  # noqa: S607
    return [int(line.split()[0]) for line in done.stdout.splitlines() if f"extract.child {parent} " in line]


def _slow(asked: Asked) -> Reply | None:
    return Reply(f"<title>x</title><p>{asked.target}", delay=0.2) if asked.target.startswith("/slow") else None


@pytest.fixture
def hearing() -> Iterator[None]:
    """Commands hear SIGHUP even where these tests were started by `nohup`, which has them ignore it."""
    before = signal.signal(signal.SIGHUP, signal.SIG_DFL)
    yield
    signal.signal(signal.SIGHUP, before)


@LINUX
@pytest.mark.usefixtures("hearing")
@pytest.mark.parametrize(
    ("number", "code"),
    [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGKILL, -signal.SIGKILL)],
)
def test_rule_25_an_ended_command_leaves_no_child_and_no_scratch_file(
    number: signal.Signals, code: int, tmp_path: Path
) -> None:
    (tmp_path / "quick.toml").write_text(QUICK_TOML, encoding="utf-8")
    links = "".join(f'<a href="/slow{n}">ข่าว {n}</a>' for n in range(80))
    heavy = Reply("<div>" * 100_000)
    with LoopbackSite(
        {**PAGES, "/": reply(home(f'<a href="/heavy">x</a>{links}')), "/heavy": heavy}, make=_slow
    ) as site:
        process = subprocess.Popen(  # noqa: S603  (our own command)
            command("check", site.url, "--config", "quick.toml", "--output", "out"),
            cwd=tmp_path, env=environment(tmp_path), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        _wait_until(lambda: bool(_children_of(process.pid)) and "/slow3" in site.targets)
        asked = time.monotonic()
        process.send_signal(number)
        output, errors = process.communicate(timeout=30)
        took = time.monotonic() - asked
    assert (process.returncode, errors) == (code, "")
    assert took < 10
    _wait_until(lambda: not _children_of(process.pid))
    assert list((tmp_path / "scratch").iterdir()) == []
    if number is not signal.SIGKILL:
        made = ran(code, output, errors, tmp_path).made
        assert made["coverage"]["pages"] >= 2
        assert "cancelled" in made["coverage"]["limits"]


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_rule_25_a_signal_before_the_crawl_has_its_exit_code_too(
    number: signal.Signals, code: int, tmp_path: Path
) -> None:
    script = (
        "import os, signal, sys\nfrom auditor import cli, rulebook\n"
        f"rulebook.load_rulebook = lambda *_: os.kill(os.getpid(), {int(number)})\n"
        "sys.argv = ['auditor', 'check', 'http://127.0.0.1:1/']\ncli.main()\n"
    )
    done = subprocess.run(  # noqa: S603  (our own script)
        [sys.executable, "-c", script], cwd=tmp_path, env=environment(tmp_path), capture_output=True, text=True,
        timeout=60, check=False,
    )  # fmt: skip
    assert (done.returncode, "Traceback" in done.stderr) == (code, False)


def test_a_mistake_of_ours_is_no_verdict(tmp_path: Path) -> None:
    script = (
        "import sys\nfrom auditor import cli, rulebook\n"
        "def broken(*_):\n    raise LookupError('\\x1b[31m' + 'x' * 3)\n"
        "rulebook.load_rulebook = broken\n"
        "sys.argv = ['auditor', 'check', 'http://127.0.0.1:1/']\ncli.main()\n"
    )
    done = subprocess.run(  # noqa: S603  (our own script)
        [sys.executable, "-c", script], cwd=tmp_path, env=environment(tmp_path), capture_output=True, text=True,
        timeout=60, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (3, "")
    assert "report" in done.stderr
    assert ACTS.search(done.stderr) is None


def _wait_until(what: Callable[[], bool]) -> None:
    for _ in range(400):
        if what():
            return
        time.sleep(0.05)
    raise AssertionError("waited too long")


# --- what a site sends ---------------------------------------------------------------------------------------

EVIL = "\x1b[31m\x07\x00\u202e\u2066\x9b<script>alert(1)</script>\r\n{{7*7}}"
HOSTILE = {
    "/deep": Reply("<div>" * 200_000 + "x"),
    "/attributes": Reply("<p " + " ".join(f"a{number}=1" for number in range(50_000)) + ">x"),
    "/nul": Reply(b"<p>\0\0a<a href='\0/x\0'>\0</a>" + b"\0" * 5000),
    "/large": Reply(b"<p>word </p>" * 4_500_000),
    "/surrogates": Reply("<p>&#xD800;&#0;&#x110000;<a href='/\ud800'>x\udfff</a>".encode("utf-8", "surrogatepass")),
    "/tables": Reply("<table>" * 20_000 + "<tr><td colspan=100000 rowspan=65534>x"),
    "/comments": Reply("<!--" * 500_000),
    "/formatting": Reply("<b><i>" * 30_000 + "<p>" * 30_000),
    "/svg": Reply("<svg><math>" * 30_000),
    "/entities": Reply("&amp" * 1_000_000),
    "/evil": Reply(f"<title>{EVIL}</title><h1>{EVIL}</h1>"),
    "/f\u202egpj.pdf": Reply(
        b"%PDF-1.4 broken", "application/pdf", headers=(("Content-Disposition", 'filename="../../x\x1b"'),)
    ),
}  # fmt: skip


def test_rules_13_21_and_23_no_page_costs_another_or_acts_on_a_reader(tmp_path: Path) -> None:
    vision = page(f"<h2>วิสัยทัศน์{EVIL}</h2><p>{VISION}{EVIL}</p>", f"วิสัยทัศน์{EVIL}")
    links = "".join(f'<a href="{url}">{EVIL}{url}</a>' for url in HOSTILE)
    with LoopbackSite({"/": reply(home(links)), "/vision": reply(vision), **HOSTILE}) as site:
        slower = QUICK_TOML.replace("page_seconds = 1.2", "page_seconds = 9").replace(
            "silence_seconds = 0.6", "silence_seconds = 5"
        )
        done = check(site.url, "--verbose", cwd=tmp_path, settings=slower)
    html = (done.folder / "report.html").read_text(encoding="utf-8")
    assert done.code == 1, done.err
    coverage = done.made["coverage"]
    assert coverage["errors"] == 1  # the page beyond 10 MB
    assert coverage["pages"] + coverage["documents"] + 1 == len({*HOSTILE, "/", "/vision"})
    assert next(each for each in done.made["requirements"] if each["id"] == "1.1.vision")["status"] == "pass"
    assert [ACTS.search(text) for text in (done.out, done.err, html)] == [None, None, None]
    assert "<script>alert(1)" not in html
    assert sorted(path.name for path in tmp_path.rglob("*") if path.is_file()) == [
        "audit.json",
        "quick.toml",
        "report.html",
    ]


@pytest.mark.parametrize("suite", ["pdf-pdfjs", "pdf-safedocs"])
def test_rule_13_no_document_of_a_conformance_suite_costs_another(suite: str, tmp_path: Path) -> None:
    files = sorted(conformance(suite).rglob("*.pdf"))[:30]
    pages = {f"/d{number}.pdf": Reply(path.read_bytes(), "application/pdf") for number, path in enumerate(files)}
    links = "".join(f'<a href="{url}">เอกสาร {url}</a>' for url in pages)
    with LoopbackSite({**PAGES, "/": reply(home(links)), **pages}) as site:
        done = check(site.url, "--max-documents", "100", cwd=tmp_path)
    assert (done.code, done.err) == (1, "")
    assert done.made["coverage"]["documents"] == len(files)


_MEASURED = """
import resource, runpy, sys, threading, time
def peak():
    for line in open("/proc/self/status"):
        if line.startswith("VmHWM"):
            return int(line.split()[1]) // 1024
sys.argv = ["auditor", *sys.argv[1:]]
try:
    runpy.run_module("auditor", run_name="__main__", alter_sys=True)
finally:
    open("peak", "w").write(str(peak()))
"""


@LINUX
def test_rule_5_the_parent_stays_under_512_mib_whatever_comes(tmp_path: Path) -> None:
    (tmp_path / "quick.toml").write_text(QUICK_TOML.replace("_seconds = 1.2", "_seconds = 15"), encoding="utf-8")
    crowd = "".join(f'<a href="/crowd{number}">{number} ข่าว</a>' for number in range(12_000))
    large = {f"/{number}.pdf": Reply(b"%PDF-1.4\n" + bytes(60_000_000), "application/pdf") for number in range(3)}
    links = "".join(f'<a href="{url}">แผน</a>' for url in ("/large", *large))
    pages = {**PAGES, "/": reply(home(links + crowd)), "/large": HOSTILE["/large"], **large}
    with LoopbackSite(pages) as site:
        process = subprocess.run(  # noqa: S603  (our own command)
            [sys.executable, "-c", _MEASURED, "check", site.url, "--config", "quick.toml", "--output", "out",
             "--max-pages", "5"],
            cwd=tmp_path, env=environment(tmp_path), capture_output=True, text=True, timeout=90, check=False,
        )  # fmt: skip
    assert "Traceback" not in process.stderr, process.stderr
    assert int((tmp_path / "peak").read_text(encoding="ascii")) < 512


# --- what a person types -------------------------------------------------------------------------------------


def test_rule_3_credentials_and_fragments_of_a_typed_address_go_nowhere(site: LoopbackSite, tmp_path: Path) -> None:
    done = check(f"http://user:s3cret@127.0.0.1:{site.port}/#part", "--verbose", cwd=tmp_path)
    assert done.code == 1, done.err
    written = done.out + done.err + "".join(path.read_text(encoding="utf-8") for path in done.folder.iterdir())
    assert "s3cret" not in written
    assert {asked.header("authorization") for asked in site.log} == {None}
    assert done.made["site"]["url"] == site.url


@pytest.mark.parametrize("typed", ["http://สสจ.ไทย.invalid/", "http://xn--82c1ea.xn--o3cw4h.invalid/"])
def test_a_thai_host_is_shown_in_thai_letters_however_it_was_typed(typed: str, tmp_path: Path) -> None:
    done = check(typed, cwd=tmp_path)
    assert done.code == 3, done.err
    assert done.made["site"]["url"] == "http://xn--82c1ea.xn--o3cw4h.invalid/"
    assert done.made["site"]["display_url"] == "http://สสจ.ไทย.invalid/"
    assert "สสจ.ไทย" in done.out


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("--delay", "inf"), "--delay"),
        (("--delay", "nan"), "--delay"),
        (("--max-seconds", "1e999"), "--max-seconds"),
        (("--format", ","), "--format"),
        (("--also", "two words"), "two words"),
        (("--pack", ""), "moph-web-2567"),
    ],
)
def test_rule_24_options_that_cannot_be_are_refused(words: tuple[str, ...], part: str, tmp_path: Path) -> None:
    done = check("http://127.0.0.1:1/", *words, cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert part in done.err


def test_rule_24_every_mistake_of_a_configuration_is_told_at_once(tmp_path: Path) -> None:
    bad = (
        "[crawl]\ndelay = inf\nmax_seconds = nan\nmax_pages = -1\nconcurrancy = 2\n"
        '[politeness]\nretry_waits = [inf]\n[network]\npage_seconds = 0\n[auditor]\nlang = "fr"\n'
    )
    told = check("http://127.0.0.1:1/", cwd=tmp_path, settings=bad)
    assert (told.code, told.out) == (2, "")
    keys = ("crawl.delay", "crawl.max_seconds", "crawl.max_pages", "crawl.concurrancy", "politeness.retry_waits[0]",
            "network.page_seconds", "auditor.lang")  # fmt: skip
    assert [key for key in keys if not re.search(rf"quick\.toml:\d+: {re.escape(key)}: ", told.err)] == []
    assert 'did you mean "concurrency"' in told.err
