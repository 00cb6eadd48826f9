"""The papers of the general hospital: packages of its download manager, files of its media library."""

from __future__ import annotations

from dataclasses import dataclass

from tests.sites import office
from tests.sites.office import Office
from tests.sites.paper_files import file_of
from tests.sites.papers import PAGE_BREAK, Paper, pdf

OFFICE = Office(
    name="โรงพยาบาลพนาสินธุ์",
    short="รพ.พนาสินธุ์",
    province="จังหวัดพนาสินธุ์",
    reference="พส ๐๐๓๓.๒๐๑",
    head="นายแพทย์ภาคภูมิ ศรีวงศ์ชัย",
    head_title="ผู้อำนวยการโรงพยาบาลพนาสินธุ์",
    superior="นายแพทย์สาธารณสุขจังหวัดพนาสินธุ์",
    phone="0 4477 1100",
    services=("ระบบบริการผู้ป่วยนอก", "การดูแลผู้ป่วยโรคหลอดเลือดสมอง", "ระบบการแพทย์ฉุกเฉิน", "โรงพยาบาลคุณธรรม"),
)
PROVINCE = Office(
    name="สำนักงานสาธารณสุขจังหวัดพนาสินธุ์",
    short="สสจ.พนาสินธุ์",
    province="จังหวัดพนาสินธุ์",
    reference="พส ๐๐๓๓",
    head="นายแพทย์สุเมธ อินทรโชติ",
    head_title="นายแพทย์สาธารณสุขจังหวัดพนาสินธุ์",
    superior="ผู้ว่าราชการจังหวัดพนาสินธุ์",
    phone="0 4477 2200",
    services=("งานควบคุมโรค", "งานคุ้มครองผู้บริโภค", "ระบบสุขภาพปฐมภูมิ"),
)
UP = "/wp-content/uploads/"
PDF = "application/pdf"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PLAN, NURSES, DIGITAL = "กลุ่มงานยุทธศาสตร์และแผนงานโครงการ", "กลุ่มการพยาบาล", "กลุ่มงานสุขภาพดิจิทัล"
SUPPLY, ADMIN = "กลุ่มงานพัสดุ", "กลุ่มงานบริหารทั่วไป"
SERVICE = (
    ("ยื่นบัตรประชาชน ลงทะเบียนที่ตู้คัดกรอง", "5 นาที"),
    ("วัดสัญญาณชีพและซักประวัติ", "15 นาที"),
    ("พบแพทย์", "30 นาที"),
    ("รับยาและชำระเงิน", "25 นาที"),
)
EMERGENCY = (
    "คัดแยกผู้ป่วยตามเกณฑ์ MOPH ED Triage 5 ระดับ",
    "ประเมินและช่วยเหลือตามหลัก ABCDE พร้อมรายงานแพทย์เวร",
    "ให้การพยาบาลตามแผนการรักษาและบันทึกในเวชระเบียน",
    "ส่งต่อหอผู้ป่วย ห้องผ่าตัด หรือจำหน่ายกลับบ้านพร้อมคำแนะนำ",
)
EMERGENCY_TIMES = ("ภายใน 4 นาที", "10 นาที", "30 นาที", "20 นาที")
WEBMASTERS = (
    ("นายณัฐพล จันทรา", "นักวิชาการคอมพิวเตอร์ปฏิบัติการ"),
    ("นางสาวปิยะดา ศรีสุข", "นักประชาสัมพันธ์"),
    ("นายเอกชัย บุญมา", "เจ้าพนักงานเครื่องคอมพิวเตอร์"),
)
ORDER = office.webmaster_order(OFFICE, "412/2568", "14 ตุลาคม 2568", WEBMASTERS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file and what the site says of it."""

    address: str
    label: str
    paper: Paper
    owner: str = ""
    published: str = ""  # ISO day
    slug: str = ""  # of its package in the download manager
    kind: str = "pdf"

    @property
    def content(self) -> bytes:
        """The file."""
        return pdf(self.paper) if self.kind == "pdf" else file_of(self.kind, self.paper)


def paper(title: str, *lines: str, scanned: bool = False) -> Paper:
    """A paper of the hospital that follows no form."""
    return Paper((f"# {title}", f"# {OFFICE.name}", *lines, *office.signed(OFFICE)), scanned=scanned)


def emergency_manual(times: tuple[str, ...] = ()) -> Paper:
    """The manual of the emergency ward, with the time of each step or without."""
    told = [f"|{n}|{step}|" for n, step in enumerate(EMERGENCY, 1)]
    heads = "|ขั้นตอนที่|รายละเอียดการปฏิบัติ|"
    if times:
        heads += "ระยะเวลา|"
        told = [f"{row}{time}|" for row, time in zip(told, times, strict=True)]
    return paper(
        "คู่มือการปฏิบัติงาน (Work Manual)",
        "# เรื่อง การพยาบาลผู้ป่วยอุบัติเหตุและฉุกเฉิน",
        "๑. วัตถุประสงค์ เพื่อให้บุคลากรห้องฉุกเฉินปฏิบัติงานเป็นแนวทางเดียวกัน",
        "๒. ขอบเขต ผู้ป่วยทุกรายที่มารับบริการห้องอุบัติเหตุและฉุกเฉิน",
        "๓. ขั้นตอนการปฏิบัติงาน",
        heads,
        *told,
        "๔. เอกสารอ้างอิง แนวทางการคัดแยกผู้ป่วย กรมการแพทย์",
    )


def results(year: int) -> Paper:
    """Results against the indicators of a whole year."""
    return paper(
        f"รายงานผลการปฏิบัติราชการตามตัวชี้วัด ประจำปีงบประมาณ พ.ศ. {year} (รอบ 12 เดือน)",
        f"(1 ตุลาคม {year - 1} - 30 กันยายน {year})",
        "|ตัวชี้วัด|เป้าหมาย|ผลงาน|",
        *[f"|{service}|ร้อยละ 85|ร้อยละ {80 + n}|" for n, service in enumerate(OFFICE.services)],
    )


def against_corruption(year: int) -> Paper:
    """The plan against corruption: no operational plan."""
    return paper(
        f"แผนปฏิบัติการป้องกัน ปราบปรามการทุจริตและประพฤติมิชอบ ประจำปีงบประมาณ พ.ศ. {year}",
        "|ลำดับ|โครงการ/กิจกรรม|ระยะเวลา|งบประมาณ|",
        "|1|อบรมคุณธรรมจริยธรรมและวินัยข้าราชการ|ม.ค. - มี.ค.|18,000|",
        "|2|กิจกรรมวันต่อต้านคอร์รัปชันสากล|ธ.ค.|ไม่ใช้งบประมาณ|",
    )


def _package(number: int, slug: str, label: str, made: Paper, told: tuple[str, str], kind: str = "pdf") -> Document:
    owner, published = told
    return Document(
        address=f"/download/{number}/?wpdmdl={number}",
        label=label,
        paper=made,
        owner=owner,
        published=published,
        slug=slug,
        kind=kind,
    )


def _packages() -> dict[str, Document]:
    return {
        "action68": _package(
            312,
            "action-plan-2568",
            "แผนปฏิบัติราชการโรงพยาบาลพนาสินธุ์ ประจำปีงบประมาณ พ.ศ. 2568",
            office.action_plan(OFFICE, 2568),
            (PLAN, "2024-11-20"),
        ),
        "budget69": _package(
            401,
            "planfin-2569",
            "แผนงาน/โครงการ และแผนเงินบำรุง (Planfin) ปีงบประมาณ 2569",
            office.budget(OFFICE, 2569),
            (PLAN, "2025-10-30"),
        ),
        "pa69": _package(
            388,
            "pa-2569",
            "คำรับรองการปฏิบัติราชการ ประจำปีงบประมาณ พ.ศ. 2569",
            office.agreement(OFFICE, 2569),
            (PLAN, "2025-12-24"),
        ),
        "result67": _package(
            298,
            "kpi-result-2567",
            "รายงานผลการปฏิบัติราชการตามตัวชี้วัด ปีงบประมาณ 2567 รอบ 12 เดือน",
            results(2567),
            (PLAN, "2024-10-28"),
        ),
        "manual": _package(
            415,
            "wm-er",
            "คู่มือการปฏิบัติงาน การพยาบาลผู้ป่วยอุบัติเหตุและฉุกเฉิน",
            emergency_manual(),
            (NURSES, "2025-11-06"),
        ),
        "hosxp": _package(
            377,
            "hosxp-xe",
            "คู่มือการใช้งานโปรแกรม HOSxP XE (ห้องตรวจ)",
            paper("คู่มือการใช้งานโปรแกรม HOSxP XE", "1. เข้าสู่ระบบ 1 นาที", "2. เรียกคิวผู้ป่วย", "3. สั่งยา"),
            (DIGITAL, "2025-08-19"),
        ),
        "guide": _package(
            420,
            "citizen-guide",
            "คู่มือสำหรับประชาชน การรับบริการผู้ป่วยนอก",
            office.guide(OFFICE, "การรับบริการผู้ป่วยนอก", SERVICE),
            (ADMIN, "2025-10-15"),
        ),
        "form_record": _package(
            431,
            "form-medical-record",
            "แบบคำขอสำเนาเวชระเบียน / ประวัติการรักษา",
            paper(
                "แบบคำขอสำเนาเวชระเบียน", "ข้าพเจ้า....................HN..........", "มีความประสงค์ขอสำเนาประวัติการรักษา"
            ),
            ("กลุ่มงานเวชระเบียน", "2025-06-03"),
            "docx",
        ),
        "form_agent": _package(
            432,
            "form-power-of-attorney",
            "หนังสือมอบอำนาจขอประวัติการรักษา",
            paper(
                "หนังสือมอบอำนาจ", "ข้าพเจ้า....................ขอมอบอำนาจให้....................", "เป็นผู้ขอประวัติการรักษาแทน"
            ),
            ("กลุ่มงานเวชระเบียน", "2025-06-03"),
        ),
    }


def _file(name: str, made: Paper, label: str = "", owner: str = "", published: str = "") -> Document:
    return Document(address=f"{UP}{name}.pdf", label=label, paper=made, owner=owner, published=published)


def _summary(month: str, year: int, bought: tuple[tuple[str, int], ...], published: str) -> Document:
    made = office.monthly_procurement(OFFICE, month, year, bought)
    name = f"{published[:4]}/{published[5:7]}/skr1-{office.MONTHS.index(month) + 1:02}-{year}"
    return _file(name, made, f"แบบ สขร.1 เดือน{month} {year}", SUPPLY, published)


def _ita() -> dict[str, Document]:
    """What only the pages of the ITA link to."""
    office_day, report = "3 พฤศจิกายน 2568", "รายงานผลการกำกับติดตามการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์"
    return {
        "m1_memo": _file("2025/12/MOIT1-1.1", office.memo(OFFICE, "ประกาศและคำสั่งฯ", office_day)),
        "m1_announce": _file("2025/12/MOIT1-1.2", office.announcement(OFFICE, office_day)),
        "m1_order": _file("2025/12/MOIT1-1.2.1", Paper(ORDER.lines, scanned=True)),
        "m1_form": _file("2025/12/MOIT1-1.4", office.request_form(OFFICE, "ประกาศแนวทางการเผยแพร่ข้อมูลฯ", office_day)),
        "m1_memo2": _file("2025/12/MOIT1-2.1", office.memo(OFFICE, f"{report} ปี 2568", "9 ธันวาคม 2568")),
        "m1_monitor": _file(
            "2025/12/MOIT1-2.2",
            paper(f"{report} ประจำปีงบประมาณ พ.ศ. 2568", "|ประเภทข้อมูล|จำนวน (เรื่อง)|", "|ข่าวประชาสัมพันธ์|112|"),
        ),
        "m1_form2": _file("2025/12/MOIT1-2.3", office.request_form(OFFICE, report, "9 ธันวาคม 2568")),
        "m2_memo9": _file("2025/12/MOIT2-9.1", office.memo(OFFICE, "แผนปฏิบัติราชการ ประจำปี 2569", "12 ธันวาคม 2568")),
        "m2_form9": _file("2025/12/MOIT2-9.3", office.request_form(OFFICE, "แผนปฏิบัติราชการ 2569", "12 ธันวาคม 2568")),
        "complaint": _file(
            "2025/12/MOIT9-1",
            paper("คู่มือการปฏิบัติงานการร้องเรียนการปฏิบัติงานหรือให้บริการของเจ้าหน้าที่", "1. รับเรื่อง", "2. ตรวจสอบ", "3. แจ้งผล"),
        ),
        "complaint68": _file(
            "2025/12/MOIT2-16",
            paper(
                "รายงานผลการดำเนินการเรื่องร้องเรียน ปีงบประมาณ 2568 (12 เดือน)",
                "เรื่องร้องเรียนการให้บริการ 14 เรื่อง ยุติแล้ว 14 เรื่อง",
            ),
        ),
        "analysis": _file(
            "2025/12/MOIT3-2",
            paper("รายงานการวิเคราะห์ผลการจัดซื้อจัดจ้างและการจัดหาพัสดุ ปีงบประมาณ พ.ศ. 2568", "ประหยัดงบประมาณได้ร้อยละ 4.2"),
        ),
        "nogift": _file("2026/01/MOIT12-nogift", paper("ประกาศเจตนารมณ์ No Gift Policy ปี 2569", "งดรับของขวัญทุกชนิด")),
        "anti69": _file("2025/12/MOIT15-1", against_corruption(2569)),
        "day9": _file("2025/12/MOIT20", paper("ภาพกิจกรรมวันต่อต้านคอร์รัปชันสากล 9 ธันวาคม 2568", "ณ ห้องประชุมพนา ชั้น 5")),
        "announce68": _file("2024/12/MOIT1-1.2-68", office.announcement(OFFICE, "20 พฤศจิกายน 2567")),
        "appraisal": _file(
            "2025/05/MOIT7-68",
            paper("รายงานผลการประเมินผลการปฏิบัติราชการของบุคลากร ระดับดีเด่น รอบ 1/2568", "1. นางพรทิพย์ แสงดาว"),
        ),
        "anti68": _file("2024/12/MOIT15-68", against_corruption(2568)),
    }


def _laws() -> dict[str, Document]:
    names = {
        "law_san": ("2023/05/act-sanatorium", "พระราชบัญญัติสถานพยาบาล พ.ศ. 2541"),
        "law_emer": ("2023/05/act-emergency", "พระราชบัญญัติการแพทย์ฉุกเฉิน พ.ศ. 2551"),
        "law_health": ("2023/05/act-national-health", "พระราชบัญญัติสุขภาพแห่งชาติ พ.ศ. 2550"),
        "law_money": ("2023/05/rule-money", "ระเบียบกระทรวงสาธารณสุขว่าด้วยเงินบำรุงของหน่วยบริการ พ.ศ. 2562"),
    }
    return {
        key: _file(name, Paper((f"# {title}", "ข้อ 1 บทบัญญัตินี้เรียกว่า", title)), title)
        for key, (name, title) in names.items()
    }


def _others() -> dict[str, Document]:
    ventilator = "ซื้อเครื่องช่วยหายใจชนิดควบคุมด้วยปริมาตรและความดัน 4 เครื่อง"
    return {
        "annual68": _file("2025/12/annual-2568", office.annual_report(OFFICE, 2568), "รายงานประจำปี 2568", PLAN),
        "procplan": _file(
            "2025/10/procurement-plan-2569",
            paper(
                "แผนการจัดซื้อจัดจ้าง ประจำปีงบประมาณ พ.ศ. 2569",
                "|ลำดับ|โครงการ|งบประมาณ|คาดว่าจะประกาศ|",
                "|1|เครื่องช่วยหายใจ|3,200,000|02/2569|",
            ),
            "แผนการจัดซื้อจัดจ้าง 2569",
        ),
        "bid": _file(
            "2026/02/bid-ventilator",
            office.notice(OFFICE, f"ประกวดราคา{ventilator}", "ยื่นข้อเสนอวันที่ 20 กุมภาพันธ์ 2569", day="6 กุมภาพันธ์ 2569"),
        ),
        "winner": _file(
            "2026/01/win-linen",
            office.notice(OFFICE, "ประกาศผู้ชนะการเสนอราคา จ้างซักผ้า", "ผู้ชนะ หจก.พนาซักรีด", day="14 มกราคม 2569"),
        ),
        "job": _file(
            "2024/12/job-nurse-aid",
            office.notice(OFFICE, "รับสมัครผู้ช่วยพยาบาล", "รับสมัครวันที่ 16 - 27 ธันวาคม 2567", day="16 ธันวาคม 2567"),
        ),
        "skr10": _summary("ตุลาคม", 2568, (("วัสดุวิทยาศาสตร์การแพทย์", 184_200),), "2025-11-05"),
        "skr11": _summary("พฤศจิกายน", 2568, (("ยา 12 รายการ", 402_350),), "2025-12-04"),
        "skr12": _summary("ธันวาคม", 2568, (("วัสดุสำนักงาน", 38_700),), "2026-01-07"),
        "skr01": _summary("มกราคม", 2569, (("ออกซิเจนเหลว", 265_000),), "2026-02-04"),
        "old_plan": Document(
            address="/old/file/plan60.pdf",
            label="",
            paper=Paper((*office.action_plan(OFFICE, 2560).lines, PAGE_BREAK, "ฉบับปรับปรุง")),
        ),
    }


def documents() -> dict[str, Document]:
    """Every document by the word that stands for it in the pages."""
    return _packages() | _ita() | _laws() | _others()
