"""Sites made by hand: resources and snapshots in a few words, so that tests of judgement need no server."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from auditor.assess import assess
from auditor.facts import (
    Block,
    BlockKind,
    Coverage,
    Document,
    DocumentState,
    Fetched,
    Image,
    Kind,
    LabelSource,
    Link,
    Page,
    Region,
    Resource,
    Run,
    Site,
    Skipped,
    SkipWhy,
    Step,
    Unreachable,
    Why,
)
from auditor.rulebook import load_rulebook
from auditor.snapshot import MemorySnapshot
from auditor.topics import TopicMatcher
from auditor.urls import canonical

if TYPE_CHECKING:
    from auditor.findings import Audit, Status, Verdict
    from auditor.rules import Rulebook

HOST = "https://www.sso-test.go.th"
WELCOME = "ยินดีต้อนรับสู่เว็บไซต์ของหน่วยงาน เปิดให้บริการประชาชนในวันและเวลาราชการ"
AGENCY = "สำนักงานสาธารณสุขอำเภอบึงทอง"
AS_OF = date(2024, 6, 15)  # fiscal year 2567
AT = datetime(2024, 6, 15, 3, 0, tzinfo=UTC)


def heading(text: str, *, level: int = 1, region: Region = Region.MAIN) -> Block:
    return Block(kind=BlockKind.HEADING, text=text, region=region, level=level)


def text(words: str, *, region: Region = Region.MAIN) -> Block:
    return Block(kind=BlockKind.TEXT, text=words, region=region)


def row(*cells: str, heads: tuple[str, ...] = ()) -> Block:
    return Block(kind=BlockKind.ROW, text=" ".join(cells), region=Region.MAIN, cells=cells, heads=heads)


def link(label: str, path: str, *, region: Region = Region.MAIN, block: int = 0, heading_above: str = "") -> Link:
    url = path if path.startswith(("http", "mailto", "tel")) or not path else HOST + path
    return Link(url=url, label=label, source=LabelSource.TEXT, region=region, block=block, heading=heading_above)


def image(alt: str = "", path: str = "/poster.jpg", *, block: int = 0) -> Image:
    return Image(url=HOST + path, alt=alt, region=Region.MAIN, block=block)


def page(
    path: str,
    *blocks: Block,
    title: str = "",
    links: tuple[Link, ...] = (),
    images: tuple[Image, ...] = (),
    status: int = 200,
) -> Resource:
    content = Page(title=f"{title} - {AGENCY}" if title else AGENCY, blocks=blocks, links=links, images=images)
    return _resource(path, Kind.PAGE, status, content)


def document(
    path: str,
    *pages: str,
    state: DocumentState = DocumentState.OK,
    title: str | None = None,
    kind: str = "pdf",
    garbled: bool = False,
    ocr: tuple[str, ...] = (),
) -> Resource:
    content = Document(
        kind=kind,
        state=state,
        title=title,
        pages=max(1, len(pages)),
        text=pages,
        text_pages=sum(1 for words in pages if words.strip()),
        garbled=garbled,
        ocr=ocr,
    )
    return _resource(path, Kind.DOCUMENT, 200, content)


def _resource(path: str, kind: Kind, status: int, content: Page | Document | None) -> Resource:
    url = HOST + path
    fetch = Fetched(
        status=status,
        final_url=url,
        redirects=(),
        at=AT,
        declared_type="text/html",
        actual_type=content.kind if isinstance(content, Document) else "html" if kind is Kind.PAGE else "pdf",
        size=100,
        sha256="0" * 64,
    )
    trail = (
        (Step(label="", url=HOST + "/"), Step(label="เมนู", url=url)) if path != "/" else (Step(label="", url=url),)
    )
    return Resource(
        key=canonical(url),
        url=url,
        kind=kind,
        depth=0 if path == "/" else 1,
        trail=trail,
        fetch=fetch,
        content=content,
    )


def unreachable(path: str, why: Why = Why.TIMEOUT) -> Resource:
    fetch = Unreachable(why=why, detail="", attempts=3, at=AT)
    return replace(_resource(path, Kind.PAGE, 200, None), fetch=fetch)


def skipped(path: str, why: SkipWhy) -> Resource:
    return replace(_resource(path, Kind.PAGE, 200, None), fetch=Skipped(why=why))


def answering(path: str, status: int) -> Resource:
    return page(path, text("ข้อผิดพลาด"), status=status)


@lru_cache(maxsize=1)
def rulebook() -> Rulebook:
    return load_rulebook()


@lru_cache(maxsize=1)
def matcher() -> TopicMatcher:
    return TopicMatcher(rulebook().topics)


FILLER = tuple(
    page(f"/page-{number}", heading(f"เรื่องที่ {number}"), text(f"เนื้อหาของหน้าที่ {number} " * 4)) for number in range(4)
)
"""Pages about nothing, so that what repeats can be told from what does not."""


def site(
    *resources: Resource, coverage: Coverage | None = None, start_links: tuple[Link, ...] = ()
) -> MemorySnapshot:
    """A finished crawl: a start page with these menu links, fillers, and the resources."""
    start = page("/", heading(AGENCY), text(WELCOME), links=start_links)
    everything = (start, *resources, *FILLER)
    snapshot = MemorySnapshot(Site(id="sso-test", url=HOST + "/", host="www.sso-test.go.th"), everything)
    run = Run(id="test", started_at=AT, finished_at=AT)
    snapshot.finish(
        run,
        coverage or Coverage(pages=len(everything), documents=1, complete=True, shallow_known=10, shallow_read=10),
    )
    return snapshot


def menu(label: str, path: str) -> Link:
    return link(label, path, region=Region.NAV)


def judge(snapshot: MemorySnapshot, as_of: date = AS_OF) -> Audit:
    return assess(snapshot, rulebook(), ("moph-web-2567",), as_of, matcher())


def verdict(audit: Audit, requirement: str) -> Verdict:
    return next(found for found in audit.verdicts if found.requirement == requirement)


def status_of(snapshot: MemorySnapshot, requirement: str) -> Status:
    return verdict(judge(snapshot), requirement).status
