"""The columns of the assessor's form, in their order; their heads are in the messages, table `form-column`.

The first nine are those of the ministry's assessment table; then follows what a verdict needs to be remembered by,
and, hidden, what tells the program which requirement and which evidence a row is about.
"""

from __future__ import annotations

from enum import StrEnum


class FormColumn(StrEnum):
    """A column by its key."""

    NUMBER = "number"
    REQUIREMENT = "requirement"
    MACHINE = "machine"
    EVIDENCE = "evidence"
    PRESENT = "present"
    VERDICT = "verdict"
    EXPLANATION = "explanation"
    NAME = "name"
    DATE = "date"
    EXPIRES = "expires"
    MACHINE_WRONG = "machine-wrong"
    LABEL = "label"
    ID = "id"
    PACK = "pack"
    MACHINE_CODE = "machine-code"
    EVIDENCE_SHA256 = "evidence-sha256"


HIDDEN = (FormColumn.ID, FormColumn.PACK, FormColumn.MACHINE_CODE, FormColumn.EVIDENCE_SHA256)

TO_FILL = (
    FormColumn.PRESENT,
    FormColumn.VERDICT,
    FormColumn.EXPLANATION,
    FormColumn.NAME,
    FormColumn.DATE,
    FormColumn.EXPIRES,
    FormColumn.MACHINE_WRONG,
    FormColumn.LABEL,
)
"""What the assessor writes: a row in which none of these is filled says nothing."""


class Choice(StrEnum):
    """What can be chosen in a cell besides a status."""

    PRESENT = "present"
    ABSENT = "absent"
    SET_ASIDE = "set-aside"
    YES = "yes"
