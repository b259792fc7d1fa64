import pytest
from proofreading import proofread

GOOD = """<!doctype html><html lang="en"><head><title>T</title></head>
<body><main><h1>H</h1>{}</main></body></html>"""


def test_a_good_page_has_no_problems():
    body = '<label for="a">A</label><input id="a" name="a"><img src="/x.png" alt=""><a href="/en/">Home</a>'
    body += '<script type="application/ld+json">{"a": 1}</script><svg><use href="/static/s.svg#x"/></svg>'
    assert proofread(GOOD.format(body), lang="en") == []


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ("<h1>Two</h1>", "2 h1"),
        ("<p><div></p>", "invalid HTML"),
        ('<p id="a"></p><p id="a"></p>', "stands 2 times"),
        ('<input name="q">', "no label"),
        ("<script>1</script>", "inline script"),
        ('<p style="x">', "style attribute"),
        ('<p onclick="x">', "handler"),
        ('<a href="javascript:x">x</a>', "javascript"),
        ('<img src="https://cdn.example/x.png" alt="">', "another host"),
        ('<img src="/x.png">', "no alt"),
        ('<a href="/x"></a>', "no name"),
        ('<p aria-describedby="nobody"></p>', "not there"),
        ("<main></main>", "one main"),
    ],
)
def test_each_fault_is_named(body, problem):
    assert any(problem in found for found in proofread(GOOD.format(body)))


def test_the_language_of_the_page_must_be_that_of_its_address():
    assert proofread(GOOD.format(""), lang="lt") == ["html lang is en, the page is in lt"]
