"""A fact may say in words what its value is about."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from portal.db.base import JsonType

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("fact", sa.Column("about_j", JsonType, nullable=True))
