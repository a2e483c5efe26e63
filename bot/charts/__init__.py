"""Charts as pictures: blocks of counting, drawn as SVG and as PNG. They know no platform, no store, and no words."""

from bot.charts.picture import Chart, png, svg

__all__ = ["Chart", "png", "svg"]
