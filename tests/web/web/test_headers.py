import pytest

from portal.app import create_app
from portal.db.session import Database


@pytest.mark.parametrize(
    "path", ["/healthz", "/en/nowhere", "/robots.txt", "/", "/static/css/tokens.css", "/api/x"]
)
def test_every_answer_carries_the_policy(client, path):
    headers = client.get(path).headers

    assert headers["Content-Security-Policy"].startswith(
        "default-src 'none'; script-src 'self'; style-src 'self'"
    )
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"


def test_everything_below_a_tailored_link_is_hidden_from_search_and_referrers(client):
    headers = client.get("/t/unknown").headers

    assert headers["Referrer-Policy"] == "no-referrer"
    assert "noindex" in headers["X-Robots-Tag"]


def test_only_production_behind_https_demands_https(client, make_settings):
    assert "Strict-Transport-Security" not in client.get("/healthz").headers
    production = make_settings(
        PORTAL_ENV="production",
        PORTAL_BASE_URL="https://invest.example.org",
        PORTAL_DESK_EMAIL="desk@example.org",
        PORTAL_CONTROLLER="Example agency",
    )
    app = create_app(production, database=Database("sqlite://"))

    assert "max-age=" in app.test_client().get("/healthz").headers["Strict-Transport-Security"]
    assert app.config["SESSION_COOKIE_SECURE"]


def test_a_file_named_by_its_content_is_kept_for_a_year(client, app):
    with app.test_request_context():
        address = app.jinja_env.globals["static_url"]("css/tokens.css")

    assert "?v=" in address
    cached = client.get(address).headers["Cache-Control"]
    assert "immutable" in cached
    assert "max-age=31536000" in cached
    assert "no-cache" in client.get("/static/css/tokens.css?v=old").headers["Cache-Control"]


@pytest.mark.parametrize("coding", ["br", "gzip", "zstd"])
def test_style_is_compressed_and_asked_for_again_by_its_tag(client, coding):
    response = client.get("/static/css/tokens.css", headers={"Accept-Encoding": coding})
    again = client.get(
        "/static/css/tokens.css",
        headers={"Accept-Encoding": coding, "If-None-Match": response.headers["ETag"]},
    )

    assert response.headers["Content-Encoding"] == coding
    assert again.status_code == 304


def test_a_part_of_a_tile_archive_is_sent_as_it_is(client, app, tmp_path, monkeypatch):
    (tmp_path / "map.pmtiles").write_bytes(bytes(range(256)) * 100)
    monkeypatch.setattr(app, "static_folder", str(tmp_path))
    response = client.get(
        "/static/map.pmtiles", headers={"Range": "bytes=256-511", "Accept-Encoding": "gzip, br, zstd"}
    )

    assert response.status_code == 206
    assert response.data == bytes(range(256))
    assert "Content-Encoding" not in response.headers


@pytest.mark.parametrize("path", ["/en//about", "/static//css/tokens.css", "/api//collections"])
def test_a_redirect_does_not_repeat_the_host_of_the_request(client, path):
    response = client.get("/", headers={"Host": "evil.example"}, environ_overrides={"PATH_INFO": path})

    assert response.status_code == 308
    assert response.headers["Location"] == path.replace("//", "/")
    assert "evil.example" not in response.text
