"""Audits of hostile sites: through the pipeline in this process, or through the command in one of its own."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema

from auditor.cli.exits import exit_code
from auditor.config import DEFAULT_PACK, CrawlLimits, CrawlSettings, FailOn, Lang, NetworkLimits, Politeness
from auditor.facts import Site
from auditor.pipeline import audit_site
from auditor.report import Wanted
from auditor.report.html import render_html
from auditor.report.json import render_json
from auditor.report.messages import Messages
from auditor.rulebook import load_rulebook
from auditor.urls import parse
from tests.crawl.hostile_server import Exchange, Script, ok

if TYPE_CHECKING:
    from collections.abc import Mapping

    from auditor.findings import Audit
    from auditor.rules import Rulebook

ROOT = Path(__file__).resolve().parents[2]
AS_OF = date(2024, 6, 15)
NETWORK = NetworkLimits(connect_seconds=1.0, silence_seconds=0.6, page_seconds=1.2, document_seconds=3.0)
QUICK = CrawlSettings(
    network=NETWORK,
    politeness=Politeness(delay=0.0, concurrency=4, retry_waits=(0.01, 0.01)),
    limits=replace(CrawlLimits(), max_seconds=20.0),
    check_external_links=False,
)
QUICK_TOML = """
[crawl]
delay = 0.0
concurrency = 4
max_seconds = 30
check_external_links = false
[politeness]
retry_waits = [0.01, 0.01]
[network]
connect_seconds = 1.0
silence_seconds = 0.6
page_seconds = 1.2
document_seconds = 3.0
"""
LOOKED_AWAY = {"unverifiable", "not-applicable"}


@dataclass(frozen=True, kw_only=True)
class Audited:
    """An audit, as its file tells it, and the exit code it would give."""

    audit: Audit
    made: dict[str, Any]
    html: str
    code: int

    def requirement(self, name: str) -> dict[str, Any]:
        """One requirement by its id."""
        found: dict[str, Any] = next(each for each in self.made["requirements"] if each["id"] == name)
        return found

    @property
    def statuses(self) -> set[str]:
        """Every status that was given."""
        return {each["status"] for each in self.made["requirements"]}


async def audited(url: str, settings: CrawlSettings = QUICK, *, also: tuple[str, ...] = ()) -> Audited:
    """Audit an address through the pipeline; the file is held against its schema."""
    address = parse(url)
    site = Site(id="hostile", url=url, host=address.host if address else "", also=also)
    audit = await audit_site(site, settings, rules(), (DEFAULT_PACK,), AS_OF)
    text = await asyncio.to_thread(render_json, audit, messages())
    made = json.loads(text)
    validate(made)
    wanted = Wanted(audit=audit, rulebook=rules(), messages=messages(), lang=Lang.TH)
    return Audited(
        audit=audit,
        made=made,
        html=render_html(audit, wanted.rulebook, wanted.messages, wanted.lang).decode(),
        code=exit_code(audit, FailOn.FAIL),
    )


def validate(made: dict[str, Any]) -> None:
    """Hold `audit.json` against `reports/audit.schema.json`."""
    jsonschema.Draft202012Validator(schema()).validate(made)


@cache
def schema() -> dict[str, Any]:
    """The schema that the project publishes."""
    found: dict[str, Any] = json.loads((ROOT / "reports" / "audit.schema.json").read_text(encoding="utf-8"))
    return found


@cache
def rules() -> Rulebook:
    """The rules as they are shipped."""
    return load_rulebook(())


@cache
def messages() -> Messages:
    """The sentences as they are shipped."""
    return Messages.load()


# --- sites ---------------------------------------------------------------------------------------------------

NAME = "สำนักงานสาธารณสุขอำเภอตัวอย่าง"
VISION = "เป็นองค์กรหลักด้านสุขภาพที่ประชาชนเชื่อมั่นและมีส่วนร่วม ภายในปี 2570 เพื่อให้ประชาชนสุขภาพดี"
HTML = "Content-Type: text/html; charset=utf-8"


def page(body: str, title: str = NAME) -> bytes:
    """A good answer that is a page."""
    text = (
        f'<!doctype html><html lang="th"><head><meta charset="utf-8"><title>{title}</title></head><body>'
        f"<header><h1>{NAME}</h1></header><main>{body}</main></body></html>"
    )
    return ok(text.encode("utf-8", "surrogatepass"), HTML)


def home(body: str = "", *, vision: str = "/vision") -> bytes:
    """A start page whose menu leads to the vision."""
    menu = f'<nav><ul><li><a href="/">หน้าแรก</a></li><li><a href="{vision}">วิสัยทัศน์</a></li></ul></nav>'
    return page(f"{menu}<h2>ยินดีต้อนรับ</h2><p>ข่าวสารด้านสุขภาพของประชาชนในอำเภอตัวอย่าง จังหวัดร้อยเอ็ด</p>{body}")


VISION_PAGE = page(f"<h2>วิสัยทัศน์</h2><p>{VISION}</p>", f"วิสัยทัศน์ - {NAME}")
NOT_FOUND = ok(b"<!doctype html><title>404</title><p>not found", HTML, status="404 Not Found")


def serving(answers: Mapping[str, bytes | Script], otherwise: bytes | Script = NOT_FOUND) -> Script:
    """A site by paths; a path is answered with bytes as they are or by a script."""

    async def script(exchange: Exchange) -> None:
        answer = answers.get(exchange.target, otherwise)
        if isinstance(answer, bytes):
            await exchange.send(answer)
        else:
            await answer(exchange)

    return script


# --- the command ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class Ran:
    """The command when it has ended."""

    code: int
    out: str
    err: str
    folder: Path
    peak_mb: float = 0.0
    made: dict[str, Any] = field(default_factory=dict)


def command(*words: str | Path) -> list[str]:
    """The words that start the program."""
    return [sys.executable, "-m", "auditor", *map(str, words)]


def environment(folder: Path, **more: str) -> dict[str, str]:
    """The environment of a command whose scratch files can be counted: they go to `scratch` in the folder."""
    scratch = folder / "scratch"
    scratch.mkdir(exist_ok=True)
    return {**os.environ, "TMPDIR": str(scratch), "PYTHONPATH": str(ROOT), **more}


def check(url: str, *words: str | Path, cwd: Path, settings: str = QUICK_TOML, **more: str) -> Ran:
    """Run `auditor check` with quick settings; its report, if there is one, is held against the schema."""
    (cwd / "quick.toml").write_text(settings, encoding="utf-8")
    process = subprocess.Popen(  # noqa: S603  (our own command)
        command("check", url, "--config", "quick.toml", "--output", "out", *words),
        cwd=cwd,
        env=environment(cwd, **more),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    out, err = process.communicate(timeout=120)
    return ran(process.returncode, out, err, cwd)


def ran(code: int, out: str, err: str, cwd: Path) -> Ran:
    """What a command left behind."""
    path = cwd / "out" / "audit.json"
    made = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    if made:
        validate(made)
    return Ran(code=code, out=out, err=err, folder=cwd / "out", made=made)
