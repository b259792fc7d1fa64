"""The catalogue of a zone or park, and the code lists that zones share with their sites."""

from __future__ import annotations

from portal.i18n import lazy
from portal.records.fields import Catalogue, Field, FieldType

REGIMES = {
    "free_economic_zone": lazy("Free economic zone"),
    "industrial_park": lazy("Industrial park"),
    "innovation_park": lazy("Science and technology park"),
    "building_park": lazy("Park of production buildings"),
    "logistics_park": lazy("Logistics park"),
}
AVAILABILITIES = {
    "available": lazy("Available"),
    "reserved": lazy("Reserved"),
    "under_offer": lazy("Under offer"),
    "planned": lazy("Planned"),
    "unknown": lazy("Not stated"),
    "taken": lazy("Taken"),
}
TENURES = {
    "sale": lazy("Sale"),
    "lease": lazy("Lease"),
    "auction": lazy("Auction"),
    "sublease": lazy("Sub-lease"),
}
LAND_USES = {
    "production": lazy("Production"),
    "warehousing": lazy("Warehousing"),
    "logistics": lazy("Logistics"),
    "offices": lazy("Offices"),
    "commercial": lazy("Commerce and services"),
    "research": lazy("Research and innovation"),
}
OWNER_TYPES = {
    "state": lazy("State"),
    "municipal": lazy("Municipality"),
    "private": lazy("Private"),
    "mixed": lazy("Mixed"),
}
GROUPS = {
    "zone": lazy("The zone"),
    "deal": lazy("Law and deal"),
    "utilities": lazy("Utilities"),
    "access": lazy("Access"),
}
T = FieldType

CATALOGUE = Catalogue(
    GROUPS,
    (
        Field("regime", "zone", T.CODE, lazy("Kind of zone"), choices=REGIMES),
        Field("zone", "zone", T.RECORD, lazy("Lies in")),
        Field("manager", "zone", T.TEXT, lazy("Manager")),
        Field("address", "zone", T.TEXT, lazy("Address")),
        Field("area_ha", "zone", T.NUMBER, lazy("Area"), "ha", better="more", least=0.01, most=50_000),
        Field(
            "floor_area_m2",
            "zone",
            T.NUMBER,
            lazy("Floor area"),
            "m²",
            better="more",
            least=1,
            most=10_000_000,
        ),
        Field("availability", "zone", T.CODE, lazy("Availability"), choices=AVAILABILITIES),
        Field("availability_on", "zone", T.DATE, lazy("Availability as of")),
        Field("status_note", "zone", T.NOTE, lazy("State in words")),
        Field("notes", "zone", T.NOTE, lazy("Further facts")),
        Field("founded", "zone", T.DATE, lazy("Founded")),
        Field("tenure", "deal", T.CODES, lazy("Deal"), choices=TENURES),
        Field("tenure_years", "deal", T.NUMBER, lazy("Term, at most"), "years", least=1, most=999),
        Field("price_note", "deal", T.NOTE, lazy("Price in words")),
        Field("procedure", "deal", T.TEXT, lazy("Selection procedure and minimum commitment")),
        Field("owner_note", "deal", T.NOTE, lazy("Owner or manager in words")),
        Field("land_use", "deal", T.CODES, lazy("Permitted use"), choices=LAND_USES),
        Field("land_use_note", "deal", T.NOTE, lazy("Use in words")),
        Field("owner_type", "deal", T.CODE, lazy("Owner"), choices=OWNER_TYPES, note_key="owner_note"),
        Field("plan", "deal", T.TEXT, lazy("Planning document")),
        Field("incentives", "deal", T.WORDS, lazy("Taxes and incentives that apply here")),
        Field("power_note", "utilities", T.NOTE, lazy("Electric power")),
        Field("gas_note", "utilities", T.NOTE, lazy("Natural gas")),
        Field("water_note", "utilities", T.NOTE, lazy("Water")),
        Field("wastewater_note", "utilities", T.NOTE, lazy("Waste water")),
        Field("telecom_note", "utilities", T.NOTE, lazy("Fibre and mobile")),
        Field("substation_km", "utilities", T.NUMBER, lazy("Nearest substation"), "km", least=0, most=200),
        Field(
            "gas_station_km", "utilities", T.NUMBER, lazy("Gas distribution station"), "km", least=0, most=200
        ),
        Field("road_note", "access", T.NOTE, lazy("Road")),
        Field("rail_note", "access", T.NOTE, lazy("Railway in words")),
        Field("rail_siding", "access", T.FLAG, lazy("Own rail siding")),
        Field("motorway_km", "access", T.NUMBER, lazy("Motorway or trunk road"), "km", least=0, most=500),
        Field("rail_km", "access", T.NUMBER, lazy("Railway"), "km", least=0, most=500),
        Field("airport_km", "access", T.PER_NODE, lazy("Airports"), "km"),
        Field("port_km", "access", T.PER_NODE, lazy("Sea ports"), "km"),
    ),
)
