"""What only a website has: outward links, visitor counters, surveys about itself, services that answer."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from auditor.assess.availability import is_one_of
from auditor.assess.detectors.hits import NOTHING, Desk, Hit
from auditor.assess.lexicon import folded
from auditor.assess.quoting import shorten
from auditor.facts import BlockKind, Fetched, Page, Region, Unreachable
from auditor.thai.dates import find_dates
from auditor.thai.durations import find_durations
from auditor.thai.text import find_folded, normalise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.assess.passages import Passage
    from auditor.facts import Block, Form, Link
    from auditor.rules import Condition

_NUMBER = re.compile(r"\d[\d,]*")
_FOLLOWING = re.compile(r"[^\d\n]{0,40}?\d")
_PERCENT = re.compile(r"\d{1,3}(?:\.\d+)?\s*%|\d\.\d{1,2}")
_NAMED_WITHIN = 600  # letters in which a result says what it is about
_GONE = frozenset({404, 410})
_LINES_APART = 3  # lines between the links of one block, for banners and words of explanation
_COUNTER_PARTS = 2
_CAPTION_LINES = 3  # above a table
_UNTITLED_PARTS = 3
_COUNTER_DIGITS = 3  # pictures of one digit each that make a number


def outward_links(passage: Passage, condition: Condition, desk: Desk) -> Hit:
    """The largest block of links to other agencies' sites; those known to be dead count for nothing."""
    _ = condition
    alive = max((_sites(block, desk) for block in _link_blocks(passage, desk)), key=len, default=[])
    labels = [link.label or link.url for link in alive]
    return Hit(count=len(alive), quote=shorten(" · ".join(labels[:6])), matched=labels[0] if labels else "")


def _sites(links: list[Link], desk: Desk) -> list[Link]:
    """One link a site, of those that are not known to be gone."""
    sites: dict[str, Link] = {}
    for link in links:
        parts = urlsplit(link.url)
        if not _is_dead(link.url, desk):
            sites.setdefault((parts.hostname or "") if len(parts.path) > 1 else link.url, link)
    return list(sites.values())


def _link_blocks(passage: Passage, desk: Desk) -> Iterator[list[Link]]:
    """Outward links that stand together: in one region, one below the other or under one heading."""
    block: list[Link] = []
    lines = dict(zip(passage.numbers, passage.blocks, strict=False))
    for link in passage.links:
        if not _leads_to_an_agency(link, lines.get(link.block), desk):
            continue
        last = block[-1] if block else link
        together = link.block - last.block <= _LINES_APART or (link.heading and link.heading == last.heading)
        if link.region is not last.region or not together:
            yield block
            block = []
        block.append(link)
    yield block


def _leads_to_an_agency(link: Link, line: Block | None, desk: Desk) -> bool:
    """Is it a link to another's site: no social network, staff system, or credit of who made the website?"""
    if link.embedded or not link.url.startswith("http") or desk.in_site(link.url):
        return False
    if is_one_of(urlsplit(link.url).hostname or "", desk.lexicon.words("social-hosts")):
        return False
    if desk.lexicon.holds("staff-login-words", link.label) or desk.lexicon.starts("system-words", link.label):
        return False
    return not desk.lexicon.holds("site-maker-words", link.label) and not _is_credit(link, line, desk)


def _is_credit(link: Link, line: Block | None, desk: Desk) -> bool:
    """Does the label stand behind the words that tell who made the website?"""
    text = line.text if line is not None and link.label else ""
    places = [place for word in desk.lexicon.found("site-maker-words", text) if (place := find_folded(text, word))]
    if not places:
        return False
    first = min(start for start, _ in places)
    label = folded(link.label)
    return label in folded(text[first:]) and label not in folded(text[:first])


def _is_dead(url: str, desk: Desk) -> bool:
    target = desk.look_up(url)
    return target is not None and isinstance(target.fetch, Fetched) and target.fetch.status in _GONE


def tried_links(passage: Passage, desk: Desk) -> tuple[int, int]:
    """How many outward links could be tried, and how many of them are broken."""
    tried = broken = 0
    for url in {link.url for link in passage.links if link.url.startswith("http") and not desk.in_site(link.url)}:
        target = desk.look_up(url)
        if target is None or isinstance(target.fetch, Unreachable) or not isinstance(target.fetch, Fetched):
            continue
        tried += 1
        broken += target.fetch.status in _GONE
    return tried, broken


