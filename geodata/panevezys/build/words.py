"""The words of the collected tables -> the codes of the pack."""

AVAILABILITY = {
    "available": "available",
    "for sale": "available",
    "reserved": "reserved",
    "occupied": "taken",
    "contracted": "taken",
    "planned": "planned",
    "zoned": "planned",
    "under preparation": "planned",
    "offered, outcome unknown": "unknown",
    "unknown": "unknown",
    "historic": "unknown",
}
SITE_KIND = {
    "plot": "plot",
    "plot group": "plot",
    "zoned territory": "plot",
    "brownfield building": "brownfield",
    "brownfield plot": "brownfield",
    "building": "building",
}
ZONE_REGIME = {
    "free economic zone": "free_economic_zone",
    "industrial park": "industrial_park",
    "building park": "building_park",
    "innovation park": "innovation_park",
    "planned logistics park": "logistics_park",
}
PLANNED_RAIL = "planned rail facility"
RAIL_NODE_OF_SITE = {
    "pan-08": "rb-panevezys-freight",
    "pan-09": "rb-panevezys-depot",
    "pas-01": "rb-joniskelis",
}
TENURE = {
    "lease": ["lease"],
    "lease by auction": ["lease", "auction"],
    "lease of premises": ["lease"],
    "sale": ["sale"],
}
ACCURACY = {
    "enterprise point": "point",
    "building": "building",
    "street": "street",
    "town": "town",
    "none": "none",
}
RADIUS_M = {"point": 100, "building": 50, "street": 1000, "town": 3000}
QUALIFIER = {"": "exact", "about": "about", "over": "at_least", "at least": "at_least", "converted": "about"}
INSTITUTION_TYPE = {
    "university faculty": "university_faculty",
    "college": "college",
    "vocational school": "vocational",
    "robotics centre": "robotics",
    "STEAM centre": "steam",
    "technology centre": "technology_centre",
    "teacher training centre": "teacher_training",
    "gymnasium (engineering profile)": "gymnasium",
    "gymnasium": "gymnasium",
    "adult school": "adult_school",
}
PROGRAMME_LEVEL = {
    "professional bachelor (EQF 6)": "professional_bachelor",
    "master (EQF 7)": "master",
    "vocational (EQF 3-4)": "vocational",
    "non-formal and school lessons": "non_formal",
    "school lessons, age 12-19": "school_lessons",
    "upper-secondary (EQF 4)": "upper_secondary",
    "kindergarten and school": "kindergarten_and_school",
}
COMPANY_ROLE = {
    "maker": "maker",
    "construction": "construction",
    "services": "services",
    "utility": "utility",
    "trade": "trade",
    "logistics and transport": "logistics",
    "property": "property",
}
SECTOR_WITHOUT_NACE = {"omg-bubble-tea": "fd", "norac-baltic": "pl"}
NODE_KIND = {
    "seaport": "port",
    "airport": "airport",
    "aerodrome": "aerodrome",
    "city": "city",
    "town": "town",
    "border crossing": "border",
    "rail": "station",
    "rail, planned": "station_planned",
    "rail, under construction": "rail_section",
    "rail, heritage": "rail_heritage",
    "travel time": "travel_time",
    "road corridor": "road_corridor",
    "electric substation": "substation",
    "gas distribution station": "gas_station",
    "gas compressor station": "gas_compressor",
    "oil terminal": "oil_terminal",
    "water utility": "water_utility",
    "hydropower plant": "hydropower",
}
INCENTIVE_STATE = {
    "in force by the source": "in_force",
    "for older zone companies": "in_force",
    "call based, check the present call": "call",
    "decision of November 2025": "call",
    "announced late 2025": "announced",
    "rate raised later, see cit-ip-2026": "replaced",
    "replaced, see cit-std-2025 and cit-std-2026": "replaced",
    "replaced from 2026": "replaced",
    "widened from 2026, see cit-start-2026": "replaced",
    "practice of 2014, check the council decision": "historic",
    "historic": "historic",
    "closed call": "closed",
}
STORY_STAGE = {
    "realised": "realised",
    "opened": "opened",
    "contracted": "contracted",
    "announced": "announced",
    "announced, fate not checked": "announced",
    "under construction in 2020": "under_construction",
}
JOBS_KIND = {
    "": "",
    "staff": "staff",
    "new": "new",
    "new (derived, 350 minus 241)": "new",
    "planned total": "planned_total",
}
