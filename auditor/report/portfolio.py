"""`index.html`, the page of all agencies, and `history.html` of each: files that are complete without a network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor import __version__
from auditor.datafiles import reports_folder
from auditor.findings import Status
from auditor.portfolio import Trouble
from auditor.report.history_view import chronicle_view
from auditor.report.html import address_of, environment, own_style, own_text, policy
from auditor.report.portfolio_view import State, day_of, portfolio_view
from auditor.report.safe_text import one_line, valid_unicode
from auditor.report.sparks import spark
from auditor.rules import Text
from auditor.thai.fiscal import thai_date

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from auditor.config import Lang
    from auditor.findings import Reason
    from auditor.portfolio import Chronicle, Night, Portfolio
    from auditor.report.messages import Messages
    from auditor.report.portfolio_view import PortfolioView
    from auditor.rules import RulePack

_GOOD, _FAIR = 80.0, 50.0  # from where on a cell is shown in the tint of what is met, and of what is met in part


def render_portfolio(portfolio: Portfolio, packs: Sequence[RulePack], messages: Messages, lang: Lang) -> bytes:
    """The page of all agencies in both languages, showing `lang` first, as UTF-8."""
    view = portfolio_view(portfolio, packs)
    page = _page("portfolio.html.j2", messages, lang, _labels(view, messages))
    return page(view=view, states=tuple(State))


def history_pages(packs: Sequence[RulePack], messages: Messages, lang: Lang) -> Callable[[Chronicle], bytes]:
    """What makes the page of an agency's nights."""
    page = _page("history.html.j2", messages, lang)
    return lambda chronicle: page(view=chronicle_view(chronicle, packs))


def trouble_text(night: Night, reason: Reason | None, messages: Messages) -> Text:
    """Why a night came to nothing, or not to its end."""
    if reason is not None:
        return messages.reason(reason)
    trouble = messages.term("trouble", night.trouble or Trouble.INCOMPLETE)
    limits = [messages.code("limit", limit) for limit in night.limits]
    if not limits:
        return trouble
    return Text(
        th=f"{trouble.th}: {', '.join(limit.th for limit in limits)}",
        en=f"{trouble.en}: {', '.join(limit.en for limit in limits)}",
    )


def short_day(day: date, messages: Messages) -> Text:
    """A day where there is little room."""
    return Text(
        th=thai_date(day, short=True, thai_digits=messages.th.thai_digits),
        en=messages.date(day).en,
    )


def _page(template: str, messages: Messages, lang: Lang, looks: str = "") -> Callable[..., bytes]:
    """What fills a template with what a page is about; `looks`: a style sheet of this page alone."""
    folder = reports_folder()
    style = (
        own_text(folder / "style" / "report.css") + own_text(folder / "style" / "portfolio.css") + own_style(looks)
    )
    script = own_text(folder / "style" / "language.js") + own_text(folder / "style" / "portfolio.js")
    page = environment(folder / "templates").get_template(template)
    shared = {
        "lang": lang,
        "m": messages,
        "style": style,
        "script": script,
        "policy": policy(style, script),
        "version": __version__,
        "statuses": tuple(Status),
        "address": address_of,
        "day": day_of,
        "short_day": lambda each: short_day(each, messages),
        "trouble": lambda night, reason=None: trouble_text(night, reason, messages),
        "spark": spark,
        "band": _band,
        "days_since_1970": lambda each: each.toordinal() - 719_163,
    }
    return lambda **about: valid_unicode(page.render(**shared, **about)).encode()


def _band(percent: float | None) -> str:
    """How a cell is tinted; its number stands in it all the same."""
    if percent is None:
        return "none"
    if percent >= _GOOD:
        return "good"
    return "fair" if percent >= _FAIR else "poor"


def _labels(view: PortfolioView, messages: Messages) -> str:
    """The names of the cells where an agency is a card: said once here instead of in every row."""
    words = {"sum": "score", "trend": "portfolio-trend", "when": "portfolio-checked", "age": "portfolio-age"}
    rules = []
    for name, key in words.items():
        said = messages.word(key)
        rules.append(f".agencies .{name}::before{{content:{css_string(said.th)}}}")
        rules.append(f"html:has(#lang-en:checked) .agencies .{name}::before{{content:{css_string(said.en)}}}")
    for place, column in enumerate(view.columns, start=len(words) + 2):
        rules.append(f".agencies td:nth-child({place})::before{{content:{css_string(column.key)}}}")
    return f"@media screen and (max-width:66rem){{{''.join(rules)}}}"


def css_string(text: str) -> str:
    """A text as a style sheet may hold it: all but Latin letters and digits as escapes."""
    plain = (letter if letter.isascii() and letter.isalnum() else f"\\{ord(letter):x} " for letter in one_line(text))
    return f'"{"".join(plain)}"'
