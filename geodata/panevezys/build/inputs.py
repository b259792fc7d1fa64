"""The inputs of the pack, as they were collected."""

import csv
import gzip
import io
import json
from functools import cache
from pathlib import Path
from typing import Any

PACK = Path(__file__).resolve().parent.parent
FACTS = PACK / "sources" / "facts"
GEO = PACK / "sources" / "geo"
TEXTS = PACK / "sources" / "texts"

Record = dict[str, str]


@cache
def table(name: str) -> tuple[Record, ...]:
    """The rows of a collected table, by its name without ending."""
    text = gzip.decompress((FACTS / f"{name}.csv.gz").read_bytes()).decode()
    return tuple(csv.DictReader(io.StringIO(text)))


@cache
def layer(name: str, folder: Path = GEO) -> dict[str, Any]:
    """A collected GeoJSON layer, by its name without ending."""
    text = gzip.decompress((folder / f"{name}.geojson.gz").read_bytes()).decode()
    collection: dict[str, Any] = json.loads(text)
    return collection


@cache
def translations() -> dict[str, Record]:
    """Our own translations of English texts: the row with its `lt` and `de`, by the English text."""
    found: dict[str, Record] = {}
    for path in sorted(TEXTS.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            found |= {row["en"]: row for row in csv.DictReader(file)}
    return found
