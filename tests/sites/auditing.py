"""An audit of a known site through the real product, over loopback and as fast as the machine allows."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from auditor.config import CrawlLimits, CrawlSettings, Politeness
from auditor.facts import Site
from auditor.pipeline import audit_site
from auditor.rulebook import load_rulebook

if TYPE_CHECKING:
    from datetime import date

    from auditor.findings import Audit
    from auditor.rules import Rulebook
    from tests.sites.website import Website

PACK = "moph-web-2567"
SETTINGS = CrawlSettings(
    politeness=Politeness(delay=0.0, concurrency=4, retries=1, retry_waits=(0.01,)),
    limits=CrawlLimits(max_pages=500, max_documents=200, max_seconds=300),
    check_external_links=False,  # names that are made up; and no test leaves loopback
)


@lru_cache(maxsize=1)
def rulebook() -> Rulebook:
    """The rules as they are shipped, read once."""
    return load_rulebook()


def audit(website: Website, as_of: date) -> Audit:
    """Serve a site, crawl it and judge it."""
    with website.loopback() as server:
        site = Site(id="site", url=server.origin + website.start, host=server.host)
        rules = rulebook() if website.start == "/" else sharing(f"{server.host}/{shape(website.start)}")
        return asyncio.run(audit_site(site, SETTINGS, rules, (PACK,), as_of))


def shape(start: str) -> str:
    """How paths name a site on the host that this start page shares: `/view/a-site/home` → `view/*`."""
    return f"{start.split('/')[1]}/*"


def sharing(place: str) -> Rulebook:
    """The rules with one more host on which the path tells whose site it is."""
    vocabulary = rulebook().vocabulary
    lists = tuple((name, (*words, place) if name == "shared-hosts" else words) for name, words in vocabulary.lists)
    return replace(rulebook(), vocabulary=replace(vocabulary, lists=lists))
