import pytest

from portal.records.fields import Field, FieldType
from portal.records.values import numeric_value, problem_of


def field(type_, **more):
    return Field("some", "group", type_, "Some", **more)


@pytest.mark.parametrize(
    ("kind", "value", "code"),
    [
        (field(FieldType.NUMBER, least=0, most=10), 10, None),
        (field(FieldType.NUMBER, least=0, most=10), 10.01, "out_of_range"),
        (field(FieldType.NUMBER), float("nan"), "not_a_number"),
        (field(FieldType.NUMBER), "12", "not_a_number"),
        (field(FieldType.NUMBER), True, "not_a_number"),
        (field(FieldType.INTEGER), 3.5, "not_whole"),
        (field(FieldType.CODE, choices={"sale": "Sale"}), "lease", "unknown_code"),
        (field(FieldType.CODES, choices={"sale": "Sale"}), ["sale"], None),
        (field(FieldType.CODES, choices={"sale": "Sale"}), "sale", "unknown_code"),
        (field(FieldType.TEXT), {"lt": "Žemė"}, None),
        (field(FieldType.TEXT), {"fr": "terre"}, "wrong_form"),
        (field(FieldType.TEXT), {}, "wrong_form"),
        (field(FieldType.DATE), "2026-02-30", "wrong_form"),
        (field(FieldType.DATE), "2026-02-28", None),
        (field(FieldType.FLAG), "yes", "wrong_form"),
        (field(FieldType.PER_NODE), {"port-riga": 144.0}, None),
        (field(FieldType.PER_NODE), {"port-riga": "far"}, "wrong_form"),
        (field(FieldType.COLUMN), "anything", "wrong_form"),
    ],
)
def test_a_value_is_taken_only_in_the_form_of_its_field(kind, value, code):
    assert problem_of(kind, value) == code


def test_a_flag_is_not_a_number():
    assert numeric_value(True) is None
    assert numeric_value(2) == 2.0
