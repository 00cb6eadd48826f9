"""`kill -9` at any moment of every command that writes: nothing finished is lost, untold, doubled or half shown.

RELIABILITY_RULES 17 to 20. Few moments here; `tests/bench/kills.py` takes as many as one likes.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from tests.killing.agencies import agencies
from tests.killing.doors import DOORS, Door, Killer, Town
from tests.killing.house import House, furnish
from tests.notify.mailbox import Mailbox
from tests.store import postgres

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MOMENTS = {"run": 4, "schedule": 2, "prune": 2}
"""At other doors one."""


@pytest.fixture(scope="module")
def town() -> Iterator[Town]:
    with agencies() as sites, Mailbox() as box:
        yield Town(sites=sites, box=box)


@pytest.fixture(scope="module")
def house(town: Town, tmp_path_factory: pytest.TempPathFactory) -> House:
    return furnish(tmp_path_factory.mktemp("kills") / "home", town.sites, town.box.port)


@pytest.mark.parametrize("door", DOORS, ids=lambda door: door.name)
def test_a_command_survives_being_killed_at_any_moment(town: Town, house: House, door: Door, tmp_path: Path) -> None:
    toll = Killer(town, house, door, tmp_path, random.Random(1)).kill(MOMENTS.get(door.name, 1))
    assert toll.broken == []


def test_audits_in_postgresql_survive_it_too(town: Town, tmp_path: Path) -> None:
    with postgres.server() as server:
        house = furnish(tmp_path / "home", town.sites, town.box.port, server)
        for door in DOORS[:2]:
            toll = Killer(town, house, door, tmp_path, random.Random(2)).kill(1)
            assert toll.broken == []
