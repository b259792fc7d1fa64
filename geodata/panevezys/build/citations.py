"""Source notes of the collected tables ("title | site | date | address ; …") -> rows of sources.csv."""

import hashlib
import re
import unicodedata
from dataclasses import dataclass

from geodata.panevezys.build.days import Span, around, span
from geodata.panevezys.build.evidence import STATED_BY

OSM = "openstreetmap-2021-08"
REGISTER = "address-register-2022-10"
NATURAL_EARTH = "natural-earth-2017-11"
GENERAL = "general-knowledge"
OSM_MARK = "OpenStreetMap, about 6 August 2021"
GENERAL_MARK = "general knowledge, to be verified"

DATA_SETS: tuple[dict[str, str], ...] = (
    {
        "id": OSM,
        "title": "OpenStreetMap, extract of about 6 August 2021",
        "publisher": "OpenStreetMap contributors",
        "url": "https://www.openstreetmap.org/copyright",
        "published_from": "2021-08-05",
        "published_to": "2021-08-06",
        "licence": "ODbL-1.0",
        "attribution": "© OpenStreetMap contributors (ODbL) · schema © OpenMapTiles",
    },
    {
        "id": REGISTER,
        "title": "Address Register, boundaries of municipalities",
        "publisher": "Registrų centras",
        "url": "https://www.registrucentras.lt/p/1187",
        "published_from": "2022-10-01",
        "published_to": "2022-10-31",
        "licence": "CC-BY-4.0",
        "attribution": "Adresų registro duomenys © Registrų centras, CC BY 4.0 (supaprastinta)",
    },
    {
        "id": NATURAL_EARTH,
        "title": "Natural Earth, 1:10m layers",
        "publisher": "Natural Earth",
        "url": "https://www.naturalearthdata.com",
        "published_from": "2017-11-01",
        "published_to": "2017-11-30",
        "licence": "Public domain",
        "attribution": "Natural Earth",
    },
    {
        "id": GENERAL,
        "title": "General knowledge, to be verified",
        "publisher": "the portal's editors",
        "url": "",
        "published_from": "",
        "published_to": "",
        "licence": "",
        "attribution": "",
    },
)


@dataclass(frozen=True, slots=True)
class Citation:
    """One source note, taken apart."""

    id: str
    title: str
    publisher: str
    date: str
    url: str

    def row(self) -> dict[str, str]:
        """The row of sources.csv."""
        first, last = span(self.date)
        return {
            "id": self.id,
            "title": self.title,
            "publisher": self.publisher,
            "url": self.url,
            "published_from": first.isoformat() if first else "",
            "published_to": last.isoformat() if last else "",
            "retrieved_on": "",
            "licence": "",
            "attribution": "",
        }


def slug(text: str) -> str:
    """Small letters, digits and single hyphens."""
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


class Citations:
    """Every source met while building, each once, with an id that stays the same from build to build."""

    def __init__(self) -> None:
        self.rows: dict[str, dict[str, str]] = {row["id"]: {"retrieved_on": "", **row} for row in DATA_SETS}
        self._dates: dict[str, Span] = {}

    def ids(self, notes: str) -> tuple[str, ...]:
        """The ids of all sources of a note, in its order."""
        return tuple(dict.fromkeys(self._id(note) for note in notes.split(" ; ") if note.strip()))

    def _id(self, note: str) -> str:
        if note.startswith(OSM_MARK):
            return OSM
        if note.strip() == GENERAL_MARK:
            return GENERAL
        citation = _taken_apart(note)
        self.rows.setdefault(citation.id, citation.row())
        self._dates[citation.id] = span(citation.date)
        return citation.id

    def narrowed(self, record: str, key: str, ids: tuple[str, ...]) -> tuple[str, ...]:
        """Of a record's sources those that state this one fact, where that was read in them."""
        marks = STATED_BY.get((record, key), ())
        return tuple(id_ for id_ in ids if id_.startswith(marks)) if marks else ids

    def dates(self, ids: tuple[str, ...]) -> Span:
        """From the first to the last day on which these sources were written, as far as known."""
        return around([self._dates.get(id_, (None, None)) for id_ in ids])


def _taken_apart(note: str) -> Citation:
    parts = [part.strip() for part in note.split(" | ")]
    title, publisher, rest = parts[0], parts[1], parts[2:]
    url = next((part for part in rest if part.startswith("http")), "")
    date = next((part for part in rest if not part.startswith("http")), "")
    mark = hashlib.sha256(f"{title}|{url}".encode()).hexdigest()[:6]
    name = "-".join(
        filter(None, (slug(publisher.split(" (")[0])[:40], slug(date.removeprefix("about ")), mark))
    )
    return Citation(name, title, publisher, date, url)
