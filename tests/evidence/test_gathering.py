"""What evidence still lacks after the audit is asked for once more, and nothing else is taken for it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from tests.cli.test_check import auditor
from tests.evidence.keeping import SITE, audit, config, evidence, night, records, shelf
from tests.loopback import Asked, LoopbackSite, Reply

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"


class Knowing:
    """A server that knows which pages a reader has already."""

    def __init__(self) -> None:
        self.pages: Mapping[str, Reply] = SITE
        self.whole: list[str] = []  # pages that were sent whole

    def answer(self, asked: Asked) -> Reply | None:
        """What a request gets: 304 where the reader names the page that the server has."""
        page = SITE.get(asked.target)
        if page is None or page.status != 200 or asked.target == "/robots.txt":
            return page
        tag = ("ETag", f'"{asked.target}"')
        if asked.header("if-none-match") == tag[1]:
            return Reply(b"", None, 304, (tag,))
        self.whole.append(asked.target)
        return Reply(self.pages[asked.target].body, headers=(tag,))


def cited(folder: Path, run: str) -> dict[str, dict[str, str]]:
    """Pieces of evidence with bytes, by path."""
    return {each["url"].rpartition("/")[2]: each for each in evidence(audit(folder, run)) if each["sha256"]}


def nights(folder: Path, server: Knowing, second: Mapping[str, Reply] = SITE) -> str:
    """A night that keeps no evidence, and one that keeps it; the second run."""
    with LoopbackSite(make=server.answer) as site:
        config(folder, site.url, evidence='keep = "none"')
        night(folder)
        server.pages = second
        server.whole.clear()
        config(folder, site.url)
        return night(folder, "2024-06-16")


def test_what_is_cited_first_on_a_night_without_bodies_is_sent_once_more(tmp_path: Path) -> None:
    server = Knowing()
    run = nights(tmp_path, server)
    kept = records(shelf(tmp_path) / f"{run}.warc.gz")
    found = cited(tmp_path, run)
    assert {"vision", "structure"} <= found.keys()
    for name, each in found.items():
        record = kept[each["warc"].partition("#")[2]]
        assert (record["WARC-Type"], record["WARC-Profile"], record["status"]) == ("revisit", NOT_MODIFIED, "304")
        bodies = [other for other in kept.values() if other["sha256"] == each["sha256"]]
        assert [(body["WARC-Type"], body["WARC-Target-URI"]) for body in bodies] == [("response", each["url"])]
        assert body_of(record, kept) == SITE[f"/{name}"].body
    assert sorted(server.whole) == sorted(f"/{name}" for name in found)


def body_of(record: dict[str, str], kept: dict[str, dict[str, str]]) -> object:
    """What the record that a revisit names holds, told by its digest."""
    named = (record["WARC-Refers-To-Target-URI"], record["WARC-Refers-To-Date"])
    (found,) = (each for each in kept.values() if (each.get("WARC-Target-URI"), each["WARC-Date"]) == named)
    return next(page.body for page in SITE.values() if _sha256(page.body) == found["sha256"])


def _sha256(body: bytes | str) -> str:
    return hashlib.sha256(body if isinstance(body, bytes) else body.encode()).hexdigest()


def test_a_night_that_has_all_bodies_asks_for_nothing_more(tmp_path: Path) -> None:
    server = Knowing()
    with LoopbackSite(make=server.answer) as site:
        config(tmp_path, site.url)
        for day in ("2024-06-15", "2024-06-16"):
            site.log.clear()
            night(tmp_path, day)
            assert site.targets.count("/robots.txt") == 1
            assert site.targets.count("/vision") == 1


def test_the_package_shows_what_was_sent_once_more(tmp_path: Path) -> None:
    run = nights(tmp_path, Knowing())
    done = auditor("evidence", "export", "x", "--run", run, "--output", "package", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "no stored answer" not in done.stderr
    stored = {_sha256(path.read_bytes()) for path in (tmp_path / "package" / "bodies").iterdir()}
    assert {each["sha256"] for each in cited(tmp_path, run).values()} <= stored
    assert auditor("evidence", "verify", "package", cwd=tmp_path).returncode == 0
    assert auditor("store", "check", cwd=tmp_path).returncode == 0


@pytest.mark.parametrize(
    "instead",
    [
        pytest.param(Reply("<title>วิสัยทัศน์</title>ข้อความอื่น"), id="other bytes"),
        pytest.param(Reply(b""), id="nothing"),
    ],
)
def test_what_is_sent_now_and_is_not_what_was_judged_is_no_evidence(tmp_path: Path, instead: Reply) -> None:
    run = nights(tmp_path, Knowing(), {**SITE, "/vision": instead})
    kept = records(shelf(tmp_path) / f"{run}.warc.gz")
    found = cited(tmp_path, run)
    assert found["vision"]["warc"] is None
    assert found["structure"]["warc"] is not None
    assert _sha256(instead.body) not in {each["sha256"] for each in kept.values() if each["status"] == "200"}
    assert auditor("store", "check", cwd=tmp_path).returncode == 0
    done = auditor("evidence", "export", "x", "--run", run, "--output", "package", "--lang", "en", cwd=tmp_path)
    assert "have no stored answer" in done.stderr


def test_what_robots_txt_forbids_by_now_is_not_asked_for_again(tmp_path: Path) -> None:
    server = Knowing()
    with LoopbackSite(make=server.answer) as site:
        config(tmp_path, site.url, evidence='keep = "none"')
        night(tmp_path)
        asked: list[str] = []

        def answer(request: Asked) -> Reply | None:
            asked.append(request.target)
            if request.target == "/robots.txt" and asked.count("/robots.txt") > 1:
                return Reply("User-agent: *\nDisallow: /vision\n", "text/plain")
            return server.answer(request)

        site.make = answer
        config(tmp_path, site.url)
        done = auditor("run", "--fail-on", "never", "--as-of", "2024-06-16", cwd=tmp_path)
    assert asked.count("/vision") == 1
    found = cited(tmp_path, "latest")
    assert found["vision"]["warc"] is None
    assert found["structure"]["warc"] is not None
    assert "1 cited contents could not be had again" in done.stderr


def test_an_audit_without_its_bodies_is_judged_again_as_it_was(tmp_path: Path) -> None:
    run = nights(tmp_path, Knowing())
    auditor("reassess", "x", "--run", run, "--fail-on", "never", "--output", "again", cwd=tmp_path)
    again = (tmp_path / "again" / "audit.json").read_bytes()
    assert again == (tmp_path / "output" / "x" / run / "audit.json").read_bytes()
