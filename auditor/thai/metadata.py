"""All that a short text tells of the thing it stands by: the five fields of clause 2.2 and their look-alikes."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.thai.counters import Counter, find_counters
from auditor.thai.dates import DateSpan, find_dates
from auditor.thai.sizes import FileName, FileTypeSeen, Size, find_file_names, find_file_types, find_sizes
from auditor.thai.sources import Source, find_source, find_sources

__all__ = ["Metadata", "find_source", "read"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What was read, each with its place in the text."""

    dates: tuple[DateSpan, ...] = ()
    sizes: tuple[Size, ...] = ()
    types: tuple[FileTypeSeen, ...] = ()
    names: tuple[FileName, ...] = ()
    sources: tuple[Source, ...] = ()
    counters: tuple[Counter, ...] = ()


def read(text: str) -> Metadata:
    """Everything at once; a text is cheap to read, and each reader looks for its own signs."""
    return Metadata(
        dates=find_dates(text),
        sizes=find_sizes(text),
        types=find_file_types(text),
        names=find_file_names(text),
        sources=find_sources(text),
        counters=find_counters(text),
    )
