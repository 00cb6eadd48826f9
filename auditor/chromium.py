"""The Chromium that is installed here, if one is: it prints the report, and loads the pages that need a browser."""

from __future__ import annotations

import os
import shutil

COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
"""Commands that may be a Chromium, in the order in which they are tried."""

QUIET_FLAGS = (
    "--disable-gpu",
    "--no-first-run",
    "--disable-extensions",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--host-resolver-rules=MAP * ~NOTFOUND",
)
"""It asks nobody for anything of its own, and resolves no name."""


def installed() -> str | None:
    """The path of the Chromium that is installed here; None where there is none."""
    return next(filter(None, map(shutil.which, COMMANDS)), None)


def has_sandbox() -> bool:
    """Whether it can shut its pages in: it cannot for root."""
    return os.geteuid() != 0
