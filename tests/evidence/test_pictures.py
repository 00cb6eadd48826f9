"""Pages that are cited are kept as pictures too, drawn from what was judged; no page costs more than its own."""

from __future__ import annotations

import io
import json
import os
import shutil
import signal
import time
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image
from warcio.archiveiterator import ArchiveIterator

from auditor.crawl.render import can_render
from tests.cli.test_check import auditor, report, started
from tests.evidence.keeping import PAGE, SITE, audit, config, evidence, night, records, shelf
from tests.evidence.test_retention import age
from tests.killing.processes import children_of
from tests.loopback import Asked, LoopbackSite, Reply
from tests.report.conftest import CHROMIUM

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not can_render(), reason="no Chromium here: install it"),
]

GREEN, RED, BLUE = (0, 128, 0), (255, 0, 0), (0, 0, 255)
VISION = str(SITE["/vision"].body).replace(
    "<main>",
    '<link rel="stylesheet" href="/style.css"><main><img src="/logo.svg" width="100" height="100">'
    '<iframe src="/structure" width="100" height="100"></iframe>',
)
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><rect width="1" height="1" fill="red"/></svg>'
PAGES = SITE | {
    "/vision": Reply(VISION),
    "/style.css": Reply("body { margin: 0; background: green } img { display: block }", "text/css"),
    "/logo.svg": Reply(LOGO, "image/svg+xml"),
}
LOOKS = {"/style.css", "/logo.svg"}


@dataclass
class Home:
    """A folder in which a site was audited, night by night."""

    folder: Path
    runs: list[str] = field(default_factory=list)
    asked: list[list[Asked]] = field(default_factory=list)  # what of the site, each night

    def image(self, night: int = -1, name: str = "vision") -> str | None:
        """Where the picture of a page is kept."""
        return image(audit(self.folder, self.runs[night]), name)

    def record(self, night: int = -1, name: str = "vision") -> dict[str, Any]:
        """What is kept there."""
        file, _, record = (self.image(night, name) or "").partition("#")
        found: dict[str, Any] = records(shelf(self.folder) / file)[record]
        return found


def image(made: dict[str, Any], name: str = "vision") -> str | None:
    (found,) = {each["image"] for each in evidence(made) if each["url"].endswith(f"/{name}")}
    return None if found is None else str(found)


def nights(folder: Path, *sites: Mapping[str, Reply], told: str = "", render: str = "auto") -> Home:
    """A night for each of these."""
    home = Home(folder)
    with LoopbackSite() as served:
        config(folder, served.url, evidence=told, render=render)
        for number, pages in enumerate(sites):
            served.make = lambda asked, pages=pages: pages.get(asked.target)
            served.log.clear()
            home.runs.append(night(folder, f"2024-06-{15 + number}"))
            home.asked.append(list(served.log))
    return home


def bodies(path: Path) -> dict[str, bytes]:
    with path.open("rb") as file:
        return {
            each.rec_headers.get_header("WARC-Record-ID").strip("<>"): each.raw_stream.read()
            for each in ArchiveIterator(file)
        }


def picture(path: Path, record: str) -> Image.Image:
    return Image.open(io.BytesIO(bodies(path)[record.rpartition("#")[2]])).convert("RGB")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """Two nights of a site, and a third on which a page says something else."""
    changed = PAGES | {"/vision": Reply(VISION.replace("ภายในปี 2570", "ภายในปี 2575"))}
    return nights(tmp_path_factory.mktemp("pictures"), PAGES, PAGES, changed)


def test_a_cited_page_is_kept_as_it_looks(home: Home) -> None:
    shown = picture(shelf(home.folder) / f"{home.runs[0]}.warc.gz", home.image(0) or "")
    assert shown.size == (1280, 1024)
    assert (shown.getpixel((50, 50)), shown.getpixel((1200, 900))) == (RED, GREEN)
    words = shown.crop((0, 100, 1280, 400)).convert("L").getextrema()
    assert words[0] != words[1]


