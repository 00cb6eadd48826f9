"""A district health office (สสอ.) on new Google Sites, one of many sites on its host.

Hashed classes, addresses that lost their vowels, files in frames of a shared drive, pictures of text, groups that
fold. Some files of its former site are still given out beside the pages. The audit's day is 20 January 2026, in
fiscal year 2569. A neighbour's site lies on the same host.
"""

from __future__ import annotations

from pathlib import Path

from tests.sites.content import read_fragments
from tests.sites.gsites import markup
from tests.sites.gsites.papers import BASE, papers
from tests.sites.website import Answer, Website

HERE = Path(__file__).parent
PICTURES = ("head", "vice", "logo", "n1", "n2", "n3", "g1", "g2", "g3", "chart", "info1", "info2")
CENTRES = ("บ้านโคก", "หนองแวง", "วังน้ำใส", "ดอนมะกอก", "ทุ่งพิกุล")

FORMER = {
    3: "รายงานการวิเคราะห์ผลการจัดซื้อจัดจ้าง ปีงบประมาณ 2567",
    4: "ระบบการจัดซื้อจัดจ้าง",
    6: "นโยบายการบริหารทรัพยากรบุคคล",
    9: "แนวปฏิบัติการจัดการเรื่องร้องเรียน",
    10: "สรุปผลเรื่องร้องเรียน",
    13: "เกณฑ์จริยธรรมการจัดซื้อยา",
    14: "แนวทางการยืมทรัพย์สินของราชการ",
    18: "มาตรการป้องกันการทุจริต",
    21: "เจตจำนงสุจริต",
}
"""What the folder of 2568 holds, by number of the item."""


def website() -> Website:
    """The site without faults other than its own."""
    pages = {
        f"{BASE}/{fragment.address}": markup.page(fragment.title, fragment.body)
        for fragment in read_fragments(HERE / "content.html")
    }
    pages |= {
        f"{BASE}/รพสต/แหงท-{number}": markup.page(f"รพ.สต.{name}", markup.centre(name, number))
        for number, name in enumerate(CENTRES, 1)
    }
    pages |= {
        f"{BASE}/ita/ita-2568/moit-{number}": markup.page(f"MOIT {number}", markup.folder(title, f"1m{number}"))
        for number, title in FORMER.items()
    }
    pages |= {f"{markup.NEIGHBOUR}/หนาแรก": markup.neighbour(), f"{markup.NEIGHBOUR}/ตดตอ": markup.neighbour()}
    answers = {address: Answer(body=body) for address, body in pages.items()}
    answers |= {address: Answer(body=paper) for address, paper in papers().items()}
    answers |= {f"{BASE}/_img/{name}.png": Answer.picture("x.png", name) for name in PICTURES}
    answers[f"{BASE}/_img/vision.png"] = Answer.picture("vision.png", "วิสัยทัศน์", "คนวังตะกูสุขภาพดี")
    return Website(answers=answers, missing=Answer(body=markup.NOT_FOUND, status=404), start=f"{BASE}/หนาแรก")
