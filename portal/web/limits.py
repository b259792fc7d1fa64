"""Limits: public reading by address in memory or Redis; forms by a counter in the database.

The counter knows only keyed hashes, so neither addresses nor e-mails are kept. It counts in a transaction
of its own, before the request's session writes, so that a refused request is counted as well.
"""

from __future__ import annotations

import hashlib
import hmac
from datetime import datetime, timedelta

from flask import Flask, request
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from sqlalchemy import bindparam, delete, table, text
from sqlalchemy import column as sql_column
from sqlalchemy.orm import Session

from portal.config import Settings
from portal.db.base import UtcDateTime
from portal.web.request import database, now, settings

READS_A_MINUTE = 600
KEPT = timedelta(days=2)
_COUNT = text(
    "INSERT INTO rate_counter (key, window_start, count) VALUES (:key, :window_start, 1) "
    "ON CONFLICT (key, window_start) DO UPDATE SET count = rate_counter.count + 1 RETURNING count"
).bindparams(bindparam("window_start", type_=UtcDateTime()))
_COUNTERS = table("rate_counter", sql_column("window_start", UtcDateTime))


def hashed_key(purpose: str, value: str) -> str:
    """A key for the counter that does not tell the value (an address, an e-mail)."""
    secret = settings().secret_key.encode()
    return f"{purpose}:{hmac.new(secret, value.strip().casefold().encode(), hashlib.sha256).hexdigest()[:40]}"


def count(session: Session, key: str, window: timedelta, moment: datetime) -> tuple[int, int]:
    """Count one more event under `key`: how many there were in this window, and how many seconds are left."""
    seconds = int(window.total_seconds())
    passed = int(moment.timestamp()) % seconds
    start = moment.replace(microsecond=0) - timedelta(seconds=passed)
    counted = session.execute(_COUNT, {"key": key, "window_start": start}).scalar_one()
    return int(counted), seconds - passed


def allow(purpose: str, value: str, *, limit: int, window: timedelta) -> int | None:
    """Count this attempt; None while it is within `limit` a window, else the seconds until the next one."""
    with database().writing() as session:
        counted, left = count(session, hashed_key(purpose, value), window, now())
        if counted == 1:
            session.execute(delete(_COUNTERS).where(_COUNTERS.c.window_start < now() - KEPT))
    return None if counted <= limit else left


def remote_address() -> str:
    """The visitor's network address as the trusted proxies tell it."""
    return get_remote_address() or "unknown"


def unlimited() -> bool:
    """Whether this request is not counted among the reads."""
    return request.method != "GET" or request.endpoint in ("static", "health.healthz", "health.readyz")


def install(app: Flask) -> None:
    configured: Settings = app.extensions["settings"]
    app.config.setdefault("RATELIMIT_ENABLED", configured.env != "test")
    limiter = Limiter(
        remote_address,
        app=app,
        default_limits=[f"{READS_A_MINUTE} per minute"],
        storage_uri=configured.limits_url,
        in_memory_fallback_enabled=not configured.limits_url.startswith("memory"),
    )
    limiter.request_filter(unlimited)
