"""The two e-mails of a new inquiry: to the investor, in their language, and to the desk."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from portal import i18n
from portal.i18n import gettext, lazy, pick
from portal.inquiries.desk import Desk
from portal.inquiries.models import OTHER_SECTOR, Inquiry
from portal.inquiries.wording import find_field, label_words, moment_words
from portal.mail.message import Message
from portal.mail.render import render
from portal.records.registry import kind_named
from portal.records.views import RecordView

LANGUAGE_NAMES = {"en": lazy("English"), "lt": lazy("Lithuanian"), "de": lazy("German")}


def confirmation(inquiry: Inquiry, records: Sequence[RecordView], desk: Desk) -> Message:
    """What the investor gets: reference, time of the answer, what was asked, whom to write to."""
    return render(
        "inquiry_confirmation",
        to=inquiry.email or "",
        lang=inquiry.language,
        reply_to=desk.email,
        **_common(inquiry, records, desk, inquiry.language),
        privacy_url=f"{desk.base_url}/{inquiry.language}/privacy",
    )


def notice(inquiry: Inquiry, records: Sequence[RecordView], desk: Desk) -> Message:
    """What the desk gets: everything that was typed; an answer to it goes to the investor."""
    lang = desk.language
    return render(
        "inquiry_notice",
        to=desk.email,
        lang=lang,
        reply_to=inquiry.email or "",
        **_common(inquiry, records, desk, lang),
        sender=inquiry.email,
        title=inquiry.code_name or inquiry.company or inquiry.name or "",
        told=_told(inquiry, desk, lang),
        asked=_asked(inquiry, records, lang),
    )


def _common(inquiry: Inquiry, records: Sequence[RecordView], desk: Desk, lang: str) -> dict[str, Any]:
    with i18n.use(lang):
        organisation = pick(desk.organisation_j)
        return {
            "reference": inquiry.reference,
            "due": moment_words(inquiry.due_at, desk.hours.time_zone),
            "received": moment_words(inquiry.received_at, desk.hours.time_zone),
            "question": inquiry.question,
            "records": [(pick(record.names), page_url(record, desk.base_url, lang)) for record in records],
            "organisation": organisation,
            "office": pick(desk.office_j),
            "region_name": pick(desk.region_j),
            "desk_email": desk.email,
            "controller": desk.controller or organisation,
        }


def page_url(record: RecordView, base_url: str, lang: str) -> str:
    """The address of the record's page."""
    return f"{base_url}/{lang}/{kind_named(record.kind).page_path}{record.id}"


def _told(inquiry: Inquiry, desk: Desk, lang: str) -> list[tuple[str, str]]:
    """(label, value) of everything that was told about sender and project."""
    with i18n.use(lang):
        countries, needs = i18n.locale().territories, inquiry.needs_j
        numbers = {key: needs.get(key) for key in ("area_ha", "power_mw", "jobs")}
        said = [
            (gettext("Sender"), inquiry.name),
            (gettext("Code name"), inquiry.code_name),
            (gettext("Company"), inquiry.company),
            (gettext("Country"), countries.get(inquiry.country or "", inquiry.country)),
            (gettext("Telephone"), inquiry.phone),
            (gettext("Language"), str(LANGUAGE_NAMES.get(inquiry.language, inquiry.language))),
            (gettext("Sector"), _sector(needs.get("sector", ""), desk)),
            (gettext("Land"), None if numbers["area_ha"] is None else i18n.area(numbers["area_ha"])),
            (
                gettext("Power"),
                None if numbers["power_mw"] is None else i18n.quantity(numbers["power_mw"], "MW"),
            ),
            (gettext("Jobs"), None if numbers["jobs"] is None else i18n.number(numbers["jobs"])),
            (gettext("Timing"), needs.get("timing")),
        ]
        return [(label, str(value)) for label, value in said if value]


def _sector(code: str, desk: Desk) -> str:
    if code == OTHER_SECTOR:
        return gettext("Another sector")
    return str(pick(desk.sectors[code])) if code in desk.sectors else code


def _asked(inquiry: Inquiry, records: Sequence[RecordView], lang: str) -> list[str]:
    with i18n.use(lang):
        kinds = dict.fromkeys([*(record.kind for record in records), "site"])
        fields = (find_field(key, kinds) for key in inquiry.needs_j.get("asked", ()))
        return [label_words(field) for field in fields if field is not None]
