"""Places that are not offered: municipalities, and nodes of logistics and utilities."""

from __future__ import annotations

import shapely
from sqlalchemy import Boolean, Float, ForeignKey, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from portal.db.base import Base, JsonType, Names
from portal.db.spatial import Geom


class Municipality(Base):
    """A municipality: who keeps listings true, and within which border."""

    __tablename__ = "municipality"

    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    official_code: Mapped[str | None] = mapped_column(String(20))
    name_j: Mapped[Names] = mapped_column(JsonType)
    boundary: Mapped[shapely.Geometry | None] = mapped_column(Geom())
    desk_email: Mapped[str | None] = mapped_column(String(320))
    review_required: Mapped[bool] = mapped_column(Boolean, default=False)
    confirm_days: Mapped[int] = mapped_column(Integer, default=90)
    late_days: Mapped[int] = mapped_column(Integer, default=180)


class Node(Base):
    """A port, airport, border crossing, junction, station, substation or the like."""

    __tablename__ = "node"

    id: Mapped[str] = mapped_column(String(60), primary_key=True)
    kind: Mapped[str] = mapped_column(String(40), index=True)
    name_j: Mapped[Names] = mapped_column(JsonType)
    country: Mapped[str | None] = mapped_column(String(2))
    municipality_id: Mapped[str | None] = mapped_column(ForeignKey("municipality.id"))
    position: Mapped[shapely.Geometry | None] = mapped_column(Geom())
    position_accuracy: Mapped[str] = mapped_column(String(20), default="none")
    accuracy_m: Mapped[float | None] = mapped_column(Float)
    stated_road_km: Mapped[float | None] = mapped_column(Float)
    stated_road_from: Mapped[str | None] = mapped_column(String(120))
    details_j: Mapped[dict[str, object]] = mapped_column(JsonType, default=dict)
    sources_j: Mapped[list[str]] = mapped_column(JsonType, default=list)
