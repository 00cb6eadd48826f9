"""The papers of the district office, under the numbers that the content system gave them when they were uploaded."""

from __future__ import annotations

from tests.sites import office
from tests.sites.office import Office
from tests.sites.papers import Paper

OFFICE = Office(
    name="สำนักงานสาธารณสุขอำเภอท่าพรหม",
    short="สสอ.ท่าพรหม",
    province="จังหวัดพิจิตร",
    reference="พจ ๐๐๓๓.๓๐๘",
    head="นายวิเชียร บุญเกิด",
    head_title="สาธารณสุขอำเภอท่าพรหม",
    superior="นายแพทย์สาธารณสุขจังหวัดพิจิตร",
    phone="0-5600-0147",
    services=(
        "งานเฝ้าระวังและควบคุมโรคติดต่อ",
        "งานอนามัยสิ่งแวดล้อม",
        "งานคุ้มครองผู้บริโภค",
        "งานสุขภาพภาคประชาชน",
        "งานส่งเสริมสุขภาพผู้สูงอายุ",
    ),
)
DAY = "25 ธันวาคม 2566"
WEBMASTERS = (
    ("นายปกรณ์ เพ็งดี", "นักวิชาการสาธารณสุขชำนาญการ"),
    ("นางสาวสุนิสา อ่อนน้อม", "เจ้าพนักงานสาธารณสุขปฏิบัติงาน"),
)
STEPS = (
    ("ยื่นคำขอพร้อมเอกสารที่งานบริการ", "5 นาที"),
    ("เจ้าหน้าที่ตรวจสอบเอกสารและบันทึกข้อมูล", "15 นาที"),
    ("เสนอสาธารณสุขอำเภอพิจารณาลงนาม", "1 วันทำการ"),
    ("แจ้งผลและส่งมอบหนังสือ", "10 นาที"),
)
BUYS = (("วัสดุสำนักงาน 8 รายการ", 14_250), ("จ้างซ่อมเครื่องปรับอากาศ", 6_500), ("วัสดุคอมพิวเตอร์", 9_900))
SHARED = ("plan", "o12", "moit2-10", "moit2-11", "o14")
"""The names under which one and the same file is served."""
# When the files were uploaded: in this order, a minute apart.
UPLOADED = (
    *SHARED,
    "strategy",
    "plan-memo",
    "plan-form",
    "annual",
    "annual-form",
    "pa",
    "guide",
    "guide-memo",
    "order",
    "order-memo",
    "announcement",
    "publish-form",
    "cio-form",
    "satisfaction",
    "buy-plan",
    "nogift",
    "ethics",
    "risk",
    "plan66",
    "plan65",
    "m18a",
    "m18b",
    "leave-form",
    "blank-form",
    "complaint-manual",
    "oia9-memo",
    *(f"skr{number}" for number in range(1, 9)),
)


def address(name: str) -> str:
    """Where a file lies: its number is the time of its upload."""
    return f"/fileupload/202312251{4000 + 100 * UPLOADED.index(name):04}0cid.pdf"


def papers() -> dict[str, Paper]:
    """Every paper by its address."""
    named = _disclosure() | _publication() | _procurement() | _others()
    return {address(name): paper for name, paper in named.items()}


def _disclosure() -> dict[str, Paper]:
    plan = office.action_plan(OFFICE, 2567)
    return dict.fromkeys(SHARED, plan) | {
        "strategy": office.strategy(OFFICE, 2566, 2570),
        "plan-memo": office.memo(OFFICE, "แผนปฏิบัติราชการ ประจำปีงบประมาณ พ.ศ. 2567", DAY),
        "plan-form": office.request_form(OFFICE, "แผนดำเนินงานประจำปี", DAY),
        "plan66": office.action_plan(OFFICE, 2566),
        "plan65": office.action_plan(OFFICE, 2565),
        "annual": office.annual_report(OFFICE, 2566),
        "annual-form": office.request_form(OFFICE, "รายงานผลการดำเนินงานประจำปี", DAY),
        "pa": office.agreement(OFFICE, 2566),
        "guide": office.guide(OFFICE, "การขอหนังสือรับรองผลการตรวจประเมินสถานประกอบการ", STEPS),
        "guide-memo": office.memo(OFFICE, "คู่มือสำหรับประชาชน", DAY),
        "complaint-manual": office.manual(OFFICE, "การจัดการเรื่องร้องเรียนการทุจริต", [("รับเรื่อง", ""), ("แจ้งผล", "")]),
    }


