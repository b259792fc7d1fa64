"""What every template may use: messages, formats, the region's words. Nothing that asks the database."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import Flask
from jinja2 import pass_context

from geodata.pack_model import Desk, Region
from portal import i18n
from portal.web.request import settings
from portal.web.theme import theme

FORMATS: dict[str, Callable[..., Any]] = {
    "number": i18n.number,
    "percent": i18n.percent,
    "money": i18n.money,
    "date": i18n.date,
    "month": i18n.month,
    "datetime_local": i18n.datetime_local,
    "day_span": i18n.day_span,
    "area": i18n.area,
    "floor_area": i18n.floor,
    "distance": i18n.distance,
    "quantity": i18n.quantity,
    "pick": i18n.pick,
}


class DeskWords:
    """The desk's names in the current language; everything else as in the pack."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @property
    def organisation(self) -> i18n.Text:
        return i18n.pick(dict(self._desk.organisation))

    @property
    def office(self) -> i18n.Text:
        return i18n.pick(dict(self._desk.office))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._desk, name)


class RegionWords:
    """The region's texts in the current language; everything else as in the pack."""

    def __init__(self, region: Region) -> None:
        self._region = region
        self.desk = DeskWords(region.desk)

    @property
    def name(self) -> i18n.Text:
        return i18n.pick(dict(self._region.names))

    @property
    def short_name(self) -> i18n.Text:
        return i18n.pick(dict(self._region.short_names))

    @property
    def tagline(self) -> i18n.Text:
        return i18n.pick(dict(self._region.tagline))

    @property
    def headline(self) -> i18n.Text:
        return i18n.pick(dict(self._region.headline))

    @property
    def distances_from(self) -> i18n.Text:
        return i18n.pick(dict(self._region.distances_from))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._region, name)


def at_render(function: Callable[..., Any]) -> Callable[..., Any]:
    """A filter that is never worked out when the template is compiled, when the language is not known yet."""

    @pass_context
    def filter_(_context: Any, value: Any, *options: Any, **named: Any) -> Any:
        return function(value, *options, **named)

    return filter_


def page_values() -> dict[str, Any]:
    """The few values that the frame of every page needs."""
    return {"lang": i18n.current(), "theme": theme(), "desk_email": settings().desk_email}


def install(app: Flask) -> None:
    app.jinja_env.add_extension("jinja2.ext.i18n")
    app.jinja_env.install_gettext_callables(  # type: ignore[attr-defined]
        lambda message: i18n.translations().gettext(message),
        lambda singular, plural, n: i18n.translations().ngettext(singular, plural, n),
        newstyle=True,
        pgettext=lambda context, message: i18n.translations().pgettext(context, message),
        npgettext=lambda context, one, many, n: i18n.translations().npgettext(context, one, many, n),
    )
    app.jinja_env.policies["ext.i18n.trimmed"] = True
    app.jinja_env.filters.update({name: at_render(function) for name, function in FORMATS.items()})
    app.jinja_env.globals["region"] = RegionWords(app.extensions["region"])
    app.context_processor(page_values)
