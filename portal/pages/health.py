"""For whoever watches the portal: is the process up, can it do its work."""

from __future__ import annotations

import logging

from flask import Blueprint, current_app, jsonify
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import SQLAlchemyError

from portal.db import migrate
from portal.web.request import database

bp = Blueprint("health", __name__)
log = logging.getLogger("portal.pages")


@bp.get("/healthz")
def healthz() -> ResponseReturnValue:
    """The process answers."""
    return jsonify(status="up")


@bp.get("/readyz")
def readyz() -> ResponseReturnValue:
    """The database answers and has the form this code expects."""
    try:
        migrated = migrate.current(database()) == _head()
    except SQLAlchemyError as error:
        log.warning("not ready", extra={"fields": {"reason": type(error).__name__}})
        return jsonify(status="not ready", database="unreachable"), 503
    if not migrated:
        return jsonify(status="not ready", database="reachable", migrations="run: portal init"), 503
    return jsonify(status="ready", database="reachable", migrations="current")


def _head() -> str | None:
    if "migration_head" not in current_app.extensions:
        current_app.extensions["migration_head"] = migrate.head()
    head: str | None = current_app.extensions["migration_head"]
    return head
