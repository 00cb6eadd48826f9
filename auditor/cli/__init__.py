"""The command `auditor`: words in, one call of the pipeline, result to text and exit code.

Parsing is typer's. What a command needs is imported when it runs, so that `--help` is quick.
"""

from __future__ import annotations

import sys
import traceback
from importlib import import_module
from typing import Annotated, Any, NoReturn

import typer
from typer.core import TyperGroup

from auditor import __version__
from auditor.cli import audit, configuration, evidence, form, notify, reading, register, running, scheduling, storing
from auditor.cli.exits import FULL_DISK, Exit
from auditor.cli.stopping import Stopped, end_at_signals
from auditor.cli.streams import settle_streams
from auditor.errors import AuditorError, ComplaintsError, UsageError


class Commands(TyperGroup):
    """The commands; those of rule authors are imported only when one is called."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command that the first word names."""
        if args[:1] in (["rules"], ["review"]):
            self.add_command(typer.main.get_command(import_module(f"auditor.cli.{args[0]}").app), args[0])
        return super().resolve_command(ctx, args)


app = typer.Typer(
    name="auditor",
    cls=Commands,
    help="Audit the website of a Thai public-health agency against what the law asks it to publish.",
    epilog="Exit codes: 0 good, 1 a required requirement is not met, 2 usage or configuration error, "
    "3 the audit could not be done, 130 interrupted, 143 terminated.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("check")(audit.check)
app.command("demo")(audit.demo)
app.command("form")(form.form)
app.command("run")(running.run)
app.command("schedule")(scheduling.schedule)
app.command("reassess")(reading.reassess)
app.command("report")(reading.report)
app.command("history")(reading.history)
app.command("diff")(reading.diff)
app.add_typer(evidence.app, name="evidence")
app.add_typer(storing.app, name="store")
app.add_typer(notify.app, name="notify")
app.add_typer(configuration.app, name="config")
app.add_typer(register.app, name="register")
app.command("review", help="Take assessors' verdicts: form, return, feedback.", add_help_option=False)(lambda: None)
app.command("rules", help="List, show, lint, test and try the rules.", add_help_option=False)(lambda: None)


def _show_version(*, wanted: bool) -> None:
    if wanted:
        typer.echo(f"auditor {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    *,
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            help="Show the version and exit.",
            callback=lambda wanted: _show_version(wanted=wanted),
            is_eager=True,
        ),
    ] = False,
) -> None:
    pass


def main() -> NoReturn:
    """Run the command line; errors that a person can mend end with a message, not a traceback."""
    settle_streams()
    end_at_signals()
    try:
        app()
    except Stopped as exc:
        _fail(str(exc), 128 + exc.number)
    except UsageError as exc:
        _fail(str(exc), Exit.USAGE)
    except ComplaintsError as exc:
        _fail(_in_lines(exc), Exit.USAGE)
    except AuditorError as exc:  # reports that cannot be written, a store that fails
        _fail(str(exc), Exit.NOT_DONE)
    except OSError as exc:
        if exc.errno not in FULL_DISK:
            _fail_ourselves()
        _fail(f"the disk is full: {exc.filename or exc.strerror}; free some space and try again", Exit.NOT_DONE)
    except Exception:  # noqa: BLE001  (whatever it is, no script may take it for a verdict)
        _fail_ourselves()
    sys.exit(Exit.GOOD)


def _in_lines(error: ComplaintsError) -> str:
    from auditor.cli.places import with_lines  # noqa: PLC0415  (only when needed)

    return "\n".join(map(str, with_lines(error.complaints)))


def _fail_ourselves() -> NoReturn:
    """Our own mistake: all that is known of it, and the exit code of an audit that was not done."""
    _fail(f"{traceback.format_exc()}this is a mistake in auditor: please report the lines above", Exit.NOT_DONE)


def _fail(message: str, code: int) -> NoReturn:
    from auditor.report.safe_text import one_line  # noqa: PLC0415  (only when needed)

    for line in message.splitlines():
        typer.echo(f"auditor: {one_line(line)}", err=True)
    sys.exit(code)
