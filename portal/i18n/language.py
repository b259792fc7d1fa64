"""The current language."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

LANGUAGES = ("en", "lt", "de")

_current: ContextVar[str] = ContextVar("language", default="en")


def current() -> str:
    """The language in which text is produced now."""
    return _current.get()


def set_language(lang: str) -> None:
    """Produce text in `lang` from here on in this context; ValueError for a language we do not have."""
    if lang not in LANGUAGES:
        raise ValueError(f"no such language: {lang}")
    _current.set(lang)


@contextmanager
def use(lang: str) -> Iterator[None]:
    """Produce text in `lang` inside the block."""
    before = current()
    set_language(lang)
    try:
        yield
    finally:
        _current.set(before)
