"""The words of one language: what the writers of spreadsheets, tickets and machine formats speak with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.config import Lang

if TYPE_CHECKING:
    from enum import StrEnum

    from auditor.report.messages import Messages, Value
    from auditor.rules import Text


@dataclass(frozen=True, slots=True)
class Voice:
    """The message catalogue, heard in one language."""

    messages: Messages
    lang: Lang

    def say(self, text: Text) -> str:
        """The words in this language."""
        return text.th if self.lang is Lang.TH else text.en

    def word(self, key: str, **params: Value) -> str:
        """Words of the report itself."""
        return self.say(self.messages.word(key, **params))

    def term(self, table: str, code: StrEnum | str) -> str:
        """What a code of a closed set is called."""
        return self.say(self.messages.term(table, code))
