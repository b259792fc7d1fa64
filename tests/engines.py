"""Databases for tests: which engines there are, and a throw-away PostgreSQL cluster."""

import glob
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path

import psycopg
import pytest

POSTGRESQL = pytest.param("postgresql", marks=pytest.mark.pg)
on_both_engines = pytest.mark.parametrize("engine_name", ["sqlite", POSTGRESQL])
"""Mark for a test or module: `session`, `app`, `client` and `visit` then run once on each engine."""

STARTS_WITHIN_S = 60
MISSING = "PostgreSQL with PostGIS is missing: run scripts/system-packages, or set PORTAL_TEST_PG_URL"


def programs():
    """The folder of the newest PostgreSQL that has PostGIS, or None."""
    for control in sorted(glob.glob("/usr/share/postgresql/*/extension/postgis.control"), reverse=True):
        folder = Path("/usr/lib/postgresql") / Path(control).parent.parent.name / "bin"
        if (folder / "initdb").exists():
            return folder
    found = shutil.which("initdb")
    return Path(found).parent if found else None


class Cluster:
    """A PostgreSQL of our own in a temporary folder, never run as root, stopped by its pid."""

    def __init__(self, bin_folder):
        self.bin = bin_folder
        self.folder = Path(tempfile.mkdtemp(prefix="portal-pg-"))
        self.port = _free_port()
        self.identity = {}
        if os.getuid() == 0:
            shutil.chown(self.folder, "postgres", "postgres")
            self.identity = {"user": "postgres", "group": "postgres", "extra_groups": []}

    def start(self):
        self._run(
            "initdb", "-D", "data", "-U", "portal", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N"
        )
        options = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "shared_buffers=64MB"]
        options += [
            "listen_addresses=127.0.0.1",
            f"unix_socket_directories={self.folder}",
            "max_connections=60",
        ]
        self.log = (self.folder / "log").open("wb")
        self.process = subprocess.Popen(
            [self.bin / "postgres", "-D", "data", "-p", str(self.port)]
            + [part for option in options for part in ("-c", option)],
            cwd=self.folder,
            stdout=self.log,
            stderr=self.log,
            **self.identity,
        )
        self._wait()
        return f"postgresql+psycopg://portal@127.0.0.1:{self.port}/postgres"

    def stop(self):
        self.process.send_signal(signal.SIGINT)  # fast shutdown: connections are cut
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.log.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _run(self, program, *options):
        done = subprocess.run(
            [self.bin / program, *options], cwd=self.folder, capture_output=True, text=True, **self.identity
        )
        if done.returncode:
            pytest.fail(f"{program} failed: {done.stderr.strip()}", pytrace=False)

    def _wait(self):
        until = time.monotonic() + STARTS_WITHIN_S
        while True:
            try:
                psycopg.connect(f"host=127.0.0.1 port={self.port} user=portal dbname=postgres").close()
            except psycopg.OperationalError:
                if self.process.poll() is not None or time.monotonic() > until:
                    pytest.fail(
                        f"PostgreSQL did not start: {(self.folder / 'log').read_text()}", pytrace=False
                    )
                time.sleep(0.05)
            else:
                return


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
