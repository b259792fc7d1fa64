"""The region as data, and the only code that reads it.

Importing this package closes GDAL's dangerous drivers. GDAL picks a driver from a file's content, so a
renamed virtual dataset could make it read other files of the server; the list works only while it stands
in the environment before GDAL is loaded. Nothing heavy is imported here.
"""

import os

GDAL_DRIVERS_REFUSED = (
    "OGR_VRT,GDALG,WFS,OAPIF,OGCAPI,CSW,OSM,HTTP,Carto,AmigoCloud,Elasticsearch,NGW,PLSCENES,EEDA,"
    "ADBC,PGDUMP,PDF,SQLite,MEM,ESRIJSON,TopoJSON,GPSBabel,VDV,GTFS,GeoRSS"
)

os.environ["OGR_SKIP"] = GDAL_DRIVERS_REFUSED
os.environ["GML_DOWNLOAD_SCHEMA"] = "NO"
