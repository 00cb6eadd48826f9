"""On which line a key stands, in every spelling that TOML allows; and nothing rather than a wrong line."""

from __future__ import annotations

import random
import tomllib
from pathlib import Path
from typing import Any

import pytest

from auditor.codec import key_path
from auditor.tomlplaces import Places

HOME = Path(__file__).resolve().parent.parent
FILES = sorted([*HOME.glob("rules/**/*.toml"), *HOME.glob("reports/**/*.toml"), HOME / "config.example.toml"])

TEXT = '''# a remark with [[site]] and "
title = "x" # = [
[auditor]
packs = [
  "a", # ]
  "b]",

  """
  of # several = lines""", 'c'
]
crawl.delay = 1.5
"a key" = { x = [1, { y = 2 }], 'z.z' = 1979-05-27 07:32:00 }
[[site]]
url = """""quoted"""""
[site.set_aside]
"1.1.fax" = 'its'

[[site]]
[[site.staff]]
name = \'\'\'''quoted'\'\'\'
[[site.staff]]
[site.notify.mail]
   to = []
'''  # fmt: skip
LINES = {
    "title": 2,
    "auditor": 3,
    "auditor.packs": 4,
    "auditor.packs[0]": 5,
    "auditor.packs[1]": 6,
    "auditor.packs[2]": 8,
    "auditor.packs[3]": 9,
    "auditor.crawl.delay": 11,
    'auditor."a key"': 12,
    'auditor."a key".x[1].y': 12,
    'auditor."a key"."z.z"': 12,
    "site": 13,
    "site[0].url": 14,
    'site[0].set_aside."1.1.fax"': 16,
    "site[1]": 18,
    "site[1].staff[0].name": 20,
    "site[1].staff[1]": 21,
    "site[1].notify": 22,
    "site[1].notify.mail.to": 23,
}


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_each_key_has_the_line_on_which_it_stands(newline: str) -> None:
    tomllib.loads(TEXT)
    places = Places(TEXT.replace("\n", newline))
    assert {where: places.line(where) for where in LINES} == LINES


@pytest.mark.parametrize(
    ("where", "line"),
    [
        pytest.param("site[1].url", 18, id="its table"),
        pytest.param('site[0].set_aside."9.9"', 15, id="its table, though quoted"),
        pytest.param("report.formats", None, id="a table that is not there"),
        pytest.param("", None, id="the whole file"),
        pytest.param("row 3, url", None, id="a place of another kind"),
    ],
)
def test_a_key_that_is_missing_has_the_line_of_its_table(where: str, line: int | None) -> None:
    assert Places(TEXT).line(where) == line


def keys(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [place for step, inner in inside for place in ((*path, step), *keys(inner, (*path, step)))]


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(HOME)))
def test_every_key_of_our_own_files_stands_on_its_line(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    places, lines = Places(text), text.split("\n")
    for path in keys(tomllib.loads(text)):
        line = places.line(key_path(path))
        assert line is not None
        if isinstance(path[-1], str):
            assert path[-1] in lines[line - 1]


@pytest.mark.parametrize("text", ["a = ", "[a", 'a = "', "a = 1\na = 2", "\x00", "a." * 300 + "a = 1", "[" * 5000])
def test_what_is_no_toml_has_no_lines(text: str) -> None:
    assert Places(text).line("a") in {None, 1}


def test_texts_with_changes_at_random_never_have_a_line_that_is_not_the_keys() -> None:
    chance = random.Random(7)
    signs = "\"'#[]{}=,.\\\n \ta1"
    valid = 0
    for _ in range(4000):
        at = chance.randrange(len(TEXT))
        text = TEXT[:at] + chance.choice(signs) + TEXT[at + chance.randrange(2) :]
        try:
            data = tomllib.loads(text)
        except tomllib.TOMLDecodeError:
            continue
        valid += 1
        places, lines = Places(text), text.split("\n")
        for path in keys(data):
            line = places.line(key_path(path))
            if isinstance(path[-1], str) and line is not None and path[-1].isalnum():
                assert path[-1] in lines[line - 1], (path, text)
    assert valid > 400
