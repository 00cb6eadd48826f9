"""Where in the night an audit starts: jitter, window, turns."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from auditor.configfile import load_config
from auditor.schedule.plans import Plan, plans_of
from tests.schedule.clock import at

if TYPE_CHECKING:
    from pathlib import Path


def plans(folder: Path, schedule: str, *sites: str) -> dict[str, Plan]:
    tables = "".join(f'[[site]]\nurl = "https://{name}.go.th/"\nid = "{name}"\n' for name in sites)
    (folder / "config.toml").write_text(f"[schedule]\n{schedule}\n{tables}", encoding="utf-8")
    return plans_of(load_config(folder / "config.toml"), ())


def test_jitter_spreads_audits_and_is_the_same_for_everybody(tmp_path: Path) -> None:
    names = [f"s{number}" for number in range(50)]
    due = at("2024-06-15 02:00")
    starts = {name: plan.start(due, due) for name, plan in plans(tmp_path, "jitter = 600", *names).items()}
    assert len(set(starts.values())) == 50
    assert all(due <= start <= due + timedelta(seconds=600) for start in starts.values())
    assert starts == {name: plan.start(due, due) for name, plan in plans(tmp_path, "jitter = 600", *names).items()}


@pytest.mark.parametrize(
    ("due", "now", "earliest", "latest"),
    [
        pytest.param("2024-06-15 02:00", "2024-06-15 02:00", "2024-06-15 02:00", "2024-06-15 02:10", id="inside"),
        pytest.param("2024-06-15 04:59", "2024-06-15 04:59", "2024-06-15 04:59", "2024-06-15 05:00", id="at its end"),
        pytest.param("2024-06-15 12:00", "2024-06-15 12:00", "2024-06-15 22:00", "2024-06-16 05:00", id="outside"),
        pytest.param("2024-06-15 02:00", "2024-06-15 09:00", "2024-06-15 22:00", "2024-06-16 05:00", id="missed"),
        pytest.param(
            "2024-06-15 02:00", "2024-06-16 01:00", "2024-06-16 01:00", "2024-06-16 01:00", id="late, inside"
        ),
    ],
)
def test_no_audit_starts_outside_its_window(tmp_path: Path, due: str, now: str, earliest: str, latest: str) -> None:
    (plan,) = plans(tmp_path, 'window = "22:00-05:00"', "x").values()
    start = plan.start(at(due), at(now))
    assert at(earliest) <= start <= at(latest)
    assert plan.is_open(start)


def test_those_that_wait_for_a_window_are_spread_over_it_and_take_turns(tmp_path: Path) -> None:
    names = [f"s{number}" for number in range(7)]
    found = plans(tmp_path, 'cron = "0 12 * * *"\nwindow = "22:00-05:00"', *names)
    firsts = set()
    for day in range(14, 21):
        due = at(f"2024-06-{day} 12:00")
        starts = {plan.start(due, due): name for name, plan in found.items()}
        assert sorted(starts) == [at(f"2024-06-{day} 22:00") + timedelta(hours=hour) for hour in range(7)]
        firsts.add(starts[min(starts)])
    assert firsts == set(names)


def test_a_site_has_times_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "sites.csv").write_text(
        "url,id,cron,window\nhttps://b.go.th,b,0 3 * * 7,20:00-22:00\n", encoding="utf-8"
    )
    text = (
        '[auditor]\ninclude = ["sites.csv"]\n[schedule]\njitter = 0\n[[site]]\nurl = "https://a.go.th/"\nid = "a"\n'
    )
    (tmp_path / "config.toml").write_text(text, encoding="utf-8")
    found = plans_of(load_config(tmp_path / "config.toml"), ())
    assert [(plan.line, plan.window is None) for plan in found.values()] == [
        ("0 2 * * *", True),
        ("0 3 * * 7", False),
    ]
    due = at("2024-06-16 03:00")
    assert (found["a"].start(due, due), found["b"].start(due, due)) == (due, at("2024-06-16 20:00"))
