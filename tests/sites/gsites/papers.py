"""The papers that the district office gives out itself; the others lie on a shared drive."""

from __future__ import annotations

from tests.sites import office
from tests.sites.office import Office
from tests.sites.papers import Paper

BASE = "/view/wangtaku-sso"
NAME = "สำนักงานสาธารณสุขอำเภอวังตะกู"
DAY = "22 ธันวาคม 2568"
OFFICE = Office(
    name=NAME,
    short="สสอ.วังตะกู",
    province="จังหวัดพิกุลทอง",
    reference="พท ๐๔๓๒",
    head="นายสมเกียรติ พันธ์แก้ว",
    head_title="สาธารณสุขอำเภอวังตะกู",
    superior="นายแพทย์สาธารณสุขจังหวัดพิกุลทอง",
    phone="0 5699 8123",
    services=("งานป้องกันควบคุมโรคไข้เลือดออก", "งานคัดกรองเบาหวานความดัน", "งานอนามัยแม่และเด็ก", "งานคุ้มครองผู้บริโภค"),
)
MASTERS = (("นายเอกพล คำแก้ว", "นักวิชาการสาธารณสุข"), ("นางสาวสุนิสา พรมมา", "เจ้าพนักงานสาธารณสุข"))
BUYS = (("น้ำมันเชื้อเพลิง", 3_200), ("วัสดุสำนักงาน", 6_450))


def papers() -> dict[str, Paper]:
    """Every paper by its address."""
    named = _tree() | {
        "buy-paint": office.notice(
            OFFICE, "จ้างทาสีอาคารสำนักงาน โดยวิธีเฉพาะเจาะจง", "วงเงินงบประมาณ 85,000 บาท", day="8 มกราคม พ.ศ. 2569"
        ),
        "skr-6810": office.monthly_procurement(OFFICE, "ตุลาคม", 2568, BUYS),
        "skr-6811": office.monthly_procurement(OFFICE, "พฤศจิกายน", 2568, ()),
        "skr-6812": office.monthly_procurement(OFFICE, "ธันวาคม", 2568, BUYS[:1]),
    }
    return {f"{BASE}/_files/{name}.pdf": paper for name, paper in named.items()}


def others_announcement() -> Paper:
    """The neighbour's announcement, copied with its name in it."""
    lines = office.announcement(OFFICE, "24 ธันวาคม พ.ศ. 2568").lines
    return Paper(tuple(line.replace("อำเภอวังตะกู", "อำเภอหนองทราย") for line in lines))


def _tree() -> dict[str, Paper]:
    return {
        "69-m1-memo": office.memo(OFFICE, "คำสั่งแต่งตั้งผู้ดูแลเว็บไซต์", DAY),
        "69-m1-order": Paper(
            office.webmaster_order(OFFICE, "45/2568", "22 ธันวาคม พ.ศ. 2568", MASTERS).lines, scanned=True
        ),
        "69-m1-ann": others_announcement(),
        "69-m1-form": office.request_form(OFFICE, "ประกาศแนวทางการเผยแพร่ข้อมูล", DAY),
        "69-m2-9-memo": office.memo(OFFICE, "แผนพัฒนาสุขภาพ คปสอ. ปีงบประมาณ 2569", DAY),
        "69-m2-9": _plan(2569),
        "69-m2-9-form": office.request_form(OFFICE, "แผนพัฒนาสุขภาพ คปสอ.", DAY),
        "69-pa": office.agreement(OFFICE, 2569),
        "68-m2-9": _plan(2568),
        "67-sar": office.performance_report(OFFICE, 2567, "รอบ 12 เดือน"),
    }


def _plan(year: int) -> Paper:
    first, *rest = office.action_plan(OFFICE, year).lines
    return Paper((f"{first} (แผนพัฒนาสุขภาพ คปสอ.วังตะกู)", *rest))
