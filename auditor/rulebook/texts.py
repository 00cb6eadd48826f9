"""Rule files as text, so that what judged once can judge again whatever became of the files."""

from __future__ import annotations

import tempfile
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from auditor.codec import read_text
from auditor.datafiles import rules_folder
from auditor.rulebook import load_rulebook
from auditor.rulebook.files import rule_files

if TYPE_CHECKING:
    from auditor.rules import Rulebook

_OURS, _OWN = "rules", "own"

Texts = tuple[tuple[str, str], ...]
"""Rule files by name: `rules/…` for those of the program, `own/…` for those of the user."""


def rule_texts(extra: tuple[Path, ...] = (), *, rules: Path | None = None) -> Texts:
    """The text of every file that `load_rulebook` reads.

    Raises:
        ComplaintsError: one cannot be read.
    """
    named = [(_OURS, rules_folder(rules)), *((f"{_OWN}/{number}", path) for number, path in enumerate(extra))]
    return tuple(
        (str(PurePosixPath(name, _inside(file, path))), read_text(file))
        for name, path in named
        for file in rule_files(path)
    )


def rulebook_of(texts: Texts) -> Rulebook:
    """The rulebook that such files make.

    Raises:
        RuleError: this version of the program cannot use them.
    """
    with tempfile.TemporaryDirectory() as scratch:
        home = Path(scratch)
        for name, text in texts:
            file = home / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="")
        own = sorted((home / _OWN).iterdir(), key=lambda path: int(path.name)) if (home / _OWN).exists() else ()
        return load_rulebook(tuple(own), rules=home / _OURS)


def _inside(file: Path, path: Path) -> str:
    return file.relative_to(path).as_posix() if path.is_dir() else file.name
