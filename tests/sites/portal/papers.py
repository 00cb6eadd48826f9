"""The papers of the provincial portal: some under their path, some behind a handler that knows them by number."""

from __future__ import annotations

from tests.sites import office
from tests.sites.office import Office
from tests.sites.paper_files import file_of
from tests.sites.papers import Paper, pdf

OFFICE = Office(
    name="สำนักงานสาธารณสุขจังหวัดภูผาสัก",
    short="สสจ.ภูผาสัก",
    province="จังหวัดภูผาสัก",
    reference="ภผ ๐๐๓๓.๐๐๒",
    head="นายแพทย์วรวุฒิ ชัยภูมิ",
    head_title="นายแพทย์สาธารณสุขจังหวัดภูผาสัก",
    superior="ผู้ว่าราชการจังหวัดภูผาสัก",
    phone="0-4577-2201",
    services=("ระบบบริการสุขภาพพื้นที่สูง", "โรคไม่ติดต่อเรื้อรัง", "คุ้มครองผู้บริโภค", "อนามัยสิ่งแวดล้อม", "ระบบข้อมูลสุขภาพ"),
)
GROUP = "กลุ่มงานควบคุมโรคติดต่อ"
UP = "/UploadFiles/"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LICENSING = (
    ("ตรวจสอบคำขอและเอกสารหลักฐาน", "1 ชั่วโมง"),
    ("ตรวจสถานที่ร่วมกับ สสอ.", "15 วันทำการ"),
    ("เสนอคณะอนุกรรมการและผู้อนุญาตลงนาม", "10 วันทำการ"),
    ("แจ้งผลและออกใบอนุญาต", "1 วันทำการ"),
)
MONTHS = (("ธันวาคม", 2567), ("พฤศจิกายน", 2567), ("ตุลาคม", 2567), ("กันยายน", 2567))
BUYS = (("วัสดุสำนักงาน 18 รายการ", 42_600), ("จ้างพิมพ์แผ่นพับ", 9_900))
WEBMASTERS = (("นายอดิศร คงทน", "นักวิชาการคอมพิวเตอร์ชำนาญการ"), ("นางสาวพิมพ์ใจ แสนดี", "นักวิชาการคอมพิวเตอร์ปฏิบัติการ"))


def paper(title: str, *lines: str) -> Paper:
    """A paper of the office that follows no form."""
    return Paper((f"# {title}", f"# {OFFICE.name}", *lines, *office.signed(OFFICE)))


def order(*names: tuple[str, str], scanned: bool = False) -> Paper:
    """The order on the web masters."""
    made = office.webmaster_order(OFFICE, "312/2567", "21 ตุลาคม พ.ศ. 2567", names)
    return Paper(made.lines, scanned=scanned)


def leave(title: str) -> Paper:
    """A form to be filled in."""
    return Paper(
        (f"# {title}", "เขียนที่......................", "ข้าพเจ้า......................มีความประสงค์......................")
    )


STRUCTURE = paper(
    "แผนภูมิโครงสร้างสำนักงานสาธารณสุขจังหวัดภูผาสัก ปี 2568",
    "นายแพทย์สาธารณสุขจังหวัด",
    "|กลุ่มงานบริหารทั่วไป|กลุ่มงานพัฒนายุทธศาสตร์สาธารณสุข|กลุ่มงานบริหารทรัพยากรบุคคล|",
    "|กลุ่มงานควบคุมโรคติดต่อ|กลุ่มงานคุ้มครองผู้บริโภคฯ|กลุ่มงานสุขภาพดิจิทัล|",
)
GROUP_PLAN = Paper(
    (
        f"# แผนปฏิบัติการ{GROUP}",
        "# ปีงบประมาณ พ.ศ. 2568",
        f"{GROUP} สำนักงานสาธารณสุขจังหวัดภูผาสัก",
        "|ที่|กิจกรรม|ระยะเวลา|",
        "|1|สอบสวนโรคไข้เลือดออกภายใน 24 ชั่วโมง|ต.ค. 2567 - ก.ย. 2568|",
        "|2|อบรมทีมเฝ้าระวังสอบสวนโรคระดับตำบล|ก.พ. 2568|",
        "(นางสาวชนิดา พรหมดี)",
        f"หัวหน้า{GROUP}",
    )
)
RESULTS = Paper(
    (
        "# รายงานผลการปฏิบัติราชการตามคำรับรองการปฏิบัติราชการ",
        "# ประจำปีงบประมาณ พ.ศ. 2567 รอบ 12 เดือน",
        f"# {OFFICE.name}",
        "|ตัวชี้วัด|เป้าหมาย|ผลงาน|คะแนน|",
        *[f"|{service}|ร้อยละ 80|ร้อยละ {78 + number}|4.{number}|" for number, service in enumerate(OFFICE.services)],
        *office.signed(OFFICE),
    )
)
SOP = office.manual(OFFICE, "การพิจารณาอนุญาตสถานพยาบาล", LICENSING)
GUIDE = office.guide(OFFICE, "การขอใบอนุญาตให้ประกอบกิจการสถานพยาบาล (คลินิก)", LICENSING)


