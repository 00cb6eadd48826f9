"""The papers of the general hospital, behind addresses that tell nothing but a number."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from tests.sites import office
from tests.sites.office import Office
from tests.sites.paper_files import file_of
from tests.sites.papers import Paper, pdf
from tests.sites.website import Answer

OFFICE = Office(
    name="โรงพยาบาลเวียงแก้ว",
    short="รพ.เวียงแก้ว",
    province="อำเภอเมืองเวียงแก้ว จังหวัดเวียงแก้ว",
    reference="วก ๐๐๓๓.๒๐๑",
    head="นายปิยวัฒน์ ศรีเวียงคำ",
    head_title="ผู้อำนวยการโรงพยาบาลเวียงแก้ว",
    superior="นายแพทย์สาธารณสุขจังหวัดเวียงแก้ว",
    phone="0 5461 1200",
    services=("ระบบบริการผู้ป่วยนอก", "ระบบส่งต่อผู้ป่วย", "การดูแลผู้ป่วยโรคหลอดเลือดสมอง", "โรงพยาบาลอัจฉริยะ"),
)
PROVINCE = Office(
    name="สำนักงานสาธารณสุขจังหวัดเวียงแก้ว",
    short="สสจ.เวียงแก้ว",
    province="จังหวัดเวียงแก้ว",
    reference="วก ๐๐๓๓",
    head="นายชัยยศ พรมวัง",
    head_title="นายแพทย์สาธารณสุขจังหวัดเวียงแก้ว",
    superior="ผู้ว่าราชการจังหวัดเวียงแก้ว",
    phone="0 5461 3900",
    services=("การคุ้มครองผู้บริโภค", "การควบคุมโรค", "ระบบบริการปฐมภูมิ"),
)
KINDS = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
OUT_PATIENTS = (
    ("ตรวจสอบสิทธิและลงทะเบียน", "5 นาที"),
    ("คัดกรองและวัดสัญญาณชีพ", "10 นาที"),
    ("ส่งพบแพทย์และตรวจทางห้องปฏิบัติการ", "60 นาที"),
    ("แนะนำการปฏิบัติตัวและนัดหมาย", "5 นาที"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A file, and what its row says of it where it has one."""

    number: int
    label: str
    paper: Paper
    kind: str = "pdf"
    owner: str = ""
    published: str = ""  # ISO day

    @property
    def address(self) -> str:
        """Where the file is."""
        return address(self.number)

    @property
    def content(self) -> bytes:
        """The file."""
        return pdf(self.paper) if self.kind == "pdf" else file_of(self.kind, self.paper)

    def answer(self) -> Answer:
        """The file as it is sent, with the name to save it under."""
        name = quote(f"{self.label or self.number}.{self.kind}")
        return Answer(
            body=self.paper if self.kind == "pdf" else self.content,
            content_type=KINDS[self.kind],
            headers=(("Content-Disposition", f"inline; filename*=UTF-8''{name}"),),
        )


def address(number: int) -> str:
    """Where a file of this number is."""
    return f"/api/files/{number}/download"


def paper(title: str, *lines: str, of: Office = OFFICE) -> Paper:
    """A paper that follows no form."""
    return Paper((f"# {title}", f"# {of.name}", *lines, *office.signed(of)))


def plan(year: int) -> Paper:
    """What is to be done in a fiscal year, without money."""
    rows = [f"|{n}|{service}|ร้อยละ 80|ต.ค. {year - 1} - ก.ย. {year}|" for n, service in enumerate(OFFICE.services, 1)]
    return paper(
        f"แผนปฏิบัติราชการ ประจำปีงบประมาณ พ.ศ. {year}",
        f"กรอบเวลา 1 ตุลาคม {year - 1} ถึง 30 กันยายน {year}",
        "|ที่|กิจกรรมหลัก|เป้าหมาย|ระยะเวลา|",
        *rows,
    )


def anti_corruption(year: int) -> Paper:
    """The plan against corruption: another plan than that of the hospital's work."""
    return paper(
        f"แผนปฏิบัติการป้องกัน ปราบปรามการทุจริตและประพฤติมิชอบ ประจำปีงบประมาณ พ.ศ. {year}",
        "|ที่|กิจกรรม|ระยะเวลา|",
        "|1|ประกาศนโยบาย No Gift Policy|ธ.ค.|",
        "|2|อบรมผลประโยชน์ทับซ้อน|ก.พ.|",
    )


