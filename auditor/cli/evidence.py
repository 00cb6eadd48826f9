"""`auditor evidence`: the evidence of an audit as a package, and whether a package is what it was."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.cli.running import CONFIG, DEFAULT_CONFIG, LANG
from auditor.config import Lang

if TYPE_CHECKING:
    from auditor.rules import Text

app = typer.Typer(help="Hand the evidence of an audit out as a package; check one.", no_args_is_help=True)

_Site = Annotated[str, typer.Argument(metavar="SITE", help="Id of the site, or its address.")]
_Run = Annotated[str | None, typer.Option("--run", metavar="ID", help="Run, or how its id begins. [default: newest]")]
_Requirement = Annotated[
    str | None, typer.Option("--requirement", metavar="ID", help="The evidence of this requirement only.")
]
_Output = Annotated[
    Path | None, typer.Option(metavar="PATH", help="A new folder or file. [default: evidence-SITE-RUN here]")
]
_Wacz = Annotated[bool, typer.Option("--wacz", help="One WACZ file, which replay programs open, not a folder.")]
_Path = Annotated[
    Path, typer.Argument(metavar="PATH", help="A package (folder or .wacz), or a .warc or .warc.gz file.")
]


@app.command("export")
def export(
    site: _Site,
    *,
    run_id: _Run = None,
    requirement: _Requirement = None,
    output: _Output = None,
    wacz: _Wacz = False,
    config: CONFIG = DEFAULT_CONFIG,
    lang: LANG = None,
) -> None:
    """Write the evidence of an audit, its results and its rules as a package to open offline: begin at index.html."""
    from auditor.cli.archive import archive  # noqa: PLC0415  (not needed for --help)
    from auditor.evidence.export import Order  # noqa: PLC0415
    from auditor.evidence.export import export as write_package  # noqa: PLC0415

    with archive(config, lang) as opened:
        found = opened.site(site)
        run = opened.run(found, run_id)
        audit = opened.store.audit(run)
        order = Order(
            audit=audit,
            rulebook=opened.rules_of(audit),
            texts=opened.store.rules(audit.packs[0].sha256).files,
            requirement=requirement,
            wacz=wacz,
        )
        to = output or Path(f"evidence-{found.replace('/', '_')}-{run.id}{'.wacz' if wacz else ''}")
        done = write_package(order, opened.evidence.shelf(found), opened.messages, to)
        _tell(
            opened.messages.word(
                "evidence-exported", path=str(to), records=done.records, files=done.files, sha256=done.sha256
            ),
            opened.lang,
        )
        if done.missing:
            _tell(opened.messages.word("evidence-in-part", missing=done.missing), opened.lang, err=True)


@app.command(
    "verify",
    epilog="Exit codes: 0 nothing was changed, 1 something is not as it was, 2 it cannot be read or is no evidence.",
)
def verify(path: _Path, *, lang: Annotated[Lang, typer.Option(help="Language of the result.")] = Lang.TH) -> None:
    """Check every hash of a package or WARC file, and say all at once that is not as it was."""
    from auditor.cli.exits import Exit  # noqa: PLC0415  (not needed for --help)
    from auditor.evidence.verify import verify as look_at  # noqa: PLC0415
    from auditor.report.messages import Messages  # noqa: PLC0415

    messages = Messages.load()
    done = look_at(path)
    for problem in done.problems:
        _tell(messages.word(problem.key, **problem.params), lang)
    if done.problems:
        _tell(messages.word("evidence-bad", count=len(done.problems)), lang)
        raise typer.Exit(Exit.NOT_MET)
    good = messages.word("evidence-good", files=done.files, records=done.records, sha256=done.sha256)
    _tell(good, lang)


def _tell(text: Text, lang: Lang, *, err: bool = False) -> None:
    from auditor.report.safe_text import one_line  # noqa: PLC0415  (not needed for --help)

    typer.echo(one_line(text.th if lang == "th" else text.en), err=err)
