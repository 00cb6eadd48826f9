"""What the commands that read the store share: which store, which site, which run."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.codec import nearest
from auditor.configfile import evidence_folder, load_config, store_url
from auditor.errors import RuleError, UsageError
from auditor.evidence import Plan
from auditor.report.messages import Messages
from auditor.rulebook import load_rulebook
from auditor.rulebook.texts import rulebook_of
from auditor.store import open_store
from auditor.urls import site_id, typed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from auditor.config import Lang
    from auditor.configfile import Config, SiteTable
    from auditor.findings import Audit
    from auditor.past import AuditLine
    from auditor.rules import Rulebook
    from auditor.store import Store
    from auditor.store.runs import StoredRun


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """An open store with the configuration that names it."""

    config: Config
    store: Store
    evidence: Plan
    messages: Messages
    lang: Lang

    def site(self, named: str) -> str:
        """The id of a site that was audited, told by its id or its address.

        Raises:
            UsageError: no such site was.
        """
        known = self.store.sites()
        if named in known:
            return named
        with contextlib.suppress(ValueError):
            if (found := site_id(typed(named))) in known:
                return found
        mend = nearest(named, known) or "audited were: " + (", ".join(known) or "none")
        raise UsageError(f"the store {self.store.name} has no site {named!r} ({mend})")

    def audits(self, site: str) -> tuple[AuditLine, ...]:
        """Every audit of a site, oldest first.

        Raises:
            UsageError: there is none.
        """
        found = self.store.audits(site)
        if not found:
            raise UsageError(f"{site} has no finished audit yet")
        return found

    def run(self, site: str, told: str | None) -> StoredRun:
        """A run of a site, told by its id or how that begins (`20240615`); else the newest.

        Raises:
            UsageError: there is none, or more than one.
        """
        lines = self.audits(site)
        if told is None:
            return self.store.run(lines[-1].run)
        fits = [line.run for line in lines if line.run.startswith(told)]
        if len(fits) != 1:
            known = ", ".join(line.run for line in lines[-5:])
            raise UsageError(f"{site} has {len(fits)} audits whose run begins with {told!r} (the newest: {known})")
        return self.store.run(fits[0])

    def table(self, site: str, rulebook: Rulebook) -> SiteTable | None:
        """What the configuration says of a site; None if it does not name it any more."""
        shared_hosts = rulebook.vocabulary.words("shared-hosts")
        return next((table for table in self.config.site if table.site(shared_hosts).id == site), None)

    def rules_of(self, audit: Audit) -> Rulebook:
        """The rules that judged an audit; today's, if this version of the program cannot use those."""
        try:
            return rulebook_of(self.store.rules(audit.packs[0].sha256).files)
        except RuleError:
            return load_rulebook(self.config.auditor.rules)


def evidence_plan(config: Config, path: Path) -> Plan:
    """What a configuration wants to be kept as evidence, and where."""
    table = config.evidence
    folder = evidence_folder(config, path)
    return Plan(folder=folder, keep=table.keep, images=table.images, crawl_bytes=table.crawl_bytes)


@contextlib.contextmanager
def archive(path: Path, lang: Lang | None = None) -> Iterator[Archive]:
    """Open the store that a configuration names.

    Raises:
        ConfigError: the configuration cannot be used.
        StoreError: there is no store yet, or it cannot be used.
    """
    config = load_config(path)
    with open_store(store_url(config, path), check=False, make=False) as store:
        yield Archive(
            config=config,
            store=store,
            evidence=evidence_plan(config, path),
            messages=Messages.load(thai_digits=config.report.thai_digits),
            lang=lang or config.auditor.lang,
        )
