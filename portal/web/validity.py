"""Pages that are asked for again: a fingerprint of everything a page is made of, so that it is made once."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from flask import Response, make_response, request

from portal import i18n
from portal.web.request import now, settings
from portal.web.static import web_folder
from portal.web.theme import theme

MADE_OF = {"templates": "*.html", "static": "*.css"}


@cache
def _look() -> str:
    """A fingerprint of the templates and styles of this process: a new version of the portal, new pages."""
    digest = hashlib.sha256()
    for folder, pattern in MADE_OF.items():
        for path in sorted(Path(web_folder(folder)).rglob(pattern)):
            digest.update(path.read_bytes())
    return digest.hexdigest()


def page_tag(*versions: object) -> str:
    """The entity tag of this request's page: data versions, address, language, theme, day, look."""
    parts = (
        *versions,
        request.full_path,
        i18n.current(),
        theme(),
        now().date(),
        settings().desk_email,
        _look(),
    )
    return hashlib.sha256("\n".join(map(str, parts)).encode()).hexdigest()[:24]


def not_modified(tag: str) -> Response | None:
    """The answer 304 where the browser still holds the page with this tag."""
    if settings().env == "development" or not request.if_none_match.contains_weak(tag):
        return None
    return tagged(make_response("", 304), tag)


def tagged(response: Response, tag: str) -> Response:
    """The response under its tag; weak, because compression changes its bytes."""
    response.set_etag(tag, weak=True)
    return response
