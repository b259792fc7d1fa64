"""Protection of unsafe requests by a token in the form (`csrf_token`) or in the header `X-CSRFToken`.

A view whose form reports the bad token itself, so that nothing typed is lost, is marked with `token_in_form`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from flask import Flask, current_app, request
from flask_wtf.csrf import CSRFProtect

from portal.web.request import SAFE_METHODS

V = TypeVar("V", bound=Callable[..., Any])
WITHOUT_COOKIES = ("/api/",)
_protection = CSRFProtect()


def token_in_form(view: V) -> V:
    """This view validates a `PortalForm`, which checks the token and shows the form again when it is bad."""
    view.__dict__["csrf"] = "form"
    return view


def no_token(view: V) -> V:
    """This view changes nothing that anyone else could mind."""
    view.__dict__["csrf"] = "none"
    return view


def protect() -> None:
    """Refuse an unsafe request without a good token."""
    if request.method in SAFE_METHODS or request.endpoint is None:
        return
    if request.path.startswith(WITHOUT_COOKIES):
        return
    view = current_app.view_functions.get(request.endpoint)
    if getattr(view, "csrf", "token") == "token":
        _protection.protect()


def install(app: Flask) -> None:
    app.config.update(
        WTF_CSRF_CHECK_DEFAULT=False,
        WTF_CSRF_TIME_LIMIT=None,  # a token lives as long as the browser's session
        WTF_CSRF_SSL_STRICT=False,  # the cookie is SameSite and the referrer may be withheld
    )
    _protection.init_app(app)
    app.before_request(protect)
