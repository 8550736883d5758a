"""A chart as a picture for a page: the chart of the screen, without the caption of a download.

Title, finding and source stand around it in the pack, so they are not drawn again.
"""

import re
import struct
from collections.abc import Callable, Mapping

import altair as alt

from kpi_core.charts import CHARTS
from kpi_core.charts.render import bare, png, svg
from kpi_core.charts.theme import LIGHT
from kpi_core.packs.pieces import Picture
from kpi_core.present.series import TrendSeries

WIDTH = 580
"""Pixels across a page: its letters are then as large as those of a footnote."""

SCALE = 2
"""Dots of a PNG for each of those pixels: sharp when printed."""

_SIZE = re.compile(rb'<svg[^>]*?\swidth="([\d.]+)"[^>]*?\sheight="([\d.]+)"')


def trend(series: TrendSeries, output: str) -> Picture:
    """The trend of one indicator as ``png`` or ``svg``."""
    chart = CHARTS["trend"](series, LIGHT, description=series.finding)
    content, (width, height) = DRAWN[output](bare(chart, LIGHT, WIDTH))
    return Picture(content, f"{series.title}. {series.finding}", width, height)


Drawn = tuple[bytes, tuple[float, float]]


def _png(chart: alt.LayerChart) -> Drawn:
    content = png(chart, SCALE)
    width, height = struct.unpack(">II", content[16:24])
    return content, (width / SCALE, height / SCALE)


def _svg(chart: alt.LayerChart) -> Drawn:
    content = svg(chart)
    found = _SIZE.search(content)
    assert found is not None, "every picture that is drawn says its size"
    return content, (float(found[1]), float(found[2]))


DRAWN: Mapping[str, Callable[[alt.LayerChart], Drawn]] = {"png": _png, "svg": _svg}
