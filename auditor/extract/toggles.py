"""Tabs and folded sections: the label one clicks names the section that opens, wherever that stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.extract.compose import SHORT
from auditor.facts import Region

if TYPE_CHECKING:
    from auditor.extract.elements import Attributes
    from auditor.extract.hints import Hint
    from auditor.extract.raw import Scope
    from auditor.extract.reader import Reader

_SIGNS = ("data-toggle", "data-bs-toggle", "aria-controls", "aria-expanded", "data-target", "aria-haspopup")
_TARGETS = ("data-bs-target", "data-target", "href", "aria-controls")
_CONTENT = (Region.MAIN, Region.ASIDE)
_MOST = 300  # of a page


def opens_something(attributes: Attributes, hint: Hint) -> bool:
    """Does a click open something here instead of leading away?"""
    return hint.toggle or any(name in attributes for name in _SIGNS)


def note_toggle(reader: Reader, scope: Scope, attributes: Attributes) -> None:
    """Gather the words of what is clicked, for the section it opens."""
    ident = _opened(attributes)
    if not ident or len(reader.toggles) >= _MOST:
        return
    outer, reader.toggle = reader.toggle, []
    inner_exit = scope.at_exit

    def close() -> None:
        if inner_exit:
            inner_exit()
        reader.toggles.setdefault(ident, " ".join("".join(reader.toggle or ()).split()))
        reader.toggle = outer

    scope.at_exit = close


def head_section(reader: Reader, scope: Scope, ident: str) -> None:
    """A section that has a label elsewhere begins with it, unless it stands right above."""
    if scope.zone.region not in _CONTENT:  # a menu tells its levels otherwise
        return
    label = reader.toggles.get(ident, "")
    blocks = reader.composer.blocks
    if 0 < len(label) <= SHORT and not (blocks and blocks[-1].text == label):
        reader.composer.head(scope, label)


def _opened(attributes: Attributes) -> str:
    for name in _TARGETS:
        value = (attributes.get(name) or "").strip()
        if value.startswith("#") or (value and name == "aria-controls"):
            return value.removeprefix("#")
    return ""