def visitor_counter(passage: Passage, condition: Condition, desk: Desk) -> Hit:
    """A count of visits to the whole site: two of its usual parts (today, this month, in all), or one that stands
    outside the page's own content. The views of one article are none.
    """  # noqa: D205  (one sentence too long for a line)
    _ = condition
    parts: dict[str, str] = {}
    titled = ""
    for place, block in enumerate(passage.blocks):
        line = _with_number(passage, place)
        if any(desk.lexicon.holds(words, line) for words in ("article-view-words", "satisfaction-words")):
            continue
        if desk.lexicon.holds("visitor-words", line):
            titled = titled or block.text
        has_number = _NUMBER.search(line) is not None
        if has_number and (titled or desk.lexicon.holds("visitor-words", line)):
            for word in desk.lexicon.found("counter-part-words", line):
                parts.setdefault(word, block.text)
            of_site = block.region is not Region.MAIN or desk.lexicon.holds("website-words", line)
            if of_site and _counts_visitors(line, desk):
                return Hit(count=_COUNTER_PARTS, quote=shorten(block.text), matched=line)
    if len(parts) >= _COUNTER_PARTS and titled:
        return Hit(count=len(parts), quote=shorten(" · ".join([titled, *parts.values()])), matched=titled)
    for told in (_tabled_counter(passage, desk), _untitled_counter(passage, desk)):
        if told.count:
            return told
    return _unread_counter(passage, desk)


def _counts_visitors(line: str, desk: Desk) -> bool:
    """Does a number follow the words for visitors, next to them? A date or a span of time is no count."""
    spans = [span.raw for span in find_dates(line)] + [time.raw for time in find_durations(line)]
    for raw in spans:
        line = line.replace(raw, " ")
    words = map(normalise, desk.lexicon.found("visitor-words", line))
    return any(_FOLLOWING.match(line, line.find(word) + len(word)) for word in words)


def _with_number(passage: Passage, place: int) -> str:
    """A line, with the number that stands in a box of its own behind it."""
    line = normalise(passage.blocks[place].text)
    behind = normalise(passage.blocks[place + 1].text) if place + 1 < len(passage.blocks) else ""
    return f"{line} {behind}" if _NUMBER.fullmatch(behind) and not _NUMBER.search(line) else line


def _tabled_counter(passage: Passage, desk: Desk) -> Hit:
    """A table by month, year or part of a counter, under words that say it is of the website's visitors."""
    rows = [place for place, block in enumerate(passage.blocks) if block.kind is BlockKind.ROW and block.cells]
    if not rows:
        return NOTHING
    above = [block.text for block in passage.blocks[max(0, rows[0] - _CAPTION_LINES) : rows[0]]]
    caption = next((line for line in (*reversed(above), passage.title) if _titles_visits(line, desk)), "")
    counted = [row for place in rows if caption and _counts_a_time(row := passage.blocks[place], desk)]
    if len(counted) < _COUNTER_PARTS:
        return NOTHING
    return Hit(count=len(counted), quote=shorten(f"{caption} · {' '.join(counted[0].cells)}"), matched=caption)


def _titles_visits(line: str, desk: Desk) -> bool:
    """Does the line speak of visitors of the website, and of nobody else?"""
    others = ("other-count-words", "satisfaction-words", "article-view-words")
    return all(desk.lexicon.holds(words, line) for words in ("visitor-words", "website-words")) and not any(
        desk.lexicon.holds(words, line) for words in others
    )


def _counts_a_time(row: Block, desk: Desk) -> bool:
    """A row of a month, a year or a part of a counter, with a number behind it."""
    first, *others = row.cells
    timed = any(find_dates(first)) or desk.lexicon.holds("counter-part-words", first)
    return timed and any(_NUMBER.fullmatch(normalise(cell)) for cell in others)


def _untitled_counter(passage: Passage, desk: Desk) -> Hit:
    """Three parts of a counter next to each other in the frame; its title is often a picture."""
    run: dict[str, str] = {}
    for place, block in enumerate(passage.blocks):
        line = _with_number(passage, place)
        told = desk.lexicon.found("counter-part-words", line)
        if block.region is Region.MAIN or not told or desk.lexicon.holds("other-count-words", line):
            run = {}
        elif len(_NUMBER.findall(line)) >= len(told):
            run.update((word, block.text) for word in told)
        if len(run) >= _UNTITLED_PARTS:
            return Hit(
                count=len(run), quote=shorten(" · ".join(dict.fromkeys(run.values()))), matched=next(iter(run))
            )
    return NOTHING


