"""Colours pass WCAG 2.2 contrast and stay apart for people who are colour-blind."""

from itertools import combinations
from typing import TypeAlias

import pytest

from kpi_core.charts.sparkline import ON_ANY_PAGE
from kpi_core.charts.theme import DARK, LIGHT, STATUS_SHAPES, Palette, shape
from kpi_core.vocabulary import Status

Triple: TypeAlias = tuple[float, float, float]

MARKS = (
    *("line", "target", "band_edge", "comparator", "red_edge", "amber_edge", "green_edge"),
    *("exceeded_edge", "not_rated", "better", "level", "worse", "muted"),
)
TEXTS = ("ink", "muted", "comparator", "better", "worse")

# Machado, Oliveira and Fernandes 2009, severity 1.0, for linear RGB
SIMULATIONS = {
    "full colour": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
}
TOLD_APART = 20.0
"""CIE 1976 difference; about 2.3 is just noticeable side by side."""

BOTH = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])


def linear(colour: str) -> Triple:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    r, g, b = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return r, g, b


def dot(a: Triple, b: Triple) -> float:
    return sum(x * y for x, y in zip(a, b, strict=True))


def contrast(one: str, other: str) -> float:
    weights = (0.2126, 0.7152, 0.0722)
    low, high = sorted(dot(weights, linear(colour)) for colour in (one, other))
    return (high + 0.05) / (low + 0.05)


def lab(rgb: Triple) -> Triple:
    x = dot((0.4124564, 0.3575761, 0.1804375), rgb) / 0.95047
    y = dot((0.2126729, 0.7151522, 0.0721750), rgb)
    z = dot((0.0193339, 0.1191920, 0.9503041), rgb) / 1.08883
    fx, fy, fz = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def seen(colour: str, kind: str) -> Triple:
    r, g, b = (min(1.0, max(0.0, dot(row, linear(colour)))) for row in SIMULATIONS[kind])
    return lab((r, g, b))


def difference(one: str, other: str, kind: str) -> float:
    pairs = zip(seen(one, kind), seen(other, kind), strict=True)
    return float(sum((a - b) ** 2 for a, b in pairs) ** 0.5)


def test_the_contrast_formula_agrees_with_the_known_ends() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@BOTH
@pytest.mark.parametrize("mark", MARKS)
def test_marks_have_three_to_one_against_the_page(palette: Palette, mark: str) -> None:
    assert contrast(getattr(palette, mark), palette.page) >= 3


@BOTH
@pytest.mark.parametrize("ground", ["page", "band", "gap"])
@pytest.mark.parametrize("text", TEXTS)
def test_text_has_four_and_a_half_to_one(palette: Palette, text: str, ground: str) -> None:
    assert contrast(getattr(palette, text), getattr(palette, ground)) >= 4.5


@BOTH
@pytest.mark.parametrize("kind", SIMULATIONS)
def test_R1_the_four_colours_of_a_status_stay_apart(palette: Palette, kind: str) -> None:
    colours = [palette.fill(status) for status in Status]
    assert min(difference(a, b, kind) for a, b in combinations(colours, 2)) >= TOLD_APART


def test_each_status_has_a_shape_of_its_own_and_a_gap_has_another() -> None:
    assert len({shape(status) for status in (*Status, "no_figure")}) == len(Status) + 1
    assert set(STATUS_SHAPES) == {*Status, "not_rated"}


@BOTH
def test_what_we_computed_is_hollow_and_so_is_not_rated(palette: Palette) -> None:
    assert palette.inside("red", declared=True) == palette.red
    assert palette.inside("red", declared=False) == palette.page
    assert palette.inside("not_rated", declared=True) == palette.page


@BOTH
def test_the_sparkline_is_clear_on_either_page(palette: Palette) -> None:
    assert contrast(ON_ANY_PAGE, palette.page) >= 3
