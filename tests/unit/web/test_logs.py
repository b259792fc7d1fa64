import json
import logging

import pytest
from flask import Flask

from portal.web import logs


def record(message="request", **fields):
    made = logging.LogRecord("portal.web", logging.INFO, "x.py", 1, message, (), None)
    made.fields = fields
    return made


def test_a_line_of_json_has_level_message_id_and_fields():
    line = json.loads(logs.JsonFormatter().format(record(path="/en/", status=200)))

    assert (line["level"], line["message"], line["path"], line["status"]) == ("info", "request", "/en/", 200)
    assert line["request_id"] == "-"
    assert line["at"].endswith("+00:00")


def test_a_line_of_text_has_the_same():
    line = logs.TextFormatter().format(record(path="/en/", status=200))

    assert "[-] request path=/en/ status=200" in line


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("/en/explore", "/en/explore"),
        ("/t/verysecrettoken", "/t/…"),
        ("/t/verysecrettoken/brochure.pdf", "/t/…/brochure.pdf"),
        ("/en/inquire/received/ABC-DEF-GHJ", "/en/inquire/received/…"),
        ("/en/a\nb", "/en/a?b"),
    ],
)
def test_a_path_is_logged_without_secrets_and_control_characters(path, shown):
    with Flask("x").test_request_context(path.replace("\n", "%0A")):
        assert logs.shown_path() == shown
