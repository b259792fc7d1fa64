"""The addresses of map scripts and their layers."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from flask import Blueprint, Response, abort, request, url_for

from portal.maps import layers
from portal.maps.words import words
from portal.records.geojson import collection, etag_of
from portal.sites.search import parse
from portal.web.request import now, region, session, settings
from portal.web.static import static_url

bp = Blueprint("maps", __name__, url_prefix="/maps")
bp.app_template_global("map_words")(words)


@bp.get("/<name>.js")
def script(name: str) -> Response:
    """The script of one kind of map."""
    from portal.maps.drawing import script as draw  # folium brings pandas: only here, never for a page

    if name not in layers.SHOWN:
        abort(404)
    basemap = {key: static_url(f"basemap/{key}.pmtiles") for key in ("baltic", "region")}
    layer_url = url_for("maps.layer", key="KEY").replace("KEY", "{key}")
    body = draw(layers.plan(name, region(), layer_url, basemap)).encode()
    return _cached(Response(body, mimetype="text/javascript"), body)


@bp.get("/layers/<key>.geojson")
def layer(key: str) -> Response:
    """The features of one layer; `sites` takes the search parameters."""
    bodies = _bodies(key)
    return abort(404) if bodies is None else _features(bodies)


@bp.get("/records/<id>.geojson")
def record(id: str) -> Response:
    """One listed record, its zone, and the sites of a zone; the record first."""
    bodies = layers.bodies_of(session(), id)
    return _features(bodies) if bodies else abort(404)


def _bodies(key: str) -> Sequence[bytes] | None:
    if key == "sites":
        return _sites()
    if key == "municipalities":
        return layers.municipality_bodies(session())
    if key == "nodes":
        return layers.node_bodies(session())
    if key == "industrial":
        return layers.industrial_bodies(settings().region_dir)
    kind = layers.RECORD_LAYERS.get(key)
    return layers.record_bodies(session(), kind) if kind else None


def _sites() -> Sequence[bytes]:
    """All sites of a search; malformed parameters are left out, as on the page that names them."""
    params, _ = parse(request.args.to_dict(flat=False))
    today = now().astimezone(ZoneInfo(region().time_zone)).date()
    return layers.site_bodies(session(), params, today)


def _features(bodies: Sequence[bytes]) -> Response:
    body = collection(bodies, settings().base_url)
    return _cached(Response(body, mimetype="application/geo+json"), body)


def _cached(response: Response, body: bytes) -> Response:
    response.set_etag(etag_of(body))
    response.cache_control.no_cache = True
    response.make_conditional(request)
    return response
