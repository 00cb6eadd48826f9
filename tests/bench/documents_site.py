"""A generated site of 5,000 documents of ten kinds, served on loopback until its standard input is closed.

Run as a script it prints its address. Every kind is a tenth of them. Documents of a kind share one of twenty papers
of some pages; each has bytes of its own, so that none is known from another.
"""

from __future__ import annotations

import io
import sys
import zipfile
from functools import cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.loopback import Asked, LoopbackSite, Reply
from tests.sites import office
from tests.sites.paper_files import file_of
from tests.sites.papers import Paper, poster

DOCUMENTS = 5000
PER_LIST = 100
VARIANTS = 20
KINDS = ("pdf", "scan", "docx", "xlsx", "pptx", "odt", "rtf", "csv", "zip", "jpg")
ENDINGS = {"scan": "pdf"}
OFFICE = office.Office(
    name="สำนักงานสาธารณสุขอำเภอตัวอย่าง",
    short="สสอ.ตัวอย่าง",
    province="จังหวัดตัวอย่าง",
    reference="ที่ ตย 0033",
    head="นายสมชาย ใจดี",
    head_title="สาธารณสุขอำเภอตัวอย่าง",
    superior="นายแพทย์สาธารณสุขจังหวัดตัวอย่าง",
    phone="0 4300 0000",
    services=tuple(f"งานสาธารณสุขที่ {number}" for number in range(1, 31)),
)


def paper(variant: int) -> Paper:
    """One of the papers: a plan, a report, a manual, of one year or another."""
    year = 2560 + variant % 10
    steps = [(f"ตรวจสอบเอกสารชุดที่ {number}", f"{number} วัน") for number in range(1, 31)]
    return (
        office.action_plan(OFFICE, year),
        office.annual_report(OFFICE, year),
        office.manual(OFFICE, f"การเบิกจ่าย {variant}", steps),
        office.budget(OFFICE, year),
    )[variant % 4]


@cache
def made(kind: str, variant: int) -> bytes:
    """A document without anything of its own."""
    written = paper(variant)
    if kind == "scan":
        return file_of("pdf", Paper(written.lines, scanned=True))
    if kind == "csv":
        return "\n".join(line.strip("|# ").replace("|", ",") for line in written.lines).encode()
    if kind == "jpg":
        return poster("jpeg", *written.lines[:8])
    if kind == "zip":
        return b""
    return file_of(kind, written)


def document(number: int) -> bytes:
    """The document of that number."""
    kind = KINDS[number % len(KINDS)]
    body = made(kind, number // len(KINDS) % VARIANTS)
    own = f"{number}".encode()
    if kind == "zip":
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            for at in range(12):
                archive.writestr(f"เอกสารที่ {number}-{at}.pdf", own)
        return stream.getvalue()
    if body.startswith(b"PK"):
        stream = io.BytesIO(body)
        with zipfile.ZipFile(stream, "a") as archive:
            archive.comment = own
        return stream.getvalue()
    return body + (b"\n%" + own if kind != "csv" else b"\n" + own)


def name(number: int) -> str:
    """Its address."""
    kind = KINDS[number % len(KINDS)]
    return f"/files/{number}.{ENDINGS.get(kind, kind)}"


def answer(asked: Asked) -> Reply | None:
    """Whatever the site has at an address."""
    match asked.target.strip("/").split("/"):
        case [""]:
            lists = "".join(
                f'<li><a href="/list/{at}">เอกสารชุดที่ {at}</a></li>' for at in range(DOCUMENTS // PER_LIST)
            )
            return Reply(f"<!doctype html><meta charset=utf-8><title>เอกสาร</title><ul>{lists}</ul>")
        case ["list", place] if place.isdigit():
            numbers = range(int(place) * PER_LIST, (int(place) + 1) * PER_LIST)
            rows = "".join(f'<li><a href="{name(number)}">เอกสารที่ {number}</a></li>' for number in numbers)
            return Reply(f"<!doctype html><meta charset=utf-8><title>ชุดที่ {place}</title><ul>{rows}</ul>")
        case ["files", file] if file.partition(".")[0].isdigit():
            return Reply(document(int(file.partition(".")[0])), content_type="application/octet-stream")
        case _:
            return None


def main() -> None:
    """Serve until nobody listens any more."""
    for kind in KINDS:
        for variant in range(VARIANTS):
            made(kind, variant)
    with LoopbackSite(make=answer) as site:
        print(site.url, flush=True)  # noqa: T201 - the script's result
        sys.stdin.read()


if __name__ == "__main__":
    main()
