"""A CSV file of the pack -> typed rows, with every fault collected."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geodata.cells import CellError, parse_cell
from geodata.pack_tables import TABLES, Column, column_names
from geodata.problems import Problem

MAX_FILE_BYTES = 64 * 1024 * 1024
MAX_LINE_CHARACTERS = 100_000
CONTROL_CHARACTERS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff]")


@dataclass(frozen=True, slots=True)
class Row:
    """A row with the number it has in a spreadsheet (the header is 1) and its typed cells."""

    file: str
    number: int
    cells: dict[str, Any]

    def __getitem__(self, name: str) -> Any:
        return self.cells.get(name)

    def text(self, base: str) -> dict[str, str]:
        """The languages of a text that are filled in."""
        names = {language: self.cells.get(f"{base}_{language}") for language in ("en", "lt", "de")}
        return {language: value for language, value in names.items() if value}

    def problem(self, column: str, code: str, **values: object) -> Problem:
        """A fault of this row."""
        return Problem(self.file, self.number, column, code, values)


def read_text(path: Path, name: str, problems: list[Problem]) -> str | None:
    """The text of a UTF-8 file, or None after noting why it cannot be read."""
    if not path.is_file():
        problems.append(Problem(name, 0, "", "missing_file"))
        return None
    size = path.stat().st_size
    if size > MAX_FILE_BYTES:
        values = {"size_mb": size // 2**20, "limit_mb": MAX_FILE_BYTES // 2**20}
        problems.append(Problem(name, 0, "", "file_too_large", values))
        return None
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        problems.append(Problem(name, line, "", "bad_encoding"))
        return None


def read_table(directory: Path, name: str, problems: list[Problem]) -> list[Row]:
    """The sound rows of a table; a cell that is not sound is noted and left out of its row."""
    text = read_text(directory / name, name, problems)
    if text is None:
        return []
    if too_long := _long_line(name, text):
        problems.append(too_long)
        return []
    rows = list(_raw_rows(name, text, problems))
    if not rows:
        return []
    header, found = rows[0][1], _header_problems(name, rows[0][1])
    problems.extend(found)
    return [] if found else [_row(name, number, header, cells, problems) for number, cells in rows[1:]]


def _long_line(name: str, text: str) -> Problem | None:
    for number, line in enumerate(text.splitlines(), start=1):
        if len(line) > MAX_LINE_CHARACTERS:
            values = {"length": len(line), "limit": MAX_LINE_CHARACTERS}
            return Problem(name, number, "", "line_too_long", values)
    return None


def _raw_rows(name: str, text: str, problems: list[Problem]) -> Iterator[tuple[int, list[str]]]:
    if not text.strip():
        problems.append(Problem(name, 0, "", "empty_file"))
        return
    reader = csv.reader(text.splitlines(keepends=True), strict=True)
    try:
        for number, cells in enumerate(reader, start=1):
            if cells:
                yield number, [cell.strip() for cell in cells]
    except csv.Error as error:
        problems.append(Problem(name, reader.line_num, "", "bad_csv", {"reason": str(error)}))


def _header_problems(name: str, header: list[str]) -> list[Problem]:
    expected = column_names(name)
    faults = [("missing_column", column) for column in expected if column not in header]
    faults += [("unknown_column", column) for column in header if column not in expected]
    faults += [("duplicate_column", column) for column in set(header) if header.count(column) > 1]
    return [Problem(name, 1, column, code, {"name": column}) for code, column in sorted(faults)]


def _row(name: str, number: int, header: list[str], cells: list[str], problems: list[Problem]) -> Row:
    if len(cells) != len(header):
        values = {"found": len(cells), "expected": len(header)}
        problems.append(Problem(name, number, "", "wrong_cell_count", values))
    written = dict(zip(header, cells, strict=False))
    typed: dict[str, Any] = {}
    for column in TABLES[name]:
        try:
            typed[column.name] = _checked(column, written.get(column.name, ""))
        except CellError as error:
            problems.append(Problem(name, number, column.name, error.code, error.values))
    return Row(name, number, typed)


def _checked(column: Column, text: str) -> Any:
    if CONTROL_CHARACTERS.search(text):
        raise CellError("control_character")
    return parse_cell(column, text)
