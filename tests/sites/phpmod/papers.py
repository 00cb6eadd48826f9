"""The papers that the district office has put online, in Thai digits where the office writes them so."""

from __future__ import annotations

from tests.sites.office import thai_digits
from tests.sites.paper_files import file_of
from tests.sites.papers import Paper
from tests.sites.website import Answer

NAME = "สำนักงานสาธารณสุขอำเภอทุ่งกระเจียว"
NEIGHBOUR = "สำนักงานสาธารณสุขอำเภอโพนหินลาด"
SIGNED = ("", "(นายสมบูรณ์ พลเยี่ยม)", "สาธารณสุขอำเภอทุ่งกระเจียว")
NEIGHBOUR_SIGNED = ("", "(นายทวี เหล่าทอง)", "สาธารณสุขอำเภอโพนหินลาด")
MONTHS = {
    "ตค66": "ตุลาคม ๒๕๖๖",
    "พย66": "พฤศจิกายน ๒๕๖๖",
    "ธค66": "ธันวาคม ๒๕๖๖",
    "มค67": "มกราคม ๒๕๖๗",
    "กพ67": "กุมภาพันธ์ ๒๕๖๗",
    "มีค67": "มีนาคม ๒๕๖๗",
    "เมย67": "เมษายน ๒๕๖๗",
}
MANUAL_STEPS = ("รับคำขอและลงทะเบียน", "ตรวจหลักฐาน", "ออกตรวจร้าน", "เสนอผู้บริหารลงนาม", "แจ้งผลผู้ประกอบการ")


def paper(title: str, *lines: str, name: str = NAME) -> Paper:
    """A paper with its title and who made it."""
    return Paper((f"# {title}", f"# {name}", *lines, *(SIGNED if name == NAME else NEIGHBOUR_SIGNED)))


def memo(subject: str) -> Paper:
    """The memo that asks leave to publish."""
    return Paper(
        (
            "# บันทึกข้อความ",
            f"ส่วนราชการ {NAME} โทร. ๐ ๔๒๙๙ ๘๑๒๐",
            "ที่ ศบ ๐๔๓๒.๑/๒๑๗      วันที่ ๒๕ ธันวาคม ๒๕๖๖",
            f"เรื่อง ขออนุมัติเผยแพร่{subject}บนเว็บไซต์ของหน่วยงาน",
            "เรียน สาธารณสุขอำเภอทุ่งกระเจียว",
            f"   ด้วยงานบริหารได้จัดทำ{subject}เสร็จเรียบร้อยแล้ว จึงขออนุญาตนำเผยแพร่บนเว็บไซต์ของหน่วยงาน",
            "   จึงเรียนมาเพื่อโปรดพิจารณา",
            "อนุญาต",
            *SIGNED,
        )
    )


def form(subject: str) -> Paper:
    """The filled-in publication request form."""
    return Paper(
        (
            "# แบบฟอร์มการขอเผยแพร่ข้อมูลผ่านเว็บไซต์ของหน่วยงานในราชการบริหารส่วนภูมิภาค",
            "# สำนักงานปลัดกระทรวงสาธารณสุข",
            f"ชื่อหน่วยงาน : {NAME}",
            "วัน/เดือน/ปี : ๒๕ ธันวาคม ๒๕๖๖",
            f"หัวข้อ : {subject}",
            "รายละเอียดข้อมูล : ตามเอกสารแนบ",
            "Link ภายนอก : ไม่มี",
            "หมายเหตุ : ไม่มี",
            "ผู้รับผิดชอบการให้ข้อมูล (นางมยุรี ทองขาว)   ผู้อนุมัติรับรอง (นายสมบูรณ์ พลเยี่ยม)",
            "ผู้รับผิดชอบการนำข้อมูลขึ้นเผยแพร่ (น.ส.พิมพ์ใจ อุ่นเรือน)",
        )
    )


