"""Models and migrated database say the same, on both engines."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from engines import POSTGRESQL

from portal.db import migrate
from portal.db.session import Database
from portal.db.spatial import belongs_to_model
from portal.tables import metadata


@pytest.fixture(params=["sqlite", POSTGRESQL])
def empty(request, tmp_path):
    if request.param == "sqlite":
        database = Database(f"sqlite:///{tmp_path / 'empty.db'}")
    else:
        database = Database(request.getfixturevalue("pg_create")())
    yield database
    database.dispose()


@pytest.mark.filterwarnings("ignore:Did not recognize type 'geometry'")
def test_a_migrated_database_equals_the_models(empty):
    assert migrate.current(empty) is None
    migrate.upgrade(empty)
    assert migrate.current(empty) == migrate.head()
    options = {"compare_type": True, "include_object": lambda item, name, *_: belongs_to_model(name)}
    with empty.reading() as session:
        context = MigrationContext.configure(session.connection(), opts=options)
        assert compare_metadata(context, metadata) == []


def test_migrating_twice_changes_nothing(empty):
    migrate.upgrade(empty)
    migrate.upgrade(empty)
    assert migrate.current(empty) == migrate.head()
