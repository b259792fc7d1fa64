"""The catalogue of a company. Sectors carry the two-letter codes of the map."""

from __future__ import annotations

from portal.i18n import lazy
from portal.records.fields import Catalogue, Field, FieldType

SECTORS = {
    "mt": lazy("Metal and machines"),
    "el": lazy("Electrical and electronics"),
    "au": lazy("Vehicles and wiring harnesses"),
    "fd": lazy("Food and drink"),
    "tx": lazy("Textile and clothing"),
    "wd": lazy("Wood and furniture"),
    "pl": lazy("Plastic, glass and packaging"),
    "cn": lazy("Construction and utilities"),
    "tr": lazy("Trade, transport and services"),
}
ROLES = {
    "maker": lazy("Maker"),
    "trade": lazy("Trade"),
    "construction": lazy("Construction"),
    "utility": lazy("Utility"),
    "logistics": lazy("Logistics and transport"),
    "property": lazy("Property"),
    "services": lazy("Services"),
}
OWNERSHIPS = {"municipal": lazy("Municipality"), "state": lazy("State"), "private": lazy("Private")}
GROUPS = {
    "activity": lazy("Activity"),
    "size": lazy("Size"),
    "ownership": lazy("Ownership and place"),
}
T = FieldType

CATALOGUE = Catalogue(
    GROUPS,
    (
        Field("sector", "activity", T.CODE, lazy("Sector"), essential=True, choices=SECTORS),
        Field("activity", "activity", T.TEXT, lazy("Makes or does")),
        Field("role", "activity", T.CODE, lazy("Role"), choices=ROLES),
        Field("nace_code", "activity", T.WORD, lazy("Activity (NACE)"), essential=True),
        Field("nace_version", "activity", T.WORD, lazy("NACE version")),
        Field("products", "activity", T.TEXT, lazy("Products"), essential=True),
        Field("industry40", "activity", T.TEXT, lazy("Industry 4.0")),
        Field("status", "activity", T.TEXT, lazy("Present state")),
        Field(
            "employees",
            "size",
            T.INTEGER,
            lazy("Employees"),
            "people",
            essential=True,
            least=0,
            most=1_000_000,
        ),
        Field("jobs_planned", "size", T.INTEGER, lazy("Announced jobs"), "people", least=0, most=1_000_000),
        Field("turnover_eur", "size", T.NUMBER, lazy("Turnover"), "EUR", least=0, most=1e12),
        Field("capital_country", "ownership", T.WORDS, lazy("Country of capital"), essential=True),
        Field("capital_note", "ownership", T.NOTE, lazy("Capital in words")),
        Field("ownership", "ownership", T.CODE, lazy("Owner"), choices=OWNERSHIPS),
        Field("legal_form", "ownership", T.WORD, lazy("Legal form")),
        Field("other_names", "ownership", T.TEXT, lazy("Other names")),
        Field("zone", "ownership", T.RECORD, lazy("Zone or park")),
        Field("address", "ownership", T.TEXT, lazy("Address"), essential=True),
        Field("notes", "ownership", T.NOTE, lazy("Further facts")),
        Field("website", "ownership", T.WORD, lazy("Website")),
    ),
)
