"""The two sample sites of the shared data as websites to serve (their README tells the format)."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time
from email.utils import format_datetime
from typing import TYPE_CHECKING, Any

from tests.shared_data import shared
from tests.sites.website import Answer, Website

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

SAMPLES = ("sample-joomla", "sample-wp")


def sample_folder(name: str) -> Path:
    """The folder of a sample site; skips the test where the shared data is absent."""
    return shared("data", "sites", name)


def sample_website(name: str) -> Website:
    """A sample site as it is served."""
    folder = sample_folder(name)
    routes = json.loads((folder / "routes.json").read_text(encoding="utf-8"))
    answers = {route["url"]: _answer(folder, route) for route in routes}
    missing = answers.pop("404", Answer(body="not found", status=404))
    return Website(answers=answers, missing=missing)


def _answer(folder: Path, route: Mapping[str, Any]) -> Answer:
    headers: dict[str, str] = dict(route.get("headers", {}))
    if modified := route.get("last_modified"):
        at = datetime.combine(date.fromisoformat(modified), time(), tzinfo=UTC)
        headers["Last-Modified"] = format_datetime(at, usegmt=True)
    return Answer(
        body=(folder / "files" / route["file"]).read_bytes(),
        content_type=route["content_type"],
        status=route["status"],
        headers=tuple(headers.items()),
    )
