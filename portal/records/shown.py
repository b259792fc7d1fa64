"""Qualifiers, places, days and the sources of a page in the reader's words. Formats only; no database."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from portal import i18n
from portal.i18n import gettext as _
from portal.i18n import lazy, ngettext
from portal.records.models import Source
from portal.records.states import PositionAccuracy, Qualifier
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
Names = Mapping[str, Mapping[str, str]]


def place_words(view: RecordView) -> str:
    """How far its place is known, after "Place known": "to the street, ~1 km"."""
    words = str(PLACES[view.position_accuracy])
    if view.accuracy_m and not view.has_exact_place:
        reach = i18n.distance(view.accuracy_m)
        return _("%(place)s, ~%(reach)s", place=words, reach=reach)
    return words


def days_of(fact: FactView) -> str:
    """The time a fact speaks of; "undated" where its source does not tell."""
    return i18n.day_span(fact.as_of_from, fact.as_of_to) or _("undated")


def year_words(day: date | None) -> str:
    """The year of a figure; "undated" where its source does not tell."""
    return str(day.year) if day else _("undated")


class SourceList:
    """The sources of a page, numbered in the order in which its facts name them."""

    def __init__(self) -> None:
        self._sources: dict[str, Source] = {}

    def note(self, title: str, fact: FactView, label: str) -> dict[str, Any]:
        """What the source popover of a fact says, and where its first source stands in the list.

        `label` is the link that opens it."""
        found = [item.source for item in fact.evidence]
        numbers = [self._number(source) for source in found]
        rows = [(_("Source"), source_words(source)) for source in found[:4]]
        if len(found) > 4:
            rows.append(("", ngettext("%(n)s more", "%(n)s more", len(found) - 4)))
        rows.append((_("Speaks of"), days_of(fact)))
        return {
            "id": f"pop-{fact.key}",
            "href": f"#source-{numbers[0]}" if numbers else "#sources",
            "label": label,
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
