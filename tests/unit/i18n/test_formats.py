from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from portal import i18n

N = i18n.NBSP


def in_all(function, *values):
    shown = []
    for lang in i18n.LANGUAGES:
        with i18n.use(lang):
            shown.append(function(*values))
    return shown


@pytest.mark.parametrize(
    ("call", "english", "lithuanian", "german"),
    [
        ((i18n.number, 1234.5), "1,234.5", f"1{N}234,5", "1.234,5"),
        ((i18n.number, 17.0), "17", "17", "17"),
        ((i18n.number, Decimal("0.125")), "0.13", "0,13", "0,13"),
        ((i18n.number, -0.001), "0", "0", "0"),
        ((i18n.number, 1999.5, 0), "2,000", f"2{N}000", "2.000"),
        ((i18n.area, 17.5), f"17.5{N}ha", f"17,5{N}ha", f"17,5{N}ha"),
        ((i18n.floor, 10_000), f"10,000{N}m²", f"10{N}000{N}m²", f"10.000{N}m²"),
        ((i18n.percent, 12.5), f"12.5{N}%", f"12,5{N}%", f"12,5{N}%"),
        ((i18n.money, 2_500_000), "€2,500,000", f"2{N}500{N}000{N}€", f"2.500.000{N}€"),
        ((i18n.money, 12.5), "€12.50", f"12,50{N}€", f"12,50{N}€"),
        ((i18n.quantity, 6.3, "MW"), f"6.3{N}MW", f"6,3{N}MW", f"6,3{N}MW"),
        ((i18n.date, date(2026, 11, 23)), "23 Nov 2026", "2026-11-23", "23.11.2026"),
        ((i18n.month, date(2026, 11, 1)), f"November{N}2026", f"2026{N}m.{N}lapkritis", f"November{N}2026"),
    ],
)
def test_values_are_written_as_each_language_writes_them(call, english, lithuanian, german):
    assert in_all(*call) == [english, lithuanian, german]


@pytest.mark.parametrize(
    ("metres", "shown"),
    [(0, "0 m"), (7.4, "7 m"), (853, "850 m"), (994, "990 m"), (996, "1 km"), (8440, "8.4 km")]
    + [(9949, "9.9 km"), (9960, "10 km"), (123_456, "123 km")],
)
def test_distances_change_unit_without_ever_jumping(metres, shown):
    assert i18n.distance(metres) == shown.replace(" ", N)


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        ("2019", "2019", "2019"),
        (date(2019, 1, 1), date(2019, 12, 31), "2019"),
        ("2015", "2019", "2015–2019"),
        ("2019-05", "2019-05", "May 2019"),
        ("2019-05", None, "May 2019"),
        ("2019-05", "2019-07", "May 2019 – July 2019"),
        (date(2019, 5, 17), date(2019, 5, 17), "17 May 2019"),
        (date(2019, 5, 17), date(2019, 6, 2), "17 May 2019 – 2 Jun 2019"),
        (None, date(2019, 5, 17), "17 May 2019"),
        (None, None, ""),
    ],
)
def test_a_span_is_as_short_as_it_is_true(first, last, shown):
    assert i18n.day_span(first, last).replace(N, " ") == shown


@pytest.mark.parametrize("wrong", ["soon", "2019-13", "19", "2019-05-32"])
def test_a_day_that_is_none_is_refused(wrong):
    with pytest.raises(ValueError):
        i18n.day_span(wrong, None)


def test_moments_are_shown_in_the_regions_zone():
    moment = datetime(2026, 7, 1, 21, 5, tzinfo=UTC)

    assert i18n.datetime_local(moment, "Europe/Vilnius") == "2 Jul 2026, 00:05"
    with i18n.use("lt"):
        assert i18n.datetime_local(moment, "Europe/Vilnius") == "2026-07-02 00:05"
