"""CDXJ: the index of a WARC file as lines of text, sorted by address and time, as replay tools read them."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.crawl.warc.marks import VIEW
from auditor.urls import is_address, parse

if TYPE_CHECKING:
    from collections.abc import Iterable

REVISIT = "warc/revisit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One record: what it is of, and where it lies."""

    url: str
    date: str  # WARC-Date
    record: str  # its id, urn:uuid:…
    mime: str  # of the answer; `warc/revisit` where the body lies elsewhere, our own where there is none
    status: str
    digest: str  # of the body; empty where there is none
    offset: int
    length: int  # of its gzip member
    filename: str
    shows: str = ""  # of a picture: the id of the record of the page
    drawn_from: str = ""  # of a picture: stands for all from which it was drawn

    @property
    def page_url(self) -> str:
        """The address of a page, also of one of which this is a picture."""
        return self.url.removeprefix(VIEW)

    @property
    def text(self) -> str:
        """The line, without its end."""
        said = {
            "url": self.url,
            "mime": self.mime,
            "status": self.status,
            "digest": self.digest,
            "length": str(self.length),
            "offset": str(self.offset),
            "filename": self.filename,
            "record": self.record,
            "date": self.date,
        }
        if self.shows:
            said |= {"shows": self.shows, "drawn_from": self.drawn_from}
        moment = re.sub(r"\D", "", self.date)[:14]
        return f"{surt(self.url)} {moment} {json.dumps(said, ensure_ascii=True)}"


def index_text(lines: Iterable[Line]) -> str:
    """The whole index."""
    return "".join(f"{text}\n" for text in sorted(line.text for line in lines))


def read_line(text: str) -> Line | None:
    """A line of an index of ours; None if it is none."""
    try:
        said = json.loads(text.split(" ", 2)[2])
        return Line(
            url=str(said["url"]),
            date=str(said["date"]),
            record=str(said["record"]),
            mime=str(said["mime"]),
            status=str(said["status"]),
            digest=str(said["digest"]),
            offset=int(said["offset"]),
            length=int(said["length"]),
            filename=str(said["filename"]),
            shows=str(said.get("shows", "")),
            drawn_from=str(said.get("drawn_from", "")),
        )
    except (ValueError, KeyError, IndexError, TypeError, AttributeError):
        return None


def surt(url: str) -> str:
    """The address with its host turned round, by which indexes are sorted: `th,go,moph)/news?id=1`."""
    address = parse(url)
    if address is None:
        return url.replace(" ", "%20")
    named = address.host.removeprefix("www.").rstrip(".")
    host = named if is_address(named) else ",".join(reversed(named.split(".")))
    port = f":{address.port}" if address.port is not None else ""
    return f"{host}{port}){address.target}".lower()
