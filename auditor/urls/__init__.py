"""The identity of addresses: one place decides what a URL is, which are the same, whose they are and how they look.

Nothing here touches the network. All functions take and give absolute http(s) URLs as text.
"""

from __future__ import annotations

from auditor.urls.editions import edition_year
from auditor.urls.files import (
    ending,
    gives_out_file,
    is_document_elsewhere,
    is_document_ending,
    is_print_view,
    is_second_view,
    opens_folder,
    shared_file,
    shown_file,
)
from auditor.urls.hosts import is_address, is_government, registrable_domain
from auditor.urls.identity import bare, canonical, pattern
from auditor.urls.scope import Scope, plain_form, site_id, typed
from auditor.urls.showing import display
from auditor.urls.whatwg import Address, parse

__all__ = [
    "Address",
    "Scope",
    "absolute",
    "bare",
    "canonical",
    "display",
    "edition_year",
    "ending",
    "gives_out_file",
    "is_address",
    "is_document_elsewhere",
    "is_document_ending",
    "is_government",
    "is_print_view",
    "is_second_view",
    "opens_folder",
    "parse",
    "pattern",
    "plain_form",
    "registrable_domain",
    "shared_file",
    "shown_file",
    "site_id",
    "typed",
]


def absolute(href: str, base: str, encoding: str = "utf-8") -> str | None:
    """Where a reference met on the page at `base` leads, as a browser resolves it; None if not to http(s).

    Credentials and fragment are gone. `encoding` is the WHATWG name of the page's charset, in which browsers
    send the letters of a query.
    """
    address = parse(href, parse(base), encoding)
    return None if address is None else str(address)
