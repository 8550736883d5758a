"""Targets: what can be rated by number, what cannot and why (R4)."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_core.cells import Problem
from kpi_core.cells.bounds import Bound
from kpi_core.cells.targets import Target, TargetKind, parse_target
from kpi_core.vocabulary import Missing, Polarity, Unit


def target(text: str) -> Target:
    read = parse_target(text)
    assert isinstance(read, Target), read
    assert read.raw == text
    return read


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("85%", "85", Unit.PERCENT),
        ("0", "0", Unit.UNKNOWN),
        ("£1.1m", "1100000", Unit.GBP),
        ("1 day", "1", Unit.DAYS),
        ("73.0", "73.0", Unit.UNKNOWN),
        ("4 minutes (Quarterly target)", str(Decimal(4) / 60), Unit.HOURS),
        ("95% (prov)", "95", Unit.PERCENT),
    ],
)
def test_R4_a_figure(text: str, value: str, unit: Unit) -> None:
    read = target(text)
    assert (read.kind, read.unit, read.polarity) == (TargetKind.FIGURE, unit, Polarity.UNKNOWN)
    assert read.figure is not None
    assert str(read.figure.value) == value
    assert read.reason is None


@pytest.mark.parametrize(
    ("text", "value", "bound", "polarity"),
    [
        ("≥70%", 70, Bound.AT_LEAST, Polarity.HIGHER_IS_BETTER),
        ("at least 70%", 70, Bound.AT_LEAST, Polarity.HIGHER_IS_BETTER),
        ("=/> 101%", 101, Bound.AT_LEAST, Polarity.HIGHER_IS_BETTER),
        ("Greater than 50%", 50, Bound.MORE_THAN, Polarity.HIGHER_IS_BETTER),
        ("<21%", 21, Bound.LESS_THAN, Polarity.LOWER_IS_BETTER),
        ("≤3%", 3, Bound.AT_MOST, Polarity.LOWER_IS_BETTER),
        ("under 5 days", 5, Bound.LESS_THAN, Polarity.LOWER_IS_BETTER),
        ("5 days or less", 5, Bound.AT_MOST, Polarity.LOWER_IS_BETTER),
    ],
)
def test_R4_a_bound_is_a_figure_that_says_which_way_is_good(
    text: str, value: int, bound: Bound, polarity: Polarity
) -> None:
    read = target(text)
    assert read.figure is not None
    assert (read.kind, read.figure.value, read.bound) == (TargetKind.BOUND, value, bound)
    assert (read.figure.bound, read.figure.limit) == (None, None)
    assert (read.polarity, read.reason) == (polarity, None)


@pytest.mark.parametrize(
    ("text", "lower", "upper", "unit"),
    [
        ("10-15%", 10, 15, Unit.PERCENT),
        ("10–15%", 10, 15, Unit.PERCENT),
        ("10% to 15%", 10, 15, Unit.PERCENT),
        ("between 10 and 15", 10, 15, Unit.UNKNOWN),
        ("2-3 weeks", 2, 3, Unit.WEEKS),
        ("£1.5m - £2m", 1_500_000, 2_000_000, Unit.GBP),
        ("100% ±5%", 95, 105, Unit.PERCENT),
        ("80% +/- 5", 75, 85, Unit.PERCENT),
    ],
)
def test_R4_a_range_is_best_met_inside(text: str, lower: int, upper: int, unit: Unit) -> None:
    read = target(text)
    assert (read.kind, read.lower, read.upper, read.unit) == (TargetKind.RANGE, lower, upper, unit)
    assert read.polarity is Polarity.TARGET_IS_BEST
    assert read.figure is None or (read.figure.raw, read.figure.value) == (
        text,
        (lower + upper) / 2,
    )


@pytest.mark.parametrize("text", ["31/03/2020", "31 March 2020", "March 2020", "by end March 2020"])
def test_R4_a_day(text: str) -> None:
    read = target(text)
    assert (read.kind, read.due) == (TargetKind.DATE, date(2020, 3, 31))
    assert read.reason == "the target is a day, 31 March 2020"


def test_R4_yes_or_no() -> None:
    assert [target(text).answer for text in ("Yes", "no")] == [True, False]
    assert target("Yes").kind is TargetKind.YES_NO


@pytest.mark.parametrize(
    "text",
    [
        *("Top quartile", "Approved strategy", "excellent", "Reduce by 10%", "Top 25%"),
        *("Less than 2018/19", "Better than England average (20%)"),
    ],
)
def test_R4_words_keep_their_text_and_say_why_they_are_not_rated(text: str) -> None:
    read = target(text)
    assert (read.kind, read.figure) == (TargetKind.WORDS, None)
    assert read.reason == f"the target is in words: '{text}'"


@pytest.mark.parametrize(
    "text",
    [
        *("No target", "No target set", "Baseline year", "Baseline", "Monitor only", "Trend only"),
        *("Contextual", "For information only", "Data only", "none", "Establish baseline"),
    ],
)
def test_R4_no_target_is_a_kind_of_its_own(text: str) -> None:
    read = target(text)
    assert (read.kind, read.missing) == (TargetKind.NONE, None)
    assert read.reason == f"'{text}' sets no target"


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("", Missing.BLANK),
        ("-", Missing.DASH),
        ("N/A", Missing.NOT_AVAILABLE),
        ("TBC", Missing.AWAITED),
        ("TBC (annual)", Missing.AWAITED),
    ],
)
def test_M1_a_target_that_is_missing_has_its_reason(text: str, missing: Missing) -> None:
    read = target(text)
    assert (read.kind, read.missing) == (TargetKind.NONE, missing)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("12..3%", "is not a number"),
        ("2019/20", "is not a number"),
        ("15-10", "its second figure is not above its first"),
        ("10-10", "its second figure is not above its first"),
        ("2019-20", "its second figure is not above its first"),
        ("±5%", "is a tolerance without the figure"),
        ("64 ±5%", "what its tolerance is a percentage of"),
        ("6/10/2014", "can be read in two ways"),
        ("5% - 10 days", "is"),
        ("x" * 400, "too long"),
    ],
)
def test_R4_no_target_is_guessed(text: str, reason: str) -> None:
    problem = parse_target(text)
    assert isinstance(problem, Problem), problem
    assert reason in problem.reason


@given(st.decimals(0, 9999, places=1), st.decimals("0.1", 99, places=1))
def test_a_printed_range_reads_back(low: Decimal, width: Decimal) -> None:
    read = target(f"{low}% to {low + width}%")
    assert (read.lower, read.upper) == (low, low + width)


crumbs = st.lists(
    st.sampled_from(
        [
            "5",
            "10",
            "%",
            "-",
            " to ",
            "±",
            "≥",
            "at least ",
            "days",
            "between ",
            " and ",
            "£",
            "March",
        ]
    ),
    max_size=8,
)


@given(st.text() | crumbs.map("".join))
def test_any_text_is_a_target_with_a_number_or_a_reason_or_a_problem(text: str) -> None:
    read = parse_target(text)
    if isinstance(read, Problem):
        assert read.reason
        return
    numbers = (TargetKind.FIGURE, TargetKind.BOUND, TargetKind.RANGE)
    assert (read.reason is None) is (read.kind in numbers)
    assert (read.lower is None) is (read.upper is None) is (read.kind is not TargetKind.RANGE)
    if read.kind in (TargetKind.FIGURE, TargetKind.BOUND):
        assert read.figure is not None
        assert read.figure.value is not None
