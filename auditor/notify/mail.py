"""E-mail: a message in two forms, sent over a connection whose certificate was checked. The home of smtplib."""

from __future__ import annotations

import mimetypes
import smtplib
import ssl
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import TYPE_CHECKING

from auditor.notify.receivers import NotToldError

if TYPE_CHECKING:
    from datetime import datetime

    from auditor.confignotify import MailTable
    from auditor.notify.receivers import Message

SECONDS = 20.0
"""Longest wait for the server, at each step."""

_MOST_ATTACHED = 10 * 1024 * 1024
_REFUSED_FOR_GOOD = 500


def send_mail(mail: MailTable, password: str, message: Message, now: datetime) -> tuple[str, ...]:
    """Send a message to everybody of a table; the addresses that the server refused.

    Raises:
        NotToldError: nobody can be told.
    """
    letter = _letter(mail, message, now)
    try:
        with _connected(mail) as server:
            if mail.user:
                server.login(mail.user, password)
            refused = server.send_message(letter, from_addr=mail.from_, to_addrs=mail.to)
    except (OSError, smtplib.SMTPException, ValueError) as exc:
        raise _not_told(exc) from None  # the cause could repeat what was sent
    return tuple(sorted(refused))


def _connected(mail: MailTable) -> smtplib.SMTP:
    if mail.tls == "tls":
        return smtplib.SMTP_SSL(mail.host, mail.at_port, timeout=SECONDS, context=_context(mail))
    server = smtplib.SMTP(mail.host, mail.at_port, timeout=SECONDS)
    try:
        if mail.tls == "starttls":
            server.starttls(context=_context(mail))
            server.ehlo()
    except BaseException:
        server.close()
        raise
    return server


def _context(mail: MailTable) -> ssl.SSLContext:
    """TLS that demands a valid certificate of this very server."""
    context = ssl.create_default_context()
    if mail.ca_file is not None:
        context.load_verify_locations(mail.ca_file)
    return context


def _letter(mail: MailTable, message: Message, now: datetime) -> EmailMessage:
    letter = EmailMessage(policy=SMTP)
    letter["Subject"] = message.subject
    letter["From"] = mail.from_
    letter["To"] = ", ".join(mail.to)
    letter["Date"] = format_datetime(now)
    letter["Message-ID"] = f"<{message.key}@{mail.from_.rpartition('@')[2]}>"
    letter["Auto-Submitted"] = "auto-generated"
    letter.set_content(message.text, charset="utf-8", cte="base64")
    letter.add_alternative(message.html, subtype="html", charset="utf-8", cte="base64")
    file = message.attachment
    if file is not None and file.is_file() and file.stat().st_size <= _MOST_ATTACHED:
        kind, _, subtype = (mimetypes.guess_type(file.name)[0] or "application/octet-stream").partition("/")
        letter.add_attachment(file.read_bytes(), maintype=kind, subtype=subtype, filename=file.name)
    return letter


def _not_told(error: Exception) -> NotToldError:
    """Why, in words of ours: what a server says may repeat what it was told."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        codes = sorted({code for code, _ in error.recipients.values()})
        problem = f"the mail server refuses every receiver ({', '.join(map(str, codes))})"
        return NotToldError(problem, passing=min(codes, default=0) < _REFUSED_FOR_GOOD)
    problem, passing = _words(error)
    if isinstance(error, smtplib.SMTPResponseException):
        problem, passing = f"{problem} ({error.smtp_code})", passing and error.smtp_code < _REFUSED_FOR_GOOD
    return NotToldError(problem, passing=passing)


def _words(error: Exception) -> tuple[str, bool]:
    """The words, and whether another try may bring more; the most special cases first."""
    match error:
        case smtplib.SMTPAuthenticationError():
            told = "the mail server does not take user and password", False
        case smtplib.SMTPNotSupportedError():
            told = "the mail server does not offer what is asked of it (TLS, or logging in)", False
        case smtplib.SMTPResponseException():
            told = "the mail server does not take the message", True
        case ssl.SSLCertVerificationError():
            told = f"the certificate of the mail server: {error.verify_message}", False
        case ssl.SSLError():
            told = f"no TLS with the mail server: {error.reason}", False
        case TimeoutError():
            told = "the mail server did not answer in time", True
        case OSError():
            told = f"the mail server cannot be reached: {error.strerror or 'it closed the connection'}", True
        case _:
            told = "the message cannot be put into the form of e-mail", False
    return told
