"""The words a page hands to its map."""

import json

import pytest

from portal.i18n import use
from portal.maps.layers import NODE_SYMBOLS
from portal.maps.words import NODES, words


@pytest.mark.parametrize("lang", ["en", "lt", "de"])
def test_words_are_plain_data_in_the_pages_language(lang):
    with use(lang):
        said = json.loads(json.dumps(words()))

    assert said["lang"] == lang
    assert set(said["count"]["sites"]) == {"one", "few", "other"}
    assert all("{n}" in form for forms in said["count"].values() for form in forms.values())


def test_every_kind_of_node_that_maps_show_has_a_word():
    assert set(NODES) == set(NODE_SYMBOLS)


def test_values_have_their_place_in_a_sentence():
    with use("en"):
        say = words()["say"]

    assert say["within"] == "Within about {distance}"
    assert "{name}" in say["show"]
