"""Where the community hospital's papers lie, and what the panels of each year call them."""

from __future__ import annotations

from tests.sites.bootphp import papers
from tests.sites.bootphp.papers import MONTHS_2568, Panel
from tests.sites.papers import Paper

DAY = "18 ธันวาคม 2567"
EARLIER = "20 ธันวาคม 2566"
TITLES = {
    1: "การวางระบบเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์",
    2: "การเปิดเผยข้อมูลข่าวสารที่เป็นปัจจุบัน",
    3: "รายงานวิเคราะห์ผลการจัดซื้อจัดจ้าง",
    4: "การวางระบบจัดซื้อจัดจ้าง",
    5: "สรุปผลการจัดซื้อจัดจ้างรายเดือน (สขร.1)",
    6: "นโยบายบริหารทรัพยากรบุคคล",
    9: "แนวปฏิบัติเรื่องร้องเรียน",
    12: "มาตรการป้องกันการรับสินบน",
    15: "แผนปฏิบัติการป้องกันการทุจริต",
    17: "ประเมินความเสี่ยงการทุจริต",
    22: "การป้องกันการล่วงละเมิดทางเพศ",
}


def _ita(year: int, name: str) -> str:
    return f"upload/ita/{year}/{name}.pdf"


def _three(year: int, name: str, label: str, number: str) -> tuple[tuple[str, str], ...]:
    """Memo, paper and form of an item, all under its name."""
    return (
        (_ita(year, f"{name}_memo"), f"{number} บันทึกข้อความ {label}"),
        (_ita(year, name), f"{number} {label}"),
        (_ita(year, f"{name}_form"), f"{number} แบบฟอร์มเผยแพร่ {label}"),
    )


def panels(year: int) -> tuple[Panel, ...]:
    """The panels of a year."""
    entries = {2568: _entries_2568, 2567: _entries_2567, 2566: _entries_2566}[year]()
    return tuple(Panel(number, TITLES[number], entries.get(number, ())) for number in TITLES)


def _entries_2568() -> dict[int, tuple[tuple[str, str], ...]]:
    return {
        1: (
            (_ita(2568, "eb1_memo"), "1.1 บันทึกข้อความลงนามประกาศและขอเผยแพร่"),
            (_ita(2568, "eb1_announce"), "1.2 ประกาศแนวทางการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์ของหน่วยงาน ปี 2568"),
            (_ita(2568, "eb1_order"), "1.3 คำสั่งมอบหมายผู้ดูแลเว็บไซต์"),
            (_ita(2568, "eb1_form"), "1.4 แบบฟอร์มการเผยแพร่ข้อมูล"),
        ),
        2: (
            ("page.php?id=4", "ข้อ 1.1 ผู้บริหาร"),
            ("page.php?id=3", "ข้อ 1.3 โครงสร้าง"),
            ("page.php?id=2", "ข้อ 2 วิสัยทัศน์ พันธกิจ"),
            (_ita(2568, "eb2_3"), "ข้อ 3 พ.ร.บ.มาตรฐานทางจริยธรรม พ.ศ. 2562"),
            (_ita(2568, "eb2_6"), "ข้อ 6 ยุทธศาสตร์ชาติ 20 ปี และแผน 3 ระดับ"),
            *_three(2568, "eb2_8", "นโยบายและยุทธศาสตร์ของหน่วยงาน", "ข้อ 8"),
            (_ita(2568, "eb2_9"), "ข้อ 9 แผนปฏิบัติการประจำปี 2568"),
            (_ita(2568, "eb2_9_form"), "ข้อ 9 แผนปฏิบัติการประจำปี 2568 (แบบฟอร์ม)"),
            *_three(2568, "eb2_11", "แผนการใช้จ่ายงบประมาณ (แผนเงินบำรุง)", "ข้อ 11"),
            (_ita(2568, "eb2_12"), "ข้อ 12 คู่มือการปฏิบัติงานเรื่องร้องเรียน"),
        ),
        3: _three(2568, "eb3", "รายงานวิเคราะห์ผลการจัดซื้อจัดจ้าง ปี 2567", "3"),
        4: _three(2568, "eb4", "ประกาศแผนจัดซื้อจัดจ้าง ปี 2568", "4"),
        5: tuple(
            (_ita(2568, f"eb5_{row:02}"), f"สขร.1 เดือน{month} {year}")
            for row, (month, year) in enumerate(MONTHS_2568, 1)
        ),
        6: _three(2568, "eb6", "นโยบายการบริหารทรัพยากรบุคคล", "6"),
        9: _three(2568, "eb9", "แนวปฏิบัติการจัดการเรื่องร้องเรียน", "9"),
        12: _three(2568, "eb12", "ประกาศ No Gift Policy", "12"),
        15: _three(2568, "eb15", "แผนปฏิบัติการป้องกันปราบปรามการทุจริต 2568", "15"),
    }


