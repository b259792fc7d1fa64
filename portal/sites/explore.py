"""The explore page: search, list, filters."""

from __future__ import annotations

from flask import render_template


def explore() -> str:
    """Sites narrowed by what matters; the whole state stands in the query."""
    return render_template("sites/explore.html")
