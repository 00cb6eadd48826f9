"""The papers in the hospital's uploads and its download manager."""

from __future__ import annotations

from tests.sites import office
from tests.sites.office import Office
from tests.sites.papers import Paper

OFFICE = Office(
    name="โรงพยาบาลทุ่งดอกคูน",
    short="รพ.ทุ่งดอกคูน",
    province="อำเภอทุ่งดอกคูน จังหวัดยโสธร",
    reference="ยส ๐๐๓๓.๓๐๕",
    head="แพทย์หญิงนลินี ทองประเสริฐ",
    head_title="ผู้อำนวยการโรงพยาบาลทุ่งดอกคูน",
    superior="นายแพทย์สาธารณสุขจังหวัดยโสธร",
    phone="045-009901",
    services=("งานผู้ป่วยนอก", "งานผู้ป่วยใน", "งานอุบัติเหตุฉุกเฉิน", "งานทันตกรรม", "งานปฐมภูมิ"),
)
DAY = "19 ธันวาคม 2567"
UPLOADS = "/wp-content/uploads"
TRIAGE = (
    ("รับผู้ป่วยและประเมินแรกรับ", ""),
    ("จำแนกระดับความเร่งด่วน 5 ระดับ", ""),
    ("ส่งต่อห้องตรวจตามระดับ", ""),
)
LAWS = {
    "act-sanatorium": "พระราชบัญญัติสถานพยาบาล พ.ศ. ๒๕๔๑",
    "act-mental": "พระราชบัญญัติสุขภาพจิต พ.ศ. ๒๕๕๑",
    "act-emergency": "พระราชบัญญัติการแพทย์ฉุกเฉิน พ.ศ. ๒๕๕๑",
    "act-oia": "พระราชบัญญัติข้อมูลข่าวสารของราชการ พ.ศ. ๒๕๔๐",
}
BUYS = (("ยา 8 รายการ", 74_300), ("วัสดุการแพทย์", 28_900), ("วัสดุงานบ้าน", 5_120))

# Of the download manager: the page that offers it, slug, number, label.
PACKAGES: tuple[tuple[str, str, int, str], ...] = (
    ("/แผนงาน/", "action-plan-2568", 301, "Action Plan 2568"),
    ("/แผนงาน/", "planfin-2568", 302, "Planfin ปี 2568 (แผนงาน โครงการ งบประมาณ)"),
    ("/wi-cpg/", "wi-triage", 311, "WI การคัดแยกผู้ป่วย (Triage)"),
    ("/wi-cpg/", "hosxp-guide", 312, "คู่มือการใช้งาน HOSxP XE"),
)


def package_papers() -> dict[str, Paper]:
    """The papers of the download manager by slug."""
    return {
        "action-plan-2568": office.action_plan(OFFICE, 2568),
        "planfin-2568": office.budget(OFFICE, 2568),
        "wi-triage": office.manual(OFFICE, "การคัดแยกผู้ป่วย (Triage)", TRIAGE),
        "hosxp-guide": Paper(("# คู่มือการใช้งาน HOSxP XE", "1. เปิดโปรแกรม", "2. กรอกชื่อผู้ใช้", "3. เลือกห้องทำงาน")),
    }


def package_address(slug: str, number: int) -> str:
    """Where the download manager gives its file."""
    return f"/download/{slug}/?wpdmdl={number}"


def papers() -> dict[str, Paper]:
    """The uploads by address."""
    year = f"{UPLOADS}/2024/12"
    monthly = {
        f"{UPLOADS}/2025/02/skr-{row:02}.pdf": office.monthly_procurement(
            OFFICE, month, 2567 if row <= 3 else 2568, BUYS[row % 3 :]
        )
        for row, month in enumerate(office.FISCAL_MONTHS[:4], 1)
    }
    laws = {f"{UPLOADS}/2022/03/{name}.pdf": Paper((f"# {law}", "มาตรา ๑", law)) for name, law in LAWS.items()}
    return (
        monthly
        | laws
        | {
            f"{UPLOADS}/2024/10/orgchart-2568.pdf": chart(),
            f"{UPLOADS}/2020/01/strategy63-67.pdf": office.strategy(OFFICE, 2563, 2567),
            f"{year}/annual-2567.pdf": office.annual_report(OFFICE, 2567, scanned=True),
            f"{year}/moit1-memo.pdf": office.memo(OFFICE, "ประกาศแนวทางการเผยแพร่ข้อมูลต่อสาธารณะ", DAY),
            f"{year}/moit1-order.pdf": committee(),
            f"{year}/moit1-announce.pdf": office.announcement(OFFICE, "25 ธันวาคม พ.ศ. 2566"),
            f"{year}/moit2-pa-form.pdf": office.request_form(OFFICE, "คำรับรองการปฏิบัติราชการ ปี 2568", DAY),
            f"{year}/moit2-report-memo.pdf": office.memo(OFFICE, "รายงานผลการปฏิบัติราชการ", DAY),
            f"{year}/moit4-post.pdf": posting_order(),
        }
    )


def chart() -> Paper:
    """The organisation's chart."""
    return Paper(
        (
            f"# ผังองค์กร {OFFICE.name} ปีงบประมาณ 2568",
            f"{OFFICE.head_title}",
            "|กลุ่มงานบริหารทั่วไป|กลุ่มการพยาบาล|กลุ่มงานการแพทย์|",
            "|กลุ่มงานเภสัชกรรม|กลุ่มงานทันตกรรม|กลุ่มงานเทคนิคการแพทย์|",
        )
    )


def committee() -> Paper:
    """The order on those who work on the transparency assessment: no order on the website."""
    return Paper(
        (
            f"# คำสั่ง{OFFICE.name}",
            "# ที่ ๘๑/๒๕๖๗",
            "# เรื่อง แต่งตั้งคณะทำงานการประเมินคุณธรรมและความโปร่งใส (ITA)",
            "๑. นายวิชิต แสนงาม  ประธาน",
            "๒. นางสาวปวีณา บุญมี  กรรมการและเลขานุการ",
            "มีหน้าที่รวบรวมหลักฐานตามตัวชี้วัด",
            "สั่ง ณ วันที่ ๑๙ ธันวาคม พ.ศ. ๒๕๖๗",
        )
    )


def posting_order() -> Paper:
    """The order on who posts and removes notices on the board: no order on the website."""
    return Paper(
        (
            f"# คำสั่ง{OFFICE.name}",
            "# ที่ ๘๓/๒๕๖๗",
            "# เรื่อง มอบหมายเจ้าหน้าที่ผู้ปิดประกาศและปลดประกาศการจัดซื้อจัดจ้าง",
            "๑. นายสมบัติ ใจงาม  ผู้ปิดประกาศ",
            "๒. นางสาวกรรณิการ์ แก้วใส  ผู้ปลดประกาศ",
            "สั่ง ณ วันที่ ๑๙ ธันวาคม พ.ศ. ๒๕๖๗",
        )
    )
