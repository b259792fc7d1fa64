"""OGC API Features, Part 1: Core. Read only."""

from __future__ import annotations

import re
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from flask import Blueprint, Response, request
from werkzeug.exceptions import NotFound

from portal.api import openapi
from portal.api.collections import COLLECTIONS, Collection
from portal.api.parameters import BadParameters, ItemsRequest, items_request, only
from portal.api.queries import FeaturePage, find_feature, find_features
from portal.api.responses import (
    GEOJSON,
    JSON,
    api_url,
    bad_parameters,
    base_url,
    fingerprint,
    json_answer,
    link,
    open_to_all,
    unchanged,
)
from portal.records import geojson
from portal.records.projection import data_version
from portal.web.request import now, region, session, settings

bp = Blueprint("api", __name__, url_prefix="/api")
bp.register_error_handler(BadParameters, bad_parameters)
bp.after_app_request(open_to_all)

CONFORMS_TO = tuple(
    f"http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/{name}" for name in ("core", "oas30", "geojson")
)
CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
SLUG = re.compile(r"[a-z0-9-]{1,60}")


@bp.get("")
@bp.get("/", endpoint="landing_slash")
def landing() -> Response:
    """Where everything is."""
    only(_given(), ("f",))
    names = region().names
    return json_answer(
        {
            "title": names.get("en", region().id),
            "description": "Sites, zones, companies, institutions and municipalities of the region.",
            "links": [
                link(api_url("/"), "self", JSON, "This document"),
                link(api_url("/openapi.json"), "service-desc", openapi.MEDIA_TYPE, "OpenAPI description"),
                link(f"{base_url()}/en/data", "service-doc", "text/html", "Guide to the open data"),
                link(api_url("/conformance"), "conformance", JSON, "Conformance classes"),
                link(api_url("/collections"), "data", JSON, "Collections"),
            ],
        }
    )


@bp.get("/conformance")
def conformance() -> Response:
    """What this API claims to do."""
    only(_given(), ("f",))
    return json_answer({"conformsTo": CONFORMS_TO})


@bp.get("/openapi.json")
def description() -> Response:
    """The OpenAPI description."""
    only(_given(), ("f",))
    title = f"{region().names.get('en', region().id)}: open data"
    return json_answer(openapi.document(base_url(), title, settings().desk_email), openapi.MEDIA_TYPE)


@bp.get("/collections")
def collections() -> Response:
    """All collections."""
    only(_given(), ("f",))
    return json_answer(
        {
            "links": [link(api_url("/collections"), "self")],
            "collections": [_described(item) for item in COLLECTIONS.values()],
        }
    )


@bp.get("/collections/<collection>")
def collection(collection: str) -> Response:
    """One collection."""
    only(_given(), ("f",))
    return json_answer(_described(_known(collection)))


@bp.get("/collections/<collection>/items")
def items(collection: str) -> Response:
    """Features of a collection, narrowed and paged."""
    known = _known(collection)
    asked = items_request(known, _given())
    today = now().astimezone(ZoneInfo(region().time_zone)).date()
    etag = _items_etag(known, today)
    kept = unchanged(etag)
    if kept is not None:
        return kept
    page = find_features(session(), known, asked, today)
    body = geojson.collection(page.bodies, base_url(), _members(known, asked, page))
    return json_answer(body, GEOJSON, etag)


@bp.get("/collections/<collection>/items/<id>")
def item(collection: str, id: str) -> Response:
    """One feature."""
    known = _known(collection)
    only(_given(), ("f",))
    found = find_feature(session(), known, id) if SLUG.fullmatch(id) else None
    if found is None:
        raise NotFound(f"There is no feature {id[:60]!r} in {known.id}.")
    body, etag = found
    links = [
        link(api_url(f"/collections/{known.id}/items/{id}"), "self", GEOJSON),
        link(api_url(f"/collections/{known.id}"), "collection"),
    ]
    return json_answer(geojson.with_links(body, base_url(), links), GEOJSON, fingerprint(etag, base_url()))


def _given() -> dict[str, list[str]]:
    return request.args.to_dict(flat=False)


def _known(name: str) -> Collection:
    if name not in COLLECTIONS:
        raise NotFound(f"There is no collection {name[:60]!r}. There are: {', '.join(COLLECTIONS)}.")
    return COLLECTIONS[name]


def _items_etag(known: Collection, today: date) -> str:
    query = request.query_string.decode("ascii", "replace")
    return fingerprint(known.id, data_version(session()), query, today, base_url())


def _described(item: Collection) -> dict[str, Any]:
    path = f"/collections/{item.id}"
    return {
        "id": item.id,
        "title": item.title,
        "description": item.about,
        "itemType": "feature",
        "extent": {"spatial": {"bbox": [list(region().bbox)], "crs": CRS84}},
        "crs": [CRS84],
        "links": [
            link(api_url(path), "self"),
            link(api_url(f"{path}/items"), "items", GEOJSON, item.title),
        ],
    }


def _members(known: Collection, asked: ItemsRequest, page: FeaturePage) -> dict[str, Any]:
    members: dict[str, Any] = {
        "timeStamp": now().strftime("%Y-%m-%dT%H:%M:%SZ"),
        "numberMatched": page.matched,
        "numberReturned": len(page.bodies),
        "links": _page_links(known, asked, page),
    }
    if page.notes:
        members["notes"] = [
            {"parameter": note.parameter, "code": note.code, "value": note.value} for note in page.notes
        ]
    return members


def _page_links(known: Collection, asked: ItemsRequest, page: FeaturePage) -> list[dict[str, str]]:
    path = f"/collections/{known.id}/items"
    given = [(name, text) for name, texts in request.args.lists() for text in texts]
    rest = [(name, text) for name, text in given if name not in ("offset", "page")]

    def at(offset: int) -> str:
        return api_url(path, [*rest, ("offset", str(offset))] if offset else rest)

    links = [
        link(api_url(path, given), "self", GEOJSON),
        link(api_url(f"/collections/{known.id}"), "collection"),
    ]
    if asked.offset + len(page.bodies) < page.matched and page.bodies:
        links.append(link(at(asked.offset + asked.limit), "next", GEOJSON))
    if asked.offset:
        links.append(link(at(max(0, min(asked.offset, page.matched) - asked.limit)), "prev", GEOJSON))
    if known.page:
        query = asked.search.to_query()
        address = f"{base_url()}/en/{known.page}" + (f"?{query}" if query else "")
        links.append(link(address, "alternate", "text/html"))
    return links
