"""`auditor store`: look after the history."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.cli.running import CONFIG, DEFAULT_CONFIG, LANG

if TYPE_CHECKING:
    from auditor.cli.archive import Archive

app = typer.Typer(help="Check, prune and back up the history of audits.", no_args_is_help=True)

_To = Annotated[Path, typer.Argument(metavar="FILE", help="A new file for the copy.")]


@app.command("check")
def check(*, config: CONFIG = DEFAULT_CONFIG, lang: LANG = None) -> None:
    """Read the whole store, and say what is wrong with it."""
    from auditor.cli.archive import archive  # noqa: PLC0415  (not needed for --help)
    from auditor.errors import StoreError  # noqa: PLC0415

    with archive(config, lang) as opened:
        if ailments := opened.store.check():
            raise StoreError("\n".join((*ailments, f"{opened.store.name} is damaged: take the last backup")))
        _tell(opened, "store-good", name=opened.store.name)


@app.command("prune")
def prune(*, config: CONFIG = DEFAULT_CONFIG, lang: LANG = None) -> None:
    """Delete what is older than [retention] says; reports stay."""
    from auditor.cli.archive import archive  # noqa: PLC0415
    from auditor.store.retention import Keep  # noqa: PLC0415

    with archive(config, lang) as opened:
        kept = opened.config.retention
        done = opened.store.prune(datetime.now(UTC), Keep(facts_days=kept.facts_days, text_days=kept.text_days))
        _tell(opened, "store-pruned", runs=done.runs, texts=done.texts, facts=done.facts)


@app.command("backup")
def backup(file: _To, *, config: CONFIG = DEFAULT_CONFIG, lang: LANG = None) -> None:
    """Copy the store into a new file, while audits may go on."""
    from auditor.cli.archive import archive  # noqa: PLC0415

    with archive(config, lang) as opened:
        opened.store.backup(file)
        _tell(opened, "store-copied", path=str(file))


def _tell(opened: Archive, key: str, **params: int | str) -> None:
    text = opened.messages.word(key, **params)
    typer.echo(text.th if opened.lang == "th" else text.en)
