"""The few papers that the subdistrict hospital has put online."""

from __future__ import annotations

from tests.sites import office
from tests.sites.office import Office
from tests.sites.papers import Paper

OFFICE = Office(
    name="โรงพยาบาลส่งเสริมสุขภาพตำบลโคกกระทิง",
    short="รพ.สต.โคกกระทิง",
    province="อำเภอเมืองชัย จังหวัดสุรินทร์",
    reference="สร ๐๐๓๓.๓๑๒.๐๔",
    head="นางบุษบา แสนดี",
    head_title="ผู้อำนวยการโรงพยาบาลส่งเสริมสุขภาพตำบลโคกกระทิง",
    superior="สาธารณสุขอำเภอเมืองชัย",
    phone="๐ ๔๔๐๐ ๐๑๗๗",
    services=("การคัดกรองเบาหวานความดัน", "การเยี่ยมบ้านผู้ป่วยติดเตียง", "การให้วัคซีนเด็ก", "การดูแลหญิงตั้งครรภ์"),
)


def papers() -> dict[str, Paper]:
    """Every paper by its address."""
    regulation = "ระเบียบกระทรวงสาธารณสุข ว่าด้วยอาสาสมัครสาธารณสุขประจำหมู่บ้าน พ.ศ. ๒๕๕๔"
    return {
        "/file/plan67.pdf": Paper(office.action_plan(OFFICE, 2567).lines, scanned=True),
        "/file/annual64.pdf": office.annual_report(OFFICE, 2564),
        "/file/annual63.pdf": office.annual_report(OFFICE, 2563),
        "/file/law1.pdf": Paper(
            ("# พระราชบัญญัติการสาธารณสุข พ.ศ. ๒๕๓๕", "มาตรา ๑ พระราชบัญญัตินี้เรียกว่า พระราชบัญญัติการสาธารณสุข")
        ),
        "/file/law2.pdf": Paper(("# พระราชบัญญัติโรคติดต่อ พ.ศ. ๒๕๕๘", "มาตรา ๑ พระราชบัญญัตินี้เรียกว่า พระราชบัญญัติโรคติดต่อ")),
        "/file/law3.pdf": Paper((f"# {regulation}", f"ข้อ ๑ ระเบียบนี้เรียกว่า {regulation}")),
        "/file/jhcis.pdf": Paper(("# คู่มือการใช้งานโปรแกรม JHCIS", "๑. เปิดโปรแกรม ๒. ใส่ชื่อผู้ใช้และรหัสผ่าน ใช้เวลา 5 นาที")),
        "/file/buy67-2.pdf": office.notice(
            OFFICE, "สอบราคาซื้อครุภัณฑ์การแพทย์", "วงเงิน ๘๕,๐๐๐ บาท ยื่นซองภายในวันที่ ๒๑ มิถุนายน ๒๕๖๗", day="๔ มิถุนายน ๒๕๖๗"
        ),
    }
