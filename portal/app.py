"""The table of contents: which features the portal has, where they are, and what they hand upward."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from flask import Flask

import portal.tables  # noqa: F401 - every mapped class is known before the first query
from geodata.pack_model import Region
from geodata.problems import Problem
from geodata.region import read_region
from portal.api import routes as api
from portal.companies import routes as companies
from portal.config import Settings
from portal.db.session import Database
from portal.education import routes as education
from portal.errors import SettingProblem, SettingsError
from portal.inquiries import routes as inquiries
from portal.kinds import register_kinds
from portal.mail.senders import sender_for
from portal.maps import routes as maps
from portal.ops.worker import Job, Worker
from portal.outbox.worker import mail_job
from portal.pages import health, machines
from portal.pages import routes as pages
from portal.sites import routes as sites
from portal.web import logs, plumbing
from portal.web.request import PortalFlask, system_clock
from portal.web.static import web_folder
from portal.zones import routes as zones

BLUEPRINTS = (
    pages.bp,
    sites.bp,
    api.bp,
    zones.bp,
    companies.bp,
    education.bp,
    inquiries.bp,
    maps.bp,
    health.bp,
    machines.bp,
)
SITEMAP: list[machines.Lister] = [
    pages.sitemap,
    sites.sitemap,
    zones.sitemap,
    companies.sitemap,
    education.sitemap,
]
"""What each feature offers to sitemap.xml."""


def create_app(
    settings: Settings, *, clock: Callable[[], datetime] = system_clock, database: Database | None = None
) -> Flask:
    """The portal with these settings. The clock and the database can be given by tests."""
    app = PortalFlask(
        "portal",
        static_folder=web_folder("static"),
        static_url_path="/static",
        template_folder=str(web_folder("templates")),
    )
    if settings.env != "test":
        logs.configure(settings.log)
    app.extensions.update(
        settings=settings,
        clock=clock,
        database=database or Database(settings.database_url),
        region=_region(settings),
        sitemap=SITEMAP,
    )
    register_kinds()
    plumbing.install(app)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    app.extensions["worker"] = Worker(app.extensions["database"], due_jobs(settings), clock)
    return app


def due_jobs(settings: Settings) -> list[Job]:
    """What the worker does, in this order."""
    return [mail_job(sender_for(settings.mail_url), settings.mail_from)]


def _region(settings: Settings) -> Region:
    problems: list[Problem] = []
    region = read_region(settings.region_dir, problems)
    if region is None or problems:
        reasons = " ".join(problem.sentence() for problem in problems)
        raise SettingsError([SettingProblem("PORTAL_REGION", reasons, "geodata/panevezys")])
    return region
