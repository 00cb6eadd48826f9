"""Numbers that look like dates or years and are none: order and letter numbers, telephones, laws, copyright."""

from __future__ import annotations

import re

from auditor.thai.date_text import Form
from auditor.thai.months import MONTH

_TELEPHONE = r"(?:โทร(?:ศัพท์|สาร|\.)?|เบอร์|แฟ็?กซ์|สายด่วน|มือถือ|(?<![a-z])(?:tel|fax|phone|mobile|call))"
_LAW = (
    r"(?:พ\.?\s?ร\.?\s?บ\.?|พระราช(?:บัญญัติ|กำหนด|กฤษฎีกา)|กฎกระทรวง|กฏกระทรวง|ระเบียบ|ข้อบังคับ|รัฐธรรมนูญ|ประมวล"
    r"|ว่าด้วย|(?:ฉบับ|ครั้ง)ที่\s?\d{1,3}\)?)"
)

# Before anything is read.
NAME_TRAPS: tuple[Form, ...] = (
    Form("monthly-summary", re.compile(r"สขร\s?\.?\s?1(?!\d)")),  # แบบ สขร.1 เดือน ตุลาคม is no first of October
    # ฉบับที่ 5/มีนาคม 2567: an issue of a month.
    Form("issue-of-month", re.compile(rf"(?:ฉบับ|ครั้ง|เล่ม|งวด)ที่\s?\d{{1,3}}(?=\s?/\s?{MONTH})")),
)
# Before figures are read.
NUMBER_TRAPS: tuple[Form, ...] = (
    Form("telephone", re.compile(rf"{_TELEPHONE}[ก-๎a-z]{{0,20}}[\s.:()]{{0,4}}\d[\d\s.,()\-/]{{0,40}}")),
    Form("landline", re.compile(r"(?<![\d/.\-])0[\s\-]?\d{1,4}[\s\-.]?\d{3,4}(?:[\s\-.]\d{3,4}){0,2}(?![\d/])")),
    # คำสั่งที่ 12/2567, ครั้งที่ 1/2567: a running number of a year.
    Form(
        "number-of-year",
        re.compile(r"(?<!วัน)(?:ที่|เลขที่|no\.?|#)\s?[ก-๎.\s]{0,6}\d{1,7}\s?/\s?\d{2,4}(?![\d/]|\s/\s?\d{4})"),
    ),
    Form("circular", re.compile(r"(?<![\d/.])\d{1,5}(?:\.\d{1,3}){0,4}/(?:ว\s?)?\d{1,6}(?![\d/])")),
    # มาตรา 9 (8), ข้อ 1.10, เวอร์ชัน 2.0, O12.1
    Form(
        "clause", re.compile(r"(?:มาตรา|ข้อ|หมวด|เวอร์ชั่?น|version|(?<![a-z])[vo])\s?\d{1,3}(?:\.\d{1,3}){0,4}(?![\d/])")
    ),
    # อายุ 60 ปี, ปี 60
    Form("id-number", re.compile(r"(?<!\d)\d[\s\-]\d{4}[\s\-]\d{5}[\s\-]\d{2}[\s\-]\d(?!\d)")),
    Form("long-number", re.compile(r"(?<![\d/])\d{10,13}(?!\d)")),
)
# Before a year alone is read.
YEAR_TRAPS: tuple[Form, ...] = (
    Form("copyright", re.compile(r"(?:©|\(c\)|copyright|ลิขสิทธิ์)[^\n\d]{0,60}\d{4}(?:\s?-\s?\d{4})?")),
    Form(
        "law",
        re.compile(rf"{_LAW}[^\n]{{0,150}}?(?<!ปี)(?<!ปี )(?:พ\s?\.?\s?ศ\s?\.?|พุทธศักราช)\s?\d{{4}}(?!\d|\s?-\s?\d)"),
    ),
    Form("law-short", re.compile(rf"{_LAW}\s?(?:[ก-๎]{{0,40}}\s?)?(?<!ปี)(?<!ปี )2[45]\d\d(?!\d|\s?-\s?\d)")),
)
