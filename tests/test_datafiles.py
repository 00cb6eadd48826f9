"""Where the program's data lies."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from auditor.datafiles import reports_folder, rules_folder
from auditor.errors import DataFileError

if TYPE_CHECKING:
    from pathlib import Path


def test_rules_and_reports_are_found_without_being_told_where() -> None:
    assert (rules_folder() / "packs" / "moph-web-2567.toml").is_file()
    assert (reports_folder() / "messages" / "th" / "basics.toml").is_file()


def test_a_configured_folder_wins(tmp_path: Path) -> None:
    assert rules_folder(tmp_path) == tmp_path
    assert reports_folder(tmp_path) == tmp_path


def test_a_configured_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match="nowhere: is not there"):
        rules_folder(tmp_path / "nowhere")
