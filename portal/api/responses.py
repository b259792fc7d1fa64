"""Answers of the API: JSON as bytes, links, fingerprints, and headers that let every site read it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any
from urllib.parse import urlencode

import orjson
from flask import Response, request

from portal.api.parameters import BadParameters, sentence
from portal.web.errors import problem
from portal.web.request import settings

JSON, GEOJSON = "application/json", "application/geo+json"
CACHE = "public, max-age=0, must-revalidate"
OPEN_HEADERS = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": "Accept, Content-Type, If-None-Match",
    "Access-Control-Expose-Headers": "ETag, Link",
    "Access-Control-Max-Age": "86400",
    "Cross-Origin-Resource-Policy": "cross-origin",
}


def base_url() -> str:
    """The portal's own address without a closing slash."""
    return settings().base_url.rstrip("/") or request.url_root.rstrip("/")


def api_url(path: str = "", query: Sequence[tuple[str, str]] = ()) -> str:
    """An absolute address below /api."""
    text = f"?{urlencode(query, safe=',/:')}" if query else ""
    return f"{base_url()}/api{path}{text}"


def link(href: str, rel: str, media_type: str = JSON, title: str = "") -> dict[str, str]:
    """A link object."""
    made = {"href": href, "rel": rel, "type": media_type}
    return {**made, "title": title} if title else made


def json_answer(body: bytes | Mapping[str, Any], media_type: str = JSON, etag: str = "") -> Response:
    """A body that may be kept as long as its fingerprint holds."""
    content = body if isinstance(body, bytes) else orjson.dumps(body)
    response = Response(content, mimetype=media_type)
    response.headers["Cache-Control"] = CACHE
    response.set_etag(etag or sha256(content).hexdigest()[:20], weak=True)
    response.make_conditional(request)
    return response


def fingerprint(*parts: object) -> str:
    """A short fingerprint of everything an answer depends on."""
    return sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:20]


def unchanged(etag: str) -> Response | None:
    """A 304 where the caller holds this answer already."""
    held = {tag.split(":")[0] for tag in request.if_none_match.as_set(include_weak=True)}
    if etag not in held:
        return None
    response = Response(status=304)
    response.headers["Cache-Control"] = CACHE
    response.set_etag(etag, weak=True)
    return response


def bad_parameters(error: BadParameters) -> Response:
    """400 that names every parameter that cannot be used."""
    sentences = [sentence(item) for item in error.problems]
    members = [
        {"parameter": item.parameter, "code": item.code, "value": item.value, "detail": text}
        for item, text in zip(error.problems, sentences, strict=True)
    ]
    return problem(400, "Bad parameters", " ".join(sentences), problems=members)


def open_to_all(response: Response) -> Response:
    """Let pages of any origin read what is below /api, errors too."""
    if request.path == "/api" or request.path.startswith("/api/"):
        response.headers.update(OPEN_HEADERS)
    return response
