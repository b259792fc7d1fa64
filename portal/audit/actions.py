"""Keep who did what."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from portal.audit.models import AuditEntry


def record_audit(
    session: Session,
    *,
    now: datetime,
    actor: str,
    action: str,
    subject: str,
    data: dict[str, Any] | None = None,
    request_id: str | None = None,
) -> None:
    """Append one entry; `data` holds ids and codes, never personal data."""
    entry = AuditEntry(
        at=now, actor=actor, action=action, subject=subject, data_j=data or {}, request_id=request_id
    )
    session.add(entry)
