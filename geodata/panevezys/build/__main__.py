"""`python -m geodata.panevezys.build [folder]` writes the pack's tables, into the pack itself by default."""

import sys
from pathlib import Path

from geodata.pack_tables import TABLES
from geodata.panevezys.build import (
    companies,
    datapackage,
    distances,
    education,
    figures,
    nodes,
    overlays,
    places,
    policy,
    sites,
)
from geodata.panevezys.build.inputs import PACK
from geodata.panevezys.build.model import Tables
from geodata.panevezys.build.writer import write_layer, write_table

FEATURES = (sites, distances, companies, education, nodes, figures, policy)


def build(directory: Path) -> None:
    """Writes every generated file of the pack into a folder."""
    tables = Tables()
    write_layer(directory, "municipalities.geojson", places.build(tables))
    write_layer(directory, "boundaries.geojson", places.boundaries())
    for feature in FEATURES:
        feature.build(tables)
    tables.rows["sources.csv"] = sorted(tables.citations.rows.values(), key=lambda row: row["id"])
    for name in TABLES:
        write_table(directory, name, tables.rows[name])
    overlays.write(directory)
    datapackage.write(directory)


if __name__ == "__main__":
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else PACK)
