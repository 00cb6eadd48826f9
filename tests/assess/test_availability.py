"""Can a target be read at all, and if not: is it not there, or could it not be looked at (CONTRACT.md 2)?"""

from __future__ import annotations

from dataclasses import replace

import pytest

from auditor.assess.availability import obstacle
from auditor.facts import DocumentState, Kind, Page, Region, Resource, SkipWhy, Why
from auditor.findings import ReasonCode
from tests.assess.building import HOST, answering, document, heading, page, skipped, text, unreachable
from tests.assess.looking import desk, form, with_forms

LONG = "เนื้อหาของหน้าที่ยาวพอสมควรสำหรับผู้อ่าน " * 20


def scripted() -> Resource:
    made = page("/t")
    assert isinstance(made.content, Page)
    return replace(made, content=replace(made.content, needs_script=True))


LOGIN = form("text:username", "password:password", "submit:ok")
R = ReasonCode
OBSTACLES = [
    pytest.param(page("/t", heading("แผน"), text(LONG)), None, id="page"),
    pytest.param(document("/t", "แผน"), None, id="document"),
    pytest.param(answering("/t", 404), R.TARGET_MISSING, id="404"),
    pytest.param(answering("/t", 410), R.TARGET_MISSING, id="410"),
    pytest.param(answering("/t", 401), R.NEEDS_LOGIN, id="401"),
    pytest.param(answering("/t", 403), R.BLOCKED, id="403"),
    pytest.param(answering("/t", 429), R.BLOCKED, id="429"),
    pytest.param(answering("/t", 500), R.SERVER_ERROR, id="500"),
    pytest.param(answering("/t", 503), R.SERVER_ERROR, id="503"),
    *(pytest.param(unreachable("/t", why), R.UNREACHABLE, id=f"why-{why.value}") for why in Why),
    pytest.param(skipped("/t", SkipWhy.ROBOTS), R.ROBOTS, id="robots"),
    pytest.param(skipped("/t", SkipWhy.BUDGET), R.LIMIT_REACHED, id="budget"),
    pytest.param(skipped("/t", SkipWhy.TRAP), R.LIMIT_REACHED, id="trap"),
    pytest.param(skipped("/t", SkipWhy.PRIVATE), R.UNREACHABLE, id="inside-a-network"),
    pytest.param(document("/t", state=DocumentState.EMPTY), R.EMPTY, id="no-bytes"),
    pytest.param(document("/t", state=DocumentState.ENCRYPTED), R.ENCRYPTED, id="encrypted"),
    pytest.param(document("/t", state=DocumentState.DAMAGED), R.DAMAGED, id="damaged"),
    pytest.param(document("/t", state=DocumentState.UNSUPPORTED), R.UNSUPPORTED, id="unsupported"),
    pytest.param(document("/t", state=DocumentState.LIMITED), R.LIMIT_REACHED, id="limit-before-any-text"),
    pytest.param(document("/t", "แผน", state=DocumentState.LIMITED), None, id="limit-behind-some-text"),
    pytest.param(document("/t", ""), R.NO_TEXT, id="scan"),
    pytest.param(document("/t", "\ue001\ue002", garbled=True), R.GARBLED_TEXT, id="text-that-is-no-words"),
    pytest.param(scripted(), R.NEEDS_SCRIPT, id="script"),
    pytest.param(page("/t", heading("ไม่พบหน้าที่คุณต้องการ")), R.SOFT_404, id="not-found-heading"),
    pytest.param(page("/t", text("ขออภัย"), title="404 Not Found"), R.SOFT_404, id="not-found-title"),
    pytest.param(replace(page("/t", text(LONG)), soft_404=True), R.SOFT_404, id="not-found-answer-of-the-site"),
    pytest.param(page("/t", text(LONG), text("ไม่พบหน้าที่คุณต้องการ ให้แจ้งผู้ดูแล")), None, id="long-page-that-says-so"),
    pytest.param(page("/t", text("ผลตรวจ ไม่พบเชื้อ")), None, id="not-found-of-something-else"),
    pytest.param(with_forms(page("/t", heading("เข้าสู่ระบบ")), LOGIN), R.NEEDS_LOGIN, id="login-page"),
    pytest.param(with_forms(page("/t", heading("แผน"), text(LONG)), LOGIN), None, id="login-box-beside-content"),
    pytest.param(
        with_forms(page("/t", text("เข้าสู่ระบบ", region=Region.NAV), heading("วิสัยทัศน์"), text("เป็นเลิศ")), LOGIN),
        None,
        id="login-box-beside-a-short-vision",
    ),
]


@pytest.mark.parametrize(("target", "code"), OBSTACLES)
def test_each_hindrance_has_its_own_name(target: Resource, code: ReasonCode | None) -> None:
    found = obstacle(target, HOST + "/t", "แผน", desk())
    assert (found.code if found else None) is code


@pytest.mark.parametrize(
    ("url", "code"),
    [
        pytest.param(HOST + "/never-met", R.LIMIT_REACHED, id="own"),
        pytest.param("https://www.facebook.com/sso", R.EXTERNAL_ONLY, id="social"),
        pytest.param("https://th-th.facebook.com/sso", R.EXTERNAL_ONLY, id="social-sub-domain"),
        pytest.param("https://drive.google.com/file/d/x/view", R.ON_SHARED_DRIVE, id="drive"),
        pytest.param("https://notfacebook.com/x", R.ON_SHARED_DRIVE, id="name-that-only-ends-alike"),
    ],
)
def test_an_address_that_was_never_fetched_could_not_be_looked_at(url: str, code: ReasonCode) -> None:
    found = obstacle(None, url, "แผน", desk())
    assert found is not None
    assert found.code is code


def test_an_address_at_another_port_is_a_place_where_a_person_can_look() -> None:
    found = obstacle(skipped("/t", SkipWhy.PRIVATE), HOST + ":8080/t", "แผน", desk())
    assert found is not None
    assert found.code is R.ON_SHARED_DRIVE


def test_a_page_of_another_site_is_only_a_place_where_a_person_can_look() -> None:
    url = "https://www.moph.go.th/plan"
    foreign = replace(page("/t", text(LONG)), url=url, key=url, kind=Kind.EXTERNAL)
    found = obstacle(foreign, url, "แผน", desk())
    assert found is not None
    assert found.code is R.ON_SHARED_DRIVE
