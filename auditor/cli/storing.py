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
    from auditor.evidence.care import ailments as evidence_ailments  # noqa: PLC0415

    with archive(config, lang) as opened:
        if ailments := opened.store.check():
            raise StoreError("\n".join((*ailments, f"{opened.store.name} is damaged: take the last backup")))
        if wrong := tuple(evidence_ailments(opened.store, opened.evidence)):
            raise StoreError("\n".join((*wrong, f"{opened.evidence.folder} is damaged: take the last backup")))
        _tell(opened, "store-good", name=opened.store.name)


@app.command("prune")
def prune(*, config: CONFIG = DEFAULT_CONFIG, lang: LANG = None) -> None:
    """Delete what is older than [retention] says; reports stay."""
    from auditor.cli.archive import archive  # noqa: PLC0415
    from auditor.evidence.retention import Rule, runs_by_site  # noqa: PLC0415
    from auditor.evidence.retention import prune as prune_evidence  # noqa: PLC0415
    from auditor.store.retention import Keep  # noqa: PLC0415

    with archive(config, lang) as opened:
        kept, store, now = opened.config.retention, opened.store, datetime.now(UTC)
        before = runs_by_site(store)
        done = store.prune(now, Keep(facts_days=kept.facts_days, text_days=kept.text_days))
        after = runs_by_site(store)
        forgotten = {site: runs - after[site] for site, runs in before.items()}
        rule = Rule(now=now, days=kept.evidence_days, run_days=kept.facts_days)
        files = prune_evidence(store, opened.evidence, rule, forgotten)
        _tell(opened, "store-pruned", runs=done.runs, texts=done.texts, facts=done.facts)
        _tell(opened, "evidence-pruned", runs=files)


@app.command("backup")
def backup(file: _To, *, config: CONFIG = DEFAULT_CONFIG, lang: LANG = None) -> None:
    """Copy the store into a new file, while audits may go on; the files of evidence are not in it."""
    from auditor.cli.archive import archive  # noqa: PLC0415

    with archive(config, lang) as opened:
        opened.store.backup(file)
        _tell(opened, "store-copied", path=str(file))
        if opened.evidence.folder.is_dir():
            _tell(opened, "evidence-not-copied", path=str(opened.evidence.folder))


def _tell(opened: Archive, key: str, **params: int | str) -> None:
    text = opened.messages.word(key, **params)
    typer.echo(text.th if opened.lang == "th" else text.en)
