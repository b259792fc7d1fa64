"""Rules of the directory of companies."""

from decimal import Decimal

from portal.companies.rules import CompanySearch, count_countries


def test_capital_of_two_countries_counts_in_both():
    assert count_countries([("FI,IN", 1), ("FI", 2), (None, 4)]) == {"FI": 3, "IN": 1, "unknown": 4}


def test_a_lifted_filter_leaves_the_others():
    search = CompanySearch(q="lin", sectors=("tx",), employees_min=Decimal(5))
    assert search.without("sectors") == CompanySearch(q="lin", employees_min=Decimal(5))
    assert search.without("employees_min").employees_min is None


def test_order_and_page_do_not_narrow():
    assert not CompanySearch(sort="-employees", page=3, limit=7).is_narrowed
    assert CompanySearch(industry40=True).is_narrowed
