"""What a visitor asks of the directory of education, and calculations on plain values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from portal.education.isced import broad_of
from portal.records.views import RecordView

SORTS = ("name", "-students", "-graduates", "type")
GLYPHS = {
    "university_faculty": "inst-university_faculty",
    "college": "inst-college",
    "vocational": "inst-vocational",
    "training": "inst-training",
    "steam": "inst-steam",
    "robotics": "inst-robotics",
    "gymnasium": "inst-gymnasium",
    "school": "inst-school",
    "adult_school": "inst-school",
    "teacher_training": "inst-training",
    "technology_centre": "inst-technology",
}


@dataclass(frozen=True)
class EducationSearch:
    """What to list. Several codes in one filter are alternatives; filters add up."""

    q: str = ""
    types: tuple[str, ...] = ()
    municipalities: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    """ISCED-F codes of two to four digits; a shorter one stands for all below it."""
    sort: str = "name"
    page: int = 1
    limit: int = 50

    def without(self, filter_: str) -> EducationSearch:
        """The same search with one filter lifted."""
        return replace(self, **{filter_: getattr(EducationSearch(), filter_)})

    @property
    def is_narrowed(self) -> bool:
        """Whether any filter is set."""
        return bool(self.q or self.types or self.municipalities or self.fields)


def glyph(type_: str | None) -> str:
    """The map symbol of a kind of institution."""
    return GLYPHS.get(type_ or "", "inst-other")


def by_field(programmes: Iterable[RecordView]) -> list[tuple[str, list[RecordView]]]:
    """Programmes grouped by broad field in the order of the codes; those without a field last."""
    groups: dict[str, list[RecordView]] = {}
    for programme in programmes:
        groups.setdefault(broad_of(programme.value("isced_f") or ""), []).append(programme)
    return sorted(groups.items(), key=lambda group: (not group[0], group[0]))


def with_graduates(programmes: Iterable[RecordView]) -> list[RecordView]:
    """Programmes whose graduates somebody has stated, the most first."""
    known = [programme for programme in programmes if programme.value("graduates") is not None]
    return sorted(known, key=lambda programme: -programme.value("graduates"))
