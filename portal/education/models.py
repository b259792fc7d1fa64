"""Institutions and what they teach."""

from __future__ import annotations

from sqlalchemy import Float, ForeignKey, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from portal.db.base import Base


class Institution(Base):
    """The projection of an institution's public facts."""

    __tablename__ = "institution"

    record_num: Mapped[int] = mapped_column(ForeignKey("record.num", ondelete="CASCADE"), primary_key=True)
    id: Mapped[str] = mapped_column(String(40), unique=True)
    type: Mapped[str | None] = mapped_column(String(30), index=True)
    students: Mapped[float | None] = mapped_column(Float)
    students_year: Mapped[int | None] = mapped_column(Integer)
    graduates: Mapped[float | None] = mapped_column(Float)
    graduates_year: Mapped[int | None] = mapped_column(Integer)
    search_text: Mapped[str] = mapped_column(Text, default="")


class Programme(Base):
    """The projection of a programme's public facts."""

    __tablename__ = "programme"

    record_num: Mapped[int] = mapped_column(ForeignKey("record.num", ondelete="CASCADE"), primary_key=True)
    id: Mapped[str] = mapped_column(String(40), unique=True)
    institution_id: Mapped[str | None] = mapped_column(String(40), index=True)
    level: Mapped[str | None] = mapped_column(String(40))
    isced_f: Mapped[str | None] = mapped_column(String(4), index=True)
    students: Mapped[float | None] = mapped_column(Float)
    graduates: Mapped[float | None] = mapped_column(Float)
