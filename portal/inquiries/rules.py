"""References that can be read over the telephone, and the time by which a person answers."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import holidays

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base32: without I, L, O, U."""
REFERENCE_LENGTH = 9
_MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1"})


def new_reference() -> str:
    """A random reference in three groups of three: 45 bits, such as `7K2-Q9D-0MX`."""
    return _grouped("".join(secrets.choice(ALPHABET) for _ in range(REFERENCE_LENGTH)))


def parse_reference(typed: str) -> str | None:
    """The reference that somebody typed: small letters, spaces, O for 0, I or L for 1 are all right."""
    signs = re.sub(r"[\s\-–]+", "", typed.upper()).translate(_MISREAD)
    if len(signs) != REFERENCE_LENGTH or not set(signs) <= set(ALPHABET):
        return None
    return _grouped(signs)


def _grouped(signs: str) -> str:
    return "-".join(signs[start : start + 3] for start in range(0, REFERENCE_LENGTH, 3))


@dataclass(frozen=True)
class OfficeHours:
    """When people are there: ISO weekdays, local hours from `opens` up to, not including, `closes`."""

    country: str
    time_zone: str
    days: tuple[int, ...]
    opens: int
    closes: int
    answer_working_days: int = 1

    def is_working_day(self, day: date) -> bool:
        """Whether the office is open on a day: an office day that is no public holiday."""
        return day.isoweekday() in self.days and not is_public_holiday(self.country, day)

    def is_open(self, local: datetime) -> bool:
        return self.is_working_day(local.date()) and self.opens <= local.hour < self.closes


def is_public_holiday(country: str, day: date) -> bool:
    """Whether a day is a public holiday in a country (ISO code); none is known of an unknown country."""
    return day in _holidays_of(country, day.year)


@lru_cache(maxsize=200)
def _holidays_of(country: str, year: int) -> frozenset[date]:
    try:
        return frozenset(holidays.country_holidays(country, years=year))
    except NotImplementedError:
        return frozenset()


def due_at(received_at: datetime, office: OfficeHours) -> datetime:
    """The moment (in UTC) by which a person answers what came in at `received_at` (aware).

    The clock starts when it came in, or at the next opening where the office was closed then. A working day
    later is the same local time on the next working day: Friday 16:00 → Monday 16:00; Saturday → starts on
    Monday 8:00 → Tuesday 8:00. Summer time does not matter: the local hour stays.
    """
    local = received_at.astimezone(ZoneInfo(office.time_zone))
    start = local if office.is_open(local) else _next_opening(local, office)
    day = start.date()
    for _ in range(office.answer_working_days):
        day = _next_working_day(day, office)
    return _at(day, start.timetz().replace(tzinfo=None), office).astimezone(UTC)


def _next_opening(local: datetime, office: OfficeHours) -> datetime:
    day = local.date()
    if not (office.is_working_day(day) and local.hour < office.opens):
        day = _next_working_day(day, office)
    return _at(day, time(office.opens), office)


def _next_working_day(day: date, office: OfficeHours) -> date:
    for _ in range(366):
        day += timedelta(days=1)
        if office.is_working_day(day):
            return day
    raise ValueError("the office has no working day within a year")


def _at(day: date, hour: time, office: OfficeHours) -> datetime:
    return datetime.combine(day, hour, tzinfo=ZoneInfo(office.time_zone))
