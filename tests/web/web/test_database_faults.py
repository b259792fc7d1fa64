"""Real databases that refuse: locked by another writer, read-only, full."""

import sqlite3

import pytest

from portal.db.session import Database


@pytest.fixture
def client(shared_app, own_sqlite_url, clock, monkeypatch):
    monkeypatch.setattr("portal.db.session.BUSY_TIMEOUT_MS", 50)
    database = Database(own_sqlite_url)
    shared_app.extensions.update(database=database, clock=clock)
    yield shared_app.test_client()
    database.dispose()


def test_a_writer_that_waits_too_long_is_told_that_nothing_was_saved(client, own_sqlite_url):
    other = sqlite3.connect(own_sqlite_url.removeprefix("sqlite:///"), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        response = client.post("/en/probe/write/200")
    finally:
        other.rollback()
        other.close()

    assert response.status_code == 503
    assert "Retry-After" in response.headers
    assert client.post("/en/probe/write/200").status_code == 200


def test_readers_do_not_wait_for_a_writer(client, own_sqlite_url):
    other = sqlite3.connect(own_sqlite_url.removeprefix("sqlite:///"), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        assert client.get("/readyz").status_code == 200
    finally:
        other.rollback()
        other.close()


def test_a_full_disk_is_told_in_the_same_words(client):
    response = client.post("/en/probe/fill")

    assert response.status_code == 503
    assert client.get("/readyz").status_code == 200


def test_a_database_that_is_away_is_not_ready(client, shared_app):
    shared_app.extensions["database"] = Database("postgresql+psycopg://nobody@127.0.0.1:1/none")

    assert client.get("/readyz").status_code == 503
    assert client.get("/healthz").status_code == 200


def test_a_database_without_migrations_is_not_ready(client, shared_app, tmp_path):
    shared_app.extensions["database"] = Database(f"sqlite:///{tmp_path / 'empty.db'}")
    response = client.get("/readyz")

    assert response.status_code == 503
    assert "portal init" in response.text


PAGES = ["/en/", "/en/explore", "/en/sites/bir-01", "/en/inquire?site=bir-01", "/api/collections/sites/items"]


@pytest.mark.pg
def test_a_database_that_is_not_migrated_is_told_as_a_fault_of_ours_that_passes(shared_app, clock, pg_create):
    empty = Database(pg_create())
    shared_app.extensions.update(database=empty, clock=clock)
    answers = {page: shared_app.test_client().get(page) for page in PAGES}
    empty.dispose()

    assert {page: answer.status_code for page, answer in answers.items()} == dict.fromkeys(PAGES, 503)
    assert all("Retry-After" in answer.headers for answer in answers.values())


def test_a_file_that_is_no_database_is_told_in_the_same_words(shared_app, clock, tmp_path):
    (tmp_path / "broken.db").write_bytes(b"not a database " * 1000)
    shared_app.extensions.update(database=Database(f"sqlite:///{tmp_path / 'broken.db'}"), clock=clock)
    client = shared_app.test_client()

    assert {page: client.get(page).status_code for page in [*PAGES, "/readyz"]} == dict.fromkeys(
        [*PAGES, "/readyz"], 503
    )
