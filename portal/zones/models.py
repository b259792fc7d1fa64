"""Zones and parks: managed areas that contain sites."""

from __future__ import annotations

from sqlalchemy import Float, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from portal.db.base import Base


class Zone(Base):
    """The projection of a zone's public facts."""

    __tablename__ = "zone"

    record_num: Mapped[int] = mapped_column(ForeignKey("record.num", ondelete="CASCADE"), primary_key=True)
    id: Mapped[str] = mapped_column(String(40), unique=True)
    regime: Mapped[str | None] = mapped_column(String(40))
    parent_id: Mapped[str | None] = mapped_column(String(40), index=True)
    availability: Mapped[str | None] = mapped_column(String(20))
    area_ha: Mapped[float | None] = mapped_column(Float)
    floor_area_m2: Mapped[float | None] = mapped_column(Float)
