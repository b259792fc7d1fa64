"""Changing a record: proposed, applied, kept in history, never overwritten."""

import threading
from datetime import date

import orjson
import pytest
import shapely
from engines import on_both_engines
from sqlalchemy import func, select, text

from portal.db.session import Database
from portal.errors import Conflict, Refused
from portal.kinds import register_kinds
from portal.records.actions import apply_change_set, change_records, propose, reject_change_set
from portal.records.changes import FactChange, RecordChange
from portal.records.models import Fact, PublicBody, Record, Revision
from portal.records.projection import data_version
from portal.records.queries import find_view, get_view
from portal.records.states import ChangeState, Level
from portal.sites.models import Site

pytestmark = on_both_engines
register_kinds()


def area(ha, **more):
    return FactChange(ha, Level.DECLARED, as_of_from=date(2026, 11, 1), as_of_to=date(2026, 11, 1), **more)


def change(session, clock, columns=None, facts=None, record_id="pfez-02"):
    return change_records(
        session,
        [RecordChange(record_id, "site", columns or {}, facts or {})],
        kind="edit",
        by="person:1",
        reason="a test",
        now=clock(),
    )


def test_an_applied_change_reaches_record_projection_body_and_history(session, clock):
    before = data_version(session)
    change(session, clock, facts={"area_ha": area(12.25), "power_mw": area(8)})
    assert get_view(session, "site", "pfez-02").value("power_mw") == 8
    row = session.scalars(select(Site).where(Site.id == "pfez-02")).one()
    assert (row.area_ha, row.power_mw) == (12.25, 8)
    body = session.scalars(select(PublicBody).where(PublicBody.record_num == row.record_num)).one()
    assert orjson.loads(body.geojson)["properties"]["area_ha"] == 12.25
    assert body.data_version == data_version(session) == before + 1
    revision = session.scalars(select(Revision).order_by(Revision.id.desc())).first()
    assert revision.before_j["facts"]["area_ha"]["value"] == 17.5
    assert revision.before_j["facts"]["power_mw"] is None
    assert revision.after_j["facts"]["area_ha"]["value"] == 12.25


def test_a_proposal_changes_nothing_until_it_is_applied(session, clock):
    proposal = propose(
        session,
        [RecordChange("pfez-02", "site", {}, {"area_ha": area(1)})],
        kind="edit",
        by="person:1",
        now=clock(),
    )
    assert get_view(session, "site", "pfez-02").value("area_ha") == 17.5
    apply_change_set(session, proposal, by="person:2", now=clock())
    assert get_view(session, "site", "pfez-02").value("area_ha") == 1
    with pytest.raises(Refused):
        apply_change_set(session, proposal, by="person:2", now=clock())


def test_a_rejected_proposal_is_kept_and_never_applied(session, clock):
    proposal = propose(
        session,
        [RecordChange("pfez-02", "site", {}, {"area_ha": area(1)})],
        kind="edit",
        by="person:1",
        now=clock(),
    )
    reject_change_set(session, proposal, by="person:2", now=clock())
    assert proposal.state is ChangeState.REJECTED
    assert get_view(session, "site", "pfez-02").value("area_ha") == 17.5


def test_a_record_that_changed_meanwhile_is_a_conflict(session, clock):
    proposal = propose(
        session,
        [RecordChange("pfez-02", "site", {}, {"area_ha": area(1)})],
        kind="edit",
        by="person:1",
        now=clock(),
    )
    change(session, clock, facts={"power_mw": area(5)})
    with pytest.raises(Conflict) as error:
        apply_change_set(session, proposal, by="person:2", now=clock())
    assert error.value.values["records"] == ["pfez-02"]


def test_values_that_do_not_fit_are_refused_all_at_once(session, clock):
    bad = {"area_ha": area(-3), "kind": area("castle"), "no_such": area(1)}
    with pytest.raises(Refused) as error:
        change(session, clock, columns={"colour": "red"}, facts=bad)
    codes = {(key, code) for _, key, code in error.value.values["problems"]}
    assert codes == {
        ("area_ha", "out_of_range"),
        ("kind", "unknown_code"),
        ("no_such", "unknown_field"),
        ("colour", "unknown_column"),
    }


def test_a_confidential_fact_never_enters_projection_or_body(session, clock):
    change(session, clock, facts={"power_mw": area(40, public=False)})
    row = session.scalars(select(Site).where(Site.id == "pfez-02")).one()
    body = session.scalars(select(PublicBody).where(PublicBody.record_num == row.record_num)).one()
    assert row.power_mw is None
    assert b"40" not in orjson.dumps(orjson.loads(body.geojson)["properties"]["power_mw"])
    assert "power_mw" not in get_view(session, "site", "pfez-02").facts


