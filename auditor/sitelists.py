"""Lists of websites that a configuration includes: CSV with a row of headings, or TOML with `[[site]]` tables.

Their sites follow those of the configuration itself. A mistake is told with the file and row where it stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.codec import examine_toml, nearest, read_bytes, read_text
from auditor.configfile import SiteSchedule, SiteTable
from auditor.errors import Complaint, ComplaintsError
from auditor.register.delimited import text_tables
from auditor.register.table import MOST_BYTES, TableError
from auditor.thai.site_columns import SITE_COLUMNS, site_column
from auditor.urls import canonical, typed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from auditor.register.table import Row

_TEXT = (".csv", ".tsv", ".txt")
_SEVERAL = re.compile(r"[;|,]")
_SITE = re.compile(r"site\[(\d+)\](?:\.(.+))?")
_KEYS = ", ".join(key for key, _ in SITE_COLUMNS)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where a site of a list stands."""

    file: str
    where: str  # `row 3` or `site[2]`
    joint: str  # between that and a key

    def key(self, name: str | None) -> str:
        """The place of one of its keys."""
        return f"{self.where}{self.joint}{name}" if name else self.where


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteLists:
    """The sites of all lists, in order, and what is wrong with the files."""

    sites: tuple[SiteTable, ...]
    complaints: tuple[Complaint, ...]
    places: tuple[_Place, ...]  # of each site
    before: int = 0  # sites of the configuration itself, which come first

    def among(self, sites: tuple[SiteTable, ...]) -> SiteLists:
        """The same as the last ones of all sites of a configuration."""
        return replace(self, before=len(sites) - len(self.sites))

    def placed(self, complaints: Iterable[Complaint]) -> Iterator[Complaint]:
        """The same complaints, those on `site[N]` of a list with the file and row of that site."""
        for each in complaints:
            found = _SITE.match(each.where)
            place = self._place(int(found[1])) if found else None
            file, where = (place.file, place.key(found[2])) if found and place else (each.file, each.where)
            yield replace(each, file=file, where=where, problem=_SITE.sub(self._named, each.problem))

    def doubled(self, sites: tuple[SiteTable, ...], file: str) -> Iterator[Complaint]:
        """Sites of lists whose address another site has."""
        first: dict[str, int] = {}
        for number, site in enumerate(sites):
            try:
                key = canonical(typed(site.url))
            except ValueError:
                continue  # said elsewhere
            if first.setdefault(key, number) != number and number >= self.before:
                problem = f"is also the address of site[{first[key]}]"
                yield Complaint(file=file, where=f"site[{number}].url", problem=problem, mend="leave one of them out")

    def _place(self, number: int) -> _Place | None:
        return self.places[number - self.before] if number >= self.before else None

    def _named(self, found: re.Match[str]) -> str:
        place = self._place(int(found[1]))
        return f"{place.file}: {place.key(found[2])}" if place else found[0]


def read_lists(files: tuple[Path, ...]) -> SiteLists:
    """The sites of these lists; files that cannot be used are complaints."""
    sites: list[SiteTable] = []
    places: list[_Place] = []
    complaints: list[Complaint] = []
    for file in files:
        read = _of_toml if file.suffix.lower() == ".toml" else _of_table
        try:
            for site, place, said in read(file):
                sites.append(_beside(site, file.absolute().parent))
                places.append(place)
                complaints += said
        except ComplaintsError as exc:
            complaints += exc.complaints
    return SiteLists(sites=tuple(sites), complaints=tuple(complaints), places=tuple(places))


@dataclass(frozen=True, slots=True, kw_only=True)
class _List:
    site: tuple[SiteTable, ...] = ()


_Site = tuple[SiteTable, _Place, tuple[Complaint, ...]]


