"""Pictures of pages: within their bounds, and of nothing but the page, whatever it does."""

from __future__ import annotations

import io
from datetime import UTC, datetime

import pytest
from PIL import Image

from auditor.crawl.picture import MOST_BYTES, MOST_HEIGHT
from auditor.crawl.render import Renderer, can_render
from auditor.facts import Response, Skipped, SkipWhy

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not can_render(), reason="no Chromium here: install it"),
]

GREEN = (0, 128, 0)
PLAIN = "<!doctype html><meta charset=utf-8><style>html, body { margin: 0; background: green }</style><h1>หน้าเว็บ</h1>"
NOISE = (
    "const c = document.createElement('canvas'); c.width = 1280; c.height = 8000; document.body.append(c);"
    "const x = c.getContext('2d'), d = x.createImageData(1280, 8000);"
    "for (let i = 0; i < d.data.length; i++) d.data[i] = i % 4 < 3 ? Math.random() * 256 : 255;"
    "x.putImageData(d, 0, 0);"
)

CANVASES = (
    "for (let i = 0; i < 8; i++) { const c = document.createElement('canvas'); c.width = c.height = 16000;"
    "document.body.append(c); c.getContext('2d').fillRect(0, 0, 16000, 16000); }"
)


def response(script: str = "", path: str = "page") -> Response:
    url = f"http://www.sso-test.invalid/{path}"
    body = f"{PLAIN}<script>{script}</script>".encode()
    headers = (("content-type", "text/html"),)
    at = datetime(2024, 6, 15, tzinfo=UTC)
    return Response(url=url, final_url=url, redirects=(), status=200, headers=headers, body=body, at=at, wire_bytes=0)


class Asked:
    """What pages asked for; they are given nothing."""

    def __init__(self) -> None:
        self.urls: list[str] = []

    async def ask(self, url: str) -> Skipped:
        """Note an address."""
        self.urls.append(url)
        return Skipped(why=SkipWhy.BUDGET)


@pytest.mark.parametrize(
    "script",
    [
        pytest.param("location['hr' + 'ef'] = '/else' + 'where';", id="goes elsewhere"),
        pytest.param("setTimeout(() => { location['hr' + 'ef'] = '/elsewhere'; }, 300);", id="goes elsewhere later"),
        pytest.param("setInterval(() => location.reload(), 1);", id="loads itself again"),
        pytest.param("alert(1); confirm(2); prompt(3); window.print();", id="asks the reader"),
        pytest.param("document.body.style.cssText = 'height:1e9px;width:1e9px';", id="is a million screens high"),
        pytest.param("Object.defineProperty(Element.prototype, 'scrollHeight', {get: () => 1e12});", id="lies"),
        pytest.param("setInterval(() => { new Image().src = '/a.png?' + Math.random(); }, 1);", id="never rests"),
    ],
)
async def test_a_page_is_drawn_whatever_it_does(script: str) -> None:
    asked = Asked()
    async with Renderer(MOST_BYTES) as renderer:
        picture = await renderer.drawn(response(script), asked.ask)
    assert picture is not None
    shown = Image.open(io.BytesIO(picture.content))
    assert shown.width == 1280
    assert shown.height <= MOST_HEIGHT
    assert shown.convert("RGB").getpixel((1200, 900)) == GREEN  # it is the page, and none that tells of an error
    assert len(asked.urls) <= 100
    assert all("/a.png" in url for url in asked.urls)


@pytest.mark.parametrize(
    "script",
    [
        pytest.param("while (true) {}", id="never ends"),
        pytest.param("const all = []; for (;;) all.push(new Array(1e6).fill(all));", id="eats memory"),
        pytest.param("window.a = []; for (let i = 0; i < 8; i++) a.push(new Uint8Array(5e8).fill(7));", id="buffers"),
        pytest.param(CANVASES, id="canvases"),
        pytest.param(NOISE, id="cannot be made small"),
    ],
)
async def test_a_page_of_which_no_picture_can_be_had_costs_none_of_another(script: str) -> None:
    asked = Asked()
    async with Renderer(MOST_BYTES) as renderer:
        assert await renderer.drawn(response(script), asked.ask) is None
        assert await renderer.drawn(response(path="other"), asked.ask) is not None


async def test_what_lies_below_the_screen_is_in_the_picture() -> None:
    script = "document.body.innerHTML += '<div style=\"margin-top:2900px;height:100px;background:red\"></div>';"
    async with Renderer(MOST_BYTES) as renderer:
        picture = await renderer.drawn(response(script), Asked().ask)
    assert picture is not None
    shown = Image.open(io.BytesIO(picture.content)).convert("RGB")
    assert 3000 <= shown.height <= 3200
    assert shown.getpixel((600, shown.height - 50)) == (255, 0, 0)


async def test_what_is_loaded_only_when_somebody_looks_at_it_is_asked_for() -> None:
    asked = Asked()
    late = "<div style='height:5000px'></div><img loading=lazy width=9 height=9 src=/late.png>"
    async with Renderer(MOST_BYTES) as renderer:
        await renderer.drawn(response(f"document.body.innerHTML += `{late}`;"), asked.ask)
    assert asked.urls == ["http://www.sso-test.invalid/late.png"]
