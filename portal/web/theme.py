"""Light, dark or as the system says: a cookie that a button sets."""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import Blueprint, Response, abort, redirect, request

from portal.web.csrf import no_token
from portal.web.request import settings
from portal.web.static import YEAR_S

bp = Blueprint("web", __name__)
COOKIE = "theme"
THEMES = ("light", "dark")


def theme() -> str:
    """`light`, `dark`, or empty for the system's own."""
    chosen = request.cookies.get(COOKIE, "")
    return chosen if chosen in THEMES else ""


@bp.post("/theme")
@no_token
def set_theme() -> Response:
    """Remember the theme and go back. Needs no token: it changes nothing but this browser's colours."""
    if request.headers.get("Sec-Fetch-Site") in ("cross-site", "same-site"):
        abort(403)
    response = redirect(safe_next(request.form.get("next", "")), 303)
    chosen = request.form.get("theme", "")
    secure = settings().base_url.startswith("https://")
    if chosen in THEMES:
        response.set_cookie(COOKIE, chosen, max_age=YEAR_S, secure=secure, httponly=True, samesite="Lax")
    else:
        response.delete_cookie(COOKIE, secure=secure, httponly=True, samesite="Lax")
    return response  # type: ignore[return-value]


def safe_next(address: str) -> str:
    """`address` where it is a path of ours, else the start."""
    parts = urlsplit(address)
    ours = address.startswith("/") and not address.startswith(("//", "/\\")) and not parts.netloc
    return address if ours and address.isprintable() and "\\" not in address else "/"
