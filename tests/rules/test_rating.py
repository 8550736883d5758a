"""Status against target, at the boundaries of the band (R2, R3, R6)."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_core.catalogue import StatusScheme
from kpi_core.rules.rating import Measure, rate
from kpi_core.vocabulary import Polarity, Status, Unit

HIGH, LOW = Polarity.HIGHER_IS_BETTER, Polarity.LOWER_IS_BETTER
FIVE = StatusScheme(amber_within=Decimal("0.05"))


def measure(polarity: Polarity, unit: Unit = Unit.PERCENT, decimals: int | None = 1) -> Measure:
    return Measure(polarity, unit, decimals)


def worst_amber(target: Decimal, polarity: Polarity) -> Decimal:
    return target - polarity.sign * abs(target) / 20


@pytest.mark.parametrize(
    ("polarity", "value", "target", "status"),
    [
        (HIGH, "80", "80", "green"),
        (HIGH, "80.0001", "80", "green"),
        (HIGH, "79.9999", "80", "amber"),
        (HIGH, "76", "80", "amber"),  # exactly 5% short
        (HIGH, "75.9999", "80", "red"),
        (HIGH, "0", "80", "red"),
        (LOW, "80", "80", "green"),
        (LOW, "79", "80", "green"),
        (LOW, "80.0001", "80", "amber"),
        (LOW, "84", "80", "amber"),
        (LOW, "84.0001", "80", "red"),
        (LOW, "0", "80", "green"),
        # a third of three has no exact quotient: products decide
        (HIGH, "2.85", "3", "amber"),
        (HIGH, "2.8499999999999999999999999999", "3", "red"),
        # floating point would put 0.285 beyond 5% of 0.3
        (HIGH, "0.285", "0.3", "amber"),
        (LOW, "0.315", "0.3", "amber"),
        # a negative target: the band is a share of its size
        (HIGH, "-100", "-100", "green"),
        (HIGH, "-105", "-100", "amber"),
        (HIGH, "-105.1", "-100", "red"),
        (HIGH, "-95", "-100", "green"),
        (LOW, "-95", "-100", "amber"),
        (LOW, "-94.9", "-100", "red"),
        # the report's own rows at either side of the band
        (HIGH, "67.2", "70.0", "amber"),
        (LOW, "17.1", "16.0", "red"),
    ],
)
def test_R2_the_band_includes_exactly_five_per_cent(
    polarity: Polarity, value: str, target: str, status: str
) -> None:
    assert rate(Decimal(value), Decimal(target), measure(polarity), FIVE).status == status


@pytest.mark.parametrize(
    ("within", "status"), [("0.04", "amber"), ("0.0399", "red"), ("0", "red"), ("0.9", "amber")]
)
def test_the_band_is_the_schemes(within: str, status: str) -> None:
    scheme = StatusScheme(amber_within=Decimal(within))
    assert rate(Decimal(96), Decimal(100), measure(HIGH), scheme).status == status


@pytest.mark.parametrize(
    ("value", "target", "polarity", "reason"),
    [
        (None, "80", HIGH, "Not rated: there is no figure for this period."),
        ("80", None, HIGH, "Not rated: 80.0%, and no target is known."),
        ("80", "0", HIGH, "Not rated: the target is 0.0%, and a band of 5% of nothing has no"),
        ("80", "70", Polarity.UNKNOWN, "Not rated: it is not known which way is good"),
        ("80", "70", Polarity.NEUTRAL, "Not rated: it is not known which way is good"),
    ],
)
def test_R3_R4_what_cannot_be_rated_says_why(
    value: str | None, target: str | None, polarity: Polarity, reason: str
) -> None:
    rating = rate(
        None if value is None else Decimal(value),
        None if target is None else Decimal(target),
        measure(polarity),
        FIVE,
    )
    assert rating.status is None
    assert rating.reason.startswith(reason)
    assert rating.gap_relative is None


def test_R3_a_target_of_0_still_has_its_gap_in_native_units() -> None:
    rating = rate(Decimal(3), Decimal(0), measure(LOW, Unit.COUNT, 0), FIVE)
    assert (rating.status, rating.gap) == (None, -3)


@pytest.mark.parametrize(("polarity", "sign"), [(HIGH, -1), (LOW, 1)])
def test_the_gap_is_positive_when_better(polarity: Polarity, sign: int) -> None:
    rating = rate(Decimal(60), Decimal(80), measure(polarity), FIVE)
    assert (rating.gap, rating.gap_relative) == (sign * 20, sign * Decimal("0.25"))


def test_R2_the_relative_gap_is_a_share_of_the_targets_size() -> None:
    rating = rate(Decimal(-105), Decimal(-100), measure(HIGH), FIVE)
    assert (rating.gap, rating.gap_relative) == (-5, Decimal("-0.05"))


def test_the_reason_holds_the_arithmetic() -> None:
    assert rate(Decimal("17.10"), Decimal("16.0"), measure(LOW), FIVE).reason == (
        "17.1% against a target of 16.0% or lower: 1.1 points worse, 6.88% of the target. "
        "Green is 16% or lower, amber is within 5% of the target (up to 16.8%), "
        "so this is red, 0.3 points from amber."
    )
    assert rate(Decimal(347), Decimal(348), measure(HIGH, Unit.COUNT, 0), FIVE).reason == (
        "347 against a target of 348 or higher: 1 worse, 0.29% of the target. "
        "Green is 348 or higher, amber is within 5% of the target (down to 330.6), "
        "so this is amber, 1 from green."
    )
    assert rate(Decimal(16), Decimal(16), measure(LOW), FIVE).reason.startswith(
        "16.0% against a target of 16.0% or lower: exactly on target."
    )


numbers = st.decimals(-1000, 1000, places=2)


@given(numbers, numbers.filter(bool), st.sampled_from([HIGH, LOW]))
def test_every_reason_names_the_figures_and_the_status(
    value: Decimal, target: Decimal, polarity: Polarity
) -> None:
    how = measure(polarity, Unit.COUNT, 2)
    rating = rate(value, target, how, FIVE)
    assert rating.status is not None
    assert rating.reason.startswith(f"{how.figure(value)} against a target of {how.figure(target)}")
    assert how.exact(worst_amber(target, polarity)) in rating.reason
    assert re.search(rf"so this is {rating.status}[.,]", rating.reason)


@given(numbers, numbers.filter(bool), st.sampled_from([HIGH, LOW]))
def test_the_amber_limit_is_amber_and_what_is_worse_is_red(
    step: Decimal, target: Decimal, polarity: Polarity
) -> None:
    limit = worst_amber(target, polarity)
    assert rate(limit, target, measure(polarity), FIVE).status is Status.AMBER
    worse = limit - polarity.sign * (abs(step) + Decimal("0.0001"))
    assert rate(worse, target, measure(polarity), FIVE).status is Status.RED


@given(numbers, numbers, st.sampled_from([HIGH, LOW]))
def test_better_figures_never_get_a_worse_status(
    value: Decimal, step: Decimal, polarity: Polarity
) -> None:
    order = [Status.RED, Status.AMBER, Status.GREEN]
    better = value + polarity.sign * abs(step)
    worse_status, better_status = (
        rate(figure, Decimal(50), measure(polarity), FIVE).status for figure in (value, better)
    )
    assert worse_status is not None
    assert better_status is not None
    assert order.index(worse_status) <= order.index(better_status)
