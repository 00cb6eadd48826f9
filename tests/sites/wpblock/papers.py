"""The papers in the provincial office's uploads."""

from __future__ import annotations

from tests.sites import office
from tests.sites.office import Office
from tests.sites.papers import Paper

NAME = "สำนักงานสาธารณสุขจังหวัดชลธี"
OFFICE = Office(
    name=NAME,
    short="สสจ.ชลธี",
    province="จังหวัดชลธี",
    reference="ชธ ๐๐๓๒",
    head="นายแพทย์ธีรพงศ์ อัครเดชา",
    head_title="นายแพทย์สาธารณสุขจังหวัดชลธี",
    superior="ปลัดกระทรวงสาธารณสุข",
    phone="๐ ๐๐๐๐ ๐๐๐๐",
    services=(
        "ระบบสุขภาพปฐมภูมิ",
        "การป้องกันควบคุมโรคติดต่อนำโดยแมลง",
        "อาหารปลอดภัยและคุ้มครองผู้บริโภค",
        "สุขภาพแม่และเด็กชายฝั่ง",
        "สุขภาพดิจิทัล",
    ),
)
DAY = "16 ธันวาคม 2568"
UPLOADS = "/wp-content/uploads"
STEPS = (
    ("รับแจ้งผู้ป่วยจากโรงพยาบาล", "1 ชั่วโมง"),
    ("ตรวจสอบข้อมูลและแจ้งทีมสอบสวน", "3 ชั่วโมง"),
    ("ลงพื้นที่สอบสวนและควบคุมโรค", "1 วัน"),
    ("สรุปรายงานเสนอผู้บริหาร", "3 วันทำการ"),
)
BUYS = (("ทรายกำจัดลูกน้ำ", 88_000), ("จ้างพิมพ์สื่อ", 24_500), ("น้ำมันเชื้อเพลิง", 11_900))
MONTHS = (("ตุลาคม", 2568), ("พฤศจิกายน", 2568), ("ธันวาคม", 2568), ("มกราคม", 2569), ("กุมภาพันธ์", 2569))
"""Whose purchases are told."""


def papers() -> dict[str, Paper]:
    """Every paper by its address."""
    monthly = {
        purchase(number): office.monthly_procurement(OFFICE, month, year, BUYS[number % 3 :])
        for number, (month, year) in enumerate(MONTHS, 1)
    }
    named = monthly | _plans() | _rules() | _services()
    return {f"{UPLOADS}/{name}.pdf": paper for name, paper in named.items()}


def purchase(number: int) -> str:
    """The file of the fiscal year's month of that number."""
    month = 9 + number
    return f"{2025 + (month - 1) // 12}/{(month - 1) % 12 + 1:02}/sk1-{number:02}"


def _plans() -> dict[str, Paper]:
    return {
        "2023/01/strategy-66-70": office.strategy(OFFICE, 2566, 2570),
        "2024/11/action-plan-2568": office.action_plan(OFFICE, 2568),
        "2025/11/budget-2569": office.budget(OFFICE, 2569),
        "2025/12/annual-2568": office.annual_report(OFFICE, 2568),
        "2024/12/annual-2567": office.annual_report(OFFICE, 2567),
        "2025/12/pa-2569": Paper(office.agreement(OFFICE, 2569).lines, scanned=True),
        "2025/11/performance-2568": office.performance_report(OFFICE, 2568, "รอบ 12 เดือน"),
        "2025/11/proc-plan-2569": office.notice(
            OFFICE,
            "เผยแพร่แผนการจัดซื้อจัดจ้าง ประจำปีงบประมาณ พ.ศ. 2569",
            "|ที่|รายการ|งบประมาณ|",
            "|1|รถยนต์ตรวจราชการ|1,150,000|",
            day="20 พฤศจิกายน พ.ศ. 2568",
        ),
    }


def _rules() -> dict[str, Paper]:
    return {
        "2025/12/moit1-memo": office.memo(OFFICE, "ประกาศแนวทางการเผยแพร่ข้อมูลต่อสาธารณะ", DAY),
        "2025/12/moit1-order": office.webmaster_order(
            OFFICE, "512/2568", "16 ธันวาคม พ.ศ. 2568", [("นายณัฐพล ศรีสมุทร", "นักวิชาการคอมพิวเตอร์ชำนาญการ")]
        ),
        "2025/12/moit1-announce": office.announcement(OFFICE, "25 ธันวาคม พ.ศ. 2566"),
        "2025/12/moit1-form": office.request_form(OFFICE, "แนวทางการเผยแพร่ข้อมูลต่อสาธารณะ", DAY),
        "2025/12/moit2-form": office.request_form(OFFICE, "แผนปฏิบัติราชการ ปีงบประมาณ 2569", DAY),
        "2025/12/nogift-2569": Paper(
            ("# ประกาศเจตนารมณ์ No Gift Policy ปีงบประมาณ พ.ศ. ๒๕๖๙", f"# {NAME}", *office.signed(OFFICE))
        ),
        "2025/10/cio-order": Paper(
            (
                f"# คำสั่ง{NAME}",
                "# เรื่อง แต่งตั้งผู้บริหารเทคโนโลยีสารสนเทศระดับสูง (Chief Information Officer)",
                "แต่งตั้ง แพทย์หญิงวรินทร ชลวิทย์ เป็นผู้บริหารเทคโนโลยีสารสนเทศระดับสูง",
                "สั่ง ณ วันที่ ๑ ตุลาคม พ.ศ. ๒๕๖๘",
                *office.signed(OFFICE),
            )
        ),
    }


def _services() -> dict[str, Paper]:
    return {
        "2025/06/manual-surveillance": office.manual(OFFICE, "การเฝ้าระวังและสอบสวนโรค", STEPS),
        "2025/06/manual-complaint": office.manual(OFFICE, "การจัดการเรื่องร้องเรียน", [("รับเรื่อง", ""), ("แจ้งผล", "")]),
        "2025/07/form-clinic": form("แบบคำขออนุญาตประกอบกิจการสถานพยาบาล (ส.พ. 1)"),
        "2025/07/form-food": form("แบบคำขอเลขสารบบอาหาร (สบ. 7)"),
    }


def form(title: str) -> Paper:
    """A form for citizens."""
    return Paper(
        (f"# {title}", f"ยื่นที่ {NAME}", "ข้าพเจ้า ................ อยู่บ้านเลขที่ ............", "ลงชื่อ ............ ผู้ยื่นคำขอ")
    )