def manual(*, timed: bool) -> Paper:
    """How out-patients are seen to; with the minutes that each step takes, or without."""
    head = "|ขั้นตอน|รายละเอียด|ระยะเวลา|" if timed else "|ขั้นตอน|รายละเอียด|ผู้รับผิดชอบ|"
    rows = [f"|{n}|{step}|{time if timed else 'พยาบาล'}|" for n, (step, time) in enumerate(OUT_PATIENTS, 1)]
    return paper("คู่มือการปฏิบัติงาน งานผู้ป่วยนอก", "ขั้นตอนการปฏิบัติงาน", head, *rows)


def order(*names: tuple[str, str, str]) -> Paper:
    """The order on who runs the website: name, post and part."""
    return paper(
        "คำสั่งโรงพยาบาลเวียงแก้ว ที่ 412/2568 เรื่อง แต่งตั้งคณะทำงานเว็บไซต์โรงพยาบาล",
        "ให้ผู้มีรายชื่อต่อไปนี้เป็นคณะทำงานพัฒนาและดูแลเว็บไซต์ของโรงพยาบาล",
        "|ที่|ชื่อ - สกุล|ตำแหน่ง|หน้าที่|",
        *[f"|{n}|{'|'.join(name)}|" for n, name in enumerate(names, 1)],
        "ทั้งนี้ ตั้งแต่วันที่ 1 ตุลาคม 2568 เป็นต้นไป",
        "สั่ง ณ วันที่ 6 ตุลาคม พ.ศ. 2568",
    )


CHAIR = ("นายแพทย์ธีรภัทร มหาวัน", "รองผู้อำนวยการฝ่ายการแพทย์", "ประธานคณะทำงาน")
MASTER = ("นายอนุชา คำปัน", "นักวิชาการคอมพิวเตอร์ชำนาญการ", "ผู้ดูแลเว็บไซต์ (Web Master)")
SECOND = ("นางสาวมยุรี สีทอง", "นักประชาสัมพันธ์ปฏิบัติการ", "ผู้ดูแลเว็บไซต์ (Web Master)")
ORDER = order(CHAIR, MASTER, SECOND)
AGREEMENT = office.agreement(OFFICE, 2569)
HOSXP = Paper(
    (
        "# คู่มือการใช้งานโปรแกรม HOSxP XE",
        "1. เปิดโปรแกรมและเข้าสู่ระบบ",
        "2. เลือกเมนู OPD Registry",
        "3. กดปุ่มบันทึก ใช้เวลา 1 นาที",
    )
)
FOUNDATION = Paper(
    (
        "# รายงานประจำปี 2568",
        "# มูลนิธิโรงพยาบาลเวียงแก้ว",
        "ผลการดำเนินงานมูลนิธิ ระหว่างวันที่ 1 มกราคม - 31 ธันวาคม 2568",
        "|รายการ|จำนวนเงิน|",
        "|ช่วยเหลือผู้ป่วยยากไร้ 312 ราย|624,000|",
        "|จัดซื้อเครื่องมือแพทย์|2,150,000|",
        "(นางวิไลพร แก้ววิเศษ)",
        "ประธานมูลนิธิโรงพยาบาลเวียงแก้ว",
    )
)
LAWS = (
    "พระราชบัญญัติสถานพยาบาล พ.ศ. 2541",
    "พระราชบัญญัติสุขภาพแห่งชาติ พ.ศ. 2550",
    "ระเบียบกระทรวงสาธารณสุขว่าด้วยการคุ้มครองและจัดการข้อมูลด้านสุขภาพของบุคคล พ.ศ. 2561",
    "พระราชบัญญัติโรคติดต่อ พ.ศ. 2558",
)
ANNOUNCED = "8 ธันวาคม 2568"
ANNOUNCEMENT = office.announcement(OFFICE, ANNOUNCED)
REPORT = "รายงานผลการปฏิบัติราชการ รอบ 6 เดือน ปีงบประมาณ 2569"
ABOUT = "ประกาศแนวทางการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์ของหน่วยงาน"


def documents() -> dict[str, Document]:
    """Every document by the word that stands for it."""
    return _plans() | _manuals() | _buying() | _transparency() | _others()


