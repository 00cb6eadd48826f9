"""`auditor register`: an empty publication register to fill in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from auditor.config import Lang
from auditor.errors import UsageError

app = typer.Typer(help="Make an empty publication register.", no_args_is_help=True)

_Format = Annotated[
    str | None, typer.Option("--format", metavar="csv|xlsx", help="Kind of file. [default: that of FILE, else xlsx]")
]
_Output = Annotated[
    Path | None, typer.Option(metavar="FILE", help="File to write; never one that is there. [default: register.xlsx]")
]


@app.callback()
def _register() -> None:
    pass


@app.command("template")
def template(*, format_: _Format = None, lang: Lang = Lang.TH, output: _Output = None) -> None:
    """Write an empty register with its headings and hints, to be filled in and given to `check --register`."""
    from auditor.report import write_whole  # noqa: PLC0415  (not needed for --help)
    from auditor.report.messages import Messages  # noqa: PLC0415
    from auditor.report.register_sheet import SheetFormat, register_template  # noqa: PLC0415
    from auditor.rulebook import load_rulebook  # noqa: PLC0415

    name = format_ or (output.suffix[1:] if output else "") or SheetFormat.XLSX
    if name.lower() not in set(SheetFormat):
        raise UsageError(f"--format {name!r} is not known: choose from {', '.join(SheetFormat)}")
    wanted = SheetFormat(name.lower())
    path = output or Path(f"register.{wanted}")
    if path.exists():
        raise UsageError(f"{path} is already there, and may hold a register: choose another --output")
    if not path.parent.is_dir():
        raise UsageError(f"{path.parent} is no folder: make it first, or choose another --output")
    content = register_template(wanted, load_rulebook().vocabulary, Messages.load(), lang)
    write_whole({path: content})
    typer.echo(path)
