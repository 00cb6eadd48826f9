"""`report.html`: one file that is complete without a network. The home of Jinja2.

The looks stand in `reports/templates` and `reports/style`. Everything printed goes through `one_line` and Jinja's
escaping, and only http(s) addresses become links (RELIABILITY_RULES 21).
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from auditor.config import Lang
from auditor.datafiles import reports_folder
from auditor.findings import Severity, Status
from auditor.items import ItemField
from auditor.report.dispute import dispute_of
from auditor.report.item_view import AGES, items_view
from auditor.report.safe_text import LONGEST, one_line, valid_unicode
from auditor.report.trend import course
from auditor.report.upcoming import covered_by, upcoming_of
from auditor.report.view import Row, view_of
from auditor.reviews.standing import set_aside
from auditor.thai.text import find_folded
from auditor.urls import display, parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from auditor.findings import Audit
    from auditor.past import AuditLine
    from auditor.report.messages import Messages
    from auditor.rules import Rulebook

MOST_PLACES = 250
"""Findings of one cause that the page lists; `audit.json` has them all."""

_AT_ONCE = 1_000  # pieces of the template that are written together


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """An address as the page shows it."""

    href: str | None  # None: not to be clicked
    shown: str
    punycode: str | None  # the host as the network knows it, where that is not what is shown


def render_html(
    audit: Audit,
    rulebook: Rulebook,
    messages: Messages,
    lang: Lang = Lang.TH,
    *,
    history: Sequence[AuditLine] = (),
) -> bytes:
    """The report in both languages, showing `lang` first, as UTF-8.

    `history`: the site's audits up to this one, oldest first, where they are kept.
    """
    return b"".join(html_parts(audit, rulebook, messages, lang, history=history))


def html_parts(
    audit: Audit, rulebook: Rulebook, messages: Messages, lang: Lang, *, history: Sequence[AuditLine]
) -> Iterator[bytes]:
    """What `render_html` gives, piece by piece: the page of a large site is never in memory as a whole."""
    folder = reports_folder()
    style = own_text(folder / "style" / "report.css")
    script = own_text(folder / "style" / "language.js") + own_text(folder / "style" / "report.js")
    page = (
        environment(folder / "templates")
        .get_template("report.html.j2")
        .stream(
            view=view_of(audit, rulebook),
            audit=audit,
            lang=lang,
            m=messages,
            style=style,
            script=script,
            policy=policy(style, script),
            statuses=tuple(Status),
            severities=tuple(Severity),
            most_places=MOST_PLACES,
            items=items_view(audit.items),
            upcoming=upcoming_of(audit, rulebook),
            covered_by=covered_by,
            fields=ItemField,
            age_ends=AGES,
            trend=course(history),
            address=address_of,
            pieces=pieces_of,
            dispute=lambda row: dispute_of(row, messages),
            set_aside=set_aside,
            is_row=lambda entry: isinstance(entry, Row),
            seconds=int((audit.run.finished_at - audit.run.started_at).total_seconds()),
        )
    )
    page.enable_buffering(_AT_ONCE)
    for part in page:
        yield valid_unicode(part).encode()


def address_of(url: str) -> Address:
    """An address for people, and what a click on it may open."""
    parsed = parse(url)
    if parsed is None or len(str(parsed)) > LONGEST:
        return Address(href=None, shown=display(url), punycode=None)
    shown = display(str(parsed))
    return Address(href=str(parsed), shown=shown, punycode=None if parsed.host in shown else parsed.host)


def pieces_of(quote: str, matched: str) -> tuple[tuple[Markup, bool], ...]:
    """A quotation in parts, the matched words marked as such; spelling and spaces may differ as labels do.

    The parts are made harmless as one, so that the spaces between them stay.
    """
    shown = one_line(quote)
    found = find_folded(shown, matched) if matched else None
    start, end = found or (0, 0)
    parts = ((shown[:start], False), (shown[start:end], True), (shown[end:], False))
    return tuple((escape(text), marked) for text, marked in parts if text)


def environment(folder: Path) -> Environment:
    """Templates that escape whatever they are given, and fail on what they are not given."""
    return Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_harmless,
    )


def _harmless(value: Any) -> Any:
    """Every plain text on its way into the page; what is mark-up by now comes from the templates."""
    return one_line(value) if type(value) is str else value


def own_text(path: Path) -> Markup:
    """A style sheet or script of ours: the only text that is put in unescaped, and no page has a say in it."""
    return Markup(path.read_text(encoding="utf-8"))  # noqa: S704  (our own file)


def own_style(rules: str) -> Markup:
    """Rules of a style sheet that we wrote; what they quote of others must be escaped as style sheets do it."""
    return Markup(rules)  # noqa: S704  (our own rules)


def policy(style: Markup, script: Markup | None = None, *, pictures: bool = False) -> str:
    """The content security policy: nothing but our own style and script, told by their hashes.

    `pictures`: of files beside the page as well, whether it lies on a disk or on a server.
    """
    scripts = f"'{_hash(script)}'" if script else "'none'"
    images = "; img-src 'self' file:" if pictures else ""
    style_and_script = f"style-src '{_hash(style)}'; script-src {scripts}{images}"
    return f"default-src 'none'; {style_and_script}; base-uri 'none'; form-action 'none'"


def _hash(text: Markup) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(str(text).encode()).digest()).decode()
