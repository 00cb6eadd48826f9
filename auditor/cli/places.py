"""Complaints about TOML files with the lines on which their keys stand."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.codec import read_text
from auditor.errors import ComplaintsError
from auditor.tomlplaces import Places

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditor.errors import Complaint

_NO_KEY = re.compile(r"(?:line \d|end of the file)")


def with_lines(complaints: Iterable[Complaint]) -> tuple[Complaint, ...]:
    """The same; a file that has changed or gone meanwhile, or is no TOML, has no lines."""

    @cache
    def places(file: str) -> Places:
        try:
            return Places(read_text(Path(file)))
        except ComplaintsError:
            return Places("")

    return tuple(
        replace(each, line=places(each.file).line(each.where))
        if each.file.lower().endswith(".toml") and each.where and not _NO_KEY.match(each.where)
        else each
        for each in complaints
    )
