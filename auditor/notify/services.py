"""Chats and other services, through apprise, whose home this is; imported only when one is told.

An address of apprise is a secret as a whole. What apprise logs may hold it, so nothing of that goes anywhere but for
the number of an HTTP answer.
"""

from __future__ import annotations

import contextlib
import logging
import re
import warnings
from typing import TYPE_CHECKING, Any

from auditor.notify.receivers import NotToldError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.notify.receivers import Message

_ANSWER = re.compile(r"\berror\s*=\s*([1-5]\d\d)\b")
_TALKERS = (
    "apprise",
    "urllib3",
    "requests",
    "requests_oauthlib",
    "oauthlib",
    "paho",
    "slixmpp",
    "smpplib",
    "websocket",
)
_FOR_GOOD = frozenset({400, 401, 403, 404, 405, 410, 413, 422})


def send_to_service(url: str, message: Message) -> None:
    """Send the short form of a message to an address of apprise.

    Raises:
        NotToldError: apprise is not installed, does not know the address, or the service did not take it.
    """
    apprise = _apprise()
    with _overhearing() as heard:
        try:
            service = apprise.Apprise(asset=apprise.AppriseAsset(async_mode=False, storage_mode="memory"))
            known = service.add(url)
            done = known and service.notify(title=message.subject, body=message.short, body_format="text")
        except Exception:  # noqa: BLE001  (whatever a plug-in does, it costs this message and repeats nothing)
            raise NotToldError("apprise failed", passing=True) from None
    if not known:
        raise NotToldError("what it holds is no address that apprise knows", passing=False)
    if not done:
        told = f" (HTTP {heard.answer})" if heard.answer else ""
        raise NotToldError(f"the service did not take it{told}", passing=heard.answer not in _FOR_GOOD)


@contextlib.contextmanager
def _overhearing() -> Iterator[_Overhearing]:
    """Let nothing that apprise and what it uses log or warn of go anywhere else meanwhile."""
    heard = _Overhearing()
    loggers = [logging.getLogger(name) for name in _TALKERS]
    before = [(logger.propagate, logger.handlers) for logger in loggers]
    for logger in loggers:
        logger.propagate, logger.handlers = False, [heard]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield heard
    finally:
        for logger, (propagate, handlers) in zip(loggers, before, strict=True):
            logger.propagate, logger.handlers = propagate, handlers


class _Overhearing(logging.Handler):
    """Listens for the number of an answer, and keeps nothing else."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.answer = 0

    def emit(self, record: logging.LogRecord) -> None:
        """Take the number out of a line."""
        if found := _ANSWER.search(record.getMessage()):
            self.answer = int(found[1])


def _apprise() -> Any:
    try:
        import apprise  # noqa: PLC0415  (an extra, and half a second)
    except ImportError as exc:
        raise NotToldError("apprise is not installed: pip install 'auditor[notify]'", passing=False) from exc
    return apprise
