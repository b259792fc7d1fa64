"""A region pack and the edits live together."""

from dataclasses import replace
from datetime import date

import pytest
from engines import on_both_engines
from sqlalchemy import select

from portal.config import ROOT
from portal.kinds import register_kinds
from portal.packs.actions import load_pack
from portal.packs.queries import read_region_pack
from portal.records.actions import change_records
from portal.records.changes import FactChange, RecordChange
from portal.records.models import ChangeSet, Contact, Record, Revision
from portal.records.queries import get_view
from portal.records.states import ChangeState, Level

pytestmark = on_both_engines
register_kinds()
DESK = "desk@localhost.invalid"


@pytest.fixture(scope="module")
def pack():
    return read_region_pack(ROOT / "geodata" / "panevezys")


def changed(pack, record_id, area_ha):
    """The pack with another area for one site, as a new version would bring it."""

    def edit(item):
        if item.id != record_id:
            return item
        facts = tuple(replace(fact, value=area_ha) if fact.key == "area_ha" else fact for fact in item.facts)
        return replace(item, facts=facts, content_hash=f"hash of {area_ha}")

    return replace(pack, records=tuple(map(edit, pack.records)))


def load(session, pack, clock, **options):
    return load_pack(session, pack, desk_email=DESK, now=clock(), **options)


def waiting(session):
    return session.scalars(select(ChangeSet).where(ChangeSet.state == ChangeState.PROPOSED)).all()


def test_the_same_pack_again_changes_nothing(session, pack, clock):
    revisions = len(session.scalars(select(Revision.id)).all())
    report = load(session, pack, clock)
    assert (report.new, report.updated, report.waiting, report.gone) == ([], [], [], [])
    assert len(report.unchanged) == len(pack.records)
    assert len(session.scalars(select(Revision.id)).all()) == revisions


def test_an_untouched_row_follows_a_new_version_of_the_pack(session, pack, clock):
    report = load(session, changed(pack, "pfez-02", 9.5), clock)
    assert report.updated == ["pfez-02"]
    assert get_view(session, "site", "pfez-02").value("area_ha") == 9.5


def test_a_row_changed_in_the_portal_is_never_overwritten_and_the_difference_waits_once(session, pack, clock):
    edit = RecordChange("pfez-02", "site", {}, {"area_ha": FactChange(11, Level.DECLARED)})
    change_records(session, [edit], kind="edit", by="person:1", now=clock())
    for _ in range(2):
        report = load(session, changed(pack, "pfez-02", 9.5), clock)
        assert report.waiting == ["pfez-02"]
    assert get_view(session, "site", "pfez-02").value("area_ha") == 11
    (proposal,) = waiting(session)
    assert proposal.revisions[0].after_j["facts"]["area_ha"]["value"] == 9.5


def test_a_row_gone_from_the_pack_stays_until_archiving_is_asked_for(session, pack, clock):
    less = replace(pack, records=tuple(item for item in pack.records if item.id != "bir-01"))
    assert load(session, less, clock).gone == ["bir-01"]
    assert get_view(session, "site", "bir-01")
    assert load(session, less, clock, archive_gone=True).archived == ["bir-01"]
    record = session.scalars(select(Record).where(Record.id == "bir-01")).one()
    assert record.state == "archived"


def test_a_listing_of_the_pack_is_published_unconfirmed_with_an_office_as_contact(session):
    view = get_view(session, "site", "pfez-02")
    assert view.confirmed_on is None
    assert view.facts["availability"].as_of_from == date(2019, 5, 1)
    record = session.scalars(select(Record).where(Record.id == "pfez-02")).one()
    assert record.contact.name is None
    assert record.contact.email == DESK
    assert session.scalars(select(Contact).where(Contact.name.is_not(None))).all() == []


def test_every_fact_has_a_source_and_a_level(session):
    for kind, id_ in [("site", "pfez-02"), ("company", "devold"), ("institution", "panevezio-kolegija")]:
        for fact in get_view(session, kind, id_).facts.values():
            assert fact.evidence, (id_, fact.key)
            assert fact.level


def test_a_derived_distance_says_what_it_leads_to(session):
    fact = get_view(session, "site", "pfez-02").facts["motorway_km"]
    assert "Via Baltica" in fact.about["lt"]
    assert fact.method.startswith("straight line from")
