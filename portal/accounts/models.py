"""Organisations that answer for listings."""

from __future__ import annotations

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from portal.db.base import Base, JsonType, Names


class Organisation(Base):
    """An agency, municipality, zone manager or operator."""

    __tablename__ = "organisation"

    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))
    name_j: Mapped[Names] = mapped_column(JsonType)
