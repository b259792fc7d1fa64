"""A data sheet in the order of its catalogue: every field, stated or not, in the reader's words.

Formats only; no web, no database. A row that nobody stated keeps its place and offers a question.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from portal import i18n
from portal.i18n import gettext as _
from portal.records.fields import Catalogue, Field, FieldType
from portal.records.sheet_words import (
    ask_words,
    code_words,
    day_words,
    disagreement,
    figure_of,
    says_the_same,
    source_label,
    value_words,
    web_address,
)
from portal.records.shown import QUALIFIERS, SourceList
from portal.records.states import Level, Qualifier
from portal.records.views import FactView, RecordView

NOTHING = i18n.Text("")


@dataclass(frozen=True)
class Words:
    """What a row says where it is not a plain fact: a value of the record, or a pointer to a section."""

    text: str
    href: str = ""
    stated: bool = True


@dataclass(frozen=True)
class SheetRow:
    """One row. `before` is "~", "about"…; a figure has a unit, everything else is `text`."""

    key: str
    label: str
    before: str = ""
    figure: str = ""
    unit: str = ""
    text: i18n.Text = NOTHING
    href: str = ""
    note: i18n.Text = NOTHING
    level: str = ""
    sources: tuple[Mapping[str, Any], ...] = ()
    ask: str = ""
    """The words of the question, empty where there is nothing to ask."""
    counts: bool = True
    disagreement: tuple[tuple[str, str], ...] = ()
    """Where sources disagree: (source, what it says)."""

    @property
    def is_stated(self) -> bool:
        return bool(self.figure or self.text or self.note)


@dataclass(frozen=True)
class SheetGroup:
    """A group of the data sheet and how much of it is stated."""

    id: str
    title: str
    rows: tuple[SheetRow, ...]

    @property
    def fields(self) -> int:
        return sum(row.counts for row in self.rows)

    @property
    def stated(self) -> int:
        return sum(row.counts and row.is_stated for row in self.rows)


@dataclass
class Sheet:
    """Reads a record's facts into groups of rows, and its sources into one list.

    `given` holds rows that are no plain fact; `hidden` the keys that have no row here; `names` the names of
    other records and nodes by id; `owners` says which field shows a note that several could show; `words` how
    a stated value reads where its code would say little (a country); `label` names a fact's sources in short.
    """

    view: RecordView
    catalogue: Catalogue
    sources: SourceList
    given: Mapping[str, Words] = field(default_factory=dict)
    hidden: frozenset[str] = frozenset()
    names: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    owners: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    label: Callable[[FactView], str] = source_label

    def groups(self) -> tuple[SheetGroup, ...]:
        """All groups that have a row, in the catalogue's order."""
        found = [
            SheetGroup(group, str(title), tuple(self._rows(self.catalogue.in_group(group))))
            for group, title in self.catalogue.groups.items()
        ]
        return tuple(group for group in found if group.rows)

    def row(self, key: str) -> SheetRow:
        """The row of one field."""
        item = self.catalogue[key]
        given = self.given.get(key)
        fact = self._fact(key)
        if given is not None and (fact is None or given.href):
            return self._given_row(item, given, fact)
        return self._fact_row(item, fact)

    def _rows(self, fields: Iterable[Field]) -> Iterable[SheetRow]:
        for item in fields:
            if item.key in self.hidden or self._shown_elsewhere(item):
                continue
            yield self.row(item.key)

    def _shown_elsewhere(self, item: Field) -> bool:
        """A note stands under its field; one without a field has a row only where it is stated."""
        if item.type is not FieldType.NOTE:
            return False
        return self._owner(item.key) is not None or item.key not in self.view.facts

    def _owner(self, note_key: str) -> str | None:
        if note_key in self.owners:
            return self.owners[note_key]
        return next((item.key for item in self.catalogue if item.note_key == note_key), None)

    def _fact(self, key: str) -> FactView | None:
        fact = self.view.facts.get(key)
        return None if fact is None or fact.value in (None, "unknown") else fact

    def _note(self, item: Field) -> FactView | None:
        if not item.note_key or self._owner(item.note_key) != item.key:
            return None
        return self.view.facts.get(item.note_key)

    def _given_row(self, item: Field, given: Words, fact: FactView | None) -> SheetRow:
        return SheetRow(
            key=item.key,
            label=str(item.label),
            text=_as_text(given.text) if given.stated else NOTHING,
            href=given.href,
            level=fact.level.value if fact else "",
            sources=self._sources(item, fact),
            ask="" if given.stated else _("not stated: ask"),
            counts=bool(item.weight),
        )

    def _fact_row(self, item: Field, fact: FactView | None) -> SheetRow:
        note = self._note(item)
        if fact and note and says_the_same(fact, note):
            note = None
        evidence = fact or note
        before, figure, unit, text = "", "", "", NOTHING
        if fact is not None:
            before, figure, unit, text = self._value(item, fact)
        return SheetRow(
            key=item.key,
            label=str(item.label),
            before=before,
            figure=figure,
            unit=unit,
            text=text,
            href=web_address(item, fact),
            note=_words_beside(fact, note),
            level=evidence.level.value if evidence else "",
            sources=self._sources(item, *distinct(fact, note), shown=" ".join(filter(None, (figure, unit)))),
            ask="" if fact else ask_words(item, bool(note)),
            counts=bool(item.weight),
            disagreement=disagreement(item, fact),
        )

    def _value(self, item: Field, fact: FactView) -> tuple[str, str, str, i18n.Text]:
        """before, figure, unit, text"""
        if item.is_numeric:
            before, figure, unit = figure_of(item, fact, self.view.accuracy_m or 0.0)
            return before, figure, unit, NOTHING
        return str(QUALIFIERS.get(fact.qualifier, "")), "", "", self._text(item, fact)

    def _text(self, item: Field, fact: FactView) -> i18n.Text:
        if item.key in self.words:
            return _as_text(self.words[item.key])
        if item.type is FieldType.DATE:
            return i18n.Text(day_words(fact))
        if item.type is FieldType.PER_NODE:
            return i18n.Text(self._node_words(fact))
        if item.type is FieldType.CODES:
            return i18n.Text(code_words(item, fact.value))
        return value_words(item, fact.value, self.names)

    def _node_words(self, fact: FactView) -> str:
        """All places of a fact, nearest first: "Šiauliai Airport 59 km, Kaunas Airport 87 km"."""
        mark = "~" if fact.qualifier is Qualifier.ABOUT and fact.level is Level.DERIVED else ""
        ordered = sorted(fact.value.items(), key=lambda pair: (pair[1], pair[0]))
        return ", ".join(
            f"{i18n.pick(self.names.get(id_)) or id_}\u00a0{mark}{i18n.quantity(km, 'km', 0)}"
            for id_, km in ordered
        )

    def _sources(
        self, item: Field, *facts: FactView | None, shown: str = ""
    ) -> tuple[Mapping[str, Any], ...]:
        """The source popovers of a row; the first names its figure as well."""
        title = f"{item.label}: {shown}" if shown else str(item.label)
        return tuple(self._source(title, fact) for fact in facts if fact is not None)

    def _source(self, title: str, fact: FactView) -> Mapping[str, Any]:
        note = self.sources.note(title, fact, self.label(fact))
        if fact.method:  # written in the language of the pack, whatever the page's is
            note["method"] = i18n.first_upper(i18n.Text(fact.method, "en", i18n.current() != "en"))
        if fact.level is Level.DERIVED:
            note["rows"] = [*note["rows"], (_("Computed"), i18n.date(self.view.edited_at.date()))]
        return note


def _as_text(words: str) -> i18n.Text:
    return words if isinstance(words, i18n.Text) else i18n.Text(words)


def distinct(fact: FactView | None, note: FactView | None) -> tuple[FactView, ...]:
    """The fact and, where it rests on other sources, the note beside it."""
    if fact is None or note is None:
        return tuple(item for item in (fact, note) if item)
    same = {entry.source.id for entry in note.evidence} <= {entry.source.id for entry in fact.evidence}
    return (fact,) if same else (fact, note)


def _words_beside(fact: FactView | None, note: FactView | None) -> i18n.Text:
    """What is known in words beside a figure: the note's text, else what the figure is about."""
    if note is not None:
        return i18n.first_upper(i18n.pick(note.value))
    return i18n.first_upper(i18n.pick(fact.about)) if fact and fact.about else NOTHING
