"""The inquiry form: a name or code name, an e-mail, a question and the consent are enough."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import Any

import phonenumbers
from wtforms import BooleanField, Field, Form, SelectField, ValidationError
from wtforms.fields.choices import SelectChoice

from portal import i18n
from portal.i18n import gettext, lazy, pick
from portal.inquiries.models import LINE_LENGTH, NAME_LENGTH, OTHER_SECTOR, QUESTION_LENGTH
from portal.web.fields import (
    EmailField,
    LineField,
    NumberField,
    ParagraphField,
    at_most,
    between,
    optional,
    required,
)
from portal.web.public_forms import PublicForm
from portal.web.request import region

NO_NAME = lazy("Enter your name, or a code name for the project.")
_NO_COUNTRIES = frozenset(
    ("AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ")
)


@lru_cache(maxsize=len(i18n.LANGUAGES))
def _countries(lang: str) -> tuple[tuple[str, str], ...]:
    names = {
        code: name
        for code, name in i18n.locale().territories.items()
        if len(code) == 2 and code.isalpha() and code not in _NO_COUNTRIES
    }
    return tuple(sorted(names.items(), key=lambda item: i18n.sort_key(item[1], lang)))


def country_choices() -> list[SelectChoice]:
    """All countries in the order of the current language, an empty choice first."""
    return _select(("", gettext("Choose a country")), *_countries(i18n.current()))


def sector_choices() -> list[SelectChoice]:
    """The region's sectors and "another one", an empty choice first."""
    sectors = [(sector.code, str(pick(dict(sector.names)))) for sector in region().sectors]
    return _select(("", gettext("Choose a sector")), *sectors, (OTHER_SECTOR, gettext("Another sector")))


def _select(*choices: tuple[str, str]) -> list[SelectChoice]:
    return [SelectChoice(code, name) for code, name in choices]


def name_or_code_name() -> Any:
    """Demand a name where no code name stands for it."""

    def check(form: Form, field: Field) -> None:
        if not field.data and not form.code_name.data:
            raise ValidationError(str(NO_NAME))

    check.field_flags = {"required": True}  # type: ignore[attr-defined]
    return check


def telephone(form: Form, field: Field) -> None:
    """Read a number as it is dialled in the chosen country, and keep it in international form."""
    try:
        number = phonenumbers.parse(field.data, form.country.data or region().country)
    except phonenumbers.NumberParseException:
        number = None
    if number is None or not phonenumbers.is_possible_number(number):
        raise ValidationError(
            gettext("Enter a telephone number with its country code, such as +370 612 34567.")
        )
    field.data = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


def whole(form: Form, field: Field) -> None:
    """Demand a whole number."""
    if field.data is not None and field.data != field.data.to_integral_value():
        raise ValidationError(gettext("Enter a whole number."))


class InquiryForm(PublicForm):
    """What a visitor may tell. `needs()` is what was told of the project."""

    question = ParagraphField(
        lazy("Your question"),
        [required(lazy("Write your question.")), at_most(QUESTION_LENGTH)],
        description=lazy("In English, Lithuanian or German."),
    )
    name = LineField(
        lazy("Your name"),
        [name_or_code_name(), at_most(NAME_LENGTH)],
        description=lazy("To stay unnamed, give a code name under “About the project” instead."),
    )
    email = EmailField(
        lazy("E-mail"),
        [required(lazy("Enter your e-mail address: the answer goes there.")), at_most(254)],
        description=lazy("The answer goes to this address. It is used for nothing else."),
    )
    code_name = LineField(
        lazy("Code name of the project"),
        [at_most(NAME_LENGTH)],
        description=lazy("Used in all our papers instead of your name."),
    )
    company = LineField(lazy("Company"), [at_most(LINE_LENGTH)])
    country = SelectField(lazy("Country"), choices=country_choices, default="")
    phone = LineField(lazy("Telephone"), [optional(), at_most(40), telephone])
    sector = SelectField(lazy("Sector"), choices=sector_choices, default="")
    area_ha = NumberField(lazy("Land needed"), [optional(), between(0.01, 10_000)])
    power_mw = NumberField(lazy("Electric power needed"), [optional(), between(0.001, 10_000)])
    jobs = NumberField(lazy("Jobs planned"), [optional(), between(1, 100_000), whole])
    timing = LineField(
        lazy("Timing"), [at_most(LINE_LENGTH)], description=lazy("For example: production from 2028.")
    )
    consent = BooleanField(
        lazy("I agree that my details are kept in order to answer this inquiry."),
        [required(lazy("Tick the box: without your consent the inquiry cannot be kept or answered."))],
    )

    PROJECT = ("code_name", "company", "country", "phone", "sector", "area_ha", "power_mw", "jobs", "timing")

    def tells_of_project(self) -> bool:
        """Whether anything about the project was typed or is wrong, so that this part must be open."""
        fields = [self[name] for name in self.PROJECT]
        return any(field.errors or field.data not in (None, "") for field in fields)

    def needs(self) -> dict[str, Any]:
        """What was told of the project, as plain JSON; what was left empty is absent."""
        told = {
            "sector": self.sector.data,
            "area_ha": _plain(self.area_ha.data),
            "power_mw": _plain(self.power_mw.data),
            "jobs": None if self.jobs.data is None else int(self.jobs.data),
            "timing": self.timing.data,
        }
        return {key: value for key, value in told.items() if value not in (None, "")}


def _plain(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
