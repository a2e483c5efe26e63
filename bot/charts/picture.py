"""From a block to a picture."""

from pathlib import Path

from bot.charts import bars, strip, trend
from bot.logs import get_logger
from bot.model import Bars, Strip, Trend

Chart = Bars | Trend | Strip

_FONTS = Path(__file__).with_name("fonts")
_SHARP = 2.0
"""Pixels for each unit: screens of telephones have two and more."""


_log = get_logger(__name__)


def svg(chart: Chart) -> str:
    """Draw a chart as SVG."""
    match chart:
        case Bars():
            return bars.draw(chart)
        case Trend():
            return trend.draw(chart)
        case Strip():
            return strip.draw(chart)


def png(chart: Chart) -> bytes | None:
    """Draw a chart as PNG, in 20 to 60 ms; call it on a thread. None where that fails: then its `alt` stands for it."""
    try:
        # Here, because a bot that draws nothing needs nothing of it.
        import resvg_py

        return bytes(
            resvg_py.svg_to_bytes(
                svg_string=svg(chart),
                skip_system_fonts=True,
                font_files=[str(file) for file in sorted(_FONTS.glob("*.ttf"))],
                font_family="Noto Sans",
                sans_serif_family="Noto Sans",
                zoom=_SHARP,
            )
        )
    except (ImportError, ValueError, RuntimeError, OSError) as error:
        _log.warning("a chart could not be drawn", kind=type(error).__name__)
        return None
