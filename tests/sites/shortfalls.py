"""What the product is known to judge otherwise than the truth: to be mended, and said until it is.

A line that no longer holds fails its test, so that it goes out with the change that mends it. No wrong pass may stand
here.
"""

from __future__ import annotations

REQUIREMENTS = {
    ("wpblock", "1.5.oia-9"): "one of nine empty panels counts as a row",
}
"""(site, requirement) and why."""

MUTATIONS: dict[tuple[str, str], str] = {}
"""(site, change) and why."""
