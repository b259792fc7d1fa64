"""Inquiries: what an investor asked, about which records, what was promised and what happened since."""

from __future__ import annotations

import enum
from datetime import date, datetime
from typing import Any

from sqlalchemy import Date, Enum, ForeignKey, Index, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.db.base import Base, JsonType, UtcDateTime
from portal.errors import Refused

QUESTION_LENGTH = 5000
NAME_LENGTH = 100
LINE_LENGTH = 150
OTHER_SECTOR = "other"
"""A sector that is none of the region's."""


class InquiryState(enum.StrEnum):
    """Where an inquiry stands on its way to a decision."""

    NEW = "new"
    ACKNOWLEDGED = "acknowledged"
    QUALIFIED = "qualified"
    PROPOSAL_SENT = "proposal_sent"
    SITE_VISIT = "site_visit"
    NEGOTIATION = "negotiation"
    WON = "won"
    LOST = "lost"
    SPAM = "spam"


_PIPELINE = (
    InquiryState.NEW,
    InquiryState.ACKNOWLEDGED,
    InquiryState.QUALIFIED,
    InquiryState.PROPOSAL_SENT,
    InquiryState.SITE_VISIT,
    InquiryState.NEGOTIATION,
)
TRANSITIONS: dict[InquiryState, tuple[InquiryState, ...]] = {
    # forward along the pipeline, steps may be left out; closing is possible from everywhere
    **{
        state: (*_PIPELINE[place + 1 :], InquiryState.WON, InquiryState.LOST, InquiryState.SPAM)
        for place, state in enumerate(_PIPELINE)
    },
    InquiryState.WON: (InquiryState.NEGOTIATION,),
    InquiryState.LOST: (InquiryState.QUALIFIED,),
    InquiryState.SPAM: (InquiryState.NEW,),
}
"""From each state the states it may change to; a closed inquiry can be opened again."""


class EventKind(enum.StrEnum):
    """What can happen to an inquiry."""

    RECEIVED = "received"
    STATE = "state"


class Inquiry(Base):
    """A question or project. `nonce` marks one sending of one form, so that a repeat finds the first."""

    __tablename__ = "inquiry"
    __table_args__ = (
        UniqueConstraint("reference"),
        UniqueConstraint("nonce"),
        Index("ix_inquiry_open", "state", "due_at"),
        Index("ix_inquiry_received", "received_at"),
        Index("ix_inquiry_email", "email"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    reference: Mapped[str] = mapped_column(String(11))
    nonce: Mapped[str] = mapped_column(String(64))
    language: Mapped[str] = mapped_column(String(2))
    name: Mapped[str | None] = mapped_column(String(NAME_LENGTH))
    email: Mapped[str | None] = mapped_column(String(254))
    company: Mapped[str | None] = mapped_column(String(LINE_LENGTH))
    country: Mapped[str | None] = mapped_column(String(2))
    phone: Mapped[str | None] = mapped_column(String(40))
    code_name: Mapped[str | None] = mapped_column(String(NAME_LENGTH))
    question: Mapped[str | None] = mapped_column(Text)
    needs_j: Mapped[dict[str, Any]] = mapped_column(JsonType, default=dict)
    """What was told: `sector`, `area_ha`, `power_mw`, `jobs`, `timing`, `asked` (field keys)."""
    consent_version: Mapped[str] = mapped_column(String(20))
    consented_at: Mapped[datetime] = mapped_column(UtcDateTime)
    organisation_id: Mapped[str | None] = mapped_column(ForeignKey("organisation.id"), index=True)
    owner: Mapped[str | None] = mapped_column(Text)
    state: Mapped[InquiryState] = mapped_column(
        Enum(InquiryState, native_enum=False, length=20, values_callable=lambda e: [m.value for m in e]),
        default=InquiryState.NEW,
    )
    lost_reason: Mapped[str | None] = mapped_column(Text)
    received_at: Mapped[datetime] = mapped_column(UtcDateTime)
    due_at: Mapped[datetime] = mapped_column(UtcDateTime)
    first_answer_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    next_action: Mapped[str | None] = mapped_column(Text)
    next_on: Mapped[date | None] = mapped_column(Date)
    version: Mapped[int] = mapped_column(Integer)
    anonymised_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    sites: Mapped[list[InquirySite]] = relationship(
        back_populates="inquiry", cascade="all, delete-orphan", order_by="InquirySite.rank"
    )
    events: Mapped[list[InquiryEvent]] = relationship(
        back_populates="inquiry", cascade="all, delete-orphan", order_by="InquiryEvent.id"
    )

    # two people who change the same inquiry: the second is told, not obeyed
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012

    @property
    def shown_name(self) -> str:
        """The project's code name, else the sender's name; empty once anonymised."""
        return self.code_name or self.name or ""

    def move_to(self, state: InquiryState) -> None:
        """Change the state along `TRANSITIONS`. Raises Refused."""
        if state not in TRANSITIONS[InquiryState(self.state)]:
            raise Refused("no_such_transition", from_state=str(self.state), to_state=str(state))
        self.state = state


class InquirySite(Base):
    """A record that an inquiry is about, and what its page said at that moment."""

    __tablename__ = "inquiry_site"
    __table_args__ = (Index("ix_inquiry_site_record", "record_id"),)

    inquiry_id: Mapped[int] = mapped_column(ForeignKey("inquiry.id"), primary_key=True)
    record_id: Mapped[str] = mapped_column(ForeignKey("record.id"), primary_key=True)
    rank: Mapped[int] = mapped_column(Integer, default=0)
    as_asked_j: Mapped[dict[str, Any]] = mapped_column(JsonType)

    inquiry: Mapped[Inquiry] = relationship(back_populates="sites")


class InquiryEvent(Base):
    """Something that happened: kept in order, never changed. `actor` is an id or a role, not a name."""

    __tablename__ = "inquiry_event"
    __table_args__ = (Index("ix_inquiry_event_inquiry", "inquiry_id", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    inquiry_id: Mapped[int] = mapped_column(ForeignKey("inquiry.id"))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    kind: Mapped[str] = mapped_column(String(30))
    actor: Mapped[str] = mapped_column(String(80))
    body: Mapped[str | None] = mapped_column(Text)
    data_j: Mapped[dict[str, Any]] = mapped_column(JsonType, default=dict)
    internal: Mapped[bool] = mapped_column(default=False)

    inquiry: Mapped[Inquiry] = relationship(back_populates="events")
