"""A crawl with the register held against it: what the snapshot shows of each link, and the findings."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from auditor.assess.registered import with_register
from auditor.facts import Coverage, Kind, Page, SkipWhy
from auditor.findings import FindingRule, Severity
from auditor.items import Item, ItemKind
from auditor.register import EntryStatus, Register, RegisterEntry, Standing, Unchecked
from tests.assess.building import (
    HOST,
    answering,
    document,
    heading,
    judge,
    page,
    rulebook,
    site,
    skipped,
    text,
    unreachable,
)

if TYPE_CHECKING:
    from auditor.facts import Resource
    from auditor.findings import Audit, Finding

PARTLY = Coverage(pages=5, documents=1, complete=False, shallow_known=10, shallow_read=10, limits=("max-pages",))
SCRIPTED = replace(page("/ita"), from_menu=True, content=Page(needs_script=True))


def entry(path: str, status: EntryStatus = EntryStatus.APPROVED, row: int = 2, **more: Any) -> RegisterEntry:
    return RegisterEntry(row=row, subject="แผนปฏิบัติราชการ", status=status, link=HOST + path, **more)


def audited(
    *resources: Resource,
    entries: tuple[RegisterEntry, ...],
    items: tuple[Item, ...] = (),
    coverage: Coverage | None = None,
) -> Audit:
    snapshot = site(*resources, coverage=coverage)
    audit = replace(judge(snapshot), items=items)
    return with_register(audit, Register(file="r.csv", entries=entries), snapshot, rulebook())


def told(audit: Audit) -> list[Finding]:
    return [finding for finding in audit.findings if finding.rule.startswith("register.")]


@pytest.mark.parametrize(
    ("resource", "standing"),
    [
        pytest.param(document("/plan.pdf", "แผน"), Standing.AS_REGISTERED, id="a document"),
        pytest.param(document("/plan.pdf", ""), Standing.AS_REGISTERED, id="a scan"),
        pytest.param(page("/plan.pdf", text("แผนปฏิบัติราชการ " * 30)), Standing.AS_REGISTERED, id="a page"),
        pytest.param(answering("/plan.pdf", 404), Standing.NOT_FOUND, id="404"),
        pytest.param(answering("/plan.pdf", 410), Standing.NOT_FOUND, id="410"),
        pytest.param(page("/plan.pdf", heading("ไม่พบหน้าที่ต้องการ")), Standing.NOT_FOUND, id="soft 404"),
        pytest.param(
            replace(page("/plan.pdf", text("หน้าแรก")), soft_404=True), Standing.NOT_FOUND, id="the not-found answer"
        ),
        pytest.param(answering("/plan.pdf", 403), Standing.UNCHECKED, id="403"),
        pytest.param(answering("/plan.pdf", 401), Standing.UNCHECKED, id="401"),
        pytest.param(answering("/plan.pdf", 503), Standing.UNCHECKED, id="503"),
        pytest.param(unreachable("/plan.pdf"), Standing.UNCHECKED, id="time-out"),
        pytest.param(skipped("/plan.pdf", SkipWhy.ROBOTS), Standing.UNCHECKED, id="robots"),
        pytest.param(skipped("/plan.pdf", SkipWhy.BUDGET), Standing.UNCHECKED, id="budget"),
        pytest.param(skipped("/plan.pdf", SkipWhy.EXTERNAL), Standing.UNCHECKED, id="an unchecked external link"),
    ],
)
def test_only_what_was_looked_at_is_said_to_be_there_or_not(resource: Resource, standing: Standing) -> None:
    audit = audited(resource, entries=(entry("/plan.pdf"),))
    assert audit.register is not None
    assert audit.register.results[0].standing is standing
    assert [each.rule for each in told(audit)] == (
        [FindingRule.REGISTER_NOT_FOUND] if standing is Standing.NOT_FOUND else []
    )


@pytest.mark.parametrize(
    ("resources", "coverage", "standing"),
    [
        pytest.param((), None, Standing.NOT_FOUND, id="the whole site was read"),
        pytest.param((), PARTLY, Standing.UNCHECKED, id="a limit was reached"),
        pytest.param(
            (replace(answering("/ita", 503), from_menu=True),), None, Standing.UNCHECKED, id="a menu entry is broken"
        ),
        pytest.param(
            (replace(skipped("/ita", SkipWhy.ROBOTS), from_menu=True),), None, Standing.UNCHECKED, id="one is shut"
        ),
        pytest.param((SCRIPTED,), None, Standing.UNCHECKED, id="one needs script"),
        pytest.param(
            (replace(answering("/x", 401), from_menu=True),), None, Standing.NOT_FOUND, id="one asks to log in"
        ),
        pytest.param(
            (replace(unreachable("/x"), from_menu=True, kind=Kind.EXTERNAL),),
            None,
            Standing.NOT_FOUND,
            id="elsewhere",
        ),
    ],
)
def test_that_nothing_leads_there_is_said_only_where_everything_was_read(
    resources: tuple[Resource, ...], coverage: Coverage | None, standing: Standing
) -> None:
    audit = audited(*resources, entries=(entry("/nowhere.pdf"),), coverage=coverage)
    assert audit.register is not None
    assert audit.register.results[0].standing is standing
    assert (audit.register.results[0].unchecked is Unchecked.COVERAGE) is (standing is Standing.UNCHECKED)


def test_each_kind_of_disagreement_is_a_finding_with_its_place() -> None:
    paper = document("/plan.pdf", "แผน")
    audit = audited(
        paper,
        document("/b.pdf", "แผน"),
        document("/c.pdf", "แผน"),
        entries=(
            entry("/plan.pdf", EntryStatus.REFUSED, 2),
            entry("/b.pdf", row=3, expires=date(2024, 1, 31)),
            entry("/c.pdf", EntryStatus.PENDING, 4),
            entry("/gone.pdf", row=5),
        ),
    )
    found = {finding.rule: finding for finding in told(audit)}
    assert {rule: finding.severity for rule, finding in found.items()} == {
        FindingRule.REGISTER_REFUSED_PUBLISHED: Severity.MAJOR,
        FindingRule.REGISTER_EXPIRED: Severity.MAJOR,
        FindingRule.REGISTER_PENDING_PUBLISHED: Severity.MINOR,
        FindingRule.REGISTER_NOT_FOUND: Severity.MAJOR,
    }
    refused, expired = found[FindingRule.REGISTER_REFUSED_PUBLISHED], found[FindingRule.REGISTER_EXPIRED]
    assert (refused.url, dict(refused.params)["row"]) == (paper.url, 2)
    assert refused.where is not None
    assert refused.where.page == HOST + "/"
    assert dict(expired.params)["expires"] == "2024-01-31"
    assert found[FindingRule.REGISTER_NOT_FOUND].url == HOST + "/gone.pdf"
    assert len({finding.id for finding in told(audit)}) == 4


def test_what_the_register_does_not_know_is_one_finding_with_examples() -> None:
    items = tuple(
        Item(
            key=f"{HOST}/f/{n}.pdf", url=f"{HOST}/f/{n}.pdf", title=f"เรื่องที่ {n}", kind=ItemKind.DOCUMENT, listed_on=()
        )
        for n in range(400)
    )
    [finding] = told(audited(entries=(), items=items))
    params = dict(finding.params)
    assert (finding.rule, finding.url, params["count"]) == (FindingRule.REGISTER_UNREGISTERED, HOST + "/", 400)
    assert str(params["examples"]).startswith("“เรื่องที่ 0”, “เรื่องที่ 1”")
    assert "เรื่องที่ 5" not in str(params["examples"])


def test_without_a_register_its_detectors_did_not_run() -> None:
    audit = judge(site())
    assert audit.register is None
    assert not [name for name in audit.detectors if name.startswith("register.")]
    assert "register.expired" in audited(entries=()).detectors
