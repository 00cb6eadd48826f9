"""The process that parses what could hang, crash or fill the memory: `python -m auditor.extract.child PARENT LIMITS`.

Reads requests from standard input and answers each on standard output; both are a length and that many bytes. Knows
nothing of the network and, after `confine`, could not reach it.
"""

from __future__ import annotations

import json
import os
import struct
import sys
from typing import BinaryIO

from auditor.config import DocumentLimits
from auditor.extract.confine import allow_cpu, confine
from auditor.extract.html import parse_html
from auditor.extract.pdf import read_pdf
from auditor.facts import Document, DocumentState, Page
from auditor.records import to_bytes

LENGTH = struct.Struct(">Q")
READY = b"ready"  # the first message: all is loaded and given up


def main(arguments: list[str]) -> int:
    """Serve one parent until it closes our input."""
    parent, limits = int(arguments[0]), DocumentLimits(**json.loads(arguments[1]))
    # Answers have the real standard output to themselves: a library's chatter goes to the error stream.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    confine(parent=parent, memory_bytes=limits.memory_bytes)
    _send(answers, READY)
    requests = sys.stdin.buffer
    while (header := _read_part(requests)) is not None:
        request, body = json.loads(header), _read_part(requests)
        if body is None:
            break
        allow_cpu(limits.cpu_seconds)
        _send(answers, to_bytes(_answer(request, body, limits)))
    return 0


def _send(answers: BinaryIO, message: bytes) -> None:
    answers.write(LENGTH.pack(len(message)) + message)
    answers.flush()


def _answer(request: dict[str, str | None], body: bytes, limits: DocumentLimits) -> Page | Document:
    kind = request["kind"] or ""
    try:
        if kind == "html":
            return parse_html(body, request["url"] or "", request["content_type"])
        if kind == "pdf":
            return read_pdf(body, limits)
        return Document(kind=kind, state=DocumentState.UNSUPPORTED)
    except MemoryError:
        failed = DocumentState.LIMITED, "memory"
    except Exception as exc:  # noqa: BLE001 - whatever a hostile file brings a parser to, one file may not cost another
        failed = DocumentState.DAMAGED, f"{type(exc).__name__}: {exc}"[:300]
    return Document(kind=kind, state=failed[0], detail=failed[1])


def _read_part(stream: BinaryIO) -> bytes | None:
    head = stream.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    (size,) = LENGTH.unpack(head)
    part = stream.read(size)
    return part if len(part) == size else None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
