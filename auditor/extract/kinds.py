"""Which kinds of documents have a reader, and which of them is read in a child."""

from __future__ import annotations

OPEN_DOCUMENTS = frozenset({"odt", "ods", "odp"})
LEGACY = frozenset({"doc", "xls", "ppt"})
"""Old binary office files; of a presentation only what it says of itself is read."""

READ_IN_CHILD = frozenset({"pdf", "docx", "xlsx", "pptx", "rtf", "zip"}) | OPEN_DOCUMENTS | LEGACY
"""What may hang, crash or grow while it is read."""
