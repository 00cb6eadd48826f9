"""The papers of the transferred health centre, under the names that its headless content system gave them."""

from __future__ import annotations

from dataclasses import dataclass

from tests.sites import office
from tests.sites.office import Office
from tests.sites.paper_files import file_of
from tests.sites.papers import Paper, pdf

OFFICE = Office(
    name="โรงพยาบาลส่งเสริมสุขภาพตำบลบ้านคลองไผ่",
    short="รพ.สต.บ้านคลองไผ่",
    province="อำเภอเมืองนครธารา จังหวัดนครธารา",
    reference="นธ ๕๑๐๐๘.๑๔",
    head="นางสุภาวดี เรืองไร",
    head_title="ผู้อำนวยการโรงพยาบาลส่งเสริมสุขภาพตำบลบ้านคลองไผ่",
    superior="นายกองค์การบริหารส่วนจังหวัดนครธารา",
    phone="0 4488 7123",
    services=("ระบบบริการปฐมภูมิ", "การดูแลผู้สูงอายุติดบ้านติดเตียง", "อนามัยแม่และเด็ก", "การควบคุมโรคไม่ติดต่อ"),
)
COUNTY = "องค์การบริหารส่วนจังหวัดนครธารา"
UPLOADS = "/uploads/"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TREATMENT = (
    ("คัดกรองและลงทะเบียนผู้รับบริการ", "5 นาที"),
    ("ซักประวัติ ตรวจร่างกาย และให้การรักษา", "20 นาที"),
    ("บันทึกข้อมูลในโปรแกรม JHCIS และส่งต่อ", "10 นาที"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file and what its row says."""

    name: str
    label: str
    paper: Paper
    owner: str = ""
    published: str = ""  # ISO day
    word: bool = False

    @property
    def address(self) -> str:
        """Where the file is."""
        return f"{UPLOADS}{self.name}.{'docx' if self.word else 'pdf'}"

    @property
    def content(self) -> bytes:
        """The file."""
        return file_of("docx", self.paper) if self.word else pdf(self.paper)


def paper(title: str, *lines: str) -> Paper:
    """A paper of the health centre that follows no form."""
    return Paper((f"# {title}", f"# {OFFICE.name}", *lines, *office.signed(OFFICE)))


def operation(year: int) -> Paper:
    """What is done in which month of a fiscal year; no money in it."""
    rows = [
        f"|{number}|{service}|ต.ค. {year - 1} - ก.ย. {year}|งานเวชปฏิบัติ|"
        for number, service in enumerate(OFFICE.services, 1)
    ]
    return paper(
        f"แผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. {year}",
        f"ระหว่างวันที่ 1 ตุลาคม {year - 1} ถึง 30 กันยายน {year}",
        "|ที่|กิจกรรม|ระยะเวลาดำเนินการ|ผู้รับผิดชอบ|",
        *rows,
    )


def order(*names: tuple[str, str, str]) -> Paper:
    """The order on who runs the website, as a table."""
    return paper(
        "คำสั่ง รพ.สต.บ้านคลองไผ่ ที่ 15/2568 เรื่อง มอบหมายผู้รับผิดชอบดูแลเว็บไซต์และเผยแพร่ข้อมูล",
        "เพื่อให้การเผยแพร่ข้อมูลผ่านเว็บไซต์เป็นปัจจุบัน จึงมอบหมายเจ้าหน้าที่ ดังนี้",
        "|ที่|ชื่อ - สกุล|ตำแหน่ง|หน้าที่|",
        *[f"|{number}|{'|'.join(name)}|" for number, name in enumerate(names, 1)],
        "ทั้งนี้ ตั้งแต่วันที่ 1 ตุลาคม 2568 เป็นต้นไป",
        "สั่ง ณ วันที่ 30 กันยายน พ.ศ. 2568",
    )


WEBMASTERS = (
    ("นายปรีชา ดอนเมฆ", "นักวิชาการสาธารณสุขชำนาญการ", "ผู้ดูแลเว็บไซต์ (Webmaster)"),
    ("นางสาวอรทัย พิมพ์ดี", "พยาบาลวิชาชีพปฏิบัติการ", "ผู้ดูแลเว็บไซต์ (Webmaster)"),
)
COUNTY_PLAN = Paper(
    (
        "# แผนพัฒนาท้องถิ่น (พ.ศ. 2566 - 2570)",
        f"# {COUNTY}",
        "วิสัยทัศน์ นครธาราเมืองน่าอยู่ เศรษฐกิจดี วิถีชุมชนเข้มแข็ง",
        "ยุทธศาสตร์ที่ 1 พัฒนาโครงสร้างพื้นฐาน",
        "ยุทธศาสตร์ที่ 2 พัฒนาการศึกษา ศาสนา และวัฒนธรรม",
        "ยุทธศาสตร์ที่ 3 พัฒนาคุณภาพชีวิตและการสาธารณสุข",
        "(นายธนากร ศรีธารา)",
        f"นายก{COUNTY}",
    )
)
AGREEMENT = office.agreement(OFFICE, 2569)


def documents() -> dict[str, Document]:
    """Every document by the word that stands for it in the pages."""
    plan, supply, admin = "งานแผน", "งานพัสดุ", "งานบริหาร"
    named = {
        "develop": Document(
            name="develop_66_70_9a8b7c",
            label="แผนพัฒนาสุขภาพตำบลคลองไผ่ พ.ศ. 2566 - 2570",
            paper=office.strategy(OFFICE, 2566, 2570),
            owner=plan,
            published="2025-10-20",
        ),
        "pao": Document(
            name="pao_plan_0f1e2d",
            label="แผนพัฒนาท้องถิ่น อบจ.นครธารา (พ.ศ. 2566 - 2570)",
            paper=COUNTY_PLAN,
            owner=COUNTY,
            published="2025-10-20",
        ),
        "operation": Document(
            name="oper_69_3c2b1a",
            label="แผนการดำเนินงาน ประจำปีงบประมาณ 2569",
            paper=operation(2569),
            owner=plan,
            published="2025-11-10",
        ),
        "budget": Document(
            name="budget_68_77aa",
            label="แผนงานโครงการและงบประมาณ ปี 2568",
            paper=office.budget(OFFICE, 2568),
            owner=plan,
            published="2024-11-12",
        ),
        "annual": Document(
            name="annual_68_b4c5",
            label="รายงานผลการดำเนินงานประจำปี 2568",
            paper=office.annual_report(OFFICE, 2568),
            owner=plan,
            published="2025-12-09",
        ),
        "agreement": Document(
            name="pa_69_d0d1",
            label="ข้อตกลงผลการปฏิบัติราชการ (PA) ปีงบ 2569",
            paper=Paper(AGREEMENT.lines, scanned=True),
            owner=plan,
            published="2025-12-22",
        ),
        "appraisal": Document(
            name="appraisal_c1",
            label="ประกาศรายชื่อผู้มีผลการปฏิบัติงานระดับดีเด่น รอบที่ 1/2569",
            paper=paper("ประกาศรายชื่อผู้มีผลการประเมินระดับดีเด่น รอบ 1/2569", "1. นางสาวอรทัย พิมพ์ดี"),
            owner=admin,
            published="2026-04-09",
        ),
        "ltc": Document(
            name="form_ltc_8899",
            label="แบบคำขอรับบริการดูแลต่อเนื่องที่บ้าน (LTC)",
            paper=paper(
                "แบบคำขอรับบริการดูแลต่อเนื่องที่บ้าน", "ข้าพเจ้า....................อายุ......ปี", "มีความประสงค์ขอรับบริการ"
            ),
            word=True,
        ),
        "equipment": Document(
            name="form_equip_8900",
            label="ใบคำขอยืมกายอุปกรณ์ (ไม้เท้า วีลแชร์ เตียง)",
            paper=paper("ใบคำขอยืมกายอุปกรณ์", "ชื่อผู้ยืม....................", "เกี่ยวข้องเป็น............ของผู้ป่วย"),
        ),
        "skr10": _month("ตุลาคม", (("ยาสมุนไพร 6 รายการ", 12_300),), "2025-11-04", supply),
        "skr11": _month("พฤศจิกายน", (("วัสดุการแพทย์", 8_450),), "2025-12-03", supply),
        "bid": Document(
            name="bid_unit_abc1",
            label="เอกสารประกาศเชิญชวน",
            paper=office.notice(
                OFFICE, "ประกาศเชิญชวนซื้อยูนิตทำฟัน 1 ชุด", "ยื่นข้อเสนอภายในวันที่ 27 พฤษภาคม 2569", day="6 พฤษภาคม 2569"
            ),
        ),
        "winner": Document(
            name="win_roof_abc2",
            label="ประกาศผู้ชนะ",
            paper=office.notice(
                OFFICE, "ประกาศผู้ชนะการเสนอราคา จ้างซ่อมหลังคา", "ผู้ชนะ ร้านคลองไผ่ก่อสร้าง", day="24 มีนาคม 2569"
            ),
        ),
    }
    return named | _bare()


def _month(month: str, bought: tuple[tuple[str, int], ...], published: str, owner: str) -> Document:
    return Document(
        name=f"skr1_{office.MONTHS.index(month) + 1:02}_2568",
        label=f"สขร.1 เดือน{month} 2568",
        paper=office.monthly_procurement(OFFICE, month, 2568, bought),
        owner=owner,
        published=published,
    )


def _bare() -> dict[str, Document]:
    """The files that the ITA table and the lists link to, without a word beside."""
    papers = {
        "order_web_6a": order(*WEBMASTERS),
        "announce_web_69": office.announcement(OFFICE, "30 กันยายน 2568"),
        "complaint_manual_5e6f": paper(
            "คู่มือการจัดการเรื่องร้องเรียน", "1. รับเรื่อง 1 วัน", "2. ตรวจสอบ 7 วัน", "3. แจ้งผล 15 วัน"
        ),
        "jhcis_5e70": paper("คู่มือการใช้งานโปรแกรม JHCIS", "1. เข้าสู่ระบบ", "2. ลงทะเบียนผู้ป่วย", "3. พิมพ์รายงาน"),
        "nogift_69": paper("ประกาศเจตนารมณ์ No Gift Policy ปี 2569", "เจ้าหน้าที่ทุกคนไม่รับของขวัญจากการปฏิบัติหน้าที่"),
        "law_2535_e1": Paper(
            ("# พระราชบัญญัติการสาธารณสุข พ.ศ. 2535", "มาตรา 1 พระราชบัญญัตินี้เรียกว่า พระราชบัญญัติการสาธารณสุข")
        ),
        "law_2558_e2": Paper(("# พระราชบัญญัติโรคติดต่อ พ.ศ. 2558", "มาตรา 1 พระราชบัญญัตินี้เรียกว่า พระราชบัญญัติโรคติดต่อ")),
        "law_2562_e3": Paper(("# พระราชบัญญัติระบบสุขภาพปฐมภูมิ พ.ศ. 2562", "มาตรา 1 พระราชบัญญัตินี้เรียกว่า")),
        "law_pao_e4": Paper((f"# ข้อบัญญัติ{COUNTY}", "# ว่าด้วยการจัดบริการสาธารณสุข พ.ศ. 2566", "ข้อ 1 ข้อบัญญัตินี้เรียกว่า")),
    }
    return {name: Document(name=name, label="", paper=made) for name, made in papers.items()}
