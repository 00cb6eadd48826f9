"""The papers of the provincial office on SharePoint: in libraries, as attachments, in sites of its groups."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from tests.sites import office
from tests.sites.office import Office
from tests.sites.paper_files import file_of
from tests.sites.papers import Paper

OFFICE = Office(
    name="สำนักงานสาธารณสุขจังหวัดศรีบูรพา",
    short="สสจ.ศรีบูรพา",
    province="จังหวัดศรีบูรพา",
    reference="ศบ ๐๐๓๓.๐๐๑",
    head="นายแพทย์ภูวดล เกษมสันต์",
    head_title="นายแพทย์สาธารณสุขจังหวัดศรีบูรพา",
    superior="ผู้ว่าราชการจังหวัดศรีบูรพา",
    phone="0 3911 2345",
    services=("ระบบบริการสุขภาพปฐมภูมิ", "การควบคุมโรคติดต่อ", "การคุ้มครองผู้บริโภค", "การดูแลผู้สูงอายุ"),
)
HOSPITAL = Office(
    name="โรงพยาบาลศรีบูรพา",
    short="รพ.ศรีบูรพา",
    province="จังหวัดศรีบูรพา",
    reference="ศบ ๐๐๓๓.๒๐๑",
    head="นายแพทย์สิทธิชัย วงศ์เจริญ",
    head_title="ผู้อำนวยการโรงพยาบาลศรีบูรพา",
    superior="นายแพทย์สาธารณสุขจังหวัดศรีบูรพา",
    phone="0 3911 9000",
    services=("การผ่าตัดวันเดียวกลับ", "หอผู้ป่วยหนัก", "คลินิกโรคไต"),
)
DISTRICT = Office(
    name="สำนักงานสาธารณสุขอำเภอท่าช้าง",
    short="สสอ.ท่าช้าง",
    province="จังหวัดศรีบูรพา",
    reference="ศบ ๐๔๓๒",
    head="นายวินัย บุญเกื้อ",
    head_title="สาธารณสุขอำเภอท่าช้าง",
    superior="นายอำเภอท่าช้าง",
    phone="0 3914 4410",
    services=("งานสาธารณสุขมูลฐาน",),
)
DENTAL = Office(
    name="กลุ่มงานทันตสาธารณสุข",
    short="กลุ่มงานทันตฯ",
    province="จังหวัดศรีบูรพา",
    reference="ศบ ๐๐๓๓.๐๐๙",
    head="ทันตแพทย์หญิงนิภา แสงทอง",
    head_title="หัวหน้ากลุ่มงานทันตสาธารณสุข",
    superior="นายแพทย์สาธารณสุขจังหวัดศรีบูรพา",
    phone="0 3911 2345 ต่อ 209",
    services=("เด็กไทยฟันดี", "ฟันเทียมพระราชทาน"),
)
KINDS = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
LICENSING = (
    ("รับคำขอและตรวจสอบความครบถ้วนของเอกสาร", "1 วัน"),
    ("ตรวจสถานที่และอุปกรณ์โดยพนักงานเจ้าหน้าที่", "15 วันทำการ"),
    ("เสนอคณะอนุกรรมการพิจารณา", "10 วันทำการ"),
    ("ออกใบอนุญาตและแจ้งผู้ยื่นคำขอ", "3 วันทำการ"),
)
TIMELESS = tuple((step, "") for step, _ in LICENSING)
WEBMASTER = "นายธวัชชัย มั่นคง"
SECOND = "นางสาวปวีณา ศรีสุข"
PLANS, REPORTS, MONTHLY = (f"/Shared Documents/{folder}" for folder in ("แผนงาน", "รายงาน", "สขร1"))
MANUALS, FORMS, ITA = "/PublicManual", "/FormDownload", "/ITA/2569"
ICT, DENTIST, ATTACHED, LAWS = "/ict/Shared Documents", "/dental/Shared Documents", "/Lists/{}/Attachments/{}", "/Law"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file and what a row of its library says."""

    folder: str
    name: str  # with its extension
    paper: Paper
    modified: str = "12/1/2569 10:21"
    by: str = "System Account"

    @property
    def address(self) -> str:
        """Where the file is, in plain letters."""
        return f"{self.folder}/{self.name}"

    @property
    def href(self) -> str:
        """The address as links write it."""
        return quote(self.address)

    @property
    def kind(self) -> str:
        """The extension."""
        return self.name.rpartition(".")[2]

    @property
    def content(self) -> bytes:
        """The file."""
        return file_of(self.kind, self.paper)


