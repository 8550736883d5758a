"""A trend the size of a word: a small SVG picture for an ``<img>``, and the same in words.

One picture serves light and dark pages: its colour has at least 3:1 against both, because a
picture in an ``<img>`` can follow the system's theme but not the theme chosen in the app.
"""

import math
from base64 import b64encode
from collections.abc import Iterator, Sequence

ON_ANY_PAGE = "#3b7cb8"
"""4.4:1 on white, 4.3:1 on the dark page."""

WIDTH = 96
HEIGHT = 24
_MARGIN = 4.0
_FLOOR = HEIGHT - 2.0


def sparkline_uri(values: Sequence[float | None], colour: str = ON_ANY_PAGE) -> str:
    """A ``data:image/svg+xml`` address of the series, 96 by 24 pixels.

    A missing figure breaks the line and leaves a tick on the floor; the last figure is a dot.

    Args:
        values: figures in time order; None or NaN where there is none.
        colour: any CSS colour.
    """
    plain = [None if v is None or math.isnan(v) else v for v in values]
    parts = "".join(_parts(plain, colour))
    svg = (
        f"<svg xmlns='http://www.w3.org/2000/svg' width='{WIDTH}' height='{HEIGHT}' "
        f"viewBox='0 0 {WIDTH} {HEIGHT}' fill='none' stroke='{colour}' stroke-width='1.8' "
        f"stroke-linejoin='round' stroke-linecap='round'>{parts}</svg>"
    )
    return "data:image/svg+xml;base64," + b64encode(svg.encode()).decode()


def _parts(values: list[float | None], colour: str) -> Iterator[str]:
    """The elements of the picture: lines, lone points, ticks for gaps, and the last dot."""
    known = [value for value in values if value is not None]
    low, high = (min(known), max(known)) if known else (0.0, 0.0)
    step = (WIDTH - 2 * _MARGIN) / max(len(values) - 1, 1)
    last = max((at for at, value in enumerate(values) if value is not None), default=-1)
    run: list[str] = []
    for at, value in enumerate([*values, None]):
        x = _MARGIN + at * step
        if value is not None:
            share = (value - low) / (high - low) if high > low else 0.5
            y = _FLOOR - 4 - share * (_FLOOR - 4 - _MARGIN)
            run.append(f"{x:.1f} {y:.1f}")
            if at == last:
                yield f"<circle cx='{x:.1f}' cy='{y:.1f}' r='2.6' fill='{colour}'/>"
            continue
        if run:
            yield _run(run)
            run = []
        if at < len(values):
            yield f"<path d='M{x - 2:.1f} {_FLOOR}H{x + 2:.1f}'/>"


def sparkline_text(texts: Sequence[str], labels: Sequence[str]) -> str:
    """The series in words: "2019/20 Q1 15.3%, Q2 11.5%, Q3 left empty, Q4 17.1%".

    Args:
        texts: each figure as people read it, or how the gap was printed, in time order.
        labels: the period of each; a year is said once for the quarters in it.
    """
    said, parts = "", []
    for text, label in zip(texts, labels, strict=True):
        year, _, rest = label.rpartition(" ")
        name = rest if year and year == said else label
        said = year
        parts.append(f"{name} {text[:1].lower()}{text[1:]}")
    return ", ".join(parts)


def _run(run: list[str]) -> str:
    """Neighbouring figures as a line; a lone one as a dot that can be seen."""
    lone = " stroke-width='3.4'" if len(run) == 1 else ""
    return f"<path d='M{'L'.join(run * 2 if lone else run)}'{lone}/>"
