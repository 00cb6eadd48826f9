"""`auditor rules`: for those who write rules, and for assessors who want to know how a verdict comes about."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from auditor.cli.exits import Exit
from auditor.config import Lang
from auditor.errors import UsageError
from auditor.rules import LabelKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.evaluation.metadata import Miss
    from auditor.rules import Requirement, Rulebook, RulePack, Text, Topic
    from auditor.topics import LabelMatches, TopicMatcher

app = typer.Typer(
    help="List, show, lint, test and try the rules.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

_Rules = Annotated[
    list[Path] | None,
    typer.Option("--rules", metavar="PATH", help="A rule file of your own, or a folder of them; repeatable."),
]
_Paths = Annotated[
    list[Path] | None,
    typer.Argument(metavar="[PATH]...", help="Rule files or folders; without them, the program's own."),
]
_Lang = Annotated[Lang, typer.Option(help="Language.")]
_Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
_Pack = Annotated[str | None, typer.Option("--pack", metavar="ID", help="This pack only.")]


_Misses = Annotated[bool, typer.Option(help="Print the rows that were missed.")]
_Csv = Annotated[Path, typer.Argument(metavar="FILE.csv", help="Rows with their right answers.")]


@app.command("list")
def list_rules(*, rules: _Rules = None, pack: _Pack = None, lang: _Lang = Lang.TH, as_json: _Json = False) -> None:
    """List the requirements of the packs, then the topics."""
    book = _load(rules)
    packs = (_pack(book, pack),) if pack else book.packs
    if as_json:
        _print_json({"packs": [_listed(each) for each in packs], "topics": [_named(topic) for topic in book.topics]})
        return
    for each in packs:
        typer.echo(f"{each.id} {each.version}  {_said(each.title, lang)}")
        for asked in each.requirements:
            typer.echo(f"  {asked.id:<28}{asked.obligation:<13}{_said(asked.title, lang)}")
    if not pack:
        typer.echo("topics")
        for topic in book.topics:
            typer.echo(f"  {topic.id:<28}{_said(topic.title, lang)}")


@app.command("show")
def show_rule(
    name: Annotated[str, typer.Argument(metavar="ID", help="A requirement such as 1.1.fax, a topic, or a pack.")],
    *,
    rules: _Rules = None,
    lang: _Lang = Lang.TH,
    as_json: _Json = False,
) -> None:
    """Show what a requirement or topic asks and how it is decided."""
    book = _load(rules)
    found = [(asked, pack) for pack in book.packs for asked in pack.requirements if asked.id == name]
    topics = [topic for topic in book.topics if topic.id == name]
    if not found and not topics:
        raise UsageError(_unknown("requirement or topic", name, _all_ids(book)))
    if as_json:
        _print_json(asdict(found[0][0] if found else topics[0]))
        return
    for line in _sheet(book, found, topics, lang):
        typer.echo(line)


@app.command("lint")
def find_mistakes(paths: _Paths = None, *, as_json: _Json = False) -> None:
    """Tell every mistake of rule files, each with file, key and how to mend it."""
    from auditor.cli.places import with_lines  # noqa: PLC0415  (not needed for --help)
    from auditor.rulebook import lint  # noqa: PLC0415

    complaints = with_lines(lint(tuple(paths or ())))
    if as_json:
        _print_json([asdict(complaint) for complaint in complaints])
    else:
        for complaint in complaints:
            typer.echo(_safe(str(complaint)))
        typer.echo(f"{len(complaints)} mistake(s)" if complaints else "no mistakes")
    if complaints:
        raise typer.Exit(Exit.USAGE)


@app.command("test")
def run_examples(paths: _Paths = None, *, as_json: _Json = False) -> None:
    """Run the examples written in rule files: labels that must, and must not, mean their topic."""
    from auditor.evaluation.examples import failing_examples  # noqa: PLC0415  (not needed for --help)

    book = _load(paths)
    topics = _topics_to_test(book, paths)
    count = sum(len(topic.examples) for topic in topics)
    failures = tuple(failing_examples(topics, _matcher(book)))
    if as_json:
        _print_json({"examples": count, "failures": [asdict(failure) for failure in failures]})
    else:
        for failure in failures:
            wish = "must mean" if failure.example.match else "must not mean"
            got = ", ".join(failure.got) or "nothing"
            typer.echo(_safe(f"{failure.topic}: «{failure.example.text}» {wish} it; it means {got}"))
        typer.echo(f"{count} example(s), {len(failures)} failure(s)")
    if failures:
        raise typer.Exit(Exit.USAGE)


@app.command("match")
def match_label(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="A label as a website shows it.")],
    *,
    kind: Annotated[LabelKind, typer.Option(help="Where the label stands.")] = LabelKind.MENU,
    rules: _Rules = None,
    as_json: _Json = False,
) -> None:
    """Tell which topics a label means, best first, and which a veto forbids."""
    book = _load(rules)
    found = _matcher(book).match(text, kind)
    if as_json:
        _print_json({"text": text, **_matches(found)})
        return
    titles = {topic.id: topic.title for topic in book.topics}
    for each in found.matches:
        title = titles[each.topic]
        typer.echo(f"{each.topic:<24}{each.score:.2f}  {each.rung:<10}«{each.phrase}»  {title.th} / {title.en}")
    for veto in found.vetoed:
        typer.echo(f"{veto.topic:<24}not, because of «{veto.phrase}»")
    if not found.matches:
        typer.echo("no topic")


@app.command("eval")
def evaluate_topics(
    file: _Csv, *, rules: _Rules = None, pack: _Pack = None, as_json: _Json = False, misses: _Misses = True
) -> None:
    """Score the topics on a labelled CSV (text,kind,url,label): precision, recall, answers where none is right."""
    from auditor.evaluation.labels import evaluate_labels  # noqa: PLC0415  (not needed for --help)

    report = evaluate_labels(file, _matcher(_load(rules), pack))
    if as_json:
        _print_json(report.as_json())
        return
    for name, each in (("rows", report.scores), ("soft rows", report.soft)):
        typer.echo(
            f"{each.rows} {name}: precision {each.precision:.4f}  recall {each.recall:.4f}  f1 {each.f1:.4f}"
            f"  none_false {each.none_false:.4f}"
        )
    typer.echo(f"ignored: {report.ignored_answers} answer(s), {report.ignored_rows} row(s)")
    for topic in report.topics:
        typer.echo(f"  {topic.topic:<24}{topic.precision:.3f}  {topic.recall:.3f}  of {topic.rows}")
    for miss in report.misses if misses else ():
        expected, got = "|".join(miss.expected) or "none", "|".join(miss.got) or "nothing"
        typer.echo(_safe(f"  «{miss.text}» is {expected}; got {got}"))


@app.command("eval-metadata")
def evaluate_metadata_reader(file: _Csv, *, as_json: _Json = False) -> None:
    """Score the reader of dates, sizes, types and sources on a labelled CSV (text,field,value)."""
    from auditor.evaluation.metadata import evaluate_metadata  # noqa: PLC0415  (not needed for --help)

    report = evaluate_metadata(file)
    if as_json:
        _print_json(
            {
                "accuracy": report.accuracy,
                "role_accuracy": report.role_accuracy,
                "none_false": report.none_false,
                "fields": {each.field: {"accuracy": each.accuracy, "rows": each.rows} for each in report.fields},
                "misses": [_missed(miss) for miss in report.misses],
                "role_misses": [_missed(miss) for miss in report.role_misses],
            }
        )
        return
    typer.echo(f"value accuracy {report.accuracy:.4f}   role accuracy {report.role_accuracy:.4f}")
    typer.echo(f"wrongly read from counters and look-alikes {report.none_false:.4f} of {report.none_rows}")
    for each in report.fields:
        typer.echo(f"  {each.field:<16}{each.accuracy:.4f}  of {each.rows}")
    for miss in (*report.misses, *report.role_misses):
        typer.echo(_safe(f"  {miss.field}: «{miss.text}» is {miss.expected or 'none'}; read {list(miss.got)}"))


@app.command("schema")
def print_schema() -> None:
    """Print the JSON Schema of rule files, for editors."""
    from auditor.rulebook.files import rule_schema  # noqa: PLC0415  (not needed for --help)

    typer.echo(rule_schema(), nl=False)


def _load(rules: list[Path] | None) -> Rulebook:
    from auditor.rulebook import load_rulebook  # noqa: PLC0415  (not needed for --help)

    return load_rulebook(tuple(rules or ()))


def _matcher(book: Rulebook, pack: str | None = None) -> TopicMatcher:
    """A matcher of all topics, or of all but those that only other packs ask for."""
    from auditor.topics import TopicMatcher  # noqa: PLC0415  (not needed for --help)

    if pack is None:
        return TopicMatcher(book.topics)
    asked = {topic for each in _pack(book, pack).requirements for topic in each.topics}
    elsewhere = {topic for other in book.packs for each in other.requirements for topic in each.topics} - asked
    return TopicMatcher(tuple(topic for topic in book.topics if topic.id not in elsewhere))


def _pack(book: Rulebook, name: str) -> RulePack:
    found = next((pack for pack in book.packs if pack.id == name), None)
    if found is None:
        raise UsageError(_unknown("pack", name, [pack.id for pack in book.packs]))
    return found


def _topics_to_test(book: Rulebook, paths: list[Path] | None) -> tuple[Topic, ...]:
    """The topics that the given files hold or add to; all of them without files."""
    from auditor.rulebook import topics_in  # noqa: PLC0415  (not needed for --help)

    if not paths:
        return book.topics
    wanted = topics_in(tuple(paths))
    return tuple(topic for topic in book.topics if topic.id in wanted)


def _sheet(
    book: Rulebook, found: list[tuple[Requirement, RulePack]], topics: list[Topic], lang: Lang
) -> Iterator[str]:
    from auditor.report.rule_sheet import RuleSheet  # noqa: PLC0415  (not needed for --help)

    sheet = RuleSheet.of(book, lang)
    for asked, pack in found:
        yield from sheet.requirement(asked, pack)
    for topic in topics:
        yield from sheet.topic(topic)


def _matches(found: LabelMatches) -> dict[str, Any]:
    """The shape of CONTRACT.md section 5."""
    return {
        "matches": [
            {"topic": each.topic, "score": round(each.score, 4), "rung": each.rung, "phrase": each.phrase}
            for each in found.matches
        ],
        "vetoed": [{"topic": veto.topic, "phrase": veto.phrase} for veto in found.vetoed],
    }


def _missed(miss: Miss) -> dict[str, Any]:
    return {"text": miss.text, "field": miss.field, "expected": miss.expected, "got": list(miss.got)}


def _listed(pack: RulePack) -> dict[str, Any]:
    return {
        **_named(pack),
        "version": pack.version,
        "sha256": pack.sha256,
        "requirements": [
            {**_named(asked), "category": asked.category, "obligation": asked.obligation}
            for asked in pack.requirements
        ],
    }


def _named(thing: RulePack | Requirement | Topic) -> dict[str, Any]:
    return {"id": thing.id, "title": asdict(thing.title)}


def _all_ids(book: Rulebook) -> list[str]:
    return [*(asked.id for pack in book.packs for asked in pack.requirements), *(topic.id for topic in book.topics)]


def _unknown(what: str, name: str, known: list[str]) -> str:
    from auditor.codec import nearest  # noqa: PLC0415  (not needed for --help)

    mend = nearest(name, known) or "see `auditor rules list`"
    return f'no {what} is called "{name}" ({mend})'


def _said(text: Text, lang: Lang) -> str:
    return text.th if lang is Lang.TH else text.en


def _safe(text: str) -> str:
    from auditor.report.safe_text import one_line  # noqa: PLC0415  (not needed for --help)

    return one_line(text)


def _print_json(value: object) -> None:
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False))
