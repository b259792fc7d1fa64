"""The addresses of sites: a table of contents of their views."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from flask import Blueprint
from sqlalchemy.orm import Session

from portal.records.queries import find_listed
from portal.sites import explore, show_views

bp = Blueprint("sites", __name__, url_prefix="/<lang:lang>")

bp.add_url_rule("/explore", "explore", explore.explore)
bp.add_url_rule("/sites/<id>", "show", show_views.show)
bp.add_url_rule("/sites/<id>/nearby", "nearby", show_views.nearby)


def sitemap(session: Session) -> Iterable[tuple[str, dict[str, Any], date | None]]:
    """Explore and each site with its surroundings, for sitemap.xml."""
    yield "sites.explore", {}, None
    for id_, edited_at in find_listed(session, "site"):
        yield "sites.show", {"id": id_}, edited_at.date()
        yield "sites.nearby", {"id": id_}, edited_at.date()
