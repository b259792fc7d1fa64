"""Result cards and the answer in words, as plain values for the template."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from portal import i18n
from portal.i18n import gettext as _
from portal.i18n import ngettext
from portal.sites.codes import AVAILABILITIES, KINDS
from portal.sites.facets import Counts
from portal.sites.needs import Answer, Asked, Verdict, asked_needs, error_km
from portal.sites.queries import FoundSite, Places
from portal.sites.search import SearchParams
from portal.sites.wording import (
    SHORT,
    need_words,
    short_freshness,
    unstated_words,
    verdict_words,
)

ASK_MOST = 20
Address = Callable[..., str]
"""`url_for`: endpoint and values to an address."""


@dataclass(frozen=True)
class Card:
    """One result as `components/site.html` draws it."""

    id: str
    href: str
    name: i18n.Text
    kind: str
    kind_word: str
    place: str
    availability: str
    availability_word: str
    number: str
    unit: str
    ask_href: str
    verdicts: Sequence[tuple[str, str, str]]
    fresh: str
    fresh_words: str
    distance: str
    selected: bool = False


@dataclass(frozen=True)
class LeftOut:
    """Sites that meet everything else and do not state one property."""

    words: str
    including: SearchParams


@dataclass(frozen=True)
class Act:
    """The best next act: a question about some sites."""

    words: str
    href: str


@dataclass(frozen=True)
class AnswerLine:
    """The sentence above the results."""

    lead: str
    left_out: Sequence[LeftOut]
    act: Act | None


def card(site: FoundSite, params: SearchParams, places: Places, today: date, address: Address) -> Card:
    """A result with its verdicts in the order of the requirement."""
    number, unit = _size(site)
    place = places.municipalities.get(site.municipality_id or "")
    fresh, fresh_words = short_freshness(site.confirmed_on, site.source_on, today)
    return Card(
        id=site.id,
        href=address("sites.show", id=site.id),
        name=i18n.pick(dict(site.names)),
        kind=site.kind,
        kind_word=str(KINDS.get(site.kind, site.kind)),
        place=str(i18n.pick(dict(place.names))) if place else _("place not stated"),
        availability=site.availability,
        availability_word=str(AVAILABILITIES.get(site.availability, site.availability)),
        number=number,
        unit=unit,
        ask_href=ask_address(address, [site.id], "area_ha"),
        verdicts=[_chip(site, verdict, address) for verdict in site.verdicts(params, today)],
        fresh=fresh,
        fresh_words=fresh_words,
        distance="" if site.distance_m is None else i18n.distance(site.distance_m),
    )


def _size(site: FoundSite) -> tuple[str, str]:
    for column, unit, digits in (("area_ha", "ha", 2), ("floor_area_m2", "m²", 0)):
        value = site.figures[column]
        if value is not None:
            return i18n.number(value, digits), unit
    return "", ""


def _chip(site: FoundSite, verdict: Verdict, address: Address) -> tuple[str, str, str]:
    error = error_km(site.position_accuracy, site.accuracy_m) if verdict.asked.need.uncertain else 0.0
    words = verdict_words(verdict, error=error, placed=site.position_accuracy != "none")
    href = ""
    if verdict.answer is Answer.UNKNOWN:
        href = ask_address(address, [site.id], verdict.asked.column)
    return verdict.answer.value, words, href


def ask_address(address: Address, ids: Sequence[str], question: str = "") -> str:
    """The inquiry form about these sites, with a question filled in."""
    values: dict[str, Any] = {"site": list(ids[:ASK_MOST])}
    if question:
        values["question"] = question
    return address("inquiries.form", **values)


def answer(
    params: SearchParams,
    counts: Counts,
    today: date,
    sites: Sequence[FoundSite],
    open_ids: Sequence[str],
    address: Address,
) -> AnswerLine:
    """What was found, what was left out and why, and the best next act.

    `sites`: those shown; `open_ids`: those that fail nothing and do not state what most are left out for.
    """
    needs = asked_needs(params, today)
    left = sorted(_left(needs, counts), key=lambda item: -item[1])
    return AnswerLine(
        lead=_lead(needs, counts.meeting) + _open_words(counts.total - counts.meeting),
        left_out=[
            LeftOut(unstated_words(asked, number), params.changed(unknown=(*params.unknown, asked.prop)))
            for asked, number in left
        ],
        act=_ask_open(params, sites, today, address)
        or _act(left, [site.id for site in sites], open_ids, address),
    )


def _left(needs: Sequence[Asked], counts: Counts) -> list[tuple[Asked, int]]:
    return [
        (asked, counts.left_out[asked.parameter]) for asked in needs if counts.left_out.get(asked.parameter)
    ]


def most_left_out(params: SearchParams, counts: Counts, today: date) -> Asked | None:
    """The need for which most sites were left out because they do not state it."""
    left = _left(asked_needs(params, today), counts)
    return max(left, key=lambda item: item[1])[0] if left else None


def _lead(needs: Sequence[Asked], total: int) -> str:
    if not needs:
        return ngettext("%(n)s site fits.", "%(n)s sites fit.", total) if total else _("No site fits.")
    if len(needs) == 1:
        what = i18n.lower_first(need_words(needs[0]))
        if not total:
            return _("No site meets this: %(need)s.", need=what)
        return ngettext(
            "%(n)s site meets this: %(need)s.", "%(n)s sites meet this: %(need)s.", total, need=what
        )
    if len(needs) == 2:
        if not total:
            return _("No site meets both needs.")
        return ngettext("%(n)s site meets both needs.", "%(n)s sites meet both needs.", total)
    if not total:
        return _("No site meets all %(needs)s needs.", needs=i18n.number(len(needs)))
    return ngettext(
        "%(n)s site meets all %(needs)s needs.",
        "%(n)s sites meet all %(needs)s needs.",
        total,
        needs=i18n.number(len(needs)),
    )


def _open_words(number: int) -> str:
    """How many further sites are shown although a need is not stated."""
    if not number:
        return ""
    words = ngettext(
        "%(n)s is shown although it does not state everything.",
        "%(n)s are shown although they do not state everything.",
        number,
    )
    return f" {words}"


def _ask_open(params: SearchParams, sites: Sequence[FoundSite], today: date, address: Address) -> Act | None:
    """Ask about the need that most of the sites shown leave open, those sites alone."""
    silent: dict[str, tuple[Asked, list[str]]] = {}
    for site in sites:
        for verdict in site.verdicts(params, today):
            if verdict.answer is Answer.UNKNOWN and params.lets_pass(verdict.asked.prop):
                silent.setdefault(verdict.asked.parameter, (verdict.asked, []))[1].append(site.id)
    if not silent:
        return None
    asked, ids = max(silent.values(), key=lambda item: len(item[1]))
    return _ask(asked, ids[:ASK_MOST], address)


def _ask(asked: Asked, ids: Sequence[str], address: Address) -> Act:
    words = ngettext(
        "Ask about %(what)s for this site",
        "Ask about %(what)s for these %(n)s",
        len(ids),
        what=i18n.lower_first(SHORT[asked.column]),
    )
    return Act(words, ask_address(address, ids, asked.column))


def _act(
    left: Sequence[tuple[Asked, int]], ids: Sequence[str], open_ids: Sequence[str], address: Address
) -> Act | None:
    if left and open_ids:
        return _ask(left[0][0], open_ids[:ASK_MOST], address)
    if ids:
        words = ngettext("Ask about this site", "Ask about these %(n)s", len(ids[:ASK_MOST]))
        return Act(words, ask_address(address, ids))
    return None
