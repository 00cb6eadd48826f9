from __future__ import annotations

from datetime import UTC, datetime

import pytest

from auditor.crawl.tally import Tally, was_read
from auditor.facts import (
    Coverage,
    Document,
    DocumentState,
    Fetched,
    Kind,
    Page,
    Resource,
    Skipped,
    SkipWhy,
    Unreachable,
    Why,
)

NOW = datetime(2024, 6, 15, tzinfo=UTC)


def answered(status: int) -> Fetched:
    return Fetched(
        status=status,
        final_url="http://a.go.th/",
        redirects=(),
        at=NOW,
        declared_type=None,
        actual_type=None,
        size=None,
        sha256=None,
    )


def failed(why: Why = Why.TIMEOUT) -> Unreachable:
    return Unreachable(why=why, detail="", attempts=1, at=NOW)


def resource(
    fetch: Fetched | Unreachable | Skipped,
    kind: Kind = Kind.PAGE,
    depth: int = 1,
    content: Page | Document | None = None,
) -> Resource:
    return Resource(key="k", url="http://a.go.th/", kind=kind, depth=depth, trail=(), fetch=fetch, content=content)


def coverage(*resources: Resource, start_read: bool = True) -> Coverage:
    tally = Tally(start_read=start_read)
    for one in resources:
        tally.note(one)
    return tally.coverage(requests=0, wire_bytes=0, external_resolved=0, traps=(), tls_error=None)


@pytest.mark.parametrize(
    ("fetch", "read"),
    [
        pytest.param(answered(200), True, id="found"),
        pytest.param(answered(404), True, id="missing-is-an-answer"),
        pytest.param(answered(410), True, id="gone"),
        pytest.param(answered(403), False, id="blocked"),
        pytest.param(answered(401), False, id="login"),
        pytest.param(answered(500), False, id="server-error"),
        pytest.param(failed(), False, id="unreachable"),
        pytest.param(Skipped(why=SkipWhy.ROBOTS), False, id="skipped"),
    ],
)
def test_rule_16_could_not_look_is_never_not_there(fetch: Fetched | Unreachable | Skipped, *, read: bool) -> None:
    one = resource(fetch)
    assert was_read(one) is read
    told = coverage(one)
    assert (told.shallow_known, told.shallow_read) == (1, int(read))
    assert told.errors == int(not read and not isinstance(fetch, Skipped))


def test_pages_and_documents_count_when_they_were_read() -> None:
    document = Document(kind="pdf", state=DocumentState.OK)
    told = coverage(
        resource(answered(200), content=Page()),
        resource(answered(200), Kind.DOCUMENT, content=document),
        resource(answered(404)),
        resource(answered(200), Kind.OTHER),
    )
    assert (told.pages, told.documents, told.errors) == (1, 1, 0)


@pytest.mark.parametrize(
    ("why", "known"),
    [
        pytest.param(SkipWhy.BUDGET, 1, id="budget"),
        pytest.param(SkipWhy.ROBOTS, 1, id="robots"),
        pytest.param(SkipWhy.TRAP, 0, id="trap"),
        pytest.param(SkipWhy.LOGOUT, 0, id="logout"),
        pytest.param(SkipWhy.SCOPE, 0, id="scope"),
    ],
)
def test_what_nobody_wants_to_look_at_is_not_missing_from_the_shallow_pages(why: SkipWhy, known: int) -> None:
    told = coverage(resource(Skipped(why=why)))
    assert (told.shallow_known, told.shallow_read) == (known, 0)
    assert told.skipped == ((why, 1),)


def test_deep_pages_and_documents_are_no_shallow_pages() -> None:
    told = coverage(resource(answered(200), depth=3, content=Page()), resource(answered(200), Kind.DOCUMENT))
    assert told.shallow_known == 0


def test_links_to_other_sites_never_count_as_errors_of_this_one() -> None:
    told = coverage(
        resource(answered(500), Kind.EXTERNAL),
        resource(failed(Why.DNS), Kind.EXTERNAL),
        resource(Skipped(why=SkipWhy.EXTERNAL), Kind.EXTERNAL),
        resource(Skipped(why=SkipWhy.PRIVATE), Kind.EXTERNAL),
    )
    assert (told.errors, told.shallow_known, told.complete) == (0, 0, True)
    assert dict(told.skipped) == {SkipWhy.EXTERNAL: 2, SkipWhy.PRIVATE: 1}


@pytest.mark.parametrize(
    ("why", "limits"),
    [
        pytest.param(Why.HOST_DOWN, ("host-down",), id="host-down"),
        pytest.param(Why.PUT_OFF, ("put-off",), id="put-off"),
        pytest.param(Why.TIMEOUT, (), id="one-page-alone"),
    ],
)
def test_a_host_that_gave_up_makes_the_crawl_incomplete(why: Why, limits: tuple[str, ...]) -> None:
    told = coverage(resource(failed(why)))
    assert (told.limits, told.complete) == (limits, not limits)


def test_without_its_start_page_no_crawl_is_complete() -> None:
    assert coverage(start_read=False).complete is False
