"""Audits made-up sites night after night on a simulated clock, with changes by a script; prints what came of it.

    python tests/bench/year.py [SITES] [NIGHTS]

Every site publishes a notice each week and takes it down after thirty days; its vision is gone for ten nights, and
its server is out of order for three of six. What the audits say of a night is held against the script: a difference
ends the run with 1.
"""

from __future__ import annotations

import asyncio
import logging
import sys
import tempfile
import time
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import time_machine

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from auditor.config import CrawlSettings, Politeness  # noqa: E402 - a script finds the package first
from auditor.evidence import Plan  # noqa: E402 - as above
from auditor.evidence.care import ailments  # noqa: E402 - as above
from auditor.evidence.retention import Rule, prune, runs_by_site  # noqa: E402 - as above
from auditor.facts import Site  # noqa: E402 - as above
from auditor.findings import Audit, Status  # noqa: E402 - as above
from auditor.keeping import Order, crawl_on, judge_and_keep  # noqa: E402 - as above
from auditor.rulebook import load_rulebook  # noqa: E402 - as above
from auditor.rulebook.texts import rule_texts  # noqa: E402 - as above
from auditor.store import Store, open_store  # noqa: E402 - as above
from auditor.store.retention import Keep  # noqa: E402 - as above
from tests.loopback import Asked, LoopbackSite, Reply  # noqa: E402 - as above

FIRST = datetime(2024, 10, 1, 19, 0, tzinfo=UTC)  # two in the morning in Bangkok
PACK = "moph-web-2567"
EVERY, SHOWN = 7, 30  # days between notices, and days for which each stands
GONE = range(20, 30)  # nights without the vision
DOWN = {40, 42, 44}  # nights with a server that answers 503
MONTHS = "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม".split()  # noqa: SIM905
SETTINGS = CrawlSettings(
    politeness=Politeness(delay=0.0, concurrency=4, retries=0, retry_waits=(0.0,)), check_external_links=False
)


def thai(day: date) -> str:
    """A day as Thai offices write it."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year + 543}"


def page(title: str, body: str) -> Reply:
    """A page with the site's menu; its ETag is that of its text."""
    menu = "".join(
        f"<li><a href={path}>{name}</a>" for path, name in (("/vision", "วิสัยทัศน์"), ("/news", "ข่าวประชาสัมพันธ์"))
    )
    html = f"<!doctype html><title>{title}</title><nav><ul>{menu}</ul></nav><main><h1>{title}</h1>{body}</main>"
    return Reply(html, headers=(("ETag", f'"{hash(html):x}"'),))


class Agency:
    """A site as it stands on a night."""

    def __init__(self, number: int) -> None:
        self.number, self.night = number, 0

    def answer(self, asked: Asked) -> Reply | None:
        """What it has at an address."""
        today = FIRST.date() + timedelta(days=self.night + 1)
        if self.night in DOWN:
            return Reply("out of order", status=503)
        notices = [today - timedelta(days=age) for age in range(self.night % EVERY, SHOWN, EVERY)]
        match asked.target.strip("/").split("/"):
            case [""]:
                return page(f"สำนักงานสาธารณสุขอำเภอตัวอย่างที่ {self.number}", "<p>ยินดีต้อนรับสู่เว็บไซต์ของหน่วยงาน</p>")
            case ["vision"] if self.night not in GONE:
                return page("วิสัยทัศน์", "<p>เป็นองค์กรหลักด้านสุขภาพที่ประชาชนเชื่อมั่นและมีส่วนร่วม ภายในปี 2570</p>")
            case ["news"]:
                rows = "".join(f"<li><a href=/news/{day:%Y%m%d}>ประชุมประจำเดือน</a> {thai(day)}" for day in notices)
                return page("ข่าวประชาสัมพันธ์", f"<ul>{rows}</ul>")
            case ["news", name] if name in {f"{day:%Y%m%d}" for day in notices}:
                return page("ประชุมประจำเดือน", "<p>" + "สำนักงานสาธารณสุขอำเภอจัดประชุมติดตามผลการดำเนินงาน " * 12)
        return None


def told(audit: Audit) -> Status:
    """What an audit says of the vision."""
    return next(each.status for each in audit.verdicts if each.requirement == "1.1.vision")


def due(night: int) -> Status:
    """What it should say."""
    return Status.UNVERIFIABLE if night in DOWN else Status.FAIL if night in GONE else Status.PASS


async def audited(store: Store, order: Order) -> Audit:
    """One audit."""
    run = await crawl_on(store, order, asyncio.Event())
    assert run is not None  # nobody stops it
    return judge_and_keep(store, run, order, published=True)


def size(folder: Path) -> float:
    """MB of all files below a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def main() -> int:
    """All nights of all sites."""
    sites, nights = (int(sys.argv[at]) if len(sys.argv) > at else most for at, most in ((1, 20), (2, 365)))
    logging.disable(logging.WARNING)
    rulebook, texts = load_rulebook(), rule_texts(())
    wrong: list[str] = []
    moved: Counter[str] = Counter()
    cpu, clock = time.process_time(), time.perf_counter()
    with tempfile.TemporaryDirectory() as scratch, open_store(f"sqlite:///{scratch}/auditor.db") as store:
        plan = Plan(folder=Path(scratch) / "evidence")
        for number in range(sites):
            agency = Agency(number)
            with LoopbackSite(make=agency.answer) as server:
                site = Site(id=f"site-{number}", url=server.url, host=server.host)
                for night in range(nights):
                    agency.night = night
                    at = FIRST + timedelta(days=night)
                    order = Order(
                        site=site, settings=SETTINGS, rulebook=rulebook, texts=texts, packs=(PACK,),
                        as_of=(at + timedelta(hours=7)).date(), evidence=plan,
                    )  # fmt: skip
                    with time_machine.travel(at, tick=True):
                        audit = asyncio.run(audited(store, order))
                    if told(audit) is not due(night):
                        wrong.append(f"site {number}, night {night}: {told(audit)}, not {due(night)}")
                    for each in audit.changes.requirements if audit.changes else ():
                        moved[f"{each.requirement}: {each.before} → {each.after}"] += 1
        seconds, spent = time.perf_counter() - clock, time.process_time() - cpu
        print(f"{sites * nights} audits, {spent / sites / nights * 1000:.0f} ms CPU each, {seconds:.0f} s")  # noqa: T201
        print(f"store {size(Path(scratch)) - size(plan.folder):.1f} MB, evidence {size(plan.folder):.1f} MB")  # noqa: T201
        for what, count in moved.most_common(12):
            print(f"{count:5} × {what}")  # noqa: T201
        now = FIRST + timedelta(days=nights)
        before = runs_by_site(store)
        done = store.prune(now, Keep(facts_days=400, text_days=90))
        forgotten = {each: runs - runs_by_site(store)[each] for each, runs in before.items()}
        files = prune(store, plan, Rule(now=now, days=90, run_days=400), forgotten)
        print(f"pruned to 90 days: texts of {done.texts} audits, {done.facts} facts, {files} files of evidence")  # noqa: T201
        print(f"store {size(Path(scratch)) - size(plan.folder):.1f} MB, evidence {size(plan.folder):.1f} MB")  # noqa: T201
        wrong += [*store.check(), *ailments(store, plan)]
    print(*(wrong[:20] or ["every night as the script has it; the store and its evidence are whole"]), sep="\n")  # noqa: T201
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
