"""Fixtures of browser tests: a live server with its own data, pages that fail on any error they notice."""

import os
import shutil
import threading
from urllib.parse import urlsplit

import pytest
from browsing import DESKTOP, PHONE
from werkzeug.serving import make_server

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]
LEFT_BEHIND = ("net::ERR_ABORTED", "net::ERR_INTERNET_DISCONNECTED")
"""Why a request may end without an answer: the page was left, or a test has cut the connection."""
NAMES = ("chromium", "chromium-browser", "google-chrome")


def pytest_collection_modifyitems(items):
    for item in items:
        if "tests/browser/" in item.path.as_posix():
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    program = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        pytest.fail("Chromium is missing: run scripts/system-packages, or set CHROMIUM", pytrace=False)
    return {**browser_type_launch_args, "executable_path": program, "args": ARGUMENTS}


@pytest.fixture(scope="session")
def live_app(sqlite_template, make_settings, tmp_path_factory):
    """The app behind the live server, on a copy of the loaded database; the clock is the real one."""
    from portal.app import create_app

    copy = shutil.copy(sqlite_template, tmp_path_factory.mktemp("live") / "portal.db")
    app = create_app(make_settings(PORTAL_DATABASE_URL=f"sqlite:///{copy}"))
    app.config["PUBLIC_FORM_MINIMUM_S"] = 0
    return app


@pytest.fixture(scope="session")
def live_server(live_app):
    """Its address, such as http://127.0.0.1:40001"""
    server = make_server("127.0.0.1", 0, live_app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join(10)
    live_app.extensions["database"].dispose()


@pytest.fixture(scope="session")
def base_url(live_server):
    """`page.goto("/en/")` goes to the live server."""
    return live_server


@pytest.fixture
def open_page(new_context, live_server):
    """`open_page(viewport=DESKTOP, **options)`: a page in a fresh profile; what it notices fails the test."""
    noticed = []

    def opened(viewport=DESKTOP, **options):
        page = new_context(viewport=viewport, **options).new_page()
        page.set_default_timeout(15_000)
        watch(page, urlsplit(live_server).netloc, noticed)
        return page

    yield opened
    assert not noticed, "the browser noticed:\n  " + "\n  ".join(noticed)


def watch(page, host, noticed):
    """Collect console errors (policy violations among them), page errors, requests that leave the host."""

    def console(message):
        if message.type == "error" and not _expected(message, page):
            noticed.append(f"console: {message.text} ({page.url})")

    def request(sent):
        parts = urlsplit(sent.url)
        if parts.scheme in ("http", "https", "ws", "wss") and parts.netloc != host:
            noticed.append(f"request to another host: {sent.url}")

    def failed(sent):
        if sent.failure not in LEFT_BEHIND:
            noticed.append(f"request failed: {sent.failure} {sent.url}")

    page.on("console", console)
    page.on("requestfailed", failed)
    page.on("pageerror", lambda error: noticed.append(f"page error: {error} ({page.url})"))
    page.on("request", request)


def _expected(message, page):
    """An error page that was opened on purpose reports its own status; a page that is left gives up its
    requests (one that failed otherwise is noticed by itself)."""
    if message.text == "TypeError: Failed to fetch":
        return True
    own = message.location.get("url") == page.url
    return own and message.text.startswith("Failed to load resource: the server responded with a status of")


@pytest.fixture
def page(open_page):
    """A page on a desktop, 1440 × 900."""
    return open_page()


@pytest.fixture
def phone(open_page):
    """A page on a phone, 390 × 844, with touch."""
    return open_page(PHONE, has_touch=True, is_mobile=True, device_scale_factor=2)
