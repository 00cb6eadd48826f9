from __future__ import annotations

from datetime import UTC, datetime

import pytest

from auditor.crawl.not_found import NotFound, probe_url
from auditor.facts import Block, BlockKind, Page, Region, Response

HOST = "http://a.go.th"
PROBE = probe_url("a.go.th", f"{HOST}/")
MENU = ("หน้าแรก", "เกี่ยวกับหน่วยงาน", "ข่าวประชาสัมพันธ์", "ติดต่อเรา", "ผู้เข้าชม 1,234 คน")


def page(*texts: str, title: str = "สสอ.ตัวอย่าง") -> Page:
    blocks = (Block(kind=BlockKind.TEXT, text=text, region=Region.MAIN) for text in (*MENU, *texts))
    return Page(title=title, blocks=tuple(blocks))


def answer(url: str, status: int = 200, final: str | None = None) -> Response:
    return Response(
        url=url,
        final_url=final or url,
        redirects=(url,) if final else (),
        status=status,
        headers=(),
        body=b"",
        at=datetime(2024, 6, 15, tzinfo=UTC),
        wire_bytes=0,
    )


HOME = page("ยินดีต้อนรับสู่สำนักงานสาธารณสุขอำเภอ", "ข่าวล่าสุด เรื่องไข้เลือดออก")
MISSING = page(f"ไม่พบหน้า {PROBE.removeprefix(HOST)} ที่คุณต้องการ", title="ไม่พบหน้า")


def learnt(status: int = 200, said: Page | None = MISSING, final: str | None = None) -> NotFound:
    return NotFound.learnt(PROBE, answer(PROBE, status, final), said, HOME, f"{HOST}/")


def test_rule_16_the_probe_is_the_same_in_every_audit_and_lies_beside_the_start_page() -> None:
    assert probe_url("x", f"{HOST}/web/index.php?a=1").startswith(f"{HOST}/web/no-such-page-")
    assert probe_url("x", f"{HOST}/") == probe_url("x", f"{HOST}/")
    assert probe_url("x", f"{HOST}/") != probe_url("y", f"{HOST}/")


@pytest.mark.parametrize(
    ("said", "soft"),
    [
        pytest.param(page("ไม่พบหน้า /plan.php ที่คุณต้องการ", title="ไม่พบหน้า"), True, id="same-words-other-address"),
        pytest.param(
            Page(
                title="ไม่พบหน้า",
                blocks=(*page().blocks[:4], *page("ผู้เข้าชม 9,999 คน", "ไม่พบหน้า  ที่คุณต้องการ").blocks[5:]),
            ),
            True,
            id="a-counter-differs",
        ),
        pytest.param(page("แผนปฏิบัติราชการ ประจำปีงบประมาณ 2567"), False, id="a-real-page"),
        pytest.param(page(), False, id="an-empty-page-is-another-thing"),
        pytest.param(HOME, False, id="the-home-page"),
        pytest.param(
            page("ไม่พบหน้า ที่คุณต้องการ", "อ่านแผนปฏิบัติราชการฉบับเต็มได้ที่นี่ พร้อมรายละเอียดโครงการ", title="ไม่พบหน้า"),
            False,
            id="more-is-said-than-not-found",
        ),
    ],
)
@pytest.mark.parametrize("status", [200, 404])
def test_rule_16_a_page_that_says_what_the_probe_got_is_a_soft_404(status: int, said: Page, *, soft: bool) -> None:
    assert learnt(status).matches(answer(f"{HOST}/plan.php"), said) is soft


def test_an_honest_404_is_not_called_soft() -> None:
    assert learnt(404).matches(answer(f"{HOST}/plan.php", 404), MISSING) is False


@pytest.mark.parametrize(
    ("asked", "soft"),
    [
        pytest.param("/plan.php", True, id="a-page-that-is-gone"),
        pytest.param("/index.php/home", False, id="an-address-of-the-home-page"),
        pytest.param("/main.php", False, id="another-name-of-it"),
        pytest.param("/main.php?id=3", True, id="a-parameter-asks-for-something"),
    ],
)
def test_rule_16_being_sent_home_is_not_found_where_every_wrong_address_is(asked: str, *, soft: bool) -> None:
    sent_home = learnt(200, HOME, final=f"{HOST}/")
    assert sent_home.matches(answer(HOST + asked, final=f"{HOST}/"), HOME) is soft


def test_being_sent_home_is_no_sign_where_wrong_addresses_get_404() -> None:
    assert learnt(404).matches(answer(f"{HOST}/old.php", final=f"{HOST}/"), HOME) is False


def test_rule_16_a_site_that_shows_its_home_page_under_every_address_is_seen_through() -> None:
    everywhere = learnt(200, HOME)
    assert everywhere.matches(answer(f"{HOST}/plan.php"), HOME) is True
    assert everywhere.matches(answer(f"{HOST}/"), HOME) is False


def test_without_an_answer_to_the_probe_nothing_is_called_soft() -> None:
    assert NotFound().matches(answer(f"{HOST}/plan.php"), MISSING) is False
