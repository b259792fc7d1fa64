"""A checked row of the pack -> its frozen value."""

from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from geodata.pack_model import (
    PackEvent,
    PackFact,
    PackIncentive,
    PackIndicator,
    PackMunicipality,
    PackNode,
    PackObservation,
    PackSource,
    PackStory,
)
from geodata.tables import Row


def municipality(row: Row, boundary: BaseGeometry) -> PackMunicipality:
    """A municipality with its outline."""
    return PackMunicipality(row["id"], row["official_code"], row.text("name"), row.text("seat"), boundary)


def source(row: Row) -> PackSource:
    """A source; its columns are its attributes."""
    return PackSource(**row.cells)


def node(row: Row) -> PackNode:
    """A node of logistics or utilities."""
    return PackNode(
        id=row["id"],
        kind=row["kind"],
        names=row.text("name"),
        country=row["country"],
        municipality=row["municipality"],
        position=Point(row["lon"], row["lat"]) if row["lat"] is not None else None,
        position_accuracy=row["position_accuracy"],
        accuracy_m=row["accuracy_m"],
        stated_road_km=row["stated_road_km"],
        stated_road_from=row["stated_road_from"],
        gauge_mm=row["gauge_mm"],
        voltage_kv=row["voltage_kv"],
        length_km=row["length_km"],
        travel_min=row["travel_min"],
        operator=row["operator"],
        status=row["status"],
        keys=row["keys"],
        sources=row["sources"],
        note=row.text("note"),
    )


def fact(row: Row) -> PackFact:
    """A fact, without the record it belongs to."""
    return PackFact(
        key=row["key"],
        value=row["value"],
        text=row.text("text"),
        qualifier=row["qualifier"],
        level=row["level"],
        as_of_from=row["as_of_from"],
        as_of_to=row["as_of_to"],
        sources=row["sources"],
        says=row["says"],
    )


def indicator(row: Row) -> PackIndicator:
    """An indicator."""
    return PackIndicator(row["id"], row.text("name"), row["unit"], row["theme"], row["better"])


def observation(row: Row) -> PackObservation:
    """One value of an indicator."""
    return PackObservation(
        id=row["id"],
        indicator=row["indicator"],
        subject_kind=row["subject_kind"],
        subject=row["subject"],
        subject_names=row.text("subject_name"),
        period_from=row["period_from"],
        period_to=row["period_to"],
        period_qualifier=row["period_qualifier"],
        value=row["value"],
        qualifier=row["qualifier"],
        basis=row["basis"],
        sources=row["sources"],
        note=row.text("note"),
    )


def incentive(row: Row) -> PackIncentive:
    """An incentive with its terms as numbers."""
    return PackIncentive(
        id=row["id"],
        names=row.text("name"),
        gives=row.text("gives"),
        amount=row.text("amount"),
        after=row.text("after"),
        condition=row.text("condition"),
        rule=row["rule"] or {},
        valid=row.text("valid"),
        valid_from=row["valid_from"],
        valid_to=row["valid_to"],
        legal_basis=row["legal_basis"],
        place_scope=row.text("place_scope"),
        state=row["state"],
        status=row.text("status"),
        checked_from=row["checked_from"],
        checked_to=row["checked_to"],
        sources=row["sources"],
    )


def event(row: Row) -> PackEvent:
    """An event of the timeline."""
    return PackEvent(
        row["id"], row["date_from"], row["date_to"], row.text("title"), row.text("text"), row["sources"]
    )


def story(row: Row) -> PackStory:
    """An investment story."""
    return PackStory(
        id=row["id"],
        company=row["company"],
        year=row["year"],
        investment_eur=row["investment_eur"],
        investment_qualifier=row["investment_qualifier"],
        jobs=row["jobs"],
        jobs_kind=row["jobs_kind"],
        jobs_year=row["jobs_year"],
        stage=row["stage"],
        text=row.text("text"),
        sources=row["sources"],
    )
