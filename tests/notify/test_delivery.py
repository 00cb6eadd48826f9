"""From the outbox to the receivers: nothing lost, nothing told twice, whatever fails in between."""

from __future__ import annotations

import multiprocessing
import os
import time
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from auditor.config import Lang
from auditor.confignotify import NotifyTable, SiteNotify, TellOn, UrlTable
from auditor.findings import Status
from auditor.notify.delivery import Told, deliver
from auditor.notify.digest import from_json, is_worth_telling, to_json
from auditor.notify.outbox import Outbox
from auditor.notify.receivers import chosen
from auditor.notify.wording import Links
from tests.notify.mailbox import Mailbox
from tests.notify.telling import MESSAGES, NOW, digest, mail, means, text, turn

if TYPE_CHECKING:
    from multiprocessing.synchronize import Event
    from pathlib import Path

    from auditor.notify.digest import Digest


def delivered(outbox: Outbox, table: NotifyTable, lang: Lang = Lang.TH) -> list[Told]:
    return list(deliver(outbox, means(table, lang), NOW))


def test_each_message_is_told_once_however_often_it_is_put(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path / "outbox")
    with Mailbox() as box:
        table = NotifyTable(mail=(mail(box.port),))
        label = table.mail[0].label
        for _ in range(2):
            outbox.put(label, digest(), NOW)
        assert [each.problem for each in delivered(outbox, table)] == [""]
        outbox.put(label, digest(), NOW)
        assert delivered(outbox, table) == []
        outbox.put(label, digest(run="another"), NOW)
        assert len(delivered(outbox, table)) == 1
    assert len(box.letters) == 2


def test_what_failed_waits_for_the_next_time(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path / "outbox")
    with Mailbox(answers=["451 later"] * 3) as box:
        table = NotifyTable(mail=(mail(box.port),))
        outbox.put(table.mail[0].label, digest(), NOW)
        outbox.put(table.mail[0].label, digest("y"), NOW)
        first = delivered(outbox, table)
        assert [(each.final, "451" in each.problem) for each in first] == [(False, True)] * 2
        assert box.answers == []  # three tries for the first message, none for the second
        assert [(each.tries, each.problem) for each in outbox.waiting()] == [(1, first[0].problem)] * 2
        assert [each.problem for each in delivered(outbox, table)] == ["", ""]
    assert len(box.letters) == 2
    assert outbox.waiting() == ()


def test_what_cannot_be_told_for_a_week_is_given_up(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path / "outbox")
    with Mailbox() as box:
        table = NotifyTable(mail=(mail(box.port),))
    outbox.put(table.mail[0].label, digest(), NOW - timedelta(days=8))
    assert [(each.final, bool(each.problem)) for each in delivered(outbox, table)] == [(True, True)]
    assert outbox.waiting() == ()


def test_a_receiver_that_is_gone_from_the_configuration_is_told_of(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path / "outbox")
    outbox.put("nobody", digest(), NOW)
    (told,) = delivered(outbox, NotifyTable())
    assert "no more" in told.problem
    assert outbox.waiting() == ()


def test_one_message_can_tell_of_all_sites(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path / "outbox")
    with Mailbox() as box:
        table = NotifyTable(mail=(mail(box.port),), one_for="run")
        for site in ("x", "y", "z"):
            outbox.put(table.mail[0].label, digest(site, name=f"สสอ.{site}"), NOW)
        assert [each.sites for each in delivered(outbox, table)] == [("x", "y", "z")]
    (letter,) = box.letters
    assert letter["Subject"] == "ผลการตรวจสอบเว็บไซต์ 3 แห่ง: ผลลดลง 3 รายการ ข้อสังเกตสำคัญใหม่ 15 ข้อ"
    body = str(letter.get_body(("plain",)).get_content())  # type: ignore[union-attr]
    assert all(f"สสอ.{site}" in body for site in "xyz")


def test_an_address_of_a_site_is_reached_by_the_first_server(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path / "outbox")
    with Mailbox() as box:
        table = NotifyTable(mail=(mail(box.port, name="office"),), url=(UrlTable(name="chat", env="X"),))
        own = SiteNotify(to=("head@y.go.th", "office"))
        for label in chosen(table, own):
            outbox.put(label, digest(), NOW)
        assert {each.problem for each in delivered(outbox, table)} == {""}
    assert sorted(box.receivers) == [("head@y.go.th",), ("web@x.go.th",)]


@pytest.mark.parametrize(
    ("to", "labels"), [(None, ("office", "X")), ((), ()), (("office",), ("office",)), (("a@b.th",), ("a@b.th",))]
)
def test_a_site_may_choose_who_is_told(to: tuple[str, ...] | None, labels: tuple[str, ...]) -> None:
    table = NotifyTable(mail=(mail(1, name="office"),), url=(UrlTable(env="X"),))
    assert chosen(table, SiteNotify(to=to)) == labels


def test_a_damaged_file_costs_no_other_message(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path / "outbox")
    outbox.put("one", digest(), NOW)
    outbox.put("two", digest(), NOW)
    first = min((tmp_path / "outbox").glob("*.json"))
    first.write_bytes(b"{}\n{")
    assert len(outbox.waiting()) == 1
    assert not first.exists()


