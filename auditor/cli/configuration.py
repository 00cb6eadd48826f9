"""`auditor config`: is a configuration right, and what is in force."""

from __future__ import annotations

import json
import os
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.configfile import Config
    from auditor.errors import Complaint
    from auditor.rules import Rulebook, Vocabulary

app = typer.Typer(help="Check a configuration; show what is in force.", no_args_is_help=True)

_File = Annotated[Path, typer.Argument(metavar="FILE", help="The configuration, such as config.toml")]
_MaybeFile = Annotated[
    Path | None, typer.Argument(metavar="[FILE]", help="The configuration; without it, the defaults")
]


@app.command("check")
def check(file: _File) -> None:
    """Say every mistake of a configuration at once, and of the rules, registers and reviews that it names."""
    from auditor.confignotify import unset_variables  # noqa: PLC0415  (not needed for --help)

    config, _ = load_checked(file)
    for where, variable in unset_variables(config.notify, os.environ):
        typer.echo(f"auditor: {file}: {where}: {variable} is not set here; set it where audits run", err=True)
    typer.echo(f"{file}: good, {len(config.site)} site(s), pack(s) {', '.join(config.auditor.packs)}")


@app.command("show")
def show(file: _MaybeFile = None) -> None:
    """Print every setting in force as TOML, defaults included."""
    from auditor.configfile import Config  # noqa: PLC0415  (not needed for --help)

    config = load_checked(file)[0] if file else Config()
    for each in config.auditor.include:
        typer.echo(f"# sites of {each} stand below as tables")
    shown = replace(config, auditor=replace(config.auditor, include=()))
    typer.echo("\n".join(toml_lines(shown)))


def load_checked(file: Path) -> tuple[Config, Rulebook]:
    """The configuration, checked against the rules, registers and reviews that it names, and the rules.

    Raises:
        ConfigError: it cannot be used, or a file that it names; with the mistakes of all of them.
    """
    from auditor.configfile import examine_config, placed  # noqa: PLC0415
    from auditor.errors import ConfigError  # noqa: PLC0415
    from auditor.rulebook import load_rulebook  # noqa: PLC0415

    config, complaints = examine_config(file)
    if config is None:
        raise ConfigError(complaints)
    rulebook, wrong_rules = _rules(config)
    told = {(complaint.file, complaint.where) for complaint in complaints}
    between = placed(_between(config, file, rulebook, alone=not complaints), config) if rulebook else ()
    complaints += wrong_rules + tuple(each for each in between if (each.file, each.where) not in told)
    rulebook = rulebook or load_rulebook()
    complaints += (*_registers(config, rulebook.vocabulary), *_review_complaints(config, rulebook))
    if complaints:
        raise ConfigError(complaints)
    return config, rulebook


def _rules(config: Config) -> tuple[Rulebook | None, tuple[Complaint, ...]]:
    """The rules that a configuration names, or what is wrong with them."""
    from auditor.errors import RuleError  # noqa: PLC0415
    from auditor.rulebook import load_rulebook  # noqa: PLC0415

    try:
        return load_rulebook(config.auditor.rules), ()
    except RuleError as exc:
        return None, exc.complaints


def _between(config: Config, file: Path, rulebook: Rulebook, *, alone: bool) -> Iterator[Complaint]:
    """What does not fit together; `alone`: nothing else is wrong, so that every site has its own address."""
    from auditor.configchecks import id_complaints, rule_complaints  # noqa: PLC0415

    asked = {pack.id: frozenset(each.id for each in pack.requirements) for pack in rulebook.packs}
    yield from rule_complaints(config, str(file), asked)
    if alone:
        yield from id_complaints(config, str(file), rulebook.vocabulary.words("shared-hosts"))


def _registers(config: Config, vocabulary: Vocabulary) -> Iterator[Complaint]:
    """What is wrong with the publication registers that the sites name."""
    from auditor.errors import DataFileError  # noqa: PLC0415
    from auditor.register import read_register  # noqa: PLC0415

    for path in dict.fromkeys(site.register for site in config.site if site.register and site.register.is_file()):
        try:
            read_register(path, vocabulary)
        except DataFileError as exc:
            yield from exc.complaints


def _review_complaints(config: Config, rulebook: Rulebook) -> Iterator[Complaint]:
    """The mistakes of the files of reviews that the sites name."""
    from auditor.cli.review import load_reviews_of  # noqa: PLC0415  (not needed for --help)
    from auditor.errors import DataFileError  # noqa: PLC0415

    for path in dict.fromkeys(site.reviews for site in config.site if site.reviews and site.reviews.is_file()):
        try:
            load_reviews_of(path, rulebook)
        except DataFileError as exc:
            yield from exc.complaints


def toml_lines(record: Any, path: str = "") -> Iterator[str]:
    """A dataclass as TOML: values first, then tables; what is unset stands as a comment."""
    pairs = [(each.name.removesuffix("_"), getattr(record, each.name)) for each in fields(record)]
    lists_of_tables = {each.name for each in fields(record) if "Table" in str(each.type)}
    for key, value in pairs:
        if not (_is_table(value) or (value == () and key in lists_of_tables)):
            yield f"# {key} is not set" if value is None else f"{key} = {_value(value)}"
    for key, value in pairs:
        name = f"{path}.{key}" if path else key
        for table in value if isinstance(value, tuple) else (value,):
            if is_dataclass(table):
                yield ""
                yield f"[[{name}]]" if isinstance(value, tuple) else f"[{name}]"
                yield from toml_lines(table, name)


def _is_table(value: Any) -> bool:
    return is_dataclass(value) or (isinstance(value, tuple) and any(map(is_dataclass, value)))


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, tuple):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{_value(key)} = {_value(inner)}" for key, inner in value.items()) + " }"
    # Every JSON string is a TOML string once DEL, which TOML alone forbids, is escaped.
    return json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007f")
