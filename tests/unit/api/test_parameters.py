"""Strict reading of the API's parameters."""

from datetime import UTC, datetime

import pytest

from portal.api.collections import COLLECTIONS
from portal.api.parameters import BadParameters, interval, items_request
from portal.sites.parameters import Malformed


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2018-02-12T23:20:50Z", (2018, 2, 12, 23, 20, 50), (2018, 2, 12, 23, 20, 50)),
        ("2018-02-12T00:00:00Z/..", (2018, 2, 12), None),
        ("../2018-03-18T12:31:12Z", None, (2018, 3, 18, 12, 31, 12)),
        ("/2018-03-18T12:31:12+02:00", None, (2018, 3, 18, 10, 31, 12)),
        ("2018-02-12/2018-02-13", (2018, 2, 12), (2018, 2, 13, 23, 59, 59, 999999)),
    ],
)
def test_an_interval_may_be_open_and_counts_days_whole(text, first, last):
    found = interval(text)
    assert found.first == (first and datetime(*first, tzinfo=UTC))
    assert found.last == (last and datetime(*last, tzinfo=UTC))


@pytest.mark.parametrize(
    "text",
    ["", "..", "../..", "/", "yesterday", "2018-13-01", "2018-02-13/2018-02-12", "2018-01-01/a/b", "2018"],
)
def test_what_is_no_time_is_refused(text):
    with pytest.raises(Malformed):
        interval(text)


def test_all_problems_are_named_at_once():
    with pytest.raises(BadParameters) as caught:
        items_request(COLLECTIONS["sites"], {"limit": ["x"], "colour": ["red"], "area_ha_min": ["big"]})
    assert [item.parameter for item in caught.value.problems] == ["colour", "limit", "area_ha_min"]


def test_a_large_limit_becomes_the_largest():
    assert items_request(COLLECTIONS["zones"], {"limit": ["5000"]}).limit == 1000
