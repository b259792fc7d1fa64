"""Fixtures for all tests: frozen clock, settings, a loaded database of each engine, the app."""

import os
import shutil
import uuid
from datetime import UTC, datetime, timedelta

import geodata  # noqa: F401 - closes GDAL's dangerous drivers before anything can load them

# isort: split
import pytest
from engines import MISSING, POSTGRESQL, Cluster, programs
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url
from sqlalchemy.orm import Session

from portal.config import ROOT, load_settings
from portal.db.session import Database

# The same examples in every run, and no verdict on how fast a busy machine makes them.
hypothesis_settings.register_profile(
    "repeatable", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
hypothesis_settings.load_profile("repeatable")


class Clock:
    """A clock that stands still until it is moved: Monday, 23 November 2026, 12:00 in Vilnius."""

    def __init__(self):
        self.moment = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)

    def __call__(self):
        return self.moment

    def advance(self, **step):
        """Move on by `timedelta(**step)`."""
        self.moment += timedelta(**step)


@pytest.fixture
def clock():
    return Clock()


def _environ(instance, **changes):
    return {
        "PORTAL_ENV": "test",
        "PORTAL_INSTANCE_DIR": str(instance),
        "PORTAL_SECRET_KEY": "a key for tests that signs nothing of worth",
        "PORTAL_REGION": str(ROOT / "geodata" / "panevezys"),
        **changes,
    }


@pytest.fixture(scope="session")
def make_settings(tmp_path_factory):
    """`make_settings(PORTAL_X="…")`: settings for tests with an instance folder of their own."""

    def make(**changes):
        return load_settings(_environ(tmp_path_factory.mktemp("instance"), **changes))

    return make


@pytest.fixture
def settings(make_settings):
    return make_settings()


# --- databases ---------------------------------------------------------------------------------------------
@pytest.fixture(scope="session")
def sqlite_template(make_settings):
    """A SQLite file with the region pack loaded by `portal init`. Copy it, never write to it."""
    from portal.packs.cli import init

    chosen = make_settings()
    init(chosen)
    with create_engine(chosen.database_url).connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    return chosen.instance_dir / "portal.db"


@pytest.fixture(scope="session")
def pg_url():
    """A PostgreSQL server with PostGIS: PORTAL_TEST_PG_URL, else a cluster of our own, else fail."""
    given = os.environ.get("PORTAL_TEST_PG_URL", "").strip()
    if given:
        yield make_url(given).set(drivername="postgresql+psycopg").render_as_string(hide_password=False)
        return
    found = programs()
    if found is None:
        pytest.fail(MISSING, pytrace=False)
    cluster = Cluster(found)
    yield cluster.start()
    cluster.stop()


@pytest.fixture(scope="session")
def pg_create(pg_url):
    """`pg_create(template=None)`: the address of a new database on the test server, dropped at the end."""
    server = create_engine(pg_url, isolation_level="AUTOCOMMIT")
    made = []

    def create(template=None):
        name = f"portal_test_{uuid.uuid4().hex[:12]}"
        copied = f' TEMPLATE "{template}"' if template else ""
        with server.connect() as connection:
            connection.execute(text(f'CREATE DATABASE "{name}"{copied}'))
        made.append(name)
        return make_url(pg_url).set(database=name).render_as_string(hide_password=False)

    yield create
    with server.connect() as connection:
        for name in made:
            connection.execute(text(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)'))
    server.dispose()


@pytest.fixture(scope="session")
def pg_template(pg_create, make_settings):
    """The address of a PostgreSQL database with the region pack loaded. Copy it, never write to it."""
    from portal.packs.cli import init

    chosen = make_settings(PORTAL_DATABASE_URL=pg_create())
    init(chosen)
    return chosen.database_url


@pytest.fixture
def own_sqlite_url(sqlite_template, tmp_path):
    """A loaded SQLite database of this test's own: commits stay, threads and processes may share it."""
    return f"sqlite:///{shutil.copy(sqlite_template, tmp_path / 'own.db')}"


@pytest.fixture
def own_pg_url(pg_template, pg_create):
    """A loaded PostgreSQL database of this test's own."""
    return pg_create(make_url(pg_template).database)


@pytest.fixture(params=["sqlite", POSTGRESQL])
def engine_url(request):
    """The address of a loaded database of this test's own, once on each engine."""
    return request.getfixturevalue("own_sqlite_url" if request.param == "sqlite" else "own_pg_url")


@pytest.fixture
def engine_name():
    """The engine behind `session`, `app`, `client`, `visit`; `engines.on_both_engines` takes both."""
    return "sqlite"


@pytest.fixture(scope="session")
def shared_engines(request, tmp_path_factory):
    """One engine a kind, each on a copy of the loaded database, for tests that roll back."""
    opened = {}

    def url(kind):
        if kind == "sqlite":
            copy = tmp_path_factory.mktemp("shared") / "portal.db"
            return f"sqlite:///{shutil.copy(request.getfixturevalue('sqlite_template'), copy)}"
        template = make_url(request.getfixturevalue("pg_template")).database
        return request.getfixturevalue("pg_create")(template)

    def engine(kind):
        if kind not in opened:
            opened[kind] = Database(url(kind))
        return opened[kind].read_engine

    yield engine
    for database in opened.values():
        database.dispose()


@pytest.fixture
def connection(engine_name, shared_engines):
    """A connection in a transaction that is rolled back after the test."""
    with shared_engines(engine_name).connect() as opened:
        transaction = opened.begin()
        yield opened
        transaction.rollback()


@pytest.fixture
def database(connection):
    """The loaded database; what a test or a request commits is gone after the test."""
    return Database.bound_to(connection)


@pytest.fixture
def session(connection):
    """A session to prepare and look at data. `commit()` makes changes visible to requests."""
    with Session(connection, join_transaction_mode="create_savepoint") as opened:
        yield opened


# --- the app -----------------------------------------------------------------------------------------------
@pytest.fixture(scope="session")
def shared_app(make_settings):
    """One app for all tests that roll back: its templates are compiled once."""
    from portal.app import create_app

    app = create_app(make_settings(), database=Database("sqlite://"))
    app.config["PUBLIC_FORM_MINIMUM_S"] = 0
    return app


@pytest.fixture
def app(shared_app, database, clock):
    """The app on this test's transaction and clock."""
    kept = dict(shared_app.config)
    shared_app.extensions.update(database=database, clock=clock)
    worker = shared_app.extensions["worker"]
    worker.database, worker.clock = database, clock
    yield shared_app
    shared_app.config.clear()
    shared_app.config.update(kept)


@pytest.fixture
def client(app):
    """A browser without eyes; cookies are kept within the test."""
    return app.test_client()
