"""Searching text: how search sees words, and the SQL condition that a stored text holds them."""

from __future__ import annotations

from sqlalchemy import ColumnElement, SQLColumnExpression

from portal.i18n import fold

AROUND_WORDS = "\"'„“”‚‘’«»()[],;:"
ESCAPE = "\\"


def search_terms(text: str) -> list[str]:
    """The folded words of a text, without quotes and brackets around them: how search sees it."""
    return [word for part in fold(text).split() if (word := part.strip(AROUND_WORDS))]


def has_word(column: SQLColumnExpression[str], start: str) -> ColumnElement[bool]:
    """Whether a word of a text begins with `start`: each stands after a space; wildcards mean themselves."""
    return column.like(f"% {escaped(start)}%", escape=ESCAPE)


def escaped(text: str) -> str:
    """A text in which the wildcards of LIKE mean themselves, after `ESCAPE`."""
    for sign in (ESCAPE, "%", "_"):
        text = text.replace(sign, ESCAPE + sign)
    return text
