"""Map scripts, built by folium. The only module that knows it.

folium's own classes load from other hosts and write data into script literals, where `${…}` runs. These
subclasses carry settings alone: no text of a record passes through folium. Data come by address, and are put
into the page as text by `static/js/map/`.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any, cast

import folium
from branca.element import Figure
from folium.map import Layer
from folium.template import Template

from portal.maps.plans import MapLayer, MapPlan


class _PortalMap(folium.Map):
    """`L.map(…)` in a container that the page already has."""

    _template = Template("""
        {% macro script(this, kwargs) %}
        const {{ this.get_name() }} = Portal.map({{ this.settings|tojson }});
        {% endmacro %}
    """)

    def __init__(self, plan: MapPlan) -> None:
        super().__init__(tiles=None)
        self._name, self._id = "map", plan.name
        self.default_js, self.default_css = [], []
        self.settings = {
            "name": plan.name,
            "lat": plan.centre[1],
            "lon": plan.centre[0],
            "zoom": plan.zoom,
            "bounds": plan.bounds,
            "basemap": dict(plan.basemap),
        }


class _UrlLayer(Layer):
    """A layer whose data the browser fetches."""

    _template = Template("""
        {% macro script(this, kwargs) %}
        const {{ this.get_name() }} = Portal.layer({{ this._parent.get_name() }}, {{ this.settings|tojson }});
        {% endmacro %}
    """)

    def __init__(self, layer: MapLayer) -> None:
        super().__init__(name=layer.key, show=layer.shown)
        self._name, self._id = "layer", layer.key.replace("-", "_")
        self.settings: dict[str, Any] = asdict(layer)


def script(plan: MapPlan) -> str:
    """The map's script: the same text for the same plan, so that browsers may keep it."""
    drawn = _PortalMap(plan)
    for layer in plan.layers:
        _UrlLayer(layer).add_to(drawn)
    figure = cast(Figure, drawn.get_root())
    figure.render()
    lines = (line.strip() for line in figure.script.render().splitlines())
    body = "\n".join(line for line in lines if line)
    return f'"use strict";\n(function () {{\n{body}\nPortal.ready({drawn.get_name()});\n}})();\n'
