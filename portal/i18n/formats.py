"""Numbers, money, measures and days as the current language writes them. No line breaks inside a measure."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from contextvars import ContextVar
from decimal import ROUND_HALF_UP, Decimal
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.numbers import format_currency, format_decimal

from portal.i18n.language import current

NBSP = "\u00a0"
LOCALES = {"en": Locale("en", "GB"), "lt": Locale("lt"), "de": Locale("de")}
_DAY = {"en": "d MMM y", "lt": "yyyy-MM-dd", "de": "dd.MM.yyyy"}
_MONEY = {"en": "¤#,##0", "lt": f"#,##0{NBSP}¤", "de": f"#,##0{NBSP}¤"}

Number = int | float | Decimal
Day = dt.date | str
"""A date, or a partial one as ISO text: `2019`, `2019-05`, `2019-05-17`."""

_zone: ContextVar[str] = ContextVar("time_zone", default="UTC")


def set_time_zone(name: str) -> None:
    """Show moments in this zone (an IANA name such as `Europe/Vilnius`) from here on in this context."""
    _zone.set(name)


def locale() -> Locale:
    """Babel's locale of the current language."""
    return LOCALES[current()]


def number(value: Number, max_digits: int = 2) -> str:
    """`value` with at most `max_digits` decimals, none of them a closing zero."""
    pattern = "#,##0." + "#" * max_digits if max_digits else "#,##0"
    return format_decimal(_rounded(value, max_digits), format=pattern, locale=locale())


def _rounded(value: Number, digits: int) -> Decimal:
    exact = value if isinstance(value, Decimal) else Decimal(str(value))
    rounded = exact.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)
    return abs(rounded) if rounded == 0 else rounded  # no "-0"


def quantity(value: Number, unit: str, max_digits: int = 2) -> str:
    """A number with its unit, kept together by a no-break space."""
    return f"{number(value, max_digits)}{NBSP}{unit}" if unit else number(value, max_digits)


def percent(value: Number, max_digits: int = 1) -> str:
    """`value` is already in percent: 12.5 → "12.5 %"."""
    return quantity(value, "%", max_digits)


def money(eur: Number, cents: bool | None = None) -> str:
    """An amount in euro; with cents where asked for, or by default where there are some below 1,000 euro."""
    amount = _rounded(eur, 2)
    if cents is None:
        cents = abs(amount) < 1000 and amount != amount.to_integral_value()
    pattern = _MONEY[current()]
    if cents:
        pattern = pattern.replace("#,##0", "#,##0.00")
    shown = amount if cents else _rounded(amount, 0)
    return format_currency(shown, "EUR", format=pattern, locale=locale(), currency_digits=False)


def area(ha: Number) -> str:
    """Land in hectares, at most two decimals."""
    return quantity(ha, "ha", 2)


def floor(m2: Number) -> str:
    """Floor area in whole square metres."""
    return quantity(m2, "m²", 0)


def distance(m: Number) -> str:
    """Metres below one kilometre (in tens from 100 m), one decimal up to 10 km, whole kilometres beyond."""
    metres = float(m)
    if metres < 995:
        return quantity(round(metres, -1) if metres >= 100 else round(metres), "m", 0)
    return quantity(metres / 1000, "km", 1 if metres < 9950 else 0)


def date(day: Day) -> str:
    """A day: "23 Nov 2026", "2026-11-23", "23.11.2026". A partial day is shown as its month or year."""
    if isinstance(day, str):
        first, last = _bounds(day)
        return day_span(first, last)
    return format_date(day, format=_DAY[current()], locale=locale())


def month(day: Day) -> str:
    """A month in words: "November 2026", "2026 m. lapkritis", "November 2026"."""
    first = _bounds(day)[0] if isinstance(day, str) else day
    return format_skeleton("yMMMM", first, locale=locale()).replace(" ", NBSP)


def datetime_local(moment: dt.datetime, zone: str | None = None) -> str:
    """An aware moment as day and time in the region's zone: "23 Nov 2026, 14:05"."""
    local = moment.astimezone(ZoneInfo(zone or _zone.get()))
    separator = " " if current() == "lt" else ", "
    return f"{date(local.date())}{separator}{local:%H:%M}"


def day_span(first: Day | None, last: Day | None) -> str:
    """A span of days as short as it is true: a year, years, a month, months, a day, or two days with a dash.

    One missing end leaves the other alone; nothing known is an empty text.
    """
    ends = [end for end in (first, last) if end is not None and end != ""]
    if not ends:
        return ""
    begin, end = _bounds(ends[0])[0], _bounds(ends[-1])[1]
    if _is_start_of_year(begin) and _is_end_of_year(end):
        return str(begin.year) if begin.year == end.year else f"{begin.year}–{end.year}"
    if begin.day == 1 and end.day == calendar.monthrange(end.year, end.month)[1]:
        return month(begin) if _month(begin) == _month(end) else f"{month(begin)} – {month(end)}"
    return date(begin) if begin == end else f"{date(begin)} – {date(end)}"


def _bounds(day: Day) -> tuple[dt.date, dt.date]:
    """The first and the last day that a partial date means; ValueError if it is none."""
    if isinstance(day, dt.datetime):
        day = day.date()
    if isinstance(day, dt.date):
        return day, day
    match = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", day.strip())
    if not match:
        raise ValueError(f"not a date: {day}")
    year, in_year, in_month = (int(part or 0) for part in match.groups())
    last_month = in_year or 12
    last = dt.date(year, last_month, in_month or calendar.monthrange(year, last_month)[1])
    return dt.date(year, in_year or 1, in_month or 1), last


def _month(day: dt.date) -> tuple[int, int]:
    return day.year, day.month


def _is_start_of_year(day: dt.date) -> bool:
    return (day.month, day.day) == (1, 1)


def _is_end_of_year(day: dt.date) -> bool:
    return (day.month, day.day) == (12, 31)
