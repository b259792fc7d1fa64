"""The words a record, a fact and a change are kept under: state, visibility, accuracy, level, qualifier."""

from __future__ import annotations

import enum


class RecordState(enum.StrEnum):
    """The states of a listing."""

    DRAFT = "draft"
    IN_REVIEW = "in_review"
    PUBLISHED = "published"
    ARCHIVED = "archived"


class Visibility(enum.StrEnum):
    """Who may see a record: everyone, staff and tailored links, or staff alone."""

    PUBLIC = "public"
    LINK_ONLY = "link_only"
    INTERNAL = "internal"


class PositionAccuracy(enum.StrEnum):
    """How exact a position is, from a surveyed boundary down to none."""

    SURVEYED = "surveyed"
    BOUNDARY = "boundary"
    BUILDING = "building"
    POINT = "point"
    STREET = "street"
    TOWN = "town"
    NONE = "none"


class Level(enum.StrEnum):
    """How a fact is known: said by the owner, shown by a document, verified by a register, computed."""

    DECLARED = "declared"
    DOCUMENTED = "documented"
    VERIFIED = "verified"
    DERIVED = "derived"


class Qualifier(enum.StrEnum):
    """What a value means exactly."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    PLANNED = "planned"


class ChangeState(enum.StrEnum):
    """A change set waits, then is applied or rejected."""

    PROPOSED = "proposed"
    APPLIED = "applied"
    REJECTED = "rejected"
