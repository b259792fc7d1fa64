"""The words of a data sheet's row: figures and units, codes, days, sources, questions. Formats only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from portal import i18n
from portal.i18n import gettext as _
from portal.i18n import ngettext
from portal.records.fields import Field, FieldType
from portal.records.models import Source
from portal.records.shown import QUALIFIERS, days_of
from portal.records.states import Level, Qualifier
from portal.records.views import FactView

COARSE_M = 900.0
WEB = ("https://", "http://")


def value_words(item: Field, value: Any, names: Mapping[str, Mapping[str, str]]) -> i18n.Text:
    """A value as text, in the language it really is in. `names` holds the names of other records by id."""
    if item.type in (FieldType.TEXT, FieldType.NOTE):
        return i18n.first_upper(i18n.pick(value))
    if item.type is FieldType.RECORD:
        return i18n.pick(names.get(value)) or i18n.Text(str(value))
    if item.type is FieldType.CODE:
        return i18n.first_upper(i18n.Text(str(item.choices.get(value, value))))
    if item.type is FieldType.FLAG:
        return i18n.first_upper(i18n.Text(_("yes") if value else _("no")))
    if item.type is FieldType.WORDS:
        return i18n.Text(", ".join(value))
    return i18n.Text(str(value).removeprefix(WEB[0]).removeprefix(WEB[1]))


def web_address(item: Field, fact: FactView | None) -> str:
    """The address a fact is; empty where it is none, or one of another scheme than the web's."""
    is_address = fact is not None and item.type is FieldType.WORD and str(fact.value).startswith(WEB)
    return str(fact.value) if fact and is_address else ""


def figure_of(item: Field, fact: FactView, accuracy_m: float) -> tuple[str, str, str]:
    """What stands before a figure, the figure, its unit."""
    value = float(fact.value)
    before = str(QUALIFIERS.get(fact.qualifier, ""))
    if item.unit == "km":
        rough = fact.qualifier is Qualifier.ABOUT and fact.level is Level.DERIVED
        figure, unit = kilometres(value, accuracy_m if rough else 0.0)
        return "~" if rough else before, figure, unit
    if item.unit == "EUR":
        return before, i18n.money(value), ""
    if item.type is FieldType.INTEGER and not item.unit:
        return before, str(int(value)), ""
    return before, i18n.number(value), unit_words(item.unit, value)


def kilometres(km: float, error_m: float = 0.0) -> tuple[str, str]:
    """A distance as figure and unit; a coarse one of a kilometre or more in whole kilometres."""
    if error_m >= COARSE_M and km >= 1:
        return i18n.number(km, 0), "km"
    figure, unit = i18n.distance(km * 1000).rsplit("\u00a0", 1)
    return figure, unit


def unit_words(unit: str, value: float) -> str:
    """A unit in the current language; signs such as ha or MW are the same in all. People are not named: the
    field's label says who is counted."""
    count = int(value)
    if unit == "years":
        return ngettext("year", "years", count)
    if unit == "months":
        return ngettext("month", "months", count)
    words = {"m³/day": _("m³/day"), "EUR/ha/year": _("EUR/ha/year"), "min": _("min"), "people": ""}
    return words.get(unit, unit)


def code_words(item: Field, codes: Sequence[str]) -> str:
    """Codes as one phrase: "Production, warehousing"; German nouns keep their capitals."""
    words = [str(item.choices.get(code, code)) for code in codes]
    return ", ".join([*words[:1], *map(i18n.lower_first, words[1:])])


def day_words(fact: FactView) -> str:
    """A date, as exactly as its source gives it: "May 2019" for a day that is only known to the month."""
    day = date.fromisoformat(fact.value)
    first, last = fact.as_of_from, fact.as_of_to
    if first and last and first <= day <= last and (last - first).days <= 366:
        return i18n.day_span(first, last)
    return i18n.date(day)


def source_label(fact: FactView) -> str:
    """The newest source in short, and how many more: "vz.lt, May 2019 + 1"."""
    if not fact.evidence:
        return days_of(fact)
    newest = max((item.source for item in fact.evidence), key=lambda source: source.published_to or date.min)
    name = short_name(newest)
    when = short_span(newest.published_from, newest.published_to)
    if not when and fact.level is Level.DERIVED:
        when = short_span(fact.as_of_from, fact.as_of_to)
    return _and_more(", ".join(part for part in (name, when) if part), fact)


def dated_label(fact: FactView) -> str:
    """The first source in short, how many more, and the years the fact speaks of: "lafez.lt + 2, 2024"."""
    if not fact.evidence:
        return days_of(fact)
    return f"{_and_more(short_name(fact.evidence[0].source), fact)}, {_years_of(fact)}"


def short_name(source: Source) -> str:
    """Who published a source, in a word or two."""
    return (source.publisher or source.title).split(" (")[0].removesuffix(" contributors")


def _and_more(label: str, fact: FactView) -> str:
    more = len(fact.evidence) - 1
    if not more:
        return label
    return _("%(source)s + %(more)s", source=label, more=more).replace(" + ", "\u00a0+\u00a0")


def _years_of(fact: FactView) -> str:
    first, last = fact.as_of_from, fact.as_of_to
    if first and last and (last - first).days > 31:
        return str(last.year) if first.year == last.year else f"{first.year}–{last.year}"
    return days_of(fact)


def short_span(first: date | None, last: date | None) -> str:
    """A span of days; one of a few days is shown as its month."""
    if first and last and first != last and (first.year, first.month) == (last.year, last.month):
        return i18n.month(last)
    return i18n.day_span(first, last)


def ask_words(item: Field, is_half_known: bool) -> str:
    """The words of the link that asks for a field."""
    if is_half_known and not item.is_numeric:
        return _("details not stated: ask")
    if is_half_known:
        return _("capacity not stated: ask") if item.group == "utilities" else _("figure not stated: ask")
    return _("not stated: ask")


def disagreement(item: Field, fact: FactView | None) -> tuple[tuple[str, str], ...]:
    """What each source says, where a fact keeps sources that disagree."""
    said = [entry for entry in (fact.evidence if fact else ()) if entry.says is not None]
    return tuple(
        (entry.source.publisher or entry.source.title, says_words(item, entry.says)) for entry in said
    )


def says_words(item: Field, says: Any) -> str:
    """What one source says, as text."""
    if item.is_numeric and isinstance(says, int | float):
        return i18n.quantity(says, unit_words(item.unit, says))
    return str(i18n.pick(says)) if isinstance(says, dict) else str(says)


def says_the_same(fact: FactView, note: FactView) -> bool:
    """Whether the words beside a code are the code itself: "private" beside `private`."""
    codes = fact.value if isinstance(fact.value, list) else [fact.value]
    said = ", ".join(str(code).replace("_", " ") for code in codes)
    return any(i18n.fold(text) == said for text in note.value.values())
