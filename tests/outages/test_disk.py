"""Disks that are full, that cannot be written, and a store that somebody else keeps: no verdict is changed by it.

RELIABILITY_RULES 18 and 20. Every disk here is a real one, seen only by the processes under test.
"""

from __future__ import annotations

import sqlite3
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from tests.killing.processes import done
from tests.loopback import LoopbackSite
from tests.outages.office import (
    RUN,
    Site,
    audit,
    configure,
    is_tidy,
    is_told,
    nothing_changed,
    runs,
    says_the_same,
)
from tests.outages.room import Disk, Room

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

KB = 1024
LARGE = 90  # megabytes: enough for an audit with its evidence
FULL = "free some space"


@contextmanager
def office(folder: Path) -> Iterator[tuple[Room, Site]]:
    """The office, audited once, with store, reports and evidence on a disk of their own each."""
    answers = Site()
    with Room() as room, LoopbackSite(make=answers) as site:
        configure(folder, site.url)
        for name in ("store", "output", "evidence"):
            room.disk(folder / name, LARGE)
        assert room.auditor(*RUN, cwd=folder).returncode == 0
        yield room, answers


def goes_on(room: Room, folder: Path, before: str) -> None:
    """The next run finishes what was begun; it says what the audit before the outage said, and all is whole."""
    is_told(room.auditor(*RUN, cwd=folder), 0)
    seen = room.seen(folder)
    first, second = runs(seen)
    assert (first, audit(seen)["run"]["id"]) == (before, second)
    assert says_the_same(audit(seen, first), audit(seen, second))
    assert nothing_changed(audit(seen))
    is_tidy(seen)
    is_told(room.auditor("store", "check", cwd=folder), 0)


@pytest.mark.parametrize(
    ("left", "why"),
    [
        pytest.param(0, "store/auditor.db failed: database or disk is full", id="keeping what was found"),
        pytest.param(160 * KB, "report.html cannot be written: No space left", id="writing reports"),
    ],
)
def test_a_disk_that_fills_up_during_an_audit(tmp_path: Path, left: int, why: str) -> None:
    folder, answers = tmp_path / "disk", Site()
    with Room() as room, LoopbackSite(make=answers) as site:
        disk = room.disk(folder, LARGE)
        configure(disk.folder, site.url)
        assert room.auditor(*RUN, cwd=folder).returncode == 0
        (before,) = runs(disk.folder)
        answers.on_last = lambda: disk.fill(left)
        is_told(room.auditor(*RUN, cwd=folder), 3, why, FULL)
        assert audit(disk.folder)["run"]["id"] == before
        is_tidy(disk.folder / "output")
        is_told(room.auditor("history", "x", cwd=folder), 0)
        disk.clear()
        goes_on(room, folder, before)


@pytest.mark.parametrize(
    ("full", "why"),
    [
        pytest.param("store", "store/auditor.db failed: database or disk is full", id="store"),
        pytest.param("output", "cannot be written: No space left", id="reports"),
    ],
)
def test_one_disk_that_fills_up_costs_nothing_on_the_others(tmp_path: Path, full: str, why: str) -> None:
    with office(tmp_path) as (room, answers):
        (before,) = runs(room.seen(tmp_path))
        disk = Disk(room.seen(tmp_path / full))
        answers.on_last = disk.fill
        is_told(room.auditor(*RUN, cwd=tmp_path), 3, why, FULL)
        assert audit(room.seen(tmp_path))["run"]["id"] == before
        disk.clear()
        goes_on(room, tmp_path, before)


def test_a_full_disk_of_evidence_costs_evidence_and_no_audit(tmp_path: Path) -> None:
    with office(tmp_path) as (room, answers):
        (before,) = runs(room.seen(tmp_path))
        answers.on_last = Disk(room.seen(tmp_path / "evidence")).fill
        is_told(room.auditor(*RUN, cwd=tmp_path), 0, "not kept as evidence: the disk is full")
        seen = room.seen(tmp_path)
        assert says_the_same(audit(seen, before), audit(seen))
        assert len(runs(seen)) == 2
        is_told(room.auditor("store", "check", cwd=tmp_path), 0)


def test_a_disk_without_room_is_told_before_anything_is_asked(tmp_path: Path) -> None:
    with office(tmp_path) as (room, answers):
        Disk(room.seen(tmp_path / "output")).fill()
        answers.on_last = lambda: pytest.fail("asked")
        is_told(room.auditor(*RUN, cwd=tmp_path), 3, FULL, "nothing was audited")
        assert answers.on_last is not None


@pytest.mark.parametrize(
    ("name", "code", "why"),
    [
        pytest.param("store", 3, "is its folder there and writable?", id="store"),
        pytest.param("output", 2, "the folder of the reports cannot be used", id="reports"),
        pytest.param("evidence", 0, "no evidence is kept", id="evidence"),
    ],
)
def test_what_cannot_be_written_is_told_and_nothing_changes(tmp_path: Path, name: str, code: int, why: str) -> None:
    with office(tmp_path) as (room, _):
        (before,) = runs(room.seen(tmp_path))
        room.read_only(tmp_path / name)
        for _turn in range(2):
            is_told(room.auditor(*RUN, cwd=tmp_path), code, why)
        seen = room.seen(tmp_path)
        assert says_the_same(audit(seen, before), audit(seen))
        assert len(runs(seen)) == (1 if code else 3)
        room.writable(tmp_path / name)
        is_told(room.auditor(*RUN, cwd=tmp_path), 0)
        assert nothing_changed(audit(seen))
        is_told(room.auditor("store", "check", cwd=tmp_path), 0)


def test_a_store_that_cannot_be_written_is_told_by_every_command(tmp_path: Path) -> None:
    with office(tmp_path) as (room, _):
        room.read_only(tmp_path / "store")
        for words in ("history x", "report x", "reassess x", "schedule --once", "store prune"):
            is_told(room.auditor(*words.split(), cwd=tmp_path), 3, "is its folder there and writable?")
        assert len(runs(room.seen(tmp_path))) == 1


@pytest.mark.parametrize(("seconds", "code"), [(4.0, 0), (15.0, 3)], ids=["shortly", "longer than is waited for"])
def test_a_store_that_somebody_keeps_locked_during_an_audit(tmp_path: Path, seconds: float, code: int) -> None:
    """RELIABILITY_RULES 18: another program holds the lock for writing, for less or more than the busy time-out."""
    answers = Site()
    with LoopbackSite(make=answers) as site:
        configure(tmp_path, site.url)
        is_told(done(*RUN, cwd=tmp_path), 0)
        (before,) = runs(tmp_path)
        other = sqlite3.connect(tmp_path / "store" / "auditor.db", isolation_level=None, check_same_thread=False)
        release = threading.Timer(seconds, other.execute, ("ROLLBACK",))

        def lock() -> None:
            other.execute("BEGIN IMMEDIATE")
            release.start()

        answers.on_last = lock
        told = done(*RUN, cwd=tmp_path)
        is_told(told, code, *(["keeps it locked"] if code else []))
        assert audit(tmp_path)["run"]["id"] == (before if code else runs(tmp_path)[-1])
        release.join()
        other.close()
        if code:
            is_told(done(*RUN, cwd=tmp_path), 0)
        first, second = runs(tmp_path)
        assert says_the_same(audit(tmp_path, first), audit(tmp_path, second))
        assert nothing_changed(audit(tmp_path))
        is_tidy(tmp_path)
        is_told(done("store", "check", cwd=tmp_path), 0)
