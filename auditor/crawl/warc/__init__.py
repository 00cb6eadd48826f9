"""WARC files (ISO 28500): what was fetched is kept as it came, and read again as if it were a crawl.

Our own files are WARC/1.1. Bodies are kept decoded, their original codings named in `X-Archive-Orig-…` fields; what
failed is kept as a metadata record, so that a second look judges the same. Files of other crawlers (WARC/1.0 and 1.1,
gzip by record or plain) are read as well.
"""

from auditor.crawl.warc.archive import Archive, read_index
from auditor.crawl.warc.fetcher import ArchiveFetcher
from auditor.crawl.warc.keeper import WarcKeeper

__all__ = ["Archive", "ArchiveFetcher", "WarcKeeper", "read_index"]
