"""What all OOXML files share: the main part, how parts refer to parts, what the file says of itself."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from auditor.extract.about import About, iso_moment, language, one_line
from auditor.extract.office.xmlstream import attribute, stream

if TYPE_CHECKING:
    from collections.abc import Mapping

    from auditor.extract.office.archive import Archive

_LONGEST_FIELD = 4_000
_MOST_RELATIONS = 20_000
_ABOUT = frozenset({"title", "creator", "lastModifiedBy", "created", "modified", "language"})
_PROGRAM = frozenset({"Application", "Pages"})


class Relations:
    """How one part refers to others: target by id, and targets by the last word of their type."""

    def __init__(self, archive: Archive, part: str) -> None:
        folder, _, name = part.rpartition("/")
        self._folder = folder
        self.by_id: dict[str, str] = {}
        self.by_type: dict[str, list[str]] = {}
        relations = f"{folder}/_rels/{name}.rels"
        if archive.has(relations):
            stream(archive.read(relations), self)

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """One relation; those that lead out of the file are left out."""
        if name != "Relationship" or attributes.get("TargetMode") == "External" or len(self.by_id) >= _MOST_RELATIONS:
            return
        target = posixpath.normpath(posixpath.join("/", self._folder, attributes.get("Target", ""))).lstrip("/")
        self.by_id[attributes.get("Id", "")] = target
        self.by_type.setdefault(attributes.get("Type", "").rpartition("/")[2], []).append(target)

    def end(self, name: str) -> None:
        """Relations have no content."""

    def text(self, data: str) -> None:
        """Relations have no text."""


def main_part(archive: Archive, usual: str) -> str:
    """The part that holds the document itself; `usual` where the file does not say."""
    named = Relations(archive, "").by_type.get("officeDocument", [usual])[0]
    return named if archive.has(named) else usual


class Fields:
    """The texts of the wanted elements of a small part, the first of each."""

    def __init__(self, wanted: frozenset[str]) -> None:
        self._wanted = wanted
        self._open: str | None = None
        self.found: dict[str, str] = {}

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """A wanted element opens, unless it was met before."""
        _ = attributes
        self._open = name if name in self._wanted and name not in self.found else None
        if self._open:
            self.found[self._open] = ""

    def end(self, name: str) -> None:
        """Whatever was open is closed."""
        _ = name
        self._open = None

    def text(self, data: str) -> None:
        """Text of the open element, capped."""
        if self._open and len(self.found[self._open]) < _LONGEST_FIELD:
            self.found[self._open] += data[:_LONGEST_FIELD]


def fields_of(archive: Archive, part: str, wanted: frozenset[str]) -> dict[str, str]:
    """The wanted elements of a part; nothing for an absent one."""
    fields = Fields(wanted)
    if archive.has(part):
        stream(archive.read(part), fields)
    return fields.found


def about_of(archive: Archive) -> tuple[About, int | None]:
    """What the file says of itself, and how many pages it says it has."""
    core = fields_of(archive, "docProps/core.xml", _ABOUT)
    program = fields_of(archive, "docProps/app.xml", _PROGRAM)
    pages = program.get("Pages", "").strip()
    about = About(
        title=one_line(core.get("title")),
        author=one_line(core.get("creator")) or one_line(core.get("lastModifiedBy")),
        producer=one_line(program.get("Application")),
        created=iso_moment(core.get("created")),
        modified=iso_moment(core.get("modified")),
        lang=language(core.get("language")),
    )
    return about, int(pages) if pages.isascii() and pages.isdigit() and len(pages) <= 6 else None  # noqa: PLR2004


def is_on(attributes: Mapping[str, str]) -> bool:
    """Is a switch such as `<w:vanish/>` on? It is unless its value says otherwise."""
    return attribute(attributes, "val") not in {"0", "false", "off", "none"}