def test_its_record_says_what_it_shows(home: Home) -> None:
    record = home.record(0)
    (cited,) = (each for each in evidence(audit(home.folder, home.runs[0])) if each["url"].endswith("/vision"))
    page = records(shelf(home.folder) / f"{home.runs[0]}.warc.gz")[cited["warc"].partition("#")[2]]
    assert record["WARC-Target-URI"] == f"urn:view:{page['WARC-Target-URI']}"
    assert (record["WARC-Type"], record["Content-Type"]) == ("resource", "image/png")
    assert record["WARC-Concurrent-To"] == page["WARC-Record-ID"]
    assert record["Auditor-Drawn-From"] == page["WARC-Payload-Digest"]


def test_the_index_leads_to_it(home: Home) -> None:
    lines = (shelf(home.folder) / f"{home.runs[0]}.cdxj").read_text(encoding="ascii").splitlines()
    said = [json.loads(line.split(" ", 2)[2]) for line in lines if line.startswith("urn:view:")]
    assert {each["record"] for each in said} == {
        (home.image(0, name) or "").partition("#")[2] for name in ("vision", "structure")
    }
    assert {each["mime"] for each in said} == {"image/png"}


def test_only_what_it_looks_like_is_asked_for_and_once(home: Home) -> None:
    targets = [asked.target for asked in home.asked[0]]
    assert {target: targets.count(target) for target in LOOKS | {"/vision", "/structure"}} == dict.fromkeys(
        LOOKS | {"/vision", "/structure"}, 1
    )


def test_a_page_that_did_not_change_is_not_drawn_again(home: Home) -> None:
    record, first = home.record(1), home.record(0)
    assert (record["WARC-Type"], record["size"]) == ("revisit", 0)
    assert record["WARC-Profile"] == "urn:auditor:revisit:page-not-modified"
    assert record["WARC-Payload-Digest"] == first["WARC-Payload-Digest"]
    assert record["WARC-Refers-To-Target-URI"] == first["WARC-Target-URI"]
    assert record["WARC-Refers-To-Date"] == first["WARC-Date"]
    assert not LOOKS & {asked.target for asked in home.asked[1]}


def test_a_page_that_changed_is_drawn_anew_and_no_other(home: Home) -> None:
    assert home.record(2)["WARC-Type"] == "resource"
    assert home.record(2)["sha256"] != home.record(0)["sha256"]
    assert home.record(2, "structure")["WARC-Type"] == "revisit"


def test_a_run_is_judged_again_without_a_request_and_points_at_the_same_pictures(home: Home) -> None:
    for run in home.runs:
        words = ("--run", run, "--fail-on", "never", "--output", f"again-{run}")
        assert auditor("reassess", "x", *words, cwd=home.folder).returncode == 0
        again = (home.folder / f"again-{run}" / "audit.json").read_bytes()
        assert again == (home.folder / "output" / "x" / run / "audit.json").read_bytes()


def test_the_package_shows_the_picture_beside_the_quotation(home: Home, tmp_path: Path) -> None:
    for words in (("--output", tmp_path / "package"), ("--wacz", "--output", tmp_path / "package.wacz")):
        done = auditor("evidence", "export", "x", "--run", home.runs[1], *words, cwd=home.folder)
        assert done.returncode == 0, done.stderr
    assert auditor("evidence", "verify", tmp_path / "package", cwd=tmp_path).returncode == 0
    assert auditor("evidence", "verify", tmp_path / "package.wacz", cwd=tmp_path).returncode == 0
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  (only where a browser is)

    errors: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        page.on("console", lambda message: errors.append(message.text))
        page.goto((tmp_path / "package" / "index.html").as_uri())
        shown = page.locator("#\\31\\.1\\.vision figure img")
        shown.scroll_into_view_if_needed()
        page.wait_for_function("image => image.complete", arg=shown.element_handle())
        assert shown.evaluate("image => image.naturalWidth") == 1280
        assert "ภาพหน้าเว็บ" in (shown.get_attribute("alt") or "")
        assert "Picture of the page" in (shown.get_attribute("alt") or "")
        browser.close()
    assert not errors


