"""What every listed thing shares: the record, its facts with evidence, and the history of its changes."""

from __future__ import annotations

import enum
from datetime import date, datetime
from typing import Any

import shapely
from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Date,
    Enum,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Text,
    UniqueConstraint,
    func,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.db.base import Base, JsonType, Names, SortKey, UtcDateTime
from portal.db.spatial import Geom
from portal.records.states import ChangeState, Level, PositionAccuracy, Qualifier, RecordState, Visibility


def _enum(kind: type[enum.StrEnum]) -> Enum:
    return Enum(kind, native_enum=False, length=20, values_callable=lambda e: [m.value for m in e])


class Contact(Base):
    """An office (or a named person) that answers."""

    __tablename__ = "contact"

    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[str] = mapped_column(ForeignKey("organisation.id"))
    role_j: Mapped[Names] = mapped_column(JsonType)
    name: Mapped[str | None] = mapped_column(String(200))
    email: Mapped[str | None] = mapped_column(String(320))
    phone: Mapped[str | None] = mapped_column(String(40))
    languages: Mapped[list[str]] = mapped_column(JsonType, default=list)
    public: Mapped[bool] = mapped_column(Boolean, default=True)


class Source(Base):
    """Where facts come from: a page, document, register or data set."""

    __tablename__ = "source"

    id: Mapped[str] = mapped_column(String(80), primary_key=True)
    title: Mapped[str] = mapped_column(Text)
    publisher: Mapped[str | None] = mapped_column(String(300))
    url: Mapped[str | None] = mapped_column(Text)
    published_from: Mapped[date | None] = mapped_column(Date)
    published_to: Mapped[date | None] = mapped_column(Date)
    retrieved_on: Mapped[date | None] = mapped_column(Date)
    licence: Mapped[str | None] = mapped_column(String(80))
    attribution: Mapped[str | None] = mapped_column(Text)


class Record(Base):
    """A site, zone, company, institution or programme. `num` is the row, `id` the permanent public slug."""

    __tablename__ = "record"
    __table_args__ = (
        UniqueConstraint("id"),
        UniqueConstraint("pack_key"),
        Index("ix_record_listed", "kind", "state", "visibility"),
        CheckConstraint("length(id) BETWEEN 3 AND 40", "id_length"),
    )

    num: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(String(40))
    kind: Mapped[str] = mapped_column(String(20))
    municipality_id: Mapped[str | None] = mapped_column(ForeignKey("municipality.id"), index=True)
    organisation_id: Mapped[str | None] = mapped_column(ForeignKey("organisation.id"))
    contact_id: Mapped[int | None] = mapped_column(ForeignKey("contact.id"))
    name_j: Mapped[Names] = mapped_column(JsonType)
    name_norm: Mapped[str] = mapped_column(Text, default="")
    name_sort_en: Mapped[str] = mapped_column(SortKey, default="", server_default="")
    name_sort_lt: Mapped[str] = mapped_column("name_sort", SortKey, default="")
    name_sort_de: Mapped[str] = mapped_column(SortKey, default="", server_default="")
    state: Mapped[RecordState] = mapped_column(_enum(RecordState), default=RecordState.DRAFT)
    visibility: Mapped[Visibility] = mapped_column(_enum(Visibility), default=Visibility.PUBLIC)
    position: Mapped[shapely.Geometry | None] = mapped_column(Geom())
    boundary: Mapped[shapely.Geometry | None] = mapped_column(Geom())
    minx: Mapped[float | None] = mapped_column(Float)
    miny: Mapped[float | None] = mapped_column(Float)
    maxx: Mapped[float | None] = mapped_column(Float)
    maxy: Mapped[float | None] = mapped_column(Float)
    position_accuracy: Mapped[PositionAccuracy] = mapped_column(
        _enum(PositionAccuracy), default=PositionAccuracy.NONE
    )
    accuracy_m: Mapped[float | None] = mapped_column(Float)
    confirmed_on: Mapped[date | None] = mapped_column(Date)
    confirmed_by: Mapped[str | None] = mapped_column(String(200))
    edited_at: Mapped[datetime] = mapped_column(UtcDateTime)
    published_at: Mapped[datetime | None] = mapped_column(UtcDateTime, index=True)
    version: Mapped[int] = mapped_column(Integer, default=1)
    pack_key: Mapped[str | None] = mapped_column(String(80))
    pack_hash: Mapped[str | None] = mapped_column(String(64))

    contact: Mapped[Contact | None] = relationship()
    keys: Mapped[list[RecordKey]] = relationship(
        back_populates="record", cascade="all, delete-orphan", order_by="RecordKey.scheme"
    )
    facts: Mapped[list[Fact]] = relationship(
        back_populates="record", cascade="all, delete-orphan", order_by="Fact.key"
    )

    @property
    def shape(self) -> shapely.Geometry | None:
        """The boundary where known, else the position, in degrees."""
        return self.boundary if self.boundary is not None else self.position

    def refresh_box(self) -> None:
        """Bring `minx…maxy` in line with the shape; called by whatever changes position or boundary."""
        bounds = (None,) * 4 if self.shape is None else self.shape.bounds
        self.minx, self.miny, self.maxx, self.maxy = bounds


RECORD_SHAPE = func.coalesce(Record.__table__.c.boundary, Record.__table__.c.position, type_=Geom())
"""The shape in SQL: what the spatial index holds and exact tests look at."""


