"""Limits of reading, on an app of its own where they are switched on as outside of tests."""

import pytest

from portal.app import create_app
from portal.db.session import Database
from portal.web import limits


@pytest.fixture
def limited(make_settings, monkeypatch):
    monkeypatch.setattr(limits, "READS_A_MINUTE", 3)
    settings = make_settings(PORTAL_ENV="development", PORTAL_PROXIES="1")
    monkeypatch.setattr("portal.web.logs.configure", lambda kind: None)
    return create_app(settings, database=Database("sqlite://")).test_client()


def test_an_address_that_reads_too_fast_is_asked_to_wait(limited):
    answers = [limited.get("/robots.txt") for _ in range(4)]

    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    assert 0 < int(answers[-1].headers["Retry-After"]) <= 60


def test_each_address_has_its_own_count_behind_a_trusted_proxy(limited):
    seen = [
        limited.get("/robots.txt", headers={"X-Forwarded-For": f"192.0.2.{n}"}).status_code for n in range(5)
    ]

    assert set(seen) == {200}


def test_health_and_static_files_are_not_counted(limited):
    assert {limited.get("/healthz").status_code for _ in range(5)} == {200}
    assert {limited.get("/static/css/tokens.css").status_code for _ in range(5)} == {200}


def test_six_hundred_reads_a_minute_are_free():
    assert limits.READS_A_MINUTE >= 600
