"""The papers of the district office: what its download component keeps, and what its image buttons lead to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.sites import office, oldfiles
from tests.sites.office import Office
from tests.sites.paper_files import pages_of
from tests.sites.papers import Paper, pdf

if TYPE_CHECKING:
    from collections.abc import Callable

OFFICE = Office(
    name="สำนักงานสาธารณสุขอำเภอทุ่งกระเจียว",
    short="สสอ.ทุ่งกระเจียว",
    province="จังหวัดศรีลำดวน",
    reference="ศล ๐๙๓๒",
    head="นายบุญส่ง แก้วมณี",
    head_title="สาธารณสุขอำเภอทุ่งกระเจียว",
    superior="นายแพทย์สาธารณสุขจังหวัดศรีลำดวน",
    phone="0 4599 0451",
    services=("การแพทย์ฉุกเฉินชุมชน", "ผู้สูงอายุสุขภาพดี", "ควบคุมโรคไข้เลือดออก", "คุ้มครองผู้บริโภคในชุมชน"),
)
PROVINCE = Office(
    name="สำนักงานสาธารณสุขจังหวัดศรีลำดวน",
    short="สสจ.ศรีลำดวน",
    province="จังหวัดศรีลำดวน",
    reference="ศล ๐๐๓๓",
    head="นายแพทย์ชาญชัย วรรณศิริ",
    head_title="นายแพทย์สาธารณสุขจังหวัดศรีลำดวน",
    superior="ผู้ว่าราชการจังหวัดศรีลำดวน",
    phone="0 4599 0001",
    services=("ระบบบริการสุขภาพ", "สุขภาพดิจิทัล", "โรคไม่ติดต่อเรื้อรัง", "คุ้มครองผู้บริโภค", "กำลังคนด้านสุขภาพ"),
)
ITA = "/images/ITA2569/"
KINDS = {
    "pdf": "application/pdf",
    "doc": "application/msword",
    "xls": "application/vnd.ms-excel",
    "rar": "application/x-rar-compressed",
}
STEPS = (
    ("รับเรื่องและตรวจสอบคำขอ", "30 นาที"),
    ("ออกตรวจสถานที่ร่วมกับ อปท.", "3 วันทำการ"),
    ("สรุปผลและเสนอสาธารณสุขอำเภอลงนาม", "2 วันทำการ"),
    ("แจ้งผลผู้ยื่นคำขอ", "1 วันทำการ"),
)
TIMELESS = tuple((step, "") for step, _ in STEPS)
BUYS = (("วัสดุสำนักงาน 9 รายการ", 8_420), ("จ้างเหมาทำความสะอาด", 7_500))
WEBMASTER = ("นายวิทยา ศรีสุข", "นักวิชาการสาธารณสุขชำนาญการ")
SECOND = ("นางสาวจินตนา พรมดี", "เจ้าพนักงานสาธารณสุขชำนาญงาน")


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file of the download component and what its row says."""

    number: int
    alias: str
    label: str
    content: bytes
    kind: str = "pdf"
    day: str = ""  # as the component shows it; a former administrator switched it off for some
    note: str = ""

    @property
    def name(self) -> str:
        """What it is called on the disk."""
        return f"{self.alias}.{self.kind}"


def paper(title: str, *lines: str) -> Paper:
    """A paper of the office that follows no form."""
    return Paper((f"# {title}", f"# {OFFICE.name}", *lines, *office.signed(OFFICE)))


def blank(title: str, *lines: str) -> Paper:
    """A form to be filled in."""
    return Paper((f"# {title}", "เขียนที่........................", "ข้าพเจ้า........................อายุ.......ปี", *lines))


def lines_of(*made: Paper) -> list[list[str]]:
    """The lines of papers, in cells, as Word and Excel hold them."""
    return [line for page in pages_of(made) for line in page]


def order(*names: tuple[str, str], by: Office = OFFICE) -> Paper:
    """The order on who looks after the website; the head approves what goes there."""
    made = office.webmaster_order(by, "41/2565", "3 ตุลาคม พ.ศ. 2565", names)
    approver = f"ให้ {by.head} {by.head_title} เป็นผู้อนุมัติการเผยแพร่ข้อมูล"
    return Paper((*made.lines[:-5], approver, *made.lines[-5:]))


def law(title: str) -> Paper:
    """The beginning of a law."""
    return Paper((f"# {title}", f"มาตรา ๑ พระราชบัญญัตินี้เรียกว่า “{title}”", "มาตรา ๒ ให้ใช้บังคับตั้งแต่วันถัดจากวันประกาศ"))


def month(name: str, year: int, *, zero: bool = False) -> Paper:
    """The summary of a month."""
    return office.monthly_procurement(OFFICE, name, year, () if zero else BUYS)


