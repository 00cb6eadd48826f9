"""Sentences for people: an id and its parameters become Thai and English.

The words stand in `reports/messages/{th,en}/`, a file for each field; the head of `th/basics.toml` tells what braces
and brackets mean.
Knows how dates, numbers and sizes are written; refuses to know what a verdict or finding is about.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any, Self

from auditor.config import Lang
from auditor.datafiles import reports_folder
from auditor.facts import Why
from auditor.findings import Status
from auditor.reviews.standing import settled
from auditor.rules import Text
from auditor.thai.fiscal import thai_date
from auditor.thai.years import BUDDHIST

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from enum import StrEnum
    from pathlib import Path

    from auditor.findings import Finding, FindingRule, Reason, Verdict
    from auditor.register import EntryResult

    Value = str | int | float | date | datetime | Text
    Table = Mapping[str, Any]

BANGKOK = timezone(timedelta(hours=7))
"""Thailand has had no other offset since 1920 and no summer time, so that no time zone data is needed."""

ENGLISH_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
UNKNOWN = "…"

_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_FIELD = re.compile(r"\{(\w+)(?::(\w+))?\}")
_KILO = 1024
# Where the words of a code are looked for, by the form that the template asks for.
_CODE_TABLES = {
    "why": ("why", "obstacle"),
    "answer": ("obstacle", "why"),
    "limit": ("limit", "trap"),
    "what": ("what",),
    "trap": ("trap",),
    "mixed": ("mixed",),
    "doubt": ("doubt",),
    "spam": ("spam",),
    "script": ("script",),
    "whose": ("whose",),
    "unreadable": ("unreadable",),
    "leaf": ("leaf",),
}


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The words of one language."""

    lang: Lang
    tables: Table
    thai_digits: bool = False

    def template(self, *keys: str) -> str:
        """The sentence under these keys, not yet filled.

        Raises:
            KeyError: the catalogue has none.
        """
        found: Any = self.tables
        for key in keys:
            found = found[key]
        if not isinstance(found, str):
            raise KeyError(".".join(keys))
        return found

    def fill(self, template: str, params: Mapping[str, Value]) -> str:
        """The template with its values; optional parts whose values are unknown are left out."""
        own = {name: self._own(value) for name, value in params.items() if value not in {"", None}}
        own |= {key.removesuffix(f"_{self.lang}"): own[key] for key in own if key.endswith(f"_{self.lang}")}
        chosen = _OPTIONAL.sub(lambda part: part[1] if _names(part[1]) <= own.keys() else "", template)
        return _FIELD.sub(lambda field: self._show(own.get(field[1], UNKNOWN), field[2]), chosen)

    def _own(self, value: Value) -> Value:
        """A value in the language of the catalogue, where it has two."""
        if isinstance(value, Text):
            return value.th if self.lang is Lang.TH else value.en
        return value

    def _show(self, value: Value, form: str | None) -> str:
        if form in _CODE_TABLES:
            return self.code(form, str(value))
        if form is None or value == UNKNOWN:
            return str(value)
        try:
            return _FORMS[form](self, value)
        except ValueError:  # what was to be a date or number is none: better shown as it is than not at all
            return str(value)

    def code(self, form: str, code: str) -> str:
        """The words of a code, or the code itself where there are none; `http-503` is `http` with its number."""
        name, _, number = f"http-{code}".rpartition("-") if code.isdigit() else code.rpartition("-")
        for table in map(self.tables.__getitem__, _CODE_TABLES[form]):
            if entry := table.get(code) or (number.isdigit() and table.get(name)):
                words = entry["cause"] if isinstance(entry, dict) else entry
                return str(words).replace("{number}", number)
        return code

    def date(self, value: Value) -> str:
        """«25 ธันวาคม 2566»; in English «25 Dec 2023»."""
        day = _day(value)
        if self.lang is Lang.TH:
            return thai_date(day, thai_digits=self.thai_digits)
        return f"{day.day} {ENGLISH_MONTHS[day.month - 1]} {day.year}"

    def date_in_full(self, value: Value) -> str:
        """A day where it is mentioned first: in English the Buddhist year stands beside it."""
        parts = {"date": self.date(value), "buddhist": str(_day(value).year + BUDDHIST)}
        return self.fill(self.template("form", "date-in-full"), parts)

    def moment(self, value: Value) -> str:
        """Day and time of day in Bangkok."""
        at = value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
        clock = at.astimezone(BANGKOK)
        parts = {"date": self.date(clock.date()), "time": f"{clock:%H:%M}"}
        return self.fill(self.template("form", "moment"), parts)

    def months(self, value: Value) -> str:
        """ISO months and spans of them, parted by blanks: «ตุลาคม 2566, มกราคม 2567 – มีนาคม 2567»."""
        return ", ".join(" – ".join(map(self._month, each.split("/"))) for each in str(value).split())

    def _month(self, iso: str) -> str:
        return self.date(f"{iso}-01").partition(" ")[2]

    def fiscal_year(self, value: Value) -> str:
        """A fiscal year given in the Buddhist era."""
        year = int(str(value))
        eras = {"buddhist": str(year), "common": str(year - BUDDHIST)}
        return self.fill(self.template("form", "fiscal-year"), eras)

    def number(self, value: Value) -> str:
        """«1,234»."""
        amount = float(str(value))
        return f"{amount:,.0f}" if amount.is_integer() else f"{amount:,}"

    def size(self, value: Value) -> str:
        """Bytes as «1.2 MB»."""
        amount = float(str(value))
        for unit in ("B", "KB", "MB", "GB"):
            if amount < _KILO or unit == "GB":
                break
            amount /= _KILO
        return f"{amount:,.0f} {unit}" if unit == "B" else f"{amount:,.1f} {unit}"


