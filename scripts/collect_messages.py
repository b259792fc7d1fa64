"""Collect the texts of code and templates into the catalogs; translations that fit stay, none is guessed."""

from __future__ import annotations

from messages import TRANSLATED, extracted, translated, write


def main() -> None:
    """Bring every catalog up to date and say what is left to translate."""
    source = extracted()
    for lang in ("en", *TRANSLATED):
        catalog = translated(lang)
        catalog.update(source, no_fuzzy_matching=True, update_creation_date=False)
        catalog.obsolete.clear()
        write(catalog, lang)
        blank = sum(1 for message in catalog if message.id and not _filled(message.string))
        print(f"{lang}: {len(catalog)} texts" + (f", {blank} to translate" if lang in TRANSLATED else ""))


def _filled(string: str | list[str] | tuple[str, ...] | None) -> bool:
    if string is None:
        return False
    return bool(string) if isinstance(string, str) else all(string)


if __name__ == "__main__":
    main()
