"""The ITA table of the district office, and every file that stands on its server."""

from __future__ import annotations

from tests.extract.office_files import archive
from tests.sites.papers import Paper, pdf
from tests.sites.phpmod import papers
from tests.sites.website import Answer

ITA = "/UserFiles/ITA67/"
FILES = "/UserFiles/File/"
UNDER_WAY = "<font size=2 color=red>อยู่ระหว่างดำเนินการ</font>"


def linked(address: str, label: str = "คลิก") -> str:
    """A cell with one link."""
    return f"<a href='{address.lstrip('/')}' target=_blank><font size=2>{label}</font></a>"


ROWS = (
    ("MOIT 1", "๑.๑ บันทึกข้อความลงนามและขอเผยแพร่", linked(f"{ITA}moit1-1.pdf")),
    ("", "๑.๒ ประกาศแนวทางการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์ของหน่วยงาน ปี ๒๕๖๗", linked(f"{ITA}moit1-2.pdf")),
    ("", "๑.๓ คำสั่งมอบหมายผู้ปิดประกาศ/ปลดประกาศ", linked(f"{ITA}moit1-3.pdf")),
    ("", "๑.๔ แบบฟอร์มการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์", linked(f"{ITA}moit1-4.pdf")),
    ("MOIT 2", "๑.๑ ข้อมูลผู้บริหาร", linked("/index.php?mod=about&file=staff")),
    ("", "๑.๓ โครงสร้างหน่วยงาน", linked("/index.php?mod=about&file=org")),
    ("", "๑.๕ กฎหมายที่เกี่ยวข้อง", linked("/index.php?mod=law")),
    ("", "๑.๗ ข้อมูลการติดต่อหน่วยงาน", linked(f"{ITA}moit2-1-7.pdf")),
    ("", "๘. นโยบายและยุทธศาสตร์ของหน่วยงาน", linked(f"{FILES}ยุทธศาสตร์คปสอ61-65.pdf")),
    ("", "๙. แผนปฏิบัติการประจำปี", linked(f"{FILES}แผนปฏิบัติการ67.zip")),
    ("", "๑๑. แผนการใช้จ่ายงบประมาณประจำปี ๒๕๖๗ แผนงาน โครงการ", linked(f"{ITA}moit2-11.pdf")),
    ("", "๑๔. คู่มือการปฏิบัติงานตามภารกิจหลัก", linked(f"{FILES}คู่มืองานคบส.doc")),
    ("", "๑๕. คู่มือขั้นตอนการให้บริการ", linked("/index.php?mod=service")),
    ("MOIT 3", "รายงานการวิเคราะห์ผลการจัดซื้อจัดจ้าง ปี ๒๕๖๖", linked(f"{ITA}moit3.pdf")),
    ("MOIT 4", "แผนการจัดซื้อจัดจ้าง ปี ๒๕๖๗", linked("/UserFiles/procure/แผนจัดซื้อ67.xls")),
    ("MOIT 5", "สรุปผลการจัดซื้อจัดจ้างรายเดือน (แบบ สขร.๑)", linked("/index.php?mod=procure&file=skr")),
    ("MOIT 6", "นโยบายการบริหารและพัฒนาทรัพยากรบุคคล", "&nbsp;"),
    ("MOIT 7", "ผลการปฏิบัติราชการระดับดีเด่น", UNDER_WAY),
    ("MOIT 8", "อบรมจริยธรรมและวินัย", linked("/index.php?mod=news&id=109")),
    ("MOIT 9", "คู่มือการจัดการเรื่องร้องเรียน", linked(f"{ITA}moit9.pdf")),
    ("MOIT 10", "สรุปเรื่องร้องเรียน รอบ ๖ เดือน", linked(f"{ITA}moit10.pdf", "ไม่มีเรื่องร้องเรียน")),
    *((f"MOIT {at}", "ตามแนวทาง ศปท.สธ.", "&nbsp;" if at % 2 else UNDER_WAY) for at in range(11, 21)),
    ("MOIT 21", "เจตจำนงสุจริต No Gift Policy", linked(f"{ITA}moit21.pdf")),
    ("MOIT 22", "แนวปฏิบัติการป้องกันการล่วงละเมิดทางเพศ", UNDER_WAY),
)
ROWS_2566 = (
    ("MOIT 1", "ประกาศแนวทางการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์ของหน่วยงาน ปี ๒๕๖๖", linked("/UserFiles/ITA66/m1.pdf")),
    ("MOIT 2", "แผนปฏิบัติการ ปี ๒๕๖๖", linked("/UserFiles/ITA66/m2.pdf")),
)


