"""Forms and their fields; none is ever sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.extract.compose import SHORT
from auditor.extract.raw import RawForm
from auditor.extract.references import open_link, plain_link
from auditor.extract.targets import href_of, is_document
from auditor.extract.toggles import note_toggle, opens_something
from auditor.facts import BlockKind

if TYPE_CHECKING:
    from auditor.extract.elements import Attributes
    from auditor.extract.hints import Hint
    from auditor.extract.raw import Scope
    from auditor.extract.reader import Reader

_BUTTONS = frozenset(("submit", "button", "reset"))
_UNLABELLED = frozenset(("hidden", "submit", "button", "reset", "image"))
_WORDS = ("placeholder", "alt", "aria-label", "title")
_MOST_FIELDS = 300
_MOST_LABELS = 200


def open_form(reader: Reader, scope: Scope, attributes: Attributes, _: Hint) -> None:
    """A form; its fields and labels are gathered until its end."""
    form = RawForm(
        action=(attributes.get("action") or "").strip(),
        method=(attributes.get("method") or "get").strip().lower(),
        zone=scope.zone,
    )
    reader.forms.append(form)
    reader.composer.wait(form)
    outer, reader.form = reader.form, form

    def close() -> None:
        reader.form = outer

    scope.ends_with(close)


def field(reader: Reader, attributes: Attributes) -> None:
    """An `input`."""
    kind = (attributes.get("type") or "text").strip().lower()
    _add_field(reader, kind, attributes)
    value = (attributes.get("value") or "") if kind in _BUTTONS else ""
    for word in (value, *(attributes.get(name) for name in _WORDS)):
        _add_label(reader, word or "")
    onclick = attributes.get("onclick")
    if onclick and (href := href_of("", onclick)):
        plain_link(reader, href, value or attributes.get("alt") or "")


def textarea(reader: Reader, attributes: Attributes) -> None:
    """A `textarea`; what stands in it is what a visitor would write."""
    _add_field(reader, "textarea", attributes)
    _add_label(reader, attributes.get("placeholder") or "")


def open_label(reader: Reader, scope: Scope, attributes: Attributes, hint: Hint) -> None:
    """A `label`, `legend` or `button`: its words name a field."""
    outer, reader.label = reader.label, []

    def close() -> None:
        _add_label(reader, "".join(reader.label or ()))
        reader.label = outer

    scope.ends_with(close)
    if opens_something(attributes, hint):
        note_toggle(reader, scope, attributes)
    if "onclick" in attributes:
        open_link(reader, scope, attributes, hint)


def open_select(reader: Reader, scope: Scope, attributes: Attributes, _: Hint) -> None:
    """A `select`."""
    _add_field(reader, "select", attributes)
    reader.options = 0
    scope.is_block = True


def open_option(reader: Reader, scope: Scope, attributes: Attributes, _: Hint) -> None:
    """An `option`; in the jump menus of old pages it leads to an address."""
    reader.options += 1
    reader.composer.fresh = True
    scope.kind = BlockKind.OPTION
    value = attributes.get("value") or ""
    jumps = value.startswith(("http://", "https://", "/")) or is_document(value)
    outer_link, outer_label = reader.link, reader.label
    if jumps:
        reader.link = plain_link(reader, value)
    reader.label = []

    def close() -> None:
        _add_label(reader, "".join(reader.label or ()))
        reader.link, reader.label = outer_link, outer_label

    scope.ends_with(close)


def _add_field(reader: Reader, kind: str, attributes: Attributes) -> None:
    form = reader.form
    if form is None or len(form.fields) >= _MOST_FIELDS:
        return
    form.fields.append(f"{kind}:{attributes.get('name') or attributes.get('id') or ''}")
    if kind not in _UNLABELLED and reader.label is None:
        # What stands before a field is its label where nobody wrote a `label`.
        _add_label(reader, reader.composer.words_before(reader.scope))


def _add_label(reader: Reader, words: str) -> None:
    form = reader.form
    if form is None or not words or len(form.labels) >= _MOST_LABELS:
        return
    label = " ".join(words.split())[:SHORT]
    if label and label not in form.labels:
        form.labels.append(label)
