import gettext
import io

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from portal import i18n
from portal.i18n import messages


def lithuanian():
    catalog = Catalog(locale="lt")
    catalog.add(("%(n)s site", "%(n)s sites"), ("%(n)s sklypas", "%(n)s sklypai", "%(n)s sklypų"))
    catalog.add("Hello %(name)s", "Labas, %(name)s")
    file = io.BytesIO()
    write_mo(file, catalog)
    return gettext.GNUTranslations(io.BytesIO(file.getvalue()))


@pytest.fixture
def catalogs(monkeypatch):
    known = {"lt": lithuanian()}
    monkeypatch.setattr(messages, "_catalog", lambda lang: known.get(lang, gettext.NullTranslations()))


@pytest.mark.parametrize(
    ("n", "shown"),
    [
        (1, "1 sklypas"),
        (2, "2 sklypai"),
        (10, "10 sklypų"),
        (11, "11 sklypų"),
        (21, "21 sklypas"),
        (22, "22 sklypai"),
    ]
    + [(0, "0 sklypų"), (111, "111 sklypų"), (1001, "1\u00a0001 sklypas")],
)
def test_lithuanian_has_three_forms(catalogs, n, shown):
    with i18n.use("lt"):
        assert i18n.ngettext("%(n)s site", "%(n)s sites", n) == shown


def test_english_is_the_source_and_needs_no_catalog(catalogs):
    assert i18n.ngettext("%(n)s site", "%(n)s sites", 1) == "1 site"
    assert i18n.ngettext("%(n)s site", "%(n)s sites", 1500) == "1,500 sites"


def test_a_percent_sign_without_values_stays_as_it_is(catalogs):
    assert i18n.gettext("100 % ours") == "100 % ours"


def test_lazy_text_is_translated_when_it_is_shown(catalogs):
    greeting = i18n.lazy("Hello %(name)s", name="Ona")

    assert str(greeting) == "Hello Ona"
    with i18n.use("lt"):
        assert f"{greeting}" == "Labas, Ona"
    assert greeting == "Hello Ona"
    assert len({greeting, i18n.lazy("Hello %(name)s", name="Ona")}) == 1


def test_the_language_comes_back_after_a_block():
    with i18n.use("de"):
        assert i18n.current() == "de"
    assert i18n.current() == "en"


def test_an_unknown_language_is_refused():
    with pytest.raises(ValueError):
        i18n.set_language("fr")


def test_text_says_in_which_language_it_really_is():
    text = {"lt": "Sklypas", "de": " "}

    shown = i18n.pick(text, "de")
    assert (shown, shown.lang, shown.fallback) == ("Sklypas", "lt", True)
    shown = i18n.pick(text, "lt")
    assert (shown, shown.lang, shown.fallback) == ("Sklypas", "lt", False)


def test_fallback_prefers_english_then_lithuanian_then_german_then_any():
    assert i18n.pick({"de": "D", "lt": "L", "en": "E"}, "de") == "D"
    assert i18n.pick({"lt": "L", "en": "E"}, "de") == "E"
    assert i18n.pick({"lv": "V"}, "de").lang == "lv"


def test_no_text_is_an_empty_text_without_a_language():
    for nothing in (None, {}, {"en": ""}):
        shown = i18n.pick(nothing)
        assert (shown, shown.lang, shown.fallback) == ("", "", False)


@pytest.mark.parametrize("lang", i18n.LANGUAGES)
def test_each_catalog_can_be_loaded(lang):
    messages._catalog.cache_clear()
    assert messages._catalog(lang)
