"""About, privacy, accessibility and the data guide."""

import hashlib
import json
import re
from pathlib import Path

import pytest

from portal.config import ROOT
from portal.pages.texts import REVIEWED_ON

REVIEWED = {
    "privacy": "30cd6e597ef18311",
    "accessibility": "34cc51358663bf75",
}
"""What each statement's text was when its day was set: change `REVIEWED_ON` and this together."""


def fingerprint(name):
    text = (Path(ROOT) / "templates" / "pages" / f"{name}.html").read_text(encoding="utf-8")
    sentences = re.findall(r'_\("((?:[^"\\]|\\.)*)"|{% trans[^%]*%}(.*?){% endtrans %}', text, re.DOTALL)
    day = REVIEWED_ON[name].isoformat()
    return hashlib.sha256(json.dumps([day, sentences]).encode()).hexdigest()[:16]


@pytest.mark.parametrize("lang", ["en", "lt", "de"])
@pytest.mark.parametrize("name", ["about", "privacy", "accessibility", "data"])
def test_each_statement_is_a_sound_page(visit, lang, name):
    page = visit(f"/{lang}/{name}")
    contents = next(nav for nav in page.all("nav") if nav.get("class") == "contents")
    targets = {a.get("href")[1:] for a in contents.iter("a")}
    assert targets == {h2.get("id") for h2 in page.all("h2")} - {"contents-title"}


@pytest.mark.parametrize("name", ["privacy", "accessibility"])
def test_a_statement_that_changes_gets_a_new_day(name):
    assert fingerprint(name) == REVIEWED[name]


def test_privacy_names_the_controller_of_the_settings(app, visit, make_settings):
    app.extensions["settings"] = make_settings(PORTAL_CONTROLLER="Example agency, Street 1")
    assert "The controller is: Example agency, Street 1." in visit("/en/privacy").text


def test_privacy_names_every_cookie_that_is_set(client, visit):
    client.get("/en/inquire")
    client.post("/theme", data={"theme": "dark"})
    cookies = {cookie.key for cookie in client._cookies.values()}
    named = {"".join(code.itertext()) for code in visit("/en/privacy").all("code")}
    assert cookies == named == {"portal", "theme"}


def test_reading_sets_no_cookie(client):
    for path in ("/en/", "/en/companies", "/en/education", "/en/about", "/en/privacy", "/en/data"):
        assert "Set-Cookie" not in client.get(path).headers


def test_the_guide_shows_the_answer_the_api_gives(visit, client):
    page = visit("/en/data")
    request, answer = (json_or_text(code) for code in page.all("pre")[:2])
    response = client.get(request.removeprefix("GET "))
    assert response.status_code == 200
    live = json.loads(response.get_data())
    assert {key: live[key] for key in ("id", "geometry", "properties")} == {
        key: answer[key] for key in ("id", "geometry", "properties")
    }


def json_or_text(pre):
    text = "".join(pre.itertext())
    return json.loads(text) if text.startswith("{") else text


def test_every_source_stands_under_its_id_with_its_licence(visit):
    page = visit("/en/data")
    osm = page.all("tr", id="openstreetmap-2021-08")[0]
    words = " ".join("".join(osm.itertext()).split())
    assert "ODbL-1.0" in words
    assert "facts only" in page.text
