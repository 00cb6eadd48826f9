"""Is a package of evidence what it was when it was made: every hash, every mistake at once."""

from __future__ import annotations

import hashlib
import json
import re
import zipfile
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from auditor.crawl.warc.checking import check_warc
from auditor.crawl.warc.records import digest_of
from auditor.errors import UsageError
from auditor.evidence.names import ABOUT, AUDIT, DIGEST, MANIFEST, PACKAGE
from auditor.evidence.tree import tree_at

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from auditor.crawl.warc.checking import Checked
    from auditor.evidence.tree import Tree

_LINE = re.compile(r"([0-9a-f]{64})  (.+)")
_DAMAGED = (OSError, zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, RuntimeError)
_LARGEST_LIST = 64 * 1024 * 1024  # bytes of a manifest
_WARC = (".warc", ".warc.gz")


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something that is not as it was."""

    key: str  # of the sentence in `reports/messages`
    params: dict[str, str]


@dataclass(slots=True, kw_only=True)
class Verified:
    """What a look at a package gave."""

    files: int = 0
    records: int = 0
    sha256: str = ""  # of the list that rules all others, or of the only file
    problems: list[Problem] = field(default_factory=list)

    def tell(self, key: str, **params: str) -> None:
        """Note a problem."""
        self.problems.append(Problem(key=key, params=params))


def verify(path: Path) -> Verified:
    """Check a folder, a WACZ file or a WARC file.

    Raises:
        UsageError: it cannot be read, or is none of them.
    """
    if not path.exists():
        raise UsageError(f"{path} is not there")
    if path.is_file() and path.name.lower().endswith(_WARC):
        return _verify_warc(path)
    with tree_at(path) as tree:
        names = tree.names()
        if not names & {MANIFEST, PACKAGE}:
            raise UsageError(f"{path} is no package of evidence: it has neither {MANIFEST} nor {PACKAGE}")
        return _Check(tree, names).made()


def _verify_warc(path: Path) -> Verified:
    verified = Verified(files=1)
    try:
        with path.open("rb") as file:
            checked = check_warc(file)
            file.seek(0)
            verified.sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as exc:
        raise UsageError(f"{path} cannot be read: {exc.strerror}") from exc
    if not checked.records:
        raise UsageError(f"{path} is no WARC file: no record can be read")
    _note(verified, path.name, checked)
    return verified


def _note(verified: Verified, name: str, checked: Checked) -> None:
    verified.records += checked.records
    for offset in checked.broken:
        verified.tell("evidence-broken", file=name, offset=str(offset))
    for record in checked.wrong:
        verified.tell("evidence-record-differs", file=name, record=record)


class _Check:
    def __init__(self, tree: Tree, names: frozenset[str]) -> None:
        self._tree, self._names, self._verified = tree, names, Verified(files=len(names))
        self._hashes: dict[str, str | None] = {}

    def made(self) -> Verified:
        manifest, package = dict(self._manifest()), dict(self._package())
        for name, sha256 in {**package, **manifest}.items():
            self._compare(name, sha256)
        for name in manifest.keys() & package.keys():
            if manifest[name] != package[name]:
                self._verified.tell("evidence-lists-differ", file=name)
        listed = manifest.keys() | package.keys() | {MANIFEST, PACKAGE, DIGEST}
        for name in sorted(self._names - listed):
            self._verified.tell("evidence-unlisted", file=name)
        if ABOUT in self._names:
            for name in sorted({MANIFEST, PACKAGE, DIGEST} - self._names - package.keys()):
                self._verified.tell("evidence-missing", file=name)
        self._check_digest()
        self._check_records()
        self._verified.sha256 = self._hash(PACKAGE if PACKAGE in self._names else MANIFEST) or ""
        return self._verified

    def _compare(self, name: str, sha256: str) -> None:
        if name not in self._names:
            self._verified.tell("evidence-missing", file=name)
        elif self._hash(name) not in {sha256, None}:
            self._verified.tell("evidence-differs", file=name)

    def _hash(self, name: str) -> str | None:
        """SHA-256 of a file; None if it cannot be read, which is told once."""
        if name not in self._hashes:
            try:
                with self._tree.opened(name) as file:
                    self._hashes[name] = hashlib.file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type]
            except _DAMAGED as exc:
                self._hashes[name] = None
                self._verified.tell("evidence-unreadable", file=name, why=str(exc))
        return self._hashes[name]

    def _text(self, name: str) -> str:
        """A list of the package; empty where there is none."""
        if name not in self._names:
            return ""
        try:
            with self._tree.opened(name) as file:
                return file.read(_LARGEST_LIST).decode()
        except _DAMAGED as exc:
            self._verified.tell("evidence-unreadable", file=name, why=str(exc))
            return ""

    def _json(self, name: str) -> dict[str, Any]:
        text = self._text(name)
        try:
            said = json.loads(text) if text else {}
        except (ValueError, RecursionError) as exc:
            self._verified.tell("evidence-unreadable", file=name, why=str(exc)[:200])
            return {}
        return said if isinstance(said, dict) else {}

    def _manifest(self) -> Iterator[tuple[str, str]]:
        for line in self._text(MANIFEST).splitlines():
            if match := _LINE.fullmatch(line):
                yield match[2], match[1]
            else:
                self._verified.tell("evidence-unreadable", file=MANIFEST, why=line[:200])

    def _package(self) -> Iterator[tuple[str, str]]:
        said = self._json(PACKAGE).get("resources")
        for each in said if isinstance(said, list) else ():
            if isinstance(each, dict) and isinstance(path := each.get("path"), str):
                kind, _, value = str(each.get("hash")).partition(":")
                if kind == "sha256":
                    yield path, value
                else:
                    self._verified.tell("evidence-unreadable", file=path, why=str(each.get("hash"))[:200])

    def _check_digest(self) -> None:
        if DIGEST not in self._names:
            return
        said = self._json(DIGEST).get("hash")
        if PACKAGE in self._names and said != f"sha256:{self._hash(PACKAGE)}":
            self._verified.tell("evidence-differs", file=PACKAGE)

    def _check_records(self) -> None:
        """Every record of the WARC files, and that the evidence of the audit is among them."""
        kept: dict[str, str] = {}
        archives = sorted(name for name in self._names if name.startswith("archive/") and name.endswith(_WARC))
        for name in archives:
            try:
                with self._tree.opened(name) as file:
                    checked = check_warc(file)
            except _DAMAGED as exc:
                self._verified.tell("evidence-unreadable", file=name, why=str(exc))
                continue
            _note(self._verified, name, checked)
            kept |= checked.payloads | checked.revisits
        in_part = self._json(ABOUT).get("requirement") is not None
        for record, sha256, url in _pointers(self._json(AUDIT)):
            if sha256 is not None and record in kept and kept[record] != digest_of(sha256):
                self._verified.tell("evidence-other-body", url=url, record=record)
            elif record not in kept and not in_part:
                self._verified.tell("evidence-no-record", url=url, record=record)


def _pointers(audit: dict[str, Any]) -> Iterator[tuple[str, str | None, str]]:
    """Record, SHA-256 and address of the evidence that an audit points at; without a hash its pictures."""
    requirements = audit.get("requirements")
    for requirement in requirements if isinstance(requirements, list) else ():
        evidence = requirement.get("evidence") if isinstance(requirement, dict) else None
        for each in evidence if isinstance(evidence, list) else ():
            said = each if isinstance(each, dict) else {}
            _, mark, record = str(said.get("warc")).partition("#")
            if mark and re.fullmatch("[0-9a-f]{64}", str(said.get("sha256"))):
                yield record, str(said["sha256"]), str(said.get("url"))
            _, mark, picture = str(said.get("image")).partition("#")
            if mark:
                yield picture, None, str(said.get("url"))
