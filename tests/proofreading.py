"""What every page must be: valid HTML, one h1, labels, and nothing that the security policy blocks."""

import re
from collections import Counter
from urllib.parse import urlsplit

import html5lib

HANDLER = re.compile(r"^on[a-z]+$")
DATA_SCRIPTS = ("application/ld+json", "application/json")
LABELLED = ("input", "select", "textarea")
WITHOUT_LABEL = ("hidden", "submit", "button", "reset", "image")
LOADING = {"script": "src", "link": "href", "img": "src", "source": "src", "iframe": "src", "use": "href"}
INDEPENDENT_LINKS = ("canonical", "alternate", "license", "author", "next", "prev")


def parse(html):
    """The tree of a page (html5lib, without namespaces) and the parser's complaints."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parse(html)
    complaints = [
        f"line {position[0]}: {code} {data or ''}".strip() for position, code, data in parser.errors
    ]
    return tree, complaints


def words(element):
    """The text of an element with single spaces."""
    return " ".join("".join(element.itertext()).split())


def name(element):
    return str(element.tag).rpartition("}")[2]


def proofread(html, lang=None, host=""):
    """Everything wrong with a page, as sentences; an empty list is a good page."""
    tree, complaints = parse(html)
    elements = [element for element in tree.iter() if isinstance(element.tag, str)]
    found = [f"invalid HTML, {complaint}" for complaint in complaints]
    found += _frame(tree, lang)
    found += _ids(elements)
    found += _labels(elements)
    for element in elements:
        found += _policy(element)
        found += _hosts(element, host)
    return found


def _frame(tree, lang):
    title, headings = tree.find("head/title"), list(tree.iter("h1"))
    if title is None or not words(title):
        yield "there is no title"
    if len(headings) != 1:
        yield f"there are {len(headings)} h1, there must be one"
    elif not words(headings[0]):
        yield "the h1 is empty"
    if not tree.get("lang"):
        yield "html has no lang"
    elif lang and tree.get("lang") != lang:
        yield f"html lang is {tree.get('lang')}, the page is in {lang}"
    if len(list(tree.iter("main"))) != 1:
        yield "there must be one main"


def _ids(elements):
    counted = Counter(element.get("id") for element in elements if element.get("id") is not None)
    for ident, times in counted.items():
        if times > 1:
            yield f"the id {ident} stands {times} times"
        if not ident or re.search(r"\s", ident):
            yield f"the id {ident!r} is empty or has a space"
    for element in elements:
        for attribute in ("aria-labelledby", "aria-describedby", "aria-controls"):
            for ident in (element.get(attribute) or "").split():
                if ident not in counted:
                    yield f"{attribute} names {ident}, which is not there"


def _labels(elements):
    targets = {element.get("for") for element in elements if element.tag == "label"}
    idents = {element.get("id") for element in elements}
    inside = {id(field) for label in elements if label.tag == "label" for field in label.iter()}
    for element in elements:
        named = element.get("aria-label") or element.get("aria-labelledby") or element.get("title")
        typed_into = element.tag in LABELLED and element.get("type") not in WITHOUT_LABEL
        if typed_into and not (element.get("id") in targets or id(element) in inside or named):
            yield f"{element.tag} {element.get('name')} has no label"
        if element.tag == "label" and element.get("for") not in idents | {None, ""}:
            yield f"a label is for {element.get('for')}, which is not there"
        if element.tag == "img" and element.get("alt") is None:
            yield f"img {element.get('src')} has no alt"
        if element.tag in ("button", "a") and not (words(element) or named or _pictured(element)):
            yield f"{element.tag} {element.get('href', '')} has no name"


def _pictured(element):
    return any(child.get("alt") for child in element.iter("img"))


def _policy(element):
    if element.tag == "script" and not element.get("src") and element.get("type") not in DATA_SCRIPTS:
        yield "there is an inline script"
    if element.tag == "style":
        yield "there is an inline style sheet"
    for attribute in element.attrib:
        if attribute == "style":
            yield f"{name(element)} has a style attribute"
        if HANDLER.match(str(attribute)):
            yield f"{name(element)} has the handler {attribute}"
    for attribute in ("href", "src", "action", "formaction"):
        if (element.get(attribute) or "").strip().lower().startswith("javascript:"):
            yield f"{name(element)} has a javascript: address"


def _hosts(element, host):
    attribute = LOADING.get(name(element))
    address = element.get(attribute) if attribute else None
    if not address or (element.tag == "link" and element.get("rel", "") in INDEPENDENT_LINKS):
        return
    if urlsplit(address).netloc not in ("", host):
        yield f"{name(element)} loads from another host: {address}"
