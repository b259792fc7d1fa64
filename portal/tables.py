"""Every mapped class, imported once: what migrations and mappers must know."""

from __future__ import annotations

from sqlalchemy import MetaData

import portal.accounts.models
import portal.audit.models
import portal.companies.models
import portal.demand.models
import portal.education.models
import portal.figures.models
import portal.files.models
import portal.inquiries.models
import portal.outbox.models
import portal.places.models
import portal.records.models
import portal.sites.models
import portal.zones.models  # noqa: F401
from portal.db.base import Base

metadata: MetaData = Base.metadata