def test_the_package_of_one_requirement_holds_its_pictures_and_no_others(home: Home, tmp_path: Path) -> None:
    words = ("--run", home.runs[1], "--requirement", "1.1.vision", "--output", tmp_path / "one")
    assert auditor("evidence", "export", "x", *words, cwd=home.folder).returncode == 0
    assert len(list((tmp_path / "one" / "bodies").glob("*.png"))) == 1
    assert auditor("evidence", "verify", tmp_path / "one", cwd=tmp_path).returncode == 0


def test_a_picture_that_was_changed_or_taken_away_is_told(home: Home, tmp_path: Path) -> None:
    words = ("--run", home.runs[0], "--output", tmp_path / "package")
    auditor("evidence", "export", "x", *words, cwd=home.folder)
    (path, *_) = (tmp_path / "package" / "bodies").glob("*.png")
    path.write_bytes(path.read_bytes()[:-1] + b"x")
    said = tmp_path / "package" / "audit.json"
    record = (home.image(0) or "").partition("#")[2]
    said.write_text(said.read_text(encoding="utf-8").replace(record, record[:-1] + "x"), encoding="utf-8")
    done = auditor("evidence", "verify", tmp_path / "package", "--lang", "en", cwd=tmp_path)
    assert done.returncode == 1
    assert f"bodies/{path.name}: was changed" in done.stdout
    assert f"record {record[:-1]}x is missing" in done.stdout


def test_pictures_are_kept_as_long_as_the_evidence_that_points_at_them(home: Home, tmp_path: Path) -> None:
    folder = tmp_path / "home"
    shutil.copytree(home.folder, folder, symlinks=True)
    age(folder, *home.runs[:2])
    before = home.record(0, "structure")["sha256"]
    assert auditor("store", "prune", cwd=folder).returncode == 0
    assert {path.name.partition(".")[0] for path in shelf(folder).iterdir()} == {home.runs[2]}
    kept = records(shelf(folder) / f"{home.runs[2]}.warc.gz").values()
    assert before in {each["sha256"] for each in kept}
    assert auditor("store", "check", cwd=folder).returncode == 0
    auditor("report", "x", "--run", home.runs[0], "--format", "json", "--output", "bare", cwd=folder)
    assert image(report(folder / "bare")) is None


def test_pictures_that_are_gone_are_told(home: Home, tmp_path: Path) -> None:
    folder = tmp_path / "home"
    shutil.copytree(home.folder, folder, symlinks=True)
    index = shelf(folder) / f"{home.runs[0]}.cdxj"
    lines = index.read_text(encoding="ascii").splitlines(keepends=True)
    index.write_text("".join(line for line in lines if not line.startswith("urn:view:")), encoding="ascii")
    done = auditor("store", "check", cwd=folder)
    assert done.returncode == 3
    assert f"has no record {(home.image(0) or '').partition('#')[2]}" in done.stderr


@pytest.mark.parametrize(
    ("told", "render"),
    [
        pytest.param("", "never", id="no browser"),
        pytest.param("images = 0", "auto", id="no pictures"),
        pytest.param('keep = "none"', "auto", id="no evidence"),
    ],
)
def test_no_picture_is_drawn_where_none_is_wanted(tmp_path: Path, told: str, render: str) -> None:
    found = nights(tmp_path, PAGES, told=told, render=render)
    assert found.image() is None
    assert not LOOKS & {asked.target for asked in found.asked[0]}
    assert [asked.target for asked in found.asked[0]].count("/robots.txt") == 1


