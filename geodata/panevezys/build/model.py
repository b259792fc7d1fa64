"""What the build hands from its mappings to the writer."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from geodata.pack_tables import LANGUAGES
from geodata.panevezys.build.citations import Citations
from geodata.panevezys.build.days import Span
from geodata.panevezys.build.evidence import SAYS
from geodata.panevezys.build.inputs import translations
from geodata.panevezys.build.values import json_cell

Row = dict[str, str]
NO_DAYS: Span = (None, None)


def texts(base: str, english: str) -> Row:
    """An English text with our translations, as cells of a table."""
    own: Mapping[str, str] = translations().get(english, {})
    cells = {"en": squared(english), "lt": own.get("lt", ""), "de": own.get("de", "")}
    return {f"{base}_{language}": text for language, text in cells.items()}


def squared(text: str) -> str:
    """The text with square metres and kilometres written as such."""
    return re.sub(r"\b(k?m)2\b", r"\1²", text)


def same_name(name: str) -> Row:
    """A name that is the same in every language."""
    return {f"name_{language}": name for language in LANGUAGES}


@dataclass
class Tables:
    """The pack's tables while they grow."""

    citations: Citations = field(default_factory=Citations)
    rows: dict[str, list[Row]] = field(default_factory=dict)

    def add(self, table: str, row: Row) -> None:
        """Appends a row to a table."""
        self.rows.setdefault(table, []).append(row)


@dataclass
class Facts:
    """Writes the facts of one record, which share their sources and their days."""

    tables: Tables
    record: str
    sources: tuple[str, ...]
    days: Span

    def value(self, key: str, value: Any, words: str = "", **evidence: Any) -> None:
        """A fact with a value, and words beside it where they help; nothing is written for an empty one."""
        if value not in ("", None, [], {}):
            self._write(key, json_cell(value), texts("text", words) if words else {}, **evidence)

    def text(self, key: str, english: str, **evidence: Any) -> None:
        """A fact in words; nothing is written for none."""
        if english:
            self._write(key, "", texts("text", english), **evidence)

    def _write(
        self,
        key: str,
        value: str,
        words: Row,
        *,
        qualifier: str = "exact",
        level: str = "declared",
        days: Span | None = None,
        sources: tuple[str, ...] | None = None,
        says: str = "",
    ) -> None:
        narrowed = self.tables.citations.narrowed(self.record, key, self.sources)
        if sources is None and narrowed != self.sources:
            sources = narrowed
            days = self.tables.citations.dates(narrowed) if days is None else days
        first, last = self.days if days is None else days
        row = {
            "record": self.record,
            "key": key,
            "value": value,
            **words,
            "qualifier": qualifier,
            "level": level,
            "as_of_from": first.isoformat() if first else "",
            "as_of_to": last.isoformat() if last else "",
            "sources": ";".join(self.sources if sources is None else sources),
            "says": SAYS.get((self.record, key), says),
        }
        self.tables.add("facts.csv", row)
