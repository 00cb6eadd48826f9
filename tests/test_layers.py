"""The shape of the program (DESIGN.md section 4), read from its sources: imports, homes, sizes, words."""

from __future__ import annotations

import ast
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(__file__).resolve().parent.parent / "auditor"

LEVELS = (
    (
        *("build", "chromium", "codec", "cron", "datafiles", "errors", "longlist", "marks", "overflow", "records"),
        *("thai", "tomlplaces", "urls", "watched_day", "weight", "window"),
    ),
    ("facts",),
    (
        *("config", "configchecks", "configfile", "confignotify", "findings", "items", "past", "portfolio"),
        *("register", "reviews", "rounds", "rulebook", "rules", "sitelists", "upcoming"),
    ),
    ("assess", "crawl", "extract", "report", "snapshot", "store", "topics"),
    (
        *("evaluation", "evidence", "judgements", "keeping", "labelling", "notify", "pipeline"),
        *("schedule", "secondlook"),
    ),
    ("cli", "demo"),
    ("__main__",),
)
"""Parts of the program from the ground up; each imports from the levels below it."""

SIDEWAYS = {
    ("codec", "errors"),
    ("datafiles", "errors"),
    ("tomlplaces", "codec"),
    ("configfile", "config"),
    ("configfile", "configchecks"),
    ("configfile", "confignotify"),
    ("configchecks", "confignotify"),
    ("confignotify", "config"),
    ("configfile", "sitelists"),
    ("sitelists", "configfile"),
    ("sitelists", "register"),
    ("configchecks", "config"),
    ("configchecks", "configfile"),
    ("findings", "items"),
    ("findings", "register"),
    ("findings", "rules"),
    ("register", "rules"),
    ("reviews", "findings"),
    ("past", "findings"),
    ("past", "items"),
    ("portfolio", "findings"),
    ("portfolio", "rules"),
    ("rounds", "items"),
    ("rounds", "rules"),
    ("rulebook", "rules"),
    ("upcoming", "items"),
    ("upcoming", "rounds"),
    ("upcoming", "rules"),
    ("crawl", "extract"),
    ("assess", "topics"),
    ("store", "snapshot"),
    ("keeping", "evidence"),
    ("keeping", "judgements"),
    ("judgements", "labelling"),
    ("keeping", "pipeline"),
    ("keeping", "secondlook"),
    ("cli", "demo"),
}
"""Arrows within a level."""

NEVER = {
    "crawl": ("rules", "findings", "rulebook"),  # what a site says does not depend on what is asked
    "extract": ("rules", "findings", "rulebook"),
    "assess": ("config", "configfile", "rulebook"),  # a judgement depends on the snapshot and the rules alone
    "topics": ("config", "configfile", "rulebook"),
    "store": ("config", "configfile", "rulebook"),  # it keeps what it is given
}
"""Arrows downwards that are forbidden all the same."""

HOMES = {
    "httpx": ("crawl/connection.py", "crawl/exchange.py", "crawl/fetch.py"),
    "httpcore": ("crawl/connection.py", "crawl/exchange.py", "crawl/fetch.py"),
    "protego": ("crawl/robots.py",),
    "warcio": ("crawl/warc/",),
    "playwright": ("crawl/picture.py", "crawl/render.py"),
    "selectolax": ("extract/html.py",),
    "pypdfium2": ("extract/pdf.py",),
    "olefile": ("extract/legacy/compound.py",),
    "python_calamine": ("extract/legacy/workbook.py",),
    "tldextract": ("urls/",),
    "idna": ("urls/",),
    "rapidfuzz": ("topics/",),
    "sqlalchemy": ("store/",),
    "alembic": ("store/migrate.py", "store/migrations/"),
    "zstandard": ("store/packing.py",),
    "pydantic": ("codec.py",),
    "pydantic_core": ("codec.py",),
    "xlsxwriter": ("report/xlsx.py", "report/register_sheet.py"),
    "openpyxl": ("reviews/form.py", "register/workbook.py"),
    "jinja2": ("report/html.py",),
    "markupsafe": ("report/html.py",),  # comes with Jinja2
    "apscheduler": ("schedule/alarms.py",),
    "rich": ("report/terminal.py", "report/history.py", "cli/"),
    "typer": ("cli/",),
    "apprise": ("notify/services.py",),
}
"""Where each foreign package is known, and nowhere else."""

