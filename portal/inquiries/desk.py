"""The office that answers: its words, its hours, its addresses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from geodata.pack_model import Region
from portal.config import Settings
from portal.inquiries.rules import OfficeHours


@dataclass(frozen=True)
class Desk:
    """Who answers inquiries, and what e-mails must say about it. `base_url` is without a slash at the end."""

    organisation_j: Mapping[str, str]
    office_j: Mapping[str, str]
    region_j: Mapping[str, str]
    email: str
    mail_from: str
    language: str
    controller: str
    base_url: str
    hours: OfficeHours
    sectors: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Names of the region's sectors by code."""


def office_hours(region: Region) -> OfficeHours:
    """The hours of the region's desk."""
    desk = region.desk
    return OfficeHours(
        country=region.country,
        time_zone=region.time_zone,
        days=tuple(desk.office_days),
        opens=desk.opens_hour,
        closes=desk.closes_hour,
        answer_working_days=desk.answer_working_days,
    )


def desk_of(region: Region, settings: Settings, base_url: str) -> Desk:
    """The region's desk as this portal is set up; `base_url` begins every link in e-mails."""
    return Desk(
        organisation_j=region.desk.organisation,
        office_j=region.desk.office,
        region_j=region.names,
        email=settings.desk_email,
        mail_from=settings.mail_from,
        language=region.desk.languages[0],
        controller=settings.controller,
        base_url=base_url,
        hours=office_hours(region),
        sectors={sector.code: sector.names for sector in region.sectors},
    )
