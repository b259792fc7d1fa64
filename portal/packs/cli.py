"""`portal init` and `portal reindex`."""

from __future__ import annotations

import os
from pathlib import Path

import click
from sqlalchemy.engine import make_url

import portal.tables  # noqa: F401 - every mapped class is known before the first query
from geodata.problems import PackError
from portal.audit.actions import record_audit
from portal.config import Settings, load_settings
from portal.db import migrate
from portal.db.session import Database
from portal.errors import Refused
from portal.i18n import pick
from portal.kinds import register_kinds
from portal.packs.actions import LoadReport, load_pack
from portal.packs.queries import read_region_pack, sentence
from portal.records.projection import raise_data_version, reproject_all
from portal.web.request import system_clock

ACTOR = "system:cli"


@click.command("init")
@click.option("--region", type=click.Path(path_type=Path), help="Folder of the region pack.")
def init_command(region: Path | None) -> None:
    """Create or migrate the database and load a region pack; a second run changes nothing."""
    chosen = {"PORTAL_REGION": str(region.resolve())} if region else {}
    settings = load_settings({**os.environ, **chosen})
    report, name = init(settings)
    click.echo(
        f"{name}: {len(report.new)} records new, {len(report.updated)} updated, "
        f"{len(report.unchanged)} unchanged, {len(report.waiting)} waiting for a decision."
    )
    if report.gone:
        click.echo(f"No longer in the pack, kept here: {', '.join(report.gone)}", err=True)


def init(settings: Settings) -> tuple[LoadReport, str]:
    """Bring database and records to the newest form. An unsound pack is Refused with all its problems."""
    register_kinds()
    try:
        pack = read_region_pack(settings.region_dir)
    except PackError as error:
        problems = "\n".join(f"  {sentence(problem)}" for problem in error.problems)
        raise Refused(f"the region pack is refused, nothing was changed\n{problems}") from error
    database = open_database(settings)
    migrate.upgrade(database)
    now = system_clock()
    with database.writing() as session:
        report = load_pack(session, pack, desk_email=settings.desk_email, now=now)
        if report.new or report.updated or report.waiting:
            counts = {"new": len(report.new), "updated": len(report.updated), "waiting": len(report.waiting)}
            record_audit(
                session, now=now, actor=ACTOR, action="pack.load", subject=pack.region.id, data=counts
            )
    database.dispose()
    return report, pick(dict(pack.region.names))


def open_database(settings: Settings) -> Database:
    """The database of these settings; the folder of a SQLite file is made where it is missing."""
    url = make_url(settings.database_url)
    if url.drivername == "sqlite" and url.database:
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    return Database(settings.database_url)


@click.command("reindex")
def reindex_command() -> None:
    """Rebuild everything that is derived from the records."""
    register_kinds()
    database = open_database(load_settings(os.environ))
    with database.writing() as session:
        rebuilt = reproject_all(session, raise_data_version(session, system_clock()))
    click.echo(f"{rebuilt} records projected anew.")
