"""Everything between a request and a view, put on the app in one place. Order matters where it is said."""

from __future__ import annotations

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from portal.config import Settings
from portal.web import csrf, errors, headers, language, limits, logs, request, static, templates, theme


def install(app: Flask) -> None:
    """Put the plumbing on an app whose `extensions` hold settings, database, region and clock."""
    settings: Settings = app.extensions["settings"]
    _configure(app, settings)
    static.install(
        app
    )  # first: what is registered first runs last on a response, and compression must be last
    headers.install(app)
    templates.install(app)
    language.install(app)
    logs.install(app)
    limits.install(app)
    errors.install(app)
    csrf.install(app)
    app.register_blueprint(theme.bp)
    app.teardown_request(request.close_session)


def _configure(app: Flask, settings: Settings) -> None:
    app.config.update(
        SECRET_KEY=settings.secret_key,
        SECRET_KEY_FALLBACKS=list(settings.secret_key_fallbacks),
        TESTING=settings.env == "test",
        PROPAGATE_EXCEPTIONS=False,
        SESSION_COOKIE_NAME="portal",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=settings.base_url.startswith("https://"),
        PREFERRED_URL_SCHEME="https" if settings.base_url.startswith("https://") else "http",
    )
    app.url_map.strict_slashes = True
    if settings.proxies:
        hops = settings.proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]
