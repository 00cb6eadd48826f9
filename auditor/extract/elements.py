"""Which elements run along with text, which hold nothing to read, and who reads those with a meaning of their own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from auditor.extract import cells, fields, references
from auditor.facts import BlockKind

if TYPE_CHECKING:
    from auditor.extract.hints import Hint
    from auditor.extract.raw import Scope
    from auditor.extract.reader import Reader

Attributes = Mapping[str, str | None]

_INLINE_WORDS = """
a abbr acronym b bdi bdo big blink button cite code data del dfn em font i ins kbd label map mark nobr
output picture q rb rp rt ruby s samp small span strike strong sub sup time tt u var
"""
INLINE = frozenset(_INLINE_WORDS.split())
_SKIPPED_WORDS = """
script style template noscript svg math datalist canvas audio video noframes noembed xmp
"""
SKIPPED = frozenset(_SKIPPED_WORDS.split())
LISTS = frozenset(("ul", "ol", "menu", "dl"))
_TAB_LEVEL = 7


def _line_break(reader: Reader, _: Attributes) -> None:
    reader.composer.line_break(reader.scope)
    if reader.link:
        reader.link.parts.append(" ")


def _rule(reader: Reader, _: Attributes) -> None:
    reader.flush()


def _open_entry(reader: Reader, scope: Scope, attributes: Attributes, hint: Hint) -> None:
    """A list entry or a term: what waits for a block at its end belongs to it, not to the next entry."""
    composer = reader.composer
    composer.anchor_all_but(reader.link, scope)
    composer.fresh = True
    scope.entry = composer.seq
    scope.kind = BlockKind.ITEM if scope.tag == "li" else BlockKind.TERM
    scope.ends_with(lambda: composer.anchor(scope))
    if hint.tab:
        scope.level = _TAB_LEVEL
    if "onclick" in attributes:
        references.open_link(reader, scope, attributes, hint)


# Elements without content, read at once.
SINGLE: dict[str, Callable[[Reader, Attributes], None]] = {
    "br": _line_break,
    "hr": _rule,
    "img": references.picture,
    "area": references.area,
    "iframe": references.frame,
    "frame": references.frame,
    "embed": references.frame,
    "input": fields.field,
    "textarea": fields.textarea,
}
# Elements whose content follows; a handler may note what to do at their end in the scope.
HANDLERS: dict[str, Callable[[Reader, Scope, Attributes, Hint], None]] = {
    "a": references.open_link,
    "joomla-hidden-mail": references.hidden_mail,
    "object": references.open_object,
    "form": fields.open_form,
    "label": fields.open_label,
    "legend": fields.open_label,
    "button": fields.open_label,
    "select": fields.open_select,
    "option": fields.open_option,
    "li": _open_entry,
    "dt": _open_entry,
    "table": cells.open_table,
    "tr": cells.open_row,
    "thead": cells.open_head,
    "td": cells.open_cell,
    "th": cells.open_cell,
}
