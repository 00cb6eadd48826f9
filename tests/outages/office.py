"""One office with a history, for the outages: how it is set up, what its audits say, and that all of it is whole."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from tests.cli.test_check import HOME, VISION
from tests.evidence.keeping import STRUCTURE
from tests.killing.promises import essence, unreadable
from tests.loopback import Reply

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable
    from pathlib import Path

    from tests.loopback import Asked

LAST = "/structure"
PAGES = {
    "/": Reply(f"{HOME.body!s}<a href='/gone'>แผนปฏิบัติราชการ</a><a href='{LAST}'>โครงสร้างหน่วยงาน</a>"),
    "/vision": VISION,
    LAST: STRUCTURE,
}
RUN = ("run", "--fail-on", "never", "--quiet")


class Site:
    """What the website of the office answers, and what happens when its last page is asked for."""

    def __init__(self) -> None:
        self.pages = dict(PAGES)
        self.on_last: Callable[[], object] | None = None  # once

    def __call__(self, asked: Asked) -> Reply | None:
        """The answer to one request."""
        if asked.target == LAST and self.on_last is not None:
            happens, self.on_last = self.on_last, None
            happens()
        return self.pages.get(asked.target)


def configure(folder: Path, url: str, head: str = "") -> None:
    """Store, reports and evidence lie each in a folder of its own."""
    for name in ("store", "output", "evidence"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    (folder / "config.toml").write_text(
        '[auditor]\nlang = "en"\nstore = "sqlite:///store/auditor.db"\n[evidence]\nfolder = "evidence"\n'
        "[crawl]\ndelay = 0.0\ncheck_external_links = false\nrender = 'never'\n[politeness]\nretries = 0\n[network]\n"
        f'connect_seconds = 2.0\n{head}\n[[site]]\nid = "x"\nurl = "{url}"\n',
        encoding="utf-8",
    )


def is_told(done: subprocess.CompletedProcess[str], code: int, *parts: str) -> None:
    """It ended with the code that it has to end with, and a message that says why."""
    assert done.returncode == code, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    for part in parts:
        assert part in done.stderr


def runs(folder: Path) -> list[str]:
    """The runs whose reports are shown, in the order in which their names sort."""
    return sorted(path.name for path in (folder / "output" / "x").glob("2*"))


def audit(folder: Path, run: str = "latest") -> dict[str, Any]:
    """What the reports of a run say."""
    found: dict[str, Any] = json.loads((folder / "output" / "x" / run / "audit.json").read_text(encoding="utf-8"))
    return found


def verdicts(told: dict[str, Any]) -> dict[str, str]:
    """The result of each requirement."""
    return {each["id"]: each["status"] for each in told["requirements"]}


def says_the_same(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Do two audits say the same of the office, but for what changed between them?"""
    first, second = (essence(each) | {"changes": None} for each in (one, other))
    return first == second


def nothing_changed(told: dict[str, Any]) -> bool:
    """Does an audit say that nothing is new, fixed or otherwise?"""
    changes = told["changes"]
    return not (changes["new"] or changes["fixed"] or changes["requirements"])


def is_tidy(folder: Path) -> None:
    """Every report is whole, and nothing that was begun lies about."""
    assert list(unreadable(folder / "output")) == []
    found = []
    with suppress(FileNotFoundError):
        found = [path for path in folder.rglob("*") if path.name.startswith(".") or path.name.endswith(".part")]
    assert found == []
