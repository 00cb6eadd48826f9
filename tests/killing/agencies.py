"""Three agencies on loopback for the kills: large, with documents, and small; they change between nights."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from fpdf import FPDF

from tests.cli.test_check import HOME, PAGE, VISION
from tests.evidence.keeping import STRUCTURE
from tests.loopback import LoopbackSite, Reply

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.loopback import Asked

_LARGE, _DOCUMENTS, _SMALL = 70, 6, 4
_DELAY = 0.02  # seconds


@dataclass
class Agencies:
    """Their websites, by the ids of the sites, while the context of `agencies` is open."""

    sites: dict[str, LoopbackSite] = field(default_factory=dict)
    without: str = ""  # a page that is gone tonight

    def asked(self) -> int:
        """How many requests came to any of them."""
        return sum(len(site.log) for site in self.sites.values())

    def asked_of(self) -> dict[str, int]:
        """The same, for each."""
        return {name: len(site.log) for name, site in self.sites.items()}


@contextlib.contextmanager
def agencies() -> Iterator[Agencies]:
    """Serve them."""
    found = Agencies()
    tables = {"large": _news(_LARGE), "papers": _news(8) | _papers(), "small": _news(_SMALL)}
    with contextlib.ExitStack() as stack:
        for name, table in tables.items():
            pages = {"/": _home(table), "/vision": VISION, "/structure": STRUCTURE} | table

            def answer(asked: Asked, pages: dict[str, Reply] = pages) -> Reply | None:
                return None if asked.target == found.without else pages.get(asked.target)

            found.sites[name] = stack.enter_context(LoopbackSite(make=answer))
        yield found


def _home(table: dict[str, Reply]) -> Reply:
    links = "".join(f'<a href="{target}">ข่าว {target}</a>' for target in table)
    menu = '<nav><a href="/structure">โครงสร้างหน่วยงาน</a><a href="/gone">พันธกิจ</a></nav>'
    return Reply(f"{HOME.body!s}{menu}{links}")


def _news(many: int) -> dict[str, Reply]:
    return {
        f"/n{number}": Reply(
            PAGE.format(
                heading=f"ข่าวที่ {number}", text=f"สำนักงานสาธารณสุขอำเภอจัดประชุมครั้งที่ {number} ประจำเดือน 1 มิถุนายน 2567"
            ),
            delay=_DELAY,
        )
        for number in range(many)
    }


def _papers() -> dict[str, Reply]:
    return {f"/plan{number}.pdf": Reply(_pdf(number), "application/pdf") for number in range(_DOCUMENTS)}


def _pdf(number: int) -> bytes:
    paper = FPDF()
    paper.add_page()
    paper.set_font("helvetica", size=14)
    paper.cell(text=f"Annual plan {number}, fiscal year 2024")
    return bytes(paper.output())
