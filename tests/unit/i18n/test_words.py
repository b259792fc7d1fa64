from decimal import Decimal

import pytest

from portal import i18n


def test_lithuanian_words_stand_in_the_order_of_a_lithuanian_dictionary():
    words = "Alytus Ąžuolas Birštonas Cukrus Čekiškė Dusetos Eglė Ėriškiai Ignalina Yla Įlanka Jonava Skuodas"
    words += " Šiauliai Tauragė Ukmergė Ūla Utena Zarasai Žagarė"

    assert sorted(sorted(words.split()), key=lambda w: i18n.sort_key(w, "lt")) == words.split()


def test_accents_decide_only_between_words_that_are_else_the_same():
    words = ["ąžuolas", "azuolas", "ažuolas"]
    assert sorted(["žirgas", "zuikis", "ąsotis", "astra"], key=lambda w: i18n.sort_key(w, "lt")) == [
        "ąsotis",
        "astra",
        "zuikis",
        "žirgas",
    ]
    assert sorted(words, key=lambda word: i18n.sort_key(word, "lt"))[0] == "azuolas"


def test_shorter_words_and_digits_come_first():
    words = ["Pramonė 2", "Pramonė", "Pramonės", "2 Pramonė"]
    assert sorted(words, key=lambda w: i18n.sort_key(w, "lt")) == [
        "2 Pramonė",
        "Pramonė",
        "Pramonė 2",
        "Pramonės",
    ]


def test_a_sort_key_is_ascii_and_short_whatever_comes_in():
    for text in ("Ж" * 500, "„Ąžuolas“ – 🌳", "", "ß" * 400, "\x00\n"):
        key = i18n.sort_key(text, "de")
        assert key.isascii()
        assert len(key) <= 400


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Šiaulių g.", "siauliu g."),
        ("ŽEMĖS  ūkis\n", "zemes ukis"),
        ("Straße", "strasse"),
        ("Łódź", "lodz"),
        ("", ""),
    ],
)
def test_folding_forgets_case_and_diacritics(text, folded):
    assert i18n.fold(text) == folded


@pytest.mark.parametrize(
    ("typed", "lang", "value"),
    [
        ("1 234,5", "lt", "1234.5"),
        ("1\u00a0234,5", "lt", "1234.5"),
        ("1\u202f234,5", "lt", "1234.5"),
        ("12.5", "lt", "12.5"),
        ("12,5", "de", "12.5"),
        ("1.234,5", "de", "1234.5"),
        ("12.5", "de", "12.5"),
        ("1,234.5", "en", "1234.5"),
        (" 7 ", "en", "7"),
        ("-3", "en", "-3"),
    ],
)
def test_numbers_are_read_as_people_type_them(typed, lang, value):
    assert i18n.parse_decimal(typed, lang) == Decimal(value)


@pytest.mark.parametrize(
    "typed", ["", "1 2,5", "twelve", "NaN", "Infinity", "1e9", "1,2,3", "12.5.1", "9" * 400 + "x"]
)
def test_what_is_no_number_is_refused(typed):
    with pytest.raises(ValueError):
        i18n.parse_decimal(typed, "lt")
