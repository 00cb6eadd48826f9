"""The papers that the general hospital put online in former years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.sites import office
from tests.sites.papers import Paper

if TYPE_CHECKING:
    from tests.sites.office import Office

BUYS = (("ยา 20 รายการ", 210_000), ("วัสดุวิทยาศาสตร์", 54_000))


def former_years(owner: Office) -> dict[str, Paper]:
    """The papers of 2565 to 2567 by name."""
    monthly = {
        f"y67-m5-{number:02}": office.monthly_procurement(owner, month, 2566 if number <= 3 else 2567, BUYS)
        for number, month in enumerate(office.FISCAL_MONTHS, 1)
    }
    return monthly | {
        "y67-memo": office.memo(owner, "หลักฐานตามตัวชี้วัด MOPH ITA ปีงบประมาณ 2567", "21 ธันวาคม 2566"),
        "y67-form": office.request_form(owner, "หลักฐานตามตัวชี้วัด MOPH ITA", "21 ธันวาคม 2566"),
        "y67-m1": office.announcement(owner, "21 ธันวาคม พ.ศ. 2566"),
        "y67-m2-9": office.action_plan(owner, 2567),
        "y67-m2-10": office.performance_report(owner, 2567, "รอบ 12 เดือน"),
        "y67-m2-11": office.budget(owner, 2567),
        "y67-m15": Paper(("# แผนปฏิบัติการป้องกันการทุจริต ประจำปีงบประมาณ พ.ศ. 2567", f"# {owner.name}")),
        "y66-memo": office.memo(owner, "หลักฐานตามตัวชี้วัด MOPH ITA ปีงบประมาณ 2566", "15 ธันวาคม 2565"),
        "y66-m1": office.announcement(owner, "15 ธันวาคม พ.ศ. 2565"),
        "y66-m2-9": office.action_plan(owner, 2566),
        "y66-m2-11": office.budget(owner, 2566),
        "y65-m2-9": Paper(office.action_plan(owner, 2565).lines, scanned=True),
        "y65-m18": Paper(("# รายงานการประเมินความเสี่ยงผลประโยชน์ทับซ้อน", "# ปีงบประมาณ พ.ศ. 2565", f"# {owner.name}")),
    }
