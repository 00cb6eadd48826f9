"""Publication request forms as a Word document, to be filled in further and signed: one form on each page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.report.docx import Paragraph, Run, Table, write_docx

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from auditor.report.docx import Cell
    from auditor.report.form import FormWriter, Officer, RequestForm

_SIGN = "." * 48
_REMARK_LINES = 2


def render_forms(forms: tuple[RequestForm, ...], writer: FormWriter) -> bytes:
    """The forms as a DOCX."""
    blocks = (block for number, form in enumerate(forms) for block in _form(form, writer.label, first=number == 0))
    return write_docx(tuple(blocks))


def _form(form: RequestForm, label: Callable[[str], str], *, first: bool) -> Iterator[Paragraph | Table]:
    yield Paragraph(runs=(Run(text=label("form"), bold=True),), centred=True, new_page=not first)
    yield Paragraph(runs=(Run(text=label("office"), bold=True),), centred=True)
    for key in ("announced", "guideline", "addressed"):
        yield Paragraph(runs=(Run(text=label(key)),), centred=True)
    title = tuple(Paragraph(runs=(Run(text=label(key), bold=True),), centred=True) for key in ("form", "office"))
    yield Paragraph(small=True, before=6)
    yield Table(
        rows=(
            (title,),
            (tuple(_fields(form, label)),),
            (_signature("owner", form.owner, label), _signature("approver", form.approver, label)),
            (_signature("uploader", form.uploader, label),),
        )
    )
    yield Paragraph(small=True)


def _fields(form: RequestForm, label: Callable[[str], str]) -> Iterator[Paragraph]:
    for key, value in (("unit", form.unit), ("date", form.day), ("subject", form.subject)):
        yield _field(label(key), value)
    yield _field(label("details"), form.summary)
    for name, value in form.details:
        yield Paragraph(runs=(Run(text=f"{name} : {value}"),))
    yield _field(label("link"), form.shown_link)
    yield Paragraph(runs=(Run(text=f"{label('remark')} : ", bold=True),), dotted=True)
    yield from [Paragraph(dotted=True)] * _REMARK_LINES


def _field(name: str, value: str) -> Paragraph:
    return Paragraph(runs=(Run(text=f"{name} : ", bold=True), Run(text=value)))


def _signature(key: str, officer: Officer, label: Callable[[str], str]) -> Cell:
    lines = (
        f"{label('signature')} {_SIGN}",
        f"({officer.name or _SIGN})",
        officer.position or f"{label('position')} {_SIGN}",
        label("signed"),
    )
    return (
        Paragraph(runs=(Run(text=label(key), bold=True),), centred=True),
        *(
            Paragraph(runs=(Run(text=line),), centred=True, before=0 if number else 14)
            for number, line in enumerate(lines)
        ),
    )
