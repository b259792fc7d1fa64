"""Every text of code and templates is translated, with the same placeholders and all plural forms."""

from __future__ import annotations

import sys

from babel.messages.catalog import Catalog, Message
from messages import TRANSLATED, catalog_path, extracted, placeholders, translated

SHOWN = 60


def problems(lang: str, source: Catalog) -> list[str]:
    """What is missing or wrong in one language."""
    catalog = translated(lang)
    found = []
    for message in source:
        if not message.id:
            continue
        known = catalog.get(_key(message), message.context)
        problem = "not in the catalog (make messages)" if known is None else _problem(message, known, catalog)
        if problem:
            found.append(f"{catalog_path(lang).parent.parent.name}: {_key(message)[:SHOWN]!r}: {problem}")
    return found


def _key(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _problem(source: Message, known: Message, catalog: Catalog) -> str:
    texts = [known.string] if isinstance(known.string, str) else list(known.string)
    if known.fuzzy:
        return "marked as fuzzy"
    if not all(texts) or (source.pluralizable and len(texts) != catalog.num_plurals):
        return "not translated"
    ids = [source.id] if isinstance(source.id, str) else list(source.id)
    expected = set().union(*(placeholders(text) for text in ids))
    for text in texts:
        if placeholders(text) != expected and not (source.pluralizable and placeholders(text) < expected):
            return f"placeholders differ: {sorted(expected ^ placeholders(text))}"
    return ""


def main() -> int:
    """Print every problem; 1 where there is one."""
    source = extracted()
    found = [problem for lang in TRANSLATED for problem in problems(lang, source)]
    print("\n".join(found) or f"{len(source)} texts are translated to {', '.join(TRANSLATED)}.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
