"""Engines and sessions: one for reading, one for writing.

On SQLite a writer begins IMMEDIATE: two writers queue instead of losing updates; readers never wait (WAL).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.orm import Session

from portal.db.spatial import register_sqlite_functions

BUSY_TIMEOUT_MS = 15_000


class Database:
    """A database by its address (`sqlite:///…`, `postgresql+psycopg://…`), or one open connection."""

    def __init__(self, url: str, *, echo: bool = False) -> None:
        self.read_engine: Engine | Connection = make_engine(url, echo=echo)
        self.write_engine: Engine | Connection = self.read_engine.execution_options(write=True)
        self._session_options: dict[str, Any] = {}

    @classmethod
    def bound_to(cls, connection: Connection) -> Database:
        """Both engines on one connection: a commit becomes a savepoint of the connection's transaction."""
        database = cls.__new__(cls)
        database.read_engine = database.write_engine = connection
        database._session_options = {"join_transaction_mode": "create_savepoint"}
        return database

    @property
    def dialect_name(self) -> str:
        return self.read_engine.dialect.name

    def read_session(self) -> Session:
        """A session for reading; the caller closes it."""
        return Session(self.read_engine, autoflush=False, **self._session_options)

    def write_session(self) -> Session:
        """A session for writing; the caller commits and closes it."""
        return Session(self.write_engine, **self._session_options)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that is thrown away at the end."""
        with self.read_session() as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session that commits at the end, or rolls back on an error."""
        with self.write_session() as session, session.begin():
            yield session

    def dispose(self) -> None:
        """Close pooled connections (before a fork, at the end of a test)."""
        if isinstance(self.read_engine, Engine):
            self.read_engine.dispose()


def make_engine(url: str, *, echo: bool = False) -> Engine:
    """An engine with the portal's connection settings for its dialect."""
    engine = create_engine(url, echo=echo, pool_pre_ping=not url.startswith("sqlite"), hide_parameters=True)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: sqlite3.Connection, record: Any) -> None:
    connection.isolation_level = None  # the driver would open a transaction only at the first write: we do it
    for pragma in (
        "journal_mode=WAL",
        "synchronous=NORMAL",
        f"busy_timeout={BUSY_TIMEOUT_MS}",
        "foreign_keys=ON",
        "temp_store=MEMORY",
    ):
        connection.execute(f"PRAGMA {pragma}")
    register_sqlite_functions(connection)


def _begin_sqlite(connection: Connection) -> None:
    write = connection.get_execution_options().get("write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")
