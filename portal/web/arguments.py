"""What stands in a page's query: read leniently, with a sentence for each thing that could not be used."""

from __future__ import annotations

from collections.abc import Container
from decimal import Decimal

from flask import request, url_for
from werkzeug.datastructures import MultiDict

from portal import i18n
from portal.i18n import gettext as _
from portal.web.fields import clean

MOST_TEXT = 200
MOST_CODES = 50
PAGE_SIZE, MOST_PER_PAGE = 50, 100
LAST_PAGE = 10_000


class Arguments:
    """The query of a page. What cannot be used is dropped and named in `problems` by its parameter."""

    def __init__(self, values: MultiDict[str, str]) -> None:
        self._values = values
        self.problems: dict[str, str] = {}

    def text(self, name: str) -> str:
        """One line of text, at most 200 characters of it."""
        return " ".join(clean(self._values.get(name, "")).split())[:MOST_TEXT]

    def codes(self, name: str, known: Container[str]) -> tuple[str, ...]:
        """The chosen codes, each once. An unknown one stays in (it matches nothing) and is named."""
        typed = [clean(value)[:MOST_TEXT] for value in self._values.getlist(name)[:MOST_CODES]]
        chosen = tuple(dict.fromkeys(value for value in typed if value))
        strange = [code for code in chosen if code not in known]
        if strange:
            self.problems[name] = _(
                "“%(typed)s” is not known here, so nothing matches it.", typed=", ".join(strange)
            )
        return chosen

    def choice(self, name: str, known: Container[str], default: str) -> str:
        """One of the known codes, else `default`."""
        typed = self.text(name)
        if not typed or typed in known:
            return typed or default
        self.problems[name] = _("“%(typed)s” is not a choice here. It was left out.", typed=typed)
        return default

    def number(self, name: str) -> Decimal | None:
        """A number from 0 up, as the current language writes it or with a point."""
        typed = self.text(name)
        if not typed:
            return None
        try:
            value = i18n.parse_decimal(typed, i18n.current())
        except ValueError:
            self.problems[name] = _("“%(typed)s” is not a number. It was left out.", typed=typed)
            return None
        if value < 0 or value > 10**12:
            self.problems[name] = _("“%(typed)s” is outside what is possible. It was left out.", typed=typed)
            return None
        return value

    def whole(self, name: str, least: int, most: int, default: int) -> int:
        """A whole number, brought within its limits; a strange one is named and becomes `default`."""
        typed = self.text(name)
        if not typed:
            return default
        if not (typed.isascii() and typed.isdigit() and len(typed) <= 9):
            self.problems[name] = _("“%(typed)s” is not a whole number. It was left out.", typed=typed)
            return default
        return min(max(int(typed), least), most)

    def flag(self, name: str) -> bool:
        """Whether a box is ticked."""
        return self.text(name) in ("1", "on", "yes", "true")

    def page(self) -> int:
        """The number of the page asked for, from 1."""
        return self.whole("page", 1, LAST_PAGE, 1)

    def page_size(self) -> int:
        """How many rows a page shall have."""
        return self.whole("limit", 1, MOST_PER_PAGE, PAGE_SIZE)


def page_count(total: int, limit: int) -> int:
    """How many pages a list has; one where it is empty."""
    return max(1, -(-total // limit))


def address_with(**changes: object) -> str:
    """This page's address with some parameters changed; None takes one out, and so does a list made empty.

    Whatever is changed, reading starts again at page 1.
    """
    kept: dict[str, object] = dict(request.args.to_dict(flat=False))
    kept.pop("page", None)
    kept.update(changes)
    shown = {name: value for name, value in kept.items() if value not in (None, "", [], [""])}
    return url_for(request.endpoint or "", **{**(request.view_args or {}), **shown})


def address_without(name: str, code: str) -> str:
    """This page's address without one of the codes chosen under a name."""
    return address_with(**{name: [value for value in request.args.getlist(name) if value != code]})
