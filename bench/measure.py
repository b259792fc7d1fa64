"""Ask the portal as one client does, and set its answers beside a constant body in the same run."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from random import Random
from statistics import median, quantiles
from threading import Thread
from typing import Any

from flask import Flask, Response
from sqlalchemy import event
from werkzeug.serving import WSGIRequestHandler, make_server

WARM_UP = 10
ROUNDS = 3
P50_MUST_MS = 50.0
STATEMENTS_MUST = 6
CONSTANT_PATH = "/bench/constant"
CONSTANT_BYTES = 30_000


@dataclass
class Workload:
    """Addresses of one kind; `must`: whether the written limits apply."""

    name: str
    paths: Sequence[str]
    must: bool = True
    times_ms: list[float] = field(default_factory=list)
    sizes: list[int] = field(default_factory=list)
    statements: int = 0

    def result(self, constant_ms: float) -> dict[str, Any]:
        """The row of the table."""
        p50 = median(self.times_ms)
        passed = p50 < P50_MUST_MS and self.statements <= STATEMENTS_MUST
        return {
            "name": self.name,
            "requests": len(self.times_ms),
            "p50_ms": round(p50, 2),
            "p95_ms": round(quantiles(self.times_ms, n=20)[-1], 2),
            "bytes": round(median(self.sizes)),
            "statements": self.statements,
            "times_constant": round(p50 / constant_ms, 1),
            "passed": passed if self.must else None,
        }


class _Quiet(WSGIRequestHandler):
    protocol_version = "HTTP/1.1"

    def log(self, type: str, message: str, *args: Any) -> None:
        """Say nothing: printing would be measured too."""


def add_constant(app: Flask) -> None:
    """An address that answers always the same, through the same plumbing: what a request costs at least."""
    body = b"x" * CONSTANT_BYTES
    app.add_url_rule(CONSTANT_PATH, "bench.constant", lambda: Response(body, mimetype="text/x-bench"))


@contextmanager
def serving(app: Flask) -> Iterator[tuple[str, int]]:
    """The app on a free port of this machine, one request at a time."""
    server = make_server("127.0.0.1", 0, app, threaded=False, request_handler=_Quiet)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield "127.0.0.1", server.server_port
    finally:
        server.shutdown()
        thread.join()


def measure(app: Flask, workloads: Sequence[Workload], seed: int) -> list[dict[str, Any]]:
    """Visit all workloads in turn, several rounds, over one connection; the constant body first."""
    add_constant(app)
    _count_statements(app, workloads)
    constant = Workload("constant body, 30 KB", [CONSTANT_PATH] * 50, must=False)
    everything = [constant, *workloads]
    with serving(app) as (host, port):
        connection = HTTPConnection(host, port, timeout=60)
        for workload in everything:
            _run(connection, workload.paths[:WARM_UP], lambda *_: None)
        for round_ in range(ROUNDS):
            for workload in everything:
                paths = Random(seed + round_).sample(list(workload.paths), len(workload.paths))
                _run(connection, paths, lambda ms, size, w=workload: _note(w, ms, size))
        connection.close()
    base = median(constant.times_ms)
    return [workload.result(base) for workload in everything]


def _note(workload: Workload, ms: float, size: int) -> None:
    workload.times_ms.append(ms)
    workload.sizes.append(size)


def _run(connection: HTTPConnection, paths: Sequence[str], note: Callable[[float, int], None]) -> None:
    for path in paths:
        began = time.perf_counter()
        connection.request("GET", path)
        response = connection.getresponse()
        body = response.read()
        ended = time.perf_counter()
        if response.status != 200:
            raise RuntimeError(f"{path} answered {response.status}")
        note((ended - began) * 1000, len(body))


def _count_statements(app: Flask, workloads: Sequence[Workload]) -> None:
    """The most statements any address of a workload takes."""
    counted = 0

    def note(*_: Any) -> None:
        nonlocal counted
        counted += 1

    engine = app.extensions["database"].read_engine
    event.listen(engine, "before_cursor_execute", note)
    client = app.test_client()
    for workload in workloads:
        for path in workload.paths:
            counted = 0
            client.get(path)
            workload.statements = max(workload.statements, counted)
    event.remove(engine, "before_cursor_execute", note)
