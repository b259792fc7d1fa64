"""The language of a request: from the address, else from what the browser prefers."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Flask, Response, redirect, request, url_for
from werkzeug.routing import BaseConverter

from portal import i18n
from portal.web.request import region, settings

bp = Blueprint("language", __name__)


class LanguageConverter(BaseConverter):
    """`<lang:lang>` in an address: one of our languages; another one is no such page."""

    regex = "|".join(i18n.LANGUAGES)


@bp.get("/")
def root() -> Response:
    """The home page in the language that the browser prefers."""
    response = redirect(url_for("pages.home", lang=preferred()))
    response.vary.add("Accept-Language")
    return response  # type: ignore[return-value]


def preferred() -> str:
    """The visitor's language by Accept-Language; English where none of ours is accepted."""
    return request.accept_languages.best_match(i18n.LANGUAGES) or i18n.LANGUAGES[0]


def choose(_endpoint: str | None, values: dict[str, Any] | None) -> None:
    """Take the language out of the address and produce text in it."""
    asked = (values or {}).pop("lang", None) or request.path.split("/")[1]
    i18n.set_language(asked if asked in i18n.LANGUAGES else preferred())
    i18n.set_time_zone(region().time_zone)


def inject(endpoint: str, values: dict[str, Any], app: Flask) -> None:
    """Links stay in the language of the page unless they name another one."""
    known = endpoint in app.view_functions
    if known and "lang" not in values and app.url_map.is_endpoint_expecting(endpoint, "lang"):
        values["lang"] = i18n.current()


def alternates() -> dict[str, str]:
    """This page's address in each language, its query kept; empty where the page has no language."""
    rule = request.url_rule
    if rule is None or "lang" not in rule.arguments:
        return {}
    query = f"?{request.query_string.decode('ascii', 'replace')}" if request.query_string else ""
    values = request.view_args or {}
    return {lang: url_for(rule.endpoint, **{**values, "lang": lang}) + query for lang in i18n.LANGUAGES}


def canonical(address: str) -> str:
    """The absolute form of one of our addresses."""
    return (settings().base_url or request.url_root.rstrip("/")) + address


def mark(response: Response) -> Response:
    """Say in which language a page is."""
    if response.mimetype == "text/html":
        response.content_language.add(i18n.current())
        if not alternates() and request.path.split("/")[1] not in i18n.LANGUAGES:
            response.vary.add("Accept-Language")
    return response


def install(app: Flask) -> None:
    app.url_map.converters["lang"] = LanguageConverter
    app.url_value_preprocessor(choose)
    app.url_defaults(lambda endpoint, values: inject(endpoint, values, app))
    app.after_request(mark)
    app.jinja_env.globals.update(alternates=alternates, canonical=canonical)
    app.register_blueprint(bp)
