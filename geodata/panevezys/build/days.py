"""Dates as sources give them -> first and last day."""

import calendar
import re
from datetime import date

Span = tuple[date | None, date | None]
PART = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
QUARTER = re.compile(r"(\d{4})-Q([1-4])")


def span(text: str) -> Span:
    """The days that "2019", "2019-05", "2019-05-07", "2023-Q4", "2015/2020" or "about 2014" stand for."""
    text = text.strip().removeprefix("about ")
    if not text:
        return None, None
    if quarter := QUARTER.fullmatch(text):
        return _months(int(quarter[1]), int(quarter[2]) * 3 - 2, int(quarter[2]) * 3)
    if whole := PART.fullmatch(text):
        return _part(whole)
    first, last = re.split(r"/|-(?=\d{4}$)", text)
    return span(first)[0], span(last)[1]


def _part(match: re.Match[str]) -> Span:
    year, month, day = match.groups()
    if day:
        on = date(int(year), int(month), int(day))
        return on, on
    return _months(int(year), int(month), int(month)) if month else _months(int(year), 1, 12)


def _months(year: int, first: int, last: int) -> Span:
    return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])


def around(spans: list[Span]) -> Span:
    """The smallest span that holds all known ones."""
    firsts = [first for first, _last in spans if first]
    lasts = [last for _first, last in spans if last]
    return min(firsts, default=None), max(lasts, default=None)
