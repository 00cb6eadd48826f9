"""History and differences as lines: complete, in both languages, harmless whatever a website says."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from rich.cells import cell_len

from auditor.config import Lang
from auditor.findings import Changes, PackUsed, Status, StatusChange
from auditor.items import DateFrom, FileSize, Item, ItemKind, Published
from auditor.past import AuditLine, Difference, Flip, ItemChange
from auditor.report.difference import difference_lines, flip_lines
from auditor.report.history import history_lines, sparkline
from auditor.report.messages import Messages
from auditor.report.past_json import difference_json, history_json
from tests.report import sample

MESSAGES = Messages.load()
ITEM = Item(key="k", url="http://x.go.th/a\x1b[31m", title="แผน\u202e", kind=ItemKind.DOCUMENT, listed_on=())


def line(number: int, percent: float | None = 50.0, *, complete: bool = True) -> AuditLine:
    return AuditLine(
        run=f"run-{number}",
        started_at=datetime(2024, 6, 1, tzinfo=UTC) + timedelta(days=number),
        as_of=date(2024, 6, 1) + timedelta(days=number),
        percent=percent,
        complete=complete,
        has_text=True,
        counts=((Status.PASS, number), (Status.FAIL, 1234)),
        findings=7,
    )


def difference() -> Difference:
    one, two, three, *_ = sample.findings()
    before, after = sample.verdicts()[:2]
    pack = sample.audit().packs[0]
    return Difference(
        before=replace(sample.audit(), as_of=date(2024, 6, 8)),
        after=replace(sample.audit(), coverage=replace(sample.audit().coverage, complete=True)),
        changes=Changes(since=date(2024, 6, 8), run="r", fixed=(three,), unseen=(one,)),
        flips=(Flip(before=before, after=after, worse=True),),
        new=(one,),
        regressed=(two,),
        still_open=(replace(one, first_seen=date(2024, 5, 15)), replace(one, first_seen=None)),
        published=(ITEM,),
        changed=(ItemChange(before=ITEM, after=ITEM),),
        taken_down=(ITEM,),
        expired=(replace(ITEM, expires=date(2024, 6, 12)),),
        rules=((pack, PackUsed(id=pack.id, version="2567.2", sha256="y", title=pack.title)),),
    )


@pytest.mark.parametrize("lang", Lang)
def test_every_audit_has_its_row_in_columns(lang: Lang) -> None:
    audits = [line(1, 12.5), line(2, None, complete=False), line(3, 100.0)]
    name, head, *rows = history_lines("x", audits, MESSAGES, lang)
    assert name == "x"
    assert [f"run-{number}" in row for number, row in enumerate(rows[:3], start=1)] == [True] * 3
    starts = {cell_len(row[: row.index("run-")]) for row in rows[:3]}
    assert len(starts) == 1
    assert "1,234" in rows[0]
    assert head
    assert rows[-2].endswith("▂·█")
    assert [part in rows[-1] for part in ("2", "12.5", "100.0")] == [True] * 3


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("width", [80, 120])
def test_a_year_of_nights_fits_into_the_terminal(lang: Lang, width: int) -> None:
    nights = [
        replace(
            line(1, 100.0, complete=bool(number % 7)),
            run=f"{day:%Y%m%d}T190000Z-0b5449",
            as_of=day,
            counts=tuple((status, 59) for status in Status),
        )
        for number, day in ((number, date(2024, 1, 1) + timedelta(days=number)) for number in range(365))
    ]
    lines = list(history_lines("x", nights, MESSAGES, lang, width))
    assert max(map(cell_len, lines)) <= width
    rows = lines[2:367]
    assert [f"{night.as_of:%Y%m%d}T190000Z" in row for night, row in zip(nights, rows, strict=True)] == [True] * 365
    assert len({cell_len(row[: row.index("T190000Z")]) for row in rows}) == 1


def test_a_narrow_table_says_what_its_signs_mean() -> None:
    lines = list(history_lines("x", [line(1, 12.5), line(2, None, complete=False)], MESSAGES, Lang.TH, 70))
    assert "✓  ◐      ✗  ?  –" in lines[1]
    assert [each.endswith(" *") for each in lines[2:4]] == [False, True]
    assert lines[4:6] == ["✓ ผ่าน   ◐ ผ่านบางส่วน   ✗ ไม่ผ่าน   ? รอพิจารณา   – ตรวจสอบไม่ได้", "* ตรวจสอบไม่ครบ"]


def test_without_a_score_there_is_no_course() -> None:
    assert list(history_lines("x", [line(1, None)], MESSAGES, Lang.EN))[-1] == "There is no score yet"


def test_what_changed_of_an_item_is_told_with_what_it_was() -> None:
    before = replace(ITEM, title="แผนเก่า")
    now = replace(
        ITEM,
        title="แผนใหม่",
        published=Published(day=date(2024, 6, 1), quote="1 มิ.ย. 67", origin=DateFrom.PAGE),
        file_size=FileSize(actual_bytes=2048),
    )
    told = replace(difference(), changed=(ItemChange(before=before, after=now),))
    lines = list(difference_lines(told, MESSAGES, Lang.TH))
    at = next(number for number, each in enumerate(lines) if each.startswith("รายการข้อมูลที่เปลี่ยนแปลง"))
    assert lines[at + 1].startswith("  แผนใหม่  ")
    assert lines[at + 2 : at + 5] == [
        "    ชื่อรายการ: แผนเก่า → แผนใหม่",
        "    วันที่เผยแพร่: – → 1 มิถุนายน 2567",
        "    ขนาดไฟล์: – → 2.0 KB",
    ]


@pytest.mark.parametrize(
    ("percents", "shown"),
    [((), ""), ((0.0, 100.0), "▁█"), ((None, 50.0, 49.9), "·▅▄"), ((12.4, 12.5, 99.9), "▁▂█")],
)
def test_the_course_has_one_sign_for_each_score(percents: tuple[float | None, ...], shown: str) -> None:
    assert sparkline(percents) == shown


@pytest.mark.parametrize(
    ("lang", "parts"),
    [
        (
            Lang.TH,
            (
                "พบใหม่ (1)",
                "กลับมาพบอีก (1)",
                "แก้ไขแล้ว (1)",
                "ยังคงอยู่ (2)",
                "31 วัน",
                "เผยแพร่เพิ่ม (1)",
                "นำออก (1)",
                "พ้นกำหนดแล้วแต่ยังเผยแพร่อยู่ (1)",
                "12 มิถุนายน 2567",
            ),
        ),
        (
            Lang.EN,
            (
                "New findings (1)",
                "came back (1)",
                "Fixed findings (1)",
                "still open (2)",
                "31 days",
                "2567.2",
                "12 Jun 2024",
            ),
        ),
    ],
)
def test_a_difference_tells_every_part(lang: Lang, parts: tuple[str, ...]) -> None:
    text = "\n".join(difference_lines(difference(), MESSAGES, lang))
    assert [part for part in parts if part not in text] == []
    assert sample.verdicts()[1].evidence[0].quote[:20] in text
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_a_difference_for_programs_has_every_part() -> None:
    told = json.loads(difference_json(difference(), MESSAGES))
    assert (told["schema"], told["site"]) == ("auditor/diff/1", sample.audit().site.id)
    assert {name: len(entries) for part in ("findings", "items") for name, entries in told[part].items()} == {
        "new": 1, "regressed": 1, "fixed": 1, "open": 2, "unseen": 1,
        "published": 1, "changed": 1, "taken_down": 1, "expired": 1,
    }  # fmt: skip
    (moved,) = told["requirements"]
    assert (moved["from"], moved["to"], moved["worse"]) == (*(each.status for each in sample.verdicts()[:2]), True)
    assert moved["before"]["evidence"][0]["quote"] == sample.verdicts()[0].evidence[0].quote
    assert told["items"]["expired"][0]["expires"] == "2024-06-12"
    assert (told["rules"][0]["to"], told["before"]["as_of"]) == ("2567.2", "2024-06-08")


def test_a_history_for_programs_has_every_audit() -> None:
    told = json.loads(history_json("x", [line(1, 12.5), line(2, None, complete=False)]))
    assert (told["schema"], told["site"]) == ("auditor/history/1", "x")
    first, second = told["audits"]
    assert (first["run"], first["percent"], first["counts"]["fail"], first["findings"]) == ("run-1", 12.5, 1234, 7)
    assert (second["percent"], second["complete"], second["as_of"]) == (None, False, "2024-06-03")


def test_where_nothing_is_different_that_is_said() -> None:
    same = replace(
        difference(),
        changes=Changes(since=date(2024, 6, 8), run="r"),
        flips=(), new=(), regressed=(), still_open=(), published=(), changed=(), taken_down=(), expired=(),
        rules=(),
    )  # fmt: skip
    assert len(list(difference_lines(same, MESSAGES, Lang.EN))) == 2


def test_a_flip_is_one_line() -> None:
    change = StatusChange(requirement="1.1.fax", before=Status.PASS, after=Status.FAIL)
    assert list(flip_lines([change], MESSAGES, Lang.EN)) == ["  1.1.fax: Met → Not met"]