def test_no_more_pages_are_drawn_than_the_operator_allows(tmp_path: Path) -> None:
    found = nights(tmp_path, PAGES, PAGES, told="images = 1")
    for number in (0, 1):
        assert (found.image(number) is None, found.image(number, "structure") is None) == (False, True)


def test_a_page_that_never_ends_costs_its_own_picture_and_no_audit(tmp_path: Path) -> None:
    found = nights(tmp_path, PAGES | {"/vision": Reply(f"{VISION}<script>while (true) {{}}</script>")})
    assert audit(tmp_path)["coverage"]["complete"]
    assert (found.image() is None, found.image(name="structure") is None) == (True, False)


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL])
def test_what_was_stopped_while_it_drew_is_finished_by_the_next_start(tmp_path: Path, how: signal.Signals) -> None:
    slow = [Reply(LOGO, "image/svg+xml", delay=60.0)]

    def answer(asked: Asked) -> Reply | None:
        return slow.pop() if asked.target == "/logo.svg" and slow else PAGES.get(asked.target)

    with LoopbackSite(make=answer) as site:
        config(tmp_path, site.url, render="auto")
        process = started("run", "--fail-on", "never", "--as-of", "2024-06-15", cwd=tmp_path)
        while "/logo.svg" not in site.targets and process.poll() is None:
            time.sleep(0.01)
        ours, all_ = (process.pid, *children_of(process.pid)), list(descendants_of(process.pid))
        for pid in ours if how == signal.SIGKILL else ours[:1]:
            os.kill(pid, how)
        process.communicate(timeout=60)
        assert process.returncode == (-how if how == signal.SIGKILL else 128 + how)
        while any(map(is_alive, all_)):  # the browser ends with who started it
            time.sleep(0.05)
        assert not (tmp_path / "output").exists() or not list((tmp_path / "output").rglob("audit.json"))
        night(tmp_path)
        assert site.targets.count("/vision") == 1
    assert image(audit(tmp_path)) is not None
    assert not list(shelf(tmp_path).glob(".*"))


def descendants_of(pid: int) -> Iterator[int]:
    for child in children_of(pid):
        yield child
        yield from descendants_of(child)


def is_alive(pid: int) -> bool:
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    except (FileNotFoundError, ProcessLookupError):
        return False


def test_nothing_goes_out_but_what_the_crawl_itself_may_ask_for(tmp_path: Path) -> None:
    with LoopbackSite({"/secret.png": Reply(LOGO, "image/svg+xml")}) as other:
        script = f"""
          new Image().src = '{other.url}secret.png'; new Image().src = '/closed/a.png';
          new Image().src = 'http://10.0.0.1/a.png'; new Image().src = 'file:///etc/passwd';
          fetch('/form', {{method: 'POST', body: 'x'}}); navigator.sendBeacon('/beacon', 'x');
          new WebSocket('{other.url.replace("http", "ws")}socket'); new EventSource('/events');
          window.open('{other.url}secret.png');
          const video = document.createElement('video'); video.src = '/film.mp4'; document.body.append(video);"""
        robots = Reply("User-agent: *\nDisallow: /closed/\nDisallow: /style.css", "text/plain")
        page = Reply(f"{VISION}<script>{script}</script>")
        found = nights(tmp_path, PAGES | {"/vision": page, "/robots.txt": robots})
        assert other.targets == []
    targets = {asked.target for asked in found.asked[0]}
    assert not targets & {"/closed/a.png", "/form", "/beacon", "/events", "/film.mp4", "/style.css"}
    shown = picture(shelf(tmp_path) / f"{found.runs[0]}.warc.gz", found.image() or "")
    assert shown.getpixel((1200, 900)) == (255, 255, 255)


