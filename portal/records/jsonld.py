"""Records for search engines: the parts of schema.org that all of them share."""

from __future__ import annotations

from typing import Any

from portal import i18n
from portal.records.views import RecordView


def point_ld(view: RecordView) -> dict[str, Any] | None:
    """The place as GeoCoordinates; None where it is not known exactly."""
    if view.position is None or not view.has_exact_place:
        return None
    point = view.position.centroid
    return {"@type": "GeoCoordinates", "latitude": round(point.y, 5), "longitude": round(point.x, 5)}


def organization_ld(view: RecordView, type_: str, address: str, **further: Any) -> dict[str, Any]:
    """An organisation of a schema.org type at its page's address: only what somebody has stated."""
    point = point_ld(view)
    found = {
        "@context": "https://schema.org",
        "@type": type_,
        "@id": address,
        "name": i18n.pick(view.names),
        "url": view.value("website"),
        "address": i18n.pick(view.value("address")),
        "location": {"@type": "Place", "geo": point} if point else None,
        **further,
    }
    return {key: value for key, value in found.items() if value}
