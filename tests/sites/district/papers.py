"""The papers that the district office has put online."""

from __future__ import annotations

from tests.sites import office
from tests.sites.office import Office
from tests.sites.papers import Paper

OFFICE = Office(
    name="สำนักงานสาธารณสุขอำเภอนาคำหวาน",
    short="สสอ.นาคำหวาน",
    province="จังหวัดร้อยเอ็ด",
    reference="รอ ๐๐๓๓.๓๒๑",
    head="นายประยูร แก้วมณี",
    head_title="สาธารณสุขอำเภอนาคำหวาน",
    superior="นายแพทย์สาธารณสุขจังหวัดร้อยเอ็ด",
    phone="0-4300-0118",
    services=(
        "การป้องกันและควบคุมโรคไข้เลือดออก",
        "การคัดกรองโรคเบาหวานและความดันโลหิตสูง",
        "การดูแลผู้สูงอายุและผู้พิการ",
        "การอนามัยแม่และเด็ก",
        "การคุ้มครองผู้บริโภคด้านผลิตภัณฑ์สุขภาพ",
    ),
)
WEBMASTERS = (
    ("นายธีรเดช วงศ์คำ", "นักวิชาการคอมพิวเตอร์"),
    ("นางสาวกานดา ทองพูน", "นักวิชาการสาธารณสุขปฏิบัติการ"),
)
STEPS = (
    ("รับคำขอและตรวจสอบเอกสารให้ครบถ้วน", "30 นาที"),
    ("นัดหมายและออกตรวจประเมินสถานประกอบการ", "5 วันทำการ"),
    ("สรุปผลการตรวจประเมินเสนอผู้บังคับบัญชา", "2 วันทำการ"),
    ("แจ้งผลให้ผู้ประกอบการทราบ", "1 วันทำการ"),
)
BUYS = (("วัสดุสำนักงาน", 12_400), ("น้ำมันเชื้อเพลิง", 8_300), ("ค่าจ้างเหมาทำความสะอาด", 6_000))


def papers() -> dict[str, Paper]:
    """Every paper by its address."""
    return _plans() | _manuals() | _procurement() | _disclosure()


def _plans() -> dict[str, Paper]:
    return {
        "/file/strategy66-70.pdf": office.strategy(OFFICE, 2566, 2570),
        "/file/plan67.pdf": office.action_plan(OFFICE, 2567),
        "/file/plan66.pdf": office.action_plan(OFFICE, 2566),
        "/file/annual66.pdf": office.annual_report(OFFICE, 2566, scanned=True),
        "/file/pa66.pdf": office.agreement(OFFICE, 2566),
        "/file/report67-6.pdf": office.performance_report(OFFICE, 2567),
        "/file/report66-12.pdf": office.performance_report(OFFICE, 2566, "รอบ 12 เดือน"),
    }


def _manuals() -> dict[str, Paper]:
    certificate = "การขอหนังสือรับรองการแจ้งสถานประกอบกิจการที่เป็นอันตรายต่อสุขภาพ"
    return {
        "/file/manual-license.pdf": office.manual(OFFICE, "การตรวจประเมินสถานประกอบการด้านสุขภาพ", STEPS),
        "/file/manual-refer.pdf": office.manual(OFFICE, "การควบคุมโรคติดต่อในพื้นที่", STEPS[1:]),
        "/file/guide-citizen.pdf": office.guide(OFFICE, certificate, [(step, "") for step, _ in STEPS]),
        "/file/form-oia.pdf": Paper(
            (
                "# แบบคำขอข้อมูลข่าวสารของราชการ",
                f"เขียนที่ {OFFICE.name}",
                "ข้าพเจ้า .................... อายุ ...... ปี มีความประสงค์ขอข้อมูลข่าวสาร เรื่อง ....................",
                "ลงชื่อ ........................ ผู้ขอข้อมูล",
            )
        ),
        "/file/form-request.pdf": Paper(
            (
                "# แบบคำร้องทั่วไป",
                f"เขียนที่ {OFFICE.name}  วันที่ ...... เดือน ............ พ.ศ. ......",
                "เรื่อง ........................  เรียน สาธารณสุขอำเภอนาคำหวาน",
                "ลงชื่อ ........................ ผู้ยื่นคำร้อง",
            )
        ),
        "/file/reg-moph-2556.pdf": Paper(
            (
                "# ระเบียบกระทรวงสาธารณสุข",
                "# ว่าด้วยอาสาสมัครสาธารณสุขประจำหมู่บ้าน พ.ศ. ๒๕๕๔",
                "ข้อ ๑ ระเบียบนี้เรียกว่า ระเบียบกระทรวงสาธารณสุข ว่าด้วยอาสาสมัครสาธารณสุขประจำหมู่บ้าน พ.ศ. ๒๕๕๔",
                "ข้อ ๒ ระเบียบนี้ให้ใช้บังคับตั้งแต่วันถัดจากวันประกาศในราชกิจจานุเบกษาเป็นต้นไป",
            )
        ),
    }


def _procurement() -> dict[str, Paper]:
    months = office.FISCAL_MONTHS[:8]
    monthly = {
        f"/file/skr67-{number:02}.pdf": office.monthly_procurement(
            OFFICE, month, 2566 if number <= 3 else 2567, BUYS[: 1 + number % 3]
        )
        for number, month in enumerate(months, 1)
    }
    vacancy = office.notice(
        OFFICE,
        "รับสมัครบุคคลเพื่อเลือกสรรเป็นพนักงานกระทรวงสาธารณสุขทั่วไป",
        "ตำแหน่งเจ้าพนักงานสาธารณสุข จำนวน 1 อัตรา ค่าจ้างเดือนละ 12,100 บาท",
        "ยื่นใบสมัครได้ที่งานบริหารทั่วไป ระหว่างวันที่ 10 - 21 มิถุนายน 2567 ในวันและเวลาราชการ",
        day="5 มิถุนายน พ.ศ. 2567",
    )
    return monthly | {"/file/job-0667.pdf": vacancy}


def _disclosure() -> dict[str, Paper]:
    """What the yearly transparency folder holds: each thing between its memo and its request form."""
    day = "25 ธันวาคม 2566"
    return {
        "/ita67/doc/m1-1-memo.pdf": office.memo(OFFICE, "คำสั่งแต่งตั้งผู้ดูแลเว็บไซต์", day),
        "/ita67/doc/m1-2-order.pdf": office.webmaster_order(OFFICE, "48/2566", day, WEBMASTERS),
        "/ita67/doc/m1-3-announce.pdf": office.announcement(OFFICE, "25 ธันวาคม พ.ศ. 2566"),
        "/ita67/doc/m1-4-form.pdf": office.request_form(OFFICE, "แนวทางการเผยแพร่ข้อมูลต่อสาธารณะ", day),
        "/ita67/doc/m2-9-memo.pdf": office.memo(OFFICE, "แผนปฏิบัติการประจำปีงบประมาณ 2567", "13 พฤศจิกายน 2566"),
        "/ita67/doc/m2-9-form.pdf": office.request_form(OFFICE, "แผนปฏิบัติการประจำปี", "14 พฤศจิกายน 2566"),
        "/ita67/doc/m2-cio-memo.pdf": office.memo(OFFICE, "คำสั่งแต่งตั้งผู้บริหารเทคโนโลยีสารสนเทศระดับสูง (CIO)", day),
    }
