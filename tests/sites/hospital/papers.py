"""The papers that the community hospital has put online, nearly all of them in its yearly transparency folder."""

from __future__ import annotations

from tests.sites import office
from tests.sites.office import Office
from tests.sites.papers import Paper

OFFICE = Office(
    name="โรงพยาบาลภูน้ำเย็น",
    short="รพ.ภูน้ำเย็น",
    province="อำเภอภูน้ำเย็น จังหวัดเลย",
    reference="ลย ๐๐๓๓.๓๐๙",
    head="นายแพทย์ธนภัทร เลิศวิไล",
    head_title="ผู้อำนวยการโรงพยาบาลภูน้ำเย็น",
    superior="นายแพทย์สาธารณสุขจังหวัดเลย",
    phone="0 4200 0155",
    services=(
        "ระบบบริการผู้ป่วยนอก",
        "การดูแลผู้ป่วยโรคเรื้อรัง",
        "การแพทย์ฉุกเฉิน",
        "การป้องกันและควบคุมการติดเชื้อในโรงพยาบาล",
        "การส่งเสริมสุขภาพแม่และเด็ก",
        "การพัฒนาบุคลากร",
    ),
)
DAY = "22 ธันวาคม 2566"
STEPS = (
    ("รับผู้ป่วยที่จุดคัดกรองและประเมินอาการ", "10 นาที"),
    ("ซักประวัติและบันทึกในระบบ", "15 นาที"),
    ("ส่งพบแพทย์ตามลำดับคิว", "20 นาที"),
    ("รับยาและให้คำแนะนำก่อนกลับบ้าน", "30 นาที"),
)
LAWS = (
    "พระราชบัญญัติสถานพยาบาล พ.ศ. ๒๕๔๑",
    "พระราชบัญญัติสุขภาพแห่งชาติ พ.ศ. ๒๕๕๐",
    "พระราชบัญญัติหลักประกันสุขภาพแห่งชาติ พ.ศ. ๒๕๔๕",
    "พระราชบัญญัติข้อมูลข่าวสารของราชการ พ.ศ. ๒๕๔๐",
)
BUYS = (("ยา 12 รายการ", 96_200), ("เวชภัณฑ์มิใช่ยา", 41_000), ("วัสดุงานบ้านงานครัว", 9_870))

# What stands in the folder of a year: the item, and its files with their labels.
TREE: dict[int, tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...]] = {
    2567: (
        (
            "MOIT 1",
            "หน่วยงานมีการวางระบบโดยการกำหนดมาตรการการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์ของหน่วยงาน",
            (
                ("1.1 บันทึกข้อความที่ผู้บริหารลงนามในคำสั่ง / ประกาศ", "m1-11"),
                ("1.2 คำสั่งแต่งตั้งผู้ดูแลเว็บไซต์ของหน่วยงาน", "m1-12"),
                ("1.3 ประกาศแนวทางการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์ของหน่วยงาน", "m1-13"),
                ("1.4 แบบฟอร์มการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์ของหน่วยงาน", "m1-14"),
            ),
        ),
        (
            "MOIT 2",
            "หน่วยงานมีการเปิดเผยข้อมูลข่าวสารที่เป็นปัจจุบัน",
            (
                ("1.3 โครงสร้างหน่วยงาน", "m2-103"),
                ("1.4 หน้าที่และอำนาจของหน่วยงานตามกฎหมายจัดตั้ง (บันทึกข้อความ)", "m2-104-memo"),
                ("1.4 หน้าที่และอำนาจของหน่วยงานตามกฎหมายจัดตั้ง", "m2-104"),
                ("1.7 ข้อมูลการติดต่อหน่วยงาน", "m2-107"),
                ("8. นโยบายและยุทธศาสตร์ของหน่วยงาน", "m2-8-memo"),
                ("8. นโยบายและยุทธศาสตร์ของหน่วยงาน", "m2-8"),
                ("8. นโยบายและยุทธศาสตร์ของหน่วยงาน (แบบฟอร์ม)", "m2-8-form"),
                ("9. แผนปฏิบัติการประจำปีของหน่วยงาน ปีงบประมาณ 2567", "m2-9-memo"),
                ("9. แผนปฏิบัติการประจำปีของหน่วยงาน ปีงบประมาณ 2567", "m2-9"),
                ("9. แผนปฏิบัติการประจำปีของหน่วยงาน ปีงบประมาณ 2567", "m2-9-form"),
                ("11. แผนการใช้จ่ายงบประมาณประจำปี 2567", "m2-11"),
                ("12. คู่มือการปฏิบัติงานการร้องเรียนการปฏิบัติงานหรือให้บริการของเจ้าหน้าที่", "m2-12"),
                ("14. คู่มือการปฏิบัติงานตามภารกิจหลักและภารกิจสนับสนุนของหน่วยงาน", "m2-14-memo"),
                ("14. คู่มือการปฏิบัติงานตามภารกิจหลักและภารกิจสนับสนุนของหน่วยงาน", "m2-14"),
            ),
        ),
        (
            "MOIT 5",
            "หน่วยงานมีการสรุปผลการจัดซื้อจัดจ้างและการจัดหาพัสดุรายเดือน ประจำปีงบประมาณ พ.ศ. 2567",
            tuple(
                (f"แบบ สขร.1 เดือน{month} {2566 if number <= 3 else 2567}", f"skr-{number:02}")
                for number, month in enumerate(office.FISCAL_MONTHS[:8], 1)
            ),
        ),
        (
            "MOIT 12",
            "หน่วยงานมีมาตรการ “การป้องกันการรับสินบน” ที่เป็นระบบ",
            (("ประกาศเจตนารมณ์ No Gift Policy ประจำปีงบประมาณ พ.ศ. 2567", "m12"),),
        ),
    ),
    2566: (
        (
            "MOIT 2",
            "หน่วยงานมีการเปิดเผยข้อมูลข่าวสารที่เป็นปัจจุบัน",
            (("9. แผนปฏิบัติการประจำปีของหน่วยงาน ปีงบประมาณ 2566", "66-m2-9"), ("แบบฟอร์มเผยแพร่", "66-m2-form")),
        ),
    ),
    2565: (("MOIT 18", "การประเมินความเสี่ยงเกี่ยวกับผลประโยชน์ทับซ้อน", (("รายงานผล", "65-m18"),)),),
}


