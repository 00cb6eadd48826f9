"""`auditor check` and `auditor demo`: one site, now."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from auditor.config import DEFAULT_PACK, FailOn, Lang, Render, ReportFormat
from auditor.errors import UsageError

if TYPE_CHECKING:
    from auditor.configfile import Config, SiteTable
    from auditor.crawl.crawler import Archives
    from auditor.crawl.warc import Archive
    from auditor.register import Register
    from auditor.rules import Rulebook

BANGKOK = timezone(timedelta(hours=7))

_Url = Annotated[
    str, typer.Argument(metavar="URL", help="Address of the website, such as https://www.example.go.th/")
]
_Packs = Annotated[
    list[str] | None, typer.Option("--pack", metavar="ID", help=f"Rule pack; repeatable. [default: {DEFAULT_PACK}]")
]
_Output = Annotated[
    Path | None, typer.Option(metavar="DIR", help="Folder of the reports. [default: auditor-report/HOST/]")
]
_Format = Annotated[
    str | None,
    typer.Option(
        "--format", metavar="LIST", help="Some of html,json,xlsx,csv,junit,sarif,md,pdf. [default: html,json]"
    ),
]
_AsOf = Annotated[
    str | None,
    typer.Option(metavar="YYYY-MM-DD", help="Day for which is judged. [default: today, or that of --from-warc]"),
]
_Name = Annotated[str | None, typer.Option(help="Name of the agency; else what the website says.")]
_Province = Annotated[str | None, typer.Option(help="Province of the agency.")]
_UnitType = Annotated[
    str | None, typer.Option(metavar="TYPE", help="Type of the agency, in Thai as it is abbreviated.")
]
_MaxPages = Annotated[int | None, typer.Option(min=1, metavar="N", help="Most pages to read. [default: 500]")]
_MaxDocuments = Annotated[int | None, typer.Option(min=0, metavar="N", help="Most documents to read. [default: 200]")]
_MaxSeconds = Annotated[float | None, typer.Option(min=1, metavar="N", help="Longest crawl. [default: 600]")]
_Delay = Annotated[
    float | None,
    typer.Option(
        min=0, metavar="SECONDS", help="Least gap between requests; 0 for your own machine. [default: 0.25]"
    ),
]
_Concurrency = Annotated[int | None, typer.Option(min=1, metavar="N", help="Requests in flight. [default: 2]")]
_Lang = Annotated[Lang | None, typer.Option(help="Language of summary and report. [default: th]")]
_FailOn = Annotated[FailOn, typer.Option(help="From which result on a required requirement to exit with 1.")]
_Render = Annotated[
    Render | None,
    typer.Option(help="Pages loaded in a browser (extra auditor[render]): empty ones, none, all. [default: auto]"),
]
_Also = Annotated[
    list[str] | None, typer.Option(metavar="URL", help="A further host of the same agency; repeatable.")
]
_StrictTls = Annotated[bool, typer.Option("--strict-tls", help="Stop at a certificate that is not valid.")]
_IgnoreRobots = Annotated[bool, typer.Option("--ignore-robots", help="Ignore robots.txt: for your own website only.")]
_FromWarc = Annotated[
    Path | None, typer.Option("--from-warc", metavar="FILE", help="Read this WARC file instead of crawling.")
]
_KeepWarc = Annotated[
    Path | None, typer.Option("--keep-warc", metavar="FILE", help="Keep what was fetched in this WARC file.")
]
_Register = Annotated[
    Path | None, typer.Option(metavar="FILE", help="The agency's publication register, CSV or XLSX.")
]
_Reviews = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Assessors' verdicts and waivers: a .toml, or the filled form.")
]
_ConfigFile = Annotated[Path | None, typer.Option("--config", metavar="FILE", help="Configuration to start from.")]
_Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")]
_Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="Print every address that is read.")]
_Open = Annotated[bool, typer.Option("--open", help="Open the report in the browser.")]


def check(  # noqa: PLR0913  (one parameter for each option of the contract)
    url: _Url,
    *,
    pack: _Packs = None,
    output: _Output = None,
    format_: _Format = None,
    as_of: _AsOf = None,
    name: _Name = None,
    province: _Province = None,
    unit_type: _UnitType = None,
    max_pages: _MaxPages = None,
    max_documents: _MaxDocuments = None,
    max_seconds: _MaxSeconds = None,
    delay: _Delay = None,
    concurrency: _Concurrency = None,
    lang: _Lang = None,
    fail_on: _FailOn = FailOn.FAIL,
    render: _Render = None,
    also: _Also = None,
    strict_tls: _StrictTls = False,
    ignore_robots: _IgnoreRobots = False,
    from_warc: _FromWarc = None,
    keep_warc: _KeepWarc = None,
    register: _Register = None,
    reviews: _Reviews = None,
    config: _ConfigFile = None,
    quiet: _Quiet = False,
    verbose: _Verbose = False,
    open_: _Open = False,
) -> None:
    """Audit one website now: crawl it, judge it, print a summary, write reports."""
    from auditor.cli.archive import evidence_plan  # noqa: PLC0415  (not needed for --help)
    from auditor.cli.job import Job, Shown, run  # noqa: PLC0415
    from auditor.cli.review import load_reviews_of  # noqa: PLC0415
    from auditor.report.messages import Messages  # noqa: PLC0415
    from auditor.rulebook import load_rulebook  # noqa: PLC0415
    from auditor.rulebook.texts import rule_texts  # noqa: PLC0415

    chosen = _configuration(config)
    _check_finite({"--max-seconds": max_seconds, "--delay": delay})
    limits = {"max_pages": max_pages, "max_documents": max_documents, "max_seconds": max_seconds}
    policy = {
        "delay": delay,
        "concurrency": concurrency,
        "render": render,
        "strict_tls": strict_tls,
        "ignore_robots": ignore_robots,
    }
    table = _site_table(url, chosen, {"name": name, "province": province, "unit_type": unit_type, "also": also})
    rulebook = load_rulebook(chosen.auditor.rules)
    given = reviews or table.reviews
    site = table.site(rulebook.vocabulary.words("shared-hosts"))
    archives = _archives(from_warc, keep_warc)
    job = Job(
        site=site,
        settings=_with(chosen.for_site(table), limits | policy).crawl_settings(),
        rulebook=rulebook,
        packs=tuple(pack or table.packs or chosen.auditor.packs),
        as_of=_day(as_of, archives.archive),
        set_aside=tuple(table.set_aside.items()),
        folder=output or Path("auditor-report") / site.host,
        formats=_formats(format_) or chosen.report.formats,
        lang=lang or chosen.auditor.lang,
        messages=Messages.load(thai_digits=chosen.report.thai_digits),
        archives=archives,
        register=_read_register(register or table.register, rulebook),
        reviews=load_reviews_of(given, rulebook) if given else None,
        store=chosen.auditor.store,
        evidence=evidence_plan(chosen, config) if config else None,
        images=chosen.evidence.images,
        texts=rule_texts(chosen.auditor.rules) if chosen.auditor.store else (),
    )
    raise typer.Exit(run(job, Shown(fail_on=fail_on, quiet=quiet, verbose=verbose, open_report=open_)))


def _read_register(path: Path | None, rulebook: Rulebook) -> Register | None:
    from auditor.register import read_register  # noqa: PLC0415

    return read_register(path, rulebook.vocabulary) if path else None


def _configuration(path: Path | None) -> Config:
    """What the file says; without one, the gentler budget of a single look."""
    from auditor.config import CrawlLimits  # noqa: PLC0415
    from auditor.configfile import Config, CrawlTable, load_config  # noqa: PLC0415

    if path:
        return load_config(path)
    budget = CrawlLimits()
    return Config(
        crawl=CrawlTable(
            max_pages=budget.max_pages, max_documents=budget.max_documents, max_seconds=budget.max_seconds
        )
    )


def _with(config: Config, options: dict[str, Any]) -> Config:
    """The configuration with what was asked for on the command line."""
    given = {key: value for key, value in options.items() if value}
    if options["delay"] is not None:
        given["delay"] = options["delay"]
    if options["max_documents"] is not None:
        given["max_documents"] = options["max_documents"]
    return replace(config, crawl=replace(config.crawl, **given))


def _site_table(url: str, config: Config, options: dict[str, Any]) -> SiteTable:
    """The site of the configuration that has this address, or one made of it, with what was asked for."""
    from auditor.configfile import SiteTable  # noqa: PLC0415
    from auditor.urls import canonical, typed  # noqa: PLC0415

    try:
        key = canonical(typed(url))
        options = {name: value for name, value in options.items() if value}
        options["also"] = tuple(map(typed, options.get("also", ())))
    except ValueError as exc:
        raise UsageError(str(exc)) from exc
    known = (site for site in config.site if canonical(typed(site.url)) == key)
    table = next(known, SiteTable(url=url))
    return replace(table, **options | {"url": url, "also": options["also"] or table.also})


def _check_finite(options: dict[str, float | None]) -> None:
    for name, value in options.items():
        if value is not None and not math.isfinite(value):
            raise UsageError(f"{name} {value} is no time: write seconds, such as 30")


def _archives(from_warc: Path | None, keep_warc: Path | None) -> Archives:
    from auditor.crawl.crawler import Archives  # noqa: PLC0415  (not needed for --help)
    from auditor.crawl.warc import WarcKeeper, read_index  # noqa: PLC0415

    if from_warc and keep_warc:
        raise UsageError("--keep-warc keeps what a crawl fetches; with --from-warc nothing is fetched: leave one out")
    return Archives(
        archive=read_index(from_warc) if from_warc else None, keeper=WarcKeeper(keep_warc) if keep_warc else None
    )


def _day(text: str | None, archive: Archive | None = None) -> date:
    """The day as told; else that of the archive that is read, or today."""
    if text is None:
        at = archive.last_at if archive else None
        return (at or datetime.now(BANGKOK)).astimezone(BANGKOK).date()
    try:
        return date.fromisoformat(text)
    except ValueError as exc:
        raise UsageError(f"--as-of {text!r} is no day: write it as 2024-06-15 (Gregorian)") from exc


def _formats(text: str | None) -> tuple[ReportFormat, ...]:
    known = {str(each) for each in ReportFormat}
    chosen = tuple(part.strip().lower() for part in (text or "").split(",") if part.strip())
    if text is not None and not chosen:
        raise UsageError(f"--format names none: choose from {', '.join(sorted(known))}")
    for part in chosen:
        if part not in known:
            raise UsageError(f"--format {part!r} is not known: choose from {', '.join(sorted(known))}")
    return tuple(ReportFormat(part) for part in dict.fromkeys(chosen))


def demo(
    *,
    output: _Output = None,
    format_: _Format = None,
    as_of: _AsOf = None,
    lang: _Lang = None,
    quiet: _Quiet = False,
    verbose: _Verbose = False,
    open_: _Open = False,
) -> None:
    """Serve a small made-up agency website on this machine, audit it, and name the report; needs no network."""
    from auditor.demo import AS_OF, serve  # noqa: PLC0415  (not needed for --help)

    with serve() as url:
        check(
            url,
            output=output or Path("auditor-report") / "demo",
            format_=format_,
            as_of=as_of or AS_OF.isoformat(),
            delay=0.0,
            lang=lang,
            fail_on=FailOn.NEVER,
            quiet=quiet,
            verbose=verbose,
            open_=open_,
        )
