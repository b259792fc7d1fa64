"""The handbook for operators and the code say the same."""

import re

from portal.cli import cli
from portal.config import ROOT

OPERATIONS = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")


def test_every_setting_is_described_and_no_other():
    read = set(re.findall(r"PORTAL_[A-Z_]+", (ROOT / "portal" / "config.py").read_text(encoding="utf-8")))
    described = set(re.findall(r"^\| `(PORTAL_[A-Z_]+)` \|", OPERATIONS, re.MULTILINE))
    assert described == read


def test_every_command_is_described():
    commands = cli.list_commands(None)
    assert commands
    assert [name for name in commands if f"`portal {name}`" not in OPERATIONS] == []


def test_every_decision_is_in_the_index_once_and_by_its_number():
    folder = ROOT / "docs" / "decisions"
    files = sorted(path.name for path in folder.glob("[0-9]*.md"))
    index = re.findall(r"\[(\d+)\]\((.+?)\)", (folder / "README.md").read_text(encoding="utf-8"))
    assert [name for _number, name in index] == files
    assert [number for number, _name in index] == [name[:3] for name in files]
    assert len({name[:3] for name in files}) == len(files)
