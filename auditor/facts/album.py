"""Facts as they come back from bytes (`records`)."""

from __future__ import annotations

from auditor.facts import content, crawled
from auditor.records import Album
from auditor.thai import date_types

NAMES = {**vars(date_types), **vars(content), **vars(crawled)}
"""What the annotations of facts name."""

FACTS = Album(NAMES)
