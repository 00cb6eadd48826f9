from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.crawl.discovery import start
from auditor.crawl.external import check_links
from auditor.crawl.fetch import Fetcher
from auditor.crawl.polite import PoliteFetcher
from auditor.facts import Response, Skipped, SkipWhy, Unreachable, Why
from tests.crawl.crawling import QUICK, page
from tests.loopback import Asked, LoopbackSite, Reply

if TYPE_CHECKING:
    from auditor.crawl.frontier import Candidate
    from auditor.crawl.redirects import Outcome


async def check(site: LoopbackSite, *urls: str, most: int = 100) -> dict[str, Outcome]:
    """Outcomes by address; the site may be asked although it is on loopback."""
    told: dict[str, Outcome] = {}

    def tell(candidate: Candidate, outcome: Outcome) -> None:
        told[candidate.url.removeprefix(site.origin)] = outcome

    candidates = [start(url if "://" in url else site.origin + url) for url in urls]
    async with Fetcher(QUICK, allowed_origins=(site.origin,)) as fetcher:
        await check_links(candidates, PoliteFetcher(fetcher, QUICK), tell, most=most)
    return told


def without_head(asked: Asked) -> Reply | None:
    if asked.target != "/no-head":
        return None
    return Reply(status=405) if asked.method == "HEAD" else page()


async def test_an_address_that_is_there_is_asked_for_its_head_only() -> None:
    with LoopbackSite({"/a": page("ก" * 1000)}) as site:
        told = await check(site, "/a")
        assert [asked.method for asked in site.log] == ["HEAD"]
    answer = told["/a"]
    assert isinstance(answer, Response)
    assert (answer.status, answer.body) == (200, b"")


async def test_a_server_that_does_not_know_head_is_asked_again() -> None:
    with LoopbackSite(make=without_head) as site:
        told = await check(site, "/no-head", "/gone")
        assert [asked.method for asked in site.log if asked.target == "/no-head"] == ["HEAD", "GET"]
    statuses = {target: answer.status for target, answer in told.items() if isinstance(answer, Response)}
    assert statuses == {"/no-head": 200, "/gone": 404}


async def test_no_more_addresses_than_allowed_are_asked_for_and_the_others_are_told_as_skipped() -> None:
    with LoopbackSite({f"/{number}": page() for number in range(5)}) as site:
        told = await check(site, *(f"/{number}" for number in range(5)), most=2)
        assert site.targets == ["/0", "/1"]
    skipped = [target for target, answer in told.items() if isinstance(answer, Skipped)]
    assert sorted(skipped) == ["/2", "/3", "/4"]


async def test_rule_2_a_private_address_is_skipped_and_a_broken_one_is_a_value() -> None:
    with LoopbackSite({"/": Reply(hang_up=True)}) as site:
        told = await check(site, "http://192.168.1.1/", "/")
    private, broken = told["http://192.168.1.1/"], told["/"]
    assert isinstance(private, Skipped)
    assert private.why is SkipWhy.PRIVATE
    assert isinstance(broken, Unreachable)
    assert broken.why is Why.RESET
