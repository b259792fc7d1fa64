"""The worker's part of the outbox: lease a message, hand it over, note what became of it.

Between the lease and the note no transaction is open, so a slow mail server holds up nobody. A worker killed
in between leaves a lease behind; when that is over, the message's fate is unknown (`uncertain`): it is sent
once more under the same Message-ID, which lets a mail program drop the double.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from portal.mail.message import Message, mime
from portal.mail.senders import Deferred, MailFailure, Sender, Unanswered, Unreachable
from portal.outbox.actions import MAIL
from portal.outbox.models import OutboxItem, OutboxState
from portal.outbox.queries import find_abandoned, find_due

log = logging.getLogger("portal.outbox")
LEASE = timedelta(seconds=90)
MOST_ATTEMPTS = 200
LONGEST_PAUSE = timedelta(minutes=30)
FIRST_PAUSE = {Unreachable: timedelta(seconds=5), Deferred: timedelta(minutes=1)}
INTERRUPTED = "interrupted while it was sent; sent once more under the same Message-ID"


@dataclass(frozen=True)
class _Leased:
    """What is needed of a message while no transaction is open."""

    id: int
    payload: Mapping[str, Any]
    message_id: str
    lease_until: datetime


def mail_job(sender: Sender, mail_from: str) -> Callable[[Session, datetime], int]:
    """The worker's job that sends one due e-mail a call: 1 if one was dealt with, 0 if nothing could be."""

    def send_mail(session: Session, now: datetime) -> int:
        _note_abandoned(session, now)
        leased = _lease(session, now)
        session.commit()
        if leased is None:
            return 0
        failure = _hand_over(sender, leased, mail_from, now)
        _note(session, leased, failure, now)
        session.commit()
        return 0 if isinstance(failure, Unreachable) else 1

    return send_mail


def pause_after(failure: type[MailFailure], attempts: int) -> timedelta:
    """How long to wait after so many attempts: twice as long each time, at most half an hour."""
    first = FIRST_PAUSE.get(failure, FIRST_PAUSE[Deferred])
    return min(first * (1 << min(attempts - 1, 20)), LONGEST_PAUSE)


def _note_abandoned(session: Session, now: datetime) -> None:
    for item in find_abandoned(session, MAIL, now):
        _interrupted(item, now)
        log.warning("mail interrupted", extra={"fields": {"outbox": item.id, "state": item.state.value}})


def _interrupted(item: OutboxItem, again_at: datetime) -> None:
    """Nobody knows whether the server has it: once more, but only once."""
    again = item.state != OutboxState.UNCERTAIN
    item.state = OutboxState.UNCERTAIN if again else OutboxState.FAILED
    item.last_error = INTERRUPTED if again else "interrupted twice while it was sent; it may have arrived"
    item.due_at, item.lease_until = again_at, None


def _lease(session: Session, now: datetime) -> _Leased | None:
    item = find_due(session, MAIL, now)
    if item is None:
        return None
    item.lease_until = now + LEASE
    item.attempts += 1
    if item.state == OutboxState.QUEUED:
        item.state = OutboxState.LEASED
    return _Leased(item.id, item.payload_j, item.message_id or "", item.lease_until)


def _hand_over(sender: Sender, leased: _Leased, mail_from: str, now: datetime) -> MailFailure | None:
    try:
        message = Message.from_json(leased.payload)
        sender.send(mime(message, sender=mail_from, message_id=leased.message_id, now=now))
    except MailFailure as failure:
        return failure
    except (ValueError, TypeError):  # an address or header that no server could take
        return MailFailure("cannot be written as an e-mail")
    return None


def _note(session: Session, leased: _Leased, failure: MailFailure | None, now: datetime) -> None:
    item = session.get(OutboxItem, leased.id, with_for_update=True, populate_existing=True)
    if item is None or item.lease_until != leased.lease_until:
        return  # it took longer than the lease: another worker has it
    item.lease_until = None
    if failure is None:
        _sent(item, now)
    elif isinstance(failure, Unanswered):
        _interrupted(item, now + FIRST_PAUSE[Deferred])
    elif isinstance(failure, Unreachable | Deferred) and item.attempts < MOST_ATTEMPTS:
        _put_off(item, failure, now)
    else:
        item.state, item.last_error = OutboxState.FAILED, str(failure)
    if failure is not None:
        fields = {
            "outbox": item.id,
            "state": item.state.value,
            "attempts": item.attempts,
            "reason": str(failure),
        }
        log.warning("mail not sent", extra={"fields": fields})


def _sent(item: OutboxItem, now: datetime) -> None:
    """Done: the text goes, because it holds personal data that is kept elsewhere."""
    item.state, item.sent_at, item.payload_j = OutboxState.SENT, now, {}
    if item.last_error != INTERRUPTED:
        item.last_error = None


def _put_off(item: OutboxItem, failure: MailFailure, now: datetime) -> None:
    if item.state == OutboxState.LEASED:
        item.state = OutboxState.QUEUED
    item.due_at = now + pause_after(type(failure), item.attempts)
    if item.state != OutboxState.UNCERTAIN:
        item.last_error = str(failure)
