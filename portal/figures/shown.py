"""Statistical values and incentives in the reader's words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from portal import i18n
from portal.figures.models import Incentive, Observation
from portal.i18n import gettext as _
from portal.i18n import lazy, ngettext

QUALIFIERS = {"about": lazy("about %(value)s"), "at_least": lazy("at least %(value)s")}
UNITS: Mapping[str, Callable[[float], str]] = {
    "%": i18n.percent,
    "EUR": lambda value: i18n.money(value, cents=False),
    "EUR billion": lambda value: _("€%(number)s bn", number=i18n.number(value)),
    "EUR million": lambda value: _("€%(number)s m", number=i18n.number(value)),
    "EUR thousand": lambda value: i18n.money(value * 1000),
    "ha": i18n.area,
    "km2": lambda value: i18n.quantity(value, "km²"),
}


@dataclass(frozen=True)
class KeyFigure:
    """A value on the start page."""

    figure: str
    label: str
    year: str
    source_id: str


@dataclass(frozen=True)
class Terms:
    """What incentives give, row by row; `title` is what their names have in common."""

    title: str
    rows: list[tuple[str, str]]
    checked_from: date | None
    checked_to: date | None
    source_ids: tuple[str, ...] = ()
    """Where the rules are written, in the order of the rows, each once."""


def figure_words(value: float, unit: str, qualifier: str = "exact") -> str:
    """A value with its unit: "25 %", "about 600". What is counted is said by the indicator's name."""
    shown = UNITS[unit](value) if unit in UNITS else i18n.number(value, 1)
    pattern = QUALIFIERS.get(qualifier)
    return _(pattern.message, value=shown) if pattern else shown


def period_words(first: date | None, last: date | None) -> str:
    """The time a value speaks of, quarters as such: "2021", "2024 Q1", "1 Jan 2020"."""
    if first and last and first.day == 1 and (last.year, last.month) == (first.year, first.month + 2):
        return _("%(year)s Q%(quarter)s", year=first.year, quarter=last.month // 3)
    return i18n.day_span(first, last) or _("undated")


def key_figure(observation: Observation) -> KeyFigure:
    """An observation as the start page shows it; the subject is named where it is not the region itself."""
    label: str = i18n.first_upper(i18n.pick(observation.indicator.name_j))
    if observation.subject_kind != "region" and observation.subject_j:
        label = _("%(what)s, %(where)s", what=label, where=i18n.pick(observation.subject_j))
    return KeyFigure(
        figure=figure_words(observation.value, observation.indicator.unit, observation.qualifier),
        label=label,
        year=period_words(observation.period_from, observation.period_to),
        source_id=observation.sources_j[0] if observation.sources_j else "",
    )


def terms_of(incentives: Sequence[Incentive]) -> Terms:
    """What these incentives give, from their rules; one without a figure is told in its own words."""
    names = [str(i18n.pick(item.name_j)) for item in incentives]
    heads = {name.partition(":")[0] for name in names if ":" in name}
    title = heads.pop() if len(heads) == 1 and all(":" in name for name in names) else ""
    rows = [
        row
        for name, item in zip(names, incentives, strict=True)
        for row in _rows(_without(name, title), item)
    ]
    days = [item.checked_on for item in incentives if item.checked_on]
    source_ids = tuple(dict.fromkeys(id_ for item in incentives for id_ in item.sources_j))
    return Terms(title or _("Incentives"), rows, min(days, default=None), max(days, default=None), source_ids)


def _without(name: str, title: str) -> str:
    short = name.removeprefix(f"{title}:").strip() if title else name
    return short[:1].upper() + short[1:]


def _rows(name: str, incentive: Incentive) -> list[tuple[str, str]]:
    rule: Mapping[str, Any] = incentive.rule_j
    rows = [(name, _amount(rule) or str(i18n.pick(_text(incentive, "amount"))))]
    if "duration_after" in rule and _text(incentive, "after"):
        after = str(i18n.pick(_text(incentive, "after"))).partition(" (")[0]
        label = ngettext("The %(n)s tax period after", "The %(n)s tax periods after", rule["duration_after"])
        rows.append((label, after))
    return rows


def _text(incentive: Incentive, part: str) -> Mapping[str, str]:
    found: Any = incentive.text_j.get(part) or {}
    return found if isinstance(found, Mapping) else {}


def _amount(rule: Mapping[str, Any]) -> str:
    if "rate_pct" in rule and "duration_periods" in rule:
        rate, periods = i18n.percent(rule["rate_pct"]), rule["duration_periods"]
        return ngettext("%(rate)s for %(n)s tax period", "%(rate)s for %(n)s tax periods", periods, rate=rate)
    if "rate_pct" in rule:
        return i18n.percent(rule["rate_pct"])
    if "duration_years" in rule:
        return ngettext("up to %(n)s year", "up to %(n)s years", rule["duration_years"])
    return ""
