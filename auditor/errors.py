"""Our exceptions. A website's failure is never one of them: that is a value (`facts.Unreachable`).

AuditorError
├── UsageError            the command line asks for something that cannot be
├── ComplaintsError       bad input: every complaint at once, each with place and mend
│   ├── ConfigError       configuration
│   ├── RuleError         rule files
│   └── DataFileError     other files a person gives us (CSV to evaluate, reviews, registers)
├── OutputError           reports cannot be written
└── StoreError            the store cannot be opened, read or written
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint:
    """One mistake in a file: where it is, what is wrong and how to mend it."""

    file: str
    where: str  # key path such as `topic[3].any`, or `line 12`; "" for the whole file
    problem: str
    mend: str = ""
    line: int | None = None  # on which a key path stands, where that is known

    def __str__(self) -> str:
        file = self.file if self.line is None else f"{self.file}:{self.line}"
        place = f"{file}: {self.where}" if self.where else file
        return f"{place}: {self.problem}" + (f" ({self.mend})" if self.mend else "")


class AuditorError(Exception):
    """Base of all errors that end a command with a message instead of a traceback."""


class UsageError(AuditorError):
    """The command line asks for something that cannot be."""


class ComplaintsError(AuditorError):
    """Bad input, with every complaint at once."""

    def __init__(self, complaints: tuple[Complaint, ...]) -> None:
        super().__init__("\n".join(map(str, complaints)))
        self.complaints = complaints


class ConfigError(ComplaintsError):
    """A configuration that cannot be used."""


class RuleError(ComplaintsError):
    """A rule file that cannot be used."""


class DataFileError(ComplaintsError):
    """A file given on the command line that cannot be used."""


class OutputError(AuditorError):
    """Reports cannot be written."""


class StoreError(AuditorError):
    """The store cannot be opened, read or written."""
