"""Filters of codes as pages show them: boxes to tick with counts, and the filters in force."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from portal.web.arguments import address_without


@dataclass(frozen=True)
class Option:
    """A box to tick, with how many results there are behind it."""

    value: str
    word: str
    count: int
    chosen: bool
    glyph: str = ""


def options(
    codes: Iterable[str],
    chosen: Iterable[str],
    counts: Mapping[str, int],
    word: Callable[[str], str],
    glyph: Callable[[str], str] = lambda code: "",
) -> list[Option]:
    """A box for each code, in this order, those without a result included."""
    picked = set(chosen)
    return [Option(code, word(code), counts.get(code, 0), code in picked, glyph(code)) for code in codes]


def in_force(name: str, codes: Iterable[str], word: Callable[[str], str]) -> list[tuple[str, str]]:
    """(words, address of the page without it) of each code that is chosen under a name."""
    return [(word(code), address_without(name, code)) for code in codes]
