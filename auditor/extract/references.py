"""Links, pictures and frames as they are met: where they lead and what they are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.extract.mails import cloudflare_mail, joomla_mail, written_mails
from auditor.extract.raw import RawImage, RawLink
from auditor.extract.styles import is_unseen
from auditor.extract.targets import href_of, is_document
from auditor.extract.toggles import note_toggle, opens_something
from auditor.extract.trailing import note_place
from auditor.extract.viewers import files_in_attributes, files_in_script, is_viewer, pictures_in_script

if TYPE_CHECKING:
    from auditor.extract.elements import Attributes
    from auditor.extract.hints import Hint
    from auditor.extract.raw import Scope
    from auditor.extract.reader import Reader

_LAZY_SOURCES = ("src", "data-src", "data-lazy-src", "data-original", "data", "data-embed-open-url")
_DATA_ADDRESSES = ("data-downloadurl", "data-href", "data-link")
_NO_SOURCE = ("about:", "data:", "javascript:")


def open_link(reader: Reader, scope: Scope, attributes: Attributes, hint: Hint) -> None:
    """An `a`, or any element that leads away when it is clicked; its words are gathered until its end."""
    onclick = attributes.get("onclick") or ""
    if not (onclick or "href" in attributes):
        return
    mail = cloudflare_mail(attributes)
    written = f"mailto:{mail}" if mail else attributes.get("href") or ""
    href = href_of(written, onclick) or _from_data(attributes)
    toggle = opens_something(attributes, hint) or (reader.tabs.title is not None and href[:1] in {"", "#"})
    if reader.tabs.title and not toggle:
        reader.tabs.lead_away()
    if toggle:
        note_toggle(reader, scope, attributes)
    if (not href and (scope.tag != "a" or toggle)) or (toggle and written.startswith("#") and len(written) > 1):
        return
    reader.composer.part_links(reader.link)
    link = RawLink(href, scope.zone, scope.path, line=reader.composer.line, hidden=scope.hidden, buried=scope.buried)
    link.title = (attributes.get("title") or "").strip()
    link.aria = (attributes.get("aria-label") or "").strip()
    link.nofollow = "nofollow" in (attributes.get("rel") or "").lower()
    link.target = attributes.get("target") or ""
    note(reader, link)
    outer, reader.link = reader.link, link
    inner_exit = scope.at_exit

    def close() -> None:
        reader.link = outer
        link.parts.append(" ")
        if inner_exit:
            inner_exit()

    scope.at_exit = close


def hidden_mail(reader: Reader, _scope: Scope, attributes: Attributes, _hint: Hint) -> None:
    """Joomla's element for an address: its attributes say what its script shows."""
    mail = joomla_mail(attributes)
    if mail:
        plain_link(reader, f"mailto:{mail}", mail)
        reader.words(mail)


def shown_files(reader: Reader, attributes: Attributes) -> None:
    """The place of a flipbook or another viewer, and the files that it is to show."""
    title = (attributes.get("data-title") or attributes.get("title") or attributes.get("aria-label") or "").strip()
    if title and is_viewer(attributes):
        reader.viewer = (attributes.get("id") or "", title)
    for file in files_in_attributes(attributes):
        _embed(reader, file, title)


def scripted(reader: Reader, script: str) -> None:
    """A script within the page: the addresses it writes and the files its viewers show stand where it does."""
    ident, title = reader.viewer
    for file in files_in_script(script):
        _embed(reader, file, title if ident and ident in script else "")
    for page in pictures_in_script(script):
        picture(reader, {"src": page})
    for mail in written_mails(script):
        if mail.linked:
            plain_link(reader, f"mailto:{mail.address}", mail.words)
        reader.words(f" {mail.words} ")


def note(reader: Reader, link: RawLink) -> None:
    """Keep a link and let it learn its block."""
    reader.links.append(link)
    note_place(link, reader.scope, reader.composer.blocks)
    reader.composer.wait(link)
    reader.counts.documents += is_document(link.href)
    reader.counts.framed += bool(link.target) and not link.target.startswith("_")


def plain_link(reader: Reader, href: str, words: str = "", *, kind: str = "a") -> RawLink:
    """A link that is no `a`, noted here."""
    scope = reader.scope
    link = RawLink(href, scope.zone, scope.path, line=reader.composer.line, hidden=scope.hidden, buried=scope.buried)
    link.kind = kind
    if words:
        link.parts.append(words)
    note(reader, link)
    return link


def area(reader: Reader, attributes: Attributes) -> None:
    """A part of an image map."""
    if "href" not in attributes and "onclick" not in attributes:
        return
    link = plain_link(reader, href_of(attributes.get("href") or "", attributes.get("onclick") or ""), kind="area")
    link.alts = [(attributes.get("alt") or "").strip()]
    link.title = (attributes.get("title") or "").strip()
    link.target = attributes.get("target") or ""


def frame(reader: Reader, attributes: Attributes) -> None:
    """A frame, iframe, embed or object: its target is part of this page."""
    source = _source(attributes)
    if not source:
        return
    reader.embeds += 1
    link = plain_link(reader, source, kind="frame")
    link.hidden = link.hidden or _is_unseen_frame(attributes)
    link.title = (attributes.get("title") or attributes.get("aria-label") or attributes.get("name") or "").strip()


def _embed(reader: Reader, file: str, title: str) -> None:
    """A file shown within the page, once."""
    if file in reader.shown:
        return
    reader.shown.add(file)
    reader.embeds += 1
    link = plain_link(reader, file, kind="frame")
    link.title = title


def _is_unseen_frame(attributes: Attributes) -> bool:
    sizes = {(attributes.get(name) or "").strip() for name in ("width", "height")}
    return sizes <= {"0", "1", "0px", "1px"} or is_unseen((attributes.get("style") or "")[:1000], folds=False)


def open_object(reader: Reader, scope: Scope, attributes: Attributes, _: Hint) -> None:
    """An `object`; what stands in it is for browsers that cannot show it."""
    frame(reader, attributes)
    scope.is_block = True


def picture(reader: Reader, attributes: Attributes) -> None:
    """An `img`."""
    alt = " ".join((attributes.get("alt") or "").split())
    link = reader.link
    onclick = attributes.get("onclick")
    if onclick and link is None and (href := href_of("", onclick)):
        link = plain_link(reader, href)
    if link and alt:
        link.alts.append(alt)
    image = RawImage(
        src=_source(attributes),
        alt=alt or " ".join((attributes.get("title") or "").split()),
        zone=reader.scope.zone,
        width=_pixels(attributes.get("width")),
        height=_pixels(attributes.get("height")),
        link=link,
        line=reader.composer.line,
    )
    reader.images.append(image)
    note_place(image, reader.scope, reader.composer.blocks)
    reader.composer.wait(image)


def _from_data(attributes: Attributes) -> str:
    """The address that a download button keeps for its script (WordPress Download Manager and others)."""
    return next((value.strip() for name in _DATA_ADDRESSES if (value := attributes.get(name))), "")


def _source(attributes: Attributes) -> str:
    for name in _LAZY_SOURCES:
        value = (attributes.get(name) or "").strip()
        if value and not value.lower().startswith(_NO_SOURCE):
            return value
    return ""


def _pixels(text: str | None) -> int | None:
    digits = (text or "").strip().lower().removesuffix("px")[:6]
    return int(digits) if digits.isascii() and digits.isdigit() else None
