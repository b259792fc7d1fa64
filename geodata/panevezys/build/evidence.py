"""Which of a record's sources state one fact, and where sources differ: read by hand in the collected notes.

The collected tables name the sources of a whole row. Facts that are not listed here cite all of them.
"""

FactKey = tuple[str, str]

# Beginnings of source ids.
STATED_BY: dict[FactKey, tuple[str, ...]] = {
    ("pfez-00", "area_ha"): ("enterpriselithuania-com-2013", "bindustry-eu-2020"),
    ("pfez-00", "availability"): ("vz-lt-2019-05-07", "lafez-lt-2021"),
    ("pfez-00", "availability_on"): ("vz-lt-2019-05-07", "lafez-lt-2021"),
    ("pfez-00", "status_note"): ("vz-lt-2019-05-07", "lafez-lt-2021"),
    ("pfez-00", "price_note"): ("lavvocato-eu-2016",),
    ("pfez-00", "rail_note"): ("openstreetmap-2021-08",),
    ("pfez-01", "area_ha"): ("inpublic-lt-2009-11",),
    ("pfez-01", "procedure"): ("docest-com-copy-2010-07-01",),
    ("pfez-01", "price_note"): ("docest-com-copy-2010-07-01",),
    ("pfez-01", "notes"): ("diena-lt-2010",),
    ("pfez-02", "area_ha"): ("vz-lt-2019-05-07",),
    ("pfez-02", "availability"): ("vz-lt-2019-05-07",),
    ("pfez-02", "availability_on"): ("vz-lt-2019-05-07",),
    ("bir-01", "price_note"): ("birzai-lt-2022-11",),
    ("bir-01", "tenure"): ("birzai-lt-2022-11",),
    ("bir-01", "availability"): ("birzai-lt-2022-11",),
    ("bir-01", "availability_on"): ("birzai-lt-2022-11",),
    ("bir-01", "status_note"): ("birzai-lt-2022-11",),
    ("bir-01", "owner_note"): ("birzai-lt-2022-11",),
    ("bir-01", "road_note"): ("birzietis-lt",),
    ("kup-01", "availability"): ("kmintys-lt-2015-04-14",),
    ("kup-01", "availability_on"): ("kmintys-lt-2015-04-14",),
    ("kup-01", "status_note"): ("kmintys-lt-2015-04-14",),
}

SAYS: dict[FactKey, str] = {
    ("pfez-00", "area_ha"): (
        "47 ha in the agency's table of 2013 and an article of 2020; "
        "35 ha were the park prepared in 2009-2010; "
        "the outline drawn in OpenStreetMap covers 93.09 ha"
    ),
    ("pfez-02", "area_ha"): "free in May 2019; two investors have signed since",
    ("pfez-03", "area_ha"): "8.7 ha in all minus the 4.7 ha already built on, both from the source",
    ("kup-03", "area_ha"): "holds the plots at Krantinės g. 7 and A. Purėno g. 9",
    ("kup-01", "availability"): "last known: contracted; the outcome was not found",
}
