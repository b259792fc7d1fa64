"""Incentives and observations as rows of tables, each with the numbers of its sources. Formats only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from portal import i18n
from portal.figures.models import Incentive, Observation
from portal.figures.shown import figure_words, period_words
from portal.i18n import gettext as _
from portal.records.models import Source
from portal.records.shown import SourceList


@dataclass(frozen=True)
class IncentiveRow:
    """A rule: what it gives and to whom, its law, when that was checked ("checked 2023"), its sources."""

    id: str
    name: i18n.Text
    amount: i18n.Text
    condition: i18n.Text
    legal: str
    checked: str
    cites: tuple[int, ...]


@dataclass(frozen=True)
class ObservedRow:
    """One value of an indicator with its time and the numbers of its sources."""

    name: i18n.Text
    shown: str
    when: str
    note: i18n.Text
    cites: tuple[int, ...]


def incentive_rows(
    rules: Iterable[Incentive], sources: SourceList, known: Mapping[str, Source]
) -> tuple[IncentiveRow, ...]:
    """Incentives as rows; `known` holds the sources by id."""
    return tuple(_incentive(rule, cite(sources, known, rule.sources_j)) for rule in rules)


def observed_rows(
    observations: Iterable[Observation], sources: SourceList, known: Mapping[str, Source]
) -> tuple[ObservedRow, ...]:
    """Observations as rows, in the order given."""
    return tuple(_observed(item, cite(sources, known, item.sources_j)) for item in observations)


def cite(sources: SourceList, known: Mapping[str, Source], ids: Sequence[str]) -> tuple[int, ...]:
    """The numbers of these sources in the list at the foot of the page."""
    return tuple(sources.cite(known[id_]) for id_ in ids if id_ in known)


def checked_words(day: date | None) -> str:
    """When a law was checked; the last day of a year or month stands for the year or month in its source."""
    if day is None:
        return _("not checked")
    if (day.month, day.day) == (12, 31):
        return _("checked %(when)s", when=day.year)
    is_last = (day + timedelta(days=1)).day == 1
    return _("checked %(when)s", when=i18n.month(day) if is_last else i18n.date(day))


def _incentive(rule: Incentive, cites: tuple[int, ...]) -> IncentiveRow:
    texts: Any = rule.text_j
    return IncentiveRow(
        id=rule.id,
        name=i18n.pick(rule.name_j),
        amount=i18n.pick(texts.get("amount") or texts.get("gives")),
        condition=i18n.pick(texts.get("condition")),
        legal=rule.legal_ref or "",
        checked=checked_words(rule.checked_on),
        cites=cites,
    )


def _observed(item: Observation, cites: tuple[int, ...]) -> ObservedRow:
    return ObservedRow(
        name=i18n.first_upper(i18n.pick(item.indicator.name_j)),
        shown=figure_words(item.value, item.indicator.unit, item.qualifier),
        when=period_words(item.period_from, item.period_to),
        note=i18n.pick(item.note_j),
        cites=cites,
    )
