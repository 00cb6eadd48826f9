"""Pages that only their scripts fill, loaded in an installed Chromium. The home of Playwright (extra `render`).

The browser reaches no network: it is given the answer that the crawl has already, and whatever else a page asks for
comes to us and goes out, if at all, by the crawl's own door, with its guards, manners and robots.txt. Scripts and
data are fetched; pictures, fonts, frames, sockets, posts, downloads and ways to other pages are not.
"""

from __future__ import annotations

import asyncio
import contextlib
import importlib.util
import logging
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Self

from auditor.chromium import QUIET_FLAGS, has_sandbox, installed
from auditor.config import Render
from auditor.facts import Response

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable
    from types import TracebackType

    from playwright.async_api import Browser as Chromium
    from playwright.async_api import BrowserContext, Page, Playwright, Route

    from auditor.config import CrawlSettings
    from auditor.crawl.redirects import Outcome

    Ask = Callable[[str], Awaitable[Outcome]]

_log = logging.getLogger(__name__)

_PAGE_SECONDS = 30.0  # for one page, with all that it asks for
_QUIET_SECONDS = 8.0  # until nothing more is on its way
_CLOSE_SECONDS = 5.0
_MOST_PARTS = 100  # requests of one page
_MOST_KEPT = 32 * 1024 * 1024  # bytes of scripts kept for the next page
_MOST_STARTS = 3
_MOST_FAILURES = 5  # pages in a row that could not be loaded, after which no more are tried
_AT_A_TIME = 2
_BAD = 400
_PARTS = frozenset({"script", "xhr", "fetch"})
_HELD_BACK = frozenset({"content-encoding", "content-length", "transfer-encoding", "set-cookie", "connection"})
_FLAGS = (
    *QUIET_FLAGS,
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--js-flags=--max-old-space-size=256",
    "--renderer-process-limit=2",
)
_NOWHERE = "http://127.0.0.1:9"  # a proxy that is not there, for what should come past us all the same


