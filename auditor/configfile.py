"""The configuration file: its tables, their defaults, and what must fit together (CONTRACT.md section 7).

Every key of `config.example.toml` is a field here; a test compares the two. Knows nothing of what rule files hold.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from auditor.codec import examine_toml, read_text
from auditor.config import (
    DEFAULT_PACK,
    MB,
    CrawlLimits,
    CrawlSettings,
    DocumentLimits,
    Lang,
    NetworkLimits,
    Politeness,
    Render,
    ReportFormat,
)
from auditor.configchecks import cross_checks
from auditor.confignotify import NotifyTable, SiteNotify, beside, refused_secret
from auditor.errors import ComplaintsError, ConfigError
from auditor.facts import Site, Staff
from auditor.urls import parse, plain_form, site_id, typed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditor.errors import Complaint
    from auditor.sitelists import SiteLists

SQLITE = "sqlite:///"
"""How the address of a store in a file begins."""

_POLITE = Politeness()
_LIMITS = CrawlLimits()


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditorTable:
    """`[auditor]`: where things are kept, and what judges."""

    store: str = ""  # "": auditor.db beside the configuration, for `auditor run`
    output: Path = Path("output")
    lang: Lang = Lang.TH
    timezone: str = "Asia/Bangkok"
    packs: tuple[str, ...] = (DEFAULT_PACK,)
    rules: tuple[Path, ...] = ()
    include: tuple[Path, ...] = ()  # lists of further sites: CSV, or TOML with [[site]] tables
    workers: int = 0  # 0: one for each core


@dataclass(frozen=True, slots=True, kw_only=True)
class CrawlTable:
    """`[crawl]`: how much is looked at, and how gently."""

    delay: float = _POLITE.delay
    concurrency: int = _POLITE.concurrency
    max_pages: int = 2000
    max_documents: int = 1000
    max_seconds: float = 3600.0
    ignore_robots: bool = False
    strict_tls: bool = False
    render: Render = Render.AUTO
    ocr: Literal["auto", "never"] = "auto"
    full_every: int = CrawlSettings().full_every
    user_agent: str = ""  # "": auditor and its version
    contact: str = CrawlSettings().contact
    check_external_links: bool = True
    second_look: int = _LIMITS.second_look
    second_look_wait: float = _LIMITS.second_look_wait


@dataclass(frozen=True, slots=True, kw_only=True)
class PolitenessTable:
    """`[politeness]`: the finer points of being gentle to a host."""

    total_concurrency: int = _POLITE.total_concurrency
    crawl_delay_cap: float = _POLITE.crawl_delay_cap
    retries: int = _POLITE.retries
    retry_waits: tuple[float, ...] = _POLITE.retry_waits
    retry_after_cap: float = _POLITE.retry_after_cap
    breaker_failures: int = _POLITE.breaker_failures


@dataclass(frozen=True, slots=True, kw_only=True)
class TrapsTable:
    """`[traps]`: limits that keep a crawl out of endless address spaces."""

    max_depth: int = _LIMITS.max_depth
    max_url_length: int = _LIMITS.max_url_length
    max_segments: int = _LIMITS.max_segments
    max_segment_repeats: int = _LIMITS.max_segment_repeats
    max_links_per_page: int = _LIMITS.max_links_per_page
    trap_run: int = _LIMITS.trap_run
    trap_future_years: int = _LIMITS.trap_future_years
    sitemap_depth: int = _LIMITS.sitemap_depth
    sitemap_files: int = _LIMITS.sitemap_files
    sitemap_urls: int = _LIMITS.sitemap_urls
    external_checks: int = _LIMITS.external_checks
    external_seconds: float = _LIMITS.external_seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleTable:
    """`[schedule]`: when audits are due, in the time zone of `[auditor]`."""

    cron: str = "0 2 * * *"
    window: str = ""  # "22:00-05:00": no audit starts outside it
    jitter: int = 600
    health: Path | None = None  # the file that tells monitoring how `auditor schedule` is


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitsTable:
    """`[limits]`: what audits may take of the machine; 0: as much as there is."""

    site_memory_bytes: int = 1_610_612_736  # the processes of one audit
    total_memory_bytes: int = 0  # those of all audits
    total_seconds: float = 0.0  # a whole `auditor run`


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportTable:
    """`[report]`: what is written."""

    formats: tuple[ReportFormat, ...] = (ReportFormat.HTML, ReportFormat.JSON)
    thai_digits: bool = False
    stale_days: int = 7  # a result older than that is old, whatever it says


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceTable:
    """`[evidence]`: which answers of the website are kept."""

    keep: Literal["cited", "all", "none"] = "cited"
    folder: Path | None = None  # None: `evidence` beside the file of the store, or beside the configuration
    crawl_bytes: int = 2048 * MB  # of the disk that the answers of one crawl may take until it is judged
    images: int = 60  # pictures of cited pages for each audit, where pages can be drawn; 0: none


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionTable:
    """`[retention]`: how many days the store keeps things; reports are never deleted."""

    facts_days: int = 400  # what was met, and the verdicts on it
    text_days: int = 90  # what pages and documents said: as long can a crawl be judged again
    evidence_days: int = 365  # answers of the website on which changed verdicts rest


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteCrawl:
    """`[site.crawl]`: what differs from `[crawl]` for one site."""

    delay: float | None = None
    concurrency: int | None = None
    max_pages: int | None = None
    max_documents: int | None = None
    max_seconds: float | None = None
    ignore_robots: bool | None = None
    strict_tls: bool | None = None
    render: Render | None = None
    ocr: Literal["auto", "never"] | None = None
    check_external_links: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteSchedule:
    """`[site.schedule]`: what differs from `[schedule]` for one site."""

    cron: str | None = None
    window: str | None = None
    jitter: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteTable:
    """`[[site]]`: one website to audit."""

    url: str
    id: str = ""  # "": made from the address
    name: str | None = None
    also: tuple[str, ...] = ()
    unit_type: str | None = None
    province: str | None = None
    district: str | None = None
    tags: tuple[str, ...] = ()
    packs: tuple[str, ...] = ()  # (): those of [auditor]
    register: Path | None = None
    reviews: Path | None = None
    schedule: SiteSchedule = field(default_factory=SiteSchedule)
    notify: SiteNotify = field(default_factory=SiteNotify)
    crawl: SiteCrawl = field(default_factory=SiteCrawl)
    set_aside: dict[str, str] = field(default_factory=dict)  # requirement id = reason
    staff: Staff = field(default_factory=Staff)

    def site(self, shared_hosts: tuple[str, ...] = ()) -> Site:
        """Whose site it is, as the crawl wants to know it; on a shared host its path is part of its id."""
        url = typed(self.url)
        address = parse(url)
        return Site(
            id=self.id or site_id(url, shared_hosts),
            url=url,
            host=address.host if address else "",
            also=tuple(map(typed, self.also)),
            fallback=plain_form(self.url),
            name=self.name,
            province=self.province,
            unit_type=self.unit_type,
            staff=self.staff,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """The whole file."""

    auditor: AuditorTable = field(default_factory=AuditorTable)
    crawl: CrawlTable = field(default_factory=CrawlTable)
    politeness: PolitenessTable = field(default_factory=PolitenessTable)
    traps: TrapsTable = field(default_factory=TrapsTable)
    network: NetworkLimits = field(default_factory=NetworkLimits)
    documents: DocumentLimits = field(default_factory=DocumentLimits)
    schedule: ScheduleTable = field(default_factory=ScheduleTable)
    limits: LimitsTable = field(default_factory=LimitsTable)
    report: ReportTable = field(default_factory=ReportTable)
    evidence: EvidenceTable = field(default_factory=EvidenceTable)
    retention: RetentionTable = field(default_factory=RetentionTable)
    notify: NotifyTable = field(default_factory=NotifyTable)
    site: tuple[SiteTable, ...] = ()

    def for_site(self, site: SiteTable) -> Config:
        """The same with what `[site.crawl]` says otherwise."""
        told = {name: value for name, value in asdict(site.crawl).items() if value is not None}
        return replace(self, crawl=replace(self.crawl, **told))

    def schedule_of(self, site: SiteTable) -> ScheduleTable:
        """When audits of a site are due: `[schedule]` with what `[site.schedule]` says otherwise."""
        told = {name: value for name, value in asdict(site.schedule).items() if value is not None}
        return replace(self.schedule, **told)

    def crawl_settings(self) -> CrawlSettings:
        """What the crawl is told."""
        crawl = self.crawl
        defaults = CrawlSettings()
        return CrawlSettings(
            network=self.network,
            politeness=Politeness(delay=crawl.delay, concurrency=crawl.concurrency, **asdict(self.politeness)),
            limits=CrawlLimits(
                max_pages=crawl.max_pages,
                max_documents=crawl.max_documents,
                max_seconds=crawl.max_seconds,
                second_look=crawl.second_look,
                second_look_wait=crawl.second_look_wait,
                **asdict(self.traps),
            ),
            documents=self.documents,
            user_agent=crawl.user_agent or defaults.user_agent,
            contact=crawl.contact,
            ignore_robots=crawl.ignore_robots,
            strict_tls=crawl.strict_tls,
            check_external_links=crawl.check_external_links,
            render=crawl.render,
            ocr=crawl.ocr == "auto",
            full_every=crawl.full_every,
        )


def load_config(path: Path) -> Config:
    """The configuration of a file; paths in it are taken from the file's own folder.

    Raises:
        ConfigError: with every mistake at once.
    """
    config, complaints = examine_config(path)
    if complaints or config is None:
        raise ConfigError(complaints)
    return config


def examine_config(path: Path) -> tuple[Config | None, tuple[Complaint, ...]]:
    """Every mistake of a configuration, and what can be made of the rest, as `examine_toml` gives it."""
    try:
        config, complaints = examine_toml(read_text(path), Config, str(path))
    except ComplaintsError as exc:
        return None, exc.complaints
    if config is None:
        return None, tuple(map(refused_secret, complaints))
    lists = _included(tuple(path.parent / each for each in config.auditor.include))
    complaints += lists.complaints
    config = replace(config, site=config.site + lists.sites)
    lists = lists.among(config.site)
    told = {(complaint.file, complaint.where) for complaint in complaints}
    further = (*cross_checks(config, str(path), path.parent), *lists.doubled(config.site, str(path)))
    complaints += tuple(each for each in lists.placed(further) if (each.file, each.where) not in told)
    return _beside(config, path.parent), tuple(map(refused_secret, complaints))


def placed(complaints: Iterable[Complaint], config: Config) -> tuple[Complaint, ...]:
    """The same, those on sites of included lists with the file and row where they stand."""
    return tuple(_included(config.auditor.include).among(config.site).placed(complaints))


def _included(files: tuple[Path, ...]) -> SiteLists:
    from auditor.sitelists import read_lists  # noqa: PLC0415  (it knows the tables of this module)

    return read_lists(files)


def store_url(config: Config, path: Path) -> str:
    """The address of the store of a configuration; where it names none, that of a file beside it."""
    return config.auditor.store or f"{SQLITE}{path.absolute().parent / 'auditor.db'}"


def evidence_folder(config: Config, path: Path) -> Path:
    """The folder of the evidence of all sites."""
    home = path.absolute().parent
    if config.evidence.folder is not None:
        return home / config.evidence.folder
    store = store_url(config, path)
    return (Path(store.removeprefix(SQLITE)).parent if store.startswith(SQLITE) else home) / "evidence"


def _beside(config: Config, folder: Path) -> Config:
    """The same with every path seen from the folder of the file."""
    auditor = replace(
        config.auditor,
        store=_store_beside(config.auditor.store, folder),
        output=folder / config.auditor.output,
        rules=tuple(folder / each for each in config.auditor.rules),
        include=tuple(folder / each for each in config.auditor.include),
    )
    health = config.schedule.health
    schedule = replace(config.schedule, health=health and folder / health)
    sites = tuple(
        replace(
            site,
            register=site.register and folder / site.register,
            reviews=site.reviews and folder / site.reviews,
        )
        for site in config.site
    )
    notify = beside(config.notify, folder)
    return replace(config, auditor=auditor, schedule=schedule, notify=notify, site=sites)


def _store_beside(store: str, folder: Path) -> str:
    if not store.startswith(SQLITE):
        return store
    return f"{SQLITE}{(folder / store.removeprefix(SQLITE)).absolute()}"
