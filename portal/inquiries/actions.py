"""Record an inquiry: with what was asked, the promise, and the e-mails that say so, in one transaction."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from portal.accounts.models import Organisation
from portal.audit.actions import record_audit
from portal.demand.actions import count_demand
from portal.inquiries import emails
from portal.inquiries.desk import Desk
from portal.inquiries.models import EventKind, Inquiry, InquiryEvent, InquirySite, InquiryState
from portal.inquiries.queries import find_by_nonce, find_by_reference
from portal.inquiries.rules import due_at, new_reference
from portal.outbox.actions import enqueue_mail
from portal.records.views import RecordView

CONSENT_VERSION = "2026-11"
"""Which wording of the consent was agreed to; changes with the sentence beside the box."""


@dataclass(frozen=True)
class Draft:
    """What was typed, checked and made plain. `needs` holds only what was told; `asked` are field keys."""

    language: str
    name: str
    email: str
    question: str
    company: str = ""
    country: str = ""
    phone: str = ""
    code_name: str = ""
    needs: Mapping[str, Any] = field(default_factory=dict)
    asked: tuple[str, ...] = ()
    records: tuple[RecordView, ...] = ()

    def mark(self, sending: str) -> str:
        """What makes a repeat of the same sending recognisable: one changed word makes another mark."""
        typed = [self.name, self.email, self.question, self.company, self.country, self.phone, self.code_name]
        told = json.dumps([sending, typed, dict(self.needs), [record.id for record in self.records]])
        return hashlib.sha256(told.encode()).hexdigest()


def record_inquiry(
    session: Session, draft: Draft, *, mark: str, desk: Desk, now: datetime, request_id: str | None = None
) -> Inquiry:
    """Keep an inquiry and queue its e-mails. A second call with the same mark returns the first inquiry."""
    known = find_by_nonce(session, mark)
    if known is not None:
        return known
    inquiry = _new_inquiry(session, draft, mark, desk, now)
    try:
        with session.begin_nested():
            session.add(inquiry)
            session.flush()
    except IntegrityError:
        return _first_of(session, mark)
    _count(session, draft, desk, now)
    _announce(session, inquiry, draft, desk, now)
    data = {"records": [record.id for record in draft.records]}
    record_audit(
        session,
        now=now,
        actor="visitor",
        action="inquiry.received",
        subject=f"inquiry:{inquiry.id}",
        data=data,
        request_id=request_id,
    )
    session.flush()
    return inquiry


def _first_of(session: Session, mark: str) -> Inquiry:
    """The inquiry that another request with the same mark recorded a moment earlier."""
    first = find_by_nonce(session, mark)
    if first is None:
        raise RuntimeError("an inquiry could not be recorded although no other has its mark")
    return first


def _new_inquiry(session: Session, draft: Draft, mark: str, desk: Desk, now: datetime) -> Inquiry:
    return Inquiry(
        reference=_unused_reference(session),
        nonce=mark,
        language=draft.language,
        name=draft.name or None,
        email=draft.email,
        company=draft.company or None,
        country=draft.country or None,
        phone=draft.phone or None,
        code_name=draft.code_name or None,
        question=draft.question,
        needs_j={**draft.needs, **({"asked": list(draft.asked)} if draft.asked else {})},
        consent_version=CONSENT_VERSION,
        consented_at=now,
        organisation_id=_agency(session),
        state=InquiryState.NEW,
        received_at=now,
        due_at=due_at(now, desk.hours),
        sites=[
            InquirySite(record_id=record.id, rank=rank, as_asked_j=as_asked(record))
            for rank, record in enumerate(draft.records)
        ],
        events=[InquiryEvent(at=now, kind=EventKind.RECEIVED, actor="visitor", data_j={})],
    )


def _unused_reference(session: Session) -> str:
    reference = new_reference()
    while find_by_reference(session, reference) is not None:
        reference = new_reference()
    return reference


def _agency(session: Session) -> str | None:
    query = select(Organisation.id).where(Organisation.kind == "agency").order_by(Organisation.id)
    return session.scalars(query).first()


def as_asked(record: RecordView) -> dict[str, Any]:
    """What the record's page said at this moment: names, version and every public fact, as JSON."""
    return {
        "kind": record.kind,
        "names": dict(record.names),
        "municipality": record.municipality_id,
        "version": record.version,
        "confirmed_on": record.confirmed_on.isoformat() if record.confirmed_on else None,
        "facts": {
            key: {
                "value": fact.value,
                "unit": fact.unit,
                "qualifier": fact.qualifier.value,
                "level": fact.level.value,
                "as_of_to": fact.as_of_to.isoformat() if fact.as_of_to else None,
            }
            for key, fact in record.facts.items()
        },
    }


def _count(session: Session, draft: Draft, desk: Desk, now: datetime) -> None:
    day = now.astimezone(ZoneInfo(desk.hours.time_zone)).date()
    for key in draft.asked:
        for bucket in [record.id for record in draft.records] or [""]:
            count_demand(session, day, f"asked:{key}", bucket)


def _announce(session: Session, inquiry: Inquiry, draft: Draft, desk: Desk, now: datetime) -> None:
    letters = {
        "confirmation": emails.confirmation(inquiry, draft.records, desk),
        "notice": emails.notice(inquiry, draft.records, desk),
    }
    for name, message in letters.items():
        key = f"inquiry:{inquiry.id}:{name}"
        enqueue_mail(session, message, key=key, mail_from=desk.mail_from, now=now)
