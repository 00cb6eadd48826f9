"""From all that a crawl got to what is kept: "not modified", equal bodies, records that break off."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from auditor.config import NetworkLimits
from auditor.crawl.exchange import Reply
from auditor.crawl.purpose import Purpose, allowance
from auditor.crawl.redirects import Hop, unreachable
from auditor.crawl.warc import read_index
from auditor.crawl.warc.records import Sight, date_of, digest_of, view_record
from auditor.crawl.warc.scratch import Scratch
from auditor.evidence.citing import Citation, pointed
from auditor.evidence.curator import curate
from auditor.evidence.retention import carry
from auditor.evidence.shelf import Shelf
from auditor.facts import Unreachable, Why
from tests.evidence.keeping import records
from tests.report import sample

if TYPE_CHECKING:
    from pathlib import Path

SITE = "https://www.sso-test.go.th"
AT = datetime(2024, 6, 15, 2, 0, 0, 123456, tzinfo=UTC)
LATER = AT + timedelta(days=1)
MUCH_LATER = AT + timedelta(days=2)
BODY = "<title>วิสัยทัศน์</title>".encode()
DIGEST = digest_of(hashlib.sha256(BODY).hexdigest())
NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
SAME = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"


def answer(body: bytes = BODY, status: int = 200, at: datetime = AT, *further: tuple[str, str]) -> Hop:
    """An answer; what stands in `further` counts before what is usual."""
    headers = (*further, ("content-type", "text/html; charset=utf-8"))
    location = next((value.encode() for name, value in further if name == "location"), None)
    return Hop(reply=Reply(status=status, headers=headers, body=body, wire_bytes=len(body), location=location), at=at)


def crawled(shelf: Shelf, run: str, *asked: tuple[str, Hop | Unreachable], most: int = 10**9) -> Scratch:
    scratch = Scratch(shelf.scratch(run), most)
    for path, hop in asked:
        scratch.keep(f"{SITE}{path}", "GET", hop, None)
    scratch.close()
    return scratch


def kept(shelf: Shelf, run: str) -> dict[str, dict[str, Any]]:
    """The records of a run by path, without the first."""
    found = records(shelf.file(run)).values()
    return {each["WARC-Target-URI"].removeprefix(SITE): each for each in found if "WARC-Target-URI" in each}


def cites(*paths: str, **answers: tuple[str, datetime]) -> Citation:
    said = {(f"{SITE}/{name}", date_of(at)): digest for name, (digest, at) in answers.items()}
    return Citation(urls=frozenset(f"{SITE}{path}" for path in paths), answers=said)


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """The evidence of a site, of whose page `/v` an earlier night kept the body."""
    shelf = Shelf(tmp_path, "x")
    crawled(shelf, "1", ("/v", answer()))
    curate(shelf, "1", AT, cites("/v"))
    return shelf


def test_not_modified_becomes_a_revisit_of_the_body_that_the_earlier_night_kept(shelf: Shelf) -> None:
    crawled(shelf, "2", ("/v", answer(b"", 304, LATER, ("etag", '"1"'))))
    curate(shelf, "2", LATER, cites("/v", v=(DIGEST, LATER)))
    record = kept(shelf, "2")["/v"]
    assert (record["WARC-Type"], record["WARC-Profile"], record["status"]) == ("revisit", NOT_MODIFIED, "304")
    assert record["WARC-Payload-Digest"] == DIGEST
    assert (record["WARC-Refers-To-Target-URI"], record["WARC-Refers-To-Date"]) == (f"{SITE}/v", date_of(AT))


def test_an_answer_of_which_no_record_is_left_refers_to_the_body_all_the_same(shelf: Shelf) -> None:
    crawled(shelf, "2", ("/other", answer(b"other", at=LATER)))
    curate(shelf, "2", LATER, cites("/v", v=(DIGEST, LATER), lost=(digest_of("00" * 32), LATER)))
    assert set(kept(shelf, "2")) == {"/v"}
    assert kept(shelf, "2")["/v"]["WARC-Profile"] == NOT_MODIFIED
    assert kept(shelf, "2")["/v"]["WARC-Date"] == date_of(LATER)


def test_not_modified_of_an_unknown_body_is_kept_as_it_came(shelf: Shelf) -> None:
    crawled(shelf, "2", ("/w", answer(b"", 304, LATER)))
    curate(shelf, "2", LATER, cites("/w"))
    assert (kept(shelf, "2")["/w"]["WARC-Type"], kept(shelf, "2")["/w"]["status"]) == ("response", "304")


def test_a_body_is_kept_once_whatever_addresses_give_it(shelf: Shelf) -> None:
    crawled(shelf, "2", ("/a", answer(b"same", at=LATER)), ("/b", answer(b"same", at=LATER)))
    curate(shelf, "2", LATER, cites("/a", "/b"))
    found = kept(shelf, "2")
    assert (found["/a"]["WARC-Type"], found["/b"]["WARC-Type"]) == ("response", "revisit")
    assert (found["/b"]["WARC-Profile"], found["/b"]["WARC-Refers-To-Target-URI"]) == (SAME, f"{SITE}/a")


def test_where_a_cited_redirect_leads_is_kept_and_nothing_else(shelf: Shelf) -> None:
    asked = (
        ("/old", answer(b"", 302, LATER, ("location", "/new"))),
        ("/new", answer(b"new", at=LATER)),
        ("/uncited", answer(b"uncited", at=LATER)),
        ("/down", unreachable(Why.TIMEOUT, "silent")),
    )
    crawled(shelf, "2", *asked)
    curate(shelf, "2", LATER, cites("/old", "/down"))
    found = kept(shelf, "2")
    assert set(found) == {"/old", "/new", "/down"}
    assert found["/down"]["WARC-Type"] == "metadata"


def test_the_same_crawl_gives_the_same_file(shelf: Shelf) -> None:
    crawled(shelf, "2", ("/v", answer(at=LATER)), ("/a", answer(b"a", at=LATER)))
    made = []
    for _ in range(2):
        curate(shelf, "2", LATER, cites("/v", "/a"))
        made.append((shelf.file("2").read_bytes(), shelf.index("2").read_bytes()))
    assert made[0] == made[1]


def test_what_is_said_in_fields_cannot_break_a_record(shelf: Shelf) -> None:
    crawled(shelf, "2", ("/a", answer(b"a", 200, LATER, ("x-name", "\u0e01\x00\r\nWARC/1.1\r\n\r\n\x85"))))
    curate(shelf, "2", LATER, cites("/a"))
    assert set(kept(shelf, "2")) == {"/a"}


def sight(path: str, at: datetime, body: bytes = BODY) -> Sight:
    digest = digest_of(hashlib.sha256(body).hexdigest())
    return Sight(url=f"{SITE}{path}", at=at, body=digest, drawn_from=digest)


def drawn(shelf: Shelf, run: str, *pictures: tuple[Sight, bytes]) -> None:
    scratch = Scratch(shelf.scratch(run), 10**9)
    for shown, content in pictures:
        scratch.put(view_record(shown, MUCH_LATER, "image/png", content))
    scratch.close()


def views(shelf: Shelf, run: str) -> dict[str, str]:
    """Kind of record and address of the body of each picture of a run, by the path of its page."""
    found = {path: each for path, each in kept(shelf, run).items() if path.startswith("urn:view:")}
    return {
        path.removeprefix(f"urn:view:{SITE}"): f"{each['WARC-Type']} {each.get('WARC-Refers-To-Target-URI', '')}"
        for path, each in found.items()
    }


def test_a_picture_of_what_a_page_was_before_it_was_asked_for_again_is_none_of_it(shelf: Shelf) -> None:
    crawled(shelf, "2", ("/v", answer(at=LATER)), ("/w", answer(b"w", at=LATER)), ("/x", answer(b"x", at=LATER)))
    drawn(shelf, "2", (sight("/v", AT), b"old"), (sight("/w", LATER, b"w"), b"new"), (sight("/x", LATER, b"x"), b"x"))
    shown = (sight("/v", LATER), sight("/w", LATER, b"w"), sight("/x", LATER, b"other"))
    curate(shelf, "2", LATER, replace(cites("/v", "/w", "/x"), sights=shown))
    assert views(shelf, "2") == {"/w": "resource "}


def test_a_picture_is_kept_once_whatever_pages_it_shows(shelf: Shelf) -> None:
    one, two = sight("/v", LATER), sight("/w", LATER)
    crawled(shelf, "2", ("/v", answer(at=LATER)), ("/w", answer(at=LATER)))
    drawn(shelf, "2", (one, b"same"), (two, b"same"))
    curate(shelf, "2", LATER, replace(cites("/v", "/w"), sights=(one, two)))
    assert views(shelf, "2") == {"/v": "resource ", "/w": f"revisit urn:view:{SITE}/v"}
    later = tuple(replace(each, at=MUCH_LATER) for each in (one, two))
    crawled(shelf, "3", ("/v", answer(at=MUCH_LATER)), ("/w", answer(at=MUCH_LATER)))
    curate(shelf, "3", MUCH_LATER, replace(cites("/v", "/w"), sights=later))
    assert views(shelf, "3") == {"/v": f"revisit urn:view:{SITE}/v", "/w": f"revisit urn:view:{SITE}/v"}


@pytest.mark.parametrize("cut", [1, 4, 20, 200, 330])
def test_a_record_that_breaks_off_is_cut_away_and_the_file_goes_on(tmp_path: Path, cut: int) -> None:
    shelf = Shelf(tmp_path, "x")
    crawled(shelf, "1", ("/a", answer(b"a" * 100)), ("/b", answer(b"b" * 100)))
    path = shelf.scratch("1")
    path.write_bytes(path.read_bytes()[:-cut])
    crawled(shelf, "1", ("/c", answer(b"c", at=LATER)))
    curate(shelf, "1", AT, cites("/a", "/b", "/c"))
    assert set(kept(shelf, "1")) == {"/a", "/c"}


def test_what_has_no_room_is_counted_and_what_follows_may_still_fit(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, "x")
    scratch = crawled(
        shelf, "1", ("/a", answer(b"a")), ("/big", answer(b"b" * 5000)), ("/c", answer(b"c")), most=2000
    )
    curate(shelf, "1", AT, cites("/a", "/big", "/c"))
    assert (scratch.lost, set(kept(shelf, "1"))) == (1, {"/a", "/c"})


def test_bodies_outlive_the_file_that_brought_them(shelf: Shelf) -> None:
    for run, at in (("2", LATER), ("3", MUCH_LATER)):
        crawled(shelf, run, ("/v", answer(at=at)))
        curate(shelf, run, at, cites("/v"))
    before = records(shelf.file("2"))
    carry(shelf, frozenset({"1"}))
    shelf.discard("1")
    assert shelf.bodies()[DIGEST].filename == "2.warc.gz"
    after = records(shelf.file("2"))
    assert {key: after[key] for key in before if "WARC-Target-URI" in before[key]} == {
        key: each for key, each in before.items() if "WARC-Target-URI" in each
    }
    assert [each["WARC-Type"] for each in records(shelf.file("3")).values()] == ["warcinfo", "revisit"]
    carry(shelf, frozenset({"2"}))
    shelf.discard("2")
    assert shelf.bodies()[DIGEST].filename == "3.warc.gz"


@pytest.mark.parametrize("shown", [False, True], ids=["before it is shown", "while it is shown"])
def test_a_file_that_was_being_made_when_its_maker_died_is_whole_or_away(shelf: Shelf, *, shown: bool) -> None:
    before = records(shelf.file("1"))
    crawled(shelf, "2", ("/v", answer(at=LATER)))
    curate(shelf, "2", LATER, cites("/v"))
    file, index = shelf.begin("1")
    shelf.file("2").replace(file)
    if shown:
        index.unlink()
    shelf.tidy(frozenset())
    after = records(shelf.file("1"))
    assert [each["WARC-Type"] for each in after.values()] == ["warcinfo", "revisit" if shown else "response"]
    assert (after == before) is not shown
    assert not list(shelf.home.glob(".*"))


def test_evidence_points_at_the_record_with_its_very_body_only(shelf: Shelf) -> None:
    crawled(shelf, "2", ("/v", answer(b"", 304, LATER)), ("/w", answer(b"w", at=LATER)))
    curate(shelf, "2", LATER, cites("/v", "/w"))
    audit = sample.audit()
    told = replace(
        next(each for verdict in audit.verdicts for each in verdict.evidence), url=f"{SITE}/w", fetched_at=LATER
    )
    cited = (
        replace(told, sha256=hashlib.sha256(b"w").hexdigest()),
        replace(told, url=f"{SITE}/v", sha256=hashlib.sha256(BODY).hexdigest()),
        replace(told, fetched_at=AT, sha256=hashlib.sha256(b"w").hexdigest()),
        replace(told, fetched_at=None, sha256=None),
    )
    audit = replace(audit, verdicts=(replace(audit.verdicts[0], evidence=cited),))
    pointers = [each.warc for each in pointed(audit, shelf.lines("2")).verdicts[0].evidence]
    assert pointers == [f"2.warc.gz#{kept(shelf, '2')['/w']['WARC-Record-ID'].strip('<>')}", None, None, None]


def test_a_file_that_refers_to_another_is_no_page_without_words(shelf: Shelf) -> None:
    crawled(shelf, "2", ("/v", answer(at=LATER)), ("/a", answer(b"a", at=LATER)))
    curate(shelf, "2", LATER, cites("/v", "/a"))
    archive = read_index(shelf.file("2"))
    entry = archive.find(f"{SITE}/v")
    assert entry is not None
    read = archive.read(entry, allowance(Purpose.PAGE, NetworkLimits()))
    assert isinstance(read, Unreachable)
    assert read.why is Why.TRUNCATED
