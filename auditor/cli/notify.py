"""`auditor notify`: try the messages, and see what waits to be sent."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.cli.running import CONFIG, DEFAULT_CONFIG, LANG

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from auditor.config import Lang
    from auditor.configfile import Config
    from auditor.notify.outbox import Outbox
    from auditor.report.messages import Messages
    from auditor.rules import Text

app = typer.Typer(help="Try the messages, and see what waits to be sent.", no_args_is_help=True)

_Site = Annotated[
    str | None, typer.Argument(metavar="[SITE]", help="Id of a site: only those who are told of it. [default: all]")
]


@app.command("test")
def send_test(site: _Site = None, *, config: CONFIG = DEFAULT_CONFIG, lang: LANG = None) -> None:
    """Send a test message over each receiver, and say what came of each."""
    from auditor.cli.exits import Exit  # noqa: PLC0415  (not needed for --help)
    from auditor.errors import UsageError  # noqa: PLC0415

    opened, messages = _opened(config)
    names = _chosen(opened, site)
    if not names:
        raise UsageError("nobody is told: add [[notify.mail]] or [[notify.url]] to the configuration")
    results = list(_tried(opened, messages, names, lang))
    for done, text in results:
        typer.echo(_say(text, lang or opened.auditor.lang), err=not done)
    raise typer.Exit(Exit.GOOD if all(done for done, _ in results) else Exit.NOT_DONE)


@app.command("status")
def status(*, config: CONFIG = DEFAULT_CONFIG, lang: LANG = None) -> None:
    """Show what waits to be sent, and why it was not sent yet."""
    from auditor.report.safe_text import one_line  # noqa: PLC0415  (not needed for --help)

    opened, messages = _opened(config)
    language = lang or opened.auditor.lang
    waiting = _outbox(opened, config).waiting()
    for entry in waiting:
        text = messages.word(
            "notify-waiting",
            site=entry.digest.site,
            receiver=entry.receiver,
            since=messages.moment(entry.made_at),
            tries=entry.tries,
            problem=entry.problem,
        )
        typer.echo(one_line(_say(text, language)))
    if not waiting:
        typer.echo(_say(messages.word("notify-none-waiting"), language))


def _tried(
    opened: Config, messages: Messages, names: tuple[str, ...], lang: Lang | None
) -> Iterator[tuple[bool, Text]]:
    from dataclasses import replace  # noqa: PLC0415

    from auditor.cli.telling import means_of  # noqa: PLC0415
    from auditor.notify.delivery import send  # noqa: PLC0415
    from auditor.notify.receivers import NotToldError, called  # noqa: PLC0415

    told = replace(opened.notify, lang=lang or opened.notify.lang)
    means = replace(means_of(replace(opened, notify=told), messages, opened.auditor.output), waits=())
    for name in names:
        receiver = called(opened.notify, name)
        if receiver is None:
            continue
        try:
            remark = send(receiver, means.wording.trial(name), means, datetime.now(UTC))
        except NotToldError as exc:
            yield False, messages.word("notify-not-sent", receiver=name, problem=exc.problem)
        else:
            yield not remark, messages.word("notify-sent", receiver=name, remark=remark)


def _chosen(opened: Config, site: str | None) -> tuple[str, ...]:
    """What those are called who are told of a site, or of any."""
    from auditor.cli.running import chosen_sites  # noqa: PLC0415
    from auditor.notify.receivers import chosen  # noqa: PLC0415
    from auditor.rulebook import load_rulebook  # noqa: PLC0415

    if site is None:
        everybody = (receiver.label for receiver in opened.notify.receivers)
        own = (name for table in opened.site if table.notify.to for name in chosen(opened.notify, table.notify))
        return tuple(dict.fromkeys((*everybody, *own)))
    (table,) = chosen_sites(opened, load_rulebook(opened.auditor.rules), [site])
    return chosen(opened.notify, table.notify)


def _opened(config: Path) -> tuple[Config, Messages]:
    from auditor.configfile import load_config  # noqa: PLC0415
    from auditor.report.messages import Messages  # noqa: PLC0415

    opened = load_config(config)
    return opened, Messages.load(thai_digits=opened.report.thai_digits)


def _outbox(opened: Config, config: Path) -> Outbox:
    from auditor.cli.telling import outbox_of  # noqa: PLC0415
    from auditor.configfile import store_url  # noqa: PLC0415

    return outbox_of(opened, store_url(opened, config))


def _say(text: Text, lang: Lang) -> str:
    return text.th if lang == "th" else text.en
