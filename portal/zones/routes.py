"""The address of a zone: its page. Zones are drawn on maps and have pages, but are never site results."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from flask import Blueprint, Response, make_response, render_template, url_for
from sqlalchemy.orm import Session

from portal.records.projection import data_version
from portal.records.queries import find_listed, get_view
from portal.web.language import canonical
from portal.web.request import region, session
from portal.web.validity import not_modified, page_tag, tagged
from portal.zones.show import read_zone_page, zone_jsonld

bp = Blueprint("zones", __name__, url_prefix="/<lang:lang>")


@bp.get("/zones/<id>")
def show(id: str) -> Response:
    """A zone with its facts, its sites and the companies in it."""
    tag = page_tag(data_version(session()))
    if fresh := not_modified(tag):
        return fresh
    view = get_view(session(), "zone", id)
    page = read_zone_page(session(), view, region())
    address = canonical(url_for("zones.show", id=id))
    linked = zone_jsonld(view, address, region().country)
    body = render_template("zones/show.html", page=page, address=address, jsonld=linked)
    return tagged(make_response(body), tag)


def sitemap(session_: Session) -> Iterable[tuple[str, dict[str, Any], date | None]]:
    """The public page of each zone."""
    for id_, edited_at in find_listed(session_, "zone"):
        yield "zones.show", {"id": id_}, edited_at.date()
