"""The text of one cell -> a typed value, or the code of what is wrong with it."""

import json
import math
import re
from collections.abc import Callable
from datetime import date
from typing import Any

from geodata.pack_tables import Column

ID_PATTERN = re.compile(r"[a-z0-9-]{3,40}")
LONG_ID_PATTERN = re.compile(r"[a-z0-9-]{3,100}")
KEY_PATTERN = re.compile(r"[a-z][a-z0-9_]{1,39}")
NUMBER_PATTERN = re.compile(r"-?\d{1,15}(\.\d{1,10})?")
COUNT_PATTERN = re.compile(r"\d{1,12}")
URL_PATTERN = re.compile(r"https?://[^\s<>\"]{3,2000}")


class CellError(ValueError):
    """A cell that cannot be taken; `code` is one of problems.MESSAGES."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


def parse_cell(column: Column, text: str) -> Any:
    """The value of a cell: None, or empty as its kind has it, where nothing is written.

    Raises CellError. References are only split here; whether they exist is seen when all tables are read.
    """
    if not text:
        if column.required:
            raise CellError("required")
        return EMPTY.get(column.kind)
    if column.kind == "code":
        return _code(column, text)
    return PARSERS[column.kind](text)


def _matching(pattern: re.Pattern[str], code: str) -> Callable[[str], str]:
    def parse(text: str) -> str:
        if not pattern.fullmatch(text):
            raise CellError(code, value=text)
        return text

    return parse


def _code(column: Column, text: str) -> str:
    if text not in column.codes:
        raise CellError("bad_code", value=text, allowed=", ".join(column.codes))
    return text


def _number(text: str) -> float:
    if not NUMBER_PATTERN.fullmatch(text):
        raise CellError("bad_number", value=text)
    return float(text)


def _count(text: str) -> int:
    if not COUNT_PATTERN.fullmatch(text):
        raise CellError("bad_integer", value=text)
    return int(text)


def _within(least: float, most: float) -> Callable[[str], float]:
    def parse(text: str) -> float:
        value = _number(text)
        if not least <= value <= most:
            raise CellError("out_of_range", value=text, least=least, most=most)
        return value

    return parse


def _date(text: str) -> date:
    try:
        if len(text) != 10:
            raise ValueError(text)
        return date.fromisoformat(text)
    except ValueError:
        raise CellError("bad_date", value=text) from None


def _list(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(";") if part.strip())


def _pairs(text: str) -> tuple[tuple[str, str], ...]:
    pairs = tuple(part.partition(":") for part in _list(text))
    for scheme, colon, value in pairs:
        if not (KEY_PATTERN.fullmatch(scheme) and colon and value):
            raise CellError("bad_key_pair", value=f"{scheme}{colon}{value}")
    return tuple((scheme, value) for scheme, _colon, value in pairs)


def _json(text: str) -> Any:
    """JSON where the cell is JSON, else the text itself (so that codes need no quotation marks)."""
    try:
        value = json.loads(text, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        return text
    if isinstance(value, float) and not math.isfinite(value):
        raise CellError("bad_number", value=text)
    return value


def _no_constant(name: str) -> Any:
    raise ValueError(name)


EMPTY: dict[str, Any] = {
    "text": "",
    "url": "",
    "reference": "",
    "record": "",
    "references": (),
    "pairs": (),
    "code": "",
}
PARSERS: dict[str, Callable[[str], Any]] = {
    "text": str,
    "reference": str,
    "record": str,
    "references": _list,
    "pairs": _pairs,
    "json": _json,
    "number": _number,
    "count": _count,
    "date": _date,
    "latitude": _within(-90, 90),
    "longitude": _within(-180, 180),
    "id": _matching(ID_PATTERN, "bad_id"),
    "long_id": _matching(LONG_ID_PATTERN, "bad_id"),
    "field_key": _matching(KEY_PATTERN, "bad_id"),
    "url": _matching(URL_PATTERN, "bad_url"),
}
