from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.inquiries.rules import (
    ALPHABET,
    OfficeHours,
    due_at,
    is_public_holiday,
    new_reference,
    parse_reference,
)

VILNIUS = ZoneInfo("Europe/Vilnius")
OFFICE = OfficeHours("LT", "Europe/Vilnius", (1, 2, 3, 4, 5), 8, 17, 1)
moments = st.integers(1_704_067_200, 1_988_150_400).map(lambda second: datetime.fromtimestamp(second, UTC))


def local(text):
    return datetime.fromisoformat(text).replace(tzinfo=VILNIUS)


@pytest.mark.parametrize(
    ("received", "due"),
    [
        ("2026-11-23 12:00", "2026-11-24 12:00"),  # Monday noon
        ("2026-11-27 16:00", "2026-11-30 16:00"),  # Friday afternoon: Monday afternoon
        ("2026-11-28 11:00", "2026-12-01 08:00"),  # Saturday: starts Monday at opening
        ("2026-11-29 23:59", "2026-12-01 08:00"),  # Sunday night
        ("2026-11-23 07:59", "2026-11-24 08:00"),  # before opening
        ("2026-11-23 08:00", "2026-11-24 08:00"),  # at opening
        ("2026-11-23 16:59", "2026-11-24 16:59"),
        ("2026-11-23 17:00", "2026-11-25 08:00"),  # at closing: the next opening counts
        ("2026-11-27 17:00", "2026-12-01 08:00"),  # Friday, closed
        ("2026-12-23 10:00", "2026-12-28 10:00"),  # 24, 25, 26 December are holidays, 27 a Sunday
        ("2026-12-24 10:00", "2026-12-29 08:00"),  # Christmas Eve is a holiday: starts on the 28th
        ("2026-12-31 15:00", "2027-01-04 15:00"),  # New Year's Day, then a weekend
        ("2026-04-03 10:00", "2026-04-07 10:00"),  # Good Friday is a working day, Easter Monday is not
        ("2026-04-06 10:00", "2026-04-08 08:00"),  # Easter Monday
        ("2026-02-13 09:30", "2026-02-17 09:30"),  # 16 February is a holiday, a Monday in 2026
        ("2026-02-16 09:30", "2026-02-18 08:00"),
        ("2026-03-10 16:00", "2026-03-12 16:00"),  # 11 March
        ("2026-10-30 09:00", "2026-11-03 09:00"),  # 2 November is a holiday, a Monday in 2026
        ("2026-03-27 16:00", "2026-03-30 16:00"),  # clocks go forward on 29 March: the hour stays
        ("2026-10-23 16:00", "2026-10-26 16:00"),  # clocks go back on 25 October
    ],
)
def test_an_answer_is_due_one_working_day_later(received, due):
    assert due_at(local(received), OFFICE) == local(due)


def test_summer_time_changes_the_hour_in_utc_alone():
    received = datetime(2026, 3, 27, 14, 0, tzinfo=UTC)  # 16:00 in Vilnius

    assert due_at(received, OFFICE) == datetime(2026, 3, 30, 13, 0, tzinfo=UTC)
    assert due_at(received, OFFICE).tzinfo is UTC


def test_more_than_one_day_can_be_promised():
    two_days = OfficeHours("LT", "Europe/Vilnius", (1, 2, 3, 4, 5), 8, 17, 2)

    assert due_at(local("2026-11-26 16:00"), two_days) == local("2026-11-30 16:00")


@given(moments)
def test_the_due_time_is_always_within_office_hours(received):
    due = due_at(received, OFFICE).astimezone(VILNIUS)

    assert OFFICE.is_open(due)
    assert timedelta(hours=23) <= due - received


@given(moments)
def test_exactly_one_working_day_lies_between_start_and_due(received):
    start = received.astimezone(VILNIUS)
    due = due_at(received, OFFICE).astimezone(VILNIUS)
    days = [start.date() + timedelta(days=n) for n in range(1, (due.date() - start.date()).days + 1)]
    working = sum(OFFICE.is_working_day(day) for day in days)

    closed_after = not OFFICE.is_open(start) and not (OFFICE.is_working_day(start.date()) and start.hour < 8)
    assert working == (2 if closed_after else 1)


@given(moments, st.timedeltas(timedelta(0), timedelta(days=9)))
def test_who_asks_later_never_waits_for_an_earlier_time(received, later):
    assert due_at(received, OFFICE) <= due_at(received + later, OFFICE)


def test_a_country_without_known_holidays_has_none():
    assert not is_public_holiday("XX", date(2026, 12, 25))
    assert is_public_holiday("LT", date(2026, 12, 25))


def test_a_reference_has_nine_signs_in_groups_of_three():
    references = {new_reference() for _ in range(500)}

    assert len(references) == 500
    for reference in references:
        groups = reference.split("-")
        assert [len(group) for group in groups] == [3, 3, 3]
        assert set("".join(groups)) <= set(ALPHABET)


@pytest.mark.parametrize("typed", ["7k2-q9d-omx", " 7K2 Q9D 0MX ", "7K2Q9DOMX", "7k2–q9d–0mx"])
def test_a_reference_is_read_as_people_type_it(typed):
    assert parse_reference(typed) == "7K2-Q9D-0MX"


def test_i_and_l_are_read_as_one():
    assert parse_reference("iIl-LLL-111") == "111-111-111"


@pytest.mark.parametrize("typed", ["", "7K2-Q9D", "7K2-Q9D-0MXX", "7K2-Q9D-0MU", "../../../x", "ÄÖÜ-ÄÖÜ-ÄÖÜ"])
def test_anything_else_is_no_reference(typed):
    assert parse_reference(typed) is None


@given(st.text(alphabet=ALPHABET, min_size=9, max_size=9))
def test_every_reference_reads_back_as_itself(signs):
    reference = parse_reference(signs.lower())

    assert reference is not None
    assert parse_reference(reference) == reference
    assert reference.replace("-", "") == signs
