"""Made sites beside the pack's, loaded once an engine."""

import shutil

import pytest
from engines import POSTGRESQL
from sqlalchemy.engine import make_url

from bench.generate import made_records
from bench.load import load
from portal.db.session import Database
from portal.kinds import register_kinds

MADE = 400


@pytest.fixture(scope="session")
def made_databases(request, tmp_path_factory):
    """`made_databases(engine_name)`: a database with the pack and 400 made sites. Only read it."""
    opened = {}

    def database(kind):
        if kind not in opened:
            register_kinds()
            opened[kind] = Database(_url(kind))
            with opened[kind].writing() as session:
                load(session, made_records(MADE))
        return opened[kind]

    def _url(kind):
        if kind == "sqlite":
            copy = tmp_path_factory.mktemp("made") / "portal.db"
            return f"sqlite:///{shutil.copy(request.getfixturevalue('sqlite_template'), copy)}"
        template = make_url(request.getfixturevalue("pg_template")).database
        return request.getfixturevalue("pg_create")(template)

    yield database
    for database_ in opened.values():
        database_.dispose()


@pytest.fixture(params=["sqlite", POSTGRESQL])
def made(request, made_databases):
    """A session on made data, once on each engine."""
    with made_databases(request.param).reading() as session:
        yield session
