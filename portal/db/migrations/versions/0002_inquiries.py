"""Inquiries: what was asked, about which records, and what happened since."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from portal.db.base import JsonType, UtcDateTime

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "inquiry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("reference", sa.String(length=11), nullable=False),
        sa.Column("nonce", sa.String(length=64), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=True),
        sa.Column("email", sa.String(length=254), nullable=True),
        sa.Column("company", sa.String(length=150), nullable=True),
        sa.Column("country", sa.String(length=2), nullable=True),
        sa.Column("phone", sa.String(length=40), nullable=True),
        sa.Column("code_name", sa.String(length=100), nullable=True),
        sa.Column("question", sa.Text(), nullable=True),
        sa.Column("needs_j", JsonType, nullable=False),
        sa.Column("consent_version", sa.String(length=20), nullable=False),
        sa.Column("consented_at", UtcDateTime(), nullable=False),
        sa.Column("organisation_id", sa.String(length=40), nullable=True),
        sa.Column("owner", sa.Text(), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "new",
                "acknowledged",
                "qualified",
                "proposal_sent",
                "site_visit",
                "negotiation",
                "won",
                "lost",
                "spam",
                name="inquirystate",
                native_enum=False,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("lost_reason", sa.Text(), nullable=True),
        sa.Column("received_at", UtcDateTime(), nullable=False),
        sa.Column("due_at", UtcDateTime(), nullable=False),
        sa.Column("first_answer_at", UtcDateTime(), nullable=True),
        sa.Column("next_action", sa.Text(), nullable=True),
        sa.Column("next_on", sa.Date(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("anonymised_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_inquiry_organisation_id_organisation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inquiry")),
        sa.UniqueConstraint("nonce", name=op.f("uq_inquiry_nonce")),
        sa.UniqueConstraint("reference", name=op.f("uq_inquiry_reference")),
    )
    op.create_index("ix_inquiry_email", "inquiry", ["email"], unique=False)
    op.create_index("ix_inquiry_open", "inquiry", ["state", "due_at"], unique=False)
    op.create_index(op.f("ix_inquiry_organisation_id"), "inquiry", ["organisation_id"], unique=False)
    op.create_index("ix_inquiry_received", "inquiry", ["received_at"], unique=False)

    op.create_table(
        "inquiry_event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("inquiry_id", sa.Integer(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("actor", sa.String(length=80), nullable=False),
        sa.Column("body", sa.Text(), nullable=True),
        sa.Column("data_j", JsonType, nullable=False),
        sa.Column("internal", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["inquiry_id"], ["inquiry.id"], name=op.f("fk_inquiry_event_inquiry_id_inquiry")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inquiry_event")),
    )
    op.create_index("ix_inquiry_event_inquiry", "inquiry_event", ["inquiry_id", "id"], unique=False)

    op.create_table(
        "inquiry_site",
        sa.Column("inquiry_id", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.String(length=40), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("as_asked_j", JsonType, nullable=False),
        sa.ForeignKeyConstraint(
            ["inquiry_id"], ["inquiry.id"], name=op.f("fk_inquiry_site_inquiry_id_inquiry")
        ),
        sa.ForeignKeyConstraint(["record_id"], ["record.id"], name=op.f("fk_inquiry_site_record_id_record")),
        sa.PrimaryKeyConstraint("inquiry_id", "record_id", name=op.f("pk_inquiry_site")),
    )
    op.create_index("ix_inquiry_site_record", "inquiry_site", ["record_id"], unique=False)
