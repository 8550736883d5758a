"""A chart as a file: its format, and the size and theme that it is wanted in."""

from collections.abc import Callable
from dataclasses import dataclass

import altair as alt

from kpi_core.charts.render import framed, pdf, png, svg
from kpi_core.charts.sizes import PAGE, Size, fitted
from kpi_core.charts.theme import LIGHT, Palette
from kpi_core.present.caption import Caption

Draw = Callable[[Palette], tuple[alt.LayerChart, Caption]]


@dataclass(frozen=True)
class Look:
    """The size and the theme of a picture that is taken away."""

    size: Size = PAGE
    palette: Palette = LIGHT


def _png(chart: alt.VConcatChart, look: Look) -> bytes:
    return fitted(png(chart, look.size.scale), look.size, look.palette.page)


def _svg(chart: alt.VConcatChart, look: Look) -> bytes:
    del look  # it has no size of its own
    return svg(chart)


def _pdf(chart: alt.VConcatChart, look: Look) -> bytes:
    del look
    return pdf(chart)


PICTURES: dict[str, Callable[[alt.VConcatChart, Look], bytes]] = {
    "png": _png,
    "svg": _svg,
    "pdf": _pdf,
}

PICTURE_TYPES = {"png": "image/png", "svg": "image/svg+xml", "pdf": "application/pdf"}


def drawn(draw: Draw, output: str, look: Look) -> bytes:
    """The picture in a format, with its caption inside."""
    chart, caption = draw(look.palette)
    return PICTURES[output](framed(chart, caption, look.palette, look.size.inner), look)
