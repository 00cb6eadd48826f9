"""TOML to frozen types: every complaint at once, each with its place; hostile files end quickly."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.codec import MAX_BYTES, decode_toml, examine_toml, json_schema, read_text
from auditor.errors import ComplaintsError, ConfigError, RuleError

if TYPE_CHECKING:
    from pathlib import Path


class Colour(StrEnum):
    """A closed set."""

    RED = "red"
    GREEN = "green"


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Neither this type nor the next says what to do with unknown keys."""

    id: str
    url: str = ""
    tags: tuple[str, ...] = ()
    set_aside: dict[str, str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """A whole file."""

    site: tuple[Site, ...] = ()
    delay: float = 0.25
    pages: int = 1
    colour: Colour = Colour.RED
    since: date | None = None
    owner: Site | None = None


def complaints(text: str) -> list[tuple[str, str, str]]:
    with pytest.raises(RuleError) as caught:
        decode_toml(text, Book, "book.toml", RuleError)
    assert {complaint.file for complaint in caught.value.complaints} == {"book.toml"}
    return [(each.where, each.problem, each.mend) for each in caught.value.complaints]


def test_toml_becomes_a_frozen_value() -> None:
    text = """
        delay = 1
        colour = "green"
        since = 2024-06-15
        owner = { id = "o", set_aside = { "1.1.fax" = "ไม่มี" } }
        [[site]]
        id = "a"
        tags = ["x", "y"]
    """
    assert decode_toml(text, Book, "book.toml", RuleError) == Book(
        delay=1.0,
        colour=Colour.GREEN,
        since=date(2024, 6, 15),
        owner=Site(id="o", set_aside={"1.1.fax": "ไม่มี"}),
        site=(Site(id="a", tags=("x", "y")),),
    )


def test_every_mistake_is_told_at_once() -> None:
    text = """
        delay = "1"
        pages = 2.5
        colour = "gren"
        [[site]]
        id = "a"
        [[site]]
        id = "b"
        ulr = "x"
        tags = "x"
        [owner]
    """
    assert complaints(text) == [
        ("site[1].ulr", "is not a known key", 'did you mean "url"?'),
        ("site[1].tags", 'must be a list in [ ], not text in quotes, in "b"', ""),
        ("delay", "must be a number, not text in quotes", ""),
        ("pages", "must be a whole number, not a number", ""),
        ("colour", '"gren" is not allowed', 'did you mean "green"?; one of: red, green'),
        ("owner.id", "is missing", ""),
    ]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        pytest.param("pagez = 1", "pagez", id="top"),
        pytest.param('[[site]]\nid = "a"\nx = 1', "site[0].x", id="in a list"),
        pytest.param('[owner]\nid = "a"\n"x y" = 1', 'owner."x y"', id="in an optional table, quoted"),
    ],
)
def test_an_unknown_key_is_a_mistake_at_every_depth(text: str, where: str) -> None:
    """RELIABILITY_RULES 24: even where a type does not ask for it."""
    assert [(place, problem) for place, problem, _ in complaints(text)] == [(where, "is not a known key")]


def test_keys_of_a_free_table_are_not_unknown() -> None:
    book = decode_toml('[owner]\nid = "a"\nset_aside.anything = "x"', Book, "book.toml", RuleError)
    assert book.owner == Site(id="a", set_aside={"anything": "x"})


@pytest.mark.parametrize(
    ("text", "where", "problem"),
    [
        pytest.param("pages = 1\ndelay = \n", "line 2, column 9", "is not TOML", id="value missing"),
        pytest.param("pages = 1\npages = 2\n", "line 2, column 10", "is not TOML", id="key twice"),
        pytest.param("a = [", "end of the file", "is not TOML", id="never closed"),
        pytest.param("pages = " + "9" * 9000, "", "is not TOML", id="huge number"),
        pytest.param("a = " + "[" * 50_000, "", "is nested deeper", id="arrays within arrays"),
        pytest.param("\n" + ".".join("a" * 200_000) + " = 1", "line 2", "is nested deeper", id="endless key"),
        pytest.param("delay = inf", "delay", "must be a finite number", id="infinite"),
        pytest.param("delay = 1e999", "delay", "must be a finite number", id="overflow"),
        pytest.param("delay = nan", "delay", "must be a finite number", id="not a number"),
        pytest.param("a" * (MAX_BYTES + 1), "", "is larger than", id="too large"),
    ],
)
def test_broken_and_hostile_files_are_refused_with_their_place(text: str, where: str, problem: str) -> None:
    """RELIABILITY_RULES 24: limits of size and depth."""
    [(place, said, _)] = complaints(text)
    assert place == where
    assert said.startswith(problem)


