"""The papers in the general hospital's files folder."""

from __future__ import annotations

from tests.sites import office
from tests.sites.office import Office
from tests.sites.papers import Paper

FILES = "/sites/default/files"
DAY = "18 ธันวาคม 2566"
OFFICE = Office(
    name="โรงพยาบาลเขาตะเคียน",
    short="รพ.เขาตะเคียน",
    province="อำเภอเมืองระนอง จังหวัดระนอง",
    reference="รน ๐๐๓๓.๒๐๑",
    head="นายแพทย์กฤติน อัครเดโช",
    head_title="ผู้อำนวยการโรงพยาบาลเขาตะเคียน",
    superior="นายแพทย์สาธารณสุขจังหวัดระนอง",
    phone="0 7799 1234",
    services=(
        "ระบบบริการผู้ป่วยอุบัติเหตุและฉุกเฉิน",
        "การดูแลผู้ป่วยโรคหลอดเลือดสมอง",
        "การผ่าตัดวันเดียวกลับ",
        "ระบบยาและความปลอดภัยของผู้ป่วย",
        "การพัฒนาระบบเทคโนโลยีสารสนเทศโรงพยาบาล",
    ),
)
STEPS = (
    ("รับใบสั่งตรวจและตรวจสอบสิทธิของผู้ป่วย", "5 นาที"),
    ("เตรียมผู้ป่วยและเก็บสิ่งส่งตรวจ", "15 นาที"),
    ("ตรวจวิเคราะห์และทวนสอบผล", "1 ชั่วโมง"),
    ("รายงานผลเข้าระบบและแจ้งแพทย์", "10 นาที"),
)
MASTERS = (("นายปฏิภาณ ศรีทอง", "นักวิชาการคอมพิวเตอร์ปฏิบัติการ"), ("นางสาวจุฑามาศ แก้วมณี", "เจ้าพนักงานโสตทัศนศึกษา"))
BUYS = (("วัสดุวิทยาศาสตร์การแพทย์", 184_500), ("ยาและเวชภัณฑ์ 21 รายการ", 412_000), ("จ้างซ่อมเครื่องปรับอากาศ", 8_560))
MONTHS = tuple(
    (number, month, 2566 if number <= 3 else 2567) for number, month in enumerate(office.FISCAL_MONTHS[:10], 1)
)


def papers() -> dict[str, Paper]:
    """Every paper by its address."""
    named = _about() | _tree() | _services() | _posts()
    named |= {
        f"skr1/skr-{number:02}": office.monthly_procurement(OFFICE, month, year, BUYS[number % 3 :])
        for number, month, year in MONTHS
    }
    return {f"{FILES}/{name}.pdf": paper for name, paper in named.items()}


def _about() -> dict[str, Paper]:
    return {
        "2561/strategy61-65": office.strategy(OFFICE, 2561, 2565),
        "2566/annual66": office.annual_report(OFFICE, 2566, scanned=True),
        "2567/PA67": office.agreement(OFFICE, 2567),
        "2567/sar67": office.performance_report(OFFICE, 2567),
    }


def _tree() -> dict[str, Paper]:
    return {
        "ita67/m1-1": office.memo(OFFICE, "คำสั่งแต่งตั้งผู้ดูแลเว็บไซต์", DAY),
        "ita67/m1-2": office.webmaster_order(OFFICE, "301/2566", "18 ธันวาคม พ.ศ. 2566", MASTERS),
        "ita67/m1-4": office.request_form(OFFICE, "คำสั่งแต่งตั้งผู้ดูแลเว็บไซต์", DAY),
        "ita66/m1-3": office.announcement(OFFICE, "20 ธันวาคม พ.ศ. 2565"),
        "ita67/m2-9-memo": office.memo(OFFICE, "แผนปฏิบัติการประจำปีงบประมาณ 2567", DAY),
        "ita67/m2-9": office.action_plan(OFFICE, 2567),
        "ita67/m2-9-form": office.request_form(OFFICE, "แผนปฏิบัติการประจำปี", DAY),
        "ita67/m2-11": office.budget(OFFICE, 2567),
        "ita67/m2-11-form": office.request_form(OFFICE, "แผนการใช้จ่ายงบประมาณประจำปี", DAY),
        "ita67/m15": anti_corruption(2567),
        "ita66/m2-9": office.action_plan(OFFICE, 2566),
        "ita66/m2-9-form": office.request_form(OFFICE, "แผนปฏิบัติการประจำปี", "22 ธันวาคม 2565"),
    }


def anti_corruption(year: int) -> Paper:
    """The plan against corruption: a plan, but not the hospital's operational plan."""
    return Paper(
        (
            "# แผนปฏิบัติการป้องกัน ปราบปรามการทุจริตและประพฤติมิชอบ",
            f"# ประจำปีงบประมาณ พ.ศ. {year}",
            f"# {OFFICE.name}",
            "|โครงการ|ผู้รับผิดชอบ|ระยะเวลา|",
            "|อบรมคุณธรรมจริยธรรมและวินัย|กลุ่มงานทรัพยากรบุคคล|ม.ค. - มี.ค.|",
            *office.signed(OFFICE),
        )
    )


def _services() -> dict[str, Paper]:
    return {
        "manual/sop-lab": office.manual(OFFICE, "งานเทคนิคการแพทย์", STEPS),
        "forms/req-history": _form("แบบคำขอสำเนาประวัติการรักษา"),
        "forms/req-birth": _form("แบบคำขอหนังสือรับรองการเกิด"),
    }


def _form(title: str) -> Paper:
    return Paper(
        (
            f"# {title}",
            f"# {OFFICE.name}",
            "ข้าพเจ้า .................... เลขที่บัตร ....................",
            "ลงชื่อ .................... ผู้ยื่นคำขอ",
        )
    )


def _posts() -> dict[str, Paper]:
    return {
        "jobs/job-nurse": office.notice(
            OFFICE,
            "รับสมัครบุคคลเพื่อจ้างเป็นลูกจ้างชั่วคราว ตำแหน่ง พยาบาลวิชาชีพ",
            "รับสมัครตั้งแต่วันที่ 19 สิงหาคม 2567 ถึงวันที่ 30 สิงหาคม 2567",
            day="15 สิงหาคม พ.ศ. 2567",
        ),
        "bids/ct": office.notice(
            OFFICE,
            "ประกวดราคาซื้อเครื่องเอกซเรย์คอมพิวเตอร์ ด้วยวิธีประกวดราคาอิเล็กทรอนิกส์ (e-bidding)",
            "กำหนดยื่นข้อเสนอในวันที่ 5 กันยายน 2567",
            day="13 สิงหาคม พ.ศ. 2567",
        ),
        "awards/win-us": office.notice(
            OFFICE,
            "ประกาศผู้ชนะการเสนอราคา ซื้อเครื่องอัลตราซาวด์ โดยวิธีเฉพาะเจาะจง",
            "ผู้ได้รับการคัดเลือก ได้แก่ บริษัท ใต้เมดิคอล จำกัด ราคา 480,000 บาท",
            day="2 สิงหาคม พ.ศ. 2567",
        ),
    }
