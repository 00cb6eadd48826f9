"""`auditor review`: the assessor's form out and in, and what assessors say against the program."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.config import Lang
from auditor.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from auditor.report.past_audit import PastAudit
    from auditor.reviews import Reviews
    from auditor.reviews.form import FormWords
    from auditor.rules import Rulebook

app = typer.Typer(
    help="Take assessors' verdicts: a form to fill, its return, and what they say against the program.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

_Site = Annotated[
    str,
    typer.Argument(
        metavar="SITE", help="An audit.json, its folder, or the address of a website audited in auditor-report/"
    ),
]
_Rules = Annotated[
    list[Path] | None, typer.Option("--rules", metavar="PATH", help="Rules of your own that judged; repeatable.")
]
_Lang = Annotated[Lang, typer.Option(help="Language of the form.")]


@app.command("export")
def export_form(
    site: _Site,
    *,
    output: Annotated[Path | None, typer.Option(metavar="FILE", help="[default: review.xlsx beside it]")] = None,
    lang: _Lang = Lang.TH,
) -> None:
    """Write the assessor's form for an audit: a sheet for each pack, a row for each requirement."""
    from auditor.report import write_whole  # noqa: PLC0415  (not needed for --help)
    from auditor.report.messages import Messages  # noqa: PLC0415
    from auditor.report.past_audit import read_audit  # noqa: PLC0415
    from auditor.report.review_form import render_form  # noqa: PLC0415

    source = audit_path(site)
    target = output or source.with_name("review.xlsx")
    write_whole({target: render_form(read_audit(source), Messages.load(), lang)})
    typer.echo(str(target))


@app.command("import")
def import_form(
    file: Annotated[Path, typer.Argument(metavar="FILE.xlsx", help="The filled form.")],
    *,
    output: Annotated[Path, typer.Option(metavar="FILE.toml", help="Where the verdicts are kept.")] = Path(
        "reviews.toml"
    ),
    rules: _Rules = None,
) -> None:
    """Check every row of a filled form and add its verdicts to a file of reviews."""
    from auditor.report import write_whole  # noqa: PLC0415  (not needed for --help)
    from auditor.reviews.tomlfile import read_reviews, toml_of  # noqa: PLC0415

    book = _rulebook(rules)
    given = load_reviews_of(file, book)
    kept = read_reviews(output, asked_by_pack(book)) if output.exists() else None
    reviews = _joined(kept, given) if kept else given
    write_whole({output: toml_of(reviews).encode()})
    typer.echo(f"{output}: {len(given.review)} verdict(s), {len(given.waiver)} set aside")


@app.command("feedback")
def collect_feedback(
    site: _Site,
    *,
    reviews: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Reviews, if the audit was made without.")
    ] = None,
    output: Annotated[Path, typer.Option(metavar="FILE.csv", help="Where the rows go.")] = Path("feedback.csv"),
    rules: _Rules = None,
) -> None:
    """Collect where assessors say that the program is wrong into rows that `auditor rules eval` reads."""
    from auditor.evaluation.feedback import feedback_of, feedback_table  # noqa: PLC0415  (not needed for --help)
    from auditor.report import write_whole  # noqa: PLC0415
    from auditor.report.csv import csv_parts  # noqa: PLC0415
    from auditor.report.past_audit import read_audit  # noqa: PLC0415
    from auditor.report.safe_text import one_line  # noqa: PLC0415

    book = _rulebook(rules)
    audit = read_audit(audit_path(site))
    if reviews:
        audit = _heard(audit, load_reviews_of(reviews, book))
    topics = {(pack.id, each.id): each.topics for pack in book.packs for each in pack.requirements}
    feedback = feedback_of(audit, topics)
    write_whole({output: csv_parts(feedback_table(feedback))})
    typer.echo(f"{output}: {len(feedback.rows)} row(s)")
    for requirement, cause in feedback.left_out:
        typer.echo(f"{one_line(requirement)}: {cause}", err=True)


def audit_path(site: str) -> Path:
    """Where the audit of a site lies: a file, a folder that holds it, or the default folder of a website.

    Raises:
        UsageError: there is none.
    """
    from auditor.urls import parse, typed  # noqa: PLC0415  (not needed for --help)

    given = Path(site)
    places = [given, given / "audit.json"]
    try:
        address = parse(typed(site))
    except ValueError:
        address = None
    if address is not None:
        places.append(Path("auditor-report") / address.host / "audit.json")
    found = next((place for place in places if place.is_file()), None)
    if found is None:
        looked = ", ".join(str(place) for place in places[1:])
        raise UsageError(f"there is no audit of {site!r} (looked for {looked}): run `auditor check` first")
    return found


def asked_by_pack(book: Rulebook) -> dict[str, frozenset[str]]:
    """The ids of requirements by pack."""
    return {pack.id: frozenset(each.id for each in pack.requirements) for pack in book.packs}


def load_reviews_of(path: Path, book: Rulebook) -> Reviews:
    """The reviews of a file, checked against the rules.

    Raises:
        DataFileError: with every mistake at once.
    """
    from auditor.reviews.reading import load_reviews  # noqa: PLC0415  (not needed for --help)

    return load_reviews(path, asked_by_pack(book), _form_words)


def _form_words() -> FormWords:
    from auditor.report.messages import Messages  # noqa: PLC0415  (only where a form is read)
    from auditor.report.review_form import form_words  # noqa: PLC0415

    return form_words(Messages.load())


def _rulebook(rules: list[Path] | None) -> Rulebook:
    from auditor.rulebook import load_rulebook  # noqa: PLC0415  (not needed for --help)

    return load_rulebook(tuple(rules or ()))


def _joined(kept: Reviews, given: Reviews) -> Reviews:
    """What was kept, but for requirements on which the form says something new."""
    new = {(each.pack, each.requirement) for each in given.everything()}
    new |= {("", requirement) for _, requirement in new}
    return replace(
        given,
        review=(*(each for each in kept.review if (each.pack, each.requirement) not in new), *given.review),
        waiver=(*(each for each in kept.waiver if (each.pack, each.requirement) not in new), *given.waiver),
    )


def _heard(audit: PastAudit, reviews: Reviews) -> PastAudit:
    """The audit with what these reviews say in the place of what it holds."""
    from auditor.report.past_audit import PastReview  # noqa: PLC0415  (not needed for --help)

    said: Mapping[str, PastReview] = {
        each.requirement: PastReview(
            status=each.status,
            by=each.by,
            at=each.at,
            reason=each.reason,
            machine=each.machine,
            machine_wrong=each.machine_wrong,
            label=each.label,
            url=each.url or None,
        )
        for each in reviews.review
    }
    return replace(audit, requirements=tuple(replace(each, review=said.get(each.id)) for each in audit.requirements))