def announcement(name: str = NAME, year: str = "๒๕๖๗") -> Paper:
    """The announcement on publishing through the website."""
    return paper(
        "ประกาศ เรื่อง แนวทางการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์ของหน่วยงาน",
        f"   ประจำปีงบประมาณ พ.ศ. {year}",
        "   ข้อ ๑ ลักษณะและประเภทข้อมูลที่ต้องเผยแพร่",
        "   ข้อ ๒ วิธีการ ขั้นตอน ระยะเวลา และผู้รับผิดชอบ",
        "   ข้อ ๓ กลไกการกำกับติดตาม",
        f"   ประกาศ ณ วันที่ ๒๒ ธันวาคม พ.ศ. {'๒๕๖๖' if year == '๒๕๖๗' else '๒๕๖๕'}",
        name=name,
    )


def notice_board_order() -> Paper:
    """Who pins up and takes down paper notices: no order on the website."""
    return paper(
        "คำสั่ง ที่ ๕๑/๒๕๖๖ เรื่อง มอบหมายผู้ปิดประกาศและปลดประกาศจัดซื้อจัดจ้าง",
        "   ๑. นางทองใบ สุขเสริม เป็นผู้ปิดประกาศ",
        "   ๒. นางมยุรี ทองขาว เป็นผู้ปลดประกาศ และเป็นพยาน",
        "   สั่ง ณ วันที่ ๑๘ ธันวาคม ๒๕๖๖",
    )


def webmaster_order(*names: str) -> Paper:
    """The order on the web masters."""
    listed = [f"   {thai_digits(str(at))}. {name} เป็นผู้ดูแลเว็บไซต์ (Web Master)" for at, name in enumerate(names, 1)]
    return paper(
        "คำสั่ง ที่ ๕๔/๒๕๖๖ เรื่อง แต่งตั้งผู้ดูแลเว็บไซต์ สสอ.ทุ่งกระเจียว",
        *listed,
        "   ให้ผู้ได้รับแต่งตั้งนำข้อมูลที่หัวหน้าหน่วยงานอนุมัติแล้วขึ้นเว็บไซต์ และปลดข้อมูลที่หมดเวลา",
        "   สั่ง ณ วันที่ ๒๐ ธันวาคม ๒๕๖๖",
    )


def strategy(first: str, last: str) -> Paper:
    """The strategy of several years."""
    return paper(
        f"แผนยุทธศาสตร์สุขภาพ คปสอ.ทุ่งกระเจียว พ.ศ. {first} - {last}",
        "ยุทธศาสตร์ที่ ๑ คนแข็งแรง  ยุทธศาสตร์ที่ ๒ หมอใกล้บ้าน  ยุทธศาสตร์ที่ ๓ ภาคีเข้มแข็ง",
        "เป้าประสงค์ : อัตราป่วยเบาหวานรายใหม่ลดลง   กลยุทธ์ : ตำบลจัดการสุขภาพ",
    )


def action_plan(year: str = "๒๕๖๗") -> Paper:
    """The operational plan, without money."""
    return paper(
        f"แผนปฏิบัติการ ประจำปีงบประมาณ พ.ศ. {year}",
        "|กิจกรรม|ตัวชี้วัด|ระยะเวลา|",
        "|คัดกรองเบาหวาน ความดัน|ร้อยละ ๙๐|พ.ย. - ม.ค.|",
        "|สอบสวนโรคภายใน ๒๔ ชม.|ร้อยละ ๑๐๐|ตลอดปี|",
    )


def budget() -> Paper:
    """Projects with money; the office has not put it online."""
    return paper(
        "แผนงาน โครงการ และแผนการใช้จ่ายงบประมาณประจำปี ๒๕๖๗",
        "|โครงการ|งบประมาณ (บาท)|",
        "|หมู่บ้านปลอดลูกน้ำ|๔๕,๐๐๐|",
        "|ร้านชำปลอดยาชุด|๑๘,๕๐๐|",
        "รวมเป็นเงิน ๖๓,๕๐๐ บาท",
    )


