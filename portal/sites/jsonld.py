"""A site for search engines: schema.org in JSON-LD, with nothing that the page does not state."""

from __future__ import annotations

from typing import Any

from portal import i18n
from portal.records.jsonld import point_ld
from portal.records.views import RecordView


def site_jsonld(view: RecordView, address: str, region_name: str, country: str) -> dict[str, Any]:
    """A real-estate listing; a point only where the place is exact, a price only where one is stated."""
    listing: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "RealEstateListing",
        "name": str(i18n.pick(view.names)),
        "url": address,
        "identifier": view.id,
        "inLanguage": i18n.current(),
        "dateModified": view.edited_at.date().isoformat(),
        "mainEntity": _place(view, region_name, country),
    }
    if view.published_at is not None:
        listing["datePosted"] = view.published_at.date().isoformat()
    price = view.value("price_eur_m2")
    if price is not None:
        listing["offers"] = {
            "@type": "Offer",
            "priceSpecification": {
                "@type": "UnitPriceSpecification",
                "price": price,
                "priceCurrency": "EUR",
                "unitCode": "MTK",
            },
        }
    return listing


def _place(view: RecordView, region_name: str, country: str) -> dict[str, Any]:
    place: dict[str, Any] = {
        "@type": "Place",
        "name": str(i18n.pick(view.names)),
        "address": {
            "@type": "PostalAddress",
            "addressRegion": region_name,
            "addressLocality": str(i18n.pick(view.context.get("municipality"))),
            "addressCountry": country,
        },
    }
    street = i18n.pick(view.value("address"))
    if street:
        place["address"]["streetAddress"] = str(street)
    point = point_ld(view)
    if point:
        place["geo"] = point
    area = view.value("area_ha")
    if area is not None:
        place["additionalProperty"] = {
            "@type": "PropertyValue",
            "name": "area",
            "value": area,
            "unitCode": "HAR",
        }
    return place