def address(name: str) -> str:
    """Where a file of the yearly folders lies."""
    year = {"66": 2566, "65": 2565}.get(name[:2], 2567)
    return f"/storage/ita/{year}/{name}.pdf"


def papers() -> dict[str, Paper]:
    """Every paper by its address."""
    tree = _publication() | _disclosure() | _procurement() | _former_years()
    return _files() | {address(name): paper for name, paper in tree.items()}


def cio_order(office_: Office = OFFICE) -> Paper:
    """The order that appoints the chief information officer."""
    return Paper(
        (
            f"# คำสั่ง{office_.name}",
            "# ที่ ๑๕/๒๕๖๗",
            "# เรื่อง แต่งตั้งผู้บริหารเทคโนโลยีสารสนเทศระดับสูง (Chief Information Officer : CIO)",
            "แต่งตั้ง แพทย์หญิงศศิธร จันทร์งาม รองผู้อำนวยการฝ่ายการแพทย์ เป็นผู้บริหารเทคโนโลยีสารสนเทศระดับสูง",
            "สั่ง ณ วันที่ ๕ มกราคม พ.ศ. ๒๕๖๗",
            *office.signed(office_),
        )
    )


def _files() -> dict[str, Paper]:
    laws = {
        f"/storage/files/law{number}.pdf": Paper((f"# {law}", "มาตรา ๑ พระราชบัญญัตินี้เรียกว่า", law, "มาตรา ๒"))
        for number, law in enumerate(LAWS, 1)
    }
    return laws | {
        "/storage/files/cio-order.pdf": cio_order(),
        "/storage/files/annual2566.pdf": office.annual_report(OFFICE, 2566),
        "/storage/files/annual2565.pdf": office.annual_report(OFFICE, 2565),
        "/storage/files/pa2567.pdf": office.memo(OFFICE, "คำรับรองการปฏิบัติราชการ ประจำปีงบประมาณ พ.ศ. 2567", DAY),
        "/storage/files/kpi2567-6m.pdf": office.performance_report(OFFICE, 2567),
        "/storage/files/guide-opd.pdf": office.guide(OFFICE, "ขั้นตอนการรับบริการผู้ป่วยนอก", STEPS),
        "/storage/files/form-mr.pdf": _form("แบบคำขอสำเนาเวชระเบียน"),
        "/storage/files/form-cert.pdf": _form("แบบคำร้องขอใบรับรองแพทย์"),
    }


def _form(title: str) -> Paper:
    blank = "ข้าพเจ้า (นาย/นาง/นางสาว) .................... มีความประสงค์ ...................."
    return Paper((f"# {title}", f"# {OFFICE.name}", blank, "ลงชื่อ .................... ผู้ยื่นคำขอ"))


def _publication() -> dict[str, Paper]:
    return {
        "m1-11": office.memo(OFFICE, "คำสั่งแต่งตั้งผู้ดูแลเว็บไซต์และประกาศแนวทางการเผยแพร่ข้อมูล", DAY),
        "m1-12": office.webmaster_order(
            OFFICE, "112/2566", DAY.replace("2566", "พ.ศ. 2566"), [("นายวรพล คำมูล", "นักวิชาการคอมพิวเตอร์")]
        ),
        "m1-13": Paper(office.announcement(OFFICE, "22 ธันวาคม พ.ศ. 2566").lines, scanned=True),
        "m1-14": office.request_form(OFFICE, "แนวทางการเผยแพร่ข้อมูลต่อสาธารณะ", DAY),
    }