def annual(year: str, name: str = NAME) -> Paper:
    """What was done in a year."""
    return paper(
        f"สรุปผลการดำเนินงานประจำปี {year}",
        f"สรุปผลการดำเนินงานสาธารณสุข ปีงบประมาณ พ.ศ. {year} จำแนกตามกลุ่มงาน",
        "|งาน|เป้า|ผล|",
        "|ฝากครรภ์ครั้งแรกก่อน ๑๒ สัปดาห์|ร้อยละ ๗๕|ร้อยละ ๘๑.๒|",
        "ปัญหาอุปสรรค : แรงงานย้ายถิ่นตามไม่พบ   ข้อเสนอแนะ : ประสาน อสม. ปลายทาง",
        name=name,
    )


def agreement(name: str = NAME, year: str = "๒๕๖๗") -> Paper:
    """The performance agreement."""
    return Paper(
        (
            f"# คำรับรองการปฏิบัติราชการ ประจำปีงบประมาณ พ.ศ. {year}",
            f"# {name}",
            "ระหว่าง นายแพทย์สาธารณสุขจังหวัดศรีบุรพา ผู้รับคำรับรอง",
            f"กับ หัวหน้า{name} ผู้ทำคำรับรอง",
            "|ตัวชี้วัด|น้ำหนัก|เป้าหมาย|",
            "|อำเภอควบคุมโรคเข้มแข็ง|๑๐|ผ่าน|",
        )
    )


def results() -> Paper:
    """Results against the indicators."""
    return paper(
        "รายงานผลการปฏิบัติราชการตามคำรับรอง รอบ ๖ เดือน ปีงบประมาณ พ.ศ. ๒๕๖๗",
        "|ตัวชี้วัด|เป้าหมาย|ผลงาน|",
        "|อำเภอควบคุมโรคเข้มแข็ง|ผ่าน|ผ่าน|",
    )


def manual(times: tuple[str, ...] = ()) -> Paper:
    """The manual of consumer protection: steps, with times if they are given."""
    rows = [f"ขั้นตอนที่ {thai_digits(str(at))} {step}" for at, step in enumerate(MANUAL_STEPS, 1)]
    if times:
        rows = [f"{row} ใช้เวลา {time}" for row, time in zip(rows, times, strict=True)]
    return paper("คู่มือการปฏิบัติงาน งานคุ้มครองผู้บริโภค", "วัตถุประสงค์ เพื่อให้ปฏิบัติงานเป็นแนวเดียวกัน", *rows)


def guide() -> Paper:
    """The citizens' guide."""
    return paper(
        "คู่มือสำหรับประชาชน การขอรับรองร้านชำคุณภาพ",
        "|ขั้นตอน|ระยะเวลา|",
        "|ยื่นคำขอ|๑๕ นาที|",
        "|ตรวจหลักฐาน|๑ วันทำการ|",
        "|ออกตรวจร้าน|๗ วันทำการ|",
        "|แจ้งผล|๒ วันทำการ|",
    )


def bought(month: str) -> Paper:
    """A month's purchases."""
    return paper(
        f"แบบ สขร.๑ สรุปผลการดำเนินการจัดซื้อจัดจ้างในรอบเดือน {month}",
        "|ลำดับ|งานที่จัดซื้อจัดจ้าง|ราคากลาง|วิธี|ผู้เสนอราคา|ผู้ได้รับการคัดเลือก|เหตุผล|",
        "|๑|วัสดุสำนักงาน|๔,๓๐๐|เฉพาะเจาะจง|ร้านทุ่งทองเครื่องเขียน|ร้านทุ่งทองเครื่องเขียน|ราคาต่ำสุด|",
    )


def law(title: str) -> Paper:
    """The text of a law, as someone typed it."""
    return Paper((f"# {title}", "มาตรา ๑ พระราชบัญญัตินี้เรียกว่า", "มาตรา ๒ ให้ใช้บังคับตั้งแต่วันถัดจากวันประกาศ"))


def as_doc(made: Paper) -> Answer:
    """The paper as an old word processor saves it: RTF under the name .doc."""
    return Answer(body=file_of("rtf", made), content_type="application/msword")


def as_xls(title: str, rows: str) -> Answer:
    """A table as a PHP script exports it: HTML under the name .xls."""
    body = f"<html><body><h3>{title}</h3><h4>{NAME}</h4><table border=1>{rows}</table></body></html>"
    return Answer(body=body.encode("cp874"), content_type="application/vnd.ms-excel")
