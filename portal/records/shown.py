"""A record's facts in the reader's words: value, qualifier, evidence. Formats only; no web, no database."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from portal import i18n
from portal.i18n import gettext as _
from portal.i18n import lazy, ngettext
from portal.records.fields import Field, FieldType
from portal.records.models import PositionAccuracy, Qualifier, Source
from portal.records.views import FactView, RecordView

QUALIFIERS = {
    Qualifier.ABOUT: lazy("about"),
    Qualifier.AT_LEAST: lazy("at least"),
    Qualifier.PLANNED: lazy("planned:"),
}
PLACES = {
    PositionAccuracy.SURVEYED: lazy("exactly, surveyed"),
    PositionAccuracy.BOUNDARY: lazy("by its outline"),
    PositionAccuracy.BUILDING: lazy("to the building"),
    PositionAccuracy.POINT: lazy("to the spot"),
    PositionAccuracy.STREET: lazy("to the street"),
    PositionAccuracy.TOWN: lazy("to the zone or town"),
    PositionAccuracy.NONE: lazy("not at all"),
}
SILENT_UNITS = frozenset({"people"})
"""Units that the field's own label says already."""
Names = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class ShownFact:
    """One row of a profile. `value` is None where nobody stated it."""

    key: str
    label: str
    value: i18n.Text | None
    before: str = ""
    is_figure: bool = False
    level: str = ""
    note: Mapping[str, Any] | None = None


def place_words(view: RecordView) -> str:
    """How far its place is known, after "Place known": "to the street, ~1 km"."""
    words = str(PLACES[view.position_accuracy])
    if view.accuracy_m and not view.has_exact_place:
        reach = i18n.distance(view.accuracy_m)
        return _("%(place)s, ~%(reach)s", place=words, reach=reach)
    return words


def value_words(field: Field, value: Any, names: Names | None = None) -> i18n.Text:
    """A value as text, in the language it really is in. `names` holds the names of other records by id."""
    if field.type in (FieldType.TEXT, FieldType.NOTE):
        return i18n.pick(value)
    if field.type is FieldType.RECORD:
        return i18n.pick((names or {}).get(value)) or i18n.Text(str(value))
    return i18n.Text(_FORMS.get(field.type, _plain)(field, value))


def shown_fact(
    field: Field, fact: FactView | None, sources: SourceList, names: Names | None = None
) -> ShownFact:
    """The row of one field: stated with its evidence, or not stated."""
    label = str(field.label)
    if fact is None or fact.value in (None, "unknown"):
        return ShownFact(field.key, label, None)
    return ShownFact(
        key=field.key,
        label=label,
        value=value_words(field, fact.value, names),
        before=str(QUALIFIERS.get(fact.qualifier, "")),
        is_figure=field.is_numeric,
        level=fact.level.value,
        note=sources.note(label, fact),
    )


def days_of(fact: FactView) -> str:
    """The time a fact speaks of; "undated" where its source does not tell."""
    return i18n.day_span(fact.as_of_from, fact.as_of_to) or _("undated")


def years_of(fact: FactView) -> str:
    """The same in years, for narrow columns, unless it is a month or less."""
    first, last = fact.as_of_from, fact.as_of_to
    if first and last and (last - first).days > 31:
        return str(last.year) if first.year == last.year else f"{first.year}–{last.year}"
    return days_of(fact)


def year_words(day: date | None) -> str:
    """The year of a figure; "undated" where its source does not tell."""
    return str(day.year) if day else _("undated")


class SourceList:
    """The sources of a page, numbered in the order in which its facts name them."""

    def __init__(self) -> None:
        self._sources: dict[str, Source] = {}

    def note(self, title: str, fact: FactView) -> dict[str, Any]:
        """What the source popover of a fact says, and where its first source stands in the list."""
        found = [item.source for item in fact.evidence]
        numbers = [self._number(source) for source in found]
        rows = [(_("Source"), source_words(source)) for source in found[:4]]
        if len(found) > 4:
            rows.append(("", ngettext("%(n)s more", "%(n)s more", len(found) - 4)))
        rows.append((_("Speaks of"), days_of(fact)))
        return {
            "id": f"pop-{fact.key}",
            "href": f"#source-{numbers[0]}" if numbers else "#sources",
            "label": self._label(found, fact),
            "title": title,
            "level": fact.level.value,
            "method": fact.method,
            "rows": rows,
        }

    def items(self) -> list[dict[str, Any]]:
        """The list itself, as the component shows it."""
        return [source_item(source, number) for number, source in enumerate(self._sources.values(), 1)]

    def cite(self, source: Source) -> int:
        """The number of a source that something beside the facts rests on."""
        return self._number(source)

    def _number(self, source: Source) -> int:
        self._sources.setdefault(source.id, source)
        return list(self._sources).index(source.id) + 1

    def _label(self, found: list[Source], fact: FactView) -> str:
        if not found:
            return days_of(fact)
        first = (found[0].publisher or found[0].title).split(" (")[0]
        if len(found) > 1:
            first = _("%(source)s + %(more)s", source=first, more=len(found) - 1)
        return f"{first}, {years_of(fact)}"


def source_words(source: Source) -> str:
    """A source in one line: title, publisher, when it was published."""
    parts = (source.title, source.publisher, i18n.day_span(source.published_from, source.published_to))
    return ", ".join(part for part in dict.fromkeys(parts) if part)


def source_item(source: Source, number: int) -> dict[str, Any]:
    """A source as the component `source_list` shows it."""
    safe = (source.url or "").startswith(("https://", "http://"))
    return {
        "id": f"source-{number}",
        "href": source.url if safe else "",
        "title": source.title,
        "publisher": source.publisher if source.publisher != source.title else "",
        "date": i18n.day_span(source.published_from, source.published_to),
        "licence": source.licence,
    }


def _plain(_field: Field, value: Any) -> str:
    return str(value)


def _number(field: Field, value: float) -> str:
    if field.unit == "EUR":
        return i18n.money(value)
    unit = "" if field.unit in SILENT_UNITS else field.unit
    return i18n.quantity(value, unit)


def _codes(field: Field, values: Iterable[str]) -> str:
    return ", ".join(str(field.choices.get(value, value)) for value in values)


_FORMS: Mapping[FieldType, Callable[[Field, Any], str]] = {
    FieldType.NUMBER: _number,
    FieldType.INTEGER: _number,
    FieldType.CODE: lambda field, value: str(field.choices.get(value, value)),
    FieldType.CODES: _codes,
    FieldType.WORDS: lambda _field, values: ", ".join(values),
    FieldType.FLAG: lambda _field, value: _("yes") if value else _("no"),
    FieldType.DATE: lambda _field, value: i18n.date(value),
}