def can_render() -> bool:
    """Whether pages can be loaded in a browser here."""
    return importlib.util.find_spec("playwright") is not None and installed() is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What a browser made of a page, as an answer in UTF-8."""

    response: Response
    whole: bool  # it had all the scripts and data that it asked for, and came to rest


@dataclass(slots=True)
class _Visit:
    """One page while it loads."""

    response: Response
    ask: Ask
    parts: int = 0  # asked for
    lacking: int = 0  # scripts and data that it could not have


@dataclass(slots=True)
class Renderer:
    """Loads pages in one browser, which is started when the first of them comes."""

    limit: int  # bytes of a page
    _starts: int = 0
    _failures: int = 0
    _playwright: Playwright | None = None
    _browser: Chromium | None = None
    _starting: asyncio.Lock = field(default_factory=asyncio.Lock)
    _turns: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(_AT_A_TIME))
    _scripts: dict[str, Response] = field(default_factory=dict)
    _kept: int = 0

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the browser, whatever state it is in."""
        await self._end()
        if self._playwright is not None:
            with contextlib.suppress(Exception):
                await asyncio.wait_for(self._playwright.stop(), _CLOSE_SECONDS)

    async def loaded(self, response: Response, ask: Ask) -> Loaded | None:
        """The page as it stands after its scripts ran; None if that cannot be had.

        `ask` fetches what the page asks for; whatever a page does costs no more than itself and some seconds.
        """
        visit = _Visit(response, ask)
        async with self._turns:
            if self._failures >= _MOST_FAILURES:
                return None
            try:
                async with asyncio.timeout(_PAGE_SECONDS):
                    html, rests = await self._load(visit)
            except asyncio.CancelledError:
                raise
            except Exception as error:  # noqa: BLE001 - one bad page never costs another (RELIABILITY_RULES 13)
                _log.info("could not load %s in the browser: %s", response.final_url, error)
                self._failures += 1
                return None
        self._failures = 0
        headers = tuple(pair for pair in response.headers if pair[0] != "content-type")
        body = html.encode(errors="replace")[: self.limit]
        headers = (*headers, ("content-type", "text/html; charset=utf-8"))
        return Loaded(response=replace(response, body=body, headers=headers), whole=rests and not visit.lacking)

    async def _load(self, visit: _Visit) -> tuple[str, bool]:
        browser = await self._started()
        context = await browser.new_context(
            service_workers="block", accept_downloads=False, ignore_https_errors=True, locale="th-TH"
        )
        try:
            await context.route("**/*", lambda route: self._answer(route, visit))
            await context.route_web_socket("**/*", lambda socket: socket.close())
            page = await context.new_page()
            context.on("page", lambda other: asyncio.ensure_future(other.close()) if other is not page else None)
            return await _read(page, visit.response.final_url)
        finally:
            await self._close(context)

    async def _answer(self, route: Route, visit: _Visit) -> None:
        """Give the page what it asks for, if it may have it."""
        request, first = route.request, not visit.parts
        visit.parts += 1
        try:
            given: Response | None = None
            if request.is_navigation_request():
                given = visit.response if first else None
            elif request.resource_type in _PARTS:
                may = request.method == "GET" and visit.parts <= _MOST_PARTS
                given = await self._part(request.url, request.resource_type, visit.ask) if may else None
                visit.lacking += given is None or given.status >= _BAD
            if given is None:
                await route.abort("blockedbyclient")
            else:
                headers = {name: value for name, value in given.headers if name not in _HELD_BACK}
                await route.fulfill(status=given.status, headers=headers, body=given.body)
        except Exception as error:  # noqa: BLE001 - the page is gone, or never was one
            _log.debug("could not answer %s: %s", request.url, error)

    async def _part(self, url: str, kind: str, ask: Ask) -> Response | None:
        if (known := self._scripts.get(url)) is not None:
            return known
        outcome = await ask(url)
        if not isinstance(outcome, Response):
            return None
        if kind == "script" and self._kept + len(outcome.body) <= _MOST_KEPT:
            self._scripts[url] = outcome
            self._kept += len(outcome.body)
        return outcome

    async def _started(self) -> Chromium:
        async with self._starting:
            if self._browser is not None and self._browser.is_connected():
                return self._browser
            if self._starts >= _MOST_STARTS:
                raise RuntimeError("the browser ended too often")
            self._starts += 1
            from playwright.async_api import async_playwright  # noqa: PLC0415  (an extra: here or not)

            if self._playwright is None:
                self._playwright = await async_playwright().start()
            self._browser = await self._playwright.chromium.launch(
                executable_path=installed(),
                args=list(_FLAGS),
                chromium_sandbox=has_sandbox(),
                proxy={"server": _NOWHERE, "bypass": "<-loopback>"},
                handle_sigint=False,
                handle_sigterm=False,
                handle_sighup=False,
            )
            return self._browser

    async def _close(self, context: BrowserContext) -> None:
        """Let go of a page; one that cannot be closed takes its browser along."""
        try:
            await asyncio.wait_for(context.close(), _CLOSE_SECONDS)
        except Exception:  # noqa: BLE001 - whatever is wrong with it, it has to go
            await self._end()

    async def _end(self) -> None:
        browser, self._browser = self._browser, None
        if browser is not None:
            with contextlib.suppress(Exception):
                await asyncio.wait_for(browser.close(), _CLOSE_SECONDS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Browser:
    """A browser for pages that are empty without it, or for all."""

    renderer: Renderer
    always: bool


@contextlib.asynccontextmanager
async def browser_for(settings: CrawlSettings) -> AsyncIterator[Browser | None]:
    """The browser of one crawl; None where none is wanted or there is none."""
    if settings.render is Render.NEVER or not can_render():
        yield None
        return
    async with Renderer(settings.network.page_bytes) as renderer:
        yield Browser(renderer=renderer, always=settings.render is Render.ALWAYS)


async def _read(page: Page, url: str) -> tuple[str, bool]:
    """What stands in the page, and whether nothing more was on its way."""
    from playwright.async_api import TimeoutError as Late  # noqa: PLC0415

    await page.goto(url, wait_until="domcontentloaded", timeout=_QUIET_SECONDS * 1000)
    try:
        await page.wait_for_load_state("networkidle", timeout=_QUIET_SECONDS * 1000)
    except Late:
        return await page.content(), False
    return await page.content(), True
