"""Logs as lines of text or JSON with the request's id. No address, query, agent or token is ever written."""

from __future__ import annotations

import json
import logging
import re
import sys
import time
import uuid
from contextvars import ContextVar
from datetime import UTC, datetime

from flask import Flask, Response, g, request

from portal.web.request import settings

log = logging.getLogger("portal.web")
_request_id: ContextVar[str] = ContextVar("request_id", default="-")
_ID = re.compile(r"[A-Za-z0-9-]{8,40}")


def request_id() -> str:
    """The id under which this request stands in the logs; "-" outside a request."""
    return _request_id.get()


class JsonFormatter(logging.Formatter):
    """One JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        entry = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
            "request_id": request_id(),
            **getattr(record, "fields", {}),
        }
        if record.exc_info:
            entry["exception"] = self.formatException(record.exc_info)
        return json.dumps(entry, ensure_ascii=False, default=str)


class TextFormatter(logging.Formatter):
    """For reading eyes."""

    def format(self, record: logging.LogRecord) -> str:
        at = datetime.fromtimestamp(record.created, UTC).strftime("%Y-%m-%d %H:%M:%SZ")
        fields = "".join(f" {name}={value}" for name, value in getattr(record, "fields", {}).items())
        line = f"{at} {record.levelname:<7} {record.name} [{request_id()}] {record.getMessage()}{fields}"
        return f"{line}\n{self.formatException(record.exc_info)}" if record.exc_info else line


def configure(kind: str) -> None:
    """Send the logs of this process to stderr as `text` or `json`."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonFormatter() if kind == "json" else TextFormatter())
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    for chatty in ("werkzeug", "alembic", "fontTools", "flask-limiter"):
        logging.getLogger(chatty).setLevel(logging.WARNING)


def begin() -> None:
    """Give the request an id; one from a trusted proxy is kept."""
    given = request.headers.get("X-Request-Id", "") if settings().proxies else ""
    g.request_id = given if _ID.fullmatch(given) else uuid.uuid4().hex[:16]
    _request_id.set(g.request_id)
    g.began = time.perf_counter()


def finish(response: Response) -> Response:
    """One line a request, without what could tell who asked or what was typed."""
    response.headers["X-Request-Id"] = request_id()
    if request.endpoint != "static":
        took_ms = round((time.perf_counter() - g.began) * 1000, 1) if "began" in g else None
        fields = {
            "method": request.method,
            "path": shown_path(),
            "status": response.status_code,
            "ms": took_ms,
        }
        log.info("request", extra={"fields": fields})
    return response


def end(_error: BaseException | None = None) -> None:
    """What this thread logs from here on belongs to no request."""
    _request_id.set("-")


def shown_path() -> str:
    """The path without secrets and control characters."""
    path = re.sub(r"^(/t/|.*/received/)[^/]+", r"\1…", request.path)
    return "".join(char if char.isprintable() else "?" for char in path[:200])


def install(app: Flask) -> None:
    app.before_request(begin)
    app.after_request(finish)
    app.teardown_request(end)
    app.jinja_env.globals["request_id"] = request_id
