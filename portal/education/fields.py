"""The catalogues of an institution and of a programme."""

from __future__ import annotations

from portal.i18n import lazy
from portal.records.fields import Catalogue, Field, FieldType

TYPES = {
    "university_faculty": lazy("University faculty"),
    "college": lazy("University of applied sciences"),
    "vocational": lazy("Vocational school"),
    "training": lazy("Training centre"),
    "steam": lazy("STEAM centre"),
    "robotics": lazy("Robotics centre"),
    "gymnasium": lazy("Gymnasium"),
    "adult_school": lazy("Adult school"),
    "teacher_training": lazy("Teacher training centre"),
    "technology_centre": lazy("Technology centre"),
    "school": lazy("School"),
}
HIGHER = ("university_faculty", "college")
LEVELS = {
    "master": lazy("Master (EQF 7)"),
    "professional_bachelor": lazy("Professional bachelor (EQF 6)"),
    "vocational": lazy("Vocational training"),
    "upper_secondary": lazy("Upper secondary"),
    "school_lessons": lazy("School lessons"),
    "kindergarten_and_school": lazy("Kindergarten and school"),
    "non_formal": lazy("Non-formal courses"),
}
T = FieldType

INSTITUTION_CATALOGUE = Catalogue(
    {"teaching": lazy("Teaching"), "place": lazy("Place and contact")},
    (
        Field("type", "teaching", T.CODE, lazy("Kind"), essential=True, choices=TYPES),
        Field("programmes_note", "teaching", T.TEXT, lazy("What it teaches for industry"), essential=True),
        Field(
            "students",
            "teaching",
            T.INTEGER,
            lazy("Students"),
            "people",
            essential=True,
            least=0,
            most=1_000_000,
        ),
        Field(
            "graduates",
            "teaching",
            T.INTEGER,
            lazy("Graduates a year"),
            "people",
            essential=True,
            least=0,
            most=1_000_000,
        ),
        Field("notes", "teaching", T.TEXT, lazy("Further facts")),
        Field("address", "place", T.TEXT, lazy("Address"), essential=True),
        Field("website", "place", T.WORD, lazy("Website"), essential=True),
    ),
)
PROGRAMME_CATALOGUE = Catalogue(
    {"programme": lazy("Programme")},
    (
        Field("institution", "programme", T.RECORD, lazy("Institution")),
        Field("level", "programme", T.CODE, lazy("Level"), choices=LEVELS),
        Field("isced_f", "programme", T.WORD, lazy("Field (ISCED-F 2013)")),
        Field("isced_f_name", "programme", T.TEXT, lazy("Field of study")),
        Field("students", "programme", T.INTEGER, lazy("Students"), "people", least=0, most=1_000_000),
        Field(
            "graduates", "programme", T.INTEGER, lazy("Graduates a year"), "people", least=0, most=1_000_000
        ),
        Field("relevance_industry40", "programme", T.TEXT, lazy("For Industry 4.0")),
        Field("notes", "programme", T.TEXT, lazy("Further facts")),
    ),
)
