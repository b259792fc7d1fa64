"""Sites and zones."""

from geodata.panevezys.build.days import Span, around, span
from geodata.panevezys.build.inputs import Record, table
from geodata.panevezys.build.model import Facts, Tables, texts
from geodata.panevezys.build.places import ZONE, position
from geodata.panevezys.build.values import number
from geodata.panevezys.build.words import AVAILABILITY, PLANNED_RAIL, SITE_KIND, TENURE, ZONE_REGIME

NOTES = (
    ("power", "power_note"),
    ("gas", "gas_note"),
    ("water", "water_note"),
    ("sewage", "wastewater_note"),
    ("telecom", "telecom_note"),
    ("rail_access", "rail_note"),
    ("road_access", "road_note"),
    ("price_note", "price_note"),
    ("owner_manager", "owner_note"),
    ("status_note", "status_note"),
    ("land_use", "land_use_note"),
    ("address", "address"),
    ("notes", "notes"),
)
# Only where the words name the owner, not a manager.
OWNER_TYPES = (
    ("state land", "state"),
    ("private", "private"),
    ("mixed", "mixed"),
    ("co-owners", "private"),
    ("Burbuliukas", "private"),
)
LAND_USES = {
    "production": ("production", "industry"),
    "warehousing": ("warehousing", "storage"),
    "logistics": ("logistics", "freight", "distribution"),
    "offices": ("offices",),
    "research": ("incubation",),
}
# A legal act, council decision or contract is among the row's sources and says it.
DOCUMENTED = {
    ("pfez-01", "procedure"),
    ("bir-01", "price_note"),
    ("kup-03", "plan"),
}
PLANS = {
    "kup-01": "general plan of Kupiškis town, industry and storage (to 2026)",
    "kup-02": "general plan of Kupiškis town, industry and storage (to 2026)",
    "kup-03": "general plan of Kupiškis town, council decision TS-19 of 14 February 2008 (to 2026)",
}


def build(tables: Tables) -> None:
    """Adds zones and sites with their facts; planned rail facilities are nodes and are left out here."""
    for row in table("sites"):
        if row["kind"] == PLANNED_RAIL:
            continue
        zone = row["kind"] in ZONE_REGIME
        tables.add("zones.csv" if zone else "sites.csv", record(row))
        facts = site_facts(tables, row)
        facts.value("regime" if zone else "kind", (ZONE_REGIME if zone else SITE_KIND)[row["kind"]])
        _status(facts, row)
        _size_and_deal(facts, row)
        for column, key in NOTES:
            facts.text(key, row[column], level=_level(row, key))


def record(row: Record) -> dict[str, str]:
    """The record's own row."""
    return {
        "id": row["id"],
        "name_lt": row["name_lt"],
        **{key: said for key, said in texts("name", row["name_en"]).items() if said},
        "municipality": row["municipality_id"],
        "state": "archived" if row["last_known_availability"] == "historic" else "published",
        "visibility": "public",
        **position(row),
        "position_basis": row["position_basis"],
        "keys": f"pack:{row['id']}",
    }


def site_facts(tables: Tables, row: Record) -> Facts:
    """The writer of a site's facts; their days are those of its sources, or the years they span."""
    sources = tables.citations.ids(row["source"])
    years = around([span(row["source_year_from"]), span(row["source_year_to"])])
    first, last = tables.citations.dates(sources)
    days: Span = (first, last) if first else years
    return Facts(tables, row["id"], sources, days)


def in_zone(row: Record) -> bool:
    """Whether a site lies in the free economic zone."""
    return row["parent_id"] == ZONE


def _level(row: Record, key: str) -> str:
    return "documented" if (row["id"], key) in DOCUMENTED else "declared"


def _status(facts: Facts, row: Record) -> None:
    on = span(row["status_date"])
    days = on if on[0] else None
    word = AVAILABILITY[row["last_known_availability"]]
    facts.value("availability", word, days=days, says=f"last known: {row['last_known_availability']}")
    if on[0]:
        facts.value("availability_on", on[0].isoformat(), days=days)


def _size_and_deal(facts: Facts, row: Record) -> None:
    if row["parent_id"]:
        facts.value("zone", row["parent_id"])
    if row["area_ha"]:
        level = "derived" if "minus" in row["notes"] else "declared"
        facts.value("area_ha", number(row["area_ha"]), level=level)
    if row["building_m2"]:
        facts.value("floor_area_m2", number(row["building_m2"]))
    uses = [code for code, words in LAND_USES.items() if any(word in row["land_use"] for word in words)]
    facts.value("land_use", uses, says="our reading of the words beside it")
    if row["tenure"]:
        facts.value("tenure", TENURE[row["tenure"]], says=row["tenure"])
    if row["tenure_max_years"]:
        facts.value("tenure_years", number(row["tenure_max_years"]), says="the longest term")
    if owner := next((code for words, code in OWNER_TYPES if words in row["owner_manager"]), ""):
        facts.value("owner_type", owner)
    if row["incentive_ids"]:
        facts.value("incentives", row["incentive_ids"].split(";"))
    facts.text("plan", PLANS.get(row["id"], ""), level=_level(row, "plan"))
    if row["min_investment_eur_per_ha"]:
        least = f"{number(row['min_investment_eur_per_ha']):,}"
        words = (
            f"at least EUR {least} of investment per hectare before the start of operations (rule of 2010)"
        )
        facts.text("procedure", words, level=_level(row, "procedure"))