OURS = {"auditor", "_typeshed", *sys.stdlib_module_names}
MAY_PRINT = ("cli/",)
MAY_READ_ENVIRONMENT = ("cli/",)
MOST_LINES = 400
CLOCKS = {"now", "today", "utcnow", "time", "monotonic", "perf_counter"}

MODULES = [pytest.param(file, id=file.relative_to(PACKAGE).as_posix()) for file in sorted(PACKAGE.rglob("*.py"))]


@cache
def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def name(file: Path) -> str:
    return file.relative_to(PACKAGE).as_posix()


def part(file: Path) -> str:
    """The part of the program that a file belongs to."""
    return name(file).partition("/")[0].removesuffix(".py")


def imports(file: Path) -> Iterator[str]:
    """Full names of what a file imports, for types only or not."""
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{name(file)}: relative import"
            yield node.module or ""


def parts_used(file: Path) -> set[str]:
    """The other parts of the program that a file imports."""
    names = (imported.split(".") for imported in imports(file) if imported.startswith("auditor."))
    return {words[1] for words in names} - {part(file)}


def at_home(file: Path, homes: tuple[str, ...]) -> bool:
    return any(name(file) == home or (home.endswith("/") and name(file).startswith(home)) for home in homes)


def level(of: str) -> int:
    return next(number for number, parts in enumerate(LEVELS) if of in parts)


def test_every_part_has_its_level() -> None:
    parts = {part(file) for file in PACKAGE.rglob("*.py")} - {"__init__"}
    assert parts <= {known for parts in LEVELS for known in parts}


@pytest.mark.parametrize("file", MODULES)
def test_imports_lead_downwards(file: Path) -> None:
    if part(file) == "__init__":
        assert not parts_used(file)
        return
    wrong = {
        used
        for used in parts_used(file)
        if level(used) > level(part(file))
        or (level(used) == level(part(file)) and (part(file), used) not in SIDEWAYS)
        or used in NEVER.get(part(file), ())
    }
    assert not wrong


@pytest.mark.parametrize("file", MODULES)
def test_a_foreign_package_is_known_in_one_place(file: Path) -> None:
    foreign = {imported.split(".")[0] for imported in imports(file)} - OURS
    assert not {package for package in foreign if not at_home(file, HOMES.get(package, ()))}


@pytest.mark.parametrize("file", MODULES)
def test_thai_words_are_data(file: Path) -> None:
    if part(file) == "thai":
        pytest.skip("the language's own part")
    documentation = {id(node) for node in docstrings(tree(file))}
    words = [
        node.value
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in documentation
        and any("\u0e00" <= letter <= "\u0e7f" for letter in node.value)
    ]
    assert not words


def docstrings(module: ast.Module) -> Iterator[ast.Constant]:
    """Strings that stand as statements: documentation of a module, class, function or value."""
    for node in ast.walk(module):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node.value


@pytest.mark.parametrize("file", MODULES)
def test_a_module_can_be_read_in_a_sitting(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= MOST_LINES


@pytest.mark.parametrize("file", MODULES)
def test_only_the_command_line_prints(file: Path) -> None:
    calls = (node.func for node in ast.walk(tree(file)) if isinstance(node, ast.Call))
    prints = [call for call in calls if isinstance(call, ast.Name) and call.id == "print"]
    assert not prints or at_home(file, MAY_PRINT)


@pytest.mark.parametrize("file", MODULES)
def test_only_the_command_line_reads_the_environment(file: Path) -> None:
    reads = [
        node
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Attribute) and node.attr in {"environ", "getenv", "environb"}
    ]
    assert not reads or at_home(file, MAY_READ_ENVIRONMENT)


@pytest.mark.parametrize("file", [module for module in MODULES if part(module.values[0]) in {"assess", "topics"}])  # type: ignore[arg-type]  # a parameter set holds objects
def test_a_judgement_asks_for_no_time_and_no_chance(file: Path) -> None:
    calls = (node.func for node in ast.walk(tree(file)) if isinstance(node, ast.Call))
    clocks = [call.attr for call in calls if isinstance(call, ast.Attribute) and call.attr in CLOCKS]
    assert not clocks
    assert not {"time", "random", "secrets", "locale", "httpx", "socket"} & set(imports(file))
