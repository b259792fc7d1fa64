"""Where mail goes: a folder (`file://DIR`) or a server (`smtp://user:password@host:port?tls=…`).

A sender either hands the message over, or raises a MailFailure. Their texts hold no address: what a
server says about a recipient is cut down to its code.
"""

from __future__ import annotations

import os
import re
import smtplib
import ssl
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.policy import SMTPUTF8
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import parse_qs, unquote, urlsplit

TIMEOUT_S = 15


class MailFailure(Exception):
    """The message was not taken."""


class Unreachable(MailFailure):
    """There is no server to talk to at the moment; every other message would fail as well."""


class Deferred(MailFailure):
    """The server asks to come back later (4xx)."""


class Rejected(MailFailure):
    """The server will never take this message (5xx)."""


class Unanswered(MailFailure):
    """The connection broke after the text had gone out: the server may have taken it."""


class Sender(Protocol):
    """Hands one message over, or raises a MailFailure."""

    def send(self, message: EmailMessage) -> None: ...


def sender_for(mail_url: str) -> Sender:
    """The sender that an address of the settings describes."""
    parts = urlsplit(mail_url)
    if parts.scheme == "file":
        return FileSender(Path(unquote(parts.netloc + parts.path)))
    tls = parse_qs(parts.query).get("tls", ["starttls"])[0]
    return SmtpSender(
        host=parts.hostname or "localhost",
        port=parts.port or {"implicit": 465, "starttls": 587}.get(tls, 25),
        tls=tls,
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
    )


@dataclass(frozen=True)
class FileSender:
    """Writes each message as `.eml`, named by its Message-ID: a repeat replaces, it does not double."""

    folder: Path

    def send(self, message: EmailMessage) -> None:
        name = re.sub(r"[^A-Za-z0-9.-]", "_", str(message["Message-ID"]).strip("<>").partition("@")[0])
        target = self.folder / f"{name}.eml"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            part = target.with_suffix(f".{os.getpid()}.part")
            part.write_bytes(message.as_bytes(policy=SMTPUTF8))
            part.replace(target)
        except OSError as error:
            raise Unreachable(f"cannot write mail to the folder: {error.strerror}") from error


class _NotesData:
    """Remembers that the text of a message went out: from then on a lost connection leaves its fate open."""

    data_began = False

    def data(self, msg: Any) -> tuple[int, bytes]:
        self.data_began = True
        answer: tuple[int, bytes] = super().data(msg)  # type: ignore[misc]
        return answer


class _Server(_NotesData, smtplib.SMTP):
    pass


class _TlsServer(_NotesData, smtplib.SMTP_SSL):
    pass


@dataclass(frozen=True)
class SmtpSender:
    """Hands each message to a server over a connection of its own. `tls`: starttls, implicit or none."""

    host: str
    port: int
    tls: str = "starttls"
    user: str = ""
    password: str = field(default="", repr=False)
    timeout_s: float = TIMEOUT_S

    def send(self, message: EmailMessage) -> None:
        server = self._connect()
        try:
            server.send_message(message)
        except (OSError, smtplib.SMTPException) as error:
            raise _refusal(error, server.data_began) from None
        finally:
            _leave(server)

    def _connect(self) -> _Server | _TlsServer:
        try:
            server = self._open()
        except (OSError, smtplib.SMTPException) as error:
            raise Unreachable(f"no connection ({_cause(error)})") from None
        try:
            if self.tls == "starttls":
                server.starttls(context=ssl.create_default_context())
            if self.user:
                server.login(self.user, self.password)
        except (OSError, smtplib.SMTPException) as error:
            server.close()
            raise Unreachable(f"no secure connection or sign-in ({_cause(error)})") from None
        return server

    def _open(self) -> _Server | _TlsServer:
        if self.tls == "implicit":
            trusted = ssl.create_default_context()
            return _TlsServer(self.host, self.port, timeout=self.timeout_s, context=trusted)
        return _Server(self.host, self.port, timeout=self.timeout_s)


def _leave(server: smtplib.SMTP) -> None:
    """Say goodbye; what the server thinks of it no longer matters."""
    try:
        server.quit()
    except (smtplib.SMTPException, OSError):
        server.close()


def _refusal(error: OSError | smtplib.SMTPException, data_began: bool) -> MailFailure:
    """What smtplib raised while a message was handed over, as one of our failures, without addresses."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        code = max((answer[0] for answer in error.recipients.values()), default=550)
        return _by_code(code, "recipient refused")
    if isinstance(error, smtplib.SMTPSenderRefused) and error.smtp_code >= 500:
        return Unreachable(f"our own address was refused ({error.smtp_code})")  # the settings' fault
    if isinstance(error, smtplib.SMTPResponseException):
        return _by_code(error.smtp_code, "not taken")
    if isinstance(error, smtplib.SMTPNotSupportedError):
        return Rejected("the server does not take addresses outside ASCII")
    return (Unanswered if data_began else Unreachable)(f"connection lost ({_cause(error)})")


def _cause(error: Exception) -> str:
    code = getattr(error, "smtp_code", None)
    return f"{type(error).__name__} {code}" if code else type(error).__name__


def _by_code(code: int, words: str) -> MailFailure:
    if code == 421:  # closing: says nothing about this message
        return Unreachable(f"{words} ({code})")
    return (Rejected if code >= 500 else Deferred)(f"{words} ({code})")
