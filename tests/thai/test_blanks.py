"""What a model paper leaves open."""

from __future__ import annotations

import pytest

from auditor.thai.blanks import blanks_in


@pytest.mark.parametrize(
    ("text", "open_places"),
    [
        pytest.param("ประกาศ(ชื่อหน่วยงาน)", 1, id="the agency's name"),
        pytest.param("คำสั่ง [ระบุชื่อส่วนราชการ] ที่ ๑/๒๕๖๙", 1, id="in square brackets"),
        pytest.param("ประกาศสำนักงานสาธารณสุขอำเภอ..........", 1, id="dots for the district"),
        pytest.param("โรงพยาบาล…………", 1, id="signs of three dots"),
        pytest.param("ณ วันที่ ..... เดือน ............ พ.ศ. ....", 1, id="the year"),
        pytest.param("ประจำปีงบประมาณ พ.ศ. ๒๕.... (ชื่อหน่วยงาน)", 2, id="the year begun, and the name"),
        pytest.param("ประจำปีงบประมาณ 25XX", 1, id="letters for the year"),
        pytest.param("ประกาศ ณ วันที่ ..... มกราคม พ.ศ. ๒๕๖๙", 0, id="a day that is written by hand"),
        pytest.param("ลงชื่อ.......................... (นายสมชาย ใจดี)", 0, id="a signature"),
        pytest.param("ประกาศสำนักงานสาธารณสุขอำเภอดอนพิกุล เรื่อง ...", 0, id="filled in"),
        pytest.param("แผนปฏิบัติราชการ ประจำปีงบประมาณ พ.ศ. 2569......... 1", 0, id="dots of a table of contents"),
        pytest.param("(ชื่อโครงการ) งบประมาณ ....", 0, id="the name of another thing"),
    ],
)
def test_open_places_of_models(text: str, open_places: int) -> None:
    assert len(blanks_in(text)) == open_places
