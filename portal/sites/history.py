"""The history of a listing in words: what changed, when, in which role. Never a person's name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from portal import i18n
from portal.i18n import gettext as _
from portal.i18n import lazy, ngettext
from portal.records.fields import Catalogue
from portal.records.models import ChangeSet, Revision

MOST_LABELS = 5
WAYS = {
    "pack": lazy("region pack"),
    "edit": lazy("edited in the portal"),
    "import": lazy("imported from a file"),
    "api": lazy("sent by another system"),
    "confirm": lazy("confirmed as still true"),
    "restore": lazy("earlier version restored"),
    "undo": lazy("change undone"),
}
COLUMNS = {
    "names": "name",
    "municipality_id": "municipality",
    "boundary": "boundary",
    "position": "boundary",
    "confirmed_on": "confirmed_on",
    "contact_id": "contact",
}


@dataclass(frozen=True)
class Change:
    """One entry of the history."""

    on: date
    shown_on: str
    words: str


def history(changes: Iterable[tuple[Revision, ChangeSet]], catalogue: Catalogue) -> tuple[Change, ...]:
    """The applied changes of a record as entries, newest first."""
    return tuple(_entry(revision, change_set, catalogue) for revision, change_set in changes)


def _entry(revision: Revision, change_set: ChangeSet, catalogue: Catalogue) -> Change:
    at: datetime = change_set.decided_at or change_set.at
    way = str(WAYS.get(change_set.kind, lazy("changed")))
    if revision.before_j is None:
        count = len(_public_keys(revision.after_j))
        words = ngettext(
            "Listing made with %(n)s fact: %(way)s", "Listing made with %(n)s facts: %(way)s", count, way=way
        )
    else:
        words = _("%(fields)s: %(way)s", fields=_labels(revision, catalogue), way=way)
    return Change(at.date(), i18n.datetime_local(at)[:-5].rstrip(", "), words)


def _public_keys(side: dict[str, Any]) -> list[str]:
    return [key for key, fact in side["facts"].items() if fact is None or fact.get("public", True)]


def _labels(revision: Revision, catalogue: Catalogue) -> str:
    before = revision.before_j or {"facts": {}}
    hidden = {key for key, fact in before["facts"].items() if fact and not fact.get("public", True)}
    keys = [COLUMNS[name] for name in revision.after_j["columns"] if name in COLUMNS]
    keys += [key for key in _public_keys(revision.after_j) if key not in hidden]
    labels = [str(catalogue[key].label) for key in dict.fromkeys(keys) if key in catalogue]
    shown = ", ".join(labels[:MOST_LABELS])
    more = len(labels) - MOST_LABELS
    if more > 0:
        shown = ngettext("%(shown)s and %(n)s more", "%(shown)s and %(n)s more", more, shown=shown)
    return shown or _("Listing")