def test_the_site_is_asked_no_faster_than_it_bears(tmp_path: Path) -> None:
    robots = Reply("User-agent: *\nCrawl-delay: 1", "text/plain")
    found = nights(tmp_path, PAGES | {"/robots.txt": robots})
    assert {asked.target for asked in found.asked[0]} >= LOOKS
    times = [asked.at for asked in found.asked[0]]
    first_after_robots = 1
    assert min(after - before for before, after in pairwise(times[first_after_robots:])) >= 0.9


def test_what_scripts_fill_is_drawn_anew_when_they_fill_it_with_something_else(tmp_path: Path) -> None:
    shell = (
        "<!doctype html><meta charset=utf-8><title>หน่วยงาน</title><div id=root></div><script src=/app.js></script>"
    )

    def pages(colour: str, words: str) -> Mapping[str, Reply]:
        inner = f'<main style="background:{colour};height:800px"><h1>วิสัยทัศน์</h1><p>{words}</p></main>'
        script = f"document.getElementById('root').innerHTML = {json.dumps(inner)};"
        return SITE | {"/vision": Reply(shell), "/app.js": Reply(script, "text/javascript")}

    words = "เป็นองค์กรหลักด้านสุขภาพที่ประชาชนเชื่อมั่นและมีส่วนร่วม ภายในปี"
    first, second = pages("red", f"{words} 2570"), pages("blue", f"{words} 2575")
    found = nights(tmp_path, first, first, second)
    colours = [
        picture(shelf(tmp_path) / f"{run}.warc.gz", found.image(number) or "").getpixel((1200, 400))
        for number, run in enumerate(found.runs)
        if number != 1
    ]
    assert colours == [RED, BLUE]
    assert found.record(1)["WARC-Payload-Digest"] == found.record(0)["WARC-Payload-Digest"]


def test_a_photograph_is_kept_small(tmp_path: Path) -> None:
    drawn = Image.effect_noise((1280, 900), 60)
    content = io.BytesIO()
    drawn.save(content, "PNG")
    page = Reply(PAGE.format(heading="วิสัยทัศน์", text=f'{VISION}<img src="/photo.png">'))
    found = nights(tmp_path, PAGES | {"/vision": page, "/photo.png": Reply(content.getvalue(), "image/png")})
    record = found.record()
    assert record["Content-Type"] == "image/jpeg"
    assert record["size"] < len(content.getvalue())


def test_a_single_check_puts_pictures_into_its_file_and_finds_them_there_again(tmp_path: Path) -> None:
    shared = ("--as-of", "2024-06-15", "--delay", "0", "--fail-on", "never")
    with LoopbackSite(PAGES) as site:
        done = auditor("check", site.url, *shared, "--keep-warc", "a.warc.gz", "--output", "live", cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        url = site.url
    again = auditor("check", url, *shared, "--from-warc", "a.warc.gz", "--output", "again", cwd=tmp_path)
    assert again.returncode == 0, again.stderr
    live, second = report(tmp_path / "live"), report(tmp_path / "again")
    assert live["requirements"] == second["requirements"]
    assert second["coverage"]["requests"] == 0
    place = (image(live) or "").strip("<>")
    shown = picture(tmp_path / "a.warc.gz", place)
    assert (shown.getpixel((50, 50)), shown.getpixel((1200, 900))) == (RED, GREEN)
    assert auditor("evidence", "verify", "a.warc.gz", cwd=tmp_path).returncode == 0


def test_a_single_check_with_a_history_keeps_its_pictures_in_both_places(tmp_path: Path) -> None:
    with LoopbackSite(PAGES) as site:
        config(tmp_path, site.url, head='store = "sqlite:///audits.db"', render="auto")
        words = ("--config", "config.toml", "--output", "report", "--keep-warc", "own.warc", "--fail-on", "never")
        done = auditor("check", site.url, *words, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    file, _, record = (image(report(tmp_path / "report")) or "").partition("#")
    kept, own = bodies(shelf(tmp_path) / file), bodies(tmp_path / "own.warc")
    assert kept[record] == own[record]
