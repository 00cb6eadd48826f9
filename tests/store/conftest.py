from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest

from auditor.store import Store, open_store
from tests.store import postgres

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_numbers = itertools.count()


@pytest.fixture(scope="session")
def postgres_folder() -> Iterator[Path]:
    with postgres.server() as folder:
        yield folder


@pytest.fixture
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[str], str]:
    """Makes an empty database, of `sqlite` or `postgresql`, and tells its address."""

    def make(kind: str) -> str:
        if kind == "sqlite":
            return f"sqlite:///{tmp_path / 'audits.db'}"
        folder: Path = request.getfixturevalue("postgres_folder")
        return postgres.new_database(folder, f"audits{next(_numbers)}")

    return make


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, address: Callable[[str], str]) -> str:
    """The address of an empty database of either kind."""
    return address(request.param)


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    with open_store(url) as opened:
        yield opened
