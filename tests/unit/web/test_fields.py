from decimal import Decimal

import pytest
from werkzeug.datastructures import MultiDict
from wtforms import Form

from portal import i18n
from portal.web.fields import (
    EmailField,
    LineField,
    NumberField,
    ParagraphField,
    at_most,
    between,
    clean,
    optional,
    required,
)


class Probe(Form):
    name = LineField("Name", [required(i18n.lazy("Enter your name.")), at_most(20)])
    email = EmailField("E-mail")
    area = NumberField("Area", [optional(), between(0, 1000)])
    text = ParagraphField("Question")


def filled(**typed):
    form = Probe(MultiDict({"name": "Ona", **typed}))
    form.validate()
    return form


def test_control_characters_go_and_letters_stay():
    assert clean(" a\x00b\r\nc\u202e\ud800 \u0161") == "ab\nc\u202e š"


@pytest.mark.parametrize("typed", [" \u200b\u200b ", "\u2060", "\ufeff\n\t", "\ufdd0", "\u202e\u2069"])
def test_what_nobody_can_see_counts_as_nothing(typed):
    assert clean(typed) == ""


def test_a_line_has_no_breaks_and_text_keeps_them():
    form = filled(name="Ona\r\n\tBcc: x", text="one\r\ntwo\x07")

    assert form.name.data == "Ona Bcc: x"
    assert form.text.data == "one\ntwo"


@pytest.mark.parametrize("typed", ["", "  ", "\x00"])
def test_a_required_field_says_how_to_mend_it(typed):
    assert filled(name=typed).errors == {"name": ["Enter your name."]}


def test_a_long_text_says_by_how_much():
    assert filled(name="x" * 21).errors["name"] == ["This is 21 characters long. Shorten it to 20."]


@pytest.mark.parametrize("typed", ["jonas@įmonė.lt", "a.b+c@example.org", ""])
def test_good_addresses_pass(typed):
    assert not filled(email=typed).errors


@pytest.mark.parametrize("typed", ["jonas", "a@b", "a b@example.org", "a@example.org, c@example.org"])
def test_bad_addresses_are_explained(typed):
    assert filled(email=typed).errors["email"] == ["Enter an e-mail address like name@example.org."]


def test_numbers_are_read_in_the_language_of_the_page():
    with i18n.use("lt"):
        assert filled(area="12,5").area.data == Decimal("12.5")
    with i18n.use("de"):
        form = filled(area="zwölf")
        assert "12,5" in form.errors["area"][0]
        assert form.area._value() == "zwölf"


def test_a_number_may_be_left_out_or_too_large():
    assert filled(area="").area.data is None
    assert filled(area="1001").errors["area"] == ["Enter a number from 0 to 1,000."]
