"""The pages on integrity (ITA): the items MOIT 1-22 of a fiscal year, and older ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.sites.maxsite import markup

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.sites.maxsite.papers import Document

DRIVE = "https://drive.google.invalid/drive/folders/{}?usp=sharing"
PAGE = "index.php?name=page&file=page&op="
NOTHING = "รอข้อมูล"
Cell = tuple[tuple[str, str], ...]  # words, and a document's key or an address
ITEMS: tuple[tuple[str, str, Cell, Cell], ...] = (
    (
        "MOIT 1",
        "หน่วยงานมีการวางระบบโดยการกำหนดมาตรการการเผยแพร่ข้อมูลต่อสาธารณะผ่านเว็บไซต์ของหน่วยงาน",
        (
            ("1.1 บันทึกข้อความ", "memo1"),
            ("1.2 ประกาศ", "announcement"),
            ("1.3 กรอบแนวทางการเผยแพร่ข้อมูลฯ", "announcement"),
            ("1.4 แบบฟอร์มการเผยแพร่ข้อมูลฯ", "request"),
        ),
        (("คำสั่งแต่งตั้งผู้ดูแลเว็บไซต์", "order"),),
    ),
    (
        "MOIT 2",
        "หน่วยงานมีการเปิดเผยข้อมูลข่าวสารที่เป็นปัจจุบัน",
        (
            ("1.1 ข้อมูลผู้บริหาร", f"{PAGE}boss"),
            ("1.2 นโยบายของผู้บริหาร", f"{PAGE}policy"),
            ("1.3 โครงสร้างหน่วยงาน", f"{PAGE}structure"),
            ("1.4 หน้าที่และอำนาจ", f"{PAGE}duty"),
            ("1.5 กฎหมายที่เกี่ยวข้อง", f"{PAGE}law"),
            ("1.7 ข้อมูลการติดต่อ", "index.php?name=contact"),
            ("2. วิสัยทัศน์ พันธกิจ ค่านิยม MOPH", f"{PAGE}vision"),
        ),
        (
            ("8. ยุทธศาสตร์ของหน่วยงาน", "strategy"),
            ("9. แผนปฏิบัติการประจำปี 2568", "action"),
            ("คำรับรองการปฏิบัติราชการ 2568", "agreement_memo"),
            ("10. รายงานผลการปฏิบัติราชการ รอบ 6 เดือน ปี 2568", DRIVE.format("1rep68six")),
            ("14. คู่มือการปฏิบัติงาน", "manual"),
            ("15. คู่มือประชาชน", "guide"),
        ),
    ),
    ("MOIT 3", "รายงานการวิเคราะห์ผลการจัดซื้อจัดจ้าง ปีงบประมาณ 2567", (("รายงาน", "analysis"),), ()),
    ("MOIT 4", "การวางระบบการจัดซื้อจัดจ้าง ปี 2568", (("แผนจัดซื้อจัดจ้าง", "buyplan"),), ()),
    (
        "MOIT 5",
        "สรุปผลการจัดซื้อจัดจ้างรายเดือน (สขร.1)",
        (("ต.ค. 67", "skr10"), ("พ.ย. 67", "skr11"), ("ธ.ค. 67", "skr12")),
        (("ม.ค. 68", "skr01"),),
    ),
    ("MOIT 6", "นโยบายการบริหารและพัฒนาทรัพยากรบุคคล", (), (("โฟลเดอร์", DRIVE.format("1hr68")),)),
    ("MOIT 8", "อบรมจริยธรรมและวินัย", (), (("สรุปผลการอบรม", "ethics"),)),
    ("MOIT 9", "แนวปฏิบัติการจัดการเรื่องร้องเรียน", (), (("คู่มือ", "complaint"),)),
    ("MOIT 12", "มาตรการป้องกันการรับสินบน", (), (("ประกาศ No Gift Policy", "nogift"),)),
    ("MOIT 15", "แผนปฏิบัติการป้องกันการทุจริต", (("แผน", "anticorruption"),), ()),
    ("MOIT 17", "การประเมินความเสี่ยงการทุจริต", (), (("โฟลเดอร์", DRIVE.format("1risk68")),)),
    ("MOIT 20", "อบรมผลประโยชน์ทับซ้อน", (), ()),
    ("MOIT 22", "แนวปฏิบัติที่เคารพสิทธิมนุษยชน", (), (("โฟลเดอร์", DRIVE.format("1hrights")),)),
)
OLD = (
    ("EB 1", "https://drive.google.invalid/drive/folders/1eb1"),
    ("EB 4", "UserFiles/File/plan64.rar"),
    ("EB 9", "https://drive.google.invalid/drive/folders/1eb9"),
)


def pages(known: Mapping[str, Document]) -> dict[str, str]:
    """The pages by their address."""
    return {
        "/index.php?name=ita&year=2568": _table(known),
        "/index.php?name=ita&year=2567": markup.headed(
            "ITA ปีงบประมาณ 2567",
            "".join(
                f'<p>MOIT {number} <a href="{DRIVE.format(f"1y67m{number}")}" target="_blank">เปิดโฟลเดอร์</a></p>'
                for number in range(1, 23)
            ),
        ),
        "/index.php?name=ita&year=2564": markup.headed(
            "ITA ปีงบประมาณ 2564",
            "".join(f'<p><a href="{href}" target="_blank">{label}</a></p>' for label, href in OLD),
        ),
    }


def _table(known: Mapping[str, Document]) -> str:
    rows = "".join(
        f"<tr valign=top><td nowrap>{code}</td><td>{label}</td><td>{_cell(first, known)}</td>"
        f"<td>{_cell(second, known)}</td></tr>"
        for code, label, first, second in ITEMS
    )
    return markup.headed(
        "การประเมินคุณธรรมและความโปร่งใส (MOPH ITA) ปีงบประมาณ พ.ศ. 2568",
        '<table border="1" width="100%" class="moit">'
        '<tr bgcolor="#CCFFCC"><th>ข้อ</th><th>รายการ</th><th>ไตรมาส 1</th>'
        f"<th>ไตรมาส 2</th></tr>{rows}</table>",
    )


def _cell(links: Cell, known: Mapping[str, Document]) -> str:
    return (
        "<br>".join(
            f'<a href="{known[to].address[1:] if to in known else to}" target="_blank">{words}</a>'
            for words, to in links
        )
        or NOTHING
    )
