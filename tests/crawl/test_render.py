"""Pages that only their scripts fill: read as a reader sees them, and no page reaches anything by itself."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from auditor.config import Render
from auditor.crawl.render import can_render
from auditor.facts import Page
from tests.crawl.crawling import QUICK, Crawled, crawl, page
from tests.loopback import Asked, LoopbackSite, Reply

if TYPE_CHECKING:
    from collections.abc import Mapping

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not can_render(), reason="no Chromium here: install it"),
]

SHELL = "<!doctype html><title>อบต.</title><div id=root></div><script src=/static/js/main.a1b2c3d4.js></script>"
SCRIPT = Reply(
    b"""fetch('/api/about').then((answer) => answer.json()).then((about) => {
      document.getElementById('root').innerHTML =
        `<main><h1>${about.title}</h1><p>${about.text}</p><a href=/plan>${about.link}</a></main>`;
    });""",
    "text/javascript",
)
API = Reply(
    '{"title": "วิสัยทัศน์", "text": "ประชาชนสุขภาพดี เจ้าหน้าที่มีความสุข", "link": "แผนปฏิบัติราชการ"}'.encode(),
    "application/json",
)


def shell(script: str) -> Reply:
    text = f"<!doctype html><title>อบต.</title><div id=root></div><script>{script}</script>"
    return Reply(text.encode(), "text/html; charset=utf-8")


async def rendered(site: LoopbackSite, render: Render = Render.AUTO) -> Crawled:
    return await crawl(site, replace(QUICK, render=render))


def app(**more: Reply) -> Mapping[str, Reply]:
    own = {
        "/": Reply(SHELL.encode(), "text/html; charset=utf-8"),
        "/static/js/main.a1b2c3d4.js": SCRIPT,
        "/api/about": API,
        "/plan": page("แผนปฏิบัติราชการ ประจำปี 2567"),
    }
    return own | {path.replace("_", "/"): reply for path, reply in more.items()}


def text(done: Crawled, path: str = "/") -> str:
    content = done.at(path).content
    assert isinstance(content, Page)
    return " ".join(block.text for block in content.blocks)


async def test_a_page_is_read_as_its_scripts_fill_it_and_its_links_are_followed() -> None:
    with LoopbackSite(app()) as site:
        done = await rendered(site)
    start = done.at("/").content
    assert isinstance(start, Page)
    assert "ประชาชนสุขภาพดี" in text(done)
    assert (start.rendered, start.needs_script) == (True, False)
    assert "/plan" in done.targets()
    assert done.coverage.rendered == 1
    assert done.coverage.complete


async def test_each_page_and_script_is_asked_for_once() -> None:
    with LoopbackSite(app()) as site:
        await rendered(site, Render.ALWAYS)
    asked = [each.target for each in site.log]
    assert asked.count("/") == 1
    assert asked.count("/static/js/main.a1b2c3d4.js") == 1
    assert asked.count("/plan") == 1


async def test_no_browser_is_used_where_none_is_wanted() -> None:
    with LoopbackSite(app()) as site:
        done = await rendered(site, Render.NEVER)
    start = done.at("/").content
    assert isinstance(start, Page)
    assert start.needs_script
    assert done.coverage.rendered == 0


async def test_only_pages_that_need_it_are_loaded_unless_all_are() -> None:
    pages = {"/": page("<p>เทศบาล</p><script>document.body.append('เพิ่มโดยสคริปต์')</script>" + "ข้อความ " * 60)}
    with LoopbackSite(pages) as site:
        plain, all_ = await rendered(site), await rendered(site, Render.ALWAYS)
    assert "เพิ่มโดยสคริปต์" not in text(plain)
    assert "เพิ่มโดยสคริปต์" in text(all_)


async def test_nothing_goes_out_but_what_the_crawl_itself_may_ask_for() -> None:
    with LoopbackSite({"/secret": page("ความลับ")}) as other:
        script = f"""
          const root = document.getElementById('root');
          const tries = [
            fetch('{other.url}secret', {{mode: 'no-cors'}}), fetch('/form', {{method: 'POST', body: 'x'}}),
            fetch('/closed/data'), fetch('http://10.0.0.1/'), fetch('file:///etc/passwd'),
          ];
          new Image().src = '/picture.png';
          navigator.sendBeacon('/beacon', 'x');
          new WebSocket('{other.url.replace("http", "ws")}socket');
          new EventSource('/events');
          const frame = document.createElement('iframe'); frame.src = '{other.url}secret'; root.append(frame);
          root.insertAdjacentHTML('beforeend', '<a href="/">start</a>');
          window.open('{other.url}secret');
          Promise.allSettled(tries).then((all) => {{
            root.append('ผล ' + all.map((one) => one.status).join(' '));
          }});"""
        robots = Reply(b"User-agent: *\nDisallow: /closed/", "text/plain")
        with LoopbackSite({"/": shell(script), "/robots.txt": robots, "/closed/data": API}) as site:
            done = await rendered(site)
    assert [each.target for each in other.log] == []
    asked = {each.target for each in site.log}
    assert not asked & {"/form", "/picture.png", "/beacon", "/closed/data", "/events"}
    assert text(done).endswith("ผล rejected rejected rejected rejected rejected")


async def test_a_page_that_still_waits_for_something_has_not_been_seen() -> None:
    script = "fetch('/closed').catch(() => {}); document.getElementById('root').append('กำลังโหลด…');"
    with LoopbackSite({"/": shell(script)}) as site:
        done = await rendered(site)
    start = done.at("/").content
    assert isinstance(start, Page)
    assert start.needs_script


@pytest.mark.parametrize(
    "script",
    [
        pytest.param("while (true) {}", id="never ends"),
        pytest.param("location.href = '/elsewhere';", id="goes elsewhere"),
        pytest.param("setInterval(() => location.reload(), 1);", id="loads itself again"),
        pytest.param("alert(1); confirm(2); prompt(3); window.print();", id="asks the reader"),
        pytest.param("const all = []; for (;;) all.push(new Array(1e6).fill(all));", id="eats memory"),
        pytest.param("document.documentElement.remove();", id="removes itself"),
        pytest.param("setInterval(() => fetch('/api/about'), 1);", id="never rests"),
    ],
)
async def test_a_page_that_misbehaves_costs_itself_only(script: str) -> None:
    pages = {"/": page("", menu=("/bad", "/good")), "/bad": shell(script), "/good": page("หน้าที่ดี"), "/api/about": API}
    with LoopbackSite(pages) as site:
        done = await rendered(site)
    assert "หน้าที่ดี" in text(done, "/good")
    assert done.at("/bad").content is not None
    assert sum(each.target == "/api/about" for each in site.log) <= 110


@pytest.mark.parametrize(
    "script",
    [
        pytest.param("location['hr' + 'ef'] = '/else' + 'where';", id="at once"),
        pytest.param("setTimeout(() => { location['hr' + 'ef'] = '/else' + 'where'; }, 300);", id="later"),
        pytest.param("document.body.innerHTML += '<form id=f method=post action=/x></form>'; f.submit();", id="form"),
        pytest.param("setInterval(() => location.reload(), 1);", id="by loading itself again"),
    ],
)
async def test_a_page_that_makes_for_another_is_read_as_it_stands(script: str) -> None:
    pages = {"/": page("", menu=("/app",)), "/app": shell(f"root.append('ข้อความของหน่วยงาน'); {script}")}
    with LoopbackSite(pages) as site:
        done = await rendered(site)
    assert text(done, "/app").split() == ["ข้อความของหน่วยงาน"]
    assert not {"/elsewhere", "/x"} & {asked.target for asked in site.log}


async def test_an_address_that_cannot_exist_is_known_by_what_the_scripts_make_of_it() -> None:
    script = b"""
      const known = {
        '/': '<h1>start</h1><a href=/a>a</a><a href=/b>b</a>',
        '/a': '<p>' + 'content '.repeat(50) + '</p>',
      };
      const missing = '<h1>The page that you asked for was not found</h1>';
      document.getElementById('root').innerHTML = known[location.pathname] || missing;"""
    reply = Reply(SHELL.encode(), "text/html; charset=utf-8")

    def answer(asked: Asked) -> Reply:
        return Reply(script, "text/javascript") if asked.target.endswith(".js") else reply

    with LoopbackSite({"/robots.txt": Reply(b"", "text/plain")}, make=answer) as site:
        done = await rendered(site)
    assert done.at("/b").soft_404
    assert not done.at("/a").soft_404


async def test_a_site_of_pages_that_never_end_is_soon_no_longer_loaded() -> None:
    bad = {f"/bad{number}": shell("while (true) {}") for number in range(7)}
    with LoopbackSite({"/": page("", menu=tuple(bad)), **bad}) as site:
        done = await rendered(site)
    assert done.coverage.rendered == 0
    assert done.coverage.pages == 8
