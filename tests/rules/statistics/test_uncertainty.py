"""What chance can explain in one figure, and the figure against others by its interval (T1-T3)."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_core.rules.statistics import uncertainty as module
from kpi_core.rules.statistics.against import Against, compared, goal
from kpi_core.rules.statistics.cases import Cases, Measured, cases_of
from kpi_core.rules.statistics.refusals import Reason, Refusal
from kpi_core.rules.statistics.uncertainty import Uncertainty, rules, uncertainty
from kpi_core.vocabulary import GoalMark, IntervalMark, IntervalMethod, Polarity, Unit

HIGH, LOW, NEUTRAL = (
    Polarity.HIGHER_IS_BETTER,
    Polarity.LOWER_IS_BETTER,
    Polarity.NEUTRAL,
)


def measure(value: str, unit: Unit, *cases: int | None, decimals: int | None = 1) -> Measured:
    numbers = [None if number is None else Decimal(number) for number in cases]
    return Measured(Decimal(value), unit, decimals, *numbers)


def found(figure: Measured) -> Uncertainty:
    made = uncertainty(figure)
    assert isinstance(made, Uncertainty)
    return made


@pytest.mark.parametrize(
    ("figure", "near", "method"),
    [
        (measure("17.1", Unit.PERCENT, 49, 286), (13.2, 21.9), IntervalMethod.WILSON),
        (measure("15.9", Unit.PERCENT, 44, 276), (12.1, 20.7), IntervalMethod.WILSON),
        (measure("17.1", Unit.PERCENT, None, 286), (13.2, 21.9), IntervalMethod.WILSON),
        (measure("82", Unit.RATE_PER_10000, 584, 71565, decimals=0), (75.1, 88.5), "byar"),
        (measure("9", Unit.COUNT, decimals=0), (4.1, 17.1), IntervalMethod.EXACT),
        (measure("10", Unit.COUNT, decimals=0), (4.8, 18.4), IntervalMethod.BYAR),
        (measure("9.0", Unit.RATE_PER_1000, 9, 1000), (4.1, 17.1), IntervalMethod.EXACT),
        (measure("0", Unit.PERCENT, 0, 20, decimals=0), (0.0, 16.1), IntervalMethod.WILSON),
    ],
)
def test_T1_each_kind_of_figure_has_its_interval(
    figure: Measured, near: tuple[float, float], method: IntervalMethod
) -> None:
    made = found(figure)
    assert tuple(round(limit, 1) for limit in made.near) == near
    assert made.method == method


def test_T1_limits_as_printed_come_first_and_have_none_of_99_8_per_cent() -> None:
    limits = (Decimal(10), Decimal(25))
    figure = Measured(Decimal("17.1"), Unit.PERCENT, 1, Decimal(49), Decimal(286), *limits)
    made = found(figure)
    assert (made.near, made.far, made.method) == ((10.0, 25.0), None, IntervalMethod.PRINTED)
    assert made.cases == Cases(49, 286, 100, derived=False)


@pytest.mark.parametrize(
    ("figure", "reason"),
    [
        (measure("17.1", Unit.PERCENT), Reason.NO_DENOMINATOR),
        (measure("74.4", Unit.RATE_PER_10000), Reason.NO_DENOMINATOR),
        (measure("17.1", Unit.PERCENT, 49, None), Reason.NO_DENOMINATOR),
        (measure("17.1", Unit.PERCENT, None, 7), Reason.NO_WHOLE_CASES),
        (measure("-1.0", Unit.PERCENT, None, 100), Reason.NO_WHOLE_CASES),
        (measure("2.5", Unit.COUNT), Reason.NO_WHOLE_CASES),
        (measure("-2", Unit.COUNT), Reason.NO_WHOLE_CASES),
        (measure("104", Unit.PERCENT, 104, 100), Reason.BEYOND_WHOLE),
        (measure("20", Unit.DAYS, None, 31), Reason.NO_SPREAD),
        (measure("20", Unit.GBP), Reason.NO_SPREAD),
        (measure("20", Unit.UNKNOWN, 1, 5), Reason.NO_UNIT),
    ],
)
def test_T1_every_refusal_has_its_reason(figure: Measured, reason: Reason) -> None:
    made = uncertainty(figure)
    assert isinstance(made, Refusal)
    assert made.reason is reason
    assert made.sentence.startswith("No interval: ")


@given(st.integers(1, 5000), st.data())
def test_T1_an_interval_holds_its_share_and_the_wider_one_holds_it(
    whole: int, data: st.DataObject
) -> None:
    part = data.draw(st.integers(0, whole))
    value = Decimal(part) * 100 / whole
    made = found(Measured(value, Unit.PERCENT, None, Decimal(part), Decimal(whole)))
    assert made.far is not None
    assert 0 <= made.far[0] <= made.near[0] <= float(value) + 1e-9
    assert float(value) - 1e-9 <= made.near[1] <= made.far[1] <= 100 + 1e-9


@given(st.integers(0, 400), st.integers(1, 400), st.integers(2, 50))
def test_T1_more_cases_of_one_share_make_the_interval_narrower(
    part: int, more: int, times: int
) -> None:
    def width(by: int) -> float:
        figure = Measured(
            Decimal(part) * 100 / (part + more),
            Unit.PERCENT,
            None,
            Decimal(part * by),
            Decimal((part + more) * by),
        )
        lower, upper = found(figure).near
        return upper - lower

    assert width(times) < width(1)


@given(st.integers(0, 2000), st.integers(1, 100_000))
def test_T1_a_rate_is_scaled_with_what_it_is_per(count: int, people: int) -> None:
    def near(unit: Unit) -> tuple[float, float]:
        per = unit.per or 0
        value = Decimal(count) * per / people
        return found(Measured(value, unit, None, Decimal(count), Decimal(people))).near

    small, large = near(Unit.RATE_PER_1000), near(Unit.RATE_PER_100000)
    assert [100 * limit for limit in small] == pytest.approx(large)


@given(st.integers(1, 3000), st.data())
def test_the_cases_that_are_worked_out_are_those_that_were_rounded(
    whole: int, data: st.DataObject
) -> None:
    """Up to a thousand cases one decimal tells which number it was."""
    part = data.draw(st.integers(0, whole))
    value = round(Decimal(part) * 100 / whole, 1)
    made = cases_of(Measured(value, Unit.PERCENT, 1, None, Decimal(whole)))
    assert isinstance(made, Cases)
    assert made.derived
    assert abs(made.numerator - part) <= whole / 1000


AROUND = Uncertainty((13.2, 21.9), (11.3, 25.1), IntervalMethod.WILSON)


@pytest.mark.parametrize(
    ("level", "polarity", "near", "far"),
    [
        (13.2, LOW, IntervalMark.SIMILAR, IntervalMark.SIMILAR),
        (21.9, LOW, IntervalMark.SIMILAR, IntervalMark.SIMILAR),
        (22.0, LOW, IntervalMark.BETTER, IntervalMark.SIMILAR),
        (13.1, LOW, IntervalMark.WORSE, IntervalMark.SIMILAR),
        (25.2, LOW, IntervalMark.BETTER, IntervalMark.BETTER),
        (25.2, HIGH, IntervalMark.WORSE, IntervalMark.WORSE),
        (11.2, HIGH, IntervalMark.BETTER, IntervalMark.BETTER),
        (11.2, NEUTRAL, IntervalMark.HIGHER, IntervalMark.HIGHER),
        (25.2, Polarity.UNKNOWN, IntervalMark.LOWER, IntervalMark.LOWER),
    ],
)
def test_T2_a_comparator_inside_the_interval_is_similar(
    level: float, polarity: Polarity, near: IntervalMark, far: IntervalMark
) -> None:
    assert compared(AROUND, level, polarity) == Against(near, far)


def test_T2_printed_limits_say_nothing_at_99_8_per_cent() -> None:
    printed = Uncertainty((13.2, 21.9), None, IntervalMethod.PRINTED)
    assert compared(printed, 30, LOW) == Against(IntervalMark.BETTER, None)


@given(st.floats(0, 100), st.sampled_from([HIGH, LOW]))
def test_T2_the_other_way_of_good_turns_better_into_worse(level: float, way: Polarity) -> None:
    other = LOW if way is HIGH else HIGH
    turned = {IntervalMark.BETTER: IntervalMark.WORSE, IntervalMark.WORSE: IntervalMark.BETTER}
    near = compared(AROUND, level, way).near
    assert compared(AROUND, level, other).near is turned.get(near, near)


@pytest.mark.parametrize(
    ("target", "polarity", "mark"),
    [
        (16.0, LOW, GoalMark.MISSED_MAYBE),
        (17.1, LOW, GoalMark.MET_MAYBE),
        (17.1, HIGH, GoalMark.MET_MAYBE),
        (21.9, LOW, GoalMark.MET_MAYBE),
        (22.0, LOW, GoalMark.MET),
        (13.2, LOW, GoalMark.MISSED_MAYBE),
        (13.1, LOW, GoalMark.MISSED),
        (13.1, HIGH, GoalMark.MET),
        (22.0, HIGH, GoalMark.MISSED),
        (16.0, NEUTRAL, None),
    ],
)
def test_T3_a_target_inside_the_interval_may_be_met_or_missed_by_chance(
    target: float, polarity: Polarity, mark: GoalMark | None
) -> None:
    assert goal(17.1, AROUND, target, polarity) is mark


def test_T1_the_sentences_of_the_method_are_made_from_its_constants(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert "99.8% 3.09" in " ".join(rules())
    assert "from 10 cases on" in " ".join(rules())
    monkeypatch.setattr(module, "LEAST_COUNT", 12)
    monkeypatch.setattr(module, "Z_FAR", 2.5758)
    assert "from 12 cases on" in " ".join(rules())
    assert "99.8% 2.58" in " ".join(rules())
