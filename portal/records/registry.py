"""Record kinds: each feature offers its catalogue and its projector; `portal.kinds` fills the list."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from portal.db.base import Base
from portal.records.fields import Catalogue
from portal.records.views import RecordView


@dataclass(frozen=True)
class Projection:
    """What search and API need of one record: the columns of the kind's table, and its public properties."""

    columns: Mapping[str, Any]
    properties: Mapping[str, Any]


@dataclass(frozen=True)
class RecordKind:
    """A kind of record: where its projection is kept, which page shows it, how it is projected."""

    name: str
    catalogue: Catalogue
    table: type[Base]
    project: Callable[[RecordView], Projection]
    page_path: str = ""
    """Path of the public page after the language, such as `sites/`; empty without a page."""


_KINDS: dict[str, RecordKind] = {}


def register(kind: RecordKind) -> None:
    """Make a kind known; a second registration replaces the first."""
    _KINDS[kind.name] = kind


def kind_named(name: str) -> RecordKind:
    """The kind; KeyError where nobody registered it."""
    return _KINDS[name]


def kinds() -> tuple[RecordKind, ...]:
    """All kinds in order of registration."""
    return tuple(_KINDS.values())
