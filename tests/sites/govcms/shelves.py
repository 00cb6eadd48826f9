"""The document centre: every document with its owner, day, kind and size, by category."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from tests.sites.govcms import papers
from tests.sites.paper_files import file_of
from tests.sites.papers import Paper, pdf

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
STRATEGY = "กลุ่มงานพัฒนายุทธศาสตร์สาธารณสุข"
LEGAL = "กลุ่มกฎหมาย"
CONSUMER = "กลุ่มงานคุ้มครองผู้บริโภคและเภสัชสาธารณสุข"
GENERAL = "กลุ่มงานบริหารทั่วไป"
DIGITAL = "กลุ่มงานสุขภาพดิจิทัล"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One row."""

    key: str
    title: str
    owner: str
    published: str  # ISO
    paper: Paper
    remark: str = ""
    word: bool = False

    @property
    def address(self) -> str:
        """Where it is downloaded; the address tells nothing."""
        ticket = hashlib.sha256(self.key.encode()).hexdigest()
        return f"/storage/download/{ticket[:8]}-{ticket[8:12]}-{ticket[12:20]}"

    @property
    def kind(self) -> str:
        """What kind of file the row says it is."""
        return "DOCX" if self.word else "PDF"

    @property
    def content(self) -> bytes:
        """The file."""
        return file_of("docx", self.paper) if self.word else pdf(self.paper)

    @property
    def size(self) -> str:
        """How large the row says it is."""
        return f"{len(self.content) / 1024:.1f} KB"


def _doc(key: str, title: str, owner: str, published: str, paper: Paper, remark: str = "") -> Document:
    return Document(key=key, title=title, owner=owner, published=published, paper=paper, remark=remark)


def _law(key: str, title: str, source: str) -> Document:
    return _doc(key, title, LEGAL, "2025-10-20", Paper((f"# {title}", "มาตรา ๑ พระราชบัญญัตินี้เรียกว่า")), source)


def categories() -> dict[str, tuple[str, tuple[Document, ...]]]:
    """Title and documents of every category, by its slug."""
    return {
        "plan": ("แผนและนโยบาย", _plans()),
        "report": ("รายงาน", _reports()),
        "laws": ("กฎหมายและระเบียบ", _laws()),
        "manual": ("คู่มือการปฏิบัติงาน", _manuals()),
        "citizen-guide": ("คู่มือสำหรับประชาชน", _guides()),
        "forms": ("แบบคำขอ", _forms()),
        "skr1": ("สขร.1 ปีงบประมาณ 2569", _summaries()),
        "ita": ("ITA 2569", _ita()),
        "ita-2568": ("ITA 2568", _ita_2568()),
    }


def _plans() -> tuple[Document, ...]:
    return (
        _doc(
            "strategy",
            "แผนยุทธศาสตร์สุขภาพจังหวัดธาราคีรี พ.ศ. 2566 - 2570 (ฉบับทบทวน ปี 2569)",
            STRATEGY,
            "2025-11-03",
            papers.strategy(2566, 2570),
        ),
        _doc("plan69", "แผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. ๒๕๖๙", STRATEGY, "2025-12-01", papers.plan(2569)),
        _doc("plan68", "แผนปฏิบัติราชการประจำปีงบประมาณ พ.ศ. ๒๕๖๘", STRATEGY, "2024-12-02", papers.plan(2568)),
        _doc(
            "budget69",
            "แผนงาน โครงการ และงบประมาณ ปีงบประมาณ 2569",
            STRATEGY,
            "2025-12-22",
            papers.memo("แผนงาน โครงการ และงบประมาณ ปีงบประมาณ 2569"),
        ),
    )


def _reports() -> tuple[Document, ...]:
    return (
        _doc("annual68", "รายงานประจำปี 2568", STRATEGY, "2025-12-29", papers.annual(2568)),
        _doc("annual67", "รายงานประจำปี 2567", STRATEGY, "2024-12-27", papers.annual(2567)),
        _doc("results68", "รายงานผลการปฏิบัติราชการ รอบ 12 เดือน ปี 2568", STRATEGY, "2025-11-10", papers.results(2568)),
    )


def _laws() -> tuple[Document, ...]:
    return (
        _law("law-clinic", "พระราชบัญญัติสถานพยาบาล พ.ศ. ๒๕๔๑", "ที่มา : ราชกิจจานุเบกษา เล่ม ๑๑๕ ตอนที่ ๑๕ ก"),
        _law("law-food", "พระราชบัญญัติอาหาร พ.ศ. ๒๕๒๒", "ที่มา : ราชกิจจานุเบกษา เล่ม ๙๖ ตอนที่ ๗๙"),
        _law("law-drug", "พระราชบัญญัติยา พ.ศ. ๒๕๑๐", ""),
        _law("law-disease", "พระราชบัญญัติโรคติดต่อ พ.ศ. ๒๕๕๘", ""),
    )


def _manuals() -> tuple[Document, ...]:
    complaint = papers.paper("คู่มือการจัดการเรื่องร้องเรียนการทุจริต", "รับเรื่อง ตรวจสอบ รายงานผล")
    return (
        _doc("manual", "คู่มือการปฏิบัติงาน การออกใบอนุญาตสถานพยาบาล", CONSUMER, "2025-06-18", papers.manual()),
        _doc("manual-c", "คู่มือการจัดการเรื่องร้องเรียนการทุจริต", GENERAL, "2025-12-19", complaint),
    )