def test_the_error_is_of_the_class_asked_for() -> None:
    with pytest.raises(ConfigError, match=r"book\.toml: pages: must be a whole number"):
        decode_toml('pages = "1"', Book, "book.toml", ConfigError)


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        pytest.param("pages = 1\n# \u0e01".encode("cp874"), "line 2: is not UTF-8", id="thai in windows-874"),
        pytest.param(b" " * (MAX_BYTES + 1), "is larger than", id="too large"),
        pytest.param(None, "cannot be read: No such file", id="absent"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, raw: bytes | None, message: str) -> None:
    path = tmp_path / "book.toml"
    if raw is not None:
        path.write_bytes(raw)
    with pytest.raises(ComplaintsError, match=message) as caught:
        read_text(path)
    assert caught.value.complaints[0].file == str(path)


def test_a_byte_order_mark_is_no_mistake(tmp_path: Path) -> None:
    path = tmp_path / "book.toml"
    path.write_text("pages = 7", encoding="utf-8-sig")
    assert decode_toml(read_text(path), Book, "book.toml", RuleError).pages == 7


def test_the_schema_refuses_unknown_keys_everywhere() -> None:
    schema = json.loads(json_schema(Book))
    assert schema["additionalProperties"] is False
    assert schema["$defs"]["Site"]["additionalProperties"] is False
    assert schema["$defs"]["Colour"]["enum"] == ["red", "green"]


def test_what_is_right_can_still_be_examined() -> None:
    text = """
        pages = "two"
        colour = 3
        ulr = 1
        [[site]]
        tags = ["x", 4, "y"]
        url = "a"
        [owner]
        id = "o"
        set_aside = { a = 1 }
    """
    value, found = examine_toml(text, Book, "book.toml")
    assert value == Book(
        pages=0,
        colour=Colour.RED,
        site=(Site(id="", tags=("x", "", "y"), url="a"),),
        owner=Site(id="o", set_aside={"a": ""}),
    )
    assert [complaint.where for complaint in found] == [
        "ulr",
        "site[0].id",
        "site[0].tags[1]",
        "pages",
        "colour",
        "owner.set_aside.a",
    ]


def test_nothing_can_be_made_of_what_is_no_toml() -> None:
    value, found = examine_toml("a = ", Book, "book.toml")
    assert value is None
    assert len(found) == 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Hyphens:
    """A type that says how a file spells its fields."""

    __pydantic_config__: ClassVar = {"extra": "forbid", "alias_generator": lambda name: name.replace("_", "-")}
    two_words: int


@pytest.mark.parametrize(
    ("text", "where"),
    [
        pytest.param("two_words = 1", ["two_words", "two-words"], id="spelled as in the type"),
        pytest.param("", ["two-words"], id="missing"),
        pytest.param('two-words = "1"', ["two-words"], id="wrong"),
    ],
)
def test_a_type_may_say_how_a_file_spells_its_fields(text: str, where: list[str]) -> None:
    assert decode_toml("two-words = 1", Hyphens, "a.toml", RuleError) == Hyphens(two_words=1)
    value, found = examine_toml(text, Hyphens, "a.toml")
    assert value == Hyphens(two_words=0)
    assert [complaint.where for complaint in found] == where


KEYS = st.sampled_from(
    ["site", "id", "url", "tags", "set_aside", "delay", "pages", "colour", "since", "owner", "x y"]
)
VALUES = st.recursive(
    st.booleans() | st.integers() | st.floats() | st.dates() | st.datetimes() | st.sampled_from(["red", "ก", ""]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=12,
)


@given(st.text(alphabet="[]{}=\"'.,#\\\n a1-_ก", max_size=60))
def test_no_text_does_more_than_complain(text: str) -> None:
    """RELIABILITY_RULES 24."""
    value, found = examine_toml(text, Book, "book.toml")
    assert value is not None or found


@given(st.dictionaries(KEYS, VALUES, max_size=4))
def test_no_table_does_more_than_complain(table: dict[str, object]) -> None:
    """RELIABILITY_RULES 24: whatever stands where, each complaint names a place."""
    text = "\n".join(f"{json.dumps(key)} = {written(value)}" for key, value in table.items())
    value, found = examine_toml(text, Book, "book.toml")
    assert isinstance(value, Book) or found
    assert all(complaint.where for complaint in found)


def written(value: object) -> str:
    """A value as TOML."""
    match value:
        case dict():
            return "{" + ", ".join(f"{json.dumps(key)} = {written(inner)}" for key, inner in value.items()) + "}"
        case list():
            return "[" + ", ".join(map(written, value)) + "]"
        case date():
            return value.isoformat()
        case str() | bool():
            return json.dumps(value, ensure_ascii=False)
        case _:
            return str(value)
