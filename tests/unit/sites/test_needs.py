"""Verdicts: pass, fail by how much, unknown; an inexact place gives a verdict only beyond its error."""

from datetime import date

import pytest

from portal.sites.needs import Answer, asked_needs, error_km, verdict
from portal.sites.search import SearchParams

TODAY = date(2026, 11, 23)


def asked(**params):
    (one,) = asked_needs(SearchParams(**params), TODAY)
    return one


@pytest.mark.parametrize(
    ("params", "value", "answer", "gap"),
    [
        ({"area_ha_min": 8.0}, 17.5, Answer.PASS, None),
        ({"area_ha_min": 8.0}, 8.0, Answer.PASS, None),
        ({"area_ha_min": 8.0}, 7.1, Answer.FAIL, 0.9),
        ({"area_ha_min": 8.0}, None, Answer.UNKNOWN, None),
        ({"price_eur_m2_max": 20.0}, 25.0, Answer.FAIL, 5.0),
        ({"rail": "siding"}, True, Answer.PASS, None),
        ({"rail": "siding"}, False, Answer.FAIL, None),
        ({"available_by": date(2027, 1, 1)}, date(2027, 1, 11), Answer.FAIL, 10),
        ({"confirmed_within": 30}, date(2026, 11, 1), Answer.PASS, None),
        ({"confirmed_within": 30}, date(2026, 10, 1), Answer.FAIL, 23),
    ],
)
def test_a_verdict_says_pass_fail_with_the_gap_or_unknown(params, value, answer, gap):
    found = verdict(asked(**params), value)
    assert found.answer is answer
    assert found.gap == (None if gap is None else pytest.approx(gap))


@pytest.mark.parametrize(
    ("km", "answer"),
    [(4.0, Answer.PASS), (4.5, Answer.UNKNOWN), (5.9, Answer.UNKNOWN), (6.1, Answer.FAIL)],
)
def test_a_coarse_place_answers_only_beyond_its_error(km, answer):
    assert verdict(asked(rail=5.0), km, error_km("street", None)).answer is answer


def test_the_error_is_that_of_the_place():
    assert error_km("boundary", None) == 0
    assert error_km("point", 50.0) == 0
    assert error_km("town", None) == 3
    assert error_km("town", 800.0) == 0.8