def _guides() -> tuple[Document, ...]:
    return (_doc("guide", "คู่มือสำหรับประชาชน การขออนุญาตสถานพยาบาล", CONSUMER, "2025-06-18", papers.guide()),)


def _forms() -> tuple[Document, ...]:
    return (
        Document(
            key="form-sp1",
            title="แบบ ส.พ.1 คำขออนุมัติแผนงานการจัดตั้งสถานพยาบาล",
            owner=CONSUMER,
            published="2025-02-11",
            paper=papers.asked("คำขออนุมัติแผนงานการจัดตั้งสถานพยาบาล"),
            word=True,
        ),
        _doc("form-sp5", "แบบ ส.พ.5 คำขอรับใบอนุญาต", CONSUMER, "2025-02-11", papers.asked("คำขอรับใบอนุญาตสถานพยาบาล")),
        _doc("form-leave", "ใบลาพักผ่อน (สำหรับเจ้าหน้าที่)", GENERAL, "2024-10-07", papers.asked("ใบลาพักผ่อน")),
    )


def _summaries() -> tuple[Document, ...]:
    return tuple(
        _doc(f"skr-{month}", f"แบบ สขร.1 ประจำเดือน{month} {year}", GENERAL, published, papers.skr(month, year))
        for month, year, published in (
            ("มกราคม", 2569, "2026-02-05"),
            ("ธันวาคม", 2568, "2026-01-07"),
            ("พฤศจิกายน", 2568, "2025-12-04"),
            ("ตุลาคม", 2568, "2025-11-06"),
        )
    )


def _ita() -> tuple[Document, ...]:
    gift = papers.paper("ประกาศเจตนารมณ์ No Gift Policy ปีงบประมาณ พ.ศ. ๒๕๖๙", "งดรับของขวัญทุกชนิดจากการปฏิบัติหน้าที่")
    return (
        _doc("m1-memo", "MOIT1 (1.1) บันทึกข้อความ", DIGITAL, "2025-12-23", papers.memo("แนวทางการเผยแพร่ข้อมูลต่อสาธารณะ")),
        _doc("m1-order", "MOIT1 (1.2) คำสั่งแต่งตั้งคณะทำงานเว็บไซต์", DIGITAL, "2025-12-23", papers.order()),
        _doc(
            "m1-form",
            "MOIT1 (1.4) แบบฟอร์มการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์",
            DIGITAL,
            "2025-12-23",
            papers.form("แนวทางการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์ของหน่วยงาน"),
        ),
        _doc(
            "m2-form",
            "MOIT2 (ข้อ 11) แผนการใช้จ่ายงบประมาณ",
            STRATEGY,
            "2025-12-23",
            papers.form("แผนการใช้จ่ายงบประมาณประจำปี"),
        ),
        _doc("m12", "MOIT12 ประกาศ No Gift Policy 2569", GENERAL, "2025-12-25", gift),
    )


def _ita_2568() -> tuple[Document, ...]:
    return (
        _doc(
            "m1-announce68",
            "MOIT1 (1.2) ประกาศแนวทางการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์ของหน่วยงาน ปีงบประมาณ พ.ศ. 2568",
            DIGITAL,
            "2024-12-24",
            papers.announcement(2568),
        ),
        _doc(
            "m1-form68",
            "MOIT1 (1.4) แบบฟอร์ม ปีงบประมาณ 2568",
            DIGITAL,
            "2024-12-24",
            papers.form("ประกาศแนวทางการเผยแพร่ข้อมูล"),
        ),
    )


def attached() -> dict[str, Document]:
    """The files below posts."""
    files = (
        _doc(
            "job-pharm",
            "ประกาศรับสมัครเภสัชกร",
            GENERAL,
            "2026-02-06",
            papers.paper("ประกาศรับสมัครบุคคลเพื่อเลือกสรร ตำแหน่งเภสัชกร", "รับสมัครระหว่างวันที่ ๑๖ - ๒๗ กุมภาพันธ์ ๒๕๖๙"),
        ),
        _doc(
            "job-driver",
            "รายชื่อผู้ผ่านการเลือกสรร",
            GENERAL,
            "2025-12-24",
            papers.paper("ประกาศรายชื่อผู้ผ่านการเลือกสรร ตำแหน่งพนักงานขับรถยนต์", "๑. นายสุดใจ ยาวิชัย"),
        ),
        _doc(
            "buy-amb",
            "ประกาศเชิญชวนจ้างซ่อมรถพยาบาล",
            GENERAL,
            "2026-02-10",
            papers.paper("ประกาศเชิญชวน จ้างซ่อมรถพยาบาล", "ยื่นซองเสนอราคาภายในวันที่ ๒๔ กุมภาพันธ์ ๒๕๖๙"),
        ),
        _doc(
            "buy-plan",
            "แผนการจัดซื้อจัดจ้าง 2569",
            GENERAL,
            "2025-11-14",
            papers.paper("แผนการจัดซื้อจัดจ้าง ประจำปีงบประมาณ พ.ศ. ๒๕๖๙", "๑. จ้างปรับปรุงอาคาร  ๒. จัดซื้อรถตู้"),
        ),
    )
    return {document.key: document for document in files}
