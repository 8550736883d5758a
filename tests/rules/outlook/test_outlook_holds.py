"""What holds for any figures, and that the method says what the constants do."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi_core.periods import Period
from kpi_core.rules.outlook import method, profile, spread
from kpi_core.rules.outlook.case import Case
from kpi_core.rules.outlook.found import Outlook, Spread
from kpi_core.rules.outlook.known import Known
from kpi_core.rules.outlook.level import level
from kpi_core.rules.outlook.running import running
from kpi_core.rules.outlook.target import Aim
from kpi_core.rules.outlook.year import year_of
from kpi_core.rules.rating import Measure
from kpi_core.rules.statistics.refusals import Refusal
from kpi_core.rules.statistics.ruleset import SCREENED, Ruleset
from kpi_core.vocabulary import Accumulation, NoOutlook, OutlookKind, Polarity, Unit
from tests.rules.outlook.looking import HIGH, LOW

counts = st.integers(0, 10_000)
polarities = st.sampled_from([HIGH, LOW])
ways = st.sampled_from([running, level])
rated = st.one_of(
    st.builds(Period.quarter, st.integers(1950, 2050), st.integers(1, 3)),
    st.builds(Period.month, st.integers(1950, 2050), st.sampled_from([1, 2, 4, 9, 12])),
    st.builds(Period.half_year, st.integers(1950, 2050), st.just(1)),
)
histories = st.lists(st.none() | counts, max_size=14)

Way = Callable[[Case], Outlook]


def case(
    way: Way, period: Period, value: int, target: int, polarity: Polarity, history: list[int | None]
) -> Case:
    """The value in the period and the history right before it, newest first."""
    figures, before = {period: Decimal(value)}, period.previous()
    for number in history:
        assert before is not None
        if number is not None:
            figures[before] = Decimal(number)
        before = before.previous()
    year = year_of(period)
    assert year is not None
    kind = Accumulation.YEAR_TO_DATE if way is running else Accumulation.SNAPSHOT
    measure, aim = Measure(polarity, Unit.COUNT, 0), Aim(Decimal(target), False, False)
    return Case(Known(period, figures), year, Decimal(value), aim, measure, kind)


@given(ways, rated, counts, counts, polarities, histories)
def test_needed_and_so_far_make_the_target(
    way: Way, period: Period, value: int, target: int, polarity: Polarity, history: list[int | None]
) -> None:
    found = way(case(way, period, value, target, polarity, history))
    assert found.needed is not None
    assert found.so_far is not None
    assert found.needed + found.so_far == target
    if found.needed_each is not None:
        assert found.year is not None
        assert found.needed_each * found.year.left == found.needed
    assert found.sentence.endswith(".")
    assert "probab" not in found.sentence + found.estimate


@given(ways, rated, counts, st.integers(0, 500), counts, polarities)
def test_a_better_figure_so_far_never_raises_what_is_needed(
    way: Way, period: Period, value: int, better: int, target: int, polarity: Polarity
) -> None:
    worse = way(case(way, period, value, target, polarity, [])).needed
    gained = value + polarity.sign * better
    after = way(case(way, period, gained, target, polarity, [])).needed
    assert worse is not None
    assert after is not None
    assert polarity.sign * after <= polarity.sign * worse


@given(ways, rated, counts, counts, polarities, histories)
def test_a_range_holds_its_order_and_is_called_an_estimate_or_there_is_a_reason(
    way: Way, period: Period, value: int, target: int, polarity: Polarity, history: list[int | None]
) -> None:
    found = way(case(way, period, value, target, polarity, history))
    if isinstance(found.spread, Refusal):
        assert found.spread.sentence.startswith("No range: ")
        assert found.estimate == ""
        return
    assert isinstance(found.spread, Spread)
    assert found.spread.low <= found.spread.high
    assert found.estimate.startswith("Estimate: ")
    if way is running:
        assert found.spread.low >= value


@given(rated, counts, counts)
def test_what_meets_a_target_has_the_kind_that_says_so(
    period: Period, value: int, target: int
) -> None:
    met, missed = value >= target, value < target
    kind = running(case(running, period, value, target, HIGH, [])).kind
    assert (kind is OutlookKind.MET_ALREADY) is met
    assert (kind is OutlookKind.NEEDS_MORE) is missed
    assert (level(case(level, period, value, target, HIGH, [])).kind is OutlookKind.MUST_HOLD) is (
        met
    )


@given(rated)
def test_a_year_is_elapsed_and_left_and_nothing_else(period: Period) -> None:
    year = year_of(period)
    assert year is not None
    parts = {"quarter": 4, "month": 12, "half year": 2}[year.part]
    assert year.elapsed + year.left == parts
    assert year.end.end is not None
    assert (year.end.end.month, year.end.end.day) == (3, 31)


def said(ruleset: Ruleset = SCREENED) -> str:
    return " ".join(method.sentences(ruleset))


def test_the_method_is_made_from_the_constants(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "at least 2 changes" in said()
    assert "Fewer than 5 figures: no range. 5 to 11" in said()
    other = Ruleset("Other", 2, least_points=6, settled_points=20)
    assert "Fewer than 6 figures: no range. 6 to 19" in said(other)
    assert "Other version 2" in said(other)
    assert all(reason.word.lower() in said() for reason in NoOutlook)
    monkeypatch.setattr(method, "LEAST_CHANGES", 7)
    monkeypatch.setattr(method, "PRO_RATA", "guessed")
    assert "at least 7 changes" in said()
    assert "marked as guessed" in said()
    assert (spread.LEAST_CHANGES, profile.PRO_RATA) == (2, "pro rata, an estimate")


def test_a_changed_constant_changes_what_is_worked_out(monkeypatch: pytest.MonkeyPatch) -> None:
    steps = (Decimal(20), Decimal(22), Decimal(19))
    assert spread.usual_change(steps) is not None
    monkeypatch.setattr(spread, "LEAST_CHANGES", 3)
    assert spread.usual_change(steps) is None
