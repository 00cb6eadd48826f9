"""The papers that the provincial office gives out behind tickets."""

from __future__ import annotations

from base64 import b64encode
from urllib.parse import quote

from tests.sites import office
from tests.sites.office import Office
from tests.sites.papers import Paper

DAY = "16 ธันวาคม 2567"
OFFICE = Office(
    name="สำนักงานสาธารณสุขจังหวัดหินลาด",
    short="สสจ.หินลาด",
    province="จังหวัดหินลาด",
    reference="หล ๐๐๓๓.๐๐๑",
    head="นายแพทย์พงษ์ศักดิ์ เรืองรอง",
    head_title="นายแพทย์สาธารณสุขจังหวัดหินลาด",
    superior="ผู้ว่าราชการจังหวัดหินลาด",
    phone="0-4299-7100",
    services=(
        "งานควบคุมโรคติดต่อ",
        "งานคุ้มครองผู้บริโภคด้านสาธารณสุข",
        "งานอนามัยสิ่งแวดล้อม",
        "งานพัฒนาคุณภาพบริการปฐมภูมิ",
        "งานส่งเสริมสุขภาพกลุ่มวัย",
    ),
)
BUYS = (("วัสดุสำนักงาน", 24_300), ("จ้างเหมาบำรุงรักษารถยนต์", 15_800), ("วัสดุคอมพิวเตอร์", 39_900))


def ticket(name: str, number: int) -> str:
    """The address behind which a file lies."""
    return f"/LinkClick.aspx?fileticket={quote(b64encode(name.encode()).decode())}&tabid={number}&mid={number + 400}"


def papers() -> dict[str, Paper]:
    """Every paper by its address."""
    return {ticket(name, number): paper for (name, number), paper in _named().items()}


def _named() -> dict[tuple[str, int], Paper]:
    skr = {
        ("skr10", 82): office.monthly_procurement(OFFICE, "ตุลาคม", 2567, BUYS),
        ("skr11", 82): office.monthly_procurement(OFFICE, "พฤศจิกายน", 2567, ()),
        ("skr12", 82): office.monthly_procurement(OFFICE, "ธันวาคม", 2567, BUYS[:2]),
        ("skr01", 82): office.monthly_procurement(OFFICE, "มกราคม", 2568, BUYS[1:]),
    }
    return skr | _plans() | _tree() | _services() | _notices()


def _plans() -> dict[tuple[str, int], Paper]:
    return {
        ("nation20", 66): Paper(
            (
                "# ยุทธศาสตร์ชาติ ระยะ ๒๐ ปี (พ.ศ. ๒๕๖๑ - ๒๕๘๐)",
                "# สำนักงานสภาพัฒนาการเศรษฐกิจและสังคมแห่งชาติ",
                "ยุทธศาสตร์ชาติด้านความมั่นคง ด้านการสร้างความสามารถในการแข่งขัน ด้านการพัฒนาศักยภาพทรัพยากรมนุษย์",
            )
        ),
        ("plan68", 67): office.action_plan(OFFICE, 2567),
        ("ar67", 67): office.annual_report(OFFICE, 2567),
        ("pa67", 67): office.agreement(OFFICE, 2567),
        ("trial", 67): Paper(
            ("# งบทดลอง ประจำเดือน มกราคม 2568", f"# {OFFICE.name}", "|บัญชี|เดบิต|เครดิต|", "|เงินฝากคลัง|1,200|-|")
        ),
    }


def _tree() -> dict[tuple[str, int], Paper]:
    return {
        ("m1memo", 83): office.memo(OFFICE, "คำสั่งและประกาศการเผยแพร่ข้อมูลผ่านเว็บไซต์", DAY),
        ("m1order", 83): office.webmaster_order(
            OFFICE, "1055/2567", "16 ธันวาคม พ.ศ. 2567", [("นายศุภชัย ดีพร้อม", "นักวิชาการคอมพิวเตอร์ชำนาญการ")]
        ),
        ("m1ann", 83): office.announcement(OFFICE, "16 ธันวาคม พ.ศ. 2567"),
        ("m1form", 83): office.request_form(OFFICE, "ประกาศแนวทางการเผยแพร่ข้อมูลต่อสาธารณะ", DAY),
        ("m2duty", 83): office.request_form(OFFICE, "หน้าที่และอำนาจของหน่วยงาน", DAY),
        ("m2bud", 83): office.memo(OFFICE, "แผนการใช้จ่ายงบประมาณประจำปี 2568", DAY),
        ("m2sop", 83): office.manual(
            OFFICE, "การจัดการเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ", [("รับเรื่อง", "1 วัน"), ("แจ้งผล", "15 วัน")]
        ),
        ("m1ann67", 83): office.announcement(OFFICE, "20 ธันวาคม พ.ศ. 2566"),
        ("plan67", 83): office.action_plan(OFFICE, 2567),
    }


def _services() -> dict[tuple[str, int], Paper]:
    return {
        ("guide-drug", 70): office.guide(
            OFFICE, "การขออนุญาตขายยาแผนปัจจุบัน", [("ยื่นคำขอ", ""), ("ตรวจสถานที่", ""), ("พิจารณาออกใบอนุญาต", "")]
        ),
        ("form-drug", 71): Paper(("# แบบคำขออนุญาตขายยา (ข.ย.1)", "ชื่อผู้ขออนุญาต ..........", "ลงชื่อ .......... ผู้ยื่นคำขอ")),
        ("form-clinic", 71): Paper(
            ("# แบบคำขออนุมัติแผนงานการจัดตั้งสถานพยาบาล (ส.พ.1)", "ข้าพเจ้า ..........", "ลงชื่อ ..........")
        ),
        ("use-hdc", 72): Paper(("# คู่มือการใช้งานโปรแกรม HDC", "๑. เปิดโปรแกรม ๒. กรอกชื่อผู้ใช้ ๓. เลือกรายงาน")),
    }


def _notices() -> dict[tuple[str, int], Paper]:
    return {
        ("job1", 113): office.notice(
            OFFICE,
            "รับสมัครบุคคลเพื่อเลือกสรรเป็นพนักงานราชการทั่วไป ตำแหน่ง นักวิชาการสาธารณสุข",
            "รับสมัครตั้งแต่วันที่ 10 - 28 กุมภาพันธ์ 2568",
            day="3 กุมภาพันธ์ พ.ศ. 2568",
        ),
        ("buy1", 114): office.notice(
            OFFICE,
            "ประกวดราคาจ้างก่อสร้างอาคารคลังเวชภัณฑ์ ด้วยวิธี e-bidding",
            "ยื่นข้อเสนอวันที่ 26 กุมภาพันธ์ 2568",
            day="6 กุมภาพันธ์ พ.ศ. 2568",
        ),
        ("win1", 115): office.notice(
            OFFICE, "ประกาศผู้ชนะการเสนอราคา จ้างเหมาทำความสะอาด", "ผู้ชนะ ได้แก่ หจก. หินลาดคลีน", day="8 มกราคม พ.ศ. 2568"
        ),
    }
