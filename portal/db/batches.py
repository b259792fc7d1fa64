"""Work through many rows a few hundred at a time: databases limit how many values one statement takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

Item = TypeVar("Item")


def in_batches(items: Iterable[Item], size: int) -> Iterator[tuple[Item, ...]]:
    """Tuples of at most `size` items, in order."""
    iterator = iter(items)
    while batch := tuple(islice(iterator, size)):
        yield batch
