"""Indicators and their values."""

from geodata.panevezys.build.days import span
from geodata.panevezys.build.inputs import Record, table
from geodata.panevezys.build.model import Row, Tables, squared, texts
from geodata.panevezys.build.words import QUALIFIER

REGION = "panevezys"
COUNTY = "panevezys-county"
ZONE_SUBJECT = {"pfez": "pfez-00"}
THEMES = (
    ("land", ("area", "forest-share", "size-of-plot")),
    (
        "people",
        ("population", "working-age", "employed-people", "social-benefit", "share-of-national-population"),
    ),
    ("pay", ("earnings", "wage")),
    ("education", ("pupil", "graduates", "students", "leavers", "gymnasium", "education-", "school")),
    ("zones", ("fez", "free-economic", "free-area", "leased-or-reserved")),
    ("industry", ("robot", "industr", "manufactur")),
    ("investment", ("foreign", "investment", "eu-business", "agency", "norwegian")),
    ("economy", ("",)),
)
BETTER_DOWN = ("social-benefit", "foreign-projects-lost")
BETTER_UP = (
    "gross-", "net-monthly", "wage-growth", "quarterly-growth", "population", "graduates", "students",
    "share-of-gdp", "manufacturing", "industrial-", "active-companies", "employees-of-companies",
    "foreign-investment", "foreign-projects-won", "fast-growing", "revenue-growth", "eu-business",
    "jobs-in", "share-of-companies-using", "investors-in", "investment-in", "upper-secondary", "employed",
    "growth-of", "operating", "registered", "running",
)  # fmt: skip


def build(tables: Tables) -> None:
    """Adds each measure once, and all its values."""
    seen: dict[str, str] = {}
    for row in table("indicators"):
        if row["indicator_id"] not in seen:
            seen[row["indicator_id"]] = row["unit"]
            tables.add("indicators.csv", _indicator(row))
        if seen[row["indicator_id"]] != row["unit"]:
            raise ValueError(f"{row['id']}: {row['unit']} is not the unit of its indicator")
        tables.add("observations.csv", _observation(tables, row))


def _indicator(row: Record) -> Row:
    id_ = row["indicator_id"]
    theme = next(theme for theme, marks in THEMES if any(mark in id_ for mark in marks))
    better = "down" if id_.startswith(BETTER_DOWN) else "up" if id_.startswith(BETTER_UP) else "none"
    return {
        "id": id_,
        **texts("name", row["indicator"]),
        "unit": squared(row["unit"]),
        "theme": theme,
        "better": better,
    }


def _subject(row: Record) -> tuple[str, str]:
    if row["place_id"] == COUNTY:
        return "region", REGION
    if row["place_id"] == row["municipality_id"]:
        return "municipality", row["municipality_id"]
    if row["place_id"] in ZONE_SUBJECT:
        return "record", ZONE_SUBJECT[row["place_id"]]
    return ("country", "LT") if row["place_level"] == "country" else ("area", row["place_id"])


def _observation(tables: Tables, row: Record) -> Row:
    kind, subject = _subject(row)
    first, last = span(row["period"])
    if first is None or last is None:
        raise ValueError(f"{row['id']} has no period")
    return {
        "id": row["id"],
        "indicator": row["indicator_id"],
        "subject_kind": kind,
        "subject": subject,
        **texts("subject_name", row["place"]),
        "period_from": first.isoformat(),
        "period_to": last.isoformat(),
        "period_qualifier": row["period_qualifier"],
        "value": row["value"],
        "qualifier": QUALIFIER[row["value_qualifier"]],
        "basis": row["basis"],
        "sources": ";".join(tables.citations.ids(row["source"])),
        **texts("note", row["note"]),
    }
