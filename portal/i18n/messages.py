"""Messages from the catalogs, and text that a record holds in several languages."""

from __future__ import annotations

import gettext as catalogs
import io
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from portal.i18n.formats import number
from portal.i18n.language import LANGUAGES, current

FOLDER = Path(__file__).resolve().parent.parent / "translations"


@cache
def _catalog(lang: str) -> catalogs.NullTranslations:
    folder = FOLDER / lang / "LC_MESSAGES"
    source, compiled = folder / "messages.po", folder / "messages.mo"
    if lang == "en":  # the message ids are the English text
        return catalogs.NullTranslations()
    if compiled.exists() and (not source.exists() or compiled.stat().st_mtime >= source.stat().st_mtime):
        return catalogs.GNUTranslations(io.BytesIO(compiled.read_bytes()))
    with source.open("rb") as file:
        binary = io.BytesIO()
        write_mo(binary, read_po(file, locale=lang))
    return catalogs.GNUTranslations(io.BytesIO(binary.getvalue()))


def translations() -> catalogs.NullTranslations:
    """The catalog of the current language, for templates, which fill in values themselves."""
    return _catalog(current())


def gettext(message: str, **values: object) -> str:
    """The message in the current language, `%(name)s` filled from `values`."""
    return _fill(translations().gettext(message), values)


def ngettext(singular: str, plural: str, n: int, **values: object) -> str:
    """The form of the message that goes with `n`; `%(n)s` becomes the number as this language writes it."""
    return _fill(translations().ngettext(singular, plural, n), {"n": number(n), **values})


def pgettext(context: str, message: str, **values: object) -> str:
    """As `gettext`, for a word that needs its context to be translated."""
    return _fill(translations().pgettext(context, message), values)


def npgettext(context: str, singular: str, plural: str, n: int, **values: object) -> str:
    """As `ngettext`, with a context."""
    return _fill(translations().npgettext(context, singular, plural, n), {"n": number(n), **values})


def _fill(text: str, values: Mapping[str, object]) -> str:
    return text % values if values else text


class LazyText:
    """A message that is translated each time it is shown. Behaves as its text wherever text is needed."""

    __slots__ = ("message", "values")

    def __init__(self, message: str, values: Mapping[str, object]) -> None:
        self.message = message
        self.values = values

    def __str__(self) -> str:
        return gettext(self.message, **self.values)

    def __repr__(self) -> str:
        return f"lazy({self.message!r})"

    def __format__(self, spec: str) -> str:
        return format(str(self), spec)

    def __mod__(self, values: object) -> str:
        return str(self) % values

    def __add__(self, other: object) -> str:
        return str(self) + str(other)

    def __radd__(self, other: object) -> str:
        return str(other) + str(self)

    def __len__(self) -> int:
        return len(str(self))

    def __eq__(self, other: object) -> bool:
        if isinstance(other, LazyText):
            return (self.message, dict(self.values)) == (other.message, dict(other.values))
        return str(self) == other if isinstance(other, str) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.message)


def lazy(message: str, **values: object) -> LazyText:
    """A message for tables of labels: translated when shown, not when the module is loaded."""
    return LazyText(message, values)


class Text(str):
    """Text of a record in `lang`, the language it is really in; `fallback`: it is not the one asked for."""

    __slots__ = ("fallback", "lang")
    lang: str
    fallback: bool

    def __new__(cls, text: str, lang: str = "", fallback: bool = False) -> Text:
        made = super().__new__(cls, text)
        made.lang = lang
        made.fallback = fallback
        return made


def first_upper(text: Text) -> Text:
    """The text with a capital at its start, as it stands alone in a row or cell."""
    return Text(text[:1].upper() + text[1:], text.lang, text.fallback) if text else text


def lower_first(label: LazyText | str) -> str:
    """A label inside a sentence; German nouns keep their capital."""
    text = str(label)
    return text if current() == "de" else text[:1].lower() + text[1:]


def pick(text_j: Mapping[str, str] | None, lang: str | None = None) -> Text:
    """The text in `lang` (default: the current language), else in English, Lithuanian, German, any other.

    Blank texts count as missing. Without any text the result is empty, has no language and is no fallback.
    """
    asked = lang or current()
    texts = {key: text for key, text in (text_j or {}).items() if text and text.strip()}
    for candidate in (asked, *LANGUAGES, *texts):
        if candidate in texts:
            return Text(texts[candidate], candidate, candidate != asked)
    return Text("")
