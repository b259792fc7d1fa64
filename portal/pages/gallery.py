"""The sample form of the gallery: one field of each kind, as it stands after somebody sent it half filled."""

from __future__ import annotations

from werkzeug.datastructures import MultiDict
from wtforms import BooleanField, Form, SelectField
from wtforms.fields.choices import SelectChoice

from portal.i18n import lazy
from portal.web.fields import EmailField, LineField, NumberField, ParagraphField, optional, required

TYPED = {"name": "Project Linden", "email": "linden@", "area": "8", "rail": "5", "consent": "y"}
RAILWAYS = [SelectChoice("", "no matter"), SelectChoice("5", "within 5 km")]


class SampleForm(Form):  # type: ignore[misc]
    """The fields as they are drawn; nothing is ever sent."""

    name = LineField(
        "Name or code name", [required(lazy("Enter your name, or a code name for the project."))]
    )
    email = EmailField("E-mail", description="The answer goes there.")
    area = NumberField("Area", [optional()])
    rail = SelectField("Railway", [optional()], choices=RAILWAYS)
    question = ParagraphField("Question", [required(lazy("Write your question."))])
    consent = BooleanField("The desk may use these details to answer me.")


def sample_form() -> SampleForm:
    """The form with a wrong e-mail address and no question."""
    form = SampleForm(MultiDict(TYPED))
    form.validate()
    return form
