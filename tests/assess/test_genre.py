"""What kind of paper a target is (REQUIREMENTS.md 1.1): never a memo or a request form in place of the thing."""

from __future__ import annotations

import pytest

from auditor.assess.genre import genre_of, substance_of
from auditor.rules import Genre
from tests.assess.building import AGENCY, heading, text
from tests.assess.looking import lexicon, paper, passage

MEMO = (
    "บันทึกข้อความ\nส่วนราชการ สำนักงานสาธารณสุขอำเภอบึงทอง โทร. 0 4300 0000\nที่ รอ 1233/12 วันที่ 25 ธันวาคม 2566\n"
    "เรื่อง ขออนุญาตเผยแพร่แผนปฏิบัติราชการ ประจำปีงบประมาณ พ.ศ. 2567 บนเว็บไซต์ของหน่วยงาน\n"
    "เรียน สาธารณสุขอำเภอบึงทอง\nจึงเรียนมาเพื่อโปรดพิจารณา"
)
LETTER = (
    "ที่ รอ 1233/12\nสำนักงานสาธารณสุขอำเภอบึงทอง\n25 ธันวาคม 2566\nเรื่อง ส่งแผนปฏิบัติราชการ ปีงบประมาณ พ.ศ. 2567\n"
    "เรียน ผู้อำนวยการโรงพยาบาลส่งเสริมสุขภาพตำบลทุกแห่ง\nสิ่งที่ส่งมาด้วย แผนปฏิบัติราชการ จำนวน 1 ฉบับ\n"
    "จึงเรียนมาเพื่อทราบและถือปฏิบัติ\nขอแสดงความนับถือ"
)
FORM = (
    "แบบฟอร์มการขอเผยแพร่ข้อมูลผ่านเว็บไซต์ของหน่วยงานในราชการบริหารส่วนภูมิภาค\nสำนักงานปลัดกระทรวงสาธารณสุข\n"
    "ชื่อหน่วยงาน : สำนักงานสาธารณสุขอำเภอบึงทอง\nวัน/เดือน/ปี : 25 ธันวาคม 2566\nหัวข้อ : แผนปฏิบัติราชการ 2567\n"
    "รายละเอียดข้อมูล : ตามเอกสารแนบ\nLink ภายนอก : ไม่มี\nหมายเหตุ : -"
)


def without_marks(words: str) -> str:
    """As a PDF shows it that lost its tone marks and silencers (THAI_WEB.md 6.1, N5)."""
    return "".join(sign for sign in words if not "\u0e47" <= sign <= "\u0e4c")


PLAN = f"แผนปฏิบัติราชการ ประจำปีงบประมาณ พ.ศ. 2567\n{AGENCY}\nโครงการเฝ้าระวังโรค"
REPORT = f"รายงานผลการปฏิบัติราชการ รอบ 6 เดือน\n{AGENCY}"

