"""For which times sites were audited: what schedulers ask the store, and what keeps two of them apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from auditor.errors import StoreError
from auditor.facts import Coverage, Run, Site
from auditor.store.audits import RuleTexts
from auditor.store.runs import Told
from tests.report import sample

if TYPE_CHECKING:
    from auditor.store import Store
    from auditor.store.runs import StoredRun

DUE = datetime(2024, 6, 14, 19, tzinfo=UTC)
HOUR = timedelta(hours=1)
LATER = DUE + timedelta(days=300)


def begun(store: Store, due_at: datetime | None, started_at: datetime, site: str = "a") -> StoredRun:
    told = Told(site=Site(id=site, url=f"http://{site}.go.th/", host=f"{site}.go.th"), config=())
    return store.begin(f"{site}-{started_at.isoformat()}", told, started_at.date(), started_at, due_at)


def audited(store: Store, due_at: datetime | None, started_at: datetime, *, published: bool = True) -> StoredRun:
    run = store.recorder(begun(store, due_at, started_at)).finish(started_at + HOUR, Coverage())
    made = Run(id=run.id, started_at=started_at, finished_at=started_at + HOUR)
    audit = replace(sample.audit(), site=run.site, run=made, as_of=started_at.date())
    store.save(run, audit, RuleTexts(files=()), published=published)
    return run


@pytest.mark.parametrize(
    ("due_at", "started_at", "now", "until"),
    [
        pytest.param(DUE, DUE, LATER, DUE + HOUR, id="an audit covers all until its end"),
        pytest.param(None, DUE, LATER, DUE + HOUR, id="whoever started it"),
        pytest.param(DUE, DUE, DUE + HOUR / 2, DUE, id="an end in the future does not count"),
        pytest.param(DUE, DUE - 9 * HOUR, DUE - HOUR, DUE - 8 * HOUR, id="nor does a due time"),
        pytest.param(DUE, DUE, DUE - HOUR, None, id="nor a whole audit"),
    ],
)
def test_an_audit_covers_what_was_due_before_it(
    store: Store, due_at: datetime | None, started_at: datetime, now: datetime, until: datetime | None
) -> None:
    audited(store, due_at, started_at)
    assert store.covered(now).get("a") == until
    assert store.left() == set()


def test_what_has_no_reports_covers_nothing_and_is_left(store: Store) -> None:
    begun(store, DUE, DUE, "b")
    store.recorder(begun(store, DUE, DUE, "c")).finish(DUE + HOUR, Coverage())
    run = audited(store, DUE, DUE, published=False)
    assert store.covered(LATER) == {}
    assert store.left() == {"a", "b", "c"}
    store.mark_published(run)
    assert store.covered(LATER) == {"a": DUE + HOUR}
    assert store.left() == {"b", "c"}


def test_a_time_is_given_to_one_run_of_a_site_until_that_is_given_up(store: Store) -> None:
    first = begun(store, DUE, DUE)
    begun(store, DUE, DUE, "b")
    begun(store, None, DUE + HOUR)
    begun(store, None, DUE + 2 * HOUR)
    with pytest.raises(StoreError):
        begun(store, DUE, DUE + 3 * HOUR)
    store.close_run(first)
    begun(store, DUE, DUE + 3 * HOUR)
    assert store.left() == {"a", "b"}
