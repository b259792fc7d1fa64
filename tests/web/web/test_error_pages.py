import pytest
from engines import on_both_engines


@pytest.mark.parametrize("code", [400, 403, 404, 405, 413, 429, 500, 503])
@pytest.mark.parametrize("lang", ["en", "lt", "de"])
def test_each_error_page_is_a_whole_page_with_a_way_on(visit, code, lang):
    page = visit(f"/{lang}/probe/answer/{code}", status=code)

    assert f"/{lang}/" in page.links.values()
    assert any(address.startswith("mailto:") for address in page.links.values())
    assert page.response.headers["X-Request-Id"] in page.text
    assert page.response.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(("code", "shown"), [(410, 410), (418, 418), (501, 501)])
def test_other_errors_borrow_a_page_and_keep_their_status(visit, code, shown):
    assert str(shown) in visit(f"/en/probe/answer/{code}", status=shown).text


def test_a_crash_says_nothing_of_its_cause(visit):
    assert "hush" not in visit("/en/probe/crash", status=500).html


def test_an_error_page_that_fails_itself_is_still_an_answer(client, app, monkeypatch):
    monkeypatch.setitem(app.jinja_env.globals, "alternates", lambda: 1 / 0)
    response = client.get("/en/probe/crash")

    assert response.status_code == 500
    assert "<h1>Something went wrong</h1>" in response.text
    assert response.headers["X-Request-Id"] in response.text


def test_an_unknown_address_is_answered_in_the_language_of_the_address_or_the_browser(visit):
    assert visit("/de/gibt-es-nicht", status=404).tree.get("lang") == "de"
    assert visit("/nowhere", status=404, headers={"Accept-Language": "lt"}).tree.get("lang") == "lt"


def test_an_unknown_language_is_no_such_page(visit):
    visit("/fr/", status=404)


def test_a_wrong_method_names_the_right_ones(visit):
    page = visit("/en/probe/plain", status=405)

    assert "POST" in page.response.headers["Allow"]


@pytest.mark.parametrize(("kind", "status"), [("gone", 404), ("changed", 409), ("no", 403)])
def test_errors_of_the_domain_become_pages(visit, kind, status):
    visit(f"/en/probe/domain/{kind}", status=status)


def test_too_many_requests_says_when_to_come_back(client):
    assert client.get("/en/probe/answer/429").headers["Retry-After"] == "60"


def test_machines_get_a_problem_document(client):
    response = client.get("/api/nowhere")

    assert response.mimetype == "application/problem+json"
    assert response.json["status"] == 404
    assert "/en/" not in response.text


def test_ten_megabytes_in_a_field_are_refused(visit):
    visit("/en/probe/plain", method="POST", data={"name": "x" * 10_000_000}, status=413)


def test_an_upload_that_does_not_tell_its_size_is_refused(client):
    import io

    body = io.BytesIO(b"name=" + b"x" * 2_000_000)
    response = client.post(
        "/en/probe/plain",
        input_stream=body,
        headers={"Transfer-Encoding": "chunked", "Content-Type": "application/x-www-form-urlencoded"},
        environ_overrides={"wsgi.input_terminated": True},
    )
    assert response.status_code in (400, 413)


@pytest.mark.parametrize("query", ["%", "%ff%fe", "a=%00", "a[]=1&a=2&&&", "\u202e", "a=" + "x" * 5000])
def test_a_broken_query_is_never_a_crash(client, query):
    assert client.get(f"/en/nowhere?{query}").status_code == 404


@on_both_engines
@pytest.mark.parametrize(
    "path",
    ["en/sites/%00", "en/sites/a%00b/nearby", "en/zones/%00", "en/companies/%00", "en/education/%00"]
    + ["maps/records/%00.geojson", "api/collections/sites/items/%00", "en/inquire/received/%00", "%00"],
)
def test_an_address_with_a_nul_is_no_such_page(client, path):
    assert client.get(f"/{path}").status_code == 404
