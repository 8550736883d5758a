"""Similar or not: by interval where there is one (T2), else by usual spread (Q3), or refused."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kpi_core.rules.standing import Spread, likeness, spread
from kpi_core.rules.standing.spread import LEAST_FIGURES, SCALE
from kpi_core.rules.statistics.cases import Measured
from kpi_core.vocabulary import LikenessBasis, Polarity, Unit

HIGH, LOW, NEUTRAL = Polarity.HIGHER_IS_BETTER, Polarity.LOWER_IS_BETTER, Polarity.NEUTRAL

FOUR = Spread(Fraction(4), 150)
NO_SPREAD = Spread(None, 3, "No usual spread: too few.")

figures = st.lists(st.decimals(0, 100, places=1), min_size=LEAST_FIGURES, max_size=40)


def percent(value: str, **more: Decimal) -> Measured:
    return Measured(Decimal(value), Unit.PERCENT, 1, **more)


def of_cases(above: int, below: int) -> Measured:
    value = Decimal(100) * above / below
    return Measured(value, Unit.PERCENT, 1, Decimal(above), Decimal(below))


@pytest.mark.parametrize(
    ("values", "size"),
    [
        ([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 2.5 * 1.4826),
        ([1, 1, 1, 1, 1, 9, 9, 9, 9, 9], 4 * 1.4826),
    ],
)
def test_Q3_the_spread_is_the_scaled_median_absolute_deviation(
    values: list[int], size: float
) -> None:
    found = spread(map(Decimal, values))
    assert found.size is not None
    assert float(found.size) == pytest.approx(size)
    assert found.count == len(values)


def test_Q3_equal_figures_have_no_usual_spread() -> None:
    found = spread([Decimal(5)] * 6 + [Decimal(9)] * 5)
    assert found.size is None
    assert found.reason == (
        "No usual spread: at least half of the councils have the very same figure."
    )


@pytest.mark.parametrize(("count", "known"), [(LEAST_FIGURES - 1, False), (LEAST_FIGURES, True)])
def test_Q3_too_few_figures_have_no_usual_spread(count: int, known: bool) -> None:
    found = spread([*map(Decimal, range(count)), None, None])
    assert (found.size is not None) is known
    assert found.count == count
    assert (found.reason is None) is known


@pytest.mark.parametrize(
    ("value", "polarity", "mark"),
    [
        ("24.0", LOW, "similar"),  # exactly one spread away
        ("24.1", LOW, "worse"),
        ("24.1", HIGH, "better"),
        ("24.1", NEUTRAL, "higher"),
        ("16.0", LOW, "similar"),
        ("15.9", LOW, "better"),
        ("15.9", HIGH, "worse"),
        ("15.9", NEUTRAL, "lower"),
        ("20.0", LOW, "similar"),
    ],
)
def test_Q3_P4_by_the_usual_spread(value: str, polarity: Polarity, mark: str) -> None:
    found = likeness(percent(value), Decimal(20), polarity, FOUR)
    assert (found.mark, found.basis) == (mark, LikenessBasis.SPREAD)


@pytest.mark.parametrize(
    ("other", "polarity", "mark"),
    [
        ("21.9", LOW, "similar"),  # 49 of 286 reach from 13.2 to 21.9
        ("22.0", LOW, "better"),
        ("13.2", LOW, "worse"),
        ("13.3", LOW, "similar"),
        ("22.0", HIGH, "worse"),
        ("22.0", NEUTRAL, "lower"),
        ("13.1", NEUTRAL, "higher"),
    ],
)
def test_T2_P4_by_the_interval_whatever_the_spread(
    other: str, polarity: Polarity, mark: str
) -> None:
    for usual in (FOUR, NO_SPREAD):
        found = likeness(of_cases(49, 286), Decimal(other), polarity, usual)
        assert (found.mark, found.basis) == (mark, LikenessBasis.INTERVAL)


def test_T2_limits_of_the_release_are_used_as_they_are_and_belong_to_the_interval() -> None:
    own = percent("17.1", lower=Decimal("15.0"), upper=Decimal("19.0"))
    similar = likeness(own, Decimal("19.0"), LOW, FOUR)
    assert similar.mark == "similar"
    assert "15.0% to 19.0% (as published), which holds 19.0%." in similar.sentence
    assert likeness(own, Decimal("19.1"), LOW, FOUR).mark == "better"


def test_T2_the_interval_of_99_8_per_cent_may_hold_what_that_of_95_does_not() -> None:
    found = likeness(of_cases(49, 286), Decimal("22.0"), LOW, FOUR)
    assert (found.mark, found.far) == ("better", "similar")
    assert likeness(of_cases(49, 286), Decimal("30.0"), LOW, FOUR).far == "better"
    assert likeness(percent("30.0"), Decimal("20.0"), LOW, FOUR).far is None


def test_sentences_hold_the_arithmetic() -> None:
    assert likeness(of_cases(49, 286), Decimal("21.9"), LOW, FOUR).sentence == (
        "Similar: the 95% interval of 17.1% reaches from 13.2% to 21.9% (Wilson's interval of a "
        "proportion, 49 of 286), which holds 21.9%."
    )
    assert likeness(percent("15.9"), Decimal(20), LOW, FOUR).sentence == (
        "Better: 15.9% is 4.1 points below 20.0%, more than the usual spread of 150 councils, "
        "4.0 points. No interval: it is not known how many cases the percentage is out of."
    )
    assert likeness(percent("20"), Decimal(20), LOW, FOUR).sentence.startswith(
        "Similar: 20.0% equals 20.0%, no more than"
    )


def test_R6_what_differs_does_not_look_the_same() -> None:
    assert "13.21% to 21.93% (" in likeness(of_cases(49, 286), Decimal("13.2"), LOW, FOUR).sentence
    wide = Spread(Fraction("4.11"), 150)
    assert likeness(percent("24.13"), Decimal(20), LOW, wide).sentence.startswith(
        "Worse: 24.1% is 4.13 points above 20.0%, more than the usual spread of 150 councils, 4.11"
    )


def test_R6_two_figures_that_differ_do_not_look_the_same_either() -> None:
    said = likeness(percent("4.4"), Decimal("4.39"), LOW, FOUR).sentence
    assert said.startswith("Similar: 4.40% is 0.01 points above 4.39%, no more than the usual")


@pytest.mark.parametrize(
    ("own", "other", "usual", "why"),
    [
        (None, Decimal(20), FOUR, "Not compared: there is no figure of the council."),
        (percent("20"), None, FOUR, "Not compared: there is no figure to hold it against."),
        (
            Measured(Decimal(347), Unit.COUNT),
            Decimal(300),
            FOUR,
            "Not compared: a total depends on how large the area is.",
        ),
        (
            percent("20"),
            Decimal(25),
            NO_SPREAD,
            (
                "Not compared. No interval: it is not known how many cases the percentage is out "
                "of. No usual spread: too few."
            ),
        ),
    ],
)
def test_what_cannot_be_compared_has_a_reason(
    own: Measured | None, other: Decimal | None, usual: Spread, why: str
) -> None:
    found = likeness(own, other, LOW, usual)
    assert (found.mark, found.basis, found.sentence) == (None, None, why)


@given(figures)
def test_half_of_the_figures_lie_within_the_unscaled_spread_of_the_middle(
    values: list[Decimal],
) -> None:
    found = spread(values)
    assume(found.size is not None)
    assert found.size is not None
    middle = sorted(values)[len(values) // 2] if len(values) % 2 else None
    assume(middle is not None)
    assert middle is not None
    near = sum(abs(Fraction(v) - Fraction(middle)) * SCALE <= found.size for v in values)
    assert 2 * near > len(values)


@given(st.decimals(0, 100, places=1), st.decimals(0, 100, places=1))
def test_a_flipped_polarity_turns_better_into_worse(own: Decimal, other: Decimal) -> None:
    turned = {"better": "worse", "worse": "better", "similar": "similar"}
    high = likeness(percent(str(own)), other, HIGH, FOUR).mark
    low = likeness(percent(str(own)), other, LOW, FOUR).mark
    assert high is not None
    assert low == turned[high]
