"""E-mail over a real server on loopback: both forms, encryption, refusals, and secrets that stay where they are."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from auditor.confignotify import NotifyTable
from auditor.notify.delivery import send
from auditor.notify.receivers import NotToldError
from auditor.notify.wording import Links
from tests.notify.mailbox import CERTIFICATE, Mailbox
from tests.notify.telling import NOW, SECRET, digest, mail, means

if TYPE_CHECKING:
    from email.message import EmailMessage
    from pathlib import Path

    from auditor.confignotify import MailTable

PASSWORD = {"PW": SECRET}
LOGIN: dict[str, str] = {"user": "u", "password_env": "PW"}


def sent(table: MailTable, *, attach: Path | None = None, environment: dict[str, str] | None = None) -> str:
    how = means(NotifyTable(mail=(table,)), environment=environment)
    message = how.wording.message([digest()], Links(base="https://reports.x.go.th/a/", attachment=attach))
    return send(table, message, how, NOW)


def refused(table: MailTable, **environment: str) -> NotToldError:
    with pytest.raises(NotToldError) as caught:
        sent(table, environment=environment)
    assert SECRET not in str(caught.value)
    assert caught.value.__cause__ is None
    return caught.value


def part(letter: EmailMessage, kind: str) -> str:
    found = letter.get_body((kind,))
    assert found is not None
    return str(found.get_content())


def test_a_letter_says_it_in_text_and_html_with_a_thai_subject() -> None:
    with Mailbox() as box:
        assert sent(mail(box.port, to=("web@x.go.th", "head@x.go.th"))) == ""
    (letter,) = box.letters
    assert box.receivers == [("web@x.go.th", "head@x.go.th")]
    assert letter["Subject"] == "ผลการตรวจสอบเว็บไซต์ สสอ.ตัวอย่าง: ผลลดลง 1 รายการ ข้อสังเกตสำคัญใหม่ 5 ข้อ"
    assert letter["From"] == "auditor@x.go.th"
    assert letter["Auto-Submitted"] == "auto-generated"
    assert letter.get_content_type() == "multipart/alternative"
    for kind in ("plain", "html"):
        body = part(letter, kind)
        assert "1.1.vision วิสัยทัศน์: ผ่าน → ไม่ผ่าน" in body
        assert "คะแนน 71.2 % (เดิม 75.0 % ณ วันที่ 14 มิถุนายน 2567)" in body
        assert "https://reports.x.go.th/a/x/20240615T000000Z-abc123/report.html" in body


def test_the_same_letter_has_the_same_id_and_another_has_another() -> None:
    with Mailbox() as box:
        sent(mail(box.port))
        sent(mail(box.port))
        how = means(NotifyTable(mail=(mail(box.port),)))
        send(mail(box.port), how.wording.message([digest("y")], Links()), how, NOW)
    first, second, third = (letter["Message-ID"] for letter in box.letters)
    assert first == second != third


def test_the_report_goes_with_it_where_that_is_wanted(tmp_path: Path) -> None:
    report = tmp_path / "report.html"
    report.write_text("<p>รายงาน</p>", encoding="utf-8")
    with Mailbox() as box:
        sent(mail(box.port), attach=report)
        sent(mail(box.port), attach=tmp_path / "absent.html")
    first, second = ([each.get_filename() for each in letter.iter_attachments()] for letter in box.letters)
    assert (first, second) == (["report.html"], [])


@pytest.mark.parametrize("tls", ["starttls", "tls"])
def test_it_is_encrypted_and_the_server_must_prove_who_it_is(tls: str) -> None:
    with Mailbox(tls=tls, user="u", password=SECRET) as box:
        doubted = mail(box.port, tls=tls, **LOGIN)
        assert sent(replace(doubted, ca_file=CERTIFICATE), environment=PASSWORD) == ""
        assert box.encrypted == [True]
        error = refused(doubted, PW=SECRET)
    assert "certificate" in error.problem
    assert not error.passing
    assert len(box.letters) == 1


def test_a_server_that_offers_no_encryption_gets_nothing() -> None:
    with Mailbox() as box:
        error = refused(mail(box.port, tls="starttls", ca_file=CERTIFICATE))
    assert "does not offer" in error.problem
    assert box.letters == []


def test_a_wrong_password_is_told_without_what_the_server_repeats() -> None:
    with Mailbox(user="u", password=SECRET[1:]) as box:
        error = refused(mail(box.port, **LOGIN), PW=SECRET)
    assert error.problem == "the mail server does not take user and password (535)"
    assert not error.passing


def test_a_password_is_read_from_its_file(tmp_path: Path) -> None:
    file = tmp_path / "password"
    file.write_text(f"{SECRET}\n", encoding="utf-8")
    with Mailbox(user="u", password=SECRET) as box:
        assert sent(mail(box.port, user="u", password_file=file)) == ""


@pytest.mark.parametrize(
    ("content", "part_"), [(None, "cannot be read"), (b"", "one line"), (b"a\nb", "one line"), (b"\xff", "UTF-8")]
)
def test_a_file_that_holds_no_secret_is_told(tmp_path: Path, content: bytes | None, part_: str) -> None:
    file = tmp_path / "password"
    if content is not None:
        file.write_bytes(content)
    assert part_ in refused(mail(1, user="u", password_file=file)).problem


def test_a_variable_that_is_not_set_is_told_by_its_name() -> None:
    assert "SMTP_PW" in refused(mail(1, **(LOGIN | {"password_env": "SMTP_PW"}))).problem


@pytest.mark.parametrize(
    ("answer", "passing"), [("451 later", True), ("554 never", False)], ids=["passing", "for good"]
)
def test_what_may_pass_is_tried_again_at_once(answer: str, *, passing: bool) -> None:
    with Mailbox(answers=[answer]) as box:
        if passing:
            assert sent(mail(box.port)) == ""
        else:
            assert answer[:3] in refused(mail(box.port)).problem
    assert len(box.letters) == passing


def test_a_server_that_is_not_there_is_told() -> None:
    with Mailbox() as box:
        port = box.port
    error = refused(mail(port))
    assert "cannot be reached" in error.problem
    assert error.passing


def test_one_refused_address_costs_the_others_nothing() -> None:
    with Mailbox(refused=frozenset({"gone@x.go.th"})) as box:
        assert "gone@x.go.th" in sent(mail(box.port, to=("gone@x.go.th", "web@x.go.th")))
        assert box.receivers == [("web@x.go.th",)]
        assert "550" in refused(mail(box.port, to=("gone@x.go.th",))).problem


def test_no_name_of_a_site_reaches_the_header_or_acts_in_the_body() -> None:
    name = "สสอ.\r\nBcc: all@x.go.th\r\n\r\n<script>alert(1)</script>\u202e" + "ก" * 500
    with Mailbox() as box:
        table = mail(box.port)
        how = means(NotifyTable(mail=(table,)))
        send(table, how.wording.message([digest(name=name)], Links()), how, NOW)
    (letter,) = box.letters
    assert letter["Bcc"] is None
    assert box.receivers == [("web@x.go.th",)]
    assert len(letter["Subject"]) <= 160
    assert "<script" not in part(letter, "html")
    assert "\u202e" not in part(letter, "plain")
