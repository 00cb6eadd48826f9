"""What may stand in a rule file, and reading it. One shape serves topics, packs, vocabulary and local files."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from auditor.codec import examine_toml, json_schema, read_text
from auditor.errors import Complaint, ComplaintsError
from auditor.rules import (
    FORBID_UNKNOWN,
    Category,
    Freshness,
    LabelExample,
    Obligation,
    Requirement,
    Text,
    Topic,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class PackHead:
    """The head of a pack; the categories and requirements of the same file belong to it."""

    __pydantic_config__: ClassVar = FORBID_UNKNOWN
    id: str
    version: str
    title: Text
    citation: str
    shallow_floor: float = 0.95


@dataclass(frozen=True, slots=True, kw_only=True)
class Extension:
    """Says that the categories and requirements of this file belong to a pack that another file begins."""

    __pydantic_config__: ClassVar = FORBID_UNKNOWN
    pack: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RequirementChange:
    """What a local file changes in a requirement; what is not named stays."""

    __pydantic_config__: ClassVar = FORBID_UNKNOWN
    id: str
    off: Text | None = None
    obligation: Obligation | None = None
    weight: float | None = None
    freshness: Freshness | None = None
    pass_from: float | None = None
    fail_under: float | None = None
    unit_types: tuple[str, ...] | None = None
    add_topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicChange:
    """What a local file adds to a topic."""

    __pydantic_config__: ClassVar = FORBID_UNKNOWN
    id: str
    add_any: tuple[str, ...] = ()
    add_exact: tuple[str, ...] = ()
    add_starts: tuple[str, ...] = ()
    add_all: tuple[tuple[str, ...], ...] = ()
    add_none: tuple[str, ...] = ()
    add_near: tuple[str, ...] = ()
    examples: tuple[LabelExample, ...] = ()


def _table_name(field: str) -> str:
    """Tables are spelled with a hyphen, as ids are: `[[topic-change]]`."""
    return field.replace("_", "-")


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleFile:
    """One TOML file of rules. `rules/README.md` explains each table to those who write them."""

    __pydantic_config__: ClassVar = {"extra": "forbid", "alias_generator": _table_name}
    pack: PackHead | None = None
    extend: Extension | None = None
    category: tuple[Category, ...] = ()
    requirement: tuple[Requirement, ...] = ()
    requirement_change: tuple[RequirementChange, ...] = ()
    topic: tuple[Topic, ...] = ()
    topic_change: tuple[TopicChange, ...] = ()
    lists: dict[str, tuple[str, ...]] = field(default_factory=dict)
    tables: dict[str, dict[str, tuple[str, ...]]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A rule file that was read."""

    file: str
    content: RuleFile
    local: bool = False  # a user's own file, which may add to vocabulary that is already there


def rule_files(path: Path) -> tuple[Path, ...]:
    """The rule files at a path: itself, or all of a folder in the order of their names."""
    return tuple(sorted(path.rglob("*.toml"))) if path.is_dir() else (path,)


def read_sources(paths: Iterable[Path], *, local: bool) -> tuple[tuple[Source, ...], tuple[Complaint, ...]]:
    """All rule files at these paths, and every mistake that can be told from each file alone."""
    sources: list[Source] = []
    complaints: list[Complaint] = []
    given = tuple(paths)
    complaints += [
        Complaint(file=str(path), where="", problem="holds no rule file", mend="rule files end in .toml")
        for path in given
        if not rule_files(path)
    ]
    for path in (file for place in given for file in rule_files(place)):
        try:
            content, found = examine_toml(read_text(path), RuleFile, str(path))
        except ComplaintsError as exc:
            content, found = None, exc.complaints
        complaints += found
        if content is not None:
            sources.append(Source(file=str(path), content=content, local=local))
    return tuple(sources), tuple(complaints)


def rule_schema() -> str:
    """The JSON Schema of a rule file: the text of `rules/schema.json`."""
    return json_schema(RuleFile)
