"""Which charset a page declares in its own markup (HTML Standard, "prescan a byte stream")."""

from __future__ import annotations

import re

from auditor.extract.charsets import charset_of

_WINDOW = 1024
_HEAD = 64 * 1024  # a declaration beyond the window makes a browser start again ("change the encoding"), so it counts
_BLANK = b"\t\n\f\r /"
_COMMENT = re.compile(rb"<!--(?:-?>|.*?-->)", re.DOTALL)  # `<!-->` is a whole comment
_META = re.compile(rb"<meta(?=[\t\n\f\r /])", re.IGNORECASE)
_TAG = re.compile(rb"</?[A-Za-z][^\t\n\f\r >]*")
_BOGUS = re.compile(rb"<[!/?][^>]*")
_ATTRIBUTE = re.compile(
    rb"""[\t\n\f\r /]*([^\t\n\f\r />=][^\t\n\f\r />=]*|=[^\t\n\f\r />=]*)"""
    rb"""(?:[\t\n\f\r ]*=[\t\n\f\r ]*(?:"([^"]*)"|'([^']*)'|([^\t\n\f\r >"'][^\t\n\f\r >]*)|(?=>)))?""",
)
_IN_CONTENT = re.compile(
    r"""charset[\t\n\f\r ]*=[\t\n\f\r ]*(?:"([^"]*)"|'([^']*)'|([^"'\t\n\f\r ;][^\t\n\f\r ;]*))""", re.IGNORECASE
)
_XML = re.compile(rb"""<\?xml[\t\n\f\r ][^>]*?encoding[\t\n\f\r ]*=[\t\n\f\r ]*(?:"([^"]*)"|'([^']*)')""")


def declared_in_html(body: bytes) -> str | None:
    """The charset (standard's name) that an early `meta`, an XML declaration or a late `meta` names."""
    head = body[:_WINDOW]
    return _in_meta(head) or _in_xml(head) or (_in_meta(body[:_HEAD]) if len(body) > _WINDOW else None)


def label_in_content(content: str) -> str | None:
    """The charset label in the value of a Content-Type, of a header or of a `meta http-equiv`."""
    found = _IN_CONTENT.search(content)
    return next((group for group in found.groups() if group is not None), None) if found else None


def _in_xml(head: bytes) -> str | None:
    found = _XML.match(head)
    return _usable(charset_of((found[1] or found[2] or b"").decode("latin-1"))) if found else None


def _in_meta(head: bytes) -> str | None:
    position = head.find(b"<")
    while position >= 0:
        if found := _META.match(head, position):
            attributes, end = _attributes(head, found.end())
            if charset := _charset_in(attributes):
                return charset
        elif found := _COMMENT.match(head, position):
            end = found.end()
        elif head.startswith(b"<!--", position):
            return None  # a comment that does not end within the window hides the rest of it
        elif found := _TAG.match(head, position):
            _, end = _attributes(head, found.end())
        else:
            found = _BOGUS.match(head, position)
            end = found.end() if found else position + 1
        position = head.find(b"<", end)
    return None


def _attributes(head: bytes, position: int) -> tuple[dict[str, str], int]:
    """The attributes from here to the end of the tag, the first of each name, and where the tag ends.

    A tag that the window cuts off declares nothing.
    """
    attributes: dict[str, str] = {}
    while found := _ATTRIBUTE.match(head, position):
        name, *values = found.groups()
        value = next((text for text in values if text is not None), b"")
        attributes.setdefault(name.decode("latin-1").lower(), value.decode("latin-1"))
        position = found.end()
    rest = head[position:].lstrip(_BLANK)
    return (attributes if rest.startswith(b">") else {}), position


def _charset_in(attributes: dict[str, str]) -> str | None:
    label = attributes.get("charset")
    if label is None and attributes.get("http-equiv", "").lower() == "content-type":
        label = label_in_content(attributes.get("content", ""))
    return _usable(charset_of(label)) if label is not None else None


def _usable(charset: str | None) -> str | None:
    """A page that can say in ASCII that it is UTF-16 is not; the standard's two exceptions."""
    if charset in {"UTF-16LE", "UTF-16BE"}:
        return "UTF-8"
    return "windows-1252" if charset == "x-user-defined" else charset
