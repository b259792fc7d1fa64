"""Stored files and the documents made of them."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Boolean, Date, ForeignKey, Integer, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from portal.db.base import Base, JsonType, Names


class File(Base):
    """A stored file by its content."""

    __tablename__ = "file"

    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    media_type: Mapped[str] = mapped_column(String(100))
    size_bytes: Mapped[int] = mapped_column(Integer)
    storage_key: Mapped[str] = mapped_column(String(200))


class Document(Base):
    """A file shown with a record: its title, kind, author and day."""

    __tablename__ = "document"

    id: Mapped[int] = mapped_column(primary_key=True)
    owner_id: Mapped[str] = mapped_column(String(40), index=True)
    file_sha256: Mapped[str] = mapped_column(ForeignKey("file.sha256"))
    type: Mapped[str] = mapped_column(String(40))
    title_j: Mapped[Names] = mapped_column(JsonType)
    alt_j: Mapped[Names] = mapped_column(JsonType, default=dict)
    language: Mapped[str | None] = mapped_column(String(2))
    author: Mapped[str | None] = mapped_column(String(200))
    dated_on: Mapped[date | None] = mapped_column(Date)
    public: Mapped[bool] = mapped_column(Boolean, default=False)
    file: Mapped[File] = relationship()
