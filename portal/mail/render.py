"""E-mails from templates: a folder each, with subject.txt, body.txt and body.html, in any language."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from portal import i18n
from portal.mail.message import Message, one_line, quoted, unlinked


def render(name: str, *, to: str, lang: str, reply_to: str = "", **values: Any) -> Message:
    """The e-mail `name` in `lang`. What strangers typed goes through the filters `unlinked` or `quoted`."""
    with i18n.use(lang):
        parts = {
            part: environment().get_template(f"emails/{name}/{part}").render(**values, lang=lang)
            for part in ("subject.txt", "body.txt", "body.html")
        }
    return Message(
        to=to,
        subject=one_line(parts["subject.txt"]),
        text=parts["body.txt"].strip() + "\n",
        html=parts["body.html"].strip() + "\n",
        language=lang,
        reply_to=reply_to,
    )


@cache
def environment() -> Environment:
    """Templates of e-mails: strict about names, escaping in HTML alone, texts from the catalogs."""
    made = Environment(
        loader=FileSystemLoader(_folder()),
        autoescape=select_autoescape(enabled_extensions=("html",), default=False),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    made.policies["ext.i18n.trimmed"] = True
    made.install_gettext_callables(  # type: ignore[attr-defined]
        lambda message: i18n.translations().gettext(message),
        lambda singular, plural, n: i18n.translations().ngettext(singular, plural, n),
        newstyle=True,
    )
    made.filters.update(unlinked=unlinked, quoted=quoted)
    return made


def _folder() -> Path:
    """The templates: inside the installed package, else beside it in the project."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "_web" / "templates"
    return installed if installed.is_dir() else package.parent / "templates"
