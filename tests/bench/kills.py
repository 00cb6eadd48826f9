"""Kills every command that writes at random moments, goes on, and holds what came of it against what is promised.

    python tests/bench/kills.py [MOMENTS] [SEED] [DOOR…]

RELIABILITY_RULES 17 to 20. Of the moments each door gets its share; where PostgreSQL is installed, some more meet
audits that are kept there. A broken promise ends the run with 1.
"""

from __future__ import annotations

import contextlib
import random
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.killing.agencies import agencies
from tests.killing.doors import DOORS, Killer, Town
from tests.killing.house import furnish
from tests.notify.mailbox import Mailbox
from tests.store import postgres

SHARES = {"run": 35, "schedule": 20, "prune": 10, "backup": 5, "report": 10, "portfolio": 10, "reassess": 10}
"""Of a hundred kills."""


def tell(text: str) -> None:
    """Say it at once: all of it may take an hour."""
    sys.stdout.write(text)
    sys.stdout.flush()


def main() -> int:
    """All doors."""
    count, seed = (int(sys.argv[at]) if len(sys.argv) > at else most for at, most in ((1, 200), (2, 1)))
    chance, broken, clock = random.Random(seed), 0, time.perf_counter()
    with contextlib.ExitStack() as stack:
        scratch = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        town = Town(sites=stack.enter_context(agencies()), box=stack.enter_context(Mailbox()))
        home = furnish(scratch / "home", town.sites, town.box.port)
        houses = [(door, home, count * SHARES[door.name] // 100, "") for door in DOORS]
        if postgres.is_installed():
            server = stack.enter_context(postgres.server())
            other = furnish(scratch / "other", town.sites, town.box.port, server)
            houses += [(door, other, count // 20, " (PostgreSQL)") for door in DOORS[:2]]
        for door, house, many, where in houses:
            if sys.argv[3:] and door.name not in sys.argv[3:]:
                continue
            toll = Killer(town, house, door, scratch, chance).kill(max(1, many), tell)
            tell(f"\n{door.name}{where}: {toll.running} kills while it ran, {toll.late} when it was over\n")
            broken += len(toll.broken)
    tell(f"{broken} broken promises, {time.perf_counter() - clock:.0f} s\n")
    return int(broken > 0)


if __name__ == "__main__":
    sys.exit(main())
