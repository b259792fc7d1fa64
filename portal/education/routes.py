"""The directory of education and the profile of an institution."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from flask import Blueprint, render_template, request
from sqlalchemy.orm import Session

from portal.education.forms import read_search
from portal.education.profile import institution_profile, school_ld
from portal.education.queries import find_field_codes, find_institutions, find_programmes
from portal.education.rules import glyph
from portal.education.shown import filters_in_force, institution_row, options_of, type_word
from portal.nearby.queries import NEAR_KM, find_sites_around
from portal.places.queries import find_municipalities
from portal.records.queries import find_listed, get_view
from portal.records.shown import place_words
from portal.web.arguments import Arguments, address_with, page_count
from portal.web.language import canonical
from portal.web.request import region, session
from portal.zones.fields import AVAILABILITIES

bp = Blueprint("education", __name__, url_prefix="/<lang:lang>")


@bp.get("/education")
def index() -> str:
    """Institutions narrowed by what the address asks, a page of them, and counts beside each filter."""
    arguments = Arguments(request.args)
    names = {place.id: place.name_j for place in find_municipalities(session())}
    search = read_search(arguments, municipalities=names, fields=find_field_codes(session()))
    found = find_institutions(session(), search)
    return render_template(
        "education/index.html",
        search=search,
        found=found,
        rows=[institution_row(view, names, found.programmes) for view in found.views],
        problems=arguments.problems,
        options=options_of(search, found.counts, names),
        in_force=filters_in_force(search, names),
        page_count=page_count(found.total, search.limit),
        page_address=lambda page: address_with(page=page),
        address_with=address_with,
    )


@bp.get("/education/<id>")
def show(id: str) -> str:
    """What is known about one institution, its programmes by field, and which sites lie around."""
    view = get_view(session(), "institution", id)
    return render_template(
        "education/show.html",
        view=view,
        profile=institution_profile(view, find_programmes(session(), id)),
        glyph=glyph(view.value("type")),
        type_word=type_word(view.value("type")),
        place=place_words(view),
        json_ld=school_ld(view, canonical(request.path)),
        availabilities=AVAILABILITIES,
        around=find_sites_around(
            session(), view.shape, NEAR_KM, reach_m=view.accuracy_m or 0, metric_crs=region().metric_crs
        ),
        near_km=NEAR_KM,
    )


def sitemap(session: Session) -> Iterable[tuple[str, dict[str, Any], date | None]]:
    """The directory and each institution, for sitemap.xml."""
    yield "education.index", {}, None
    for id_, edited_at in find_listed(session, "institution"):
        yield "education.show", {"id": id_}, edited_at.date()
