"""A record and its facts as plain values: what pages, projectors and writers read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

import shapely

from portal.records.models import Fact, Record, Source
from portal.records.states import Level, PositionAccuracy, Qualifier, RecordState, Visibility
from portal.records.textsearch import search_terms

EXACT_PLACES = frozenset(
    {PositionAccuracy.SURVEYED, PositionAccuracy.BOUNDARY, PositionAccuracy.BUILDING, PositionAccuracy.POINT}
)


@dataclass(frozen=True)
class EvidenceView:
    """One source of a fact and, where sources disagree, what this one says."""

    source: Source
    says: Any = None


@dataclass(frozen=True)
class FactView:
    """A value with its evidence."""

    key: str
    value: Any
    unit: str
    qualifier: Qualifier
    level: Level
    as_of_from: date | None
    as_of_to: date | None
    evidence: tuple[EvidenceView, ...] = ()
    method: str | None = None
    about: Mapping[str, str] | None = None
    public: bool = True


@dataclass(frozen=True)
class RecordView:
    """A record with the facts its reader may see."""

    num: int
    id: str
    kind: str
    names: Mapping[str, str]
    municipality_id: str | None
    state: RecordState
    visibility: Visibility
    position: shapely.Geometry | None
    boundary: shapely.Geometry | None
    position_accuracy: PositionAccuracy
    accuracy_m: float | None
    confirmed_on: date | None
    edited_at: datetime
    published_at: datetime | None
    version: int
    facts: Mapping[str, FactView]
    keys: tuple[tuple[str, str], ...] = ()
    context: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Names beside the record, by language: `municipality`, `zone`."""

    def value(self, key: str, default: Any = None) -> Any:
        """The value of a fact, or `default` where nobody stated it."""
        fact = self.facts.get(key)
        return default if fact is None else fact.value

    def year_of(self, key: str) -> int | None:
        """The year a fact speaks of; None where it is undated or nobody stated it."""
        fact = self.facts.get(key)
        return None if fact is None or fact.as_of_to is None else fact.as_of_to.year

    def search_words(self, *keys: str, further: Iterable[str] = ()) -> str:
        """Folded words of its names, its surroundings' names and the texts under `keys`, each after a space.

        `LIKE '% word%'` then finds the beginnings of words, the same way on both engines.
        """
        texts = [*self.names.values(), *further]
        for names in self.context.values():
            texts += names.values()
        for key in keys:
            texts += (self.value(key) or {}).values()
        words = dict.fromkeys(term for text in texts for term in search_terms(text))
        return f" {' '.join(words)} "

    @property
    def shape(self) -> shapely.Geometry | None:
        return self.boundary if self.boundary is not None else self.position

    @property
    def has_exact_place(self) -> bool:
        return self.position_accuracy in EXACT_PLACES

    @property
    def latest_source_on(self) -> date | None:
        """The newest day that any of its facts speaks of."""
        days = [
            fact.as_of_to for fact in self.facts.values() if fact.as_of_to and fact.level != Level.DERIVED
        ]
        return max(days, default=None)


def fact_view(fact: Fact) -> FactView:
    """A mapped fact as a plain value."""
    return FactView(
        key=fact.key,
        value=fact.value_j,
        unit=fact.unit,
        qualifier=Qualifier(fact.qualifier),
        level=Level(fact.level),
        as_of_from=fact.as_of_from,
        as_of_to=fact.as_of_to,
        evidence=tuple(EvidenceView(item.source, item.says_j) for item in fact.evidence),
        method=fact.method,
        about=fact.about_j,
        public=fact.public,
    )


def record_view(
    record: Record,
    *,
    confidential: bool = False,
    with_evidence: bool = True,
    context: Mapping[str, Mapping[str, str]] | None = None,
) -> RecordView:
    """A mapped record as a plain value; without `confidential` only its public facts."""
    shown = [fact for fact in record.facts if fact.public or confidential]
    read = fact_view if with_evidence else _bare_fact
    return RecordView(
        num=record.num,
        id=record.id,
        kind=record.kind,
        names=record.name_j,
        municipality_id=record.municipality_id,
        state=RecordState(record.state),
        visibility=Visibility(record.visibility),
        position=record.position,
        boundary=record.boundary,
        position_accuracy=PositionAccuracy(record.position_accuracy),
        accuracy_m=record.accuracy_m,
        confirmed_on=record.confirmed_on,
        edited_at=record.edited_at,
        published_at=record.published_at,
        version=record.version,
        facts={fact.key: read(fact) for fact in shown},
        keys=tuple((key.scheme, key.value) for key in record.keys),
        context=context or {},
    )


def _bare_fact(fact: Fact) -> FactView:
    """Without evidence: what a projector needs, and nothing loaded for it."""
    return FactView(
        fact.key,
        fact.value_j,
        fact.unit,
        Qualifier(fact.qualifier),
        Level(fact.level),
        fact.as_of_from,
        fact.as_of_to,
        public=fact.public,
    )
