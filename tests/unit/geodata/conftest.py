"""A copy of the pack that a test may break."""

import csv
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import geodata
from geodata.problems import PackError, Problem
from geodata.schema import read_pack

PACK = Path(geodata.__file__).parent / "panevezys"
FILES = ("*.csv", "*.geojson", "*.toml", "*.json")


class BrokenPack:
    """A private copy of the pack with helpers that change one thing."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory

    def path(self, name: str) -> Path:
        return self.directory / name

    def set_cell(self, name: str, row: int, column: str, value: str) -> None:
        """Writes a cell; rows count from 1 with the header, as problems do."""
        rows = self.rows(name)
        rows[row - 1][rows[0].index(column)] = value
        self.write(name, rows)

    def rows(self, name: str) -> list[list[str]]:
        with self.path(name).open(encoding="utf-8", newline="") as file:
            return list(csv.reader(file))

    def write(self, name: str, rows: list[list[str]]) -> None:
        with self.path(name).open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(rows)

    def replace(self, name: str, old: str, new: str) -> None:
        text = self.path(name).read_text(encoding="utf-8")
        assert old in text
        self.path(name).write_text(text.replace(old, new, 1), encoding="utf-8")

    def problems(self, **options: object) -> list[Problem]:
        """What reading the pack complains about; fails where it does not."""
        with pytest.raises(PackError) as refused:
            read_pack(self.directory, **options)
        return refused.value.problems


@pytest.fixture
def broken(tmp_path: Path) -> BrokenPack:
    for pattern in FILES:
        for path in PACK.glob(pattern):
            shutil.copy(path, tmp_path / path.name)
    return BrokenPack(tmp_path)


@pytest.fixture(scope="session")
def pack():
    return read_pack(PACK)


@pytest.fixture(scope="session")
def record(pack) -> Callable:
    by_id = {record.id: record for record in pack.records}
    return by_id.__getitem__


@pytest.fixture(scope="session")
def fact(record) -> Callable:
    def find(record_id: str, key: str):
        return next((fact for fact in record(record_id).facts if fact.key == key), None)

    return find
