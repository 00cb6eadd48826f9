"""A site of a few pages written as HTML, and the items that are read from it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from auditor.assess.boilerplate import Boilerplate
from auditor.assess.detectors.hits import Desk
from auditor.assess.identity import OwnName
from auditor.assess.inventory import inventory
from auditor.assess.lexicon import Lexicon
from auditor.extract.encoding import decode_html
from auditor.extract.html import read_page
from auditor.extract.scan import scan
from auditor.facts import (
    Document,
    DocumentState,
    Fetched,
    Kind,
    Page,
    Resource,
    Run,
    Site,
    Skipped,
    SkipWhy,
    Step,
)
from auditor.findings import Identity
from auditor.snapshot import MemorySnapshot
from auditor.urls import Scope, canonical
from tests.assess.building import matcher, rulebook

if TYPE_CHECKING:
    from collections.abc import Mapping

    from auditor.items import Item

HOST = "https://www.sso-test.go.th"
AT = datetime(2024, 6, 15, 3, 0, tzinfo=UTC)
AS_OF = date(2024, 6, 15)
MENU = '<nav><ul><li><a href="/">หน้าแรก</a></li><li><a href="/list">รายการ</a></li></ul></nav>'
CATEGORIES = {"news": "1.8", "action-plan": "1.1", "procurement-result": "1.8"}


def html(body: str, title: str = "รายการ", head: str = "") -> str:
    """A page of the site."""
    return (
        f'<!DOCTYPE html><html lang="th"><head><meta charset="utf-8"><title>{title} - สสอ.ทดสอบ</title>{head}</head>'
        f"<body>{MENU}<main>{body}</main></body></html>"
    )


def page(path: str, body: str, *, title: str = "รายการ", head: str = "", from_menu: bool = False) -> Resource:
    url = HOST + path
    data = html(body, title, head).encode()
    decoded = decode_html(data, "text/html; charset=utf-8")
    content = read_page(decoded, scan(decoded.text), url)
    return _resource(url, Kind.PAGE, "html", len(data), content, from_menu=from_menu)


def document(path: str, *lines: str, kind: str = "pdf", size: int = 35_538) -> Resource:
    text = ("\n".join(lines),) if lines else ()
    content = Document(kind=kind, state=DocumentState.OK, text=text, pages=1, text_pages=len(text))
    return _resource(HOST + path, Kind.DOCUMENT, kind, size, content)


def external(url: str) -> Resource:
    found = _resource(url, Kind.EXTERNAL, "html", 0, None)
    return replace(found, fetch=Skipped(why=SkipWhy.EXTERNAL))


def _resource(
    url: str, kind: Kind, actual: str, size: int, content: Page | Document | None, *, from_menu: bool = False
) -> Resource:
    fetch = Fetched(
        status=200,
        final_url=url,
        redirects=(),
        at=AT,
        declared_type=None,
        actual_type=actual,
        size=size,
        sha256="0" * 64,
    )
    return Resource(
        key=canonical(url),
        url=url,
        kind=kind,
        depth=0 if url == f"{HOST}/" else 1,
        trail=(Step(label="", url=f"{HOST}/"), Step(label="รายการ", url=url)),
        fetch=fetch,
        content=content,
        from_menu=from_menu,
    )


def items_of(*resources: Resource, as_of: date = AS_OF) -> tuple[Item, ...]:
    """The items of a site of these resources."""
    start = page("/", "<h1>ยินดีต้อนรับ</h1><p>สำนักงานสาธารณสุขอำเภอทดสอบ</p>", from_menu=True)
    site = Site(id="t", url=HOST + "/", host="www.sso-test.go.th")
    snapshot = MemorySnapshot(site, (start, *resources))
    snapshot.finish(Run(id="t", started_at=AT, finished_at=AT), snapshot.coverage)
    frame = Boilerplate()
    for resource in snapshot:
        if isinstance(resource.content, Page):
            frame.count(resource.content)
    scope = Scope.of(site.url)
    desk = Desk(
        lexicon=Lexicon(rulebook().vocabulary),
        own=OwnName(Identity()),
        as_of=as_of,
        look_up=lambda url: snapshot.get(canonical(url)),
        in_site=scope.contains,
    )
    return tuple(inventory(snapshot, frame, desk, matcher(), CATEGORIES, as_of))


def by_path(items: tuple[Item, ...]) -> Mapping[str, Item]:
    """Items by the path of their address."""
    return {item.url.removeprefix(HOST): item for item in items}
