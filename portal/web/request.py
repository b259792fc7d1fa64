"""What a view may ask about its request: the session, the clock, the settings, the region, the language.

The session is opened on first use, reading for safe methods and writing for the others. What a view changed
is committed once, after it returned a response below 400; otherwise it is rolled back.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from flask import Flask, Response, current_app, g, request
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from geodata.pack_model import Region
from portal import i18n
from portal.config import Settings
from portal.db.session import Database

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


def system_clock() -> datetime:
    """The real time, aware, in UTC."""
    return datetime.now(UTC)


def settings() -> Settings:
    """The settings of the running app."""
    found: Settings = current_app.extensions["settings"]
    return found


def database() -> Database:
    """The database of the running app, for work in a transaction of its own."""
    found: Database = current_app.extensions["database"]
    return found


def region() -> Region:
    """The region this portal is about, from region.toml."""
    found: Region = current_app.extensions["region"]
    return found


def lang() -> str:
    """The language of this request."""
    return i18n.current()


def now() -> datetime:
    """This request's moment, aware, in UTC: the same however often it is asked."""
    if "now" not in g:
        clock: Callable[[], datetime] = current_app.extensions["clock"]
        g.now = clock()
    moment: datetime = g.now
    return moment


def session() -> Session:
    """This request's database session."""
    if "db_session" not in g:
        reading = request.method in SAFE_METHODS or g.get("read_only", False)
        g.db_session = database().read_session() if reading else database().write_session()
    opened: Session = g.db_session
    return opened


def discard_session() -> None:
    """Roll back and forget the session; whatever is read later in this request uses a reading one."""
    opened: Session | None = g.pop("db_session", None)
    g.read_only = True
    if opened is not None:
        opened.rollback()
        opened.close()


def keep_typed(render: Callable[[i18n.LazyText], str]) -> None:
    """If saving fails in this request, show `render(problem)` with status 503: nothing typed is lost."""
    g.keep_typed = render


class PortalFlask(Flask):
    """Flask with one commit per request, inside the reach of the error handlers."""

    def dispatch_request(self) -> ResponseReturnValue:
        response: Response = self.make_response(super().dispatch_request())
        opened: Session | None = g.get("db_session")
        if opened is not None and request.method not in SAFE_METHODS and response.status_code < 400:
            opened.commit()
        return response


def close_session(_error: BaseException | None = None) -> None:
    """Close what the request opened; uncommitted changes are lost."""
    opened: Session | None = g.pop("db_session", None)
    if opened is not None:
        opened.close()
