"""`make bench`: make data, load them, measure, print one table and keep the numbers.

python -m bench [--sites 10000] [--database URL] [--keep FILE] [--no-results]
"""

from __future__ import annotations

import json
import platform
import sqlite3
import sys
import tempfile
import time
from argparse import ArgumentParser, Namespace
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import urlencode

import sqlalchemy

from bench.generate import SEED, TOWNS, digest, made_records
from bench.load import load
from bench.measure import Workload, measure
from portal.app import create_app
from portal.config import load_settings
from portal.db import migrate
from portal.db.session import Database
from portal.kinds import register_kinds

RESULTS = Path(__file__).parent / "results"
ADDRESSES = 60


def main() -> int:
    """Run the benchmark; 1 where a must is missed."""
    options = _options()
    with tempfile.TemporaryDirectory(prefix="portal-bench-") as folder:
        url = options.database or f"sqlite:///{folder}/bench.db"
        loading_s = _prepare(url, options.sites)
        settings = load_settings(
            {
                "PORTAL_ENV": "test",
                "PORTAL_INSTANCE_DIR": folder,
                "PORTAL_DATABASE_URL": url,
                "PORTAL_SECRET_KEY": "only for measuring, signs nothing",
            }
        )
        app = create_app(settings)
        rows = measure(app, _workloads(options.sites), SEED)
        dialect = app.extensions["database"].dialect_name
    _print(rows, options.sites, dialect, loading_s)
    if not options.no_results:
        _keep(rows, options.sites, dialect, loading_s)
    return 0 if all(row["passed"] is not False for row in rows) else 1


def _options() -> Namespace:
    parser = ArgumentParser(prog="python -m bench", description="Measure the portal with made data.")
    parser.add_argument("--sites", type=int, default=10_000, help="how many sites to make (10000)")
    parser.add_argument("--database", default="", help="address of an empty database; SQLite by default")
    parser.add_argument("--no-results", action="store_true", help="write no file to bench/results")
    return parser.parse_args()


def _prepare(url: str, sites: int) -> float:
    database = Database(url)
    migrate.upgrade(database)
    register_kinds()
    began = time.perf_counter()
    with database.writing() as session:
        made = load(session, made_records(sites))
    seconds = time.perf_counter() - began
    database.dispose()
    print(f"{made} records made and loaded in {seconds:.1f} s", file=sys.stderr)
    return seconds


def _workloads(sites: int) -> list[Workload]:
    dice = Random(SEED)
    items = "/api/collections/sites/items"
    ids = [f"made-{dice.randrange(sites):06d}" for _ in range(ADDRESSES)]
    filters = [urlencode(_filter(dice)) for _ in range(ADDRESSES)]
    return [
        Workload("item, API", [f"{items}/{id_}" for id_ in ids]),
        Workload("bbox of ~150, 100 features, API", [f"{items}?bbox={_box(dice)}" for _ in range(ADDRESSES)]),
        Workload("filter, sort, 20 features, API", [f"{items}?{query}&limit=20" for query in filters]),
        Workload("explore, filtered page", [f"/en/explore?{query}" for query in filters]),
        Workload("explore, one figure asked for", [f"/en/explore?area_ha_min={n / 4}" for n in range(4, 64)]),
        Workload("explore, no filter", ["/en/explore"] * ADDRESSES),
        Workload(
            "explore, around a place",
            [f"/en/explore?near={_place(dice)}&near_km=5&sort=distance" for _ in range(ADDRESSES)],
            must=False,
        ),
        Workload(
            "explore, word of a street",
            [f"/en/explore?q={word}" for word in ("pramones", "siauliu", "tiekimo", "zvaigz")] * 15,
            must=False,
        ),
    ]


def _filter(dice: Random) -> dict[str, Any]:
    """Land use, availability and a box around a town: about a fifth of all sites, sorted by area."""
    _town, lon, lat, _share = dice.choice(TOWNS)
    return {
        "bbox": f"{lon - 0.2:.3f},{lat - 0.12:.3f},{lon + 0.2:.3f},{lat + 0.12:.3f}",
        "land_use": dice.choice(("production", "warehousing", "logistics")),
        "availability": dice.choice(("available", "planned", "reserved")),
        "sort": "-area_ha",
    }


def _box(dice: Random) -> str:
    lon, lat = map(float, _place(dice).split(","))
    return f"{lon - 0.018:.4f},{lat - 0.011:.4f},{lon + 0.018:.4f},{lat + 0.011:.4f}"


def _place(dice: Random) -> str:
    _town, lon, lat, _share = TOWNS[0]
    return f"{lon + dice.uniform(-0.08, 0.08):.4f},{lat + dice.uniform(-0.05, 0.05):.4f}"


def _print(rows: list[dict[str, Any]], sites: int, dialect: str, loading_s: float) -> None:
    print(f"\n{sites} made sites on {dialect}, one client, loaded in {loading_s:.1f} s")
    print(f"{'':34}{'p50 ms':>9}{'p95 ms':>9}{'bytes':>9}{'SQL':>5}{'x const':>9}  must")
    for row in rows:
        verdict = {True: "PASS", False: "FAIL", None: "-"}[row["passed"]]
        print(
            f"{row['name']:34}{row['p50_ms']:>9.2f}{row['p95_ms']:>9.2f}{row['bytes']:>9}"
            f"{row['statements']:>5}{row['times_constant']:>9.1f}  {verdict}"
        )
    print("must: p50 under 50 ms and at most six statements. Only ratios inside one table mean anything.")


def _keep(rows: list[dict[str, Any]], sites: int, dialect: str, loading_s: float) -> None:
    moment = datetime.now(UTC)
    kept = {
        "at": moment.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "sites": sites,
        "seed": SEED,
        "data_sha256": digest(made_records(sites)),
        "database": dialect,
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "sqlalchemy": sqlalchemy.__version__,
        "loading_s": round(loading_s, 1),
        "rows": rows,
    }
    RESULTS.mkdir(exist_ok=True)
    path = RESULTS / f"{moment:%Y-%m-%d}-{dialect}-{sites}.json"
    path.write_text(json.dumps(kept, indent=2) + "\n", encoding="utf-8")
    print(f"kept in {path.relative_to(RESULTS.parent.parent)}")


if __name__ == "__main__":
    sys.exit(main())
