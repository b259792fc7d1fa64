"""The order of names in each language."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from portal.db.base import SortKey

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for lang in ("en", "de"):
        op.add_column("record", sa.Column(f"name_sort_{lang}", SortKey, nullable=False, server_default=""))
    op.execute("UPDATE record SET name_sort_en = name_sort, name_sort_de = name_sort")
    op.drop_column("municipality", "name_sort")
