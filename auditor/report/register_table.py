"""The publication register beside the site as a sheet of `audit.xlsx`: each entry, its standing, what differs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.register import DifferentField
from auditor.report.cells import Code, Link
from auditor.report.tables import Column, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.register import Difference, EntryResult, Reconciliation, Unregistered
    from auditor.report.cells import Cell
    from auditor.report.voice import Voice

_LIST = "; "


def register_table(register: Reconciliation, voice: Voice) -> Table:
    """The entries in the order of the register, then what the register does not know."""
    columns = (
        Column("row", 7), Column("subject", 44), Column("owner", 26), Column("decision", 14), Column("standing", 30),
        Column("differences", 60), Column("reason", 48), Column("url", 52), Column("listed_on", 44),
        Column("link", 52), Column("period_from", 14), Column("period_to", 14), Column("published", 14),
        Column("expires", 14), Column("likely", 44),
    )  # fmt: skip
    return Table(key="register", columns=columns, rows=_rows(register, voice))


def _rows(register: Reconciliation, voice: Voice) -> Iterator[tuple[Cell, ...]]:
    yield from (_entry(result, voice) for result in register.results)
    yield from (_unregistered(each, voice) for each in register.unregistered)


def _entry(result: EntryResult, voice: Voice) -> tuple[Cell, ...]:
    entry, why = result.entry, voice.messages.unchecked(result)
    return (
        entry.row,
        entry.subject,
        entry.owner,
        Code(entry.status.value, voice.term("register-status", entry.status)),
        Code(result.standing.value, voice.term("register-standing", result.standing)),
        _LIST.join(_difference(each, voice) for each in result.differences),
        voice.say(why) if why else None,
        Link(result.url) if result.url else None,
        Link(result.listed_on) if result.listed_on else None,
        Link(entry.link) if entry.link else None,
        entry.period_from,
        entry.period_to,
        entry.published,
        entry.expires,
        result.likely.title if result.likely else None,
    )


def _difference(each: Difference, voice: Voice) -> str:
    field = voice.term("register-field", each.field)
    registered, shown = (_said(each, words, voice) for words in (each.registered, each.shown))
    return f"{field}: {voice.word('register-says')} {registered} · {voice.word('site-says')} {shown}"


def _said(each: Difference, words: str, voice: Voice) -> str:
    if each.field is DifferentField.PUBLISHED:
        return voice.word("register-day", day=words)
    return f"“{words}”"


def _unregistered(each: Unregistered, voice: Voice) -> tuple[Cell, ...]:
    standing = Code("unregistered", voice.word("register-unregistered"))
    likely = each.likely.title if each.likely else None
    return (None, each.title or None, None, None, standing, None, None, Link(each.url), *(None,) * 6, likely)