def _plans() -> dict[str, Document]:
    owner = "กลุ่มงานยุทธศาสตร์"
    own, provincial = office.strategy(OFFICE, 2564, 2568), office.strategy(PROVINCE, 2566, 2570)
    rows = (
        ("strategy", 101, "แผนยุทธศาสตร์โรงพยาบาลเวียงแก้ว พ.ศ. 2564 - 2568", own, "2021-01-18"),
        ("strategy_sso", 102, "แผนยุทธศาสตร์สุขภาพจังหวัด พ.ศ. 2566 - 2570 (สสจ.เวียงแก้ว)", provincial, "2023-02-06"),
        ("action", 103, "แผนปฏิบัติราชการ ประจำปีงบประมาณ 2569", plan(2569), "2025-11-14"),
        ("annual", 105, "รายงานประจำปี 2568", office.annual_report(OFFICE, 2568), "2026-01-23"),
        ("agreement", 106, "คำรับรองการปฏิบัติราชการ ปีงบประมาณ 2569", Paper(AGREEMENT.lines, scanned=True), "2025-12-25"),
        ("anti", 108, "แผนปฏิบัติการป้องกัน ปราบปรามการทุจริต ปีงบประมาณ 2569", anti_corruption(2569), "2025-11-28"),
    )  # fmt: skip
    made = {
        key: Document(number=number, label=label, paper=what, owner=owner, published=day)
        for key, number, label, what, day in rows
    }
    made["budget"] = Document(
        number=104,
        label="แผนงาน โครงการ และงบประมาณ ปีงบประมาณ 2568",
        paper=office.budget(OFFICE, 2568),
        kind="xlsx",
        owner="กลุ่มงานการเงิน",
        published="2024-11-20",
    )
    return made


def _manuals() -> dict[str, Document]:
    practicum = Paper(("# คู่มือการฝึกปฏิบัติการพยาบาล", "# วิทยาลัยพยาบาลเวียงแก้ว", "1. รายงานตัว 30 นาที", "2. รับเวร 15 นาที"))
    complaints = paper("คู่มือการจัดการเรื่องร้องเรียน", "1. รับเรื่อง ภายใน 1 วันทำการ", "2. ตรวจสอบข้อเท็จจริง ภายใน 15 วัน")
    record = paper(
        "แบบคำขอสำเนาประวัติการรักษา",
        "ข้าพเจ้า....................HN..............",
        "ขอสำเนาประวัติเพื่อ....................",
    )
    consent = paper(
        "หนังสือยินยอมให้เปิดเผยข้อมูลสุขภาพ", "ข้าพเจ้า....................ยินยอมให้เปิดเผยข้อมูลแก่...................."
    )
    guide = office.guide(OFFICE, "การรับบริการผู้ป่วยนอก", OUT_PATIENTS)
    rows = (
        ("manual", 114, "คู่มือการปฏิบัติงาน งานผู้ป่วยนอก (WI-OPD-01)", manual(timed=False), "pdf", "กลุ่มการพยาบาล"),
        ("complaint", 115, "คู่มือการจัดการเรื่องร้องเรียน", complaints, "pdf", "กลุ่มงานบริหารทั่วไป"),
        ("hosxp", 116, "คู่มือการใช้งานโปรแกรม HOSxP XE", HOSXP, "docx", "ศูนย์คอมพิวเตอร์"),
        ("guide", 117, "คู่มือสำหรับประชาชน การรับบริการผู้ป่วยนอก", guide, "pdf", "กลุ่มการพยาบาล"),
        ("form_record", 118, "แบบคำขอสำเนาประวัติการรักษา", record, "docx", "งานเวชระเบียน"),
        ("form_consent", 119, "หนังสือยินยอมให้เปิดเผยข้อมูลสุขภาพ", consent, "pdf", "งานเวชระเบียน"),
        ("practicum", 137, "คู่มือการฝึกปฏิบัติการพยาบาล (วิทยาลัยพยาบาลเวียงแก้ว)", practicum, "docx", "วิทยาลัยพยาบาลเวียงแก้ว"),
    )  # fmt: skip
    return {
        key: Document(number=number, label=label, paper=what, kind=kind, owner=owner, published="2025-10-30")
        for key, number, label, what, kind, owner in rows
    }


def month_of(number: int, month: str, year: int, published: str) -> Document:
    """The monthly summary of what was bought."""
    bought = (("วัสดุการแพทย์", 48_300), ("ยา 9 รายการ", 212_000 + number))
    return Document(
        number=number,
        label=f"สขร.1 เดือน{month} {year}",
        paper=office.monthly_procurement(OFFICE, month, year, bought),
        owner="กลุ่มงานพัสดุ",
        published=published,
    )


