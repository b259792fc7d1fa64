"""Companies in the reader's words: choices of the filters, countries, sectors."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from portal import i18n
from portal.companies.fields import ROLES, SECTORS
from portal.companies.rules import NOT_STATED, CompanySearch, knows_name_and_place_only, sector_order
from portal.i18n import gettext as _
from portal.records.shown import QUALIFIERS, Names, place_words, year_words
from portal.records.views import RecordView
from portal.web.arguments import address_with, address_without

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


@dataclass(frozen=True)
class Option:
    """One choice of a filter with the number of companies it would give."""

    value: str
    word: str
    count: int
    chosen: bool
    glyph: str = ""


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
    return {
        "sectors": _options(sector_order(counts["sectors"]), search.sectors, counts["sectors"], SECTORS),
        "roles": _options([*ROLES, NOT_STATED], search.roles, counts["roles"], ROLES),
        "municipalities": _named(
            [code for code in names if code not in known["zones"]],
            search.municipalities,
            counts["municipalities"],
            names,
        ),
        "zones": _named(known["zones"], search.zones, counts["zones"], names),
        "countries": _countries(known["countries"], search.countries, counts["countries"]),
    }


def filters_in_force(search: CompanySearch, names: Names) -> list[tuple[str, str]]:
    """(words, address of the page without it) of each filter that is set."""
    shown = [(_("“%(words)s”", words=search.q), address_with(q=None))] if search.q else []
    shown += _in_force("sector", search.sectors, lambda code: sector_word(code))
    shown += _in_force("role", search.roles, lambda code: str(ROLES.get(code, _("Role not stated"))))
    shown += _in_force("municipality", search.municipalities, lambda code: i18n.pick(names.get(code)) or code)
    shown += _in_force("zone", search.zones, lambda code: i18n.pick(names.get(code)) or code)
    shown += _in_force("capital_country", search.countries, lambda code: _capital(code))
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


def _in_force(name: str, codes: Iterable[str], word: Any) -> list[tuple[str, str]]:
    return [(word(code), address_without(name, code)) for code in codes]


def _options(
    codes: Iterable[str], chosen: Iterable[str], counts: Mapping[str, int], words: Mapping[str, Any]
) -> list[Option]:
    picked = set(chosen)
    return [
        Option(
            value=code,
            word=str(words[code]) if code in words else _("not stated"),
            count=counts.get(code, 0),
            chosen=code in picked,
            glyph=f"sector-{code}" if words is SECTORS and code in SECTORS else "",
        )
        for code in codes
    ]


def _named(
    codes: Iterable[str], chosen: Iterable[str], counts: Mapping[str, int], names: Names
) -> list[Option]:
    return _options(codes, chosen, counts, {code: i18n.pick(names.get(code)) or code for code in codes})


def _countries(codes: Iterable[str], chosen: Iterable[str], counts: Mapping[str, int]) -> list[Option]:
    words = {code: country_name(code) for code in codes}
    ordered = sorted(words, key=lambda code: i18n.sort_key(words[code], i18n.current()))
    return _options([*ordered, NOT_STATED], chosen, counts, words)
