"""Reading inquiries, and the records they are about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from portal.inquiries.models import Inquiry
from portal.records.models import Record
from portal.records.queries import find_views, listed
from portal.records.registry import kinds
from portal.records.views import RecordView

_SLUG = re.compile(r"[a-z0-9-]{3,40}")
MOST_RECORDS = 50


def find_by_reference(session: Session, reference: str) -> Inquiry | None:
    """The inquiry with this reference (as `rules.parse_reference` writes it)."""
    query = select(Inquiry).where(Inquiry.reference == reference).options(selectinload(Inquiry.sites))
    return session.scalar(query)


def find_by_nonce(session: Session, nonce: str) -> Inquiry | None:
    """The inquiry that this very sending has made already."""
    return session.scalar(select(Inquiry).where(Inquiry.nonce == nonce))


def find_subjects(session: Session, ids: Sequence[str]) -> list[RecordView]:
    """Listed records with a page of their own, in the order asked for, each once; unknown ids left out."""
    wanted = [id_ for id_ in dict.fromkeys(ids) if _SLUG.fullmatch(id_)][:MOST_RECORDS]
    if not wanted:
        return []
    with_page = [kind.name for kind in kinds() if kind.page_path]
    query = select(Record.id, Record.num).where(Record.id.in_(wanted), Record.kind.in_(with_page), listed())
    nums = {row.id: row.num for row in session.execute(query)}
    return find_views(session, [nums[id_] for id_ in wanted if id_ in nums])
