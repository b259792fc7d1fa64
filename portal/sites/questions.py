"""The question that a data-sheet field asks, ready to be sent about a site."""

from __future__ import annotations

from portal.i18n import gettext as _
from portal.i18n import lazy
from portal.sites.fields import CATALOGUE

QUESTIONS = {
    "availability": lazy("What is free at %(site)s now, and until when does an offer hold?"),
    "area_ha": lazy("How large is %(site)s, and which part of it can be built on?"),
    "power_mw": lazy("How many MW can be connected at %(site)s, at what voltage and by when?"),
    "power_later_mw": lazy("How many MW can be connected at %(site)s later, by when and at what cost?"),
    "gas_m3h": lazy("How much natural gas can %(site)s get, in m³ an hour and at what pressure?"),
    "water_m3d": lazy("How much water can %(site)s get a day, and how far is the main?"),
    "wastewater_m3d": lazy("How much waste water can %(site)s discharge a day, and with which limits?"),
    "fibre_gbit_s": lazy("Which operators reach %(site)s by fibre, and how fast?"),
    "price_eur_m2": lazy("At what price per m² is %(site)s sold, and what is included?"),
    "rent_eur_ha_year": lazy("What is the yearly rent of %(site)s per hectare, and how is it set?"),
    "boundary": lazy("Can you send the boundary of %(site)s as a file?"),
    "cadastral_numbers": lazy("Which cadastral numbers does %(site)s have?"),
    "tier": lazy("How ready is %(site)s: which permits and connections exist today?"),
    "available_from": lazy("From which day is %(site)s available?"),
    "confirmed_on": lazy("Is the listing of %(site)s still true?"),
    "documents": lazy("Which documents about %(site)s can you send?"),
    "labour_60min": lazy("How many people could work at %(site)s within an hour's travel?"),
    "incentives": lazy("Which taxes and incentives apply at %(site)s?"),
    "all": lazy("Please send what is known about %(site)s: everything that its page does not state."),
    "error": lazy("Something on the page of %(site)s is not right:"),
}


def question_words(key: str, site: str) -> str:
    """The question behind `question=KEY` about a site, named by its id; empty for an unknown key."""
    if key in QUESTIONS:
        return str(QUESTIONS[key]) % {"site": site}
    if key in CATALOGUE:
        return _("What can you say about %(site)s: %(field)s?", site=site, field=CATALOGUE[key].label)
    return ""
