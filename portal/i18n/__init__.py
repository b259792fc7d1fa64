"""Languages: messages, numbers, dates, order of words. Babel alone; the web chooses the language."""

from portal.i18n.formats import (
    NBSP,
    area,
    date,
    datetime_local,
    day_span,
    distance,
    floor,
    locale,
    money,
    month,
    number,
    percent,
    quantity,
    set_time_zone,
)
from portal.i18n.language import LANGUAGES, current, set_language, use
from portal.i18n.messages import (
    LazyText,
    Text,
    gettext,
    lazy,
    ngettext,
    npgettext,
    pgettext,
    pick,
    translations,
)
from portal.i18n.words import fold, parse_decimal, sort_key

_ = gettext

__all__ = [
    "LANGUAGES",
    "NBSP",
    "LazyText",
    "Text",
    "_",
    "area",
    "current",
    "date",
    "datetime_local",
    "day_span",
    "distance",
    "floor",
    "fold",
    "gettext",
    "lazy",
    "locale",
    "money",
    "month",
    "ngettext",
    "npgettext",
    "number",
    "parse_decimal",
    "percent",
    "pgettext",
    "pick",
    "quantity",
    "set_language",
    "set_time_zone",
    "sort_key",
    "translations",
    "use",
]
