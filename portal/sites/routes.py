"""The addresses of sites: a table of contents of their views."""

from __future__ import annotations

from flask import Blueprint

from portal.sites import explore

bp = Blueprint("sites", __name__, url_prefix="/<lang:lang>")

bp.add_url_rule("/explore", "explore", explore.explore)
