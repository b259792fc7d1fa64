"""A visitor who fills in the inquiry form."""

import pytest
from sqlalchemy import select

from portal.inquiries.models import Inquiry
from portal.outbox.models import OutboxItem

TYPED = {
    "name": "Ona Petraitė",
    "email": "ona@example.org",
    "question": "How many MW can be connected?",
    "consent": "y",
}


@pytest.fixture
def fill(visit):
    """`fill("?site=…", name=…)`: the fields of the form as a browser would send them, with these typed in."""

    def filled(query="", lang="en", **typed):
        fields = visit(f"/{lang}/inquire{query}").form()
        return {**fields, **TYPED, **typed}

    return filled


@pytest.fixture
def ask(client, fill):
    """Fill in the form and send it: the response."""

    def asked(query="", lang="en", **typed):
        return client.post(f"/{lang}/inquire", data=fill(query, lang, **typed))

    return asked


@pytest.fixture
def inquiries(session):
    def found():
        session.expire_all()
        return list(session.scalars(select(Inquiry).order_by(Inquiry.id)))

    return found


@pytest.fixture
def mails(session):
    def found():
        session.expire_all()
        return list(session.scalars(select(OutboxItem).order_by(OutboxItem.id)))

    return found
