"""A site with evidence of every kind, audited night by night; and another program's look at what was kept."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from warcio.archiveiterator import ArchiveIterator

from tests.cli.test_check import auditor
from tests.loopback import Reply

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

PAGE = """<!doctype html><html lang="th"><meta charset="utf-8"><title>สำนักงานสาธารณสุขอำเภอตัวอย่าง</title>
<main><h1>{heading}</h1><p>{text}</p></main></html>"""
HOME = Reply(PAGE.format(heading="หน้าแรก", text="สำนักงานสาธารณสุขอำเภอตัวอย่าง จังหวัดร้อยเอ็ด ยินดีต้อนรับ"))
VISION = Reply(PAGE.format(heading="วิสัยทัศน์", text="เป็นองค์กรหลักด้านสุขภาพที่ประชาชนเชื่อมั่นและมีส่วนร่วม ภายในปี 2570"))
TALE = Reply(PAGE.format(heading="นิทาน", text="กาลครั้งหนึ่งนานมาแล้ว มีกระต่ายกับเต่าอาศัยอยู่ริมลำธาร ทั้งสองชวนกันวิ่งแข่ง"))
STRUCTURE = Reply(PAGE.format(heading="โครงสร้างหน่วยงาน", text="นายแพทย์สาธารณสุขอำเภอ และกลุ่มงานบริหารทั่วไป"))
MENU = (
    '<nav><a href="/old-vision">วิสัยทัศน์</a><a href="/structure">โครงสร้างหน่วยงาน</a><a href="/gone">พันธกิจ</a>'
    '<a href="/news">ข่าวประชาสัมพันธ์</a></nav>'
)
SITE = {
    "/": Reply(f"{HOME.body!s}{MENU}"),
    "/robots.txt": Reply("User-agent: *\nDisallow: /secret\n", "text/plain"),
    "/old-vision": Reply("", status=301, headers=(("Location", "/vision"),)),
    "/vision": VISION,
    "/structure": STRUCTURE,
    "/gone": Reply("<title>404</title>ไม่พบหน้านี้", status=404),
    "/news": Reply(PAGE.format(heading="ข่าวประชาสัมพันธ์", text="ประชุมประจำเดือน 1 มิถุนายน 2567")),
}


def config(folder: Path, url: str, *, evidence: str = "", head: str = "", render: str = "never") -> None:
    (folder / "config.toml").write_text(
        f'[auditor]\nlang = "en"\n{head}\n[crawl]\ndelay = 0.0\ncheck_external_links = false\nrender = "{render}"\n'
        "[politeness]\nretries = 0\n"
        f'[evidence]\n{evidence}\n[[site]]\nid = "x"\nurl = "{url}"\n',
        encoding="utf-8",
    )


def night(folder: Path, day: str = "2024-06-15") -> str:
    """Audit once; the id of the run."""
    done = auditor("run", "--fail-on", "never", "--as-of", day, cwd=folder)
    assert done.returncode == 0, done.stderr
    return str(audit(folder)["run"]["id"])


def audit(folder: Path, run: str = "latest") -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / "output" / "x" / run / "audit.json").read_text(encoding="utf-8"))
    return found


def evidence(audit: dict[str, Any]) -> list[dict[str, Any]]:
    return [each for requirement in audit["requirements"] for each in requirement["evidence"]]


def records(path: Path) -> dict[str, dict[str, Any]]:
    """What warcio reads in a file, by the id of the record; every digest is checked on the way."""
    found = {}
    with path.open("rb") as file:
        for record in ArchiveIterator(file, check_digests="raise"):
            body = record.raw_stream.read()
            fields = dict(record.rec_headers.headers)
            found[fields["WARC-Record-ID"].strip("<>")] = {
                **fields,
                "status": record.http_headers.get_statuscode() if record.http_headers else None,
                "sha256": hashlib.sha256(body).hexdigest(),
                "size": len(body),
            }
    return found


def shelf(folder: Path) -> Path:
    return folder / "evidence" / "x"


def is_said(done: subprocess.CompletedProcess[str], *parts: str) -> None:
    for part in parts:
        assert part in done.stdout, done.stdout + done.stderr
