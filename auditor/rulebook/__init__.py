"""The rulebook: all topics, packs and words that are in force, from the program's rules and the user's own files.

Rules are data; this package brings them together and refuses what cannot hold. It decides nothing about a website.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.datafiles import rules_folder
from auditor.errors import RuleError
from auditor.rulebook.checks import CARE, STRUCTURE, Check
from auditor.rulebook.files import Source, read_sources, rule_files
from auditor.rulebook.merge import Merged, merge
from auditor.rules import Rulebook, RulePack, Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditor.errors import Complaint


def load_rulebook(extra: tuple[Path, ...] = (), *, rules: Path | None = None) -> Rulebook:
    """All rules in force.

    Args:
        extra: The user's own rule files or folders of them, merged into the program's.
        rules: Another folder in place of the program's own.

    Raises:
        RuleError: the rules cannot be used; every mistake of every file.
    """
    merged, complaints = _examine(extra, rules, STRUCTURE)
    if complaints:
        raise RuleError(complaints)
    return _rulebook(merged)


def lint(paths: tuple[Path, ...] = (), *, rules: Path | None = None) -> tuple[Complaint, ...]:
    """Every mistake of the rule files at `paths`, read together with the program's own; without paths of those."""
    _, found = _examine(paths, rules, (*STRUCTURE, *CARE))
    chosen = {file.resolve() for path in paths for file in (path, *rule_files(path))}
    return tuple(complaint for complaint in found if not chosen or Path(complaint.file).resolve() in chosen)


def topics_in(paths: tuple[Path, ...]) -> frozenset[str]:
    """The ids of the topics that rule files define or add to; files that cannot be read name none."""
    sources, _ = read_sources(paths, local=True)
    defined = {topic.id for source in sources for topic in source.content.topic}
    return frozenset(defined | {change.id for source in sources for change in source.content.topic_change})


def _examine(
    extra: Iterable[Path], rules: Path | None, checks: tuple[Check, ...]
) -> tuple[Merged, tuple[Complaint, ...]]:
    """All files brought together, and every mistake in them and between them."""
    sources, complaints = _sources(extra, rules)
    merged = merge(sources)
    between = chain(merged.complaints, *(ask(merged) for ask in checks))
    return merged, (*complaints, *_told_once(complaints, between))


def _sources(extra: Iterable[Path], rules: Path | None) -> tuple[tuple[Source, ...], tuple[Complaint, ...]]:
    """The program's rule files and then the user's; a path inside the program's rules counts once."""
    home = rules_folder(rules)
    own = tuple(path for path in extra if home.resolve() not in (path.resolve(), *path.resolve().parents))
    ours, our_complaints = read_sources((home,), local=False)
    theirs, their_complaints = read_sources(own, local=True)
    return (*ours, *theirs), (*our_complaints, *their_complaints)


def _told_once(told: Iterable[Complaint], found: Iterable[Complaint]) -> Iterable[Complaint]:
    """Complaints of places that were not complained of before: an empty value there is only our stopgap."""
    places = [(complaint.file, complaint.where) for complaint in told]
    for complaint in found:
        if not any(complaint.file == file and complaint.where.startswith(where) for file, where in places):
            yield complaint


def _rulebook(merged: Merged) -> Rulebook:
    book = Rulebook(
        topics=tuple(placed.value for placed in merged.topics.values()),
        packs=tuple(_pack(merged, name) for name in merged.packs),
        vocabulary=Vocabulary(
            lists=tuple(merged.lists.items()),
            tables=tuple((name, tuple(rows.items())) for name, rows in merged.tables.items()),
        ),
    )
    return replace(book, packs=tuple(replace(pack, sha256=_hash(pack, book)) for pack in book.packs))


def _pack(merged: Merged, name: str) -> RulePack:
    head = merged.packs[name].value
    return RulePack(
        id=head.id,
        version=head.version,
        title=head.title,
        citation=head.citation,
        categories=tuple(placed.value for placed in merged.categories[name].values()),
        requirements=tuple(placed.value for placed in merged.requirements[name].values()),
        shallow_floor=head.shallow_floor,
    )


def _hash(pack: RulePack, book: Rulebook) -> str:
    """SHA-256 over all that decides with this pack: itself, topics and words, as they are after local files."""
    decides = [asdict(pack), [asdict(topic) for topic in book.topics], asdict(book.vocabulary)]
    text = json.dumps(decides, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
