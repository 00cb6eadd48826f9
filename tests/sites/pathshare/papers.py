"""The papers that the district office has put online."""

from __future__ import annotations

from tests.sites import office
from tests.sites.office import Office
from tests.sites.papers import Paper

BASE = "/sso/phonngam"
NAME = "สำนักงานสาธารณสุขอำเภอโพนงาม"
OFFICE = Office(
    name=NAME,
    short="สสอ.โพนงาม",
    province="อำเภอโพนงาม จังหวัดบึงกาฬ",
    reference="บก ๐๔๓๒",
    head="นายประยูร คำภูแสน",
    head_title="สาธารณสุขอำเภอโพนงาม",
    superior="นายแพทย์สาธารณสุขจังหวัดบึงกาฬ",
    phone="๐ ๔๒๙๙ ๓๑๔๕",
    services=("งานควบคุมโรคติดต่อ", "งานคัดกรองโรคไม่ติดต่อเรื้อรัง", "งานอนามัยโรงเรียน", "งานพัฒนา รพ.สต. ติดดาว"),
)
DAY = "25 ธันวาคม 2566"
STEPS = (
    ("ยื่นคำร้องที่งานธุรการ", "5 นาที"),
    ("เจ้าหน้าที่ตรวจสอบเอกสาร", "15 นาที"),
    ("ลงตรวจสถานที่", "3 วันทำการ"),
    ("เสนอสาธารณสุขอำเภอลงนาม", "1 วันทำการ"),
)
LAWS = (
    ("law1", "พระราชบัญญัติการสาธารณสุข พ.ศ. 2535"),
    ("law2", "พระราชบัญญัติควบคุมเครื่องดื่มแอลกอฮอล์ พ.ศ. 2551"),
    ("law3", "พระราชบัญญัติโรคติดต่อ พ.ศ. 2558"),
)
BUYS = (("วัสดุสำนักงาน", 8_700), ("หมึกพิมพ์", 4_200))


def papers() -> dict[str, Paper]:
    """Every paper by its address."""
    laws = {name: Paper((f"# {title}", f"มาตรา ๑ พระราชบัญญัตินี้เรียกว่า “{title}”", "มาตรา ๒")) for name, title in LAWS}
    monthly = {
        f"skr66-{number:02}": office.monthly_procurement(OFFICE, office.FISCAL_MONTHS[number - 1], 2566, BUYS)
        for number in (10, 11, 12)
    }
    named = laws | monthly | _plans() | _services() | _transparency()
    return {f"{BASE}/file/{name}.pdf": paper for name, paper in named.items()}


def order(masters: int) -> Paper:
    """The order that appoints so many web masters; the office has not issued it."""
    names = [("นางสาวจิราพร แก้วคำสอน", "นักวิชาการสาธารณสุข"), ("นายอนุชา ศรีโพน", "เจ้าพนักงานสาธารณสุข")]
    return office.webmaster_order(OFFICE, "31/2566", "25 ธันวาคม พ.ศ. 2566", names[:masters])


def _plans() -> dict[str, Paper]:
    return {
        "strategy61-65": office.strategy(OFFICE, 2561, 2565),
        "plan67": plan(2567),
        "plan66": plan(2566),
        "mou67": office.agreement(OFFICE, 2567),
    }


def plan(year: int) -> Paper:
    """The district's health plan of a fiscal year."""
    first, *rest = office.action_plan(OFFICE, year).lines
    return Paper((f"{first} (แผนพัฒนาสุขภาพ คปสอ.โพนงาม)", *rest))


def _services() -> dict[str, Paper]:
    manual = office.manual(
        OFFICE, "การควบคุมโรคไข้เลือดออกในชุมชน", [("รับรายงานผู้ป่วย", "1 ชั่วโมง"), ("ลงพ่นหมอกควัน", "1 วัน")]
    )
    return {
        "manual-dhf": Paper(manual.lines, scanned=True),
        "guide67": office.guide(OFFICE, "การขอหนังสือรับรองการแจ้งสถานที่สะสมอาหาร", STEPS),
        "form-food": _form("แบบคำขอหนังสือรับรองการแจ้งจัดตั้งสถานที่จำหน่ายอาหาร"),
        "form-complaint": _form("แบบคำร้องเรียนเหตุรำคาญ"),
        "form-leave": Paper(("# ใบลาป่วย ลาคลอดบุตร ลากิจส่วนตัว", f"เขียนที่ {NAME}")),
        "buy67-7": office.notice(
            OFFICE,
            "สอบราคาซื้อเครื่องพ่นหมอกควัน",
            "วงเงิน ๑๑๘,๐๐๐ บาท ยื่นซองภายในวันที่ ๑๘ กรกฎาคม ๒๕๖๗",
            day="๒ กรกฎาคม ๒๕๖๗",
        ),
    }


def _form(title: str) -> Paper:
    return Paper((f"# {title}", f"ยื่นต่อ {NAME}", "ข้าพเจ้า .............. อายุ ...... ปี", "ลงชื่อ .............. ผู้ยื่นคำขอ"))


def _transparency() -> dict[str, Paper]:
    return {
        "ita67-memo": office.memo(OFFICE, "ประกาศแนวทางการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์", DAY),
        "ita67-form": office.request_form(OFFICE, "ประกาศแนวทางการเผยแพร่ข้อมูล", DAY),
        "ita67-order": Paper(
            (
                f"# คำสั่ง{NAME}",
                "# ที่ ๒๘/๒๕๖๖",
                "# เรื่อง แต่งตั้งคณะกรรมการประเมินคุณธรรมและความโปร่งใส (MOPH ITA)",
                "๑. นายประยูร คำภูแสน  ประธานกรรมการ",
                "๒. นางสาวจิราพร แก้วคำสอน  กรรมการและเลขานุการ",
                "สั่ง ณ วันที่ ๒๐ ธันวาคม พ.ศ. ๒๕๖๖",
                *office.signed(OFFICE),
            )
        ),
        "ita67-nogift": Paper(
            ("# ประกาศเจตนารมณ์ No Gift Policy ปีงบประมาณ พ.ศ. ๒๕๖๗", f"# {NAME}", *office.signed(OFFICE))
        ),
    }
