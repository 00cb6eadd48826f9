"""The evidence of an audit as one package that an assessor opens without a network."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from auditor import __version__
from auditor.crawl.warc.bundle import Bundle
from auditor.crawl.warc.cdxj import REVISIT, Line, index_text
from auditor.errors import OutputError, UsageError
from auditor.evidence.citing import cited_by, cited_by_finding
from auditor.evidence.names import ABOUT, ARCHIVE, AUDIT, INDEX, INDEXES, PAGES, RULES
from auditor.evidence.package import Title, seal, write_json, zip_up
from auditor.evidence.stored import Bodies
from auditor.report.evidence_page import (
    Chapter,
    Contents,
    Defect,
    Exhibit,
    Kept,
    Nearly,
    Proof,
    render_evidence,
)
from auditor.report.json import json_parts
from auditor.report.view import view_of
from auditor.urls import canonical

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.evidence.shelf import Shelf
    from auditor.findings import Audit, Evidence, Finding, NearMiss
    from auditor.report.messages import Messages
    from auditor.rules import Rulebook

_MOVED = frozenset({"301", "302", "303", "307", "308"})
_OURS = "application/vnd.auditor."


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be exported."""

    audit: Audit
    rulebook: Rulebook
    texts: tuple[tuple[str, str], ...]  # the rule files that judged
    requirement: str | None = None  # None: all of it
    wacz: bool = False  # one file instead of a folder


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """What was written."""

    records: int
    files: int
    missing: int  # cited places of which nothing is kept
    sha256: str  # of datapackage.json


def export(order: Order, shelf: Shelf, messages: Messages, to: Path) -> Exported:
    """Write the package; it appears whole or not at all.

    Raises:
        UsageError: there is something at `to`, or the audit has no such requirement.
        OutputError: it cannot be written, or the evidence cannot be read.
    """
    if to.exists() or to.is_symlink():
        raise UsageError(f"{to} is there already: name another --output")
    known = {verdict.requirement for verdict in order.audit.verdicts}
    if order.requirement is not None and order.requirement not in known:
        raise UsageError(
            f"the audit has no requirement {order.requirement!r}: choose from {', '.join(sorted(known))}"
        )
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".evidence-", dir=to.parent) as scratch:
            home = Path(scratch) / "package"
            home.mkdir()
            exported = _Package(order, shelf, messages, home).written()
            made = home
            if order.wacz:
                made = Path(scratch) / "package.wacz"
                zip_up(home, made, order.audit.run.finished_at)
            shutil.move(made, to)
    except OSError as exc:
        raise OutputError(f"{to} cannot be written: {exc.strerror or exc}") from exc
    return exported