def files() -> dict[str, Answer]:
    """Every file, by its address."""
    typed = {
        f"{ITA}moit1-1.pdf": papers.memo("ประกาศแนวทางการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์ของหน่วยงาน"),
        f"{ITA}moit1-2.pdf": papers.announcement(),
        f"{ITA}moit1-3.pdf": papers.notice_board_order(),
        f"{ITA}moit1-4.pdf": papers.form("ประกาศแนวทางการเผยแพร่ข้อมูล"),
        f"{ITA}moit2-1-7.pdf": papers.form("ข้อมูลการติดต่อหน่วยงาน"),
        f"{ITA}moit2-11.pdf": papers.memo("แผนงาน โครงการ และแผนการใช้จ่ายงบประมาณประจำปี ๒๕๖๗"),
        f"{ITA}moit3.pdf": papers.paper("รายงานการวิเคราะห์ผลการจัดซื้อจัดจ้าง ปีงบประมาณ พ.ศ. ๒๕๖๖", "ประหยัดได้ร้อยละ ๒.๑"),
        f"{ITA}moit9.pdf": papers.paper("คู่มือการจัดการเรื่องร้องเรียน", "รับเรื่อง แล้วเสนอผู้บริหารภายใน ๑ วัน"),
        f"{ITA}moit10.pdf": papers.paper("รายงานเรื่องร้องเรียน รอบ ๖ เดือน ปี ๒๕๖๗", "ไม่มีเรื่องร้องเรียน"),
        f"{ITA}moit21.pdf": papers.paper("ประกาศเจตนารมณ์ นโยบายไม่รับของขวัญ No Gift Policy ปี ๒๕๖๗", "งดรับทุกชนิด"),
        f"{ITA}นโยบายสสอ67.pdf": papers.paper("นโยบายสาธารณสุขอำเภอ ปี ๒๕๖๗", "เน้นลดโรค NCD และไข้เลือดออก"),
        "/UserFiles/ITA66/m1.pdf": papers.announcement(year="๒๕๖๖"),
        "/UserFiles/ITA66/m2.pdf": papers.action_plan("๒๕๖๖"),
        f"{FILES}ยุทธศาสตร์คปสอ61-65.pdf": papers.strategy("๒๕๖๑", "๒๕๖๕"),
        f"{FILES}สรุปผลงานปี66.pdf": papers.annual("๒๕๖๖"),
        f"{FILES}PA67.pdf": papers.agreement(),
        f"{FILES}annual_phl2566.pdf": papers.annual("๒๕๖๖", papers.NEIGHBOUR),
        f"{FILES}คู่มือJHCIS.pdf": Paper(("# คู่มือการใช้โปรแกรม JHCIS", "เปิดโปรแกรม ใส่รหัสผ่าน เลือกเมนูบันทึก")),
        f"{FILES}คู่มือประชาชนร้านชำ.pdf": papers.guide(),
        "/UserFiles/law/sth2535.pdf": papers.law("พระราชบัญญัติการสาธารณสุข พ.ศ. ๒๕๓๕"),
        "/UserFiles/law/tobacco2560.pdf": papers.law("พระราชบัญญัติควบคุมผลิตภัณฑ์ยาสูบ พ.ศ. ๒๕๖๐"),
        "/UserFiles/law/food2522.pdf": papers.law("พระราชบัญญัติอาหาร พ.ศ. ๒๕๒๒"),
        "/UserFiles/form/คำร้องทั่วไป.pdf": Paper(("# คำร้องทั่วไป", "เขียนที่ ..........", "ข้าพเจ้า .......... อายุ ..... ปี")),
        **{f"/UserFiles/skr/สขร1{short}.pdf": papers.bought(month) for short, month in papers.MONTHS.items()},
    }
    words = {
        f"{FILES}คู่มืองานคบส.doc": papers.manual(),
        "/UserFiles/law/rabies.doc": papers.law("ระเบียบกระทรวงสาธารณสุข ว่าด้วยอาสาสมัครสาธารณสุขประจำหมู่บ้าน พ.ศ. ๒๕๕๔"),
        "/UserFiles/form/คำขอร้านชำ.doc": Paper(
            ("# แบบคำขอรับรองร้านชำคุณภาพ", "ข้าพเจ้า .......... เจ้าของร้าน ..........")
        ),
        "/UserFiles/form/ใบลาพักผ่อน.doc": Paper(("# แบบใบลาพักผ่อน", "ข้าพเจ้า .......... ตำแหน่ง ..........")),
    }
    slides = Paper(("# ชี้แจงตัวชี้วัด ปี ๒๕๖๗", "ตัวชี้วัดกระทรวง ๒๐ ข้อ"))
    bought = "<tr><td>รายการ</td><td>วงเงิน</td></tr><tr><td>จ้างปรับปรุงห้องประชุม</td><td>185,000</td></tr>"
    return {
        **{address: Answer(body=made) for address, made in typed.items()},
        **{address: papers.as_doc(made) for address, made in words.items()},
        f"{FILES}แผนปฏิบัติการ67.zip": zipped("plan67.pdf", papers.action_plan()),
        f"{FILES}สไลด์ชี้แจงตัวชี้วัด.zip": zipped("slide.pdf", slides),
        f"{FILES}รายงานผลการปฏิบัติราชการ6เดือน67.rar": packed(),
        "/UserFiles/procure/แผนจัดซื้อ67.xls": papers.as_xls("แผนการจัดซื้อจัดจ้าง ประจำปีงบประมาณ พ.ศ. ๒๕๖๗", bought),
    }


def zipped(name: str, paper: Paper) -> Answer:
    """A paper in a ZIP archive."""
    return Answer(body=archive({name: pdf(paper)}), content_type="application/zip")


def packed() -> Answer:
    """A RAR archive, which nobody opens in a browser."""
    body = b"Rar!\x1a\x07\x00\xcf\x90\x73\x00\x00\x0d" + bytes(range(256)) * 12
    return Answer(body=body, content_type="application/x-rar-compressed")
