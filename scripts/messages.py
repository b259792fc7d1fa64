"""The texts of code and templates, and the catalogs they are translated in."""

from __future__ import annotations

import re
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
TRANSLATED = ("lt", "de")
KEYWORDS = {
    "_": None,
    "gettext": None,
    "lazy": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
WIDTH = 100
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]")


def catalog_path(lang: str) -> Path:
    return ROOT / "portal" / "translations" / lang / "LC_MESSAGES" / "messages.po"


def extracted() -> Catalog:
    """Every text of the portal, in English, with the places where it stands."""
    with (ROOT / "babel.cfg").open() as file:
        methods, options = parse_mapping_cfg(file)
    catalog = Catalog(charset="utf-8")
    for folder in ("portal", "templates"):
        here = [
            (f"{folder}/" + pattern.split("/", 1)[1], how)
            for pattern, how in methods
            if pattern.startswith(folder)
        ]
        found = extract_from_dir(
            ROOT / folder, _below(here, folder), _options(options, folder), keywords=KEYWORDS
        )
        for name, line, message, comments, context in found:
            catalog.add(message, None, [(f"{folder}/{name}", line)], auto_comments=comments, context=context)
    return catalog


def _below(methods: list[tuple[str, str]], folder: str) -> list[tuple[str, str]]:
    return [(pattern.removeprefix(f"{folder}/"), how) for pattern, how in methods]


def _options(options: dict[str, dict[str, str]], folder: str) -> dict[str, dict[str, str]]:
    return {pattern.removeprefix(f"{folder}/"): chosen for pattern, chosen in options.items()}


def translated(lang: str) -> Catalog:
    """The catalog of a language as it stands in the project."""
    with catalog_path(lang).open("rb") as file:
        return read_po(file, locale=lang)


def write(catalog: Catalog, lang: str) -> None:
    """Write a catalog without line numbers, so that it changes only when texts do."""
    with catalog_path(lang).open("wb") as file:
        write_po(file, catalog, width=WIDTH, sort_output=True, include_lineno=False, ignore_obsolete=True)


def placeholders(text: str) -> set[str]:
    return set(PLACEHOLDER.findall(text))
