"""A chart as a picture for a board paper: the chart on screen with its caption around it."""

import re
from html import escape
from typing import Any, TypeAlias

import altair as alt
import vl_convert

from kpi_core.charts.data import inline
from kpi_core.charts.measure import wrap, wrap_evenly
from kpi_core.charts.sizes import PAGE
from kpi_core.charts.theme import LEFT, RIGHT, ROOM, Palette
from kpi_core.present.caption import Caption
from kpi_core.present.printable import printable

WIDTH = PAGE.inner
"""Width of an exported picture in pixels, before scaling, where no other is asked for."""

Picture: TypeAlias = alt.VConcatChart | alt.LayerChart
"""A chart that is ready to be drawn: framed, or bare."""

_PADDING = 24
_EDGE = 6
_TITLE = 19
_FINDING = 14
_FOOT = 12
_FOOT_LINE = 17
VEGA_LITE = ".".join(alt.SCHEMA_VERSION.lstrip("v").split(".")[:2])
"""The version that the chart was written for, as vl-convert names it."""


_SVG_TAG = re.compile(r"""<svg(?:[^>"]|"[^"]*")*>""")


def framed(
    chart: alt.LayerChart, caption: Caption, palette: Palette, width: int = WIDTH
) -> alt.VConcatChart:
    """Puts title and finding above a chart and its facts below it, folded so that all is shown.

    Args:
        chart: a chart of this package, just as it is on screen.
        caption: what the picture has to say about itself.
        palette: the theme that the chart was drawn with.
        width: of the whole picture in pixels, before scaling.
    """
    inside = width - 2 * _PADDING
    config = chart.config
    inner, left = _without_its_place(chart, inside)
    whole = alt.vconcat(inner, _foot(caption, palette, inside, left), spacing=18).properties(
        title=_title(caption, palette, inside),
        padding=_PADDING,
        description=inner.description,
        usermeta={"title": caption.title, "desc": caption.finding},
    )
    whole.params = [alt.VariableParameter(name=ROOM, value=inner.width)]
    whole.config = config.copy(deep=True)
    whole.config.background = palette.page
    return whole


def bare(chart: alt.LayerChart, palette: Palette, width: int) -> alt.LayerChart:
    """The chart alone, for a page that says around it what a caption would say.

    Args:
        chart: a chart of this package, just as it is on screen.
        palette: the theme that the chart was drawn with.
        width: of the whole picture, axis and labels included, in pixels before scaling.
    """
    config = chart.config
    inner, _ = _without_its_place(chart, width - 2 * _EDGE)
    inner = inner.properties(padding=_EDGE, usermeta={"desc": chart.description})
    inner.params = [alt.VariableParameter(name=ROOM, value=inner.width)]
    inner.config = config.copy(deep=True)
    inner.config.background = palette.page
    return inner


def _without_its_place(chart: alt.LayerChart, inside: int) -> tuple[alt.LayerChart, int]:
    """A copy of a number of pixels wide, no longer as wide as its place on a screen.

    Returns:
        The copy without its theme, and the pixels left of its plot.
    """
    inner = chart.copy(deep=False)
    outside = {} if inner.usermeta is alt.Undefined else inner.usermeta
    left, right = outside.get(LEFT, 0), outside.get(RIGHT, 0)
    inner.config = inner.usermeta = inner.autosize = inner.params = alt.Undefined
    return inner.properties(width=inside - left - right), left


def _title(caption: Caption, palette: Palette, width: int) -> alt.TitleParams:
    return alt.TitleParams(
        text=wrap_evenly(caption.title, width, _TITLE, bold=True),
        subtitle=wrap(caption.finding, width, _FINDING),
        anchor="start",
        align="left",
        frame="bounds",
        color=palette.ink,
        subtitleColor=palette.ink,
        fontSize=_TITLE,
        subtitleFontSize=_FINDING,
        subtitlePadding=6,
        offset=18,
        limit=0,
    )


def _foot(caption: Caption, palette: Palette, width: int, left: int) -> alt.Chart:
    """The caption's facts as text, starting ``left`` of the plot: below axis and title alike."""
    facts = caption.facts()
    lines = [
        line
        for label, text in facts.items()
        if label not in ("Title", "Finding")
        for line in wrap(f"{label}: {text}", width, _FOOT)
    ]
    data = inline({"text": line, "y": _FOOT_LINE * (at + 0.5)} for at, line in enumerate(lines))
    layer: alt.Chart = (
        alt.Chart(data)
        .mark_text(align="left", baseline="middle", fontSize=_FOOT, color=palette.muted)
        .encode(x=alt.value(-left), y=alt.Y("y:Q", scale=None, axis=None), text="text:N")
        .properties(width=width - left, height=_FOOT_LINE * len(lines))
    )
    return layer


def svg(chart: Picture) -> bytes:
    """The picture as SVG, in UTF-8; its words are text that can be searched and read aloud.

    Title and finding are named as such too, whole, since in the picture they are folded.
    """
    spec = _spec(chart)
    named = "".join(
        f"<{element}>{escape(text)}</{element}>" for element, text in spec["usermeta"].items()
    )
    drawn: str = vl_convert.vegalite_to_svg(spec, vl_version=VEGA_LITE)
    return _SVG_TAG.sub(lambda tag: tag[0] + named, drawn, count=1).encode()


def png(chart: Picture, scale: float = 2) -> bytes:
    """The picture as PNG, ``scale`` times as many pixels across as its width."""
    drawn: bytes = vl_convert.vegalite_to_png(_spec(chart), vl_version=VEGA_LITE, scale=scale)
    return drawn


def pdf(chart: Picture) -> bytes:
    """The picture as a PDF of one page, sharp at any size; its fonts are inside."""
    drawn: bytes = vl_convert.vegalite_to_pdf(_spec(chart), vl_version=VEGA_LITE)
    return drawn


def _spec(chart: Picture) -> dict[str, Any]:
    spec: dict[str, Any] = _printable(chart.to_dict())
    return spec


def _printable(part: Any) -> Any:
    """Replaces characters that XML forbids: one of them in a title would cost the whole picture."""
    if isinstance(part, str):
        return printable(part)
    if isinstance(part, dict):
        return {key: _printable(value) for key, value in part.items()}
    return [_printable(item) for item in part] if isinstance(part, list) else part
