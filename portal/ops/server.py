"""The production server: gunicorn with threads; waitress where there is no fork."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

from portal.web.errors import unreadable_body

Factory = Callable[[], Any]

THREADS = 4
LONGEST_REQUEST_LINE = 8190


def serve(make_app: Factory, host: str, port: int, workers: int) -> None:
    """Serve the app until stopped."""
    if sys.platform == "win32":
        _serve_waitress(make_app, host, port, workers)
    else:
        _serve_gunicorn(make_app, host, port, workers)


def _serve_gunicorn(make_app: Factory, host: str, port: int, workers: int) -> None:
    from gunicorn.app.base import BaseApplication  # not installed on Windows
    from gunicorn.http.errors import NoMoreData, ParseException

    class Server(BaseApplication):  # type: ignore[misc]
        def load_config(self) -> None:
            for name, value in gunicorn_settings(host, port, workers).items():
                self.cfg.set(name, value)

        def load(self) -> Any:
            app = make_app()
            for kind in (ParseException, NoMoreData):  # a body that is cut or in broken chunks
                app.register_error_handler(kind, unreadable_body)
            return app

    Server().run()


def gunicorn_settings(host: str, port: int, workers: int) -> dict[str, Any]:
    """Settings by gunicorn's names. Each worker makes its own app, so no connection is shared."""
    return {
        "bind": f"[{host}]:{port}" if ":" in host else f"{host}:{port}",
        "workers": workers,
        "worker_class": "gthread",
        "threads": THREADS,
        "timeout": 60,
        "graceful_timeout": 20,
        "limit_request_line": LONGEST_REQUEST_LINE,
        "loglevel": "error",  # its warnings name network addresses
        "accesslog": None,
        "proc_name": "portal",
    }


def _serve_waitress(make_app: Factory, host: str, port: int, workers: int) -> None:
    import waitress  # installed on Windows only

    waitress.serve(make_app(), host=host, port=port, threads=workers * THREADS)
