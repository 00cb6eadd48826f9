"""The agency's register of publication requests, as a person keeps it in a spreadsheet.

Reads the file and says every mistake in it at once; knows nothing of any website. What comes of holding it against a
site is a `Reconciliation`, made in `assess`.
"""

from auditor.register.entries import Column, EntryStatus, Register, RegisterEntry
from auditor.register.reading import read_register
from auditor.register.reconciliation import (
    Difference,
    DifferentField,
    EntryResult,
    Likely,
    Reconciliation,
    Standing,
    Unchecked,
    Unregistered,
)

__all__ = [
    "Column",
    "Difference",
    "DifferentField",
    "EntryResult",
    "EntryStatus",
    "Likely",
    "Reconciliation",
    "Register",
    "RegisterEntry",
    "Standing",
    "Unchecked",
    "Unregistered",
    "read_register",
]
