"""Compile the catalogs. What they say is checked by `check_translations.py`.

`pybabel compile` refuses a plural form that names the number where English does not ("this site", but in
Lithuanian the same form serves 21), so the writing is done here.
"""

from __future__ import annotations

from babel.messages.mofile import write_mo
from messages import TRANSLATED, catalog_path, translated


def main() -> None:
    """Write a `.mo` beside each `.po`."""
    for lang in ("en", *TRANSLATED):
        with catalog_path(lang).with_suffix(".mo").open("wb") as file:
            write_mo(file, translated(lang))


if __name__ == "__main__":
    main()
