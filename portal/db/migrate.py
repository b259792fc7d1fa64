"""Bring a database to the newest form. Migrations only go forward."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, MetaData

from portal.db.session import Database

MIGRATIONS = Path(__file__).parent / "migrations"


def _config(connection: Connection | None = None, metadata: MetaData | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("path_separator", "os")
    config.attributes.update(connection=connection, metadata=metadata)
    return config


def head() -> str | None:
    """The newest revision this code knows."""
    return ScriptDirectory.from_config(_config()).get_current_head()


def current(database: Database) -> str | None:
    """The revision the database is at; None for an empty one."""
    with database.reading() as session:
        return MigrationContext.configure(session.connection()).get_current_revision()


def upgrade(database: Database) -> None:
    """Migrate to the newest revision in one transaction: a failed migration leaves the old state."""
    with database.writing() as session:
        command.upgrade(_config(session.connection()), "head")


def new_revision(database: Database, metadata: MetaData, message: str, number: str) -> None:
    """Write the next migration from the difference between models and database (for developers)."""
    with database.reading() as session:
        command.revision(_config(session.connection(), metadata), message, autogenerate=True, rev_id=number)
