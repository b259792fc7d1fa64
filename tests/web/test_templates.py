"""Every page is rendered in every language, is well made and leaves nothing of its template in sight."""

import re
from pathlib import Path

import pytest
from flask import render_template, template_rendered
from pages.public import PUBLIC_PAGES
from proofreading import parse, proofread, words

from portal.config import ROOT

FOLDER = ROOT / "templates"
ERRORS = ("400", "403", "404", "405", "413", "429", "500", "503")
SEEN_ELSEWHERE = {
    "pages/gallery.html": "components: development only",
    "inquiries/received.html": "test_received",
    "sites/gone.html": "test_show",
}
LEFT_OVER = re.compile(r"%\([a-z_]+\)[sd]|\{\{|\{%|\bNone\b|\bUndefined\b|<portal\.|lazy\(")
LANGUAGES = pytest.mark.parametrize("lang", ["en", "lt", "de"])


def whole_pages():
    """Templates of pages: no parts, no components, no frame, no errors, no e-mails."""
    for path in FOLDER.rglob("*.html"):
        name = path.relative_to(FOLDER).as_posix()
        part = path.name.startswith("_") or name == "base.html"
        if not part and not name.startswith(("components/", "emails/", "errors/")):
            yield name


def left_over(html):
    """What of a template reached the reader, in the words of the page."""
    return LEFT_OVER.findall(words(next(parse(html)[0].iter("body"))))


@pytest.fixture
def rendered(app):
    """Names of the templates that were rendered."""
    names = set()
    note = template_rendered.connect(
        lambda _app, template, **_rest: names.add(template.name), app, weak=False
    )
    yield names
    template_rendered.disconnect(note, app)


@LANGUAGES
def test_each_page_is_rendered_and_leaves_nothing_of_its_template(client, rendered, lang):
    found = {}
    for path in PUBLIC_PAGES:
        html = client.get(f"/{lang}{path}").get_data(as_text=True)
        found[path] = proofread(html, lang=lang, host="localhost") + left_over(html)

    assert not any(found.values()), found
    missing = set(whole_pages()) - rendered - set(SEEN_ELSEWHERE)
    assert not missing, f"add an address to PUBLIC_PAGES that shows {missing}"


@LANGUAGES
def test_each_error_page_helps_in_its_language(app, lang):
    for code in ERRORS:
        with app.test_request_context(f"/{lang}/nowhere"):
            app.preprocess_request()
            html = render_template(f"errors/{code}.html", code=int(code), error=None)
        assert proofread(html, lang=lang, host="localhost") + left_over(html) == [], code
        assert f'href="/{lang}/explore"' in html


def test_each_error_and_each_exception_stands_in_the_lists_above():
    assert {path.stem for path in Path(FOLDER / "errors").glob("[0-9]*.html")} == set(ERRORS)
    assert set(SEEN_ELSEWHERE) <= set(whole_pages())