def _disclosure() -> dict[str, Paper]:
    return {
        "m2-103": structure(),
        "m2-104-memo": office.memo(OFFICE, "หน้าที่และอำนาจของหน่วยงาน", DAY),
        "m2-104": duties(),
        "m2-107": office.request_form(OFFICE, "ข้อมูลการติดต่อหน่วยงาน", DAY),
        "m2-8-memo": office.memo(OFFICE, "นโยบายและยุทธศาสตร์ของหน่วยงาน", DAY),
        "m2-8": office.strategy(OFFICE, 2566, 2570),
        "m2-8-form": office.request_form(OFFICE, "นโยบายและยุทธศาสตร์ของหน่วยงาน", DAY),
        "m2-9-memo": office.memo(OFFICE, "แผนปฏิบัติการประจำปีงบประมาณ 2567", DAY, scanned=True),
        "m2-9": office.action_plan(OFFICE, 2567),
        "m2-9-form": office.request_form(OFFICE, "แผนปฏิบัติการประจำปี", DAY),
        "m2-11": office.budget(OFFICE, 2566),
        "m2-12": office.manual(OFFICE, "การจัดการเรื่องร้องเรียนการให้บริการของเจ้าหน้าที่", [("รับเรื่อง", ""), ("แจ้งผล", "")]),
        "m2-14-memo": office.memo(OFFICE, "คู่มือการปฏิบัติงานตามภารกิจหลัก", DAY),
        "m2-14": office.manual(OFFICE, "งานบริการผู้ป่วยนอก", STEPS),
        "m12": Paper(
            (
                f"# ประกาศเจตนารมณ์{OFFICE.name}",
                "# นโยบายไม่รับของขวัญและของกำนัลทุกชนิดจากการปฏิบัติหน้าที่ (No Gift Policy)",
                "# ประจำปีงบประมาณ พ.ศ. ๒๕๖๗",
                *office.signed(OFFICE),
            )
        ),
    }


def structure() -> Paper:
    """The organisation's chart as a list."""
    return Paper(
        (
            "# โครงสร้างองค์กร",
            f"# {OFFICE.name}",
            f"{OFFICE.head_title}  {OFFICE.head}",
            "|กลุ่มงานบริหารทั่วไป|กลุ่มการพยาบาล|องค์กรแพทย์|",
            "|กลุ่มงานเภสัชกรรม|กลุ่มงานทันตกรรม|กลุ่มงานเทคนิคการแพทย์|",
            "|กลุ่มงานบริการด้านปฐมภูมิ|กลุ่มงานประกันสุขภาพ ยุทธศาสตร์ และสารสนเทศ|กลุ่มงานรังสีวิทยา|",
        )
    )


def duties() -> Paper:
    """What the law lays on the hospital."""
    return Paper(
        (
            "# หน้าที่และอำนาจของโรงพยาบาลภูน้ำเย็น",
            "ตามกฎกระทรวงแบ่งส่วนราชการสำนักงานปลัดกระทรวงสาธารณสุข กระทรวงสาธารณสุข พ.ศ. ๒๕๖๐",
            "๑. จัดบริการตรวจ วินิจฉัย รักษาพยาบาล และฟื้นฟูสภาพผู้ป่วยในเขตพื้นที่รับผิดชอบ",
            "๒. ส่งเสริมสุขภาพ ควบคุมและป้องกันโรค",
            "๓. ฝึกอบรมและพัฒนาบุคลากรทางการแพทย์และสาธารณสุข",
            "๔. ปฏิบัติงานร่วมกับหรือสนับสนุนการปฏิบัติงานของหน่วยงานอื่นที่เกี่ยวข้อง",
        )
    )


def _procurement() -> dict[str, Paper]:
    return {
        f"skr-{number:02}": office.monthly_procurement(
            OFFICE, month, 2566 if number <= 3 else 2567, BUYS[number % 3 :]
        )
        for number, month in enumerate(office.FISCAL_MONTHS[:8], 1)
    }


def _former_years() -> dict[str, Paper]:
    return {
        "66-m2-9": office.action_plan(OFFICE, 2566),
        "66-m2-form": office.request_form(OFFICE, "แผนปฏิบัติการประจำปี", "20 ธันวาคม 2565"),
        "65-m18": Paper(("# รายงานการประเมินความเสี่ยงผลประโยชน์ทับซ้อน", "# ปีงบประมาณ พ.ศ. 2565", f"# {OFFICE.name}")),
    }
