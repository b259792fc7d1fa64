"""An app of its own with a few views that misbehave on purpose."""

import pytest
from flask import Blueprint, abort, render_template_string, request
from sqlalchemy import text
from sqlalchemy.exc import OperationalError
from werkzeug.exceptions import TooManyRequests
from wtforms import StringField

from portal import errors
from portal.app import create_app
from portal.web import limits
from portal.web.csrf import no_token, token_in_form
from portal.web.public_forms import PublicForm
from portal.web.request import keep_typed, session

bp = Blueprint("probe", __name__, url_prefix="/<lang:lang>/probe")


class ProbeForm(PublicForm):
    name = StringField("Name")


FORM = """<!doctype html><html lang="{{ lang }}"><title>Form</title>
<main><h1>Form</h1>{{ form.problem }}
<form method="post">{{ form.csrf_token }}
<input name="name" aria-label="Name" value="{{ form.name.data or "" }}">
<input name="nonce" type="hidden" value="{{ form.nonce.data }}"></form></main></html>"""


@bp.get("/crash")
def crash():
    raise RuntimeError("hush")


@bp.get("/answer/<int:code>")
def answer(code):
    abort(code)


@bp.get("/domain/<kind>")
def domain(kind):
    raise {"gone": errors.NotFound, "changed": errors.Conflict, "no": errors.Refused}[kind]("probe")


@bp.post("/write/<int:status>")
@no_token
def write(status):
    session().execute(
        text("INSERT INTO rate_counter (key, window_start, count) VALUES ('probe', '2026-01-01', 1)")
    )
    return "written", status


@bp.post("/plain")
def plain():
    return request.form["name"]


@bp.route("/form", methods=["GET", "POST"])
@token_in_form
def form():
    form = ProbeForm()
    if form.validate_on_submit():
        return "trapped" if form.trapped else f"sent {form.sending}"
    return render_template_string(FORM, form=form), 200 if request.method == "GET" else 422


@bp.post("/locked")
@no_token
def locked():
    if "keep" in request.form:
        keep_typed(lambda problem: f"{problem} {request.form['keep']}")
    session().execute(text("SELECT 1"))
    raise OperationalError("INSERT", {}, Exception("database is locked"))


@bp.post("/fill")
@no_token
def fill():
    """Write more than the database file may grow."""
    session().execute(text("PRAGMA max_page_count = 1"))  # means: no more pages than there are
    session().execute(
        text(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) "
            "INSERT INTO rate_counter (key, window_start, count) SELECT 'fill' || i, '2026-01-01', 1 FROM n"
        )
    )
    return "written"


@bp.post("/limited")
@no_token
def limited():
    from datetime import timedelta

    left = limits.allow("probe", request.form["who"], limit=2, window=timedelta(minutes=15))
    if left is not None:
        raise TooManyRequests(retry_after=left)
    return "fine"


@bp.get("/formats")
def formats():
    return render_template_string(
        "{{ 1234.5|number }} {{ _('Skip to content') }} {{ value|area }}", value=17.5
    )


@pytest.fixture(scope="session")
def shared_probe_app(make_settings):
    from portal.db.session import Database

    app = create_app(make_settings(), database=Database("sqlite://"))
    app.register_blueprint(bp)
    app.config["PUBLIC_FORM_MINIMUM_S"] = 0
    return app


@pytest.fixture
def shared_app(shared_probe_app):
    """The probe views are on the app of these tests."""
    return shared_probe_app
