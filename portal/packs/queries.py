"""Read a pack from its folder and say in words what is wrong with it."""

from __future__ import annotations

from pathlib import Path

from geodata.pack_model import Pack
from geodata.problems import MENDS, MESSAGES, Problem
from geodata.schema import read_pack
from portal.i18n import gettext
from portal.packs.actions import known_keys


def read_region_pack(directory: Path) -> Pack:
    """The pack, checked against every catalogue of fields. Raises `geodata.problems.PackError`."""
    return read_pack(directory, known_keys())


def sentence(problem: Problem) -> str:
    """One line: file, row, column, what is wrong, how to mend it."""
    place = problem.file + (f", row {problem.row}" if problem.row else "")
    place += f", column {problem.column}" if problem.column else ""
    what = gettext(MESSAGES[problem.code], **problem.values)
    return f"{place}: {what} {gettext(MENDS[problem.code])}"
