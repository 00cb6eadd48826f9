"""What may come in for one answer, byte by byte (RELIABILITY_RULES 5 and 6), and how a refusal is raised."""

from __future__ import annotations

import re

from auditor.facts import Why

_INTERIM_ANSWERS = 5
_END_OF_HEAD = re.compile(rb"\r?\n\r?\n")
_STATUS = re.compile(rb"HTTP/\d\.\d (\d{3})")
_SWITCHING = 101


class RefusedAnswer(Exception):  # noqa: N818 (it is our refusal, made a value before anyone else sees it)
    """An answer that must not be read any further."""

    def __init__(self, why: Why, detail: str) -> None:
        super().__init__(detail)
        self.why = why


class Gauge:
    """Counts the bytes of one answer and refuses what goes over a limit (RELIABILITY_RULES 5 and 6)."""

    def __init__(self, *, head_bytes: int, head_fields: int, body_bytes: int) -> None:
        self.wire_bytes = 0
        self.ended = False  # the other side closed the connection
        self.body_bytes = body_bytes
        self._head_bytes = head_bytes
        self._head_fields = head_fields
        self._head: bytearray | None = bytearray()  # None once the final head has been seen
        self._head_size = 0
        self._interim = 0

    def feed(self, data: bytes) -> None:
        """Take note of bytes read; raises RefusedAnswer."""
        self.wire_bytes += len(data)
        self.ended = self.ended or not data
        if self.wire_bytes > self._head_bytes + self.body_bytes:
            raise RefusedAnswer(Why.TOO_LARGE, f"more than {self.body_bytes} bytes on the wire")
        if self._head is not None:
            self._head += data
            # Only a line's end can end a head: a head that drips in byte by byte is not searched at each of them.
            self._read_heads(self._head) if b"\n" in data else self._check(len(self._head), 0)

    def _read_heads(self, waiting: bytearray) -> None:
        """Look at the heads that are complete: interim answers, then the final one."""
        while end := _END_OF_HEAD.search(waiting):
            head = bytes(waiting[: end.end()])
            self._check(len(head), head.count(b"\n") - 2)
            self._head_size += len(head)
            status = _STATUS.match(head)
            if not status or int(status[1]) == _SWITCHING or status[1][:1] != b"1":
                self._head = None
                return
            self._interim += 1
            if self._interim > _INTERIM_ANSWERS:
                raise RefusedAnswer(Why.PROTOCOL, f"more than {_INTERIM_ANSWERS} interim answers")
            del waiting[: end.end()]
        self._check(len(waiting), waiting.count(b"\n") - 1)

    def _check(self, size: int, fields: int) -> None:
        if self._head_size + size > self._head_bytes:
            raise RefusedAnswer(Why.PROTOCOL, f"the head is longer than {self._head_bytes} bytes")
        if fields > self._head_fields:
            raise RefusedAnswer(Why.PROTOCOL, f"the head has more than {self._head_fields} fields")
