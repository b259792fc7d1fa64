"""The macros of templates/components: what they promise to readers of the page and of the code."""

import re

import pytest
from proofreading import parse, words
from wtforms import BooleanField, Form, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice

from portal.i18n import Text, use
from portal.records.sheet import SheetRow
from portal.web.fields import required

IMPORTS = "".join(
    f'{{% import "components/{file}.html" as {name} %}}'
    for file, name in (
        ("basics", "ui"),
        ("site", "site"),
        ("sheet", "sheet"),
        ("form", "form"),
        ("data", "data"),
        ("map", "map"),
    )
)


@pytest.fixture
def render(app):
    """`render("{{ ui.icon('x-lg') }}", value=…)`: the tree under <body> and the HTML."""

    def draw(source, lang="en", **values):
        with app.test_request_context(f"/{lang}/"), use(lang):
            html = app.jinja_env.from_string(IMPORTS + source).render(**values).strip()
        return parse(f"<!doctype html><title>t</title><body>{html}")[0].find("body"), html

    return draw


def only(tree, tag, **attributes):
    wanted = {key.rstrip("_").replace("_", "-"): value for key, value in attributes.items()}
    found = [
        e
        for e in tree.iter()
        if str(e.tag).rpartition("}")[2] == tag and wanted.items() <= dict(e.items()).items()
    ]
    assert len(found) == 1, f"{len(found)} {tag} {attributes}"
    return found[0]


def test_an_icon_is_hidden_from_readers_and_comes_from_the_sprite(render):
    tree, html = render("{{ ui.icon('download') }}")
    assert only(tree, "svg").get("aria-hidden") == "true"
    assert re.search(r'href="/static/icons/sprite\.svg[^"]*#download"', html)


def test_every_icon_used_in_templates_is_in_the_sprite(app):
    from pathlib import Path

    sprite = Path(app.static_folder, "icons/sprite.svg").read_text(encoding="utf-8")
    used = set()
    for path in Path(app.root_path).parent.joinpath("templates").rglob("*.html"):
        used |= set(re.findall(r"""icon\("([a-z0-9-]+)\"""", path.read_text(encoding="utf-8")))
        used |= set(re.findall(r"""icon_name="([a-z0-9-]+)\"""", path.read_text(encoding="utf-8")))
    assert used
    assert {name for name in used if f'id="{name}"' not in sprite} == set()


def test_a_button_with_an_address_is_a_link(render):
    tree, _ = render("{{ ui.button('Export', '/x', icon_name='download') }}")
    assert only(tree, "a", href="/x").get("class") == "btn btn-secondary"
    assert not list(tree.iter("button"))


def test_a_zone_and_a_site_have_their_own_symbols(render):
    _, html = render("{{ ui.symbol('zone', 'planned') }}{{ ui.symbol('building', '') }}")
    assert "#zone-planned" in html
    assert "#site-building-unknown" in html


def test_a_text_in_another_language_says_so(render):
    tree, _ = render("{{ ui.text(name) }}", name=Text("Pramonės parkas", "lt", fallback=True))
    assert words(only(tree, "span", lang="lt")) == "Pramonės parkas"
    assert "in Lithuanian" in words(tree)


def test_a_text_in_the_language_of_the_page_has_no_mark(render):
    _, html = render("{{ ui.text(name) }}", name=Text("Industrial park", "en"))
    assert html == "Industrial park"


ASK = "/en/inquire?question=KEY"


def test_a_row_with_a_value_shows_level_and_source(render):
    note = {
        "id": "n1",
        "href": "#src-1",
        "label": "vz.lt, 7 May 2019",
        "title": "Gross area",
        "level": "declared",
        "rows": [("Date", "7 May 2019")],
    }
    row = SheetRow("area_ha", "Gross area", figure="17.5", unit="ha", level="declared", sources=(note,))
    tree, _ = render("{{ sheet.row(row, ask) }}", row=row, ask=ASK)
    assert "17.5 ha" in words(tree)
    link = only(tree, "a", data_pop="n1")
    assert link.get("href") == "#src-1"
    assert only(tree, "div", id="n1").get("popover") is not None
    assert "Declared" in words(tree)


def test_an_unknown_row_is_a_link_that_asks(render):
    row = SheetRow("gas_m3h", "Natural gas", ask="not stated: ask")
    tree, _ = render("{{ sheet.row(row, ask) }}", row=row, ask=ASK)
    link = only(tree, "a", class_="ask")
    assert words(link) == "not stated: ask (Natural gas)"
    assert link.get("href") == "/en/inquire?question=gas_m3h"
    assert "unknown" in only(tree, "div").get("class")


def test_an_unknown_row_that_nobody_can_answer_is_no_link(render):
    row = SheetRow("gas_m3h", "Natural gas", ask="not stated: ask")
    tree, _ = render("{{ sheet.row(row) }}", row=row)
    assert "not stated" in words(tree)
    assert not list(tree.iter("a"))


def test_a_half_known_row_keeps_its_value_and_asks_for_the_rest(render):
    row = SheetRow(
        "power_mw", "Power", note=Text("Connected"), level="declared", ask="capacity not stated: ask"
    )
    tree, _ = render("{{ sheet.row(row, ask) }}", row=row, ask=ASK)
    assert "Connected; capacity not stated: ask" in words(tree)


