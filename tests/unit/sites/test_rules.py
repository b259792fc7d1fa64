from datetime import date

import pytest

from portal.sites.rules import Freshness, freshness

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("confirmed_on", "state"),
    [
        (None, Freshness.NEVER),
        (date(2026, 11, 24), Freshness.CONFIRMED),
        (date(2026, 8, 26), Freshness.CONFIRMED),
        (date(2026, 8, 25), Freshness.DUE),
        (date(2026, 5, 28), Freshness.DUE),
        (date(2026, 5, 27), Freshness.STALE),
    ],
)
def test_a_listing_is_due_after_90_days_and_stale_after_180(confirmed_on, state):
    assert freshness(confirmed_on, TODAY) is state
