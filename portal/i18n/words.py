"""Order of words, text for search, and numbers that people type."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from babel.numbers import NumberFormatError
from babel.numbers import parse_decimal as babel_parse_decimal

from portal.i18n.formats import LOCALES, NBSP

LITHUANIAN = tuple("aą,b,c,č,d,eęė,f,g,h,iįy,j,k,l,m,n,o,p,q,r,s,š,t,uųū,v,w,x,z,ž".split(","))  # noqa: SIM905
LATIN = tuple("abcdefghijklmnopqrstuvwxyz")
KEY_LENGTH = 190
_SPELLED = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th"})
_SPACES = str.maketrans({" ": NBSP, "\u202f": NBSP, "\u2009": NBSP})


def _weights(alphabet: tuple[str, ...]) -> dict[str, tuple[str, str]]:
    return {
        letter: (chr(ord("A") + place), str(variant))
        for place, letters in enumerate(alphabet)
        for variant, letter in enumerate(letters)
    }


_WEIGHTS = {"lt": _weights(LITHUANIAN), "en": _weights(LATIN), "de": _weights(LATIN)}


def sort_key(text: str, lang: str) -> str:
    """An ASCII key (at most 400 characters) whose byte order is that of a dictionary of `lang`.

    Spaces come before digits, digits before letters; other signs do not count. In Lithuanian ą goes with a,
    ę and ė with e, į and y with i, ų and ū with u; č, š and ž are letters of their own. Accents decide
    between words that are else the same.
    """
    primary, secondary = [], []
    for char in unicodedata.normalize("NFC", text).casefold().translate(_SPELLED):
        first, second = _weight(char, _WEIGHTS[lang])
        primary.append(first)
        secondary.append(second)
    return f"{''.join(primary)[:KEY_LENGTH]} {''.join(secondary)[:KEY_LENGTH]}"


def _weight(char: str, weights: dict[str, tuple[str, str]]) -> tuple[str, str]:
    if char in weights:
        return weights[char]
    if char.isspace():
        return "!", ""
    base = unicodedata.normalize("NFKD", char)[0]
    if base in weights:
        return weights[base][0], "9"
    if base.isascii():
        return (base, "") if base.isdigit() else ("", "")
    return (f"~{ord(base):06x}", "") if base.isalnum() else ("", "")


def fold(text: str) -> str:
    """Lower case without diacritics, white space single: for search ("Šiaulių g." → "siauliu g.")."""
    lowered = text.casefold().translate(_SPELLED)
    letters = "".join(c for c in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(c))
    return " ".join(letters.split())


def parse_decimal(text: str, lang: str) -> Decimal:
    """The number somebody typed: the separators of `lang` strictly, else a plain `12.5`; else ValueError."""
    typed = text.strip()
    if not re.fullmatch(r"[-+]?[0-9][0-9.,\s'’]*", typed):
        raise ValueError(f"not a number: {typed}")
    try:
        return babel_parse_decimal(typed.translate(_SPACES), locale=LOCALES[lang], strict=True)
    except NumberFormatError:
        return _plain(typed)


def _plain(typed: str) -> Decimal:
    if not re.fullmatch(r"[-+]?[0-9]{1,15}(\.[0-9]{1,15})?", typed):
        raise ValueError(f"not a number: {typed}")
    return Decimal(typed)
