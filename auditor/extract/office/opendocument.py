"""The text of ODT, ODS and ODP: pages as far as the file breaks them, sheets, slides."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from auditor.extract.about import About, iso_moment, language, one_line
from auditor.extract.leaves import EnoughError, Leaves, document_of
from auditor.extract.office.archive import Archive
from auditor.extract.office.package import Fields
from auditor.extract.office.xmlstream import attribute, stream
from auditor.extract.refusal import RefusedError
from auditor.facts import DocumentState

if TYPE_CHECKING:
    from collections.abc import Mapping

    from auditor.config import DocumentLimits
    from auditor.facts import Document

_ABOUT = frozenset({"title", "creator", "initial-creator", "creation-date", "date", "generator", "language"})
_LOCK = b"encryption-data"  # an element of the manifest: the members' bytes are encrypted
_MANIFEST = "META-INF/manifest.xml"
_LONGEST_MANIFEST = 4 * 1024 * 1024
# Struck out, beside the text, or said of a picture.
_SKIPPED = frozenset({"tracked-changes", "annotation", "notes", "forms", "event-listeners"})
_OF_PICTURES = frozenset({"title", "desc"})
_LINES = frozenset({"p", "h", "span", "a"})
_MOST_BLANKS = 100
_SHEETS = frozenset({"ods", "odp"})


def read_opendocument(kind: str, body: bytes, limits: DocumentLimits) -> Document:
    """What an OpenDocument text, spreadsheet or presentation says."""
    archive = Archive(body, limits)
    if _LOCK in _manifest(archive):
        raise RefusedError(DocumentState.ENCRYPTED, "needs a password")
    meta = Meta()
    if archive.has("meta.xml"):
        stream(archive.read("meta.xml"), meta)
    leaves = Leaves(limits)
    reader = ContentReader(leaves, whole_pages=kind in _SHEETS)
    if archive.has("content.xml"):
        with suppress(EnoughError):
            stream(archive.read("content.xml"), reader)
    return document_of(kind, meta.about(), leaves, count=reader.pages or meta.pages)


def _manifest(archive: Archive) -> bytes:
    """Its first bytes; not parsed, since old programs give it a DOCTYPE."""
    found = b""
    for chunk in archive.read(_MANIFEST):
        found += chunk
        if len(found) > _LONGEST_MANIFEST:
            break
    return found


class Meta(Fields):
    """Reads the part in which the file speaks of itself."""

    def __init__(self) -> None:
        super().__init__(_ABOUT)
        self.pages: int | None = None

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """A field, or the count of pages."""
        super().start(name, attributes)
        count = attribute(attributes, "page-count") if name == "document-statistic" else None
        if count and count.isascii() and count.isdigit() and len(count) <= 6:  # noqa: PLR2004
            self.pages = int(count)

    def about(self) -> About:
        """What was found."""
        found = self.found
        return About(
            title=one_line(found.get("title")),
            author=one_line(found.get("initial-creator")) or one_line(found.get("creator")),
            producer=one_line(found.get("generator")),
            created=iso_moment(found.get("creation-date")),
            modified=iso_moment(found.get("date")),
            lang=language(found.get("language")),
        )


class ContentReader:
    """Turns the elements of the content part into lines; a row of a table is one line, its cells tabs apart.

    In sheets and presentations each table or slide is a page (`whole_pages`); in a text a page begins where a style
    says so, or where the program that saved it noted a break.
    """

    def __init__(self, leaves: Leaves, *, whole_pages: bool) -> None:
        self._leaves = leaves
        self._whole_pages = whole_pages
        self._path: list[str] = []
        self._skipping = 0
        self._paragraphs = 0
        self._cells = 0
        self._style = ""
        self._breaking: set[str] = set()  # names of styles that begin a page
        self.pages = 0  # sheets or slides

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        self._path.append(name)
        if self._skipping:
            return
        if name in _SKIPPED or (name in _OF_PICTURES and not _LINES & set(self._path[-2:-1])):
            self._skipping = len(self._path)
        elif name in {"style", "paragraph-properties"}:
            self._of_style(name, attributes)
        elif name in {"p", "h"}:
            self._paragraphs += 1
            if not self._whole_pages and (attribute(attributes, "style-name") or "") in self._breaking:
                self._leaves.turn()
        elif name in {"s", "tab", "line-break", "soft-page-break"}:
            self._mark(name, attributes)
        elif name in {"table-cell", "covered-table-cell"}:
            self._cells += 1
        elif self._whole_pages and name == "table" and self._path[-2:-1] == ["spreadsheet"]:
            self._leaves.head((attribute(attributes, "name") or "")[:255])

    def _of_style(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "style":
            self._style = attribute(attributes, "name", "style:1.0") or ""
            if attribute(attributes, "master-page-name"):
                self._breaking.add(self._style)
        elif attribute(attributes, "break-before") == "page":
            self._breaking.add(self._style)

    def _mark(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "soft-page-break" and not self._whole_pages:
            self._leaves.turn()
        elif name == "s":
            count = attribute(attributes, "c") or "1"
            self._leaves.add(" " * min(int(count), _MOST_BLANKS) if count.isdigit() and len(count) < 9 else " ")  # noqa: PLR2004
        elif name != "soft-page-break":
            self._leaves.gap("\t" if name == "tab" else "\n")

    def text(self, data: str) -> None:
        """Letters: those of paragraphs count."""
        if self._paragraphs and not self._skipping:
            self._leaves.add(data)

    def end(self, name: str) -> None:
        """An element ends."""
        if self._skipping:
            self._skipping = 0 if len(self._path) == self._skipping else self._skipping
        elif name in {"p", "h"}:
            self._paragraphs -= 1
            self._leaves.gap(" " if self._cells else "\n")
        elif name in {"table-cell", "covered-table-cell"}:
            self._cells -= 1
            self._leaves.gap("\t")
        elif name == "table-row":
            self._leaves.gap("\n")
        elif self._whole_pages and ((name == "table" and self._path[-2:-1] == ["spreadsheet"]) or name == "page"):
            self.pages += 1
            self._leaves.turn(keep_empty=True)
        self._path.pop()
