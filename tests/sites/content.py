"""Pages of a generated site as they are written down: fragments of HTML in one file, each under its address."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

HEAD = re.compile(r"^<!-- === (.+?) -->\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Fragment:
    """What one page says, before the site's markup is put around it."""

    address: str
    title: str
    more: tuple[str, ...]  # what else stands in its head line: a date, the section that posted it
    body: str


def read_fragments(file: Path) -> tuple[Fragment, ...]:
    """The fragments of a content file, in order.

    Each begins with a line `<!-- === address | title | more … -->`.
    """
    _, *parts = HEAD.split(file.read_text(encoding="utf-8"))
    heads = [[field.strip() for field in head.split("|")] for head in parts[::2]]
    return tuple(
        Fragment(address, title, tuple(more), body.strip())
        for (address, title, *more), body in zip(heads, parts[1::2], strict=True)
    )
