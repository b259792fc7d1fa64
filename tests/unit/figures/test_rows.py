"""When the law of an incentive was checked, in words."""

from datetime import date

import pytest

from portal import i18n
from portal.figures.rows import checked_words


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2023, 12, 31), "checked 2023"),
        (date(2019, 5, 31), "checked May\xa02019"),
        (date(2019, 5, 7), "checked 7\xa0May 2019"),
        (None, "not checked"),
    ],
)
def test_the_day_of_checking_is_as_exact_as_its_source(day, said):
    with i18n.use("en"):
        assert checked_words(day).replace("\xa0", " ") == said.replace("\xa0", " ")


@pytest.mark.parametrize(("lang", "said"), [("lt", "netikrinta"), ("de", "noch nicht geprüft")])
def test_a_rule_that_nobody_checked_says_so_in_a_phrase_of_its_own(lang, said):
    with i18n.use(lang):
        assert checked_words(None) == said
