"""A folder as a package that tells of itself: hashes of every file, and what a WACZ 1.1.1 file needs beside."""

from __future__ import annotations

import hashlib
import json
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from auditor import __version__
from auditor.evidence.names import ARCHIVE, DIGEST, MANIFEST, PACKAGE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

WACZ = "1.1.1"
_FILE_MODE = 0o100644 << 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """What a package calls itself."""

    title: str
    created: datetime
    main_url: str


def seal(home: Path, title: Title) -> str:
    """Write the lists of hashes of a folder that holds everything else; the SHA-256 of the one that rules all."""
    listed = list(_files(home))
    manifest = "".join(f"{_sha256(path)}  {name}\n" for name, path in listed)
    (home / MANIFEST).write_text(manifest, encoding="utf-8", newline="\n")
    listed.append((MANIFEST, home / MANIFEST))
    package = {
        "profile": "data-package",
        "wacz_version": WACZ,
        "title": title.title,
        "created": _stamp(title.created),
        "software": f"auditor/{__version__}",
        "mainPageUrl": title.main_url,
        "mainPageDate": _stamp(title.created),
        "resources": [_resource(name, path) for name, path in listed],
    }
    write_json(home / PACKAGE, package)
    sha256 = _sha256(home / PACKAGE)
    write_json(home / DIGEST, {"path": PACKAGE, "hash": f"sha256:{sha256}"})
    return sha256


def zip_up(home: Path, to: Path, created: datetime) -> None:
    """Put a folder into one WACZ file; what is compressed already is stored as it is."""
    with zipfile.ZipFile(to, "w") as zipped:
        for name, path in _files(home):
            info = zipfile.ZipInfo(name, created.timetuple()[:6])
            info.external_attr = _FILE_MODE
            stored = name.startswith(f"{ARCHIVE}/")
            info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            info.file_size = path.stat().st_size
            with path.open("rb") as source, zipped.open(info, "w") as target:
                while piece := source.read(1024 * 1024):
                    target.write(piece)


def write_json(path: Path, said: dict[str, Any]) -> None:
    """Write a JSON file for people and programs."""
    path.write_text(json.dumps(said, ensure_ascii=False, indent=2) + "\n", encoding="utf-8", newline="\n")


def _files(home: Path) -> Iterator[tuple[str, Path]]:
    for path in sorted(home.rglob("*")):
        if path.is_file():
            yield path.relative_to(home).as_posix(), path


def _resource(name: str, path: Path) -> dict[str, str | int]:
    return {
        "name": name.rpartition("/")[2].lower(),
        "path": name,
        "hash": f"sha256:{_sha256(path)}",
        "bytes": path.stat().st_size,
    }


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _stamp(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")
