"""The base of all forms: our token, our languages, and the errors as one list for the summary on top."""

from __future__ import annotations

from typing import Any

from flask_wtf import FlaskForm

from portal import i18n
from portal.i18n import gettext, lazy, ngettext

WTFORMS_MESSAGES = (
    lazy("This field is required."),
    lazy("Not a valid choice."),
    lazy("Not a valid integer value."),
    lazy("Not a valid date value."),
    lazy("The CSRF token is missing."),
)
"""Sentences that WTForms itself may say: named here, so that they reach our catalogs."""

TOKEN_EXPIRED = lazy("This form had been open for too long. Nothing was sent yet: please send it once more.")


class _Translations:
    def gettext(self, message: str) -> str:
        return gettext(message)

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        return ngettext(singular, plural, n)


class PortalForm(FlaskForm):
    """A form with a token. `validate()` is false, and `problem` says so, when the token is old."""

    class Meta(FlaskForm.Meta):
        def get_translations(self, form: Any) -> _Translations:
            return _Translations()

    @property
    def problem(self) -> i18n.LazyText | None:
        """What is wrong with the form as a whole; None where the errors stand at the fields."""
        return TOKEN_EXPIRED if "csrf_token" in self.errors else None

    def mistakes(self) -> list[tuple[str, str, str]]:
        """(id, label, message) of each wrong field, in the order of the page, for the summary on top."""
        visible = (
            field for field in self if field.errors and field.type not in ("CSRFTokenField", "HiddenField")
        )
        return [(field.id, str(field.label.text), str(field.errors[0])) for field in visible]
