"""What would change a colour, in figures and in cases, and whether it could tip (T1, R6)."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_core.catalogue import StatusScheme
from kpi_core.rules.rating import Bands, Measure, changes, fragility, rate
from kpi_core.rules.rating.reach import nearest_whole
from kpi_core.rules.statistics.cases import Cases, Measured
from kpi_core.rules.statistics.uncertainty import Uncertainty, uncertainty
from kpi_core.vocabulary import Polarity, Status, Unit

FIVE = StatusScheme(amber_within=Decimal("0.05"))
LOW, HIGH = Polarity.LOWER_IS_BETTER, Polarity.HIGHER_IS_BETTER


def bands(value: str, target: str, measure: Measure) -> Bands:
    found = rate(Decimal(value), Decimal(target), measure, FIVE).bands
    assert found is not None
    return found


def told(
    value: str,
    target: str,
    polarity: Polarity = LOW,
    unit: Unit = Unit.PERCENT,
    cases: Cases | None = None,
) -> list[str]:
    measure = Measure(polarity, unit, 0 if unit is Unit.COUNT else 1)
    return list(changes(Decimal(value), bands(value, target, measure), measure, cases))


def test_every_other_colour_has_its_nearest_figure_better_ones_first() -> None:
    assert told("17.1", "16.0") == [
        "Amber at 16.8% or lower: 0.3 points lower.",
        "Green at 16% or lower: 1.1 points lower.",
    ]
    assert told("67.2", "70.0", HIGH) == [
        "Green at 70% or higher: 2.8 points higher.",
        "Red below 66.5%: 0.7 points lower.",
    ]
    assert told("16.0", "16.0") == [
        "Amber above 16%: the least bit higher.",
        "Red above 16.8%: 0.8 points higher.",
    ]


def test_counts_change_by_whole_ones() -> None:
    assert told("347", "348", HIGH, Unit.COUNT) == [
        "Green at 348 or more: 1 more.",
        "Red at 330 or fewer: 17 fewer.",
    ]
    assert told("11", "5", LOW, Unit.COUNT) == [
        "Amber: no whole number lies within its limits.",
        "Green at 5 or fewer: 6 fewer.",
    ]
    assert told("100", "100", LOW, Unit.COUNT) == [  # 100 is green and 105 is amber
        "Amber at 101 or more: 1 more.",
        "Red at 106 or more: 6 more.",
    ]
    assert told("5", "5", LOW, Unit.COUNT)[-1] == "Red at 6 or more: 1 more."


def test_known_cases_say_how_many_would_do() -> None:
    fewer = "fewer of 286 cases"
    of_286 = Cases(49, 286, 100, derived=False)
    assert told("17.1", "16.0", cases=of_286) == [
        f"Amber at 16.8% or lower: 0.3 points lower, which is 1 {fewer} (48 instead of 49).",
        f"Green at 16% or lower: 1.1 points lower, which is 4 {fewer} (45 instead of 49).",
    ]
    derived = told("17.1", "16.0", cases=Cases(49, 286, 100, derived=True))
    assert derived[0].endswith("about 1 fewer of 286 cases (48 instead of about 49).")
    assert told("50", "120", HIGH, cases=Cases(1, 2, 100, derived=False))[0].endswith(
        "which no number of cases out of 2 gives."
    )


@given(
    st.integers(0, 400),
    st.integers(1, 400),
    st.decimals(1, 99, places=1),
    st.sampled_from([LOW, HIGH]),
)
def test_the_cases_named_are_the_fewest_that_change_the_colour(
    of: int, more: int, target: Decimal, polarity: Polarity
) -> None:
    """Counted up or down one by one, the first case that changes the colour is the one named."""
    whole = of + more
    value = Decimal(of) * 100 / whole
    measure = Measure(polarity, Unit.PERCENT, 1)
    found = rate(value, target, measure, FIVE)
    assert found.bands is not None
    said = changes(value, found.bands, measure, Cases(of, whole, 100, derived=False))
    for status in found.bands.statuses:
        if status is found.status or found.bands.at(value).holds(value) is False:
            continue
        reached = [
            other
            for other in range(whole + 1)
            if rate(Decimal(other) * 100 / whole, target, measure, FIVE).status is status
        ]
        line = next(text for text in said if text.startswith(status.word))
        if not reached:
            continue  # no whole number of cases lies in that band
        nearest = min(reached, key=lambda other: abs(other - of))
        if "instead of" in line:
            assert f"({nearest:,} instead of" in line


@pytest.mark.parametrize(
    ("number", "more", "including", "whole"),
    [("5", True, True, 5), ("5", True, False, 6), ("4.2", True, False, 5), ("5", False, False, 4)],
)
def test_the_nearest_whole_number_beyond_a_limit(
    number: str, more: bool, including: bool, whole: int
) -> None:
    from fractions import Fraction

    assert nearest_whole(Fraction(number), more=more, including=including) == whole


@pytest.mark.parametrize(
    ("value", "fragile"),
    [
        ("66.5", True),  # the limit itself: anything from 66.45 to 66.55
        ("66.6", False),
        ("66.54", False),
        ("66.55", False),
        ("67", False),  # 66.5 belongs to amber, and what rounds to 67 begins there
        ("66", True),
        ("68", False),
        ("70", True),
        ("70.0", True),
        ("70.1", False),
    ],
)
def test_R6_a_colour_could_tip_within_rounding_of_a_limit(value: str, fragile: bool) -> None:
    measure = Measure(HIGH, Unit.PERCENT, 1)
    found = fragility(Decimal(value), bands(value, "70.0", measure), measure)
    assert found.fragile is fragile
    assert found.reason.endswith(".")


def test_a_limit_that_is_only_touched_from_the_better_side_is_firm() -> None:
    measure = Measure(LOW, Unit.PERCENT, 0)
    assert fragility(Decimal(15), bands("15", "15.5", measure), measure).fragile is False
    assert fragility(Decimal(16), bands("16", "15.5", measure), measure).fragile is True


def test_counts_are_exact_and_do_not_tip_by_rounding() -> None:
    measure = Measure(HIGH, Unit.COUNT, 0)
    assert fragility(Decimal(348), bands("348", "348", measure), measure).fragile is False


def chance(value: str, of: int, whole: int) -> Uncertainty:
    figure = Measured(Decimal(value), Unit.PERCENT, 1, Decimal(of), Decimal(whole))
    found = uncertainty(figure)
    assert isinstance(found, Uncertainty)
    return found


def test_T1_a_colour_could_tip_by_chance_where_the_cases_are_known() -> None:
    measure = Measure(LOW, Unit.PERCENT, 1)
    known = bands("17.1", "16.0", measure)
    assert fragility(Decimal("17.1"), known, measure).fragile is False
    found = fragility(Decimal("17.1"), known, measure, chance("17.1", 49, 286))
    assert found.reason == (
        "Out of 286 cases, chance alone explains anything from 13.2% to 21.9%, which is red, amber "
        "or green."
    )
    firm = fragility(Decimal("17.1"), known, measure, chance("17.1", 49_000, 286_000))
    assert (firm.fragile, firm.reason) == (
        False,
        "Neither rounding nor chance would give it another colour.",
    )


def test_without_a_colour_nothing_tips() -> None:
    measure = Measure(LOW, Unit.PERCENT, 1)
    assert fragility(None, None, measure).fragile is None
    assert fragility(Decimal(3), None, measure).fragile is None
    assert Status.RED.rank < Status.AMBER.rank < Status.GREEN.rank < Status.EXCEEDED.rank
