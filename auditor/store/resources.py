"""Resources as rows and back.

When something answered is new each night; what it answered seldom is. So the time stands in the row, and the rest in
two facts, which an unchanged night shares with the night before: what is known of the address, and what is there.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from auditor.facts import Document, Fetched, Page, Resource, Skipped, Unreachable
from auditor.store.moments import EPOCH, moment_of, stamp
from auditor.store.packing import put_facts, unpack

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sqlalchemy import Connection, Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One resource as its row holds it."""

    key: bytes
    at: int | None
    about: int
    content: int | None
    confirmed: int


def key_digest(key: str) -> bytes:
    """What stands for a canonical URL where rows are looked up."""
    return hashlib.sha256(key.encode("utf-8", "replace")).digest()[:16]


def lines_of(
    connection: Connection, resources: Sequence[Resource], known: Callable[[Page | Document | None], int | None]
) -> list[Line]:
    """Rows for resources; the facts that they name are written if they are new. `known`: contents that are facts."""
    facts = [known(each.content) for each in resources]
    contents = [
        each.content for each, fact in zip(resources, facts, strict=True) if fact is None and each.content is not None
    ]
    numbers = put_facts(connection, [*map(_timeless, resources), *contents])
    about, rest = numbers[: len(resources)], iter(numbers[len(resources) :])
    return [
        Line(
            key=key_digest(each.key),
            at=None if isinstance(each.fetch, Skipped) else stamp(each.fetch.at),
            about=number,
            content=None if each.content is None else fact or next(rest),
            confirmed=each.fetch.confirmed if isinstance(each.fetch, Fetched) else 0,
        )
        for each, fact, number in zip(resources, facts, about, strict=True)
    ]


def resource_of(row: Row[Any]) -> Resource:
    """The resource of a row with `at`, `confirmed` and the bodies `about` and, where it is asked for, `content`."""
    found: Resource = unpack(Resource, row.about)
    if row.at is not None and not isinstance(found.fetch, Skipped):
        told = {"confirmed": row.confirmed} if isinstance(found.fetch, Fetched) else {}
        found = replace(found, fetch=replace(found.fetch, at=moment_of(row.at), **told))
    return found if row.content is None else replace(found, content=content_of(row.content))


def content_of(body: bytes) -> Page | Document:
    """What a page or document says."""
    content: Page | Document = unpack(Page | Document, body)
    return content


def _timeless(resource: Resource) -> Resource:
    fetch = resource.fetch
    if isinstance(fetch, Fetched):
        fetch = replace(fetch, at=EPOCH, confirmed=0)
    elif isinstance(fetch, Unreachable):
        fetch = replace(fetch, at=EPOCH)
    return replace(resource, content=None, fetch=fetch)
