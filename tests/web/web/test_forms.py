import re

import pytest
from engines import on_both_engines


def start(client):
    page = client.get("/en/probe/form").text
    return dict(re.findall(r'name="(csrf_token|nonce)" type="hidden" value="([^"]+)"', page))


def test_a_form_without_its_token_is_refused(visit):
    visit("/en/probe/plain", method="POST", data={"name": "Ona"}, status=400)


def test_a_form_that_reports_its_token_loses_nothing_that_was_typed(client):
    response = client.post("/en/probe/form", data={"name": "Ona", "csrf_token": "old"})

    assert response.status_code == 422
    assert 'value="Ona"' in response.text
    assert "open for too long" in response.text


def test_a_good_form_is_sent_with_its_mark(client):
    fields = start(client)
    response = client.post("/en/probe/form", data={**fields, "name": "Ona"})

    assert response.text == f"sent {fields['nonce']}"


def test_a_script_may_leave_the_mark_out(client):
    token = start(client)["csrf_token"]

    assert client.post("/en/probe/form", data={"csrf_token": token}).text.startswith("sent ")


def test_a_form_fetched_again_by_the_same_browser_has_the_same_mark(client, app, clock):
    first, again, other = start(client)["nonce"], start(client)["nonce"], start(app.test_client())["nonce"]
    clock.advance(days=1)

    assert first == again
    assert first != other
    assert first != start(client)["nonce"]


def test_the_trap_catches_who_fills_every_field(client):
    response = client.post("/en/probe/form", data={**start(client), "homepage": "https://spam.example"})

    assert response.text == "trapped"


def test_a_form_sent_within_three_seconds_is_shown_again(client, app, monkeypatch):
    app.config["PUBLIC_FORM_MINIMUM_S"] = 3
    fields = start(client)
    quick = client.post("/en/probe/form", data={**fields, "name": "Ona"})

    assert quick.status_code == 422
    assert "That was quick" in quick.text
    assert 'value="Ona"' in quick.text
    monkeypatch.setattr("portal.web.public_forms.token_age_s", lambda token: 3.5)
    assert client.post("/en/probe/form", data={**fields, "name": "Ona"}).text.startswith("sent ")


@on_both_engines
def test_a_limit_counts_attempts_and_says_when_to_come_back(client, clock):
    answers = [client.post("/en/probe/limited", data={"who": "a@example.org"}) for _ in range(3)]

    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert 0 < int(answers[-1].headers["Retry-After"]) <= 900
    assert client.post("/en/probe/limited", data={"who": "b@example.org"}).status_code == 200
    clock.advance(minutes=15)
    assert client.post("/en/probe/limited", data={"who": "A@example.org "}).status_code == 200


def test_the_counter_keeps_no_address(client, session):
    from sqlalchemy import text

    client.post("/en/probe/limited", data={"who": "a@example.org"})
    keys = session.scalars(text("SELECT key FROM rate_counter")).all()

    assert keys
    assert not any("example" in key for key in keys)


@pytest.mark.parametrize(
    ("sent", "back"),
    [("/en/explore?q=1", "/en/explore?q=1"), ("https://evil.example/", "/"), ("//evil.example", "/")]
    + [("/\\evil.example", "/"), ("", "/"), ("/a\r\nX: y", "/")],
)
def test_the_theme_is_remembered_and_leads_back_to_our_own_pages_only(client, sent, back):
    response = client.post("/theme", data={"theme": "dark", "next": sent})

    assert response.status_code == 303
    assert response.location == back
    assert "theme=dark" in response.headers["Set-Cookie"]


def test_an_unknown_theme_is_the_systems(client):
    client.set_cookie("theme", "neon")
    response = client.post("/theme", data={"theme": "neon", "next": "/en/"})

    assert "Max-Age=0" in response.headers["Set-Cookie"]


def test_another_site_cannot_set_the_theme(client):
    response = client.post("/theme", data={"theme": "dark"}, headers={"Sec-Fetch-Site": "cross-site"})

    assert response.status_code == 403


def test_a_file_in_a_fields_place_is_as_if_it_were_left_out(client):
    import io

    fields = {**start(client), "name": (io.BytesIO(b"Ona"), "name.txt")}

    assert client.post("/en/probe/form", data=fields).text.startswith("sent ")


@pytest.mark.parametrize("body", [{"name": 7}, [1, 2], "text", None])
def test_a_form_is_not_read_from_json(client, body):
    assert client.post("/en/probe/form", json=body).status_code == 422
