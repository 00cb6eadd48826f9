"""A directory of the staff is one of executives where it names the head with the post (REQUIREMENTS.md 5, 1.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from auditor.findings import Status
from tests.assess.building import heading, menu, page, row, site, status_of, text

if TYPE_CHECKING:
    from auditor.facts import Block

NURSE = (text("นางสาวจินตนา พรมดี"), text("เจ้าพนักงานสาธารณสุขชำนาญงาน"))
HEAD = (text("นายสมชาย ใจดี"), text("สาธารณสุขอำเภอบึงทอง"))
FORMER = page("/f", heading("ทำเนียบสาธารณสุขอำเภอ"), row("1", "นายสมพงษ์ ทองดี", "2522 - 2534"),
              row("2", "นายสมชาย ใจดี", "2565 - ปัจจุบัน"))  # fmt: skip


@pytest.mark.parametrize(
    ("label", "blocks", "expected"),
    [
        pytest.param("บุคลากร สสอ.", (*HEAD, *NURSE), Status.PASS, id="the-head-and-the-others"),
        pytest.param("บุคลากร", (text("นายสมชาย ใจดี สาธารณสุขอำเภอบึงทอง"), *NURSE), Status.PASS, id="in-one-line"),
        pytest.param("บุคลากร", NURSE, Status.FAIL, id="no-head"),
        pytest.param("บุคลากร", (text("นายสมชาย ใจดี"), text("สาธารณสุขอำเภอหนองบัว")), Status.FAIL, id="another's-head"),
        pytest.param("บุคลากร", (text("นายสมชาย ใจดี"), text("ผู้อำนวยการกลุ่มงาน")), Status.REVIEW, id="of-a-part"),
        pytest.param("บุคลากรดีเด่น", (text("สาธารณสุขอำเภอบึงทอง"),), Status.FAIL, id="nobody"),
        pytest.param("คณะกรรมการ", (*HEAD, *NURSE), Status.FAIL, id="another-name"),
    ],
)
def test_a_page_on_the_staff_may_be_the_directory(label: str, blocks: tuple[Block, ...], expected: Status) -> None:
    made = page("/s", heading(label), *blocks, title=label)
    assert status_of(site(made, start_links=(menu(label, "/s"),)), "1.1.executives") is expected


def test_a_list_of_former_heads_does_not_hide_it() -> None:
    staff = page("/s", heading("บุคลากร สสอ."), *HEAD, *NURSE, title="บุคลากร สสอ.")
    links = (menu("ทำเนียบสาธารณสุขอำเภอ", "/f"), menu("บุคลากร สสอ.", "/s"))
    assert status_of(site(FORMER, start_links=links), "1.1.executives") is Status.REVIEW
    assert status_of(site(FORMER, staff, start_links=links), "1.1.executives") is Status.PASS