@pytest.mark.parametrize(
    ("column", "value"), [("visibility", "internal"), ("visibility", "link_only"), ("state", "archived")]
)
def test_a_record_that_is_not_listed_has_no_public_body(session, clock, column, value):
    change(session, clock, columns={column: value})
    assert find_view(session, "site", "pfez-02") is None
    bodies = select(func.count()).select_from(PublicBody).join(Record, Record.num == PublicBody.record_num)
    assert session.scalar(bodies.where(Record.id == "pfez-02")) == 0


def test_a_removed_fact_is_unknown_again(session, clock):
    change(session, clock, facts={"area_ha": None})
    assert get_view(session, "site", "pfez-02").value("area_ha") is None
    assert session.scalars(select(Site).where(Site.id == "pfez-02")).one().area_ha is None


def test_a_new_boundary_moves_the_box_the_index_and_the_history(session, clock):
    boundary = shapely.box(24.30, 55.70, 24.31, 55.71)
    change(session, clock, columns={"boundary": boundary, "position_accuracy": "surveyed"})
    record = session.scalars(select(Record).where(Record.id == "pfez-02")).one()
    assert (record.minx, record.maxy) == (24.30, 55.71)
    revision = session.scalars(select(Revision).order_by(Revision.id.desc())).first()
    assert revision.boundary_before is None
    assert revision.boundary_after.equals(boundary)


def test_a_fact_keeps_its_sources_in_order_and_what_they_say(session, clock):
    ids = session.scalars(text("SELECT id FROM source ORDER BY id LIMIT 2")).all()
    change(session, clock, facts={"area_ha": area(12, sources=((ids[1], 12), (ids[0], 12.4)))})
    evidence = get_view(session, "site", "pfez-02").facts["area_ha"].evidence
    assert [(item.source.id, item.says) for item in evidence] == [(ids[1], 12), (ids[0], 12.4)]


def test_the_search_text_finds_names_without_their_diacritics(session, clock):
    change(session, clock, columns={"names": {"lt": "Žalioji aikštelė", "en": "Green yard"}})
    words = session.scalars(select(Site.search_text).where(Site.id == "pfez-02")).one()
    assert " zalioji aikstele " in words
    assert " green " in words


def test_audit_entries_can_not_be_changed(session, clock):
    change(session, clock, facts={"area_ha": area(3)})
    with pytest.raises(Exception, match="append-only"):
        session.execute(text("DELETE FROM audit"))


def test_sixteen_writers_lose_no_update(engine_name, request, clock):
    url = request.getfixturevalue("own_sqlite_url" if engine_name == "sqlite" else "own_pg_url")
    database = Database(url)
    failures = []

    def write(number):
        for _ in range(20):
            try:
                with database.writing() as session:
                    change(session, clock, facts={"docks": FactChange(number, Level.DECLARED)})
                return
            except Conflict:
                continue
            except Exception as error:  # collected: a thread must not swallow it
                failures.append(error)
                return

    threads = [threading.Thread(target=write, args=(number,)) for number in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.reading() as session:
        record = session.scalars(select(Record).where(Record.id == "pfez-02")).one()
        history = session.scalar(
            select(func.count()).select_from(Revision).where(Revision.record_id == "pfez-02")
        )
        docks = session.scalar(
            select(func.count()).select_from(Fact).where(Fact.record_num == record.num, Fact.key == "docks")
        )
    database.dispose()
    assert not failures
    assert (record.version, history, docks) == (17, 17, 1)


def test_a_confidential_zone_is_neither_searchable_nor_named(session, clock):
    zone = FactChange("pfez-00", Level.DECLARED, public=False)
    change(session, clock, facts={"zone": zone})
    row = session.scalars(select(Site).where(Site.id == "pfez-02")).one()
    assert row.zone_id is None
    assert " economic " not in row.search_text
    assert not get_view(session, "site", "pfez-02").context["zone"]


def test_the_name_of_an_internal_zone_is_not_searchable_in_its_sites(session, clock):
    hidden = RecordChange("pfez-00", "zone", {"visibility": "internal"})
    change_records(session, [hidden], kind="edit", by="person:1", now=clock())
    row = session.scalars(select(Site).where(Site.id == "pfez-02")).one()
    assert " economic " not in row.search_text


def test_a_zone_that_is_renamed_is_found_by_its_new_name_in_its_sites(session, clock):
    renamed = RecordChange("pfez-00", "zone", {"names": {"en": "Northern gate"}})
    change_records(session, [renamed], kind="edit", by="person:1", now=clock())
    row = session.scalars(select(Site).where(Site.id == "pfez-02")).one()
    assert " northern gate " in row.search_text
