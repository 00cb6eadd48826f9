"""The names by which our own records are known."""

FAILURE = "application/vnd.auditor.failure+json"
"""Content type of a metadata record: why an address could not be had."""
HEAD = "application/vnd.auditor.head+json"
"""Content type of a metadata record: what a HEAD request got."""
TLS_ERROR = "Auditor-TLS-Error"
"""Field of a response record: what was wrong with the certificate of its connection."""
