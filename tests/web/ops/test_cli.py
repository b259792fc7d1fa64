"""The command line as a shell sees it: exit status, stdout, stderr."""

import os
import re
import subprocess
import sys

import pytest

from portal.config import ROOT


@pytest.fixture
def portal(tmp_path):
    """`portal("init", PORTAL_X="…")` -> the finished process."""

    def run(*arguments, **changes):
        kept = {name: value for name, value in os.environ.items() if not name.startswith("PORTAL_")}
        environ = {**kept, "PORTAL_INSTANCE_DIR": str(tmp_path / "instance"), **changes}
        command = [sys.executable, "-m", "portal.cli", *arguments]
        return subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, timeout=120)

    return run


def test_help_lists_the_commands_without_loading_them(portal):
    done = portal("--help")

    assert done.returncode == 0
    assert re.findall(r"^  (\w+)  ", done.stdout, re.M) == [
        "init",
        "reindex",
        "serve",
        "work",
        "run",
        "routes",
        "shell",
    ]


def test_init_twice_changes_nothing_the_second_time(portal):
    first, second = portal("init"), portal("init")

    assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
    assert " 0 records new, 0 updated" in second.stdout
    assert portal("reindex").returncode == 0
    assert portal("work", "--once").returncode == 0


@pytest.mark.parametrize("arguments", [["nonsense"], ["serve", "--port", "many"], ["init", "--region"]])
def test_wrong_usage_is_2(portal, arguments):
    done = portal(*arguments)

    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_a_failure_is_1_with_words_and_no_traceback(portal, tmp_path):
    (tmp_path / "instance").write_text("a file where a folder should be")
    done = portal("init")

    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith("portal: ")
    assert "Traceback" not in done.stderr


def test_an_unknown_region_is_refused(portal, tmp_path):
    done = portal("init", "--region", str(tmp_path))

    assert done.returncode == 1
    assert "PORTAL_REGION" in done.stderr


AWAY, EMPTY = "postgresql+psycopg://nobody@127.0.0.1:1/none", "sqlite:///{empty}"


@pytest.mark.parametrize(
    ("command", "database"),
    [(["init"], AWAY), (["reindex"], EMPTY), (["work", "--once"], AWAY), (["work", "--once"], EMPTY)],
)
def test_a_database_that_does_not_answer_is_one_line(portal, tmp_path, command, database):
    done = portal(*command, PORTAL_DATABASE_URL=database.format(empty=tmp_path / "empty.db"))

    assert done.returncode == 1
    assert len(done.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize("command", [["serve"], ["work", "--once"], ["init"]])
def test_production_lists_everything_that_is_missing(portal, command):
    done = portal(*command, PORTAL_ENV="production", PORTAL_SECRET_KEY="")

    assert done.returncode == 1
    for name in ("PORTAL_SECRET_KEY", "PORTAL_BASE_URL", "PORTAL_DESK_EMAIL", "PORTAL_CONTROLLER"):
        assert f"{name}: missing" in done.stderr


def test_the_wsgi_module_refuses_in_words(tmp_path):
    environ = {**os.environ, "PORTAL_ENV": "production", "PORTAL_INSTANCE_DIR": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", "import wsgi"], cwd=ROOT, env=environ, capture_output=True, text=True
    )

    assert done.returncode == 1
    assert "PORTAL_CONTROLLER: missing" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_server_and_a_page_view_never_load_geopandas(tmp_path):
    code = (
        "import sys, wsgi; c = wsgi.app.test_client(); c.get('/healthz'); c.get('/en/nowhere'); "
        "print([m for m in ('geopandas', 'pyogrio', 'pandas', 'matplotlib') if m in sys.modules])"
    )
    environ = {**os.environ, "PORTAL_INSTANCE_DIR": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environ, capture_output=True, text=True)

    assert done.stdout.strip() == "[]", done.stderr