def _unread_counter(passage: Passage, desk: Desk) -> Hit:
    """A picture from a counting service, or a title without a number where a picture or a script may fill it in.

    Either shows its number to the reader, though not to us. On a page that loads no script a bare title stays bare.
    """
    page = passage.resource.content
    filled = isinstance(page, Page) and bool(page.scripts)
    pictured = {number - beside for number in (image.block for image in passage.images) for beside in (0, 1)}
    numbered = zip(passage.numbers, passage.blocks, strict=False)
    titles = (
        block.text
        for number, block in numbered
        if (filled or number in pictured) and _titles_counter(block, desk, pictured=number in pictured)
    )
    titled = next(titles, "")
    if titled and _pictured_digits(passage, titled) >= _COUNTER_DIGITS:
        return Hit(count=_COUNTER_PARTS, quote=shorten(titled), matched=titled)
    for image in passage.images:
        host = urlsplit(image.url).hostname or ""
        if any(name in host or name in image.url for name in desk.lexicon.words("counter-hosts")):
            return Hit(count=1, quote=shorten(f"{titled} {image.alt} {image.url}"), matched=image.url, doubtful=True)
    return Hit(count=1, quote=shorten(titled), matched=titled, doubtful=True) if titled else NOTHING


def _pictured_digits(passage: Passage, title: str) -> int:
    """How many pictures that call themselves one digit each stand soon behind the title."""
    start = next(
        number for number, block in zip(passage.numbers, passage.blocks, strict=False) if block.text == title
    )
    near = range(start, start + _LINES_APART)
    return sum(image.block in near and re.fullmatch(r"\d", image.alt.strip()) is not None for image in passage.images)


def _titles_counter(block: Block, desk: Desk, *, pictured: bool) -> bool:
    """A line about visitors in the frame, or before a picture that may be its number."""
    placed = pictured or block.region not in {Region.MAIN, Region.NAV, Region.BREADCRUMB}
    return (
        placed
        and desk.lexicon.holds("visitor-words", block.text)
        and not desk.lexicon.holds("satisfaction-words", block.text)
    )


def survey_form(passage: Passage, condition: Condition, desk: Desk) -> Hit:
    """A form that asks how satisfied one is with the website; one that names no website needs a person."""
    _ = condition
    found = [hit for hit in _surveys(passage, desk) if hit.count]
    return min(found, key=lambda hit: hit.doubtful, default=NOTHING)


def _surveys(passage: Passage, desk: Desk) -> Iterator[Hit]:
    """What is made of each form and of each link to a survey: one on the hospital hides none on the website."""
    for form in passage.forms:
        text = _asked_by(form, passage, desk) or " ".join((passage.title, *form.labels, passage.text))
        if _has_choices(form) and desk.lexicon.holds("satisfaction-words", text):
            yield _open_survey(text, passage.title or " ".join(form.labels), "", desk)
    for link in passage.links:
        words = f"{link.heading} {link.label} {passage.title}"
        host = (urlsplit(link.url).hostname or "") + urlsplit(link.url).path
        if not any(name in host for name in desk.lexicon.words("survey-hosts")):
            continue
        if desk.lexicon.holds("satisfaction-words", words):
            yield _open_survey(words, f"{link.label} {link.url}", link.url, desk)
        elif link.embedded and desk.lexicon.holds("satisfaction-words", passage.text):
            yield _open_survey(passage.text, f"{passage.title} {link.url}", link.url, desk)


def _asked_by(form: Form, passage: Passage, desk: Desk) -> str:
    """What stands right above a form and in it, if that asks how satisfied one is; "" where it is not told so near.

    A page that is about satisfaction tells by its title what its form asks about; a welcome to the website does not.
    """
    last = form.block + len(form.labels) + _LINES_APART
    lines = dict(zip(passage.numbers, passage.blocks, strict=False))
    near = [block.text for number, block in lines.items() if form.block - _CAPTION_LINES <= number < last]
    titled = passage.title if desk.lexicon.holds("satisfaction-words", passage.title) else ""
    asked = " ".join((titled, *near, *form.labels))
    return asked if desk.lexicon.holds("satisfaction-words", asked) else ""


def _open_survey(text: str, quote: str, url: str, desk: Desk) -> Hit:
    """A survey that still takes answers."""
    return NOTHING if desk.lexicon.holds("closed-survey-words", text) else _survey(text, quote, url, desk)


