"""Items and forms made by hand."""

from __future__ import annotations

from datetime import date
from typing import Any

from auditor.config import Lang
from auditor.facts import Staff
from auditor.report.audit_reading import (
    FileSizeRead,
    FileTypeRead,
    ItemRead,
    PeriodRead,
    PublishedRead,
    SourceRead,
)
from auditor.report.form import FormWriter
from auditor.report.messages import Messages

UNIT = "สำนักงานสาธารณสุขอำเภอบึงแก้วงาม"
STAFF = Staff(
    head="นางวิไล งามตา สาธารณสุขอำเภอบึงแก้วงาม",
    webmasters=("นายปิติ ชูใจ เจ้าพนักงานสาธารณสุขชำนาญงาน", "นางสาวมานี รักเรียน"),
)
PLAN = ItemRead(
    url="https://www.x.go.th/%E0%B9%81%E0%B8%9C%E0%B8%99.pdf",
    title="แผนปฏิบัติราชการ ปีงบประมาณ พ.ศ. 2567",
    source=SourceRead(value="กลุ่มงานบริหารทั่วไป"),
    period=PeriodRead(from_=date(2023, 10, 1), to=date(2024, 9, 30)),
    published=PublishedRead(date_=date(2023, 12, 25)),
    file_type=FileTypeRead(shown=None, actual="pdf"),
    file_size=FileSizeRead(shown_bytes=None, actual_bytes=1258291),
)
BARE = ItemRead(url="https://www.x.go.th/a", title="คู่มือสำหรับประชาชน")
LONG = ItemRead(
    url="https://www.x.go.th/" + "%E0%B9%81%E0%B8%99" * 300,
    title="รายงานผลการดำเนินงานตามแผนปฏิบัติราชการ " * 50,
    source=SourceRead(value="กลุ่มงานบริหารทั่วไปและยุทธศาสตร์สาธารณสุข" * 20),
    period=PLAN.period,
    published=PLAN.published,
    file_type=PLAN.file_type,
    file_size=PLAN.file_size,
)


def writer(lang: Lang = Lang.TH, **more: Any) -> FormWriter:
    fields = {"unit": UNIT, "day": date(2023, 12, 25), "staff": STAFF, **more}
    return FormWriter(messages=Messages.load(thai_digits=True), lang=lang, **fields)