def hold(folder: Path, held: Event, done: Event) -> None:
    with Outbox(folder).held():
        held.set()
        done.wait(30)


def test_two_processes_never_send_at_once(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path / "outbox")
    outbox.put("nobody", digest(), NOW)
    context = multiprocessing.get_context("spawn")
    held, done = context.Event(), context.Event()
    other = context.Process(target=hold, args=(tmp_path / "outbox", held, done))
    other.start()
    assert held.wait(30)
    assert delivered(outbox, NotifyTable()) == []
    done.set()
    other.join()
    assert len(delivered(outbox, NotifyTable())) == 1


def never_end(folder: Path, begun: Event) -> None:
    def sync(fd: object) -> None:  # noqa: ARG001
        begun.set()
        time.sleep(60)

    os.fsync = sync  # the disk of this process takes forever
    Outbox(folder).put("one", digest(), NOW)


def test_what_a_killed_writer_left_is_removed_and_what_is_being_written_is_not(tmp_path: Path) -> None:
    outbox = Outbox(tmp_path / "outbox")
    context = multiprocessing.get_context("spawn")
    begun = context.Event()
    writer = context.Process(target=never_end, args=(tmp_path / "outbox", begun))
    writer.start()
    assert begun.wait(30)
    [part] = (tmp_path / "outbox").glob("*.part")
    assert delivered(outbox, NotifyTable()) == []
    assert part.exists()
    writer.kill()
    writer.join()
    assert delivered(outbox, NotifyTable()) == []
    assert not part.exists()


def test_a_digest_comes_back_from_the_disk_as_it_was() -> None:
    told = digest(failed=text("down"), obstacle=text("why"), better=(turn(),))
    assert from_json(to_json(told)) == told


NOTHING = digest(worse=(), grave=(), grave_count=0, new_count=0, percent_before=71.25)


@pytest.mark.parametrize(
    ("told", "on"),
    [
        pytest.param(NOTHING, {TellOn.ALWAYS}, id="nothing"),
        pytest.param(replace(NOTHING, worse=(turn(),)), set(TellOn), id="worse"),
        pytest.param(replace(digest(), worse=()), set(TellOn), id="grave"),
        pytest.param(replace(NOTHING, better=(turn(),)), {TellOn.ANY, TellOn.ALWAYS}, id="better"),
        pytest.param(replace(NOTHING, new_count=1), {TellOn.ANY, TellOn.ALWAYS}, id="a slight finding"),
        pytest.param(replace(NOTHING, fixed_count=1), {TellOn.ANY, TellOn.ALWAYS}, id="fixed"),
        pytest.param(replace(NOTHING, failed=text("down")), set(TellOn), id="failed"),
    ],
)
def test_the_threshold_decides_what_is_told(told: Digest, on: set[TellOn]) -> None:
    assert {each for each in TellOn if is_worth_telling(told, each)} == on


@pytest.mark.parametrize(
    ("lang", "subject", "parts"),
    [
        (
            Lang.TH,
            "ผลการตรวจสอบเว็บไซต์ สสอ.ตัวอย่าง: ตรวจสอบไม่สำเร็จ",
            ("ตรวจสอบไม่สำเร็จ: down ก", "ข้อมูล ณ วันที่ 15 มิถุนายน 2567"),
        ),
        (Lang.EN, "Website audit of สสอ.ตัวอย่าง: the audit failed", ("The audit failed: down", "As of 15 Jun 2024")),
    ],
)
def test_a_failed_night_is_told_in_either_language(lang: Lang, subject: str, parts: tuple[str, ...]) -> None:
    told = replace(NOTHING, failed=text("down"), run="")
    message = means(NotifyTable(), lang).wording.message([told], Links(base="https://r.go.th"))
    assert message.subject == subject
    assert all(part in message.text for part in parts)
    assert "r.go.th" not in message.text


def test_everything_that_is_known_is_told() -> None:
    told = digest(
        better=(turn(Status.FAIL, Status.PASS, "1.1.fax"),), fixed_count=3, unseen_count=2, obstacle=text("blocked")
    )
    message = means(NotifyTable(), Lang.EN).wording.message([told], Links())
    for part in (
        "Score 71.2 % (before: 75.0 % as of 14 Jun 2024)",
        "1.1.vision Vision: pass → fail".replace("pass", MESSAGES.term("status-short", Status.PASS).en).replace(
            "fail", MESSAGES.term("status-short", Status.FAIL).en
        ),
        "New critical and major findings (5)",
        "and 2 more",
        "Findings that were fixed: 3",
        "could not be looked at this time: 2. blocked",
    ):
        assert part in message.text


def test_however_much_there_is_to_tell_the_message_has_its_bounds() -> None:
    many = tuple(turn(name=f"{number} {'ก' * 500}") for number in range(60))
    sites = [digest(f"s{number}", worse=many, better=many, name="ข" * 999) for number in range(200)]
    wording = means(NotifyTable()).wording
    one, all_ = wording.message(sites[:1], Links()), wording.message(sites, Links())
    assert len(one.text) < 50_000
    assert len(all_.text) < 500_000
    assert "และเว็บไซต์อื่นอีก 150 แห่ง" in all_.text
    assert max(len(one.short), len(all_.short)) <= 1_802
    assert max(len(one.subject), len(all_.subject)) <= 160
