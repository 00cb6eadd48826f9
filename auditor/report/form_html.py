"""Publication request forms as one printable page of HTML: one form on each sheet of A4."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.datafiles import reports_folder
from auditor.report.html import address_of, environment, own_text, policy
from auditor.report.safe_text import valid_unicode

if TYPE_CHECKING:
    from auditor.report.form import FormWriter, RequestForm


def render_forms(forms: tuple[RequestForm, ...], writer: FormWriter) -> bytes:
    """The forms as UTF-8; needs nothing from outside (RELIABILITY_RULES 21)."""
    folder = reports_folder()
    style = own_text(folder / "style" / "form.css")
    page = (
        environment(folder / "templates")
        .get_template("request_forms.html.j2")
        .render(
            forms=forms,
            label=writer.label,
            lang=writer.lang,
            style=style,
            policy=policy(style),
            href=lambda url: address_of(url).href,
        )
    )
    return valid_unicode(page).encode()
