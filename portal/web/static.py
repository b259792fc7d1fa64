"""Our own files: with the content's hash in the address they are kept for a year, else asked for again."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

from flask import Flask, Response, current_app, g, request, url_for
from flask_compress import Compress

YEAR_S = 31_536_000
COMPRESSED = [
    "text/html",
    "text/css",
    "text/plain",
    "text/javascript",
    "application/javascript",
    "application/json",
    "application/geo+json",
    "application/problem+json",
    "application/vnd.oai.openapi+json;version=3.0",
    "application/manifest+json",
    "application/xml",
    "application/atom+xml",
    "image/svg+xml",
]


def web_folder(name: str) -> Path:
    """`templates` or `static`: inside the installed package, else beside it in the project."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "_web" / name
    return installed if installed.is_dir() else package.parent / name


@lru_cache(maxsize=2000)
def _digest(path: Path, _changed_ns: int) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12]


def static_hash(name: str) -> str:
    """A short hash of one of our files; empty where there is none of that name."""
    path = Path(current_app.static_folder or "") / name
    try:
        return _digest(path, path.stat().st_mtime_ns)
    except OSError:
        return ""


def static_url(name: str) -> str:
    """The address of one of our files that changes with its content."""
    made: dict[str, str] = g.setdefault("static_urls", {})  # a page names the sprite a hundred times
    if name not in made:
        digest = static_hash(name)
        made[name] = url_for("static", filename=name, v=digest or None)
    return made[name]


def cache_static(response: Response) -> Response:
    """Keep a file for good when its address names the content it has."""
    if request.endpoint == "static" and response.status_code in (200, 206, 304):
        asked = request.args.get("v")
        fixed = asked is not None and asked == static_hash((request.view_args or {}).get("filename", ""))
        response.cache_control.no_cache = None if fixed else True
        response.cache_control.public = True
        if fixed:
            response.cache_control.max_age = YEAR_S
            response.cache_control.immutable = True
    return response


def install(app: Flask) -> None:
    app.config.update(
        COMPRESS_MIMETYPES=COMPRESSED,
        COMPRESS_ALGORITHM=["zstd", "br", "gzip"],
        COMPRESS_ALGORITHM_STREAMING=["zstd", "br", "gzip"],
        COMPRESS_BR_LEVEL=5,
        COMPRESS_EVALUATE_CONDITIONAL_REQUEST=True,
    )
    Compress(app)
    app.after_request(cache_static)
    app.jinja_env.globals["static_url"] = static_url
