"""The explore page: sites narrowed by what matters. The whole state stands in the query."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from flask import render_template, request, url_for
from sqlalchemy.orm import Session

from portal import i18n
from portal.sites.facets import Counts, count_facets, count_without, find_nearest, find_open_ids
from portal.sites.needs import asked_needs
from portal.sites.panel import choices, filter_count, in_force, panel, typed_values, unknown_places
from portal.sites.queries import (
    FoundSite,
    Overview,
    Places,
    conditions_of,
    find_overview,
    find_page,
    find_places,
)
from portal.sites.results import ASK_MOST, answer, card, most_left_out
from portal.sites.search import SearchParams, parse
from portal.sites.wording import LABELS, SORTS, in_force_words, need_words
from portal.web.request import lang, now, region, session

NEAREST_SHOWN = 5


@dataclass(frozen=True)
class Explored:
    """What the page needs from the database, in at most six statements."""

    places: Places
    sites: Sequence[FoundSite]
    counts: Counts
    overview: Overview
    without: dict[str, int]
    nearest: Sequence[FoundSite]
    open_ids: Sequence[str]


def explore() -> str:
    """The page; without JavaScript a form and links, with it the same address fetched again."""
    given = request.args.to_dict(flat=False)
    params, problems = parse(given, lang=lang())
    today = now().astimezone(ZoneInfo(region().time_zone)).date()
    found = read(session(), params, today)
    problems += unknown_places(params, found.places)
    shown = [card(site, params, found.places, today, url_for) for site in found.sites]
    typed = typed_values(params, given)
    return render_template(
        "sites/explore.html",
        params=params,
        found=found,
        panel=panel(params, typed, problems, found.counts, found.places),
        in_force=in_force(params, found.places, today),
        filter_count=filter_count(params),
        cards=shown,
        misses=[card(s, params, found.places, today, url_for) for s in found.nearest],
        blocking=_blocking(params, found.without, today),
        answer=answer(params, found.counts, today, found.sites, found.open_ids, url_for),
        towns=_towns(params, found.counts),
        data_stamp=lambda: i18n.date(found.overview.changed_at) if found.overview.changed_at else "",
        page_count=-(-found.counts.total // params.limit),
        sorts=[(code, str(word)) for code, word in SORTS.items() if code != "distance" or params.near],
        address_of=address_of,
        page_address=lambda number: address_of(params.changed(page=number)),
        choices=choices(params),
        labels=LABELS,
    )


def address_of(params: SearchParams) -> str:
    """The explore page with this search."""
    query = params.to_query()
    return url_for("sites.explore") + (f"?{query}" if query else "")


def read(session: Session, params: SearchParams, today: date) -> Explored:
    """One page of a search with its counts; nearest misses and the blocking filter where nothing is found."""
    places = find_places(session)
    search = conditions_of(params, places, today)
    counts = count_facets(session, search)
    overview = find_overview(session)
    sites: list[FoundSite] = []
    without: dict[str, int] = {}
    nearest: list[FoundSite] = []
    if counts.total:
        sites = find_page(session, search, limit=params.limit, offset=(params.page - 1) * params.limit)
    else:
        without = count_without(session, search)
        nearest = find_nearest(session, search, NEAREST_SHOWN)
    asked = most_left_out(params, counts, today)
    open_ids = find_open_ids(session, search, asked.parameter, ASK_MOST) if asked else []
    return Explored(places, sites, counts, overview, without, nearest, open_ids)


def _blocking(params: SearchParams, without: dict[str, int], today: date) -> list[tuple[str, int, str]]:
    """(filter in words, sites without it, address without it): the filters in the way, worst first."""
    needs = {asked.parameter: need_words(asked) for asked in asked_needs(params, today)}
    helping = sorted(
        ((name, number) for name, number in without.items() if number), key=lambda item: -item[1]
    )
    return [
        (needs.get(name) or in_force_words(name), number, address_of(_without(params, name)))
        for name, number in helping
    ]


def _without(params: SearchParams, name: str) -> SearchParams:
    left = params.without(*(("near", "near_km") if name == "near_km" else (name,)))
    return left.changed(sort="") if left.sort == "distance" and not left.near else left


def _towns(params: SearchParams, counts: Counts) -> int:
    """In how many municipalities there are results."""
    chosen = params.municipality
    return sum(
        1
        for town, number in counts.facets["municipality"].items()
        if number and (not chosen or town in chosen)
    )