def paper(title: str, *lines: str, of: Office = OFFICE) -> Paper:
    """A paper that follows no form."""
    return Paper((f"# {title}", f"# {of.name}", *lines, *office.signed(of)))


def scanned(made: Paper) -> Paper:
    """The paper as the scanner left it."""
    return Paper(made.lines, scanned=True)


def order(*names: str) -> Paper:
    """The order on who runs the website."""
    rows = [f"{number}. {name}  นักวิชาการคอมพิวเตอร์  ผู้ดูแลเว็บไซต์ (Web Master)" for number, name in enumerate(names, 1)]
    return paper(
        "คำสั่งสำนักงานสาธารณสุขจังหวัดศรีบูรพา ที่ 214/2568",
        "เรื่อง แต่งตั้งคณะทำงานบริหารจัดการเว็บไซต์ สำนักงานสาธารณสุขจังหวัดศรีบูรพา",
        "1. ที่ปรึกษา นายแพทย์ภูวดล เกษมสันต์ นายแพทย์สาธารณสุขจังหวัด",
        "2. ผู้กำกับดูแลและอนุมัติการเผยแพร่ นางอรวรรณ พูลผล หัวหน้ากลุ่มงานพัฒนายุทธศาสตร์สาธารณสุข",
        "3. ผู้ดูแลเว็บไซต์ มีหน้าที่นำข้อมูลที่ได้รับอนุมัติขึ้นเผยแพร่และนำลงเมื่อครบกำหนด ได้แก่",
        *rows,
        "สั่ง ณ วันที่ 20 ตุลาคม พ.ศ. 2568",
    )


def cio(head: str, of: str) -> Paper:
    """The order that appoints a CIO."""
    return Paper(
        (
            f"# คำสั่ง{of}",
            "# เรื่อง แต่งตั้งผู้บริหารเทคโนโลยีสารสนเทศระดับสูง (Chief Information Officer : CIO)",
            f"แต่งตั้ง {head} เป็นผู้บริหารเทคโนโลยีสารสนเทศระดับสูง (CIO) ประจำ{of}",
            "มีหน้าที่กำหนดนโยบายและแผนดิจิทัลของหน่วยงาน",
            "สั่ง ณ วันที่ 3 พฤศจิกายน พ.ศ. 2568",
        )
    )


COUNTY_PLAN = Paper(
    (
        "# แผนพัฒนาท้องถิ่น (พ.ศ. 2566 - 2570)",
        "# องค์การบริหารส่วนจังหวัดศรีบูรพา",
        "ยุทธศาสตร์ที่ 1 โครงสร้างพื้นฐานและแหล่งน้ำ",
        "ยุทธศาสตร์ที่ 2 การศึกษาและกีฬา",
        "ยุทธศาสตร์ที่ 3 คุณภาพชีวิตและการสาธารณสุข",
        "(นายอำนาจ ศรีสวัสดิ์)",
        "นายกองค์การบริหารส่วนจังหวัดศรีบูรพา",
    )
)
BLANK_FORM = Paper(
    (
        "# แบบฟอร์มการขอเผยแพร่ข้อมูลผ่านเว็บไซต์ของหน่วยงานในราชการบริหารส่วนภูมิภาค",
        "# สำนักงานปลัดกระทรวงสาธารณสุข",
        "ชื่อหน่วยงาน : ..............................",
        "วัน/เดือน/ปี : ..............................",
        "หัวข้อ : ..............................",
        "รายละเอียดข้อมูล : ..............................",
        "ผู้รับผิดชอบการให้ข้อมูล (..............................)",
        "ผู้อนุมัติรับรอง (..............................)",
    )
)
MEMO = office.memo(OFFICE, "คำรับรองการปฏิบัติราชการ ประจำปีงบประมาณ พ.ศ. 2569", "25 พฤศจิกายน 2568")
PERFORMANCE = paper(
    "รายงานผลการปฏิบัติราชการตามคำรับรอง ประจำปีงบประมาณ พ.ศ. 2568 รอบ 12 เดือน",
    "(1 ตุลาคม 2567 - 30 กันยายน 2568)",
    "|ตัวชี้วัด|เป้าหมาย|ผลการดำเนินงาน|",
    "|อัตราป่วยไข้เลือดออกลดลง|ร้อยละ 20|ร้อยละ 24|",
    "|ผู้สูงอายุได้รับการคัดกรอง|ร้อยละ 90|ร้อยละ 91|",
)
BOUGHT = (("วัสดุสำนักงาน 12 รายการ", 48_200), ("จ้างเหมาทำความสะอาด", 27_000))


