"""Digests and means for tests of telling."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.config import Lang
from auditor.confignotify import MailTable, NotifyTable
from auditor.findings import Status
from auditor.notify.delivery import Means
from auditor.notify.digest import Digest, Fault, Turn
from auditor.notify.wording import Wording
from auditor.report.messages import Messages
from auditor.rules import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

MESSAGES = Messages.load()
NOW = datetime(2024, 6, 15, 20, tzinfo=UTC)
SECRET = "hunter2-Zq8"  # noqa: S105  (made up)


def text(words: str) -> Text:
    return Text(th=f"{words} ก", en=words)


def turn(before: Status = Status.PASS, after: Status = Status.FAIL, name: str = "1.1.vision") -> Turn:
    return Turn(
        requirement=name, title=Text(th="วิสัยทัศน์", en="Vision"), before=before, after=after, url="https://x.go.th/v"
    )


def digest(site: str = "x", **told: object) -> Digest:
    given: dict[str, object] = {
        "site": site,
        "url": f"https://{site}.go.th/",
        "as_of": date(2024, 6, 15),
        "name": "สสอ.ตัวอย่าง",
        "run": "20240615T000000Z-abc123",
        "percent": 71.25,
        "percent_before": 75.0,
        "since": date(2024, 6, 14),
        "worse": (turn(),),
        "grave": tuple(
            Fault(message=text(f"fault {number}"), url=f"https://x.go.th/{number}") for number in range(5)
        ),
        "grave_count": 5,
        "new_count": 6,
    }
    return Digest(**(given | told))  # type: ignore[arg-type]


def mail(port: int, **told: object) -> MailTable:
    given: dict[str, object] = {
        "host": "127.0.0.1",
        "port": port,
        "tls": "none",
        "from_": "auditor@x.go.th",
        "to": ("web@x.go.th",),
    }
    return MailTable(**(given | told))  # type: ignore[arg-type]


def means(table: NotifyTable, lang: Lang = Lang.TH, environment: Mapping[str, str] | None = None) -> Means:
    return Means(
        table=table,
        environment=environment or {},
        wording=Wording(MESSAGES, lang),
        output=Path(),
        waits=(0.0, 0.0),
    )
