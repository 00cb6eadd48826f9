"""Lists of sites that a configuration includes: read whole, every mistake at once with its file and row."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

import pytest

from auditor.configfile import load_config
from auditor.errors import ConfigError
from tests.cli.test_check import auditor, is_mendable

if TYPE_CHECKING:
    from pathlib import Path

HEADINGS = "รหัส,ชื่อหน่วยงาน,เว็บไซต์,ประเภทหน่วยงาน,จังหวัด,อำเภอ,ป้ายกำกับ"
THAI = f"{HEADINGS}\nmuang,สสอ.เมือง,https://a.go.th/,สสอ.,ร้อยเอ็ด,เมือง,เขต 7;นำร่อง\n"
KEYS = "id;name;url;unit_type;province;district;tags;tags"
ENGLISH = f"{KEYS}\nmuang;สสอ.เมือง;https://a.go.th/;สสอ.;ร้อยเอ็ด;เมือง;เขต 7;นำร่อง\n"


def listed(folder: Path, *lists: str, own: str = "") -> Path:
    names = ", ".join(f'"{name}"' for name in lists)
    (folder / "config.toml").write_text(f"[auditor]\ninclude = [{names}]\n{own}", encoding="utf-8")
    return folder / "config.toml"


def complaints(path: Path) -> set[tuple[str, str]]:
    with pytest.raises(ConfigError) as caught:
        load_config(path)
    return {(each.file.rpartition("/")[2], each.where) for each in caught.value.complaints}


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(THAI.encode(), id="Thai"),
        pytest.param(codecs.BOM_UTF8 + ENGLISH.encode(), id="English, as Excel saves it"),
        pytest.param(THAI.encode("cp874"), id="Thai Windows"),
        pytest.param(f"# รายชื่อเว็บไซต์\n\n{ENGLISH}".encode(), id="with a remark"),
    ],
)
def test_a_table_is_read_whatever_its_headings(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "sites.csv").write_bytes(raw)
    config = load_config(listed(tmp_path, "sites.csv", own='[[site]]\nurl = "https://own.go.th/"\n'))
    own, site = config.site
    assert own.url == "https://own.go.th/"
    assert (site.id, site.url, site.name, site.tags) == ("muang", "https://a.go.th/", "สสอ.เมือง", ("เขต 7", "นำร่อง"))
    assert (site.unit_type, site.province, site.district) == ("สสอ.", "ร้อยเอ็ด", "เมือง")


def test_a_list_in_toml_says_all_that_a_site_can(tmp_path: Path) -> None:
    (tmp_path / "lists").mkdir()
    (tmp_path / "lists" / "r.csv").touch()
    text = '[[site]]\nurl = "https://a.go.th/"\nregister = "r.csv"\n[site.schedule]\ncron = "0 3 * * 7"\n'
    (tmp_path / "lists" / "more.toml").write_text(text, encoding="utf-8")
    (site,) = load_config(listed(tmp_path, "lists/more.toml")).site
    assert (site.register, site.schedule.cron) == (tmp_path / "lists" / "r.csv", "0 3 * * 7")


def test_all_mistakes_of_all_lists_are_said_at_once(tmp_path: Path) -> None:
    rows = (
        "id,url,cron,register",
        "a,https://a.go.th/,0 2 * * 9,",
        "b,,,",
        "a,https://b.go.th/,,absent.csv",
        "d,http://www.A.go.th/,,",
        "e,https://a.go.th,,",
    )
    (tmp_path / "sites.csv").write_text("\n".join(rows), encoding="utf-8")
    (tmp_path / "more.toml").write_text('[[site]]\nurl = "ftp://x"\nnick = "x"\n', encoding="utf-8")
    (tmp_path / "empty.csv").write_text("url\n", encoding="utf-8")
    (tmp_path / "wrong.csv").write_text("address,provnce\nhttps://z.go.th,x\n", encoding="utf-8")
    own = '[schedule]\nwindow = "x"\n[[site]]\nurl = "https://own.go.th/"\n'
    path = listed(tmp_path, "sites.csv", "more.toml", "empty.csv", "wrong.csv", "absent.csv", "list.xlsx", own=own)
    assert complaints(path) == {
        ("config.toml", "schedule.window"),
        ("sites.csv", "row 2, schedule.cron"),
        ("sites.csv", "row 3, url"),
        ("sites.csv", "row 4, id"),
        ("sites.csv", "row 4, register"),
        ("sites.csv", "row 6, url"),
        ("more.toml", "site[0].url"),
        ("more.toml", "site[0].nick"),
        ("empty.csv", "row 1"),
        ("wrong.csv", "row 1"),
        ("absent.csv", ""),
        ("list.xlsx", ""),
    }


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param("url,packs\nhttps://b.go.th/,moph-web-2568\n", ("row 2, packs", "did you mean"), id="pack"),
        pytest.param("url\nhttps://own.go.th/\n", ("row 2, url", "site[0]"), id="address twice"),
        pytest.param("url\nhttps://x.go.th\nhttp://www.x.go.th\n", ("row 3, id", "sites.csv: row 2"), id="history"),
        pytest.param('url\n"https://x.go.th\n', ("sites.csv", "quotation"), id="no CSV"),
    ],
)
def test_what_the_rules_know_is_checked_in_lists_too(tmp_path: Path, text: str, parts: tuple[str, ...]) -> None:
    (tmp_path / "sites.csv").write_text(text, encoding="utf-8")
    path = listed(tmp_path, "sites.csv", own='[[site]]\nurl = "https://own.go.th/"\n')
    is_mendable(auditor("config", "check", path, cwd=tmp_path), *parts)


def test_what_is_in_force_is_shown_with_the_sites_of_the_lists(tmp_path: Path) -> None:
    (tmp_path / "sites.csv").write_bytes(THAI.encode())
    path = listed(tmp_path, "sites.csv")
    shown = auditor("config", "show", path, cwd=tmp_path)
    assert shown.returncode == 0, shown.stderr
    (tmp_path / "shown.toml").write_text(shown.stdout, encoding="utf-8")
    assert load_config(tmp_path / "shown.toml").site == load_config(path).site
