"""Building everything from a configuration, and taking it down again in order: the only place that wires the layers."""

from bot.app.building import App, index_is_current, open_app
from bot.app.meaning import read_meaning
from bot.app.stopping import until_stopped
from bot.app.texts import Texts, Told, catalog_for, configured_paths, limits_of, open_texts, shipped_catalog

__all__ = [
    "App",
    "Texts",
    "Told",
    "catalog_for",
    "configured_paths",
    "index_is_current",
    "limits_of",
    "open_app",
    "open_texts",
    "read_meaning",
    "shipped_catalog",
    "until_stopped",
]
