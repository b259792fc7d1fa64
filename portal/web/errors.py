"""Error pages that help: what happened, what to try, whom to ask. Machines get a problem document."""

from __future__ import annotations

import logging
from typing import Any

from flask import Flask, Response, g, make_response, render_template, request
from sqlalchemy.exc import DatabaseError, DataError, IntegrityError, ProgrammingError
from werkzeug.exceptions import (
    BadRequest,
    Conflict,
    Forbidden,
    HTTPException,
    InternalServerError,
    NotFound,
    RequestEntityTooLarge,
    ServiceUnavailable,
)

from portal import errors, i18n
from portal.web.logs import request_id
from portal.web.request import discard_session

log = logging.getLogger("portal.web")
PAGES = frozenset({400, 403, 404, 405, 413, 429, 500, 503})
NOTHING_SAVED = i18n.lazy(
    "Nothing was saved or sent: the database did not answer. Please try again in a minute."
)
OLD_SCHEMA = frozenset({"42P01", "42703", "42883", "3F000"})
"""PostgreSQL's codes for a table, column, function or schema that is missing: not migrated yet."""
READ_AWAY_MOST = 50_000_000
"""Bytes; beyond this the connection is closed on the sender."""
LAST_RESORT = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Something went wrong</title></head>
<body><main><h1>Something went wrong</h1>
<p>The page could not be made. Please try again in a minute.</p>
<p>If you write to us, name this number: {request_id}</p></main></body></html>"""


def http_error(error: HTTPException) -> Response | HTTPException:
    """A page or problem document for an HTTP error; redirects pass."""
    code = error.code or 500
    if code < 400 or error.response is not None:
        return error
    response = _answer(code, error)
    for name, value in error.get_headers():
        if name.lower() not in ("content-type", "content-length"):
            response.headers[name] = value
    if code == 429:
        response.headers.setdefault("Retry-After", "60")
    return response


def _answer(code: int, error: HTTPException) -> Response:
    if request.path.startswith("/api"):
        return problem(code, error.name, _detail(code, error))
    try:
        body = render_template(f"errors/{_page(code)}.html", code=code, error=error)
    except Exception:
        log.exception("error page failed")
        body = LAST_RESORT.format(request_id=request_id())
    return make_response(body, code)


def _page(code: int) -> int:
    if code in PAGES:
        return code
    return 500 if code >= 500 else 400


def _detail(code: int, error: HTTPException) -> str:
    return "" if code >= 500 else (error.description or "")


def problem(status: int, title: str, detail: str = "", **members: Any) -> Response:
    """An RFC 9457 problem document."""
    body = {"type": "about:blank", "title": title, "status": status, **members}
    if detail:
        body["detail"] = detail
    response = make_response({**body, "request_id": request_id()}, status)
    response.mimetype = "application/problem+json"
    return response


def crashed(error: InternalServerError) -> Response | HTTPException:
    """A failure nobody foresaw. Flask has logged it with its traceback."""
    discard_session()
    return http_error(InternalServerError())


def database_failed(error: DatabaseError) -> Response | HTTPException:
    """Disk full, database locked, away, broken or not migrated: nothing was saved; what was typed is shown
    again if possible. A statement that is wrong in itself is a failure of ours.
    """
    if _is_ours(error):
        log.error("statement failed", exc_info=error)
        return crashed(InternalServerError())
    log.error("database failed", extra={"fields": {"reason": type(error.orig).__name__}})
    discard_session()
    render = g.pop("keep_typed", None)
    if render is not None:
        try:
            return _retry_later(make_response(render(NOTHING_SAVED), 503))
        except Exception:
            log.exception("form could not be shown again")
    response = http_error(ServiceUnavailable(str(NOTHING_SAVED)))
    return _retry_later(response) if isinstance(response, Response) else response


def _is_ours(error: DatabaseError) -> bool:
    if isinstance(error, ProgrammingError):
        return getattr(error.orig, "sqlstate", None) not in OLD_SCHEMA
    return isinstance(error, DataError | IntegrityError)


def _retry_later(response: Response) -> Response:
    response.headers["Retry-After"] = "60"
    return response


def unreadable_body(_error: Exception) -> Response | HTTPException:
    """The server could not make out the body that a visitor sent."""
    discard_session()
    return http_error(BadRequest())


def domain_error(error: errors.PortalError) -> Response | HTTPException:
    """An error of the domain that no view has turned into words of its own."""
    discard_session()
    known = {errors.NotFound: NotFound, errors.Conflict: Conflict, errors.Refused: Forbidden}
    for kind, status in known.items():
        if isinstance(error, kind):
            return http_error(status())
    log.error("domain error", exc_info=error)
    return http_error(InternalServerError())


def install(app: Flask) -> None:
    app.config.update(
        MAX_CONTENT_LENGTH=1_000_000,
        MAX_FORM_MEMORY_SIZE=1_000_000,
        MAX_FORM_PARTS=500,
    )
    app.register_error_handler(HTTPException, http_error)
    app.register_error_handler(InternalServerError, crashed)
    app.register_error_handler(DatabaseError, database_failed)
    app.register_error_handler(errors.PortalError, domain_error)
    app.before_request(refuse_nul)
    app.before_request(refuse_oversize)


def refuse_nul() -> None:
    """No address of ours holds a NUL, and PostgreSQL takes none."""
    if "\0" in request.path:
        raise NotFound()


def refuse_oversize() -> None:
    """A body known to be too large is refused, but read away: browsers show no answer before that."""
    limit = request.max_content_length
    if limit is not None and request.content_length is not None and request.content_length > limit:
        _read_away(min(request.content_length, READ_AWAY_MOST))
        raise RequestEntityTooLarge()


def _read_away(length: int) -> None:
    body = request.environ["wsgi.input"]
    while length > 0:
        chunk = body.read(min(length, 65_536))
        if not chunk:
            return
        length -= len(chunk)
