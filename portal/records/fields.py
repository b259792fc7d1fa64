"""How a field is declared: once, for form, page, import, export, API, completeness and matching."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any


class FieldType(enum.StrEnum):
    """The form a value takes."""

    NUMBER = "number"
    INTEGER = "integer"
    TEXT = "text"  # in several languages: {"en": …}
    NOTE = "note"  # like TEXT: words beside a figure nobody has stated
    CODE = "code"  # one of `choices`
    CODES = "codes"  # some of `choices`
    WORD = "word"  # a plain string, the same in every language
    WORDS = "words"
    FLAG = "flag"
    DATE = "date"
    PER_NODE = "per_node"  # {node id: kilometres}
    RECORD = "record"  # the id of another record
    COLUMN = "column"  # kept on the record itself (name, boundary, contact…): never a fact


NUMERIC = frozenset({FieldType.NUMBER, FieldType.INTEGER})


@dataclass(frozen=True)
class Field:
    """One field of a data sheet. `label`, `help` and `choices` are lazy texts, translated when shown."""

    key: str
    group: str
    type: FieldType
    label: Any
    unit: str = ""
    weight: int = 1
    essential: bool = False
    """Missing, it eliminates a site: always shown, weighs most."""
    better: str = ""
    """`more`, `less`, or empty where no direction is right for everyone."""
    choices: Mapping[str, Any] = field(default_factory=dict)
    help: Any = ""
    note_key: str = ""
    """The NOTE field that tells in words what is known while the figure is not."""
    least: float | None = None
    most: float | None = None
    synonyms: tuple[str, ...] = ()
    """Headings an importer accepts, lower case; the ten-letter Shapefile form is `short`."""
    short: str = ""

    @property
    def is_numeric(self) -> bool:
        return self.type in NUMERIC


class Catalogue:
    """The fields of one record kind in the order of its data sheet, and the groups they stand in."""

    def __init__(self, groups: Mapping[str, Any], fields: tuple[Field, ...]) -> None:
        self.groups = groups
        self.fields = fields
        self._by_key = {item.key: item for item in fields}
        unknown = {item.group for item in fields} - set(groups)
        if unknown or len(self._by_key) != len(fields):
            raise ValueError(f"the catalogue repeats a key or names an unknown group: {unknown}")

    def __iter__(self) -> Iterator[Field]:
        return iter(self.fields)

    def __contains__(self, key: object) -> bool:
        return key in self._by_key

    def __getitem__(self, key: str) -> Field:
        return self._by_key[key]

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(self._by_key)

    def in_group(self, group: str) -> tuple[Field, ...]:
        return tuple(item for item in self.fields if item.group == group)
