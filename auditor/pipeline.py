"""The whole product in order: crawl a site, judge what was seen."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from auditor.assess import assess
from auditor.assess.registered import with_register
from auditor.assess.reviews import with_reviews
from auditor.crawl.crawler import crawl_site
from auditor.facts import Run
from auditor.snapshot import MemorySnapshot
from auditor.topics import TopicMatcher

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable
    from datetime import date, datetime

    from auditor.config import CrawlSettings
    from auditor.crawl.crawler import Archives
    from auditor.crawl.progress import Progress
    from auditor.facts import Site
    from auditor.findings import Audit
    from auditor.register import Register
    from auditor.reviews import Reviews
    from auditor.rules import Rulebook


async def audit_site(  # noqa: PLR0913  (what an audit is told)
    site: Site,
    settings: CrawlSettings,
    rulebook: Rulebook,
    packs: tuple[str, ...],
    as_of: date,
    *,
    set_aside: tuple[tuple[str, str], ...] = (),
    archives: Archives | None = None,
    register: Register | None = None,
    reviews: Reviews | None = None,
    on_progress: Callable[[Progress], None] | None = None,
    stop: asyncio.Event | None = None,
) -> Audit:
    """Crawl one site and judge it as of a day.

    A site's failures are part of the audit; nothing that a site does raises.

    Args:
        site: whose site, and at which address.
        settings: how the crawl behaves.
        rulebook: topics, packs and vocabulary.
        packs: ids of the packs to judge by.
        as_of: the day, in Asia/Bangkok.
        set_aside: requirement ids set aside by the operator, each with the reason.
        archives: WARC files to read from instead of the network, or to keep what was fetched in.
        register: the agency's publication requests, to be held against the site.
        reviews: what people say of the site.
        on_progress: told after every resource.
        stop: set to end the crawl early; what was fetched is judged.
    """
    snapshot = MemorySnapshot(site)
    end = await crawl_site(
        site,
        settings,
        snapshot,
        shared_hosts=rulebook.vocabulary.words("shared-hosts"),
        preferred=preferred_words(rulebook),
        archives=archives,
        on_progress=on_progress,
        stop=stop,
    )
    run = Run(
        id=run_id(site, end.started_at),
        started_at=end.started_at,
        finished_at=end.finished_at,
        config=(*effective_limits(settings), *_archive_read(archives)),
    )
    snapshot.finish(run, end.coverage)
    matcher = TopicMatcher(rulebook.topics)
    audit = assess(snapshot, rulebook, packs, as_of, matcher, set_aside=set_aside)
    if register is not None:
        audit = with_register(audit, register, snapshot, rulebook)
    return audit if reviews is None else with_reviews(audit, reviews)


def _archive_read(archives: Archives | None) -> tuple[tuple[str, str], ...]:
    """The file that was read instead of the network, for the report."""
    archive = archives.archive if archives else None
    return (("from_warc", archive.path.name),) if archive else ()


def preferred_words(rulebook: Rulebook) -> tuple[str, ...]:
    """Words of links that are worth a visit first when the budget is short: what the packs ask for, by name."""
    asked = {topic for pack in rulebook.packs for requirement in pack.requirements for topic in requirement.topics}
    words = (phrase for topic in rulebook.topics if topic.id in asked for phrase in (*topic.exact, *topic.any))
    return tuple(dict.fromkeys(words))


def run_id(site: Site, started_at: datetime) -> str:
    """A name for the run that sorts by time and is the same for the same site and start."""
    mark = hashlib.sha256(f"{site.id}|{started_at.isoformat()}".encode()).hexdigest()[:6]
    return f"{started_at:%Y%m%dT%H%M%SZ}-{mark}"


def effective_limits(settings: CrawlSettings) -> tuple[tuple[str, str | int | float | bool | None], ...]:
    """The settings that shaped what was seen, for the report."""
    limits, politeness = settings.limits, settings.politeness
    return (
        ("max_pages", limits.max_pages),
        ("max_documents", limits.max_documents),
        ("max_seconds", limits.max_seconds),
        ("max_depth", limits.max_depth),
        ("delay", politeness.delay),
        ("concurrency", politeness.concurrency),
        ("ignore_robots", settings.ignore_robots),
        ("strict_tls", settings.strict_tls),
        ("check_external_links", settings.check_external_links),
        ("render", settings.render),
        ("ocr", settings.ocr),
        ("user_agent", settings.user_agent),
    )
