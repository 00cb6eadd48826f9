"""The papers behind the builder's buttons; their addresses are hashes."""

from __future__ import annotations

import hashlib

from tests.sites import office
from tests.sites.office import Office
from tests.sites.papers import Paper

OFFICE = Office(
    name="โรงพยาบาลทุ่งสายลม",
    short="รพ.ทุ่งสายลม",
    province="อำเภอทุ่งสายลม จังหวัดชุมพร",
    reference="ชพ ๐๐๓๓.๓๐๔",
    head="แพทย์หญิงอารยา วงศ์สมุทร",
    head_title="ผู้อำนวยการโรงพยาบาลทุ่งสายลม",
    superior="นายแพทย์สาธารณสุขจังหวัดชุมพร",
    phone="0 7700 0188",
    services=("บริการผู้ป่วยนอก", "คลินิกโรคไตเรื้อรัง", "ห้องฉุกเฉิน", "การพยาบาลผู้ป่วยใน", "บริการปฐมภูมิ"),
)
DAY = "21 ธันวาคม 2566"
WEBMASTERS = (("นายกฤษดา เพชรรัตน์", "นักวิชาการคอมพิวเตอร์"), ("นางสาวปรียา สุขใส", "เจ้าพนักงานธุรการ"))
STEPS = (
    ("รับแจ้งเหตุและประเมินความเร่งด่วน", "2 นาที"),
    ("ตรวจรักษาเบื้องต้นและบันทึกสัญญาณชีพ", "15 นาที"),
    ("ตัดสินใจรับไว้หรือส่งต่อ", "30 นาที"),
)
BUYS = (("ยา 20 รายการ", 152_000), ("วัสดุวิทยาศาสตร์การแพทย์", 64_300))
MONTHS_2566 = office.FISCAL_MONTHS[8:]


def address(name: str) -> str:
    """Where a file lies, as the builder stores it."""
    return f"/_files/ugd/{hashlib.sha256(name.encode()).hexdigest()[:16]}.pdf"


def papers() -> dict[str, Paper]:
    """Every paper by its address."""
    monthly = {
        f"skr66-{number}": office.monthly_procurement(OFFICE, month, 2566, BUYS)
        for number, month in enumerate(MONTHS_2566, 9)
    }
    order = office.webmaster_order(OFFICE, "88/2566", "21 ธันวาคม พ.ศ. 2566", WEBMASTERS)
    named = monthly | {
        "strategy": office.strategy(OFFICE, 2566, 2570),
        "plan": office.action_plan(OFFICE, 2567),
        "planfin": office.budget(OFFICE, 2567),
        "pa": office.agreement(OFFICE, 2567),
        "kpi": office.performance_report(OFFICE, 2567),
        "sop": office.manual(OFFICE, "งานอุบัติเหตุและฉุกเฉิน", [(step, "") for step, _ in STEPS]),
        "form1": _form("แบบคำขอสำเนาเวชระเบียน"),
        "form2": _form("แบบคำร้องขอใบรับรองแพทย์"),
        "memo": office.memo(OFFICE, "ประกาศแนวทางการเผยแพร่ข้อมูลต่อสาธารณะ", DAY),
        "order": Paper(order.lines, scanned=True),
        "announcement": office.announcement(OFFICE, "21 ธันวาคม พ.ศ. 2566"),
        "publish-form": office.request_form(OFFICE, "แนวทางการเผยแพร่ข้อมูลต่อสาธารณะ", DAY),
        "duties-form": office.request_form(OFFICE, "หน้าที่และอำนาจของหน่วยงาน", DAY),
        "vacancy": office.notice(
            OFFICE,
            "รับสมัครพนักงานกระทรวงสาธารณสุข ตำแหน่งนักกายภาพบำบัด",
            "รับสมัครตั้งแต่วันที่ 10 - 30 มิถุนายน 2567",
            day="5 มิถุนายน 2567",
        ),
    }
    return {address(name): paper for name, paper in named.items()}


def _form(title: str) -> Paper:
    blank = "ข้าพเจ้า .................... มีความประสงค์ ...................."
    return Paper((f"# {title}", f"# {OFFICE.name}", blank, "ลงชื่อ .................... ผู้ยื่นคำขอ"))
