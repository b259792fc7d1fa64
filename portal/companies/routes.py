"""The directory of companies and the profile of one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from flask import Blueprint, render_template, request
from sqlalchemy.orm import Session

from portal.companies.forms import read_search
from portal.companies.profile import company_ld, company_profile
from portal.companies.queries import find_companies, find_options
from portal.companies.shown import company_row, filters_in_force, options_of, sector_word
from portal.nearby.queries import NEAR_KM, find_sites_around
from portal.places.queries import find_municipalities
from portal.records.queries import find_listed, find_names, get_view
from portal.records.shown import place_words
from portal.web.arguments import Arguments, address_with, page_count
from portal.web.language import canonical
from portal.web.request import region, session
from portal.zones.fields import AVAILABILITIES

bp = Blueprint("companies", __name__, url_prefix="/<lang:lang>")


@bp.get("/companies")
def index() -> str:
    """Companies narrowed by what the address asks, a page of them, and counts beside each filter."""
    arguments = Arguments(request.args)
    places = {place.id: place.name_j for place in find_municipalities(session())}
    known = find_options(session())
    search = read_search(arguments, municipalities=places, zones=known["zones"], countries=known["countries"])
    found = find_companies(session(), search)
    names = {**places, **find_names(session(), known["zones"])}
    return render_template(
        "companies/index.html",
        search=search,
        found=found,
        problems=arguments.problems,
        options=options_of(search, found.counts, known, names),
        in_force=filters_in_force(search, names),
        rows=[company_row(view, names) for view in found.views],
        page_count=page_count(found.total, search.limit),
        page_address=lambda page: address_with(page=page),
        address_with=address_with,
    )


@bp.get("/companies/<id>")
def show(id: str) -> str:
    """What is known about one company, from where, and which sites lie around."""
    view = get_view(session(), "company", id)
    return render_template(
        "companies/show.html",
        view=view,
        profile=company_profile(view),
        sector=sector_word(view.value("sector")),
        place=place_words(view),
        json_ld=company_ld(view, canonical(request.path)),
        availabilities=AVAILABILITIES,
        around=find_sites_around(
            session(), view.shape, NEAR_KM, reach_m=view.accuracy_m or 0, metric_crs=region().metric_crs
        ),
        near_km=NEAR_KM,
    )


def sitemap(session: Session) -> Iterable[tuple[str, dict[str, Any], date | None]]:
    """The directory and each company, for sitemap.xml."""
    yield "companies.index", {}, None
    for id_, edited_at in find_listed(session, "company"):
        yield "companies.show", {"id": id_}, edited_at.date()
