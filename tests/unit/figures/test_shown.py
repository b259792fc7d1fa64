"""Figures and incentives in words."""

from datetime import date

import pytest

from portal import i18n
from portal.figures.models import Incentive
from portal.figures.shown import figure_words, period_words, terms_of


@pytest.mark.parametrize(
    ("value", "unit", "qualifier", "shown"),
    [
        (211189, "people", "exact", "211,189"),
        (600, "companies", "about", "about 600"),
        (33, "%", "about", "about 33\u00a0%"),
        (3.6, "EUR billion", "exact", "€3.6 bn"),
        (1963.3, "EUR", "exact", "€1,963"),
        (7878, "km2", "at_least", "at least 7,878\u00a0km²"),
    ],
)
def test_a_value_says_its_unit_and_how_exact_it_is(value, unit, qualifier, shown):
    with i18n.use("en"):
        assert figure_words(value, unit, qualifier) == shown


def test_periods_are_as_short_as_they_are_true():
    assert period_words(date(2024, 1, 1), date(2024, 3, 31)) == "2024 Q1"
    assert period_words(date(2021, 1, 1), date(2021, 12, 31)) == "2021"
    assert period_words(None, None) == "undated"


def incentive(id_, name, rule, after=None, checked_on=None, sources=()):
    text = {"amount": {"en": "in its own words"}} | ({"after": {"en": after}} if after else {})
    return Incentive(
        id=id_,
        name_j={"en": name},
        rule_j=rule,
        text_j=text,
        checked_on=checked_on,
        sources_j=list(sources),
    )


def test_terms_come_from_the_rules_under_the_name_they_share():
    terms = terms_of(
        [
            incentive(
                "a",
                "Zone: profit tax",
                {"rate_pct": 0, "duration_periods": 10, "duration_after": 6},
                "half (x)",
            ),
            incentive("b", "Zone: land", {"duration_years": 99}, checked_on=date(2018, 12, 31)),
            incentive("c", "Zone: speed", {}, checked_on=date(2023, 12, 31)),
        ]
    )
    assert terms.title == "Zone"
    assert terms.rows == [
        ("Profit tax", "0\u00a0% for 10 tax periods"),
        ("The 6 tax periods after", "half"),
        ("Land", "up to 99 years"),
        ("Speed", "in its own words"),
    ]
    assert (terms.checked_from.year, terms.checked_to.year) == (2018, 2023)


def test_terms_name_each_of_their_sources_once():
    terms = terms_of(
        [
            incentive("a", "Zone: land", {}, sources=["law", "ministry"]),
            incentive("b", "Zone: speed", {}, sources=["ministry", "news"]),
        ]
    )
    assert terms.source_ids == ("law", "ministry", "news")


def test_terms_without_a_common_name_keep_theirs():
    terms = terms_of([incentive("a", "Zone: land", {}), incentive("b", "Grant: land", {})])
    assert [label for label, _value in terms.rows] == ["Zone: land", "Grant: land"]
