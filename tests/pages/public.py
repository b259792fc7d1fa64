"""Every kind of page that anyone may open, without its language; those that tests walk as a list."""

PUBLIC_PAGES = (
    "/",
    "/explore",
    "/explore?area_ha_min=8&power_mw_min=12&q=x&price_eur_m2_max=cheap",
    "/sites/pfez-02",
    "/sites/pan-03/nearby",
    "/zones/pfez-00",
    "/companies",
    "/companies/aq-wiring-systems",
    "/education",
    "/education/panevezio-kolegija",
    "/inquire?site=pfez-02&question=power_mw",
    "/inquire/received/ABC-DEF-GHJ",
    "/about",
    "/privacy",
    "/accessibility",
    "/data",
    "/nowhere",
)