KEPT_AS: dict[str, Callable[[Paper], bytes]] = {
    "pdf": pdf,
    "doc": lambda made: oldfiles.doc(lines_of(made)),
    "xls": lambda made: oldfiles.xls(lines_of(made)),
    "rar": lambda made: oldfiles.rar("annual68.pdf", pdf(made)),
}


def file(number: int, alias: str, label: str, made: Paper, day: str = "", note: str = "", kind: str = "pdf") -> File:
    """A paper as a file of the download component."""
    content = KEPT_AS[kind](made)
    return File(number=number, alias=alias, label=label, content=content, kind=kind, day=day, note=note)


ANNUAL = office.annual_report(OFFICE, 2568)
AGREEMENT = office.agreement(OFFICE, 2569)
ANNOUNCEMENT = office.announcement(OFFICE, "8 ธันวาคม พ.ศ. 2568")
MANUAL = office.manual(OFFICE, "การตรวจประเมินร้านอาหารและแผงลอยจำหน่ายอาหาร", TIMELESS)
CIO = Paper(
    (
        f"# คำสั่ง{PROVINCE.name}",
        "# ที่ ๑๘๘/๒๕๖๘ เรื่อง แต่งตั้งผู้บริหารเทคโนโลยีสารสนเทศระดับสูง (CIO) ระดับจังหวัด",
        "แต่งตั้ง นายแพทย์เชี่ยวชาญ (ด้านเวชกรรมป้องกัน) เป็นผู้บริหารเทคโนโลยีสารสนเทศระดับสูงประจำ สสจ.ศรีลำดวน",
        *office.signed(PROVINCE),
    )
)


PLANNER, FROM_PROVINCE = "เจ้าของข้อมูล : งานแผนงานและยุทธศาสตร์", "ที่มา : สสจ.ศรีลำดวน"
ROWS = (  # category, number, alias, kind, label, day, note
    (3, 31, "plan-cup-2569", "pdf", "แผนปฏิบัติการ คปสอ.ทุ่งกระเจียว ปีงบประมาณ 2569.pdf", "17 พฤศจิกายน 2568", PLANNER),
    (3, 30, "plan-cup-2568", "pdf", "แผนปฏิบัติการ คปสอ.ทุ่งกระเจียว ปีงบประมาณ 2568.pdf", "25 พฤศจิกายน 2567", PLANNER),
    (3, 32, "strategy-ssj", "pdf", "แผนยุทธศาสตร์สุขภาพ สสจ.ศรีลำดวน พ.ศ. 2566 - 2570", "9 มกราคม 2566", FROM_PROVINCE),
    (4, 33, "budget-2568", "xls", "แผนงาน โครงการ และงบประมาณ ปี 2568", "25 พฤศจิกายน 2567", ""),
    (5, 34, "annual-2568", "rar", "สรุปผลงานประจำปี 2568 สสอ.ทุ่งกระเจียว.rar", "20 มกราคม 2569", PLANNER),
    (5, 35, "annual-ssj-2568", "pdf", "รายงานประจำปี 2568 สสจ.ศรีลำดวน", "4 กุมภาพันธ์ 2569", FROM_PROVINCE),
    (8, 36, "form-vhv", "doc", "แบบคำขอขึ้นทะเบียน อสม.(doc)", "", ""),
    (8, 37, "form-food", "doc", "แบบคำขอรับการตรวจร้านอาหาร.doc", "", ""),
    (8, 38, "form-leave", "doc", "ใบลาพักผ่อน (สำหรับเจ้าหน้าที่).doc", "", ""),
    (
        9,
        39,
        "sop-food",
        "doc",
        "คู่มือการปฏิบัติงาน งานสุขาภิบาลอาหาร.doc",
        "15 ธันวาคม 2568",
        "เจ้าของข้อมูล : งานอนามัยสิ่งแวดล้อม",
    ),
    (9, 40, "sop-ssj", "pdf", "คู่มือการปฏิบัติงาน งานคุ้มครองผู้บริโภค สสจ.ศรีลำดวน", "11 มีนาคม 2567", FROM_PROVINCE),
    (10, 43, "skr1-0669", "pdf", "แบบ สขร.1 เดือน มิถุนายน 2569.pdf", "6 กรกฎาคม 2569", ""),
    (10, 42, "skr1-0569", "xls", "แบบ สขร.1 เดือน พฤษภาคม 2569.xls", "8 มิถุนายน 2569", ""),
    (10, 41, "skr1-0469", "pdf", "แบบ สขร.1 เดือน เมษายน 2569.pdf", "7 พฤษภาคม 2569", ""),
    (11, 45, "law-2535", "pdf", "พระราชบัญญัติการสาธารณสุข พ.ศ. 2535", "", "ราชกิจจานุเบกษา เล่ม 109 ตอนที่ 38"),
    (11, 46, "law-2558", "pdf", "พระราชบัญญัติโรคติดต่อ พ.ศ. 2558", "", "ราชกิจจานุเบกษา เล่ม 132 ตอนที่ 86 ก"),
    (11, 47, "law-2540", "pdf", "พรบ.ข้อมูลข่าวสารของราชการ 2540", "", ""),
    (11, 48, "law-vhv", "pdf", "ระเบียบกระทรวงสาธารณสุขว่าด้วย อสม. พ.ศ. 2554", "", ""),
    (12, 52, "cio-ssj", "pdf", "คำสั่ง สสจ. แต่งตั้ง CIO จังหวัด", "2 มิถุนายน 2568", FROM_PROVINCE),
    (12, 53, "meeting-ssj", "pdf", "หนังสือเชิญประชุมประจำเดือน สสจ.ศรีลำดวน", "21 กรกฎาคม 2569", FROM_PROVINCE),
)
EMPTY = 7  # the category of performance reports


