"""Pages that only their scripts fill, loaded in an installed Chromium. The home of Playwright (extra `render`).

The browser reaches no network: it is given the answer that the crawl has already, and whatever else a page asks for
comes to us and goes out, if at all, by the crawl's own door, with its guards, manners and robots.txt. Scripts and
data are fetched, and where a page is drawn what it looks like as well; frames, sockets, posts, downloads and ways to
other pages are not.
"""

from __future__ import annotations

import asyncio
import contextlib
import importlib.util
import logging
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Self, TypeVar

from auditor.chromium import QUIET_FLAGS, has_sandbox, installed
from auditor.config import Render
from auditor.crawl.appetite import keep_small
from auditor.crawl.picture import SCREEN, picture_of
from auditor.facts import Response

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable
    from types import TracebackType

    from playwright.async_api import Browser as Chromium
    from playwright.async_api import BrowserContext, Page, Playwright, Route

    from auditor.config import CrawlSettings
    from auditor.crawl.picture import Picture
    from auditor.crawl.redirects import Outcome

    Ask = Callable[[str], Awaitable[Outcome]]

T = TypeVar("T")

_log = logging.getLogger(__name__)

_PAGE_SECONDS = 30.0  # for one page, with all that it asks for
_QUIET_SECONDS = 8.0  # until nothing more is on its way
_DRAWN_SECONDS = 20.0  # the same for a page that is drawn: pictures come one after the other
_ANSWER_SECONDS = 5.0
_CLOSE_SECONDS = 5.0
_MOST_PARTS = 100  # requests of one page
_MOST_KEPT = 32 * 1024 * 1024  # bytes of scripts, styles and pictures kept for the next page
_MOST_STARTS = 3
_MOST_FAILURES = 5  # pages in a row that could not be loaded, after which no more are tried
_AT_A_TIME = 2
_BAD = 400
_PARTS = frozenset({"script", "xhr", "fetch"})
_LOOKS = frozenset({"stylesheet", "image", "font"})  # what a page looks like, beside what it says
_DATA = frozenset({"xhr", "fetch"})  # may be another at every look
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
    looks: bool = False  # it is to be drawn
    parts: int = 0  # asked for
    lacking: int = 0  # scripts and data that it could not have
    asking: set[asyncio.Task[Outcome]] = field(default_factory=set)


