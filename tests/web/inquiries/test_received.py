import re

import pytest


@pytest.fixture
def received(visit, ask):
    def page(lang="en", query="?site=pfez-02", **typed):
        return visit(ask(query, lang, **typed).location)

    return page


def test_it_shows_the_reference_and_the_time_of_the_answer(received, inquiries):
    page = received()

    assert inquiries()[0].reference in page.text
    assert "Tuesday, 24 Nov 2026, 12:00 (Vilnius time)" in page.text


def test_it_shows_nothing_personal_and_is_not_indexed(received):
    page = received(company="Example GmbH")

    for word in ("Ona", "ona@", "Example GmbH", "How many MW"):
        assert word not in page.html
    assert page.all("meta", name="robots", content="noindex")
    assert page.response.headers["X-Robots-Tag"] == "noindex"
    assert page.response.headers["Cache-Control"] == "no-store"


def test_it_speaks_the_language_of_its_address(received):
    assert "12:00" in received("lt").text
    assert "12:00" in received("de", question="Noch eine?").text


def test_a_reference_is_found_however_it_is_typed(ask, visit, inquiries):
    ask()
    typed = inquiries()[0].reference.replace("-", "").lower().replace("0", "o").replace("1", "l")

    assert inquiries()[0].reference in visit(f"/en/inquire/received/{typed}").text


@pytest.mark.parametrize("reference", ["000-000-000", "nonsense", "7K2-Q9D-0MU", "%3Cscript%3E"])
def test_an_unknown_reference_helps_on(visit, reference):
    page = visit(f"/en/inquire/received/{reference}", status=404)

    assert "not known" in page.h1
    assert "Ask a question" in page.links


def test_after_the_due_time_it_says_so(received, visit, clock):
    address = received().response.request.path
    clock.advance(days=2)

    assert re.search(r"An answer was due by .*write to us", visit(address).text)
