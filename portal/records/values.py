"""Checks a fact's value against its field, and names what is wrong as a code."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import date
from typing import Any

from portal.records.fields import Field, FieldType

LANGUAGE_CODES = frozenset({"en", "lt", "de"})


def problem_of(field: Field, value: Any) -> str | None:
    """The code of what is wrong with `value` (`not_a_number`, `out_of_range`, `unknown_code`, …), or None."""
    if field.type in (FieldType.NUMBER, FieldType.INTEGER):
        return _number_problem(field, value)
    if field.type is FieldType.CODE:
        return None if value in field.choices else "unknown_code"
    if field.type is FieldType.CODES:
        fits = isinstance(value, list) and all(item in field.choices for item in value)
        return None if fits else "unknown_code"
    return None if _FITS[field.type](value) else "wrong_form"


def numeric_value(value: Any) -> float | None:
    """The number in a value, for sums and sorting; None where there is none."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value)


def _number_problem(field: Field, value: Any) -> str | None:
    number = numeric_value(value)
    if number is None or not math.isfinite(number):
        return "not_a_number"
    if field.type is FieldType.INTEGER and number != int(number):
        return "not_whole"
    too_small = field.least is not None and number < field.least
    too_large = field.most is not None and number > field.most
    return "out_of_range" if too_small or too_large else None


def _is_text(value: Any) -> bool:
    return (
        isinstance(value, dict)
        and bool(value)
        and set(value) <= LANGUAGE_CODES
        and all(isinstance(text, str) and text for text in value.values())
    )


def _is_day(value: Any) -> bool:
    try:
        date.fromisoformat(value)
    except (TypeError, ValueError):
        return False
    return True


def _is_word(value: Any) -> bool:
    return isinstance(value, str) and bool(value)


def _is_per_node(value: Any) -> bool:
    return isinstance(value, dict) and all(numeric_value(km) is not None for km in value.values())


_FITS: dict[FieldType, Callable[[Any], bool]] = {
    FieldType.TEXT: _is_text,
    FieldType.NOTE: _is_text,
    FieldType.WORD: _is_word,
    FieldType.WORDS: lambda value: isinstance(value, list) and all(map(_is_word, value)),
    FieldType.FLAG: lambda value: isinstance(value, bool),
    FieldType.DATE: _is_day,
    FieldType.PER_NODE: _is_per_node,
    FieldType.RECORD: _is_word,
    FieldType.COLUMN: lambda _: False,
}
