"""The papers that the district office offers through Phoca Download and its transparency page."""

from __future__ import annotations

from dataclasses import dataclass

from tests.sites import office
from tests.sites.office import Office
from tests.sites.papers import Paper

OFFICE = Office(
    name="สำนักงานสาธารณสุขอำเภอห้วยทรายทอง",
    short="สสอ.ห้วยทรายทอง",
    province="อำเภอห้วยทรายทอง จังหวัดน่าน",
    reference="นน ๐๐๓๓.๓๑๔",
    head="นายพงศกร ใจปิง",
    head_title="สาธารณสุขอำเภอห้วยทรายทอง",
    superior="นายแพทย์สาธารณสุขจังหวัดน่าน",
    phone="0 5400 0170",
    services=(
        "การป้องกันควบคุมโรคชายแดน",
        "อนามัยแม่และเด็ก",
        "การดูแลผู้สูงอายุระยะยาว",
        "การคุ้มครองผู้บริโภค",
        "ระบบบริการปฐมภูมิ",
    ),
)
DAY = "20 ธันวาคม 2566"
STEPS = (
    ("รับแจ้งผู้ป่วยโรคติดต่อที่ต้องเฝ้าระวัง", "30 นาที"),
    ("ตรวจสอบข้อมูลและยืนยันการวินิจฉัย", "2 ชั่วโมง"),
    ("ออกสอบสวนโรคในพื้นที่", "1 วัน"),
    ("สรุปรายงานและคืนข้อมูล", "3 วันทำการ"),
)
BUYS = (("วัสดุสำนักงาน", 8_450), ("น้ำมันเชื้อเพลิง", 6_000), ("จ้างซ่อมรถราชการ", 12_300))
MONTHS = office.FISCAL_MONTHS[:10]  # October to July


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """A file of Phoca Download."""

    category: str  # «2-plan»
    number: int
    alias: str
    label: str
    day: str
    paper: Paper

    @property
    def address(self) -> str:
        """Where it is fetched."""
        return f"/index.php/downloads/category/{self.category}?download={self.number}:{self.alias}"


CATEGORIES = {
    "2-plan": "แผนและรายงาน",
    "3-form": "แบบคำขอ",
    "4-sop": "SOP",
    "5-skr": "สขร.๑",
    "6-research": "ผลงาน R2R",
}


def downloads() -> tuple[Download, ...]:
    """Every file of Phoca Download, by category in the order of its list."""
    return (*_plans(), *_forms(), *_manuals(), *_monthly())


def _plans() -> tuple[Download, ...]:
    def entry(number: int, alias: str, label: str, day: str, paper: Paper) -> Download:
        return Download(category="2-plan", number=number, alias=alias, label=label, day=day, paper=paper)

    return (
        entry(21, "action-67", "แผนปฏิบัติการด้านสุขภาพ คปสอ. ปีงบ 67", "15 พ.ย. 2566", office.action_plan(OFFICE, 2567)),
        entry(22, "action-66", "แผนปฏิบัติการด้านสุขภาพ คปสอ. ปีงบ 66", "18 พ.ย. 2565", office.action_plan(OFFICE, 2566)),
        entry(23, "strategic", "แผนกลยุทธ์สุขภาพ 2566-2570", "20 ม.ค. 2566", office.strategy(OFFICE, 2566, 2570)),
        entry(24, "project-67", "แผนงาน/โครงการ และงบประมาณ ๒๕๖๗", "15 พ.ย. 2566", office.budget(OFFICE, 2567)),
        entry(25, "summary-66", "สรุปผลงานประจำปี 2566", "25 ธ.ค. 2566", office.annual_report(OFFICE, 2566)),
        entry(
            26,
            "pa-67",
            "ข้อตกลงการปฏิบัติราชการ (PA) ปี 2567",
            "9 ก.พ. 2567",
            Paper(office.agreement(OFFICE, 2567).lines, scanned=True),
        ),
        entry(
            27,
            "sar-65",
            "ผลการปฏิบัติราชการ 12 เดือน ปี 65",
            "28 ต.ค. 2565",
            office.performance_report(OFFICE, 2565, "รอบ 12 เดือน"),
        ),
        entry(
            28,
            "corruption-67",
            "แผนปฏิบัติการป้องกันปราบปรามการทุจริต 2567",
            "30 พ.ย. 2566",
            Paper(("# แผนปฏิบัติการป้องกัน ปราบปรามการทุจริตและประพฤติมิชอบ", "# ปีงบประมาณ พ.ศ. 2567", f"# {OFFICE.name}")),
        ),
    )


def _forms() -> tuple[Download, ...]:
    titles = (("license", "คำขออนุญาตประกอบกิจการสถานพยาบาล (ส.พ.๑)"), ("info", "คำขอข้อมูลข่าวสารของราชการ"))
    blank = "ข้าพเจ้า .................... อยู่บ้านเลขที่ ........ มีความประสงค์ขอ ...................."
    return tuple(
        Download(
            category="3-form",
            number=31 + row,
            alias=alias,
            label=title,
            day="9 ม.ค. 2567",
            paper=Paper((f"# {title}", blank, "ลงชื่อ .................... ผู้ยื่นคำขอ")),
        )
        for row, (alias, title) in enumerate(titles)
    )


