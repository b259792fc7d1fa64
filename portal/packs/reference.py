"""What a pack brings beside records: sources, municipalities, nodes, figures, and the office that answers."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from geodata.pack_model import (
    Pack,
    PackIncentive,
    PackIndicator,
    PackMunicipality,
    PackNode,
    PackObservation,
    PackSource,
    Region,
)
from portal.accounts.models import Organisation
from portal.db.base import Base
from portal.figures.models import Incentive, Indicator, Observation
from portal.places.models import Municipality, Node
from portal.records.models import Contact, Source

AGENCY_ID = "agency"


def load_reference(session: Session, pack: Pack, desk_email: str) -> None:
    """Bring everything but records in line with the pack; what the pack no longer has of figures goes."""
    _merge(session, map(_source, pack.sources))
    _merge(session, (_municipality(item, pack.region) for item in pack.municipalities))
    _replace(session, Node, map(_node, pack.nodes))
    _replace(session, Observation, ())
    _replace(session, Indicator, map(_indicator, pack.indicators))
    session.flush()
    _replace(session, Observation, map(_observation, pack.observations))
    _replace(session, Incentive, map(_incentive, pack.incentives))
    desk_contact(session, pack.region, desk_email)
    session.flush()


def desk_contact(session: Session, region: Region, desk_email: str) -> Contact:
    """The agency's investor desk as a contact: an office, never a person."""
    session.merge(Organisation(id=AGENCY_ID, kind="agency", name_j=dict(region.desk.organisation)))
    session.flush()
    contact = session.scalar(
        select(Contact)
        .where(Contact.organisation_id == AGENCY_ID, Contact.name.is_(None))
        .order_by(Contact.id)
    )
    if contact is None:
        contact = Contact(organisation_id=AGENCY_ID, public=True)
        session.add(contact)
    contact.role_j = dict(region.desk.office)
    contact.email = desk_email
    contact.languages = list(region.desk.languages)
    session.flush()
    return contact


def _merge(session: Session, rows: Iterable[Base]) -> None:
    for row in rows:
        session.merge(row)
    session.flush()


def _replace(session: Session, table: type[Base], rows: Iterable[Base]) -> None:
    session.execute(delete(table))
    session.add_all(rows)
    session.flush()


def _source(item: PackSource) -> Source:
    return Source(
        id=item.id,
        title=item.title,
        publisher=item.publisher or None,
        url=item.url or None,
        published_from=item.published_from,
        published_to=item.published_to,
        retrieved_on=item.retrieved_on,
        licence=item.licence or None,
        attribution=item.attribution or None,
    )


def _municipality(item: PackMunicipality, region: Region) -> Municipality:
    return Municipality(
        id=item.id,
        official_code=item.official_code or None,
        name_j=dict(item.names),
        boundary=item.boundary,
        confirm_days=region.confirm_days,
        late_days=region.late_days,
    )


def _node(item: PackNode) -> Node:
    details = {
        "gauge_mm": item.gauge_mm,
        "voltage_kv": item.voltage_kv,
        "length_km": item.length_km,
        "travel_min": item.travel_min,
        "operator": item.operator or None,
        "status": item.status or None,
        "note": dict(item.note) or None,
        "keys": [list(pair) for pair in item.keys] or None,
    }
    return Node(
        id=item.id,
        kind=item.kind,
        name_j=dict(item.names),
        country=item.country or None,
        municipality_id=item.municipality or None,
        position=item.position,
        position_accuracy=item.position_accuracy,
        accuracy_m=item.accuracy_m,
        stated_road_km=item.stated_road_km,
        stated_road_from=item.stated_road_from or None,
        details_j={name: value for name, value in details.items() if value is not None},
        sources_j=list(item.sources),
    )


def _indicator(item: PackIndicator) -> Indicator:
    return Indicator(
        id=item.id, name_j=dict(item.names), unit=item.unit, theme=item.theme, better=item.better or "none"
    )


def _observation(item: PackObservation) -> Observation:
    return Observation(
        id=item.id,
        indicator_id=item.indicator,
        subject_kind=item.subject_kind,
        subject=item.subject,
        subject_j=dict(item.subject_names),
        period_from=item.period_from,
        period_to=item.period_to,
        value=item.value,
        qualifier=item.qualifier or "exact",
        note_j=dict(item.note),
        sources_j=list(item.sources),
    )


def _incentive(item: PackIncentive) -> Incentive:
    texts = {
        "gives": dict(item.gives),
        "amount": dict(item.amount),
        "after": dict(item.after),
        "condition": dict(item.condition),
        "valid": dict(item.valid),
        "status": dict(item.status),
        "place": dict(item.place_scope),
    }
    return Incentive(
        id=item.id,
        name_j=dict(item.names),
        text_j={name: text for name, text in texts.items() if text},
        rule_j=dict(item.rule),
        scope_j={"state": item.state},
        valid_from=item.valid_from,
        valid_to=item.valid_to,
        legal_ref=item.legal_basis or None,
        sources_j=list(item.sources),
        checked_on=item.checked_to,
    )
