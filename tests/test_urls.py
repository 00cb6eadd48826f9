"""The identity of addresses: resolution as browsers do it, one key per page, scope, and what people are shown."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.urls import (
    Scope,
    absolute,
    canonical,
    display,
    edition_year,
    is_government,
    opens_folder,
    parse,
    pattern,
    plain_form,
    registrable_domain,
    site_id,
    typed,
)
from auditor.urls.names import to_ascii
from tests.shared_data import conformance

BASE = "https://www.example.go.th/a/b.php?x=1"


def cases(suite: str) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = json.loads((conformance(suite) / "cases.json").read_text(encoding="utf-8"))
    return loaded


def without_empty_query(url: str | None) -> str | None:
    return url.removesuffix("?") if url else url  # WPT's `search` does not show an empty query


def test_addresses_resolve_as_the_web_platform_tests_say() -> None:
    wrong = []
    for case in cases("url-wpt"):
        expected = None
        if not case.get("failure") and case["protocol"] in {"http:", "https:"}:
            expected = f"{case['protocol']}//{case['host']}{case['pathname']}{case['search']}"
        got = without_empty_query(absolute(case["input"], case.get("base") or "about:blank"))
        if got != expected:
            wrong.append((case["input"], case.get("base"), got))
    assert wrong == []


@pytest.mark.parametrize("suite", ["idn-toascii-wpt", "idn-idnatestv2-wpt"])
def test_host_names_become_ascii_as_uts_46_says(suite: str) -> None:
    wrong = [case for case in cases(suite) if (to_ascii(case["input"]) or None) != case["output"]]
    assert wrong == []


def test_registrable_domains_follow_the_public_suffix_list() -> None:
    def expected(case: dict[str, Any]) -> str | None:
        return None if case["registrable"] == "null" else to_ascii(case["registrable"])

    wrong = [case for case in cases("psl") if registrable_domain(case["host"]) != expected(case)]
    assert [case for case in wrong if case["host"] != "null"] == []


def test_the_same_page_has_one_key_and_others_have_another() -> None:
    wrong = [case for case in cases("own-url-same") if (canonical(case["a"]) == canonical(case["b"])) != case["same"]]
    assert wrong == []


def fits_w3lib(case: dict[str, Any]) -> bool:
    """Ours differs on purpose: no credentials, a lone `%` is encoded, parameters of one name keep their order."""
    url = case["args"][0]
    if case["call"] != "canonicalize_url" or case["kwargs"] or not isinstance(url, str) or parse(url) is None:
        return False
    authority = url.split("/")[2]
    names = [pair.partition("=")[0] for pair in url.partition("?")[2].split("&")]
    return (
        "@" not in authority
        and len(authority) <= 63
        and len(set(names)) == len(names)
        and not re.search("%(?![0-9A-F]{2})", case["expect"])
        and "%25" not in url
    )


def test_keys_are_those_of_w3lib_where_they_should_be() -> None:
    fitting = [case for case in cases("url-canonical-w3lib") if fits_w3lib(case)]
    wrong = [
        (case["args"][0], canonical(case["args"][0]))
        for case in fitting
        if canonical(case["args"][0]) != case["expect"]
    ]
    assert wrong == []
    assert len(fitting) > 100


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        pytest.param("แผน.pdf", "https://www.example.go.th/a/%E0%B9%81%E0%B8%9C%E0%B8%99.pdf", id="thai-file-name"),
        pytest.param("  \n/x\t/y  ", "https://www.example.go.th/x/y", id="blanks-and-newlines"),
        pytest.param("..\\c\\d.html", "https://www.example.go.th/c/d.html", id="backslashes"),
        pytest.param("//user:secret@other.go.th/z#part", "https://other.go.th/z", id="credentials-and-fragment"),
        pytest.param("", BASE, id="empty"),
        pytest.param("#top", BASE, id="fragment-only"),
        pytest.param("?y=2", "https://www.example.go.th/a/b.php?y=2", id="query-only"),
        pytest.param("http://กระทรวง.ไทย/", "http://xn--12cm1c6bby4d.xn--o3cw4h/", id="thai-host"),
        pytest.param("http://０x7f.1/", "http://127.0.0.1/", id="odd-number"),
        pytest.param("mailto:a@example.go.th", None, id="mail"),
        pytest.param("javascript:void(0)", None, id="script"),
        pytest.param("data:text/html,x", None, id="data"),
        pytest.param("http://a b/", None, id="invalid-host"),
        pytest.param("http://x:99999/", None, id="invalid-port"),
        pytest.param("\ud800", "https://www.example.go.th/a/%EF%BF%BD", id="lone-surrogate"),
    ],
)
def test_a_reference_leads_where_a_browser_would_go(href: str, expected: str | None) -> None:
    assert absolute(href, BASE) == expected


def test_a_query_is_sent_in_the_letters_of_its_page() -> None:
    assert absolute("?q=กข", BASE, "windows-874") == "https://www.example.go.th/a/b.php?q=%A1%A2"
    assert absolute("?q=漢", BASE, "windows-874") == "https://www.example.go.th/a/b.php?q=%26%2328450%3B"
    assert absolute("?q=ก", BASE) == "https://www.example.go.th/a/b.php?q=%E0%B8%81"


@pytest.mark.parametrize(
    ("url", "key"),
    [
        pytest.param("HTTP://A.GO.TH:80/#x", "http://a.go.th/", id="case-port-fragment"),
        pytest.param("http://a.go.th./x", "http://a.go.th/x", id="root-dot"),
        pytest.param("http://a.go.th/p.php?PHPSESSID=9f2&id=3", "http://a.go.th/p.php?id=3", id="php-session"),
        pytest.param("http://a.go.th/p;jsessionid=A1B2?id=3", "http://a.go.th/p?id=3", id="java-session"),
        pytest.param("http://a.go.th/p?sid=0123456789abcdef0123", "http://a.go.th/p", id="session-called-sid"),
        pytest.param("http://a.go.th/p?sid=45", "http://a.go.th/p?sid=45", id="story-called-sid"),
        pytest.param("http://a.go.th/p?osCsid=x1&ASPSESSIONIDABC=y", "http://a.go.th/p", id="other-sessions"),
        pytest.param(
            "http://a.go.th/(S(lit3py55t21z5v55vlm25s55))/x.aspx", "http://a.go.th/x.aspx", id="asp-net-session"
        ),
        pytest.param("http://a.go.th/?utm_source=l&fbclid=z&gclid=q&b=1", "http://a.go.th/?b=1", id="tracking"),
        pytest.param("http://a.go.th/?b=2&a=1&b=1", "http://a.go.th/?a=1&b=2&b=1", id="stable-order"),
        pytest.param("http://a.go.th/x/index.php", "http://a.go.th/x/", id="index-file"),
        pytest.param("http://a.go.th/Default.aspx?utm_source=x", "http://a.go.th/", id="index-file-tracked"),
        pytest.param("http://a.go.th/index.php?id=1", "http://a.go.th/index.php?id=1", id="index-with-query"),
        pytest.param("http://a.go.th/index.php/news/1", "http://a.go.th/index.php/news/1", id="index-with-path"),
        pytest.param("http://a.go.th/?q=a+b", "http://a.go.th/?q=a%20b", id="plus-is-blank"),
        pytest.param("http://a.go.th/100%", "http://a.go.th/100%25", id="stray-percent"),
    ],
)
def test_what_does_not_change_the_page_is_not_in_its_key(url: str, key: str) -> None:
    """RELIABILITY 12."""
    assert canonical(url) == key
    assert canonical(key) == key


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        pytest.param("http://xn--v3cj.xn--o3cw4h/%E0%B8%81?q=%E0%B8%82", "http://รพ.ไทย/ก?q=ข", id="thai"),
        pytest.param("http://xn--80ak6aa92e.com/", "http://xn--80ak6aa92e.com/", id="cyrillic-lookalike"),
        pytest.param("http://a.go.th/%E2%80%AEfdp.exe", "http://a.go.th/%E2%80%AEfdp.exe", id="direction-mark"),
        pytest.param("http://a.go.th/a%2Fb%3Fc%20d%00", "http://a.go.th/a%2Fb%3Fc%20d%00", id="encoded-ascii-stays"),
        pytest.param("http://a.go.th/%A1%A2", "http://a.go.th/%A1%A2", id="not-utf-8"),
        pytest.param("javascript:\x1b[31m", "javascript:%1B[31m", id="no-address"),
    ],
)
def test_addresses_are_shown_in_thai_letters_without_misleading(url: str, shown: str) -> None:
    assert display(url) == shown


def test_a_thai_host_label_that_imitates_another_is_shown_in_punycode() -> None:
    twice_e = to_ascii("เเพทย์.ไทย")
    mixed = to_ascii("กa.ไทย")
    assert display(f"http://{twice_e}/").startswith("http://xn--")
    assert display(f"http://{mixed}/").startswith("http://xn--")


@pytest.mark.parametrize(
    ("text", "url"),
    [
        pytest.param("www.example.go.th", "https://www.example.go.th/", id="name"),
        pytest.param("รพ.ไทย/หน้าแรก", absolute("https://รพ.ไทย/หน้าแรก", BASE), id="thai-name"),
        pytest.param("localhost:8080/a", "http://localhost:8080/a", id="loopback"),
        pytest.param("127.0.0.1:8000", "http://127.0.0.1:8000/", id="ip-address"),
        pytest.param("[::1]:8000", "http://[::1]:8000/", id="ipv6"),
        pytest.param("http://u:p@example.go.th:80/x#y", "http://example.go.th/x", id="whole"),
        pytest.param("example.go.th:8443", "https://example.go.th:8443/", id="name-and-port"),
    ],
)
def test_what_a_person_types_becomes_an_address(text: str, url: str) -> None:
    assert typed(text) == url


@pytest.mark.parametrize(
    "text",
    [
        *("", "moph", "ftp://example.go.th/", "webmaster@example.go.th", "https://", "http://a b/", "x.go.th:99999"),
        *("http://x.go.th:0/", "https://x.go.th:0", "x.go.th:0/a", "127.0.0.1:00"),
    ],
)
def test_what_is_no_address_is_refused_with_a_remedy(text: str) -> None:
    with pytest.raises(ValueError, match=r"give|check|leave"):
        typed(text)


@given(st.text(max_size=60))
def test_no_text_whatever_upsets_the_reading_of_addresses(text: str) -> None:
    """Resolved addresses are stable, and what people see hides no control or direction mark."""
    for candidate in (text, f"http://{text}/", f"http://a.go.th/{text}", f"http://a.go.th/?{text}"):
        url = absolute(candidate, BASE)
        assert canonical(canonical(candidate)) == canonical(candidate)
        assert all(sign.isprintable() for sign in display(candidate))
        assert isinstance(pattern(candidate), str)
        if url is not None:
            assert url.isascii()
            assert absolute(url, "about:blank") == url
            assert "#" not in url


@given(st.text(max_size=40))
def test_whatever_is_typed_is_an_address_or_refused(text: str) -> None:
    try:
        url = typed(text)
    except ValueError:
        return
    assert absolute(url, "about:blank") == url


SHARED = ("sites.google.com/view/*", "plaza.example")


@pytest.mark.parametrize(
    ("site", "url", "inside"),
    [
        pytest.param("https://www.a.go.th/", "http://a.go.th/x", True, id="www-and-scheme"),
        pytest.param("https://a.go.th/", "https://b.a.go.th/", False, id="sub-domain"),
        pytest.param("https://a.go.th/", "https://a.go.th:8443/", False, id="other-port"),
        pytest.param("http://a.go.th:8080/", "http://a.go.th:8080/x", True, id="typed-port"),
        pytest.param("http://a.go.th:8080/", "http://a.go.th/x", False, id="default-port-was-not-typed"),
        pytest.param("http://a.go.th/deep/", "http://a.go.th/x", True, id="path-does-not-bound"),
        pytest.param("http://a.go.th/", "ftp://a.go.th/", False, id="other-scheme"),
        pytest.param(
            "https://sites.google.com/view/abc/home", "https://sites.google.com/view/abc", True, id="shared"
        ),
        pytest.param(
            "https://sites.google.com/view/abc/home", "https://sites.google.com/view/abcd/", False, id="neighbour"
        ),
        pytest.param("https://plaza.example/rps/index.html", "https://plaza.example/rps/a", True, id="shared-folder"),
        pytest.param("https://plaza.example/rps/index.html", "https://plaza.example/", False, id="shared-root"),
        pytest.param("http://127.0.0.1:81/", "http://www.127.0.0.1:81/", False, id="no-www-of-an-address"),
    ],
)
def test_a_site_is_its_host_its_port_and_on_shared_hosts_its_path(site: str, url: str, inside: bool) -> None:  # noqa: FBT001 (a table's column)
    assert Scope.of(site, shared_hosts=SHARED).contains(url) is inside


def test_further_hosts_belong_only_when_told() -> None:
    scope = Scope.of("https://a.go.th/", also=("https://intra.a.go.th:8443/",))
    assert scope.contains("https://intra.a.go.th:8443/x")
    assert not scope.contains("https://intra.a.go.th/x")
    assert scope.origin_allowed("https", "intra.a.go.th", 8443)
    assert not scope.origin_allowed("http", "intra.a.go.th", 8443)
    assert scope.origins == ("https://a.go.th:443", "https://intra.a.go.th:8443")


def test_a_site_id_is_its_host_and_what_else_tells_it_apart() -> None:
    assert site_id("https://www.a.go.th/x/") == "a.go.th"
    assert site_id("http://127.0.0.1:8080/") == "127.0.0.1:8080"
    assert site_id("https://sites.google.com/view/abc/home", SHARED) == "sites.google.com/view/abc"


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        pytest.param("http://a/cal/2568/01/15", "http://a/cal/2569/12/3", True, id="dates"),
        pytest.param("http://a/f?id=9f86d081884c", "http://a/f?id=0c2b7e11d9aa", True, id="hashes"),
        pytest.param("http://a/๑๒/ก", "http://a/๓/ก", True, id="thai-digits"),
        pytest.param("http://a/news/1", "http://a/plan/1", False, id="sections"),
        pytest.param("http://a/%E0%B8%81/1", "http://a/%E0%B8%82/1", False, id="thai-letters"),
    ],
)
def test_a_pattern_folds_numbers_and_nothing_else(one: str, other: str, alike: bool) -> None:  # noqa: FBT001 (a table's column)
    """RELIABILITY 12."""
    assert (pattern(one) == pattern(other)) is alike


@pytest.mark.parametrize(
    ("host", "government"),
    [
        ("www.pcko.moph.go.th", True),
        ("กรม.รัฐบาล.ไทย", True),
        ("rta.mi.th", True),
        ("hospital.or.th", False),
        ("go.th", False),
        ("evilgo.th", False),
        ("go.th.example.com", False),
        ("192.0.2.1", False),
    ],
)
def test_only_true_government_domains_count(host: str, government: bool) -> None:  # noqa: FBT001 (a table's column)
    assert is_government(host) is government


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("www.sso-test.go.th", "http://www.sso-test.go.th/"),
        ("sso-test.go.th/main/", "http://sso-test.go.th/main/"),
        ("https://www.sso-test.go.th", None),
        ("http://www.sso-test.go.th", None),
        ("127.0.0.1", None),
        ("www.sso-test.go.th:8443", None),
    ],
)
def test_only_a_guessed_scheme_has_another_form(text: str, plain: str | None) -> None:
    assert plain_form(text) == plain


@pytest.mark.parametrize(
    ("path", "start", "year"),
    [
        ("/2015/vision.php", "/", 2558),
        ("/2558/index.php?mod=about", "/index.php", 2558),
        ("/2015/03/a-post/", "/", None),
        ("/2015/vision.php", "/2015/index.php", None),
        ("/about/2015/", "/", None),
        ("/20155/vision.php", "/", None),
    ],
)
def test_a_site_of_an_earlier_year_lies_in_a_folder_of_its_own(path: str, start: str, year: int | None) -> None:
    assert edition_year(f"http://sso.example{path}", f"http://sso.example{start}") == year


@pytest.mark.parametrize(
    ("url", "folder"),
    [
        ("https://drive.google.com/drive/folders/1aSkr67xYz?usp=sharing", True),
        ("https://drive.google.com/drive/u/0/folders/1aSkr67xYz", True),
        ("https://drive.google.com/folderview?id=1aSkr67xYz", True),
        ("https://moph-my.sharepoint.com/:f:/g/personal/a/EabCdef?e=1", True),
        ("https://www.dropbox.com/scl/fo/abc/h?dl=0", True),
        ("https://www.dropbox.com/sh/abc/def", True),
        ("https://drive.google.com/file/d/1aSkr67xYz/view", False),
        ("https://docs.google.com/spreadsheets/d/1aSkr67xYz/edit", False),
        ("https://moph-my.sharepoint.com/:b:/g/personal/a/EabCdef?e=1", False),
        ("https://www.a.go.th/folders/plan2567/a.pdf", False),
        ("https://www.a.go.th/show/sh/1", False),
        ("not an address", False),
    ],
)
def test_a_folder_is_told_from_a_file(url: str, *, folder: bool) -> None:
    assert opens_folder(url) is folder