@dataclass(slots=True)
class Renderer:
    """Loads pages in one browser, which is started when the first of them comes."""

    limit: int  # bytes of a page
    _starts: int = 0
    _failures: int = 0
    _playwright: Playwright | None = None
    _watch: asyncio.Task[None] | None = None
    _browser: Chromium | None = None
    _starting: asyncio.Lock = field(default_factory=asyncio.Lock)
    _turns: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(_AT_A_TIME))
    _known: dict[str, Response] = field(default_factory=dict)  # scripts, styles and pictures, for the next page
    _kept: int = 0

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the browser, whatever state it is in."""
        await self._end()
        if self._watch is not None:
            self._watch.cancel()
        if self._playwright is not None:
            with contextlib.suppress(Exception):
                await asyncio.wait_for(self._playwright.stop(), _CLOSE_SECONDS)

    async def loaded(self, response: Response, ask: Ask) -> Loaded | None:
        """The page as it stands after its scripts ran; None if that cannot be had.

        `ask` fetches what the page asks for; whatever a page does costs no more than itself and some seconds.
        """
        visit = _Visit(response, ask)
        read = await self._tried(visit, lambda page: _read(page, response.final_url))
        if read is None:
            return None
        html, rests = read
        headers = tuple(pair for pair in response.headers if pair[0] != "content-type")
        body = html.encode(errors="replace")[: self.limit]
        headers = (*headers, ("content-type", "text/html; charset=utf-8"))
        return Loaded(response=replace(response, body=body, headers=headers), whole=rests and not visit.lacking)

    async def drawn(self, response: Response, ask: Ask) -> Picture | None:
        """What the page looks like after its scripts ran, as `loaded` loads it; None if that cannot be had."""
        visit = _Visit(response, ask, looks=True)
        return await self._tried(visit, lambda page: _draw(page, visit))

    async def _tried(self, visit: _Visit, look: Callable[[Page], Awaitable[T]]) -> T | None:
        async with self._turns:
            if self._failures >= _MOST_FAILURES:
                return None
            try:
                async with asyncio.timeout(_PAGE_SECONDS + visit.looks * _DRAWN_SECONDS):
                    seen = await self._load(visit, look)
            except asyncio.CancelledError:
                raise
            except Exception as error:  # noqa: BLE001 - one bad page never costs another (RELIABILITY_RULES 13)
                _log.info("could not load %s in the browser: %s", visit.response.final_url, error)
                self._failures += 1
                return None
        self._failures = 0
        return seen

    async def _load(self, visit: _Visit, look: Callable[[Page], Awaitable[T]]) -> T:
        browser = await self._started()
        context = await browser.new_context(
            service_workers="block",
            accept_downloads=False,
            ignore_https_errors=True,
            locale="th-TH",
            viewport=SCREEN if visit.looks else None,
            reduced_motion="reduce" if visit.looks else None,
        )
        try:
            await context.route("**/*", lambda route: self._answer(route, visit))
            await context.route_web_socket("**/*", lambda socket: socket.close())
            page = await context.new_page()
            context.on("page", lambda other: asyncio.ensure_future(other.close()) if other is not page else None)
            return await look(page)
        finally:
            for task in visit.asking:  # nobody waits for it any more
                task.cancel()
            await self._close(context)

    async def _answer(self, route: Route, visit: _Visit) -> None:
        """Give the page what it asks for, if it may have it."""
        request, first = route.request, not visit.parts
        visit.parts += 1
        try:
            given: Response | None = None
            kind = request.resource_type
            if request.is_navigation_request():
                given = visit.response if first else None
            elif kind in _PARTS or (visit.looks and kind in _LOOKS):
                may = request.method == "GET" and visit.parts <= _MOST_PARTS
                given = await self._part(request.url, kind, visit) if may else None
                visit.lacking += given is None or given.status >= _BAD
            if given is None:
                # A way to another page that is only broken off leaves the reader where it is, with no page of errors.
                await route.abort("aborted" if request.is_navigation_request() else "blockedbyclient")
            else:
                headers = {name: value for name, value in given.headers if name not in _HELD_BACK}
                await route.fulfill(status=given.status, headers=headers, body=given.body)
        except Exception as error:  # noqa: BLE001 - the page is gone, or never was one
            _log.debug("could not answer %s: %s", request.url, error)

    async def _part(self, url: str, kind: str, visit: _Visit) -> Response | None:
        if (known := self._known.get(url)) is not None:
            return known
        task = asyncio.ensure_future(visit.ask(url))
        visit.asking.add(task)
        await asyncio.wait({task})
        visit.asking.discard(task)
        outcome = None if task.cancelled() else task.result()
        if not isinstance(outcome, Response):
            return None
        if kind not in _DATA and self._kept + len(outcome.body) <= _MOST_KEPT:
            self._known[url] = outcome
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
                self._watch = asyncio.create_task(keep_small())
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
    rests = await _comes_to_rest(page, url, _QUIET_SECONDS)
    return await page.content(), rests


async def _draw(page: Page, visit: _Visit) -> Picture | None:
    """What the page looks like, with what came in time."""
    await _comes_to_rest(page, visit.response.final_url, _DRAWN_SECONDS)
    return await picture_of(page, visit.asking)


async def _comes_to_rest(page: Page, url: str, seconds: float) -> bool:
    """Open the page, and wait until nothing more is on its way; False if it did not come to that."""
    from playwright.async_api import TimeoutError as Late  # noqa: PLC0415

    try:
        await page.goto(url, wait_until="domcontentloaded", timeout=seconds * 1000)
        await page.wait_for_load_state("networkidle", timeout=seconds * 1000)
    except Late:
        # One that made for another page at once is there all the same, and one that is too busy is not.
        await asyncio.wait_for(page.evaluate("1"), _ANSWER_SECONDS)
        return False
    return True
