"""The one writer of GeoJSON: features for search, API, downloads and our own maps (RFC 7946)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import Any

import orjson
import shapely

COORDINATE_DECIMALS = 6
BASE_MARK = b"{base}"
"""Stands for the portal's own address in stored bodies, so that a body survives a move."""


def geometry_of(shape: shapely.Geometry | None) -> dict[str, Any] | None:
    """A GeoJSON geometry in degrees at six decimals (6 cm), rings oriented by the right-hand rule."""
    if shape is None:
        return None
    mapping: dict[str, Any] = orjson.loads(shapely.to_geojson(_oriented(shape)))
    mapping["coordinates"] = _rounded(mapping["coordinates"])
    return mapping


def feature(id_: str, shape: shapely.Geometry | None, properties: Mapping[str, Any], path: str = "") -> bytes:
    """One Feature as bytes; `path` after the base address becomes the property `url`."""
    shown = dict(properties)
    if path:
        shown["url"] = f"{BASE_MARK.decode()}/{path}"
    return orjson.dumps({"type": "Feature", "id": id_, "geometry": geometry_of(shape), "properties": shown})


def etag_of(body: bytes) -> str:
    """A short fingerprint of a body."""
    return sha256(body).hexdigest()[:20]


def with_base(body: bytes, base_url: str) -> bytes:
    """A stored body with the portal's address filled in."""
    return body.replace(BASE_MARK, base_url.rstrip("/").encode())


def collection(bodies: Iterable[bytes], base_url: str, members: Mapping[str, Any] | None = None) -> bytes:
    """A FeatureCollection made of stored bodies, with further members such as counts and links."""
    head = orjson.dumps({"type": "FeatureCollection", **(members or {})})[:-1]
    return b"".join((head, b',"features":[', with_base(b",".join(bodies), base_url), b"]}"))


def with_links(body: bytes, base_url: str, links: Sequence[Mapping[str, str]]) -> bytes:
    """One stored body with the portal's address filled in and a member `links`."""
    return b"".join((with_base(body, base_url)[:-1], b',"links":', orjson.dumps(list(links)), b"}"))


def _oriented(shape: shapely.Geometry) -> shapely.Geometry:
    return shapely.orient_polygons(shape, exterior_cw=False)


def _rounded(coordinates: Any) -> Any:
    if isinstance(coordinates, float | int):
        return round(coordinates, COORDINATE_DECIMALS)
    return [_rounded(item) for item in coordinates]
