"""Institutions in the reader's words: rows and choices of the directory."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from portal import i18n
from portal.education.fields import TYPES
from portal.education.isced import BROAD, field_name
from portal.education.rules import NOT_STATED, EducationSearch, glyph
from portal.i18n import gettext as _
from portal.records.shown import QUALIFIERS, Names, place_words, year_words
from portal.records.views import RecordView
from portal.web.arguments import address_with, address_without


@dataclass(frozen=True)
class Figure:
    """A number with what it means and its year; empty where nobody stated it."""

    shown: str = ""
    before: str = ""
    year: str = ""


@dataclass(frozen=True)
class InstitutionRow:
    """One line of the directory. `place` is empty where the place is known exactly."""

    id: str
    name: i18n.Text
    glyph: str
    type_word: str
    municipality: i18n.Text
    teaches: i18n.Text
    programmes: int
    students: Figure
    graduates: Figure
    place: str


def type_word(code: str | None) -> str:
    """The name of a kind of institution."""
    return str(TYPES[code]) if code in TYPES else _("kind not stated")


def figure(view: RecordView, key: str) -> Figure:
    """A figure of a record with its year."""
    fact = view.facts.get(key)
    if fact is None:
        return Figure()
    before = str(QUALIFIERS.get(fact.qualifier, ""))
    return Figure(i18n.number(fact.value), before, year_words(fact.as_of_to))


def institution_row(view: RecordView, names: Names, programmes: Mapping[str, int]) -> InstitutionRow:
    """An institution as one line."""
    return InstitutionRow(
        id=view.id,
        name=i18n.pick(view.names),
        glyph=glyph(view.value("type")),
        type_word=type_word(view.value("type")),
        municipality=i18n.pick(names.get(view.municipality_id or "")),
        teaches=i18n.pick(view.value("programmes_note")),
        programmes=programmes.get(view.id, 0),
        students=figure(view, "students"),
        graduates=figure(view, "graduates"),
        place="" if view.has_exact_place else place_words(view),
    )


def options_of(
    search: EducationSearch, counts: Mapping[str, Mapping[str, int]], names: Names
) -> dict[str, list[dict[str, Any]]]:
    """The choices of every filter with the institutions each would give, by filter."""
    types = [code for code in TYPES if counts["types"].get(code) or code in search.types]
    fields = [code for code in BROAD if counts["fields"].get(code) or code in search.fields]
    places = {code: i18n.pick(names[code]) or code for code in names}
    return {
        "types": _options(types, search.types, counts["types"], TYPES, glyph),
        "municipalities": _options(names, search.municipalities, counts["municipalities"], places),
        "fields": _options(
            fields, search.fields, counts["fields"], {code: field_name(code) for code in BROAD}
        ),
    }


def filters_in_force(search: EducationSearch, names: Names) -> list[tuple[str, str]]:
    """(words, address of the page without it) of each filter that is set."""
    shown = [(_("“%(words)s”", words=search.q), address_with(q=None))] if search.q else []
    shown += [(type_word(code), address_without("type", code)) for code in search.types]
    shown += [
        (i18n.pick(names.get(code)) or code, address_without("municipality", code))
        for code in search.municipalities
    ]
    shown += [(field_name(code), address_without("isced_f", code)) for code in search.fields]
    return shown


def _options(
    codes: Iterable[str],
    chosen: Iterable[str],
    counts: Mapping[str, int],
    words: Mapping[str, Any],
    symbol: Any = None,
) -> list[dict[str, Any]]:
    picked = set(chosen)
    return [
        {
            "value": code,
            "word": str(words.get(code) or _("not stated")),
            "count": counts.get(code, 0),
            "chosen": code in picked,
            "glyph": symbol(code) if symbol and code != NOT_STATED else "",
        }
        for code in codes
    ]
