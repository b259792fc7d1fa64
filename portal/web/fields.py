"""Form fields that speak the visitor's language and say how to mend what is wrong."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from email_validator import EmailNotValidError, validate_email
from wtforms import Field, Form, StringField, TextAreaField, ValidationError
from wtforms.validators import StopValidation as _Stop
from wtforms.widgets import TextInput

from portal import i18n
from portal.i18n import LazyText, gettext

Validator = Callable[[Form, Field], None]
LINE_BREAKS = "\n\t"
INVISIBLE = frozenset({"Cc", "Cf", "Cn", "Zl", "Zp", "Zs"})


def clean(text: str | None) -> str:
    """What was typed, without control characters, in composed form, line ends single; empty where nothing of
    it can be seen.
    """
    composed = unicodedata.normalize("NFC", (text or "").replace("\r\n", "\n").replace("\r", "\n"))
    kept = "".join(
        c for c in composed if c in LINE_BREAKS or unicodedata.category(c) not in ("Cc", "Cs", "Co")
    )
    return kept.strip() if any(unicodedata.category(c) not in INVISIBLE for c in kept) else ""


class LineField(StringField):
    """One line of text; line breaks become spaces."""

    def process_formdata(self, valuelist: list[str]) -> None:
        if valuelist:
            self.data = " ".join(clean(valuelist[0]).split())


class ParagraphField(TextAreaField):
    """Text of several lines."""

    def process_formdata(self, valuelist: list[str]) -> None:
        if valuelist:
            self.data = clean(valuelist[0])


class EmailField(LineField):
    """An e-mail address; empty is allowed unless it is required."""

    widget = TextInput(input_type="email")

    def pre_validate(self, form: Form) -> None:
        if not self.data:
            return
        try:
            self.data = validate_email(self.data, check_deliverability=False).normalized
        except EmailNotValidError as error:
            raise ValidationError(gettext("Enter an e-mail address like name@example.org.")) from error


class NumberField(Field):
    """A number as people write it in the current language; `data` is a Decimal or None."""

    widget = TextInput()

    def __init__(
        self, label: Any = None, validators: Any = None, max_digits: int = 6, **options: Any
    ) -> None:
        super().__init__(label, validators, **options)
        self.max_digits = max_digits

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return "" if self.data is None else i18n.number(self.data, self.max_digits)

    def process_formdata(self, valuelist: list[str]) -> None:
        self.data: Decimal | None = None
        typed = clean(valuelist[0]) if valuelist else ""
        if not typed:
            return
        try:
            self.data = i18n.parse_decimal(typed, i18n.current())
        except ValueError as error:
            example = i18n.number(Decimal("12.5"))
            raise ValidationError(gettext("Enter a number such as %(example)s.", example=example)) from error


def required(message: LazyText) -> Validator:
    """Demand a value; the message says which one and how ("Enter your name.")."""

    def check(form: Form, field: Field) -> None:
        if not field.data:
            field.errors[:] = []
            raise _Stop(str(message))

    check.field_flags = {"required": True}  # type: ignore[attr-defined]
    return check


def optional() -> Validator:
    """An empty value is right, and the checks after this one are left out."""

    def check(form: Form, field: Field) -> None:
        if not field.raw_data or not str(field.raw_data[0]).strip():
            field.errors[:] = []
            raise _Stop

    return check


def at_most(characters: int) -> Validator:
    """Demand a text of at most so many characters."""

    def check(form: Form, field: Field) -> None:
        length = len(field.data or "")
        if length > characters:
            raise ValidationError(
                gettext(
                    "This is %(length)s characters long. Shorten it to %(most)s.",
                    length=i18n.number(length),
                    most=i18n.number(characters),
                )
            )

    return check


def between(low: float, high: float) -> Validator:
    """Demand a number from `low` to `high`."""

    def check(form: Form, field: Field) -> None:
        if field.data is not None and not low <= field.data <= high:
            raise ValidationError(
                gettext(
                    "Enter a number from %(low)s to %(high)s.", low=i18n.number(low), high=i18n.number(high)
                )
            )

    return check