def documents() -> tuple[Document, ...]:
    """Every file of the site."""
    return (*_plans(), *_manuals(), *_evidence(), *_attachments())


def monthly(months: tuple[tuple[str, int, str], ...]) -> tuple[Document, ...]:
    """The monthly summaries: name of the month, its year, number in the file's name."""
    return tuple(
        Document(
            folder=MONTHLY,
            name=f"สขร1_{number}.pdf",
            paper=office.monthly_procurement(OFFICE, month, year, BOUGHT),
            modified="6/1/2569 9:02",
            by="งานพัสดุ กลุ่มงานบริหารทั่วไป",
        )
        for month, year, number in months
    )


def _plans() -> tuple[Document, ...]:
    plan = "กลุ่มงานพัฒนายุทธศาสตร์สาธารณสุข"
    return (
        Document(
            folder=PLANS,
            name="แผนยุทธศาสตร์สุขภาพจังหวัดศรีบูรพา 2566-2570 (ทบทวน 2569).pdf",
            paper=office.strategy(OFFICE, 2566, 2570),
            modified="3/11/2568 14:40",
            by=plan,
        ),
        Document(
            folder=PLANS,
            name="แผนปฏิบัติราชการ 2568.pdf",
            paper=office.action_plan(OFFICE, 2568),
            modified="18/11/2567 16:05",
            by=plan,
        ),
        Document(
            folder=PLANS,
            name="แผนงาน โครงการ และงบประมาณ ปี 2569.xlsx",
            paper=office.budget(OFFICE, 2569),
            modified="2/12/2568 11:11",
            by=plan,
        ),
        Document(folder=PLANS, name="แผนพัฒนาท้องถิ่น อบจ.ศรีบูรพา 2566-2570.pdf", paper=COUNTY_PLAN),
        Document(
            folder=PLANS, name="คำรับรองการปฏิบัติราชการ 2569.pdf", paper=MEMO, modified="25/11/2568 15:30", by=plan
        ),
        Document(folder=REPORTS, name="รายงานประจำปี 2568.pdf", paper=office.annual_report(OFFICE, 2568), by=plan),
        Document(folder=REPORTS, name="รายงานผลการปฏิบัติราชการ 2568 รอบ 12 เดือน.pdf", paper=scanned(PERFORMANCE)),
        Document(
            folder=REPORTS,
            name="รายงานประจำปี 2568 รพ.ศรีบูรพา.pdf",
            paper=office.annual_report(HOSPITAL, 2568),
            by="โรงพยาบาลศรีบูรพา",
        ),
        *monthly((("ตุลาคม", 2568, "ต.ค.68"), ("พฤศจิกายน", 2568, "พ.ย.68"), ("ธันวาคม", 2568, "ธ.ค.68"))),
        Document(folder=DENTIST, name="แผนปฏิบัติการทันตสาธารณสุข ปี 2569.pdf", paper=office.action_plan(DENTAL, 2569)),
        Document(folder=DENTIST, name="สรุปผลงานทันตสาธารณสุข ปี 2568.pdf", paper=office.annual_report(DENTAL, 2568)),
    )


def _manuals() -> tuple[Document, ...]:
    licence = "กลุ่มงานคุ้มครองผู้บริโภคและเภสัชสาธารณสุข"
    return (
        Document(
            folder=MANUALS,
            name="คู่มือการปฏิบัติงาน การอนุญาตสถานพยาบาล.pdf",
            paper=office.manual(OFFICE, "การพิจารณาอนุญาตสถานพยาบาล", TIMELESS),
            by=licence,
        ),
        Document(
            folder=MANUALS,
            name="คู่มือสำหรับประชาชน การขอเปิดคลินิก.pdf",
            paper=office.guide(OFFICE, "การขอใบอนุญาตให้ประกอบกิจการสถานพยาบาล (คลินิก)", LICENSING),
            by=licence,
        ),
        Document(
            folder=MANUALS,
            name="คู่มือใช้งานระบบสารบรรณ.pdf",
            paper=paper("คู่มือการใช้งานระบบสารบรรณอิเล็กทรอนิกส์", "1. เข้าสู่ระบบ 2 นาที", "2. ลงรับหนังสือ 5 นาที"),
        ),
        Document(
            folder=FORMS,
            name="แบบ สพ.1 คำขออนุมัติแผนงานการจัดตั้งสถานพยาบาล.docx",
            paper=paper("แบบ ส.พ.1", "คำขออนุมัติแผนงานการจัดตั้งสถานพยาบาล", "ข้าพเจ้า....................อายุ......ปี"),
            by=licence,
        ),
        Document(
            folder=FORMS,
            name="แบบ ขย.1 คำขออนุญาตขายยา.pdf",
            paper=paper("แบบ ข.ย.1", "คำขออนุญาตขายยาแผนปัจจุบัน", "ชื่อผู้ขออนุญาต...................."),
            by=licence,
        ),
        *(
            Document(folder=LAWS, name=f"{name}.pdf", paper=Paper((f"# {title}", "มาตรา 1 พระราชบัญญัตินี้เรียกว่า")))
            for name, title in (
                ("law2535", "พระราชบัญญัติการสาธารณสุข พ.ศ. 2535"),
                ("law2558", "พระราชบัญญัติโรคติดต่อ พ.ศ. 2558"),
                ("law2510", "พระราชบัญญัติยา พ.ศ. 2510"),
            )
        ),
    )


