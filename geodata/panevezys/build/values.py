"""Values -> cells."""

import hashlib
import json
from typing import Any


def json_cell(value: Any) -> str:
    """A value as the `value` column of facts.csv has it: JSON, but a plain word without quotation marks."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    if not isinstance(value, str):
        return text
    try:
        json.loads(value)
    except ValueError:
        return value
    return text


def number(text: str) -> int | float:
    """The number in a cell of the inputs, whole where it is written so."""
    return float(text) if "." in text else int(text)


def short_id(text: str, limit: int = 40) -> str:
    """An id of at most 40 characters: a longer one is cut at a hyphen and marked with a digest."""
    if len(text) <= limit:
        return text
    mark = hashlib.sha256(text.encode()).hexdigest()[:4]
    return f"{text[: limit - len(mark)].rpartition('-')[0]}-{mark}"
