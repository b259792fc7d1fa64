"""Put a message into the outbox: it leaves when, and only when, the change it belongs to was committed."""

from __future__ import annotations

import secrets
from datetime import datetime

from sqlalchemy.orm import Session

from portal.mail.message import Message
from portal.outbox.models import OutboxItem

MAIL = "mail"


def enqueue_mail(
    session: Session, message: Message, *, key: str, mail_from: str, now: datetime
) -> OutboxItem:
    """Queue an e-mail under a `key` that no other message has. Its Message-ID serves all attempts."""
    item = OutboxItem(
        kind=MAIL,
        key=key,
        payload_j=message.to_json(),
        due_at=now,
        message_id=new_message_id(mail_from, now),
    )
    session.add(item)
    session.flush()
    return item


def new_message_id(mail_from: str, now: datetime) -> str:
    """A Message-ID that sorts by time and tells nothing else."""
    domain = mail_from.rpartition("@")[2].encode("idna").decode("ascii")
    return f"<{now:%Y%m%d%H%M%S}.{secrets.token_hex(8)}@{domain}>"
