"""What the portal's statements need beside their sentences: days, collections, an example of the API."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import orjson
from sqlalchemy import select
from sqlalchemy.orm import Session

from geodata.pack_model import Region
from portal import i18n
from portal.i18n import LazyText, lazy
from portal.records.geojson import with_base
from portal.records.models import PublicBody, Record
from portal.records.queries import listed
from portal.sites.models import Site

REVIEWED_ON: Mapping[str, date] = {
    "privacy": date(2026, 11, 24),
    "accessibility": date(2026, 11, 24),
}
"""The day each statement was last written or checked; it changes with the text, and a test watches that."""


@dataclass(frozen=True)
class Collection:
    """A collection of the API."""

    id: str
    kind: str
    words: LazyText


@dataclass(frozen=True)
class Example:
    """A request to the API and what it answers today."""

    request: str
    answer: str


def collections() -> tuple[Collection, ...]:
    """The collections that everyone may read."""
    return (
        Collection("sites", "site", lazy("listed plots, brownfields and buildings")),
        Collection("zones", "zone", lazy("free economic zones and industrial parks")),
        Collection("companies", "company", lazy("employers by sector")),
        Collection("institutions", "institution", lazy("schools, colleges and training centres")),
        Collection("municipalities", "municipality", lazy("municipalities with their boundaries")),
    )


def api_example(session: Session, base_url: str) -> Example | None:
    """One site as the API answers it now: the body that the API itself sends. None in an empty portal."""
    query = (
        select(Record.id, PublicBody.geojson)
        .join(PublicBody, PublicBody.record_num == Record.num)
        .join(Site, Site.record_num == Record.num)
        .where(listed())
        .order_by(Site.area_ha.is_(None), Site.completeness.desc(), Record.id)
    )
    row = session.execute(query.limit(1)).first()
    if row is None:
        return None
    answer = orjson.dumps(orjson.loads(with_base(row.geojson, base_url)), option=orjson.OPT_INDENT_2)
    return Example(f"/api/collections/sites/items/{row.id}", answer.decode())


def website_ld(region: Region, address: str) -> dict[str, Any]:
    """The portal for search engines (schema.org WebSite) with the office that answers."""
    return {
        "@context": "https://schema.org",
        "@type": "WebSite",
        "@id": address,
        "url": address,
        "name": i18n.pick(dict(region.names)),
        "description": i18n.pick(dict(region.headline)),
        "inLanguage": i18n.current(),
        "publisher": {"@type": "Organization", "name": i18n.pick(dict(region.desk.organisation))},
    }
