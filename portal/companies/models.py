"""Employers of the region."""

from __future__ import annotations

from sqlalchemy import Boolean, Float, ForeignKey, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from portal.db.base import Base


class Company(Base):
    """The projection of a company's public facts."""

    __tablename__ = "company"

    record_num: Mapped[int] = mapped_column(ForeignKey("record.num", ondelete="CASCADE"), primary_key=True)
    id: Mapped[str] = mapped_column(String(40), unique=True)
    sector: Mapped[str | None] = mapped_column(String(4), index=True)
    role: Mapped[str | None] = mapped_column(String(20), index=True)
    nace_code: Mapped[str | None] = mapped_column(String(10))
    nace_version: Mapped[str | None] = mapped_column(String(10))
    employees: Mapped[float | None] = mapped_column(Float, index=True)
    employees_year: Mapped[int | None] = mapped_column(Integer)
    capital_country: Mapped[str | None] = mapped_column(String(20))
    zone_id: Mapped[str | None] = mapped_column(String(40), index=True)
    industry40: Mapped[bool] = mapped_column(Boolean, default=False)
    search_text: Mapped[str] = mapped_column(Text, default="")
