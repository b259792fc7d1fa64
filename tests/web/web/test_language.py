import pytest


@pytest.mark.parametrize(
    ("accepted", "lang"),
    [
        ("lt,en;q=0.5", "lt"),
        ("de-AT,de;q=0.9", "de"),
        ("fr,ja;q=0.8", "en"),
        ("", "en"),
        ("fr,de;q=0.3", "de"),
    ],
)
def test_the_start_leads_to_the_language_that_the_browser_prefers(client, accepted, lang):
    response = client.get("/", headers={"Accept-Language": accepted})

    assert response.status_code == 302
    assert response.location == f"/{lang}/"
    assert "Accept-Language" in response.headers["Vary"]


@pytest.mark.parametrize(
    "query", ["lang=xx", "_external=1&_scheme=ftp", "_anchor=a", "endpoint=x", "a=1&a=2"]
)
def test_a_query_cannot_bend_the_way_from_the_start(client, query):
    response = client.get(f"/?{query}")

    assert (response.status_code, response.location) == (302, "/en/")


def test_pages_say_in_which_language_they_are(client):
    assert client.get("/lt/probe/formats").headers["Content-Language"] == "lt"


def test_filters_of_literals_follow_the_language_of_each_request(client):
    assert client.get("/lt/probe/formats").text.startswith("1\u00a0234,5")
    assert client.get("/de/probe/formats").text.startswith("1.234,5")
    assert client.get("/en/probe/formats").text.startswith("1,234.5")


def test_the_language_of_one_request_does_not_leak_into_the_next(client):
    client.get("/lt/probe/formats")

    assert client.get("/nowhere").headers["Content-Language"] == "en"


def test_the_switch_keeps_page_and_query(app):
    with app.test_request_context("/en/probe/answer/404?q=%C5%A0&area_ha_min=5"):
        app.preprocess_request()
        addresses = app.jinja_env.globals["alternates"]()

    assert addresses["lt"] == "/lt/probe/answer/404?q=%C5%A0&area_ha_min=5"
    assert list(addresses) == ["en", "lt", "de"]


def test_a_control_character_in_the_address_makes_no_broken_page(visit):
    assert "\0" not in visit("/en/no%00thing", status=404).html
