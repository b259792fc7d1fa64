"""Every address is declared here: who may open it, and with which values a test can."""

import pytest
from sqlalchemy import text

PUBLIC = {
    "static": {"filename": "css/tokens.css"},
    "language.root": {},
    "web.set_theme": {},
    "health.healthz": {},
    "health.readyz": {},
    "machines.robots": {},
    "machines.sitemap": {},
    "pages.home": {},
    "pages.about": {},
    "pages.privacy": {},
    "pages.accessibility": {},
    "pages.data": {},
    "sites.explore": {},
    "sites.show": {"id": "site"},
    "sites.nearby": {"id": "site"},
    "zones.show": {"id": "zone"},
    "companies.index": {},
    "companies.show": {"id": "company"},
    "education.index": {},
    "education.show": {"id": "institution"},
    "maps.script": {"name": "explore"},
    "maps.layer": {"key": "sites"},
    "maps.record": {"id": "site"},
    "inquiries.form": {},
    "inquiries.send": {},
    "inquiries.received": {"reference": "ABC-DEF-GHJ"},
}
"""Endpoint to sample values; an `id` names a kind of record, whose first published one is taken."""

DEVELOPMENT = {"pages.gallery"}
MACHINES = "api."


def values_of(session, endpoint):
    sample = dict(PUBLIC[endpoint])
    if "id" in sample:
        query = text("SELECT id FROM record WHERE kind = :kind AND state = 'published' ORDER BY id LIMIT 1")
        sample["id"] = session.scalar(query, {"kind": sample["id"]})
    return sample


def test_every_address_says_who_may_open_it(app):
    endpoints = {rule.endpoint for rule in app.url_map.iter_rules() if not rule.endpoint.startswith(MACHINES)}

    assert endpoints - set(PUBLIC) - DEVELOPMENT == set()


@pytest.mark.parametrize("lang", ["en", "lt", "de"])
def test_each_public_page_opens(app, client, session, lang):
    failed = {}
    for rule in app.url_map.iter_rules():
        if "GET" not in rule.methods or rule.endpoint not in PUBLIC:
            continue
        with app.test_request_context(f"/{lang}/"):
            app.preprocess_request()
            address = app.url_for(rule.endpoint, **values_of(session, rule.endpoint))
        status = client.get(address).status_code
        if status >= 500 or (status == 404 and rule.endpoint != "inquiries.received"):
            failed[address] = status
    assert failed == {}


ABSENT = {
    "id": "nowhere-1",
    "key": "nothing",
    "name": "nothing",
    "reference": "ABC-DEF-GHJ",
    "collection": "nothing",
}


@pytest.mark.parametrize("lang", ["en", "lt", "de"])
def test_what_is_not_there_is_a_page_or_document_that_says_so(app, client, lang):
    answered = {}
    for rule in app.url_map.iter_rules():
        named = rule.arguments - {"lang"}
        if "GET" not in rule.methods or not named or not named <= set(ABSENT):
            continue
        with app.test_request_context(f"/{lang}/"):
            app.preprocess_request()
            address = app.url_for(rule.endpoint, **{name: ABSENT[name] for name in named})
        response = client.get(address)
        told = "html" in response.mimetype or response.mimetype == "application/problem+json"
        answered[address] = response.status_code if told else response.mimetype
    assert set(answered.values()) == {404}, answered
    assert len(answered) >= 8


def test_no_form_is_taken_without_its_token(app, client):
    for rule in app.url_map.iter_rules():
        view = app.view_functions[rule.endpoint]
        exempt = rule.endpoint.startswith(MACHINES) or getattr(view, "csrf", "") == "none"
        if "POST" in rule.methods and not exempt and not rule.arguments - {"lang"}:
            with app.test_request_context("/en/"):
                app.preprocess_request()
                address = app.url_for(rule.endpoint)
            assert client.post(address, data={"name": "Ona"}).status_code in (400, 422), address
