"""XML from strangers as a stream of elements (RELIABILITY_RULES 14): no DTD, no entities, nothing external."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NoReturn, Protocol
from xml.parsers import expat

from auditor.extract.refusal import damaged, over_limit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

MOST_DEPTH = 256
_LONGEST_RUN = 64 * 1024  # letters that expat gathers before it hands them on


class Handler(Protocol):
    """What is told of the elements, by their local names; attributes by `{namespace}name` (see `attribute`)."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, data: str) -> None:
        """Letters between tags; a run may come in pieces."""


def stream(chunks: Iterable[bytes], handler: Handler) -> None:
    """Parse a part, telling the handler of its elements in order.

    Raises `RefusedError` for a DOCTYPE, for what is nested too deep and for what is no XML; what the handler raises
    comes through.
    """
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.buffer_size = _LONGEST_RUN
    depth = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > MOST_DEPTH:
            raise over_limit(f"nested deeper than {MOST_DEPTH} elements")
        handler.start(_local(name), attributes)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        handler.end(_local(name))

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = handler.text
    parser.StartDoctypeDeclHandler = _no_doctype
    parser.EntityDeclHandler = _no_doctype
    parser.ExternalEntityRefHandler = _no_doctype
    try:
        for chunk in chunks:
            parser.Parse(chunk, False)  # noqa: FBT003 - expat takes it by place
        parser.Parse(b"", True)  # noqa: FBT003
    except expat.ExpatError as exc:
        raise damaged(f"no XML: {exc}"[:300]) from exc


def attribute(attributes: Mapping[str, str], name: str, space: str = "") -> str | None:
    """The attribute of that local name, in whatever namespace, or in one that ends in `space`; None without one."""
    ending = f"{space}}}{name}"
    if not space and name in attributes:
        return attributes[name]
    return next((value for key, value in attributes.items() if key.endswith(ending)), None)


def _no_doctype(*_: object) -> NoReturn:
    raise damaged("has a DOCTYPE")


@lru_cache(maxsize=4096)
def _local(name: str) -> str:
    return name.rpartition("}")[2]
