"""Quarters and fifths of figures, by two methods, and the part that a figure falls in (Q1, Q2)."""

from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_core.rules.standing import LINEAR, METHODS, TILES, Method, bands
from kpi_core.rules.standing.bands import FIFTHS
from kpi_core.vocabulary import Polarity, QuartileBand

HIGH, LOW = Polarity.HIGHER_IS_BETTER, Polarity.LOWER_IS_BETTER

many_figures = st.lists(st.decimals(-99, 99, places=2), min_size=4, max_size=60)


def of(text: str) -> list[Decimal]:
    return [Decimal(t) for t in text.split()]


@pytest.mark.parametrize(
    ("figures", "method", "bounds"),
    [
        ("1 2 3 4", LINEAR, "1.75 2.5 3.25"),
        ("1 2 3 4", TILES, "1 2 3"),
        ("4 3 2 1", LINEAR, "1.75 2.5 3.25"),
        ("1 2 3 4 5", LINEAR, "2 3 4"),
        ("1 2 3 4 5", TILES, "2 3 4"),
        ("10 20 30 40 50 60", LINEAR, "22.5 35 47.5"),
        ("10 20 30 40 50 60", TILES, "20 40 50"),
        ("10 20 30 40 50 60 70", TILES, "20 40 60"),
        ("5 5 5 5", LINEAR, "5 5 5"),
        ("5 5 5 5 9", TILES, "5 5 5"),
    ],
)
def test_Q1_Q2_bounds(figures: str, method: Method, bounds: str) -> None:
    assert bands(of(figures), method=method).bounds == tuple(map(Fraction, bounds.split()))


@pytest.mark.parametrize(
    ("value", "high", "low"),
    [
        ("-5", "d", "a"),
        ("2", "d", "a"),  # on the first bound: the part below it
        ("2.01", "c", "b"),
        ("3", "c", "b"),
        ("3.01", "b", "c"),
        ("4", "b", "c"),
        ("4.01", "a", "d"),
        ("99", "a", "d"),
    ],
)
def test_Q1_the_part_is_that_of_the_first_bound_at_or_above_the_figure(
    value: str, high: str, low: str
) -> None:
    found = bands(of("1 2 3 4 5"))
    assert found.bounds == (2, 3, 4)
    assert found.quarter_of(Decimal(value), HIGH) == high
    assert found.quarter_of(Decimal(value), LOW) == low
    assert found.quarter_of(Decimal(value), Polarity.NEUTRAL) == low


def test_Q1_fewer_than_four_figures_have_no_quarters_but_a_reason() -> None:
    found = bands([*of("1 2 3"), None])
    assert found.bounds == ()
    assert found.count == 3
    assert found.quarter_of(Decimal(2), HIGH) is None
    assert found.best_bound(HIGH) is None
    assert found.reason == (
        "Not compared: quarters need at least four figures, and there are three figures."
    )
    assert bands(of("1 2 3 4")).reason is None


def test_Q2_fewer_than_five_figures_have_no_fifths() -> None:
    assert bands(of("1 2 3 4"), FIFTHS).reason == (
        "Not compared: fifths need at least five figures, and there are four figures."
    )
    assert bands(of("1 2 3 4 5"), FIFTHS).bounds == tuple(map(Fraction, of("1.8 2.6 3.4 4.2")))
    assert bands(of("1 2 3 4 5"), FIFTHS).place_of(Decimal("4.2"), HIGH) == 1


def test_one_figure_is_said_in_the_singular() -> None:
    assert str(bands(of("1")).reason).endswith("and there is one figure.")


def test_the_best_part_begins_at_the_bound_on_the_good_side() -> None:
    found = bands(of("1 2 3 4 5"))
    assert found.best_bound(HIGH) == 4
    assert found.best_bound(LOW) == 2
    assert found.best_bound(Polarity.NEUTRAL) is None


def test_methods_are_chosen_by_name_and_say_what_they_do() -> None:
    assert set(METHODS) == {"linear", "tiles"}
    assert all(METHODS[name].name == name for name in METHODS)
    assert len({method.sentence for method in METHODS.values()}) == len(METHODS)


@given(many_figures)
def test_Q1_bounds_are_those_of_numpys_linear_method(figures: list[Decimal]) -> None:
    theirs = np.quantile([float(figure) for figure in figures], [0.25, 0.5, 0.75])
    assert [float(bound) for bound in bands(figures).bounds] == pytest.approx(list(theirs))


@given(many_figures)
def test_Q2_bounds_are_the_greatest_of_each_tile(figures: list[Decimal]) -> None:
    tiles = np.array_split(sorted(figures), 4)
    assert bands(figures, method=TILES).bounds == tuple(Fraction(tile[-1]) for tile in tiles[:-1])


@given(many_figures, st.sampled_from(list(METHODS.values())), st.randoms())
def test_the_order_of_figures_does_not_matter(
    figures: list[Decimal], method: Method, random: object
) -> None:
    shuffled = list(figures)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert bands(shuffled, method=method) == bands(figures, method=method)


@given(many_figures, st.sampled_from(list(METHODS.values())))
def test_a_better_figure_is_never_in_a_worse_quarter(
    figures: list[Decimal], method: Method
) -> None:
    found = bands(figures, method=method)
    quarters = [found.quarter_of(figure, HIGH) for figure in sorted(figures)]
    assert quarters == sorted(quarters, key=str, reverse=True)


@given(many_figures, st.sampled_from(list(METHODS.values())))
def test_a_flipped_polarity_mirrors_the_quarters(figures: list[Decimal], method: Method) -> None:
    found = bands(figures, method=method)
    mirrored = dict(zip(QuartileBand, reversed(QuartileBand), strict=True))
    for figure in figures:
        low = found.quarter_of(figure, LOW)
        assert low is not None
        assert found.quarter_of(figure, HIGH) is mirrored[low]