_FORMS: dict[str, Callable[[Catalogue, Any], str]] = {
    "date": Catalogue.date,
    "fiscal": Catalogue.fiscal_year,
    "months": Catalogue.months,
    "number": Catalogue.number,
    "size": Catalogue.size,
}


@dataclass(frozen=True, slots=True)
class Messages:
    """Both catalogues: every answer is a `Text` in Thai and English."""

    th: Catalogue
    en: Catalogue

    @classmethod
    def load(cls, folder: Path | None = None, *, thai_digits: bool = False) -> Self:
        """The catalogues of `reports/messages`, or of a configured reports folder."""
        home = reports_folder(folder) / "messages"
        th, en = (_tables(home / lang) for lang in Lang)
        return cls(Catalogue(Lang.TH, th, thai_digits), Catalogue(Lang.EN, en))

    def word(self, key: str, **params: Value) -> Text:
        """Words of the report itself."""
        return self._filled(params, "word", key)

    def term(self, table: str, code: StrEnum | str) -> Text:
        """What a code of a closed set is called: tables `status`, `status-short`, `severity`, `skip` …"""
        return self._filled({}, table, str(code))

    def code(self, table: str, code: str) -> Text:
        """What a code of an open set is called (`limit`, `trap` …); one that nobody foresaw is shown as it is."""
        return Text(th=self.th.code(table, code), en=self.en.code(table, code))

    def reason(self, reason: Reason) -> Text:
        """Why a verdict is what it is."""
        return self._filled(dict(reason.params), "reason", reason.code)

    def why(self, verdict: Verdict) -> Text | None:
        """The first reason of what counts: a person's where it decides otherwise, else ours."""
        review = verdict.review
        if review is not None and review.reason and settled(verdict) is not verdict.status:
            return Text(th=review.reason, en=review.reason)
        return next(map(self.reason, verdict.reasons), None)

    def remedy(self, verdict: Verdict) -> Text:
        """What to do about a verdict: first what kept us from looking, else what the rule file says."""
        for reason in verdict.reasons if verdict.status is Status.UNVERIFIABLE else ():
            why = dict(reason.params).get("why")
            if why in set(Why):
                return self.cause_remedy(Why(why))
            if reason.code in self.th.tables["mend"]:
                return self._filled({}, "mend", reason.code)
        return verdict.remedy

    def cause(self, why: Why) -> Text:
        """Why something could not be fetched."""
        return self._filled({}, "why", why, "cause")

    def cause_remedy(self, why: Why) -> Text:
        """What to do about it."""
        return self._filled({}, "why", why, "remedy")

    def finding_title(self, rule: FindingRule) -> Text:
        """What defects of a rule are called together."""
        return self._filled({}, "finding", rule, "title")

    def finding_message(self, finding: Finding) -> Text:
        """What is wrong at this place."""
        label = {"label": finding.where.label} if finding.where else {}
        return self._filled(label | dict(finding.params), "finding", finding.rule, "message")

    def finding_remedy(self, rule: FindingRule) -> Text:
        """What to do about defects of a rule."""
        return self._filled({}, "finding", rule, "remedy")

    def unchecked(self, result: EntryResult) -> Text | None:
        """Why nothing can be said of an entry of the register; None where something can."""
        if result.unchecked is None:
            return None
        return self._filled({"obstacle": result.obstacle}, "register-unchecked", result.unchecked)

    def date_in_full(self, day: date) -> Text:
        """A day where it is mentioned first."""
        return self._form(Catalogue.date_in_full, day)

    def date(self, day: date) -> Text:
        """A day."""
        return self._form(Catalogue.date, day)

    def moment(self, at: datetime) -> Text:
        """A day and time of day in Bangkok."""
        return self._form(Catalogue.moment, at)

    def size(self, count: int) -> Text:
        """A number of bytes."""
        return self._form(Catalogue.size, count)

    def number(self, count: float) -> Text:
        """A number."""
        return self._form(Catalogue.number, count)

    def missing(self, reason: Reason) -> frozenset[str]:
        """Names that the sentence of a reason needs and the reason does not give."""
        needed = (_names(_OPTIONAL.sub("", each.template("reason", reason.code))) for each in (self.th, self.en))
        given = {name for name, _ in reason.params}
        given |= {name.rsplit("_", 1)[0] for name in given if name.endswith(("_th", "_en"))}
        return frozenset().union(*needed) - given

    def _filled(self, params: Mapping[str, Value], *keys: str) -> Text:
        return Text(
            th=self.th.fill(self.th.template(*keys), params), en=self.en.fill(self.en.template(*keys), params)
        )

    def _form(self, form: Callable[[Catalogue, Any], str], value: Value) -> Text:
        return Text(th=form(self.th, value), en=form(self.en, value))


def _tables(folder: Path) -> Table:
    """The tables of all files of a folder; one table may stand in several, a key only once."""
    tables: dict[str, dict[str, Any]] = {}
    for file in sorted(folder.glob("*.toml")):
        for name, entries in tomllib.loads(file.read_text(encoding="utf-8")).items():
            table = tables.setdefault(name, {})
            if twice := table.keys() & entries.keys():
                raise ValueError(f"{file}: [{name}] has {', '.join(sorted(twice))} in another file already")
            table |= entries
    return tables


def _names(template: str) -> set[str]:
    return {field[1] for field in _FIELD.finditer(template)}


def _day(value: Value) -> date:
    if isinstance(value, datetime):
        return value.astimezone(BANGKOK).date()
    return value if isinstance(value, date) else date.fromisoformat(str(value))
