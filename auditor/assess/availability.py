"""Can a target be read at all? If not, why: not there, or could not be looked at."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from auditor.assess.outcome import because
from auditor.assess.passages import letters_of
from auditor.facts import Document, DocumentState, Fetched, Kind, Page, Resource, Skipped, SkipWhy, Unreachable, Why
from auditor.findings import Reason, ReasonCode

if TYPE_CHECKING:
    from auditor.assess.detectors.hits import Desk

_LOGIN = frozenset({401, 407})
_MISSING = frozenset({404, 410})
_SERVER = 500
_CLIENT = 400
_SHORT_PAGE = 600
_NOT_FOUND_PAGE = 300
_SHORT_CODE = re.compile(r"\[[\w-]+(?: [^\]]*)?\]")
"""What is left of a plug-in that failed: `[contact-form-7 404 "Not Found"]` says nothing of the page."""

SHUT = frozenset({ReasonCode.ROBOTS, ReasonCode.BLOCKED, ReasonCode.SERVER_ERROR, ReasonCode.UNREACHABLE})
"""Why it is unknown what stands at an address of the site, or whether anything does."""

_SKIPPED = {
    SkipWhy.ROBOTS: ReasonCode.ROBOTS,
    SkipWhy.BUDGET: ReasonCode.LIMIT_REACHED,
    SkipWhy.TRAP: ReasonCode.LIMIT_REACHED,
}


def obstacle(resource: Resource | None, url: str, label: str, desk: Desk) -> Reason | None:
    """What keeps the target from being read; None if it can be."""
    if resource is None:
        return _unknown_target(url, label, desk)
    match resource.fetch:
        case Skipped():
            return _skipped(resource.fetch, url, label, desk)
        case Unreachable():
            return because(ReasonCode.UNREACHABLE, why=resource.fetch.why.value, label=label)
        case Fetched():
            return _answered(resource, resource.fetch, label, desk)


def shut(url: str, label: str, desk: Desk) -> Reason | None:
    """Why it is unknown what a link leads to: the site does not let us look; None where it does."""
    target = desk.look_up(url)
    if target is None or target.kind is Kind.EXTERNAL:
        return None
    reason = obstacle(target, url, label, desk)
    return reason if reason is not None and reason.code in SHUT else None


def _unknown_target(url: str, label: str, desk: Desk) -> Reason:
    if desk.in_site(url):
        return because(ReasonCode.LIMIT_REACHED, limit="not-fetched", label=label)
    return _foreign(url, label, desk)


def _foreign(url: str, label: str, desk: Desk) -> Reason:
    host = urlsplit(url).hostname or url
    if is_one_of(host, desk.lexicon.words("social-hosts")):
        return because(ReasonCode.EXTERNAL_ONLY, host=host, label=label)
    return because(ReasonCode.ON_SHARED_DRIVE, host=host, label=label)


def is_one_of(host: str, names: tuple[str, ...]) -> bool:
    """Is the host one of these, or below one of them?"""
    return any(host == name or host.endswith("." + name) for name in names)


def _skipped(fetch: Skipped, url: str, label: str, desk: Desk) -> Reason:
    code = _SKIPPED.get(fetch.why)
    if code is ReasonCode.ROBOTS:
        return because(code, label=label)
    if code is not None:
        return because(code, limit=fetch.detail or fetch.why.value, label=label)
    if fetch.why is SkipWhy.PRIVATE and urlsplit(url).port is None:  # another port a person may well open
        return because(ReasonCode.UNREACHABLE, why=Why.PRIVATE.value, label=label)
    return _foreign(url, label, desk)


def _answered(resource: Resource, fetch: Fetched, label: str, desk: Desk) -> Reason | None:
    if fetch.status >= _CLIENT:
        return _error(fetch.status, label)
    if resource.kind is Kind.EXTERNAL:
        return _foreign(resource.url, label, desk)
    match resource.content:
        case Page():
            return _page_obstacle(resource, resource.content, label, desk)
        case Document():
            return _document_obstacle(resource.content, label)
        case None:
            return because(ReasonCode.EMPTY, label=label)


def _error(status: int, label: str) -> Reason:
    if status in _LOGIN:
        return because(ReasonCode.NEEDS_LOGIN, label=label)
    if status >= _SERVER:
        return because(ReasonCode.SERVER_ERROR, status=status, label=label)
    if status in _MISSING:
        return because(ReasonCode.TARGET_MISSING, label=label, status=status)
    return because(ReasonCode.BLOCKED, status=status, label=label)


def _page_obstacle(resource: Resource, page: Page, label: str, desk: Desk) -> Reason | None:
    if resource.soft_404 or says_not_found(page, desk):
        return because(ReasonCode.SOFT_404, label=label)
    if page.needs_script:
        return because(ReasonCode.NEEDS_SCRIPT, label=label)
    if is_login(page, desk):
        return because(ReasonCode.NEEDS_LOGIN, label=label)
    return None


def says_not_found(page: Page, desk: Desk) -> bool:
    """Does a page that came with status 200 say, as its title or as all it says, that there is no such page?"""
    if desk.lexicon.holds("soft-404", page.title):
        return True
    own = own_texts(page)
    said = (text for text in own if not _SHORT_CODE.search(text))
    return letters_of(own) < _NOT_FOUND_PAGE and any(desk.lexicon.holds("soft-404", text) for text in said)


def is_login(page: Page, desk: Desk) -> bool:
    """Is it a page to log in and little else? A log-in box beside the menu of every page makes none of them one."""
    asks = any(field.startswith("password") for form in page.forms for field in form.fields)
    own = own_texts(page)
    return asks and letters_of(own) < _SHORT_PAGE and desk.lexicon.holds("login-page", f"{page.title} {own[:3]}")


def own_texts(page: Page) -> list[str]:
    """The texts of the main region."""
    return [block.text for block in page.blocks if block.region.value == "main" and not block.hidden]


def _document_obstacle(document: Document, label: str) -> Reason | None:
    title = document.title or label
    match document.state:
        case DocumentState.EMPTY:
            return because(ReasonCode.EMPTY, label=label)
        case DocumentState.ENCRYPTED:
            return because(ReasonCode.ENCRYPTED, title=title)
        case DocumentState.DAMAGED:
            return because(ReasonCode.DAMAGED, title=title)
        case DocumentState.LIMITED if not document.text:
            return because(ReasonCode.LIMIT_REACHED, limit="document", label=label)
        case DocumentState.UNSUPPORTED:
            return because(ReasonCode.UNSUPPORTED, title=title, kind=document.kind)
        case DocumentState.OK | DocumentState.LIMITED:
            return _unread(document, title)


def _unread(document: Document, title: str) -> Reason | None:
    """A document that opens and yet says nothing that can be read."""
    if document.garbled:
        return because(ReasonCode.GARBLED_TEXT, title=title)
    return None if any(text.strip() for text in document.text) else because(ReasonCode.NO_TEXT, title=title)
