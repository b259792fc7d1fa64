"""Companies in the reader's words: choices of the filters, countries, sectors."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from portal import i18n
from portal.companies.fields import ROLES, SECTORS
from portal.companies.rules import CompanySearch, knows_name_and_place_only, sector_order
from portal.i18n import gettext as _
from portal.records.directory import NOT_STATED
from portal.records.shown import QUALIFIERS, Names, place_words, year_words
from portal.records.views import RecordView
from portal.web.arguments import address_with
from portal.web.choices import Option, in_force, options

Counts = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True)
class CompanyRow:
    """One line of the directory. `employees` is empty where nobody stated it."""

    id: str
    name: i18n.Text
    sector: str | None
    sector_word: str
    municipality: i18n.Text
    made: i18n.Text
    is_bare: bool
    employees: str
    before: str
    year: str
    place: str


def country_name(code: str) -> str:
    """A country by its ISO 3166 code, in the current language."""
    return str(i18n.locale().territories.get(code, code))


def sector_word(code: str | None) -> str:
    """The name of a sector; "not stated" where nobody did."""
    return str(SECTORS[code]) if code in SECTORS else _("sector not stated")


def company_row(view: RecordView, names: Names) -> CompanyRow:
    """A company as one line."""
    employees = view.facts.get("employees")
    return CompanyRow(
        id=view.id,
        name=i18n.pick(view.names),
        sector=view.value("sector"),
        sector_word=sector_word(view.value("sector")),
        municipality=i18n.pick(names.get(view.municipality_id or "")),
        made=i18n.pick(view.value("products") or view.value("activity")),
        is_bare=knows_name_and_place_only(view),
        employees="" if employees is None else i18n.number(employees.value),
        before="" if employees is None else str(QUALIFIERS.get(employees.qualifier, "")),
        year="" if employees is None else year_words(employees.as_of_to),
        place=place_words(view),
    )


def options_of(
    search: CompanySearch, counts: Counts, known: Mapping[str, list[str]], names: Names
) -> dict[str, list[Option]]:
    """The choices of every filter, by filter, those without a company included."""
    towns = [code for code in names if code not in known["zones"]]
    named = partial(_name, names)
    return {
        "sectors": options(
            sector_order(counts["sectors"]), search.sectors, counts["sectors"], _word_in(SECTORS), _glyph
        ),
        "roles": options([*ROLES, NOT_STATED], search.roles, counts["roles"], _word_in(ROLES)),
        "municipalities": options(towns, search.municipalities, counts["municipalities"], named),
        "zones": options(known["zones"], search.zones, counts["zones"], named),
        "countries": options(
            [*_by_name(known["countries"]), NOT_STATED], search.countries, counts["countries"], _country
        ),
    }


def filters_in_force(search: CompanySearch, names: Names) -> list[tuple[str, str]]:
    """(words, address of the page without it) of each filter that is set."""
    named = partial(_name, names)
    shown = [(_("“%(words)s”", words=search.q), address_with(q=None))] if search.q else []
    shown += in_force("sector", search.sectors, sector_word)
    shown += in_force("role", search.roles, lambda code: str(ROLES.get(code, _("Role not stated"))))
    shown += in_force("municipality", search.municipalities, named)
    shown += in_force("zone", search.zones, named)
    shown += in_force("capital_country", search.countries, _capital)
    if search.industry40:
        shown.append((_("Industry 4.0"), address_with(industry40=None)))
    if search.employees_min is not None:
        least = i18n.number(search.employees_min)
        shown.append((_("at least %(number)s employees", number=least), address_with(employees_min=None)))
    return shown


def _capital(code: str) -> str:
    if code == NOT_STATED:
        return _("Capital not stated")
    return _("Capital: %(country)s", country=country_name(code))


def _country(code: str) -> str:
    return _("not stated") if code == NOT_STATED else country_name(code)


def _by_name(codes: Iterable[str]) -> list[str]:
    return sorted(codes, key=lambda code: i18n.sort_key(country_name(code), i18n.current()))


def _name(names: Names, code: str) -> str:
    return i18n.pick(names.get(code)) or code


def _word_in(words: Mapping[str, Any]) -> Callable[[str], str]:
    return lambda code: str(words[code]) if code in words else _("not stated")


def _glyph(sector: str) -> str:
    return f"sector-{sector}" if sector in SECTORS else ""
