"""Where the data that is not in this repository lies; tests that need it skip with the reason when it is absent."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent


def shared(*parts: str) -> Path:
    """A path in the shared data (`AUDITOR_SHARED`, else beside the repository); skips the test if it is absent."""
    root = Path(os.environ.get("AUDITOR_SHARED") or REPOSITORY.parent / "shared")
    path = root.joinpath(*parts)
    if not path.exists():
        pytest.skip(f"shared data absent: {path.name} (set AUDITOR_SHARED)")
    return path


def conformance(name: str) -> Path:
    """The folder of a public test suite."""
    return shared("data", "conformance", name)
