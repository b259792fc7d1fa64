"""Every address with broken values and parameters: whatever is sent, the answer is never a crash."""

import re
from urllib.parse import quote

import pytest
from engines import POSTGRESQL
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st
from sqlalchemy import text

from portal.api.collections import COLLECTIONS
from portal.sites.search import PARAMETERS

REQUESTS, REQUESTS_PG = 150, 40
NUMBERS = [
    "0",
    "-1",
    "1e400",
    "1e-400",
    "nan",
    "inf",
    "1,5",
    "9" * 400,
    "١٢",
    "½",
    "2147483648",
    "1_0",
    "0x1",
    "+",
]
DAYS = ["2027-02-30", "0000-01-01", "9999-12-31", "2027-01-01T00:00:00Z/..", "../..", "2027-01-01/2026-01-01"]
SHAPES = [
    "24.3,55.7",
    "25,56,24,55",
    "170,55,-170,56",
    "180,90,-180,-90",
    "nan,nan,nan,nan",
    "1,2,3,4,5,6,7",
    "POINT(24 55)",
    "POLYGON EMPTY",
    "POLYGON((24 55,25 56,24 56,25 55,24 55))",
    "POLYGON Z((24 55 1,25 55 1,25 56 1,24 55 1))",
    "POLYGON((inf 0,1 1,2 2,inf 0))",
    "POLYGON((24 55,25 55,24 55,24 55))",
    "CURVEPOLYGON((0 0,1 1,1 0,0 0))",
    "GEOMETRYCOLLECTION(" * 300,
    "POLYGON(" + "(" * 4000,
    "10/55/24",
]
WORDS = [
    "",
    "%00",
    "a%00b",
    "%FF",
    "%ED%A0%80",
    "%C3%28",
    "%0d%0aX:y",
    "%E2%80%AE",
    "%25(x)s",
    "%7B%7B7*7%7D%7D",
    "$%7B7*7%7D",
    "%3Cscript%3E",
    "'--",
    "_%25\\",
    "..%2f..%2fetc",
    "a" * 3000,
    "distance",
    "siding",
    "any",
    "plot,plot",
]
OTHER_NAMES = (
    "offset",
    "datetime",
    "f",
    "site",
    "question",
    "asked",
    "email",
    "kind[]",
    "%00",
    "%FF",
    "",
    "v",
)
RAW = st.binary(max_size=12).map(quote)
VALUES = st.sampled_from(WORDS) | st.sampled_from([quote(v) for v in NUMBERS + DAYS + SHAPES]) | RAW
METHODS = st.sampled_from(["GET"] * 6 + ["HEAD", "OPTIONS", "POST", "DELETE"])
FIXED_SEED = 20261123


def names():
    own = {item.name for collection in COLLECTIONS.values() for item in collection.filters}
    return st.sampled_from(sorted({*PARAMETERS, *own, *OTHER_NAMES})) | RAW


@st.composite
def queries(draw):
    pairs = draw(st.lists(st.tuples(names(), VALUES), max_size=5))
    again = draw(st.sampled_from([1, 1, 1, 60]))
    return "&".join(f"{name}={value}" for name, value in pairs * again)[:8000]


def patterns(app):
    """Each address, with `{}` where a value stands."""
    rules = (rule.rule for rule in app.url_map.iter_rules() if not rule.endpoint.startswith("probe."))
    return [re.sub(r"<[^>]+>", "{}", rule.replace("<lang:lang>", "en")) for rule in rules]


def visit_at_random(app, client, session, requests):
    known = session.scalars(text("SELECT min(id) FROM record WHERE state = 'published' GROUP BY kind"))
    segments = st.sampled_from([*sorted(known), *COLLECTIONS, "explore", "sites", *WORDS]) | RAW

    @seed(FIXED_SEED)
    @settings(
        max_examples=requests,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.sampled_from(patterns(app)), st.data(), METHODS, queries())
    def send(pattern, data, method, query):
        while "{}" in pattern:
            pattern = pattern.replace("{}", data.draw(segments) or "-", 1)
        response = client.open(f"{pattern}?{query}", method=method)

        assert response.status_code < 500, response.request.url
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert "Content-Security-Policy" in response.headers
        if pattern.startswith(("/api", "/maps", "/static")):
            assert "Set-Cookie" not in response.headers

    send()


def test_no_address_fails_whatever_is_sent(app, client, session):
    visit_at_random(app, client, session, REQUESTS)


@pytest.mark.parametrize("engine_name", [POSTGRESQL])
def test_no_address_fails_on_postgresql_either(app, client, session):
    visit_at_random(app, client, session, REQUESTS_PG)
