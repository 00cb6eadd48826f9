"""Registers written by hand, as CSV text and as workbooks."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook

from auditor.errors import DataFileError
from auditor.register import read_register
from auditor.rulebook import load_rulebook

if TYPE_CHECKING:
    from pathlib import Path

    from auditor.register import Register
    from auditor.rules import Vocabulary

THAI = "เรื่อง,เจ้าของข้อมูล,ผู้อนุมัติ,ผู้ดูแลเว็บไซต์,ลิงก์,ข้อมูลตั้งแต่วันที่,ข้อมูลถึงวันที่,วันที่เผยแพร่,วันสิ้นสุดการเผยแพร่,สถานะ"


@lru_cache(maxsize=1)
def words() -> Vocabulary:
    return load_rulebook().vocabulary


def csv_file(folder: Path, text: str | bytes, name: str = "register.csv") -> Path:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def workbook(folder: Path, *rows: tuple[Any, ...], name: str = "register.xlsx") -> Path:
    book = Workbook()
    for row in rows:
        book.active.append(row)  # type: ignore[union-attr]  # a new book has a sheet
    path = folder / name
    book.save(path)
    return path


def read(path: Path) -> Register:
    return read_register(path, words())


def mistakes(path: Path) -> list[str]:
    """What is wrong with a register, without the name of its file."""
    try:
        read(path)
    except DataFileError as exc:
        return [str(each).removeprefix(f"{path}: ") for each in exc.complaints]
    return []
