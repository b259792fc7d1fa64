"""What can be wrong with a region pack: codes with values, and English sentences as templates.

The portal makes the sentences in the reader's language from the code; these templates are its message ids.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

MESSAGES: dict[str, str] = {
    "missing_file": "The file is missing.",
    "file_too_large": "The file has %(size_mb)s MB, more than the %(limit_mb)s MB allowed.",
    "bad_encoding": "The file is not UTF-8.",
    "control_character": "A control character stands in the text.",
    "line_too_long": "The line has %(length)s characters, more than the %(limit)s allowed.",
    "bad_csv": "The table cannot be read: %(reason)s.",
    "empty_file": "The table has no header.",
    "missing_column": "The column %(name)s is missing.",
    "unknown_column": "The column %(name)s is not known.",
    "duplicate_column": "The column %(name)s stands twice.",
    "wrong_cell_count": "The row has %(found)s cells instead of %(expected)s.",
    "bad_toml": "The file cannot be read: %(reason)s.",
    "bad_setting": "The setting %(name)s is missing or is not %(expected)s.",
    "bad_json": "The file cannot be read: %(reason)s.",
    "required": "The cell is empty.",
    "bad_id": "“%(value)s” is not an id.",
    "duplicate_id": "The id %(value)s stands already in %(where)s.",
    "bad_number": "“%(value)s” is not a number.",
    "bad_integer": "“%(value)s” is not a whole number.",
    "out_of_range": "%(value)s lies outside %(least)s to %(most)s.",
    "bad_date": "“%(value)s” is not a day.",
    "period_reversed": "The period ends on %(to)s, before it begins on %(from)s.",
    "bad_code": "“%(value)s” is not one of %(allowed)s.",
    "bad_key_pair": "“%(value)s” is not a scheme and a value.",
    "unknown_reference": "%(value)s is not in %(table)s.",
    "unknown_key": "The field %(value)s is not known for a record of the kind %(kind)s.",
    "duplicate_fact": "The field %(key)s of %(record)s is stated twice.",
    "fact_without_value": "The fact has neither a value nor a text.",
    "fact_without_source": "The fact names no source.",
    "bad_url": "“%(value)s” is not a web address.",
    "half_position": "Only one of latitude and longitude is given.",
    "position_without_accuracy": "The position does not say how exact it is.",
    "accuracy_without_position": "The row says how exact its position is, but has none.",
    "outside_region": "The place lies outside the region.",
    "bad_geometry": "The boundary is not a valid polygon: %(reason)s.",
    "no_name": "The row has no name in any language.",
}

MENDS: dict[str, str] = {
    "missing_file": "Add the file to the pack's folder.",
    "file_too_large": "Split the file or leave out what the pack does not need.",
    "bad_encoding": "Save the file as UTF-8.",
    "control_character": "Delete the character.",
    "line_too_long": "Look for a quotation mark that is not closed.",
    "bad_csv": "Save the table as comma-separated values with quoted texts.",
    "empty_file": "Write the column names into the first line.",
    "missing_column": "Add the column; its cells may be empty where it is not required.",
    "unknown_column": "Rename or delete the column.",
    "duplicate_column": "Keep one of the two columns.",
    "wrong_cell_count": "Put texts that contain a comma into quotation marks.",
    "bad_toml": "Mend the line named in the reason.",
    "bad_setting": "Write the setting as docs/region-pack.md shows it.",
    "bad_json": "Write the file again as GeoJSON or JSON.",
    "required": "Fill in the cell.",
    "bad_id": "Use 3 to 40 small letters, digits and hyphens.",
    "duplicate_id": "Give one of the two rows another id.",
    "bad_number": "Write digits with a decimal point, without a unit.",
    "bad_integer": "Write digits only.",
    "out_of_range": "Check the number and its unit.",
    "bad_date": "Write the day as year-month-day.",
    "period_reversed": "Exchange the two days.",
    "bad_code": "Use one of the words allowed.",
    "bad_key_pair": "Write scheme:value, with semicolons between several.",
    "unknown_reference": "Correct the id or add the row it names.",
    "unknown_key": "Use a key of the catalogue of fields.",
    "duplicate_fact": "Keep one row and name all sources in it.",
    "fact_without_value": "Fill in the value or a text, or delete the row.",
    "fact_without_source": "Name at least one source.",
    "bad_url": "Write a full address that begins with https:// or http://.",
    "half_position": "Give both or neither.",
    "position_without_accuracy": "Say how exact the position is.",
    "accuracy_without_position": "Give the position, or write none.",
    "outside_region": "Check for exchanged latitude and longitude.",
    "bad_geometry": "Repair the polygon in a GIS program.",
    "no_name": "Give the name in at least one language.",
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault: `row` counts from 1 with the header as row 1, 0 stands for the whole file."""

    file: str
    row: int
    column: str
    code: str
    values: Mapping[str, object] = field(default_factory=dict)

    def sentence(self) -> str:
        """The fault and its mend in English, with file, row and column."""
        place = [self.file]
        if self.row:
            place.append(f"row {self.row}")
        if self.column:
            place.append(f"column {self.column}")
        return f"{', '.join(place)}: {MESSAGES[self.code] % self.values} {MENDS[self.code]}"


class PackError(Exception):
    """The pack is refused. `problems` holds every fault that was found."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(problem.sentence() for problem in problems))
        self.problems = problems