def _survey(text: str, quote: str, url: str, desk: Desk) -> Hit:
    about_site = desk.lexicon.holds("website-words", text)
    about_service = desk.lexicon.holds("hospital-service-words", text)
    if not about_site and about_service:
        return NOTHING
    return Hit(count=1, quote=shorten(quote), matched=quote, doubtful=not about_site, url=url)


def _has_choices(form: Form) -> bool:
    return any(field.startswith(("radio", "select", "checkbox", "range", "number")) for field in form.fields)


def survey_result(passage: Passage, condition: Condition, desk: Desk) -> Hit:
    """A result about the website: satisfaction words with a share, a mean or a level, and the website named."""
    _ = condition
    text = f"{passage.title}\n{passage.text}"
    if not desk.lexicon.holds("satisfaction-words", text):
        return NOTHING
    lines = [line for line in _lines(passage) if _tells_a_result(line, desk)]
    if not lines:
        return NOTHING
    linked = {link.block for link in passage.links}
    own = [block.text for number, block in zip(passage.numbers, passage.body, strict=False) if number not in linked]
    named = "\n".join((passage.title, *lines, *own))[:_NAMED_WITHIN]
    return _survey(named, " · ".join([passage.title, *lines[:3]]), "", desk)


def _tells_a_result(line: str, desk: Desk) -> bool:
    plain = normalise(line)
    return _PERCENT.search(plain) is not None or (
        desk.lexicon.holds("level-words", plain) and _NUMBER.search(plain) is not None
    )


def _lines(passage: Passage) -> Iterator[str]:
    for block in passage.body:
        yield from (line for line in block.text.splitlines() if line.strip())


def interactive_service(passage: Passage, condition: Condition, desk: Desk) -> Hit:
    """A service in which a citizen sends something and gets an answer; staff systems and surveys are none."""
    _ = condition
    for form in passage.forms:
        words = f"{passage.title} {' '.join(form.labels)}"
        if desk.lexicon.holds("satisfaction-words", " ".join(form.labels)):
            continue
        if _takes_in(form) and (
            desk.lexicon.holds("interactive-words", words)
            or _takes_complaints(form, words, desk)
            or _promises_answer(form, passage, desk)
        ):
            return Hit(count=1, quote=shorten(words), matched=passage.title)
    found = [hit for link in passage.links if (hit := _service_behind(link, desk)).count]
    return min(found, key=lambda hit: hit.doubtful, default=NOTHING)


def _takes_complaints(form: Form, words: str, desk: Desk) -> bool:
    """Is it a form in which one writes at length, on a page about complaints or requests?"""
    at_length = any(field.startswith("textarea") for field in form.fields)
    return at_length and desk.lexicon.holds("request-words", words)


def _promises_answer(form: Form, passage: Passage, desk: Desk) -> bool:
    """Does the form itself ask for something, and its page say that an answer comes? What staff ask for is none."""
    asked = " ".join(form.labels)
    if desk.lexicon.holds("staff-login-words", asked) or not desk.lexicon.holds("asking-words", asked):
        return False
    return any(desk.lexicon.holds("answer-words", block.text) for block in passage.body)


def _service_behind(link: Link, desk: Desk) -> Hit:
    """A link called a service: sure where its page takes something in, doubtful where only a person can look."""
    if not link.label or not link.url.startswith("http") or desk.lexicon.holds("staff-login-words", link.label):
        return NOTHING
    if not desk.lexicon.holds("interactive-words", link.label):
        return NOTHING
    shown = Hit(count=1, quote=shorten(f"{link.label} {link.url}"), matched=link.label, url=link.url)
    target = desk.look_up(link.url)
    if not desk.in_site(link.url):
        gone = target is not None and isinstance(target.fetch, Fetched) and target.fetch.status in _GONE
        return NOTHING if gone else replace(shown, doubtful=True)
    if target is None or not isinstance(target.content, Page):
        return NOTHING
    takes = any(_takes_in(form) for form in target.content.forms)
    return shown if takes else NOTHING


def _takes_in(form: Form) -> bool:
    """Does a visitor send something with it? To log in or to search the site is not that."""
    sent = [field for field in form.fields if field.startswith(_SENDING)]
    return any(field.rpartition(":")[2].lower() not in _SEARCHED for field in sent) and not _is_login(form)


_SENDING = ("text", "textarea", "email", "tel", "file", "select")
_SEARCHED = frozenset(
    {"q", "s", "search", "searchword", "keyword", "keywords", "query", "k", "txtsearch", "filter-search"}
)


def _is_login(form: Form) -> bool:
    return any(field.startswith("password") for field in form.fields)