class RecordKey(Base):
    """A further key of a record: cadastral number, municipal code, OpenStreetMap object…"""

    __tablename__ = "record_key"
    __table_args__ = (
        UniqueConstraint("record_num", "scheme", "value"),
        Index("ix_record_key_value", "scheme", "value"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    record_num: Mapped[int] = mapped_column(ForeignKey("record.num", ondelete="CASCADE"))
    scheme: Mapped[str] = mapped_column(String(20))
    value: Mapped[str] = mapped_column(String(120))
    record: Mapped[Record] = relationship(back_populates="keys")


class Succession(Base):
    """A record that became another by a split, merge or replacement."""

    __tablename__ = "succession"
    __table_args__ = (UniqueConstraint("old_id", "new_id"),)

    num: Mapped[int] = mapped_column(primary_key=True)
    old_id: Mapped[str] = mapped_column(ForeignKey("record.id"))
    new_id: Mapped[str] = mapped_column(ForeignKey("record.id"), index=True)
    kind: Mapped[str] = mapped_column(String(20))
    on: Mapped[date] = mapped_column("changed_on", Date)


class Fact(Base):
    """A value with its evidence. `num` repeats a numeric value for sums and sorting; `about_j` says in words
    what the value is about ("A17, trunk road" beside its distance)."""

    __tablename__ = "fact"
    __table_args__ = (UniqueConstraint("record_num", "key"), Index("ix_fact_key_num", "key", "num"))

    id: Mapped[int] = mapped_column(primary_key=True)
    record_num: Mapped[int] = mapped_column(ForeignKey("record.num", ondelete="CASCADE"))
    key: Mapped[str] = mapped_column(String(40))
    value_j: Mapped[Any] = mapped_column(JsonType)
    num: Mapped[float | None] = mapped_column(Float)
    unit: Mapped[str] = mapped_column(String(20), default="")
    qualifier: Mapped[Qualifier] = mapped_column(_enum(Qualifier), default=Qualifier.EXACT)
    level: Mapped[Level] = mapped_column(_enum(Level))
    as_of_from: Mapped[date | None] = mapped_column(Date)
    as_of_to: Mapped[date | None] = mapped_column(Date)
    document_id: Mapped[int | None] = mapped_column(ForeignKey("document.id"))
    stated_by: Mapped[str | None] = mapped_column(String(200))
    method: Mapped[str | None] = mapped_column(Text)
    about_j: Mapped[Names | None] = mapped_column(JsonType)
    public: Mapped[bool] = mapped_column(Boolean, default=True)

    record: Mapped[Record] = relationship(back_populates="facts")
    evidence: Mapped[list[FactSource]] = relationship(
        cascade="all, delete-orphan", order_by="FactSource.rank", lazy="selectin"
    )


class FactSource(Base):
    """One source of a fact, with what it says where sources disagree."""

    __tablename__ = "fact_source"

    fact_id: Mapped[int] = mapped_column(ForeignKey("fact.id", ondelete="CASCADE"), primary_key=True)
    source_id: Mapped[str] = mapped_column(ForeignKey("source.id"), primary_key=True)
    rank: Mapped[int] = mapped_column(Integer, default=0)
    says_j: Mapped[Any] = mapped_column(JsonType, nullable=True)
    source: Mapped[Source] = relationship(lazy="joined")


class ChangeSet(Base):
    """One proposed or decided change of one or more records: who, when, why."""

    __tablename__ = "change_set"
    __table_args__ = (Index("ix_change_set_state_at", "state", "at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))
    state: Mapped[ChangeState] = mapped_column(_enum(ChangeState), default=ChangeState.PROPOSED)
    by: Mapped[str] = mapped_column("made_by", String(200))
    reason: Mapped[str] = mapped_column(Text, default="")
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    decided_by: Mapped[str | None] = mapped_column(String(200))
    decided_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    revisions: Mapped[list[Revision]] = relationship(
        back_populates="change_set", cascade="all, delete-orphan", order_by="Revision.id"
    )


class Revision(Base):
    """One record's part of a change set: the touched values before and after."""

    __tablename__ = "revision"
    __table_args__ = (Index("ix_revision_record", "record_id", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    change_set_id: Mapped[int] = mapped_column(ForeignKey("change_set.id", ondelete="CASCADE"), index=True)
    record_id: Mapped[str] = mapped_column(String(40))
    record_kind: Mapped[str] = mapped_column(String(20))
    base_version: Mapped[int] = mapped_column(Integer, default=0)
    before_j: Mapped[dict[str, Any] | None] = mapped_column(JsonType)
    after_j: Mapped[dict[str, Any]] = mapped_column(JsonType)
    boundary_before: Mapped[shapely.Geometry | None] = mapped_column(Geom())
    boundary_after: Mapped[shapely.Geometry | None] = mapped_column(Geom())
    change_set: Mapped[ChangeSet] = relationship(back_populates="revisions")


class PublicBody(Base):
    """The public GeoJSON Feature of a listed record, ready to send."""

    __tablename__ = "public_body"

    record_num: Mapped[int] = mapped_column(ForeignKey("record.num", ondelete="CASCADE"), primary_key=True)
    geojson: Mapped[bytes] = mapped_column(LargeBinary)
    etag: Mapped[str] = mapped_column(String(32))
    data_version: Mapped[int] = mapped_column(Integer)


class DataVersion(Base):
    """A counter that every applied change raises: the validity of everything cached."""

    __tablename__ = "data_version"

    scope: Mapped[str] = mapped_column(String(20), primary_key=True)
    version: Mapped[int] = mapped_column(Integer, default=0)
    changed_at: Mapped[datetime] = mapped_column(UtcDateTime)
