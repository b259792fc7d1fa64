"""Names of fields of study."""

import pytest

from portal import i18n
from portal.education.isced import ALL, field_name


@pytest.mark.parametrize(
    ("code", "lang", "name"),
    [
        ("0714", "en", "Electronics and automation"),
        ("0714", "lt", "Elektronika ir automatika"),
        ("0714", "de", "Elektronik und Automation"),
        ("0710", "en", "Engineering and engineering trades"),
        ("0010", "en", "Basic programmes and qualifications"),
        ("0999", "en", "Health and welfare"),
        ("9999", "en", "9999"),
    ],
)
def test_a_field_is_named_by_itself_or_by_the_nearest_above(code, lang, name):
    with i18n.use(lang):
        assert field_name(code) == name


def test_every_field_has_a_name_in_each_language():
    assert all(len(names) == 3 and all(names) for names in ALL.values())
