"""The words of a data sheet's row: figures and units, codes, days, sources, questions. Formats only."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from portal import i18n
from portal.i18n import gettext as _
from portal.i18n import ngettext
from portal.records.fields import Field, FieldType
from portal.records.models import Level, Qualifier
from portal.records.shown import QUALIFIERS
from portal.records.views import FactView

COARSE_M = 900.0


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
    """A unit in the current language; signs such as ha or MW are the same in all."""
    count = int(value)
    if unit == "years":
        return ngettext("year", "years", count)
    if unit == "months":
        return ngettext("month", "months", count)
    if unit == "people":
        return ngettext("person", "people", count)
    return {"m³/day": _("m³/day"), "EUR/ha/year": _("EUR/ha/year"), "min": _("min")}.get(unit, unit)


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
        return i18n.day_span(fact.as_of_from, fact.as_of_to) or _("undated")
    newest = max((item.source for item in fact.evidence), key=lambda source: source.published_to or date.min)
    name = (newest.publisher or newest.title).split(" (")[0].removesuffix(" contributors")
    when = short_span(newest.published_from, newest.published_to)
    if not when and fact.level is Level.DERIVED:
        when = short_span(fact.as_of_from, fact.as_of_to)
    label = ", ".join(part for part in (name, when) if part)
    more = len(fact.evidence) - 1
    if not more:
        return label
    return _("%(source)s + %(more)s", source=label, more=more).replace(" + ", "\u00a0+\u00a0")


def short_span(first: date | None, last: date | None) -> str:
    """A span of days; one of a few days is shown as its month."""
    if first and last and first != last and (first.year, first.month) == (last.year, last.month):
        return i18n.month(last)
    return i18n.day_span(first, last)


def ask_words(item: Field, is_half_known: bool) -> str:
    """The words of the link that asks for a field."""
    if is_half_known and item.is_numeric:
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
