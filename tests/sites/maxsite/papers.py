"""The papers of the district office, under the numbers that its editor gave them when they were sent up."""

from __future__ import annotations

from dataclasses import dataclass

from tests.sites import office, oldfiles
from tests.sites.office import Office
from tests.sites.paper_files import file_of
from tests.sites.papers import Paper, pdf

OFFICE = Office(
    name="สำนักงานสาธารณสุขอำเภอดอนพิกุล",
    short="สสอ.ดอนพิกุล",
    province="อำเภอดอนพิกุล จังหวัดธารบุรี",
    reference="ธบ ๐๙๓๒",
    head="นายสมเกียรติ พูนทรัพย์",
    head_title="สาธารณสุขอำเภอดอนพิกุล",
    superior="นายแพทย์สาธารณสุขจังหวัดธารบุรี",
    phone="0-4499-1234",
    services=("การควบคุมโรคไข้เลือดออก", "การคัดกรองโรคเรื้อรัง", "การคุ้มครองผู้บริโภค", "การพัฒนาศักยภาพ อสม."),
)
HOSPITAL = Office(
    name="โรงพยาบาลดอนพิกุล",
    short="รพ.ดอนพิกุล",
    province="อำเภอดอนพิกุล จังหวัดธารบุรี",
    reference="ธบ ๐๐๓๓.๓๐๖",
    head="แพทย์หญิงวราภรณ์ สุขเจริญ",
    head_title="ผู้อำนวยการโรงพยาบาลดอนพิกุล",
    superior="นายแพทย์สาธารณสุขจังหวัดธารบุรี",
    phone="0-4499-1500",
    services=("บริการผู้ป่วยนอก", "บริการผู้ป่วยใน", "ห้องฉุกเฉิน", "การแพทย์แผนไทย"),
)
PROVINCE = Office(
    name="สำนักงานสาธารณสุขจังหวัดธารบุรี",
    short="สสจ.ธารบุรี",
    province="จังหวัดธารบุรี",
    reference="ธบ ๐๐๓๓",
    head="นายแพทย์ธีระพงษ์ วงศ์สวัสดิ์",
    head_title="นายแพทย์สาธารณสุขจังหวัดธารบุรี",
    superior="ผู้ว่าราชการจังหวัดธารบุรี",
    phone="0-4481-2345",
    services=("ระบบสุขภาพปฐมภูมิ", "ระบบบริการสุขภาพ", "การคุ้มครองผู้บริโภค", "บุคลากรเป็นเลิศ"),
)
FILES = "/UserFiles/File/"
TYPES = {
    "pdf": "application/pdf",
    "doc": "application/msword",
    "xls": "application/vnd.ms-excel",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
WEBMASTERS = (
    ("นายธีรเดช วงศ์คำ", "นักวิชาการคอมพิวเตอร์ปฏิบัติการ"),
    ("นางสาวกานดา ทองพูน", "นักวิชาการสาธารณสุขปฏิบัติการ"),
)
DENGUE = (
    ("รับแจ้งผู้ป่วยจากโรงพยาบาล", ""),
    ("สอบสวนโรคและกำจัดลูกน้ำในรัศมี 100 เมตร", ""),
    ("พ่นสารเคมีกำจัดยุงตัวเต็มวัย", ""),
    ("สรุปรายงานสอบสวนโรค", ""),
)
VOLUNTEER = (("ยื่นคำขอ", ""), ("ตรวจสอบทะเบียน อสม.", ""), ("ลงนามหนังสือรับรอง", ""))


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file, its name, and the words of the link to it."""

    file: str
    label: str
    paper: Paper

    @property
    def address(self) -> str:
        """Where the file is."""
        return FILES + self.file

    @property
    def kind(self) -> str:
        """Its extension."""
        return self.file.rpartition(".")[2]

    @property
    def content(self) -> bytes:
        """The file."""
        return pdf(self.paper) if self.kind == "pdf" else as_file(self.kind, self.paper)


def as_file(kind: str, paper: Paper) -> bytes:
    """The paper as a file of that kind, of old Excel, too."""
    if kind != "xls":
        return file_of(kind, paper)
    return oldfiles.xls([[cell.strip() for cell in line.strip("|# ").split("|")] for line in paper.lines if line])


def written(title: str, *lines: str, by: Office = OFFICE) -> Paper:
    """A paper that follows no form."""
    return Paper((f"# {title}", f"# {by.name}", *lines, *office.signed(by)))


def programme(year: int) -> Paper:
    """What the office does in a fiscal year, without its money."""
    rows = [
        f"|{number}|{service}|ต.ค. {year - 1} - ก.ย. {year}|" for number, service in enumerate(OFFICE.services, 1)
    ]
    return written(
        f"แผนปฏิบัติราชการ ประจำปีงบประมาณ พ.ศ. {year}",
        f"        แผนนี้ใช้เป็นกรอบการดำเนินงานระหว่างวันที่ 1 ตุลาคม {year - 1} ถึง 30 กันยายน {year}",
        "|ที่|โครงการ/กิจกรรม|ระยะเวลา|",
        *rows,
    )


def cio_order(by: Office, name: str, post: str) -> Paper:
    """Who looks after the information technology of an office."""
    return written(
        f"คำสั่ง{by.name} เรื่อง แต่งตั้งผู้บริหารเทคโนโลยีสารสนเทศระดับสูง (CIO)",
        f"แต่งตั้ง {name} ตำแหน่ง {post} เป็นผู้บริหารเทคโนโลยีสารสนเทศระดับสูง (Chief Information Officer : CIO) ของ{by.name}",
        "สั่ง ณ วันที่ 2 ธันวาคม พ.ศ. 2567",
        by=by,
    )


ORDER = office.webmaster_order(OFFICE, "21/2567", "1 ตุลาคม 2567", WEBMASTERS)


def documents() -> dict[str, Document]:
    """Every document by the word that stands for it in the pages."""
    rows = (*_plans(), *_buying(), *_guides(), *_moit(), *_others())
    return {key: Document(file=file, label=label, paper=paper) for key, file, label, paper in rows}


Row = tuple[str, str, str, Paper]


def _plans() -> tuple[Row, ...]:
    return (
        ("strategy", "1666340021_yut.docx", "แผนยุทธศาสตร์สุขภาพอำเภอ 66-70", office.strategy(OFFICE, 2566, 2570)),
        ("provincial", "1666340177.pdf", "แผนยุทธศาสตร์ สสจ.ธารบุรี 2566-2570", office.strategy(PROVINCE, 2566, 2570)),
        ("action", "1731400950.pdf", "แผนปฏิบัติราชการ ปีงบประมาณ 2568", programme(2568)),
        ("budget", "1699842200_ngob.xls", "แผนงานโครงการ/งบประมาณ 2567", office.budget(OFFICE, 2567)),
        (
            "anticorruption",
            "1733100417.pdf",
            "แผนปฏิบัติการป้องกันและปราบปรามการทุจริต 2568",
            written(
                "แผนปฏิบัติการป้องกัน ปราบปรามการทุจริตและประพฤติมิชอบ ประจำปีงบประมาณ พ.ศ. 2568",
                "|ที่|มาตรการ|ระยะเวลา|",
                "|1|ประกาศ No Gift Policy|ไตรมาส 1|",
                "|2|อบรมผลประโยชน์ทับซ้อน|ไตรมาส 2|",
            ),
        ),
        (
            "hospital_report",
            "1736411200.pdf",
            "รายงานประจำปี 2567 รพ.ดอนพิกุล",
            office.annual_report(HOSPITAL, 2567),
        ),
    )


def _buying() -> tuple[Row, ...]:
    months = (
        ("skr10", "skr_oct.pdf", "ตุลาคม", 2567, (("วัสดุสำนักงาน", 4_350),)),
        ("skr11", "1733300214.doc", "พฤศจิกายน", 2567, (("ทรายกำจัดลูกน้ำ", 18_000), ("น้ำมันเชื้อเพลิง", 5_200))),
        ("skr12", "1736230011.doc", "ธันวาคม", 2567, ()),
        ("skr01", "1738807733.pdf", "มกราคม", 2568, (("จ้างทำป้ายไวนิล", 1_800),)),
    )
    return (
        *(
            (key, file, f"เดือน{month} {year}", office.monthly_procurement(OFFICE, month, year, bought))
            for key, file, month, year, bought in months
        ),
        (
            "buyplan",
            "1731398001.xlsx",
            "แผนจัดซื้อจัดจ้าง 2568",
            written(
                "แผนการจัดซื้อจัดจ้าง ประจำปีงบประมาณ พ.ศ. 2568",
                "|ที่|รายการ|วงเงิน|ไตรมาส|",
                "|1|ครุภัณฑ์คอมพิวเตอร์|88,000|1|",
                "|2|ปรับปรุงห้องประชุม|180,000|3|",
            ),
        ),
        (
            "bid",
            "1749091142.pdf",
            "เอกสารแนบ",
            office.notice(
                OFFICE,
                "จ้างปรับปรุงห้องประชุมพิกุลทอง",
                "ยื่นข้อเสนอภายในวันที่ 24 มิถุนายน 2568",
                day="5 มิถุนายน 2568",
            ),
        ),
    )


def _guides() -> tuple[Row, ...]:
    complaint = ("1. รับเรื่องร้องเรียน", "2. ตรวจสอบข้อเท็จจริง", "3. แจ้งผลผู้ร้องเรียน")
    return (
        (
            "manual",
            "1712031145.doc",
            "คู่มือปฏิบัติงานควบคุมโรคไข้เลือดออก",
            office.manual(OFFICE, "การควบคุมโรคไข้เลือดออก", DENGUE),
        ),
        ("guide", "1712040300.pdf", "ดาวน์โหลดคู่มือประชาชน", office.guide(OFFICE, "การขอหนังสือรับรอง อสม.", VOLUNTEER)),
        (
            "complaint",
            "1706688810.pdf",
            "คู่มือการจัดการเรื่องร้องเรียน",
            written("คู่มือการจัดการเรื่องร้องเรียน", *complaint),
        ),
        (
            "form_vhv",
            "f_osm1.docx",
            "แบบคำขอหนังสือรับรอง อสม.",
            written(
                "แบบคำขอหนังสือรับรองการเป็น อสม.", "ข้าพเจ้า...................เป็น อสม. หมู่ที่.....", "ลงชื่อ...........ผู้ขอ"
            ),
        ),
        (
            "form_shop",
            "f_shop.pdf",
            "แบบคำขอตรวจแนะนำสถานประกอบการ",
            written("แบบคำขอตรวจแนะนำสถานประกอบการ", "ชื่อร้าน...................", "ลงชื่อ...........ผู้ขอ"),
        ),
    )


def _moit() -> tuple[Row, ...]:
    subject, day = "ประกาศแนวทางการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์ของหน่วยงาน", "1 ตุลาคม 2567"
    return (
        ("memo1", "moit1_11.pdf", "บันทึกข้อความ", office.memo(OFFICE, subject, day)),
        ("announcement", "moit1_12.pdf", "ประกาศ", office.announcement(OFFICE, day)),
        ("request", "moit1_14.pdf", "แบบฟอร์มการเผยแพร่ข้อมูลฯ", office.request_form(OFFICE, subject, day)),
        ("order", "moit1_15.pdf", "คำสั่งแต่งตั้งผู้ดูแลเว็บไซต์", Paper(ORDER.lines, scanned=True)),
        (
            "agreement_memo",
            "moit2_10b.pdf",
            "คำรับรองการปฏิบัติราชการ 2568",
            office.memo(OFFICE, "คำรับรองการปฏิบัติราชการ ประจำปีงบประมาณ พ.ศ. 2568", "20 ธันวาคม 2567"),
        ),
        (
            "analysis",
            "moit3.pdf",
            "รายงานวิเคราะห์ผลการจัดซื้อจัดจ้าง 2567",
            written("รายงานการวิเคราะห์ผลการจัดซื้อจัดจ้าง ปีงบประมาณ พ.ศ. 2567", "วิธีเฉพาะเจาะจง 36 รายการ ร้อยละ 100"),
        ),
        (
            "nogift",
            "moit12.pdf",
            "ประกาศ No Gift Policy",
            written("ประกาศเจตนารมณ์ นโยบายไม่รับของขวัญ (No Gift Policy) ปีงบประมาณ พ.ศ. 2568", "เจ้าหน้าที่ทุกคนไม่รับของขวัญ"),
        ),
    )


def _others() -> tuple[Row, ...]:
    minutes = "ประชุมประจำเดือน ผอ.รพ.สต. และเจ้าหน้าที่ สสอ."
    return (
        ("cio", "1747710099.pdf", "คำสั่ง สสจ. CIO", cio_order(PROVINCE, "นายแพทย์ปกรณ์ ศิลปชัย", "นายแพทย์เชี่ยวชาญ")),
        ("ethics", "1739500021.pdf", "สรุปผลการอบรม", written("สรุปผลการอบรมคุณธรรม จริยธรรม ปี 2568", "ผู้เข้าอบรม 31 คน")),
        (
            "club",
            "osm_kor.pdf",
            "ข้อบังคับชมรม อสม.",
            Paper(("# ข้อบังคับชมรม อสม.อำเภอดอนพิกุล พ.ศ. 2560", "ข้อ 1 ชมรมนี้เรียกว่า")),
        ),
        (
            "minutes4",
            "1746601200.pdf",
            "รายงานการประชุม เม.ย. 68",
            written(f"รายงานการ{minutes} ครั้งที่ 4/2568", "เมื่อวันที่ 29 เมษายน 2568"),
        ),
        (
            "minutes5",
            "1749000321.doc",
            "รายงานการประชุม พ.ค. 68",
            written(f"รายงานการ{minutes} ครั้งที่ 5/2568", "เมื่อวันที่ 28 พฤษภาคม 2568"),
        ),
        ("act1", "1389234411.pdf", "", Paper(("# พระราชบัญญัติการสาธารณสุข พ.ศ. 2535", "มาตรา 1 พระราชบัญญัตินี้เรียกว่า"))),
        ("act2", "1389234502.pdf", "", Paper(("# พระราชบัญญัติโรคติดต่อ พ.ศ. 2558", "มาตรา 1 พระราชบัญญัตินี้เรียกว่า"))),
        ("act3", "1389234577.pdf", "", Paper(("# พระราชบัญญัติควบคุมผลิตภัณฑ์ยาสูบ พ.ศ. 2560", "มาตรา 1"))),
        ("act4", "1389234619.pdf", "", Paper(("# ระเบียบกระทรวงสาธารณสุข ว่าด้วย อสม. พ.ศ. 2554", "ข้อ 1 ระเบียบนี้เรียกว่า"))),
    )
