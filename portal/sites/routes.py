"""The addresses of sites: a table of contents of their views."""

from __future__ import annotations

from flask import Blueprint

from portal.sites import explore, show_views

bp = Blueprint("sites", __name__, url_prefix="/<lang:lang>")

bp.add_url_rule("/explore", "explore", explore.explore)
bp.add_url_rule("/sites/<id>", "show", show_views.show)
bp.add_url_rule("/sites/<id>/nearby", "nearby", show_views.nearby)
