"""From all that a crawl got to what is kept of it: the records that the audit cites, each body once.

A body that an earlier run's evidence of the site holds, or that this one holds already, becomes a revisit record; so
does an answer that says that nothing was modified, and a cited answer of which only the digest of the body is known.
"""

from __future__ import annotations

import contextlib
from datetime import datetime
from itertools import islice
from typing import IO, TYPE_CHECKING

from auditor.crawl.exchange import REDIRECTS
from auditor.crawl.warc.bundle import Bundle, Head, head_of
from auditor.crawl.warc.marks import DRAWN_FROM, TLS_ERROR
from auditor.crawl.warc.records import (
    NOT_MODIFIED,
    SAME_PAGE,
    SAME_PAYLOAD,
    Body,
    record_id,
    revisit_record,
    view_again_record,
)
from auditor.crawl.warc.scratch import places_in
from auditor.urls import absolute

if TYPE_CHECKING:
    from auditor.crawl.warc.cdxj import Line
    from auditor.crawl.warc.scratch import Place
    from auditor.evidence.citing import Citation
    from auditor.evidence.shelf import Shelf

_UNMODIFIED = "304"
_MOVED = frozenset(map(str, REDIRECTS))


def curate(shelf: Shelf, run: str, at: datetime, citation: Citation) -> None:
    """Make the evidence of a run, which began `at`, out of what its crawl left aside.

    Raises:
        OSError: it cannot be written; nothing is shown of it.
    """
    file, index = shelf.begin(run)
    with contextlib.ExitStack() as undo:
        undo.callback(shelf.give_up, run)
        bundle = Bundle(file, shelf.file(run).name, at)
        undo.callback(bundle.drop)
        bodies = {digest: _body(line) for digest, line in shelf.bodies(run).items()}
        curator = _Curator(bundle, citation, bodies, shelf.views(run) if citation.sights else {})
        with shelf.scratch(run).open("rb") as scratch:
            curator.take_all(scratch)
        bundle.close(index)
        shelf.show(run)


def _body(line: Line) -> Body:
    return Body(digest=line.digest, url=line.url, date=line.date)


def _marks(place: Place) -> tuple[tuple[str, str], ...]:
    return tuple((name, value) for name, value in place.fields if name == TLS_ERROR)


class _Curator:
    def __init__(
        self,
        bundle: Bundle,
        citation: Citation,
        bodies: dict[str, Body],
        views: dict[tuple[str, str], str],
    ) -> None:
        self._bundle, self._citation, self._bodies, self._views = bundle, citation, bodies, views
        self._sights = {sight.page: sight for sight in citation.sights}  # of which no picture was met yet
        self._wanted = set(citation.urls)
        self._seen: set[tuple[str, str]] = set()
        self._waiting: list[int] = []  # where answers lie that were not modified, and whose bodies come further on

    def take_all(self, scratch: IO[bytes]) -> None:
        for place in places_in(scratch):
            if place.field(DRAWN_FROM):
                self._take_picture(scratch, place)
            elif self._citation.everything or place.field("WARC-Target-URI") in self._wanted:
                self._take(scratch, place)
        for offset in self._waiting:
            scratch.seek(offset)
            for place in islice(places_in(scratch), 1):
                self._take_unmodified(scratch, place, head_of(scratch, place))
        for (url, date), digest in sorted(self._citation.answers.items()):
            if (url, date) not in self._seen and digest in self._bodies:
                self._revisit(url, date, Head(), (digest, NOT_MODIFIED))
        for sight in self._sights.values():
            known = self._bodies.get(self._views.get((sight.view, sight.drawn_from), ""))
            if known is not None:
                self._bundle.put(view_again_record(sight, sight.at, known, SAME_PAGE), Head())

    def _take_picture(self, scratch: IO[bytes], place: Place) -> None:
        """Take the picture of a page that is cited, once."""
        sight = self._sights.get(place.field("WARC-Concurrent-To"))
        if sight is None or sight.drawn_from != place.field(DRAWN_FROM):
            return
        del self._sights[sight.page]
        digest = place.field("WARC-Payload-Digest")
        if (known := self._bodies.get(digest)) is not None:
            at = datetime.fromisoformat(place.field("WARC-Date"))
            self._bundle.put(view_again_record(sight, at, known, SAME_PAYLOAD), Head())
        else:
            self._bodies[digest] = _body(self._bundle.put_place(scratch, place, Head()))

    def _take(self, scratch: IO[bytes], place: Place) -> None:
        url, date = place.field("WARC-Target-URI"), place.field("WARC-Date")
        if place.field("WARC-Type") != "response":
            self._bundle.put_place(scratch, place, Head())
            return
        self._seen.add((url, date))
        head = head_of(scratch, place)
        if head.status in _MOVED and (target := absolute(head.field("location"), url)):
            self._wanted.add(target)
        if head.status == _UNMODIFIED:
            if self._citation.answers.get((url, date)) in self._bodies:
                self._take_unmodified(scratch, place, head)
            else:
                self._waiting.append(place.offset)
            return
        digest, empty = place.field("WARC-Payload-Digest"), place.length == len(head.raw)
        if not empty and digest in self._bodies:
            self._revisit(url, date, head, (digest, SAME_PAYLOAD), _marks(place))
            return
        line = self._bundle.put_place(scratch, place, head)
        if not empty:
            self._bodies.setdefault(line.digest, _body(line))

    def _take_unmodified(self, scratch: IO[bytes], place: Place, head: Head) -> None:
        url, date = place.field("WARC-Target-URI"), place.field("WARC-Date")
        digest = self._citation.answers.get((url, date), "")
        if digest in self._bodies:
            self._revisit(url, date, head, (digest, NOT_MODIFIED), _marks(place))
        else:
            self._bundle.put_place(scratch, place, head)

    def _revisit(
        self, url: str, date: str, head: Head, same: tuple[str, str], marks: tuple[tuple[str, str], ...] = ()
    ) -> None:
        digest, profile = same
        named = (record_id(url, datetime.fromisoformat(date)), date)
        self._bundle.put(revisit_record(url, named, head.raw, self._bodies[digest], profile, marks), head)