class _Package:
    def __init__(self, order: Order, shelf: Shelf, messages: Messages, home: Path) -> None:
        self._order, self._audit, self._messages, self._home = order, order.audit, messages, home
        self._bodies = Bodies(shelf, home)
        self._shelf = shelf
        self._elsewhere = shelf.bodies()
        lines = shelf.lines(order.audit.run.id)
        self._by_record = {line.record: line for line in lines}
        self._by_url: dict[str, list[Line]] = defaultdict(list)
        for line in sorted(lines, key=lambda line: line.status in _MOVED or not line.digest):  # what has a body first
            self._by_url[canonical(line.url)].append(line)
        self._lines = lines if order.requirement is None else tuple(filter(_Wanted(order).wants, lines))

    def written(self) -> Exported:
        archive, lines = self._write_archive()
        contents = Contents(
            audit=self._audit,
            chapters=tuple(self._chapters()),
            defects=tuple(self._defects()),
            rules=tuple(self._write_rules()),
            archive=archive,
            exporter=__version__,
        )
        self._write_indexes(lines, contents)
        (self._home / INDEX).write_bytes(render_evidence(contents, self._messages))
        with (self._home / AUDIT).open("wb") as stream:
            stream.writelines(json_parts(self._audit, self._messages))
        write_json(self._home / ABOUT, self._about())
        name = self._audit.identity.name or self._audit.site.name or self._audit.site.host
        title = Title(title=name, created=self._audit.run.finished_at, main_url=self._audit.site.url)
        sha256 = seal(self._home, title)
        exhibits = [each for chapter in contents.chapters for proof in chapter.proofs for each in proof.exhibits]
        return Exported(
            records=len(self._lines),
            files=sum(path.is_file() for path in self._home.rglob("*")),
            missing=sum(each.kept.record is None for each in exhibits),
            sha256=sha256,
        )

    # --- what is listed ------------------------------------------------------------------------------------

    def _chapters(self) -> Iterator[Chapter]:
        for group in view_of(self._audit, self._order.rulebook).groups:
            proofs = tuple(
                Proof(
                    verdict=row.verdict,
                    exhibits=tuple(map(self._exhibit, row.verdict.evidence)),
                    nearest=tuple(map(self._nearly, row.verdict.searched.nearest)),
                )
                for row in group.rows
                if self._order.requirement in {None, row.verdict.requirement}
            )
            if proofs:
                yield Chapter(id=group.id, title=group.title, proofs=proofs)

    def _exhibit(self, evidence: Evidence) -> Exhibit:
        answer, picture = map(self._line, (evidence.warc, evidence.image))
        drawn = self._held(picture)
        return Exhibit(
            evidence=evidence,
            kept=self._kept(answer),
            picture=self._kept(picture),
            drawn_at=datetime.fromisoformat(drawn.date) if drawn else None,
        )

    def _line(self, pointer: str | None) -> Line | None:
        """Where the record lies at which an audit points."""
        return self._by_record.get((pointer or "").partition("#")[2])

    def _nearly(self, miss: NearMiss) -> Nearly:
        return Nearly(miss=miss, kept=self._kept(next(iter(self._by_url[canonical(miss.url)]), None)))

    def _defects(self) -> Iterator[Defect]:
        for finding in _findings(self._order):
            pages = (line for url in (*self._page_of(finding), finding.url) for line in self._by_url[canonical(url)])
            yield Defect(finding=finding, kept=self._kept(next(pages, None)))

    @staticmethod
    def _page_of(finding: Finding) -> Iterator[str]:
        if finding.where is not None:
            yield finding.where.page

    def _kept(self, line: Line | None) -> Kept:
        if line is None:
            return Kept()
        held = self._held(line)
        body = None if held is None or not held.digest else self._bodies.stored(held)
        if body is None:
            return Kept(record=line.record)
        return Kept(record=line.record, file=body.name, sha256=body.sha256, size=body.size)

    def _held(self, line: Line | None) -> Line | None:
        """Where the body of a record lies."""
        return self._elsewhere.get(line.digest) if line is not None and line.mime == REVISIT else line

    # --- what is written -----------------------------------------------------------------------------------

    def _write_archive(self) -> tuple[str, list[Line]]:
        """One WARC file that needs no other: bodies that lie in earlier files are copied into it."""
        name = self._shelf.file(self._audit.run.id).name
        (self._home / ARCHIVE).mkdir()
        bundle = Bundle(self._home / ARCHIVE / name, name, self._audit.run.started_at)
        own = {line.digest for line in self._lines if line.mime != REVISIT}
        needed = dict.fromkeys(line.digest for line in self._lines if line.mime == REVISIT)
        further = (self._elsewhere[digest] for digest in needed if digest in self._elsewhere and digest not in own)
        for line in (*further, *sorted(self._lines, key=lambda line: line.offset)):
            with (self._shelf.home / line.filename).open("rb") as file:
                bundle.put_member(file, line)
        bundle.close()
        return f"{ARCHIVE}/{name}", bundle.lines

    def _write_indexes(self, lines: list[Line], contents: Contents) -> None:
        for folder in (INDEXES, PAGES):
            (self._home / folder).mkdir()
        shown = (line for line in lines if not line.mime.startswith(_OURS))
        (self._home / INDEXES / "index.cdxj").write_text(index_text(shown), encoding="ascii", newline="\n")
        pages: dict[str, dict[str, str]] = {}
        for exhibit in (each for chapter in contents.chapters for proof in chapter.proofs for each in proof.exhibits):
            line = self._by_record.get(exhibit.kept.record or "")
            if line is not None and line.record not in pages:
                title = exhibit.title or exhibit.evidence.quote
                pages[line.record] = {"id": line.record, "url": line.url, "ts": line.date, "title": title}
        head = {"format": "json-pages-1.0", "id": "pages", "title": "All Pages"}
        text = "".join(f"{json.dumps(each, ensure_ascii=True)}\n" for each in (head, *pages.values()))
        (self._home / PAGES / "pages.jsonl").write_text(text, encoding="ascii", newline="\n")

    def _write_rules(self) -> Iterator[str]:
        for name, text in self._order.texts:
            inside = PurePosixPath(*(part for part in PurePosixPath(name).parts if part not in {"..", "/"}))
            path = (
                PurePosixPath(RULES, *inside.parts[1:]) if inside.parts[0] == RULES else PurePosixPath(RULES, inside)
            )
            file = self._home / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="")
            yield str(path)

    def _about(self) -> dict[str, object]:
        audit = self._audit
        return {
            "schema": "auditor/evidence/1",
            "site": audit.site.id,
            "url": audit.site.url,
            "run": audit.run.id,
            "as_of": audit.as_of.isoformat(),
            "requirement": self._order.requirement,
            "judged_by": audit.auditor_version,
            "exported_by": __version__,
            "packs": [{"id": each.id, "version": each.version, "sha256": each.sha256} for each in audit.packs],
        }


class _Wanted:
    """What the one requirement that is wanted rests on, and what one needs to understand that."""

    def __init__(self, order: Order) -> None:
        chosen = (each for each in order.audit.verdicts if each.requirement == order.requirement)
        urls = {url for verdict in chosen for url in cited_by(verdict)}
        urls |= {url for finding in _findings(order) for url in cited_by_finding(finding)}
        self._cited = frozenset(map(canonical, (order.audit.site.url, *urls)))

    def wants(self, line: Line) -> bool:
        """Is a record one of them?"""
        way = line.status in _MOVED or line.url.endswith("/robots.txt")
        return way or canonical(line.page_url) in self._cited


def _findings(order: Order) -> Iterator[Finding]:
    yield from (each for each in order.audit.findings if order.requirement in {None, each.requirement})
