"""What visitors asked for, as counts alone: no person, address or agent is kept."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Date, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from portal.db.base import Base


class Demand(Base):
    """How often a requirement (`key`, in a coarse `bucket`) was asked for on a day."""

    __tablename__ = "demand"

    day: Mapped[date] = mapped_column(Date, primary_key=True)
    key: Mapped[str] = mapped_column(String(60), primary_key=True)
    bucket: Mapped[str] = mapped_column(String(60), primary_key=True)
    count: Mapped[int] = mapped_column(Integer, default=0)
