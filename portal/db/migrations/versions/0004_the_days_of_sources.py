"""The oldest and the newest source of all sites are read from an index."""

from __future__ import annotations

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index(op.f("ix_site_source_on"), "site", ["source_on"])
