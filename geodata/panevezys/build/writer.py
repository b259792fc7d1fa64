"""Tables and layers -> files, the same bytes from the same content."""

import csv
import io
import json
from pathlib import Path
from typing import Any

from geodata.pack_tables import column_names

Row = dict[str, str]


def write_table(directory: Path, name: str, rows: list[Row]) -> None:
    """A CSV file with the columns of its table; a cell that the table does not know is an error."""
    columns = column_names(name)
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    (directory / name).write_text(text.getvalue(), encoding="utf-8", newline="\n")


def write_layer(directory: Path, name: str, features: list[dict[str, Any]]) -> None:
    """A GeoJSON file with one feature a line."""
    lines = ",\n".join(json.dumps(f, ensure_ascii=False, separators=(",", ":")) for f in features)
    text = f'{{"type":"FeatureCollection","features":[\n{lines}\n]}}\n'
    (directory / name).write_text(text, encoding="utf-8", newline="\n")
