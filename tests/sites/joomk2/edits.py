"""How the district office's old site is edited: an article in all its views, a category of files, the frame."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tests.sites import joomk2, office
from tests.sites.joomk2 import markup, papers
from tests.sites.joomk2.papers import ITA, file
from tests.sites.mutation import on_every_page
from tests.sites.website import Answer

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.sites.joomk2.papers import File
    from tests.sites.papers import Paper
    from tests.sites.website import Website

    Change = Callable[[Website], Website]

TAGS = re.compile(r"(<script.*?</script>|<[^>]*>)", re.DOTALL)
ARCHIVE = f"{markup.OPTION}k2&view=itemlist&layout=category&task=category&id=9&Itemid=139"
RESULT = f"{markup.OPTION}poll&id=14:website&Itemid=180"
OTHER_NAMES = (
    ("บทบาทหน้าที่", "ภารกิจและอำนาจหน้าที่"),
    ("บุคลากร สสอ.", "คณะผู้บริหารและเจ้าหน้าที่"),
    ("แผนพัฒนาสุขภาพ คปสอ.", "แผนปฏิบัติการประจำปี"),
    ("สขร.1 รายเดือน", "สรุปผลการจัดซื้อจัดจ้างรายเดือน"),
    ("กฏหมาย ระเบียบ", "กฎหมายที่เกี่ยวข้อง"),
)
ACT = (
    "<tr><td colspan=3>มาตรา ๙ ภายใต้บังคับมาตรา ๑๔ และมาตรา ๑๕ หน่วยงานของรัฐต้องจัดให้มีข้อมูลข่าวสารของราชการอย่างน้อยดังต่อไปนี้"
    "ไว้ให้ประชาชนเข้าตรวจดูได้ ทั้งนี้ ตามหลักเกณฑ์และวิธีการที่คณะกรรมการกำหนด</td></tr>"
)
COUNTED = (
    "<h2>ท่านพึงพอใจต่อเว็บไซต์ สสอ.ทุ่งกระเจียว ระดับใด</h2><table><tr><td>มากที่สุด</td><td>118</td><td>57.8%</td></tr><tr>"
    "<td>มาก</td><td>61</td><td>29.9%</td></tr><tr><td>ปานกลาง</td><td>20</td><td>9.8%</td></tr><tr><td>น้อย</td><td>5</td>"
    "<td>2.5%</td></tr></table><p>จำนวนผู้ลงคะแนน : 204</p>"
)


def text(site: Website, where: str) -> str:
    """What a page holds."""
    body = site.answers[where].body
    assert isinstance(body, str)
    return body


def rewritten(where: str, pattern: str, new: str) -> Change:
    """A page with a pattern exchanged."""
    return lambda site: site.with_body(where, re.sub(pattern, new, text(site, where), flags=re.DOTALL))


def every(pattern: str, new: str) -> Change:
    """Every page with a pattern exchanged."""
    return lambda site: on_every_page(site, lambda text: re.sub(pattern, new, text, flags=re.DOTALL))


def words(old: str, new: str) -> Change:
    """Every page with these words exchanged."""
    return lambda site: site.edited_everywhere(old, new)


def article(number: str, body: str) -> Change:
    """An article with another text, in all its views."""
    return lambda site: site.edited_everywhere(joomk2.texts()[number], body)


def paper(name: str, made: Paper) -> Change:
    """Another paper behind a button of the ITA page."""
    return lambda site: site.with_body(f"{ITA}{name}.pdf", made)


def shelf(number: int, *files: File) -> Change:
    """A category of the download component with other files in it."""

    def apply(site: Website) -> Website:
        before = papers.categories()[number]
        site = site.without(*(markup.download(number, one) for one in before))
        site = site.edited(markup.category(number), markup.shelf(number, before), markup.shelf(number, files))
        for one in files:
            site = site.with_answer(markup.download(number, one), joomk2.sent(one))
        return site

    return apply


def kept(number: int) -> File:
    """A file as it is."""
    return joomk2.stored()[number][1]


def refilled(number: int, made: Paper) -> File:
    """A file of the same name that holds another paper."""
    one = kept(number)
    return replace(one, content=file(number, one.alias, one.label, made, kind=one.kind).content)


def old_charset(site: Website) -> Website:
    """The site as servers of its time sent it."""
    renamed = on_every_page(site, lambda text: re.sub(r'charset="?utf-8"', 'charset=windows-874"', text))
    return renamed.recoded("cp874", "text/html; charset=windows-874")


def thai_digits(text: str) -> str:
    """Digits outside tags and scripts as Thai ones."""
    return "".join(part if part.startswith("<") else office.thai_digits(part) for part in TAGS.split(text))


def no_aliases(site: Website) -> Website:
    """The menu with numbers in its addresses."""
    places = sorted(joomk2.places().values(), key=lambda place: -len(place.alias))
    for place in places:
        if place.alias:
            site = site.edited_everywhere(f'href="{place.sef}"', f'href="{place.plain.replace("&", "&amp;")}"')
    return site


def menu_turned(site: Website) -> Website:
    """The menu in the other direction."""
    entries = joomk2.menu(joomk2.places())
    return site.edited_everywhere(markup.menu(entries), markup.menu(entries[::-1]))


def named_otherwise(site: Website) -> Website:
    """Other labels for the same things."""
    for old, new in OTHER_NAMES:
        site = site.edited_everywhere(old, new)
    return site


def act_only(text: str) -> str:
    """The table of the Act with its words in place of the rows of section 9."""
    return re.sub(r"<tr><td>๙\(๑\).*?(?=</tbody>)", ACT, text, flags=re.DOTALL)


def own_years(text: str) -> str:
    """The days of articles in Buddhist years."""
    return re.sub(r" (20\d\d) เวลา", lambda found: f" {int(found[1]) + 543} เวลา", text)


def modules_as_divisions(site: Website) -> Website:
    """The poll and the counter without their tables."""
    for title, body in (("แบบสำรวจ", markup.POLL), ("สถิติผู้เยี่ยมชม", markup.COUNTER)):
        site = site.edited_everywhere(markup.module(title, body), f'<div class="module"><h3>{title}</h3>{body}</div>')
    return site


def no_telephone(site: Website) -> Website:
    """The numbers of the health centres stay."""
    site = site.edited(joomk2.CONTACT, "<tr><td>โทรศัพท์/โทรสาร :</td><td>0 4599 0451</td></tr>", "")
    return site.edited_everywhere(" โทร 0 4599 0451", "").edited_everywhere("<br />โทร. 08 9711 2230", "")


def former_heads_only(site: Website) -> Website:
    """Nobody who is in office is named."""
    site = article("6", "<p>อยู่ระหว่างปรับปรุงข้อมูลบุคลากร</p>")(site)
    return site.edited_everywhere("<tr><td>๔</td><td>นายบุญส่ง แก้วมณี</td><td>๒๕๖๕ - ปัจจุบัน</td></tr>", "")


def summaries_end(site: Website) -> Website:
    """No summary after September of the last fiscal year."""
    names = ("กันยายน", "สิงหาคม", "กรกฎาคม")
    made = [
        file(
            43 - at, f"skr1-0{9 - at}68", f"แบบ สขร.1 เดือน {name} 2568.pdf", papers.month(name, 2568), "9 ตุลาคม 2568"
        )
        for at, name in enumerate(names)
    ]
    return shelf(10, *made)(site)


def guide_away(site: Website) -> Website:
    """The guide behind an error of the server."""
    place = joomk2.places()["20"]
    return site.with_status(503, place.plain, place.sef, place.printed)


def empty_forms(site: Website) -> Website:
    """The form as it comes from the ministry."""
    made = papers.blank(
        "แบบฟอร์มการขอเผยแพร่ข้อมูลผ่านเว็บไซต์ของหน่วยงาน", "หัวข้อ : ..................", "ผู้อนุมัติรับรอง .............."
    )
    return paper("M2_15", made)(paper("M1_4", made)(site))


def archived(site: Website) -> Website:
    """What has closed stands in the archive alone."""
    closed = [one for one in joomk2.posts() if "&id=51:" in one.address or "&id=42:" in one.address]
    rows = ""
    for one in closed:
        anchor = re.escape(markup.link(one.address, one.title))
        where = markup.section(int(one.more[1]))
        row = re.search(rf'<div class="catItemView">(?:(?!catItemView).)*?{anchor}.*?</div>', text(site, where))
        assert row is not None
        rows += row.group()
        site = site.edited(where, row.group(), "")
        site = rewritten("/", rf'<h3>{anchor}</h3><span class="small">[^<]*</span>', "")(site)
        site = rewritten("/index.php", rf'<h3>{anchor}</h3><span class="small">[^<]*</span>', "")(site)
    title = "คลังประกาศย้อนหลัง (สิ้นสุดแล้ว)"
    for number in (3, 4):
        heading = f"<h2>{markup.SECTIONS[number]}</h2>"
        site = site.edited(markup.section(number), heading, f"{heading}<p>{markup.link(ARCHIVE, title)}</p>")
    return site.with_answer(ARCHIVE, Answer(body=joomk2.frame().page(title, f"<h2>{title}</h2>{rows}")))


def poll_told(site: Website) -> Website:
    """The poll with a link to what was counted."""
    button = 'value="ลงคะแนน" />'
    linked = site.edited_everywhere(button, f"{button} {markup.link(RESULT, 'ดูผล')}")
    return linked.with_answer(RESULT, Answer(body=joomk2.frame().page("ผลสำรวจ", COUNTED)))
