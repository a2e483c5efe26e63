"""Charts: blocks of counting as SVG, as PNG, and as lines of characters. They know no platform, no store, no words."""

from bot.charts.characters import lines
from bot.charts.picture import Chart, png, svg

__all__ = ["Chart", "lines", "png", "svg"]
