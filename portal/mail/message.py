"""A message as a plain value, and its form on the wire. Nothing typed by a visitor can become a header."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from typing import Any

SUBJECT_LENGTH = 200
_LINK_DOT = re.compile(r"(?<=[\w%\-])\.(?=[^\W\d_]{2})|(?<=[A-Za-z])(?=://)|(?<=\S)(?=@)")
_ADDRESS = re.compile(r"[^\s\x00-\x1f\x7f-\x9f]{1,64}@[^\s@\x00-\x1f\x7f-\x9f]{1,255}")
_INVISIBLE_BREAK = "\u200b"
_HIDDEN_DIRECTION = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@dataclass(frozen=True)
class Message:
    """One e-mail to one address, as text and as simple HTML."""

    to: str
    subject: str
    text: str
    html: str
    language: str
    reply_to: str = ""

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Message:
        return cls(**stored)


def one_line(text: str, most: int = SUBJECT_LENGTH) -> str:
    """Text for a header: one line, without control characters and marks that turn the direction of reading,
    at most `most` characters.
    """
    shown = (char for char in text if char not in _HIDDEN_DIRECTION)
    kept = "".join(" " if unicodedata.category(char) in ("Cc", "Zl", "Zp") else char for char in shown)
    line = " ".join(kept.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def unlinked(text: str) -> str:
    """Text of a stranger, so that no mail program makes links of it: it looks the same, but is broken up."""
    shown = "".join(char for char in text if char not in _HIDDEN_DIRECTION)
    return _LINK_DOT.sub(lambda found: found[0] + _INVISIBLE_BREAK, shown)


def quoted(text: str) -> str:
    """Text of a stranger as plain mail quotes it, without links."""
    return "\n".join(f"> {line}".rstrip() for line in unlinked(text).splitlines())


def mime(message: Message, *, sender: str, message_id: str, now: datetime) -> EmailMessage:
    """The message with its headers. Raises ValueError for an address that is none."""
    wire = EmailMessage(policy=SMTP)
    wire["From"] = _address(sender)
    wire["To"] = _address(message.to)
    if message.reply_to:
        wire["Reply-To"] = _address(message.reply_to)
    wire["Subject"] = one_line(message.subject)
    wire["Date"] = now
    wire["Message-ID"] = message_id
    wire["Auto-Submitted"] = "auto-generated"
    wire.set_content(message.text)
    wire.add_alternative(message.html, subtype="html")
    wire["Content-Language"] = message.language
    return wire


def _address(text: str) -> Address:
    """One address; its domain in ASCII, as every server understands it."""
    if not _ADDRESS.fullmatch(text):
        raise ValueError("not an e-mail address")
    local, _, domain = text.rpartition("@")
    ascii_domain = domain if domain.isascii() else domain.encode("idna").decode("ascii")
    return Address(username=local, domain=ascii_domain)