def _of_toml(file: Path) -> Iterator[_Site]:
    found, complaints = examine_toml(read_text(file), _List, str(file))
    if found is None or not found.site:
        nothing = Complaint(file=str(file), where="", problem="names no site", mend="add a [[site]] with its url")
        raise ComplaintsError(complaints or (nothing,))
    for number, site in enumerate(found.site):
        place = _Place(file=str(file), where=f"site[{number}]", joint=".")
        yield site, place, () if number else complaints


def _of_table(file: Path) -> Iterator[_Site]:
    complain = partial(Complaint, file=str(file))
    if file.suffix.lower() not in _TEXT:
        mend = "save it as CSV (.csv), or write a .toml with [[site]] tables"
        raise ComplaintsError((complain(where="", problem="is no list of sites", mend=mend),))
    try:
        head, rows = _table(file)
    except TableError as exc:
        raise ComplaintsError((complain(where=exc.where, problem=exc.problem, mend=exc.mend),)) from exc
    columns = [site_column(cell.text) for cell in head.cells]
    wrong = tuple(_wrong_headings(head, columns, complain))
    if "url" not in columns or not rows:
        lacks = "has no column for the url" if rows else "names no site"
        raise ComplaintsError((*wrong, complain(where=f"row {head.number}", problem=lacks, mend=f"known: {_KEYS}")))
    for number, row in enumerate(rows):
        place = _Place(file=str(file), where=f"row {row.number}", joint=", ")
        site = _site(row, columns)
        missing = () if site.url else (complain(where=place.key("url"), problem="is missing", mend=""),)
        yield site, place, (*missing, *(() if number else wrong))


def _table(file: Path) -> tuple[Row, tuple[Row, ...]]:
    """The headings and the rows of a list, under the delimiter by which it names an address.

    Raises:
        TableError: it is no table.
    """
    tables = [
        rows
        for every in text_tables(read_bytes(file, most=MOST_BYTES))
        if (rows := tuple(row for row in every if not row.remark))
    ]
    if not tables:
        raise TableError("is empty", f"begin with a row of headings: {_KEYS}")
    best = next((rows for rows in tables if "url" in map(site_column, _texts(rows[0]))), tables[0])
    return best[0], best[1:]


def _texts(row: Row) -> Iterator[str]:
    return (cell.text for cell in row.cells)


def _wrong_headings(head: Row, columns: list[str | None], complain: partial[Complaint]) -> Iterator[Complaint]:
    for place, text in enumerate(_texts(head)):
        where = f"row {head.number}"
        if columns[place] is None and text:
            known = [name for _, names in SITE_COLUMNS for name in names]
            mend = nearest(text, known) or f"known: {_KEYS}"
            yield complain(where=where, problem=f'"{text}" is no heading of a list of sites', mend=mend)
        elif columns[place] not in {None, "tags"} and columns.index(columns[place]) != place:
            yield complain(where=where, problem=f'"{text}" stands there twice', mend="leave one of them out")


def _site(row: Row, columns: list[str | None]) -> SiteTable:
    def told(key: str) -> str:
        return next((row.cell(place).text for place, column in enumerate(columns) if column == key), "")

    def several(key: str) -> tuple[str, ...]:
        cells = (row.cell(place).text for place, column in enumerate(columns) if column == key)
        return tuple(word for cell in cells for part in _SEVERAL.split(cell) if (word := part.strip()))

    return SiteTable(
        url=told("url"),
        id=told("id"),
        name=told("name") or None,
        also=several("also"),
        unit_type=told("unit_type") or None,
        province=told("province") or None,
        district=told("district") or None,
        tags=several("tags"),
        packs=several("packs"),
        register=_path(told("register")),
        reviews=_path(told("reviews")),
        schedule=SiteSchedule(cron=told("cron") or None, window=told("window") or None),
    )


def _path(text: str) -> Path | None:
    return Path(text) if text else None


def _beside(site: SiteTable, folder: Path) -> SiteTable:
    """The same with its files seen from the folder of the list."""
    return replace(
        site, register=site.register and folder / site.register, reviews=site.reviews and folder / site.reviews
    )
