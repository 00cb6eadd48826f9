"""The papers that the provincial office has put online."""

from __future__ import annotations

from tests.sites import office
from tests.sites.office import Office
from tests.sites.papers import Paper

OFFICE = Office(
    name="สำนักงานสาธารณสุขจังหวัดภูธารา",
    short="สสจ.ภูธารา",
    province="จังหวัดภูธารา",
    reference="ภธ ๐๐๓๓.๐๐๑",
    head="นายแพทย์กิตติพงษ์ ธาราวัฒน์",
    head_title="นายแพทย์สาธารณสุขจังหวัดภูธารา",
    superior="ผู้ว่าราชการจังหวัดภูธารา",
    phone="0-5400-0200",
    services=(
        "การควบคุมโรคติดต่อนำโดยแมลง",
        "ระบบบริการสุขภาพปฐมภูมิ",
        "การคุ้มครองผู้บริโภคด้านยาและอาหาร",
        "ระบบสุขภาพดิจิทัล",
        "การสร้างเสริมสุขภาพทุกกลุ่มวัย",
    ),
)
WEBMASTERS = (
    ("นายณัฐพล ศรีธารา", "นักวิชาการคอมพิวเตอร์ชำนาญการ"),
    ("นางสาวปวีณา คำหล้า", "นักวิชาการคอมพิวเตอร์ปฏิบัติการ"),
    ("นายเอกชัย บุญมา", "นักประชาสัมพันธ์"),
)
STEPS = (
    ("ยื่นคำขอพร้อมเอกสารหลักฐาน", "15 นาที"),
    ("ตรวจสอบความครบถ้วนของเอกสาร", "1 วันทำการ"),
    ("ตรวจสถานที่", "10 วันทำการ"),
    ("พิจารณาออกใบอนุญาตและแจ้งผล", "5 วันทำการ"),
)


def papers() -> dict[str, Paper]:
    """Every paper by its address."""
    return {
        f"/assets/docs/{name}.pdf": paper for name, paper in (_plans() | _manuals() | _notices() | _web()).items()
    }


def _plans() -> dict[str, Paper]:
    return {
        "plan2567": office.action_plan(OFFICE, 2567),
        "budget2566": office.budget(OFFICE, 2566),
        "pa2567": office.agreement(OFFICE, 2567),
        **{
            f"skr-2566-{number:02}": office.monthly_procurement(
                OFFICE, office.MONTHS[number - 1], 2566, [("วัสดุสำนักงาน", number * 3_000)]
            )
            for number in (6, 7, 8)
        },
    }


def _manuals() -> dict[str, Paper]:
    manual = office.manual(OFFICE, "การอนุญาตด้านผลิตภัณฑ์สุขภาพ", STEPS)
    return {
        "manual": Paper(manual.lines, scanned=True),
        "complaint-manual": office.manual(OFFICE, "การร้องเรียนการทุจริตและประพฤติมิชอบ", [("รับเรื่อง", "1 วัน")]),
        "guide-drugstore": office.guide(OFFICE, "การขออนุญาตเปิดร้านขายยาแผนปัจจุบัน", STEPS),
        "guide-clinic": office.guide(OFFICE, "การขออนุญาตประกอบกิจการสถานพยาบาล (คลินิก)", STEPS),
    }


def _notices() -> dict[str, Paper]:
    return {
        "job-2567-2": office.notice(
            OFFICE,
            "รับสมัครบุคคลเพื่อเลือกสรรเป็นลูกจ้างชั่วคราว",
            "ตำแหน่งนักวิชาการสาธารณสุข จำนวน 2 อัตรา รับสมัครวันที่ 17 - 28 มิถุนายน 2567",
            day="7 มิถุนายน พ.ศ. 2567",
        ),
        "job-2567-1": office.notice(
            OFFICE, "รายชื่อผู้ผ่านการคัดเลือก ตำแหน่งเจ้าพนักงานธุรการ", "1. นางสาวสุดา ใจงาม", day="4 มีนาคม พ.ศ. 2567"
        ),
        "buy-67-12": office.notice(
            OFFICE, "ประกวดราคาซื้อตู้เย็นเก็บวัคซีน", "จำนวน 4 ตู้ วงเงิน 520,000 บาท", day="10 มิถุนายน พ.ศ. 2567"
        ),
        "buy-67-11": office.notice(
            OFFICE, "ราคากลางจ้างปรับปรุงห้องประชุม", "ราคากลาง 480,000 บาท", day="14 พฤษภาคม พ.ศ. 2567"
        ),
        "win-67-9": office.notice(
            OFFICE,
            "ผู้ชนะการเสนอราคา จ้างปรับปรุงห้องประชุม",
            "ผู้ได้รับการคัดเลือก หจก.ธาราการช่าง เสนอราคา 471,000 บาท",
            day="3 มิถุนายน พ.ศ. 2567",
        ),
    }


def _web() -> dict[str, Paper]:
    form = office.request_form(OFFICE, "", "").lines
    return {
        "web-order": office.webmaster_order(OFFICE, "9/2567", "8 มกราคม พ.ศ. 2567", WEBMASTERS),
        "announce2565": office.announcement(OFFICE, "26 ธันวาคม พ.ศ. 2565"),
        "blank-form": Paper(
            (*form[:2], *(f"{line.partition(':')[0].strip()} ....................." for line in form[2:8]))
        ),
    }
