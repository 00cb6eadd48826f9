from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from enum import StrEnum

import pytest

from auditor.records import Album, to_bytes


class Colour(StrEnum):
    """A closed set."""

    RED = "red"


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """A record."""

    name: str
    colour: Colour | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Twig:
    """A record that holds records."""

    leaves: tuple[Leaf, ...] = ()
    length: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """A record with one field of each kind."""

    top: Leaf | Twig | None = None
    day: date | None = None
    at: datetime | None = None
    hour: time | None = None
    params: tuple[tuple[str, str | int | float], ...] = ()
    names: tuple[str, ...] = field(default=())
    marks: tuple[tuple[Colour, int], ...] = ()


ALBUM = Album({})


@pytest.mark.parametrize(
    "tree",
    [
        Tree(),
        Tree(top=Leaf(name="ก")),
        Tree(top=Leaf(name="", colour=Colour.RED)),
        Tree(top=Twig()),
        Tree(top=Twig(leaves=(Leaf(name="a"), Leaf(name="b")), length=0.1)),
        Tree(day=date(2024, 2, 29), at=datetime(2024, 1, 2, 3, 4, 5, 6, tzinfo=UTC), hour=time(8, 30)),
        Tree(params=(("a", 1), ("b", 1.0), ("c", "1")), names=("x", "\x00\u2028"), marks=((Colour.RED, 2),)),
    ],
)
def test_a_record_comes_back_as_it_was_and_equal_ones_give_equal_bytes(tree: Tree) -> None:
    message = to_bytes(tree)
    back = ALBUM.from_bytes(Tree, message)
    assert back == tree
    assert repr(back) == repr(tree)
    assert to_bytes(back) == message


def test_lists_and_unions_come_back_too() -> None:
    forest = (Tree(), Tree(names=("a",)))
    assert ALBUM.from_bytes(tuple[Tree, ...], to_bytes(forest)) == forest
    assert ALBUM.from_bytes(Leaf | Twig, to_bytes(Twig(length=2.0))) == Twig(length=2.0)


def test_what_holds_its_default_is_not_written() -> None:
    assert to_bytes(Tree(names=("a",))) == b'{"names":["a"]}'


def test_a_field_that_came_later_has_its_default() -> None:
    assert ALBUM.from_bytes(Leaf, b'{"name":"old"}') == Leaf(name="old")


def test_letters_that_no_file_can_hold_are_left_out() -> None:
    assert ALBUM.from_bytes(Leaf, to_bytes(Leaf(name="a\ud800ก"))) == Leaf(name="aก")


@pytest.mark.parametrize(
    "message",
    [b"", b"\xff", b"[]", b"{}", b"3", b'{"name":"a","size":1}', b'{"name":"a","colour":"blue"}', b"[" * 100_000],
)
def test_anything_else_is_refused(message: bytes) -> None:
    with pytest.raises(ValueError, match=r".+"):
        ALBUM.from_bytes(Leaf, message)


@pytest.mark.parametrize("message", [b'{"top":{"size":1}}', b'{"day":"29.2.2024"}', b'{"marks":[["red"]]}'])
def test_anything_else_inside_is_refused(message: bytes) -> None:
    with pytest.raises(ValueError, match=r".+"):
        ALBUM.from_bytes(Tree, message)
