"""Compile every template and refuse what the content security policy would block."""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError

from portal.app import create_app
from portal.config import load_settings
from portal.mail.render import environment as mails

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "templates"
REFUSED = {
    r"<script(?![^>]*\bsrc=)(?![^>]*application/(?:ld\+)?json)[^>]*>": "an inline script",
    r"<style\b": "an inline style sheet",
    r"<[^>]*\sstyle=": "a style attribute",
    r"<[a-z][^>]*\son[a-z]+=": "an inline event handler",
    r"(?:src|href|action)=[\"']javascript:": "a javascript: address",
    # tags that fetch, with a whole address
    r"<(?:script|link|img|iframe)\b[^>]*(?:src|href)=[\"'](?:https?:)?//": "an address of another host",
}


def problems(path: Path, environment: Environment) -> list[str]:
    """What is wrong with one template, by line."""
    text = path.read_text(encoding="utf-8")
    name = path.relative_to(FOLDER).as_posix()
    try:
        (mails() if _is_mail(path) else environment).compile(text, name=name)
    except TemplateSyntaxError as error:
        return [f"templates/{name}:{error.lineno}: {error.message}"]
    if path.suffix != ".html" or _is_mail(path):
        return []
    without_comments = re.sub(r"\{#.*?#\}", lambda m: re.sub(r"[^\n]", " ", m.group()), text, flags=re.S)
    return [
        f"templates/{name}:{without_comments.count(chr(10), 0, match.start()) + 1}: {what}"
        for pattern, what in REFUSED.items()
        for match in re.finditer(pattern, without_comments, flags=re.I)
    ]


def _is_mail(path: Path) -> bool:
    return "emails" in path.parts


def pages() -> Environment:
    """The app's own environment: it knows which filters, tests and globals there are."""
    with tempfile.TemporaryDirectory() as folder:
        settings = load_settings({"PORTAL_ENV": "test", "PORTAL_INSTANCE_DIR": folder})
        return create_app(settings).jinja_env


def main() -> int:
    """Print every problem; 1 where there is one."""
    environment = pages()
    paths = sorted(path for path in FOLDER.rglob("*") if path.is_file())
    found = [problem for path in paths for problem in problems(path, environment)]
    print("\n".join(found) or f"{len(paths)} templates are sound.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
