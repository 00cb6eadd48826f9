"""Which program this is, to the letter: what one build made of something is no other build's to use again."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from auditor import __version__

_PACKAGE = Path(__file__).resolve().parent


@cache
def build() -> str:
    """The version with a digest of the program's own sources, so that two of one version are told apart."""
    digest = hashlib.sha256()
    for source in sorted(_PACKAGE.rglob("*.py")):
        digest.update(source.relative_to(_PACKAGE).as_posix().encode())
        digest.update(hashlib.sha256(source.read_bytes()).digest())
    return f"{__version__}+{digest.hexdigest()[:16]}"
