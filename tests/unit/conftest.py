"""Unit tests meet neither database nor app."""

import pytest
import sqlalchemy

FORBIDDEN = {"app", "shared_app", "client", "connection", "database", "session", "engine_url", "pg_url"}


@pytest.fixture(autouse=True)
def _no_database(request, monkeypatch):
    used = FORBIDDEN & set(request.fixturenames)
    if used:
        pytest.fail(f"a unit test uses {', '.join(sorted(used))}: move it to tests/web", pytrace=False)

    def refuse(*arguments, **options):
        raise AssertionError("a unit test opened a database: move it to tests/web")

    monkeypatch.setattr(sqlalchemy.engine.Engine, "connect", refuse)
