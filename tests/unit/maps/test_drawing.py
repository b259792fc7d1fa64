"""The script that folium builds: settings alone, the same each time, nothing from another host."""

import json
import re

import pytest

from portal.maps.drawing import script
from portal.maps.plans import MapLayer, MapPlan

LAYERS = (
    MapLayer("zones", "/maps/layers/zones.geojson"),
    MapLayer("nodes", "/maps/layers/nodes.geojson", False),
)
PLAN = MapPlan("explore", (24.98, 55.94), 9, ((55.3, 23.8), (56.5, 26.15)), LAYERS, {"region": "/r.pmtiles"})


def test_the_same_plan_gives_the_same_script():
    assert script(PLAN) == script(PLAN)


def test_a_layer_joins_the_map_at_first_only_where_it_is_shown():
    text = script(PLAN)

    assert "layer_zones.addTo(map_explore);" in text
    assert "layer_nodes.addTo" not in text
    assert text.index("Portal.layer(map_explore") < text.index("Portal.ready(map_explore);")


def test_the_map_is_told_where_it_starts_latitude_first():
    settings = json.loads(re.search(r"Portal\.map\((\{.*\})\);", script(PLAN))[1])

    assert (settings["lat"], settings["lon"], settings["zoom"]) == (55.94, 24.98, 9)
    assert settings["bounds"] == [[55.3, 23.8], [56.5, 26.15]]


@pytest.mark.parametrize("foreign", ["http", "<", "`", "${", "integrity", "jquery"])
def test_nothing_of_foliums_own_page_is_in_the_script(foreign):
    assert foreign not in script(PLAN)


def test_an_address_cannot_leave_its_string():
    hostile = MapLayer("zones", '"});alert(1);//</script>${alert(2)}')

    text = script(MapPlan("explore", (0, 0), 1, ((0, 0), (1, 1)), (hostile,), {}))

    assert "</script>" not in text
    assert '\\"});alert' in text
