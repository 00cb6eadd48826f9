"""document.*: files that cannot be read, have no text, or are not what they claim."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from auditor.assess.checks.defects import Defect, met_at
from auditor.facts import Document, DocumentState, Fetched, Kind, Resource
from auditor.findings import FindingRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.assess.checks.look import Look

_OK = 300
_ALIASES = {
    "jpeg": "jpg",
    "htm": "html",
    "php": "html",
    "asp": "html",
    "aspx": "html",
    "jsp": "html",
    "tiff": "tif",
    "jpe": "jpg",
    "docm": "docx",
    "dotx": "docx",
    "xlsm": "xlsx",
    "ppsx": "pptx",
    "pptm": "pptx",
    "dot": "doc",
    "pps": "ppt",
}
_DOCUMENT_ENDINGS = frozenset({
    "pdf", "doc", "dot", "docx", "docm", "dotx", "xls", "xlsx", "xlsm", "ppt", "pps", "pptx", "pptm", "ppsx", "odt",
    "ods", "odp", "rtf", "zip", "rar", "7z", "jpg", "jpe", "jpeg", "png", "gif", "webp", "tif", "tiff",
})  # fmt: skip


def unreadable(resource: Resource, look: Look) -> Iterator[Defect]:
    """A damaged or empty file, or one whose text layer is no words."""
    _ = look
    document = resource.content
    if not isinstance(document, Document):
        return
    if document.garbled or document.state in {DocumentState.DAMAGED, DocumentState.EMPTY}:
        state = "garbled" if document.garbled else document.state.value
        yield Defect(
            rule=FindingRule.DOCUMENT_UNREADABLE,
            url=resource.url,
            where=met_at(resource),
            params=(("state", state), ("kind", document.kind)),
        )


def encrypted(resource: Resource, look: Look) -> Iterator[Defect]:
    """A file that asks for a password."""
    _ = look
    if isinstance(resource.content, Document) and resource.content.state is DocumentState.ENCRYPTED:
        yield Defect(rule=FindingRule.DOCUMENT_ENCRYPTED, url=resource.url, where=met_at(resource))


def scanned(resource: Resource, look: Look) -> Iterator[Defect]:
    """A PDF without a text layer."""
    _ = look
    document = resource.content
    if not isinstance(document, Document) or document.kind != "pdf" or document.state is not DocumentState.OK:
        return
    if document.text_pages == 0 and document.pages:
        yield Defect(
            rule=FindingRule.DOCUMENT_SCANNED,
            url=resource.url,
            where=met_at(resource),
            params=(("pages", document.pages),),
        )


def type_mismatch(resource: Resource, look: Look) -> Iterator[Defect]:
    """The address ends in one type and the bytes are another."""
    if not isinstance(resource.fetch, Fetched) or resource.fetch.status >= _OK or resource.kind is Kind.EXTERNAL:
        return
    claimed = _ending(resource.fetch.final_url)
    actual = resource.fetch.actual_type
    if claimed not in _DOCUMENT_ENDINGS or actual is None or look.not_found(resource):
        return
    if _ALIASES.get(claimed, claimed) != _ALIASES.get(actual, actual):
        yield Defect(
            rule=FindingRule.DOCUMENT_TYPE_MISMATCH,
            url=resource.url,
            where=met_at(resource),
            params=(("claimed", claimed), ("actual", actual)),
        )


def _ending(url: str) -> str:
    return PurePosixPath(unquote(urlsplit(url).path)).suffix.lower().removeprefix(".")