def by_path() -> dict[str, Paper]:
    """The papers that have a path of their own."""
    subject = "MOIT 1 ประกาศแนวทางการเผยแพร่ข้อมูลต่อสาธารณะฯ"
    return {
        f"{UP}2568/structure68.pdf": STRUCTURE,
        f"{UP}2567/strat_66_70_rev68.pdf": office.strategy(OFFICE, 2566, 2570),
        f"{UP}2566/annual66.pdf": office.annual_report(OFFICE, 2566),
        f"{UP}2568/pa68.pdf": office.agreement(OFFICE, 2568),
        f"{UP}2567/pa67_result12.pdf": RESULTS,
        f"{UP}2568/ITA/M1-1.pdf": office.memo(OFFICE, "ประกาศแนวทางการเผยแพร่ข้อมูลต่อสาธารณะ", "20 ธันวาคม 2567"),
        f"{UP}2567/announce_web.pdf": office.announcement(OFFICE, "25 ธันวาคม 2566"),
        f"{UP}2568/ITA/M1-order.pdf": order(*WEBMASTERS, scanned=True),
        f"{UP}2568/ITA/M1-form.pdf": office.request_form(OFFICE, subject, "20 ธันวาคม 2567"),
        f"{UP}2568/ITA/M2-form.pdf": office.request_form(OFFICE, "MOIT 2 ข้อมูลข่าวสารที่เป็นปัจจุบัน", "23 ธันวาคม 2567"),
        f"{UP}2568/ITA/M3.pdf": paper(
            "รายงานการวิเคราะห์ผลการจัดซื้อจัดจ้าง ประจำปีงบประมาณ พ.ศ. 2567", "การวิเคราะห์ความเสี่ยง", "การประหยัดงบประมาณ"
        ),
        f"{UP}2568/ITA/M9.pdf": paper("คู่มือการปฏิบัติงานการร้องเรียนการทุจริตและประพฤติมิชอบ", "1. รับเรื่อง", "2. สอบข้อเท็จจริง"),
        f"{UP}2568/ITA/M15.pdf": paper(
            "แผนปฏิบัติการป้องกัน ปราบปรามการทุจริตและประพฤติมิชอบ ปีงบประมาณ พ.ศ. 2568", "โครงการ 3 โครงการ"
        ),
        "/cdc/files/plan_cdc_68.pdf": GROUP_PLAN,
        "/cpd/files/sop_clinic.pdf": SOP,
        "/cpd/files/guide_clinic.pdf": GUIDE,
        "/cpd/files/form_sp1.pdf": leave("แบบ ส.พ.1 คำขออนุมัติแผนงานจัดตั้งสถานพยาบาล"),
        "/cpd/files/form_sp5.pdf": leave("แบบ ส.พ.5 คำขอรับใบอนุญาตให้ประกอบกิจการสถานพยาบาล"),
        "/hr/files/leave.pdf": leave("แบบใบลาพักผ่อน"),
        "/hr/files/appraise.pdf": paper("ประกาศรายชื่อข้าราชการที่มีผลการประเมินระดับดีเด่น รอบ 2/2567", "1. นายอดิศร คงทน"),
    }


def by_number() -> dict[int, tuple[str, str, bytes]]:
    """What the handler gives for a number: name, content type, bytes."""
    given = {
        71: ("r2r_tb.pdf", paper("การพัฒนารูปแบบการดูแลผู้ป่วยวัณโรคแบบมีพี่เลี้ยงบนพื้นที่สูง", "บทคัดย่อ การวิจัยเชิงปฏิบัติการ")),
        72: ("salt.pdf", paper("ปัจจัยที่มีผลต่อพฤติกรรมการบริโภคเค็มของ อสม.", "บทคัดย่อ กลุ่มตัวอย่าง 320 คน")),
        73: ("fda_online.pdf", Paper(("# คู่มือเลือกซื้อผลิตภัณฑ์สุขภาพออนไลน์ให้ปลอดภัย", "# สำนักงานคณะกรรมการอาหารและยา"))),
        81: (
            "job_pharm.pdf",
            office.notice(
                OFFICE,
                "รับสมัครคัดเลือก ตำแหน่งเภสัชกรปฏิบัติการ",
                "รับสมัครตั้งแต่วันที่ 27 มกราคม 2568 ถึงวันที่ 7 กุมภาพันธ์ 2568",
                day="15 มกราคม 2568",
            ),
        ),
        82: (
            "ebid_aed.pdf",
            office.notice(
                OFFICE, "ประกวดราคาซื้อเครื่อง AED 20 เครื่อง", "ยื่นข้อเสนอวันที่ 30 มกราคม 2568", day="16 มกราคม 2568"
            ),
        ),
    }
    files = {number: (name, "application/pdf", pdf(made)) for number, (name, made) in given.items()}
    files[61] = ("budget68.xlsx", EXCEL, file_of("xlsx", office.budget(OFFICE, 2568)))
    for number, (month, year) in enumerate(MONTHS, 51):
        made = office.monthly_procurement(OFFICE, month, year, BUYS)
        files[number] = (f"skr1_{number}.pdf", "application/pdf", pdf(made))
    return files
