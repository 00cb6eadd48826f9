"""Header fields that tell about a body."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from auditor.crawl.headers import content_disposition_name, content_type, last_modified
from tests.shared_data import conformance


def test_file_names_are_read_as_the_suite_says() -> None:
    cases = json.loads((conformance("own-content-disposition") / "cases.json").read_text(encoding="utf-8"))
    assert [case for case in cases if content_disposition_name(case["header"]) != case["name"]] == []


@pytest.mark.parametrize(
    ("header", "name"),
    [
        pytest.param('inline; filename="ประกาศ.pdf"', "ประกาศ.pdf", id="utf-8"),
        pytest.param("attachment; filename=" + "แผน".encode("cp874").decode("latin-1") + ".doc", "แผน.doc", id="874"),
        pytest.param("attachment; filename=plain.pdf; size=3", "plain.pdf", id="token"),
        pytest.param('attachment; filename="a\u202efdp.exe\x1b"', "afdp.exe", id="controls-removed"),
        pytest.param("attachment; filename*=UTF-8''%FF%FE; filename=b.pdf", "b.pdf", id="broken-extended"),
        pytest.param("attachment; filename*=evil''x; filename=b.pdf", "b.pdf", id="unknown-charset"),
        pytest.param("attachment", None, id="none"),
        pytest.param("", None, id="empty"),
    ],
)
def test_a_file_name_is_shown_without_path_and_controls(header: str, name: str | None) -> None:
    """RELIABILITY 23: names from the network are only shown."""
    assert content_disposition_name(header) == name


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ('Text/HTML; Charset="TIS-620"', ("text/html", "tis-620")),
        ("application/pdf", ("application/pdf", None)),
        ("text/html;charset=utf-8;x=y", ("text/html", "utf-8")),
        ("nonsense", (None, None)),
        ("", (None, None)),
        (None, (None, None)),
    ],
)
def test_a_content_type_is_type_and_charset(header: str | None, kind: tuple[str | None, str | None]) -> None:
    assert content_type(header) == kind


@pytest.mark.parametrize(
    ("header", "moment"),
    [
        ("Wed, 21 Oct 2015 07:28:00 GMT", datetime(2015, 10, 21, 7, 28, tzinfo=UTC)),
        ("Wednesday, 21-Oct-15 07:28:00 GMT", datetime(2015, 10, 21, 7, 28, tzinfo=UTC)),
        ("Wed Oct 21 07:28:00 2015", datetime(2015, 10, 21, 7, 28, tzinfo=UTC)),
        ("Wed, 21 Oct 2015 07:28:00 +0700", datetime(2015, 10, 21, 0, 28, tzinfo=UTC)),
        ("Fri, 31 Dec 9999 23:59:59 -0700", None),
        ("yesterday", None),
        (None, None),
    ],
)
def test_http_dates_in_all_three_forms_are_read(header: str | None, moment: datetime | None) -> None:
    assert last_modified(header) == moment