def _publication() -> dict[str, Paper]:
    return {
        "order": office.webmaster_order(OFFICE, "31/2566", "20 ธันวาคม พ.ศ. 2566", WEBMASTERS),
        "order-memo": office.memo(OFFICE, "คำสั่งแต่งตั้งผู้ดูแลเว็บไซต์", DAY, scanned=True),
        "announcement": office.announcement(OFFICE, "26 ธันวาคม พ.ศ. 2565"),
        "publish-form": office.request_form(OFFICE, "มาตรการเผยแพร่ข้อมูลต่อสาธารณะ", DAY),
        "cio-form": office.request_form(OFFICE, "ข้อมูลผู้บริหารเทคโนโลยีสารสนเทศระดับสูง (CIO)", DAY),
        "oia9-memo": office.memo(OFFICE, "ดัชนีข้อมูลข่าวสารตามมาตรา 9", DAY),
    }


def _procurement() -> dict[str, Paper]:
    monthly = {
        f"skr{number}": office.monthly_procurement(
            OFFICE, month, 2566 if number <= 3 else 2567, BUYS[number % 3 :] if number != 5 else ()
        )
        for number, month in enumerate(office.FISCAL_MONTHS[:8], 1)
    }
    lines = ("|รายการ|วงเงิน (บาท)|คาดว่าจะประกาศ|", "|วัสดุสำนักงาน|60,000|พ.ย. 66|", "|วัสดุคอมพิวเตอร์|45,000|ก.พ. 67|")
    heading = "เผยแพร่แผนการจัดซื้อจัดจ้าง ประจำปีงบประมาณ พ.ศ. 2567"
    return monthly | {"buy-plan": office.notice(OFFICE, heading, *lines, day="10 พฤศจิกายน 2566")}


def _others() -> dict[str, Paper]:
    return {
        "satisfaction": Paper(
            (
                "# รายงานผลการสำรวจความพึงพอใจผู้รับบริการ",
                f"# {OFFICE.name} ประจำปีงบประมาณ พ.ศ. 2567",
                "|ด้าน|ร้อยละ|",
                "|ด้านเจ้าหน้าที่ผู้ให้บริการ|91.20|",
                "|ด้านสถานที่|84.75|",
            )
        ),
        "nogift": office.notice(OFFICE, "เจตนารมณ์ No Gift Policy ประจำปีงบประมาณ พ.ศ. 2567", day=DAY),
        "ethics": Paper(
            ("# สรุปการอบรมจริยธรรมและการรักษาวินัย", f"# {OFFICE.name}", "วันที่ 12 มกราคม 2567 ผู้เข้าอบรม 38 คน")
        ),
        "risk": Paper(("# การประเมินความเสี่ยงการทุจริต ประจำปีงบประมาณ พ.ศ. 2567", f"# {OFFICE.name}")),
        "m18a": Paper(("# การประเมินความเสี่ยงผลประโยชน์ทับซ้อน ปีงบประมาณ พ.ศ. 2565", f"# {OFFICE.name}")),
        "m18b": Paper(("# มาตรการป้องกันการทุจริต ปีงบประมาณ พ.ศ. 2565", f"# {OFFICE.name}")),
        "leave-form": Paper(("# แบบใบลาป่วย ลาคลอดบุตร ลากิจส่วนตัว", "เขียนที่ ........", "เรียน สาธารณสุขอำเภอท่าพรหม")),
        "blank-form": Paper(
            (
                "# แบบฟอร์มการขอเผยแพร่ข้อมูลผ่านเว็บไซต์ของหน่วยงานในราชการบริหารส่วนภูมิภาค",
                "ชื่อหน่วยงาน : ....................",
                "วัน/เดือน/ปี : ....................",
                "หัวข้อ : ....................",
            )
        ),
    }