def _entries_2567() -> dict[int, tuple[tuple[str, str], ...]]:
    return {
        1: (
            (_ita(2567, "eb1_memo"), "1.1 บันทึกข้อความ"),
            (_ita(2567, "eb1_announce"), "1.2 ประกาศแนวทางการเผยแพร่ข้อมูลฯ ปี 2567"),
            (_ita(2567, "eb1_form"), "1.4 แบบฟอร์ม"),
        ),
        2: (
            *_three(2567, "eb2_9", "แผนปฏิบัติการประจำปี 2567", "ข้อ 9"),
            *_three(2567, "eb2_11", "แผนการใช้จ่ายงบประมาณ 2567", "ข้อ 11"),
        ),
        5: tuple((_ita(2567, f"eb5_{row:02}"), f"สขร.1 เดือน{month} 2567") for row, month in enumerate(LATE, 1)),
        12: _three(2567, "eb12", "ประกาศ No Gift Policy", "12"),
        17: _three(2567, "eb17", "การประเมินความเสี่ยงการทุจริต", "17"),
    }


def _entries_2566() -> dict[int, tuple[tuple[str, str], ...]]:
    return {
        2: (
            (_ita(2566, "eb2_9"), "แผนปฏิบัติการประจำปี 2566"),
            (_ita(2566, "eb2_9_form"), "แบบฟอร์ม แผนปฏิบัติการ 2566"),
        ),
        12: ((_ita(2566, "eb12"), "No Gift Policy 2566"),),
    }


LATE = ("กรกฎาคม", "สิงหาคม", "กันยายน")


def shelves() -> dict[str, Paper]:
    """Every paper by its address."""
    named = _pages() | _posts()
    for year in papers.YEARS:
        for panel in panels(year):
            named |= {
                href: _paper(year, href.rpartition("/")[2].removesuffix(".pdf"), label)
                for href, label in panel.entries
                if href.startswith("upload/")
            }
    return {f"/{address}": paper for address, paper in named.items()}


def _paper(year: int, name: str, label: str) -> Paper:
    day = DAY if year == papers.YEARS[-1] else EARLIER
    subject = label.partition(" ")[2]
    if name.endswith("_memo") or (year, name) == (2568, "eb2_9"):
        return papers.memo(subject.replace("บันทึกข้อความ ", ""), day)
    if name.endswith("_form"):
        return papers.form(subject.replace("แบบฟอร์มเผยแพร่ ", ""), day)
    if name.startswith("eb5_"):
        *_, month, of = label.replace("เดือน", " ").split()
        return papers.skr(month, int(of))
    fixed = {
        "eb1_announce": papers.announcement(year, f"{day[:2]} ธันวาคม พ.ศ. {year - 1}"),
        "eb1_order": papers.order(),
        "eb2_8": papers.strategy(2566, 2570),
        "eb2_9": papers.plan(year),
        "eb2_11": papers.budget(year),
        "eb2_6": Paper(("# ยุทธศาสตร์ชาติ พ.ศ. ๒๕๖๑ - ๒๕๘๐", "สำนักงานสภาพัฒนาการเศรษฐกิจและสังคมแห่งชาติ")),
        "eb2_3": Paper(("# พระราชบัญญัติมาตรฐานทางจริยธรรม พ.ศ. ๒๕๖๒", "มาตรา ๕ มาตรฐานทางจริยธรรม ประกอบด้วย")),
    }
    return fixed.get(name) or papers.text(label, f"รายละเอียด{subject} ปีงบประมาณ พ.ศ. {year}")


