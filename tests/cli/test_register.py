"""The publication register on the command line: `check --register`, the configuration, mistakes with exit code 2."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.test_check import PAGES, auditor, is_mendable, report
from tests.loopback import LoopbackSite
from tests.register.tables import workbook

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "เรื่อง,ลิงก์,สถานะ,วันสิ้นสุดการเผยแพร่,หมายเหตุ"


def register(folder: Path, url: str, name: str = "ทะเบียน.csv") -> None:
    folder.joinpath(name).write_text(
        f"{HEAD}\nวิสัยทัศน์,{url}vision,อนุมัติ,,\nแผน,{url}plan.pdf,อนุมัติ,,\nวิสัยทัศน์,{url}vision,อนุมัติ,31/1/2567,\n",
        encoding="utf-8",
    )


def test_a_register_is_held_against_the_site(tmp_path: Path) -> None:
    with LoopbackSite(PAGES) as site:
        register(tmp_path, site.url)
        done = auditor(
            "check", site.url, "--delay", "0", "--register", "ทะเบียน.csv", "--output", "o", "--as-of", "2024-06-15",
            cwd=tmp_path,
        )  # fmt: skip
        url = site.url
    assert done.returncode == 1, done.stderr
    made = report(tmp_path / "o")
    assert made["register"]["file"] == "ทะเบียน.csv"
    assert [(row["row"], row["standing"]) for row in made["register"]["rows"]] == [
        (2, "as-registered"),
        (3, "not-found"),
        (4, "as-registered"),
    ]
    assert made["register"]["counts"]["standing"]["not-found"] == 1
    assert made["register"]["unread_columns"] == ["หมายเหตุ"]
    [found] = [each for each in made["findings"] if each["rule"] == "register.not-found"]
    assert (found["url"], "แถวที่ 3" in found["message"]["th"]) == (f"{url}plan.pdf", True)
    assert "อนุมัติแล้ว แต่ไม่พบบนเว็บไซต์ 1" in done.stdout
    assert "register.not-found" in made["run"]["config"]["detectors"]


def test_a_site_that_is_down_makes_nothing_of_the_register_missing(tmp_path: Path) -> None:
    with LoopbackSite() as site:
        gone = site.url
    register(tmp_path, gone)
    auditor("check", gone, "--delay", "0", "--register", "ทะเบียน.csv", "--output", "o", cwd=tmp_path)
    made = report(tmp_path / "o")
    assert {row["standing"] for row in made["register"]["rows"]} == {"unchecked"}
    assert not [each for each in made["findings"] if each["rule"].startswith("register.")]


def test_a_site_of_the_configuration_brings_its_register(tmp_path: Path) -> None:
    (tmp_path / "conf").mkdir()
    with LoopbackSite(PAGES) as site:
        register(tmp_path / "conf", site.url)
        (tmp_path / "conf" / "c.toml").write_text(
            f'[crawl]\ndelay = 0.0\n[[site]]\nurl = "{site.url}"\nregister = "ทะเบียน.csv"\n', encoding="utf-8"
        )
        auditor("check", site.url, "--config", "conf/c.toml", "--output", "o", cwd=tmp_path)
    assert report(tmp_path / "o")["register"]["counts"]["entries"] == 3


def test_without_a_register_there_is_no_word_of_one(tmp_path: Path) -> None:
    with LoopbackSite(PAGES) as site:
        done = auditor("check", site.url, "--delay", "0", "--output", "o", cwd=tmp_path)
    assert report(tmp_path / "o")["register"] is None
    assert "ทะเบียน" not in done.stdout


def test_every_mistake_of_a_register_is_said_before_anything_starts(tmp_path: Path) -> None:
    workbook(tmp_path, ("เรื่อง", "สถานะ", "วันที่เผยแพร่"), ("แผน", "อนุมัต", "31 เมษายน 2567"), ("", "อนุมัติ", ""))
    done = auditor("check", "x.go.th", "--register", "register.xlsx", cwd=tmp_path)
    is_mendable(done, "register.xlsx", "row 2, column B", "row 2, column C", "row 3, column A")
    assert not (tmp_path / "auditor-report").exists()


def test_config_check_reads_the_registers_too(tmp_path: Path) -> None:
    (tmp_path / "r.csv").write_text("เรื่อง,สถานะ\nแผน,อะไร\n", encoding="utf-8")
    (tmp_path / "c.toml").write_text('[[site]]\nurl = "https://x.go.th/"\nregister = "r.csv"\n', encoding="utf-8")
    is_mendable(auditor("config", "check", "c.toml", cwd=tmp_path), "r.csv", "row 2, column B")


@pytest.mark.parametrize(
    ("words", "name", "start"),
    [
        pytest.param((), "register.xlsx", b"PK", id="a workbook"),
        pytest.param(("--format", "csv"), "register.csv", b"\xef\xbb\xbf", id="CSV"),
        pytest.param(("--output", "ทะเบียน.csv"), "ทะเบียน.csv", b"\xef\xbb\xbf", id="by the name of the file"),
        pytest.param(("--lang", "en", "--format", "CSV"), "register.csv", b"\xef\xbb\xbfSubject", id="in English"),
    ],
)
def test_a_template_is_written_and_named(tmp_path: Path, words: tuple[str, ...], name: str, start: bytes) -> None:
    done = auditor("register", "template", *words, cwd=tmp_path)
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, name, "")
    assert (tmp_path / name).read_bytes().startswith(start)


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        pytest.param(("--output", "there.csv"), ("there.csv", "already there"), id="a register is never overwritten"),
        pytest.param(("--format", "ods"), ("ods", "csv", "xlsx"), id="no such format"),
        pytest.param(("--output", "absent/r.csv"), ("absent",), id="no folder"),
    ],
)
def test_a_template_that_cannot_be_is_told(tmp_path: Path, words: tuple[str, ...], parts: tuple[str, ...]) -> None:
    (tmp_path / "there.csv").write_text("มีอยู่แล้ว", encoding="utf-8")
    is_mendable(auditor("register", "template", *words, cwd=tmp_path), *parts)
    assert (tmp_path / "there.csv").read_text(encoding="utf-8") == "มีอยู่แล้ว"