KINDS = [
    pytest.param(MEMO, Genre.MEMO, id="memo"),
    pytest.param(MEMO.replace("บันทึกข้อความ", "บันทึก ข้อความ"), Genre.MEMO, id="memo-with-a-blank"),
    pytest.param(without_marks(MEMO), Genre.MEMO, id="memo-that-lost-its-marks"),
    pytest.param(MEMO.replace("ำ", "า"), Genre.MEMO, id="memo-that-lost-its-nikhahit"),
    pytest.param(LETTER, Genre.MEMO, id="covering-letter"),
    pytest.param(FORM, Genre.REQUEST_FORM, id="request-form"),
    pytest.param(without_marks(FORM), Genre.REQUEST_FORM, id="form-that-lost-its-marks"),
    pytest.param(FORM.replace("ส่วนภูมิภาค", "ส่วนกลาง"), Genre.REQUEST_FORM, id="form-of-central-administration"),
    pytest.param(f"คำสั่ง{AGENCY}\nที่ 5/2567\nเรื่อง แต่งตั้งผู้ดูแลเว็บไซต์", Genre.ORDER, id="order"),
    pytest.param(f"คําสั่ง{AGENCY}\nที่ ๕/๒๕๖๗", Genre.ORDER, id="order-in-two-code-points"),
    pytest.param(f"ประกาศ{AGENCY}\nเรื่อง แนวทางการเผยแพร่ข้อมูล", Genre.ANNOUNCEMENT, id="announcement"),
    pytest.param(f"คำรับรองการปฏิบัติราชการ\n{AGENCY}", Genre.AGREEMENT, id="agreement"),
    pytest.param(PLAN, Genre.PLAN, id="plan"),
    pytest.param(REPORT, Genre.REPORT, id="report"),
    pytest.param("คู่มือการปฏิบัติงาน\nเรื่อง การเบิกจ่าย", Genre.MANUAL, id="manual"),
    pytest.param("พระราชบัญญัติ\nการสาธารณสุข พ.ศ. 2535", Genre.LAW, id="law"),
    pytest.param("หน้า ๑ เล่ม ๑๓๔ ตอนที่ ๑๐ ก ราชกิจจานุเบกษา", Genre.LAW, id="gazette"),
    pytest.param("แผนที่ตั้งสำนักงาน", Genre.OTHER, id="map-is-no-plan"),
    pytest.param("แผนกผู้ป่วยนอก", Genre.OTHER, id="section-is-no-plan"),
    pytest.param("ยินดีต้อนรับ", Genre.OTHER, id="nothing-of-these"),
    pytest.param(f"{PLAN}\nตามบันทึกข้อความที่ รอ 1233/12", Genre.PLAN, id="plan-that-cites-a-memo"),
    pytest.param(f"{PLAN}\nอาศัยอำนาจตามพระราชบัญญัติระเบียบบริหารราชการแผ่นดิน", Genre.PLAN, id="plan-that-cites-a-law"),
    pytest.param("แบบฟอร์มการขอเผยแพร่ข้อมูล\nดาวน์โหลดที่นี่", Genre.OTHER, id="only-the-forms-name"),
    pytest.param("บันทึกข้อตกลงความร่วมมือ\nระหว่าง สสอ. กับ รพ.", Genre.AGREEMENT, id="memorandum-is-no-memo"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "genre"), KINDS)
def test_a_paper_is_what_its_own_first_words_say(words: str, genre: Genre) -> None:
    assert genre_of(words, lexicon()) is genre


SIGNATURES = "ลงชื่อ ........................\n(นายปิติ ชูใจ)\nนักวิชาการสาธารณสุข"
FILES = [
    pytest.param((PLAN,), (1,), Genre.PLAN, id="the-thing-alone"),
    pytest.param((MEMO, PLAN), (2,), Genre.PLAN, id="memo-first"),
    pytest.param((MEMO, PLAN, FORM), (2,), Genre.PLAN, id="memo-thing-and-form"),
    pytest.param((FORM, MEMO, PLAN, REPORT), (3, 4), Genre.PLAN, id="two-things-behind"),
    pytest.param((MEMO, SIGNATURES, PLAN), (3,), Genre.PLAN, id="memo-of-two-pages"),
    pytest.param((MEMO, SIGNATURES), (), Genre.MEMO, id="only-a-memo-of-two-pages"),
    pytest.param((MEMO,), (), Genre.MEMO, id="only-a-memo"),
    pytest.param((FORM,), (), Genre.REQUEST_FORM, id="only-a-form"),
    pytest.param((FORM, FORM), (), Genre.REQUEST_FORM, id="only-forms"),
]


@pytest.mark.parametrize(("pages", "left", "genre"), FILES)
def test_a_combined_file_is_told_apart_page_by_page(
    pages: tuple[str, ...], left: tuple[int, ...], genre: Genre
) -> None:
    substance = substance_of(paper(*pages), lexicon())
    assert substance.passage.pages == left
    assert substance.genre is genre
    assert substance.memo is any(page.startswith("บันทึกข้อความ") for page in pages)
    assert substance.request_form is (FORM in pages)


def test_blank_pages_between_keep_the_true_page_numbers() -> None:
    substance = substance_of(paper(MEMO, "", PLAN), lexicon())
    assert substance.passage.pages == (3,)


def test_a_page_of_the_site_that_reads_like_a_memo_is_one() -> None:
    where = passage(*map(text, MEMO.splitlines()), title="แผนปฏิบัติราชการ")
    substance = substance_of(where, lexicon())
    assert substance.memo
    assert substance.passage.blocks == ()


def test_a_page_that_tells_the_thing_is_kept_whole() -> None:
    where = passage(heading("แผนปฏิบัติราชการ"), text(PLAN), title="แผนปฏิบัติราชการ")
    assert substance_of(where, lexicon()).passage == where