def _evidence() -> tuple[Document, ...]:
    day = "15 ธันวาคม 2568"
    made = {
        "MOIT1-1 บันทึกข้อความ.pdf": office.memo(OFFICE, "ประกาศแนวทางการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์", day),
        "MOIT1-2.pdf": office.announcement(OFFICE, day),
        "MOIT1-4.pdf": office.request_form(OFFICE, "ประกาศแนวทางการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์", day),
        "MOIT2 form.pdf": office.request_form(OFFICE, "ข้อมูลข่าวสารที่เป็นปัจจุบัน ปี 2569", "26 ธันวาคม 2568"),
        "MOIT9.pdf": paper("คู่มือการจัดการเรื่องร้องเรียน", "1. รับเรื่อง 1 วัน", "2. ตรวจสอบ 7 วัน", "3. แจ้งผล 15 วัน"),
        "MOIT15.pdf": paper("แผนปฏิบัติการป้องกันการทุจริต ประจำปีงบประมาณ พ.ศ. 2569", "|ที่|โครงการ|งบประมาณ|", "|1|อบรม|0|"),
        "ตัวอย่าง สสอ.ท่าช้าง.pdf": office.announcement(DISTRICT, "1 ธันวาคม 2568"),
    }
    return (
        *(Document(folder=ITA, name=name, paper=paper) for name, paper in made.items()),
        Document(
            folder=ICT,
            name="คำสั่งคณะทำงานเว็บไซต์ 214-2568.pdf",
            paper=order(WEBMASTER),
            modified="20/10/2568 13:15",
            by="กลุ่มงานสุขภาพดิจิทัล",
        ),
        Document(folder=ICT, name="คำสั่ง CIO.pdf", paper=cio("รองปลัดกระทรวงสาธารณสุข", "กระทรวงสาธารณสุข")),
    )


def _attachments() -> tuple[Document, ...]:
    given = (
        (
            "News",
            12,
            "ประกาศ.pdf",
            office.notice(OFFICE, "หยุดให้บริการงานใบอนุญาต", "วันที่ 2 มกราคม 2569", day="29 ธันวาคม 2568"),
        ),
        (
            "Jobs",
            5,
            "ประกาศรับสมัคร.pdf",
            office.notice(
                OFFICE,
                "รับสมัครบุคคลเพื่อเลือกสรรเป็นพนักงานราชการ ตำแหน่งนักวิชาการสาธารณสุข",
                "รับสมัครตั้งแต่วันที่ 12 มกราคม 2569 ถึงวันที่ 30 มกราคม 2569",
                day="8 มกราคม 2569",
            ),
        ),
        (
            "Jobs",
            4,
            "รพ.ศรีบูรพา รับสมัคร.pdf",
            office.notice(HOSPITAL, "รับสมัครลูกจ้างชั่วคราว", "วันที่ 15 - 28 มกราคม 2569", day="9 มกราคม 2569"),
        ),
        (
            "Procure",
            31,
            "ประกาศเชิญชวน.pdf",
            office.notice(
                OFFICE, "ประกวดราคาซื้อเครื่องพ่นหมอกควัน 4 เครื่อง", "ยื่นข้อเสนอวันที่ 30 มกราคม 2569", day="9 มกราคม 2569"
            ),
        ),
        (
            "Procure",
            29,
            "ผู้ชนะ.pdf",
            office.notice(
                OFFICE, "ประกาศผู้ชนะการเสนอราคา จ้างปรับปรุงห้องประชุม", "ผู้ชนะ หจก.บูรพาก่อสร้าง", day="24 ธันวาคม 2568"
            ),
        ),
    )
    return tuple(
        Document(folder=ATTACHED.format(where, number), name=name, paper=paper)
        for where, number, name, paper in given
    )