def _manuals() -> tuple[Download, ...]:
    return (
        Download(
            category="4-sop",
            number=41,
            alias="outbreak",
            label="SOP การสอบสวนโรค",
            day="24 ม.ค. 2567",
            paper=office.manual(OFFICE, "การเฝ้าระวังและสอบสวนโรคติดต่อ", STEPS),
        ),
        Download(
            category="4-sop",
            number=42,
            alias="jhcis",
            label="คู่มือการใช้งานโปรแกรม JHCIS",
            day="24 ม.ค. 2567",
            paper=Paper(("# คู่มือการใช้งานโปรแกรม JHCIS", "1. เปิดโปรแกรม", "2. ใส่ชื่อผู้ใช้และรหัสผ่าน", "3. เลือกเมนูบริการ")),
        ),
    )


def _monthly() -> tuple[Download, ...]:
    return tuple(
        Download(
            category="5-skr",
            number=50 + row,
            alias=f"skr1-{row:02}",
            label=f"สขร.๑ เดือน {month} {year(row)}",
            day=f"5 {office.FISCAL_MONTHS[row]} {year(row + 1)}",
            paper=office.monthly_procurement(OFFICE, month, year(row), BUYS[row % 4 :]),
        )
        for row, month in enumerate(MONTHS, 1)
    )


def year(row: int) -> int:
    """The year of the n-th month of fiscal year 2567."""
    return 2566 if row <= 3 else 2567


def webmasters(names: tuple[str, ...] = ("นายเกรียงไกร สุทธะ", "นางสาวพิมพ์ใจ ไชยลังกา")) -> Paper:
    """The order on the website's working group: a head, and web masters."""
    posts = [f"{office.thai_digits(str(row))}. {name}  ผู้ดูแลเว็บไซต์ (Webmaster)" for row, name in enumerate(names, 2)]
    return Paper(
        (
            f"# คำสั่ง{OFFICE.name}",
            "# ที่ ๓๒/๒๕๖๖",
            "# เรื่อง แต่งตั้งคณะทำงานเว็บไซต์ของหน่วยงาน",
            "        เพื่อให้การบริหารจัดการเว็บไซต์เป็นไปด้วยความเรียบร้อย จึงแต่งตั้งคณะทำงาน ดังนี้",
            f"๑. {OFFICE.head}  ที่ปรึกษา",
            *posts,
            "        มีหน้าที่นำข้อมูลขึ้นเผยแพร่และปรับปรุงเว็บไซต์ให้เป็นปัจจุบัน",
            "        สั่ง ณ วันที่ ๒๐ ธันวาคม พ.ศ. ๒๕๖๖",
            *office.signed(OFFICE),
        )
    )


# Item, and its files: label, name.
TREE: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        "MOIT1 การวางระบบเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์",
        (
            ("1.1 บันทึกข้อความลงนาม", "m1-1"),
            ("1.2 คำสั่งแต่งตั้งคณะทำงานเว็ปไซต์", "m1-2"),
            ("1.3 ประกาศแนวทางการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์", "m1-3"),
            ("1.4 แบบฟอร์มการเผยแพร่", "m1-4"),
        ),
    ),
    (
        "MOIT2 การเปิดเผยข้อมูลข่าวสาร",
        (
            ("2.8 นโยบายและยุทธศาสตร์", "m2-8-memo"),
            ("2.9 แผนปฏิบัติการประจำปี", "m2-9-form"),
            ("2.10 รายงานผลตามแผนปฏิบัติการประจำปี", "m2-10-memo"),
        ),
    ),
)


def tree() -> dict[str, Paper]:
    """The papers of the yearly folders by address."""
    papers = {
        "m1-1": office.memo(OFFICE, "คำสั่งและประกาศแนวทางการเผยแพร่ข้อมูลต่อสาธารณะ", DAY, scanned=True),
        "m1-2": webmasters(),
        "m1-3": office.announcement(OFFICE, "20 ธันวาคม พ.ศ. 2566"),
        "m1-4": office.request_form(OFFICE, "คำสั่งและประกาศแนวทางการเผยแพร่ข้อมูล", DAY),
        "m2-8-memo": office.memo(OFFICE, "นโยบายและยุทธศาสตร์ของหน่วยงาน", DAY),
        "m2-9-form": office.request_form(OFFICE, "แผนปฏิบัติการประจำปีงบประมาณ 2567", DAY),
        "m2-10-memo": office.memo(OFFICE, "รายงานผลการดำเนินงานตามแผนปฏิบัติการประจำปี 2567", DAY),
    }
    return {tree_address(name): paper for name, paper in papers.items()} | {
        "/images/ita66/plan66.pdf": office.action_plan(OFFICE, 2566),
        "/images/files/guide-clinic.pdf": office.guide(
            OFFICE,
            "การขออนุญาตประกอบกิจการสถานพยาบาล",
            (("ยื่นคำขอ", "15 นาที"), ("ตรวจสอบเอกสาร", "3 วันทำการ"), ("ตรวจสถานที่", "15 วันทำการ")),
        ),
    }


def tree_address(name: str) -> str:
    """Where a file of this year's folder lies."""
    return f"/images/ita67/{name}.pdf"
