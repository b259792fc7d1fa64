"""Errors of the domain. They know no web: each carries a code and values; sentences are made for the reader.

PortalError
├── SettingsError   the environment does not describe a portal that can start
├── NotFound        what was asked for does not exist, or is not for this reader
├── Conflict        someone else changed it first, or it exists already
└── Refused         a rule of the domain says no
"""

from __future__ import annotations

from dataclasses import dataclass


class PortalError(Exception):
    """A problem with a stable `code` and the `values` that a sentence about it needs."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.values = values

    def __str__(self) -> str:
        if not self.values:
            return self.code
        return f"{self.code}: " + ", ".join(f"{name}={value}" for name, value in self.values.items())


class NotFound(PortalError):
    """There is no such thing, or not for this reader."""


class Conflict(PortalError):
    """The thing changed meanwhile, or exists already."""


class Refused(PortalError):
    """A rule of the domain does not allow it."""


@dataclass(frozen=True)
class SettingProblem:
    """What is wrong with one setting, why, and what a right value looks like."""

    name: str
    reason: str
    example: str

    def __str__(self) -> str:
        return f"{self.name}: {self.reason} Example: {self.name}={self.example}"


class SettingsError(PortalError):
    """All problems of the environment at once, in `problems`."""

    def __init__(self, problems: list[SettingProblem]) -> None:
        super().__init__("settings")
        self.problems = problems

    def __str__(self) -> str:
        return "cannot start, settings are missing or wrong:\n" + "\n".join(f"  {p}" for p in self.problems)
