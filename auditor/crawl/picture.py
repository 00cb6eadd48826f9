"""How a page that stands in a browser becomes a picture: from its top, as wide as a desk's screen, within bounds."""

from __future__ import annotations

import asyncio
import base64
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from playwright.async_api import CDPSession, Page, ViewportSize

    from auditor.crawl.redirects import Outcome

SCREEN: ViewportSize = {"width": 1280, "height": 1024}
"""What the page is laid out for."""

MOST_HEIGHT = 8_000
"""Pixels; what lies below is not in the picture."""

MOST_BYTES = 2 * 1024 * 1024

_LARGE = 400 * 1024  # bytes of a picture that is tried once more, as photographs are kept
_QUALITIES = (80, 45)
_LATE_SECONDS = 5.0  # for what is only loaded when somebody scrolls to it
_SETTLE_SECONDS = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """What a page looks like."""

    kind: str  # its media type
    content: bytes


async def picture_of(page: Page, coming: AbstractSet[asyncio.Task[Outcome]]) -> Picture | None:
    """The picture of a page; None if it cannot be made small enough. `coming`: what it still waits for."""
    session = await page.context.new_cdp_session(page)
    await _scroll(page, await _height(session))
    if coming:
        await asyncio.wait(coming, timeout=_LATE_SECONDS)
    await asyncio.sleep(_SETTLE_SECONDS)
    clip = {"x": 0, "y": 0, "width": SCREEN["width"], "height": await _height(session), "scale": 1}
    best = await _shot(session, clip, {"format": "png"})
    for quality in _QUALITIES:
        if len(best) <= (_LARGE if quality == _QUALITIES[0] else MOST_BYTES):
            break
        looser = await _shot(session, clip, {"format": "jpeg", "quality": quality})
        best = min(best, looser, key=len)
    kind = "image/png" if best.startswith(b"\x89PNG") else "image/jpeg"
    return Picture(kind=kind, content=best) if len(best) <= MOST_BYTES else None


async def _height(session: CDPSession) -> int:
    """How high the page is, as far as it is drawn; asked of the browser, since a page may say anything."""
    metrics = await session.send("Page.getLayoutMetrics")
    return max(SCREEN["height"], min(int(metrics["cssContentSize"]["height"]), MOST_HEIGHT))


async def _scroll(page: Page, height: int) -> None:
    """Look down a page and up again, for what it shows to those only who do."""
    for _ in range(height // SCREEN["height"]):
        await page.mouse.wheel(0, SCREEN["height"])
        await asyncio.sleep(_SETTLE_SECONDS / 2)
    await page.mouse.wheel(0, -height)


async def _shot(session: CDPSession, clip: dict[str, int], form: dict[str, str | int]) -> bytes:
    answer = await session.send("Page.captureScreenshot", {**form, "clip": clip, "captureBeyondViewport": True})
    return base64.b64decode(answer["data"])
