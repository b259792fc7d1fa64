"""For search engines: robots.txt, and a sitemap of every public page in each language."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from flask import Blueprint, Response, current_app, render_template, url_for
from sqlalchemy.orm import Session

from portal import i18n
from portal.web.language import canonical
from portal.web.request import session

bp = Blueprint("machines", __name__)


Lister = Callable[[Session], Iterable[tuple[str, dict[str, Any], date | None]]]
"""What a feature offers: (endpoint, values, day of the last change) of each of its public pages."""


@bp.get("/robots.txt")
def robots() -> Response:
    """Everything public may be read; tailored links and the staff's pages may not."""
    lines = [
        "User-agent: *",
        "Disallow: /t/",
        "Disallow: /staff/",
        f"Sitemap: {canonical('/sitemap.xml')}",
        "",
    ]
    return Response("\n".join(lines), mimetype="text/plain")


@bp.get("/sitemap.xml")
def sitemap() -> Response:
    """Each public page once a language, with its alternates."""
    listers: list[Lister] = current_app.extensions["sitemap"]
    pages = [_page(*entry) for lister in listers for entry in lister(session())]
    return Response(render_template("pages/sitemap.xml", pages=pages), mimetype="application/xml")


def _page(endpoint: str, values: dict[str, Any], changed_on: date | None) -> dict[str, Any]:
    addresses = {lang: canonical(url_for(endpoint, lang=lang, **values)) for lang in i18n.LANGUAGES}
    return {"addresses": addresses, "changed_on": changed_on}
