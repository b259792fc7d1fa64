"""Statistical values and incentives, each with its source."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Date, Float, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.db.base import Base, JsonType, Names


class Indicator(Base):
    """What is measured, in which unit, and which direction is better (`up`, `down`, `none`)."""

    __tablename__ = "indicator"

    id: Mapped[str] = mapped_column(String(80), primary_key=True)
    name_j: Mapped[Names] = mapped_column(JsonType)
    unit: Mapped[str] = mapped_column(String(40))
    theme: Mapped[str] = mapped_column(String(40))
    better: Mapped[str] = mapped_column(String(4), default="none")


class Observation(Base):
    """One value of an indicator for a subject and a period."""

    __tablename__ = "observation"
    __table_args__ = (Index("ix_observation_subject", "subject_kind", "subject"),)

    id: Mapped[str] = mapped_column(String(160), primary_key=True)
    indicator_id: Mapped[str] = mapped_column(ForeignKey("indicator.id"), index=True)
    subject_kind: Mapped[str] = mapped_column(String(20))
    subject: Mapped[str] = mapped_column(String(80))
    subject_j: Mapped[Names] = mapped_column(JsonType, default=dict)
    period_from: Mapped[date | None] = mapped_column(Date)
    period_to: Mapped[date | None] = mapped_column(Date)
    value: Mapped[float] = mapped_column(Float)
    qualifier: Mapped[str] = mapped_column(String(20), default="exact")
    note_j: Mapped[Names] = mapped_column(JsonType, default=dict)
    sources_j: Mapped[list[str]] = mapped_column(JsonType, default=list)
    indicator: Mapped[Indicator] = relationship(lazy="joined")


class Incentive(Base):
    """A tax term, grant or rule: what it gives, to whom, by which law, checked when."""

    __tablename__ = "incentive"

    id: Mapped[str] = mapped_column(String(80), primary_key=True)
    name_j: Mapped[Names] = mapped_column(JsonType)
    text_j: Mapped[Names] = mapped_column(JsonType, default=dict)
    rule_j: Mapped[dict[str, object]] = mapped_column(JsonType, default=dict)
    scope_j: Mapped[dict[str, object]] = mapped_column(JsonType, default=dict)
    valid_from: Mapped[date | None] = mapped_column(Date)
    valid_to: Mapped[date | None] = mapped_column(Date)
    legal_ref: Mapped[str | None] = mapped_column(Text)
    sources_j: Mapped[list[str]] = mapped_column(JsonType, default=list)
    checked_on: Mapped[date | None] = mapped_column(Date)
