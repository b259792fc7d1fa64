"""What the journeys look at behind the pages: inquiries and mail; and sites of their own."""

import itertools
from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from portal.inquiries.models import Inquiry
from portal.outbox.models import OutboxItem
from portal.records.actions import change_records
from portal.records.changes import RecordChange

NUMBERS = itertools.count()


@pytest.fixture
def investor():
    """An e-mail address nobody has used: no address may ask too often."""
    return f"investor{next(NUMBERS)}@example.org"


@pytest.fixture
def inquiries_of(live_app):
    """`inquiries_of(email)`: references of what came from this address."""

    def find(email):
        with live_app.extensions["database"].reading() as session:
            return list(session.scalars(select(Inquiry.reference).where(Inquiry.email == email)))

    return find


@pytest.fixture
def mail_about(live_app):
    """`mail_about(reference)`: what the outbox holds with this reference, addressee to message."""

    def find(reference):
        with live_app.extensions["database"].reading() as session:
            items = session.scalars(select(OutboxItem).order_by(OutboxItem.id))
            messages = [item.payload_j for item in items if reference in item.key + str(item.payload_j)]
        return {message["to"]: message for message in messages}

    return find


@pytest.fixture
def listed(live_app):
    """`listed(id, kind, columns, facts)`: a record of this test's own, archived at its end."""
    made = []

    def change(record_id, kind, columns, facts):
        with live_app.app_context(), live_app.extensions["database"].writing() as session:
            changes = [RecordChange(record_id, kind, columns, facts)]
            change_records(session, changes, kind="edit", by="system:test", now=datetime.now(UTC))

    def add(record_id, kind, columns, facts):
        change(record_id, kind, {"state": "published", "visibility": "public", **columns}, facts)
        made.append((record_id, kind))

    yield add
    for record_id, kind in made:
        change(record_id, kind, {"state": "archived"}, {})
