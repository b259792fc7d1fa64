"""Fields of education and training, ISCED-F 2013 (UNESCO Institute for Statistics), in three languages.

Two digits name a broad field, three a narrow one, four a detailed one. Only detailed fields that a region of
industry meets are named one by one; any other code takes the name of the nearest field above it.
"""

from __future__ import annotations

from collections.abc import Mapping

from portal import i18n

BROAD: Mapping[str, tuple[str, str, str]] = {
    "00": (
        "Generic programmes and qualifications",
        "Bendrosios programos ir kvalifikacijos",
        "Allgemeine Bildungsgänge und Qualifikationen",
    ),
    "01": ("Education", "Ugdymas", "Pädagogik"),
    "02": ("Arts and humanities", "Menai ir humanitariniai mokslai", "Geisteswissenschaften und Künste"),
    "03": (
        "Social sciences, journalism and information",
        "Socialiniai mokslai, žurnalistika ir informacija",
        "Sozialwissenschaften, Journalismus und Informationswesen",
    ),
    "04": (
        "Business, administration and law",
        "Verslas, administravimas ir teisė",
        "Wirtschaft, Verwaltung und Recht",
    ),
    "05": (
        "Natural sciences, mathematics and statistics",
        "Gamtos mokslai, matematika ir statistika",
        "Naturwissenschaften, Mathematik und Statistik",
    ),
    "06": (
        "Information and communication technologies",
        "Informacinės ir ryšių technologijos",
        "Informatik und Kommunikationstechnologie",
    ),
    "07": (
        "Engineering, manufacturing and construction",
        "Inžinerija, gamyba ir statyba",
        "Ingenieurwesen, verarbeitendes Gewerbe und Baugewerbe",
    ),
    "08": (
        "Agriculture, forestry, fisheries and veterinary",
        "Žemės ūkis, miškininkystė, žuvininkystė ir veterinarija",
        "Landwirtschaft, Forstwirtschaft, Fischerei und Tiermedizin",
    ),
    "09": ("Health and welfare", "Sveikata ir gerovė", "Gesundheit und Sozialwesen"),
    "10": ("Services", "Paslaugos", "Dienstleistungen"),
}
NARROWER: Mapping[str, tuple[str, str, str]] = {
    "001": (
        "Basic programmes and qualifications",
        "Pagrindinės programos ir kvalifikacijos",
        "Grundlegende Bildungsgänge und Qualifikationen",
    ),
    "0112": (
        "Training for pre-school teachers",
        "Ikimokyklinio ugdymo pedagogų rengimas",
        "Ausbildung von Lehrkräften für den vorschulischen Bereich",
    ),
    "0214": ("Handicrafts", "Rankdarbiai ir amatai", "Kunsthandwerk"),
    "0411": ("Accounting and taxation", "Apskaita ir mokesčiai", "Steuer- und Rechnungswesen"),
    "0413": ("Management and administration", "Vadyba ir administravimas", "Management und Verwaltung"),
    "0416": (
        "Wholesale and retail sales",
        "Didmeninė ir mažmeninė prekyba",
        "Groß- und Einzelhandel",
    ),
    "0611": ("Computer use", "Kompiuterių naudojimas", "Computeranwendung"),
    "0612": (
        "Database and network design and administration",
        "Duomenų bazių ir tinklų projektavimas ir administravimas",
        "Datenbanken, Netzwerkdesign und -administration",
    ),
    "0613": (
        "Software and applications development and analysis",
        "Programinės įrangos ir taikomųjų programų kūrimas ir analizė",
        "Software- und Applikationsentwicklung und -analyse",
    ),
    "0688": (
        "Inter-disciplinary programmes involving information and communication technologies",
        "Tarpdalykinės informacinių ir ryšių technologijų programos",
        "Interdisziplinäre Bildungsgänge mit Schwerpunkt Informatik und Kommunikationstechnologie",
    ),
    "071": (
        "Engineering and engineering trades",
        "Inžinerija ir inžinerinės profesijos",
        "Ingenieurwesen und Technische Berufe",
    ),
    "0711": (
        "Chemical engineering and processes",
        "Chemijos inžinerija ir procesai",
        "Chemie und Verfahrenstechnik",
    ),
    "0712": (
        "Environmental protection technology",
        "Aplinkos apsaugos technologijos",
        "Umweltschutztechnologien",
    ),
    "0713": ("Electricity and energy", "Elektra ir energija", "Elektrizität und Energie"),
    "0714": ("Electronics and automation", "Elektronika ir automatika", "Elektronik und Automation"),
    "0715": (
        "Mechanics and metal trades",
        "Mechanika ir metalo darbai",
        "Maschinenbau und Metallverarbeitung",
    ),
    "0716": (
        "Motor vehicles, ships and aircraft",
        "Motorinės transporto priemonės, laivai ir orlaiviai",
        "Kraftfahrzeuge, Schiffe und Flugzeuge",
    ),
    "072": ("Manufacturing and processing", "Gamyba ir perdirbimas", "Verarbeitendes Gewerbe und Bergbau"),
    "0721": ("Food processing", "Maisto perdirbimas", "Nahrungsmittel"),
    "0722": (
        "Materials (glass, paper, plastic and wood)",
        "Medžiagos (stiklas, popierius, plastikas ir mediena)",
        "Werkstoffe (Glas, Papier, Kunststoff und Holz)",
    ),
    "0723": (
        "Textiles (clothes, footwear and leather)",
        "Tekstilė (drabužiai, avalynė ir oda)",
        "Textilien (Kleidung, Schuhwerk und Leder)",
    ),
    "073": ("Architecture and construction", "Architektūra ir statyba", "Architektur und Baugewerbe"),
    "0731": (
        "Architecture and town planning",
        "Architektūra ir miestų planavimas",
        "Architektur und Städteplanung",
    ),
    "0732": (
        "Building and civil engineering",
        "Statyba ir civilinė inžinerija",
        "Baugewerbe, Hoch- und Tiefbau",
    ),
    "0811": (
        "Crop and livestock production",
        "Augalininkystė ir gyvulininkystė",
        "Pflanzenbau und Tierzucht",
    ),
    "0911": ("Dental studies", "Odontologija", "Zahnmedizin"),
    "0913": ("Nursing and midwifery", "Slauga ir akušerija", "Krankenpflege und Geburtshilfe"),
    "0915": ("Therapy and rehabilitation", "Terapija ir reabilitacija", "Therapie und Rehabilitation"),
    "1012": (
        "Hair and beauty services",
        "Plaukų ir grožio priežiūros paslaugos",
        "Friseurgewerbe und Schönheitspflege",
    ),
    "1013": (
        "Hotel, restaurants and catering",
        "Viešbučiai, restoranai ir maitinimas",
        "Gastgewerbe und Catering",
    ),
    "1041": ("Transport services", "Transporto paslaugos", "Verkehrsdienstleistungen"),
}
ALL = {**BROAD, **NARROWER}


def field_name(code: str) -> i18n.Text:
    """The name of a field in the current language: its own, else that of the nearest field above it."""
    for length in (len(code), 3, 2):
        if code[:length] in ALL:
            return i18n.pick(dict(zip(("en", "lt", "de"), ALL[code[:length]], strict=True)))
    return i18n.Text(code)


def broad_of(code: str) -> str:
    """The broad field that a code lies in."""
    return code[:2]
