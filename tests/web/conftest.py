"""Fixtures of tests that drive the client. `visit` proof-reads every page it fetches."""

import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import pytest
from proofreading import parse, proofread, words
from werkzeug.test import TestResponse


@dataclass
class Page:
    """A page that was fetched and found well made."""

    response: TestResponse
    html: str
    tree: Element = field(repr=False)

    @property
    def status(self):
        return self.response.status_code

    @property
    def title(self):
        return words(self.tree.find("head/title"))

    @property
    def h1(self):
        return words(next(self.tree.iter("h1")))

    @property
    def text(self):
        """What the main part says, with single spaces."""
        return words(next(self.tree.iter("main")))

    @property
    def links(self):
        """Address by words of each link in the main part."""
        return {words(a): a.get("href") for a in next(self.tree.iter("main")).iter("a")}

    def all(self, tag, **attributes):
        """Elements of the page by tag and attributes (`_` stands for `-`, a closing one is dropped)."""
        wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
        return [
            element
            for element in self.tree.iter(tag)
            if all(
                name in element.attrib if value is True else element.get(name) == value
                for name, value in wanted.items()
            )
        ]

    def form(self, action=None):
        """The fields of a form by name as a browser would send them, by default of the first form in main."""
        forms = [
            form for form in next(self.tree.iter("main")).iter("form") if action in (None, form.get("action"))
        ]
        return form_fields(forms[0])


def form_fields(form):
    """Names and values of a form before anything is typed."""
    values = {}
    for element in form.iter():
        name, kind = element.get("name"), element.get("type", "text")
        if not name or element.tag == "button" or kind in ("submit", "button", "image"):
            continue
        if element.tag == "textarea":
            values[name] = "".join(element.itertext())
        elif element.tag == "select":
            options = list(element.iter("option"))
            chosen = [option for option in options if "selected" in option.attrib] or options[:1]
            values[name] = chosen[0].get("value", words(chosen[0])) if chosen else ""
        elif element.tag == "input" and (kind not in ("checkbox", "radio") or "checked" in element.attrib):
            values[name] = element.get("value", "on" if kind == "checkbox" else "")
    return values


@pytest.fixture
def visit(client):
    """`visit(path, status=200, method="GET", data=…, follow=False)` -> Page, proof-read."""

    def fetch(path, *, status=200, method="GET", follow=False, **options):
        response = client.open(path, method=method, follow_redirects=follow, **options)
        assert response.status_code == status, f"{method} {path} answered {response.status}, not {status}"
        return read_page(response)

    return fetch


def read_page(response):
    """The response as a Page, after proof-reading."""
    html = response.get_data(as_text=True)
    assert response.mimetype == "text/html", f"{response.request.path} is {response.mimetype}, not a page"
    match = re.match(r"^/(en|lt|de)/", urlsplit(response.request.path).path)
    problems = proofread(html, lang=match and match[1], host=response.request.host)
    assert not problems, f"{response.request.path}:\n  " + "\n  ".join(problems)
    return Page(response, html, parse(html)[0])


@pytest.fixture
def count_statements(connection):
    """`with count_statements() as statements:` collects the SQL that runs inside, savepoints left out."""
    from contextlib import contextmanager

    from sqlalchemy import event

    @contextmanager
    def counting():
        statements = []

        def note(_connection, _cursor, statement, *_rest):
            if not re.match(r"\s*(SAVEPOINT|RELEASE|ROLLBACK|BEGIN)", statement):
                statements.append(statement)

        event.listen(connection, "before_cursor_execute", note)
        try:
            yield statements
        finally:
            event.remove(connection, "before_cursor_execute", note)

    return counting
