"""The addresses of the start page and of the portal's own statements."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from flask import Blueprint, abort, render_template, request
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from portal import i18n
from portal.pages.gallery import sample_form
from portal.pages.home import read_home
from portal.pages.queries import count_listed, count_published, data_changed_at, find_sources_used
from portal.pages.texts import REVIEWED_ON, api_example, collections, website_ld
from portal.web.language import canonical
from portal.web.request import now, region, session, settings

bp = Blueprint("pages", __name__, url_prefix="/<lang:lang>")
PUBLIC = ("pages.home", "pages.about", "pages.privacy", "pages.accessibility", "pages.data")


@bp.app_context_processor
def data_stamp() -> dict[str, Callable[[], str]]:
    """The day of the data, for the foot of every page: asked for only where it is shown."""
    return {"data_stamp": _data_stamp}


def _data_stamp() -> str:
    try:
        changed_at = data_changed_at(session())
    except SQLAlchemyError:  # an error page must not fail for its foot
        return ""
    return i18n.date(changed_at) if changed_at else ""


@bp.get("/")
def home() -> str:
    """What the region offers, key figures, and the next step."""
    return render_template(
        "pages/home.html",
        home=read_home(session(), region(), now().date()),
        json_ld=website_ld(region(), canonical(request.path)),
    )


@bp.get("/about")
def about() -> str:
    """What the portal is, who answers, and how sure its figures are."""
    return render_template("pages/about.html", counts=count_listed(session()))


@bp.get("/privacy")
def privacy() -> str:
    """What is stored about people, why and for how long."""
    return render_template(
        "pages/privacy.html", controller=settings().controller, reviewed_on=REVIEWED_ON["privacy"]
    )


@bp.get("/accessibility")
def accessibility() -> str:
    """How accessible the portal is, how that was tested, and what is still missing."""
    return render_template("pages/accessibility.html", reviewed_on=REVIEWED_ON["accessibility"])


@bp.get("/data")
def data() -> str:
    """The open data and the API, with a request and its answer, licences and sources."""
    return render_template(
        "pages/data.html",
        counts=count_published(session()),
        collections=collections(),
        example=api_example(session(), canonical("")),
        sources=find_sources_used(session()),
        changed_at=data_changed_at(session()),
    )


@bp.get("/gallery")
def gallery() -> str:
    """Every component in every state, for those who develop the portal."""
    if settings().env == "production":
        abort(404)
    return render_template("pages/gallery.html", form=sample_form())


def sitemap(_session: Session) -> Iterable[tuple[str, dict[str, Any], date | None]]:
    """The start page and the statements, for sitemap.xml."""
    for endpoint in PUBLIC:
        yield endpoint, {}, REVIEWED_ON.get(endpoint.removeprefix("pages."))
