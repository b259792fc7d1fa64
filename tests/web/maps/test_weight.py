"""What Explore makes a browser fetch before the first tile."""

import gzip
import re
from urllib.parse import urljoin, urlsplit

MOST_BYTES = 250_000
IMPORT = re.compile(r"""(?:from|import\()\s*["'](\.[^"']+\.js)["']""")


def test_explore_stays_under_250_kb_of_compressed_script_and_style(client, visit):
    page = visit("/en/explore")
    first = [script.get("src") for script in page.all("script", src=True)]
    first += [link.get("href") for link in page.all("link", rel="stylesheet")]
    weights, waiting = {}, [urlsplit(address).path for address in first]
    while waiting:
        path = waiting.pop()
        if path in weights:
            continue
        body = client.get(path).get_data()
        weights[path] = len(gzip.compress(body, 6))
        if path.endswith(".js") and "/vendor/" not in path:
            waiting += [urljoin(path, name) for name in IMPORT.findall(body.decode())]

    assert "/static/js/map/explore.js" in weights
    assert sum(weights.values()) < MOST_BYTES, sorted(weights.items(), key=lambda item: -item[1])


def test_the_drawing_tool_is_not_loaded_until_it_is_asked_for(visit):
    page = visit("/en/explore")

    assert not [script for script in page.all("script", src=True) if "geoman" in script.get("src")]
    assert [drop for drop in page.all("details") if "geoman" in drop.get("data-script", "")]
