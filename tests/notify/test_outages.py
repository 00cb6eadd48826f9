"""Nights without an audit: told when they begin, seldom while they last, and once when they are over."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from auditor.config import Lang
from auditor.confignotify import NotifyTable
from auditor.notify.delivery import deliver
from auditor.notify.digest import LastGood, Missed, Nights, from_json, to_json
from auditor.notify.outages import Ledger, LeftOut, Outage, left_out, one_more
from auditor.notify.outbox import Outbox
from auditor.notify.wording import Links
from tests.notify.mailbox import Mailbox
from tests.notify.telling import NOW, digest, mail, means, text

if TYPE_CHECKING:
    from pathlib import Path

    from auditor.notify.digest import Digest

FIRST = date(2024, 6, 1)
DUE = datetime(2024, 5, 31, 19, tzinfo=UTC)  # two in the morning of the first of June


@pytest.mark.parametrize(
    ("nights", "told", "count"),
    [
        pytest.param([0], [0], 1, id="the first"),
        pytest.param([0, 0], [0], 1, id="tried twice on one day"),
        pytest.param(range(7), [0], 7, id="a week"),
        pytest.param(range(70), [0, 30, 60], 70, id="ten weeks"),
        pytest.param([0, 45, 46], [0, 45], 3, id="audited seldom"),
        pytest.param([5, 3], [5], 1, id="judged for a day that was before"),
    ],
)
def test_an_outage_is_told_when_it_begins_and_each_month(nights: list[int], told: list[int], count: int) -> None:
    outage: Outage | None = None
    heard = []
    for night in nights:
        outage, is_told = one_more(outage, FIRST + timedelta(days=night))
        heard += [night] if is_told else []
    assert outage is not None
    assert (heard, outage.nights, outage.since) == (told, count, FIRST + timedelta(days=nights[0]))


@pytest.mark.parametrize(
    ("nights", "told"),
    [
        pytest.param([0], [(0, 0)], id="the first"),
        pytest.param([0, 0], [(0, 0)], id="heard twice"),
        pytest.param(range(16), [(0, 0), (7, 6), (14, 6)], id="every night"),
        pytest.param([0, 40], [(0, 0), (40, 0)], id="seldom"),
    ],
)
def test_nights_that_were_left_out_are_told_once_a_week(nights: list[int], told: list[tuple[int, int]]) -> None:
    known: LeftOut | None = None
    heard = []
    for night in nights:
        known, is_told = left_out(known, DUE + timedelta(days=night), FIRST + timedelta(days=night))
        if is_told:
            heard.append((night, known.untold))
            known = replace(known, untold=0)
    assert heard == told


def test_what_was_told_is_kept_for_each_site_and_damage_costs_nothing(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "outbox")
    outage, night = Outage(since=FIRST, last=FIRST, told_on=FIRST), LeftOut(due_at=DUE, told_on=FIRST, untold=2)
    ledger.keep("x", outage)
    ledger.keep("x", night)
    assert (ledger.outage("x"), ledger.left_out("x"), ledger.outage("y")) == (outage, night, None)
    assert Outbox(tmp_path / "outbox").waiting() == ()
    ledger.over("x")
    assert (ledger.outage("x"), ledger.left_out("x")) == (None, night)
    for file in (tmp_path / "outbox").iterdir():
        file.write_bytes(b'{"due_at":1}')
    assert ledger.left_out("x") is None


ONE = Nights(since=FIRST, last=FIRST, count=1)
FAILED = digest(failed=text("down"), worse=(), grave=(), grave_count=0)
MISSED = digest(run="", missed=Missed(due_at=DUE, why=text("off"), others=3), worse=(), grave=(), grave_count=0)


@pytest.mark.parametrize(
    ("told", "subject", "parts"),
    [
        pytest.param(
            replace(FAILED, nights=ONE, last_good=LastGood(as_of=FIRST, percent=71.2)),
            "the audit failed",
            ("Last audit that could look: 1 Jun 2024 (days before: 14), score 71.2 %.", "in 30 days"),
            id="an outage begins",
        ),
        pytest.param(
            replace(FAILED, nights=Nights(since=FIRST, last=date(2024, 6, 30), count=30)),
            "the audit failed",
            ("No audit has succeeded since 1 Jun 2024 (nights: 30)", "No earlier audit could look"),
            id="it lasts",
        ),
        pytest.param(
            digest(nights=Nights(since=FIRST, last=date(2024, 6, 7), count=7), worse=(), grave=(), grave_count=0),
            "it can be audited again",
            ("No audit succeeded from 1 Jun 2024 to 7 Jun 2024 (nights: 7)", "Score 71.2 %"),
            id="it is over",
        ),
        pytest.param(
            MISSED,
            "an audit was not made at its time",
            ("(1 Jun 2024, 02:00): off", "3 more were left out"),
            id="a night was left out",
        ),
    ],
)  # fmt: skip
def test_how_long_it_lasts_is_said(told: Digest, subject: str, parts: tuple[str, ...]) -> None:
    message = means(NotifyTable(), Lang.EN).wording.message([told], Links())
    assert message.subject == f"Website audit of สสอ.ตัวอย่าง: {subject}"
    for part in parts:
        assert part in message.text
    assert from_json(to_json(told)) == told


def test_nights_that_were_left_out_go_out_as_one_message_for_all_sites(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path / "outbox")
    with Mailbox() as box:
        table = NotifyTable(mail=(mail(box.port),))
        for site in ("a", "b", "c"):
            outbox.put(table.mail[0].label, replace(MISSED, site=site), NOW)
            outbox.put(table.mail[0].label, replace(FAILED, site=site, run=site), NOW)
        told = list(deliver(outbox, means(table, Lang.EN), NOW))
    assert sorted(each.sites for each in told) == [("a",), ("a", "b", "c"), ("b",), ("c",)]
    subjects = [letter["Subject"] for letter in box.letters]
    assert "Website audits of 3 sites: audits not made at their time: 3" in subjects
    assert len({letter["Message-ID"] for letter in box.letters}) == 4
