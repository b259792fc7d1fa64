"""How Alembic runs here: on a connection handed over by `portal.db.migrate`, never from a file of its own."""

from __future__ import annotations

from typing import Any, Literal

import sqlalchemy as sa
from alembic import context

from portal.db.base import SortKey, UtcDateTime
from portal.db.spatial import Geom, belongs_to_model


def _include(obj: Any, name: str | None, kind: str, reflected: bool, compare_to: Any) -> bool:
    return belongs_to_model(name)


def _render(kind: str, obj: Any, autogen_context: Any) -> str | Literal[False]:
    """The portal's own column types, written by name."""
    if kind != "type":
        return False
    if isinstance(obj, sa.JSON):
        return "JsonType"
    if isinstance(obj, UtcDateTime):
        return "UtcDateTime()"
    if isinstance(obj, Geom):
        return f"Geom({obj.kind!r})"
    return "SortKey" if obj is SortKey else False


def run() -> None:
    options = context.config.attributes
    context.configure(
        connection=options["connection"],
        target_metadata=options.get("metadata"),
        include_object=_include,
        render_as_batch=True,
        render_item=_render,
        compare_type=True,
        transactional_ddl=True,
    )
    with context.begin_transaction():
        context.run_migrations()


run()
