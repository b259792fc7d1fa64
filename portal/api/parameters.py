"""Query parameters of the API: read strictly; anything malformed or unknown is a 400 that names it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement

from portal.api.collections import Collection, Filter, box_condition, condition
from portal.errors import PortalError
from portal.sites import parameters as read
from portal.sites.parameters import Malformed
from portal.sites.search import PARAMETERS, Problem, SearchParams, parse

Given = Mapping[str, Sequence[str]]
LIMIT, LIMIT_MOST = 100, 1000
OFFSET_MOST = 1_000_000_000
COMMON = ("limit", "offset", "bbox", "datetime", "f")
SEARCH = tuple(name for name in PARAMETERS if name not in ("limit", "bbox", "map"))
FORMATS = frozenset({"json", "geojson"})
REASONS = {
    "not_a_number": "is not a number",
    "not_whole": "is not a whole number",
    "out_of_range": "is out of range",
    "not_a_date": "is not a date such as 2027-03-31",
    "not_a_time": "is not a date-time of RFC 3339, nor an interval of two with a slash between them",
    "wrong_count": "has the wrong count of numbers",
    "swapped_corners": "has its corners swapped: give west,south,east,north",
    "self_crossing": "is a polygon that crosses itself",
    "not_a_polygon": "is not a valid WKT polygon",
    "too_many_vertices": "has more than 100 vertices",
    "too_long": "is too long",
    "too_many": "has too many values",
    "repeated": "is given more than once",
    "unknown_code": "is not known here",
    "unknown": "is not a parameter of this resource",
    "missing": "is missing: near and near_km belong together",
    "below_least": "is less than the least value asked for",
    "not_a_flag": "is neither true nor false",
}
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d([Tt]\d\d:\d\d:\d\d(\.\d{1,9})?([Zz]|[+-]\d\d:\d\d))?")


class BadParameters(PortalError):
    """Some parameters cannot be used; `problems` names them."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("bad_parameters")
        self.problems = list(problems)


def sentence(problem: Problem) -> str:
    """What is wrong with one parameter, in English, for developers."""
    shown = f" ({problem.value!r})" if problem.value else ""
    return f"{problem.parameter}{shown} {REASONS[problem.code]}."


@dataclass(frozen=True)
class Days:
    """A span of time, open where an end is None."""

    first: datetime | None
    last: datetime | None


@dataclass
class ItemsRequest:
    """What one items request asks for."""

    limit: int = LIMIT
    offset: int = 0
    conditions: list[ColumnElement[bool]] = field(default_factory=list)
    box: read.Box | None = None
    time: Days | None = None
    search: SearchParams = field(default_factory=SearchParams)
    notes: list[Problem] = field(default_factory=list)


def only(given: Given, allowed: Sequence[str]) -> None:
    """Refuse parameters that this resource does not know, and formats that it does not write."""
    problems = _strangers(given, allowed)
    if problems:
        raise BadParameters(problems)


def _strangers(given: Given, allowed: Sequence[str]) -> list[Problem]:
    problems = [Problem(read.clean(name, 40), "unknown") for name in given if name not in allowed]
    for text in given.get("f", ()):
        if text not in FORMATS:
            problems.append(Problem("f", "unknown_code", read.clean(text, 40)))
    return problems


def allowed_names(collection: Collection) -> tuple[str, ...]:
    """All query parameters of a collection's items."""
    own = SEARCH if collection.id == "sites" else tuple(item.name for item in collection.filters)
    return (*COMMON, *own)


def items_request(collection: Collection, given: Given) -> ItemsRequest:
    """Read the parameters of an items request. Raises BadParameters with all problems at once."""
    asked, problems = ItemsRequest(), _strangers(given, allowed_names(collection))
    for name, reader in (("limit", _limit), ("offset", _offset), ("datetime", interval)):
        problems += _single(asked, given, name, reader)
    if collection.id == "sites":
        asked.search, found = parse({name: texts for name, texts in given.items() if name != "limit"})
        problems += [
            item for item in found if item.code != "unknown_code" or item.parameter in ("sort", "unknown")
        ]
        asked.notes = [item for item in found if item not in problems]
        if asked.search.page > 1 and "offset" not in given:
            asked.offset = (asked.search.page - 1) * asked.limit
    else:
        problems += _single(asked, given, "bbox", read.box)
        problems += _property_filters(asked, collection, given)
    if problems:
        raise BadParameters(problems)
    if asked.box is not None and collection.record_kind:
        asked.conditions.append(box_condition(asked.box))
    return asked


_ATTRIBUTES = {"limit": "limit", "offset": "offset", "datetime": "time", "bbox": "box"}


def _single(asked: ItemsRequest, given: Given, name: str, reader: Any) -> list[Problem]:
    texts = list(dict.fromkeys(given.get(name, ())))
    if not texts:
        return []
    if len(texts) > 1:
        return [Problem(name, "repeated", read.clean(texts[1], 80))]
    try:
        setattr(asked, _ATTRIBUTES[name], reader(texts[0]))
    except Malformed as error:
        return [Problem(name, error.code, read.clean(texts[0], 80))]
    return []


def _limit(text: str) -> int:
    return min(read.whole(text, 1, 999_999_999), LIMIT_MOST)


def _offset(text: str) -> int:
    return read.whole(text, 0, OFFSET_MOST)


def _property_filters(asked: ItemsRequest, collection: Collection, given: Given) -> list[Problem]:
    problems = []
    for item in collection.filters:
        texts = [text for text in given.get(item.name, ()) if text.strip()]
        if not texts:
            continue
        try:
            asked.conditions.append(condition(item, _values(item, texts, asked.notes)))
        except Malformed as error:
            problems.append(Problem(item.name, error.code, read.clean(texts[0], 80)))
    return problems


def _values(item: Filter, texts: Sequence[str], notes: list[Problem]) -> list[Any]:
    if item.kind == "codes":
        codes = [read.clean(code, read.CODE_LENGTH) or "?" for text in texts for code in text.split(",")]
        if len(codes) > 50:
            raise Malformed("too_many")
        notes += [
            Problem(item.name, "unknown_code", code)
            for code in codes
            if item.codes and code not in item.codes
        ]
        return codes
    if len(set(texts)) > 1:
        raise Malformed("repeated")
    if item.kind == "flag":
        if texts[0] not in ("true", "false"):
            raise Malformed("not_a_flag")
        return [texts[0] == "true"]
    return [read.text(texts[0]) if item.kind == "words" else read.amount(texts[0])]


def interval(text: str) -> Days:
    """A moment, or an interval with `..` or nothing for an open end; a day counts whole."""
    parts = text.split("/")
    if len(parts) == 1:
        return Days(_moment(text, last=False), _moment(text, last=True))
    if len(parts) != 2 or all(part in ("", "..") for part in parts):
        raise Malformed("not_a_time")
    first, last = (None if part in ("", "..") else part for part in parts)
    span = Days(
        None if first is None else _moment(first, last=False),
        None if last is None else _moment(last, last=True),
    )
    if span.first and span.last and span.first > span.last:
        raise Malformed("not_a_time")
    return span


def _moment(text: str, *, last: bool) -> datetime:
    if not _MOMENT.fullmatch(text):
        raise Malformed("not_a_time")
    try:
        if len(text) == 10:
            start = datetime.combine(date.fromisoformat(text), datetime.min.time(), UTC)
            return start + timedelta(days=1, microseconds=-1) if last else start
        return datetime.fromisoformat(text.upper().replace("Z", "+00:00")).astimezone(UTC)
    except (ValueError, OverflowError):
        raise Malformed("not_a_time") from None