def test_a_link_to_another_host_says_so_to_the_browser(render):
    page = SheetRow("website", "Website", text=Text("example.org"), href="https://example.org")
    tree, _ = render("{{ sheet.row(row) }}", row=page)
    assert only(tree, "a", href="https://example.org").get("rel") == "noopener external"
    part = SheetRow("incentives", "Taxes", text=Text("2 rules, listed below"), href="#incentives")
    assert only(render("{{ sheet.row(row) }}", row=part)[0], "a").get("rel") is None


def test_an_unknown_verdict_never_reads_as_met(render):
    unknown = "{{ site.verdict('unknown', 'Power not stated', '/q') }}"
    others = "{{ site.verdict('fail', 'Area 7.1 ha') }}{{ site.verdict('pass', 'Rail 1 km') }}"
    tree, _ = render(unknown + others)
    assert words(only(tree, "a", href="/q")) == "Power not stated"
    assert "not met: Area 7.1 ha" in words(tree)
    assert "met: Rail 1 km" in words(tree)


def test_a_name_with_markup_is_shown_as_it_is(render):
    card = {
        "id": "X",
        "href": "/x",
        "name": "<script>${1}</script>",
        "kind": "plot",
        "kind_word": "Plot",
        "place": "P",
        "availability": "available",
        "availability_word": "Available",
        "ask_href": "/q",
    }
    tree, _ = render("{{ site.card(card) }}", card=card)
    assert not list(tree.iter("script"))
    assert words(only(tree, "h2")) == "<script>${1}</script>"
    assert only(tree, "li").get("data-result") == "X"


class Asking(Form):
    email = StringField(
        "E-mail", [required("Enter your e-mail address.")], description="The answer goes there."
    )
    company = StringField("Company")
    question = TextAreaField("Question", [required("Write your question.")])
    rail = SelectField("Railway", choices=[SelectChoice("", "no matter"), SelectChoice("5", "within 5 km")])
    consent = BooleanField("The desk may answer me.", [required("Tick this.")])


def test_a_field_has_its_label_hint_and_error_before_the_control(render):
    form = Asking()
    form.validate()
    tree, html = render("{{ form.field(f) }}", f=form.email)
    assert only(tree, "label", for_="email") is not None
    control = only(tree, "input", id="email")
    assert control.get("aria-invalid") == "true"
    assert control.get("aria-describedby") == "email-hint email-error"
    assert html.index("email-error") < html.index("<input")


def test_only_a_field_that_may_stay_empty_is_marked_optional(render):
    form = Asking()
    assert "(optional)" in words(render("{{ form.field(f) }}", f=form.company)[0])
    assert "(optional)" not in words(render("{{ form.field(f) }}", f=form.email)[0])


def test_every_kind_of_control_is_drawn(render):
    form = Asking()
    assert only(render("{{ form.field(f) }}", f=form.question)[0], "textarea", id="question") is not None
    assert only(render("{{ form.field(f) }}", f=form.rail)[0], "select", id="rail") is not None
    assert only(render("{{ form.field(f) }}", f=form.consent)[0], "input", type="checkbox") is not None


def test_the_error_summary_links_to_its_fields_and_takes_focus(render):
    tree, _ = render("{{ form.errors([('email', 'Enter your e-mail address.')]) }}")
    assert only(tree, "div", role="alert").get("tabindex") == "-1"
    assert words(only(tree, "a", href="#email")) == "Enter your e-mail address."
    assert render("{{ form.errors([]) }}")[1] == ""


def test_a_filter_with_a_bad_number_keeps_what_was_typed(render):
    tree, _ = render(
        "{{ form.number_filter('power_mw_min', 'Power, at least', 'twelve', 'MW', 'Enter a number.') }}"
    )
    control = only(tree, "input", name="power_mw_min")
    assert control.get("value") == "twelve"
    assert control.get("aria-describedby") == "f-power_mw_min-error"


def test_a_count_of_zero_stays_visible(render):
    options = [{"value": "under_offer", "word": "Under offer", "count": 0, "chosen": True}]
    tree, _ = render("{{ form.check_filter('availability', 'Availability', options) }}", options=options)
    assert words(only(tree, "span", class_="n")) == "0"
    assert only(tree, "input", value="under_offer").get("checked") is not None


def test_pages_far_away_are_left_out_of_the_pagination(render):
    tree, _ = render("{{ ui.pagination(5, 9, address) }}", address=lambda n: f"?page={n}")
    shown = [link.get("href") for link in only(tree, "ol").iter("a")]
    assert shown == ["?page=1", "?page=4", "?page=5", "?page=6", "?page=9"]
    assert only(tree, "a", rel="next").get("href") == "?page=6"


def test_one_page_needs_no_pagination(render):
    assert render("{{ ui.pagination(1, 1, address) }}", address=str)[1] == ""


def test_bars_are_a_table_with_the_figures_written_out(render):
    rows = [
        {"name": "PKC", "number": 1738, "shown": "1,738", "year": "2024"},
        {"name": "AQ", "number": 869, "shown": "869", "year": "2024"},
    ]
    tree, html = render("{{ data.bars('Employers', ('Company', 'Employees', 'Year'), rows) }}", rows=rows)
    assert words(only(tree, "caption")) == "Employers"
    assert re.findall(r'<rect width="([0-9.]+%)"', html) == ["100.0%", "50.0%"]
    assert "869" in words(tree)


def test_no_component_writes_a_style_or_a_handler(render, app):
    with app.test_request_context("/en/"), use("en"):
        names = [n for n in app.jinja_env.list_templates() if n.startswith("components/")]
    sources = [app.jinja_env.loader.get_source(app.jinja_env, n)[0] for n in names]
    assert names
    assert not [s for s in sources if re.search(r"\sstyle=|\son[a-z]+=", s)]
