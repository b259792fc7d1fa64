"""Real databases that lock, fill up, or meet the same sending twice at once."""

import sqlite3
import threading

import pytest
from sqlalchemy import event, select

from portal.app import create_app
from portal.db.session import Database
from portal.inquiries.models import Inquiry
from portal.outbox.models import OutboxItem

TYPED = {"name": "Ona", "email": "ona@example.org", "question": "How many MW?\nBy when?", "consent": "y"}


@pytest.fixture
def make_app(make_settings, clock):
    """`make_app(url)`: an app on a database of its own, with real transactions."""
    opened = []

    def make(url):
        opened.append(Database(url))
        app = create_app(make_settings(PORTAL_DATABASE_URL=url), clock=clock, database=opened[-1])
        app.config["PUBLIC_FORM_MINIMUM_S"] = 0
        return app

    yield make
    for database in opened:
        database.dispose()


def fields_of(client):
    import re

    page = client.get("/en/inquire?site=pfez-02").text
    hidden = dict(re.findall(r'name="(csrf_token|nonce)"[^>]*value="([^"]+)"', page))
    return {**TYPED, **hidden, "site": "pfez-02"}


def assert_nothing_was_lost(response):
    assert response.status_code == 503
    assert int(response.headers["Retry-After"]) > 0
    assert "Nothing was saved or sent" in response.text
    assert "How many MW?\nBy when?" in response.text
    assert 'value="ona@example.org"' in response.text
    assert 'name="site" value="pfez-02"' in response.text


def kept(app):
    with app.extensions["database"].reading() as session:
        return len(list(session.scalars(select(Inquiry)))), len(list(session.scalars(select(OutboxItem))))


def test_a_locked_database_says_that_nothing_was_sent(own_sqlite_url, make_app, monkeypatch):
    monkeypatch.setattr("portal.db.session.BUSY_TIMEOUT_MS", 50)
    app = make_app(own_sqlite_url)
    client = app.test_client()
    fields = fields_of(client)
    other = sqlite3.connect(own_sqlite_url.removeprefix("sqlite:///"), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    assert_nothing_was_lost(client.post("/en/inquire", data=fields))
    other.execute("ROLLBACK")
    other.close()
    assert client.post("/en/inquire", data=fields).status_code == 303
    assert kept(app) == (1, 2)


def test_a_full_disk_says_that_nothing_was_sent(own_sqlite_url, make_app):
    app = make_app(own_sqlite_url)
    full = {"is": True}

    @event.listens_for(app.extensions["database"].read_engine, "checkout")
    def no_more_pages(connection, _record, _proxy):
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        most = pages if full["is"] else 1_000_000
        connection.execute(f"PRAGMA max_page_count = {most}")

    client = app.test_client()
    fields = {**fields_of(client), "question": TYPED["question"] + "x" * 4900}
    response = client.post("/en/inquire", data=fields)

    assert response.status_code == 503
    assert "Nothing was saved or sent" in response.text
    assert "x" * 4900 in response.text
    assert kept(app) == (0, 0)
    full["is"] = False
    assert client.post("/en/inquire", data=fields).status_code == 303
    assert kept(app) == (1, 2)


def test_the_same_sending_from_several_threads_at_once_is_one_inquiry(engine_url, make_app):
    app = make_app(engine_url)
    first = app.test_client()
    fields = fields_of(first)
    session_cookie = first.get_cookie("portal").value
    answers, ready = [], threading.Barrier(6)

    def send():
        client = app.test_client()
        client.set_cookie("portal", session_cookie)
        ready.wait()
        answers.append(client.post("/en/inquire", data=fields))

    threads = [threading.Thread(target=send) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)

    assert {answer.status_code for answer in answers} == {303}
    assert len({answer.location for answer in answers}) == 1
    assert kept(app) == (1, 2)


def test_inquiry_and_mails_are_kept_on_both_engines(engine_url, make_app):
    app = make_app(engine_url)
    client = app.test_client()
    response = client.post("/en/inquire", data={**fields_of(client), "question": "Kiek MW? „Ąžuolas“ 😀"})

    assert response.status_code == 303
    assert client.get(response.location).status_code == 200
    with app.extensions["database"].reading() as session:
        inquiry = session.scalars(select(Inquiry)).one()
        assert inquiry.question == "Kiek MW? „Ąžuolas“ 😀"
        assert inquiry.received_at.utcoffset().total_seconds() == 0
        assert inquiry.sites[0].as_asked_j["facts"]["area_ha"]["value"] == 17.5


ODD_TEXTS = ["a\x00b", "\ud800", "\x1b[31m", "'; DROP TABLE inquiry;", "%s %(x)s", "${7*7}"]


@pytest.mark.parametrize("odd", ODD_TEXTS)
def test_odd_text_is_harmless_on_both_engines(engine_url, make_app, odd):
    app = make_app(engine_url)
    client = app.test_client()
    sent = odd.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    fields = {**fields_of(client), "name": f"N{sent}", "question": f"Q{sent}", "site": sent, "nonce": sent}

    assert client.post("/en/inquire", data=fields).status_code == 303
    assert kept(app) == (1, 2)


@pytest.mark.parametrize(("length", "status"), [(10_000_000, 413), (1_100_000, 413), (900_000, 422)])
def test_a_browser_gets_its_answer_however_much_it_sent(own_sqlite_url, make_app, length, status):
    """Over a real connection: a server that closes before it has read everything answers nobody."""
    import urllib.error
    import urllib.parse
    import urllib.request

    from werkzeug.serving import make_server

    server = make_server("127.0.0.1", 0, make_app(own_sqlite_url), threaded=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    body = urllib.parse.urlencode({**TYPED, "question": "x" * length}).encode()
    with pytest.raises(urllib.error.HTTPError) as answer:
        urllib.request.urlopen(f"http://127.0.0.1:{server.server_port}/en/inquire", body, timeout=60)
    server.shutdown()

    assert answer.value.code == status
    assert "</html>" in answer.value.read().decode()
