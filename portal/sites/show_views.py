"""The views of one site: its page, what lies around it, and what became of an archived one."""

from __future__ import annotations

from flask import Response, make_response, render_template, request, url_for

from portal import i18n
from portal.errors import NotFound
from portal.records.projection import data_version
from portal.records.queries import find_archived, find_names, find_successors, find_view
from portal.records.views import RecordView
from portal.sites.jsonld import site_jsonld
from portal.sites.near import read_near_page
from portal.sites.show import read_page
from portal.sites.summary import head_of
from portal.sites.surroundings import DEFAULT_KM, FURTHEST_KM, RADII_KM, WIDE_RADII_KM
from portal.sites.words import place_sentence
from portal.web.arguments import Arguments
from portal.web.language import canonical
from portal.web.request import now, region, session
from portal.web.validity import not_modified, page_tag, tagged


def show(id: str) -> Response:
    """A site with its whole data sheet."""
    tag = page_tag(data_version(session()))
    if fresh := not_modified(tag):
        return fresh
    view = find_view(session(), "site", id)
    if view is None:
        return _gone(id)
    page = read_page(session(), view, region(), now().date(), _near_km())
    address = canonical(url_for("sites.show", id=id))
    linked = site_jsonld(view, address, str(i18n.pick(dict(region().names))), region().country)
    body = render_template("sites/show.html", page=page, radii=RADII_KM, address=address, jsonld=linked)
    return tagged(make_response(body), tag)


def nearby(id: str) -> Response:
    """What lies around a site: people trained, companies, utilities, transport."""
    tag = page_tag(data_version(session()))
    if fresh := not_modified(tag):
        return fresh
    view = find_view(session(), "site", id)
    if view is None:
        return _gone(id)
    page = read_near_page(session(), view, region(), _near_km())
    body = render_template(
        "sites/nearby.html",
        page=page,
        head=head_of(view, now().date(), region()),
        place=_place(view),
        radii=WIDE_RADII_KM,
    )
    return tagged(make_response(body), tag)


def _near_km() -> int:
    return Arguments(request.args).whole("near_km", 1, FURTHEST_KM, DEFAULT_KM)


def _place(view: RecordView) -> str:
    return place_sentence(view, str(i18n.pick(view.context.get("zone"))))


def _gone(id_: str) -> Response:
    """410 for an archived site, with what it lives on as; 404 for everything else."""
    names = find_archived(session(), "site", id_)
    if names is None:
        raise NotFound("no_such_record", kind="site", id=id_)
    successors = find_successors(session(), id_)
    body = render_template(
        "sites/gone.html",
        code=id_,
        name=i18n.pick(names),
        successors=[(key, i18n.pick(text)) for key, text in find_names(session(), successors).items()],
    )
    return make_response(body, 410)
