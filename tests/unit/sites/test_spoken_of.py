from datetime import date

from portal.records.states import Level, Qualifier
from portal.records.views import FactView, RecordView
from portal.sites.rules import spoken_of_on


def view(**facts):
    empty = dict.fromkeys(RecordView.__dataclass_fields__)
    return RecordView(**{**empty, "facts": facts})


def fact(key, day):
    return FactView(key, "x", "", Qualifier.EXACT, Level.DECLARED, day, day)


def test_the_day_of_the_offer_counts_before_that_of_anything_else():
    site = view(
        availability=fact("availability", date(2019, 5, 31)), area_ha=fact("area_ha", date(2021, 12, 31))
    )
    assert spoken_of_on(site) == date(2019, 5, 31)


def test_without_a_dated_offer_the_newest_source_counts():
    site = view(availability=fact("availability", None), area_ha=fact("area_ha", date(2015, 4, 13)))
    assert spoken_of_on(site) == date(2015, 4, 13)
    assert spoken_of_on(view()) is None
