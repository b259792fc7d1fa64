"""Geometry in SQL: the only file that knows SQLite from PostGIS.

Geometries are EPSG:4326. On SQLite a geometry is WKB, an R*Tree kept by triggers answers boxes, and the exact
tests are shapely functions registered on each connection. On PostGIS the same names are the server's own.
"""

from __future__ import annotations

import sqlite3
from functools import lru_cache
from typing import Any

import shapely
import shapely.ops
from pyproj import Geod
from sqlalchemy import Boolean, ColumnElement, Dialect, Float, LargeBinary, func, literal, type_coerce
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.types import TypeDecorator, UserDefinedType

SRID = 4326
Bounds = tuple[float, float, float, float]
"""West, south, east, north in degrees."""


class _PostgisGeometry(UserDefinedType[str]):
    cache_ok = True
    render_bind_cast = True

    def __init__(self, kind: str) -> None:
        self.kind = kind

    def get_col_spec(self, **kw: Any) -> str:
        return f"geometry({self.kind},{SRID})"


class Geom(TypeDecorator[shapely.Geometry]):
    """A shapely geometry in degrees (EPSG:4326); `kind` is the PostGIS type name."""

    impl = LargeBinary
    cache_ok = True

    def __init__(self, kind: str = "Geometry") -> None:
        super().__init__()
        self.kind = kind

    def load_dialect_impl(self, dialect: Dialect) -> Any:
        if dialect.name == "postgresql":
            return dialect.type_descriptor(_PostgisGeometry(self.kind))
        return dialect.type_descriptor(LargeBinary())

    def process_bind_param(self, value: shapely.Geometry | None, dialect: Dialect) -> Any:
        if value is None:
            return None
        if dialect.name == "postgresql":
            return shapely.to_wkb(shapely.set_srid(value, SRID), hex=True, include_srid=True)
        return shapely.to_wkb(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> shapely.Geometry | None:
        return None if value is None else shapely.from_wkb(value)

    def coerce_compared_value(self, op: Any, value: Any) -> Any:
        return self


class box_hit(ColumnElement[bool]):  # noqa: N801 - reads as an SQL function
    """Whether a record's box may touch `bounds`: an index probe, a superset of the truth."""

    inherit_cache = False

    def __init__(self, num: ColumnElement[int], shape: ColumnElement[Any], bounds: Bounds) -> None:
        self.num, self.shape = num, shape
        self.bounds: Bounds = (float(bounds[0]), float(bounds[1]), float(bounds[2]), float(bounds[3]))


@compiles(box_hit, "sqlite")
def _box_hit_sqlite(element: box_hit, compiler: SQLCompiler, **kw: Any) -> str:
    west, south, east, north = element.bounds
    inside = f"minx <= {east!r} AND maxx >= {west!r} AND miny <= {north!r} AND maxy >= {south!r}"
    num = compiler.process(element.num, **kw)
    return f"({num} IN (SELECT num FROM record_rtree WHERE {inside}))"  # noqa: S608 - numbers alone


@compiles(box_hit, "postgresql")
def _box_hit_postgresql(element: box_hit, compiler: SQLCompiler, **kw: Any) -> str:
    corners = ",".join(map(repr, element.bounds))
    return f"({compiler.process(element.shape, **kw)} && ST_MakeEnvelope({corners},{SRID}))"


def geometry(value: shapely.Geometry) -> ColumnElement[Any]:
    """A geometry as a typed SQL value."""
    return literal(value, Geom())


def intersects(shape: ColumnElement[Any], area: shapely.Geometry) -> ColumnElement[bool]:
    """The exact test: do the geometries share a point?"""
    return type_coerce(func.ST_Intersects(shape, geometry(area)), Boolean) == True  # noqa: E712


class geodesic_m(ColumnElement[float]):  # noqa: N801 - reads as an SQL function
    """Metres on the ellipsoid from a geometry (its nearest point) to a longitude and latitude."""

    inherit_cache = False
    type = Float()

    def __init__(self, shape: ColumnElement[Any], lon: float, lat: float) -> None:
        self.shape, self.lon, self.lat = shape, float(lon), float(lat)


@compiles(geodesic_m, "sqlite")
def _geodesic_sqlite(element: geodesic_m, compiler: SQLCompiler, **kw: Any) -> str:
    return f"geodesic_m({compiler.process(element.shape, **kw)}, {element.lon!r}, {element.lat!r})"


@compiles(geodesic_m, "postgresql")
def _geodesic_postgresql(element: geodesic_m, compiler: SQLCompiler, **kw: Any) -> str:
    point = f"ST_SetSRID(ST_MakePoint({element.lon!r},{element.lat!r}),{SRID})::geography"
    return f"ST_Distance(({compiler.process(element.shape, **kw)})::geography, {point})"


_ELLIPSOID = Geod(ellps="WGS84")


def geodesic_distance_m(shape: shapely.Geometry, lon: float, lat: float) -> float:
    """Metres on the WGS 84 ellipsoid from the nearest point of `shape`; 0 inside a polygon."""
    nearest = shapely.ops.nearest_points(shape, shapely.Point(lon, lat))[0]
    return float(_ELLIPSOID.inv(nearest.x, nearest.y, lon, lat)[2])


@lru_cache(maxsize=256)
def _prepared(wkb: bytes) -> shapely.Geometry:
    shape = shapely.from_wkb(wkb)
    shapely.prepare(shape)
    return shape


def _sqlite_intersects(first: bytes | None, second: bytes | None) -> int | None:
    if first is None or second is None:
        return None
    return int(_prepared(second).intersects(shapely.from_wkb(first)))


def _sqlite_geodesic(first: bytes | None, lon: float, lat: float) -> float | None:
    return None if first is None else geodesic_distance_m(shapely.from_wkb(first), lon, lat)


def register_sqlite_functions(connection: sqlite3.Connection) -> None:
    """Give a SQLite connection the functions that PostGIS has by itself."""
    connection.create_function("ST_Intersects", 2, _sqlite_intersects, deterministic=True)
    connection.create_function("geodesic_m", 3, _sqlite_geodesic, deterministic=True)


SQLITE_INDEX_DDL = (
    "CREATE VIRTUAL TABLE record_rtree USING rtree(num, minx, maxx, miny, maxy)",
    "CREATE TRIGGER record_rtree_insert AFTER INSERT ON record WHEN new.minx IS NOT NULL BEGIN"
    " INSERT OR REPLACE INTO record_rtree VALUES (new.num, new.minx, new.maxx, new.miny, new.maxy); END",
    "CREATE TRIGGER record_rtree_update AFTER UPDATE OF minx, miny, maxx, maxy ON record BEGIN"
    " DELETE FROM record_rtree WHERE num = old.num;"
    " INSERT INTO record_rtree SELECT new.num, new.minx, new.maxx, new.miny, new.maxy"
    " WHERE new.minx IS NOT NULL; END",
    "CREATE TRIGGER record_rtree_delete AFTER DELETE ON record BEGIN"
    " DELETE FROM record_rtree WHERE num = old.num; END",
)
POSTGRESQL_INDEX_DDL = ("CREATE INDEX record_shape_gist ON record USING gist (coalesce(boundary, position))",)


def index_ddl(dialect_name: str) -> tuple[str, ...]:
    """The statements that make the spatial index, once, after the table `record`."""
    return SQLITE_INDEX_DDL if dialect_name == "sqlite" else POSTGRESQL_INDEX_DDL


def belongs_to_model(name: str | None) -> bool:
    """False for tables and indexes that live beside the model (spatial index, PostGIS's own tables)."""
    return not name or not (name.startswith(("record_rtree", "spatial_ref_sys")) or name.endswith("_gist"))
