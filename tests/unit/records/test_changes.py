import json
from datetime import date

import shapely

from portal.records.changes import FactChange, columns_from_json, columns_json, fact_from_json, fact_json
from portal.records.states import Level, Qualifier


def test_a_fact_survives_being_kept_as_json():
    fact = FactChange(
        value={"en": "Connected", "lt": "Prijungta"},
        level=Level.DOCUMENTED,
        qualifier=Qualifier.ABOUT,
        as_of_from=date(2019, 5, 1),
        as_of_to=date(2019, 5, 31),
        sources=(("vz-2019", None), ("lafez", {"area_ha": 47})),
        method="read from the table",
        about={"en": "A17, trunk road"},
        public=False,
    )
    assert fact_from_json(json.loads(json.dumps(fact_json(fact)))) == fact
    assert fact_from_json(fact_json(None)) is None


def test_columns_survive_being_kept_as_json_and_a_boundary_stays_apart():
    columns = {
        "names": {"en": "Plot"},
        "position": shapely.Point(24.3, 55.7),
        "boundary": shapely.box(24, 55, 25, 56),
        "confirmed_on": date(2026, 11, 1),
        "keys": [("cadastre", "2701-0001-0001")],
        "state": "published",
        "accuracy_m": None,
    }
    kept = json.loads(json.dumps(columns_json(columns)))
    assert "boundary" not in kept
    assert columns_from_json(kept) == {name: value for name, value in columns.items() if name != "boundary"}