def _buying() -> dict[str, Document]:
    invitation = office.notice(
        OFFICE, "ประกวดราคาซื้อเครื่องกระตุกไฟฟ้าหัวใจ (e-bidding)", "ยื่นข้อเสนอวันที่ 30 มิถุนายน 2569", day="10 มิถุนายน 2569"
    )
    winner = office.notice(
        OFFICE, "ประกาศผู้ชนะการเสนอราคา วัสดุวิทยาศาสตร์การแพทย์", "บริษัท เวียงแก้วซัพพลาย จำกัด", day="19 พฤษภาคม 2569"
    )
    buying = paper(
        "แผนการจัดซื้อจัดจ้าง ประจำปีงบประมาณ พ.ศ. 2569",
        "|ที่|รายการ|ไตรมาส|",
        "|1|เครื่องกระตุกไฟฟ้าหัวใจ|3|",
        "|2|ปรับปรุงระบบบำบัดน้ำเสีย|3|",
    )
    return {
        "skr10": month_of(120, "ตุลาคม", 2568, "2025-11-05"),
        "skr11": month_of(121, "พฤศจิกายน", 2568, "2025-12-04"),
        "skr12": month_of(122, "ธันวาคม", 2568, "2026-01-07"),
        "skr1": month_of(123, "มกราคม", 2569, "2026-02-05"),
        "skr2": month_of(124, "กุมภาพันธ์", 2569, "2026-03-06"),
        "bid": Document(number=125, label="เอกสารประกวดราคา", paper=invitation),
        "winner": Document(number=126, label="ประกาศผู้ชนะ", paper=winner),
        "buying": Document(number=127, label="รายการแผนจัดซื้อจัดจ้าง", paper=buying, kind="xlsx"),
    }


def _transparency() -> dict[str, Document]:
    """What only the page of the transparency items links to."""
    followed = paper("รายงานผลการกำกับติดตามการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์ ปีงบประมาณ พ.ศ. 2568", "เผยแพร่ 41 รายการ")
    complaints = paper(
        "สรุปผลการดำเนินงานเรื่องร้องเรียน รอบ 6 เดือน ปีงบประมาณ 2569", "เรื่องร้องเรียนการให้บริการ 7 เรื่อง ยุติแล้ว 7 เรื่อง"
    )
    best = paper("ประกาศรายชื่อผู้มีผลการปฏิบัติราชการระดับดีเด่น รอบที่ 1/2569", "1. นางสาวมยุรี สีทอง")
    analysis = paper("รายงานการวิเคราะห์ผลการจัดซื้อจัดจ้าง ปีงบประมาณ พ.ศ. 2568", "จัดซื้อ 214 โครงการ ประหยัดงบประมาณร้อยละ 3.1")
    gifts = paper("ประกาศเจตนารมณ์ นโยบายไม่รับของขวัญ (No Gift Policy) ปี 2569", "บุคลากรทุกคนไม่รับของขวัญและของกำนัลทุกชนิด")
    rows = (
        ("memo_report", 107, office.memo(OFFICE, REPORT, "10 เมษายน 2569")),
        ("best", 109, best),
        ("announcement", 110, ANNOUNCEMENT),
        ("order", 111, Paper(ORDER.lines, scanned=True)),
        ("request", 112, office.request_form(OFFICE, ABOUT, ANNOUNCED)),
        ("memo", 113, office.memo(OFFICE, ABOUT, ANNOUNCED)),
        ("analysis", 134, analysis),
        ("followed", 135, followed),
        ("announcement_68", 138, office.announcement(OFFICE, "11 ธันวาคม 2567")),
        ("complaints_69", 139, complaints),
        ("gifts", 140, gifts),
    )  # fmt: skip
    return {key: Document(number=number, label="", paper=what) for key, number, what in rows}


def _others() -> dict[str, Document]:
    job = office.notice(OFFICE, "รับสมัครคัดเลือกพยาบาลวิชาชีพ", "รับสมัครวันที่ 10 - 26 มิถุนายน 2569", day="8 มิถุนายน 2569")
    examinees = office.notice(OFFICE, "รายชื่อผู้มีสิทธิเข้ารับการประเมิน", "1. นายกฤษณะ แสงดาว", day="22 พฤษภาคม 2569")
    made = {
        f"law{number}": Document(number=number, label="", paper=Paper((f"# {law}", "มาตรา ๑ กฎหมายนี้เรียกว่า", law)))
        for number, law in enumerate(LAWS, 130)
    }
    return made | {
        "job": Document(number=128, label="ประกาศรับสมัคร", paper=job, kind="docx"),
        "examinees": Document(number=129, label="รายชื่อแนบท้าย", paper=examinees),
        "foundation": Document(
            number=136, label="รายงานประจำปี 2568 มูลนิธิ", paper=FOUNDATION, owner="มูลนิธิ", published="2026-03-02"
        ),
    }
