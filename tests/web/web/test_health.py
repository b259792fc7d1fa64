import pytest
from engines import on_both_engines


@on_both_engines
def test_a_loaded_database_is_ready(client):
    assert client.get("/readyz").json == {
        "status": "ready",
        "database": "reachable",
        "migrations": "current",
    }


def test_the_process_is_up(client):
    assert client.get("/healthz").json == {"status": "up"}


def test_robots_are_told_where_the_sitemap_is_and_what_is_not_theirs(client):
    text = client.get("/robots.txt").text

    assert "Disallow: /t/" in text
    assert "Disallow: /staff/" in text
    assert "Sitemap: http://localhost/sitemap.xml" in text


@pytest.mark.parametrize("path", ["/en/companies", "/lt/education"])
def test_the_sitemap_names_each_page_with_its_alternates(client, path):
    import xml.etree.ElementTree as ElementTree

    response = client.get("/sitemap.xml")
    tree = ElementTree.fromstring(response.data)
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    pages = {url.find("s:loc", names).text: url for url in tree.findall("s:url", names)}

    assert response.mimetype == "application/xml"
    assert [link.get("hreflang") for link in pages[f"http://localhost{path}"].findall("x:link", names)] == [
        "en",
        "lt",
        "de",
    ]
