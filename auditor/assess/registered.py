"""An audit with the register of publication requests held against it: one step after all others."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from auditor.assess.checks.defects import findings_of
from auditor.assess.checks.register import REGISTER_RULES, register_defects
from auditor.assess.desk import desk_of
from auditor.assess.reconcile import reconcile
from auditor.assess.sighting import is_thorough, sight

if TYPE_CHECKING:
    from auditor.facts import Snapshot
    from auditor.findings import Audit
    from auditor.register import Register
    from auditor.rules import Rulebook


def with_register(audit: Audit, register: Register, snapshot: Snapshot, rulebook: Rulebook) -> Audit:
    """The audit of a snapshot, with what comes of its items beside the register and the findings of that."""
    desk = desk_of(snapshot, rulebook, audit.identity, audit.as_of)
    found = reconcile(
        register,
        audit.items,
        audit.as_of,
        lambda url: sight(url, desk),
        thorough=is_thorough(snapshot, desk),
    )
    defects = register_defects(found, snapshot.site.url)
    return replace(
        audit,
        register=found,
        findings=(*audit.findings, *findings_of(defects, snapshot.site.id)),
        detectors=(*audit.detectors, *(rule.value for rule in REGISTER_RULES)),
    )
