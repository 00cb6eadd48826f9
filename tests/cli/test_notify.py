"""Telling as a webmaster meets it: `auditor run`, `notify test/status` and `config check`, over real servers."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.cli.test_check import HOME, PAGES, auditor, is_mendable, started
from tests.cli.test_run import BROKEN
from tests.cli.test_schedule import days_pass
from tests.loopback import Asked, LoopbackSite, Reply
from tests.notify.mailbox import CERTIFICATE, Mailbox
from tests.notify.telling import SECRET
from tests.notify.webhook import Webhook

if TYPE_CHECKING:
    from email.message import EmailMessage
    from pathlib import Path

NO_VISION = {**PAGES, "/": Reply(str(HOME.body).replace('<a href="/vision">วิสัยทัศน์</a>', ""))}
SPOOF = "สสอ.&quot;&#13;&#10;Bcc: all@x.go.th<script>alert(1)</script>"


def config(folder: Path, notify: str, *sites: str) -> None:
    (folder / "config.toml").write_text(
        '[auditor]\nlang = "th"\n[crawl]\ndelay = 0.0\ncheck_external_links = false\nrender = "never"\n'
        f"[politeness]\nretries = 0\n[network]\nconnect_seconds = 2.0\n{notify}\n" + "\n".join(sites),
        encoding="utf-8",
    )


def site(url: str, name: str = "x", more: str = "") -> str:
    return f'[[site]]\nid = "{name}"\nurl = "{url}"\n{more}'


def by_mail(box: Mailbox, head: str = "", more: str = "") -> str:
    return (
        f'[notify]\n{head}\n[[notify.mail]]\nhost = "127.0.0.1"\nport = {box.port}\ntls = "{box.tls}"\n'
        f'from = "auditor@x.go.th"\nto = ["web@x.go.th"]\n{more}'
    )


def run(folder: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "auditor", *words]
    env = os.environ | environment
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, timeout=120, check=False)  # noqa: S603


def night(folder: Path, day: int) -> subprocess.CompletedProcess[str]:
    return auditor("run", "--fail-on", "never", "--as-of", f"2024-06-{day}", cwd=folder)


def body(letter: EmailMessage) -> str:
    part = letter.get_body(("plain",))
    assert part is not None
    return str(part.get_content())


def test_what_got_worse_is_told_once_and_the_rest_is_not(tmp_path: Path) -> None:
    nights = (PAGES, PAGES, NO_VISION, NO_VISION)
    with Mailbox() as box:
        for number, pages in enumerate(nights):
            with LoopbackSite(pages) as served:
                config(tmp_path, by_mail(box, 'link = "https://reports.x.go.th"'), site(served.url))
                done = night(tmp_path, 10 + number)
                assert (done.returncode, done.stderr) == (0, "")
    (letter,) = box.letters
    assert letter["Subject"].startswith("ผลการตรวจสอบเว็บไซต์ สำนักงานสาธารณสุขอำเภอตัวอย่าง: ผลลดลง 1 รายการ")
    assert "1.1.vision" in body(letter)
    assert "ผ่าน → ไม่ผ่าน" in body(letter)
    assert "ณ วันที่ 11 มิถุนายน 2567" in body(letter)
    newest = sorted(path.name for path in (tmp_path / "output" / "x").iterdir() if not path.is_symlink())
    assert f"https://reports.x.go.th/x/{newest[2]}/report.html" in body(letter)


def test_what_failed_once_is_not_told(tmp_path: Path) -> None:
    asked: list[str] = []

    def flaky(request: Asked) -> Reply | None:
        asked.append(request.target)
        again = asked.count("/vision") != 2  # the first look of the second night
        return PAGES.get(request.target) if request.target != "/vision" or again else None

    with Mailbox() as box, LoopbackSite(make=flaky) as served:
        config(tmp_path, by_mail(box, 'on = "any"'), site(served.url))
        for day in (10, 11):
            assert night(tmp_path, day).returncode == 0
    assert asked.count("/vision") == 3
    assert [letter["Subject"].endswith("ไม่มีรายการที่ผลเปลี่ยนแปลง") for letter in box.letters] == [True]


def test_what_cannot_be_told_costs_no_audit_and_waits_for_the_next_run(tmp_path: Path) -> None:
    with Mailbox() as box:
        closed = by_mail(box)
    with LoopbackSite(PAGES) as served:
        config(tmp_path, closed.replace("[notify]", '[notify]\non = "always"'), site(served.url))
        done = night(tmp_path, 10)
        assert done.returncode == 0
        assert "web@x.go.th (127.0.0.1) could not be told" in done.stderr
        assert "the next run tries again" in done.stderr
        status = auditor("notify", "status", cwd=tmp_path)
        assert (status.returncode, "x → web@x.go.th" in status.stdout) == (0, True)
        with Mailbox() as box:
            port = f"port = {box.port}"
            text = (tmp_path / "config.toml").read_text(encoding="utf-8")
            old = next(line for line in text.splitlines() if line.startswith("port"))
            (tmp_path / "config.toml").write_text(text.replace(old, port), encoding="utf-8")
            assert night(tmp_path, 11).stderr == ""
        assert "ไม่มีข้อความค้างส่ง" in auditor("notify", "status", cwd=tmp_path).stdout
    told = [body(letter) for letter in box.letters]
    assert ["ข้อมูล ณ วันที่ 10" in letter for letter in told] == [True, False]


def test_a_failed_night_is_always_told(tmp_path: Path) -> None:
    with LoopbackSite(PAGES) as served:
        gone = served.url
    (tmp_path / "output").mkdir()
    (tmp_path / "output" / "y").write_text("in the way")
    with Mailbox() as box, LoopbackSite(PAGES) as served:
        config(tmp_path, by_mail(box), site(gone), site(served.url, "y"))
        assert night(tmp_path, 10).returncode == 3
    told = {letter["Subject"].split()[1]: body(letter) for letter in box.letters}
    assert set(told) == {"x:", "y:"}
    assert all("ตรวจสอบไม่สำเร็จ" in each for each in told.values())


def test_a_site_that_is_down_for_a_week_is_told_when_it_goes_and_when_it_is_back(tmp_path: Path) -> None:
    down: list[bool] = []

    def answer(asked: Asked) -> Reply | None:
        return Reply("out of order", status=503) if down else PAGES.get(asked.target)

    with Mailbox() as box, LoopbackSite(make=answer) as served:
        config(tmp_path, by_mail(box, 'lang = "en"'), site(served.url))
        assert night(tmp_path, 10).returncode == 0
        down.append(True)
        for day in range(11, 18):
            assert night(tmp_path, day).returncode == 3
        assert len(box.letters) == 1
        down.clear()
        for day in (18, 19):
            assert night(tmp_path, day).returncode == 0
    gone, back = box.letters
    assert gone["Subject"].endswith(": the audit failed")
    assert "Last audit that could look: 10 Jun 2024 (days before: 1), score " in body(gone)
    assert back["Subject"].endswith(": it can be audited again")
    assert "No audit succeeded from 11 Jun 2024 to 17 Jun 2024 (nights: 7)" in body(back)


def test_a_program_that_fails_every_night_is_told_once(tmp_path: Path) -> None:
    with Mailbox() as box, LoopbackSite(PAGES) as served:
        config(tmp_path, by_mail(box, 'lang = "en"'), site(served.url))
        assert night(tmp_path, 10).returncode == 0
        reports = tmp_path / "output" / "x"
        reports.rename(tmp_path / "aside")
        reports.write_text("in the way")
        for day in (11, 12, 13):
            assert night(tmp_path, day).returncode == 3
        reports.unlink()
        assert night(tmp_path, 14).returncode == 0
    failed, back = box.letters
    assert "the program did not come to the end of the audit" in body(failed)
    assert "Last audit that could look: 11 Jun 2024, score " in body(failed)  # made, but with no place for its report
    assert "(nights: 3)" in body(back)


def test_one_message_for_all_sites_and_receivers_of_their_own(tmp_path: Path) -> None:
    with Mailbox() as box, LoopbackSite(PAGES) as one, LoopbackSite(PAGES) as two:
        own = '[site.notify]\nto = ["head@y.go.th"]\n'
        head = 'on = "always"\none_for = "run"\nlang = "en"'
        config(tmp_path, by_mail(box, head), site(one.url, "a"), site(one.url, "b"), site(two.url, "c", own))
        assert night(tmp_path, 10).returncode == 0
    told = dict(zip(box.receivers, box.letters, strict=True))
    assert set(told) == {("web@x.go.th",), ("head@y.go.th",)}
    assert told["web@x.go.th",]["Subject"] == "Website audits of 2 sites: no result changed"
    assert told["head@y.go.th",]["Subject"].startswith("Website audit of ")


def test_a_site_cannot_write_into_the_message(tmp_path: Path) -> None:
    page = str(HOME.body).replace("สำนักงานสาธารณสุขอำเภอตัวอย่าง", SPOOF)
    with Mailbox() as box, LoopbackSite({**PAGES, "/": Reply(page)}) as served:
        config(tmp_path, by_mail(box, 'on = "always"'), site(served.url, more="name = 'a\\r\\nBcc: b@x.go.th<b>'"))
        assert night(tmp_path, 10).returncode == 0
    (letter,) = box.letters
    assert letter["Bcc"] is None
    assert box.receivers == [("web@x.go.th",)]
    html = letter.get_body(("html",))
    assert html is not None
    assert "<b>" not in html.get_content()
    assert "<script" not in html.get_content()


def test_no_secret_is_in_anything_that_is_written(tmp_path: Path) -> None:
    with (
        Mailbox(tls="starttls", user="u", password="another") as box,  # noqa: S106  (made up)
        Webhook(statuses=[503] * 9) as hook,
        LoopbackSite(PAGES) as served,
    ):
        mail = f'user = "u"\npassword_env = "PW"\nca_file = "{CERTIFICATE}"\n'
        hooked = '[[notify.url]]\nname = "hook"\nenv = "HOOK"\n'
        config(tmp_path, by_mail(box, 'on = "always"', mail) + hooked, site(served.url))
        environment = {"PW": SECRET, "HOOK": hook.url(SECRET)}
        done = [
            run(tmp_path, *words, **environment)
            for words in (
                ("run", "--fail-on", "never"),
                ("notify", "test"),
                ("notify", "status"),
                ("config", "show", "config.toml"),
                ("config", "check", "config.toml"),
            )
        ]
    assert [each.returncode for each in done] == [0, 3, 0, 0, 0]
    assert "does not take user and password" in done[0].stderr
    assert "HTTP 503" in done[0].stderr
    assert SECRET not in "".join(each.stdout + each.stderr for each in done)
    assert [path for path in tmp_path.rglob("*") if path.is_file() and SECRET.encode() in path.read_bytes()] == []
    with closing(sqlite3.connect(tmp_path / "auditor.db")) as store:
        assert SECRET not in "\n".join(store.iterdump())


def test_every_receiver_is_tried_and_told_of(tmp_path: Path) -> None:
    with Mailbox() as box, Webhook(statuses=[404]) as hook:
        hooked = '[[notify.url]]\nname = "hook"\nenv = "HOOK"\n'
        own = '[site.notify]\nto = ["head@y.go.th"]\n'
        config(tmp_path, by_mail(box, "", 'name = "office"\n') + hooked, site("https://x.go.th/", "y", own))
        done = run(tmp_path, "notify", "test", HOOK=hook.url(SECRET))
        assert (done.returncode, done.stdout) == (3, "office: ส่งแล้ว\nhead@y.go.th: ส่งแล้ว\n")
        assert "hook: ส่งไม่ได้" in done.stderr
        again = run(tmp_path, "notify", "test", "y", "--lang", "en")
        assert (again.returncode, again.stdout, again.stderr) == (0, "head@y.go.th: sent\n", "")
    assert [letter["Subject"] for letter in box.letters[:1]] == ["ทดสอบการแจ้งผลการตรวจสอบเว็บไซต์"]
    assert box.receivers == [("web@x.go.th",), ("head@y.go.th",), ("head@y.go.th",)]


@pytest.mark.parametrize(
    ("words", "notify", "parts"),
    [
        (("notify", "test"), "", ("nobody is told", "[[notify.mail]]")),
        (("notify", "test", "z"), '[[notify.url]]\nenv = "A"\n', ("no site 'z'",)),
        (("config", "check", "config.toml"), '[[notify.mail]]\npassword = "hunter2"\n', ("notify.mail[0].password",)),
    ],
)
def test_what_cannot_be_is_said_with_its_mend(
    tmp_path: Path, words: tuple[str, ...], notify: str, parts: tuple[str, ...]
) -> None:
    config(tmp_path, notify, site("https://x.go.th/"))
    done = auditor(*words, cwd=tmp_path)
    is_mendable(done, *parts)
    assert "hunter2" not in done.stderr


def test_a_variable_that_is_not_set_is_warned_of(tmp_path: Path) -> None:
    config(tmp_path, '[[notify.url]]\nenv = "NOT_SET_ANYWHERE"\n', site("https://x.go.th/"))
    done = auditor("config", "check", "config.toml", cwd=tmp_path)
    assert done.returncode == 0
    assert "notify.url[0].env: NOT_SET_ANYWHERE is not set" in done.stderr


def test_the_report_is_attached_where_that_is_wanted(tmp_path: Path) -> None:
    with Mailbox() as box, LoopbackSite({**PAGES, "/": BROKEN}) as served:
        config(tmp_path, by_mail(box, 'on = "always"\nattach = true'), site(served.url))
        assert night(tmp_path, 10).returncode == 0
    (letter,) = box.letters
    (report,) = letter.iter_attachments()
    assert report.get_filename() == "report.html"
    assert "<!doctype html>" in str(report.get_content()).lower()


def test_the_schedule_tells_as_well(tmp_path: Path) -> None:
    with Mailbox() as box, LoopbackSite(PAGES) as served:
        config(tmp_path, by_mail(box, 'on = "always"'), site(served.url))
        done = auditor("schedule", "--once", cwd=tmp_path)
        assert "untold" not in done.stderr
        assert len(box.letters) == 1
        assert auditor("schedule", "--once", cwd=tmp_path).returncode == 0
        assert len(box.letters) == 1


@pytest.mark.parametrize("once", [False, True])
def test_nights_that_a_schedule_left_out_are_told_in_one_message(tmp_path: Path, *, once: bool) -> None:
    """A machine that was off for three nights, with a scheduler that stays up or is called by cron."""
    with Mailbox() as box, LoopbackSite(PAGES) as one, LoopbackSite(PAGES) as two:
        config(tmp_path, by_mail(box, 'lang = "en"'), site(one.url, "a"), site(two.url, "b"))
        assert night(tmp_path, 10).returncode == 0
        days_pass(tmp_path)
        process = started("schedule", *(["--once"] if once else []), cwd=tmp_path)
        deadline = time.monotonic() + 60
        while not box.letters and time.monotonic() < deadline:
            time.sleep(0.05)
        if not once:
            process.terminate()
        _, log = process.communicate(timeout=60)
    (letter,) = box.letters
    assert letter["Subject"] == "Website audits of 2 sites: audits not made at their time: 2"
    assert log.count(" missed ") == 2


def test_a_night_that_failed_is_not_told_again_as_one_that_was_left_out(tmp_path: Path) -> None:
    with Mailbox() as box, LoopbackSite(PAGES) as served:
        config(tmp_path, by_mail(box, 'lang = "en"'), site(served.url))
        assert night(tmp_path, 10).returncode == 0
        days_pass(tmp_path)
        reports = tmp_path / "output" / "x"
        reports.rename(tmp_path / "aside")
        reports.write_text("in the way")
        for _ in range(2):
            assert auditor("schedule", "--once", cwd=tmp_path).returncode == 3
        reports.unlink()
        assert auditor("schedule", "--once", cwd=tmp_path).returncode == 1
    missed, failed, back = (letter["Subject"].partition(": ")[2] for letter in box.letters)
    assert missed == "an audit was not made at its time"  # before the first failure
    assert (failed, back) == ("the audit failed", "it can be audited again")


def test_a_schedule_that_stays_up_sends_what_waits(tmp_path: Path) -> None:
    with Mailbox() as box:
        closed = by_mail(box, 'on = "always"')
    with LoopbackSite(PAGES) as served:
        config(tmp_path, closed, site(served.url))
        assert "could not be told" in night(tmp_path, 10).stderr
    with Mailbox() as box:
        config(tmp_path, by_mail(box, 'on = "always"'), site("http://127.0.0.1:9/"))
        process = started("schedule", cwd=tmp_path)
        deadline = time.monotonic() + 60
        while not box.letters and time.monotonic() < deadline:
            time.sleep(0.05)
        process.terminate()
        process.communicate(timeout=30)
    assert (len(box.letters), process.returncode) == (1, 143)
