"""The search projection of a site: typed, indexed columns rebuilt from its public facts."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Boolean, Date, Float, ForeignKey, Index, Integer, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from portal.db.base import Base


class Site(Base):
    """One site as search and API see it; confidential values never enter."""

    __tablename__ = "site"
    __table_args__ = (Index("ix_site_kind_availability", "kind", "availability"),)

    record_num: Mapped[int] = mapped_column(ForeignKey("record.num", ondelete="CASCADE"), primary_key=True)
    id: Mapped[str] = mapped_column(String(40), unique=True)
    kind: Mapped[str] = mapped_column(String(20))
    zone_id: Mapped[str | None] = mapped_column(String(40), index=True)
    availability: Mapped[str] = mapped_column(String(20), default="unknown")
    availability_on: Mapped[date | None] = mapped_column(Date)
    reserved_until: Mapped[date | None] = mapped_column(Date)
    available_from: Mapped[date | None] = mapped_column(Date)
    tenure: Mapped[str | None] = mapped_column(String(80))
    land_use: Mapped[str | None] = mapped_column(String(200))
    area_ha: Mapped[float | None] = mapped_column(Float, index=True)
    net_area_ha: Mapped[float | None] = mapped_column(Float)
    floor_area_m2: Mapped[float | None] = mapped_column(Float)
    price_eur_m2: Mapped[float | None] = mapped_column(Float, index=True)
    rent_eur_ha_year: Mapped[float | None] = mapped_column(Float)
    power_mw: Mapped[float | None] = mapped_column(Float)
    gas_m3h: Mapped[float | None] = mapped_column(Float)
    water_m3d: Mapped[float | None] = mapped_column(Float)
    wastewater_m3d: Mapped[float | None] = mapped_column(Float)
    rail_siding: Mapped[bool | None] = mapped_column(Boolean)
    rail_km: Mapped[float | None] = mapped_column(Float)
    motorway_km: Mapped[float | None] = mapped_column(Float)
    tier: Mapped[int | None] = mapped_column(Integer)
    completeness: Mapped[int] = mapped_column(Integer, default=0)
    confirmed_on: Mapped[date | None] = mapped_column(Date, index=True)
    source_on: Mapped[date | None] = mapped_column(Date, index=True)
    search_text: Mapped[str] = mapped_column(Text, default="")