def contents() -> dict[int, Paper]:
    """What the files hold, by their number."""
    return {
        31: office.action_plan(OFFICE, 2569),
        30: office.action_plan(OFFICE, 2568),
        32: office.strategy(PROVINCE, 2566, 2570),
        33: office.budget(OFFICE, 2568),
        34: ANNUAL,
        35: office.annual_report(PROVINCE, 2568),
        36: blank("แบบคำขอขึ้นทะเบียนเป็นอาสาสมัครสาธารณสุข"),
        37: blank("แบบคำขอรับการตรวจร้านอาหาร", "ชื่อร้าน............."),
        38: blank("ใบลาพักผ่อน"),
        39: MANUAL,
        40: office.manual(PROVINCE, "การอนุญาตสถานพยาบาล", STEPS),
        43: month("มิถุนายน", 2569),
        42: month("พฤษภาคม", 2569),
        41: month("เมษายน", 2569, zero=True),
        45: law("พระราชบัญญัติการสาธารณสุข พ.ศ. ๒๕๓๕"),
        46: law("พระราชบัญญัติโรคติดต่อ พ.ศ. ๒๕๕๘"),
        47: law("พระราชบัญญัติข้อมูลข่าวสารของราชการ พ.ศ. ๒๕๔๐"),
        48: law("ระเบียบกระทรวงสาธารณสุข ว่าด้วยอาสาสมัครสาธารณสุขประจำหมู่บ้าน พ.ศ. ๒๕๕๔"),
        52: CIO,
        53: Paper(("# บันทึกข้อความ", f"ส่วนราชการ {PROVINCE.name}", "เรื่อง ขอเชิญประชุม กวป. ประจำเดือนกรกฎาคม 2569")),
    }


def categories() -> dict[int, tuple[File, ...]]:
    """What stands in which category of the download component."""
    made = contents()
    kept: dict[int, tuple[File, ...]] = dict.fromkeys((*(row[0] for row in ROWS), EMPTY), ())
    for shelf, number, alias, kind, label, day, note in ROWS:
        kept[shelf] += (file(number, alias, label, made[number], day, note, kind),)
    return kept


def buttons() -> dict[str, Paper]:
    """What the image buttons of the ITA page lead to."""
    subject = "คู่มือสำหรับประชาชน"
    return {
        f"{ITA}M1_1.pdf": office.memo(OFFICE, "ประกาศแนวทางการเผยแพร่ข้อมูลต่อสาธารณะ", "8 ธันวาคม 2568"),
        f"{ITA}M1_2.pdf": Paper(ANNOUNCEMENT.lines, scanned=True),
        f"{ITA}M1_3.pdf": order(WEBMASTER),
        f"{ITA}M1_4.pdf": office.request_form(OFFICE, "ประกาศแนวทางการเผยแพร่ข้อมูล", "8 ธันวาคม 2568"),
        f"{ITA}M2_15.pdf": office.request_form(OFFICE, subject, "12 ธันวาคม 2568"),
        f"{ITA}M3.pdf": paper(
            "รายงานการวิเคราะห์ผลการจัดซื้อจัดจ้าง ปีงบประมาณ พ.ศ. 2568",
            "1. การวิเคราะห์ความเสี่ยง",
            "2. ปัญหาอุปสรรค",
            "3. ความสามารถในการประหยัดงบประมาณ",
            "4. แนวทางแก้ไข",
        ),
        f"{ITA}M9.pdf": paper("คู่มือการจัดการเรื่องร้องเรียน", "1. รับเรื่อง 1 วัน", "2. ตรวจสอบ 7 วัน", "3. แจ้งผล 15 วัน"),
        f"{ITA}M15.pdf": paper(
            "แผนปฏิบัติการป้องกันการทุจริต ปีงบประมาณ 2569", "|ที่|กิจกรรม|ระยะเวลา|", "|1|ประกาศเจตนารมณ์|พ.ย. 2568|"
        ),
    }