def _pages() -> dict[str, Paper]:
    laws = {
        "nhs2545": "พระราชบัญญัติหลักประกันสุขภาพแห่งชาติ พ.ศ. ๒๕๔๕",
        "san2541": "พระราชบัญญัติสถานพยาบาล พ.ศ. ๒๕๔๑",
        "mental2551": "พระราชบัญญัติสุขภาพจิต พ.ศ. ๒๕๕๑",
        "reg_info": "ระเบียบกระทรวงสาธารณสุข ว่าด้วยการคุ้มครองและจัดการข้อมูลด้านสุขภาพของบุคคล พ.ศ. ๒๕๖๑",
        "oia2540": "พระราชบัญญัติข้อมูลข่าวสารของราชการ พ.ศ. ๒๕๔๐",
    }
    return {f"upload/law/{name}.pdf": Paper((f"# {title}", "มาตรา ๑", "มาตรา ๒")) for name, title in laws.items()} | {
        "upload/doc/guide_opd_2568.pdf": guide(),
        "upload/doc/sop_er_triage.pdf": papers.sop(),
        "upload/doc/hosxp_user.pdf": papers.text("คู่มือการใช้งานโปรแกรม HOSxP", "1. เปิดเครื่อง 2. ใส่รหัส 3. กดคิว"),
        "upload/doc/pa2568_sign.pdf": papers.of_the_board(),
        "upload/doc/f_history.pdf": asked("ใบคำขอสำเนาเวชระเบียน"),
        "upload/doc/f_cert.pdf": asked("คำร้องขอใบรับรองแพทย์เพิ่มเติม"),
        "upload/doc/f_proxy.pdf": asked("หนังสือมอบอำนาจ"),
    }


def guide(*, timed: bool = True) -> Paper:
    """The guide for outpatients."""
    steps = (("กดบัตรคิว", 3), ("ซักประวัติ", 10), ("พบแพทย์", 45), ("รับยา", 20))
    return papers.text(
        "คู่มือสำหรับประชาชน การรับบริการผู้ป่วยนอก",
        "เอกสารที่ใช้ : บัตรประจำตัวประชาชน",
        "|ขั้นตอน|เวลา|" if timed else "|ขั้นตอน|จุดบริการ|",
        *(f"|{row}. {what}|{f'{time} นาที' if timed else 'ชั้น 1'}|" for row, (what, time) in enumerate(steps, 1)),
    )


def asked(title: str) -> Paper:
    """A form that a citizen fills in."""
    return Paper(
        (
            f"# {title}",
            f"ยื่นที่ {papers.NAME}",
            "ข้าพเจ้า .................... เลขบัตร ....................",
            "ลงชื่อ ....................",
        )
    )


def _posts() -> dict[str, Paper]:
    return {
        "upload/buy/680611_vent.pdf": papers.text(
            "ประกาศประกวดราคาซื้อเครื่องช่วยหายใจ ด้วยวิธีประกวดราคาอิเล็กทรอนิกส์ (e-bidding)",
            "ยื่นข้อเสนอในวันที่ ๓๐ มิถุนายน ๒๕๖๘",
            "ประกาศ ณ วันที่ ๑๑ มิถุนายน พ.ศ. ๒๕๖๘",
        ),
        "upload/buy/680516_clean.pdf": papers.text("ตารางราคากลาง จ้างเหมารักษาความสะอาด", "วงเงิน ๑,๙๘๐,๐๐๐ บาท"),
        "upload/buy/680122_plan.pdf": papers.text("แผนการจัดซื้อจัดจ้าง งบค่าเสื่อม ปีงบประมาณ ๒๕๖๘", "จำนวน ๖ รายการ"),
        "upload/buy/680605_win.pdf": papers.text(
            "ประกาศผู้ชนะการเสนอราคา ซื้อเวชภัณฑ์ยา", "ประกาศ ณ วันที่ ๕ มิถุนายน พ.ศ. ๒๕๖๘"
        ),
        "upload/buy/680418_win.pdf": papers.text(
            "ประกาศผู้ชนะการเสนอราคา จ้างซ่อมระบบบำบัดน้ำเสีย", "ประกาศ ณ วันที่ ๑๘ เมษายน ๒๕๖๘"
        ),
        "upload/job/680604_rn.pdf": papers.text(
            "ประกาศรับสมัครคัดเลือกบุคคลเป็นลูกจ้างชั่วคราว ตำแหน่งพยาบาลวิชาชีพ",
            "รับสมัครตั้งแต่วันที่ ๙ - ๒๗ มิถุนายน ๒๕๖๘",
            "ประกาศ ณ วันที่ ๔ มิถุนายน พ.ศ. ๒๕๖๘",
        ),
    }
