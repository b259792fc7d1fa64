from engines import on_both_engines
from sqlalchemy import text


def written(session):
    return session.scalar(text("SELECT count(*) FROM rate_counter WHERE key = 'probe'"))


@on_both_engines
def test_what_a_view_changed_is_committed_after_a_good_answer(client, session):
    assert client.post("/en/probe/write/201").status_code == 201
    assert written(session) == 1


@on_both_engines
def test_what_a_view_changed_is_rolled_back_after_an_error(client, session):
    assert client.post("/en/probe/write/422").status_code == 422
    assert written(session) == 0


def test_a_locked_database_says_that_nothing_was_saved(visit):
    page = visit("/en/probe/locked", method="POST", status=503)

    assert "Nothing" in page.text
    assert page.response.headers["Retry-After"] == "60"


def test_a_locked_database_loses_nothing_that_was_typed(client):
    response = client.post("/en/probe/locked", data={"keep": "Šiaulių 5"})

    assert response.status_code == 503
    assert "Šiaulių 5" in response.text


def test_each_answer_has_an_id_that_visitors_cannot_choose(client):
    first = client.get("/healthz", headers={"X-Request-Id": "chosen-by-me-123"}).headers["X-Request-Id"]
    second = client.get("/healthz").headers["X-Request-Id"]

    assert first not in ("chosen-by-me-123", second)
