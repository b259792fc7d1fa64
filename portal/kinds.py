"""The record kinds of the portal, registered by one function."""

from __future__ import annotations

from portal.companies.projection import KIND as COMPANY
from portal.education.projection import INSTITUTION, PROGRAMME
from portal.records.registry import register
from portal.sites.projection import KIND as SITE
from portal.zones.projection import KIND as ZONE


def register_kinds() -> None:
    """Fill the registry of `records`; called by the app and the command line at start."""
    for kind in (ZONE, SITE, COMPANY, INSTITUTION, PROGRAMME):
        register(kind)
