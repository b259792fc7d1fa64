"""Institutions in the reader's words: rows and choices of the directory."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from portal import i18n
from portal.education.fields import TYPES
from portal.education.isced import BROAD, field_name
from portal.education.rules import EducationSearch, glyph
from portal.i18n import gettext as _
from portal.records.shown import QUALIFIERS, Names, place_words, year_words
from portal.records.views import RecordView
from portal.web.arguments import address_with
from portal.web.choices import Option, in_force, options


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
) -> dict[str, list[Option]]:
    """The choices of every filter with the institutions each would give, by filter."""
    types = [code for code in TYPES if counts["types"].get(code) or code in search.types]
    fields = [code for code in BROAD if counts["fields"].get(code) or code in search.fields]
    named = partial(_name, names)
    return {
        "types": options(types, search.types, counts["types"], lambda code: str(TYPES[code]), glyph),
        "municipalities": options(names, search.municipalities, counts["municipalities"], named),
        "fields": options(fields, search.fields, counts["fields"], field_name),
    }


def filters_in_force(search: EducationSearch, names: Names) -> list[tuple[str, str]]:
    """(words, address of the page without it) of each filter that is set."""
    shown = [(_("“%(words)s”", words=search.q), address_with(q=None))] if search.q else []
    shown += in_force("type", search.types, type_word)
    shown += in_force("municipality", search.municipalities, partial(_name, names))
    shown += in_force("isced_f", search.fields, field_name)
    return shown


def _name(names: Names, code: str) -> str:
    return i18n.pick(names.get(code)) or code
