"""A page's markup to `facts.Page`: the only module that knows the parser. Walks the tree once, without recursion.

Knows neither rules nor the network.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser

from auditor.extract.assemble import Head, page_of
from auditor.extract.encoding import Decoded, decode_html
from auditor.extract.reader import Reader
from auditor.extract.scan import Scan, scan
from auditor.extract.scripts import stray_sources

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

    from auditor.facts import Page

# The parser's tree events copy options about, which is quadratic on hostile input; nothing here needs them.
_OPTIONS = LexborDocumentOptions.WO_EVENTS.value
_SCRIPT_LETTERS = 200_000  # of scripts that are looked at, in all


def parse_html(body: bytes, url: str, content_type: str | None = None) -> Page:
    """Everything a reader sees and a browser would follow on the page at `url`.

    Cuts what would take a parser minutes (RELIABILITY_RULES 13) but takes the time that large pages need: the event
    loop calls `read_page` after `scan` instead. Never raises for what the bytes are.
    """
    decoded = decode_html(body, content_type)
    return read_page(decoded, scan(decoded.text), url)


def read_page(decoded: Decoded, scanned: Scan, url: str) -> Page:
    """The page of a text that has been scanned."""
    tree = LexborHTMLParser(scanned.text, options=_OPTIONS, scripting=True)
    reader, head = Reader(), Head(stray_scripts=stray_sources(scanned.text))
    root = tree.root
    if root is not None:
        _walk(root, reader, head)
    return page_of(reader, head, url, decoded.charset, truncated=scanned.truncated)


def _walk(root: LexborNode, reader: Reader, head: Head) -> None:
    """Visit every node once in document order; the stack holds the open elements and whether `leave` must hear."""
    open_nodes: list[tuple[LexborNode, bool]] = []
    node: LexborNode | None = root
    while node is not None:
        inside, scoped = _visit(node, reader, head)
        child = node.first_child if inside else None
        if child is not None:
            open_nodes.append((node, scoped))
            node = child
            continue
        if scoped:
            reader.leave()
        following = node.next
        while following is None and open_nodes:
            node, scoped = open_nodes.pop()
            if scoped:
                reader.leave()
            following = node.next if open_nodes else None
        node = following
    reader.flush()


def _visit(node: LexborNode, reader: Reader, head: Head) -> tuple[bool, bool]:
    """Tell the reader of a node; whether to go into it, and whether its end must be told."""
    tag = node.tag
    if tag == "-text":
        reader.words(node.text_content or "")
        return False, False
    if tag is None or tag[0] in "-!":
        return False, False
    attributes: Any = node.attributes
    if tag == "script":
        reader.script(_script(head, node, attributes))
        return False, False
    note = _HEAD.get(tag)
    if note:
        note(head, node, attributes)
        return False, False
    if tag in {"html", "body"}:
        head.note_root(tag, attributes)
    elif "datetime" in attributes and tag == "time":
        head.note_time(attributes, reader.composer.seq)
    inside = reader.enter(tag, attributes)
    return inside is not None, bool(inside)


def _title(head: Head, node: LexborNode, _: Any) -> None:
    if not head.title:
        head.title = " ".join((node.text() or "").split())


def _meta(head: Head, _: LexborNode, attributes: Any) -> None:
    head.note_meta(attributes)


def _link(head: Head, _: LexborNode, attributes: Any) -> None:
    head.note_link(attributes)


def _base(head: Head, _: LexborNode, attributes: Any) -> None:
    head.base = head.base if head.base is not None else attributes.get("href")


def _script(head: Head, node: LexborNode, attributes: Any) -> str:
    """Note a script; its text, if that is in the page and there was not too much before."""
    source = attributes.get("src")
    if source:
        head.scripts.append(source)
    if source or head.script_letters >= _SCRIPT_LETTERS:
        return ""
    text = node.text() or ""
    head.script_letters += len(text)
    head.note_script(attributes, text)
    return text


def _noscript(head: Head, node: LexborNode, _: Any) -> None:
    head.noscript.append((node.text() or "")[:2000])


_HEAD = {"title": _title, "meta": _meta, "link": _link, "base": _base, "noscript": _noscript}
