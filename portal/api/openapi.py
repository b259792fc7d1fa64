"""The OpenAPI 3.0 description, made from the same tables that the routes read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from portal.api.collections import COLLECTIONS, Collection, Filter
from portal.api.parameters import LIMIT, LIMIT_MOST, OFFSET_MOST, SEARCH
from portal.sites.search import KNOWN_CODES, LISTS, SORTS, UNSTATED

MEDIA_TYPE = "application/vnd.oai.openapi+json;version=3.0"
VERSION = "1.0.0"
JSON, GEOJSON, PROBLEM = "application/json", "application/geo+json", "application/problem+json"
ABOUT: Mapping[str, str] = {
    "q": "Words of name, id, address, zone or municipality; diacritics do not matter.",
    "municipality": "Municipality by id.",
    "zone": "Zone or park by id.",
    "rail": "`siding` for an own siding, else the most kilometres to a railway.",
    "available_by": "Free on this day at the latest.",
    "confirmed_within": "Confirmed within so many days.",
    "unknown": "Let sites pass whose value of this property is not stated; `any` for all properties.",
    "within": "A WKT polygon in longitude and latitude, at most 100 vertices.",
    "near": "Longitude,latitude of a place.",
    "near_km": "Radius around `near` in kilometres.",
    "sort": "Order of the results; `match` by default.",
    "page": "Page of `limit` results; `offset` goes before it.",
}
_STRING: dict[str, Any] = {"type": "string"}
_AMOUNT = {"type": "number", "minimum": 0}
_SPECIAL: Mapping[str, dict[str, Any]] = {
    "q": {"type": "string", "maxLength": 200},
    "rail": _STRING,
    "tier_min": {"type": "integer", "minimum": 1, "maximum": 5},
    "available_by": {"type": "string", "format": "date"},
    "confirmed_within": {"type": "integer", "minimum": 0},
    "within": _STRING,
    "near": {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2},
    "sort": {"type": "string", "enum": list(SORTS)},
    "page": {"type": "integer", "minimum": 1},
}


def document(base: str, title: str, contact: str) -> dict[str, Any]:
    """The whole description for a portal at this address."""
    return {
        "openapi": "3.0.3",
        "info": {
            "title": title,
            "version": VERSION,
            "description": "Read access to the sites, zones, companies, institutions and municipalities"
            " of the region (OGC API - Features, Part 1). Unknown values are null.",
            "contact": {"email": contact},
        },
        "servers": [{"url": f"{base}/api"}],
        "paths": _paths(),
        "components": {"parameters": _common(), "responses": _responses(), "schemas": _schemas()},
    }


def _paths() -> dict[str, Any]:
    paths: dict[str, Any] = {
        "/": _get("landingPage", "Landing page", JSON, {"$ref": "#/components/schemas/Links"}),
        "/conformance": _get("conformance", "Conformance classes", JSON, {"type": "object"}),
        "/openapi.json": _get("openapi", "This description", MEDIA_TYPE, {"type": "object"}),
        "/collections": _get("collections", "The collections", JSON, {"$ref": "#/components/schemas/Links"}),
    }
    for item in COLLECTIONS.values():
        paths |= _collection_paths(item)
    return paths


def _collection_paths(item: Collection) -> dict[str, Any]:
    parameters = [
        {"$ref": f"#/components/parameters/{name}"} for name in ("limit", "offset", "bbox", "datetime")
    ]
    own = (
        [_search_parameter(name) for name in SEARCH]
        if item.id == "sites"
        else [_property(f) for f in item.filters]
    )
    feature = {"$ref": f"#/components/schemas/{item.id}Feature"}
    features = {"$ref": f"#/components/schemas/{item.id}Features"}
    path = f"/collections/{item.id}"
    one = _get(f"{item.id}Item", f"One of: {item.title}", GEOJSON, feature, not_found=True)
    one["parameters"] = [{"name": "featureId", "in": "path", "required": True, "schema": _STRING}]
    return {
        path: _get(f"{item.id}Collection", item.title, JSON, {"$ref": "#/components/schemas/Links"}),
        f"{path}/items": _get(f"{item.id}Items", item.about, GEOJSON, features, [*parameters, *own]),
        f"{path}/items/{{featureId}}": one,
    }


def _get(
    operation: str,
    summary: str,
    media_type: str,
    schema: dict[str, Any],
    parameters: list[dict[str, Any]] | None = None,
    not_found: bool = False,
) -> dict[str, Any]:
    answers: dict[str, Any] = {
        "200": {"description": summary, "content": {media_type: {"schema": schema}}},
        "304": {"description": "Not changed since the ETag sent along."},
        "400": {"$ref": "#/components/responses/Problem"},
        "default": {"$ref": "#/components/responses/Problem"},
    }
    if not_found:
        answers["404"] = {"$ref": "#/components/responses/Problem"}
    shared = [{"$ref": "#/components/parameters/f"}]
    return {
        "get": {
            "operationId": operation,
            "summary": summary,
            "parameters": [*(parameters or []), *shared],
            "responses": answers,
        }
    }


def _search_parameter(name: str) -> dict[str, Any]:
    if name in LISTS or name == "unknown":
        codes = list(KNOWN_CODES.get(name, UNSTATED if name == "unknown" else ()))
        return _list(name, ABOUT.get(name, ""), codes)
    parameter = {"name": name, "in": "query", "required": False, "schema": _SPECIAL.get(name, _AMOUNT)}
    if name == "near":
        parameter |= {"style": "form", "explode": False}
    return _described(parameter, ABOUT.get(name, ""))


def _property(item: Filter) -> dict[str, Any]:
    if item.kind == "codes":
        return _list(item.name, item.about, list(item.codes))
    schema = {"least": _AMOUNT, "flag": {"type": "boolean"}, "words": _SPECIAL["q"]}[item.kind]
    return _described({"name": item.name, "in": "query", "required": False, "schema": schema}, item.about)


def _list(name: str, about: str, codes: list[str]) -> dict[str, Any]:
    items = {**_STRING, "enum": codes} if codes else _STRING
    schema = {"type": "array", "items": items}
    return _described(
        {"name": name, "in": "query", "required": False, "style": "form", "explode": True, "schema": schema},
        about,
    )


def _described(parameter: dict[str, Any], about: str) -> dict[str, Any]:
    return {**parameter, "description": about} if about else parameter


def _common() -> dict[str, Any]:
    number = {"type": "number"}
    schemas: dict[str, tuple[dict[str, Any], str]] = {
        "limit": (
            {"type": "integer", "minimum": 1, "maximum": LIMIT_MOST, "default": LIMIT},
            "Features a page; more than the most is taken as the most.",
        ),
        "offset": (
            {"type": "integer", "minimum": 0, "maximum": OFFSET_MOST, "default": 0},
            "Features to skip.",
        ),
        "bbox": (
            {"type": "array", "items": number, "minItems": 4, "maxItems": 6},
            "West, south, east, north in degrees (CRS84), or six numbers with heights.",
        ),
        "datetime": (_STRING, "A date-time or an interval; applies to `confirmed_on` of sites."),
        "f": ({"type": "string", "enum": ["json", "geojson"]}, "The format; JSON in any case."),
    }
    made = {
        name: {"name": name, "in": "query", "required": False, "schema": schema, "description": about}
        for name, (schema, about) in schemas.items()
    }
    for name in ("bbox", "datetime"):
        made[name] |= {"style": "form", "explode": False}
    return made


def _responses() -> dict[str, Any]:
    schema = {"$ref": "#/components/schemas/Problem"}
    return {"Problem": {"description": "What is wrong (RFC 9457)", "content": {PROBLEM: {"schema": schema}}}}


def _schemas() -> dict[str, Any]:
    link = {
        "type": "object",
        "required": ["href", "rel"],
        "properties": dict.fromkeys(("href", "rel", "type", "title", "hreflang"), _STRING),
    }
    links = {"type": "array", "items": {"$ref": "#/components/schemas/Link"}}
    problem = dict.fromkeys(("type", "title", "detail"), _STRING)
    found: dict[str, Any] = {
        "Link": link,
        "Links": {"type": "object", "required": ["links"], "properties": {"links": links}},
        "Problem": {"type": "object", "properties": {**problem, "status": {"type": "integer"}}},
        "Geometry": {
            "type": "object",
            "nullable": True,
            "required": ["type", "coordinates"],
            "properties": {"type": _STRING, "coordinates": {"type": "array", "items": {}}},
        },
    }
    for item in COLLECTIONS.values():
        found[f"{item.id}Feature"] = _feature(item, links)
        found[f"{item.id}Features"] = _features(item, links)
    return found


def _feature(item: Collection, links: dict[str, Any]) -> dict[str, Any]:
    properties = {name: {**_json_type(kind), "nullable": True} for name, kind in item.properties.items()}
    return {
        "type": "object",
        "required": ["type", "geometry", "properties"],
        "properties": {
            "type": {"type": "string", "enum": ["Feature"]},
            "id": _STRING,
            "geometry": {"$ref": "#/components/schemas/Geometry"},
            "properties": {"type": "object", "properties": properties},
            "links": links,
        },
    }


def _json_type(kind: str) -> dict[str, Any]:
    if kind == "date":
        return {"type": "string", "format": "date"}
    return {"type": "array", "items": _STRING} if kind == "array" else {"type": kind}


def _features(item: Collection, links: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "required": ["type", "features"],
        "properties": {
            "type": {"type": "string", "enum": ["FeatureCollection"]},
            "features": {"type": "array", "items": {"$ref": f"#/components/schemas/{item.id}Feature"}},
            "links": links,
            "timeStamp": {"type": "string", "format": "date-time"},
            "numberMatched": {"type": "integer", "minimum": 0},
            "numberReturned": {"type": "integer", "minimum": 0},
        },
    }
