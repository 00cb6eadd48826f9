"""Services through apprise, against a webhook on loopback; its address is a secret and shows nowhere."""

from __future__ import annotations

import json
import logging
import subprocess
import sys
from datetime import date
from typing import TYPE_CHECKING

import pytest

from auditor.confignotify import NotifyTable, UrlTable
from auditor.notify.delivery import send
from auditor.notify.digest import LastGood, Nights
from auditor.notify.receivers import NotToldError
from auditor.notify.wording import Links
from tests.notify.telling import NOW, SECRET, digest, means, text, turn
from tests.notify.webhook import Webhook
from tests.shared_data import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

    from auditor.notify.digest import Digest

TABLE = UrlTable(env="NOTIFY_URL")


def sent(url: str, told: Digest | None = None) -> str:
    how = means(NotifyTable(url=(TABLE,)), environment={"NOTIFY_URL": url})
    return send(TABLE, how.wording.message([told or digest()], Links(base="https://reports.x.go.th")), how, NOW)


def refused(url: str) -> NotToldError:
    with pytest.raises(NotToldError) as caught:
        sent(url)
    assert SECRET not in repr(caught.value)
    assert caught.value.__cause__ is None
    return caught.value


def test_a_webhook_gets_the_short_form() -> None:
    with Webhook() as hook:
        assert sent(hook.url(SECRET)) == ""
    (body,) = hook.bodies
    told = json.loads(body)
    assert told["title"].startswith("ผลการตรวจสอบเว็บไซต์ สสอ.ตัวอย่าง")
    assert "1.1.vision วิสัยทัศน์: ผ่าน → ไม่ผ่าน" in told["message"]
    assert "https://reports.x.go.th/x/" in told["message"]
    assert "และอีก 2 รายการ" in told["message"]
    assert len(told["message"]) <= 2000


def test_a_webhook_gets_how_long_an_outage_lasts() -> None:
    nights = Nights(since=date(2024, 6, 1), last=date(2024, 6, 15), count=15)
    good = LastGood(as_of=date(2024, 5, 31), percent=71.25)
    with Webhook() as hook:
        assert sent(hook.url(SECRET), digest(failed=text("ล่ม"), nights=nights, last_good=good)) == ""
    told = json.loads(hook.bodies[0])
    assert told["title"].endswith(": ตรวจสอบไม่สำเร็จ ผลลดลง 1 รายการ ข้อสังเกตสำคัญใหม่ 5 ข้อ")
    assert "ตั้งแต่วันที่ 1 มิถุนายน 2567 (15 คืน)" in told["message"]
    assert "วันที่ 31 พฤษภาคม 2567 (15 วันก่อน) คะแนน 71.2 %" in told["message"]


@pytest.mark.parametrize(("status", "passing"), [(503, True), (403, False)])
def test_what_a_service_refuses_is_told_by_number(
    status: int, *, passing: bool, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    with Webhook(statuses=[status] * 3) as hook, caplog.at_level(logging.DEBUG):
        error = refused(hook.url(SECRET))
    assert (str(status) in error.problem, error.passing) == (True, passing)
    assert len(hook.bodies) == (3 if passing else 1)
    assert SECRET not in caplog.text
    assert SECRET not in "".join(capfd.readouterr())


def test_what_passes_is_tried_again_and_told_once() -> None:
    with Webhook(statuses=[503]) as hook:
        assert sent(hook.url(SECRET)) == ""
    assert len(hook.bodies) == 2


@pytest.mark.parametrize("url", [f"nosuch://{SECRET}", SECRET, f"json://{SECRET}@127.0.0.1:1/"])
def test_an_address_that_leads_nowhere_is_told_without_it(
    url: str, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    with caplog.at_level(logging.DEBUG):
        refused(url)
    assert SECRET not in caplog.text
    assert SECRET not in "".join(capfd.readouterr())


def test_nothing_from_a_site_is_obeyed_by_a_chat() -> None:
    name = "@everyone <!channel> [กดที่นี่](https://bad.invalid) `x`"
    with Webhook() as hook:
        sent(hook.url(SECRET), digest(name=name, worse=(turn(name="<@U1>"),)))
    message = json.loads(hook.bodies[0])["message"]
    assert not set("@<>[]`") & set(message)


def test_a_long_story_is_cut() -> None:
    worse = tuple(turn(name=f"{number} {'ก' * 300}") for number in range(60))
    with Webhook() as hook:
        sent(hook.url(SECRET), digest(worse=worse, name="ข" * 5000))
    assert len(json.loads(hook.bodies[0])["message"]) <= 1802


def test_without_the_extra_the_error_names_it(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text('[[notify.url]]\nenv = "NOTIFY_URL"\n', encoding="utf-8")
    program = (
        "import runpy, sys; sys.modules['apprise'] = None\n"
        "sys.argv = ['auditor', 'notify', 'test', '--lang', 'en']\nrunpy.run_module('auditor', run_name='__main__')"
    )
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env={"NOTIFY_URL": f"json://{SECRET}@127.0.0.1:1/", "PYTHONPATH": str(REPOSITORY)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, "auditor[notify]" in done.stderr) == (3, True), done.stderr
    assert SECRET not in done.stdout + done.stderr
