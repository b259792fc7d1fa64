"""What stands above the data sheet: name and state, key figures, what the facts warn of, what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from geodata.measure import area_ha
from geodata.pack_model import Region
from portal import i18n
from portal.i18n import gettext as _
from portal.i18n import lazy
from portal.records.fields import Field
from portal.records.sheet import Sheet, SheetGroup, SheetRow
from portal.records.views import RecordView
from portal.sites.codes import AVAILABILITIES, KINDS
from portal.sites.fields import CATALOGUE
from portal.sites.rules import is_stated, missing_essentials, spoken_of_on
from portal.sites.words import availability_since, freshness_words

AREA_TOLERANCE = 0.05
KEY_LABELS = {
    "area_ha": lazy("Area"),
    "floor_area_m2": lazy("Floor area"),
    "power_mw": lazy("Electric power"),
    "price_eur_m2": lazy("Price"),
    "rent_eur_ha_year": lazy("Rent"),
    "tenure_years": lazy("Term, at most"),
    "available_from": lazy("Available from"),
    "motorway_km": lazy("Motorway, trunk road"),
    "tier": lazy("Readiness tier"),
}


@dataclass(frozen=True)
class Head:
    """What stands on top of the page."""

    id: str
    code: str
    name: i18n.Text
    kind: str
    kind_word: str
    municipality_id: str
    municipality: i18n.Text
    zone_id: str
    zone: i18n.Text
    availability: str
    availability_word: str
    since: str
    fresh: str
    fresh_words: str


@dataclass(frozen=True)
class Caution:
    """Something an investor must know before the figures."""

    title: str
    text: i18n.Text
    ask: str
    question: str


@dataclass(frozen=True)
class Completeness:
    """How many of the eliminating fields are stated, and which are missing, heaviest first."""

    have: int
    all: int
    missing: tuple[tuple[str, str], ...]
    first_question: str


def head_of(view: RecordView, today: date, region: Region) -> Head:
    """Name, state, place and freshness."""
    kind, availability = view.value("kind", "plot"), view.value("availability", "unknown")
    fresh, fresh_words = freshness_words(
        view.confirmed_on, spoken_of_on(view), today, region.confirm_days, region.late_days
    )
    return Head(
        id=view.id,
        code=view.id,
        name=i18n.pick(view.names),
        kind=kind,
        kind_word=str(KINDS[kind]),
        municipality_id=view.municipality_id or "",
        municipality=i18n.pick(view.context.get("municipality")),
        zone_id=view.value("zone", "") if view.context.get("zone") else "",
        zone=i18n.pick(view.context.get("zone")),
        availability=availability,
        availability_word=_("Availability not stated")
        if availability == "unknown"
        else str(AVAILABILITIES[availability]),
        since=availability_since(view),
        fresh=fresh,
        fresh_words=fresh_words,
    )


def key_rows(view: RecordView, sheet: Sheet) -> tuple[SheetRow, ...]:
    """The six figures that decide first: size, power, price or rent, term, motorway, tier."""
    is_built = view.value("kind") == "building" or view.value("floor_area_m2") is not None
    built = is_built and view.value("area_ha") is None
    leased = "lease" in (view.value("tenure") or []) and "sale" not in (view.value("tenure") or [])
    keys = (
        "floor_area_m2" if built else "area_ha",
        "power_mw",
        "rent_eur_ha_year" if leased else "price_eur_m2",
        "tenure_years" if leased else "available_from",
        "motorway_km",
        "tier",
    )
    return tuple(replace(sheet.row(key), label=str(KEY_LABELS[key])) for key in keys)


def warnings_of(view: RecordView, groups: Sequence[SheetGroup], region: Region) -> tuple[Caution, ...]:
    """What the facts themselves warn of: the state in words, sources that disagree, a misfit of area."""
    found = []
    state = view.facts.get("status_note")
    if state is not None:
        offered = view.value("availability") == "available"
        ask = _("Ask what is free now") if offered else _("Ask how it stands now")
        text = i18n.pick(state.value)
        found.append(Caution(_("Last known state:"), text, ask, "availability"))
    for row in (row for group in groups for row in group.rows if row.disagreement):
        said = "; ".join(
            _("%(source)s: %(value)s", source=name, value=says) for name, says in row.disagreement
        )
        title = _("Sources disagree on “%(field)s”.", field=row.label)
        found.append(Caution(title, i18n.Text(said), _("Ask which is right"), row.key))
    stated = view.value("area_ha")
    if stated and view.boundary is not None:
        drawn = area_ha(view.boundary, region.metric_crs)
        if abs(drawn - stated) > AREA_TOLERANCE * stated:
            words = _(
                "Stated: %(stated)s. Inside the boundary: %(drawn)s.",
                stated=i18n.area(stated),
                drawn=i18n.area(drawn),
            )
            found.append(
                Caution(
                    _("The area does not fit the boundary."),
                    i18n.Text(words),
                    _("Ask which is right"),
                    "area_ha",
                )
            )
    return tuple(found)


def completeness_of(view: RecordView) -> Completeness:
    """How much of what eliminates a site is stated."""
    essential = [field for field in CATALOGUE if field.essential]
    missing = missing_essentials(view)
    return Completeness(
        have=sum(is_stated(view, field) for field in essential),
        all=len(essential),
        missing=tuple((field.key, i18n.lower_first(field.label)) for field in missing),
        first_question=_first_question(view, missing),
    )


def _first_question(view: RecordView, missing: Sequence[Field]) -> str:
    """The question worth most: power cuts quickest, then whatever weighs most; empty where all is stated."""
    places = _("“%(name)s”", name=i18n.pick(view.names))
    if not missing:
        return ""
    if any(field.key == "power_mw" for field in missing):
        return _("How much electric power (MW) can be connected at %(places)s, and by when?", places=places)
    return _(
        "%(field)s at %(places)s: what is known, and as of which day?", field=missing[0].label, places=places
    )
