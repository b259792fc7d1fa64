"""The app for a WSGI server: `gunicorn wsgi:app`, `flask --app wsgi run`."""

import os
import sys

import geodata  # noqa: F401 - closes GDAL's dangerous drivers before anything can load them
from portal.app import create_app
from portal.config import load_settings
from portal.errors import SettingsError

try:
    app = create_app(load_settings(os.environ))
except SettingsError as error:
    sys.exit(str(error))
